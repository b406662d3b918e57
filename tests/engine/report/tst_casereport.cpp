// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/words.h"
#include "tests/engine/report/caseworkreport.h"
#include "tests/engine/report/pdftest.h"

using namespace likeness;
using namespace likeness::tests;

namespace
{

/// A language of 40% longer words, as German or Finnish have.
const report::ReportTexts longer([](const char *source) {
    QString out;
    const QStringList parts = QString::fromUtf8(source).split(u' ');
    for (const QString &word : parts)
        out += (out.isEmpty() ? "" : " ") + word + QString(qRound(double(word.size()) * 0.4), QChar(u'ö'));
    return out;
});

} // namespace

/// What the report says.
class TestCaseReport : public PdfTest
{
    Q_OBJECT

private slots:
    void isA4OfVersion14WithTitle()
    {
        const QString info = QString::fromUtf8(output("pdfinfo", {make(ExampleReport::full())}));
        QVERIFY(info.contains("(A4)"));
        QVERIFY(info.contains(QRegularExpression("PDF version: +1\\.4")));
        QVERIFY(info.contains("Facial comparison report, case 2026-0142"));
        QVERIFY(info.contains("Likeness 0.1.0"));
        QVERIFY(info.contains(QRegularExpression("JavaScript: +no")));
    }

    void saysEveryEdit()
    {
        using Kind = model::Edit::Kind;
        report::CaseReport report = ExampleReport::full();
        QVERIFY(!words(make(report)).contains("Edited pictures"));
        const model::Derivation made{model::DerivationId("d-1"),
                                     report.contents.evidence[1].id,
                                     41,
                                     {{Kind::Deinterlace, {{"field", "top"}, {"method", "linear"}}},
                                      {Kind::FrameAverage, {{"before", 2}, {"after", 3}}},
                                      {Kind::Aspect, {{"x", 16}, {"y", 11}}},
                                      {Kind::Crop, {{"box", QJsonArray{0.25, 0.125, 0.5, 0.75}}}},
                                      {Kind::Rotate, {{"degrees", -7.25}}},
                                      {Kind::Mirror, {{"axis", "horizontal"}}},
                                      {Kind::Levels, {{"black", 12}, {"white", 230}}},
                                      {Kind::Gamma, {{"gamma", 1.35}}},
                                      {Kind::Denoise, {{"radius", 3}, {"strength", 70}}},
                                      {Kind::Sharpen, {{"radius", 4}, {"amount", 85}}}},
                                     611,
                                     407,
                                     ExampleReport::digest("derivation"),
                                     ExampleReport::time(7),
                                     "examiner-three"};
        report.contents.derivations = {made};
        report.contents.probes[1].frame = 41;
        report.contents.probes[1].derivation = made.id;
        const QString path = make(report);
        const QString said = words(path);
        qsizetype at = said.indexOf("Edited picture 1: Evidence 2, Türkamera Süd.png");
        QVERIFY(at > 0);
        // In the order in which they were done
        for (const QString &each :
             {QStringLiteral("Deinterlace: the top field, other lines as the mean of their neighbours."),
              QStringLiteral("Average of this frame, 2 before it and 3 after it."),
              QStringLiteral("Aspect: pixels of width to height 16 to 11 made square."),
              QStringLiteral("Crop."), QStringLiteral("Rotate by -7.25 degrees clockwise."),
              QStringLiteral("Mirror: top and bottom change places."),
              QStringLiteral("Levels: 12 becomes black, 230 becomes white (of 0 to 255)."),
              QStringLiteral("Gamma 1.35; above 1 is lighter."),
              QStringLiteral("Denoise: median of radius 3 pixels, strength 70 of 100."),
              QStringLiteral("Sharpen: unsharp mask of radius 4 pixels, amount 85 of 100."),
              QStringLiteral("Frame number 41, the first being number 0"), QStringLiteral("611 × 407"),
              QStringLiteral("examiner-three"), QStringLiteral("Found in Edited picture 1"),
              QStringLiteral("pixels of the edited picture")}) {
            const qsizetype next = said.indexOf(each, at);
            QVERIFY2(next > at, qPrintable(each));
            at = next;
        }
        QVERIFY(withoutSpaces(said).contains(made.sha256));
    }

