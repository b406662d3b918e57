// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/model/face.h"

#include <QImage>
#include <QWidget>

#include <optional>
#include <vector>

namespace likeness::viewer
{

/// Where a viewer looks, in picture coordinates, so that two viewers of different pictures can move alike.
struct View {
    double zoom = 1;          ///< 1 is one picture pixel per screen pixel, also on scaled displays
    model::RelativePoint center{0.5, 0.5};
    double degrees = 0;       ///< clockwise
    friend bool operator==(const View &, const View &) = default;
};

/// Shows a picture and what is drawn on it; drawing tools change values, never pixels. 100% is one picture
/// pixel per physical screen pixel; above it nearest neighbour, unless smoothing is asked for, which a label
/// then says. Zoom, position and rotation are shown in a status line.
///
/// Mouse: wheel zooms at the pointer, drag pans (or draws, by tool), double click fits.
/// Keys: + - 0 (fit) 1 (100%), arrows pan, [ and ] rotate by a degree (Shift: 90), Esc leaves a tool.
class PictureViewer : public QWidget
{
    Q_OBJECT
public:
    enum class Tool { Pan, Box, Eyes };

    explicit PictureViewer(QWidget *parent = nullptr);

    void setPicture(const base::Picture &picture); ///< null shows the empty text
    void setEmptyText(const QString &text);
    bool hasPicture() const;
    QSize pictureSize() const;

    View view() const;
    void setView(const View &view); ///< emits viewChanged when it differs
    void fit();
    void zoomTo(const model::RelativeRect &region);
    void setSmooth(bool smooth);

    Tool tool() const;
    void setTool(Tool tool);

    struct Box {
        model::RelativeRect rect;
        QString label;     ///< "1", "2" ...
        bool drawn = false;
        bool unsuitable = false; ///< drawn quieter
    };
    void setBoxes(const std::vector<Box> &boxes);
    void setChosenBox(int index); ///< -1 for none
    /// The eye points that may be dragged with the Eyes tool; nothing hides them.
    void setEyes(const std::optional<model::EyePoints> &eyes);

    model::RelativePoint toPicture(const QPointF &widgetPoint) const;
    QPointF toWidget(const model::RelativePoint &picturePoint) const;

signals:
    void viewChanged(const likeness::viewer::View &view);
    void boxPicked(int index);
    void boxDrawn(const likeness::model::RelativeRect &rect);
    void eyesMoved(const likeness::model::EyePoints &eyes);   ///< while dragging
    void eyesReleased(const likeness::model::EyePoints &eyes);
    void toolChanged();
};

} // namespace likeness::viewer
