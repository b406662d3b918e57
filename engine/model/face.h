// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/model/geometry.h"

#include <QJsonObject>

#include <array>
#include <optional>
#include <vector>

namespace likeness::model
{

/// What one can rely on in a face. Grade is the gate: Unsuitable is not offered as a probe.
/// How the grade is decided stands in engine/face/quality.h. The components have their names after those of
/// ISO/IEC 29794-5; they are not measured as it says, and no conformance with it is claimed.
struct FaceQuality {
    enum class Grade { Suitable, Limited, Unsuitable };
    /// One measure and what it alone allows. Its grade is kept, because thresholds may change after the record.
    struct Component {
        QString name; ///< machine word of engine/face/quality.h: "eye-distance", "yaw", ...; some are in `reasons`
        double value = 0;
        Grade grade = Grade::Unsuitable;
        friend bool operator==(const Component &, const Component &) = default;
    };
    Grade grade = Grade::Unsuitable;
    double eyeDistancePx = 0; ///< pixels of the original picture
    double focus = 0;         ///< variance of the Laplacian of the face in the chip
    double contrast = 0;      ///< standard deviation of the face's grey in the chip, 0..127
    double plausibility = 0;  ///< 0..1: how face-like the five points and the chip are
    QStringList reasons;      ///< names of the components that hold it back: "eye-distance", "focus", ...
    /// All that was measured, in the order of engine/face/quality.h, the four figures above among them. Empty in
    /// records made before there were components: their JSON has no such key, and is written again without it.
    std::vector<Component> components = {};
    friend bool operator==(const FaceQuality &, const FaceQuality &) = default;
};

QString gradeName(FaceQuality::Grade grade); ///< "suitable", "limited", "unsuitable"
/// {"grade","eye_distance_px","focus","contrast","plausibility","reasons","components":[{"name","value","grade"}]}
QJsonObject toJson(const FaceQuality &quality);
FaceQuality qualityFromJson(const QJsonObject &object);

/// How the eye points of a face came about. It stands in every record.
enum class Alignment { Automatic, ByHand };
QString alignmentName(Alignment alignment); ///< "automatic", "by-hand"
Alignment alignmentFromName(const QString &name);

/// A face that the finder found.
struct FoundFace {
    RelativeRect box;
    EyePoints eyes;
    std::array<RelativePoint, 5> landmarks{}; ///< dlib's order: see engine/face/aligner.h
    double confidence = 0;                    ///< the MMOD detector's own figure; no probability
    FaceQuality quality;
};

QJsonObject toJson(const FoundFace &face);
std::optional<FoundFace> foundFaceFromJson(const QJsonObject &object);

/// A face cut out, turned and scaled to the fixed frame that the describer reads: 150x150, RGB, eyes level.
struct AlignedChip {
    base::Picture picture;
    Alignment alignment = Alignment::Automatic;
    QString sha256; ///< of the picture's pixels
};

/// 128 numbers of a face. Two are compared by Euclidean distance.
using Template = std::array<float, 128>;

QByteArray templateBytes(const Template &values); ///< 512 bytes, IEEE 754 little-endian
bool templateFromBytes(const QByteArray &bytes, Template &values);

/// What made a template. Templates of different versions are never compared.
struct EngineVersion {
    QString name;            ///< e.g. "dlib-resnet-v1"
    QString finderSha256;    ///< of the weights
    QString landmarksSha256;
    QString describerSha256;
    QString path;            ///< which code ran: "reference", or "direct" and its instructions, as "direct, avx2"
    QString options;         ///< options that change a template, "" or e.g. "mirror"

    /// Short, stable, and equal exactly when templates may be compared: first 16 digits of the SHA-256 of
    /// name, the landmark and describer weights, and options. The path is recorded but not part of it,
    /// because both paths give the same template within 1e-4.
    QString id() const;
    QJsonObject toJson() const;
    static EngineVersion fromJson(const QJsonObject &object);
    friend bool operator==(const EngineVersion &, const EngineVersion &) = default;
};

} // namespace likeness::model
