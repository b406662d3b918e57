// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/engine/store/storetest.h"

#include <QJsonArray>

/// A case with a probe, a search and one record of every kind that is kept as its document. Keys and
/// signatures are made up: the store checks none.
namespace likeness::tests
{

inline model::Signature signatureOf(const QString &account)
{
    return {account, QString(64, u'5'), QString(128, u'6')};
}

struct ExaminedCase {
    explicit ExaminedCase(const base::Clock &clock)
    {
        const QDateTime now = clock.now();
        item = evidenceItem(clock, "a picture");
        region.id = model::RegionId::create();
        region.evidence = item.id;
        region.box = {0.25, 0.25, 0.5, 0.5};
        region.created = now;
        probe.id = model::ProbeId::create();
        probe.region = region.id;
        probe.evidence = item.id;
        probe.evidenceSha256 = item.sha256;
        probe.created = now;
        search.id = model::SearchId::create();
        search.probe = probe.id;
        search.gallery = model::GalleryId::create();
        search.settings.probeKind = model::ProbeKind::VideoFrame;
        search.settings.excludedReferences = {"P \"7\"", "P8, née ☂"};
        search.settings.leaveOutPastRetention = true;
        search.time = now;
        search.actor = "examiner";
        for (int rank = 1; rank <= 3; ++rank)
            search.candidates.push_back({rank, model::PersonId::create(), QStringLiteral("P%1").arg(rank),
                                         model::PortraitId::create(), base::sha256(QByteArray::number(rank)),
                                         0.1 * rank});

        comparison.setFinding(model::Component::Ears, model::Finding::Similar);
        comparison.setNote(model::Component::Ears, QStringLiteral("Läppchen ☂"));
        comparison.probeMarks.push_back({model::Mark::Kind::Point, 1, {0.5, 0.25}, {0.5, 0.25}, {}, {}});
        comparison.portraitMarks.push_back(
            {model::Mark::Kind::Text, 0, {1.0 / 3, 0.1}, {1.0 / 3, 0.1}, "a scar", model::Component::Scars});
        comparison.conclusion = model::Conclusion::SupportSameSource;

        analysis.id = model::AnalysisId::create();
        analysis.probe = probe.id;
        analysis.kind = model::ProbeKind::VideoFrame;
        analysis.components = {
            {model::Component::Ears, model::Visibility::PartlyVisible, "left \"ear\" only"}};
        analysis.suitability = model::FaceQuality::Grade::Limited;
        analysis.limitations = "dark\n\tand small";
        analysis.time = now;
        analysis.actor = "examiner";
        analysis.signature = signatureOf("examiner");
        search.calibration = model::Calibration{model::Calibration::Source::Gallery, "clear", 1500, 100};
        for (model::Candidate &candidate : search.candidates) {
            candidate.frequency = {0.01 * candidate.rank, 0.005 * candidate.rank, 0.02 * candidate.rank};
            candidate.lookAlikes = 1 + candidate.rank;
            candidate.robustness = {4, 5};
        }
        view = {search.id, "examiner", now};
        examination.id = model::ExaminationId::create();
        examination.search = search.id;
        examination.portrait = search.candidates[1].portrait;
        examination.conclusion = *comparison.conclusion;
        examination.note = "as seen";
        examination.time = now;
        examination.actor = "examiner";
        examination.comparison = comparison;
        examination.analysis = analysis.id;
        examination.signature = signatureOf("examiner");
        request.id = model::VerificationId::create();
        request.examination = examination.id;
        request.search = search.id;
        request.probe = probe.id;
        request.candidate = examination.portrait;
        for (const auto &candidate : search.candidates)
            request.lineup.push_back(
                {QString(QChar(u'A' + candidate.rank)), candidate.portrait, candidate.portraitSha256});
        request.time = now;
        request.actor = "examiner";
        request.signature = signatureOf("examiner");
        taken = {request.id, "verifier", now, false};
        givenBack = {request.id, "verifier", now, true};
        result.request = request.id;
        result.parts = {{"B", comparison}, {"C", model::Comparison()}};
        result.time = now;
        result.actor = "verifier";
        result.host = "desk-8";
        result.signature = signatureOf("verifier");
        adjudication.id = model::AdjudicationId::create();
        adjudication.request = request.id;
        adjudication.conclusion = model::Conclusion::Inconclusive;
        adjudication.reason = "The ear lobe is attached in one picture.";
        adjudication.time = now;
        adjudication.actor = "supervisor";
        adjudication.signature = signatureOf("supervisor");
        nullResult = {search.id, "nobody", now, "examiner", signatureOf("examiner")};
        override = {probe.id, "quality-unsuitable", "only picture",
                    now,      "supervisor",         signatureOf("supervisor")};
    }

    /// The act that writeSearch belongs to.
    model::Act searchMade() const
    {
        QJsonArray portraits, weights;
        for (const auto &candidate : search.candidates) {
            portraits.append(candidate.portraitSha256);
            weights.append(model::weightJson(candidate));
        }
        QJsonObject details{
            {"probe", probe.id.value()}, {"limit", search.settings.limit}, {"portraits_sha256", portraits}};
        if (search.calibration) {
            details["calibration"] = model::toJson(*search.calibration);
            details["weights"] = weights;
        }
        return {"search-made", search.id.value(), details};
    }
    /// What there was before anybody examined.
    base::Outcome writeSearch(store::CaseWriter &writer) const
    {
        LIKENESS_TRY(writer.insert(item));
        LIKENESS_TRY(writer.insert(region));
        LIKENESS_TRY(writer.insert(probe));
        return writer.insert(search);
    }
    /// One of every kind, in the order of the work.
    base::Outcome writeRecords(store::CaseWriter &writer) const
    {
        LIKENESS_TRY(writer.insert(analysis));
        LIKENESS_TRY(writer.insert(override));
        LIKENESS_TRY(writer.insert(view));
        LIKENESS_TRY(writer.insert(examination));
        LIKENESS_TRY(writer.insert(request));
        LIKENESS_TRY(writer.insert(taken));
        LIKENESS_TRY(writer.insert(givenBack));
        LIKENESS_TRY(writer.insert(result));
        LIKENESS_TRY(writer.insert(adjudication));
        return writer.insert(nullResult);
    }

    model::EvidenceItem item;
    model::Region region;
    model::Probe probe;
    model::Search search;
    model::Comparison comparison;
    model::Analysis analysis;
    model::ListView view;
    model::Examination examination;
    model::VerificationRequest request;
    model::VerificationTaken taken;
    model::VerificationTaken givenBack;
    model::VerificationResult result;
    model::Adjudication adjudication;
    model::NullResult nullResult;
    model::Override override;
};

} // namespace likeness::tests
