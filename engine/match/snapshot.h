// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/match/gallerysearch.h"

namespace likeness::match {

/// The name of exactly this content: SHA-256 over the engine version id and, in order of portrait id, each
/// row's portrait id, person id, portrait SHA-256 and template bytes, each field preceded by its length as
/// 4 bytes little-endian. Two galleries with the same snapshot answer every search alike.
QString snapshotHash(const TemplateMatrix &gallery, const QString &engineVersionId);

} // namespace likeness::match
