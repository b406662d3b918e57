// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QKeySequence>
#include <QList>

namespace likeness::common
{

/// The sheet under F1: every action that has a key, by where it works.
class ShortcutSheet : public QDialog
{
    Q_OBJECT
public:
    struct Entry {
        QString keys;
        QString what;
    };
    struct Section {
        QString title;
        QList<Entry> entries;
    };

    explicit ShortcutSheet(const QList<Section> &sections, QWidget *parent = nullptr);

    /// The actions and buttons with keys below `root`, in the order they were made; those of another window
    /// and those without a text are left out. Equal entries appear once.
    static Section sectionOf(const QString &title, const QWidget *root);
};

/// The action's text and its key, as its tooltip says it: "Fit the picture (0)".
void showKeyInToolTip(QAction *action);

} // namespace likeness::common
