// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting is made by latches, never by time. A deadlock is the test's timeout.
#include "engine/base/orderedstages.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <latch>
#include <stdexcept>

using namespace likeness::base;

namespace
{

using Stages = OrderedStages<int, int>;
constexpr qint64 light = 1;

/// 0, 1, 2 ... below `end`, each of the same weight.
Stages::Reader countingTo(int end, qint64 weight = light)
{
    return [next = std::make_shared<int>(0), end, weight]() -> Result<std::optional<Stages::Weighed>> {
        if (*next == end)
            return std::nullopt;
        return Stages::Weighed{(*next)++, weight};
    };
}

Outcome failing()
{
    return fail(ErrorCode::DiskFull, "disk");
}

} // namespace

class OrderedStagesTest : public QObject
{
    Q_OBJECT

private slots:
    void storesInTheOrderOfReading();
    void nothingToReadIsDone();
    void theWorkersWorkAtTheSameTime();
    void whatIsReadAndNotStoredHasABound();
    void whatIsBeingWorkedOnHasAWeight();
    void aHeavyThingGoesThroughAlone();
    void anErrorOfTheStorerEndsAll();
    void anErrorOfTheReaderComesAfterWhatWasRead();
    void anExceptionOfAnyStageComesOut_data();
    void anExceptionOfAnyStageComesOut();
};

void OrderedStagesTest::storesInTheOrderOfReading()
{
    std::vector<int> stored;
    const auto outcome = Stages::run(
        {4, 16, 100}, countingTo(500),
        [](int n) {
            if (n % 7 == 0) // late for its turn
                std::this_thread::yield();
            return n * n;
        },
        [&](int made) -> Outcome {
            stored.push_back(made);
            return {};
        });
    QVERIFY(outcome);
    QCOMPARE(stored.size(), size_t(500));
    for (int n = 0; n < 500; ++n)
        QCOMPARE(stored[size_t(n)], n * n);
}

void OrderedStagesTest::nothingToReadIsDone()
{
    int stored = 0;
    QVERIFY(Stages::run(
        {2, 4, 4}, countingTo(0), [](int n) { return n; },
        [&](int) -> Outcome {
            ++stored;
            return {};
        }));
    QCOMPARE(stored, 0);
}

void OrderedStagesTest::theWorkersWorkAtTheSameTime()
{
    std::latch both(2); // one alone would wait for ever
    QVERIFY(Stages::run(
        {2, 4, 4}, countingTo(2),
        [&](int n) {
            both.arrive_and_wait();
            return n;
        },
        [](int) { return Outcome(); }));
}

void OrderedStagesTest::whatIsReadAndNotStoredHasABound()
{
    std::atomic<int> read = 0, worst = 0;
    int stored = 0;
    const auto count = countingTo(200);
    QVERIFY(Stages::run(
        {3, 5, 1000},
        [&] {
            ++read;
            return count();
        },
        [](int n) { return n; },
        [&](int) -> Outcome {
            worst = std::max(worst.load(), read - stored);
            ++stored;
            return {};
        }));
    QCOMPARE(stored, 200);
    QVERIFY(worst <= 5);
}

void OrderedStagesTest::whatIsBeingWorkedOnHasAWeight()
{
    std::atomic<int> weight = 0, worst = 0;
    QVERIFY(Stages::run(
        {4, 50, 10}, countingTo(100, 4), // two of four find room
        [&](int n) {
            const int now = weight += 4;
            int seen = worst;
            while (now > seen && !worst.compare_exchange_weak(seen, now)) {
            }
            std::this_thread::yield();
            weight -= 4;
            return n;
        },
        [](int) { return Outcome(); }));
    QVERIFY(worst <= 8);
}

void OrderedStagesTest::aHeavyThingGoesThroughAlone()
{
    std::atomic<int> working = 0;
    std::atomic<bool> alone = true;
    QVERIFY(Stages::run(
        {4, 50, 10}, countingTo(20, 1000),
        [&](int n) {
            alone = alone && ++working == 1;
            std::this_thread::yield();
            --working;
            return n;
        },
        [](int) { return Outcome(); }));
    QVERIFY(alone);
}

void OrderedStagesTest::anErrorOfTheStorerEndsAll()
{
    std::vector<int> stored;
    std::atomic<int> worked = 0;
    const auto outcome = Stages::run(
        {3, 4, 4}, countingTo(100'000),
        [&](int n) {
            ++worked;
            return n;
        },
        [&](int made) -> Outcome {
            stored.push_back(made);
            return made == 2 ? failing() : Outcome();
        });
    QVERIFY(!outcome && outcome.error() == failing().error());
    QCOMPARE(stored, std::vector<int>({0, 1, 2}));
    QVERIFY(worked <= 3 + 4); // what was stored, and what its room allowed
}

void OrderedStagesTest::anErrorOfTheReaderComesAfterWhatWasRead()
{
    std::vector<int> stored;
    const auto count = countingTo(10);
    const auto outcome = Stages::run(
        {2, 20, 20},
        [&]() -> Result<std::optional<Stages::Weighed>> {
            auto next = count();
            if (!*next)
                return tl::unexpected(failing().error());
            return next;
        },
        [](int n) { return n; },
        [&](int made) -> Outcome {
            stored.push_back(made);
            return {};
        });
    QVERIFY(!outcome && outcome.error() == failing().error());
    QCOMPARE(stored.size(), size_t(10));
}

void OrderedStagesTest::anExceptionOfAnyStageComesOut_data()
{
    QTest::addColumn<int>("stage");
    QTest::newRow("read") << 0;
    QTest::newRow("work") << 1;
    QTest::newRow("store") << 2;
}

void OrderedStagesTest::anExceptionOfAnyStageComesOut()
{
    QFETCH(int, stage);
    const auto count = countingTo(1000);
    const auto step = [stage](int here, int n) {
        if (here == stage && n == 5)
            throw std::runtime_error("five");
        return n;
    };
    int reads = 0;
    const auto run = [&] {
        (void)Stages::run(
            {2, 8, 8},
            [&] {
                step(0, reads++);
                return count();
            },
            [&](int n) { return step(1, n); },
            [&](int n) -> Outcome {
                step(2, n);
                return {};
            });
    };
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, run());
}

QTEST_GUILESS_MAIN(OrderedStagesTest)
#include "tst_orderedstages.moc"
