// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/casefile.h"

#include <QAbstractListModel>
#include <QImage>

#include <optional>
#include <vector>

namespace likeness::models
{

/// A face of one evidence item that may become a probe: found by the finder, or drawn by hand.
struct FaceEntry {
    std::optional<model::FoundFace> found;
    std::optional<model::Region> region; ///< drawn by hand
    std::optional<model::FaceQuality> quality;
    QImage crop;
    bool usedAsProbe = false;
    int number = 0; ///< of a found face, as it is called

    model::RelativeRect box() const { return region ? region->box : found->box; }
    std::optional<model::EyePoints> eyes() const
    {
        return region ? region->eyes : std::optional(found->eyes);
    }
    bool isDrawn() const { return region.has_value(); }
};

/// The faces of the picture that is looked at: the found ones by confidence, then the drawn ones by time.
/// Crops are cut from the picture in memory and kept nowhere.
class FaceModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit FaceModel(QObject *parent = nullptr);

    /// Another picture: all faces are forgotten.
    void setPicture(const base::Picture &picture);
    /// The found faces as they are known now, by falling confidence. A face that was there before, its box in
    /// place or a little moved, keeps its row's indexes, so that what is chosen stays chosen.
    void setFound(const std::vector<model::FoundFace> &found);
    /// The regions and probes of this evidence item, as the case has them now.
    void setRecords(const std::vector<model::Region> &regions, const std::vector<model::Probe> &probes);
    /// What an alignment said about a drawn region.
    void setQuality(int row, const model::FaceQuality &quality);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    const FaceEntry *face(int row) const; ///< null outside
    int rowOf(const model::RegionId &region) const;
    int foundCount() const { return m_foundCount; }
    int drawnCount() const { return rowCount() - m_foundCount; }

private:
    QImage crop(const model::RelativeRect &box) const;
    FaceEntry entryFor(const model::FoundFace &face) const;

    base::Picture m_picture;
    std::vector<FaceEntry> m_faces;
    std::vector<model::Probe> m_probes;
    int m_foundCount = 0;
};

} // namespace likeness::models
