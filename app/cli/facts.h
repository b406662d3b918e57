// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/casefile.h"
#include "engine/model/gallery.h"
#include "engine/model/video.h"

#include <QJsonArray>
#include <QJsonObject>

namespace likeness::cli {

// The objects of the JSON output.

/// "box","eyes","eye_distance_px","confidence","quality","quality_reasons","quality_components"
QJsonObject faceFacts(const model::FoundFace &face);
QJsonObject caseFacts(const model::Case &file);
QJsonObject evidenceFacts(const model::EvidenceItem &item);
QJsonObject candidateFacts(const model::Candidate &candidate); ///< "rank","person","portrait","distance","normalised"
/// What a person reads of a list: each candidate, what the frequencies rest on, and what is folded away.
QStringList candidateLines(const model::Search &search);
QJsonObject searchFacts(const model::Search &search);

QJsonObject derivationFacts(const model::Derivation &made);
/// "id","first_frame","last_frame","best_frame","best","boxes":[{"frame","pts","box","found"}]
QJsonObject trackFacts(const model::FaceTrack &track, const model::VideoIndex &index);
QString trackText(const model::FaceTrack &track);
/// "Frame 7, 0.280 s after the first, was written to ...", of what an export of it returned.
QString frameWrittenText(const QJsonObject &facts, const QString &png);

/// "x,y,w,h" with four digits, as --region takes it.
QString boxText(const model::RelativeRect &box);

} // namespace likeness::cli
