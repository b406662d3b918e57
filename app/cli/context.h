// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/casesession.h"
#include "engine/casework/gallerysession.h"

#include <QJsonObject>

#include <functional>

namespace likeness::cli
{

/// What the process returns. They stand in --help and in the README.
enum ExitCode {
    Done = 0,
    Failed = 1, ///< refused, or went wrong: nothing was done, or nothing of it was kept
    Usage = 2,
    Partly = 3, ///< some files failed, the others are done
};

/// Which password a question is about. They come from LIKENESS_PASSWORD and LIKENESS_NEW_PASSWORD, or one
/// line each of standard input, the present one first; a terminal shows nothing of what is typed.
enum class Password { Present, New };

/// What a command that worked has to say: facts for programs, or a readable text.
struct Answer {
    QJsonObject facts;
    QString text;
};

/// What every command works with: the workstation, and where words and facts go. Facts for programs (--json)
/// or a readable text go to standard output, everything else to standard error.
class Context
{
public:
    /// `account` is that of --account. Without an agency file it says TRAINING on standard error.
    Context(bool json, QString account);
    ~Context(); ///< signs out

    /// The workstation, with --account signed in when there is an agency file: NotSignedIn without it, errors
    /// of Workstation::signIn. NotFound when an account is named in training.
    base::Result<std::shared_ptr<const casework::Workstation>> workstation();
    /// For a supervisor who says that the clock is right now: before the first call of workstation().
    void acceptClock() { m_acceptClock = true; }
    /// Before anybody is signed in; for the first account of an agency, and nothing else.
    base::Result<std::shared_ptr<const casework::Workstation>> workstationWithoutAgency();
    QString account() const { return m_account; }
    base::Result<QString> password(Password which); ///< asks for the present one only once
    /// They also tell on standard error what was found unfinished, and who holds the lock.
    base::Result<std::shared_ptr<casework::CaseSession>>
    openCase(const QString &folder, store::AccessWanted wanted = store::AccessWanted::Write);
    base::Result<std::shared_ptr<casework::GallerySession>>
    openGallery(const QString &folder, store::AccessWanted wanted = store::AccessWanted::Write);

    /// A whole command on one case: opens it, lets `act` work on it and ends with its answer, or with what
    /// went wrong. Returns the exit code.
    int inCase(const QString &folder,
               const std::function<base::Result<Answer>(casework::CaseSession &)> &act);

    /// Ctrl+C cancels it.
    base::Progress &progress();

    /// A line on standard error.
    void say(const QString &line) const;
    /// The end of a command that worked. "training" is added to the facts.
    int finish(QJsonObject facts, const QString &text, ExitCode code = Done) const;
    /// The end of one that did not: the sentence, and with --json {"error":{...}}.
    int fail(const base::Error &error) const;

private:
    void tellOpening(const store::Opening &opening) const;
    bool isTraining() const;
    base::Result<QString> readPassword(const char *variable, const QString &question) const;

    bool m_json;
    QString m_account;
    bool m_acceptClock = false;
    std::optional<QString> m_presentPassword;
    std::shared_ptr<const casework::Workstation> m_workstation;
};

/// {"code","subject","detail","message"}
QJsonObject errorObject(const base::Error &error);

} // namespace likeness::cli
