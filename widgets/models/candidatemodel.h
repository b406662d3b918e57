// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/workspace.h"

#include <QAbstractListModel>

namespace likeness::models
{

/// The candidates of the chosen search as cards, by rank: portrait, person's reference, distance, and what
/// was decided about them. Leads, never identifications.
class CandidateModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit CandidateModel(Workspace &workspace, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    int rowOf(const model::PortraitId &portrait) const; ///< -1 when not there
    const model::Candidate *candidate(int row) const;   ///< null outside
    bool isSetAside(int row) const;
    /// How far the candidate has come, in a phrase. Locked until both examiners are in: then no conclusion.
    QString standingText(const model::PortraitId &portrait) const;
    /// What earlier searches of the case say about the person; empty when nothing.
    QString memoryText(const model::PortraitId &portrait) const;

    /// "in 4 of 5 frames" when the search was of several; empty otherwise.
    QString framesText(const model::PortraitId &portrait) const;

    static QString distanceText(double distance);
    /// What a distance is and is not, for a tooltip.
    static QString distanceMeaning();

private:
    void reload();
    void remember();

    Workspace &m_workspace;
    model::SearchId m_search;
    model::GalleryId m_gallery;
    int m_frames = 1; ///< that were searched together
    int m_lineOneIn = 0;
    QSet<QString> m_beyondLine; ///< portraits of the list
    std::vector<model::Candidate> m_candidates;
    QHash<QString, policy::Memory> m_memory; ///< by portrait; those with something to say
};

/// Loads a portrait's thumbnail; null while loading, or when its gallery is not at hand.
QImage portraitThumbnail(Workspace &workspace, const model::GalleryId &gallery,
                         const model::PortraitId &portrait);

} // namespace likeness::models
