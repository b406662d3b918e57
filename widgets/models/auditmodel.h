// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/audit.h"

#include <QAbstractTableModel>

#include <functional>
#include <vector>

namespace likeness::models
{

/// An audit chain, newest entry first, read page by page. Nothing here can be changed.
class AuditModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        NumberColumn,
        TimeColumn,
        ActorColumn,
        ActColumn,
        SubjectColumn,
        DetailsColumn,
        ColumnCount
    };
    static constexpr qint64 pageSize = 200;
    enum Role { VerbRole = Qt::UserRole + 1 };

    struct Chain {
        std::function<base::Result<model::AuditHead>()> head;
        std::function<base::Result<std::vector<model::AuditEntry>>(qint64 fromNumber, qint64 atMost)> entries;
    };

    explicit AuditModel(QObject *parent = nullptr);

    void setChain(Chain chain);
    void clear() { setChain({}); }
    /// Shows these instead of the chain, until showAll; newest first.
    void showFound(std::vector<model::AuditEntry> entries);
    void showAll();
    bool isShowingFound() const { return m_isShowingFound; }
    /// Looks for newer entries; they come in at the top and what was read stays.
    void refresh();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    const model::AuditEntry *entry(int row) const; ///< null outside
    qint64 chainLength() const { return m_newest; }

signals:
    void failed(const likeness::base::Error &error);

private:
    const std::vector<model::AuditEntry> &shown() const { return m_isShowingFound ? m_found : m_entries; }

    Chain m_chain;
    std::vector<model::AuditEntry> m_found;
    bool m_isShowingFound = false;
    std::vector<model::AuditEntry> m_entries; ///< by falling number
    qint64 m_newest = 0;                      ///< number of the newest entry read
    qint64 m_oldest = 1;                      ///< number of the oldest entry read; 1: all are read
};

} // namespace likeness::models
