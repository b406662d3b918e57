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

} // namespace likeness::model
