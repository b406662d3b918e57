// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/portraitmodel.h"

#include "widgets/words/nametext.h"

#include <QLocale>

namespace likeness::models
{

PortraitModel::PortraitModel(QObject *parent) : QAbstractTableModel(parent) {}

void PortraitModel::setSource(Pages pages, QHash<model::PersonId, QString> references)
{
    beginResetModel();
    m_pages = std::move(pages);
    m_references = std::move(references);
    m_portraits.clear();
    m_isComplete = !m_pages;
    endResetModel();
}

int PortraitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_portraits.size());
}

int PortraitModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool PortraitModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isComplete;
}

void PortraitModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    auto page = m_pages(qint64(m_portraits.size()), pageSize);
    if (!page) {
        m_isComplete = true; // asking again at every scroll would say the same error again
        emit failed(page.error());
        return;
    }
    m_isComplete = qint64(page->size()) < pageSize;
    if (page->empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(page->size()) - 1);
    m_portraits.insert(m_portraits.end(), page->begin(), page->end());
    endInsertRows();
}

QVariant PortraitModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &portrait = m_portraits[size_t(index.row())];
    const auto &from = portrait.provenance;
    const QLocale locale;
    const auto date = [&](const QDate &day) {
        return day.isValid() ? locale.toString(day, QLocale::ShortFormat) : QString();
    };
    if (role == Qt::TextAlignmentRole && index.column() == EyesColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case PersonColumn:
        return m_references.value(portrait.person);
    case FileColumn:
        return portrait.fileName;
    case EyesColumn:
        return tr("%1 px").arg(qRound(portrait.quality.eyeDistancePx));
    case QualityColumn:
        return words::phrase(portrait.quality.grade);
    case TakenColumn:
        return date(from.taken);
    case SourceColumn:
        return from.source;
    case LegalBasisColumn:
        return from.legalBasis;
    case RetainColumn:
        return date(from.retainUntil);
    case EnrolledColumn:
        return locale.toString(portrait.enrolled.toLocalTime(), QLocale::ShortFormat);
    default:
        return {};
    }
}

QVariant PortraitModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == EyesColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PersonColumn:
        return tr("Person");
    case FileColumn:
        return tr("File");
    case EyesColumn:
        return tr("Eye to eye");
    case QualityColumn:
        return tr("Quality");
    case TakenColumn:
        return tr("Taken");
    case SourceColumn:
        return tr("Source");
    case LegalBasisColumn:
        return tr("Legal basis");
    case RetainColumn:
        return tr("Keep until");
    case EnrolledColumn:
        return tr("Enrolled");
    default:
        return {};
    }
}

const model::Portrait *PortraitModel::portrait(int row) const
{
    return row >= 0 && row < rowCount() ? &m_portraits[size_t(row)] : nullptr;
}

} // namespace likeness::models
