// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/evidencemodel.h"

#include "widgets/models/cardrole.h"
#include "widgets/words/errortext.h"

#include <algorithm>

namespace likeness::models
{

namespace
{

QString thumbnailKey(const model::EvidenceId &id)
{
    return QStringLiteral("evidence/") + id.value();
}

} // namespace

EvidenceModel::EvidenceModel(Workspace &workspace, QObject *parent)
    : QAbstractListModel(parent), m_workspace(workspace)
{
    connect(&workspace, &Workspace::caseChanged, this, [this] { m_states.clear(); });
    connect(&workspace, &Workspace::contentsChanged, this, &EvidenceModel::reload);
    connect(&workspace.thumbnails(), &ThumbnailCache::loaded, this, &EvidenceModel::thumbnailLoaded);
    reload();
}

void EvidenceModel::reload()
{
    const auto &now = m_workspace.contents().evidence;
    const auto same = [](const auto &a, const auto &b) { return a.id == b.id; };
    // Evidence is only ever added: rows that are there stay, so that nothing jumps.
    if (now.size() >= m_items.size() && std::equal(m_items.begin(), m_items.end(), now.begin(), same)) {
        if (now.size() == m_items.size())
            return;
        beginInsertRows({}, int(m_items.size()), int(now.size()) - 1);
        m_items = now;
        endInsertRows();
        return;
    }
    beginResetModel();
    m_items = now;
    endResetModel();
}

int EvidenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant EvidenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &item = m_items[size_t(index.row())];
    const auto key = thumbnailKey(item.id);
    const auto state = m_states.constFind(item.id);
    const bool isChecked = state != m_states.constEnd();
    switch (role) {
    case Qt::DisplayRole:
        return item.fileName;
    case Qt::DecorationRole:
        return m_workspace.thumbnails().image(key,
                                              [file = m_workspace.file(), id = item.id](
                                                  base::Progress &progress) -> base::Result<base::Picture> {
                                                  if (!file)
                                                      return base::fail(base::ErrorCode::NotFound,
                                                                        id.value());
                                                  auto still = file->openEvidence(id, progress);
                                                  if (!still)
                                                      return tl::unexpected(still.error());
                                                  return still->picture;
                                              });
    case SecondLineRole:
        if (isChecked && !state->has_value())
            return state->error().code == base::ErrorCode::EvidenceMissing   ? tr("File is missing")
                   : state->error().code == base::ErrorCode::EvidenceChanged ? tr("File has changed")
                                                                             : tr("Could not be opened");
        return tr("%1 × %2 px").arg(item.width).arg(item.height);
    case ThirdLineRole:
        return !isChecked ? tr("Not checked yet") : state->has_value() ? tr("SHA-256 unchanged") : QString();
    case CautionRole:
        return isChecked && !state->has_value();
    case Qt::ToolTipRole:
        return isChecked && !state->has_value() ? words::sentence(state->error())
                                                : tr("%1\nSHA-256 %2").arg(item.fileName, item.sha256);
    case Qt::AccessibleDescriptionRole:
        return data(index, SecondLineRole);
    case IdRole:
        return item.id.value();
    default:
        return {};
    }
}

int EvidenceModel::rowOf(const model::EvidenceId &id) const
{
    const auto found =
        std::find_if(m_items.begin(), m_items.end(), [&](const auto &i) { return i.id == id; });
    return found == m_items.end() ? -1 : int(found - m_items.begin());
}

model::EvidenceId EvidenceModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_items[size_t(row)].id : model::EvidenceId();
}

void EvidenceModel::setState(const model::EvidenceId &id, const base::Outcome &outcome)
{
    m_states.insert(id, outcome);
    if (const int row = rowOf(id); row >= 0)
        emit dataChanged(index(row), index(row));
}

void EvidenceModel::thumbnailLoaded(const QString &key)
{
    for (const auto &item : m_items) {
        if (thumbnailKey(item.id) != key)
            continue;
        const auto error = m_workspace.thumbnails().error(key);
        setState(item.id, error ? base::Outcome(tl::unexpected(*error)) : base::Outcome());
    }
}

} // namespace likeness::models
