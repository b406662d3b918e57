// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/editparameters.h"

#include "widgets/common/theme.h"
#include "widgets/pages/parts.h"
#include "widgets/words/edittext.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSlider>

#include <cmath>

namespace likeness::pages
{

using common::gridPx;
using Kind = model::Edit::Kind;

namespace
{

constexpr int sliderColumn = 1, fieldColumn = 2;
constexpr int fieldWidth = 92;

} // namespace

EditParameters::EditParameters(QAction *draw, QWidget *parent) : QWidget(parent), m_draw(draw)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(gridPx / 2);
    m_heading = heading({}, this);
    m_help = quiet({}, this);
    layout->addWidget(m_heading);
    layout->addWidget(m_help);
    setEdit({}, {});
}

void EditParameters::setEdit(const std::optional<model::Edit> &edit, const Surroundings &around)
{
    const bool isOtherKind = edit.has_value() != m_edit.has_value() || (edit && edit->kind != m_edit->kind);
    m_edit = edit;
    m_around = around;
    if (isOtherKind)
        rebuild();
    m_heading->setText(edit ? words::editTitle(edit->kind) : QString());
    m_help->setText(edit ? editHelp(edit->kind) : QString());
    m_heading->setVisible(edit.has_value());
    m_help->setVisible(edit.has_value());
    showValues();
}

void EditParameters::focusFirst()
{
    if (m_box[0])
        m_box[0]->setFocus(Qt::OtherFocusReason);
    else if (!m_rows.isEmpty() && m_rows[0].number)
        m_rows[0].number->setFocus(Qt::OtherFocusReason);
    else if (!m_rows.isEmpty())
        m_rows[0].choice->setFocus(Qt::OtherFocusReason);
}

void EditParameters::rebuild()
{
    // The fields go, and the keyboard must not go with them.
    const bool hadKeyboard = m_fields && m_fields->isAncestorOf(QApplication::focusWidget());
    delete m_fields;
    m_rows.clear();
    m_box = {};
    m_shapes = nullptr;
    endGesture();
    m_fields = new QWidget(this);
    m_grid = new QGridLayout(m_fields);
    m_grid->setContentsMargins(0, gridPx / 2, 0, 0);
    m_grid->setHorizontalSpacing(gridPx);
    m_grid->setVerticalSpacing(gridPx / 2);
    m_grid->setColumnStretch(sliderColumn, 1);
    layout()->addWidget(m_fields);
    if (hadKeyboard)
        parentWidget()->setFocus(Qt::OtherFocusReason);
    if (!m_edit)
        return;
    if (m_edit->kind == Kind::Crop)
        addBox();
    if (m_edit->kind == Kind::Aspect)
        addPixelShapes();
    for (const auto &field : editFields(m_edit->kind))
        addRow(field);
    if (m_edit->kind == Kind::Rotate)
        addQuarterTurns();
    m_fields->show();
}

void EditParameters::addRow(const EditField &field)
{
    Row row;
    row.field = field;
    row.caption = new QLabel(field.caption, m_fields);
    common::makeSecondary(row.caption);
    const int line = m_grid->rowCount();
    if (field.kind == EditField::Kind::Choice) {
        row.choice = new QComboBox(m_fields);
        for (const auto &[value, words] : field.choices)
            row.choice->addItem(words, value);
        row.choice->setObjectName(QStringLiteral("edit.") + field.name);
        row.caption->setBuddy(row.choice);
        row.choice->setAccessibleName(field.caption);
        // Under its caption: sentences are longer than the panel is wide.
        m_grid->addWidget(row.caption, line, 0, 1, 3);
        m_grid->addWidget(row.choice, line + 1, 0, 1, 3);
        connect(row.choice, &QComboBox::activated, this, [this, name = field.name, box = row.choice] {
            endGesture();
            set(name, box->currentData().toString());
        });
        m_rows << row;
        return;
    }
    row.number = new QDoubleSpinBox(m_fields);
    row.number->setObjectName(QStringLiteral("edit.") + field.name);
    row.number->setDecimals(field.decimals);
    row.number->setSingleStep(field.step);
    row.number->setRange(field.least, field.most);
    row.number->setSuffix(field.unit);
    row.number->setFixedWidth(fieldWidth);
    row.number->setAlignment(Qt::AlignRight);
    row.number->setKeyboardTracking(false);
    row.number->setAccessibleName(field.caption);
    row.caption->setBuddy(row.number);
    m_grid->addWidget(row.caption, line, 0);
    m_grid->addWidget(row.number, line, fieldColumn, Qt::AlignRight);
    connect(row.number, &QDoubleSpinBox::valueChanged, this, [this, name = field.name](double value) {
        if (!m_isShowing)
            set(name, value);
    });
    connect(row.number, &QDoubleSpinBox::editingFinished, this, [this] { endGesture(); });
    if (field.hasSlider) {
        const double steps = std::pow(10.0, std::min(field.decimals, 2));
        row.slider = new QSlider(Qt::Horizontal, m_fields);
        row.slider->setObjectName(QStringLiteral("edit.") + field.name + QStringLiteral(".slider"));
        row.slider->setRange(int(std::lround(field.sliderLeast * steps)),
                             int(std::lround(field.sliderMost * steps)));
        row.slider->setSingleStep(std::max(1, int(std::lround(field.step * steps))));
        row.slider->setAccessibleName(field.caption);
        m_grid->addWidget(row.slider, line, sliderColumn);
        connect(row.slider, &QSlider::valueChanged, this, [this, name = field.name, steps](int value) {
            if (!m_isShowing)
                set(name, value / steps);
        });
        connect(row.slider, &QSlider::sliderPressed, this, [this] { endGesture(); });
        connect(row.slider, &QSlider::sliderReleased, this, [this] { endGesture(); });
    }
    m_rows << row;
}

