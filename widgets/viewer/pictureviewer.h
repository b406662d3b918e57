// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "widgets/viewer/boxtool.h"
#include "widgets/viewer/eyestool.h"
#include "widgets/viewer/levels.h"
#include "widgets/viewer/markstool.h"
#include "widgets/viewer/picturepyramid.h"
#include "widgets/viewer/viewtransform.h"

#include <QFutureWatcher>
#include <QImage>
#include <QList>
#include <QPair>
#include <QPointer>
#include <QWidget>

#include <optional>
#include <vector>

namespace likeness::viewer
{

/// Shows a picture and what is drawn on it; drawing tools change values, never pixels. 100% is one picture
/// pixel per physical screen pixel; above it nearest neighbour, unless smoothing is asked for, which a label
/// then says. Zoom, position and rotation are shown in a status line.
///
/// Mouse: wheel zooms at the pointer, drag pans (or draws, by tool), double click fits.
/// Keys: + - 0 (fit) 1 (100%), arrows pan, [ and ] rotate by a degree ({ and }: 90), Esc leaves a tool.
/// Box tool: Enter puts a box in the middle, arrows move it, Shift and arrows size it, Enter again accepts.
/// Eyes tool: Tab goes from eye to eye, arrows move it by one picture pixel, with Shift by five.
/// Marks tool: arrows move a cross, Enter sets what is chosen there; Tab goes from mark to mark, arrows move
/// it, Enter writes its text, Delete removes it. What changes how the pixels look (mirrored, levels) is said
/// on the picture for as long as it lasts.
class PictureViewer : public QWidget
{
    Q_OBJECT
public:
    enum class Tool { Pan, Box, Eyes, Marks };

    explicit PictureViewer(QWidget *parent = nullptr);

    void setPicture(const base::Picture &picture); ///< null shows the empty text
    /// Another frame of the same recording: view, levels and what is being drawn stay. `reduced` as of
    /// PicturePyramid::reducedLevels, or none. As setPicture when none is shown or its size is another.
    void exchangePicture(const base::Picture &picture, std::vector<QImage> reduced);
    void setEmptyText(const QString &text);
    /// What this picture is ("Probe"): in the status line and for screen readers.
    void setTitle(const QString &title);
    QString title() const { return m_title; }
    bool hasPicture() const;
    QSize pictureSize() const;

    View view() const;
    void setView(const View &view); ///< emits viewChanged when it differs
    /// The whole picture, and again whenever the viewer's size changes, until it is moved. Larger than 100%
    /// only by whole numbers, so that pixels stay squares.
    void fit();
    void zoomTo(const model::RelativeRect &region); ///< the same for a part of the picture
    void setZoom(double zoom);                      ///< around the middle
    void zoomStep(bool in);                         ///< to the next of 25%, 50%, 100%, 200% ...
    void rotateBy(double degrees);
    void setSmooth(bool smooth); ///< smooths enlargements, for viewing only; off at first
    bool isSmooth() const { return m_smooth; }
    void mirror(); ///< exchanges left and right, for viewing only
    bool isMirrored() const { return m_view.mirrored; }
    void setLevels(const Levels &levels); ///< for viewing only; neutral again with another picture
    const Levels &levels() const { return m_levels; }
    void setGridSpacing(int logicalPixels); ///< 0: no grid
    /// Draws this picture with `opacity` over that of `below`, a viewer of the same size. Null ends it.
    void setUnderlay(PictureViewer *below, double opacity);
    /// What stands on the picture about how it is shown: "MIRRORED" ...
    QStringList notices() const;

    Tool tool() const;
    void setTool(Tool tool);

    struct Box {
        model::RelativeRect rect;
        QString label; ///< "1", "2" ...
        bool drawn = false;
        bool unsuitable = false; ///< drawn quieter
    };
    void setBoxes(const std::vector<Box> &boxes);
    void setChosenBox(int index); ///< -1 for none
    /// The eye points that may be dragged with the Eyes tool; nothing hides them.
    void setEyes(const std::optional<model::EyePoints> &eyes);

