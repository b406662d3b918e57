// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace likeness::window
{

/// Notices that nobody touched keys or mouse for a while, in any window of the program.
class IdleWatch : public QObject
{
    Q_OBJECT
public:
    explicit IdleWatch(QObject *parent = nullptr);

    void start(std::chrono::milliseconds allowed); ///< 0 stops
    void stop() { m_timer.stop(); }
    bool isWatching() const { return m_timer.isActive(); }
    std::chrono::milliseconds allowed() const { return m_timer.intervalAsDuration(); }

signals:
    void idled(); ///< once; start again to hear the next

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTimer m_timer;
};

} // namespace likeness::window
