// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/prompts.h"
#include "widgets/window/mainwindow.h"

#include <QTemporaryDir>

#include <memory>

namespace likeness::tests
{

/// Answers in a person's place; every answer is used once, and an unexpected question gets none.
struct ScriptedPrompts : common::Prompts {
    QStringList files;
    QString file;
    QString folder;
    QString save;
    std::optional<QString> reasonText;
    QString shown; ///< the last long text

    QStringList openFiles(QWidget *, const QString &, const QString &) override
    {
        return std::exchange(files, {});
    }
    QString openFile(QWidget *, const QString &, const QString &) override { return std::exchange(file, {}); }
    QString openFolder(QWidget *, const QString &) override { return std::exchange(folder, {}); }
    QString saveFile(QWidget *, const QString &, const QString &, const QString &) override
    {
        return std::exchange(save, {});
    }
    std::optional<QString> reason(QWidget *, const QString &, const QString &, int) override
    {
        return std::exchange(reasonText, {});
    }
    bool confirm(QWidget *, const QString &, const QString &, const QString &) override { return true; }
    void showText(QWidget *, const QString &, const QString &text) override { shown = text; }
};

/// A fresh workstation in folders of its own, and the window on the real engine. Ends with no job running.
class Bench
{
public:
    /// `models` another folder with weights, for the states without them; `engine` another one than the shipped.
    explicit Bench(const QString &models = {}, std::shared_ptr<const face::FaceEngine> engine = {});
    ~Bench();

    QString folder(const QString &name) const { return m_folder.filePath(name); }
    settings::SettingsState &settings() { return *m_settings; }
    models::Workspace &workspace() { return *m_workspace; }
    jobs::JobRunner &runner() { return *m_runner; }
    ScriptedPrompts &prompts() { return *m_prompts; }
    window::MainWindow &window() { return *m_window; }

    pages::WorkPage *page(pages::Step step) { return static_cast<pages::WorkPage *>(m_window->page(step)); }
    pages::WorkPage *go(pages::Step step);
    pages::Step step() const;
    template <class T>
    T *child(pages::Step step, const char *name)
    {
        return page(step)->findChild<T *>(QString::fromLatin1(name));
    }
    /// Presses the main button once it is enabled. False when it stays grey.
    bool main(pages::Step step);
    /// Presses W among the candidates and gives the reason. False when something stays folded.
    bool openWeaker();
    /// Waits until all work has come back.
    bool settle();
    /// Opens the sample case and waits for it.
    bool openSample();

    // With accounts, at the smallest cost of a password
    inline static const QString password = QStringLiteral("correct horse battery");
    /// Makes the agency file. "eve": supervisor, auditor, gallery manager; "ada": detective, examiner; "bob":
    /// examiner, verifier. Nobody is signed in afterwards.
    bool foundAgency();
    /// Types into the page that stands before everything, and waits until it goes.
    bool signIn(const QString &account);
    bool signOut();

    QList<base::Error> errors; ///< what was said in the message bar
    QStringList notices;

private:
    QTemporaryDir m_folder;
    std::shared_ptr<ScriptedPrompts> m_prompts;
    std::shared_ptr<casework::Workstation> m_workstation;
    std::unique_ptr<jobs::JobRunner> m_runner;
    std::unique_ptr<models::Workspace> m_workspace;
    std::unique_ptr<settings::SettingsState> m_settings;
    std::unique_ptr<window::MainWindow> m_window;
};

/// Every text that a person could read in a widget and below it: labels, buttons, tooltips, list rows.
QStringList readableTexts(const QWidget *root);

} // namespace likeness::tests