    void recordingsAndTheFacesChosenOfThem()
    {
        report::CaseReport report = ExampleReport::full();
        QVERIFY(!words(make(report)).contains("Recordings that were looked through"));
        report.contents.evidence[1].frames = 4567;
        const model::Scan closed{model::ScanId("s-1"),
                                 report.contents.evidence[1].id,
                                 {100, 2500, model::RelativeRect{0.25, 0.25, 0.5, 0.5}, 64},
                                 {},
                                 model::Scan::State::Closed,
                                 2500,
                                 2401,
                                 96,
                                 31,
                                 ExampleReport::time(6),
                                 "examiner-one"};
        model::Scan stopped = closed;
        stopped.id = model::ScanId("s-2");
        stopped.state = model::Scan::State::Cancelled;
        stopped.settings.area.reset();
        stopped.doneTo = 1234;
        model::Scan closedEarly = closed;
        closedEarly.id = model::ScanId("s-3");
        closedEarly.doneTo = 777;
        model::Scan never = stopped;
        never.id = model::ScanId("s-4");
        never.doneTo = 99;
        report.contents.scans = {closed, stopped, closedEarly, never};
        report.scannedTracks = {{closed.id, 17, 1}, {stopped.id, 6, 0}};
        model::Search &search = report.contents.searches[0];
        search.furtherProbes = {report.contents.probes[1].id};
        search.candidates[0].framesPresent = 2;
        const QString said = words(make(report));
        for (const char *each :
             {"Frames: 4 567", "Recordings that were looked through", "no description was made of anybody",
              "100 to 2 500", "Faces from 64 px on, in a part of the picture",
              "Closed: of faces that nobody chose only boxes are left", "17",
              "Faces from 64 px on, in the whole picture", "Stopped after frame 1 234.", "Stopped after frame 777. Closed", "Stopped before its first frame",
              "Frames searched together", "one face in several frames of a recording", "in 2 of 2 frames",
              "in 1 of 2 frames"})
            QVERIFY2(said.contains(each), each);
    }

    void outsideTrainingThePagesDoNotSayTraining()
    {
        report::CaseReport real = ExampleReport::full();
        real.training = false;
        const QString path = make(real);
        QVERIFY(!words(path).contains("TRAINING"));
        for (const QString &page : pages(path))
            QVERIFY(page.contains(lead));
    }

    void saysEverything()
    {
        const report::CaseReport report = ExampleReport::full();
        const QString path = make(report);
        const QString said = words(path);
        const QStringList expected{"Burglary of a warehouse",
                                   "Find leads to the person at the loading ramp",
                                   "Detective Example, property crime unit",
                                   "workstation-7",
                                   "examiner-one",
                                   "2026-11-22, 19:30:12 UTC", // made
                                   "ramp-camera-2.jpg",
                                   "Türkamera Süd.png",
                                   "2 345 679",
                                   "1920 × 1280",
                                   "Example Camera",
                                   "Automatic: the program placed",
                                   "By hand: a person placed",
                                   "41.3 pixels",
                                   "Limited. The face is small",
                                   "out of focus",
                                   "County exercise gallery",
                                   "Persons: 1 748",
                                   "12 345",
                                   "20 at most",
                                   "0.312",
                                   "0.546", // first and last of the longer list
                                   "It is not a probability",
                                   "It listed no candidate. That is a result",
                                   "No candidate was listed.",
                                   "Set aside on 2026-11-22, 10:10:12 UTC by examiner-one. Reason: Scar over "
                                   "the left brow is absent",
                                   "Taken back into the list on 2026-11-22, 10:12:12 UTC by examiner-two.",
                                   "Support for same source",
                                   "Inconclusive",
                                   "Support for different source",
                                   "Not suitable for comparison",
                                   "First look: the ears are covered.",
                                   "Second look with more light.",
                                   "Ear lobes differ.",
                                   "Nose bridge differs.",
                                   "Version 1 of 2; a later one replaced it.",
                                   "Version 2 of 2; this one counts.",
                                   "No note was written.",
                                   "likeness-verify",
                                   "Entry number 57",
                                   "dlib-resnet-v1",
                                   "direct",
                                   "mirror",
                                   "Regions that were marked and not made into a probe: 1."};
        for (const QString &sentence : expected)
            QVERIFY2(said.contains(sentence), qPrintable(sentence + "\n\n" + said));

        const QString digits = withoutSpaces(said);
        QStringList hashes{report.auditHead.hash, ExampleReport::digest("snapshot"),
                           ExampleReport::digest("finder"), ExampleReport::digest("landmarks"),
                           ExampleReport::digest("describer")};
        for (const model::EvidenceItem &item : report.contents.evidence)
            hashes += item.sha256;
        for (const model::Probe &probe : report.contents.probes)
            hashes += probe.chipSha256;
        for (const model::Search &search : report.contents.searches)
            for (const model::Candidate &candidate : search.candidates)
                hashes += candidate.portraitSha256;
        for (const QString &hash : hashes)
            QVERIFY2(digits.contains(hash), qPrintable(hash));
        // The fixed sentence stands by each of the four conclusions as well as on each page and at the front.
        QCOMPARE(said.count(lead), pages(path).size() + 4 + 1);
    }

