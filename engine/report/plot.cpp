// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/plot.h"

#include "engine/report/pageflow.h"
#include "engine/report/selftestwords.h"
#include "engine/report/words.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace likeness::report
{

namespace
{

using model::MeasuredCurve;
using model::SelfTest;

/// The power of ten at or under the least positive value.
double decadeUnder(std::initializer_list<const std::vector<double> *> lists)
{
    double least = 0.1;
    for (const auto *list : lists)
        for (const double value : *list)
            if (std::isfinite(value) && value > 0)
                least = std::min(least, value);
    return std::pow(10, std::floor(std::log10(least) + 1e-9));
}

/// Maps values to the box of a plot.
class Axes
{
public:
    Axes(const Plot &plot, const QRectF &area) : m_plot(plot), m_area(area) {}

    double x(double value) const
    {
        return m_area.left() + m_area.width() * place(value, m_plot.xLeast, m_plot.xMost);
    }
    double y(double value) const
    {
        return m_area.bottom() - m_area.height() * place(value, m_plot.yLeast, m_plot.yMost);
    }

private:
    /// What lies outside stands at the edge: on a logarithmic axis that is where 0 is.
    double place(double value, double least, double most) const
    {
        const double share = m_plot.isLogarithmic
                                 ? std::log(std::max(value, least) / least) / std::log(most / least)
                                 : (value - least) / (most - least);
        return std::clamp(share, 0.0, 1.0);
    }
    const Plot &m_plot;
    QRectF m_area;
};

struct Tick {
    double at;
    QString label; ///< empty for the small ones
};

std::vector<Tick> decades(double least, double most)
{
    std::vector<Tick> ticks;
    for (double decade = least; decade < most * 1.001; decade *= 10) {
        ticks.push_back({decade, rateWords(decade)});
        for (int digit = 2; digit < 10 && decade * digit < most * 0.999; ++digit)
            ticks.push_back({decade * digit, {}});
    }
    return ticks;
}

std::vector<Tick> ranks(double most)
{
    std::vector<Tick> ticks{{1, QStringLiteral("1")}};
    for (int rank = 10; rank <= most; rank += 10)
        ticks.push_back({double(rank), QString::number(rank)});
    return ticks;
}

std::vector<Tick> shares(double least, double most)
{
    const double step = (most - least) > 0.5 ? 0.2 : (most - least) > 0.2 ? 0.1 : (most - least) > 0.1 ? 0.05 : 0.02;
    std::vector<Tick> ticks;
    for (double at = most; at > least - step / 10; at -= step)
        ticks.push_back({at, rateWords(at)});
    return ticks;
}

/// The curve without what cannot be drawn: numbers that are none, and 0 on a logarithmic axis, where a line down to the
/// edge would look like a measured fall.
MeasuredCurve drawable(const MeasuredCurve &curve, bool isLogarithmic)
{
    MeasuredCurve kept;
    for (size_t i = 0; i < curve.x.size(); ++i) {
        if (!std::isfinite(curve.y[i]) || (isLogarithmic && curve.y[i] <= 0))
            continue;
        kept.x.push_back(curve.x[i]);
        kept.y.push_back(curve.y[i]);
        if (!curve.low.empty()) {
            kept.low.push_back(std::isfinite(curve.low[i]) ? curve.low[i] : curve.y[i]);
            kept.high.push_back(std::isfinite(curve.high[i]) ? curve.high[i] : curve.y[i]);
        }
    }
    return kept;
}

void drawCurve(QPainter &painter, const Axes &axes, const MeasuredCurve &curve, QColor colour, double width,
               bool isDashed)
{
    if (!curve.low.empty()) {
        QPolygonF band;
        for (size_t i = 0; i < curve.x.size(); ++i)
            band << QPointF(axes.x(curve.x[i]), axes.y(curve.high[i]));
        for (size_t i = curve.x.size(); i-- > 0;)
            band << QPointF(axes.x(curve.x[i]), axes.y(curve.low[i]));
        QColor faint = colour;
        faint.setAlphaF(isDashed ? 0.14F : 0.2F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(faint);
        painter.drawPolygon(band);
    }
    QPolygonF line;
    for (size_t i = 0; i < curve.x.size(); ++i)
        line << QPointF(axes.x(curve.x[i]), axes.y(curve.y[i]));
    QPen pen(colour, width, isDashed ? Qt::CustomDashLine : Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (isDashed)
        pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
}

} // namespace

namespace
{

/// Counts, and what the bands are where there are some.
QString noteOf(const SelfTest &test, const MeasuredCurve &curve, const ReportTexts &texts)
{
    const QString counts = countWords(test, texts);
    return curve.low.empty()
               ? counts
               : counts + u' ' + texts(QT_TRANSLATE_NOOP("report", "The bands are 95% intervals over persons."));
}

} // namespace

bool isEmpty(const Plot &plot)
{
    return plot.ours.curve.x.empty();
}

Plot detPlot(const SelfTest &test, const ReportTexts &texts)
{
    const bool isIdentification = test.kind == SelfTest::Kind::Identification;
    Plot plot;
    plot.isLogarithmic = true;
    plot.title = texts(QT_TRANSLATE_NOOP("report", "Misses against false alarms (DET)"));
    plot.xTitle = isIdentification
                      ? texts(QT_TRANSLATE_NOOP("report", "FPIR: those not in the gallery who get a candidate"))
                      : texts(QT_TRANSLATE_NOOP("report", "FMR: pairs of two persons that pass for one"));
    plot.yTitle = isIdentification ? texts(QT_TRANSLATE_NOOP("report", "FNIR: persons missed"))
                                   : texts(QT_TRANSLATE_NOOP("report", "FNMR: pairs of one person missed"));
    plot.note = noteOf(test, test.oursDet, texts);
    plot.ours = {texts(QT_TRANSLATE_NOOP("report", "Likeness")), test.oursDet};
    plot.plain = {texts(QT_TRANSLATE_NOOP("report", "Plain dlib")), test.plainDet};
    plot.xLeast = decadeUnder({&test.oursDet.x, &test.plainDet.x});
    plot.yLeast = decadeUnder({&test.oursDet.y, &test.plainDet.y});
    if (!isIdentification)
        plot.xLeast = std::max(plot.xLeast, 1e-6);
    return plot;
}

Plot rankPlot(const SelfTest &test, const ReportTexts &texts)
{
    Plot plot;
    plot.title = texts(QT_TRANSLATE_NOOP("report", "The right person on the list (CMC)"));
    plot.xTitle = texts(QT_TRANSLATE_NOOP("report", "Length of the list (rank)"));
    plot.yTitle = texts(QT_TRANSLATE_NOOP("report", "Persons found"));
    plot.note = noteOf(test, test.oursRank, texts);
    plot.ours = {texts(QT_TRANSLATE_NOOP("report", "Likeness")), test.oursRank};
    plot.plain = {texts(QT_TRANSLATE_NOOP("report", "Plain dlib")), test.plainRank};
    plot.xLeast = 1;
    plot.xMost = test.oursRank.x.empty() ? 50 : std::max(2.0, test.oursRank.x.back());
    double least = 1;
    for (const MeasuredCurve *curve : {&test.oursRank, &test.plainRank})
        for (const auto *list : {&curve->y, &curve->low})
            for (const double value : *list)
                if (std::isfinite(value))
                    least = std::min(least, value);
    plot.yLeast = std::min(0.9, std::floor(least * 10 + 1e-9) / 10);
    return plot;
}

PlotLook PlotLook::ofReport()
{
    return {colours::ink, colours::quiet, colours::rule, colours::accent, QColor(0xb0, 0x5a, 0x10), fontOf({8})};
}

void drawPlot(QPainter &painter, const QRectF &box, double dots, const Plot &plot, const PlotLook &look)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto font = [&](double points, bool isBold = false) {
        QFont made = look.font;
        made.setPixelSize(std::max(1, int(std::lround(points * dots))));
        made.setBold(isBold);
        return made;
    };
    const auto text = [&](const QRectF &where, int flags, const QString &words, const QColor &colour) {
        painter.setPen(colour);
        painter.drawText(where, flags | Qt::TextDontClip, words);
    };
    const double line = 12 * dots;
    painter.setFont(font(9, true));
    text({box.left(), box.top(), box.width(), line}, Qt::AlignLeft | Qt::AlignTop, plot.title, look.ink);

    // The legend stands under the title, where no curve can run through it.
    painter.setFont(font(8));
    double at = box.left();
    const double legendTop = box.top() + line * 1.4;
    for (const auto &[entry, colour, isDashed] :
         {std::tuple(&plot.ours, look.ours, false), std::tuple(&plot.plain, look.plain, true)}) {
        QPen pen(colour, 1.8 * dots, isDashed ? Qt::CustomDashLine : Qt::SolidLine, Qt::FlatCap);
        if (isDashed)
            pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(at, legendTop + line / 2), QPointF(at + 22 * dots, legendTop + line / 2));
        const double width = painter.fontMetrics().horizontalAdvance(entry->name) + 4 * dots;
        text({at + 27 * dots, legendTop, width, line}, Qt::AlignLeft | Qt::AlignVCenter, entry->name, look.ink);
        at += 27 * dots + width + 16 * dots;
    }

    painter.setFont(font(7.5));
    const QRectF noteSize = painter.boundingRect(QRectF(0, 0, box.width(), box.height()), Qt::TextWordWrap, plot.note);
    const double noteHeight = plot.note.isEmpty() ? 0 : noteSize.height() + 4 * dots;
    painter.setFont(font(8));
    const double labelWidth = painter.fontMetrics().horizontalAdvance(QStringLiteral("0.001%")) + 6 * dots;
    const QRectF area(QPointF(box.left() + line * 1.3 + labelWidth, box.top() + line * 3),
                      QPointF(box.right() - 14 * dots, box.bottom() - noteHeight - line * 2.6));
    const Axes axes(plot, area);

    const auto xTicks = plot.isLogarithmic ? decades(plot.xLeast, plot.xMost) : ranks(plot.xMost);
    const auto yTicks = plot.isLogarithmic ? decades(plot.yLeast, plot.yMost) : shares(plot.yLeast, plot.yMost);
    QColor faint = look.rule;
    faint.setAlphaF(0.45F);
    for (const Tick &tick : xTicks) {
        painter.setPen(QPen(tick.label.isEmpty() ? faint : look.rule, 0.5 * dots));
        painter.drawLine(QPointF(axes.x(tick.at), area.top()), QPointF(axes.x(tick.at), area.bottom()));
        text({axes.x(tick.at) - 30 * dots, area.bottom() + 3 * dots, 60 * dots, line}, Qt::AlignHCenter | Qt::AlignTop,
             tick.label, look.quiet);
    }
    for (const Tick &tick : yTicks) {
        painter.setPen(QPen(tick.label.isEmpty() ? faint : look.rule, 0.5 * dots));
        painter.drawLine(QPointF(area.left(), axes.y(tick.at)), QPointF(area.right(), axes.y(tick.at)));
        text({area.left() - labelWidth - 4 * dots, axes.y(tick.at) - line / 2, labelWidth, line},
             Qt::AlignRight | Qt::AlignVCenter, tick.label, look.quiet);
    }
    painter.setPen(QPen(look.quiet, 0.8 * dots));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.drawLine(area.bottomLeft(), area.topLeft());
    text({area.left(), area.bottom() + line * 1.3, area.width(), line}, Qt::AlignHCenter | Qt::AlignTop, plot.xTitle,
         look.ink);
    painter.save();
    painter.translate(box.left(), area.center().y());
    painter.rotate(-90);
    text({-area.height() / 2, 0, area.height(), line}, Qt::AlignHCenter | Qt::AlignTop, plot.yTitle, look.ink);
    painter.restore();

    drawCurve(painter, axes, drawable(plot.plain.curve, plot.isLogarithmic), look.plain, 1.4 * dots, true);
    drawCurve(painter, axes, drawable(plot.ours.curve, plot.isLogarithmic), look.ours, 1.6 * dots, false);

    painter.setFont(font(7.5));
    text({box.left(), box.bottom() - noteHeight + 4 * dots, box.width(), noteHeight},
         Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, plot.note, look.quiet);
    painter.restore();
}

} // namespace likeness::report
