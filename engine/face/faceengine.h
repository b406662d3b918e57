// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/model/face.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace likeness::face
{

/// Where the weights are and what they must hash to.
struct ModelFiles {
    struct File {
        QString path;
        QString sha256;
    };
    File finder;    ///< mmod_human_face_detector.dat
    File landmarks; ///< shape_predictor_5_face_landmarks.dat
    File describer; ///< dlib_face_recognition_resnet_model_v1.dat
    /// The three pinned files of dlib's author in `directory`.
    static ModelFiles inDirectory(const QString &directory);
};

struct FinderSettings {
    /// 80 is the detector window itself. Each step of 6/5 below it searches an enlarged picture: 40 costs
    /// four times as much as 80, and 160 a quarter.
    int smallestFacePx = 40; ///< side of the smallest face box looked for, in picture pixels; 20 and up
    /// Limits the work to a part of the picture; faces whose centre is outside are not returned.
    std::optional<model::RelativeRect> region;
};

/// What changes the numbers of a template; part of the version that a template is stored with. Without any of
/// them a template is exactly dlib's.
struct DescriberSettings {
    bool mirror = false;    ///< the mean over the chip and its mirror image
    bool sizes = false;     ///< also over the face 12% larger and 12% smaller within the chip
    bool projected = false; ///< that mean is mapped by Projection::shipped(): see projection.h

    /// All of them: what galleries and probes are made with. What each brings is measured by
    /// `likeness-benchmark accuracy`.
    static constexpr DescriberSettings shipped() { return {true, true, true}; }
    friend bool operator==(const DescriberSettings &, const DescriberSettings &) = default;
};
/// "", "mirror", ... "mirror, sizes, projection 0123456789abcdef": model::EngineVersion::options. The digits are
/// the beginning of the projection's SHA-256.
QString describerOptions(const DescriberSettings &settings);
/// Nothing for options that this engine does not know, another projection among them.
std::optional<DescriberSettings> describerSettings(const QString &options);

/// The faces found so far, as find() returns them. Later ones may replace a weaker one of the same face.
using FacesSoFar = std::function<void(const std::vector<model::FoundFace> &)>;

/// Finds, aligns and describes faces. Every call is thread-safe. Calls from several threads run side by side
/// on the weights of one engine (some 30 MB), except those of the reference engine. Nothing touches the
/// network.
///
/// Errors of all calls: EngineFailed (detail holds the library's words), Cancelled, InvalidArgument.
class FaceEngine
{
public:
    virtual ~FaceEngine() = default;

    virtual model::EngineVersion version(const DescriberSettings &settings = {}) const = 0;

    /// All faces, by falling confidence (ties: by y, then x). None is a result, not an error. A picture with
    /// no face of the smallest size, or smaller than that size, gives an empty list. Boxes are cut at the
    /// picture's border; a face whose centre is outside is not returned.
    /// Looks at cancel and reports every few rows of each pyramid level. Peak memory stays under 1.5 GiB
    /// for a 12 MP picture. `soFar` runs on the calling thread whenever a pyramid level has brought a face:
    /// large faces come first, those that need the picture enlarged last.
    virtual base::Result<std::vector<model::FoundFace>> find(const base::Picture &picture,
                                                             const FinderSettings &settings,
                                                             base::Progress &progress,
                                                             const FacesSoFar &soFar = {}) const = 0;

    /// The chip of a found face, from its five landmarks, exactly as dlib's get_face_chip_details makes it
    /// (150 px, padding 0.25).
    virtual base::Result<model::AlignedChip> align(const base::Picture &picture,
                                                   const model::FoundFace &face) const = 0;

    /// A box drawn by hand. Without `eyes` the five-point predictor runs inside the box (the finder's own
    /// box, where it sees a face there, else the drawn one). With `eyes` the chip is the similarity transform
    /// that puts them where dlib's mean face has them. Where the finder sees a face in the box and the
    /// predicted eyes are near the drawn ones, the same small correction is added that dlib's fit of five
    /// points makes to its two eyes; the chip still moves, turns and scales exactly with the drawn eyes. The
    /// chip says ByHand when eyes were given. Also returns the eyes used and the quality, so that a page can
    /// draw the handles.
    struct HandAligned {
        model::AlignedChip chip;
        model::EyePoints eyes;
        model::FaceQuality quality;
    };
    virtual base::Result<HandAligned> alignByHand(const base::Picture &picture,
                                                  const model::RelativeRect &box,
                                                  const std::optional<model::EyePoints> &eyes) const = 0;

    /// One template per chip, in order, of version(settings). The same chip gives the same template on the
    /// same machine, in any batch.
    virtual base::Result<std::vector<model::Template>>
    describe(const std::vector<model::AlignedChip> &chips, const DescriberSettings &settings = {}) const = 0;
};

/// The engine that ships: weights of dlib run through our own convolutions. Reads and hashes the files first.
/// Errors: ModelMissing, ModelWrong.
base::Result<std::unique_ptr<FaceEngine>> openFaceEngine(const ModelFiles &files);

/// dlib's own networks, slow, the oracle for tests and self-checks. Same contract.
base::Result<std::unique_ptr<FaceEngine>> openReferenceEngine(const ModelFiles &files);

} // namespace likeness::face
