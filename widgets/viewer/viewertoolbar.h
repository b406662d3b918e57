// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/viewer/pictureviewer.h"

#include <QWidget>

class QAction;

namespace likeness::viewer
{

/// Buttons for what a viewer can do, each with its key. The tools asked for, then turn, zoom and smoothing.
/// The single-letter keys work wherever the focus is on the viewer's page, except while text is written.
class ViewerToolBar : public QWidget
{
    Q_OBJECT
public:
    /// `tools` besides Pan; none hides the tool buttons.
    explicit ViewerToolBar(PictureViewer *viewer, const QList<PictureViewer::Tool> &tools,
                           QWidget *parent = nullptr);

    QAction *toolAction(PictureViewer::Tool tool) const; ///< null when it is not offered
    /// Puts a button of its own behind those of the viewer.
    void addButton(QAction *action);

private:
    void addSeparator();

    QList<QAction *> m_toolActions;
};

} // namespace likeness::viewer
