// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/casereport.h"

#include "engine/base/clock.h"
#include "engine/base/digest.h"
#include "engine/report/casefacts.h"
#include "engine/report/enginecard.h"
#include "engine/report/reporttexts.h"

#include <QJsonArray>
#include <QSet>

namespace likeness::report
{

namespace
{

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
    return {{"id", item.id.value()},    {"sha256", item.sha256},        {"file_name", item.fileName},
            {"bytes", item.bytes},      {"media_type", item.mediaType}, {"width", item.width},
            {"height", item.height},    {"metadata", item.metadata},    {"added", base::timeText(item.added)},
            {"added_by", item.addedBy}, {"frames", item.frames}};
}

QJsonValue frameOf(const std::optional<qint64> &frame)
{
    return frame ? QJsonValue(*frame) : QJsonValue();
}

QJsonValue derivationOf(const std::optional<model::DerivationId> &derivation)
{
    return derivation ? QJsonValue(derivation->value()) : QJsonValue();
}

QJsonObject derivationObject(const model::Derivation &made)
{
    return {{"id", made.id.value()},        {"evidence", made.evidence.value()},
            {"frame", frameOf(made.frame)}, {"edits", model::toJson(made.edits)},
            {"width", made.width},          {"height", made.height},
            {"sha256", made.sha256},        {"created", base::timeText(made.created)},
            {"created_by", made.createdBy}};
}

QJsonObject scanObject(const model::Scan &scan, const std::vector<CaseReport::ScannedTracks> &tracks)
{
    QJsonObject object{{"id", scan.id.value()},
                       {"evidence", scan.evidence.value()},
                       {"settings", model::toJson(scan.settings)},
                       {"engine", scan.engine.toJson()},
                       {"state", model::scanStateName(scan.state)},
                       {"done_to", scan.doneTo},
                       {"frames", scan.frames},
                       {"created", base::timeText(scan.created)},
                       {"actor", scan.actor}};
    for (const CaseReport::ScannedTracks &each : tracks) {
        if (each.scan != scan.id)
            continue;
        object["tracks"] = each.tracks;
        object["chosen"] = each.chosen;
    }
    return object;
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
            {"frame", frameOf(region.frame)},
            {"derivation", derivationOf(region.derivation)},
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
            {"frame", frameOf(probe.frame)},
            {"derivation", derivationOf(probe.derivation)},
            {"created", base::timeText(probe.created)}};
}

using Standing = CaseReport::Standing;

QString stateName(Standing::State state)
{
    switch (state) {
    case Standing::State::NotExamined:
        return QStringLiteral("not-examined");
    case Standing::State::Examined:
        return QStringLiteral("examined");
    case Standing::State::AwaitingVerification:
        return QStringLiteral("awaiting-verification");
    case Standing::State::Agreed:
        return QStringLiteral("agreed");
    case Standing::State::Disagreed:
        return QStringLiteral("disagreed");
    case Standing::State::Adjudicated:
        break;
    }
    return QStringLiteral("adjudicated");
}

QJsonObject standingObject(const Standing &standing)
{
    QJsonObject object{{"state", stateName(standing.state)},
                       {"locked", standing.isLocked()},
                       {"outcome", standing.outcome && !standing.isLocked()
                                       ? QJsonValue(model::conclusionName(*standing.outcome))
                                       : QJsonValue()},
                       {"lead", standing.isLead && !standing.isLocked()},
                       {"excluded", standing.isExcluded && !standing.isLocked()}};
    if (standing.isLead && !standing.isLocked())
        object["lead_sentence"] = QString::fromLatin1(leadSentence);
    return object;
}

QJsonValue memoryObject(const CaseReport::Memory *memory)
{
    if (!memory)
        return {};
    return QJsonObject{{"excluded", memory->excluded},
                       {"set_aside", memory->setAside},
                       {"reasons", QJsonArray::fromStringList(memory->reasons)},
                       {"since", base::timeText(memory->since)}};
}

