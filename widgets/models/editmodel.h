// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/derivation.h"

#include <QAbstractListModel>
#include <QSize>
#include <QStringList>

#include <vector>

namespace likeness::models
{

/// One numbered line an edit; `original` is the size of the picture that the first is applied to.
QStringList editLines(const std::vector<model::Edit> &edits, const QSize &original);
/// The size of what `edits` make of a picture of that size; invalid when they cannot be replayed.
QSize editedSize(const std::vector<model::Edit> &edits, const QSize &original);

/// The edits of a picture as numbered cards, in their order.
class EditModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    /// A list with one edit more, one less or one changed keeps the other rows as they are.
    void setEdits(const std::vector<model::Edit> &edits, const QSize &original);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<model::Edit> m_edits;
    QSize m_original;
};

} // namespace likeness::models
