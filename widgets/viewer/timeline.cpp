// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/timeline.h"

#include "widgets/common/theme.h"
#include "widgets/viewer/frametime.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace likeness::viewer
{

namespace
{

constexpr int marginPx = 12; // left and right of the recording, so that a handle at its end can be caught
constexpr int gripPx = 6;
constexpr int fewestRows = 3;
constexpr int usualRows = 4;
constexpr double zoomFactor = 1.25;     // per notch of the wheel
constexpr double shortestShown = 0.2;   // seconds

bool isZoomKey(const QKeyEvent *press)
{
    const bool isPlain = !(press->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    return isPlain && (press->key() == Qt::Key_Plus || press->key() == Qt::Key_Minus);
}

} // namespace

Timeline::Timeline(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Timeline"));
    describeForReaders();
}

void Timeline::setIndex(std::shared_ptr<const model::VideoIndex> index)
{
    m_index = index && !index->frames.empty() ? std::move(index) : nullptr;
    m_tracks.clear();
    m_leftPx = -1;
    m_currentTrack = 0;
    m_doneTo = -1;
    m_frame = 0;
    m_span = {0, m_index ? qint64(m_index->frames.size()) - 1 : 0};
    m_from = 0;
    m_to = duration();
    updateBars();
    describeForReaders();
    viewport()->update();
}

void Timeline::setFrame(qint64 frame)
{
    if (m_frame == frame || !m_index)
        return;
    m_frame = std::clamp<qint64>(frame, 0, qint64(m_index->frames.size()) - 1);
    // A part that is shown goes along, by whole parts.
    const double shown = m_to - m_from;
    const double now = m_index->seconds(m_frame);
    if (shown < duration() && (now < m_from || now > m_to)) {
        m_from = std::clamp(now < m_from ? now - shown * 0.9 : now - shown * 0.1, 0.0, duration() - shown);
        m_to = m_from + shown;
    }
    describeForReaders();
    viewport()->update();
}

void Timeline::setSpan(const Span &span)
{
    if (!m_index)
        return;
    const qint64 last = qint64(m_index->frames.size()) - 1;
    Span wanted{std::clamp<qint64>(span.first, 0, last), std::clamp<qint64>(span.last, 0, last)};
    if (wanted.first > wanted.last)
        std::swap(wanted.first, wanted.last);
    if (wanted == m_span)
        return;
    m_span = wanted;
    describeForReaders();
    viewport()->update();
    emit spanChanged();
}

bool Timeline::isWholeSpan() const
{
    return !m_index || m_span == Span{0, qint64(m_index->frames.size()) - 1};
}

void Timeline::setDoneTo(qint64 frame)
{
    m_doneTo = frame;
    viewport()->update();
}

void Timeline::setTracks(std::vector<Track> tracks)
{
    m_tracks = std::move(tracks);
    m_leftPx = -1;
    if (indexOf(m_currentTrack) < 0)
        m_currentTrack = 0;
    updateBars();
    describeForReaders();
    viewport()->update();
}

void Timeline::setCurrentTrack(int number)
{
    const int index = indexOf(number);
    m_currentTrack = index < 0 ? 0 : number;
    if (index >= 0) {
        const int top = index * rowHeight();
        const int seen = viewport()->height() - axisHeight();
        auto *bar = verticalScrollBar();
        if (top < bar->value())
            bar->setValue(top);
        else if (top + rowHeight() > bar->value() + seen)
            bar->setValue(top + rowHeight() - seen);
    }
    describeForReaders();
    viewport()->update();
}

// Where things are
// ------------------------------------------------------------------------------------------------

int Timeline::indexOf(int number) const
{
    const auto found = std::find_if(m_tracks.begin(), m_tracks.end(),
                                    [number](const Track &track) { return track.number == number; });
    return found == m_tracks.end() ? -1 : int(found - m_tracks.begin());
}

double Timeline::endOf(qint64 frame) const
{
    const qint64 last = qint64(m_index->frames.size()) - 1;
    if (frame < last)
        return std::max(m_index->seconds(frame), m_index->seconds(frame + 1));
    // The last one stands for as long as frames do on average.
    return m_index->seconds(last) + (last > 0 ? std::abs(m_index->seconds(last)) / double(last) : 1);
}

double Timeline::duration() const
{
    return m_index ? std::max(1e-3, endOf(qint64(m_index->frames.size()) - 1)) : 1;
}

int Timeline::leftPx() const
{
    if (m_leftPx >= 0)
        return m_leftPx;
    // The numbers of the tracks stand before it, so that a long bar hides none.
    m_leftPx = marginPx;
    if (!m_tracks.empty()) {
        const auto digits = QString::number(m_tracks.back().number).size();
        const QFontMetrics metrics(common::figureFont());
        m_leftPx += metrics.horizontalAdvance(QString(digits, u'0')) + common::gridPx;
    }
    return m_leftPx;
}

double Timeline::xOfSeconds(double seconds) const
{
    const double width = std::max(1, viewport()->width() - leftPx() - marginPx);
    return leftPx() + (seconds - m_from) / std::max(1e-9, m_to - m_from) * width;
}

double Timeline::secondsAtX(double x) const
{
    const double width = std::max(1, viewport()->width() - leftPx() - marginPx);
    return m_from + (x - leftPx()) / width * (m_to - m_from);
}

int Timeline::xOf(qint64 frame) const
{
    return m_index ? int(std::lround(xOfSeconds(m_index->seconds(frame)))) : leftPx();
}

qint64 Timeline::frameAtX(int x) const
{
    if (!m_index)
        return 0;
    const double seconds = std::clamp(secondsAtX(x), 0.0, duration());
    return m_index->frameAt(seconds);
}

int Timeline::axisHeight() const
{
    return fontMetrics().height() + 2 * common::gridPx;
}

int Timeline::rowHeight() const
{
    return fontMetrics().height() + common::gridPx / 2;
}

QRect Timeline::barOf(int number) const
{
    const int index = indexOf(number);
    return index < 0 || !m_index ? QRect() : barAt(size_t(index));
}

QRect Timeline::barAt(size_t index) const
{
    const Track &track = m_tracks[index];
    const int left = int(std::floor(xOfSeconds(m_index->seconds(track.first))));
    const int right = std::max(left + 3, int(std::ceil(xOfSeconds(endOf(track.last)))));
    const int top = axisHeight() + int(index) * rowHeight() - verticalScrollBar()->value();
    return {left, top + 2, right - left, rowHeight() - 4};
}

std::pair<size_t, size_t> Timeline::shownRows() const
{
    const int above = verticalScrollBar()->value();
    const int seen = std::max(0, viewport()->height() - axisHeight());
    const auto first = size_t(std::max(0, above / rowHeight()));
    const auto end = size_t(std::max(0, (above + seen) / rowHeight() + 1));
    return {std::min(first, m_tracks.size()), std::min(end, m_tracks.size())};
}

Timeline::Grip Timeline::gripAt(const QPoint &point) const
{
    if (!m_index)
        return Grip::None;
    if (point.y() < axisHeight()) {
        // Outside the span first, so that handles which stand together can be pulled apart.
        const int first = xOf(m_span.first);
        const int last = int(std::lround(xOfSeconds(endOf(m_span.last))));
        const bool nearFirst = std::abs(point.x() - first) <= gripPx;
        const bool nearLast = std::abs(point.x() - last) <= gripPx;
        if (nearFirst && (!nearLast || point.x() <= first))
            return Grip::SpanFirst;
        if (nearLast)
            return Grip::SpanLast;
    }
    return Grip::Frame;
}

int Timeline::trackAt(const QPoint &point) const
{
    if (point.y() < axisHeight() || !m_index)
        return 0;
    const auto row = size_t((point.y() - axisHeight() + verticalScrollBar()->value()) / rowHeight());
    return row < m_tracks.size() && barAt(row).adjusted(-2, -2, 2, 2).contains(point) ? m_tracks[row].number : 0;
}

void Timeline::updateBars()
{
    const int seen = std::max(0, viewport()->height() - axisHeight());
    verticalScrollBar()->setPageStep(seen);
    verticalScrollBar()->setSingleStep(rowHeight());
    verticalScrollBar()->setRange(0, std::max(0, int(m_tracks.size()) * rowHeight() - seen));
}

QSize Timeline::sizeHint() const
{
    return {400, axisHeight() + usualRows * rowHeight()};
}

QSize Timeline::minimumSizeHint() const
{
    return {160, axisHeight() + fewestRows * rowHeight()};
}

// Mouse and keys
// ---------------------------------------------------------------------------------------------------

void Timeline::mousePressEvent(QMouseEvent *event)
{
    if (!m_index || event->button() != Qt::LeftButton)
        return;
    const QPoint at = event->position().toPoint();
    if (const int track = trackAt(at)) {
        emit trackPicked(track);
        return;
    }
    m_grip = gripAt(at);
    if (m_grip == Grip::Frame)
        emit frameWanted(frameAtX(at.x()));
}

void Timeline::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const qint64 frame = frameAtX(at.x());
    switch (m_grip) {
    case Grip::Frame:
        emit frameWanted(frame);
        return;
    case Grip::SpanFirst:
        setSpan({std::min(frame, m_span.last), m_span.last});
        return;
    case Grip::SpanLast:
        setSpan({m_span.first, std::max(frame, m_span.first)});
        return;
    case Grip::None:
        break;
    }
    const Grip grip = gripAt(at);
    viewport()->setCursor(trackAt(at)                                          ? Qt::PointingHandCursor
                          : grip == Grip::SpanFirst || grip == Grip::SpanLast ? Qt::SizeHorCursor
                                                                              : Qt::ArrowCursor);
}

void Timeline::mouseReleaseEvent(QMouseEvent *)
{
    m_grip = Grip::None;
}

void Timeline::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    zoom(std::pow(zoomFactor, -event->angleDelta().y() / 120.0), event->position().x());
    event->accept();
}