QJsonObject searchObject(const CaseFacts &facts, const model::Search &search)
{
    const bool withheld = facts.isWithheld(search.id);
    return {{"id", search.id.value()},
            {"probe", search.probe.value()},
            {"further_probes",
             arrayOf(search.furtherProbes, [](const model::ProbeId &probe) { return probe.value(); })},
            {"gallery", search.gallery.value()},
            {"gallery_name", search.galleryName},
            {"gallery_snapshot", search.gallerySnapshot},
            {"gallery_persons", search.galleryPersons},
            {"gallery_portraits", search.galleryPortraits},
            {"engine", search.engine.toJson()},
            {"settings", QJsonObject{{"limit", search.settings.limit},
                                     {"probe_kind", model::probeKindName(search.settings.probeKind)},
                                     {"excluded_references",
                                      QJsonArray::fromStringList(search.settings.excludedReferences)},
                                     {"past_retention_left_out", search.settings.leaveOutPastRetention}}},
            {"time", base::timeText(search.time)},
            {"actor", search.actor},
            {"calibration", search.calibration ? QJsonValue(model::toJson(*search.calibration)) : QJsonValue()},
            {"withheld", withheld},
            {"no_candidate", search.candidates.empty() && !withheld},
            {"null_result", facts.nullResult(search.id) != nullptr},
            {"candidates", arrayOf(search.candidates, [&](const model::Candidate &candidate) {
                 return QJsonObject{
                     {"rank", candidate.rank},
                     {"person", candidate.person.value()},
                     {"person_reference", candidate.personReference},
                     {"portrait", candidate.portrait.value()},
                     {"portrait_sha256", candidate.portraitSha256},
                     {"distance", candidate.distance},
                     {"normalised", candidate.normalised ? QJsonValue(*candidate.normalised) : QJsonValue()},
                     {"frames_present", candidate.framesPresent},
                     {"frequency", model::weightJson(candidate).at(0)},
                     {"beyond_line", model::isBeyondLine(search, candidate)},
                     {"look_alikes", candidate.lookAlikes ? QJsonValue(*candidate.lookAlikes) : QJsonValue()},
                     {"variations_kept", candidate.robustness ? QJsonValue(candidate.robustness->kept) : QJsonValue()},
                     {"variations", candidate.robustness ? QJsonValue(candidate.robustness->of) : QJsonValue()},
                     {"set_aside", facts.isSetAside(search.id, candidate.portrait)},
                     {"standing", standingObject(facts.standing(search.id, candidate.portrait))},
                     {"memory", memoryObject(facts.memory(search.id, candidate.person))}};
             })}};
}

QJsonObject decisionObject(const model::CandidateDecision &decision)
{
    return {{"search", decision.search.value()},     {"portrait", decision.portrait.value()},
            {"set_aside", decision.setAside},        {"reason", decision.reason},
            {"time", base::timeText(decision.time)}, {"actor", decision.actor}};
}

/// What every record of the examination has: its number in the PDF, and what was signed.
QJsonObject recordObject(const CaseFacts &facts, const void *record)
{
    const int number = facts.recordNumber(record);
    const CaseFacts::Record &found = facts.records()[size_t(number - 1)];
    return {{"number", number},
            {"locked", found.locked},
            {"document", found.locked ? QJsonValue() : QJsonValue(found.document)},
            {"document_sha256", found.sha256},
            {"signature", found.locked || !found.signature.isSigned()
                              ? QJsonValue()
                              : QJsonValue(model::toJson(found.signature))}};
}

template <class Records>
QJsonArray recordArray(const CaseFacts &facts, const Records &records)
{
    return arrayOf(records, [&](const auto &record) { return recordObject(facts, &record); });
}

QJsonObject examinationObject(const CaseFacts &facts, const model::Examination &examination)
{
    QJsonObject object = recordObject(facts, &examination);
    const bool locked = object["locked"].toBool();
    object["id"] = examination.id.value();
    object["search"] = examination.search.value();
    object["portrait"] = examination.portrait.value();
    object["conclusion"] = locked ? QJsonValue() : QJsonValue(model::conclusionName(examination.conclusion));
    object["note"] = locked ? QJsonValue() : QJsonValue(examination.note);
    object["time"] = base::timeText(examination.time);
    object["actor"] = locked ? QJsonValue() : QJsonValue(examination.actor);
    object["counts"] = facts.lastExamination(examination.search, examination.portrait) == &examination;
    object["lead_sentence"] = QString::fromLatin1(leadSentence);
    return object;
}

QJsonObject takenObject(const CaseFacts &facts, const model::VerificationTaken &taken)
{
    return {{"request", taken.request.value()},
            {"actor", facts.isLocked(taken.request) ? QJsonValue() : QJsonValue(taken.actor)},
            {"time", base::timeText(taken.time)},
            {"given_back", taken.givenBack}};
}

QJsonObject listViewObject(const model::ListView &view)
{
    return {{"search", view.search.value()},
            {"actor", view.actor},
            {"time", base::timeText(view.time)},
            {"weaker_reason", view.weakerReason}};
}

QString dayText(const QDate &date)
{
    return date.toString(Qt::ISODate);
}

QJsonValue profileObject(const CaseReport::PolicyProfile &profile)
{
    if (profile.name.isEmpty())
        return {};
    return QJsonObject{{"name", profile.name},
                       {"version", profile.version},
                       {"valid_from", dayText(profile.validFrom)},
                       {"valid_until", dayText(profile.validUntil)},
                       {"sha256", profile.sha256},
                       {"key", profile.key},
                       {"lineup", profile.lineup},
                       {"list_limit", profile.listLimit}};
}

QJsonValue signedHeadObject(const CaseReport::SignedHead &head)
{
    if (!head.signature.isSigned())
        return {};
    return QJsonObject{{"document", head.document},
                       {"signature", model::toJson(head.signature)},
                       {"time", base::timeText(head.time)}};
}

