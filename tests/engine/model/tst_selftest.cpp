// SPDX-License-Identifier: GPL-3.0-or-later
// What is entered of a self-test is read back as it was.
#include "engine/base/canonicaljson.h"
#include "tests/support/exampleselftest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace likeness;
using model::SelfTest;
using tests::ExampleSelfTest;

class TestSelfTest : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsItWas_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("identification") << 0;
        QTest::newRow("with groups") << 1;
        QTest::newRow("verification") << 2;
    }
    void comesBackAsItWas()
    {
        QFETCH(int, which);
        const SelfTest test = which == 0   ? ExampleSelfTest::identification()
                              : which == 1 ? ExampleSelfTest::grouped()
                                           : ExampleSelfTest::verification();
        // Through bytes, as the chain keeps it.
        const QByteArray bytes = base::canonicalJson(model::selfTestFigures(test));
        const QJsonObject kept = QJsonDocument::fromJson(bytes).object();
        const auto read = model::selfTestOf(model::selfTestKindName(test.kind), kept);
        QVERIFY(read);
        QCOMPARE(base::canonicalJson(model::selfTestFigures(*read)), bytes);
        QCOMPARE(read->engine.id(), test.engine.id());
        QCOMPARE(read->fnir.size(), test.fnir.size());
        QCOMPARE(read->oursDet.y, test.oursDet.y);
        QCOMPARE(read->oursDet.low, test.oursDet.low);
        for (size_t i = 0; i < test.fnmr.size(); ++i) {
            QCOMPARE(read->fnmr[i].at, test.fnmr[i].at); // largest first
            QCOMPARE(read->fnmr[i].plain.high, test.fnmr[i].plain.high);
        }
        for (size_t i = 0; i < test.rank.size(); ++i)
            QCOMPARE(read->rank[i].at, test.rank[i].at);
    }

    void whatCouldNotBeMeasuredIsNull()
    {
        const SelfTest test = ExampleSelfTest::grouped();
        const QJsonObject figures = model::selfTestFigures(test);
        const QJsonValue group = figures["groups"][2];
        QVERIFY(group["ours"]["fpir_at_fpir"]["0.01"].isNull());
        QVERIFY(group["too_few_mated"].toBool() && group["too_few_non_mated"].toBool());
        QVERIFY(!figures["groups"][0]["too_few_mated"].toBool());
        const auto read = model::selfTestOf("identification", figures);
        QVERIFY(read && !read->groups[2].fpir[1].ours.isKnown());
        QVERIFY(read->groups[2].fnir[1].ours.isKnown());
    }

    void entriesOfEarlierVersionsAreRead()
    {
        QJsonObject figures = model::selfTestFigures(ExampleSelfTest::identification());
        for (const char *later : {"persons", "curves"})
            figures.remove(QLatin1String(later));
        const auto read = model::selfTestOf("identification", figures);
        QVERIFY(read);
        QCOMPARE(read->persons, 0);
        QVERIFY(read->oursDet.x.empty());
        QVERIFY(!read->hasGroups);
    }

    void whatIsNoSelfTestIsNone()
    {
        const QJsonObject figures = model::selfTestFigures(ExampleSelfTest::identification());
        QVERIFY(!model::selfTestOf("innocents", figures));
        QVERIFY(!model::selfTestOf("verification", figures));
        QVERIFY(!model::selfTestOf("identification", {}));
        QJsonObject uneven = figures;
        uneven["curves"] = QJsonObject{{"ours_det", QJsonObject{{"x", QJsonArray{0.1, 0.2}}, {"y", QJsonArray{0.3}}}}};
        QVERIFY(model::selfTestOf("identification", uneven)->oursDet.x.empty());
    }
};

QTEST_GUILESS_MAIN(TestSelfTest)
#include "tst_selftest.moc"
