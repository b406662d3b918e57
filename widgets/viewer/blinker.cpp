// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/blinker.h"

#include <algorithm>

namespace likeness::viewer
{

Blinker::Blinker(QObject *parent) : QObject(parent)
{
    m_late.setSingleShot(true);
    m_late.setTimerType(Qt::PreciseTimer);
    connect(&m_late, &QTimer::timeout, this, &Blinker::follow);
    connect(&m_ticks, &QTimer::timeout, this, &Blinker::toggle);
}

void Blinker::setPace(int ms)
{
    m_pace = ms <= 0 ? 0 : std::max(ms, leastMs);
    setRunning(m_running);
}

void Blinker::setRunning(bool running)
{
    m_running = running;
    if (running && m_pace > 0)
        m_ticks.start(m_pace);
    else
        m_ticks.stop();
    if (!running)
        m_late.stop();
}

void Blinker::toggle()
{
    m_base = !m_base;
    follow();
}

void Blinker::hold(bool held)
{
    m_held = held;
    follow();
}

void Blinker::follow()
{
    const bool wanted = m_base != m_held;
    if (wanted == m_shown)
        return;
    const int wait = m_last.isValid() ? waitMs(m_last.elapsed()) : 0;
    if (wait > 0) {
        m_late.start(wait);
        return;
    }
    m_last.start();
    m_shown = wanted;
    emit shownChanged();
}

} // namespace likeness::viewer
