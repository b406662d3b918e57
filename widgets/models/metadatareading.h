// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/casefile.h"

#include <QList>
#include <QPair>

namespace likeness::models
{

/// What an evidence file says about itself, in groups with plain names. Values are as found: no time is
/// converted, no claim is checked. Only what has an obvious reading (degrees, f-numbers) is rewritten, with
/// what was found behind it.
struct MetadataGroup {
    enum class Kind { File, Container, Picture, Camera, Times, Place, Software };
    Kind kind = Kind::File;
    QList<QPair<QString, QString>> facts; ///< caption, value
};

/// The groups that have something to say, in the order of Kind. File comes first and is what Likeness itself
/// measured; everything else is what the file claims.
QList<MetadataGroup> readMetadata(const model::EvidenceItem &item);
QString title(MetadataGroup::Kind kind);
/// False when the file says nothing about itself.
bool hasClaims(const model::EvidenceItem &item);

} // namespace likeness::models
