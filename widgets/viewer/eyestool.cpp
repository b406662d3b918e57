// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/eyestool.h"

#include <QLineF>

#include <algorithm>

namespace likeness::viewer
{

void EyesTool::setEyes(const std::optional<model::EyePoints> &eyes)
{
    m_eyes = eyes;
    if (!eyes) {
        m_focused = Handle::None;
        m_dragging = false;
    }
}

EyesTool::Handle EyesTool::handleAt(const QPointF &point, const ViewTransform &transform) const
{
    if (!m_eyes)
        return Handle::None;
    const double left = QLineF(transform.map(m_eyes->left), point).length();
    const double right = QLineF(transform.map(m_eyes->right), point).length();
    if (std::min(left, right) > gripPx)
        return Handle::None;
    return left <= right ? Handle::Left : Handle::Right;
}

model::RelativePoint EyesTool::focusedPoint() const
{
    return m_focused == Handle::Left ? m_eyes->left : m_eyes->right;
}

bool EyesTool::begin(const QPointF &point, const ViewTransform &transform)
{
    const Handle handle = handleAt(point, transform);
    if (handle == Handle::None)
        return false;
    m_focused = handle;
    m_dragging = true;
    m_grabOffset = transform.map(focusedPoint()) - point;
    return true;
}

void EyesTool::drag(const QPointF &point, const ViewTransform &transform)
{
    if (m_dragging)
        moveFocused(transform.unmap(point + m_grabOffset));
}

bool EyesTool::nudge(double dxPixels, double dyPixels, const ViewTransform &transform)
{
    if (m_focused == Handle::None)
        return false;
    const QPointF pixels = transform.pictureDirection(QPointF(dxPixels, dyPixels));
    const model::RelativePoint from = focusedPoint();
    moveFocused({from.x + pixels.x() / transform.picture().width(),
                 from.y + pixels.y() / transform.picture().height()});
    return true;
}

void EyesTool::moveFocused(const model::RelativePoint &to)
{
    model::RelativePoint &point = m_focused == Handle::Left ? m_eyes->left : m_eyes->right;
    point = {std::clamp(to.x, 0.0, 1.0), std::clamp(to.y, 0.0, 1.0)};
}

} // namespace likeness::viewer
