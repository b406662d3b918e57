// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/viewer/viewtransform.h"

#include <QObject>

#include <array>

namespace likeness::viewer
{

class PictureViewer;

/// Moves two viewers in lock-step: what one is zoomed, moved and turned on the screen, the other is too, so
/// that the offset a person set between two faces stays. Fitting one fits both.
class ViewSynchroniser : public QObject
{
    Q_OBJECT
public:
    ViewSynchroniser(PictureViewer *first, PictureViewer *second, QObject *parent = nullptr);

    bool isLinked() const { return m_linked; }
    void setLinked(bool linked); ///< linked at first; linking keeps the offset of the moment

    /// Where a viewer comes to look when another one went `from` - `to`: the same movement on the screen.
    static View follow(const View &view, QSize picture, const View &from, const View &to, QSize movedPicture);

signals:
    void linkedChanged(bool linked);

private:
    void moved(int which);
    void remember();

    std::array<PictureViewer *, 2> m_viewers;
    std::array<View, 2> m_last;
    bool m_linked = true;
    bool m_busy = false;
};

} // namespace likeness::viewer
