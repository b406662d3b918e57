// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/editfields.h"

#include <QSize>
#include <QWidget>

#include <array>
#include <optional>

class QAction;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QSlider;
class QSpinBox;

namespace likeness::pages
{

/// The parameters of one edit: sliders with fields for numbers, lists for choices, four fields and a button
/// for the box of a crop.
class EditParameters : public QWidget
{
    Q_OBJECT
public:
    /// `draw` is the action that draws the box of a crop on the picture.
    explicit EditParameters(QAction *draw, QWidget *parent = nullptr);

    struct Surroundings {
        QSize before; ///< of the picture that the edit is applied to; invalid when it cannot be made
        qint64 framesBefore = 0;
        qint64 framesAfter = 0;
    };
    /// Nothing hides all. A field that has the keyboard keeps it when the kind stays.
    void setEdit(const std::optional<model::Edit> &edit, const Surroundings &around);
    void focusFirst();

signals:
    /// By a person. Changes of one gesture have the same number.
    void changed(const likeness::model::Edit &edit, int gesture);

private:
    struct Row {
        EditField field;
        QLabel *caption = nullptr;
        QSlider *slider = nullptr;
        QDoubleSpinBox *number = nullptr;
        QComboBox *choice = nullptr;
    };
    void rebuild();
    void addRow(const EditField &field);
    void addBox();
    void addQuarterTurns();
    void addPixelShapes();
    void showValues();
    void showRanges();
    void set(const QString &name, const QJsonValue &value);
    void boxChanged();
    void endGesture() { ++m_gesture; }

    std::optional<model::Edit> m_edit;
    Surroundings m_around;
    QAction *m_draw;
    QLabel *m_heading = nullptr;
    QLabel *m_help = nullptr;
    QWidget *m_fields = nullptr; ///< made anew for each kind
    QGridLayout *m_grid = nullptr;
    QList<Row> m_rows;
    std::array<QSpinBox *, 4> m_box{}; ///< left, top, width, height in pixels
    QComboBox *m_shapes = nullptr;
    int m_gesture = 1;
    bool m_isShowing = false; ///< values are being shown, not given
};

} // namespace likeness::pages
