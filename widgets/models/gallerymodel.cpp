// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/gallerymodel.h"

#include "widgets/models/cardrole.h"

#include <algorithm>

namespace likeness::models
{

GalleryModel::GalleryModel(Workspace &workspace, QObject *parent)
    : QAbstractListModel(parent), m_workspace(workspace)
{
    connect(&workspace, &Workspace::galleriesChanged, this, &GalleryModel::reload);
    reload();
}

void GalleryModel::reload()
{
    std::vector<model::Gallery> now;
    for (const auto &session : m_workspace.galleries())
        now.push_back(session->gallery());
    const auto same = [](const auto &a, const auto &b) { return a.id == b.id; };
    if (std::equal(now.begin(), now.end(), m_galleries.begin(), m_galleries.end(), same)) {
        if (!now.empty())
            emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_galleries = std::move(now);
    endResetModel();
}

int GalleryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_galleries.size());
}

QVariant GalleryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &gallery = m_galleries[size_t(index.row())];
    const auto session = m_workspace.gallery(gallery.id);
    switch (role) {
    case Qt::DisplayRole:
        return gallery.name;
    case SecondLineRole: {
        if (!m_workspace.isCounted(gallery.id))
            return tr("Counting …");
        const auto counts = m_workspace.counts(gallery.id);
        return tr("%n person(s)", nullptr, int(counts.persons)) + QStringLiteral(", ") +
               tr("%n portrait(s)", nullptr, int(counts.portraits));
    }
    case ThirdLineRole:
        return session && session->isReadOnly() ? tr("Read-only") : QString();
    case Qt::ToolTipRole:
        return session ? session->folder() : QString();
    case Qt::AccessibleDescriptionRole:
        return data(index, SecondLineRole);
    case IdRole:
        return gallery.id.value();
    default:
        return {};
    }
}

int GalleryModel::rowOf(const model::GalleryId &id) const
{
    const auto found = std::find_if(m_galleries.begin(), m_galleries.end(),
                                    [&](const auto &gallery) { return gallery.id == id; });
    return found == m_galleries.end() ? -1 : int(found - m_galleries.begin());
}

model::GalleryId GalleryModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_galleries[size_t(row)].id : model::GalleryId();
}

} // namespace likeness::models
