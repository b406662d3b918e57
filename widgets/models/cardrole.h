// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace likeness::models
{

/// What a list of cards shows of a row, besides Qt::DisplayRole (the title), Qt::DecorationRole (a QImage,
/// null while it is loading) and Qt::ToolTipRole. All optional.
enum CardRole {
    IdRole = Qt::UserRole + 1, ///< the record's id, as text: what a selection is kept by
    SecondLineRole,            ///< a phrase under the title
    ThirdLineRole,             ///< a quieter one under that
    FigureRole,                ///< a number, right-aligned, with tabular figures
    FigureCaptionRole,         ///< what the number is
    BadgeRole,                 ///< a short text before the picture: a number, a rank
    QuietRole,                 ///< true: of less weight (set aside, unsuitable), drawn weaker
    CautionRole,               ///< true: the second line is a caution
    IndentRole                 ///< 1: the card belongs to the one above and is set in
};

} // namespace likeness::models
