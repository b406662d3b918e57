// SPDX-License-Identifier: GPL-3.0-or-later
// Timeline: how it looks.
#include "widgets/common/theme.h"
#include "widgets/viewer/frametime.h"
#include "widgets/viewer/timeline.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace likeness::viewer
{

namespace
{

/// The distance of the ticks: the shortest round time that leaves room for their labels.
double tickSeconds(double secondsPerPixel, double labelPx)
{
    for (const double step : {0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0,
                              3600.0, 7200.0, 14400.0, 43200.0})
        if (step / secondsPerPixel >= labelPx)
            return step;
    return 86400;
}

QString tickText(double seconds, double step)
{
    const QString text = frameTimeText(seconds);
    return step < 1 ? text.chopped(2) : text.chopped(4);
}

} // namespace

void Timeline::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const auto &colors = common::colors();
    painter.fillRect(viewport()->rect(), colors.canvas);
    if (m_index) {
        paintTracks(painter);
        paintAxis(painter);
        const int x = xOf(m_frame);
        painter.fillRect(QRect(x - 1, 0, 2, viewport()->height()), colors.text);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.text);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.drawPolygon(QPolygonF{QPointF(x - 5, 0), QPointF(x + 5, 0), QPointF(x, 7)});
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    if (hasFocus()) {
        painter.setPen(QPen(colors.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void Timeline::paintAxis(QPainter &painter)
{
    const auto &colors = common::colors();
    const int height = axisHeight();
    const QRect axis(0, 0, viewport()->width(), height);
    painter.fillRect(axis, colors.panel);

    const int first = xOf(m_span.first);
    const int last = int(std::lround(xOfSeconds(endOf(m_span.last))));
    // The span lies under the labels; its ends are handles that stand out by form, not by colour alone.
    painter.fillRect(QRect(first, height - 5, last - first, 4), colors.accent);

    painter.setFont(common::figureFont());
    const QFontMetrics metrics(painter.font());
    const double perPixel = (m_to - m_from) / std::max(1, viewport()->width());
    const int label = metrics.horizontalAdvance(QStringLiteral("00:00:00.0")) + 2 * common::gridPx;
    const double step = tickSeconds(std::max(1e-9, perPixel), label);
    painter.setPen(colors.secondary);
    for (double at = std::ceil(m_from / step) * step; at <= m_to + 1e-9; at += step) {
        const int x = int(std::lround(xOfSeconds(at)));
        painter.drawLine(x, height - 10, x, height - 5);
        const QString text = tickText(at, step);
        const int width = metrics.horizontalAdvance(text);
        const int left = std::clamp(x - width / 2, 2, std::max(2, viewport()->width() - width - 2));
        painter.drawText(left, common::gridPx / 2 + metrics.ascent(), text);
    }
    for (const auto &[x, inwards] : {std::pair{first, 1}, std::pair{last, -1}}) {
        painter.fillRect(QRect(inwards > 0 ? x : x - 3, height - 16, 4, 16), colors.accent);
        painter.fillRect(QRect(inwards > 0 ? x : x - 7, height - 16, 8, 3), colors.accent);
    }
    painter.fillRect(QRect(0, height - 1, viewport()->width(), 1), colors.line);
}

void Timeline::paintTracks(QPainter &painter)
{
    const auto &colors = common::colors();
    const QRect rows(0, axisHeight(), viewport()->width(), viewport()->height() - axisHeight());
    painter.save();
    painter.setClipRect(rows);
    // What is outside the span, and what a scan has not come to, is a shade darker than the ground.
    const int first = xOf(m_span.first);
    const int last = int(std::lround(xOfSeconds(endOf(m_span.last))));
    painter.fillRect(QRect(0, rows.top(), first, rows.height()), colors.panel);
    painter.fillRect(QRect(last, rows.top(), viewport()->width() - last, rows.height()), colors.panel);
    if (m_doneTo >= 0) {
        const int done = int(std::lround(xOfSeconds(endOf(m_doneTo))));
        painter.fillRect(QRect(done, rows.top(), std::max(0, last - done), rows.height()),
                         QBrush(colors.line, Qt::BDiagPattern));
    }
    painter.setFont(common::figureFont());
    const auto [firstRow, endRow] = shownRows();
    for (size_t row = firstRow; row < endRow; ++row) {
        const Track &track = m_tracks[row];
        QRect bar = barAt(row);
        const bool isCurrent = track.number == m_currentTrack;
        if (isCurrent)
            painter.fillRect(QRect(0, bar.top() - 2, viewport()->width(), rowHeight()), colors.raised);
        painter.setPen(isCurrent ? colors.text : colors.secondary);
        painter.drawText(QRect(0, bar.top() - 2, leftPx() - common::gridPx, rowHeight()),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(track.number));
        // A part that is shown larger ends before the numbers.
        const int from = std::max(bar.left(), leftPx() - common::gridPx / 2);
        if (bar.right() < from)
            continue;
        bar.setLeft(from);
        const QColor fill = isCurrent ? colors.accent : colors.secondary;
        painter.fillRect(bar, fill);
        if (track.isChosen) // a frame around it, whatever its colour
            painter.setPen(QPen(colors.text, 2));
        else
            painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::NoBrush);
        if (track.isChosen)
            painter.drawRect(bar.adjusted(1, 1, -1, -1));
        // The best frame: a light diamond with a dark edge, seen on both colours.
        const double x = xOfSeconds(m_index->seconds(track.best));
        const double y = bar.center().y() + 0.5;
        const double half = bar.height() / 2.0 - 1;
        if (x < from - 1)
            continue; // before the part that is shown
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colors.dark ? colors.canvas : colors.text, 1));
        painter.setBrush(colors.dark ? colors.text : colors.canvas);
        painter.drawPolygon(
            QPolygonF{QPointF(x - half, y), QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half)});
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    painter.restore();
}

} // namespace likeness::viewer
