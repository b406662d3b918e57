// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "app/cli/clitext.h"
#include "engine/base/canonicaljson.h"
#include "widgets/words/errortext.h"
#include "widgets/words/nametext.h"

#include <csignal>
#include <cstdio>

namespace likeness::cli {

namespace {

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

base::Result<std::shared_ptr<const casework::Workstation>> Context::workstation()
{
    if (!m_workstation) {
        auto opened = casework::Workstation::ofThisMachine();
        if (!opened)
            return tl::unexpected(opened.error());
        m_workstation = std::move(*opened);
    }
    return m_workstation;
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
    facts["training"] = true;
    printLine(stdout, m_json ? base::canonicalJson(facts) : text.toUtf8());
    return code;
}

int Context::fail(const base::Error &error) const
{
    say(words::sentence(error));
    if (!error.detail.isEmpty())
        say(CliText::tr("Details: %1").arg(error.detail));
    if (m_json)
        printLine(stdout,
                  base::canonicalJson(QJsonObject{{"error", errorObject(error)}, {"training", true}}));
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
