// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/gallery.h"

#include <QAbstractTableModel>
#include <QHash>

#include <functional>

namespace likeness::models
{

/// The portraits of a gallery, by person, read page by page as somebody scrolls.
class PortraitModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        PersonColumn,
        FileColumn,
        EyesColumn,
        QualityColumn,
        TakenColumn,
        SourceColumn,
        LegalBasisColumn,
        RetainColumn,
        EnrolledColumn,
        ColumnCount
    };
    static constexpr qint64 pageSize = 200;
    using Pages = std::function<base::Result<std::vector<model::Portrait>>(qint64 offset, qint64 atMost)>;

    explicit PortraitModel(QObject *parent = nullptr);

    /// Another gallery, or the same after an enrolment. `references` are of its persons.
    void setSource(Pages pages, QHash<model::PersonId, QString> references);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    const model::Portrait *portrait(int row) const; ///< null outside

signals:
    void failed(const likeness::base::Error &error);

private:
    Pages m_pages;
    QHash<model::PersonId, QString> m_references;
    std::vector<model::Portrait> m_portraits;
    bool m_isComplete = true;
};

} // namespace likeness::models
