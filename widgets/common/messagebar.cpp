// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/messagebar.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"

#include <QAccessible>
#include <QAccessibleEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

namespace likeness::common
{

MessageBar::MessageBar(QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("messageBar"));
    m_icon = new QLabel(this);
    m_sentence = new QLabel(this);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details = new QLabel(this);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setTextFormat(Qt::PlainText);
    m_sentence->setTextFormat(Qt::PlainText);
    makeSecondary(m_details);
    m_fold = new QToolButton(this);
    m_fold->setText(tr("Details"));
    m_fold->setCheckable(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_dismiss = new QToolButton(this);
    m_dismiss->setIcon(icon(QStringLiteral("x")));
    m_dismiss->setToolTip(tr("Put the message away (Esc)"));
    m_dismiss->setAccessibleName(tr("Put the message away"));

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(gridPx, gridPx / 2, gridPx / 2, gridPx / 2);
    grid->setHorizontalSpacing(gridPx);
    grid->setVerticalSpacing(gridPx / 2);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_sentence, 0, 1);
    grid->addWidget(m_fold, 0, 2, Qt::AlignTop);
    grid->addWidget(m_dismiss, 0, 3, Qt::AlignTop);
    grid->addWidget(m_details, 1, 1, 1, 3);
    grid->setColumnStretch(1, 1);
    m_icon->setContentsMargins(0, gridPx / 2, 0, 0);

    connect(m_fold, &QToolButton::toggled, this, &MessageBar::showDetails);
    connect(m_dismiss, &QToolButton::clicked, this, &MessageBar::dismiss);
    hide();
}

void MessageBar::say(Kind kind, const QString &sentence, const QString &details)
{
    const bool isCaution = kind == Kind::Caution;
    m_kind = kind;
    showIcon();
    m_sentence->setText(sentence);
    m_details->setText(details);
    m_fold->setVisible(!details.isEmpty());
    m_fold->setChecked(false);
    showDetails(false);
    setProperty("kind", isCaution ? QStringLiteral("caution") : QStringLiteral("remark"));
    style()->unpolish(this);
    style()->polish(this);
    setAccessibleName(sentence);
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::showIcon()
{
    m_icon->setPixmap(icon(m_kind == Kind::Caution ? QStringLiteral("triangle-alert") : QStringLiteral("info"))
                          .pixmap(QSize(16, 16), devicePixelRatioF()));
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    // A label keeps the pixels that it was given, in the colour of the theme before.
    const auto type = event->type();
    if (m_icon && (type == QEvent::PaletteChange || type == QEvent::StyleChange))
        showIcon();
}

void MessageBar::showDetails(bool shown)
{
    m_details->setVisible(shown && !m_details->text().isEmpty());
    m_fold->setIcon(icon(shown ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
}

void MessageBar::dismiss()
{
    // The focus goes on, not to nowhere.
    if (isAncestorOf(window()->focusWidget()))
        focusNextChild();
    hide();
}

QString MessageBar::sentence() const
{
    return isHidden() ? QString() : m_sentence->text();
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

} // namespace likeness::common
