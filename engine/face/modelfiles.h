// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/faceengine.h"

#include <QByteArray>

namespace likeness::face
{

/// The bytes of a weights file, read once. They are hashed before anybody parses them, and the same bytes
/// are parsed, so that a file cannot change in between.
/// Errors: ModelMissing (not there or unreadable), ModelWrong (another SHA-256, or larger than any of ours).
base::Result<QByteArray> readModel(const ModelFiles::File &file);

} // namespace likeness::face
