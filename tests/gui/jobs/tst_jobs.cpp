// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobpanel.h"
#include "widgets/jobs/jobrunner.h"

#include <QSemaphore>
#include <QToolButton>
#include <QtTest>

using namespace likeness;
using jobs::Job;
using jobs::JobPanel;
using jobs::JobRunner;

namespace
{

/// Work that goes on until it is let go, or cancelled.
struct Gate {
    QSemaphore entered;
    QSemaphore open;
    base::Result<int> pass(base::Progress &progress, int value)
    {
        entered.release();
        while (!open.tryAcquire(1, 5)) {
            if (progress.isCancelled())
                return base::fail(base::ErrorCode::Cancelled, QStringLiteral("gate"));
        }
        return value;
    }
};

} // namespace

class TestJobs : public QObject
{
    Q_OBJECT
private slots:
    void resultComesBackOnTheWindowsThread();
    void failureComesBack();
    void outcomeWithoutAValue();
    void progressIsSeen();
    void cancelledWorkSaysSo();
    void cancelledBeforeItsTurnNeverRuns();
    void newerSupersedesOlder();
    void otherKeysDoNot();
    void destroyedContextHearsNothing();
    void destructionCancelsAndWaits();
    void twoRunAtATime();
    void aJobMayStartAnother();
    void panelShowsOnlyWhatLasts();
    void panelCancels();
    void progressText_data();
    void progressText();
};

void TestJobs::resultComesBackOnTheWindowsThread()
{
    JobRunner runner;
    QSignalSpy idle(&runner, &JobRunner::becameIdle);
    QThread *workedOn = nullptr;
    QThread *heardOn = nullptr;
    int result = 0;
    Job *job = runner.run<int>(
        QStringLiteral("Counting"), {}, this,
        [&](base::Progress &) -> base::Result<int> {
            workedOn = QThread::currentThread();
            return 42;
        },
        [&](base::Result<int> counted) {
            heardOn = QThread::currentThread();
            result = counted.value_or(-1);
        });
    QCOMPARE(job->title(), QStringLiteral("Counting"));
    QVERIFY(!runner.isIdle());
    QVERIFY(idle.wait());
    QCOMPARE(result, 42);
    QVERIFY(workedOn != QThread::currentThread());
    QCOMPARE(heardOn, QThread::currentThread());
    QVERIFY(runner.isIdle());
}

void TestJobs::failureComesBack()
{
    JobRunner runner;
    QSignalSpy finished(&runner, &JobRunner::finished);
    Job::State state{};
    connect(&runner, &JobRunner::finished, this, [&](Job *job) { state = job->state(); });
    base::ErrorCode code{};
    runner.run<int>(
        QStringLiteral("Failing"), {}, this,
        [](base::Progress &) -> base::Result<int> {
            return base::fail(base::ErrorCode::DiskFull, QStringLiteral("disk"));
        },
        [&](base::Result<int> result) { code = result.error().code; });
    QVERIFY(finished.wait());
    QCOMPARE(code, base::ErrorCode::DiskFull);
    QCOMPARE(state, Job::State::Failed);
}

void TestJobs::outcomeWithoutAValue()
{
    JobRunner runner;
    QSignalSpy idle(&runner, &JobRunner::becameIdle);
    bool good = false;
    runner.run<void>(
        QStringLiteral("Doing"), {}, this, [](base::Progress &) { return base::Outcome(); },
        [&](base::Outcome outcome) { good = outcome.has_value(); });
    QVERIFY(idle.wait());
    QVERIFY(good);
}

void TestJobs::progressIsSeen()
{
    JobRunner runner;
    auto gate = std::make_shared<Gate>();
    Job *job = runner.run<int>(
        QStringLiteral("Measuring"), {}, this,
        [gate](base::Progress &progress) {
            progress.report(3, 12);
            return gate->pass(progress, 1);
        },
        [](base::Result<int>) {});
    QSignalSpy changed(job, &Job::changed);
    QTRY_COMPARE(job->done(), 3);
    QCOMPARE(job->total(), 12);
    QTRY_COMPARE(job->state(), Job::State::Running);
    QVERIFY(changed.count() > 0);
    gate->open.release();
    QTRY_VERIFY(runner.isIdle());
}

