// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/model/video.h"

#include <QImage>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace likeness::viewer
{

/// Goes through the frames of a recording: to any of them, by steps, or at the times that stand in the file.
/// Frames are decoded on a thread of its own, a few ahead; what is asked for here never waits. Lives on the
/// window's thread. Destruction cancels what is being decoded and waits for it.
///
/// Going somewhere: a frame that was asked for and overtaken before its turn is never decoded; one that is
/// being decoded is shown, or given up when it takes long. The last one always arrives.
///
/// Playing: a frame is shown when its time has come and not before. What comes too late is left out, so that
/// the clock stays true; the last frame is always shown, and ends it. Where times run backwards (a recording
/// that was spliced) a frame stands for as long as frames do on average.
class RecordingPlayer : public QObject
{
    Q_OBJECT
public:
    struct Frame {
        qint64 number = -1;
        base::Picture picture;
        std::vector<QImage> reduced; ///< of PicturePyramid::reducedLevels, when it is at hand
    };
    /// Decodes one frame; on the player's thread, one call at a time.
    using Source = std::function<base::Result<base::Picture>(qint64 number, base::Progress &progress)>;
    using Clock = std::function<double()>; ///< seconds, never backwards; any thread

    explicit RecordingPlayer(QObject *parent = nullptr, Clock clock = {});
    ~RecordingPlayer() override;

    /// Another recording, from its frame `first`. The index is not empty.
    void open(std::shared_ptr<const model::VideoIndex> index, Source source, qint64 first = 0);
    void close();
    bool isOpen() const { return m_index != nullptr; }
    qint64 frameCount() const;

    void goTo(qint64 number); ///< the nearest that there is; ends playing
    void play();              ///< from the beginning when the last frame is shown
    void pause();
    bool isPlaying() const { return m_isPlaying; }

    qint64 wanted() const { return m_wanted; } ///< asked for last, or shown while playing; -1 when closed
    const Frame &shown() const { return m_shown; }
    bool isArrived() const { return m_shown.number == m_wanted; }
    qint64 leftOut() const { return m_leftOut; } ///< frames, since playing began
    /// The frame that is wanted could not be had; it is tried again when somebody asks for it again.
    bool hasFailed() const { return m_hasFailed; }

signals:
    void frameShown();    ///< shown() is another one
    void wantedChanged(); ///< before it is shown
    void playingChanged();
    void failed(const likeness::base::Error &error); ///< the frame wanted() could not be had; playing ends

private:
    struct Shared;
    void ask(qint64 number);
    void setPlaying(bool playing);
    void delivered(quint64 generation, qint64 number);
    void broke(quint64 generation, const base::Error &error);
    void tick();
    void show(Frame frame);

    std::shared_ptr<Shared> m_shared;
    std::thread m_worker;
    std::shared_ptr<const model::VideoIndex> m_index;
    Clock m_clock;
    QTimer m_timer;
    Frame m_shown;
    qint64 m_wanted = -1;
    qint64 m_playedTo = -1; ///< the last frame that was shown while playing, or is as if it were
    qint64 m_leftOut = 0;
    bool m_isPlaying = false;
    bool m_hasFailed = false;
};

} // namespace likeness::viewer
