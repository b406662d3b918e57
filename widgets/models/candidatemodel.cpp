// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/candidatemodel.h"

#include "engine/imaging/imaging.h"
#include "widgets/models/cardrole.h"
#include "widgets/words/examinationtext.h"
#include "widgets/words/frequencytext.h"
#include "widgets/words/nametext.h"

#include <QLocale>

#include <algorithm>

namespace likeness::models
{

namespace
{

QString thumbnailKey(const model::PortraitId &portrait)
{
    return QStringLiteral("portrait/") + portrait.value();
}

} // namespace

QImage portraitThumbnail(Workspace &workspace, const model::GalleryId &galleryId,
                         const model::PortraitId &portrait)
{
    const auto gallery = workspace.gallery(galleryId);
    if (!gallery)
        return {};
    return workspace.thumbnails().image(
        thumbnailKey(portrait), [gallery, portrait](base::Progress &progress) -> base::Result<base::Picture> {
            const auto record = gallery->portrait(portrait);
            if (!record)
                return tl::unexpected(record.error());
            auto still = gallery->openPortrait(portrait, progress);
            if (!still)
                return tl::unexpected(still.error());
            // The face with some surroundings: an enrolled photograph may show much more than the person.
            return imaging::crop(still->picture, imaging::grown(record->box, 0.35));
        });
}

CandidateModel::CandidateModel(Workspace &workspace, QObject *parent)
    : QAbstractListModel(parent), m_workspace(workspace)
{
    connect(&workspace, &Workspace::contentsChanged, this, &CandidateModel::reload);
    connect(&workspace, &Workspace::selectionChanged, this, &CandidateModel::reload);
    const auto repaint = [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0), index(rowCount() - 1));
    };
    connect(&workspace, &Workspace::galleriesChanged, this, repaint);
    connect(&workspace.thumbnails(), &ThumbnailCache::loaded, this, [this](const QString &key) {
        for (int row = 0; row < rowCount(); ++row)
            if (thumbnailKey(m_candidates[size_t(row)].portrait) == key)
                emit dataChanged(index(row), index(row), {Qt::DecorationRole});
    });
    reload();
}

void CandidateModel::reload()
{
    const auto *search = m_workspace.chosenSearch();
    const auto id = search ? search->id : model::SearchId();
    // A search never changes once made, but its list may have been opened.
    if (id == m_search && (!search || search->candidates.size() == m_candidates.size())) {
        remember();
        if (rowCount() > 0)
            emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_search = id;
    m_gallery = search ? search->gallery : model::GalleryId();
    m_frames = search ? 1 + int(search->furtherProbes.size()) : 1;
    m_lineOneIn = search && search->calibration ? search->calibration->oneIn : 0;
    m_beyondLine.clear();
    for (size_t i = 0; search && i < search->candidates.size(); ++i)
        if (model::isBeyondLine(*search, search->candidates[i]))
            m_beyondLine.insert(search->candidates[i].portrait.value());
    m_candidates = search ? search->candidates : std::vector<model::Candidate>();
    remember();
    endResetModel();
}

void CandidateModel::remember()
{
    m_memory.clear();
    for (const auto &candidate : m_candidates) {
        auto memory = policy::memoryOf(m_workspace.contents(), candidate.person, m_search);
        if (memory.excluded || memory.setAside)
            m_memory.insert(candidate.portrait.value(), std::move(memory));
    }
}

QString CandidateModel::standingText(const model::PortraitId &portrait) const
{
    const auto standing = policy::standing(m_workspace.contents(), m_search, portrait);
    using State = policy::Standing::State;
    switch (standing.state) {
    case State::Examined:
        return standing.first ? words::phrase(standing.first->conclusion) : words::phrase(standing.state);
    case State::Agreed:
    case State::Adjudicated:
        return standing.outcome
                   ? tr("%1: %2").arg(words::phrase(standing.state), words::phrase(*standing.outcome))
                   : words::phrase(standing.state);
    default:
        return words::phrase(standing.state);
    }
}

QString CandidateModel::memoryText(const model::PortraitId &portrait) const
{
    const auto memory = m_memory.constFind(portrait.value());
    if (memory == m_memory.constEnd())
        return {};
    const QString day = memory->since.toLocalTime().date().toString(Qt::ISODate);
    return memory->excluded ? tr("Excluded by two examiners on %1").arg(day)
                            : tr("Set aside in another search on %1").arg(day);
}

QString CandidateModel::framesText(const model::PortraitId &portrait) const
{
    const auto *chosen = candidate(rowOf(portrait));
    return chosen && m_frames > 1 ? tr("in %1 of %n frame(s)", nullptr, m_frames).arg(chosen->framesPresent)
                                  : QString();
}

int CandidateModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_candidates.size());
}

