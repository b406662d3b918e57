// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/store/storetest.h"

#include <QTemporaryDir>

#include <atomic>
#include <thread>

using namespace likeness;
using namespace likeness::tests;
using store::CaseStore;

class TestThreads : public QObject
{
    Q_OBJECT

    StandingClock m_clock;

private slots:
    void eightThreadsCommitAndReadAtOnce()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("case");
        constexpr int threads = 8;
        constexpr int acts = 12;
        {
            const auto created = CaseStore::create(path, caseFile(m_clock), actor, m_clock);
            QVERIFY_OK(created);
            CaseStore &store = **created;
            std::atomic<int> committed = 0;
            std::atomic<int> failures = 0;
            std::vector<std::thread> running;
            for (int thread = 0; thread < threads; ++thread)
                running.emplace_back([&, thread] {
                    for (int i = 0; i < acts; ++i) {
                        const auto item = evidenceItem(m_clock, QByteArray::number(thread * acts + i));
                        const auto outcome = store.commit(
                            look, actor, [&](store::CaseWriter &writer) { return writer.insert(item); });
                        committed += outcome.has_value();
                        const auto contents = store.contents();
                        base::Progress progress;
                        const auto head = store.verifyAudit(progress);
                        // What a thread wrote it sees at once.
                        const bool seen =
                            contents && std::any_of(contents->evidence.begin(), contents->evidence.end(),
                                                    [&](const auto &e) { return e.id == item.id; });
                        failures += !outcome || !head || !seen;
                    }
                });
            for (auto &thread : running)
                thread.join();
            QCOMPARE(failures.load(), 0);
            QCOMPARE(committed.load(), threads * acts);
            QCOMPARE(store.contents()->evidence.size(), size_t(threads * acts));
        }
        // Ended threads and closed stores leave no connection behind, and no log beside the database.
        QVERIFY(QSqlDatabase::connectionNames().isEmpty());
        QVERIFY(!QFile::exists(path + "/case.sqlite-wal"));
        const auto reopened = CaseStore::open(path, actor, m_clock);
        QVERIFY_OK(reopened);
        base::Progress progress;
        const auto head = (*reopened)->verifyAudit(progress);
        QVERIFY_OK(head);
        QCOMPARE(head->count, threads * acts + 1);
    }

    void theSameBytesFromManyThreads()
    {
        QTemporaryDir folder;
        const auto created = CaseStore::create(folder.filePath("case"), caseFile(m_clock), actor, m_clock);
        QVERIFY_OK(created);
        const QByteArray bytes(2'000'000, 'e');
        QVERIFY(sourceFile(folder.filePath("source"), bytes));
        std::atomic<int> stored = 0;
        std::vector<std::thread> running;
        for (int thread = 0; thread < 6; ++thread)
            running.emplace_back([&] {
                QFile source(folder.filePath("source"));
                base::Progress progress;
                if (source.open(QIODevice::ReadOnly))
                    stored += (*created)->storeEvidence(source, progress).has_value();
            });
        for (auto &thread : running)
            thread.join();
        QCOMPARE(stored.load(), 6);
        QCOMPARE(QDir(folder.filePath("case/evidence")).entryList(QDir::Files | QDir::Hidden),
                 QStringList(base::sha256(bytes)));
    }

    void aConnectionGoesWithItsThread()
    {
        QTemporaryDir folder;
        const auto created = CaseStore::create(folder.filePath("case"), caseFile(m_clock), actor, m_clock);
        QVERIFY_OK(created);
        const auto before = QSqlDatabase::connectionNames().size();
        for (int i = 0; i < 5; ++i)
            std::thread([&] { (void)(*created)->contents(); }).join();
        QCOMPARE(QSqlDatabase::connectionNames().size(), before);
    }

    void aStoreMayGoBeforeTheThread()
    {
        QTemporaryDir folder;
        auto created = CaseStore::create(folder.filePath("case"), caseFile(m_clock), actor, m_clock);
        QVERIFY_OK(created);
        std::atomic<int> step = 0;
        std::thread reader([&] {
            (void)(*created)->contents();
            step = 1;
            step.notify_all();
            step.wait(1);
        });
        step.wait(0);
        created->reset();
        QVERIFY(QSqlDatabase::connectionNames().isEmpty());
        step = 2;
        step.notify_all();
        reader.join();
        QVERIFY_OK(CaseStore::open(folder.filePath("case"), actor, m_clock));
    }
};

QTEST_GUILESS_MAIN(TestThreads)
#include "tst_threads.moc"
