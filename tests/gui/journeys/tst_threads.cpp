// SPDX-License-Identifier: GPL-3.0-or-later
// The window's thread never finds, aligns or describes a face, and faces are shown as they are found.
#include "tests/gui/journeys/bench.h"
#include "tests/support/rememberingengine.h"
#include "tests/support/threadwatchingengine.h"
#include "widgets/viewer/pictureviewer.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QPushButton>
#include <QSemaphore>
#include <QtTest>

using namespace likeness;
using pages::Step;
using tests::Bench;
using tests::RememberingEngine;
using tests::ThreadWatchingEngine;

namespace
{

constexpr int patienceMs = 120000; // a ceiling for a loaded machine, not a wait

/// Tells of one face and goes on looking until it is let go or cancelled.
class SlowEngine : public ThreadWatchingEngine
{
public:
    SlowEngine() : ThreadWatchingEngine(RememberingEngine::shared()) {}

    base::Result<std::vector<model::FoundFace>> find(const base::Picture &picture,
                                                     const face::FinderSettings &settings,
                                                     base::Progress &progress,
                                                     const face::FacesSoFar &soFar) const override
    {
        auto faces = ThreadWatchingEngine::find(picture, settings, progress, {});
        if (!faces || !soFar)
            return faces;
        soFar({faces->back()});
        qint64 step = 0;
        while (!m_letGo.tryAcquire(1, 20)) {
            if (progress.isCancelled())
                return base::fail(base::ErrorCode::Cancelled, {});
            progress.report(++step, 0);
        }
        return faces;
    }
    void letGo() const { m_letGo.release(); }

private:
    mutable QSemaphore m_letGo;
};

} // namespace

class TestThreads : public QObject
{
    Q_OBJECT
private slots:
    void theWatchNotices();
    void nothingOfTheEngineOnTheWindowsThread();
    void facesAreShownAsTheyAreFound();
    void cancelledKeepsNothing();
};

void TestThreads::theWatchNotices()
{
    const ThreadWatchingEngine engine(RememberingEngine::shared());
    const base::Picture picture(60, 60, base::Picture::Format::Rgb);
    base::Progress progress;
    QVERIFY(engine.find(picture, {}, progress, {}));
    QVERIFY(engine.alignByHand(picture, {0.1, 0.1, 0.8, 0.8}, {}));
    QVERIFY(!engine.align(picture, {})); // no landmarks
    QVERIFY(engine.describe({}, {}));
    QCOMPARE(engine.callsOnTheWatchedThread(), QStringList({"find", "alignByHand", "align", "describe"}));
    QCOMPARE(engine.callsElsewhere(), 0);
}

void TestThreads::nothingOfTheEngineOnTheWindowsThread()
{
    const auto engine = std::make_shared<ThreadWatchingEngine>(RememberingEngine::shared());
    Bench bench({}, engine);
    QVERIFY(bench.openSample());
    bench.go(Step::Evidence);
    auto *faces = bench.child<QAbstractItemView>(Step::Evidence, "faceList");
    QTRY_VERIFY_WITH_TIMEOUT(faces->model()->rowCount() >= 3, patienceMs);
    QVERIFY(bench.settle());
    faces->setCurrentIndex(faces->model()->index(0, 0));
    QVERIFY(bench.settle());

    // A drawn region is aligned, its eyes moved, and it becomes a probe too.
    auto *viewer =
        bench.page(Step::Evidence)->findChild<viewer::PictureViewer *>(QStringLiteral("evidenceViewer"));
    QVERIFY(viewer);
    viewer->setFocus();
    QTest::keyClick(viewer, Qt::Key_B);
    const int found = faces->model()->rowCount();
    const QPoint from = viewer->toWidget({0.72, 0.1}).toPoint(),
                 to = viewer->toWidget({0.93, 0.42}).toPoint();
    QTest::mousePress(viewer, Qt::LeftButton, {}, from);
    QTest::mouseMove(viewer, (from + to) / 2);
    QTest::mouseMove(viewer, to);
    QTest::mouseRelease(viewer, Qt::LeftButton, {}, to);
    QTRY_COMPARE(faces->model()->rowCount(), found + 1);
    QVERIFY(bench.settle());
    faces->setCurrentIndex(faces->model()->index(0, 0));
    QVERIFY(bench.settle());

    QVERIFY(bench.main(Step::Evidence));
    QTRY_COMPARE_WITH_TIMEOUT(bench.step(), Step::Search, patienceMs);
    QVERIFY(bench.main(Step::Search));
    QTRY_COMPARE_WITH_TIMEOUT(bench.step(), Step::Candidates, patienceMs);
    QVERIFY(bench.settle());
    QVERIFY(bench.openWeaker());
    auto *list = bench.child<QAbstractItemView>(Step::Candidates, "candidateList");
    list->setCurrentIndex(list->model()->index(0, 0));
    for (const Step step : {Step::Compare, Step::Report, Step::Galleries, Step::Audit, Step::Evidence}) {
        bench.go(step);
        QVERIFY(bench.settle());
    }
    QVERIFY(bench.errors.isEmpty());
    QVERIFY2(engine->callsElsewhere() > 10, "the work did not go through the watched engine");
    QCOMPARE(engine->callsOnTheWatchedThread(), QStringList());
}

