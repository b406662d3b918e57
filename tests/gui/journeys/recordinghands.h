// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/journeys/bench.h"
#include "tests/support/clips.h"
#include "widgets/models/trackmodel.h"
#include "widgets/viewer/pictureviewer.h"
#include "widgets/viewer/recordingplayer.h"
#include "widgets/viewer/timeline.h"

#include <QAbstractItemView>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QtTest>

namespace likeness::tests
{

/// The sample case with the clip among its evidence, used as a person uses it.
class RecordingHands
{
public:
    explicit RecordingHands(const std::shared_ptr<const face::FaceEngine> &engine = {}) : bench({}, engine) {}

    static constexpr int patienceMs = 120000; // a ceiling for a loaded machine, not a wait
    Bench bench;

    template <class T>
    T *part(const char *name)
    {
        return bench.child<T>(pages::Step::Evidence, name);
    }
    QWidget *panel() { return part<QWidget>("recordingPanel"); }
    viewer::PictureViewer *picture() { return part<viewer::PictureViewer>("frameViewer"); }
    viewer::Timeline *timeline() { return part<viewer::Timeline>("timeline"); }
    viewer::RecordingPlayer &player() { return *panel()->findChild<viewer::RecordingPlayer *>(); }
    QAbstractItemView *tracks() { return part<QAbstractItemView>("trackList"); }
    QAbstractItemView *evidence() { return part<QAbstractItemView>("evidenceList"); }
    QString text(const char *name) { return part<QLabel>(name)->text(); }
    QPushButton *button(const QString &text)
    {
        for (auto *each : bench.page(pages::Step::Evidence)->findChildren<QPushButton *>())
            if (each->text() == text && each->isVisible())
                return each;
        return nullptr;
    }

    bool takeIn(const QString &name = QStringLiteral("pan.mp4"))
    {
        if (!bench.openSample())
            return false;
        bench.go(pages::Step::Evidence);
        if (!bench.settle())
            return false;
        const QString clip = panClip(bench.folder(QStringLiteral("."))), called = bench.folder(name);
        if (called != clip && !QFile::exists(called) && !QFile::rename(clip, called))
            return false;
        bench.prompts().files = QStringList{called};
        QTest::keyClick(evidence(), Qt::Key_I, Qt::ControlModifier);
        return arrives(0) && bench.settle();
    }
    bool arrives(qint64 frame)
    {
        return QTest::qWaitFor([&] { return player().isArrived() && player().shown().number == frame; },
                               patienceMs);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers with = {}) { QTest::keyClick(picture(), key, with); }
    bool scan()
    {
        press(Qt::Key_F, Qt::ControlModifier);
        return QTest::qWaitFor([&] { return !bench.workspace().contents().scans.empty(); }, patienceMs) &&
               bench.settle() && scanState() == model::Scan::State::Done;
    }
    model::Scan::State scanState() { return bench.workspace().contents().scans.back().state; }
    models::TrackModel *model() { return static_cast<models::TrackModel *>(tracks()->model()); }
    std::vector<model::ScannedTrack> recordedTracks(size_t scan)
    {
        return bench.workspace().file()->tracks(bench.workspace().contents().scans[scan].id).value();
    }
    /// The track of the red-haired woman, who is P5 of the gallery: see tests::panClip.
    int redRow()
    {
        for (int row = 0; row < model()->rowCount(); ++row)
            for (const auto &box : model()->track(row)->track.boxes)
                if (isOnRedHair(box))
                    return row;
        return -1;
    }
    /// Keys go to what is in front; nobody but the test moves windows on the offscreen platform.
    bool comesForward(QWidget *window)
    {
        window->activateWindow();
        return QTest::qWaitFor([window] { return QApplication::activeWindow() == window; }, patienceMs);
    }
    QDialog *dialogWith(const char *child)
    {
        for (auto *each : bench.window().findChildren<QDialog *>())
            if (each->isVisible() && each->findChild<QWidget *>(QString::fromLatin1(child)))
                return comesForward(each) ? each : nullptr;
        return nullptr;
    }
};

} // namespace likeness::tests
