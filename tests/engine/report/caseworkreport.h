// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/engine/report/examplereport.h"

#include <QImage>

namespace likeness::tests
{

/// A case with accounts and every record of the examination: search 1 has a candidate that two agree about
/// (rank 1), one that was settled by a third account and excluded (rank 3), one that is locked (rank 5), one
/// examined by one alone (rank 6); search 2 is a null result.
class CaseworkReport
{
public:
    inline static const QString lockedNote = QStringLiteral("Words about a locked candidate.");

    static QString longNote()
    {
        QString note;
        for (int i = 1; note.size() < 500; ++i)
            note += QStringLiteral("Observation %1 of a note that is as long as notes get. ").arg(i);
        return note.left(500);
    }

    static model::Signature signature(const QString &account)
    {
        return {account, ExampleReport::digest(account + "/key"),
                ExampleReport::digest(account + "/1") + ExampleReport::digest(account + "/2")};
    }

    /// Marks around a face whose box is given, relative to the whole picture.
    static std::vector<model::Mark> marks(const model::RelativeRect &box, bool probe)
    {
        using Kind = model::Mark::Kind;
        using model::Component;
        const auto at = [&](double x, double y) {
            return model::RelativePoint{box.x + x * box.width, box.y + y * box.height};
        };
        const auto point = [&](int number, double x, double y, Component component,
                               const QString &text = {}) {
            return model::Mark{Kind::Point, number, at(x, y), at(x, y), text, component};
        };
        std::vector<model::Mark> made{
            point(1, 0.3, 0.3, Component::Eyes,
                  probe ? "Outer corner, falls slightly" : "Outer corner, level"),
            point(2, 0.68, 0.3, Component::Eyes),
            point(3, 0.5, 0.58, Component::Nose, "Tip, rounded"),
            {Kind::Arrow, 4, at(0.1, 0.7), at(0.36, 0.77), "Crease at the corner of the mouth",
             Component::FacialLines},
            {Kind::Box, 0, at(0.3, 0.7), at(0.7, 0.86), "Lips", Component::Mouth},
            {Kind::Arrow, 5, at(1.1, 0.05), at(0.8, 0.16), "Hairline", Component::Hairline}};
        if (probe)
            made.push_back({Kind::Text, 0, at(-0.2, 1.1), at(-0.2, 1.1), "Shadow of the hood", std::nullopt});
        return made;
    }

    static model::Comparison comparison(const model::RelativeRect &probe, const model::RelativeRect &portrait,
                                        model::Conclusion conclusion)
    {
        model::Comparison made;
        int i = 0;
        for (const model::Component component : model::allComponents()) {
            const bool differs = conclusion == model::Conclusion::SupportDifferentSource && i % 3 == 0;
            made.setFinding(component, i % 5 == 4 ? model::Finding::NotUsable
                                       : differs  ? model::Finding::Different
                                                  : model::Finding::Similar);
            ++i;
        }
        made.setNote(model::Component::Skin, "Even in both pictures; the light differs.");
        made.setNote(model::Component::Eyes,
                     "Same slant; the lids are heavier in the probe, which looks down.");
        made.setNote(model::Component::Ears, "Covered by hair in the probe.");
        made.setNote(model::Component::Nose, longNote());
        made.setNote(model::Component::Mouth, QString::fromUtf8("الفم متشابه في الصورتين"));
        made.setNote(model::Component::Chin, QString::fromUtf8("下巴的形状相似，没有可见的差异。"));
        made.setNote(model::Component::Marks, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter"
                                              "beamtengesellschaft" +
                                                  QString(60, u'W'));
        made.probeMarks = marks(probe, true);
        made.portraitMarks = marks(portrait, false);
        made.conclusion = conclusion;
        made.note = "The differences can come from light, angle and expression.";
        return made;
    }

