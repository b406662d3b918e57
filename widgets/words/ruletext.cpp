// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/words/ruletext.h"

#include <QCoreApplication>

namespace likeness::words
{

namespace
{

class RuleText
{
    Q_DECLARE_TR_FUNCTIONS(RuleText)
};

} // namespace

QString sentence(policy::Rule rule)
{
    using policy::Rule;
    switch (rule) {
    case Rule::CaseNumberMissing:
        return RuleText::tr("Please enter the case number.");
    case Rule::OffenceMissing:
        return RuleText::tr("Please enter the offence.");
    case Rule::PurposeMissing:
        return RuleText::tr("Please enter the lawful purpose of the search.");
    case Rule::RequesterMissing:
        return RuleText::tr("Please enter who asks for the search.");
    case Rule::CaseNumberPlaceholder:
        return RuleText::tr("The case number looks like a placeholder. Please enter the real one.");
    case Rule::OffencePlaceholder:
        return RuleText::tr("The offence looks like a placeholder. Please enter the real one, in words.");
    case Rule::PurposePlaceholder:
        return RuleText::tr(
            "The purpose looks like a placeholder. Please say in words why a search is needed.");
    case Rule::RequesterPlaceholder:
        return RuleText::tr("The requester looks like a placeholder. Please enter the person's name.");
    case Rule::ReadOnly:
        return RuleText::tr("The case is open for reading only. Please open it again when it is free.");
    case Rule::NoProbe:
        return RuleText::tr("Please choose a face or a drawn region as the probe.");
    case Rule::ProbeUnsuitable:
        return RuleText::tr(
            "The probe's quality is unsuitable for a search. Please choose a better picture of "
            "the same person.");
    case Rule::NoGallery:
        return RuleText::tr("Please choose a gallery.");
    case Rule::GalleryEmpty:
        return RuleText::tr("The gallery holds no portrait that this engine can compare. Please enrol some.");
    case Rule::EngineMissing:
        return RuleText::tr("The face engine's models are missing or wrong. Please run the installer again.");
    case Rule::LimitOutOfRange:
        return RuleText::tr("The list length must be from 1 to %1.").arg(model::SearchSettings::maximumLimit);
    case Rule::ReasonMissing:
        return RuleText::tr("Please give the reason in a few words.");
    case Rule::NoSearch:
        return RuleText::tr("There is no such search yet. Please search first.");
    case Rule::RoleMissing:
        return RuleText::tr("Your account has no role that may do this. Please ask somebody who has it, or a "
                            "supervisor.");
    case Rule::TrainingExpired:
        return RuleText::tr(
            "Your training is no longer in date, so you cannot search, compare or verify. Please "
            "ask a supervisor to enter the new date once you are trained again.");
    case Rule::AccountDisabled:
        return RuleText::tr("This account was disabled and can no longer sign in. Please ask a supervisor.");
    case Rule::LastSupervisor:
        return RuleText::tr(
            "This is the last supervisor who can sign in. Please give another account that role "
            "first.");
    case Rule::OffenceNotAllowed:
        return RuleText::tr(
            "The agency's policy profile does not allow searches for this offence. Please check "
            "how the offence is written, or ask a supervisor.");
    case Rule::PurposeRefused:
        return RuleText::tr("Nobody is searched for because of protest, worship or association, or for "
                            "another purpose that the policy profile refuses. Please ask a supervisor if the "
                            "wording was misread.");
    case Rule::ProbeKindRefused:
        return RuleText::tr(
            "The policy profile refuses this kind of probe. Please use a recorded picture of the "
            "person, not one that was drawn, composed, made up or taken of somebody like them.");
    case Rule::ProfileUnusable:
        return RuleText::tr(
            "The policy profile is missing, was changed, or is not in force today. Nothing can be "
            "searched until a supervisor installs a valid one.");
    case Rule::LimitOverProfile:
        return RuleText::tr(
            "The list is longer than the policy profile allows. Please choose a shorter one.");
    case Rule::OverrideNotAllowed:
        return RuleText::tr(
            "This rule cannot be overridden. Only the quality of a probe can, with a reason.");
    case Rule::AnalysisMissing:
        return RuleText::tr(
            "The probe has no signed analysis yet. Please record and sign what is visible in it "
            "before any candidate is shown.");
    case Rule::ComponentsBlank:
        return RuleText::tr(
            "Some components are still blank. Please fill in each one; what cannot be seen is "
            "not visible or not usable.");
    case Rule::NothingChanged:
        return RuleText::tr("Nothing was changed since the last signed analysis. It stays as it is.");
    case Rule::ListNotOpened:
        return RuleText::tr(
            "You have not opened this candidate list. Please open it first; from then on you can "
            "no longer verify it blind.");
    case Rule::ConclusionMissing:
        return RuleText::tr("There is no conclusion yet. Please choose one of the four.");
    case Rule::ExaminationMissing:
        return RuleText::tr("Nobody has signed an examination of this candidate yet. Please compare and sign "
                            "first.");
    case Rule::VerificationTaken:
        return RuleText::tr(
            "You verify this probe blind just now, so its candidates and records stay closed to "
            "you. Please sign the verification or give it back first.");
    case Rule::LineupTooShort:
        return RuleText::tr("The candidate list has too few persons for a blind verification. Please search "
                            "again with a longer list.");
    case Rule::AlreadyVerified:
        return RuleText::tr(
            "A verification of this candidate is asked for or done already, and what was signed "
            "stays. Please wait for its outcome, or read it.");
    case Rule::OwnExamination:
        return RuleText::tr(
            "You analysed, searched, examined or handed on this probe yourself. Please leave this "
            "to another account.");
    case Rule::NotBlind:
        return RuleText::tr(
            "You have seen a candidate list that tells about this verification, so you are not "
            "blind to it. Please leave it to another account.");
    case Rule::TakenByOther:
        return RuleText::tr("Another account has taken this verification. Please choose another one, or wait "
                            "until it is given back.");
    case Rule::NoDisagreement:
        return RuleText::tr("There is no open disagreement to settle. What was signed stays as it is.");
    case Rule::TookPart:
        return RuleText::tr(
            "You examined or verified this candidate yourself. Please leave the disagreement to "
            "a third account.");
    case Rule::LeadOpen:
        return RuleText::tr("A candidate is a lead, is supported by an examiner, or awaits verification or "
                            "adjudication. Please see that through first.");
    case Rule::CandidateFolded:
        return RuleText::tr("This candidate lies beyond the line of its list. Please open the weaker candidates first, "
                            "with a reason.");
    case Rule::WeakerNotAllowed:
        return RuleText::tr("The policy profile keeps the weaker candidates folded. What lies above the line can be "
                            "examined.");
    case Rule::TrainingCase:
        return RuleText::tr(
            "This case was made in training, without accounts, and can only be read. Please open "
            "a new case for casework.");
    case Rule::CaseworkCase:
        break;
    }
    return RuleText::tr(
        "This case was made with accounts. Please sign in at a workstation of the agency to work "
        "on it.");
}

} // namespace likeness::words
