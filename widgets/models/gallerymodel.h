// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/workspace.h"

#include <QAbstractListModel>

namespace likeness::models
{

/// The galleries at hand, as cards.
class GalleryModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit GalleryModel(Workspace &workspace, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    int rowOf(const model::GalleryId &id) const; ///< -1 when not there
    model::GalleryId idAt(int row) const;

private:
    void reload();

    Workspace &m_workspace;
    std::vector<model::Gallery> m_galleries;
};

} // namespace likeness::models
