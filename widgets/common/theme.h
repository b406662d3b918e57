// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>

class QWidget;

namespace likeness::common
{

enum class Appearance { System, Light, Dark };

/// The colours of one theme. Three pure greys, texts, one steel blue, one amber; nothing else is coloured.
struct Colors {
    QColor canvas; ///< around pictures, lists
    QColor panel;  ///< the window
    QColor raised; ///< buttons, chosen rows
    QColor line;   ///< separators, quiet borders
    QColor text;
    QColor secondary; ///< quieter text, still 4.5:1 on all three greys
    QColor disabled;
    QColor accent; ///< the main button, the chosen row's edge
    QColor onAccent;
    QColor focus;   ///< the ring around what has the keyboard; the accent, 3:1 on all three greys
    QColor caution; ///< amber, 4.5:1 on all three greys
    bool dark = false;
};
const Colors &lightColors();
const Colors &darkColors();
/// Of the theme in force. Widgets that paint themselves ask at every paint.
const Colors &colors();

/// Gives the whole program a theme: palette, style sheet, font. System follows the desktop's own palette
/// as it was at the first call.
void applyAppearance(Appearance appearance);

/// Contrast of two opaque colours, 1..21 (WCAG 2.1, relative luminance).
double contrast(const QColor &a, const QColor &b);

QFont titleFont();        ///< 14 pt semibold
QFont figureFont();       ///< text with digits of one width
constexpr int gridPx = 8; ///< logical pixels between things

// Roles of labels, so that the style sheet knows them
void makeSecondary(QWidget *label);
void makeCaution(QWidget *label);
void makeTitle(QWidget *label);
void makeMainAction(QWidget *button); ///< the one filled button of a page

} // namespace likeness::common
