// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/video.h"

#include <QAbstractScrollArea>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace likeness::viewer
{

/// A recording from its first frame to its last, by time: where one is, the span that is chosen, and a row
/// for each face through time, with its best frame marked. It shows and asks; it decides nothing.
///
/// Mouse: press and drag goes to a frame, a click on a track picks it, the two handles drag the span; the
/// wheel scrolls the tracks, and with Ctrl shows a shorter part of the recording.
/// Keys: Up and Down go from track to track; plus and minus show a shorter or longer part around the frame. Left, Right, I, O and others are its page's.
class Timeline : public QAbstractScrollArea
{
    Q_OBJECT
public:
    struct Track {
        int number = 0;
        qint64 first = 0;
        qint64 last = 0;
        qint64 best = 0;
        bool isChosen = false; ///< a probe was made of it
    };
    struct Span {
        qint64 first = 0;
        qint64 last = 0;
        friend bool operator==(const Span &, const Span &) = default;
    };

    explicit Timeline(QWidget *parent = nullptr);

    /// Null shows nothing. The span is then the whole recording, and there are no tracks.
    void setIndex(std::shared_ptr<const model::VideoIndex> index);
    void setFrame(qint64 frame);
    qint64 frame() const { return m_frame; }
    void setSpan(const Span &span); ///< emits spanChanged when it differs
    Span span() const { return m_span; }
    bool isWholeSpan() const;
    /// How far a scan has looked: what lies behind it is drawn quieter. -1: no such thing.
    void setDoneTo(qint64 frame);
    void setTracks(std::vector<Track> tracks); ///< by number
    const std::vector<Track> &tracks() const { return m_tracks; }
    void setCurrentTrack(int number); ///< 0: none; scrolls to it
    int currentTrack() const { return m_currentTrack; }

    // Where things are drawn, in the viewport
    int xOf(qint64 frame) const;
    qint64 frameAtX(int x) const;
    QRect barOf(int number) const; ///< empty when there is none
    int axisHeight() const;
    /// The shown part of the recording, in seconds since its first frame.
    double shownFrom() const { return m_from; }
    double shownTo() const { return m_to; }

    /// Keys and what they do, for the sheet under F1.
    static QList<QPair<QString, QString>> keyHelp();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void frameWanted(qint64 frame);
    void spanChanged();
    void trackPicked(int number);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Grip { None, Frame, SpanFirst, SpanLast };
    Grip gripAt(const QPoint &point) const;
    int trackAt(const QPoint &point) const; ///< 0: none
    int rowHeight() const;
    int leftPx() const; ///< where the first frame stands when all is shown
    int indexOf(int number) const; ///< -1: none
    QRect barAt(size_t index) const;
    /// The tracks of which something is seen, from the first to before the last.
    std::pair<size_t, size_t> shownRows() const;
    double duration() const;
    double secondsAtX(double x) const;
    double xOfSeconds(double seconds) const;
    double endOf(qint64 frame) const; ///< when the next one begins
    void zoom(double factor, double x);
    void updateBars();
    void describeForReaders();
    void paintAxis(QPainter &painter);
    void paintTracks(QPainter &painter);

    std::shared_ptr<const model::VideoIndex> m_index;
    std::vector<Track> m_tracks;
    qint64 m_frame = 0;
    Span m_span;
    qint64 m_doneTo = -1;
    int m_currentTrack = 0;
    mutable int m_leftPx = -1; ///< -1: to be measured; fonts are slow to ask
    double m_from = 0;
    double m_to = 0;
    Grip m_grip = Grip::None;
};

} // namespace likeness::viewer
