// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/video.h"

#include <QWidget>

#include <functional>
#include <memory>

class QAction;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace likeness::pages
{

/// The way through a recording: steps, playing, a frame by its number or its time, and what is shown now. It
/// asks; who has the player goes.
class FrameBar : public QWidget
{
    Q_OBJECT
public:
    /// The keys work wherever the keyboard is on `page`.
    explicit FrameBar(QWidget *page);

    void setIndex(std::shared_ptr<const model::VideoIndex> index); ///< null: nothing can be asked for
    /// The frame that is wanted, and the one that is shown: -1 when none is yet.
    void setFrame(qint64 wanted, qint64 shown);
    void setPlaying(bool playing);
    /// Empty: it may be played.
    void setWhyNotPlaying(const QString &reason);
    QString readout() const;
    /// The frame that a step leads to: by frames, or to the one shown a second earlier or later.
    qint64 stepped(int frames) const;
    qint64 steppedBySecond(int direction) const;
    void addButton(QAction *action, const QString &icon);

protected:
    void resizeEvent(QResizeEvent *event) override;

signals:
    void frameWanted(qint64 frame);
    void playPauseWanted();

private:
    QAction *makeStep(const QString &icon, const QString &text, const QKeySequence &key,
                      const std::function<qint64()> &target);
    void goToTime();

    QWidget *m_page;
    std::shared_ptr<const model::VideoIndex> m_index;
    qint64 m_wanted = -1;
    QList<QAction *> m_actions;
    QAction *m_playAction = nullptr;
    QHBoxLayout *m_row = nullptr;
    QHBoxLayout *m_below = nullptr;
    QSpinBox *m_number = nullptr;
    QLineEdit *m_time = nullptr;
    QLabel *m_readout = nullptr;
    QList<QLabel *> m_captions; ///< of the fields; not shown where the row has no room for them
    QString m_whyNotPlaying;
    bool m_isPlaying = false;
};

} // namespace likeness::pages