/// One list of everything that can be hashed, so that nobody has to gather it.
QJsonArray hashList(const CaseReport &report, const CaseFacts &facts)
{
    QJsonArray list;
    QSet<QString> told;
    const auto add = [&](const char *what, const QString &id, const QString &sha256) {
        const QString key = QString::fromLatin1(what) + u'/' + id + u'/' + sha256;
        if (sha256.isEmpty() || told.contains(key))
            return;
        told.insert(key);
        list.append(QJsonObject{{"what", what}, {"id", id}, {"sha256", sha256}});
    };
    for (const model::EvidenceItem &item : report.contents.evidence)
        add("evidence", item.id.value(), item.sha256);
    for (const model::Derivation &made : report.contents.derivations)
        add("derivation", made.id.value(), made.sha256);
    for (const model::Probe &probe : report.contents.probes) {
        add("chip", probe.id.value(), probe.chipSha256);
        add("finder", probe.engine.name, probe.engine.finderSha256);
        add("landmarks", probe.engine.name, probe.engine.landmarksSha256);
        add("describer", probe.engine.name, probe.engine.describerSha256);
    }
    for (const model::Search &search : report.contents.searches) {
        add("gallery-snapshot", search.gallery.value(), search.gallerySnapshot);
        for (const model::Candidate &candidate : search.candidates)
            add("portrait", candidate.portrait.value(), candidate.portraitSha256);
    }
    for (const CaseFacts::Record &record : facts.records())
        add("record", QString::number(facts.recordNumber(record.record)), record.sha256);
    if (!report.profile.name.isEmpty())
        add("policy-profile", report.profile.name, report.profile.sha256);
    return list;
}

/// By kind; null for one that was never made.
QJsonObject selfTestObject(const CaseReport &report)
{
    QJsonObject object{{"identification", QJsonValue()}, {"verification", QJsonValue()}, {"error", QJsonValue()}};
    for (const model::SelfTest &test : report.selfTests)
        object[model::selfTestKindName(test.kind)] = QJsonObject{{"entry", test.entry},
                                                                 {"time", base::timeText(test.time)},
                                                                 {"actor", test.actor},
                                                                 {"figures", model::selfTestFigures(test)}};
    if (report.selfTestsUnread)
        object["error"] = QJsonObject{{"error", base::errorCodeName(report.selfTestsUnread->code)},
                                      {"subject", report.selfTestsUnread->subject},
                                      {"detail", report.selfTestsUnread->detail}};
    return object;
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
    const CaseFacts facts(report);
    return {{"format", "likeness-case-report/1"},
            {"training", report.training},
            {"lead_sentence", QString::fromLatin1(leadSentence)},
            {"made", base::timeText(report.made)},
            {"made_by", report.madeBy},
            {"host", report.host},
            {"program_version", report.programVersion},
            {"case", caseObject(contents.file)},
            {"evidence", arrayOf(contents.evidence, evidenceObject)},
            {"regions", arrayOf(contents.regions, regionObject)},
            {"derivations", arrayOf(contents.derivations, derivationObject)},
            {"scans", arrayOf(contents.scans,
                              [&](const model::Scan &scan) { return scanObject(scan, report.scannedTracks); })},
            {"probes", arrayOf(contents.probes, probeObject)},
            {"searches", arrayOf(contents.searches,
                                 [&](const model::Search &search) { return searchObject(facts, search); })},
            {"decisions", arrayOf(contents.decisions, decisionObject)},
            {"examinations", arrayOf(contents.examinations,
                                     [&](const model::Examination &examination) {
                                         return examinationObject(facts, examination);
                                     })},
            {"analyses", recordArray(facts, contents.analyses)},
            {"verification_requests", recordArray(facts, contents.verificationRequests)},
            {"verification_results", recordArray(facts, contents.verificationResults)},
            {"verifications_taken",
             arrayOf(contents.verificationsTaken,
                     [&](const model::VerificationTaken &taken) { return takenObject(facts, taken); })},
            {"adjudications", recordArray(facts, contents.adjudications)},
            {"null_results", recordArray(facts, contents.nullResults)},
            {"overrides", recordArray(facts, contents.overrides)},
            {"list_views", arrayOf(contents.listViews, listViewObject)},
            {"agency", QJsonObject{{"name", report.agency}, {"key", report.agencyKey}}},
            {"accounts",
             arrayOf(report.accounts, [](const model::Account &account) { return model::toJson(account); })},
            {"profile", profileObject(report.profile)},
            {"signed_head", signedHeadObject(report.signedHead)},
            {"engine_card", engineCardObject()},
            {"self_test", selfTestObject(report)},
            {"hashes", hashList(report, facts)},
            {"probe_pictures", arrayOf(report.probePictures,
                                       [](const CaseReport::ProbePicture &pictures) {
                                           return QJsonObject{{"probe", pictures.probe.value()},
                                                              {"evidence", pictureObject(pictures.evidence)},
                                                              {"chip", pictureObject(pictures.chip)}};
                                       })},
            {"portrait_pictures", arrayOf(report.portraitPictures,
                                          [](const CaseReport::PortraitPicture &portrait) {
                                              return QJsonObject{
                                                  {"portrait", portrait.portrait.value()},
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