void TestJobs::cancelledWorkSaysSo()
{
    JobRunner runner;
    auto gate = std::make_shared<Gate>();
    Job::State state{};
    connect(&runner, &JobRunner::finished, this, [&](Job *job) { state = job->state(); });
    base::ErrorCode code{};
    Job *job = runner.run<int>(
        QStringLiteral("Endless"), {}, this,
        [gate](base::Progress &progress) { return gate->pass(progress, 1); },
        [&](base::Result<int> result) { code = result.error().code; });
    gate->entered.acquire();
    job->cancel();
    QTRY_VERIFY(runner.isIdle());
    QCOMPARE(state, Job::State::Cancelled);
    QCOMPARE(code, base::ErrorCode::Cancelled);
}

void TestJobs::cancelledBeforeItsTurnNeverRuns()
{
    JobRunner runner;
    auto gate = std::make_shared<Gate>();
    for (int i = 0; i < 2; ++i) // both workers are busy
        runner.run<int>(
            QStringLiteral("Busy"), {}, this,
            [gate](base::Progress &progress) { return gate->pass(progress, 1); }, [](base::Result<int>) {});
    std::atomic<bool> ran = false;
    base::ErrorCode code{};
    Job *job = runner.run<int>(
        QStringLiteral("Waiting"), {}, this,
        [&](base::Progress &) -> base::Result<int> {
            ran = true;
            return 1;
        },
        [&](base::Result<int> result) { code = result ? base::ErrorCode::NotFound : result.error().code; });
    gate->entered.acquire(2);
    QCOMPARE(job->state(), Job::State::Queued);
    job->cancel();
    gate->open.release(2);
    QTRY_VERIFY(runner.isIdle());
    QVERIFY(!ran);
    QCOMPARE(code, base::ErrorCode::Cancelled);
}

void TestJobs::newerSupersedesOlder()
{
    JobRunner runner;
    auto gate = std::make_shared<Gate>();
    QList<int> heard;
    const auto start = [&](int value) {
        runner.run<int>(
            QStringLiteral("Looking"), QStringLiteral("look"), this,
            [gate, value](base::Progress &progress) { return gate->pass(progress, value); },
            [&](base::Result<int> result) { heard << result.value_or(-1); });
    };
    start(1);
    gate->entered.acquire();
    start(2);
    start(3);
    gate->open.release(3);
    QTRY_VERIFY(runner.isIdle());
    QCOMPARE(heard, QList<int>{3});
}

void TestJobs::otherKeysDoNot()
{
    JobRunner runner;
    QList<int> heard;
    for (int i = 0; i < 3; ++i) {
        runner.run<int>(
            QStringLiteral("Looking"), QStringLiteral("look-%1").arg(i), this,
            [i](base::Progress &) -> base::Result<int> { return i; },
            [&](base::Result<int> result) { heard << result.value_or(-1); });
    }
    QTRY_VERIFY(runner.isIdle());
    std::sort(heard.begin(), heard.end());
    QCOMPARE(heard, (QList<int>{0, 1, 2}));
}

void TestJobs::destroyedContextHearsNothing()
{
    JobRunner runner;
    auto gate = std::make_shared<Gate>();
    auto context = std::make_unique<QObject>();
    bool heard = false;
    runner.run<int>(
        QStringLiteral("Orphaned"), {}, context.get(),
        [gate](base::Progress &progress) { return gate->pass(progress, 1); },
        [&](base::Result<int>) { heard = true; });
    gate->entered.acquire();
    context.reset();
    gate->open.release();
    QTRY_VERIFY(runner.isIdle());
    QVERIFY(!heard);
}

void TestJobs::destructionCancelsAndWaits()
{
    std::atomic<int> ended = 0;
    auto gate = std::make_shared<Gate>();
    bool heard = false;
    {
        JobRunner runner;
        for (int i = 0; i < 2; ++i) {
            runner.run<int>(
                QStringLiteral("Endless"), {}, this,
                [gate, &ended](base::Progress &progress) {
                    auto result = gate->pass(progress, 1);
                    ++ended;
                    return result;
                },
                [&](base::Result<int>) { heard = true; });
        }
        gate->entered.acquire(2);
    }
    QCOMPARE(ended.load(), 2);
    QCoreApplication::processEvents();
    QVERIFY(!heard);
}