void EditParameters::addBox()
{
    const QStringList captions{tr("Left"), tr("Top"), tr("Width"), tr("Height")};
    const QStringList objects{QStringLiteral("edit.left"), QStringLiteral("edit.top"),
                              QStringLiteral("edit.width"), QStringLiteral("edit.height")};
    auto *row = new QGridLayout;
    row->setHorizontalSpacing(gridPx);
    row->setVerticalSpacing(gridPx / 2);
    row->setColumnStretch(1, 1);
    row->setColumnStretch(3, 1);
    for (int i = 0; i < 4; ++i) {
        auto *field = new QSpinBox(m_fields);
        field->setObjectName(objects[i]);
        field->setSuffix(tr(" px"));
        field->setAlignment(Qt::AlignRight);
        field->setKeyboardTracking(false);
        field->setAccessibleName(captions[i]);
        auto *caption = new QLabel(captions[i], m_fields);
        common::makeSecondary(caption);
        caption->setBuddy(field);
        row->addWidget(caption, i / 2, 2 * (i % 2));
        row->addWidget(field, i / 2, 2 * (i % 2) + 1);
        connect(field, &QSpinBox::valueChanged, this, [this] {
            if (!m_isShowing)
                boxChanged();
        });
        connect(field, &QSpinBox::editingFinished, this, [this] { endGesture(); });
        m_box[size_t(i)] = field;
    }
    m_grid->addWidget(buttonFor(m_draw, QStringLiteral("square-dashed"), m_fields), 1, 0, 1, 3);
    m_grid->addLayout(row, 2, 0, 1, 3);
}

void EditParameters::addQuarterTurns()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(gridPx);
    for (const auto &[text, degrees] :
         {std::pair{tr("90° left"), -90}, std::pair{tr("90° right"), 90}, std::pair{tr("180°"), 180}}) {
        auto *button = new QPushButton(text, m_fields);
        button->setObjectName(QStringLiteral("edit.turn%1").arg(degrees));
        connect(button, &QPushButton::clicked, this, [this, degrees] {
            endGesture();
            set(QStringLiteral("degrees"), degrees);
        });
        row->addWidget(button, 1);
    }
    m_grid->addLayout(row, m_grid->rowCount(), 0, 1, 3);
}

void EditParameters::addPixelShapes()
{
    m_shapes = new QComboBox(m_fields);
    m_shapes->setObjectName(QStringLiteral("edit.shape"));
    m_shapes->setAccessibleName(tr("Known shapes"));
    for (const auto &shape : pixelShapes())
        m_shapes->addItem(tr("%1 (%2:%3)").arg(shape.words).arg(shape.x).arg(shape.y),
                          QSize(shape.x, shape.y));
    m_shapes->addItem(tr("Another shape"));
    m_grid->addWidget(m_shapes, m_grid->rowCount(), 0, 1, 3);
    connect(m_shapes, &QComboBox::activated, this, [this] {
        const QSize shape = m_shapes->currentData().toSize();
        if (!m_edit || !shape.isValid())
            return showValues();
        endGesture();
        m_edit->parameters = {{"x", shape.width()}, {"y", shape.height()}};
        showValues();
        emit changed(*m_edit, m_gesture);
    });
}

