// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmark/responsivenessbenchmark.h"

#include "tests/benchmark/pictures.h"
#include "tests/gui/journeys/bench.h"
#include "tests/support/clips.h"
#include "tests/support/testdata.h"
#include "widgets/pages/evidencepage.h"

#include <QAbstractEventDispatcher>
#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QMetaEnum>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QTimer>
#include <QtTest>

#include <array>
#include <ctime>

namespace likeness::benchmark
{

namespace
{

using pages::Step;

/// Times each stretch in which the window's thread did not come back to its event loop.
class LoopWatch
{
public:
    struct Stretch {
        double ms = 0;
        double cpuMs = 0;
        QString last; ///< the class of the object whose event was handled longest in it, and the event
    };

    LoopWatch()
    {
        auto *dispatcher = QAbstractEventDispatcher::instance();
        QObject::connect(dispatcher, &QAbstractEventDispatcher::awake, &m_context, [this] { begin(); });
        QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, &m_context, [this] { end(); });
    }

    /// Forgets what was measured and begins a new stretch here.
    void restart()
    {
        m_longest = {};
        begin();
    }
    Stretch longest()
    {
        end();
        return m_longest;
    }
    void handled(const QString &what, double ms)
    {
        if (ms > m_handledMs) {
            m_handledMs = ms;
            m_handled = what;
        }
    }

private:
    static double cpuMs()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return double(now.tv_sec) * 1000 + double(now.tv_nsec) / 1e6;
    }
    void begin()
    {
        end(); // the loop may go round without blocking in between
        m_isBusy = true;
        m_handledMs = 0;
        m_handled.clear();
        m_timer.start();
        m_cpuBefore = cpuMs();
    }
    void end()
    {
        if (!m_isBusy)
            return;
        m_isBusy = false;
        const double ms = double(m_timer.nsecsElapsed()) / 1e6;
        if (ms > m_longest.ms)
            m_longest = {ms, cpuMs() - m_cpuBefore, m_handled};
    }

    QObject m_context;
    QElapsedTimer m_timer;
    bool m_isBusy = false;
    double m_cpuBefore = 0;
    double m_handledMs = 0;
    QString m_handled;
    Stretch m_longest;
};

/// An application that tells the watch which event took how long.
class WatchedEvents : public QObject
{
public:
    explicit WatchedEvents(LoopWatch &watch) : m_watch(watch)
    {
        QCoreApplication::instance()->installEventFilter(this);
    }
    /// Events are seen when they begin: each is taken to last until the next.
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (m_timer.isValid())
            m_watch.handled(m_last, double(m_timer.nsecsElapsed()) / 1e6);
        m_last = QStringLiteral("%1 of %2 %3")
                     .arg(QLatin1String(QMetaEnum::fromType<QEvent::Type>().valueToKey(event->type())),
                          QLatin1String(watched->metaObject()->className()), watched->objectName());
        m_timer.start();
        return false;
    }

private:
    LoopWatch &m_watch;
    QElapsedTimer m_timer;
    QString m_last;
};

/// Somebody who goes from page to page, ten a second.
class Walk
{
public:
    explicit Walk(tests::Bench &bench) : m_bench(bench)
    {
        m_timer.setInterval(100);
        QObject::connect(&m_timer, &QTimer::timeout, [this] {
            constexpr std::array pages{Step::Evidence, Step::Search, Step::Candidates, Step::Galleries};
            m_bench.go(pages[size_t(m_steps++) % pages.size()]);
        });
    }
    void start() { m_timer.start(); }
    void stop() { m_timer.stop(); }
    qint64 steps() const { return m_steps; }

private:
    tests::Bench &m_bench;
    QTimer m_timer;
    qint64 m_steps = 0;
};

/// Eight seconds of 1280x720 at 25 frames a second: a sample photograph passes by.
QString writeRecording(const QString &folder)
{
    const QString path = folder + QStringLiteral("/recording.mp4");
    tests::outputOf(QStringLiteral("ffmpeg"),
                    {"-v", "error", "-y", "-loop", "1", "-framerate", "25", "-i", samplePath(0), "-frames:v",
                     "200", "-vf", "scale=1920:-2,crop=1280:720:x=3*n:y=100", "-c:v", "libx264", "-preset",
                     "veryfast", "-pix_fmt", "yuv420p", path});
    if (!QFile::exists(path))
        qFatal("ffmpeg makes no recording");
    return path;
}

} // namespace

