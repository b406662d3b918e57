// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/facemodel.h"

#include "widgets/common/pictureconversion.h"
#include "widgets/models/cardrole.h"
#include "widgets/models/thumbnailcache.h"
#include "widgets/words/nametext.h"
#include "widgets/words/qualitytext.h"

#include <algorithm>

namespace likeness::models
{

namespace
{

/// A finder that is still looking may put a better box around the same face: more than half of both together
/// is then common to them.
bool isSameFace(const model::RelativeRect &a, const model::RelativeRect &b)
{
    const double width = std::min(a.right(), b.right()) - std::max(a.x, b.x);
    const double height = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    if (width <= 0 || height <= 0)
        return false;
    const double common = width * height;
    return common > (a.width * a.height + b.width * b.height - common) / 2;
}

} // namespace

FaceModel::FaceModel(QObject *parent) : QAbstractListModel(parent) {}

void FaceModel::setPicture(const base::Picture &picture)
{
    beginResetModel();
    m_picture = picture;
    m_faces.clear();
    m_probes.clear();
    m_foundCount = 0;
    endResetModel();
}

QImage FaceModel::crop(const model::RelativeRect &box) const
{
    return common::cutOut(m_picture, box, 0.15, QSize(ThumbnailCache::side, ThumbnailCache::side));
}

void FaceModel::setFound(const std::vector<model::FoundFace> &found)
{
    const auto isOf = [](const FaceEntry &entry) {
        return [&entry](const model::FoundFace &face) { return isSameFace(entry.found->box, face.box); };
    };
    for (int row = m_foundCount - 1; row >= 0; --row) {
        if (std::any_of(found.begin(), found.end(), isOf(m_faces[size_t(row)])))
            continue;
        beginRemoveRows({}, row, row);
        m_faces.erase(m_faces.begin() + row);
        --m_foundCount;
        endRemoveRows();
    }
    for (int row = 0; row < int(found.size()); ++row) {
        const model::FoundFace &face = found[size_t(row)];
        int old = row;
        while (old < m_foundCount && !isSameFace(m_faces[size_t(old)].found->box, face.box))
            ++old;
        if (old == m_foundCount) {
            beginInsertRows({}, row, row);
            m_faces.insert(m_faces.begin() + row, entryFor(face));
            ++m_foundCount;
            endInsertRows();
            continue;
        }
        if (old != row) {
            beginMoveRows({}, old, old, {}, row);
            std::rotate(m_faces.begin() + row, m_faces.begin() + old, m_faces.begin() + old + 1);
            endMoveRows();
        }
        if (m_faces[size_t(row)].found->box != face.box)
            m_faces[size_t(row)] = entryFor(face);
    }
    // Two of the old ones may have become one.
    if (m_foundCount > int(found.size())) {
        beginRemoveRows({}, int(found.size()), m_foundCount - 1);
        m_faces.erase(m_faces.begin() + int(found.size()), m_faces.begin() + m_foundCount);
        m_foundCount = int(found.size());
        endRemoveRows();
    }
    // Numbers follow the rows, when those have come to rest.
    for (int row = 0; row < m_foundCount; ++row)
        m_faces[size_t(row)].number = row + 1;
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

FaceEntry FaceModel::entryFor(const model::FoundFace &face) const
{
    const bool used = std::any_of(m_probes.begin(), m_probes.end(),
                                  [&](const auto &probe) { return probe.box == face.box; });
    return {face, {}, face.quality, crop(face.box), used, 0};
}

void FaceModel::setRecords(const std::vector<model::Region> &regions, const std::vector<model::Probe> &probes)
{
    m_probes = probes;
    const auto isUsed = [&](const FaceEntry &face) {
        return std::any_of(probes.begin(), probes.end(), [&](const auto &probe) {
            return face.region ? probe.region == face.region->id : probe.box == face.box();
        });
    };
    std::vector<model::Region> drawn;
    std::copy_if(regions.begin(), regions.end(), std::back_inserter(drawn),
                 [](const auto &region) { return region.drawn; });

    // Row by row, so that what is chosen stays chosen when another region comes or goes.
    for (int row = rowCount() - 1; row >= m_foundCount; --row) {
        const auto &id = m_faces[size_t(row)].region->id;
        if (std::any_of(drawn.begin(), drawn.end(), [&](const auto &region) { return region.id == id; }))
            continue;
        beginRemoveRows({}, row, row);
        m_faces.erase(m_faces.begin() + row);
        endRemoveRows();
    }
    // A region that was removed and restored returns to its place in time.
    for (size_t i = 0; i < drawn.size(); ++i) {
        if (rowOf(drawn[i].id) >= 0)
            continue;
        const int row = m_foundCount + int(i);
        beginInsertRows({}, row, row);
        m_faces.insert(m_faces.begin() + row, FaceEntry{{}, drawn[i], {}, crop(drawn[i].box), false, 0});
        endInsertRows();
    }
    for (auto &face : m_faces) {
        face.usedAsProbe = isUsed(face);
        for (const auto &probe : probes)
            if (face.region && probe.region == face.region->id)
                face.quality = probe.quality;
    }
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

void FaceModel::setQuality(int row, const model::FaceQuality &quality)
{
    if (row < 0 || row >= rowCount() || m_faces[size_t(row)].quality == quality)
        return;
    m_faces[size_t(row)].quality = quality;
    emit dataChanged(index(row), index(row));
}

int FaceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_faces.size());
}

QVariant FaceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &face = m_faces[size_t(index.row())];
    const bool isUnsuitable = face.quality && face.quality->grade == model::FaceQuality::Grade::Unsuitable;
    switch (role) {
    case Qt::DisplayRole:
        return face.isDrawn() ? tr("Drawn region %1").arg(index.row() - m_foundCount + 1)
                              : tr("Face %1").arg(face.number);
    case Qt::DecorationRole:
        return face.crop;
    case SecondLineRole:
        return face.quality ? words::phrase(face.quality->grade) : tr("Not measured yet");
    case ThirdLineRole:
        if (face.usedAsProbe)
            return tr("Used as probe");
        if (face.quality && !face.quality->reasons.isEmpty())
            return words::qualityReason(face.quality->reasons.front());
        return face.isDrawn() ? tr("Drawn by hand") : QString();
    case FigureRole:
        return face.quality ? tr("%1 px").arg(qRound(face.quality->eyeDistancePx)) : QString();
    case FigureCaptionRole:
        return face.quality ? tr("eye to eye") : QString();
    case QuietRole:
        return isUnsuitable;
    case CautionRole:
        return isUnsuitable;
    case Qt::ToolTipRole: {
        if (!face.quality)
            return {};
        QStringList lines{
            tr("%1 px between the eyes in the original picture.").arg(qRound(face.quality->eyeDistancePx))};
        for (const auto &reason : face.quality->reasons)
            lines << words::qualityReason(reason) + QLatin1Char('.');
        if (!face.quality->components.empty())
            lines << QString() << words::qualityLines(*face.quality) << QString() << words::qualityNote();
        return lines.join(QLatin1Char('\n'));
    }
    case Qt::AccessibleDescriptionRole:
        return data(index, SecondLineRole);
    case IdRole:
        return face.isDrawn() ? face.region->id.value() : QStringLiteral("found/%1").arg(index.row());
    default:
        return {};
    }
}

const FaceEntry *FaceModel::face(int row) const
{
    return row >= 0 && row < rowCount() ? &m_faces[size_t(row)] : nullptr;
}

int FaceModel::rowOf(const model::RegionId &region) const
{
    const auto found = std::find_if(m_faces.begin(), m_faces.end(), [&](const auto &face) {
        return face.region && face.region->id == region;
    });
    return found == m_faces.end() ? -1 : int(found - m_faces.begin());
}

} // namespace likeness::models