    static model::Analysis analysis(const model::Probe &probe, int minutes)
    {
        model::Analysis made;
        made.id = model::AnalysisId(QStringLiteral("analysis-%1").arg(minutes));
        made.probe = probe.id;
        made.kind = model::ProbeKind::VideoFrame;
        int i = 0;
        for (const model::Component component : model::allComponents()) {
            made.components.push_back({component, model::Visibility(i % 3), {}});
            ++i;
        }
        made.components[0].note = "Only the cheeks and the forehead.";
        made.suitability = model::FaceQuality::Grade::Limited;
        made.limitations = "The light comes from above; the hood shades the forehead.";
        made.time = ExampleReport::time(minutes);
        made.actor = "ada.examiner";
        made.signature = signature(made.actor);
        return made;
    }

    static report::CaseReport::PortraitPicture portrait(const model::Candidate &candidate, quint32 seed)
    {
        return {candidate.portrait, candidate.personReference, ExampleReport::picture(200, 250, seed), box()};
    }
    static model::RelativeRect box() { return {0.28, 0.3, 0.44, 0.4}; }

    static report::CaseReport make()
    {
        report::CaseReport made = ExampleReport::full();
        model::CaseContents &contents = made.contents;
        made.training = contents.file.training = false;
        made.agency = "Example County Sheriff's Office";
        made.agencyKey = ExampleReport::digest("root");
        made.madeBy = contents.file.createdBy = "max.detective";
        using model::Role;
        const auto account = [](const char *name, const char *fullName, model::Roles roles) {
            return model::Account{
                name, fullName, roles, QDate(2027, 6, 30), ExampleReport::digest(QString(name) + "/key"),
                false};
        };
        made.accounts = {account("max.detective", "Max Mustermann", Role::Detective),
                         account("ada.examiner", "Ada Example", Role::Examiner | Role::Detective),
                         account("vera.verifier", "Vera Exempla", Role::Verifier | Role::Examiner),
                         account("sam.supervisor", "Dr. Sam Przykład-Beispielhausen", Role::Supervisor)};
        made.profile = {"Default profile",
                        "1",
                        QDate(2026, 1, 1),
                        QDate(2026, 12, 31),
                        ExampleReport::digest("profile"),
                        ExampleReport::digest("profile/key"),
                        4,
                        50};
        made.signedHead = {{{"count", 56}, {"hash", ExampleReport::digest("head 56")}},
                           signature("ada.examiner"),
                           ExampleReport::time(590)};
        for (model::EvidenceItem &item : contents.evidence)
            item.addedBy = "max.detective";
        for (model::Search &search : contents.searches)
            search.actor = "ada.examiner";
        for (model::CandidateDecision &decision : contents.decisions)
            decision.actor = "ada.examiner";

        contents.analyses = {analysis(contents.probes[0], 15), analysis(contents.probes[0], 35)};
        contents.analyses[1].components[4].visibility = model::Visibility::NotVisible;
        contents.analyses[1].components[4].note = "Seen too generously at first.";
        contents.analyses[1].reason = "The forehead is in the shade after all.";
        contents.analyses.push_back(analysis(contents.probes[1], 16));
        contents.overrides = {{contents.probes[1].id, "probe-unsuitable",
                               "There is no better picture of the ramp.", ExampleReport::time(18),
                               "sam.supervisor", signature("sam.supervisor")}};
        contents.listViews = {{model::SearchId("search-1"), "ada.examiner", ExampleReport::time(30)},
                              {model::SearchId("search-2"), "ada.examiner", ExampleReport::time(31)},
                              {model::SearchId("search-1"), "sam.supervisor", ExampleReport::time(120)}};
        contents.nullResults = {{model::SearchId("search-2"),
                                 "Five portraits looked at; none could be compared.",
                                 ExampleReport::time(200), "ada.examiner", signature("ada.examiner")}};

        const model::Search &search = contents.searches[0];
        const auto candidate = [&](int rank) { return search.candidates[size_t(rank - 1)]; };
        contents.examinations.clear();
        const auto examine = [&](int rank, model::Conclusion conclusion, int minutes) {
            model::Examination examination{model::ExaminationId(QStringLiteral("x-%1").arg(rank)),
                                           search.id,
                                           candidate(rank).portrait,
                                           conclusion,
                                           {},
                                           ExampleReport::time(minutes),
                                           "ada.examiner",
                                           comparison(contents.probes[0].box, box(), conclusion),
                                           contents.analyses[1].id,
                                           signature("ada.examiner")};
            contents.examinations.push_back(examination);
        };
        examine(1, model::Conclusion::SupportSameSource, 50);
        examine(3, model::Conclusion::SupportSameSource, 60);
        examine(5, model::Conclusion::SupportSameSource, 70);
        contents.examinations.back().comparison.note = lockedNote;
        contents.examinations.back().comparison.probeMarks[0].text = lockedNote;
        examine(6, model::Conclusion::Inconclusive, 75);

        const auto verify = [&](int rank, std::optional<model::Conclusion> second, int minutes) {
            const QString id = QStringLiteral("verification-%1").arg(rank);
            model::VerificationRequest request{model::VerificationId(id),
                                               model::ExaminationId(QStringLiteral("x-%1").arg(rank)),
                                               search.id,
                                               search.probe,
                                               candidate(rank).portrait,
                                               {},
                                               ExampleReport::time(minutes),
                                               "ada.examiner",
                                               signature("ada.examiner")};
            for (const int shown : {rank + 7, rank, rank + 9, rank + 4})
                request.lineup.push_back({QString(QChar(u'A' + int(request.lineup.size()))),
                                          candidate(shown).portrait, candidate(shown).portraitSha256});
            contents.verificationRequests.push_back(request);
            if (!second)
                return;
            contents.verificationsTaken.push_back(
                {request.id, "vera.verifier", ExampleReport::time(minutes + 5), false});
            model::VerificationResult result{request.id,
                                             {},
                                             ExampleReport::time(minutes + 20),
                                             "vera.verifier",
                                             "workstation-9",
                                             signature("vera.verifier")};
            for (const model::LineupPortrait &portrait : request.lineup)
                result.parts.push_back(
                    {portrait.label, comparison(contents.probes[0].box, box(),
                                                portrait.portrait == request.candidate
                                                    ? *second
                                                    : model::Conclusion::SupportDifferentSource)});
            contents.verificationResults.push_back(result);
        };
        verify(1, model::Conclusion::SupportSameSource, 80);
        verify(3, model::Conclusion::SupportDifferentSource, 110);
        verify(5, std::nullopt, 140);
        contents.adjudications = {
            {model::AdjudicationId("adjudication-1"), model::VerificationId("verification-3"),
             model::Conclusion::SupportDifferentSource,
             "The ear lobe that the verifier marked differs in shape, not only in light.",
             ExampleReport::time(160), "sam.supervisor", signature("sam.supervisor")}};

        using State = report::CaseReport::Standing::State;
        const auto stand = [&](int rank, State state, std::optional<model::Conclusion> outcome) {
            made.standings.push_back({search.id, candidate(rank).portrait, state, outcome,
                                      outcome == model::Conclusion::SupportSameSource,
                                      outcome == model::Conclusion::SupportDifferentSource});
        };
        stand(1, State::Agreed, model::Conclusion::SupportSameSource);
        stand(3, State::Adjudicated, model::Conclusion::SupportDifferentSource);
        stand(5, State::AwaitingVerification, std::nullopt);
        stand(6, State::Examined, std::nullopt);
        made.memories = {{model::SearchId("search-2"),
                          contents.searches[1].candidates[2].person,
                          true,
                          false,
                          {"The ear lobe differs in shape."},
                          ExampleReport::time(160)},
                         {model::SearchId("search-2"),
                          contents.searches[1].candidates[1].person,
                          false,
                          true,
                          {"Scar over the left brow is absent"},
                          ExampleReport::time(40)}};
        made.portraitPictures.clear();
        for (const model::Candidate &each : search.candidates)
            if (each.rank <= 14)
                made.portraitPictures.push_back(portrait(each, quint32(20 + each.rank)));
        made.missing.erase(made.missing.begin() + 1);
        return made;
    }

