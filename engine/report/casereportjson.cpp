// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/casereport.h"

#include "engine/base/clock.h"
#include "engine/base/digest.h"
#include "engine/report/reporttexts.h"

#include <QJsonArray>

namespace likeness::report {

namespace {

template <class Records, class Make>
QJsonArray arrayOf(const Records &records, Make make)
{
    QJsonArray array;
    for (const auto &record : records)
        array.append(make(record));
    return array;
}

QJsonObject caseObject(const model::Case &file)
{
    return {{"id", file.id.value()},
            {"number", file.details.number},
            {"offence", file.details.offence},
            {"purpose", file.details.purpose},
            {"requester", file.details.requester},
            {"created", base::timeText(file.created)},
            {"created_by", file.createdBy},
            {"training", file.training}};
}

QJsonObject evidenceObject(const model::EvidenceItem &item)
{
    return {{"id", item.id.value()},   {"sha256", item.sha256},        {"file_name", item.fileName},
            {"bytes", item.bytes},     {"media_type", item.mediaType}, {"width", item.width},
            {"height", item.height},   {"metadata", item.metadata},    {"added", base::timeText(item.added)},
            {"added_by", item.addedBy}};
}

QJsonObject regionObject(const model::Region &region)
{
    return {{"id", region.id.value()},
            {"evidence", region.evidence.value()},
            {"box", model::toJson(region.box)},
            {"eyes", region.eyes ? QJsonValue(model::toJson(*region.eyes)) : QJsonValue()},
            {"alignment", model::alignmentName(region.alignment)},
            {"drawn", region.drawn},
            {"confidence", region.confidence},
            {"created", base::timeText(region.created)}};
}

QJsonObject probeObject(const model::Probe &probe)
{
    return {{"id", probe.id.value()},
            {"region", probe.region.value()},
            {"evidence", probe.evidence.value()},
            {"evidence_sha256", probe.evidenceSha256},
            {"box", model::toJson(probe.box)},
            {"eyes", model::toJson(probe.eyes)},
            {"alignment", model::alignmentName(probe.alignment)},
            {"quality", model::toJson(probe.quality)},
            {"chip_sha256", probe.chipSha256},
            {"engine", probe.engine.toJson()},
            {"created", base::timeText(probe.created)}};
}

bool isSetAside(const model::CaseContents &contents, const model::Search &search,
                const model::Candidate &candidate)
{
    bool aside = false;
    for (const model::CandidateDecision &decision : contents.decisions)
        if (decision.search == search.id && decision.portrait == candidate.portrait)
            aside = decision.setAside;
    return aside;
}

QJsonObject searchObject(const model::CaseContents &contents, const model::Search &search)
{
    return {{"id", search.id.value()},
            {"probe", search.probe.value()},
            {"gallery", search.gallery.value()},
            {"gallery_name", search.galleryName},
            {"gallery_snapshot", search.gallerySnapshot},
            {"gallery_persons", search.galleryPersons},
            {"gallery_portraits", search.galleryPortraits},
            {"engine", search.engine.toJson()},
            {"settings", QJsonObject{{"limit", search.settings.limit}}},
            {"time", base::timeText(search.time)},
            {"actor", search.actor},
            {"no_candidate", search.candidates.empty()},
            {"candidates", arrayOf(search.candidates, [&](const model::Candidate &candidate) {
                 return QJsonObject{{"rank", candidate.rank},
                                    {"person", candidate.person.value()},
                                    {"person_reference", candidate.personReference},
                                    {"portrait", candidate.portrait.value()},
                                    {"portrait_sha256", candidate.portraitSha256},
                                    {"distance", candidate.distance},
                                    {"set_aside", isSetAside(contents, search, candidate)}};
             })}};
}

QJsonObject decisionObject(const model::CandidateDecision &decision)
{
    return {{"search", decision.search.value()},     {"portrait", decision.portrait.value()},
            {"set_aside", decision.setAside},        {"reason", decision.reason},
            {"time", base::timeText(decision.time)}, {"actor", decision.actor}};
}

QJsonObject examinationObject(const model::CaseContents &contents, const model::Examination &examination)
{
    const model::Examination *last = nullptr;
    for (const model::Examination &other : contents.examinations)
        if (other.search == examination.search && other.portrait == examination.portrait)
            last = &other;
    return {{"id", examination.id.value()},
            {"search", examination.search.value()},
            {"portrait", examination.portrait.value()},
            {"conclusion", model::conclusionName(examination.conclusion)},
            {"note", examination.note},
            {"time", base::timeText(examination.time)},
            {"actor", examination.actor},
            {"counts", last == &examination},
            {"lead_sentence", QString::fromLatin1(leadSentence)}};
}

QJsonValue pictureObject(const base::Picture &picture)
{
    if (picture.isNull())
        return {};
    return QJsonObject{{"width", picture.width()},
                       {"height", picture.height()},
                       {"channels", picture.channels()},
                       {"pixels_sha256", base::sha256(picture.pixels())}};
}

} // namespace

QJsonObject toJson(const CaseReport &report)
{
    const model::CaseContents &contents = report.contents;
    return {
        {"format", "likeness-case-report/1"},
        {"training", report.training},
        {"lead_sentence", QString::fromLatin1(leadSentence)},
        {"made", base::timeText(report.made)},
        {"made_by", report.madeBy},
        {"host", report.host},
        {"program_version", report.programVersion},
        {"case", caseObject(contents.file)},
        {"evidence", arrayOf(contents.evidence, evidenceObject)},
        {"regions", arrayOf(contents.regions, regionObject)},
        {"probes", arrayOf(contents.probes, probeObject)},
        {"searches", arrayOf(contents.searches,
                             [&](const model::Search &search) { return searchObject(contents, search); })},
        {"decisions", arrayOf(contents.decisions, decisionObject)},
        {"examinations", arrayOf(contents.examinations,
                                 [&](const model::Examination &examination) {
                                     return examinationObject(contents, examination);
                                 })},
        {"probe_pictures", arrayOf(report.probePictures,
                                   [](const CaseReport::ProbePicture &pictures) {
                                       return QJsonObject{{"probe", pictures.probe.value()},
                                                          {"evidence", pictureObject(pictures.evidence)},
                                                          {"chip", pictureObject(pictures.chip)}};
                                   })},
        {"portrait_pictures", arrayOf(report.portraitPictures,
                                      [](const CaseReport::PortraitPicture &portrait) {
                                          return QJsonObject{{"portrait", portrait.portrait.value()},
                                                             {"person_reference", portrait.personReference},
                                                             {"picture", pictureObject(portrait.picture)}};
                                      })},
        {"missing", arrayOf(report.missing,
                            [](const CaseReport::MissingPicture &missing) {
                                return QJsonObject{{"what", missing.what},
                                                   {"error", base::errorCodeName(missing.why.code)},
                                                   {"subject", missing.why.subject},
                                                   {"detail", missing.why.detail}};
                            })},
        {"audit", QJsonObject{{"count", report.auditHead.count}, {"hash", report.auditHead.hash}}}};
}

} // namespace likeness::report
