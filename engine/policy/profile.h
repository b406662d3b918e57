// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/examination.h"

#include <QDate>

namespace likeness::policy
{

/// What an agency allows: the content of the signed policy profile. A plain value; that its signature holds
/// is checked by whoever reads the file (casework), before it comes here.
struct Profile {
    QString name;
    QString version;
    QDate validFrom;
    QDate validUntil; ///< the last day

    QStringList offences; ///< allowed ones, compared without case; empty: any that says something
    struct RefusedPurpose {
        QString name;      ///< "protest", "worship", "association"
        QStringList words; ///< whole words that give it away, in purpose or offence
        friend bool operator==(const RefusedPurpose &, const RefusedPurpose &) = default;
    };
    std::vector<RefusedPurpose> refusedPurposes;
    std::vector<model::ProbeKind> refusedKinds;
    QStringList requiredFields; ///< of the case: "number", "offence", "purpose", "requester"

    int defaultLimit = 20;
    int maximumLimit = 50;                                                      ///< 1..50
    model::FaceQuality::Grade lowestGrade = model::FaceQuality::Grade::Limited; ///< without an override
    model::Roles mayOverride = model::Role::Supervisor;

    /// Candidates that are not known to be rarer among people who are not in the gallery than one in so many are folded
    /// away: 10..10000. Profiles from before have neither of the two; then they are these.
    int lineOneIn = 100;
    bool weakerMayBeOpened = true; ///< by an act with a reason

    int lineupPortraits = 4; ///< 3..8, the candidate among them
    int retentionDays = 365; ///< of a closed case
    int idleLockMinutes = 10;
    int wrongPasswords = 5; ///< until an account is locked
    int lockMinutes = 15;

    friend bool operator==(const Profile &, const Profile &) = default;
};

/// Every field, so that a profile can be read as it works: {"format":"likeness-profile-1", ...}.
QJsonObject toJson(const Profile &profile);
/// FileDamaged, naming the field, for a missing, unknown or senseless one.
base::Result<Profile> profileFromJson(const QByteArray &bytes, const QString &subject);

/// In force on that day? ProfileExpired with the last (or first) day otherwise.
base::Outcome checkInForce(const Profile &profile, const QDate &today);

} // namespace likeness::policy
