// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/report/caseworkreport.h"
#include "tests/engine/report/pdftest.h"
#include "tests/support/testdata.h"

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

/// How the report is laid out, whatever it has to say.
class TestReportLayout : public PdfTest
{
    Q_OBJECT

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

    void everyPageCarriesItsFurniture()
    {
        const QString path = make(ExampleReport::full());
        QVERIFY(pages(path).size() >= 6);
        checkFurniture(path);
        checkLayout(path);
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

REPORT_TEST_MAIN(TestReportLayout)
#include "tst_reportlayout.moc"
