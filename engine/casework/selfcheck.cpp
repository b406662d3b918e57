// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/selfcheck.h"

#include "engine/audit/verbs.h"
#include "engine/base/digest.h"
#include "engine/casework/partprogress.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

namespace likeness::casework
{

namespace
{

/// The largest distance between the same sides of two boxes, in pixels.
double boxDeviation(const model::RelativeRect &a, const model::RelativeRect &b, const base::Picture &picture)
{
    return std::max({std::abs(a.x - b.x) * picture.width(), std::abs(a.right() - b.right()) * picture.width(),
                     std::abs(a.y - b.y) * picture.height(),
                     std::abs(a.bottom() - b.bottom()) * picture.height()});
}

double largestDeviation(const model::Template &a, const model::Template &b)
{
    double largest = 0;
    for (size_t i = 0; i < a.size(); ++i)
        largest = std::max(largest, double(std::abs(a[i] - b[i])));
    return largest;
}

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

base::Result<EngineComparison> checkFile(const Workstation &workstation, const face::FaceEngine &reference,
                                         const face::FaceEngine &shipped, const QString &file,
                                         const face::FinderSettings &settings, base::Progress &progress)
{
    const auto still = workstation.decoder().decodeFile(file, progress);
    if (!still)
        return tl::unexpected(still.error());
    return compareEngines(reference, shipped, still->picture, settings, progress);
}

/// Looking for faces outside a case leaves its trace at the workstation.
base::Outcome enter(const Workstation &workstation, const QString &file, const EngineComparison &comparison,
                    const face::FinderSettings &settings, const model::EngineVersion &version,
                    base::Progress &progress)
{
    const auto sha256 = base::sha256OfFile(file, progress);
    if (!sha256)
        return tl::unexpected(sha256.error());
    return workstation.record().commit(
        {audit::verbs::facesFound,
         *sha256,
         {{"faces", qint64(comparison.both.size() + comparison.onlyShipped.size())},
          {"smallest_face_px", settings.smallestFacePx},
          {"engine", version.toJson()}}},
        workstation.actor());
}

} // namespace

bool isWithin(const EngineComparison &comparison, const SelfCheckLimits &limits)
{
    const auto isFaint = [&](const model::FoundFace &face) { return face.confidence <= limits.confidence; };
    return std::all_of(comparison.both.begin(), comparison.both.end(),
                       [&](const EngineComparison::Pair &pair) {
                           return pair.boxPx <= limits.boxPx && pair.confidence <= limits.confidence &&
                                  pair.templateValues <= limits.templateValues;
                       }) &&
           std::all_of(comparison.onlyReference.begin(), comparison.onlyReference.end(), isFaint) &&
           std::all_of(comparison.onlyShipped.begin(), comparison.onlyShipped.end(), isFaint);
}

EngineComparison compareFaces(const std::vector<model::FoundFace> &reference,
                              const std::vector<model::FoundFace> &shipped, const base::Picture &picture)
{
    EngineComparison result;
    result.onlyShipped = shipped;
    for (const model::FoundFace &face : reference) {
        const auto deviation = [&](const model::FoundFace &other) {
            return boxDeviation(face.box, other.box, picture);
        };
        const auto nearest =
            std::min_element(result.onlyShipped.begin(), result.onlyShipped.end(),
                             [&](const auto &a, const auto &b) { return deviation(a) < deviation(b); });
        const double halfSide =
            std::min(face.box.width * picture.width(), face.box.height * picture.height()) / 2;
        if (nearest == result.onlyShipped.end() || deviation(*nearest) >= halfSide) {
            result.onlyReference.push_back(face);
            continue;
        }
        result.both.push_back(
            {face, *nearest, deviation(*nearest), std::abs(face.confidence - nearest->confidence), 0});
        result.onlyShipped.erase(nearest);
    }
    return result;
}

base::Result<EngineComparison> compareEngines(const face::FaceEngine &reference,
                                              const face::FaceEngine &shipped, const base::Picture &picture,
                                              const face::FinderSettings &settings, base::Progress &progress)
{
    QElapsedTimer timer;
    timer.start();
    const auto found = shipped.find(picture, settings, progress);
    if (!found)
        return tl::unexpected(found.error());
    const double shippedFindMs = milliseconds(timer);
    timer.start();
    const auto expected = reference.find(picture, settings, progress);
    if (!expected)
        return tl::unexpected(expected.error());
    const double referenceFindMs = milliseconds(timer);

    EngineComparison result = compareFaces(*expected, *found, picture);
    result.shippedFindMs = shippedFindMs;
    result.referenceFindMs = referenceFindMs;
    std::vector<model::AlignedChip> chips;
    for (const EngineComparison::Pair &pair : result.both) {
        auto chip = reference.align(picture, pair.reference);
        if (!chip)
            return tl::unexpected(chip.error());
        chips.push_back(std::move(*chip));
    }
    timer.start();
    const auto templates = shipped.describe(chips);
    if (!templates)
        return tl::unexpected(templates.error());
    result.shippedDescribeMs = milliseconds(timer);
    timer.start();
    const auto oracle = reference.describe(chips);
    if (!oracle)
        return tl::unexpected(oracle.error());
    result.referenceDescribeMs = milliseconds(timer);
    for (size_t i = 0; i < chips.size(); ++i)
        result.both[i].templateValues = largestDeviation((*templates)[i], (*oracle)[i]);
    return result;
}

base::Result<std::vector<SelfCheckItem>> selfCheck(const Workstation &workstation, const QStringList &files,
                                                   const face::FinderSettings &settings,
                                                   base::Progress &progress)
{
    const auto shipped = workstation.engine();
    if (!shipped)
        return tl::unexpected(shipped.error());
    const auto reference = workstation.referenceEngine();
    if (!reference)
        return tl::unexpected(reference.error());
    std::vector<SelfCheckItem> items;
    for (const QString &file : files) {
        if (progress.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, file);
        progress.report(qint64(items.size()), files.size());
        PartProgress part(progress);
        auto outcome = checkFile(workstation, **reference, **shipped, file, settings, part);
        if (!outcome && outcome.error().code == base::ErrorCode::Cancelled)
            return tl::unexpected(outcome.error());
        if (outcome)
            LIKENESS_TRY(enter(workstation, file, *outcome, settings, (*shipped)->version(), part));
        items.push_back({file, std::move(outcome)});
    }
    progress.report(files.size(), files.size());
    return items;
}

} // namespace likeness::casework
