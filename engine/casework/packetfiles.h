// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/workstation.h"
#include "engine/interchange/verificationpacket.h"
#include "engine/policy/caserules.h"

namespace likeness::casework
{

/// A packet of pictures and a little text.
constexpr qint64 largestPacket = 280LL << 20;

/// Packets pass between accounts; in training nobody could know whose a signature is. NotAllowed
/// (training-case).
inline base::Outcome requireAgency(const Workstation &workstation, const QString &subject)
{
    if (workstation.isTraining())
        return base::fail(base::ErrorCode::NotAllowed, subject, policy::ruleName(policy::Rule::TrainingCase));
    return {};
}

/// Checks a packet's signature against the agency's keys and says in `signer` whose it is.
inline interchange::Checker packetChecker(const Workstation &workstation, const QString &subject,
                                          model::Account &signer)
{
    return [&workstation, subject, &signer](const QByteArray &bytes,
                                            const QByteArray &minisig) -> base::Result<QString> {
        const auto account = workstation.checkFile(bytes, minisig, subject);
        if (!account)
            return tl::unexpected(account.error());
        signer = *account;
        return account->name;
    };
}

} // namespace likeness::casework
