// SPDX-License-Identifier: GPL-3.0-or-later
// CaseSession: pictures are opened, and others are derived from them.
#include "engine/audit/verbs.h"
#include "engine/base/digest.h"
#include "engine/casework/casesession.h"
#include "engine/casework/frames.h"
#include "engine/imaging/derivation.h"

#include <algorithm>

namespace likeness::casework
{

using base::ErrorCode;

namespace
{

/// The chosen track of each scan that goes through a probe whose face lies in `box` of its frame.
QStringList tracksOf(const model::Probe &probe, const model::RelativeRect &box,
                     const model::CaseContents &contents, const std::vector<model::ScannedTrack> &chosen)
{
    QStringList names;
    if (!probe.frame)
        return names;
    for (const model::Scan &scan : contents.scans) {
        if (scan.evidence != probe.evidence)
            continue;
        std::vector<model::ScannedTrack> ofIt;
        std::copy_if(chosen.begin(), chosen.end(), std::back_inserter(ofIt),
                     [&](const model::ScannedTrack &each) { return each.scan == scan.id; });
        if (const auto *through = trackThrough(ofIt, *probe.frame, box))
            names += QStringLiteral("%1/%2").arg(scan.id.value()).arg(through->track.number);
    }
    return names;
}

} // namespace

base::Result<model::CaseContents> CaseSession::everything() const
{
    auto contents = m_store->contents();
    if (!contents)
        return contents;
    const bool anyFrame = std::any_of(contents->probes.begin(), contents->probes.end(),
                                      [](const model::Probe &probe) { return probe.frame.has_value(); });
    const auto chosen =
        anyFrame ? m_store->chosenTracks() : base::Result<std::vector<model::ScannedTrack>>();
    if (!chosen)
        return tl::unexpected(chosen.error());
    for (model::Probe &probe : contents->probes) {
        if (!probe.derivation) {
            probe.tracks = tracksOf(probe, probe.box, *contents, *chosen);
            continue;
        }
        const auto made = std::find_if(contents->derivations.begin(), contents->derivations.end(),
                                       [&](const auto &each) { return each.id == *probe.derivation; });
        const auto item = std::find_if(contents->evidence.begin(), contents->evidence.end(),
                                       [&](const auto &each) { return each.id == probe.evidence; });
        std::optional<model::RelativeRect> box;
        if (made != contents->derivations.end() && item != contents->evidence.end())
            box = imaging::mapBack(made->edits, {item->width, item->height}, probe.box);
        // Whoever cannot be placed may be anybody in the picture: blindness is not won by not knowing.
        probe.originalBox = box.value_or(model::RelativeRect{0, 0, 1, 1});
        if (box)
            probe.tracks = tracksOf(probe, *box, *contents, *chosen);
    }
    return contents;
}

base::Result<model::EvidenceItem> CaseSession::checkSource(const model::PictureSource &source) const
{
    const auto item = m_store->evidence(source.evidence);
    if (!item)
        return item;
    if (source.frame.has_value() != item->isVideo())
        return base::fail(ErrorCode::InvalidArgument, item->fileName,
                          item->isVideo() ? QStringLiteral("a recording needs a frame")
                                          : QStringLiteral("a still has no frames"));
    if (source.frame && (*source.frame < 0 || *source.frame >= item->frames))
        return base::fail(ErrorCode::NotFound, item->fileName, QStringLiteral("frame %1").arg(*source.frame));
    if (source.derivation) {
        const auto made = m_store->derivation(*source.derivation);
        LIKENESS_TRY(made);
        if (made->evidence != source.evidence || made->frame != source.frame)
            return base::fail(ErrorCode::InvalidArgument, made->id.value(),
                              QStringLiteral("the derivation is of another picture"));
    }
    return item;
}

base::Result<base::Picture> CaseSession::openFrame(const model::EvidenceItem &item,
                                                   const std::optional<qint64> &frame, const QString &name,
                                                   base::Progress &progress) const
{
    if (frame) {
        auto shown = frameOf(item, *frame, name, progress);
        if (!shown)
            return tl::unexpected(shown.error());
        return std::move(shown->picture);
    }
    auto file = m_store->openEvidence(item.sha256, progress);
    if (!file)
        return base::fail(file.error().code, name, file.error().detail);
    auto still = m_workstation->decoder().decode(**file, name, progress);
    LIKENESS_TRY(still);
    return std::move(still->picture);
}

base::Result<base::Picture> CaseSession::replayed(const base::Picture &original,
                                                  const model::EvidenceItem &item,
                                                  const std::optional<qint64> &frame,
                                                  const std::vector<model::Edit> &edits, const QString &name,
                                                  base::Progress &progress) const
{
    imaging::FrameSource others;
    if (frame)
        others = [&](qint64 distance) -> base::Result<base::Picture> {
            const qint64 number = *frame + distance;
            if (number < 0 || number >= item.frames)
                return base::fail(ErrorCode::NotFound, name, QStringLiteral("frame %1").arg(number));
            return openFrame(item, number, name, progress);
        };
    return imaging::replay(original, edits, progress, others);
}

base::Result<base::Picture> CaseSession::openQuietly(const model::PictureSource &source, const QString &name,
                                                     base::Progress &progress) const
{
    const auto item = checkSource(source);
    LIKENESS_TRY(item);
    if (!source.derivation)
        return openFrame(*item, source.frame, name, progress);
    const auto made = m_store->derivation(*source.derivation);
    LIKENESS_TRY(made);
    const auto original = openFrame(*item, source.frame, name, progress);
    if (!original)
        return original;
    auto picture = replayed(*original, *item, source.frame, made->edits, name, progress);
    if (!picture) {
        // Edits that were recorded were possible then: that they are not now is a change as well.
        if (picture.error().code == ErrorCode::InvalidArgument || picture.error().code == ErrorCode::TooLarge)
            return base::fail(ErrorCode::DerivationDiffers, name, picture.error().detail);
        return picture;
    }
    if (imaging::pixelDigest(*picture) != made->sha256 || picture->width() != made->width ||
        picture->height() != made->height)
        return base::fail(ErrorCode::DerivationDiffers, name, made->id.value());
    return picture;
}

base::Result<base::Picture> CaseSession::openPicture(const model::PictureSource &source,
                                                     base::Progress &progress)
{
    const auto item = m_store->evidence(source.evidence);
    LIKENESS_TRY(item);
    auto picture = openQuietly(source, item->fileName, progress);
    if (!picture && picture.error().code == ErrorCode::DerivationDiffers)
        LIKENESS_TRY(recordView(audit::verbs::evidenceFoundChanged, source.evidence.value(),
                                {{"derivation", source.derivation ? source.derivation->value() : QString()},
                                 {"error", base::errorCodeName(picture.error().code)}}));
    if (!picture)
        LIKENESS_TRY(enterChange(*item, picture.error()));
    return picture;
}

base::Result<model::Derivation> CaseSession::derive(const model::EvidenceId &evidence,
                                                    std::optional<qint64> frame,
                                                    const std::vector<model::Edit> &edits,
                                                    base::Progress &progress)
{
    LIKENESS_TRY(writable());
    LIKENESS_TRY(allowed(policy::Deed::ChooseFaces, evidence.value()));
    if (edits.empty())
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("edits"), QStringLiteral("none"));
    LIKENESS_TRY(imaging::checkEdits(edits));
    const auto item = checkSource({evidence, frame});
    LIKENESS_TRY(item);
    const auto contents = m_store->contents();
    LIKENESS_TRY(contents);
    for (const model::Derivation &made : contents->derivations)
        if (made.evidence == evidence && made.frame == frame && made.edits == edits)
            return made;