QJsonObject responsivenessBenchmark(QTextStream &table)
{
    constexpr QSize twelveMegapixels(4000, 3000);
    const QTemporaryDir folder;
    QStringList photographs;
    for (int i = 0; i < 3; ++i) {
        photographs << folder.filePath(QStringLiteral("photograph%1.jpg").arg(i));
        writeSample(i, twelveMegapixels, photographs.last());
    }
    QDir(folder.path()).mkdir(QStringLiteral("portraits"));
    const QDir shared(tests::sharedFacesDirectory());
    const QStringList names = shared.entryList({QStringLiteral("*.jpg")}, QDir::Files, QDir::Name);
    const QString portraits = folder.filePath(QStringLiteral("portraits"));
    for (qsizetype i = 0; i < std::min<qsizetype>(names.size(), 60); ++i)
        QFile::copy(shared.filePath(names[i]), portraits + QLatin1Char('/') + names[i]);
    if (names.isEmpty())
        for (int i = 0; i < samplePhotographs; ++i)
            QFile::copy(samplePath(i), portraits + QStringLiteral("/sample%1.jpg").arg(i));

    LoopWatch watch;
    const WatchedEvents events(watch);
    tests::Bench bench;
    QJsonArray activities;
    double longest = 0;
    table << "The window's event loop was held at most\n"
          << "        ms  of it cpu  while\n";
    const auto during = [&](const QString &activity, const std::function<void()> &act) {
        bench.settle();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        watch.restart();
        act();
        // The real loop, which blocks and so has ends to measure between.
        bench.settle();
        if (!QTest::qWaitFor([] { return QThreadPool::globalInstance()->activeThreadCount() == 0; }, 60000))
            qFatal("%s does not end", qPrintable(activity));
        const LoopWatch::Stretch stretch = watch.longest();
        longest = std::max(longest, stretch.ms);
        table << QStringLiteral("  %1  %2  %3 (%4)\n")
                     .arg(stretch.ms, 8, 'f', 1)
                     .arg(stretch.cpuMs, 9, 'f', 1)
                     .arg(activity, stretch.last);
        table.flush();
        activities.append(QJsonObject{{"activity", activity},
                                      {"longest_ms", stretch.ms},
                                      {"longest_cpu_ms", stretch.cpuMs},
                                      {"event", stretch.last}});
    };
    auto &workspace = bench.workspace();
    during(QStringLiteral("opening the sample case"), [&] { bench.openSample(); });
    during(QStringLiteral("showing the evidence page"), [&] { bench.go(Step::Evidence); });
    for (const QString &photograph : photographs)
        during(QStringLiteral("taking in a 12 MP photograph, showing it and finding its faces"), [&] {
            static_cast<pages::EvidencePage *>(bench.page(Step::Evidence))->addFiles({photograph});
        });
    during(QStringLiteral("opening another photograph of the case"),
           [&] { workspace.chooseEvidence(workspace.contents().evidence.front().id); });
    during(QStringLiteral("choosing a face"), [&] {
        auto *list = bench.child<QAbstractItemView>(Step::Evidence, "faceList");
        if (list && list->model()->rowCount() > 0)
            list->setCurrentIndex(list->model()->index(0, 0));
    });
    during(QStringLiteral("making it a probe"), [&] { bench.main(Step::Evidence); });
    during(QStringLiteral("showing the search page"), [&] { bench.go(Step::Search); });
    during(QStringLiteral("searching the gallery"), [&] { bench.main(Step::Search); });
    during(QStringLiteral("showing the candidates"), [&] { bench.go(Step::Candidates); });
    during(QStringLiteral("showing the galleries"), [&] { bench.go(Step::Galleries); });
    const QString recording = writeRecording(folder.path());
    during(QStringLiteral("taking a recording in"), [&] {
        static_cast<pages::EvidencePage *>(bench.page(Step::Evidence))->addFiles({recording});
    });
    // While a scan runs: the pages change, the lists are filled again, and a search runs beside it.
    Walk walk(bench);
    during(QStringLiteral("a scan of the recording runs, and somebody walks through the pages"), [&] {
        const model::EvidenceId item = workspace.contents().evidence.back().id;
        workspace.runInCase<model::Scan>(
            QStringLiteral("Scan"), QStringLiteral("benchmark/scan"), &workspace,
            [item](casework::CaseSession &file, base::Progress &progress) {
                return file.scan(item, {}, progress);
            },
            [&walk](const base::Result<model::Scan> &scan) {
                if (!scan)
                    qFatal("the scan failed");
                walk.stop();
            });
        walk.start();
    });
    table << QStringLiteral("            %1 steps were made while it ran\n").arg(walk.steps());
    during(QStringLiteral("enrolling a folder"), [&] {
        workspace.createGallery(folder.filePath(QStringLiteral("gallery")), QStringLiteral("Benchmark"));
        bench.settle();
        bench.prompts().folder = portraits;
        bench.main(Step::Galleries);
    });
    table << "\n";
    return {{"longest_ms", longest}, {"activities", activities}};
}

} // namespace likeness::benchmark
