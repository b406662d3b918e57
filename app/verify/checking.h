// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/audit/log.h"
#include "engine/store/verification.h"

#include <optional>

namespace likeness::verify
{

/// What the command line asks for.
struct Request {
    QString folder;      ///< case or gallery; empty for a log, or a workstation alone
    QString log;         ///< an exported log
    QString workstation; ///< its folder
    QString agency;      ///< folder of the agency file
    QString report;      ///< a report's JSON
    std::optional<model::AuditHead> head;
};

/// What the files that were named beside give to hold against. The workstation itself is checked too.
struct Beside {
    store::Against against;
    std::optional<store::Verification> workstation;
};
/// Errors are for what cannot be read or does not hold itself: FileUnreadable, FileDamaged, SignatureWrong
/// ...
base::Result<Beside> readBeside(const Request &request);

struct LogResult {
    audit::Log log;  ///< as far as it was read
    QString account; ///< whose key signed it, with an agency file
    qint64 knownHeads = 0;
    struct Finding {
        QString kind;    ///< "log-broken", "log-unsigned", "signer-unknown", "rolled-back", "forked"
        QString subject; ///< line number, key, COUNT:HASH
        QString detail;
    };
    std::vector<Finding> findings;
    bool isSound() const { return findings.empty(); }
};
base::Result<LogResult> checkLog(const QString &path, const store::Against &against);

/// One case or gallery that a workstation remembers, looked for where it was seen last.
struct RememberedState {
    store::WorkstationStore::Remembered remembered;
    bool isCase = true;
    QString state; ///< "sound", "rolled-back", "forked", "missing", "replaced", "not-sound", "not-checked"
    bool isWrong() const { return state != u"sound"; }
};
/// Chains and records only; the files are checked when the folder itself is.
std::vector<RememberedState> checkRemembered(const store::Verification &workstation,
                                             const store::Against &against);

} // namespace likeness::verify
