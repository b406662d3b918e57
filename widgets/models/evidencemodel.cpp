// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/evidencemodel.h"

#include "widgets/common/icons.h"
#include "widgets/models/cardrole.h"
#include "widgets/models/editmodel.h"
#include "widgets/words/edittext.h"
#include "widgets/words/errortext.h"

#include <algorithm>

namespace likeness::models
{

namespace
{

const QString thumbnailPrefix = QStringLiteral("evidence/");

} // namespace

EvidenceModel::EvidenceModel(Workspace &workspace, QObject *parent)
    : QAbstractListModel(parent), m_workspace(workspace)
{
    connect(&workspace, &Workspace::caseChanged, this, [this] { m_states.clear(); });
    connect(&workspace, &Workspace::contentsChanged, this, &EvidenceModel::reload);
    connect(&workspace.thumbnails(), &ThumbnailCache::loaded, this, &EvidenceModel::thumbnailLoaded);
    reload();
}

model::PictureSource EvidenceModel::Row::source() const
{
    return derivation ? model::PictureSource(item.id, derivation->frame, derivation->id)
                      : model::PictureSource(item.id);
}

std::vector<EvidenceModel::Row> EvidenceModel::rowsOf(const model::CaseContents &contents)
{
    std::vector<Row> rows;
    for (const auto &item : contents.evidence) {
        rows.push_back({item, {}});
        int number = 0;
        for (const auto &made : contents.derivations)
            if (made.evidence == item.id)
                rows.push_back({item, made, ++number});
    }
    return rows;
}

void EvidenceModel::reload()
{
    auto now = rowsOf(m_workspace.contents());
    const auto same = [](const Row &a, const Row &b) { return a.key() == b.key(); };
    // Rows are only ever added: those that are there stay, so that nothing jumps.
    const bool isAddedTo = [&] {
        size_t next = 0;
        for (const Row &row : now)
            if (next < m_rows.size() && same(row, m_rows[next]))
                ++next;
        return next == m_rows.size();
    }();
    if (!isAddedTo) {
        beginResetModel();
        m_rows = std::move(now);
        endResetModel();
        return;
    }
    for (size_t i = 0; i < now.size(); ++i) {
        if (i < m_rows.size() && same(now[i], m_rows[i]))
            continue;
        size_t end = i + 1;
        while (end < now.size() && (i >= m_rows.size() || !same(now[end], m_rows[i])))
            ++end;
        beginInsertRows({}, int(i), int(end) - 1);
        m_rows.insert(m_rows.begin() + qptrdiff(i), now.begin() + qptrdiff(i), now.begin() + qptrdiff(end));
        endInsertRows();
        i = end - 1;
    }
}

int EvidenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant EvidenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DecorationRole:
        return thumbnail(row);
    case Qt::AccessibleDescriptionRole:
        return data(index, SecondLineRole);
    case IdRole:
        return row.key();
    default:
        return row.derivation ? dataOfDerivation(row, role) : dataOfItem(row, role);
    }
}

QVariant EvidenceModel::dataOfItem(const Row &row, int role) const
{
    const auto &item = row.item;
    const auto state = m_states.constFind(row.key());
    const bool isChecked = state != m_states.constEnd();
    switch (role) {
    case Qt::DisplayRole:
        return item.fileName;
    case SecondLineRole:
        if (isChecked && !state->has_value())
            return state->error().code == base::ErrorCode::EvidenceMissing   ? tr("File is missing")
                   : state->error().code == base::ErrorCode::EvidenceChanged ? tr("File has changed")
                                                                             : tr("Could not be opened");
        return item.isVideo()
                   ? tr("%1 × %2 px, %n frame(s)", nullptr, int(item.frames)).arg(item.width).arg(item.height)
                   : tr("%1 × %2 px").arg(item.width).arg(item.height);
    case ThirdLineRole:
        return !isChecked ? tr("Not checked yet") : state->has_value() ? tr("SHA-256 unchanged") : QString();
    case CautionRole:
        return isChecked && !state->has_value();
    case Qt::ToolTipRole:
        return isChecked && !state->has_value() ? words::sentence(state->error())
                                                : tr("%1\nSHA-256 %2").arg(item.fileName, item.sha256);
    default:
        return {};
    }
}

QVariant EvidenceModel::dataOfDerivation(const Row &row, int role) const
{
    const auto &made = *row.derivation;
    const auto state = m_states.constFind(row.key());
    const bool isBad = state != m_states.constEnd() && !state->has_value();
    switch (role) {
    case Qt::DisplayRole:
        return made.frame ? tr("Edit %1 of frame %2").arg(row.number).arg(*made.frame)
                          : tr("Edit %1").arg(row.number);
    case SecondLineRole:
        if (!isBad)
            return words::phrase(made.edits);
        return state->error().code == base::ErrorCode::DerivationDiffers ? tr("Gives other pixels now")
                                                                         : tr("Could not be opened");
    case ThirdLineRole:
        return tr("%1 × %2 px").arg(made.width).arg(made.height);
    case CautionRole:
        return isBad;
    case IndentRole:
        return 1;
    case Qt::ToolTipRole:
        if (isBad)
            return words::sentence(state->error());
        return tr("Made of %1:\n%2\nSHA-256 of the pixels %3")
            .arg(row.item.fileName,
                 editLines(made.edits, QSize(row.item.width, row.item.height)).join(QLatin1Char('\n')),
                 made.sha256);
    default:
        return {};
    }
}

QImage EvidenceModel::thumbnail(const Row &row) const
{
    // To show a frame of each the whole of each would be read and hashed.
    if (row.item.isVideo() && !row.derivation)
        return common::icon(QStringLiteral("film")).pixmap(QSize(32, 32)).toImage();
    return m_workspace.thumbnails().image(
        thumbnailPrefix + row.key(),
        [file = m_workspace.file(), item = row.item.id,
         source = row.source()](base::Progress &progress) -> base::Result<base::Picture> {
            if (!file)
                return base::fail(base::ErrorCode::NotFound, item.value());
            if (source.derivation)
                return file->openPicture(source, progress);
            auto still = file->openEvidence(item, progress);
            if (!still)
                return tl::unexpected(still.error());
            return still->picture;
        });
}

int EvidenceModel::rowOf(const model::PictureSource &source) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) {
        return source.derivation ? row.derivation && row.derivation->id == *source.derivation
                                 : !row.derivation && row.item.id == source.evidence;
    });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

model::EvidenceId EvidenceModel::idAt(int row) const
{
    return sourceAt(row).evidence;
}

model::PictureSource EvidenceModel::sourceAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[size_t(row)].source() : model::PictureSource();
}

void EvidenceModel::setState(const model::PictureSource &source, const base::Outcome &outcome)
{
    m_states.insert(source.derivation ? source.derivation->value() : source.evidence.value(), outcome);
    if (const int row = rowOf(source); row >= 0)
        emit dataChanged(index(row), index(row));
}

void EvidenceModel::thumbnailLoaded(const QString &key)
{
    for (const Row &row : m_rows) {
        if (thumbnailPrefix + row.key() != key)
            continue;
        const auto error = m_workspace.thumbnails().error(key);
        setState(row.source(), error ? base::Outcome(tl::unexpected(*error)) : base::Outcome());
        return;
    }
}

} // namespace likeness::models