void EditParameters::showValues()
{
    if (!m_edit)
        return;
    const QScopedValueRollback showing(m_isShowing, true);
    showRanges();
    for (const Row &row : std::as_const(m_rows)) {
        const auto value = m_edit->parameters[row.field.name];
        if (row.choice) {
            row.choice->setCurrentIndex(row.choice->findData(value.toString()));
            continue;
        }
        if (row.number->value() != value.toDouble())
            row.number->setValue(value.toDouble()); // otherwise what is being typed stays
        if (row.slider) {
            const double steps = std::pow(10.0, std::min(row.field.decimals, 2));
            row.slider->setValue(int(std::lround(value.toDouble() * steps)));
        }
    }
    if (m_shapes) {
        const QSize shape(m_edit->parameters["x"].toInt(), m_edit->parameters["y"].toInt());
        const int known = m_shapes->findData(shape);
        m_shapes->setCurrentIndex(known >= 0 ? known : m_shapes->count() - 1);
    }
    const auto box = m_box[0] ? model::rectFromJson(m_edit->parameters["box"]) : std::nullopt;
    if (box && m_around.before.isValid()) {
        const QSize size = m_around.before;
        const std::array values{box->x * size.width(), box->y * size.height(), box->width * size.width(),
                                box->height * size.height()};
        for (size_t i = 0; i < m_box.size(); ++i)
            if (const int pixels = int(std::lround(values[i])); m_box[i]->value() != pixels)
                m_box[i]->setValue(pixels);
    }
}

void EditParameters::showRanges()
{
    const auto row = [this](const char *name) -> Row * {
        for (Row &each : m_rows)
            if (each.field.name == QLatin1String(name))
                return &each;
        return nullptr;
    };
    const auto limit = [](Row *which, double least, double most) {
        which->number->setRange(least, most);
        if (which->slider)
            which->slider->setRange(int(least), int(most));
    };
    const auto value = [this](const char *name) {
        return m_edit->parameters[QLatin1String(name)].toDouble();
    };
    if (m_edit->kind == Kind::Levels) {
        // The fields stop at each other; the sliders keep their length, so that a place means the same in
        // both.
        row("black")->number->setRange(0, value("white") - 1);
        row("white")->number->setRange(value("black") + 1, 255);
    } else if (m_edit->kind == Kind::FrameAverage) {
        const double most = 30;
        limit(row("before"), value("after") > 0 ? 0 : 1,
              std::min<double>(most, double(m_around.framesBefore)));
        limit(row("after"), value("before") > 0 ? 0 : 1,
              std::min<double>(most, double(m_around.framesAfter)));
    } else if (m_edit->kind == Kind::Aspect) {
        // At most 8 to 1, as the engine wants it.
        row("x")->number->setRange(std::max(1.0, std::ceil(value("y") / 8)),
                                   std::min(65535.0, value("y") * 8));
        row("y")->number->setRange(std::max(1.0, std::ceil(value("x") / 8)),
                                   std::min(65535.0, value("x") * 8));
    } else if (m_box[0]) {
        const QSize size = m_around.before;
        for (size_t i = 0; i < m_box.size(); ++i) {
            const int side = i % 2 == 0 ? size.width() : size.height();
            m_box[i]->setRange(i < 2 ? 0 : 1, i < 2 ? std::max(0, side - 1) : std::max(1, side));
            m_box[i]->setEnabled(size.isValid());
        }
    }
}

void EditParameters::set(const QString &name, const QJsonValue &value)
{
    if (!m_edit)
        return;
    QJsonValue wanted = value;
    if (wanted.isDouble()) {
        for (const Row &row : std::as_const(m_rows))
            if (row.field.name == name) {
                // A slider may go where the field may not: it comes back to where both agree.
                const double bounded =
                    std::clamp(wanted.toDouble(), row.number->minimum(), row.number->maximum());
                const double scale = std::pow(10.0, row.field.decimals);
                wanted = std::round(bounded * scale) / scale;
            }
    }
    if (m_edit->parameters[name] == wanted)
        return showValues();
    m_edit->parameters[name] = wanted;
    showValues();
    emit changed(*m_edit, m_gesture);
}

void EditParameters::boxChanged()
{
    const QSize size = m_around.before;
    if (!m_edit || !size.isValid())
        return;
    std::array<int, 4> values{};
    for (size_t i = 0; i < values.size(); ++i)
        values[i] = m_box[i]->value();
    // A box stays inside the picture: at the border it gets smaller.
    values[2] = std::min(values[2], size.width() - values[0]);
    values[3] = std::min(values[3], size.height() - values[1]);
    const model::RelativeRect box{double(values[0]) / size.width(), double(values[1]) / size.height(),
                                  double(values[2]) / size.width(), double(values[3]) / size.height()};
    const auto json = model::toJson(box);
    if (m_edit->parameters["box"] == json)
        return showValues();
    m_edit->parameters["box"] = json;
    showValues();
    emit changed(*m_edit, m_gesture);
}

} // namespace likeness::pages
