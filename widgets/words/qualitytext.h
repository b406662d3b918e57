// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/face.h"

#include <QStringList>

namespace likeness::words
{

/// For a machine word of FaceQuality::reasons: "eye-distance", "focus", ... An unknown word comes back as is.
QString qualityReason(const QString &reason);
/// What a component of the quality is called: "Sharpness". An unknown name comes back as is.
QString qualityComponent(const QString &name);
/// Its value with its unit: "41 px", "12° to the right".
QString qualityValue(const model::FaceQuality::Component &component);
/// Each component in a line with value and grade: "Sharpness: 38.2, suitable". Empty for records from before
/// there were components.
QStringList qualityLines(const model::FaceQuality &quality);
/// That the names are those of ISO/IEC 29794-5 and the measures are not: a whole sentence.
QString qualityNote();

} // namespace likeness::words
