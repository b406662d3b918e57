// SPDX-License-Identifier: GPL-3.0-or-later
// The engine card and the self-test in every report, as PDF and as JSON.
#include "engine/report/enginecard.h"
#include "engine/report/plot.h"
#include "engine/report/selftestwords.h"
#include "tests/engine/report/examplereport.h"
#include "tests/engine/report/pdftest.h"
#include "tests/support/exampleselftest.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QPainter>
#include <QSet>

using namespace likeness;
using model::SelfTest;
using tests::ExampleReport;
using tests::ExampleSelfTest;

class TestEngineCard : public tests::PdfTest
{
    Q_OBJECT

    static SelfTest entered(SelfTest test)
    {
        test.engine = ExampleReport::engine();
        test.entry = 41;
        test.time = ExampleReport::time(-600);
        test.actor = "keeper-one";
        return test;
    }
    static report::CaseReport with(const std::vector<SelfTest> &tests)
    {
        report::CaseReport report = ExampleReport::full();
        report.selfTests = tests;
        return report;
    }

private slots:
    void everyLimitSaysHowItIsKnown()
    {
        QSet<QString> ids;
        for (const report::EngineLimit &limit : report::engineLimits()) {
            ids.insert(limit.id);
            for (const char *text : {limit.limit, limit.evidence})
                QVERIFY2(QString(text).endsWith('.'), text);
            QVERIFY(QString(limit.source).size() > 5);
        }
        QCOMPARE(ids.size(), qsizetype(report::engineLimits().size()));
        for (const char *id : {"children", "populations", "bad-light", "low-resolution", "age-gap", "relatives", "profile",
                               "occlusion"})
            QVERIFY2(ids.contains(id), id);
    }

    void theCardIsInEveryReport()
    {
        for (const report::CaseReport &report : {ExampleReport::full(), ExampleReport::empty()}) {
            const QString said = words(make(report));
            QVERIFY(said.contains(report::notEvaluated));
            const QJsonObject json = report::toJson(report);
            QCOMPARE(json["engine_card"]["limits"].toArray().size(), qsizetype(report::engineLimits().size()));
            for (const report::EngineLimit &limit : report::engineLimits())
                for (const char *text : {limit.limit, limit.evidence, limit.source})
                    QVERIFY2(said.contains(tests::spaced(text)), text);
        }
    }

    void theManualHasTheSameCard()
    {
        const QString markdown = report::engineCardMarkdown(tests::english);
        QVERIFY(markdown.contains(report::notEvaluated));
        for (const report::EngineLimit &limit : report::engineLimits())
            QVERIFY(markdown.contains(limit.evidence));
        QFile manual(QStringLiteral(LIKENESS_SOURCE_DIR "/resources/manual/manual.md"));
        QVERIFY(manual.open(QIODevice::ReadOnly));
        QCOMPARE(manual.readAll().count("<!-- engine card -->"), 1);
    }

    void noneWasMade()
    {
        const QString said = words(make(ExampleReport::empty()));
        QVERIFY(said.contains("No self-test was made on this workstation."));
        const QJsonValue json = report::toJson(ExampleReport::empty())["self_test"];
        QVERIFY(json["identification"].isNull() && json["verification"].isNull() && json["error"].isNull());
    }

    void whatWasMeasuredIsQuoted()
    {
        const report::CaseReport report =
            with({entered(ExampleSelfTest::grouped()), entered(ExampleSelfTest::verification())});
        const QString path = make(report);
        const QString said = words(path);
        for (const char *part :
             {"Finding a person in a gallery (identification)", "Comparing two pictures (verification)",
              "Persons in the gallery: 1 748; probes of persons in it: 846; probes of persons not in it: 2 044.",
              "one person: 2.", "FNIR at FPIR 0.3%", "FNMR at FMR 0.001%", "28.0% (25.0% to 31.0%)",
              "0.50 (0.40 to 0.61)", "keeper-one", "Group B", "3.1% (2.7% to 3.5%)", "Too few probes",
              "Persons without a group: 12.", "FPIR: those not in the gallery who get a candidate"})
            QVERIFY2(said.contains(part), part);
        QVERIFY(!said.contains("Made with another version of the engine."));
        checkLayout(path);
        checkFurniture(path);
        const QJsonObject json = report::toJson(report)["self_test"].toObject();
        QCOMPARE(json["identification"]["entry"].toInt(), 41);
        QCOMPARE(json["identification"]["actor"].toString(), QString("keeper-one"));
        QCOMPARE(json["identification"]["figures"]["ours"]["fnir_at_fpir"]["0.01"].toDouble(), 0.28);
        QCOMPARE(json["verification"]["figures"]["other_pairs"].toInteger(), 4'000'000);
    }

    void anotherEngineIsSaid()
    {
        SelfTest older = entered(ExampleSelfTest::identification());
        older.engine.options = "";
        QVERIFY(words(make(with({older}))).contains("Made with another version of the engine."));
        // Nothing was described in this case: there is nothing to hold it against.
        report::CaseReport empty = ExampleReport::empty();
        empty.selfTests = {older};
        QVERIFY(!words(make(empty)).contains("Made with another version of the engine."));
    }

    void unreadIsNotNone()
    {
        report::CaseReport report = ExampleReport::empty();
        report.selfTestsUnread = base::Error{base::ErrorCode::AuditBroken, "workstation", "entry 3"};
        const QString said = words(make(report));
        QVERIFY(said.contains("could not be read, so none is quoted"));
        QVERIFY(!said.contains("No self-test was made"));
        const QJsonObject json = report::toJson(report);
        QCOMPARE(json["self_test"]["error"]["error"].toString(), QString("audit-broken"));
    }

    void plotsFillTheirAxes()
    {
        const SelfTest test = ExampleSelfTest::identification();
        const report::Plot det = report::detPlot(test, tests::english);
        QCOMPARE(det.xLeast, 1e-4); // 6e-4 rounded down to a power of ten
        QCOMPARE(det.yLeast, 0.01);
        const report::Plot rank = report::rankPlot(test, tests::english);
        QCOMPARE(rank.xMost, 50.0);
        QCOMPARE(rank.yLeast, 0.8);
        QVERIFY(report::isEmpty(report::rankPlot(ExampleSelfTest::verification(), tests::english)));
        // Ours is drawn in its colour, on a canvas that was white.
        QImage image(500, 400, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        const auto look = report::PlotLook::ofReport();
        report::drawPlot(painter, image.rect(), 1.3, det, look);
        painter.end();
        int ours = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                ours += image.pixelColor(x, y) == look.ours;
        QVERIFY(ours > 200);
    }
};

REPORT_TEST_MAIN(TestEngineCard)
#include "tst_enginecard.moc"
