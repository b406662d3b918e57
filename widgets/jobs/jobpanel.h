// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobs/jobrunner.h"

#include <QFrame>

class QVBoxLayout;

namespace likeness::jobs
{

/// A row for each job that takes longer than a blink: what, how far, how long, cancel. Hidden when there is
/// none; a job that ends takes its row with it. Failures are said elsewhere, by whoever asked for the work.
class JobPanel : public QFrame
{
    Q_OBJECT
public:
    static constexpr int quietMs = 100; ///< shorter work is never shown

    explicit JobPanel(JobRunner &runner, QWidget *parent = nullptr);

    int rowCount() const;
    void focusFirst(); ///< the first cancel button, for the key that leads here

    /// "30%   0:08   about 0:19 left": how far and how long, in words.
    static QString progressText(qint64 done, qint64 total, qint64 elapsedMs);

private:
    void addRow(Job *job);

    JobRunner &m_runner;
    QVBoxLayout *m_rows = nullptr;
};

} // namespace likeness::jobs
