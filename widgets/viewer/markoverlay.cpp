// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/markoverlay.h"

#include "widgets/common/theme.h"

#include <QLineF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace likeness::viewer::overlay
{

using model::Mark;

namespace
{

const QColor light(255, 255, 255, 240);
const QColor dark(0, 0, 0, 180);
const QColor plate(0, 0, 0, 190);
constexpr double pointRadius = 7;
constexpr double widestLabel = 220;

/// Everything is drawn twice: a wide dark line, then a narrow light one.
template <class Draw>
void stroked(QPainter &painter, bool focused, const Draw &draw)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(dark, 4, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin));
    draw();
    painter.setPen(QPen(light, focused ? 2.6 : 1.8, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin));
    draw();
    if (focused) {
        painter.setPen(QPen(common::darkColors().accent, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin));
        draw();
    }
}

void paintArrow(QPainter &painter, const QPointF &from, const QPointF &to, bool focused)
{
    const QLineF shaft(from, to);
    if (shaft.length() < 1)
        return;
    const double head = std::min(12.0, shaft.length() * 0.6);
    const QLineF back(to, from);
    QPolygonF tip;
    for (const double turn : {26.0, -26.0}) {
        QLineF side = back;
        side.setAngle(back.angle() + turn);
        side.setLength(head);
        tip << side.p2();
        if (turn > 0)
            tip << to;
    }
    stroked(painter, focused, [&] {
        painter.drawLine(shaft);
        painter.drawPolyline(tip);
    });
}

void paintHandle(QPainter &painter, const QPointF &at, bool focused)
{
    painter.setPen(QPen(dark, 1));
    painter.setBrush(focused ? common::darkColors().accent : QColor(Qt::white));
    const double half = focused ? 5 : 3.5;
    painter.drawRect(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half));
}

QString labelOf(const Mark &mark, const QFontMetricsF &metrics)
{
    QStringList parts;
    if (mark.number > 0)
        parts << QString::number(mark.number);
    if (!mark.text.isEmpty())
        parts << mark.text;
    return metrics.elidedText(parts.join(QLatin1Char(' ')), Qt::ElideRight, widestLabel);
}

/// Roughly how much of a line a label would hide.
double pixelsUnder(const QRectF &label, const QLineF &line)
{
    constexpr double step = 4;
    int hidden = 0;
    for (double at = 0; at < line.length(); at += step)
        hidden += label.contains(line.pointAt(at / line.length()));
    return hidden * step * step;
}

} // namespace

std::vector<QRectF> placeLabels(const std::vector<LabelWish> &wishes, const QRectF &canvas)
{
    // Right above first, because that is where a number is looked for; then round the clock.
    static const std::vector<QPointF> directions{{1, -1}, {1, 0},  {1, 1},   {0, 1},
                                                 {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}};
    std::vector<QRectF> placed;
    for (size_t i = 0; i < wishes.size(); ++i) {
        const LabelWish &wish = wishes[i];
        QRectF best;
        double least = std::numeric_limits<double>::max();
        for (const double further : {1.0, 2.2, 3.6}) {
            for (const QPointF &direction : directions) {
                const double dx = direction.x() * (wish.clear * further + wish.size.width() / 2);
                const double dy = direction.y() * (wish.clear * further + wish.size.height() / 2);
                QRectF at(QPointF(), wish.size);
                at.moveCenter(wish.anchor + QPointF(dx, dy));
                const auto shared = [](const QRectF &a, const QRectF &b) {
                    const QRectF both = a & b;
                    return both.isEmpty() ? 0.0 : both.width() * both.height();
                };
                double bad = at.width() * at.height() - shared(at, canvas);
                for (const QRectF &other : placed)
                    bad += shared(at, other);
                for (const LabelWish &other : wishes) {
                    const QRectF ring(other.anchor.x() - other.clear, other.anchor.y() - other.clear,
                                      2 * other.clear, 2 * other.clear);
                    bad += shared(at, ring);
                    bad += pixelsUnder(at, other.line);
                }
                if (bad < least - 0.01) {
                    least = bad;
                    best = at;
                }
            }
            if (least <= 0.01)
                break;
        }
        placed.push_back(best);
    }
    return placed;
}

