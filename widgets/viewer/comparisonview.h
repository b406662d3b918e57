// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/viewer/pictureviewer.h"
#include "widgets/viewer/viewsynchroniser.h"

#include <QWidget>

class QAction;

namespace likeness::viewer
{

class WipeDivider;

/// Two pictures to compare: side by side, or one over the other with a divider that wipes. Moved in
/// lock-step while linked. Keys: S changes the mode, L links, M smooths; the divider moves with the mouse,
/// or by arrow keys when it has the focus (Shift: further).
class ComparisonView : public QWidget
{
    Q_OBJECT
public:
    enum class Mode { SideBySide, Split };

    explicit ComparisonView(QWidget *parent = nullptr);

    PictureViewer *left() const { return m_left; }
    PictureViewer *right() const { return m_right; }

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

signals:
    void modeChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeBar();
    QAction *makeAction(const QString &icon, const QString &text, const QKeySequence &key);
    PictureViewer *active() const; ///< that buttons and keys mean: the one that had the focus last
    void arrange();

    QWidget *m_area = nullptr; ///< where the viewers are
    PictureViewer *m_left = nullptr;
    PictureViewer *m_right = nullptr;
    ViewSynchroniser *m_synchroniser = nullptr;
    WipeDivider *m_divider = nullptr;
    QAction *m_splitAction = nullptr;
    QAction *m_linkAction = nullptr;
    QAction *m_smoothAction = nullptr;
    bool m_rightIsActive = false;
    Mode m_mode = Mode::SideBySide;
    double m_divide = 0.5;
};

} // namespace likeness::viewer
