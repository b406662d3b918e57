// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/viewsynchroniser.h"

#include "widgets/viewer/pictureviewer.h"

#include <QScopedValueRollback>

#include <cmath>

namespace likeness::viewer
{

ViewSynchroniser::ViewSynchroniser(PictureViewer *first, PictureViewer *second, QObject *parent)
    : QObject(parent), m_viewers{first, second}
{
    remember();
    for (int i = 0; i < 2; ++i) {
        PictureViewer *viewer = m_viewers[size_t(i)];
        connect(viewer, &PictureViewer::viewChanged, this, [this, i] { moved(i); });
        connect(viewer, &PictureViewer::viewReset, this, &ViewSynchroniser::remember);
        connect(viewer, &PictureViewer::fitted, this, [this, i] {
            if (!m_linked || m_busy)
                return;
            const QScopedValueRollback busy(m_busy, true);
            m_viewers[size_t(1 - i)]->fit();
        });
    }
}

void ViewSynchroniser::setLinked(bool linked)
{
    if (m_linked == linked)
        return;
    m_linked = linked;
    remember();
    emit linkedChanged(linked);
}

View ViewSynchroniser::follow(const View &view, QSize picture, const View &from, const View &to,
                              QSize movedPicture)
{
    // The moved picture's new middle, where it was on the screen before: that point of the screen becomes
    // the middle of the following picture, too.
    const QPointF movedPixels((to.center.x - from.center.x) * movedPicture.width(),
                              (to.center.y - from.center.y) * movedPicture.height());
    const auto flipped = [](const QPointF &vector, bool mirrored) {
        return mirrored ? QPointF(-vector.x(), vector.y()) : vector;
    };
    const QPointF onScreen =
        QTransform().rotate(from.degrees).map(flipped(movedPixels, from.mirrored)) * from.zoom;
    const QPointF pixels =
        flipped(QTransform().rotate(-view.degrees).map(onScreen), view.mirrored) / view.zoom;
    View result = view;
    result.center = {view.center.x + pixels.x() / picture.width(),
                     view.center.y + pixels.y() / picture.height()};
    result.zoom = view.zoom * to.zoom / from.zoom;
    result.degrees = std::remainder(view.degrees + to.degrees - from.degrees, 360.0);
    return result;
}

void ViewSynchroniser::moved(int which)
{
    PictureViewer *mover = m_viewers[size_t(which)];
    PictureViewer *follower = m_viewers[size_t(1 - which)];
    // Mirroring is of one picture, and turns it the other way round: nothing to follow.
    const bool wasMirrored = mover->view().mirrored != m_last[size_t(which)].mirrored;
    if (m_linked && !m_busy && !wasMirrored && mover->hasPicture() && follower->hasPicture() &&
        mover->view() != m_last[size_t(which)]) {
        const QScopedValueRollback busy(m_busy, true);
        follower->setView(follow(follower->view(), follower->pictureSize(), m_last[size_t(which)],
                                 mover->view(), mover->pictureSize()));
    }
    if (!m_busy)
        remember();
}

void ViewSynchroniser::remember()
{
    m_last = {m_viewers[0]->view(), m_viewers[1]->view()};
}

} // namespace likeness::viewer
