// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/casesession.h"
#include "engine/interchange/verificationpacket.h"

namespace likeness::casework
{

/// A verification that came from another workstation, as a packet. There is no case here: the packet is all
/// that the verifier gets.
struct PacketTask {
    model::VerificationId id;
    QString sender;
    QDateTime asked;
    std::vector<CaseSession::BlindPicture> pictures; ///< probe first
};
/// By an account of the agency, in its role; NotAllowed, SignatureWrong, FileDamaged, TooLarge. Entered as
/// verification-taken in the workstation's chain.
base::Result<PacketTask> openVerificationPacket(const Workstation &workstation, const QString &path);
/// Signs the parts and writes the answer packet; entered as verification-signed. NotAllowed with blanks.
base::Outcome answerVerificationPacket(const Workstation &workstation, const PacketTask &task,
                                       const std::map<QString, model::Comparison> &parts,
                                       const QString &path);

} // namespace likeness::casework
