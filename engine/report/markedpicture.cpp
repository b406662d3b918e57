// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/markedpicture.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace likeness::report
{

namespace
{

// In points. White under black is seen on any skin, hair or background, on screen and on paper.
constexpr double line = 0.9;
constexpr double halo = 2.6;
constexpr double ring = 3.2;
constexpr double disc = 6.8;
constexpr double plateWidth = 100;
constexpr qsizetype longestText = 40;

/// Draws the marks of one picture and remembers what is covered.
class MarkPainter
{
public:
    MarkPainter(QPainter &painter, const QRectF &box, const model::RelativeRect &view, double dots)
        : m_painter(painter), m_box(box), m_view(view), m_dots(dots)
    {
    }

    void draw(const std::vector<model::Mark> &marks)
    {
        for (const model::Mark &mark : marks)
            drawShape(mark);
        // Labels come last: they find their place among the shapes.
        for (const model::Mark &mark : marks)
            if (mark.number > 0)
                drawNumber(mark);
        for (const model::Mark &mark : marks)
            if (!mark.text.trimmed().isEmpty() &&
                (mark.kind == model::Mark::Kind::Text || mark.kind == model::Mark::Kind::Box))
                drawPlate(mark);
    }

private:
    QPointF at(const model::RelativePoint &point) const
    {
        return {m_box.left() + (point.x - m_view.x) / m_view.width * m_box.width(),
                m_box.top() + (point.y - m_view.y) / m_view.height * m_box.height()};
    }

    template <class Draw>
    void twice(Draw draw)
    {
        m_painter.setBrush(Qt::NoBrush);
        for (const auto &[width, colour] : {std::pair(halo, QColor(Qt::white)), {line, QColor(Qt::black)}}) {
            m_painter.setPen(QPen(colour, width * m_dots, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            draw();
        }
    }

    void cover(const QPointF &middle, double radius)
    {
        m_covered.push_back(QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius));
    }

    void drawShape(const model::Mark &mark)
    {
        const QPointF from = at(mark.from), to = at(mark.to);
        switch (mark.kind) {
        case model::Mark::Kind::Point:
            twice([&] { m_painter.drawEllipse(from, ring * m_dots, ring * m_dots); });
            cover(from, (ring + 1) * m_dots);
            break;
        case model::Mark::Kind::Arrow: {
            const double angle = std::atan2(from.y() - to.y(), from.x() - to.x());
            const auto wing = [&](double turn) {
                return to + QPointF(std::cos(angle + turn), std::sin(angle + turn)) * 7 * m_dots;
            };
            twice([&] {
                m_painter.drawLine(from, to);
                m_painter.drawPolyline(QPolygonF{wing(0.45), to, wing(-0.45)});
            });
            cover(to, 4 * m_dots);
            cover((from + to) / 2, 3 * m_dots);
            break;
        }
        case model::Mark::Kind::Box:
            twice([&] { m_painter.drawRect(QRectF(from, to).normalized()); });
            break;
        case model::Mark::Kind::Text:
            break;
        }
    }

    /// How much a label here would hide: other labels and the places that marks point at.
    double cost(const QRectF &label) const
    {
        const auto area = [](const QRectF &of) { return of.isEmpty() ? 0 : of.width() * of.height(); };
        double hidden = (area(label) - area(label & m_box)) * 4;
        for (const QRectF &covered : m_covered)
            hidden += area(label & covered);
        return hidden;
    }

    /// The place among `offsets` from `start` where a label of that size hides least; the first of equals.
    QRectF best(const QPointF &start, const QSizeF &size, const std::vector<QPointF> &offsets) const
    {
        QRectF found;
        double least = 0;
        for (const QPointF &offset : offsets) {
            const QRectF label(start + offset - QPointF(size.width() / 2, size.height() / 2), size);
            const double hidden = cost(label);
            if (found.isNull() || hidden < least - 1) {
                found = label;
                least = hidden;
            }
        }
        // Never over the picture's edge: the number of a mark in a corner must be readable.
        found.moveLeft(
            std::clamp(found.left(), m_box.left(), std::max(m_box.left(), m_box.right() - size.width())));
        found.moveTop(
            std::clamp(found.top(), m_box.top(), std::max(m_box.top(), m_box.bottom() - size.height())));
        return found;
    }

    void drawNumber(const model::Mark &mark)
    {
        const QString digits = QString::number(mark.number);
        const QFont font = fontOf({8, true});
        const double width =
            std::max(2 * disc * m_dots,
                     QFontMetricsF(font, m_painter.device()).horizontalAdvance(digits) + 6 * m_dots);
        std::vector<QPointF> offsets;
        if (mark.kind == model::Mark::Kind::Arrow)
            offsets.push_back({0, 0});
        for (const double away : {disc + ring + 4, disc + ring + 12, disc + ring + 22})
            for (const double angle : {-45, -135, 45, 135, 0, 180, -90, 90})
                offsets.push_back(QPointF(std::cos(angle * M_PI / 180), std::sin(angle * M_PI / 180)) * away *
                                  m_dots);
        const QPointF point = at(mark.from);
        const QRectF label = best(point, QSizeF(width, 2 * disc * m_dots), offsets);
        m_covered.push_back(label);
        const QPointF middle = label.center();
        if (mark.kind == model::Mark::Kind::Point) {
            // From the ring's edge to the number.
            const QPointF way = middle - point;
            const double length = std::hypot(way.x(), way.y());
            if (length > ring * m_dots)
                twice([&] { m_painter.drawLine(point + way / length * ring * m_dots, middle); });
        }
        m_painter.setPen(QPen(Qt::black, line * m_dots));
        m_painter.setBrush(Qt::white);
        m_painter.drawRoundedRect(label, disc * m_dots, disc * m_dots);
        m_painter.setFont(font);
        m_painter.drawText(label, Qt::AlignCenter, digits);
    }

    void drawPlate(const model::Mark &mark)
    {
        QString words = visible(mark.text.simplified());
        if (words.size() > longestText)
            words = words.left(longestText - 3).trimmed() + QStringLiteral("...");
        const QFont font = fontOf({7.5, true});
        const QFontMetricsF metrics(font, m_painter.device());
        const QStringList parts = words.split(u' ');
        const bool wordsFit = std::all_of(parts.begin(), parts.end(), [&](const QString &word) {
            return metrics.horizontalAdvance(word) < plateWidth * m_dots;
        });
        const int flags = Qt::AlignLeft | Qt::AlignTop | (wordsFit ? Qt::TextWordWrap : Qt::TextWrapAnywhere);
        const double padding = 2.5 * m_dots;
        const QSizeF room(std::min(plateWidth * m_dots, m_box.width() - 2 * padding), 60 * m_dots);
        const QSizeF needed = metrics.boundingRect(QRectF({0, 0}, room), flags, words).size() +
                              QSizeF(2 * padding + 1.5 * m_dots, 2 * padding);
        // A text starts where it was put; a box has its text over it.
        QPointF corner = at(mark.from);
        if (mark.kind == model::Mark::Kind::Box)
            corner =
                QRectF(corner, at(mark.to)).normalized().topLeft() - QPointF(0, needed.height() + 2 * m_dots);
        std::vector<QPointF> offsets;
        for (const double down : {0.0, -1.1, 1.1, 2.2, -2.2, 3.3, -3.3})
            offsets.push_back({0, down * needed.height()});
        const QRectF plate = best(corner + QPointF(needed.width() / 2, needed.height() / 2), needed, offsets);
        m_covered.push_back(plate);
        m_painter.setPen(QPen(Qt::black, 0.6 * m_dots));
        m_painter.setBrush(Qt::white);
        m_painter.drawRect(plate);
        m_painter.setFont(font);
        m_painter.drawText(plate.adjusted(padding, padding, -padding, padding), flags, words);
    }

    QPainter &m_painter;
    QRectF m_box;
    model::RelativeRect m_view;
    double m_dots;
    std::vector<QRectF> m_covered;
};

/// A stretch of length `wanted` (or more, to hold `from` to `to`) within 0..1, as near to `middle` as can be.
std::pair<double, double> stretch(double middle, double wanted, double from, double to)
{
    const double length = std::min(std::max(wanted, to - from), 1.0);
    double start = std::clamp(middle - length / 2, std::min(to - length, from), from);
    start = std::clamp(start, 0.0, 1.0 - length);
    return {start, length};
}

} // namespace

model::RelativeRect viewOf(const model::RelativeRect &box, const std::vector<model::Mark> &marks,
                           const QSize &pixels, double aspect)
{
    if (!box.isValid() || pixels.isEmpty())
        return {0, 0, 1, 1};
    double left = box.x, top = box.y, right = box.right(), bottom = box.bottom();
    constexpr double margin = 0.02;
    for (const model::Mark &mark : marks)
        for (const model::RelativePoint &point : {mark.from, mark.to}) {
            left = std::min(left, std::clamp(point.x - margin, 0.0, 1.0));
            right = std::max(right, std::clamp(point.x + margin, 0.0, 1.0));
            top = std::min(top, std::clamp(point.y - margin, 0.0, 1.0));
            bottom = std::max(bottom, std::clamp(point.y + margin, 0.0, 1.0));
        }
    // The finder's box ends at brow and chin; hair, ears and neck lie around it.
    constexpr double around = 1.35;
    const double height = std::max({box.height * around, bottom - top,
                                    box.width * around * pixels.width() / aspect / pixels.height(),
                                    (right - left) * pixels.width() / aspect / pixels.height()});
    // A picture that ends sooner is shown smaller rather than in another shape.
    const double tallest = std::min({height, 1.0, pixels.width() / aspect / pixels.height()});
    const double width = tallest * pixels.height() * aspect / pixels.width();
    const auto [x, shownWidth] = stretch(box.center().x, width, left, right);
    const auto [y, shownHeight] = stretch(box.center().y, tallest, top, bottom);
    return {x, y, shownWidth, shownHeight};
}

Fragment markedPicture(const QImage &image, const model::RelativeRect &view,
                       const std::vector<model::Mark> &marks, const QSizeF &limit)
{
    const QSizeF part(image.width() * view.width, image.height() * view.height);
    QSizeF size = part.scaled(limit, Qt::KeepAspectRatio);
    size = {std::max(size.width(), 1.0), std::max(size.height(), 1.0)};
    return drawing(size, [image, view, marks](QPainter &painter, const QRectF &box, double dots) {
        painter.save();
        painter.setClipRect(box);
        // The whole picture behind a window: what the file holds are the pixels that were handed in, once.
        const QSizeF whole(box.width() / view.width, box.height() / view.height);
        painter.drawImage(
            QRectF(box.topLeft() - QPointF(view.x * whole.width(), view.y * whole.height()), whole), image);
        MarkPainter(painter, box, view, dots).draw(marks);
        painter.restore();
        painter.setPen(QPen(colours::rule, 0.5 * dots));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box);
    });
}

} // namespace likeness::report
