// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/canonicaljson.h"
#include "engine/base/clock.h"
#include "tests/engine/report/caseworkreport.h"

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
        const QJsonObject json = report::toJson(tests::CaseworkReport::make());
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

    void tellsDerivationsAndWhatIsFoundInThem()
    {
        report::CaseReport report = ExampleReport::full();
        const model::Derivation made{model::DerivationId("d-1"),
                                     report.contents.evidence[0].id,
                                     {},
                                     {{model::Edit::Kind::Gamma, {{"gamma", 1.5}}}},
                                     30,
                                     20,
                                     ExampleReport::digest("derivation"),
                                     ExampleReport::time(7),
                                     "examiner-one"};
        report.contents.derivations = {made};
        report.contents.probes[0].derivation = made.id;
        const QJsonObject json = report::toJson(report);
        const QJsonObject told = at(json, "derivations", 0);
        QCOMPARE(told.value("edits").toArray(), model::toJson(made.edits));
        QCOMPARE(told.value("sha256").toString(), made.sha256);
        QVERIFY(told.value("frame").isNull());
        const QStringList documented = documentedKeys().value("derivations[]").split(u'`');
        for (const QString &key : told.keys())
            QVERIFY2(documented.join(u' ').contains(key), qPrintable(key));
        QCOMPARE(at(json, "probes", 0).value("derivation").toString(), "d-1");
        QVERIFY(at(json, "probes", 1).value("derivation").isNull());
        const QJsonArray hashes = json.value("hashes").toArray();
        QVERIFY(hashes.contains(QJsonObject{{"what", "derivation"}, {"id", "d-1"}, {"sha256", made.sha256}}));
    }

    void tellsScansAndFramesSearchedTogether()
    {
        report::CaseReport report = ExampleReport::full();
        const model::Scan scan{model::ScanId("s-1"),
                               report.contents.evidence[0].id,
                               {3, 9, {}, 64},
                               {},
                               model::Scan::State::Done,
                               9,
                               7,
                               0.3,
                               0.1,
                               ExampleReport::time(6),
                               "examiner-one"};
        report.contents.scans = {scan};
        report.scannedTracks = {{scan.id, 5, 2}};
        report.contents.searches[0].furtherProbes = {report.contents.probes[1].id};
        report.contents.searches[0].candidates[0].framesPresent = 2;
        const QJsonObject json = report::toJson(report);
        const QJsonObject told = at(json, "scans", 0);
        QCOMPARE(told.value("state").toString(), QString("done"));
        QCOMPARE(told.value("settings").toObject(), model::toJson(scan.settings));
        QCOMPARE(told.value("tracks").toInt(), 5);
        QCOMPARE(told.value("chosen").toInt(), 2);
        const QStringList documented = documentedKeys().value("scans[]").split(u'`');
        for (const QString &key : told.keys())
            QVERIFY2(documented.join(u' ').contains(key), qPrintable(key));
        const QJsonObject search = at(json, "searches", 0);
        QCOMPARE(search.value("further_probes").toArray(), QJsonArray{report.contents.probes[1].id.value()});
        QCOMPARE(at(search, "candidates", 0).value("frames_present").toInt(), 2);
        QCOMPARE(at(search, "candidates", 1).value("frames_present").toInt(), 1);
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

    void everyRecordIsTheDocumentThatWasSigned()
    {
        const report::CaseReport report = tests::CaseworkReport::make();
        const QJsonObject json = report::toJson(report);
        QSet<int> numbers;
        for (const char *list : {"analyses", "overrides", "examinations", "verification_requests",
                                 "verification_results", "adjudications", "null_results"}) {
            QVERIFY2(!json.value(QLatin1String(list)).toArray().isEmpty(), list);
            for (const QJsonValue &record : json.value(QLatin1String(list)).toArray()) {
                numbers.insert(record["number"].toInt());
                if (record["locked"].toBool())
                    continue;
                QCOMPARE(record["document_sha256"].toString(),
                         base::sha256(base::canonicalJson(record["document"].toObject())));
                QCOMPARE(record["signature"]["account"].toString(), record["document"]["actor"].toString());
                QCOMPARE(record["signature"]["value"].toString().size(), 128);
            }
        }
        QCOMPARE(numbers.size(), 15);
        const auto first = model::examinationFromJson(at(json, "examinations", 0)["document"].toObject());
        QVERIFY(first);
        QCOMPARE(first->comparison, report.contents.examinations[0].comparison);
    }

    void aLockedCandidateHasNoOutcome()
    {
        const QJsonObject json = report::toJson(tests::CaseworkReport::make());
        const QJsonObject standing =
            at(at(json, "searches", 0), "candidates", 4).value("standing").toObject();
        QCOMPARE(standing["state"].toString(), "awaiting-verification");
        QVERIFY(standing["locked"].toBool());
        QVERIFY(standing["outcome"].isNull());
        QVERIFY(!standing["lead"].toBool());
        const QJsonObject examination = at(json, "examinations", 2);
        QVERIFY(examination["locked"].toBool());
        for (const char *key : {"conclusion", "note", "actor", "document", "signature"})
            QVERIFY2(examination[QLatin1String(key)].isNull(), key);
        QVERIFY(at(json, "verification_requests", 2)["document"].isNull());
        QVERIFY(!base::canonicalJson(json).contains(tests::CaseworkReport::lockedNote.toUtf8()));

        // A disagreement is locked as well, both sides of it.
        report::CaseReport disagreed = tests::CaseworkReport::make();
        disagreed.contents.adjudications.clear();
        disagreed.standings[1].state = report::CaseReport::Standing::State::Disagreed;
        const QJsonObject later = report::toJson(disagreed);
        QVERIFY(at(later, "examinations", 1)["conclusion"].isNull());
        QVERIFY(at(later, "verification_results", 1)["document"].isNull());
        QVERIFY(!at(later, "verification_results", 0)["document"].isNull());
    }

    void leadsExclusionsAndMemoryAreTold()
    {
        const QJsonObject json = report::toJson(tests::CaseworkReport::make());
        const QJsonObject search = at(json, "searches", 0);
        const QJsonObject lead = at(search, "candidates", 0)["standing"].toObject();
        QVERIFY(lead["lead"].toBool());
        QCOMPARE(lead["lead_sentence"], json["lead_sentence"]);
        QVERIFY(at(search, "candidates", 2)["standing"].toObject()["excluded"].toBool());
        const QJsonObject second = at(json, "searches", 1);
        QVERIFY(second["null_result"].toBool());
        QVERIFY(at(second, "candidates", 2)["memory"].toObject()["excluded"].toBool());
        QVERIFY(at(second, "candidates", 0)["memory"].isNull());
    }

    void aWithheldListIsNoEmptyOne()
    {
        report::CaseReport report = tests::CaseworkReport::make();
        report.contents.searches[0].candidates.clear();
        report.contents.withheld = {report.contents.searches[0].id};
        const QJsonObject search = at(report::toJson(report), "searches", 0);
        QVERIFY(search["withheld"].toBool());
        QVERIFY(!search["no_candidate"].toBool());
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
