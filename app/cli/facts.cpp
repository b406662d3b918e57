// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/facts.h"

#include "app/cli/clitext.h"
#include "engine/base/clock.h"
#include "widgets/words/frequencytext.h"

#include <QStringList>

namespace likeness::cli {

QJsonObject faceFacts(const model::FoundFace &face)
{
    const QJsonObject quality = model::toJson(face.quality);
    return {{"box", model::toJson(face.box)},
            {"eyes", model::toJson(face.eyes)},
            {"eye_distance_px", face.quality.eyeDistancePx},
            {"confidence", face.confidence},
            {"quality", model::gradeName(face.quality.grade)},
            {"quality_reasons", QJsonArray::fromStringList(face.quality.reasons)},
            {"quality_components", quality["components"].toArray()}};
}

QJsonObject caseFacts(const model::Case &file)
{
    return {{"id", file.id.value()},
            {"number", file.details.number},
            {"offence", file.details.offence},
            {"purpose", file.details.purpose},
            {"requester", file.details.requester},
            {"created", base::timeText(file.created)},
            {"created_by", file.createdBy}};
}

QJsonObject evidenceFacts(const model::EvidenceItem &item)
{
    return {{"id", item.id.value()},        {"sha256", item.sha256},
            {"file_name", item.fileName},   {"bytes", item.bytes},
            {"media_type", item.mediaType}, {"width", item.width},
            {"height", item.height},        {"added", base::timeText(item.added)},
            {"added_by", item.addedBy},     {"frames", item.frames}};
}

QJsonObject candidateFacts(const model::Candidate &candidate)
{
    return {{"rank", candidate.rank},
            {"person", candidate.personReference},
            {"portrait", candidate.portrait.value()},
            {"portrait_sha256", candidate.portraitSha256},
            {"frames_present", candidate.framesPresent},
            {"distance", candidate.distance},
            {"normalised", candidate.normalised ? QJsonValue(*candidate.normalised) : QJsonValue()},
            {"frequency", candidate.frequency ? QJsonValue(QJsonArray{candidate.frequency->share, candidate.frequency->low,
                                                                      candidate.frequency->high})
                                              : QJsonValue()},
            {"look_alikes", candidate.lookAlikes ? QJsonValue(*candidate.lookAlikes) : QJsonValue()},
            {"variations_kept", candidate.robustness ? QJsonValue(candidate.robustness->kept) : QJsonValue()},
            {"variations", candidate.robustness ? QJsonValue(candidate.robustness->of) : QJsonValue()}};
}

QStringList candidateLines(const model::Search &search)
{
    QStringList lines;
    for (const model::Candidate &candidate : search.candidates) {
        lines += CliText::tr("%1: %2, distance %3, portrait %4")
                     .arg(QString::number(candidate.rank), candidate.personReference,
                          QString::number(candidate.distance, 'f', 4), candidate.portrait.value());
        if (candidate.normalised)
            lines.back() += CliText::tr(", normalised %1").arg(*candidate.normalised, 0, 'f', 4);
        if (!search.furtherProbes.empty())
            lines.back() += CliText::tr(", in %1 of %2 frames")
                                .arg(candidate.framesPresent)
                                .arg(search.furtherProbes.size() + 1);
        if (candidate.frequency)
            lines += QStringLiteral("   ") + words::frequencySentence(*candidate.frequency);
        if (candidate.isFragile())
            lines += QStringLiteral("   ") + words::robustnessText(candidate);
    }
    if (search.calibration)
        lines += words::basisSentence(*search.calibration);
    if (search.folded > 0)
        lines += words::foldedText(search.folded, search.calibration->oneIn) +
                 CliText::tr(" The command candidates opens them with --weaker REASON.");
    return lines;
}

QJsonObject searchFacts(const model::Search &search)
{
    QJsonArray candidates;
    for (const model::Candidate &candidate : search.candidates)
        candidates.append(candidateFacts(candidate));
    return {{"search", search.id.value()},
            {"probe", search.probe.value()},
            {"gallery", search.gallery.value()},
            {"gallery_name", search.galleryName},
            {"gallery_snapshot", search.gallerySnapshot},
            {"gallery_persons", search.galleryPersons},
            {"gallery_portraits", search.galleryPortraits},
            {"engine", search.engine.toJson()},
            {"limit", search.settings.limit},
            {"excluded_references", QJsonArray::fromStringList(search.settings.excludedReferences)},
            {"past_retention_left_out", search.settings.leaveOutPastRetention},
            {"time", base::timeText(search.time)},
            {"frames_searched", qint64(search.furtherProbes.size()) + 1},
            {"calibration", search.calibration ? QJsonValue(model::toJson(*search.calibration)) : QJsonValue()},
            {"folded", search.folded},
            {"candidates", candidates}};
}

QJsonObject derivationFacts(const model::Derivation &made)
{
    QJsonObject facts{{"derivation", made.id.value()},
                      {"evidence", made.evidence.value()},
                      {"edits", model::toJson(made.edits)},
                      {"width", made.width},
                      {"height", made.height},
                      {"sha256", made.sha256}};
    if (made.frame)
        facts["frame"] = *made.frame;
    return facts;
}

QJsonObject trackFacts(const model::FaceTrack &track, const model::VideoIndex &index)
{
    QJsonArray boxes;
    for (const model::TrackBox &box : track.boxes)
        boxes.append(QJsonObject{{"frame", box.frame},
                                 {"pts", index.frames[size_t(box.frame)].time},
                                 {"box", model::toJson(box.box)},
                                 {"found", box.found}});
    return {{"id", track.number},
            {"first_frame", track.firstFrame},
            {"last_frame", track.lastFrame},
            {"best_frame", track.bestFrame},
            {"best", faceFacts(track.best)},
            {"boxes", boxes}};
}

QString trackText(const model::FaceTrack &track)
{
    return CliText::tr("%1: frames %2 to %3, best in frame %4")
        .arg(track.number)
        .arg(track.firstFrame)
        .arg(track.lastFrame)
        .arg(track.bestFrame);
}

QString frameWrittenText(const QJsonObject &facts, const QString &png)
{
    return CliText::tr("Frame %1, %2 s after the first, was written to %3, and what is needed to find it again "
                       "beside it.")
        .arg(facts["frame"].toInteger())
        .arg(facts["seconds"].toDouble(), 0, 'f', 3)
        .arg(png);
}

QString boxText(const model::RelativeRect &box)
{
    QStringList numbers;
    for (const double value : {box.x, box.y, box.width, box.height})
        numbers += QString::number(value, 'f', 4);
    return numbers.join(u',');
}

} // namespace likeness::cli
