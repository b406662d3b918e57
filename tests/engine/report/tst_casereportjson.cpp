// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/canonicaljson.h"
#include "engine/base/clock.h"
#include "tests/engine/report/examplereport.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace likeness;
using tests::ExampleReport;

namespace
{

QJsonObject at(const QJsonObject &object, const char *list, qsizetype index)
{
    return object.value(QLatin1String(list)).toArray().at(index).toObject();
}

/// FORMAT.md's table: the key of each row and the words in code style of its value.
QHash<QString, QString> documentedKeys()
{
    QFile file(QStringLiteral(LIKENESS_SOURCE_DIR "/engine/report/FORMAT.md"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QHash<QString, QString> keys;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const QStringList cells = line.split(u'|');
        if (cells.size() < 4)
            continue;
        for (const QString &key : cells[1].split(u','))
            keys.insert(key.trimmed().remove(u'`'), cells[2]);
    }
    return keys;
}

} // namespace

class TestCaseReportJson : public QObject
{
    Q_OBJECT

private slots:
    void statesWhatItIs()
    {
        const QJsonObject json = report::toJson(ExampleReport::full());
        QCOMPARE(json.value("format").toString(), QString("likeness-case-report/1"));
        QCOMPARE(json.value("training").toBool(), true);
        QCOMPARE(json.value("lead_sentence").toString(),
                 QString("INVESTIGATIVE LEAD ONLY - NOT AN IDENTIFICATION, NOT PROBABLE CAUSE FOR ARREST"));
        QCOMPARE(json.value("made").toString(), QString("2026-11-22T19:30:12.345Z"));
        QCOMPARE(json.value("case").toObject().value("number").toString(), QString("2026-0142"));
        QCOMPARE(json.value("audit").toObject().value("count").toInt(), 57);
        QCOMPARE(json.value("audit").toObject().value("hash").toString(), ExampleReport::digest("head"));
    }

    void everyKeyIsDocumented()
    {
        const QJsonObject json = report::toJson(ExampleReport::full());
        const QHash<QString, QString> documented = documentedKeys();
        const auto check = [&documented](const QJsonObject &object, const QString &in) {
            QVERIFY2(documented.contains(in), qPrintable(in));
            for (const QString &key : object.keys())
                QVERIFY2(documented.value(in).contains(key), qPrintable(in + ": " + key));
        };
        for (const QString &key : json.keys()) {
            const QJsonValue value = json.value(key);
            if (value.isArray())
                check(value.toArray().at(0).toObject(), key + "[]");
            else if (value.isObject())
                check(value.toObject(), key);
            else
                QVERIFY2(documented.contains(key), qPrintable(key));
        }
        check(at(at(json, "searches", 0), "candidates", 0), "searches[].candidates[]");
    }

    void holdsEveryCandidateAndItsState()
    {
        const report::CaseReport report = ExampleReport::full();
        const QJsonObject json = report::toJson(report);
        const QJsonArray candidates = at(json, "searches", 0).value("candidates").toArray();
        QCOMPARE(candidates.size(), 20);
        for (int i = 0; i < 20; ++i) {
            const QJsonObject candidate = candidates[i].toObject();
            const model::Candidate &expected = report.contents.searches[0].candidates[size_t(i)];
            QCOMPARE(candidate.value("rank").toInt(), i + 1);
            QCOMPARE(candidate.value("portrait_sha256").toString(), expected.portraitSha256);
            QCOMPARE(candidate.value("distance").toDouble(), expected.distance);
            // Number 2 is set aside; number 4 was taken back.
            QCOMPARE(candidate.value("set_aside").toBool(), i + 1 == 2);
        }
        QCOMPARE(json.value("decisions").toArray().size(), 3);
        QCOMPARE(at(json, "decisions", 0).value("reason").toString(),
                 QString("Scar over the left brow is absent"));
    }

    void reportsASearchThatListedNobody()
    {
        const QJsonObject json = report::toJson(ExampleReport::full());
        QCOMPARE(json.value("searches").toArray().size(), 3);
        QCOMPARE(at(json, "searches", 2).value("no_candidate").toBool(), true);
        QCOMPARE(at(json, "searches", 2).value("candidates"), QJsonValue(QJsonArray()));
        QCOMPARE(at(json, "searches", 0).value("no_candidate").toBool(), false);
    }

    void holdsEveryExaminationAndSaysWhichCounts()
    {
        const QJsonObject json = report::toJson(ExampleReport::full());
        const QJsonArray examinations = json.value("examinations").toArray();
        QCOMPARE(examinations.size(), 4);
        const QStringList conclusions{"inconclusive", "support-different-source", "support-same-source",
                                      "not-suitable"};
        const QList<bool> counts{false, true, true, true};
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(examinations[i].toObject().value("conclusion").toString(), conclusions[i]);
            QCOMPARE(examinations[i].toObject().value("counts").toBool(), counts[i]);
            QCOMPARE(examinations[i].toObject().value("lead_sentence"), json.value("lead_sentence"));
        }
    }

    void namesMissingPictures()
    {
        const QJsonObject json = report::toJson(ExampleReport::full());
        QCOMPARE(json.value("missing").toArray().size(), 2);
        QCOMPARE(at(json, "missing", 0).value("error").toString(), QString("evidence-changed"));
        QCOMPARE(at(json, "missing", 0).value("what").toString(), ExampleReport::digest("evidence-2"));
        QVERIFY(at(json, "probe_pictures", 1).value("chip").isNull());
    }

    void holdsPicturesByTheirHashesOnly()
    {
        const report::CaseReport report = ExampleReport::full();
        const QJsonObject json = report::toJson(report);
        const QJsonObject chip = at(json, "probe_pictures", 0).value("chip").toObject();
        QCOMPARE(chip.value("pixels_sha256").toString(), base::sha256(report.probePictures[0].chip.pixels()));
        QCOMPARE(chip.value("width").toInt(), 150);
        // 0.123456f is every number of the example's templates.
        QVERIFY(!base::canonicalJson(json).contains("0.12345"));
        QVERIFY(!at(json, "probes", 0).contains("values"));
    }

    void isTheSameTextAfterReadingItBack()
    {
        const QByteArray text = base::canonicalJson(report::toJson(ExampleReport::full()));
        const QJsonDocument read = QJsonDocument::fromJson(text);
        QVERIFY(read.isObject());
        QCOMPARE(base::canonicalJson(read.object()), text);
        QCOMPARE(base::canonicalJson(report::toJson(ExampleReport::full())), text);
    }

    void anEmptyCaseHasEmptyLists()
    {
        const QJsonObject json = report::toJson(ExampleReport::empty());
        for (const char *list : {"evidence", "regions", "probes", "searches", "decisions", "examinations",
                                 "missing", "probe_pictures", "portrait_pictures"})
            QVERIFY2(json.value(QLatin1String(list)) == QJsonValue(QJsonArray()), list);
    }
};

QTEST_APPLESS_MAIN(TestCaseReportJson)
#include "tst_casereportjson.moc"
