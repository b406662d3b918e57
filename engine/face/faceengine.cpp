// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/faceengine.h"

#include "engine/base/digest.h"
#include "engine/base/log.h"
#include "engine/face/aligner.h"
#include "engine/face/blockiness.h"
#include "engine/face/chipviews.h"
#include "engine/face/directdescriber.h"
#include "engine/face/directfinder.h"
#include "engine/face/dlibnetworks.h"
#include "engine/face/kernels.h"
#include "engine/face/modelfiles.h"
#include "engine/face/projection.h"
#include "engine/face/quality.h"

#include <algorithm>
#include <cmath>
#include <exception>

namespace likeness::face
{

namespace
{

using base::ErrorCode;

/// Runs `work`, which returns a Result, and turns what the libraries throw into an Error.
template <class Work>
auto guarded(Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::exception &exception) {
        return base::fail(ErrorCode::EngineFailed, {}, QString::fromUtf8(exception.what()));
    }
}

base::Picture toRgb(const base::Picture &picture)
{
    if (picture.format() == base::Picture::Format::Rgb)
        return picture;
    base::Picture rgb(picture.width(), picture.height(), base::Picture::Format::Rgb);
    for (int row = 0; row < picture.height(); ++row) {
        const uchar *in = picture.line(row);
        uchar *out = rgb.line(row);
        for (int column = 0; column < picture.width(); ++column, out += 3)
            out[0] = out[1] = out[2] = in[column];
    }
    return rgb;
}

model::Template mean(const model::Template *templates, size_t count)
{
    model::Template result;
    for (size_t i = 0; i < result.size(); ++i) {
        double sum = 0;
        for (size_t k = 0; k < count; ++k)
            sum += double(templates[k][i]);
        result[i] = float(sum / double(count));
    }
    return result;
}

/// One engine for both kinds of network.
class NetworkEngine : public FaceEngine
{
public:
    NetworkEngine(model::EngineVersion version, std::unique_ptr<Finder> finder,
                  std::unique_ptr<Describer> describer, const QByteArray &landmarks)
        : m_version(std::move(version)), m_finder(std::move(finder)), m_describer(std::move(describer)),
          m_predictor(landmarks)
    {
    }

    model::EngineVersion version(const DescriberSettings &settings) const override
    {
        model::EngineVersion version = m_version;
        version.options = describerOptions(settings);
        return version;
    }

    base::Result<std::vector<model::FoundFace>> find(const base::Picture &picture,
                                                     const FinderSettings &settings, base::Progress &progress,
                                                     const FacesSoFar &soFar) const override
    {
        if (picture.isNull())
            return base::fail(ErrorCode::InvalidArgument, {}, QStringLiteral("no picture"));
        if (settings.smallestFacePx < 20)
            return base::fail(ErrorCode::InvalidArgument, {}, QStringLiteral("smallest face under 20 px"));
        if (settings.region && !settings.region->isValid())
            return base::fail(ErrorCode::InvalidArgument, {}, QStringLiteral("region outside the picture"));
        if (std::min(picture.width(), picture.height()) < settings.smallestFacePx)
            return std::vector<model::FoundFace>();
        return guarded([&]() -> base::Result<std::vector<model::FoundFace>> {
            const base::Picture rgb = toRgb(picture);
            std::vector<std::pair<Detection, model::FoundFace>> known; // looked at once
            const auto facesAt = [&](const std::vector<Detection> &detections) {
                std::vector<model::FoundFace> faces;
                for (const Detection &detection : detections) {
                    if (!isInside(detection, rgb, settings.region))
                        continue;
                    const auto same = std::find_if(known.begin(), known.end(),
                                                   [&](const auto &k) { return k.first == detection; });
                    faces.push_back(same != known.end()
                                        ? same->second
                                        : known.emplace_back(detection, faceAt(rgb, detection)).second);
                }
                return faces;
            };
            Finder::SoFar tell;
            if (soFar)
                tell = [&](const std::vector<Detection> &detections) { soFar(facesAt(detections)); };
            const auto detections = m_finder->detect(rgb, settings, 0, progress, tell);
            LIKENESS_TRY(detections);
            return facesAt(*detections);
        });
    }

