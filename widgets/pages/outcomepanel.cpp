// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/outcomepanel.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/pages/parts.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace likeness::pages
{

OutcomePanel::OutcomePanel(models::OutcomeModel *model, QWidget *parent) : QWidget(parent)
{
    m_summary = plain({}, this);
    auto *close = new QToolButton(this);
    close->setIcon(common::icon(QStringLiteral("x")));
    close->setToolTip(tr("Put the list away"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    m_table = quietTable(model, tr("What became of each file"), this);
    m_table->horizontalHeader()->setSectionResizeMode(models::OutcomeModel::FileColumn,
                                                      QHeaderView::Interactive);
    m_table->horizontalHeader()->resizeSection(models::OutcomeModel::FileColumn, 176);

    auto *top = new QHBoxLayout;
    top->addWidget(m_summary, 1);
    top->addWidget(close, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, common::gridPx, 0, 0);
    layout->setSpacing(common::gridPx / 2);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
}

void OutcomePanel::setSummary(const QString &sentence)
{
    m_summary->setText(sentence);
}

QString OutcomePanel::summary() const
{
    return m_summary->text();
}

} // namespace likeness::pages
