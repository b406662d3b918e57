// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QStyleFactory>
#include <QVariant>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace likeness::common
{

namespace
{

constexpr char darkProperty[] = "likenessDark"; // of the application: which theme is in force
constexpr double textPt = 10;
constexpr double titlePt = 14;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QPalette paletteOf(const Colors &colors)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colors.panel);
    palette.setColor(QPalette::WindowText, colors.text);
    palette.setColor(QPalette::Base, colors.canvas);
    palette.setColor(QPalette::AlternateBase, colors.panel);
    palette.setColor(QPalette::Text, colors.text);
    palette.setColor(QPalette::PlaceholderText, colors.secondary);
    palette.setColor(QPalette::Button, colors.raised);
    palette.setColor(QPalette::ButtonText, colors.text);
    palette.setColor(QPalette::BrightText, colors.text);
    palette.setColor(QPalette::ToolTipBase, colors.raised);
    palette.setColor(QPalette::ToolTipText, colors.text);
    palette.setColor(QPalette::Highlight, colors.accent);
    palette.setColor(QPalette::HighlightedText, colors.onAccent);
    palette.setColor(QPalette::Link, colors.focus);
    palette.setColor(QPalette::LinkVisited, colors.focus);
    palette.setColor(QPalette::Light, colors.raised);
    palette.setColor(QPalette::Midlight, colors.raised);
    palette.setColor(QPalette::Mid, colors.line);
    palette.setColor(QPalette::Dark, colors.line);
    palette.setColor(QPalette::Shadow, colors.dark ? QColor(0, 0, 0) : QColor(120, 120, 120));
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colors.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colors.raised);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, colors.disabled);
    return palette;
}