    base::Result<model::AlignedChip> align(const base::Picture &picture,
                                           const model::FoundFace &face) const override
    {
        if (picture.isNull() || face.landmarks[0] == face.landmarks[2])
            return base::fail(ErrorCode::InvalidArgument, {}, QStringLiteral("no picture or no landmarks"));
        return guarded([&]() -> base::Result<model::AlignedChip> {
            const base::Picture rgb = toRgb(picture);
            return chipOf(rgb, chipFrame(face.landmarks, rgb), model::Alignment::Automatic);
        });
    }

    base::Result<HandAligned> alignByHand(const base::Picture &picture, const model::RelativeRect &box,
                                          const std::optional<model::EyePoints> &eyes) const override
    {
        if (picture.isNull() || !box.isValid() || (eyes && !eyes->isValid()))
            return base::fail(ErrorCode::InvalidArgument, {},
                              QStringLiteral("box or eyes outside the picture"));
        if (eyes && model::eyeDistancePx(*eyes, picture.width(), picture.height()) < 1)
            return base::fail(ErrorCode::InvalidArgument, {}, QStringLiteral("eyes closer than one pixel"));
        return guarded([&]() -> base::Result<HandAligned> {
            const base::Picture rgb = toRgb(picture);
            const BoxAligned boxed = inBox(rgb, toPixels(box, rgb));
            return eyes ? byEyes(rgb, boxed, *eyes) : byBox(rgb, boxed);
        });
    }

    base::Result<std::vector<model::Template>> describe(const std::vector<model::AlignedChip> &chips,
                                                        const DescriberSettings &settings) const override
    {
        for (const model::AlignedChip &chip : chips)
            if (chip.picture.width() != chipSide || chip.picture.height() != chipSide ||
                chip.picture.format() != base::Picture::Format::Rgb)
                return base::fail(ErrorCode::InvalidArgument, {}, QStringLiteral("not an aligned chip"));
        return guarded([&]() -> base::Result<std::vector<model::Template>> {
            std::vector<base::Picture> pictures;
            for (const model::AlignedChip &chip : chips)
                for (base::Picture &view : viewsOf(chip.picture, settings))
                    pictures.push_back(std::move(view));
            const std::vector<model::Template> each = m_describer->describe(pictures);
            if (chips.empty())
                return each;
            const size_t views = each.size() / chips.size();
            std::vector<model::Template> templates;
            for (size_t i = 0; i < chips.size(); ++i) {
                templates.push_back(mean(each.data() + i * views, views));
                if (settings.projected)
                    templates.back() = Projection::shipped().map(templates.back());
            }
            return templates;
        });
    }

private:
    static bool isInside(const Detection &detection, const base::Picture &picture,
                         const std::optional<model::RelativeRect> &region)
    {
        const model::RelativeRect area = region.value_or(model::RelativeRect{0, 0, 1, 1});
        const auto center = toRelativePoint((detection.left + detection.right) / 2.0,
                                            (detection.top + detection.bottom) / 2.0, picture);
        return center.x >= area.x && center.x <= area.right() && center.y >= area.y &&
               center.y <= area.bottom();
    }

    static model::AlignedChip chipOf(const base::Picture &picture, const Frame &frame,
                                     model::Alignment alignment)
    {
        base::Picture chip = cut(picture, frame, chipSide);
        QString sha256 = base::sha256(chip.pixels());
        return {std::move(chip), alignment, std::move(sha256)};
    }

    /// What a chip was cut from, and how.
    struct Cut {
        const base::Picture &picture;
        const Frame &frame;
        const base::Picture &chip;
        const model::EyePoints &eyes;
        const Landmarks *landmarks; ///< null when they are not those of this face
    };