    /// Marks are shown with every tool; with the Marks tool they are set, moved and chosen, and each deed is
    /// a signal. Whoever keeps them sets them again.
    void setMarks(const std::vector<model::Mark> &marks);
    void setMarkKind(model::Mark::Kind kind); ///< of those that are set
    int focusedMark() const;                  ///< -1: none
    void setMarksEditable(bool editable);

    model::RelativePoint toPicture(const QPointF &widgetPoint) const;
    QPointF toWidget(const model::RelativePoint &picturePoint) const;

    /// Where the picture is drawn; the status line is below.
    QRectF canvasRect() const;
    void setStatusAlignment(Qt::Alignment alignment);
    QString statusText() const;
    /// The reduced levels of a large picture are made aside; true when they are in use.
    bool isRefined() const { return m_pyramid.isComplete(); }
    /// Keys and what they do, for the sheet under F1.
    static QList<QPair<QString, QString>> keyHelp();

    QSize sizeHint() const override { return {640, 480}; }
    QSize minimumSizeHint() const override { return {160, 120}; }

signals:
    void viewChanged(const likeness::viewer::View &view);
    void boxPicked(int index);
    void boxDrawn(const likeness::model::RelativeRect &rect);
    void boxResized(int index, const likeness::model::RelativeRect &rect); ///< a drawn and chosen one
    void eyesMoved(const likeness::model::EyePoints &eyes);                ///< while dragging
    void eyesReleased(const likeness::model::EyePoints &eyes);
    void toolChanged();
    void titleChanged();
    void smoothChanged(bool smooth);
    void levelsChanged();
    void markAdded(const likeness::model::Mark &mark);
    void markChanged(int index, const likeness::model::Mark &mark);
    void markRemoved(int index);
    void toolLeft();  ///< Escape, and nothing was under way
    void viewReset(); ///< the view comes of a fit, another picture or another size; before its viewChanged
    void fitted();    ///< a person asked for the whole picture; after its viewChanged
    void refined();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool event(QEvent *event) override;

private:
    ViewTransform transform() const;
    void changeView(const View &view); ///< by a person: leaves the automatic fit
    void refit();
    void reduce(const base::Picture &picture);
    bool keyInBoxTool(QKeyEvent *event);
    bool keyInEyesTool(QKeyEvent *event);
    bool keyInMarksTool(QKeyEvent *event);
    void carryOut(const MarksTool::Deed &deed);
    void writeText(int index, const model::Mark &mark);
    void removeFocusedMark();
    void announceMark();
    void keepInView(const model::RelativePoint &point);
    void paintNotices(QPainter &painter);
    bool keyInView(QKeyEvent *event);
    void finishBox();
    int boxAt(const QPointF &point) const;
    std::optional<model::RelativeRect> resizableBox() const;
    void paintOverlays(QPainter &painter);
    void paintStatus(QPainter &painter);
    void updateCursor(const QPointF &point);
    void describeForReaders();
    void announce(const QString &sentence);

    PicturePyramid m_pyramid;
    QFutureWatcher<std::vector<QImage>> m_refining;
    QString m_emptyText;
    QString m_title;
    View m_view;
    std::optional<model::RelativeRect> m_shown; ///< kept in view whatever the size, until moved
    bool m_smooth = false;
    Qt::Alignment m_statusAlignment = Qt::AlignLeft;

    Tool m_tool = Tool::Pan;
    BoxTool m_boxTool;
    EyesTool m_eyesTool;
    std::vector<Box> m_boxes;
    int m_chosenBox = -1;
    MarksTool m_marksTool;
    bool m_marksEditable = true;
    Levels m_levels;
    int m_gridSpacing = 0;
    QPointer<PictureViewer> m_below;
    double m_opacity = 1;

    std::optional<QPointF> m_pointer;
    std::optional<QPointF> m_panFrom;
    QPointF m_pressedAt;
    bool m_eyesNudged = false;
};

} // namespace likeness::viewer
