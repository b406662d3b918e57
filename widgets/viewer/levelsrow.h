// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/viewer/levels.h"

#include <QPointer>
#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace likeness::viewer
{

class PictureViewer;

/// Black, white and gamma for looking at one of two pictures, or at both alike. Escape in it puts it away.
class LevelsRow : public QWidget
{
    Q_OBJECT
public:
    LevelsRow(PictureViewer *first, PictureViewer *second, QWidget *parent = nullptr);

    void setPicture(PictureViewer *viewer); ///< whose levels are shown, and changed unless both are
    bool isForBoth() const;
    void setForBoth(bool both);

signals:
    void closeWanted();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void apply();
    void showLevels();

    PictureViewer *m_first;
    PictureViewer *m_second;
    QPointer<PictureViewer> m_picture;
    QLabel *m_whose = nullptr;
    QSpinBox *m_black = nullptr;
    QSpinBox *m_white = nullptr;
    QDoubleSpinBox *m_gamma = nullptr;
    QCheckBox *m_both = nullptr;
    QPushButton *m_reset = nullptr;
};

} // namespace likeness::viewer
