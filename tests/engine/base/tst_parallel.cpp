// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/parallel.h"

#include <QTest>

#include <mutex>
#include <set>

using namespace likeness;

class ParallelTest : public QObject
{
    Q_OBJECT

private slots:
    void eachIsDoneOnceAndAllAreDone()
    {
        for (const size_t count : {size_t(0), size_t(1), size_t(2), size_t(1000)}) {
            std::vector<std::atomic<int>> done(count);
            base::inParallel(count, [&](size_t i) { ++done[i]; });
            for (const auto &each : done)
                QCOMPARE(each.load(), 1);
        }
    }

    void theCallerWorksToo()
    {
        std::mutex mutex;
        std::set<std::thread::id> threads;
        base::inParallel(1, [&](size_t) {
            const std::lock_guard lock(mutex);
            threads.insert(std::this_thread::get_id());
        });
        QCOMPARE(threads, std::set<std::thread::id>{std::this_thread::get_id()});
    }
};

QTEST_GUILESS_MAIN(ParallelTest)
#include "tst_parallel.moc"
