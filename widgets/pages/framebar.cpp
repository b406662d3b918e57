// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/framebar.h"

#include "widgets/common/icons.h"
#include "widgets/common/shortcutsheet.h"
#include "widgets/common/theme.h"
#include "widgets/pages/parts.h"
#include "widgets/pages/recordingstate.h"
#include "widgets/viewer/frametime.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace likeness::pages
{

using common::gridPx;

FrameBar::FrameBar(QWidget *page) : QWidget(page), m_page(page)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridPx / 2);
    m_row = new QHBoxLayout;
    m_row->setSpacing(gridPx / 2);
    layout->addLayout(m_row);

    makeStep(QStringLiteral("skip-back"), tr("First frame"), QKeySequence(Qt::Key_Home), [] { return 0; });
    makeStep({}, tr("A second back"), QKeySequence(Qt::SHIFT | Qt::Key_Left), [this] { return steppedBySecond(-1); });
    makeStep(QStringLiteral("step-back"), tr("One frame back"), QKeySequence(Qt::Key_Left),
             [this] { return stepped(-1); });
    m_playAction = pageAction(page, tr("Play"), QKeySequence(Qt::Key_Space), [this] { emit playPauseWanted(); });
    m_playAction->setObjectName(QStringLiteral("play"));
    addButton(m_playAction, QStringLiteral("play"));
    makeStep(QStringLiteral("step-forward"), tr("One frame forward"), QKeySequence(Qt::Key_Right),
             [this] { return stepped(1); });
    makeStep({}, tr("A second forward"), QKeySequence(Qt::SHIFT | Qt::Key_Right),
             [this] { return steppedBySecond(1); });
    makeStep(QStringLiteral("skip-forward"), tr("Last frame"), QKeySequence(Qt::Key_End),
             [this] { return m_index ? qint64(m_index->frames.size()) - 1 : 0; });

    m_row->addSpacing(gridPx);
    auto *numberLabel = new QLabel(tr("Frame"), this);
    m_number = new QSpinBox(this);
    m_number->setObjectName(QStringLiteral("frameNumber"));
    m_number->setAccessibleName(tr("Frame number"));
    m_number->setKeyboardTracking(false); // a number that is being typed is no frame yet
    m_number->setToolTip(tr("G: go to a frame by its number. The first frame is number 0, here and in every record."));
    numberLabel->setBuddy(m_number);
    auto *timeLabel = new QLabel(tr("Time"), this);
    m_time = new QLineEdit(this);
    m_time->setObjectName(QStringLiteral("frameTime"));
    m_time->setAccessibleName(tr("Time of the frame"));
    m_time->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("00:00.000")) + 3 * gridPx);
    m_time->setMaximumWidth(fontMetrics().horizontalAdvance(QStringLiteral("00:00:00.000")) + 3 * gridPx);
    m_time->setToolTip(tr("T: go to the frame that is shown at a time, as 1:02:03.456, since the first frame."));
    timeLabel->setBuddy(m_time);
    for (QWidget *part : std::initializer_list<QWidget *>{numberLabel, m_number, timeLabel, m_time})
        m_row->addWidget(part);
    m_row->addStretch(1);
    m_captions = {numberLabel, timeLabel};
    for (QLabel *caption : m_captions)
        caption->setMinimumWidth(1); // they hold no window open

    m_readout = new QLabel(this);
    m_readout->setObjectName(QStringLiteral("frameReadout"));
    m_readout->setFont(common::figureFont());
    m_readout->setTextFormat(Qt::PlainText);
    m_readout->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_readout->setFocusPolicy(Qt::NoFocus);
    m_readout->setWordWrap(true);
    m_below = new QHBoxLayout;
    m_below->setSpacing(gridPx / 2);
    m_below->addWidget(m_readout, 1);
    layout->addLayout(m_below);

    m_actions << pageAction(page, tr("Go to a frame by its number"), QKeySequence(Qt::Key_G), [this] {
        m_number->setFocus(Qt::ShortcutFocusReason);
        m_number->selectAll();
    });
    m_actions << pageAction(page, tr("Go to a time"), QKeySequence(Qt::Key_T), [this] {
        m_time->setFocus(Qt::ShortcutFocusReason);
        m_time->selectAll();
    });
    connect(m_number, &QSpinBox::valueChanged, this, [this](int number) { emit frameWanted(number); });
    connect(m_time, &QLineEdit::returnPressed, this, &FrameBar::goToTime);
    setIndex({});
}

void FrameBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    int needed = 0;
    for (int i = 0; i < m_row->count(); ++i)
        if (const auto *part = m_row->itemAt(i)->widget())
            needed += std::min(part->sizeHint().width(), part->maximumWidth()) + m_row->spacing();
        else
            needed += m_row->itemAt(i)->sizeHint().width();
    for (QLabel *caption : m_captions)
        caption->setVisible(needed <= width());
}

QAction *FrameBar::makeStep(const QString &icon, const QString &text, const QKeySequence &key,
                            const std::function<qint64()> &target)
{
    auto *action = pageAction(m_page, text, key, [this, target] { emit frameWanted(target()); });
    m_actions << action;
    if (!icon.isEmpty())
        addButton(action, icon);
    return action;
}

void FrameBar::addButton(QAction *action, const QString &icon)
{
    action->setIcon(common::icon(icon));
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::TabFocus);
    // The row of the steps is full with the fields behind them.
    (m_readout ? m_below : m_row)->addWidget(button);
}

void FrameBar::setIndex(std::shared_ptr<const model::VideoIndex> index)
{
    m_index = index && !index->frames.empty() ? std::move(index) : nullptr;
    const bool isOpen = m_index != nullptr;
    for (auto *action : m_actions)
        action->setEnabled(isOpen);
    m_number->setEnabled(isOpen);
    m_time->setEnabled(isOpen);
    const QSignalBlocker blocker(m_number);
    const qint64 last = isOpen ? qint64(m_index->frames.size()) - 1 : 0;
    m_number->setRange(0, int(std::min<qint64>(last, std::numeric_limits<int>::max())));
    m_time->clear();
    m_readout->clear();
    m_wanted = isOpen ? 0 : -1;
    setWhyNotPlaying(m_whyNotPlaying);
}

void FrameBar::setFrame(qint64 wanted, qint64 shown)
{
    if (!m_index)
        return;
    m_wanted = wanted;
    if (!m_isPlaying || !m_number->hasFocus()) {
        const QSignalBlocker blocker(m_number);
        m_number->setValue(int(std::max<qint64>(0, wanted)));
    }
    if (!m_time->hasFocus() && wanted >= 0)
        m_time->setText(viewer::frameTimeText(m_index->seconds(wanted)));
    m_readout->setText(frameReadout(*m_index, shown));
}

void FrameBar::setPlaying(bool playing)
{
    m_isPlaying = playing;
    m_playAction->setText(playing ? tr("Pause") : tr("Play"));
    m_playAction->setIcon(common::icon(playing ? QStringLiteral("pause") : QStringLiteral("play")));
    setWhyNotPlaying(m_whyNotPlaying);
}

void FrameBar::setWhyNotPlaying(const QString &reason)
{
    m_whyNotPlaying = reason;
    m_playAction->setEnabled(m_index && (reason.isEmpty() || m_isPlaying));
    common::showKeyInToolTip(m_playAction);
    if (!reason.isEmpty() && !m_isPlaying)
        m_playAction->setToolTip(reason);
}

QString FrameBar::readout() const
{
    return m_readout->text();
}

qint64 FrameBar::stepped(int frames) const
{
    return m_wanted + frames; // who goes there knows the ends
}

qint64 FrameBar::steppedBySecond(int direction) const
{
    if (!m_index)
        return 0;
    // At least one frame, where frames stand for longer.
    const qint64 there = m_index->frameAt(m_index->seconds(m_wanted) + direction);
    return direction > 0 ? std::max(there, m_wanted + 1) : std::min(there, m_wanted - 1);
}

void FrameBar::goToTime()
{
    const auto seconds = viewer::secondsOfFrameTime(m_time->text());
    if (!m_index || !seconds) {
        m_time->selectAll();
        return;
    }
    const qint64 frame = m_index->frameAt(*seconds);
    // What was typed may lie between two frames: the field says when the frame stands.
    m_time->setText(viewer::frameTimeText(m_index->seconds(frame)));
    m_time->selectAll();
    emit frameWanted(frame);
}

} // namespace likeness::pages
