// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "app/cli/clitext.h"
#include "engine/base/canonicaljson.h"
#include "widgets/words/errortext.h"
#include "widgets/words/nametext.h"

#include <csignal>
#include <cstdio>
#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace likeness::cli
{

namespace
{

base::Progress interruptible;

void onInterrupt(int)
{
    interruptible.cancel(); // an atomic flag, nothing else
}

void printLine(FILE *stream, const QByteArray &line)
{
    std::fwrite(line.constData(), 1, size_t(line.size()), stream);
    std::fputc('\n', stream);
}

} // namespace

Context::Context(bool json, QString account) : m_json(json), m_account(std::move(account))
{
    if (isTraining())
        say(words::training());
}

Context::~Context()
{
    if (m_workstation)
        if (const auto done = m_workstation->signOut(); !done)
            say(words::sentence(done.error()));
}

bool Context::isTraining() const
{
    return m_workstation ? m_workstation->isTraining()
                         : !casework::Agency::isFounded(casework::Agency::defaultFolder());
}

base::Result<std::shared_ptr<const casework::Workstation>> Context::workstationWithoutAgency()
{
    if (!m_workstation) {
        auto opened = casework::Workstation::ofThisMachine();
        if (!opened)
            return tl::unexpected(opened.error());
        m_workstation = std::move(*opened);
    }
    return m_workstation;
}

base::Result<std::shared_ptr<const casework::Workstation>> Context::workstation()
{
    LIKENESS_TRY(workstationWithoutAgency());
    const casework::Workstation &desk = *m_workstation;
    if (desk.isTraining())
        return m_account.isEmpty() ? base::Result<std::shared_ptr<const casework::Workstation>>(m_workstation)
                                   : base::fail(base::ErrorCode::NotFound, m_account);
    if (desk.isSignedIn())
        return m_workstation;
    if (m_account.isEmpty())
        return base::fail(base::ErrorCode::NotSignedIn, QStringLiteral("likeness-cli"),
                          QStringLiteral("--account NAME"));
    const auto word = password(Password::Present);
    if (!word)
        return tl::unexpected(word.error());
    const auto actor =
        m_acceptClock ? desk.signInAndAcceptClock(m_account, *word) : desk.signIn(m_account, *word);
    if (!actor)
        return tl::unexpected(actor.error());
    return m_workstation;
}

base::Result<QString> Context::password(Password which)
{
    if (which == Password::New)
        return readPassword("LIKENESS_NEW_PASSWORD", CliText::tr("New password:"));
    if (!m_presentPassword) {
        const auto read = readPassword("LIKENESS_PASSWORD", CliText::tr("Password:"));
        if (!read)
            return read;
        m_presentPassword = *read;
    }
    return *m_presentPassword;
}

base::Result<QString> Context::readPassword(const char *variable, const QString &question) const
{
    if (qEnvironmentVariableIsSet(variable))
        return qEnvironmentVariable(variable);
    termios shown{};
    const bool isTerminal = ::isatty(STDIN_FILENO) && ::tcgetattr(STDIN_FILENO, &shown) == 0;
    if (isTerminal) {
        say(question);
        termios hidden = shown;
        hidden.c_lflag &= ~tcflag_t(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    std::string line;
    const bool read = bool(std::getline(std::cin, line));
    if (isTerminal)
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    if (!read)
        return base::fail(base::ErrorCode::NotSignedIn, m_account, QLatin1String(variable));
    if (line.ends_with('\r'))
        line.pop_back();
    return QString::fromUtf8(line.c_str(), qsizetype(line.size()));
}

void Context::tellOpening(const store::Opening &opening) const
{
    for (const model::Operation &operation : opening.interrupted)
        say(CliText::tr("Unfinished work was found: %1 (%2). What was recorded before is kept; please do the "
                        "rest again.")
                .arg(words::operationKind(operation.kind), operation.subject));
    if (opening.readOnly && !opening.lockHolder.isEmpty())
        say(CliText::tr("It is open for reading only: %1 is working on it.").arg(opening.lockHolder));
}

base::Result<std::shared_ptr<casework::CaseSession>> Context::openCase(const QString &folder,
                                                                       store::AccessWanted wanted)
{
    const auto desk = workstation();
    if (!desk)
        return tl::unexpected(desk.error());
    auto session = casework::CaseSession::open(*desk, folder, wanted);
    if (session)
        tellOpening((*session)->opening());
    return session;
}

base::Result<std::shared_ptr<casework::GallerySession>> Context::openGallery(const QString &folder,
                                                                             store::AccessWanted wanted)
{
    const auto desk = workstation();
    if (!desk)
        return tl::unexpected(desk.error());
    auto session = casework::GallerySession::open(*desk, folder, wanted);
    if (session)
        tellOpening((*session)->opening());
    return session;
}

int Context::inCase(const QString &folder,
                    const std::function<base::Result<Answer>(casework::CaseSession &)> &act)
{
    const auto session = openCase(folder);
    if (!session)
        return fail(session.error());
    const auto answer = act(**session);
    return answer ? finish(answer->facts, answer->text) : fail(answer.error());
}

base::Progress &Context::progress()
{
    std::signal(SIGINT, onInterrupt);
    return interruptible;
}

void Context::say(const QString &line) const
{
    printLine(stderr, line.toUtf8());
}

int Context::finish(QJsonObject facts, const QString &text, ExitCode code) const
{
    facts["training"] = isTraining();
    printLine(stdout, m_json ? base::canonicalJson(facts) : text.toUtf8());
    return code;
}

int Context::fail(const base::Error &error) const
{
    say(words::sentence(error));
    if (!error.detail.isEmpty())
        say(CliText::tr("Details: %1").arg(error.detail));
    if (m_json)
        printLine(stdout, base::canonicalJson(
                              QJsonObject{{"error", errorObject(error)}, {"training", isTraining()}}));
    return Failed;
}

QJsonObject errorObject(const base::Error &error)
{
    return {{"code", base::errorCodeName(error.code)},
            {"subject", error.subject},
            {"detail", error.detail},
            {"message", words::sentence(error)}};
}

} // namespace likeness::cli
