// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobpanel.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace likeness::jobs
{

namespace
{

constexpr int barSteps = 1000;
constexpr qint64 guessAfterMs = 2000; // before that, what is left is a wild guess

QString minutes(qint64 ms)
{
    const qint64 seconds = (ms + 500) / 1000;
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

/// One job's row; lives as long as the job runs.
class JobRow : public QWidget
{
public:
    JobRow(Job *job, QWidget *parent) : QWidget(parent), m_job(job)
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(2 * common::gridPx, common::gridPx / 2, common::gridPx, common::gridPx / 2);
        row->setSpacing(2 * common::gridPx);
        auto *title = new QLabel(job->title(), this);
        title->setMinimumWidth(160);
        m_bar = new QProgressBar(this);
        m_bar->setTextVisible(false);
        m_bar->setFixedSize(200, 6);
        m_text = new QLabel(this);
        m_text->setFont(common::figureFont());
        common::makeSecondary(m_text);
        m_cancel = new QToolButton(this);
        m_cancel->setIcon(common::icon(QStringLiteral("x")));
        m_cancel->setToolTip(JobPanel::tr("Cancel"));
        m_cancel->setAccessibleName(JobPanel::tr("Cancel: %1").arg(job->title()));
        row->addWidget(title);
        row->addWidget(m_bar);
        row->addWidget(m_text, 1);
        row->addWidget(m_cancel);
        connect(m_cancel, &QToolButton::clicked, job, &Job::cancel);
        connect(m_cancel, &QToolButton::clicked, this, [this] { m_cancel->setEnabled(false); });
        connect(job, &Job::changed, this, [this] { refresh(); });
        setAccessibleName(job->title());
        refresh();
    }

    QToolButton *cancelButton() const { return m_cancel; }

private:
    void refresh()
    {
        // Bytes and tiles are large numbers that say nothing; the bar and the time do.
        const qint64 total = m_job->total();
        m_bar->setRange(0, total > 0 ? barSteps : 0);
        m_bar->setValue(total > 0 ? int(std::min(m_job->done(), total) * barSteps / total) : 0);
        m_text->setText(m_job->state() == Job::State::Queued ? JobPanel::tr("Waiting for its turn")
                        : !m_job->note().isEmpty()
                            ? m_job->note()
                            : JobPanel::progressText(m_job->done(), total, m_job->elapsedMs()));
        m_bar->setAccessibleName(JobPanel::tr("%1: %2").arg(m_job->title(), m_text->text()));
    }

    Job *m_job;
    QProgressBar *m_bar = nullptr;
    QLabel *m_text = nullptr;
    QToolButton *m_cancel = nullptr;
};

} // namespace

JobPanel::JobPanel(JobRunner &runner, QWidget *parent) : QFrame(parent), m_runner(runner)
{
    m_rows = new QVBoxLayout(this);
    m_rows->setContentsMargins(0, common::gridPx / 2, 0, common::gridPx / 2);
    m_rows->setSpacing(0);
    setAccessibleName(tr("Work in progress"));
    setObjectName(QStringLiteral("jobPanel"));
    hide();
    connect(&runner, &JobRunner::started, this, [this](Job *job) {
        // The timer dies with the job, so that short work never shows.
        QTimer::singleShot(quietMs, job, [this, job, panel = QPointer<JobPanel>(this)] {
            if (panel && std::ranges::find(m_runner.jobs(), job) != m_runner.jobs().end())
                addRow(job);
        });
    });
}

int JobPanel::rowCount() const
{
    return m_rows->count();
}

void JobPanel::focusFirst()
{
    if (m_rows->count() > 0)
        static_cast<JobRow *>(m_rows->itemAt(0)->widget())->cancelButton()->setFocus(Qt::ShortcutFocusReason);
}

void JobPanel::addRow(Job *job)
{
    auto *row = new JobRow(job, this);
    m_rows->addWidget(row);
    show();
    connect(&m_runner, &JobRunner::finished, row, [this, row, job](Job *ended) {
        if (ended != job)
            return;
        m_rows->removeWidget(row);
        row->hide();
        row->deleteLater();
        setVisible(m_rows->count() > 0);
    });
}

QString JobPanel::progressText(qint64 done, qint64 total, qint64 elapsedMs)
{
    QStringList parts;
    if (total > 0)
        parts << tr("%1%").arg(std::min(done, total) * 100 / total);
    parts << minutes(elapsedMs);
    if (total > 0 && done > 0 && done < total && elapsedMs >= guessAfterMs)
        parts << tr("about %1 left").arg(minutes(elapsedMs * (total - done) / done));
    return parts.join(QStringLiteral("   "));
}

} // namespace likeness::jobs