    // Opened as any other look at the evidence is, so that a changed file is entered.
    const auto original = openPicture({evidence, frame}, progress);
    LIKENESS_TRY(original);
    const auto picture = replayed(*original, *item, frame, edits, item->fileName, progress);
    LIKENESS_TRY(picture);
    const model::Derivation made{model::DerivationId::create(),
                                 evidence,
                                 frame,
                                 edits,
                                 picture->width(),
                                 picture->height(),
                                 imaging::pixelDigest(*picture),
                                 m_workstation->clock().now(),
                                 m_workstation->actor().name};
    QJsonObject details{{"evidence", evidence.value()},
                        {"edits", model::toJson(edits)},
                        {"width", made.width},
                        {"height", made.height},
                        {"sha256", made.sha256}};
    if (frame)
        details["frame"] = *frame;
    LIKENESS_TRY(commit({audit::verbs::derivationMade, made.id.value(), details},
                        [&](store::CaseWriter &writer) { return writer.insert(made); }));
    return made;
}

base::Result<base::Picture> CaseSession::openDerivation(const model::DerivationId &derivation,
                                                        base::Progress &progress)
{
    const auto made = m_store->derivation(derivation);
    LIKENESS_TRY(made);
    auto picture = openPicture({made->evidence, made->frame, made->id}, progress);
    if (picture)
        LIKENESS_TRY(recordView(audit::verbs::derivationViewed, derivation.value(),
                                {{"evidence", made->evidence.value()}}));
    return picture;
}

} // namespace likeness::casework
