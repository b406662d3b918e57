// SPDX-License-Identifier: GPL-3.0-or-later
// ScanPanel: how it is put together.
#include "widgets/common/theme.h"
#include "widgets/pages/parts.h"
#include "widgets/pages/scanpanel.h"

#include <QAction>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace likeness::pages
{

using common::gridPx;

namespace
{

constexpr int smallestFacePx = 20;
constexpr int largestFacePx = 1000;
constexpr int pictureSide = 56;

} // namespace

void ScanPanel::makeActions()
{
    m_scanAction = pageAction(this, tr("Scan for faces"), QKeySequence(Qt::CTRL | Qt::Key_F),
                              [this] { startScan({}); });
    m_goOnAction =
        pageAction(this, tr("Go on"), QKeySequence(Qt::CTRL | Qt::Key_G), [this] { startScan(m_scan); });
    m_cancelAction = pageAction(this, tr("Cancel"), QKeySequence(Qt::Key_Escape), [this] {
        if (m_job)
            m_job->cancel();
    });
    m_closeAction = pageAction(this, tr("Close the scan"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
                               [this] { closeScan(); });
    m_wholeSpanAction = pageAction(this, tr("All"), QKeySequence(Qt::CTRL | Qt::Key_Backspace),
                                   [this] { emit wholeSpanWanted(); });
    m_wholeSpanAction->setToolTip(tr("The whole recording (%1)")
                                      .arg(m_wholeSpanAction->shortcut().toString(QKeySequence::NativeText)));
    m_wholeFrameAction = pageAction(this, tr("All"), QKeySequence(Qt::SHIFT | Qt::Key_Backspace),
                                    [this] { emit areaCleared(); });
    m_wholeFrameAction->setToolTip(
        tr("The whole frame (%1)").arg(m_wholeFrameAction->shortcut().toString(QKeySequence::NativeText)));
}

void ScanPanel::makeLayout()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridPx / 2);
    layout->addWidget(heading(tr("Faces through time"), this));

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(gridPx);
    grid->setVerticalSpacing(gridPx / 2);
    grid->setColumnStretch(1, 1);
    m_spanText = plain({}, this);
    m_spanText->setObjectName(QStringLiteral("spanText"));
    m_spanText->setToolTip(tr("I begins the span at the frame that is shown, O ends it there; or drag its handles."));
    m_areaText = plain({}, this);
    m_areaText->setObjectName(QStringLiteral("areaText"));
    m_areaText->setToolTip(tr("B draws an area on the frame: only faces whose middle lies in it are found."));
    m_smallest = new QSpinBox(this);
    m_smallest->setObjectName(QStringLiteral("smallestFace"));
    m_smallest->setRange(smallestFacePx, largestFacePx);
    m_smallest->setValue(m_workspace.finderSettings().smallestFacePx);
    m_smallest->setSuffix(tr(" px"));
    m_smallest->setToolTip(tr("Smaller faces are not looked for. Half the size takes some four times as long."));
    const auto addRow = [this, grid](int row, const QString &caption, QWidget *value, QWidget *button) {
        auto *label = new QLabel(caption, this);
        common::makeSecondary(label);
        label->setBuddy(value);
        grid->addWidget(label, row, 0);
        grid->addWidget(value, row, 1, 1, button ? 1 : 2);
        if (button)
            grid->addWidget(button, row, 2);
    };
    addRow(0, tr("Span"), m_spanText, buttonFor(m_wholeSpanAction, {}, this));
    addRow(1, tr("Area"), m_areaText, buttonFor(m_wholeFrameAction, {}, this));
    addRow(2, tr("Faces f&rom"), m_smallest, nullptr);
    layout->addLayout(grid);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gridPx);
    for (auto *action : {m_scanAction, m_goOnAction, m_cancelAction})
        buttons->addWidget(buttonFor(action, {}, this));
    buttons->addStretch(1);
    layout->addLayout(buttons);

    m_scans = new QComboBox(this);
    m_scans->setObjectName(QStringLiteral("scans"));
    m_scans->setAccessibleName(tr("Scans of this recording"));
    m_scans->setMinimumContentsLength(8);
    m_scans->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *made = new QHBoxLayout;
    made->setSpacing(gridPx);
    made->addWidget(m_scans, 1);
    made->addWidget(buttonFor(m_closeAction, {}, this));
    made->addStretch();
    m_text = quiet({}, this);
    m_text->setObjectName(QStringLiteral("scanText"));
    layout->addWidget(m_text);
    layout->addLayout(made);
    m_list = cardList(m_tracks, pictureSide, tr("Tracks"), this);
    m_list->setObjectName(QStringLiteral("trackList"));
    layout->addWidget(m_list, 1);

    connect(m_scans, &QComboBox::activated, this, [this](int index) {
        showScan(model::ScanId(m_scans->itemData(index).toString()));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        update();
        if (m_isRestoring)
            return; // nobody chose it now: the frame that is looked at stays
        const auto *chosen = m_tracks->track(currentRow());
        emit trackChosen(chosen ? chosen->track.number : 0);
    });
}

} // namespace likeness::pages