/// %name of a colour is replaced by it; every control has a border of two pixels that turns into the ring
/// around the focus, so that nothing moves when it comes.
QString styleSheetOf(const Colors &colors)
{
    QString sheet = QStringLiteral(R"(
QToolTip { background: %raised; color: %text; border: 1px solid %line; padding: 4px; }
QLabel[role="secondary"] { color: %secondary; }
QLabel[role="caution"] { color: %caution; }
QLabel[role="title"] { font-size: 14pt; font-weight: 600; }

QPushButton { background: %raised; color: %text; border: 2px solid %raised; border-radius: 4px;
              padding: 4px 12px; min-height: 20px; }
QPushButton:hover { border-color: %line; }
QPushButton:pressed { background: %canvas; }
QPushButton:checked { background: %canvas; border-color: %line; }
QPushButton:disabled { background: %panel; color: %disabled; border-color: %raised; }
QPushButton:focus { border-color: %focus; }
QPushButton[role="main"] { background: %accent; color: %onAccent; border-color: %accent; font-weight: 600;
              padding: 4px 20px; }
QPushButton[role="main"]:hover { border-color: %focus; }
QPushButton[role="main"]:disabled { background: %raised; color: %disabled; border-color: %raised; }
QPushButton[role="main"]:focus { border-color: %text; }

QToolButton { background: transparent; color: %text; border: 2px solid transparent; border-radius: 4px; padding: 4px; }
QToolButton:hover { background: %raised; }
QToolButton:checked { background: %raised; border-color: %line; }
QToolButton:disabled { color: %disabled; }
QToolButton:focus { border-color: %focus; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QTextBrowser, QSpinBox, QDoubleSpinBox, QDateEdit, QComboBox {
              background: %canvas; color: %text; border: 2px solid %line; border-radius: 4px; padding: 3px 6px;
              selection-background-color: %accent; selection-color: %onAccent; }
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox { min-height: 20px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled { color: %disabled;
              background: %panel; }
QLineEdit:read-only { background: %panel; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QTextBrowser:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QDateEdit:focus, QComboBox:focus { border-color: %focus; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(:/likeness/style/down-%theme.svg); width: 16px; height: 16px; }
QComboBox QAbstractItemView { border: 1px solid %line; background: %canvas; selection-background-color: %accent; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { border: none; width: 20px; background: transparent; }
QSpinBox::up-button:hover, QSpinBox::down-button:hover, QDoubleSpinBox::up-button:hover,
QDoubleSpinBox::down-button:hover { background: %raised; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url(:/likeness/style/up-%theme.svg); width: 12px; height: 12px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url(:/likeness/style/down-%theme.svg); width: 12px; height: 12px; }

QCheckBox, QRadioButton { border: 2px solid transparent; border-radius: 4px; padding: 2px; spacing: 8px; }
QCheckBox:focus, QRadioButton:focus { border-color: %focus; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid %secondary;
              background: %canvas; }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked { image: url(:/likeness/style/check-%theme.svg); }
QRadioButton::indicator:checked { image: url(:/likeness/style/dot-%theme.svg); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: %disabled; }

QAbstractItemView { background: %canvas; alternate-background-color: %panel; border: 2px solid %canvas;
              outline: none; selection-background-color: %selected; selection-color: %text; }
QAbstractItemView:focus { border-color: %focus; }
QAbstractItemView::item { padding: 4px; }
QAbstractItemView::item:selected { background: %selected; color: %text; }
QHeaderView { background: %panel; border: none; }
QHeaderView::section { background: %panel; color: %secondary; border: none; border-bottom: 1px solid %line;
              padding: 4px 8px; }
QTableCornerButton::section { background: %panel; border: none; }

QScrollArea { border: 2px solid transparent; background: transparent; }
QScrollArea:focus { border-color: %focus; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: %thumb; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: %secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: %canvas; border: none; border-radius: 3px; }
QProgressBar::chunk { background: %accent; border-radius: 3px; }
QSplitter::handle { background: %panel; }
QSplitter::handle:hover { background: %line; }
QMenu { background: %raised; color: %text; border: 1px solid %line; padding: 4px; }
QMenu::item { padding: 4px 24px 4px 12px; border-radius: 3px; }
QMenu::item:selected { background: %accent; color: %onAccent; }
QMenu::item:disabled { color: %disabled; }
QMenu::separator { height: 1px; background: %line; margin: 4px; }
QGroupBox { border: 1px solid %line; border-radius: 4px; margin-top: 12px; padding-top: 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 8px; padding: 0 4px; color: %secondary; }
QFrame#messageBar { background: %raised; border: 1px solid %line; border-radius: 4px; }
QFrame#messageBar[kind="caution"] { border-color: %caution; }
QFrame#messageBar:focus { border: 2px solid %focus; }
QFrame#trainingBanner { background: %canvas; border-bottom: 1px solid %caution; }
QFrame#jobPanel { background: %raised; border: none; }
QFrame#rail { background: %canvas; }
QFrame#rail QToolButton { border-radius: 4px; padding: 6px 4px; }
QFrame#rail QToolButton:checked { background: %raised; border-color: %raised; }
QFrame#rail QToolButton:focus { border-color: %focus; }
QFrame#separator { background: %line; }
)");
    const QString theme = colors.dark ? QStringLiteral("dark") : QStringLiteral("light");
    const QList<QPair<QString, QString>> values{
        {QStringLiteral("%canvas"), colors.canvas.name()},
        {QStringLiteral("%panel"), colors.panel.name()},
        {QStringLiteral("%raised"), colors.raised.name()},
        {QStringLiteral("%line"), colors.line.name()},
        {QStringLiteral("%text"), colors.text.name()},
        {QStringLiteral("%secondary"), colors.secondary.name()},
        {QStringLiteral("%disabled"), colors.disabled.name()},
        {QStringLiteral("%accent"), colors.accent.name()},
        {QStringLiteral("%onAccent"), colors.onAccent.name()},
        {QStringLiteral("%focus"), colors.focus.name()},
        {QStringLiteral("%caution"), colors.caution.name()},
        {QStringLiteral("%selected"), colors.raised.name()},
        {QStringLiteral("%thumb"), colors.line.name()},
        {QStringLiteral("%theme"), theme},
    };
    for (const auto &[name, value] : values)
        sheet.replace(name, value);
    return sheet;
}

void setRole(QWidget *widget, const QString &role)
{
    widget->setProperty("role", role);
}

} // namespace

const Colors &lightColors()
{
    static const Colors colors{
        .canvas = QColor(0xF4, 0xF4, 0xF4),
        .panel = QColor(0xE8, 0xE8, 0xE8),
        .raised = QColor(0xDA, 0xDA, 0xDA),
        .line = QColor(0xBE, 0xBE, 0xBE),
        .text = QColor(0x1A, 0x1A, 0x1A),
        .secondary = QColor(0x58, 0x58, 0x58),
        .disabled = QColor(0x8C, 0x8C, 0x8C),
        .accent = QColor(0x2F, 0x69, 0x9A),
        .onAccent = QColor(0xFF, 0xFF, 0xFF),
        .focus = QColor(0x2F, 0x69, 0x9A),
        .caution = QColor(0x7A, 0x4B, 0x00),
        .dark = false,
    };
    return colors;
}

const Colors &darkColors()
{
    static const Colors colors{
        .canvas = QColor(0x26, 0x26, 0x26),
        .panel = QColor(0x30, 0x30, 0x30),
        .raised = QColor(0x3A, 0x3A, 0x3A),
        .line = QColor(0x52, 0x52, 0x52),
        .text = QColor(0xE8, 0xE8, 0xE8),
        .secondary = QColor(0xAE, 0xAE, 0xAE),
        .disabled = QColor(0x7C, 0x7C, 0x7C),
        .accent = QColor(0x3D, 0x73, 0xA3),
        .onAccent = QColor(0xFF, 0xFF, 0xFF),
        .focus = QColor(0x7F, 0xB2, 0xDD),
        .caution = QColor(0xE2, 0xA8, 0x3C),
        .dark = true,
    };
    return colors;
}

const Colors &colors()
{
    return qApp && qApp->property(darkProperty).toBool() ? darkColors() : lightColors();
}

void applyAppearance(Appearance appearance)
{
    static const bool desktopIsDark = luminance(QGuiApplication::palette().color(QPalette::Window)) < 0.2;
    const bool dark = appearance == Appearance::Dark || (appearance == Appearance::System && desktopIsDark);
    const Colors &colors = dark ? darkColors() : lightColors();
    qApp->setProperty(darkProperty, dark);
    QFont font = QApplication::font();
    font.setPointSizeF(textPt);
    QApplication::setFont(font);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(paletteOf(colors));
    qApp->setStyleSheet(styleSheetOf(colors));
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

QFont titleFont()
{
    QFont font = QApplication::font();
    font.setPointSizeF(titlePt);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont figureFont()
{
    // The fonts that desktops ship have digits of one width; where one has not, the fixed-pitch font does.
    const QFont font = QApplication::font();
    const QFontMetricsF metrics(font);
    for (QChar digit = u'0'; digit <= u'9'; digit = QChar(digit.unicode() + 1)) {
        if (std::abs(metrics.horizontalAdvance(digit) - metrics.horizontalAdvance(u'0')) > 0.01) {
            QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
            fixed.setPointSizeF(font.pointSizeF());
            return fixed;
        }
    }
    return font;
}

void makeSecondary(QWidget *label)
{
    setRole(label, QStringLiteral("secondary"));
}

void makeCaution(QWidget *label)
{
    setRole(label, QStringLiteral("caution"));
}

void makeTitle(QWidget *label)
{
    setRole(label, QStringLiteral("title"));
}

void makeMainAction(QWidget *button)
{
    setRole(button, QStringLiteral("main"));
    // Icons have the colour of text on grey; on the accent they would not be seen.
    if (auto *filled = qobject_cast<QAbstractButton *>(button))
        filled->setIcon({});
}

} // namespace likeness::common
