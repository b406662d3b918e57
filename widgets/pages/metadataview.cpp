// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/metadataview.h"

#include "widgets/common/theme.h"
#include "widgets/models/metadatareading.h"
#include "widgets/pages/parts.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace likeness::pages
{

using common::gridPx;
using models::MetadataModel;

namespace
{

/// A label cannot break a word: of long ones the middle is left out here. The list below has them whole.
QString breakable(const QString &value)
{
    constexpr int most = 64; // a SHA-256
    QStringList words = value.split(QLatin1Char(' '));
    for (QString &word : words)
        word = shortName(word, most);
    return words.join(QLatin1Char(' '));
}

} // namespace

MetadataView::MetadataView(QWidget *parent) : QWidget(parent)
{
    m_model = new MetadataModel(this);
    m_shown = new QSortFilterProxyModel(this);
    m_shown->setSourceModel(m_model);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown->setFilterKeyColumn(-1);

    m_claims = caution({}, this);
    m_claims->setObjectName(QStringLiteral("metadataClaims"));
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->setHandleWidth(2 * gridPx);
    parts->addWidget(makeReadable());
    m_raw = makeRaw();
    parts->addWidget(m_raw);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    parts->setSizes({340, 180});

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(gridPx);
    layout->addWidget(m_claims);
    layout->addWidget(parts, 1);
    showItem();
}

QWidget *MetadataView::makeReadable()
{
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(tr("What the file says, in words"));
    auto *inside = new QWidget(area);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, gridPx, 0);
    column->setSpacing(0);
    m_groupLayout = new QVBoxLayout;
    m_groupLayout->setSpacing(gridPx / 2);
    column->addLayout(m_groupLayout);
    column->addStretch(1);
    area->setWidget(inside);
    return area;
}

QWidget *MetadataView::makeRaw()
{
    auto *raw = new QWidget(this);
    auto *layout = new QVBoxLayout(raw);
    layout->setContentsMargins({});
    layout->setSpacing(gridPx / 2);
    auto *row = new QHBoxLayout;
    row->setSpacing(gridPx);
    row->addWidget(heading(tr("As found in the file"), raw));
    m_count = quiet({}, raw);
    m_count->setWordWrap(false);
    m_count->setObjectName(QStringLiteral("metadataCount"));
    row->addWidget(m_count);
    row->addStretch(1);
    m_filter = new QLineEdit(raw);
    m_filter->setObjectName(QStringLiteral("metadataFilter"));
    m_filter->setPlaceholderText(tr("Only lines with …"));
    m_filter->setAccessibleName(tr("Show only lines with this text"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(220);
    row->addWidget(m_filter, 1);
    m_copyAction = pageAction(this, tr("Copy"), QKeySequence::Copy, [this] { copy(); });
    m_copyAction->setToolTip(tr("Copies the chosen lines, or all that are shown when none is chosen"));
    row->addWidget(buttonFor(m_copyAction, {}, raw));
    layout->addLayout(row);

    m_table = quietTable(m_shown, tr("Keys and values as found"), raw);
    m_table->setObjectName(QStringLiteral("metadataTable"));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setTextElideMode(Qt::ElideRight);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    layout->addWidget(m_table, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &MetadataView::filter);
    return raw;
}

void MetadataView::setItem(const std::optional<model::EvidenceItem> &item)
{
    const bool isSame = item && m_item ? item->id == m_item->id && item->metadata == m_item->metadata
                                       : item.has_value() == m_item.has_value();
    if (isSame)
        return;
    m_item = item;
    showItem();
}

void MetadataView::showItem()
{
    const auto &item = m_item;
    m_filter->clear();
    m_model->setMetadata(item ? item->metadata : QJsonObject());
    m_table->setColumnWidth(MetadataModel::KeyColumn, 260);
    const bool hasClaims = item && models::hasClaims(*item);
    m_claims->setText(
        hasClaims ? tr("As found in the file. A file can claim anything: nothing below the first group was "
                       "checked, and times are not converted.")
                  : tr("The file says nothing about itself: no camera, no time, no place. That is common "
                       "for pictures that were sent or saved again."));
    m_claims->setVisible(item.has_value());
    m_raw->setVisible(hasClaims);
    showGroups();
    filter({});
}

void MetadataView::focusFilter()
{
    if (!m_raw->isHidden())
        m_filter->setFocus(Qt::OtherFocusReason);
}

void MetadataView::showGroups()
{
    const auto groups = m_item ? models::readMetadata(*m_item) : QList<models::MetadataGroup>();
    while (m_groups.size() < groups.size()) {
        Group group{heading({}, this), new FactList(this)};
        if (!m_groups.isEmpty())
            group.heading->setContentsMargins(0, gridPx, 0, 0);
        m_groupLayout->addWidget(group.heading);
        m_groupLayout->addWidget(group.facts);
        m_groups << group;
    }
    int captions = 0;
    for (qsizetype i = 0; i < m_groups.size(); ++i) {
        const bool isThere = i < groups.size();
        m_groups[i].heading->setVisible(isThere);
        m_groups[i].facts->setVisible(isThere);
        if (isThere) {
            m_groups[i].heading->setText(models::title(groups[i].kind));
            auto facts = groups[i].facts;
            for (auto &[caption, value] : facts)
                value = breakable(value);
            // The first group stands alone: with the room of long captions its SHA-256 would not fit.
            if (i > 0)
                captions = std::max(captions, m_groups[i].facts->captionWidth(facts));
            m_groups[i].facts->setFacts(facts);
        }
    }
    for (qsizetype i = 1; i < m_groups.size(); ++i)
        m_groups[i].facts->setCaptionWidth(captions);
}

void MetadataView::filter(const QString &text)
{
    m_shown->setFilterFixedString(text);
    const int all = m_model->rowCount(), shown = m_shown->rowCount();
    m_count->setText(shown == all ? tr("%n line(s)", nullptr, all)
                                  : tr("%1 of %n line(s)", nullptr, all).arg(shown));
    m_copyAction->setEnabled(shown > 0);
}

void MetadataView::copy()
{
    QList<int> rows;
    for (const auto &index : m_table->selectionModel()->selectedRows())
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    if (rows.isEmpty())
        for (int row = 0; row < m_shown->rowCount(); ++row)
            rows << row;
    QString text;
    for (const int row : std::as_const(rows))
        text +=
            m_shown->index(row, MetadataModel::KeyColumn).data(Qt::EditRole).toString() + QLatin1Char('\t') +
            m_shown->index(row, MetadataModel::ValueColumn).data(Qt::EditRole).toString() + QLatin1Char('\n');
    QGuiApplication::clipboard()->setText(text);
}

} // namespace likeness::pages