    void saysNoWordThatClaimsTooMuch()
    {
        static const QRegularExpression claims("\\b(match\\w*|hit|hits|suspect\\w*)\\b|% similar",
                                               QRegularExpression::CaseInsensitiveOption);
        for (const report::CaseReport &report : {ExampleReport::full(), tests::CaseworkReport::make()}) {
            const auto claim = claims.match(words(make(report)));
            QVERIFY2(!claim.hasMatch(), qPrintable(claim.captured(0)));
        }
    }

    void contentsNameTheRightPages()
    {
        const QStringList texts = pages(make(ExampleReport::full()));
        const QStringList titles{"Summary",
                                 "Evidence",
                                 "Probes",
                                 "Searches",
                                 "Examinations",
                                 "Verification",
                                 "People and access",
                                 "What the engine is bad at",
                                 "Self-test",
                                 "Limits of the method",
                                 "Missing pictures",
                                 "Appendix: how to check this report"};
        for (const QString &title : titles) {
            const QRegularExpression entry(title + " (\\d+)\\b");
            const int page = entry.match(texts[1].mid(texts[1].indexOf("Contents"))).captured(1).toInt();
            QVERIFY2(page >= 2 && page <= texts.size(), qPrintable(title));
            QVERIFY2(texts[page - 1].contains(title), qPrintable(title));
        }
    }

    void anEmptyCaseSaysSo()
    {
        const QString path = make(ExampleReport::empty());
        const QString said = words(path);
        for (const char *sentence :
             {"No evidence was added.", "No face was chosen as a probe.", "No search was made.",
              "No candidate was examined.", "No picture is missing.", "No engine was used."})
            QVERIFY2(said.contains(sentence), sentence);
        checkFurniture(path);
        checkLayout(path);
    }

    void aReportOfNothingIsStillAReport() { QVERIFY(!words(make(report::CaseReport())).isEmpty()); }

    void recordsThatPointNowhereAreStillShown()
    {
        report::CaseReport report = ExampleReport::empty();
        report.contents.examinations = {{model::ExaminationId("x"), model::SearchId("gone"),
                                         model::PortraitId("lost"), model::Conclusion::Inconclusive,
                                         "Note of it.", ExampleReport::time(1), "me"}};
        report.contents.searches = {ExampleReport::search(1, model::Probe(), 1)};
        const QString said = words(make(report));
        QVERIFY(said.contains("A candidate that is in no list of this case: lost"));
        QVERIFY(said.contains("Note of it."));
    }

