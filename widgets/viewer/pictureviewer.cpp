// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/pictureviewer.h"

#include "widgets/common/theme.h"
#include "widgets/viewer/markoverlay.h"
#include "widgets/viewer/overlay.h"

#include <QAccessible>
#include <QAccessibleEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QtConcurrent>

#include <algorithm>
#include <cmath>

namespace likeness::viewer
{

namespace
{

constexpr qint64 refinedAtOncePixels = 3'000'000; // below it, aside is slower than here
constexpr model::RelativeRect wholePicture{0, 0, 1, 1};

} // namespace

PictureViewer::PictureViewer(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    describeForReaders();
    connect(&m_refining, &QFutureWatcher<std::vector<QImage>>::finished, this, [this] {
        if (m_refining.isCanceled())
            return;
        m_pyramid.setReducedLevels(m_refining.result());
        update();
        emit refined();
    });
}

void PictureViewer::setPicture(const base::Picture &picture)
{
    m_refining.setFuture({}); // a picture that is still being reduced is no longer wanted
    m_pyramid = PicturePyramid(picture);
    m_boxTool.cancel();
    m_panFrom.reset();
    m_view.degrees = 0;
    m_view.mirrored = false;
    m_marksTool.cancel();
    m_marksTool.hideCursor();
    setLevels({});
    m_shown = wholePicture;
    if (!picture.isNull())
        reduce(picture);
    refit();
    describeForReaders();
    update();
}

void PictureViewer::reduce(const base::Picture &picture)
{
    if (qint64(picture.width()) * picture.height() <= refinedAtOncePixels)
        m_pyramid.setReducedLevels(PicturePyramid::reducedLevels(picture));
    else
        m_refining.setFuture(
            QtConcurrent::run([picture] { return PicturePyramid::reducedLevels(picture); }));
}

void PictureViewer::exchangePicture(const base::Picture &picture, std::vector<QImage> reduced)
{
    if (picture.isNull() || QSize(picture.width(), picture.height()) != pictureSize())
        return setPicture(picture);
    m_refining.setFuture({});
    m_pyramid = PicturePyramid(picture);
    if (reduced.empty())
        reduce(picture);
    else
        m_pyramid.setReducedLevels(std::move(reduced));
    update();
}

void PictureViewer::setEmptyText(const QString &text)
{
    m_emptyText = text;
    describeForReaders();
    update();
}

void PictureViewer::setTitle(const QString &title)
{
    m_title = title;
    describeForReaders();
    update();
    emit titleChanged();
}

bool PictureViewer::hasPicture() const
{
    return !m_pyramid.isNull();
}

QSize PictureViewer::pictureSize() const
{
    return m_pyramid.full().size();
}

View PictureViewer::view() const
{
    return m_view;
}

void PictureViewer::setView(const View &view)
{
    m_shown.reset();
    View wanted = view;
    wanted.zoom = std::clamp(view.zoom, ViewTransform::leastZoom, ViewTransform::mostZoom);
    if (wanted == m_view)
        return;
    const bool isOtherWayRound = wanted.mirrored != m_view.mirrored;
    m_view = wanted;
    if (isOtherWayRound)
        describeForReaders();
    update();
    emit viewChanged(m_view);
}

void PictureViewer::changeView(const View &view)
{
    if (hasPicture())
        setView(view);
}

void PictureViewer::fit()
{
    if (!hasPicture())
        return;
    m_view.degrees = 0;
    zoomTo(wholePicture);
    emit fitted();
}

void PictureViewer::zoomTo(const model::RelativeRect &region)
{
    m_shown = region;
    refit();
}

void PictureViewer::refit()
{
    if (!hasPicture() || !m_shown || canvasRect().isEmpty())
        return;
    m_view = transform().showing(*m_shown);
    update();
    emit viewReset();
    emit viewChanged(m_view);
}

void PictureViewer::setZoom(double zoom)
{
    if (hasPicture())
        changeView(transform().zoomed(zoom / m_view.zoom, canvasRect().center()));
}

void PictureViewer::zoomStep(bool in)
{
    setZoom(ViewTransform::nextStop(m_view.zoom, in));
}

void PictureViewer::rotateBy(double degrees)
{
    if (hasPicture())
        changeView(transform().turned(degrees));
}

void PictureViewer::setSmooth(bool smooth)
{
    if (m_smooth == smooth)
        return;
    m_smooth = smooth;
    update();
    emit smoothChanged(smooth);
}

void PictureViewer::mirror()
{
    if (hasPicture())
        changeView(transform().mirrored());
}

void PictureViewer::setLevels(const Levels &levels)
{
    if (m_levels == levels.bounded())
        return;
    m_levels = levels.bounded();
    describeForReaders();
    update();
    emit levelsChanged();
}

void PictureViewer::setGridSpacing(int logicalPixels)
{
    m_gridSpacing = logicalPixels;
    update();
}

void PictureViewer::setUnderlay(PictureViewer *below, double opacity)
{
    m_below = below;
    m_opacity = std::clamp(opacity, 0.0, 1.0);
    update();
}

QStringList PictureViewer::notices() const
{
    QStringList words;
    if (hasPicture() && m_view.mirrored)
        words << tr("MIRRORED");
    if (hasPicture() && !m_levels.isNeutral())
        words << tr("LEVELS CHANGED FOR VIEWING");
    return words;
}

PictureViewer::Tool PictureViewer::tool() const
{
    return m_tool;
}

void PictureViewer::setTool(Tool tool)
{
    if (m_tool == tool)
        return;
    m_tool = tool;
    m_boxTool.cancel();
    m_eyesTool.finish();
    m_eyesTool.setFocused(tool == Tool::Eyes ? EyesTool::Handle::Left : EyesTool::Handle::None);
    m_marksTool.cancel();
    m_marksTool.setFocused({});
    m_marksTool.hideCursor();
    updateCursor(m_pointer.value_or(QPointF(-1, -1)));
    update();
    emit toolChanged();
}

void PictureViewer::setBoxes(const std::vector<Box> &boxes)
{
    m_boxes = boxes;
    if (m_chosenBox >= int(m_boxes.size()))
        m_chosenBox = -1;
    describeForReaders();
    update();
}

void PictureViewer::setChosenBox(int index)
{
    m_chosenBox = index >= 0 && index < int(m_boxes.size()) ? index : -1;
    describeForReaders();
    update();
}

void PictureViewer::setEyes(const std::optional<model::EyePoints> &eyes)
{
    m_eyesTool.setEyes(eyes);
    if (m_tool == Tool::Eyes && m_eyesTool.focused() == EyesTool::Handle::None)
        m_eyesTool.setFocused(EyesTool::Handle::Left);
    update();
}

model::RelativePoint PictureViewer::toPicture(const QPointF &widgetPoint) const
{
    return hasPicture() ? transform().unmap(widgetPoint) : model::RelativePoint();
}

QPointF PictureViewer::toWidget(const model::RelativePoint &picturePoint) const
{
    return hasPicture() ? transform().map(picturePoint) : QPointF();
}

ViewTransform PictureViewer::transform() const
{
    return ViewTransform(pictureSize(), canvasRect().size(), devicePixelRatioF(), m_view);
}

QRectF PictureViewer::canvasRect() const
{
    const int status = fontMetrics().height() + common::gridPx;
    return QRectF(0, 0, width(), std::max(0, height() - status));
}

void PictureViewer::setStatusAlignment(Qt::Alignment alignment)
{
    m_statusAlignment = alignment;
    update();
}

std::optional<model::RelativeRect> PictureViewer::resizableBox() const
{
    if (m_tool != Tool::Box || m_chosenBox < 0 || !m_boxes[size_t(m_chosenBox)].drawn)
        return std::nullopt;
    return m_boxes[size_t(m_chosenBox)].rect;
}

int PictureViewer::boxAt(const QPointF &point) const
{
    // The smallest one, so that a box inside another can be picked.
    const model::RelativePoint at = toPicture(point);
    int found = -1;
    double least = 2;
    for (int i = 0; i < int(m_boxes.size()); ++i) {
        const model::RelativeRect &box = m_boxes[size_t(i)].rect;
        const bool isInside = at.x >= box.x && at.x <= box.right() && at.y >= box.y && at.y <= box.bottom();
        if (isInside && box.width * box.height < least) {
            least = box.width * box.height;
            found = i;
        }
    }
    return found;
}

void PictureViewer::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const common::Colors &colors = common::colors();
    painter.fillRect(event->rect(), colors.canvas);
    if (hasPicture()) {
        const QRectF exposed = QRectF(event->rect()).intersected(canvasRect());
        if (!exposed.isEmpty()) {
            const bool isOver = m_below && m_below->hasPicture();
            if (isOver)
                m_below->m_pyramid.paint(painter, m_below->transform().toCanvas(), exposed,
                                         m_below->m_view.zoom, m_below->m_smooth, m_below->m_levels);
            painter.setOpacity(isOver ? m_opacity : 1);
            m_pyramid.paint(painter, transform().toCanvas(), exposed, m_view.zoom, m_smooth, m_levels);
            painter.setOpacity(1);
        }
        painter.save();
        painter.setClipRect(canvasRect());
        if (m_gridSpacing > 0)
            overlay::paintGrid(painter, canvasRect(), m_gridSpacing);
        paintOverlays(painter);
        paintNotices(painter);
        painter.restore();
    } else {
        painter.setPen(colors.secondary);
        painter.drawText(canvasRect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         m_emptyText);
    }
    paintStatus(painter);
    if (hasFocus()) {
        painter.setPen(QPen(colors.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void PictureViewer::paintOverlays(QPainter &painter)
{
    const ViewTransform through = transform();
    const bool resizing = m_boxTool.isActive() && m_boxTool.isResizing();
    for (int i = 0; i < int(m_boxes.size()); ++i) {
        const Box &box = m_boxes[size_t(i)];
        if (i == m_chosenBox)
            continue;
        overlay::paintBox(painter, through, box.rect, box.label, {.unsuitable = box.unsuitable});
    }
    if (m_chosenBox >= 0 && !resizing) {
        const Box &box = m_boxes[size_t(m_chosenBox)];
        overlay::paintBox(painter, through, box.rect, box.label,
                          {.chosen = true, .handles = resizableBox().has_value()});
    }
    if (m_boxTool.isActive())
        overlay::paintBox(painter, through, *m_boxTool.box(), {},
                          {.chosen = true, .handles = resizing || m_boxTool.isByKeys()});
    overlay::paintEyes(painter, through, m_eyesTool, m_tool == Tool::Eyes);
    overlay::paintMarks(painter, through, m_marksTool, canvasRect(), m_tool == Tool::Marks && hasFocus());
    const bool looking = m_tool == Tool::Eyes && m_eyesTool.focused() != EyesTool::Handle::None &&
                         (m_eyesTool.isDragging() || hasFocus());
    if (looking)
        overlay::paintLoupe(painter, through, m_pyramid, m_eyesTool.focusedPoint(), canvasRect(),
                            devicePixelRatioF());
}

void PictureViewer::paintNotices(QPainter &painter)
{
    const bool right = m_statusAlignment == Qt::AlignRight;
    constexpr double margin = common::gridPx;
    const auto stack = [&](const QStringList &words, const QString &whose, bool atRight) {
        QPointF corner(atRight ? canvasRect().right() - margin : margin, margin);
        for (const QString &word : words) {
            const QString text = whose.isEmpty() ? word : tr("%1: %2").arg(whose, word);
            corner.setY(overlay::paintPlate(painter, corner, text, atRight).bottom() + margin / 2);
        }
    };
    stack(notices(), m_below ? m_title : QString(), right);
    if (m_below)
        stack(m_below->notices(), m_below->title(), !right);
}

QString PictureViewer::statusText() const
{
    if (!hasPicture())
        return m_title;
    const model::RelativePoint at = m_pointer ? toPicture(*m_pointer) : m_view.center;
    const int x = std::clamp(int(at.x * pictureSize().width()), 0, pictureSize().width() - 1);
    const int y = std::clamp(int(at.y * pictureSize().height()), 0, pictureSize().height() - 1);
    const double percent = m_view.zoom * 100;
    QStringList parts;
    if (!m_title.isEmpty())
        parts << m_title;
    parts << tr("%1%").arg(locale().toString(percent, 'f', percent < 10 ? 1 : 0));
    parts << tr("pixel %1, %2").arg(x).arg(y);
    if (m_view.degrees != 0)
        parts << tr("turned %1°").arg(locale().toString(m_view.degrees, 'g', 4));
    return parts.join(QStringLiteral("   "));
}

void PictureViewer::paintStatus(QPainter &painter)
{
    const common::Colors &colors = common::colors();
    QRectF line(0, canvasRect().bottom(), width(), height() - canvasRect().bottom());
    painter.fillRect(line, colors.panel);
    line.adjust(common::gridPx, 0, -common::gridPx, 0);
    painter.setFont(common::figureFont());
    QString note;
    if (hasPicture() && m_smooth && (m_view.zoom > 1 || std::fmod(m_view.degrees, 90) != 0))
        note = tr("Smoothed for viewing");
    const bool left = m_statusAlignment == Qt::AlignLeft;
    if (!note.isEmpty()) {
        painter.setPen(colors.caution);
        painter.drawText(line, Qt::AlignVCenter | (left ? Qt::AlignRight : Qt::AlignLeft), note);
        const double taken = painter.fontMetrics().horizontalAdvance(note) + 2 * common::gridPx;
        left ? line.setRight(line.right() - taken) : line.setLeft(line.left() + taken);
    }
    painter.setPen(colors.secondary);
    const QString text = painter.fontMetrics().elidedText(statusText(), Qt::ElideRight, int(line.width()));
    painter.drawText(line, Qt::AlignVCenter | m_statusAlignment, text);
}

void PictureViewer::resizeEvent(QResizeEvent *)
{
    refit();
}

void PictureViewer::describeForReaders()
{
    const QString subject = m_title.isEmpty() ? tr("Picture") : m_title;
    setAccessibleName(
        hasPicture()
            ? tr("%1, %2 by %3 pixels").arg(subject).arg(pictureSize().width()).arg(pictureSize().height())
            : tr("%1: none. %2").arg(subject, m_emptyText));
    QString description = tr("%n box(es) on the picture.", nullptr, int(m_boxes.size()));
    if (m_chosenBox >= 0)
        description += QLatin1Char(' ') + tr("Box %1 is chosen.").arg(m_boxes[size_t(m_chosenBox)].label);
    for (const QString &notice : notices())
        description += QLatin1Char(' ') + notice;
    setAccessibleDescription(description);
}

void PictureViewer::announce(const QString &sentence)
{
    setAccessibleDescription(sentence);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

} // namespace likeness::viewer
