// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/casereport.h"

#include "engine/report/reporttexts.h"
#include "engine/report/words.h"
#include "tests/engine/report/caseworkreport.h"
#include "tests/support/testdata.h"

#include <QGuiApplication>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace likeness;
using tests::ExampleReport;

namespace
{

const report::ReportTexts english([](const char *source) { return QString::fromUtf8(source); });

/// A language of 40% longer words, as German or Finnish have.
const report::ReportTexts longer([](const char *source) {
    QString out;
    const QStringList parts = QString::fromUtf8(source).split(u' ');
    for (const QString &word : parts)
        out += (out.isEmpty() ? "" : " ") + word + QString(qRound(double(word.size()) * 0.4), QChar(u'ö'));
    return out;
});

const QString lead = "INVESTIGATIVE LEAD ONLY - NOT AN IDENTIFICATION, NOT PROBABLE CAUSE FOR ARREST";
const QString training = "TRAINING - NOT FOR CASEWORK";

/// What a program of poppler-utils prints; the package is in the installer's list, so its lack is a failure.
QByteArray output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120'000) || process.exitCode() != 0) {
        QTest::qFail(qPrintable(program + ": " + process.errorString() + process.readAllStandardError()),
                     __FILE__, __LINE__);
        return {};
    }
    return process.readAllStandardOutput();
}

QString spaced(const QString &words)
{
    return QString(words).replace(QChar::Nbsp, u' ').simplified();
}

QString withoutSpaces(QString words)
{
    return words.remove(QRegularExpression("\\s+"));
}

} // namespace

class TestCaseReport : public QObject
{
    Q_OBJECT

    /// A PDF on disk. Set LIKENESS_KEEP_REPORTS to a folder to look at them afterwards.
    QString make(const report::CaseReport &report, const report::ReportTexts &texts = english)
    {
        const base::Result<QByteArray> pdf = report::toPdf(report, texts);
        if (!pdf) {
            QTest::qFail(qPrintable(pdf.error().subject + ": " + pdf.error().detail), __FILE__, __LINE__);
            return {};
        }
        const QString folder = qEnvironmentVariable("LIKENESS_KEEP_REPORTS", m_folder.path());
        const QString path = folder + '/' + QTest::currentTestFunction() + ".pdf";
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(*pdf) != pdf->size())
            QTest::qFail("the PDF could not be written", __FILE__, __LINE__);
        return path;
    }

    /// The text of each page.
    static QStringList pages(const QString &path)
    {
        QStringList pages = QString::fromUtf8(output("pdftotext", {"-layout", path, "-"})).split(u'\f');
        pages.removeLast(); // after the last form feed
        for (QString &page : pages)
            page = spaced(page);
        return pages;
    }

    /// All of it in the order of the drawing: a cell's lines follow each other.
    static QString words(const QString &path)
    {
        return spaced(QString::fromUtf8(output("pdftotext", {"-raw", path, "-"})));
    }

    void checkFurniture(const QString &path)
    {
        const QStringList texts = pages(path);
        for (qsizetype i = 0; i < texts.size(); ++i) {
            QVERIFY2(texts[i].contains(lead), qPrintable(texts[i]));
            QVERIFY2(texts[i].contains(training), qPrintable(texts[i]));
            QVERIFY2(texts[i].contains(QString("Page %1 of %2").arg(i + 1).arg(texts.size())),
                     qPrintable(texts[i]));
            QVERIFY2(texts[i].contains("Case 2026-0142"), qPrintable(texts[i]));
        }
    }

    /// No word leaves the margins or lies on another one.
    void checkLayout(const QString &path)
    {
        static const QRegularExpression wordLine(
            R"re(<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>)re");
        const QStringList pages =
            QString::fromUtf8(output("pdftotext", {"-bbox", path, "-"})).split("<page ");
        QVERIFY(pages.size() > 1);
        for (const QString &page : pages) {
            std::vector<std::pair<QRectF, QString>> placed;
            for (auto it = wordLine.globalMatch(page); it.hasNext();) {
                const auto word = it.next();
                const QRectF box(QPointF(word.captured(1).toDouble(), word.captured(2).toDouble()),
                                 QPointF(word.captured(3).toDouble(), word.captured(4).toDouble()));
                QVERIFY2(box.left() > 54 && box.right() < 595.28 - 54 && box.top() > 30 && box.bottom() < 820,
                         qPrintable(word.captured(0)));
                // Poppler's boxes are as high as the font's line: shrink them to the letters.
                placed.push_back(
                    {box.adjusted(0.5, box.height() * 0.3, -0.5, -box.height() * 0.3), word.captured(5)});
            }
            for (size_t i = 0; i < placed.size(); ++i)
                for (size_t j = i + 1; j < placed.size(); ++j)
                    QVERIFY2(!placed[i].first.intersects(placed[j].first),
                             qPrintable(placed[i].second + " lies on " + placed[j].second));
        }
    }

    QTemporaryDir m_folder;

