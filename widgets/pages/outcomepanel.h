// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/outcomemodel.h"

#include <QWidget>

class QAction;
class QLabel;
class QTableView;

namespace likeness::pages
{

/// What became of each file, under one sentence that sums it up. Put away when it was read.
class OutcomePanel : public QWidget
{
    Q_OBJECT
public:
    explicit OutcomePanel(models::OutcomeModel *model, QWidget *parent = nullptr);

    void setSummary(const QString &sentence);
    QString summary() const;

private:
    QLabel *m_summary = nullptr;
    QTableView *m_table = nullptr;
};

} // namespace likeness::pages