QString CandidateModel::distanceText(double distance)
{
    return QLocale().toString(distance, 'f', 3);
}

QString CandidateModel::distanceMeaning()
{
    return tr(
        "Euclidean distance between two templates. Smaller means that the engine finds the two faces "
        "more alike. It is not a probability. How often a stranger would get a candidate this close stands beside it. In a gallery "
        "of 200 persons or more the list goes by the normalised distance: the distance divided by how near "
        "strangers come to each of the two faces, so that a face which resembles many does not rise above others.");
}

bool CandidateModel::isSetAside(int row) const
{
    const auto *chosen = candidate(row);
    if (!chosen)
        return false;
    const auto decision = m_workspace.decision(m_search, chosen->portrait);
    return decision && decision->setAside;
}

QVariant CandidateModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &candidate = m_candidates[size_t(index.row())];
    const auto decision = m_workspace.decision(m_search, candidate.portrait);
    const bool isAside = decision && decision->setAside;
    const bool isExamined = m_workspace.examination(m_search, candidate.portrait).has_value();
    switch (role) {
    case Qt::DisplayRole:
        return candidate.personReference;
    case Qt::DecorationRole:
        return portraitThumbnail(m_workspace, m_gallery, candidate.portrait);
    case BadgeRole:
        return QString::number(candidate.rank);
    case FigureRole:
        return distanceText(candidate.score());
    case FigureCaptionRole:
        return candidate.normalised ? tr("normalised") : tr("distance");
    case SecondLineRole:
        return isAside && !isExamined ? tr("Set aside: %1").arg(decision->reason)
                                      : standingText(candidate.portrait);
    case ThirdLineRole:
    {
        QStringList parts{m_beyondLine.contains(candidate.portrait.value()) ? words::beyondLinePhrase(m_lineOneIn)
                                                                            : QString(),
                          candidate.frequency ? tr("%1 strangers come this close").arg(words::frequencyPhrase(*candidate.frequency))
                                              : QString(),
                          m_frames > 1 ? framesText(candidate.portrait)
                          : candidate.isFragile() ? words::robustnessText(candidate)
                                                  : QString()};
        if (const QString memory = memoryText(candidate.portrait); !memory.isEmpty())
            parts << memory;
        else if (isAside && isExamined)
            parts << tr("Set aside: %1").arg(decision->reason);
        parts.removeAll(QString());
        for (QString &part : parts)
            part[0] = part[0].toUpper();
        return parts.join(QStringLiteral(". "));
    }
    case QuietRole:
        return isAside;
    case Qt::ToolTipRole:
        return distanceMeaning();
    case Qt::AccessibleDescriptionRole:
        return data(index, SecondLineRole);
    case IdRole:
        return candidate.portrait.value();
    default:
        return {};
    }
}

int CandidateModel::rowOf(const model::PortraitId &portrait) const
{
    const auto found = std::find_if(m_candidates.begin(), m_candidates.end(),
                                    [&](const auto &candidate) { return candidate.portrait == portrait; });
    return found == m_candidates.end() ? -1 : int(found - m_candidates.begin());
}

const model::Candidate *CandidateModel::candidate(int row) const
{
    return row >= 0 && row < rowCount() ? &m_candidates[size_t(row)] : nullptr;
}

} // namespace likeness::models
