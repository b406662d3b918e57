// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

class QWidget;

namespace likeness::tests
{

/// One text, and where it was found.
struct WalkedText {
    enum class Place {
        Property,      ///< any property of any object below a window: texts, tips, names, titles, actions
        Model,         ///< any role of any row of any item model below a window, shown or not
        Accessibility, ///< what a screen reader is told
        Clipboard,     ///< after Ctrl+C on everything that can have the keyboard
        File,          ///< name or bytes of a file
    };
    Place place;
    QString where;
    QString text;
};

/// Everything that somebody, or a program on their behalf, could read in all windows of this process, shown
/// or hidden. Presses Ctrl+C on everything visible below `window` that takes the keyboard, and leaves the
/// clipboard empty.
QList<WalkedText> everyText(QWidget *window);
/// Names and bytes (as Latin-1) of all files below a folder, or of one file.
QList<WalkedText> everyByte(const QString &path);

/// Those that contain `secret`, whatever the case of its letters.
QList<WalkedText> tellingOf(const QList<WalkedText> &texts, const QString &secret);
/// Which of the secrets the texts tell, and where: for a failure's message. Empty when none.
QString told(const QList<WalkedText> &texts, const QStringList &secrets);

} // namespace likeness::tests
