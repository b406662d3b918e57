// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace likeness::viewer
{

/// Which of two pictures is seen while they blink: by itself at a pace, by hand, or the other one for as
/// long as a key is held. It never changes more than three times a second, however it is asked, because
/// faster flashes can harm people with photosensitive epilepsy.
class Blinker : public QObject
{
    Q_OBJECT
public:
    static constexpr int leastMs = 334;

    explicit Blinker(QObject *parent = nullptr);

    bool showsSecond() const { return m_shown; }
    void setPace(int ms); ///< between changes; 0: by hand. Not below leastMs
    int pace() const { return m_pace; }
    void setRunning(bool running);
    bool isRunning() const { return m_running; }

    void toggle();
    void hold(bool held); ///< the other one while held
    /// How long a change has to wait when the last one was `sinceMs` ago.
    static int waitMs(qint64 sinceMs) { return sinceMs >= leastMs ? 0 : int(leastMs - sinceMs); }

signals:
    void shownChanged();

private:
    void follow();

    QTimer m_ticks;
    QTimer m_late; ///< a change that came too early
    QElapsedTimer m_last;
    int m_pace = 1000;
    bool m_running = false;
    bool m_base = false; ///< what is wanted, were nothing held
    bool m_held = false;
    bool m_shown = false;
};

} // namespace likeness::viewer
