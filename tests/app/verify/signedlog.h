// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/audit/chain.h"
#include "engine/audit/log.h"
#include "engine/audit/verbs.h"
#include "engine/base/canonicaljson.h"
#include "engine/crypto/signingkey.h"

#include <QProcess>

/// Exported logs with real signatures, and the second verifier.
namespace likeness::tests
{

inline model::Signature signHead(const crypto::SigningKey &key, const model::AuditHead &head)
{
    return {"examiner", key.publicKey(), key.sign(base::canonicalJson(audit::headObject(head)))};
}

/// The lines of a sound log; every 64th entry signs the head before it.
inline QByteArrayList makeLog(const crypto::SigningKey &key, int entries, const QString &actor = "examiner",
                              const QString &id = "c-1")
{
    const audit::LogSource source{"case", id};
    QByteArrayList lines{audit::logHeaderLine(source)};
    model::AuditHead head{0, audit::emptyHash()};
    QDateTime time(QDate(2026, 3, 8), QTime(2, 30), Qt::UTC);
    for (int i = 1; i <= entries; ++i) {
        model::Act act{audit::verbs::candidateCompared,
                       QStringLiteral("search-%1/portrait-%2").arg(i / 20).arg(i % 20),
                       {{"seconds", 0.1 * i}, {"note", "Läppchen \"☂\"\n"}}};
        if (i == 1)
            act = {audit::verbs::caseCreated, id, {{"number", "TR-1"}, {"training", false}}};
        else if (i % 64 == 0)
            act = audit::signedHeadAct(head, signHead(key, head));
        const auto entry = audit::nextEntry(head, act, {actor, "desk-7", false, {}, {}, {}, {}}, time);
        lines += audit::logEntryLine(entry);
        head = audit::headAfter(entry);
        time = time.addSecs(7);
    }
    return lines << audit::logHeadLine(source, head, signHead(key, head));
}

struct PythonRun {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};
inline PythonRun runPython(const QString &script, const QStringList &arguments)
{
    QProcess python;
    python.start(QStringLiteral(LIKENESS_PYTHON),
                 QStringList{"-B", QStringLiteral(LIKENESS_SOURCE_DIR "/tests/verifier/") + script} +
                     arguments);
    if (!python.waitForFinished(-1) || python.exitStatus() != QProcess::NormalExit)
        return {-1, {}, python.errorString().toUtf8()};
    return {python.exitCode(), python.readAllStandardOutput(), python.readAllStandardError()};
}

} // namespace likeness::tests
