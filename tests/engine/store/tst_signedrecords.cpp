// SPDX-License-Identifier: GPL-3.0-or-later
// Records that are kept as the document that was signed.
#include "engine/store/signedrecords.h"

#include "engine/base/canonicaljson.h"
#include "engine/store/database.h"
#include "tests/engine/store/examined.h"

#include <QTemporaryDir>

using namespace likeness;
using namespace likeness::tests;
using store::CaseStore;
using store::CaseWriter;

class TestSignedRecords : public QObject
{
    Q_OBJECT

    StandingClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_case;
    std::unique_ptr<CaseStore> m_store;
    std::unique_ptr<ExaminedCase> m_examined;

    QString database() const { return m_case + "/case.sqlite"; }
    template <class Record>
    base::Outcome insert(const Record &record)
    {
        return m_store->commit(look, actor, [&](CaseWriter &writer) { return writer.insert(record); });
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = m_folder->filePath("case");
        auto created = CaseStore::create(m_case, caseFile(m_clock), actor, m_clock);
        QVERIFY_OK(created);
        m_store = std::move(*created);
        m_examined = std::make_unique<ExaminedCase>(m_clock);
        QVERIFY_OK(m_store->commit(look, actor,
                                   [&](CaseWriter &writer) { return m_examined->writeSearch(writer); }));
    }
    void cleanup() { m_store.reset(); }

    void everyDocumentReadsBack()
    {
        QVERIFY_OK(m_store->commit(look, actor,
                                   [&](CaseWriter &writer) { return m_examined->writeRecords(writer); }));
        const auto contents = m_store->contents();
        QVERIFY_OK(contents);
        const auto same = [](const auto &read, const auto &written) {
            QCOMPARE(read.size(), 1u);
            QCOMPARE(toJson(read[0]), toJson(written));
            QCOMPARE(read[0].signature, written.signature);
        };
        same(contents->analyses, m_examined->analysis);
        same(contents->examinations, m_examined->examination);
        same(contents->verificationRequests, m_examined->request);
        same(contents->verificationResults, m_examined->result);
        same(contents->adjudications, m_examined->adjudication);
        same(contents->nullResults, m_examined->nullResult);
        same(contents->overrides, m_examined->override);
        QCOMPARE(contents->examinations[0].comparison, m_examined->comparison);
        QCOMPARE(contents->listViews.size(), 1u);
        QCOMPARE(contents->listViews[0].search, m_examined->search.id);
        QCOMPARE(contents->listViews[0].actor, QStringLiteral("examiner"));
        QCOMPARE(contents->listViews[0].time, m_clock.now());
        QCOMPARE(contents->verificationsTaken.size(), 2u); // in the order written
        QVERIFY(!contents->verificationsTaken[0].givenBack);
        QVERIFY(contents->verificationsTaken[1].givenBack);
        QCOMPARE(contents->verificationsTaken[1].actor, QStringLiteral("verifier"));
        QCOMPARE(contents->searches[0].settings, m_examined->search.settings);
    }

    // The entry names what its act wrote; nobody has to remember to.
    void theEntryNamesEveryRecord()
    {
        QVERIFY_OK(insert(m_examined->analysis));
        const auto entry = m_store->auditEntries(m_store->auditHead()->count, 1)->at(0);
        QCOMPARE(entry.act.details.value("n").toInt(), 1); // what the act said itself stays
        const QByteArray text =
            "{\"document\":" + base::canonicalJson(toJson(m_examined->analysis)) +
            ",\"signature\":" + base::canonicalJson(toJson(m_examined->analysis.signature)) + "}";
        QCOMPARE(entry.act.details.value("records").toArray(), QJsonArray{base::sha256(text)});

        QVERIFY_OK(insert(m_examined->view));
        QVERIFY_OK(insert(m_examined->examination));
        QStringList entered;
        const auto entries = m_store->auditEntries(1, 100);
        for (const auto &each : *entries)
            for (const auto &seal : each.act.details.value("records").toArray())
                entered += seal.toString();
        QStringList stored;
        const store::Database opened(database(), store::Database::Mode::QueryOnly);
        QVERIFY_OK(store::forEachSignedRecord(*opened.connection(), [&](const store::StoredRecord &record) {
            stored +=
                store::sealOf(QJsonDocument::fromJson(record.document.toUtf8()).object(), record.signature);
        }));
        entered.sort();
        stored.sort();
        QCOMPARE(entered.size(), 3);
        QCOMPARE(entered, stored);
        // An act without records says nothing of them.
        QVERIFY_OK(m_store->commit(look, actor));
        QCOMPARE(m_store->auditEntries(m_store->auditHead()->count, 1)->at(0).act.details, look.details);
    }

    void referencesToNothing()
    {
        auto analysis = m_examined->analysis;
        analysis.probe = model::ProbeId::create();
        QVERIFY_ERROR(insert(analysis), NotFound);
        QVERIFY_ERROR(insert(m_examined->request), NotFound); // of no examination
        QVERIFY_ERROR(insert(m_examined->taken), NotFound);
        QVERIFY_ERROR(insert(m_examined->result), NotFound);
        QVERIFY_ERROR(insert(m_examined->adjudication), NotFound);
        auto examination = m_examined->examination;
        examination.portrait = model::PortraitId::create(); // not on the list
        QVERIFY_ERROR(insert(examination), NotFound);
        auto view = m_examined->view;
        view.search = model::SearchId::create();
        QVERIFY_ERROR(insert(view), NotFound);
        auto nothing = m_examined->nullResult;
        nothing.search = model::SearchId::create();
        QVERIFY_ERROR(insert(nothing), NotFound);
        auto override = m_examined->override;
        override.probe = model::ProbeId::create();
        QVERIFY_ERROR(insert(override), NotFound);

        QVERIFY_OK(insert(m_examined->examination));
        auto request = m_examined->request;
        request.candidate = model::PortraitId::create();
        QVERIFY_ERROR(insert(request), NotFound);
        QVERIFY_OK(insert(m_examined->request));
        QVERIFY_ERROR(insert(m_examined->adjudication), NotFound); // nobody has verified yet
        QVERIFY_OK(insert(m_examined->result));
        QVERIFY_ERROR(insert(m_examined->result), AlreadyExists); // one result a request
        QVERIFY_OK(insert(m_examined->adjudication));
        QVERIFY_ERROR(insert(m_examined->adjudication), AlreadyExists);
        QVERIFY_ERROR(insert(m_examined->examination), AlreadyExists);
    }

