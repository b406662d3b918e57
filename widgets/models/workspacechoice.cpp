// SPDX-License-Identifier: GPL-3.0-or-later
// Workspace: what is chosen.
#include "widgets/models/workspace.h"

#include <algorithm>

namespace likeness::models
{

namespace
{

template <class Records, class Id>
auto find(const Records &records, const Id &id) -> decltype(records.data())
{
    const auto found =
        std::find_if(records.begin(), records.end(), [&](const auto &r) { return r.id == id; });
    return found == records.end() ? nullptr : &*found;
}

/// The newest record that is about this candidate.
template <class Record>
std::optional<Record> last(const std::vector<Record> &records, const model::SearchId &search,
                           const model::PortraitId &portrait)
{
    const auto found = std::find_if(records.rbegin(), records.rend(), [&](const Record &record) {
        return record.search == search && record.portrait == portrait;
    });
    return found == records.rend() ? std::nullopt : std::optional(*found);
}

} // namespace

const model::EvidenceItem *Workspace::evidence(const model::EvidenceId &id) const
{
    return find(m_contents.evidence, id);
}

const model::Probe *Workspace::probe(const model::ProbeId &id) const
{
    return find(m_contents.probes, id);
}

const model::EvidenceItem *Workspace::chosenEvidence() const
{
    return evidence(m_evidenceId);
}

const model::Probe *Workspace::chosenProbe() const
{
    return probe(m_probeId);
}

const model::Search *Workspace::chosenSearch() const
{
    return find(m_contents.searches, m_searchId);
}

const model::Candidate *Workspace::chosenCandidate() const
{
    const auto *search = chosenSearch();
    if (!search)
        return nullptr;
    const auto found =
        std::find_if(search->candidates.begin(), search->candidates.end(),
                     [&](const auto &candidate) { return candidate.portrait == m_portraitId; });
    return found == search->candidates.end() ? nullptr : &*found;
}

const model::Derivation *Workspace::derivation(const model::DerivationId &id) const
{
    return find(m_contents.derivations, id);
}

const model::Derivation *Workspace::chosenDerivation() const
{
    const auto *made = m_derivationId ? derivation(*m_derivationId) : nullptr;
    return made && made->evidence == m_evidenceId ? made : nullptr;
}

model::PictureSource Workspace::chosenPicture() const
{
    const auto *made = chosenDerivation();
    return made ? model::PictureSource(m_evidenceId, made->frame, made->id)
                : model::PictureSource(m_evidenceId, m_frame);
}

void Workspace::chooseEvidence(const model::EvidenceId &id)
{
    choosePicture(id);
}

void Workspace::choosePicture(const model::PictureSource &source)
{
    // The frame of a derivation is that of its record.
    const auto frame = source.derivation ? std::nullopt : source.frame;
    if (m_evidenceId == source.evidence && m_derivationId == source.derivation && m_frame == frame)
        return;
    m_evidenceId = source.evidence;
    m_derivationId = source.derivation;
    m_frame = frame;
    emit selectionChanged();
}

void Workspace::chooseProbe(const model::ProbeId &id)
{
    if (m_probeId == id)
        return;
    m_probeId = id;
    if (const auto *chosen = chosenProbe()) {
        m_evidenceId = chosen->evidence;
        m_derivationId = chosen->derivation;
        m_frame.reset();
    }
    // The candidates of another probe must not stand beside this one.
    const auto *search = chosenSearch();
    if (!search || search->probe != id) {
        m_searchId = {};
        m_portraitId = {};
        for (const auto &made : m_contents.searches)
            if (made.probe == id)
                m_searchId = made.id;
    }
    emit selectionChanged();
}

void Workspace::chooseProbes(const std::vector<model::ProbeId> &ids)
{
    if (ids.empty())
        return;
    m_together.insert(ids.front(), {ids.begin() + 1, ids.end()});
    if (m_probeId == ids.front())
        emit selectionChanged();
    else
        chooseProbe(ids.front());
}

std::vector<model::ProbeId> Workspace::furtherProbes() const
{
    std::vector<model::ProbeId> further;
    if (const auto chosen = m_together.constFind(m_probeId); chosen != m_together.constEnd()) {
        further = *chosen;
    } else {
        const auto &searches = m_contents.searches;
        const auto last = std::find_if(searches.rbegin(), searches.rend(),
                                       [this](const auto &search) { return search.probe == m_probeId; });
        if (last != searches.rend())
            further = last->furtherProbes;
    }
    std::erase_if(further, [this](const auto &id) { return !probe(id); });
    return further;
}

void Workspace::chooseSearch(const model::SearchId &id)
{
    if (m_searchId == id)
        return;
    m_searchId = id;
    m_portraitId = {};
    if (const auto *chosen = chosenSearch()) {
        m_probeId = chosen->probe;
        if (const auto *behind = chosenProbe()) {
            m_evidenceId = behind->evidence;
            m_derivationId = behind->derivation;
            m_frame.reset();
        }
    }
    emit selectionChanged();
}

void Workspace::chooseCandidate(const model::PortraitId &id)
{
    if (m_portraitId == id)
        return;
    m_portraitId = id;
    emit selectionChanged();
}

std::optional<model::CandidateDecision> Workspace::decision(const model::SearchId &search,
                                                            const model::PortraitId &portrait) const
{
    return last(m_contents.decisions, search, portrait);
}

std::optional<model::Examination> Workspace::examination(const model::SearchId &search,
                                                         const model::PortraitId &portrait) const
{
    return last(m_contents.examinations, search, portrait);
}

bool Workspace::isWithheld(const model::SearchId &search) const
{
    const auto &withheld = m_contents.withheld;
    return std::find(withheld.begin(), withheld.end(), search) != withheld.end();
}

} // namespace likeness::models
