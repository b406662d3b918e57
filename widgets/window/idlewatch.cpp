// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/idlewatch.h"

#include <QCoreApplication>
#include <QEvent>

namespace likeness::window
{

IdleWatch::IdleWatch(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::idled);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::start(std::chrono::milliseconds allowed)
{
    if (allowed.count() > 0)
        m_timer.start(allowed);
    else
        m_timer.stop();
}

bool IdleWatch::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletMove:
        if (m_timer.isActive())
            m_timer.start();
        break;
    default:
        break;
    }
    return false;
}

} // namespace likeness::window
