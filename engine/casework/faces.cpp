// SPDX-License-Identifier: GPL-3.0-or-later
// CaseSession: faces are found, regions drawn, probes made.
#include "engine/audit/verbs.h"
#include "engine/casework/casesession.h"

#include <algorithm>

namespace likeness::casework {

using base::ErrorCode;

namespace {

/// What a list of found faces depends on besides the item of evidence.
QString finderKey(const model::EngineVersion &engine, const face::FinderSettings &settings,
                  const model::PictureSource &source)
{
    QStringList parts{engine.finderSha256.left(16), engine.landmarksSha256.left(16), engine.path,
                      QString::number(settings.smallestFacePx)};
    if (const auto &region = settings.region)
        for (const double value : {region->x, region->y, region->width, region->height})
            parts += QString::number(value, 'g', 17);
    // Words, so that no number of a region is taken for them; a still has the key that it always had.
    if (source.frame)
        parts += QStringLiteral("frame %1").arg(*source.frame);
    if (source.derivation)
        parts += QStringLiteral("derivation %1").arg(source.derivation->value());
    return parts.join(u'/');
}

void addSource(QJsonObject &details, const model::PictureSource &source)
{
    if (source.frame)
        details["frame"] = *source.frame;
    if (source.derivation)
        details["derivation"] = source.derivation->value();
}

QJsonObject regionDetails(const model::Region &region)
{
    QJsonObject details{{"evidence", region.evidence.value()},
                        {"box", model::toJson(region.box)},
                        {"drawn", region.drawn},
                        {"alignment", model::alignmentName(region.alignment)}};
    if (region.eyes)
        details["eyes"] = model::toJson(*region.eyes);
    addSource(details, region.source());
    return details;
}

} // namespace

base::Result<std::vector<model::FoundFace>> CaseSession::findFaces(const model::PictureSource &source,
                                                                   const face::FinderSettings &settings,
                                                                   base::Progress &progress,
                                                                   const face::FacesSoFar &soFar)
{
    const auto engine = m_workstation->engine();
    if (!engine)
        return tl::unexpected(engine.error());
    const model::EngineVersion version = (*engine)->version();
    const QString key = finderKey(version, settings, source);
    LIKENESS_TRY(checkSource(source));
    const auto remembered = m_store->foundFaces(source.evidence, key);
    if (!remembered)
        return tl::unexpected(remembered.error());
    if (*remembered)
        return **remembered;

    const auto picture = openPicture(source, progress);
    LIKENESS_TRY(picture);
    auto faces = (*engine)->find(*picture, settings, progress, soFar);
    if (!faces)
        return faces;

    QJsonObject details{{"faces", qint64(faces->size())},
                        {"smallest_face_px", settings.smallestFacePx},
                        {"engine", version.toJson()}};
    addSource(details, source);
    // Read-only it is a look at the picture: entered at the workstation, and found again next time.
    const auto entered = isReadOnly() ? recordView(audit::verbs::facesFound, source.evidence.value(), details)
                                      : commit({audit::verbs::facesFound, source.evidence.value(), details},
                                               [&](store::CaseWriter &writer) {
                                                   return writer.setFoundFaces(source.evidence, key, *faces);
                                               });
    LIKENESS_TRY(entered);
    return faces;
}

base::Result<face::FaceEngine::HandAligned>
CaseSession::previewAlignment(const base::Picture &picture, const model::RelativeRect &box,
                              const std::optional<model::EyePoints> &eyes) const
{
    const auto engine = m_workstation->engine();
    if (!engine)
        return tl::unexpected(engine.error());
    return (*engine)->alignByHand(picture, box, eyes);
}

base::Result<model::Region> CaseSession::drawRegion(const model::PictureSource &source,
                                                    const model::RelativeRect &box,
                                                    const std::optional<model::EyePoints> &eyes)
{
    const model::EvidenceId &evidence = source.evidence;
    LIKENESS_TRY(writable());
    LIKENESS_TRY(allowed(policy::Deed::ChooseFaces, evidence.value()));
    if (!box.isValid() || (eyes && !eyes->isValid()))
        return base::fail(ErrorCode::InvalidArgument, evidence.value(),
                          QStringLiteral("the region or its eyes are not inside the picture"));
    if (eyes && !eyes->areAbout(box))
        return base::fail(ErrorCode::InvalidArgument, evidence.value(),
                          QStringLiteral("the middle between the eyes is not inside the region"));
    LIKENESS_TRY(checkSource(source));

    const model::Region region{model::RegionId::create(),
                               evidence,
                               box,
                               eyes,
                               eyes ? model::Alignment::ByHand : model::Alignment::Automatic,
                               true,
                               0,
                               m_workstation->clock().now(),
                               source.frame,
                               source.derivation};
    LIKENESS_TRY(commit({audit::verbs::regionDrawn, region.id.value(), regionDetails(region)},
                        [&](store::CaseWriter &writer) { return writer.insert(region); }));
    return region;
}

base::Outcome CaseSession::removeRegion(const model::RegionId &region)
{
    LIKENESS_TRY(allowed(policy::Deed::ChooseFaces, region.value()));
    return commit({audit::verbs::regionRemoved, region.value(), {}},
                  [&](store::CaseWriter &writer) { return writer.removeRegion(region); });
}

base::Outcome CaseSession::restoreRegion(const model::RegionId &region)
{
    LIKENESS_TRY(allowed(policy::Deed::ChooseFaces, region.value()));
    return commit({audit::verbs::regionRestored, region.value(), {}},
                  [&](store::CaseWriter &writer) { return writer.restoreRegion(region); });
}

base::Result<model::Probe> CaseSession::makeProbe(const model::PictureSource &source,
                                                  const model::FoundFace &face, base::Progress &progress)
{
    LIKENESS_TRY(writable());
    LIKENESS_TRY(allowed(policy::Deed::ChooseFaces, source.evidence.value()));
    const auto engine = m_workstation->engine();
    if (!engine)
        return tl::unexpected(engine.error());
    const auto contents = m_store->contents();
    if (!contents)
        return tl::unexpected(contents.error());
    const QString engineId = (*engine)->version(face::DescriberSettings::shipped()).id();
    for (const model::Probe &probe : contents->probes) // chosen before: a template is made once
        if (probe.source() == source && probe.box == face.box && probe.eyes == face.eyes &&
            probe.alignment == model::Alignment::Automatic && probe.engine.id() == engineId)
            return probe;

    const auto picture = openPicture(source, progress);
    LIKENESS_TRY(picture);
    const auto chip = (*engine)->align(*picture, face);
    if (!chip)
        return tl::unexpected(chip.error());
    const model::Region region{model::RegionId::create(),
                               source.evidence,
                               face.box,
                               face.eyes,
                               model::Alignment::Automatic,
                               false,
                               face.confidence,
                               m_workstation->clock().now(),
                               source.frame,
                               source.derivation};
    return describeRegion(region, *chip, face.eyes, face.quality, true);
}

base::Result<model::Probe> CaseSession::makeProbe(const model::RegionId &regionId, base::Progress &progress)
{
    LIKENESS_TRY(writable());
    LIKENESS_TRY(allowed(policy::Deed::ChooseFaces, regionId.value()));
    const auto engine = m_workstation->engine();
    if (!engine)
        return tl::unexpected(engine.error());
    const auto contents = m_store->contents();
    if (!contents)
        return tl::unexpected(contents.error());
    const QString engineId = (*engine)->version(face::DescriberSettings::shipped()).id();
    for (const model::Probe &probe : contents->probes)
        if (probe.region == regionId && probe.engine.id() == engineId)
            return probe;
    const auto region = std::find_if(contents->regions.begin(), contents->regions.end(),
                                     [&](const model::Region &r) { return r.id == regionId; });
    if (region == contents->regions.end())
        return base::fail(ErrorCode::NotFound, regionId.value());

    const auto picture = openPicture(region->source(), progress);
    LIKENESS_TRY(picture);
    // The eyes of a found face are the finder's: aligning by them would claim a hand that was not there.
    const auto eyes = region->alignment == model::Alignment::ByHand ? region->eyes : std::nullopt;
    const auto aligned = (*engine)->alignByHand(*picture, region->box, eyes);
    if (!aligned)
        return tl::unexpected(aligned.error());
    return describeRegion(*region, aligned->chip, aligned->eyes, aligned->quality, false);
}

base::Result<model::Probe> CaseSession::describeRegion(const model::Region &region,
                                                       const model::AlignedChip &chip,
                                                       const model::EyePoints &eyes,
                                                       const model::FaceQuality &quality, bool newRegion)
{
    const auto engine = m_workstation->engine();
    if (!engine)
        return tl::unexpected(engine.error());
    const auto item = m_store->evidence(region.evidence);
    if (!item)
        return tl::unexpected(item.error());
    const auto templates = (*engine)->describe({chip}, face::DescriberSettings::shipped());
    if (!templates)
        return tl::unexpected(templates.error());

    model::Probe probe;
    probe.id = model::ProbeId::create();
    probe.region = region.id;
    probe.evidence = region.evidence;
    probe.evidenceSha256 = item->sha256;
    probe.box = region.box;
    probe.eyes = eyes;
    probe.alignment = chip.alignment;
    probe.quality = quality;
    probe.chipSha256 = chip.sha256;
    probe.values = templates->front();
    probe.engine = (*engine)->version(face::DescriberSettings::shipped());
    probe.created = m_workstation->clock().now();
    probe.frame = region.frame;
    probe.derivation = region.derivation;

    QJsonObject details = regionDetails(region);
    details["region"] = region.id.value();
    details["evidence_sha256"] = item->sha256;
    details["alignment"] = model::alignmentName(probe.alignment);
    details["eyes"] = model::toJson(eyes);
    details["quality"] = model::toJson(quality);
    details["chip_sha256"] = chip.sha256;
    details["engine"] = probe.engine.toJson();
    LIKENESS_TRY(commitProbe(probe, details, [&](store::CaseWriter &writer) {
        const auto kept = newRegion ? writer.insert(region) : base::Outcome();
        return kept.and_then([&] { return writer.insert(probe); });
    }));
    return probe;
}

base::Result<model::AlignedChip> CaseSession::cutAgain(const model::Probe &probe,
                                                       const face::FaceEngine &engine,
                                                       const base::Picture &picture) const
{
    // A face that the finder found was cut by its landmarks, any other by hand.
    const auto found = m_store->allFoundFaces(probe.evidence);
    if (!found)
        return tl::unexpected(found.error());
    for (const model::FoundFace &face : *found) {
        if (face.box != probe.box || face.eyes != probe.eyes)
            continue;
        auto chip = engine.align(picture, face);
        if (!chip || chip->sha256 == probe.chipSha256)
            return chip;
    }
    const auto eyes = probe.alignment == model::Alignment::ByHand ? std::optional(probe.eyes) : std::nullopt;
    auto aligned = engine.alignByHand(picture, probe.box, eyes);
    if (!aligned)
        return tl::unexpected(aligned.error());
    return std::move(aligned->chip);
}

base::Result<std::vector<model::Template>> CaseSession::describeFor(const model::Probe &probe,
                                                                    const model::EngineVersion &version,
                                                                    const ChipsOf &chipsOf, base::Progress &progress)
{
    const auto engine = m_workstation->engine();
    if (!engine)
        return tl::unexpected(engine.error());
    const auto settings = face::describerSettings(version.options);
    const bool isOurs = settings && (*engine)->version(*settings).id() == version.id();
    if (!isOurs || probe.engine.describerSha256 != version.describerSha256 ||
        probe.engine.landmarksSha256 != version.landmarksSha256)
        return base::fail(ErrorCode::InvalidArgument, probe.id.value(),
                          QStringLiteral("the probe was made by another engine version; make it again"));
    const auto picture = openPicture(probe.source(), progress);
    LIKENESS_TRY(picture);
    const auto chip = cutAgain(probe, **engine, *picture);
    if (!chip)
        return tl::unexpected(chip.error());
    if (chip->sha256 != probe.chipSha256)
        return base::fail(ErrorCode::InvalidArgument, probe.id.value(),
                          QStringLiteral("the face was cut again for the gallery's engine version and is not "
                                         "the one of the probe; make the probe again"));
    return (*engine)->describe(chipsOf(*chip), *settings);
}

} // namespace likeness::casework
