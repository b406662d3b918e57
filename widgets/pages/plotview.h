// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/report/plot.h"

#include <QWidget>

namespace likeness::pages
{

/// A chart as the report draws it, in the colours of the theme. Its words are its accessible description.
class PlotView : public QWidget
{
    Q_OBJECT
public:
    explicit PlotView(QWidget *parent = nullptr);
    /// Hides itself when there is nothing to draw.
    void setPlot(const report::Plot &plot);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    report::Plot m_plot;
};

} // namespace likeness::pages