    static model::FaceQuality qualityOf(const Cut &cut, double finderScore, bool eyesByHand)
    {
        const int width = cut.picture.width(), height = cut.picture.height();
        const FacePixels pixels = facePixels(cut.frame, cut.picture);
        QualityMeasures measures{model::eyeDistancePx(cut.eyes, width, height),
                                 focusOf(cut.chip, pixels),
                                 contrastOf(cut.chip, pixels),
                                 finderScore,
                                 eyesByHand,
                                 {},
                                 exposureOf(cut.chip, pixels),
                                 visibilityOf(cut.chip),
                                 blockinessOf(cut.picture, cut.frame)};
        if (cut.landmarks)
            measures.pose = poseOf(*cut.landmarks, width, height);
        return grade(measures);
    }

    model::FoundFace faceAt(const base::Picture &picture, const Detection &detection) const
    {
        model::FoundFace face;
        face.box = toRelative(detection, picture);
        face.landmarks = m_predictor.predict(picture, detection);
        face.eyes = eyesOf(face.landmarks);
        face.confidence = detection.score;
        const Frame frame = chipFrame(face.landmarks, picture);
        const base::Picture chip = cut(picture, frame, chipSide);
        face.quality = qualityOf({picture, frame, chip, face.eyes, &face.landmarks}, detection.score, false);
        return face;
    }

    /// The strongest answer of the finder's network around the middle of `frame`, in pixels of a crop in
    /// which the face should be `faceInCrop` wide. Without any, a detection of score -1.
    static constexpr int cropSide = 260; // the network looks 95 px to each side of a face
    static constexpr int faceInCrop = 100;
    static constexpr double boxInChip = 0.8; // side of the finder's box of an aligned chip's face
    Detection responseIn(const base::Picture &crop) const
    {
        FinderSettings settings;
        settings.smallestFacePx = faceInCrop / 2;
        base::Progress progress;
        constexpr double lowest = -1;
        const auto detections = m_finder->detect(crop, settings, lowest, progress);
        if (!detections)
            return {0, 0, 0, 0, lowest};
        for (const Detection &detection : *detections) {
            const double offset = std::hypot((detection.left + detection.right - cropSide) / 2.0,
                                             (detection.top + detection.bottom - cropSide) / 2.0);
            if (offset < 0.35 * faceInCrop && detection.width() < 2 * faceInCrop)
                return detection;
        }
        return {0, 0, 0, 0, lowest};
    }

    /// What the models make of a drawn box.
    struct BoxAligned {
        Landmarks landmarks;
        double score = 0;
    };

    BoxAligned inBox(const base::Picture &picture, Detection box) const
    {
        Frame wide = squareFrame(box);
        const double scale = wide.side / faceInCrop;
        wide.side = cropSide * scale;
        const Detection response = responseIn(cut(picture, wide, cropSide));
        if (response.score > 0) {
            // The predictor was trained on the finder's boxes; people draw theirs in many ways.
            const auto inPicture = [&](long value, double center) {
                return std::lround(center + (value - (cropSide - 1) / 2.0) * scale);
            };
            box = {inPicture(response.left, wide.centerX), inPicture(response.top, wide.centerY),
                   inPicture(response.right, wide.centerX), inPicture(response.bottom, wide.centerY), 0};
        }
        return {m_predictor.predict(picture, box), response.score};
    }

    HandAligned byBox(const base::Picture &picture, const BoxAligned &boxed) const
    {
        const model::EyePoints eyes = eyesOf(boxed.landmarks);
        const Frame frame = chipFrame(boxed.landmarks, picture);
        model::AlignedChip chip = chipOf(picture, frame, model::Alignment::Automatic);
        const model::FaceQuality quality =
            qualityOf({picture, frame, chip.picture, eyes, &boxed.landmarks}, boxed.score, false);
        return {std::move(chip), eyes, quality};
    }

