// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

class QWidget;

namespace likeness::common
{

/// Everything the window asks a person in a dialog of its own. Pages ask through this and never open a
/// dialog themselves, so that a test or the sample player can answer in the person's place. All calls are
/// on the window's thread and return when the person answered; no answer is an empty value.
class Prompts
{
public:
    virtual ~Prompts() = default;

    /// `filter` as of QFileDialog: "Pictures (*.jpg *.png)".
    virtual QStringList openFiles(QWidget *parent, const QString &title, const QString &filter) = 0;
    virtual QString openFile(QWidget *parent, const QString &title, const QString &filter) = 0;
    virtual QString openFolder(QWidget *parent, const QString &title) = 0;
    /// `suggested` is a path or a file name; the person has agreed to replace a file that is there.
    virtual QString saveFile(QWidget *parent, const QString &title, const QString &suggested,
                             const QString &filter) = 0;
    /// One sentence why, of at least `leastLetters` letters after trimming; nullopt when given up.
    virtual std::optional<QString> reason(QWidget *parent, const QString &title, const QString &question,
                                          int leastLetters = 3) = 0;
    /// `actionText` names what is done ("Set aside"); never a plain Yes.
    virtual bool confirm(QWidget *parent, const QString &title, const QString &question,
                         const QString &actionText) = 0;
    /// Shows a text that may be long and copied (audit details, licences).
    virtual void showText(QWidget *parent, const QString &title, const QString &text) = 0;
};

/// The prompts in force; the dialogs of the desktop until others are set. Never null.
Prompts &prompts();
/// Gives other prompts, for tests and the sample player; null brings the dialogs back.
void setPrompts(std::shared_ptr<Prompts> prompts);

} // namespace likeness::common
