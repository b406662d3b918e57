// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/workspace.h"

#include <QAbstractListModel>

namespace likeness::models
{

/// The evidence of the open case as cards: thumbnail, name, size, and whether its bytes are unchanged. The
/// thumbnail is made from the re-hashed file, so it also answers that. What edits made of an item follows it,
/// set in: the edits in words, the size, and whether they still give the recorded pixels.
class EvidenceModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit EvidenceModel(Workspace &workspace, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// -1 when not there. A frame without a derivation is in the row of its recording.
    int rowOf(const model::PictureSource &source) const;
    model::EvidenceId idAt(int row) const;
    model::PictureSource sourceAt(int row) const;
    /// Remembers what an opening or a check said; it stands on the card.
    void setState(const model::PictureSource &source, const base::Outcome &outcome);

private:
    struct Row {
        model::EvidenceItem item;
        std::optional<model::Derivation> derivation;
        int number = 0; ///< of a derivation among those of its item, from 1
        QString key() const { return derivation ? derivation->id.value() : item.id.value(); }
        model::PictureSource source() const;
    };
    static std::vector<Row> rowsOf(const model::CaseContents &contents);
    QVariant dataOfItem(const Row &row, int role) const;
    QVariant dataOfDerivation(const Row &row, int role) const;
    QImage thumbnail(const Row &row) const;
    void reload();
    void thumbnailLoaded(const QString &key);

    Workspace &m_workspace;
    std::vector<Row> m_rows;
    QHash<QString, base::Outcome> m_states; ///< by Row::key()
};

} // namespace likeness::models