void TestJobs::twoRunAtATime()
{
    JobRunner runner;
    auto gate = std::make_shared<Gate>();
    std::atomic<int> inside = 0;
    std::atomic<int> most = 0;
    for (int i = 0; i < 6; ++i)
        runner.run<int>(
            QStringLiteral("Busy"), {}, this,
            [&, gate](base::Progress &progress) {
                const int now = ++inside;
                int seen = most;
                while (seen < now && !most.compare_exchange_weak(seen, now)) {
                }
                auto result = gate->pass(progress, 1);
                --inside;
                return result;
            },
            [](base::Result<int>) {});
    QVERIFY(gate->entered.tryAcquire(2, 10'000)); // two are in at the same time
    gate->open.release(6);
    QTRY_VERIFY(runner.isIdle());
    QCOMPARE(most.load(), 2); // and never more
}

void TestJobs::aJobMayStartAnother()
{
    JobRunner runner;
    QSignalSpy idle(&runner, &JobRunner::becameIdle);
    bool second = false;
    const auto work = [](base::Progress &) -> base::Result<int> { return 1; };
    runner.run<int>(QStringLiteral("First"), {}, this, work, [&](base::Result<int>) {
        runner.run<int>(QStringLiteral("Second"), {}, this, work, [&](base::Result<int>) { second = true; });
    });
    QVERIFY(idle.wait());
    QVERIFY(second); // idle is said once, at the end of both
    QCOMPARE(idle.count(), 1);
}

void TestJobs::panelShowsOnlyWhatLasts()
{
    JobRunner runner;
    JobPanel panel(runner);
    QVERIFY(panel.isHidden());
    runner.run<int>(
        QStringLiteral("Short"), {}, this, [](base::Progress &) -> base::Result<int> { return 1; },
        [](base::Result<int>) {});
    QTRY_VERIFY(runner.isIdle());
    auto gate = std::make_shared<Gate>();
    runner.run<int>(
        QStringLiteral("Long"), {}, this,
        [gate](base::Progress &progress) { return gate->pass(progress, 1); }, [](base::Result<int>) {});
    QCOMPARE(panel.rowCount(), 0);     // not at once
    QTRY_COMPARE(panel.rowCount(), 1); // only the long one, whose time came after the short one's
    QVERIFY(!panel.isHidden());
    gate->open.release();
    QTRY_VERIFY(runner.isIdle());
    QCOMPARE(panel.rowCount(), 0);
    QVERIFY(panel.isHidden());
}

void TestJobs::panelCancels()
{
    JobRunner runner;
    QWidget window;
    auto *panel = new JobPanel(runner, &window);
    window.resize(600, 200);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto gate = std::make_shared<Gate>();
    base::ErrorCode code{};
    runner.run<int>(
        QStringLiteral("Long"), {}, this,
        [gate](base::Progress &progress) { return gate->pass(progress, 1); },
        [&](base::Result<int> result) { code = result.error().code; });
    QTRY_COMPARE(panel->rowCount(), 1);
    panel->focusFirst();
    auto *cancel = qobject_cast<QToolButton *>(window.focusWidget());
    QVERIFY(cancel);
    QVERIFY(cancel->accessibleName().contains(QStringLiteral("Long")));
    QTest::keyClick(cancel, Qt::Key_Space);
    QTRY_VERIFY(runner.isIdle());
    QCOMPARE(code, base::ErrorCode::Cancelled);
}

void TestJobs::progressText_data()
{
    QTest::addColumn<qint64>("done");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<qint64>("elapsed");
    QTest::addColumn<QString>("text");
    QTest::addRow("unknown") << 5LL << 0LL << 61'000LL << QStringLiteral("1:01");
    QTest::addRow("early") << 1LL << 4LL << 500LL << QStringLiteral("25%   0:01");
    QTest::addRow("under way") << 1LL << 4LL << 10'000LL << QStringLiteral("25%   0:10   about 0:30 left");
    QTest::addRow("at the end") << 4LL << 4LL << 10'000LL << QStringLiteral("100%   0:10");
}

void TestJobs::progressText()
{
    QFETCH(qint64, done);
    QFETCH(qint64, total);
    QFETCH(qint64, elapsed);
    QFETCH(QString, text);
    QCOMPARE(JobPanel::progressText(done, total, elapsed), text);
}

QTEST_MAIN(TestJobs)
#include "tst_jobs.moc"