void Timeline::zoom(double factor, double x)
{
    if (!m_index)
        return;
    const double all = duration();
    const double shown = std::clamp((m_to - m_from) * factor, std::min(shortestShown, all), all);
    // What is under the pointer stays there.
    const double at = secondsAtX(x);
    const double share = (at - m_from) / (m_to - m_from);
    m_from = std::clamp(at - share * shown, 0.0, all - shown);
    m_to = m_from + shown;
    viewport()->update();
}

bool Timeline::event(QEvent *event)
{
    // While the keyboard is here, zooming is the timeline's; otherwise its page's picture has these keys.
    if (event->type() == QEvent::ShortcutOverride && isZoomKey(static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QAbstractScrollArea::event(event);
}

void Timeline::keyPressEvent(QKeyEvent *event)
{
    if (isZoomKey(event)) {
        const bool isOut = event->key() == Qt::Key_Minus;
        // Around the frame, or around the middle when that is not in the part that is shown.
        const int x = xOf(m_frame);
        const bool isSeen = x >= leftPx() && x <= viewport()->width() - marginPx;
        return zoom(isOut ? zoomFactor : 1 / zoomFactor,
                    isSeen ? x : (leftPx() + viewport()->width() - marginPx) / 2.0);
    }
    const bool isUp = event->key() == Qt::Key_Up;
    if ((!isUp && event->key() != Qt::Key_Down) || m_tracks.empty())
        return QAbstractScrollArea::keyPressEvent(event);
    const int index = indexOf(m_currentTrack);
    const int next = index < 0 ? (isUp ? int(m_tracks.size()) - 1 : 0)
                               : std::clamp(index + (isUp ? -1 : 1), 0, int(m_tracks.size()) - 1);
    if (next != index)
        emit trackPicked(m_tracks[size_t(next)].number);
}

QList<QPair<QString, QString>> Timeline::keyHelp()
{
    return {{tr("Up  Down"), tr("On a timeline: the track before, the next one")},
            {tr("+  -  Ctrl+wheel"), tr("On a timeline: show a shorter or longer part")}};
}

bool Timeline::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_index) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int number = trackAt(help->pos());
        const int index = indexOf(number);
        if (index >= 0) {
            const Track &track = m_tracks[size_t(index)];
            QToolTip::showText(help->globalPos(),
                               tr("Track %1: frames %2 to %3, best %4")
                                   .arg(number)
                                   .arg(track.first)
                                   .arg(track.last)
                                   .arg(track.best),
                               viewport());
        } else {
            const qint64 frame = frameAtX(help->pos().x());
            QToolTip::showText(help->globalPos(),
                               tr("Frame %1, %2").arg(frame).arg(frameTimeText(m_index->seconds(frame))),
                               viewport());
        }
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void Timeline::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
}

