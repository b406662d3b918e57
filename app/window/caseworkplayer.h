// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/sampleplayer.h"

namespace likeness::app
{

/// Plays casework with three accounts in the window, after the sample case was played: signing in, analysis,
/// search, comparison, blind verification, a disagreement and its settlement, record and report. For
/// pictures; the workstation must be one of folders that are thrown away.
class CaseworkPlayer
{
public:
    CaseworkPlayer(window::MainWindow &window, models::Workspace &workspace, SamplePlayer &settler,
                   SamplePlayer::Look look);

    /// `folder` for the case; true when it was played to its end, otherwise problem() says where it stopped.
    bool play(const QString &folder);
    QString problem() const { return m_problem; }

private:
    bool foundAgency();
    bool signIn(const QString &account);
    void signOut();
    bool openCase();
    bool analyse();
    bool search();
    bool compare();
    bool verify();
    bool adjudicate();
    void read();
    /// Gives every component the same answer and chooses a conclusion, by keys and mouse.
    bool fillChecklist(pages::Step step, Qt::Key answer, int conclusion);
    bool press(QPushButton *button, const QString &what);
    bool pressMain(pages::Step step);
    void look(const QString &name);
    bool expect(bool holds, const QString &what);

    window::MainWindow &m_window;
    models::Workspace &m_workspace;
    SamplePlayer &m_settler;
    SamplePlayer::Look m_look;
    QString m_case;
    model::SearchId m_search;
    QString m_problem;
};

} // namespace likeness::app
