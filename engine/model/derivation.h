// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/ids.h"
#include "engine/model/geometry.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace likeness::model
{

/// One edit of a picture. There are these and no others: nothing generates or clones pixels.
struct Edit {
    enum class Kind { Crop, Rotate, Mirror, Levels, Gamma, Deinterlace, Aspect, Denoise, Sharpen, FrameAverage };
    Kind kind = Kind::Crop;
    QJsonObject parameters; ///< by kind; names, ranges and units stand in engine/imaging/derivation.h
    friend bool operator==(const Edit &, const Edit &) = default;
};

QString editName(Edit::Kind kind); ///< "crop", "rotate", ..., "frame-average"
std::optional<Edit::Kind> editFromName(const QString &name);

/// Ordered edits that make one picture of another, and what came out: replayed, they give the same pixels.
struct Derivation {
    DerivationId id;
    EvidenceId evidence;
    std::optional<qint64> frame; ///< of a video
    std::vector<Edit> edits;
    int width = 0;               ///< of the result
    int height = 0;
    QString sha256;              ///< of the result: imaging::pixelDigest
    QDateTime created;
    QString createdBy;
    friend bool operator==(const Derivation &, const Derivation &) = default;
};

QJsonArray toJson(const std::vector<Edit> &edits);
std::optional<std::vector<Edit>> editsFromJson(const QJsonValue &value);

} // namespace likeness::model
