// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/editmodel.h"

#include "engine/imaging/derivation.h"
#include "widgets/models/cardrole.h"
#include "widgets/words/edittext.h"

namespace likeness::models
{

QSize editedSize(const std::vector<model::Edit> &edits, const QSize &original)
{
    const auto size = imaging::derivedSize(edits, {original.width(), original.height()});
    return size ? QSize(size->width, size->height) : QSize();
}

namespace
{

QSize sizeBefore(const std::vector<model::Edit> &edits, size_t row, const QSize &original)
{
    return editedSize({edits.begin(), edits.begin() + qptrdiff(row)}, original);
}

} // namespace

QStringList editLines(const std::vector<model::Edit> &edits, const QSize &original)
{
    QStringList lines;
    for (size_t row = 0; row < edits.size(); ++row)
        lines << EditModel::tr("%1. %2").arg(row + 1).arg(
            words::phrase(edits[row], sizeBefore(edits, row, original)));
    return lines;
}

void EditModel::setEdits(const std::vector<model::Edit> &edits, const QSize &original)
{
    m_original = original;
    const auto before = m_edits.size(), now = edits.size();
    if (now > before) {
        beginInsertRows({}, int(before), int(now) - 1);
        m_edits = edits;
        endInsertRows();
    } else if (now < before) {
        beginRemoveRows({}, int(now), int(before) - 1);
        m_edits = edits;
        endRemoveRows();
    } else {
        m_edits = edits;
    }
    if (now > 0)
        emit dataChanged(index(0), index(int(now) - 1));
}

int EditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_edits.size());
}

QVariant EditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = size_t(index.row());
    const auto words = [&] { return words::phrase(m_edits[row], sizeBefore(m_edits, row, m_original)); };
    switch (role) {
    case Qt::DisplayRole:
        return words::editTitle(m_edits[row].kind);
    case BadgeRole:
        return QString::number(row + 1);
    case SecondLineRole: {
        // Without the title that stands over it: "Rotate by 5°" is "by 5°" there.
        const QString text = words();
        const QString title = words::editTitle(m_edits[row].kind);
        if (!text.startsWith(title))
            return text;
        const QString rest = text.mid(title.size());
        return (rest.startsWith(QLatin1Char(':')) ? rest.mid(1) : rest).trimmed();
    }
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return words();
    default:
        return {};
    }
}

} // namespace likeness::models