    HandAligned byEyes(const base::Picture &picture, const BoxAligned &boxed,
                       const model::EyePoints &eyes) const
    {
        const Frame mean = chipFrame(eyes, picture);
        Frame frame = mean;
        double score = boxed.score;
        const model::EyePoints predicted = eyesOf(boxed.landmarks);
        const bool isSeen = score > 0 && agree(eyes, predicted, picture);
        if (isSeen) {
            // Of a turned head five points fit another frame than two. What the fit of the predicted points
            // adds to their eyes is added to the drawn eyes, which so still carry the chip with them.
            frame = follow(chipFrame(boxed.landmarks, picture), chipFrame(predicted, picture), mean);
        } else {
            // The finder misses tilted faces; with the drawn eyes level it gets a second look.
            Frame wide = mean;
            wide.side *= boxInChip * cropSide / faceInCrop;
            score = responseIn(cut(picture, wide, cropSide)).score;
        }
        model::AlignedChip chip = chipOf(picture, frame, model::Alignment::ByHand);
        const model::FaceQuality quality =
            qualityOf({picture, frame, chip.picture, eyes, isSeen ? &boxed.landmarks : nullptr}, score, true);
        return {std::move(chip), eyes, quality};
    }

    /// Both eyes drawn near those that the predictor sees: the box holds the face that is meant.
    static bool agree(const model::EyePoints &drawn, const model::EyePoints &predicted,
                      const base::Picture &picture)
    {
        constexpr double share = 0.35; // of the predicted eye distance
        const auto distance = [&](const model::RelativePoint &a, const model::RelativePoint &b) {
            return std::hypot((a.x - b.x) * picture.width(), (a.y - b.y) * picture.height());
        };
        const double limit = share * distance(predicted.left, predicted.right);
        return distance(drawn.left, predicted.left) < limit && distance(drawn.right, predicted.right) < limit;
    }

    model::EngineVersion m_version;
    std::unique_ptr<Finder> m_finder;
    std::unique_ptr<Describer> m_describer;
    LandmarkPredictor m_predictor;
};

/// Processors with and without fused multiply-add differ in the last bits of a template.
QString directPath()
{
    return QStringLiteral("direct, ") + QLatin1String(availableKernels().front().instructions);
}

base::Result<std::unique_ptr<FaceEngine>> open(const ModelFiles &files, bool reference)
{
    const auto finder = readModel(files.finder);
    LIKENESS_TRY(finder);
    const auto landmarks = readModel(files.landmarks);
    LIKENESS_TRY(landmarks);
    const auto describer = readModel(files.describer);
    LIKENESS_TRY(describer);
    return guarded([&]() -> base::Result<std::unique_ptr<FaceEngine>> {
        const model::EngineVersion version{QStringLiteral("dlib-resnet-v1"),
                                           files.finder.sha256,
                                           files.landmarks.sha256,
                                           files.describer.sha256,
                                           reference ? QStringLiteral("reference") : directPath(),
                                           QString()};
        if (reference)
            return std::make_unique<NetworkEngine>(version, makeDlibFinder(*finder),
                                                   makeDlibDescriber(*describer), *landmarks);
        return std::make_unique<NetworkEngine>(version, makeDirectFinder(readFinderWeights(*finder)),
                                               makeDirectDescriber(readDescriberWeights(*describer)),
                                               *landmarks);
    });
}

} // namespace

QString describerOptions(const DescriberSettings &settings)
{
    QStringList options;
    if (settings.mirror)
        options += QStringLiteral("mirror");
    if (settings.sizes)
        options += QStringLiteral("sizes");
    if (settings.projected)
        options += QStringLiteral("projection ") + Projection::shipped().sha256().left(16);
    return options.join(QStringLiteral(", "));
}

std::optional<DescriberSettings> describerSettings(const QString &options)
{
    for (unsigned bits = 0; bits < 8; ++bits) {
        const DescriberSettings settings{(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0};
        if (describerOptions(settings) == options)
            return settings;
    }
    return {};
}

base::Result<std::unique_ptr<FaceEngine>> openFaceEngine(const ModelFiles &files)
{
    return open(files, false);
}

base::Result<std::unique_ptr<FaceEngine>> openReferenceEngine(const ModelFiles &files)
{
    return open(files, true);
}

} // namespace likeness::face