void TestThreads::facesAreShownAsTheyAreFound()
{
    const auto engine = std::make_shared<SlowEngine>();
    Bench bench({}, engine);
    bench.workspace().openSampleCase(); // settling would wait for the finder
    QTRY_VERIFY_WITH_TIMEOUT(bench.workspace().hasCase(), patienceMs);
    bench.go(Step::Evidence);
    auto *faces = bench.child<QAbstractItemView>(Step::Evidence, "faceList");
    QTRY_COMPARE_WITH_TIMEOUT(faces->model()->rowCount(), 1, patienceMs);
    QVERIFY(!bench.runner().isIdle());
    auto *said = bench.child<QLabel>(Step::Evidence, "facesText");
    QCOMPARE(said->text(), QStringLiteral("Still looking … 1 face(s) so far."));

    // It may be chosen, not yet used, and stays chosen when the others come.
    faces->setCurrentIndex(faces->model()->index(0, 0));
    const QPersistentModelIndex chosen = faces->currentIndex();
    const int below = int(faces->model()->rowCount());
    QVERIFY(!bench.page(Step::Evidence)->mainButton()->isEnabled());
    engine->letGo();
    QVERIFY(bench.settle());
    const int all = faces->model()->rowCount();
    QVERIFY(all > below);
    QCOMPARE(chosen.row(), all - 1); // the weakest of them
    QCOMPARE(faces->currentIndex(), QModelIndex(chosen));
    QVERIFY(bench.page(Step::Evidence)->mainButton()->isEnabled());
    QVERIFY(said->text().startsWith(QStringLiteral("%1 face(s) found").arg(all)));
}

void TestThreads::cancelledKeepsNothing()
{
    const auto engine = std::make_shared<SlowEngine>();
    Bench bench({}, engine);
    bench.workspace().openSampleCase(); // settling would wait for the finder
    QTRY_VERIFY_WITH_TIMEOUT(bench.workspace().hasCase(), patienceMs);
    bench.go(Step::Evidence);
    auto *faces = bench.child<QAbstractItemView>(Step::Evidence, "faceList");
    QTRY_COMPARE_WITH_TIMEOUT(faces->model()->rowCount(), 1, patienceMs);
    bench.runner().cancelAll();
    QVERIFY(bench.settle());
    QCOMPARE(faces->model()->rowCount(), 0);
    const auto entries = bench.workspace().file()->auditEntries(1, 100000);
    QVERIFY(entries);
    QVERIFY(std::none_of(entries->begin(), entries->end(),
                         [](const auto &entry) { return entry.act.verb == QLatin1String("faces-found"); }));
}

QTEST_MAIN(TestThreads)
#include "tst_threads.moc"
