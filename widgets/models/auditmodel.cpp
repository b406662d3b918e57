// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/auditmodel.h"

#include "engine/base/clock.h"
#include "widgets/models/auditfilter.h"
#include "widgets/words/nametext.h"

#include <QLocale>

#include <algorithm>

namespace likeness::models
{

AuditModel::AuditModel(QObject *parent) : QAbstractTableModel(parent) {}

void AuditModel::setChain(Chain chain)
{
    beginResetModel();
    m_chain = std::move(chain);
    m_entries.clear();
    m_found.clear();
    m_isShowingFound = false;
    m_newest = 0;
    m_oldest = 1;
    if (m_chain.head) {
        if (const auto head = m_chain.head()) {
            m_newest = head->count;
            m_oldest = head->count + 1;
        } else {
            emit failed(head.error());
        }
    }
    endResetModel();
}

void AuditModel::showFound(std::vector<model::AuditEntry> entries)
{
    beginResetModel();
    m_found = std::move(entries);
    m_isShowingFound = true;
    endResetModel();
}

void AuditModel::showAll()
{
    if (!m_isShowingFound)
        return;
    beginResetModel();
    m_found.clear();
    m_isShowingFound = false;
    endResetModel();
}

void AuditModel::refresh()
{
    if (!m_chain.head)
        return;
    const auto head = m_chain.head();
    if (!head) {
        emit failed(head.error());
        return;
    }
    if (head->count <= m_newest)
        return;
    auto newer = m_chain.entries(m_newest + 1, head->count - m_newest);
    if (!newer) {
        emit failed(newer.error());
        return;
    }
    if (newer->empty())
        return;
    std::reverse(newer->begin(), newer->end());
    if (!m_isShowingFound)
        beginInsertRows({}, 0, int(newer->size()) - 1);
    m_newest = newer->front().number;
    m_entries.insert(m_entries.begin(), newer->begin(), newer->end());
    if (!m_isShowingFound)
        endInsertRows();
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isShowingFound && m_oldest > 1;
}

void AuditModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const qint64 from = std::max<qint64>(1, m_oldest - pageSize);
    auto page = m_chain.entries(from, m_oldest - from);
    if (page) // where entries were cut out of the chain the page reaches into what was read
        std::erase_if(*page, [this](const auto &entry) { return entry.number >= m_oldest; });
    if (!page || page->empty()) {
        m_oldest = 1; // what is missing from the chain is for the verification to say, not for a scroll
        if (!page)
            emit failed(page.error());
        return;
    }
    std::reverse(page->begin(), page->end());
    beginInsertRows({}, rowCount(), rowCount() + int(page->size()) - 1);
    m_entries.insert(m_entries.end(), page->begin(), page->end());
    m_oldest = from;
    endInsertRows();
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(shown().size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &entry = shown()[size_t(index.row())];
    switch (role) {
    case Qt::TextAlignmentRole:
        return int((index.column() == NumberColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case VerbRole:
        return entry.act.verb;
    case Qt::ToolTipRole:
        return tr("%1 (%2) by %3 on %4\nEntry hash %5")
            .arg(words::actDone(entry.act.verb), base::timeText(entry.time), entry.actor, entry.host,
                 entry.hash);
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case NumberColumn:
        return QString::number(entry.number);
    case TimeColumn:
        return QLocale().toString(entry.time.toLocalTime(), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    case ActorColumn:
        return entry.actor;
    case ActColumn:
        return words::actDone(entry.act.verb);
    case SubjectColumn:
        return entry.act.subject;
    case DetailsColumn:
        return detailLine(entry.act.details);
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == NumberColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return tr("No.");
    case TimeColumn:
        return tr("Time");
    case ActorColumn:
        return tr("Who");
    case ActColumn:
        return tr("What");
    case SubjectColumn:
        return tr("About");
    case DetailsColumn:
        return tr("Details");
    default:
        return {};
    }
}

const model::AuditEntry *AuditModel::entry(int row) const
{
    return row >= 0 && row < rowCount() ? &shown()[size_t(row)] : nullptr;
}

} // namespace likeness::models
