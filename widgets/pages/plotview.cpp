// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/plotview.h"

#include "widgets/common/theme.h"

#include <QPainter>

namespace likeness::pages
{

PlotView::PlotView(QWidget *parent) : QWidget(parent)
{
    setMinimumSize(320, 340);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setRetainSizeWhenHidden(true); // its neighbour does not grow out of shape
    setSizePolicy(policy);
}

void PlotView::setPlot(const report::Plot &plot)
{
    m_plot = plot;
    setVisible(!report::isEmpty(plot));
    setAccessibleName(plot.title);
    setAccessibleDescription(plot.note);
    update();
}

void PlotView::paintEvent(QPaintEvent *)
{
    if (report::isEmpty(m_plot))
        return;
    const common::Colors &colors = common::colors();
    QPainter painter(this);
    report::drawPlot(painter, rect().adjusted(0, 4, -4, -4), logicalDpiY() / 72.0, m_plot,
                     {colors.text, colors.secondary, colors.line, colors.focus, colors.caution, font()});
}

} // namespace likeness::pages