void paintMarks(QPainter &painter, const ViewTransform &transform, const MarksTool &tool,
                const QRectF &canvas, bool active)
{
    std::vector<Mark> marks = tool.marks();
    if (tool.draft() && tool.draftOf() >= 0)
        marks[size_t(tool.draftOf())] = *tool.draft();
    else if (tool.draft())
        marks.push_back(*tool.draft());

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    const QFontMetricsF metrics(painter.font());
    std::vector<LabelWish> wishes;
    std::vector<int> labelled;
    for (int i = 0; i < int(marks.size()); ++i) {
        const Mark &mark = marks[size_t(i)];
        const QPointF from = transform.map(mark.from);
        const QPointF to = transform.map(mark.to);
        const bool focused = active && tool.focused() && tool.focused()->mark == i;
        QPointF anchor = from;
        double clear = 4;
        switch (mark.kind) {
        case Mark::Kind::Point:
            // The middle stays free: it is what is pointed at.
            stroked(painter, focused, [&] { painter.drawEllipse(from, pointRadius, pointRadius); });
            clear = pointRadius + 3;
            break;
        case Mark::Kind::Arrow:
            paintArrow(painter, from, to, focused);
            clear = 6;
            break;
        case Mark::Kind::Box: {
            const model::RelativeRect rect{std::min(mark.from.x, mark.to.x), std::min(mark.from.y, mark.to.y),
                                           std::abs(mark.to.x - mark.from.x),
                                           std::abs(mark.to.y - mark.from.y)};
            const QPolygonF outline = transform.map(rect);
            stroked(painter, focused, [&] { painter.drawPolygon(outline); });
            anchor = outline.boundingRect().topLeft();
            break;
        }
        case Mark::Kind::Text:
            stroked(painter, focused, [&] { painter.drawEllipse(from, 2, 2); });
            break;
        }
        if (active && hasTwoEnds(mark.kind)) {
            paintHandle(painter, from, focused && !tool.focused()->isEnd);
            paintHandle(painter, to, focused && tool.focused()->isEnd);
        }
        const QString label = labelOf(mark, metrics);
        if (!label.isEmpty() && canvas.contains(anchor)) {
            const double height = metrics.height() + 2;
            wishes.push_back({anchor,
                              clear,
                              {std::max(metrics.horizontalAdvance(label) + 10, height), height},
                              mark.kind == Mark::Kind::Arrow ? QLineF(from, to) : QLineF()});
            labelled.push_back(i);
        }
    }
    const auto places = placeLabels(wishes, canvas);
    for (size_t i = 0; i < places.size(); ++i) {
        const bool focused = active && tool.focused() && tool.focused()->mark == labelled[i];
        painter.setPen(QPen(QColor(255, 255, 255, 110), 1));
        painter.setBrush(focused ? common::darkColors().accent : plate);
        painter.drawRoundedRect(places[i], 3, 3);
        painter.setPen(Qt::white);
        painter.drawText(places[i], Qt::AlignCenter, labelOf(marks[size_t(labelled[i])], metrics));
    }
    if (active && tool.cursor() && !tool.focused()) {
        const QPointF at = transform.map(*tool.cursor());
        stroked(painter, true, [&] {
            for (const QPointF &direction : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
                painter.drawLine(at + direction * 4, at + direction * 16);
        });
    }
    painter.restore();
}

QRectF paintPlate(QPainter &painter, const QPointF &corner, const QString &words, bool rightAligned)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    QFont font = painter.font();
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    const QSizeF size(metrics.horizontalAdvance(words) + 16, metrics.height() + 6);
    const QRectF at(QPointF(rightAligned ? corner.x() - size.width() : corner.x(), corner.y()), size);
    painter.setPen(QPen(common::darkColors().caution, 1));
    painter.setBrush(QColor(0, 0, 0, 215));
    painter.drawRoundedRect(at, 3, 3);
    painter.setPen(common::darkColors().caution);
    painter.drawText(at, Qt::AlignCenter, words);
    painter.restore();
    return at;
}

void paintGrid(QPainter &painter, const QRectF &canvas, double spacing)
{
    painter.save();
    const QPointF middle = canvas.center();
    const auto lines = [&](const QPen &pen, double shift) {
        painter.setPen(pen);
        const double left = middle.x() - std::floor((middle.x() - canvas.left()) / spacing) * spacing;
        for (double x = left; x <= canvas.right(); x += spacing)
            painter.drawLine(QPointF(x + shift, canvas.top()), QPointF(x + shift, canvas.bottom()));
        const double top = middle.y() - std::floor((middle.y() - canvas.top()) / spacing) * spacing;
        for (double y = top; y <= canvas.bottom(); y += spacing)
            painter.drawLine(QPointF(canvas.left(), y + shift), QPointF(canvas.right(), y + shift));
    };
    // A light line beside a dark one: one of them is seen on any ground.
    lines(QPen(QColor(0, 0, 0, 110), 1), 1);
    lines(QPen(QColor(255, 255, 255, 130), 1), 0);
    painter.restore();
}

} // namespace likeness::viewer::overlay