    void caseworkSaysEverything()
    {
        const report::CaseReport report = tests::CaseworkReport::make();
        const QString path = make(report);
        const QString said = words(path);
        const QStringList expected{
            "Example County Sheriff's Office",
            "What this report is",
            "What it is not",
            "This is an interim report.",
            "People who compared again, blind: 1.",
            "Two examiners agree, the second one blind. Conclusion: Support for same source.",
            "Two examiners disagreed; a third account settled it. Conclusion: Support for different source.",
            "Locked: a second examiner has not finished the blind verification.",
            "Examined by one, not verified. Conclusion: Inconclusive. It is a lead only.",
            "What it does not mean",
            "Null result: the whole list was looked at, and it led nowhere.",
            "Five portraits looked at; none could be compared.",
            "Analysis of probe 1, before any candidate",
            "The light comes from above; the hood shades the forehead.",
            "Only the cheeks and the forehead.",
            "Changed on 2026-11-22, 10:05:12 UTC by Ada Example (ada.examiner). Reason: The forehead is in "
            "the "
            "shade after all.",
            "Not visible: Seen too generously at first.",
            "This analysis was not changed later.",
            "Earlier in this case: this person was excluded on 2026-11-22, 12:10:12 UTC. The ear lobe "
            "differs",
            "Earlier in this case: set aside by one on",
            "Same slant; the lids are heavier",
            "Covered by hair in the probe.",
            "Arrow: Crease at the corner of the mouth",
            "Text: Shadow of the hood",
            "It does not say that they do: other people may look like this, too.",
            "Portrait of P1, at rank 1, distance 0.312",
            "The verifier saw the probe and these portraits in this order, under letters",
            "P1, the candidate",
            "Another person of the list",
            "What the verifier saw in the candidate, letter B",
            "by Vera Exempla (vera.verifier), on computer workstation-9",
            "The two examiners agree.",
            "The two examiners did not agree.",
            "Settled on 2026-11-22, 12:10:12 UTC by Dr. Sam",
            "A probe that is graded unsuitable may not be searched for. Reason: There is no better picture "
            "of "
            "the ramp.",
            "Who opened which candidate list",
            "detective, examiner",
            "A search always answers.",
            "Default profile, version 1",
            "likeness-verify"};
        for (const QString &sentence : expected)
            QVERIFY2(said.contains(sentence), qPrintable(sentence + "\n\n" + said));
        QVERIFY(!said.contains("TRAINING"));
        const QString digits = withoutSpaces(said);
        QStringList hashes{report.agencyKey, report.profile.key, report.profile.sha256,
                           report.signedHead.signature.value, ExampleReport::digest("head 56")};
        for (const model::Account &account : report.accounts)
            hashes += account.key;
        for (const model::LineupPortrait &portrait : report.contents.verificationRequests[0].lineup)
            hashes += portrait.sha256;
        for (const QString &hash : hashes)
            QVERIFY2(digits.contains(hash), qPrintable(hash));
        for (const model::Component component : model::allComponents())
            QVERIFY2(said.contains(report::Words(english).component(component)),
                     qPrintable(model::componentName(component)));
        const QStringList texts = pages(path);
        for (qsizetype i = 0; i < texts.size(); ++i) {
            QVERIFY(texts[i].contains(lead));
            QVERIFY(texts[i].contains(QString("Page %1 of %2").arg(i + 1).arg(texts.size())));
        }
        checkLayout(path);
    }

    void aLockedCandidateHasNoOutcome()
    {
        report::CaseReport report = tests::CaseworkReport::make();
        const QString said = words(make(report));
        QVERIFY(!said.contains(tests::CaseworkReport::lockedNote));
        // Three examinations are told in full, two verifications, one adjudication: not the locked one.
        const QString examinations =
            said.mid(said.lastIndexOf("An examiner compared each of these candidates"));
        QCOMPARE(examinations.count("Noted on 2026-11-22"), 3);
        QVERIFY(!examinations.contains("Portrait of P5, at rank"));
        QVERIFY(!examinations.contains("P5, the candidate"));

        // Nor is either side of a disagreement.
        report.contents.adjudications.clear();
        report.standings[1] = {report.standings[1].search,
                               report.standings[1].portrait,
                               report::CaseReport::Standing::State::Disagreed,
                               std::nullopt,
                               false,
                               false};
        report.contents.verificationResults[1].parts[1].comparison.note = "What the second one saw.";
        const QString later = words(make(report));
        QVERIFY(later.contains("Locked: two examiners disagree"));
        QVERIFY(!later.contains("What the second one saw."));
        QVERIFY(!later.contains("Portrait of P3, at rank 3"));
    }

    void aWithheldListIsNoEmptyOne()
    {
        report::CaseReport report = tests::CaseworkReport::make();
        report.contents.searches[0].candidates.clear();
        report.contents.searches[2].candidates = report.contents.searches[1].candidates;
        report.contents.withheld = {report.contents.searches[0].id};
        const QString said = words(make(report));
        QVERIFY(said.contains("The candidate list of this search is not part of this report"));
        QVERIFY(!said.contains("No candidate was listed."));
    }

    void theSameReportGivesTheSamePdf()
    {
        const auto withoutTime = [](QByteArray pdf) {
            return QString::fromLatin1(pdf).remove(QRegularExpression("/CreationDate \\([^)]*\\)"));
        };
        const auto first = report::toPdf(ExampleReport::full(), english);
        const auto second = report::toPdf(ExampleReport::full(), english);
        QVERIFY(first && second);
        QVERIFY(withoutTime(*first) == withoutTime(*second));
    }
};

REPORT_TEST_MAIN(TestCaseReport)
#include "tst_casereport.moc"
