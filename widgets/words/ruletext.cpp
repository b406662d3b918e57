// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/words/ruletext.h"

#include <QCoreApplication>

namespace likeness::words {

namespace {

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
        break;
    }
    return RuleText::tr("There is no such search yet. Please search first.");
}

} // namespace likeness::words