private slots:
    void everyFontIsEmbedded()
    {
        const QStringList lines = QString::fromUtf8(output("pdffonts", {make(ExampleReport::full())}))
                                      .split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(lines.size() >= 2 + 3); // two of heading; book, bold and mono
        const qsizetype embedded = lines[0].indexOf("emb");
        for (const QString &line : lines.mid(2)) {
            QVERIFY2(line.mid(embedded, 3) == "yes", qPrintable(line));
            QVERIFY2(line.contains("DejaVu"), qPrintable(line));
        }
    }

    void isA4OfVersion14WithTitle()
    {
        const QString info = QString::fromUtf8(output("pdfinfo", {make(ExampleReport::full())}));
        QVERIFY(info.contains("(A4)"));
        QVERIFY(info.contains(QRegularExpression("PDF version: +1\\.4")));
        QVERIFY(info.contains("Facial comparison report, case 2026-0142"));
        QVERIFY(info.contains("Likeness 0.1.0"));
        QVERIFY(info.contains(QRegularExpression("JavaScript: +no")));
    }

    void everyPageCarriesItsFurniture()
    {
        const QString path = make(ExampleReport::full());
        QVERIFY(pages(path).size() >= 6);
        checkFurniture(path);
        checkLayout(path);
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

    void hostileTextsStandThereLiterally()
    {
        report::CaseReport report = ExampleReport::full();
        const QString image = "<img src=file:///etc/passwd>";
        const QString entities = "<b>bold</b> &amp; <a href='http://example.org'>x</a> %1 %2";
        const QString longWord(300, u'W');
        const QString mixed = QString::fromUtf8("שלום עולם مرحبا 😀 漢字");
        const QString turned = QString::fromUtf8("invoice\u202Egpj.exe");
        report.contents.evidence[0].fileName = image;
        report.contents.evidence[1].fileName = "x\nSHA-256 checked";
        report.contents.evidence[2].fileName = turned;
        report.contents.file.details.offence = entities;
        report.contents.file.details.requester = longWord;
        report.contents.file.details.purpose = mixed;
        report.contents.examinations[0].note = entities + "\n" + longWord + "\n" + mixed;
        report.contents.decisions[0].reason = longWord;
        report.contents.searches[0].galleryName = image;
        for (model::Candidate &candidate : report.contents.searches[0].candidates)
            candidate.personReference = longWord.left(80);
        const QString path = make(report);
        const QString said = words(path);
        QVERIFY(said.contains(image));
        QVERIFY2(said.contains(entities), qPrintable(said));
        QVERIFY(withoutSpaces(said).contains(longWord));
        QVERIFY(said.contains("x[U+000A]SHA-256 checked"));
        QVERIFY(said.contains("invoice[U+202E]gpj.exe"));
        QVERIFY(!said.contains("root:"));
        QVERIFY(!said.contains("&lt;") && !said.contains("&amp;amp;"));
        checkFurniture(path);
        checkLayout(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const char *part : {"/URI", "/Link", "/Launch", "/JavaScript", "/EmbeddedFile"})
            QVERIFY2(!bytes.contains(part), part);
    }

    void aCaseNumberOfAnyLengthFitsTheHeader()
    {
        report::CaseReport report = ExampleReport::empty();
        report.contents.file.details.number = "2026-0142 " + QString(400, u'M');
        const QString path = make(report);
        checkFurniture(path);
        checkLayout(path);
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

    void fiftyCandidatesInFiveLists()
    {
        report::CaseReport report = ExampleReport::full();
        report.contents.searches.clear();
        for (int number = 1; number <= 5; ++number)
            report.contents.searches.push_back(ExampleReport::search(number, report.contents.probes[0], 50));
        const QString path = make(report);
        const QStringList texts = pages(path);
        checkFurniture(path);
        checkLayout(path);
        for (const model::Search &search : report.contents.searches)
            for (const model::Candidate &candidate : search.candidates) {
                // No row is cut: rank, distance, reference and hash stand on one page, in one line.
                const QString row = QString("%1 %2 %3 %4")
                                        .arg(candidate.rank)
                                        .arg(candidate.distance, 0, 'f', 3)
                                        .arg(candidate.personReference, candidate.portraitSha256);
                QCOMPARE(texts.filter(row).size(), 1);
            }
        // A table that goes on repeats its head.
        for (const QString &page : texts.filter(report.contents.searches[2].candidates[30].portraitSha256))
            QVERIFY(page.contains("Rank Distance"));
    }

    void aRowOfSeveralLinesStaysOnOnePage()
    {
        report::CaseReport report = ExampleReport::full();
        model::Search &search = report.contents.searches[0];
        search = ExampleReport::search(1, report.contents.probes[0], 50);
        for (const model::Candidate &candidate : search.candidates)
            report.contents.decisions.push_back({search.id, candidate.portrait, true,
                                                 QString("Differs in many ways. ").repeated(10) +
                                                     QString("End of reason %1.").arg(candidate.rank),
                                                 ExampleReport::time(90), "examiner-one"});
        const QStringList texts = pages(make(report));
        for (const model::Candidate &candidate : search.candidates) {
            // Not the page of the hash list, where examined portraits stand again.
            const QStringList page = texts.filter(QString("End of reason %1.").arg(candidate.rank));
            QCOMPARE(page.size(), 1);
            QVERIFY2(page[0].contains(candidate.portraitSha256), qPrintable(page[0]));
        }
    }

    void aHeadingIsNeverTheLastLineOfAPage()
    {
        static const QRegularExpression alone(
            "(Evidence|Probes|Searches|Examinations|Missing pictures|Audit chain|"
            "Hashes|Engines and models|Words used|Signatures|what was decided) " +
            lead);
        report::CaseReport report = ExampleReport::full();
        report.probePictures.clear();
        report.portraitPictures.clear();
        // Row by row the list pushes every later heading over the end of a page.
        for (int candidates = 3; candidates <= 40; ++candidates) {
            report.contents.searches[0] = ExampleReport::search(1, report.contents.probes[0], candidates);
            for (const QString &page : pages(make(report)))
                QVERIFY2(!page.contains(alone), qPrintable(page));
        }
    }

    void aNoteLongerThanAPageGoesOn()
    {
        report::CaseReport report = ExampleReport::full();
        QString note;
        for (int i = 1; i <= 900; ++i)
            note += QString("Remark %1 is here. ").arg(i);
        report.contents.examinations[0].note = note;
        report.contents.decisions[0].reason = note;
        const QString path = make(report);
        const QString said = words(path);
        for (int i = 1; i <= 900; ++i)
            QVERIFY2(said.count(QString("Remark %1 ").arg(i)) == 2, qPrintable(QString::number(i)));
        checkFurniture(path);
        checkLayout(path);
    }

    void missingPicturesAreNamedWithTheirReason()
    {
        const report::CaseReport report = ExampleReport::full();
        const QString said = words(make(report));
        const QString section = said.mid(said.lastIndexOf("Missing pictures"));
        for (const auto &missing : report.missing)
            QVERIFY(withoutSpaces(section).contains(missing.what));
        QVERIFY(section.contains("The file changed since it was added: its SHA-256 differs."));
        QVERIFY(section.contains("evidence-changed: Türkamera Süd.png"));
        QVERIFY(section.contains("The gallery or the picture was not at hand."));
        // And where the picture would be.
        QVERIFY(said.contains("Not shown. The file changed since it was added"));
        QVERIFY(said.contains(
            "Portrait of P3, at rank 3, distance 0.337 Not shown. The gallery or the picture was "
            "not at hand."));
        const QString probe = said.mid(said.indexOf("Probe 2: Evidence 2"));
        QVERIFY(probe.indexOf("The file changed since") < probe.indexOf("How it was chosen"));
    }

    void aFaceThatCannotBeMadeAgainIsNamed()
    {
        report::CaseReport report = ExampleReport::full();
        report.probePictures[0].chip = {};
        report.missing = {
            {report.contents.probes[0].chipSha256, {base::ErrorCode::EngineFailed, "probe-1", ""}}};
        const QString said = words(make(report));
        const QString probe = said.mid(said.indexOf("Probe 1: Evidence 1"));
        const qsizetype why = probe.indexOf("The face engine could not make this picture again");
        QVERIFY(why > 0 && why < probe.indexOf("How it was chosen"));
        QVERIFY(said.contains(
            "This picture was not put into the report.")); // probe 2 has no picture and no reason
    }

    void picturesAreExactlyThoseGiven()
    {
        report::CaseReport report = ExampleReport::full();
        // A thin one and a large one: neither may be resampled or vanish.
        report.probePictures[1] = {report.probePictures[1].probe, ExampleReport::picture(1, 900, 8),
                                   ExampleReport::picture(1600, 1100, 9)};
        QSet<QString> given;
        const auto add = [&given](const base::Picture &picture) {
            const bool grey = picture.format() == base::Picture::Format::Grey;
            const QImage image(picture.line(0), picture.width(), picture.height(), picture.bytesPerLine(),
                               grey ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
            const QImage rgb = image.convertToFormat(QImage::Format_RGB32);
            given += base::sha256(QByteArray(reinterpret_cast<const char *>(rgb.bits()), rgb.sizeInBytes()));
        };
        for (const auto &pictures : report.probePictures) {
            add(pictures.evidence);
            add(pictures.chip);
        }
        for (const auto &portrait : report.portraitPictures)
            add(portrait.picture);

        QTemporaryDir folder;
        output("pdfimages", {"-png", make(report), folder.filePath("picture")});
        QSet<QString> found;
        for (const QString &name : QDir(folder.path()).entryList({"*.png"})) {
            const QImage rgb = QImage(folder.filePath(name)).convertToFormat(QImage::Format_RGB32);
            found +=
                base::sha256(QByteArray(reinterpret_cast<const char *>(rgb.constBits()), rgb.sizeInBytes()));
        }
        QCOMPARE(found, given);
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

    void marksInCornersAndCrowdsStayReadable()
    {
        report::CaseReport report = tests::CaseworkReport::make();
        auto &marks = report.contents.examinations[0].comparison.probeMarks;
        marks.clear();
        int number = 0;
        for (const double x : {0.0, 0.5, 1.0})
            for (const double y : {0.0, 0.5, 1.0})
                marks.push_back({model::Mark::Kind::Point, ++number, {x, y}, {x, y}, {}, std::nullopt});
        for (int i = 0; i < 4; ++i)
            marks.push_back({model::Mark::Kind::Point, ++number, {0.45, 0.3}, {0.45, 0.3}, {}, std::nullopt});
        marks.push_back({model::Mark::Kind::Text,
                         0,
                         {0.99, 0.99},
                         {0.99, 0.99},
                         tests::CaseworkReport::longNote() + QString::fromUtf8("\u202E شيء 漢字"),
                         std::nullopt});
        const QString path = make(report);
        checkLayout(path); // no number lies on another one or leaves the page
        QVERIFY(words(path).contains("Text: " + tests::CaseworkReport::longNote().left(80)));
    }

    void looksGoodWithPhotographs()
    {
        const report::CaseReport report = tests::CaseworkReport::withPhotographs(tests::samplesDirectory());
        const QString path = make(report);
        checkLayout(path);
        // The pixels of a picture stand in the file once, however often it is shown.
        const QByteArray list = output("pdfimages", {"-list", path});
        QSet<QString> objects;
        for (const QString &line : QString::fromUtf8(list).split(u'\n').mid(2))
            if (const QStringList cells = line.simplified().split(u' '); cells.size() > 10)
                objects.insert(cells[10]);
        QCOMPARE(objects.size(), qsizetype(2 + report.portraitPictures.size()));
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

    void caseworkInLongerWordsFits()
    {
        checkLayout(make(tests::CaseworkReport::withPhotographs(tests::samplesDirectory()), longer));
    }

    void longerWordsFit()
    {
        const QString path = make(ExampleReport::full(), longer);
        checkLayout(path);
        for (const QString &page : pages(path)) {
            QVERIFY(withoutSpaces(page).contains(withoutSpaces(longer(report::leadSentence))));
            QVERIFY(page.contains(longer(report::trainingSentence)));
        }
    }
};

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    TestCaseReport test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_casereport.moc"
