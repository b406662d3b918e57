// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/boxtool.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace likeness::viewer
{

namespace
{

model::RelativePoint inside(const model::RelativePoint &point)
{
    return {std::clamp(point.x, 0.0, 1.0), std::clamp(point.y, 0.0, 1.0)};
}

model::RelativeRect between(const model::RelativePoint &a, const model::RelativePoint &b)
{
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
}

bool isLargeEnough(const model::RelativeRect &box, QSize picture)
{
    return box.width * picture.width() >= BoxTool::leastSide &&
           box.height * picture.height() >= BoxTool::leastSide;
}

bool isLeft(BoxTool::Grip grip)
{
    return grip == BoxTool::Grip::TopLeft || grip == BoxTool::Grip::Left || grip == BoxTool::Grip::BottomLeft;
}

bool isRight(BoxTool::Grip grip)
{
    return grip == BoxTool::Grip::TopRight || grip == BoxTool::Grip::Right ||
           grip == BoxTool::Grip::BottomRight;
}

bool isTop(BoxTool::Grip grip)
{
    return grip == BoxTool::Grip::TopLeft || grip == BoxTool::Grip::Top || grip == BoxTool::Grip::TopRight;
}

bool isBottom(BoxTool::Grip grip)
{
    return grip == BoxTool::Grip::BottomLeft || grip == BoxTool::Grip::Bottom ||
           grip == BoxTool::Grip::BottomRight;
}

} // namespace

model::RelativePoint BoxTool::gripPoint(const model::RelativeRect &box, Grip grip)
{
    const model::RelativePoint middle = box.center();
    return {isLeft(grip)    ? box.x
            : isRight(grip) ? box.right()
                            : middle.x,
            isTop(grip)      ? box.y
            : isBottom(grip) ? box.bottom()
                             : middle.y};
}

BoxTool::Grip BoxTool::gripAt(const model::RelativeRect &box, const QPointF &point,
                              const ViewTransform &transform)
{
    Grip nearest = Grip::None;
    double least = gripPx;
    for (int i = int(Grip::TopLeft); i <= int(Grip::Left); ++i) {
        const double distance = QLineF(transform.map(gripPoint(box, Grip(i))), point).length();
        if (distance < least) {
            least = distance;
            nearest = Grip(i);
        }
    }
    return nearest;
}

void BoxTool::begin(const QPointF &point, const ViewTransform &transform)
{
    cancel();
    m_anchor = inside(transform.unmap(point));
    m_box = between(m_anchor, m_anchor);
}

void BoxTool::beginResize(const model::RelativeRect &box, Grip grip)
{
    cancel();
    m_box = box;
    m_grip = grip;
    m_largeEnough = true;
}

void BoxTool::drag(const QPointF &point, const ViewTransform &transform)
{
    if (!m_box)
        return;
    const model::RelativePoint at = inside(transform.unmap(point));
    if (m_grip == Grip::None) {
        m_box = between(m_anchor, at);
        m_largeEnough = isLargeEnough(*m_box, transform.picture());
        return;
    }
    double left = m_box->x, right = m_box->right(), top = m_box->y, bottom = m_box->bottom();
    const double leastWidth = double(leastSide) / transform.picture().width();
    const double leastHeight = double(leastSide) / transform.picture().height();
    if (isLeft(m_grip))
        left = std::min(at.x, right - leastWidth);
    if (isRight(m_grip))
        right = std::max(at.x, left + leastWidth);
    if (isTop(m_grip))
        top = std::min(at.y, bottom - leastHeight);
    if (isBottom(m_grip))
        bottom = std::max(at.y, top + leastHeight);
    m_box = model::RelativeRect{left, top, right - left, bottom - top};
}

std::optional<model::RelativeRect> BoxTool::finish()
{
    const std::optional<model::RelativeRect> result = m_largeEnough ? m_box : std::nullopt;
    cancel();
    return result;
}

void BoxTool::beginWithKeys(const ViewTransform &transform)
{
    cancel();
    const View &view = transform.view();
    const model::RelativePoint middle = inside(view.center);
    const QPointF side = transform.pictureVector({160, 0});
    const double pixels = std::hypot(side.x(), side.y());
    const double width = std::min(pixels / transform.picture().width(), 1.0);
    const double height = std::min(pixels / transform.picture().height(), 1.0);
    m_box = model::RelativeRect{std::clamp(middle.x - width / 2, 0.0, 1 - width),
                                std::clamp(middle.y - height / 2, 0.0, 1 - height), width, height};
    m_byKeys = true;
    m_largeEnough = isLargeEnough(*m_box, transform.picture());
}

void BoxTool::nudge(double dxPixels, double dyPixels, const ViewTransform &transform)
{
    if (!m_box)
        return;
    m_box->x = std::clamp(m_box->x + dxPixels / transform.picture().width(), 0.0, 1 - m_box->width);
    m_box->y = std::clamp(m_box->y + dyPixels / transform.picture().height(), 0.0, 1 - m_box->height);
}

void BoxTool::grow(double dwPixels, double dhPixels, const ViewTransform &transform)
{
    if (!m_box)
        return;
    const QSize picture = transform.picture();
    const double leastWidth = std::min(double(leastSide) / picture.width(), 1 - m_box->x);
    const double leastHeight = std::min(double(leastSide) / picture.height(), 1 - m_box->y);
    m_box->width = std::clamp(m_box->width + dwPixels / picture.width(), leastWidth, 1 - m_box->x);
    m_box->height = std::clamp(m_box->height + dhPixels / picture.height(), leastHeight, 1 - m_box->y);
    m_largeEnough = isLargeEnough(*m_box, picture);
}

void BoxTool::cancel()
{
    m_box.reset();
    m_grip = Grip::None;
    m_byKeys = false;
    m_largeEnough = false;
}

} // namespace likeness::viewer
