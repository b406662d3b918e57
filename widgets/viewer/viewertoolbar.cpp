// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/viewertoolbar.h"

#include "widgets/common/icons.h"
#include "widgets/common/shortcutsheet.h"
#include "widgets/common/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace likeness::viewer
{

namespace
{

struct ToolLook {
    PictureViewer::Tool tool;
    QString icon;
    QString text;
    QKeySequence key;
};

} // namespace

ViewerToolBar::ViewerToolBar(PictureViewer *viewer, const QList<PictureViewer::Tool> &tools, QWidget *parent)
    : QWidget(parent)
{
    using Tool = PictureViewer::Tool;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(common::gridPx / 2);
    row->addStretch(1);

    const auto make = [this](const QString &icon, const QString &text, const QKeySequence &key) {
        auto *action = new QAction(common::icon(icon), text, this);
        action->setShortcut(key);
        common::showKeyInToolTip(action);
        addAction(action);
        addButton(action);
        return action;
    };

    const QList<ToolLook> looks{
        {Tool::Pan, QStringLiteral("hand"), tr("Move the picture"), QKeySequence(Qt::Key_P)},
        {Tool::Box, QStringLiteral("square-dashed"), tr("Draw a box around a face"), QKeySequence(Qt::Key_B)},
        {Tool::Eyes, QStringLiteral("eye"), tr("Place the eyes"), QKeySequence(Qt::Key_E)},
    };
    if (!tools.isEmpty()) {
        auto *group = new QActionGroup(this);
        for (const ToolLook &look : looks) {
            if (look.tool != Tool::Pan && !tools.contains(look.tool))
                continue;
            QAction *action = make(look.icon, look.text, look.key);
            action->setCheckable(true);
            action->setData(int(look.tool));
            group->addAction(action);
            m_toolActions << action;
            connect(action, &QAction::triggered, viewer, [viewer, tool = look.tool] {
                viewer->setTool(tool);
                viewer->setFocus(Qt::OtherFocusReason);
            });
        }
        const auto showTool = [this, viewer] {
            if (QAction *action = toolAction(viewer->tool()))
                action->setChecked(true);
        };
        connect(viewer, &PictureViewer::toolChanged, this, showTool);
        showTool();
        addSeparator();
    }

    connect(make(QStringLiteral("rotate-ccw"), tr("Turn left"), QKeySequence(Qt::Key_BraceLeft)),
            &QAction::triggered, viewer, [viewer] { viewer->rotateBy(-90); });
    connect(make(QStringLiteral("rotate-cw"), tr("Turn right"), QKeySequence(Qt::Key_BraceRight)),
            &QAction::triggered, viewer, [viewer] { viewer->rotateBy(90); });
    addSeparator();
    connect(make(QStringLiteral("zoom-out"), tr("Zoom out"), QKeySequence(Qt::Key_Minus)),
            &QAction::triggered, viewer, [viewer] { viewer->zoomStep(false); });
    connect(make(QStringLiteral("zoom-in"), tr("Zoom in"), QKeySequence(Qt::Key_Plus)), &QAction::triggered,
            viewer, [viewer] { viewer->zoomStep(true); });
    connect(make(QStringLiteral("maximize"), tr("Fit the whole picture"), QKeySequence(Qt::Key_0)),
            &QAction::triggered, viewer, [viewer] { viewer->fit(); });
    connect(make(QStringLiteral("square"), tr("100%: one picture pixel per screen pixel"),
                 QKeySequence(Qt::Key_1)),
            &QAction::triggered, viewer, [viewer] { viewer->setZoom(1); });
    QAction *smooth = make(QStringLiteral("spline"), tr("Smooth what is larger than 100%, for viewing only"),
                           QKeySequence(Qt::Key_M));
    smooth->setCheckable(true);
    connect(smooth, &QAction::toggled, viewer, &PictureViewer::setSmooth);
    connect(viewer, &PictureViewer::smoothChanged, smooth, &QAction::setChecked);
}

QAction *ViewerToolBar::toolAction(PictureViewer::Tool tool) const
{
    for (QAction *action : m_toolActions) {
        if (action->data().toInt() == int(tool))
            return action;
    }
    return nullptr;
}

void ViewerToolBar::addButton(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::TabFocus);
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->count() - 1, button); // before the stretch
}

void ViewerToolBar::addSeparator()
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertSpacing(row->count() - 1, 2 * common::gridPx);
}

} // namespace likeness::viewer
