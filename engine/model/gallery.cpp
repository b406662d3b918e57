// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/gallery.h"

namespace likeness::model
{

QString enrolOutcomeName(EnrolOutcome outcome)
{
    switch (outcome) {
    case EnrolOutcome::Enrolled: return QStringLiteral("enrolled");
    case EnrolOutcome::NoFace: return QStringLiteral("no_face");
    case EnrolOutcome::LowQuality: return QStringLiteral("low_quality");
    case EnrolOutcome::Duplicate: return QStringLiteral("duplicate");
    case EnrolOutcome::Unreadable: break;
    }
    return QStringLiteral("unreadable");
}

EnrolOutcome enrolOutcomeFromName(const QString &name)
{
    for (const auto outcome :
         {EnrolOutcome::Enrolled, EnrolOutcome::NoFace, EnrolOutcome::LowQuality, EnrolOutcome::Duplicate})
        if (enrolOutcomeName(outcome) == name)
            return outcome;
    return EnrolOutcome::Unreadable;
}

} // namespace likeness::model
