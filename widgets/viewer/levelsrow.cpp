// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/levelsrow.h"

#include "widgets/common/theme.h"
#include "widgets/viewer/pictureviewer.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

namespace likeness::viewer
{

LevelsRow::LevelsRow(PictureViewer *first, PictureViewer *second, QWidget *parent)
    : QWidget(parent), m_first(first), m_second(second), m_picture(first)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(common::gridPx / 2);
    m_whose = new QLabel(this);
    common::makeSecondary(m_whose);
    row->addWidget(m_whose);
    row->addSpacing(common::gridPx);
    const auto caption = [&](const QString &text, QWidget *field) {
        auto *label = new QLabel(text, this);
        label->setBuddy(field);
        row->addWidget(label);
        row->addWidget(field);
    };
    m_black = new QSpinBox(this);
    m_black->setObjectName(QStringLiteral("levelsBlack"));
    m_black->setRange(0, 254);
    caption(tr("Blac&k"), m_black);
    m_white = new QSpinBox(this);
    m_white->setObjectName(QStringLiteral("levelsWhite"));
    m_white->setRange(1, 255);
    caption(tr("&White"), m_white);
    m_gamma = new QDoubleSpinBox(this);
    m_gamma->setObjectName(QStringLiteral("levelsGamma"));
    m_gamma->setRange(Levels::leastGamma, Levels::mostGamma);
    m_gamma->setSingleStep(0.1);
    m_gamma->setDecimals(2);
    m_gamma->setToolTip(tr("Above 1 the dark parts become lighter, below 1 darker"));
    caption(tr("&Gamma"), m_gamma);
    m_both = new QCheckBox(tr("&Both pictures"), this);
    m_both->setObjectName(QStringLiteral("levelsBoth"));
    row->addWidget(m_both);
    row->addStretch(1);
    m_reset = new QPushButton(tr("As they a&re"), this);
    m_reset->setToolTip(tr("Shows the pixels as they are again"));
    row->addWidget(m_reset);

    connect(m_black, &QSpinBox::valueChanged, this, &LevelsRow::apply);
    connect(m_white, &QSpinBox::valueChanged, this, &LevelsRow::apply);
    connect(m_gamma, &QDoubleSpinBox::valueChanged, this, &LevelsRow::apply);
    connect(m_both, &QCheckBox::toggled, this, [this](bool both) {
        if (both)
            apply();
        showLevels();
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        for (PictureViewer *viewer : {m_first, m_second})
            if (isForBoth() || viewer == m_picture)
                viewer->setLevels({});
        showLevels();
    });
    for (PictureViewer *viewer : {first, second})
        for (const auto changed : {&PictureViewer::levelsChanged, &PictureViewer::titleChanged})
            connect(viewer, changed, this, &LevelsRow::showLevels);
    showLevels();
}

bool LevelsRow::isForBoth() const
{
    return m_both->isChecked();
}

void LevelsRow::setForBoth(bool both)
{
    m_both->setChecked(both);
}

void LevelsRow::setPicture(PictureViewer *viewer)
{
    m_picture = viewer;
    showLevels();
}

void LevelsRow::apply()
{
    const Levels levels{m_black->value(), m_white->value(), m_gamma->value()};
    for (PictureViewer *viewer : {m_first, m_second})
        if (isForBoth() || viewer == m_picture)
            viewer->setLevels(levels);
}

void LevelsRow::showLevels()
{
    const Levels &levels = m_picture->levels();
    const QSignalBlocker black(m_black), white(m_white), gamma(m_gamma);
    m_black->setValue(levels.black);
    m_white->setValue(levels.white);
    m_gamma->setValue(levels.gamma);
    m_whose->setText(isForBoth() ? tr("Both, for viewing only")
                                 : tr("%1, for viewing only").arg(m_picture->title()));
    m_reset->setEnabled(!m_first->levels().isNeutral() || !m_second->levels().isNeutral());
}

bool LevelsRow::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void LevelsRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeWanted();
    else
        QWidget::keyPressEvent(event);
}

void LevelsRow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showLevels();
    m_black->setFocus(Qt::OtherFocusReason);
    m_black->selectAll();
}

} // namespace likeness::viewer
