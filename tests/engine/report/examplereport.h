// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/digest.h"
#include "engine/report/casereport.h"

#include <QRandomGenerator>

namespace likeness::tests
{

/// A case report of every kind of record, with made-up pictures: gradients and noise, no faces.
class ExampleReport
{
public:
    static QString digest(const QString &of) { return base::sha256(of.toUtf8()); }

    static QDateTime time(int minutes)
    {
        return QDateTime(QDate(2026, 11, 22), QTime(9, 30, 12, 345), Qt::UTC).addSecs(minutes * 60);
    }

    static base::Picture picture(int width, int height, quint32 seed, bool grey = false)
    {
        base::Picture made(width, height, grey ? base::Picture::Format::Grey : base::Picture::Format::Rgb);
        QRandomGenerator noise(seed);
        for (int y = 0; y < height; ++y)
            for (int i = 0; i < made.bytesPerLine(); ++i)
                made.line(y)[i] =
                    uchar((i * 120 / made.bytesPerLine()) + (y * 100 / height) + noise.bounded(24));
        return made;
    }

    static model::EngineVersion engine()
    {
        return {"dlib-resnet-v1",    digest("finder"), digest("landmarks"),
                digest("describer"), "direct",         "mirror"};
    }

    static model::EvidenceItem evidence(int number, const QString &fileName)
    {
        const QString id = QStringLiteral("evidence-%1").arg(number);
        return {
            model::EvidenceId(id),
            digest(id),
            fileName,
            2'345'678 + number,
            "image/jpeg",
            1920,
            1280,
            {{"Exif", QJsonObject{{"Model", "Example Camera"}, {"DateTimeOriginal", "2026:11:20 22:14:03"}}}},
            time(number),
            "examiner-one"};
    }

    static model::Probe probe(int number, const model::EvidenceItem &item, model::Alignment alignment)
    {
        model::Probe made;
        made.id = model::ProbeId(QStringLiteral("probe-%1").arg(number));
        made.region = model::RegionId(QStringLiteral("region-%1").arg(number));
        made.evidence = item.id;
        made.evidenceSha256 = item.sha256;
        made.box = {0.4, 0.25, 0.15, 0.2};
        made.eyes = {{0.44, 0.32}, {0.5, 0.32}};
        made.alignment = alignment;
        made.quality = {model::FaceQuality::Grade::Limited, 41.25, 118.4, 39.5, 0.83,
                        {"eye-distance", "focus"}};
        made.chipSha256 = digest(made.id.value());
        made.values.fill(0.123456f);
        made.engine = engine();
        made.created = time(10 + number);
        return made;
    }

    static model::Search search(int number, const model::Probe &probe, int candidates)
    {
        model::Search made;
        made.id = model::SearchId(QStringLiteral("search-%1").arg(number));
        made.probe = probe.id;
        made.gallery = model::GalleryId("gallery-1");
        made.galleryName = "County exercise gallery";
        made.gallerySnapshot = digest("snapshot");
        made.galleryPersons = 1748;
        made.galleryPortraits = 12345;
        made.engine = engine();
        made.settings.limit = std::max(20, candidates);
        made.time = time(20 + number);
        made.actor = "examiner-one";
        for (int rank = 1; rank <= candidates; ++rank) {
            const QString portrait = QStringLiteral("portrait-%1-%2").arg(number).arg(rank);
            made.candidates.push_back({rank, model::PersonId(QStringLiteral("person-%1").arg(rank)),
                                       QStringLiteral("P%1").arg(rank), model::PortraitId(portrait),
                                       digest(portrait), 0.3 + rank * 0.0123});
        }
        return made;
    }

    static report::CaseReport empty()
    {
        report::CaseReport made;
        made.contents.file = {model::CaseId("case-1"),
                              {"2026-0142", "Burglary of a warehouse",
                               "Find leads to the person at the loading ramp",
                               "Detective Example, property crime unit"},
                              time(0),
                              "examiner-one",
                              true};
        made.auditHead = {1, digest("head")};
        made.made = time(600);
        made.madeBy = "examiner-one";
        made.host = "workstation-7";
        made.programVersion = "0.1.0";
        return made;
    }

    /// Three evidence items, two probes, three searches (20, 5 and no candidates), a candidate set aside, one
    /// taken back, two conclusions about one candidate and one about another, a missing picture of each kind.
    static report::CaseReport full()
    {
        report::CaseReport made = empty();
        model::CaseContents &contents = made.contents;
        contents.evidence = {evidence(1, "ramp-camera-2.jpg"), evidence(2, "Türkamera Süd.png"),
                             evidence(3, "ramp-camera-3.jpg")};
        contents.probes = {probe(1, contents.evidence[0], model::Alignment::Automatic),
                           probe(2, contents.evidence[1], model::Alignment::ByHand)};
        for (const model::Probe &probe : contents.probes)
            contents.regions.push_back({probe.region, probe.evidence, probe.box, probe.eyes, probe.alignment,
                                        probe.alignment == model::Alignment::ByHand, 0.987, probe.created});
        contents.regions.push_back({model::RegionId("region-9"),
                                    contents.evidence[0].id,
                                    {0.1, 0.1, 0.1, 0.1},
                                    std::nullopt,
                                    model::Alignment::Automatic,
                                    true,
                                    0,
                                    time(5)});
        contents.searches = {search(1, contents.probes[0], 20), search(2, contents.probes[1], 5),
                             search(3, contents.probes[1], 0)};
        const auto portrait = [&](int number, int rank) {
            return contents.searches[size_t(number - 1)].candidates[size_t(rank - 1)].portrait;
        };
        contents.decisions = {
            {model::SearchId("search-1"), portrait(1, 2), true, "Scar over the left brow is absent", time(40),
             "examiner-one"},
            {model::SearchId("search-1"), portrait(1, 4), true, "Set aside by mistake", time(41),
             "examiner-one"},
            {model::SearchId("search-1"), portrait(1, 4), false, "", time(42), "examiner-two"}};
        contents.examinations = {
            {model::ExaminationId("x-1"), model::SearchId("search-1"), portrait(1, 1),
             model::Conclusion::Inconclusive, "First look: the ears are covered.", time(50), "examiner-one"},
            {model::ExaminationId("x-2"), model::SearchId("search-1"), portrait(1, 3),
             model::Conclusion::SupportDifferentSource, "Ear lobes differ.\nNose bridge differs.", time(55),
             "examiner-one"},
            {model::ExaminationId("x-3"), model::SearchId("search-1"), portrait(1, 1),
             model::Conclusion::SupportSameSource, "Second look with more light.", time(60), "examiner-two"},
            {model::ExaminationId("x-4"), model::SearchId("search-2"), portrait(2, 1),
             model::Conclusion::NotSuitable, "", time(65), "examiner-one"}};
        made.probePictures = {{contents.probes[0].id, picture(480, 320, 1), picture(150, 150, 2)},
                              {contents.probes[1].id, {}, {}}};
        made.portraitPictures = {{portrait(1, 1), "P1", picture(200, 250, 3)},
                                 {portrait(1, 2), "P2", picture(180, 220, 4, true)},
                                 {portrait(2, 1), "P1", picture(210, 250, 5)}};
        made.missing = {{contents.evidence[1].sha256,
                         {base::ErrorCode::EvidenceChanged, "Türkamera Süd.png", "SHA-256 differs"}},
                        {contents.searches[0].candidates[2].portraitSha256,
                         {base::ErrorCode::NotFound, "gallery-1", ""}}};
        made.auditHead = {57, digest("head")};
        return made;
    }
};

} // namespace likeness::tests
