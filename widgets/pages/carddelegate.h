// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace likeness::pages
{

/// Draws a row of models::CardRole: badge, picture, up to three lines, a figure at the right. The chosen row
/// is raised and has the accent at its left edge; the keyboard's row has the focus ring.
class CardDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// `pictureSide` 0: no picture. `lines` is how many lines of text a card has room for.
    explicit CardDelegate(int pictureSide, QObject *parent = nullptr, int lines = 3);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_pictureSide;
    int m_lines;
};

} // namespace likeness::pages
