// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/outcomemodel.h"

#include "widgets/models/cardrole.h"

#include <algorithm>

namespace likeness::models
{

OutcomeModel::OutcomeModel(QObject *parent) : QAbstractTableModel(parent) {}

void OutcomeModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

void OutcomeModel::append(const std::vector<Row> &rows)
{
    if (rows.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(rows.size()) - 1);
    m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    endInsertRows();
}

int OutcomeModel::problemCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.isProblem; }));
}

int OutcomeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int OutcomeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OutcomeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = m_rows[size_t(index.row())];
    if (role == Qt::DisplayRole)
        return index.column() == FileColumn ? row.file : row.outcome;
    if (role == Qt::ToolTipRole)
        return row.detail.isEmpty() ? row.outcome : row.outcome + QLatin1Char('\n') + row.detail;
    if (role == CautionRole)
        return row.isProblem;
    return {};
}

QVariant OutcomeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == FileColumn ? tr("File") : tr("Outcome");
}

} // namespace likeness::models
