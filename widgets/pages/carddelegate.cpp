// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/carddelegate.h"

#include "widgets/common/theme.h"
#include "widgets/models/cardrole.h"
#include "widgets/pages/parts.h"

#include <QPainter>

#include <algorithm>

namespace likeness::pages
{

namespace
{

constexpr int padding = common::gridPx;
constexpr int gap = common::gridPx + common::gridPx / 2;
constexpr double quietOpacity = 0.45;

QFont titleOf(const QFont &base)
{
    QFont font = base;
    font.setWeight(QFont::DemiBold);
    return font;
}

void drawLine(QPainter &painter, const QRect &line, const QFont &font, const QColor &color,
              const QString &text, Qt::Alignment alignment = Qt::AlignLeft)
{
    painter.setFont(font);
    painter.setPen(color);
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, line.width());
    painter.drawText(line, int(alignment | Qt::AlignVCenter), shown);
}

} // namespace

CardDelegate::CardDelegate(int pictureSide, QObject *parent, int lines)
    : QStyledItemDelegate(parent), m_pictureSide(pictureSide), m_lines(lines)
{
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines = m_lines * QFontMetrics(option.font).height() + padding / 2;
    return {160, std::max(m_pictureSide, lines) + (m_lines > 2 ? 2 : 1) * padding};
}

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const auto &colors = common::colors();
    const bool isChosen = option.state & QStyle::State_Selected;
    const bool isQuiet = index.data(models::QuietRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    if (isChosen || (option.state & QStyle::State_MouseOver)) {
        QColor back = colors.raised;
        back.setAlphaF(isChosen ? 1.0f : 0.5f);
        painter->fillRect(option.rect, back);
    }
    if (isChosen)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), colors.accent);

    const int indent = index.data(models::IndentRole).toInt() * 2 * padding;
    const int margin = m_lines > 2 ? padding : padding / 2;
    QRect rest = option.rect.adjusted(gap + indent, margin, -gap, -margin);
    const QFont font = option.font;
    const int lineHeight = QFontMetrics(font).height();

    if (const QString badge = index.data(models::BadgeRole).toString(); !badge.isEmpty()) {
        const QFont figures = common::figureFont();
        const int width = QFontMetrics(figures).horizontalAdvance(QStringLiteral("00"));
        drawLine(*painter, QRect(rest.left(), rest.top(), width, rest.height()), figures, colors.secondary,
                 badge, Qt::AlignRight);
        rest.setLeft(rest.left() + width + gap);
    }
    if (m_pictureSide > 0) {
        const QRect frame(rest.left(), rest.top() + (rest.height() - m_pictureSide) / 2, m_pictureSide,
                          m_pictureSide);
        painter->setOpacity(isQuiet ? quietOpacity : 1);
        drawFitted(*painter, frame, index.data(Qt::DecorationRole).value<QImage>());
        painter->setOpacity(1);
        rest.setLeft(frame.right() + 1 + gap);
    }
    if (const QString figure = index.data(models::FigureRole).toString(); !figure.isEmpty()) {
        const QString caption = index.data(models::FigureCaptionRole).toString();
        const QFont figures = common::figureFont();
        // Two pixels more than measured, which is rounded; and never so much that the title goes.
        const int width = std::min(rest.width() / 2, std::max(QFontMetrics(figures).horizontalAdvance(figure),
                                                              QFontMetrics(font).horizontalAdvance(caption)) +
                                                         2);
        const QRect column(rest.right() - width + 1, rest.center().y() - lineHeight, width, 2 * lineHeight);
        drawLine(*painter, QRect(column.topLeft(), QSize(width, lineHeight)), figures,
                 isQuiet ? colors.secondary : colors.text, figure, Qt::AlignRight);
        drawLine(*painter, QRect(column.left(), column.top() + lineHeight, width, lineHeight), font,
                 colors.secondary, caption, Qt::AlignRight);
        rest.setRight(column.left() - gap);
    }

    const QString second = index.data(models::SecondLineRole).toString();
    const QString third = index.data(models::ThirdLineRole).toString();
    const int lines = 1 + !second.isEmpty() + !third.isEmpty();
    QRect line(rest.left(), rest.top() + (rest.height() - lines * lineHeight) / 2, rest.width(), lineHeight);
    drawLine(*painter, line, titleOf(font), isQuiet ? colors.secondary : colors.text,
             index.data(Qt::DisplayRole).toString());
    if (!second.isEmpty()) {
        line.translate(0, lineHeight);
        drawLine(*painter, line, font,
                 index.data(models::CautionRole).toBool() ? colors.caution : colors.secondary, second);
    }
    if (!third.isEmpty()) {
        line.translate(0, lineHeight);
        drawLine(*painter, line, font, colors.secondary, third);
    }

    // The list has a ring of its own; a row needs one only where the keyboard is elsewhere than the choice.
    if ((option.state & QStyle::State_HasFocus) && !isChosen) {
        painter->setPen(colors.focus);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

} // namespace likeness::pages
