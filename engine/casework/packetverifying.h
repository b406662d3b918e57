// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/casesession.h"

namespace likeness::casework
{

/// A verification that came from another workstation, as a packet. There is no case here: the packet is all
/// that the verifier gets. Who sent it is checked and not told: it may be who examined first.
struct PacketTask {
    model::VerificationId id;
    QDateTime asked;
    std::vector<CaseSession::BlindPicture> pictures; ///< probe first
};
/// By an account of the agency, in its role; NotAllowed (also training-case in training, and own-examination
/// for a packet that this account sent), SignatureWrong, FileDamaged, FileUnreadable, TooLarge. Decodes the
/// pictures: call from a job. Entered as verification-taken in the workstation's chain.
base::Result<PacketTask> openVerificationPacket(const Workstation &workstation, const QString &path);
/// Signs the parts and writes the answer packet, a .zip; entered as verification-signed in the workstation's
/// chain before it gets its name. NotAllowed with blanks, InvalidArgument for parts that are not of the task.
base::Outcome answerVerificationPacket(const Workstation &workstation, const PacketTask &task,
                                       const std::map<QString, model::Comparison> &parts,
                                       const QString &path);

} // namespace likeness::casework
