// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/emptystate.h"

#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace likeness::common
{

namespace
{

constexpr int sentenceWidth = 480; // a line that is read without turning the head

} // namespace

EmptyState::EmptyState(QWidget *parent) : QWidget(parent)
{
    m_sentence = new QLabel(this);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setMaximumWidth(sentenceWidth);
    makeSecondary(m_sentence);
    m_button = new QPushButton(this);
    m_button->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * gridPx);
    layout->addStretch(2);
    // Stretches and not an alignment: only a row gives a wrapped text the height it needs.
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_sentence, 100);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
}

void EmptyState::setAction(const QString &text)
{
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

QString EmptyState::sentence() const
{
    return m_sentence->text();
}

} // namespace likeness::common
