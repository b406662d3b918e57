// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/metadatamodel.h"

namespace likeness::models
{

void MetadataModel::setMetadata(const QJsonObject &metadata)
{
    beginResetModel();
    m_entries.clear();
    for (auto it = metadata.begin(); it != metadata.end(); ++it)
        m_entries.append({it.key(), it.value().toVariant().toString()});
    endResetModel();
}

int MetadataModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int MetadataModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant MetadataModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &[key, value] = m_entries[index.row()];
    switch (role) {
    case Qt::DisplayRole: {
        QString text = index.column() == KeyColumn ? key : value;
        // A line of a table holds one line; what is copied and what the tooltip says is whole.
        return text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    }
    case Qt::EditRole:
        return index.column() == KeyColumn ? key : value;
    case Qt::ToolTipRole:
        return QStringLiteral("%1\n%2").arg(key, value);
    default:
        return {};
    }
}

QVariant MetadataModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == KeyColumn ? tr("Key, as found") : tr("Value, as found");
}

} // namespace likeness::models
