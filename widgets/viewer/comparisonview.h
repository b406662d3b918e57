// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/viewer/blinker.h"
#include "widgets/viewer/comparisondocument.h"
#include "widgets/viewer/pictureviewer.h"
#include "widgets/viewer/viewsynchroniser.h"

#include <QMap>
#include <QWidget>

#include <array>

class QAction;
class QComboBox;
class QLabel;
class QSlider;
class QStackedWidget;

namespace likeness::viewer
{

class ComparisonBar;
class LevelsRow;
class WipeDivider;

/// Two pictures to compare, the probe left and the portrait right: side by side, one over the other with a
/// divider that wipes, blinking, or one shining through the other. Moved in lock-step while linked; every
/// screen point means the same in all modes. With marks on both, kept in a document apart from the pixels.
/// Every tool has a key (its tooltips and keyHelp()); keys work while the view is seen and no text is
/// written.
class ComparisonView : public QWidget
{
    Q_OBJECT
public:
    enum class Mode { SideBySide, Split, Blink, Overlay };

    explicit ComparisonView(QWidget *parent = nullptr);

    PictureViewer *left() const { return m_left; }
    PictureViewer *right() const { return m_right; }
    /// What keys and buttons mean: the picture that had the keyboard last, or that is seen alone.
    PictureViewer *active() const;
    void focusPicture(); ///< gives it the keyboard

    Mode mode() const { return m_mode; }
    void setMode(Mode mode); ///< keeps both views
    bool isLinked() const { return m_synchroniser->isLinked(); }
    void setLinked(bool linked) { m_synchroniser->setLinked(linked); }
    void setSmooth(bool smooth); ///< both
    void fitBoth();
    /// Shows these parts of the two pictures, each as large as fits.
    void zoomTo(const model::RelativeRect &leftRegion, const model::RelativeRect &rightRegion);

    double dividerPosition() const { return m_divide; } ///< 0 (all right) to 1 (all left)
    void setDividerPosition(double position);
    double opacity() const; ///< of the left picture in Overlay, 0..1
    void setOpacity(double opacity);
    Blinker *blinker() { return &m_blinker; } ///< first: left, second: right
    bool hasGrid() const;
    void setGrid(bool shown);

    ComparisonDocument *document() { return &m_document; }
    /// The kind of mark that is being set; nothing: the hand.
    std::optional<model::Mark::Kind> markKind() const { return m_markKind; }
    void setMarkKind(std::optional<model::Mark::Kind> kind);
    /// A pair of points about a component: one on each picture, the probe first unless it is there. Ends in
    /// markingEnded.
    void setPairAbout(model::Component component);

    /// Keys that are no buttons, for the sheet under F1.
    static QList<QPair<QString, QString>> keyHelp();

signals:
    void modeChanged();
    void markKindChanged();
    /// The pair is complete, or was given up.
    void markingEnded(likeness::model::Component about);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeUpperBar();
    QWidget *makeLowerBar();
    QWidget *makeModeControls();
    void arrange();
    void followBlinker();
    void followDocument();
    void followMarkKind();
    void sayWhatToDo();
    void adjust(int steps); ///< the pace or the opacity
    void marked(Side side, const model::Mark &mark);
    void endMarking();
    PictureViewer *viewer(Side side) const { return side == Side::Probe ? m_left : m_right; }

    ComparisonDocument m_document;
    Blinker m_blinker;
    QWidget *m_area = nullptr; ///< where the viewers are
    PictureViewer *m_left = nullptr;
    PictureViewer *m_right = nullptr;
    ViewSynchroniser *m_synchroniser = nullptr;
    WipeDivider *m_divider = nullptr;
    LevelsRow *m_levels = nullptr;
    QMap<Mode, QAction *> m_modeActions;
    QMap<model::Mark::Kind, QAction *> m_markActions;
    QAction *m_linkAction = nullptr;
    QAction *m_smoothAction = nullptr;
    QAction *m_gridAction = nullptr;
    QAction *m_mirrorAction = nullptr;
    QAction *m_levelsAction = nullptr;
    QAction *m_undoAction = nullptr;
    QAction *m_redoAction = nullptr;
    QStackedWidget *m_controls = nullptr;
    QComboBox *m_pace = nullptr;
    QSlider *m_opacity = nullptr;
    QLabel *m_percent = nullptr;
    QLabel *m_hint = nullptr;
    std::optional<model::Mark::Kind> m_markKind;
    bool m_isPair = false; ///< setting a pair about a component
    bool m_rightIsActive = false;
    Mode m_mode = Mode::SideBySide;
    double m_divide = 0.5;
};

} // namespace likeness::viewer
