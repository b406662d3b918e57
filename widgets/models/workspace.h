// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/casesession.h"
#include "engine/casework/gallerysession.h"
#include "widgets/jobs/jobrunner.h"

#include <QObject>

#include <memory>
#include <optional>

namespace likeness::models
{

/// What the window is about: the open case, the galleries at hand, and what is chosen. Pages read it, call
/// its verbs and listen to its signals; nobody else holds this state. Lives on the window's thread; verbs
/// that take time run as jobs and end in a signal.
class Workspace : public QObject
{
    Q_OBJECT
public:
    Workspace(std::shared_ptr<const casework::Workstation> workstation, jobs::JobRunner &runner,
              QObject *parent = nullptr);

    const casework::Workstation &workstation() const { return *m_workstation; }
    std::shared_ptr<const casework::Workstation> sharedWorkstation() const { return m_workstation; }
    jobs::JobRunner &runner() const { return m_runner; }

    // The case
    void createCase(const QString &folder, const model::CaseDetails &details);
    void openCase(const QString &folder);
    /// The training exercise, in the user's data folder (or $LIKENESS_SAMPLE_DIR).
    void openSampleCase();
    void closeCase();
    std::shared_ptr<casework::CaseSession> file() const { return m_case; } ///< null when none is open
    bool hasCase() const { return m_case != nullptr; }
    bool isReadOnly() const { return m_case && m_case->isReadOnly(); }
    const model::CaseContents &contents() const { return m_contents; }
    /// Reads the case again; keeps what is chosen when it still exists. Emits contentsChanged.
    void refresh();

    // The galleries
    void openGallery(const QString &folder);
    void createGallery(const QString &folder, const QString &name);
    const std::vector<std::shared_ptr<casework::GallerySession>> &galleries() const { return m_galleries; }
    std::shared_ptr<casework::GallerySession> gallery(const model::GalleryId &id) const;
    std::shared_ptr<casework::GallerySession> chosenGallery() const { return gallery(m_galleryId); }
    void chooseGallery(const model::GalleryId &id);
    void refreshGalleries(); ///< after an enrolment; emits galleriesChanged

    // What is chosen: the context strip's evidence > probe > search > candidate
    const model::EvidenceItem *chosenEvidence() const;
    const model::Probe *chosenProbe() const;
    const model::Search *chosenSearch() const;
    const model::Candidate *chosenCandidate() const;
    void chooseEvidence(const model::EvidenceId &id);
    void chooseProbe(const model::ProbeId &id);
    void chooseSearch(const model::SearchId &id);
    void chooseCandidate(const model::PortraitId &id);

    // Helpers over contents(), for pages and models
    std::optional<model::CandidateDecision> decision(const model::SearchId &search,
                                                     const model::PortraitId &portrait) const; ///< the last one
    std::optional<model::Examination> examination(const model::SearchId &search,
                                                  const model::PortraitId &portrait) const; ///< the last one

    /// Reports an outcome of a quick verb: on an error emits failed and returns false.
    bool check(const base::Outcome &outcome);

signals:
    void caseChanged();      ///< opened or closed
    void contentsChanged();  ///< records of the open case
    void galleriesChanged();
    void selectionChanged(); ///< any of the four, or the gallery
    void failed(const likeness::base::Error &error); ///< to be said in the message bar
    void notice(const QString &sentence);            ///< a calm remark: recovered, read-only ...

private:
    void adopt(std::shared_ptr<casework::CaseSession> opened);

    std::shared_ptr<const casework::Workstation> m_workstation;
    jobs::JobRunner &m_runner;
    std::shared_ptr<casework::CaseSession> m_case;
    model::CaseContents m_contents;
    std::vector<std::shared_ptr<casework::GallerySession>> m_galleries;
    model::EvidenceId m_evidenceId;
    model::ProbeId m_probeId;
    model::SearchId m_searchId;
    model::PortraitId m_portraitId;
    model::GalleryId m_galleryId;
};

} // namespace likeness::models