void Timeline::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    const auto type = event->type();
    if (type != QEvent::FontChange && type != QEvent::ApplicationFontChange && type != QEvent::StyleChange)
        return;
    m_leftPx = -1;
    updateBars();
    viewport()->update();
}

void Timeline::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void Timeline::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void Timeline::describeForReaders()
{
    if (!m_index) {
        setAccessibleDescription(tr("No recording is open."));
        return;
    }
    QStringList parts{tr("Frame %1 of %2, %3.")
                          .arg(m_frame)
                          .arg(m_index->frames.size())
                          .arg(frameTimeText(m_index->seconds(m_frame)))};
    if (!isWholeSpan())
        parts << tr("Frames %1 to %2 are chosen.").arg(m_span.first).arg(m_span.last);
    if (const int index = indexOf(m_currentTrack); index >= 0) {
        const Track &track = m_tracks[size_t(index)];
        parts << tr("Track %1 of %2 is chosen, frames %3 to %4.")
                     .arg(m_currentTrack)
                     .arg(m_tracks.size())
                     .arg(track.first)
                     .arg(track.last);
    } else if (!m_tracks.empty()) {
        parts << tr("%n track(s).", nullptr, int(m_tracks.size()));
    }
    setAccessibleDescription(parts.join(QLatin1Char(' ')));
}

} // namespace likeness::viewer
