// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/derivation.h"

#include <QList>
#include <QPair>
#include <QString>

namespace likeness::pages
{

/// One parameter of an edit as a person sets it. Ranges are those of engine/imaging/derivation.h.
struct EditField {
    enum class Kind { Number, Choice };
    QString name; ///< of the parameter
    QString caption;
    Kind kind = Kind::Number;
    double least = 0;
    double most = 0;
    double step = 1;
    int decimals = 0;
    QString unit; ///< with its space
    bool hasSlider = true;
    double sliderLeast = 0; ///< what the slider spans, when that is less than the whole range
    double sliderMost = 0;
    QList<QPair<QString, QString>> choices; ///< value, words
};

/// The fields of a kind; none for a crop, which is a box.
QList<EditField> editFields(model::Edit::Kind kind);
/// Shapes of pixels that recorders store: words, x, y.
struct PixelShape {
    QString words;
    int x;
    int y;
};
QList<PixelShape> pixelShapes();
/// What the edit does to the picture, in a sentence or two.
QString editHelp(model::Edit::Kind kind);

} // namespace likeness::pages
