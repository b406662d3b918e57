// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/audit.h"
#include "engine/model/casefile.h"

/// Questions that the rules of the examination and of blindness both ask of a whole case. Pure; pointers
/// reach into the contents that were asked, null when there is nothing.
namespace likeness::policy
{

const model::Search *searchOf(const model::CaseContents &contents, const model::SearchId &id);
const model::Examination *examinationOf(const model::CaseContents &contents, const model::ExaminationId &id);
const model::VerificationResult *resultOf(const model::CaseContents &contents,
                                          const model::VerificationRequest &request);

/// Two probes of one face: the same probe or region, probes of one track of a recording or that were searched
/// together as one face, or boxes in one picture (an item, or one frame of it) of which one holds the other's
/// middle, seen in the original where one is of a derivation. A face that is drawn again, or edited, stays the face that was examined.
bool isSameFace(const model::CaseContents &contents, const model::ProbeId &a, const model::ProbeId &b);
/// The same two pictures compared, in whichever search of the case.
bool isSamePair(const model::CaseContents &contents, const model::SearchId &searchA,
                const model::PortraitId &portraitA, const model::SearchId &searchB,
                const model::PortraitId &portraitB);
/// The verification that was asked for about these two pictures: whoever searches again does not get another.
const model::VerificationRequest *requestOf(const model::CaseContents &contents,
                                            const model::SearchId &search, const model::PortraitId &portrait);

/// Does the list of a search tell a verifier something? It does when it is of the same face, or when it holds
/// a person or picture of the line-up.
bool tellsAbout(const model::CaseContents &contents, const model::Search &search,
                const model::VerificationRequest &request);
/// The account that has taken the verification and not given it back; empty for none.
QString takenBy(const model::CaseContents &contents, const model::VerificationRequest &request);
/// Taken, and without a result.
bool holds(const model::CaseContents &contents, const model::VerificationRequest &request,
           const QString &account);

/// Did the account analyse or search this face, or examine a candidate for it or ask for its verification?
bool workedOn(const model::CaseContents &contents, const model::ProbeId &probe, const QString &account);

} // namespace likeness::policy