    void whatWouldNotReadBackIsNotWritten()
    {
        const auto head = *m_store->auditHead();
        auto analysis = m_examined->analysis;
        analysis.time = QDateTime();
        QVERIFY_ERROR(insert(analysis), InvalidArgument);
        auto examination = m_examined->examination;
        examination.comparison.probeMarks[0].from.x = std::numeric_limits<double>::quiet_NaN();
        QVERIFY_ERROR(insert(examination), InvalidArgument);
        QCOMPARE(*m_store->auditHead(), head);
        QVERIFY(m_store->contents()->analyses.empty());
    }

    void rowsAreAppendOnly()
    {
        QVERIFY_OK(m_store->commit(look, actor,
                                   [&](CaseWriter &writer) { return m_examined->writeRecords(writer); }));
        auto raw = QSqlDatabase::addDatabase("QSQLITE", "refused");
        raw.setDatabaseName(database());
        QVERIFY(raw.open());
        for (const char *table :
             {"analysis", "examination", "verification_request", "verification_taken", "verification_result",
              "adjudication", "null_result", "override", "list_view"}) {
            QSqlQuery query(raw);
            QVERIFY2(!query.exec(QStringLiteral("UPDATE %1 SET signature = ''").arg(QLatin1String(table))),
                     table);
            QVERIFY2(!query.exec(QStringLiteral("DELETE FROM %1").arg(QLatin1String(table))), table);
        }
        raw = QSqlDatabase();
        QSqlDatabase::removeDatabase("refused");
    }

    void aChangedDocumentIsCorrupt_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("change");
        for (const char *table :
             {"analysis", "examination", "verification_request", "verification_taken", "verification_result",
              "adjudication", "null_result", "override", "list_view"}) {
            const auto row = [table](const char *what, const char *change) {
                QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(table, what)))
                    << QString::fromLatin1(table) << QString::fromLatin1(change);
            };
            row("white space", "document = ' ' || document");
            row("another key", "document = '{\"a\":1,' || substr(document, 2)");
            row("not JSON", "document = 'x'");
            row("an array", "document = '[]'");
            row("cut", "document = substr(document, 1, length(document) - 5)");
            row("another type", "document = replace(document, '\"type\":\"', '\"type\":\"x')");
        }
        QTest::newRow("columns of another conclusion") << "examination"
                                                       << "conclusion = 'inconclusive'";
        QTest::newRow("columns of another time") << "examination"
                                                 << "time = '2026-03-08T02:30:00.124Z'";
        QTest::newRow("columns of another id") << "adjudication"
                                               << "id = 'x'";
    }
    void aChangedDocumentIsCorrupt()
    {
        QFETCH(QString, table);
        QFETCH(QString, change);
        QVERIFY_OK(m_store->commit(look, actor,
                                   [&](CaseWriter &writer) { return m_examined->writeRecords(writer); }));
        QVERIFY_OK(m_store->contents());
        tamper(database(), table, {QStringLiteral("UPDATE %1 SET %2").arg(table, change)});
        QVERIFY_ERROR(m_store->contents(), DatabaseCorrupt);
    }

    void draftsAreReplacedAndRemoved()
    {
        const auto save = [&](const QString &about, const QString &who, const model::Comparison &comparison) {
            return m_store->commit(look, actor, [&](CaseWriter &writer) {
                return writer.saveDraft({about, who, comparison, m_clock.now()});
            });
        };
        QVERIFY_OK(save("s/p", "a", {}));
        QVERIFY_OK(save("s/p", "b", {}));
        QVERIFY_OK(save("s/q", "a", {}));
        m_clock.advance(1000);
        QVERIFY_OK(save("s/p", "a", m_examined->comparison));
        auto drafts = m_store->contents()->drafts;
        QCOMPARE(drafts.size(), 3u);
        QCOMPARE(drafts[0].about, QStringLiteral("s/p"));
        QCOMPARE(drafts[0].actor, QStringLiteral("a"));
        QCOMPARE(drafts[0].comparison, m_examined->comparison);
        QCOMPARE(drafts[0].time, m_clock.now());
        QVERIFY(drafts[1].comparison.isEmpty());
        // Gone with the record that it became, in one act.
        QVERIFY_OK(m_store->commit(look, actor, [&](CaseWriter &writer) -> base::Outcome {
            LIKENESS_TRY(writer.insert(m_examined->examination));
            LIKENESS_TRY(writer.removeDraft("s/p", "a"));
            return writer.removeDraft("s/p", "nobody");
        }));
        drafts = m_store->contents()->drafts;
        QCOMPARE(drafts.size(), 2u);
        QCOMPARE(drafts[0].actor, QStringLiteral("b"));
        rawSql(database(), {"UPDATE comparison_draft SET comparison = '{}'"});
        QVERIFY_ERROR(m_store->contents(), DatabaseCorrupt);
    }
};

QTEST_GUILESS_MAIN(TestSignedRecords)
#include "tst_signedrecords.moc"
