// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/comparisonview.h"

#include "widgets/common/icons.h"
#include "widgets/common/shortcutsheet.h"
#include "widgets/common/theme.h"
#include "widgets/viewer/wipedivider.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QRegion>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <functional>

namespace likeness::viewer
{

namespace
{

constexpr int gapPx = 4; // between the two pictures side by side

QToolButton *buttonFor(QAction *action, Qt::ToolButtonStyle style, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(style);
    button->setFocusPolicy(Qt::TabFocus);
    if (style == Qt::ToolButtonTextBesideIcon)
        button->setIconSize({22, 16}); // with room to the text
    return button;
}

} // namespace

ComparisonView::ComparisonView(QWidget *parent) : QWidget(parent)
{
    m_area = new QWidget(this);
    m_area->setMinimumSize(320, 160);
    m_area->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_left = new PictureViewer(m_area);
    m_right = new PictureViewer(m_area);
    m_divider = new WipeDivider(m_area);
    m_divider->hide();
    m_synchroniser = new ViewSynchroniser(m_left, m_right, this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(common::gridPx / 2);
    layout->addWidget(makeBar());
    layout->addWidget(m_area, 1);
    setTabOrder(m_left, m_divider);
    setTabOrder(m_divider, m_right);

    for (QWidget *watched : {m_area, static_cast<QWidget *>(m_left), static_cast<QWidget *>(m_right)})
        watched->installEventFilter(this);
    connect(m_divider, &WipeDivider::movedBy, this, [this](int pixels) {
        setDividerPosition(m_divide + double(pixels) / std::max(1, m_area->width()));
    });
    connect(m_divider, &WipeDivider::movedToEnd, this,
            [this](bool right) { setDividerPosition(right ? 1 : 0); });
}

QAction *ComparisonView::makeAction(const QString &icon, const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(common::icon(icon), text, this);
    action->setShortcut(key);
    common::showKeyInToolTip(action);
    addAction(action);
    return action;
}

QWidget *ComparisonView::makeBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    row->setSpacing(common::gridPx / 2);

    m_splitAction = makeAction(QStringLiteral("columns-2"), tr("Split"), QKeySequence(Qt::Key_S));
    m_splitAction->setCheckable(true);
    m_splitAction->setToolTip(tr("One picture over the other, with a divider; otherwise side by side (S)"));
    connect(m_splitAction, &QAction::toggled, this,
            [this](bool split) { setMode(split ? Mode::Split : Mode::SideBySide); });

    m_linkAction = makeAction(QStringLiteral("link-2"), tr("Linked"), QKeySequence(Qt::Key_L));
    m_linkAction->setCheckable(true);
    m_linkAction->setChecked(true);
    m_linkAction->setToolTip(tr("Zoom, move and turn both pictures together (L)"));
    connect(m_linkAction, &QAction::toggled, this, [this](bool linked) { setLinked(linked); });
    connect(m_synchroniser, &ViewSynchroniser::linkedChanged, m_linkAction, &QAction::setChecked);

    m_smoothAction = makeAction(QStringLiteral("spline"), tr("Smoothed"), QKeySequence(Qt::Key_M));
    m_smoothAction->setCheckable(true);
    m_smoothAction->setToolTip(tr("Smooth what is larger than 100%, for viewing only (M)"));
    connect(m_smoothAction, &QAction::toggled, this, [this](bool smooth) { setSmooth(smooth); });

    struct Step {
        QString icon;
        QString text;
        QKeySequence key;
        std::function<void(PictureViewer *)> act;
    };
    const QList<Step> steps{
        {QStringLiteral("zoom-out"), tr("Zoom out"), QKeySequence(Qt::Key_Minus),
         [](PictureViewer *viewer) { viewer->zoomStep(false); }},
        {QStringLiteral("zoom-in"), tr("Zoom in"), QKeySequence(Qt::Key_Plus),
         [](PictureViewer *viewer) { viewer->zoomStep(true); }},
        {QStringLiteral("maximize"), tr("Fit the whole picture"), QKeySequence(Qt::Key_0),
         [](PictureViewer *viewer) { viewer->fit(); }},
        {QStringLiteral("square"), tr("100%: one picture pixel per screen pixel"), QKeySequence(Qt::Key_1),
         [](PictureViewer *viewer) { viewer->setZoom(1); }},
        {QStringLiteral("rotate-ccw"), tr("Turn left by one degree"), QKeySequence(Qt::Key_BracketLeft),
         [](PictureViewer *viewer) { viewer->rotateBy(-1); }},
        {QStringLiteral("rotate-cw"), tr("Turn right by one degree"), QKeySequence(Qt::Key_BracketRight),
         [](PictureViewer *viewer) { viewer->rotateBy(1); }},
    };
    for (QAction *action : {m_splitAction, m_linkAction, m_smoothAction})
        row->addWidget(buttonFor(action, Qt::ToolButtonTextBesideIcon, bar));
    row->addStretch(1);
    for (const Step &step : steps) {
        QAction *action = makeAction(step.icon, step.text, step.key);
        connect(action, &QAction::triggered, this, [this, act = step.act] { act(active()); });
        row->addWidget(buttonFor(action, Qt::ToolButtonIconOnly, bar));
    }
    return bar;
}

PictureViewer *ComparisonView::active() const
{
    return m_rightIsActive ? m_right : m_left;
}

void ComparisonView::setMode(Mode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    m_splitAction->setChecked(mode == Mode::Split);
    m_divider->setVisible(mode == Mode::Split);
    m_right->setStatusAlignment(mode == Mode::Split ? Qt::AlignRight : Qt::AlignLeft);
    arrange();
    emit modeChanged();
}

void ComparisonView::setSmooth(bool smooth)
{
    m_left->setSmooth(smooth);
    m_right->setSmooth(smooth);
    m_smoothAction->setChecked(smooth);
}

void ComparisonView::fitBoth()
{
    m_left->fit();
    m_right->fit();
}

void ComparisonView::zoomTo(const model::RelativeRect &leftRegion, const model::RelativeRect &rightRegion)
{
    m_left->zoomTo(leftRegion);
    m_right->zoomTo(rightRegion);
}

void ComparisonView::setDividerPosition(double position)
{
    m_divide = std::clamp(position, 0.0, 1.0);
    arrange();
}

void ComparisonView::arrange()
{
    const QRect area = m_area->rect();
    if (m_mode == Mode::SideBySide) {
        const int half = (area.width() - gapPx) / 2;
        m_left->clearMask();
        m_left->setGeometry(0, 0, half, area.height());
        m_right->setGeometry(area.width() - half, 0, half, area.height());
        return;
    }
    // Both fill the area, so that their views mean the same; the left one, in front, shows only its part.
    const int at = int(std::lround(m_divide * area.width()));
    m_left->setGeometry(area);
    m_right->setGeometry(area);
    m_left->setMask(QRegion(0, 0, std::max(at, 1), area.height()));
    m_left->raise();
    m_divider->setGeometry(std::clamp(at - WipeDivider::widthPx / 2, 0, area.width() - WipeDivider::widthPx),
                           0, WipeDivider::widthPx, area.height());
    m_divider->raise();
}

bool ComparisonView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_area && event->type() == QEvent::Resize)
        arrange();
    if (event->type() == QEvent::FocusIn && (watched == m_left || watched == m_right))
        m_rightIsActive = watched == m_right;
    return QWidget::eventFilter(watched, event);
}

} // namespace likeness::viewer
