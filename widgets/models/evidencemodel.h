// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/workspace.h"

#include <QAbstractListModel>

namespace likeness::models
{

/// The evidence of the open case as cards: thumbnail, name, size, and whether its bytes are unchanged. The
/// thumbnail is made from the re-hashed file, so it also answers that.
class EvidenceModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit EvidenceModel(Workspace &workspace, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    int rowOf(const model::EvidenceId &id) const; ///< -1 when not there
    model::EvidenceId idAt(int row) const;
    /// Remembers what an opening or a check said; it stands on the card.
    void setState(const model::EvidenceId &id, const base::Outcome &outcome);

private:
    void reload();
    void thumbnailLoaded(const QString &key);

    Workspace &m_workspace;
    std::vector<model::EvidenceItem> m_items;
    QHash<model::EvidenceId, base::Outcome> m_states;
};

} // namespace likeness::models
