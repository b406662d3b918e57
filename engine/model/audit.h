// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/account.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace likeness::model
{

/// Who acts: the account that is signed in, or in training mode the operating system's user, who may do
/// everything and signs nothing.
struct Actor {
    QString name; ///< account or operating system's user
    QString host;
    bool training = true;
    QString fullName;
    Roles roles;        ///< none in training
    QDate trainedUntil; ///< invalid in training
    QString key;        ///< public key, 64 hexadecimal digits; empty in training
    /// The user and host of this process.
    static Actor ofThisProcess();
};

/// Something that was done, before it is an entry: the verb, what it was done to, and the facts.
struct Act {
    QString verb;    ///< kebab-case, past tense: "evidence-added"; the list stands in engine/audit/verbs.h
    QString subject; ///< an id or name; never empty
    QJsonObject details; ///< hashes, settings, reasons; no pictures, no templates
};

/// One line of a chain. The form of its hash stands in engine/audit/chain.h.
struct AuditEntry {
    qint64 number = 0; ///< 1, 2, 3 ... without a gap
    QDateTime time;    ///< UTC
    QString actor;
    QString host;
    Act act;
    QString previousHash; ///< of the entry before; 64 zeros for the first
    QString hash;
};

/// The end of a chain: what has to be known to notice that entries were cut off.
struct AuditHead {
    qint64 count = 0;
    QString hash; ///< of entry number `count`; 64 zeros for an empty chain
    friend bool operator==(const AuditHead &, const AuditHead &) = default;
};

} // namespace likeness::model
