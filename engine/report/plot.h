// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/selftest.h"
#include "engine/report/reporttexts.h"

#include <QColor>
#include <QFont>
#include <QRectF>

class QPainter;

namespace likeness::report
{

/// A chart of two curves as values: what the report, a file of the command line and the window draw alike.
struct Plot {
    QString title;
    QString xTitle;
    QString yTitle;
    QString note; ///< counts, under it
    bool isLogarithmic = false; ///< both axes, from a power of ten to 1; else x as counts, y as shares
    double xLeast = 0, xMost = 1;
    double yLeast = 0, yMost = 1;
    struct Line {
        QString name;
        model::MeasuredCurve curve;
    };
    Line ours, plain; ///< drawn through, and dashed
};

/// Detection error trade-off (ISO/IEC 19795-1): FPIR against FNIR, or FMR against FNMR. Nothing to draw: no curve.
Plot detPlot(const model::SelfTest &test, const ReportTexts &texts);
/// Rank against the share of mated probes found at it or before. Identification alone.
Plot rankPlot(const model::SelfTest &test, const ReportTexts &texts);
bool isEmpty(const Plot &plot);

struct PlotLook {
    QColor ink, quiet, rule, ours, plain;
    QFont font; ///< its size is set
    static PlotLook ofReport(); ///< dark on white, DejaVu Sans
};

/// Draws within `box`, both in units of the painter, of which `dots` are a point (1/72 inch). The least box that can be
/// read is 200 x 180 points. Needs a QGuiApplication.
void drawPlot(QPainter &painter, const QRectF &box, double dots, const Plot &plot, const PlotLook &look);

} // namespace likeness::report