    /// The same with the sample photographs, to look at.
    static report::CaseReport withPhotographs(const QString &samples)
    {
        report::CaseReport made = make();
        const auto taken = [](const QImage &image) {
            const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
            base::Picture picture(rgb.width(), rgb.height(), base::Picture::Format::Rgb);
            for (int y = 0; y < rgb.height(); ++y)
                memcpy(picture.line(y), rgb.constScanLine(y), size_t(rgb.width()) * 3);
            return picture;
        };
        const auto pixelated = [](const QImage &image, const model::RelativeRect &box) {
            QImage coarse = image
                                .scaled(image.width() / 32, image.height() / 32, Qt::IgnoreAspectRatio,
                                        Qt::SmoothTransformation)
                                .scaled(image.size());
            const QRect part(int(box.x * image.width()), int(box.y * image.height()),
                             int(box.width * image.width()), int(box.height * image.height()));
            for (int y = part.top(); y <= part.bottom(); ++y)
                for (int x = part.left(); x <= part.right(); ++x)
                    coarse.setPixel(x, y, image.pixel(x, y));
            return coarse;
        };
        const QImage scene = QImage(samples + "/sample2.jpg").convertToFormat(QImage::Format_RGB32);
        const QImage group = QImage(samples + "/sample5.jpg").convertToFormat(QImage::Format_RGB32);
        const model::RelativeRect face{0.7547, 0.1339, 0.1031, 0.1441};
        const model::RelativeRect faces[] = {{0.3917, 0.0966, 0.1031, 0.1416},
                                             {0.5578, 0.1538, 0.1031, 0.1416},
                                             {0.7052, 0.2961, 0.1234, 0.1688},
                                             {0.2984, 0.3247, 0.1031, 0.1409},
                                             {0.1828, 0.6373, 0.1234, 0.1695}};
        made.contents.probes[0].box = face;
        made.probePictures[0].evidence = taken(pixelated(scene, face));
        made.probePictures[0].chip =
            taken(scene
                      .copy(int(face.x * scene.width()), int(face.y * scene.height()),
                            int(face.width * scene.width()), int(face.width * scene.width()))
                      .scaled(150, 150, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        int i = 0;
        for (auto &portrait : made.portraitPictures) {
            const model::RelativeRect &of = faces[i++ % 5];
            const QRect head(int((of.x - 0.06) * group.width()), int((of.y - 0.08) * group.height()),
                             int((of.width + 0.12) * group.width()), int((of.height + 0.2) * group.height()));
            const QImage cut = group.copy(head);
            portrait.box = {0.06 / (of.width + 0.12), 0.08 / (of.height + 0.2), of.width / (of.width + 0.12),
                            of.height / (of.height + 0.2)};
            portrait.picture = taken(pixelated(cut, portrait.box));
        }
        const auto remark = [&](model::Comparison &comparison, const model::PortraitId &of) {
            for (const auto &portrait : made.portraitPictures)
                if (portrait.portrait == of)
                    comparison.portraitMarks = marks(portrait.box, false);
            comparison.probeMarks = marks(face, true);
        };
        for (model::Examination &examination : made.contents.examinations)
            remark(examination.comparison, examination.portrait);
        for (model::VerificationResult &result : made.contents.verificationResults)
            for (auto &part : result.parts)
                for (const model::VerificationRequest &request : made.contents.verificationRequests)
                    for (const model::LineupPortrait &portrait : request.lineup)
                        if (request.id == result.request && portrait.label == part.label)
                            remark(part.comparison, portrait.portrait);
        return made;
    }
};

} // namespace likeness::tests
