// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/casesession.h"
#include "engine/casework/gallerysession.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/models/thumbnailcache.h"

#include <QObject>

#include <future>
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
    ThumbnailCache &thumbnails() { return m_thumbnails; } ///< of the open case and of the galleries

    // Who works here. Checking a password is slow and runs as a job; each change ends in accountChanged.
    enum class Access {
        Training,  ///< no agency file: nobody signs in
        SignedOut, ///< an agency file, and nobody signed in
        Working,
        Locked, ///< somebody works here and went away: nothing may be seen until a password is given
    };
    Access access() const;
    bool isTraining() const { return access() == Access::Training; }
    model::Actor actor() const { return m_workstation->actor(); }
    QString lockedAccount() const { return m_lockedAccount; } ///< empty unless locked
    bool isCheckingPassword() const { return m_isCheckingPassword; }
    /// Another account than the locked one closes the case before it works.
    /// `clockIsRight`: a supervisor says that the clock was wrong before and is right now.
    void signIn(const QString &account, const QString &password, bool clockIsRight = false);
    /// Closes the case and forgets the key when the case's last work has ended.
    void signOut();
    /// Nothing is seen from now on; the key is forgotten as soon as no work needs it. Only while working.
    void lock(bool becauseIdle);
    /// Makes the agency file and signs its first supervisor in.
    void createAgency(const QString &name, const model::Account &first, const QString &password);
    /// Runs an act on the agency file as a job; `done` hears how it ended, then accountChanged comes when it
    /// was done.
    void changeAgency(const QString &title, QObject *context,
                      std::function<base::Outcome(const casework::Workstation &)> act,
                      std::function<void(base::Outcome)> done);
    /// What is allowed here, as it was read when the account changed.
    const base::Result<policy::Profile> &profile() const { return m_profile; }
    QDate today() const { return m_workstation->today(); }

    // The case
    void createCase(const QString &folder, const model::CaseDetails &details);
    void openCase(const QString &folder);
    /// The training exercise, in the user's data folder (or $LIKENESS_SAMPLE_DIR).
    void openSampleCase();
    void closeCase(); ///< cancels what runs for the case; the lock goes with the last of it
    /// Null when none is open. Keep it only as long as a piece of work needs it: the case's lock goes with
    /// the last holder.
    std::shared_ptr<casework::CaseSession> file() const { return m_case; }
    bool hasCase() const { return m_case != nullptr; }
    bool isReadOnly() const { return m_case && m_case->isReadOnly(); }
    const model::CaseContents &contents() const { return m_contents; }
    /// Reads the case again; keeps what is chosen when it still exists. Emits contentsChanged.
    void refresh();
    /// Runs work on the open case as a job. `done` is not called when the case was closed meanwhile or
    /// `context` was destroyed; closing the case cancels the work. Null when no case is open.
    template <class T>
    jobs::Job *runInCase(const QString &title, const QString &key, QObject *context,
                         std::function<base::Result<T>(casework::CaseSession &, base::Progress &)> work,
                         std::function<void(base::Result<T>)> done)
    {
        if (!m_case)
            return nullptr;
        auto session = m_case;
        auto *job = m_runner.run<T>(
            title, key, context,
            [session, work = std::move(work)](base::Progress &progress) { return work(*session, progress); },
            [this, weak = std::weak_ptr(session), done = std::move(done)](base::Result<T> result) {
                if (weak.lock() == m_case && m_case)
                    done(std::move(result));
            });
        m_caseJobs.emplace_back(job);
        return job;
    }
    /// The open verifications that this account may take or holds; read with the contents.
    const std::vector<policy::BlindTask> &verificationTasks() const { return m_tasks; }
    /// Disagreements that wait for this account, its list opened or not.
    const std::vector<policy::Dispute> &disputes() const { return m_disputes; }
    const policy::BlindTask *heldTask() const; ///< of the open case; null when none
    /// A verification from another workstation is on the table: there is no case to it.
    void setPacketOpen(bool open);
    /// This account compares blind just now: nothing of lists, galleries, records or reports may be shown.
    bool isBlind() const { return m_isBlind; }
    bool isOpening() const { return m_opening; } ///< a case is being opened or made
    QString documentsFolder() const;             ///< where new cases, galleries and reports are suggested

    // The galleries
    void openGallery(const QString &folder);
    void createGallery(const QString &folder, const QString &name);
    const std::vector<std::shared_ptr<casework::GallerySession>> &galleries() const { return m_galleries; }
    std::shared_ptr<casework::GallerySession> gallery(const model::GalleryId &id) const;
    std::shared_ptr<casework::GallerySession> chosenGallery() const { return gallery(m_galleryId); }
    void chooseGallery(const model::GalleryId &id);
    void refreshGalleries(); ///< after an enrolment; emits galleriesChanged
    /// Of the last refresh; empty while they are being counted.
    model::GalleryCounts counts(const model::GalleryId &id) const { return m_counts.value(id); }
    bool isCounted(const model::GalleryId &id) const { return m_counts.contains(id); }
    /// Opens the galleries that this workstation had open lately, as a job; call once at the start.
    void openRecentGalleries();

    // What is chosen: the context strip's evidence > probe > search > candidate
    const model::EvidenceItem *chosenEvidence() const;
    const model::Probe *chosenProbe() const;
    const model::Search *chosenSearch() const;
    const model::Candidate *chosenCandidate() const;
    const model::Derivation *chosenDerivation() const; ///< of the chosen evidence; null: the evidence as it is
    /// The evidence as it is, one frame of it, or its chosen derivation: what the Evidence page shows.
    model::PictureSource chosenPicture() const;
    void chooseEvidence(const model::EvidenceId &id); ///< as it is
    void choosePicture(const model::PictureSource &source);
    void chooseProbe(const model::ProbeId &id);
    /// Several frames of one chosen face that are searched together; the first is the chosen probe.
    void chooseProbes(const std::vector<model::ProbeId> &ids);
    /// Those that go with the chosen probe, as they were chosen or searched together last; mostly none.
    std::vector<model::ProbeId> furtherProbes() const;
    void chooseSearch(const model::SearchId &id);
    void chooseCandidate(const model::PortraitId &id);

    // Helpers over contents(), for pages and models
    std::optional<model::CandidateDecision>
    decision(const model::SearchId &search,
             const model::PortraitId &portrait) const; ///< the last one
    std::optional<model::Examination> examination(const model::SearchId &search,
                                                  const model::PortraitId &portrait) const; ///< the last one

    /// The list of this search is not shown to this account (yet): nothing of it is in contents().
    bool isWithheld(const model::SearchId &search) const;

    const model::EvidenceItem *evidence(const model::EvidenceId &id) const;
    const model::Derivation *derivation(const model::DerivationId &id) const;
    const model::Probe *probe(const model::ProbeId &id) const;

    /// Enters that somebody looked. A failure is said, and stops nothing.
    void recordView(const QString &verb, const QString &subject, const QJsonObject &details = {});

    /// What faces are looked for with; a setting of the workstation.
    const face::FinderSettings &finderSettings() const { return m_finderSettings; }
    void setFinderSettings(const face::FinderSettings &settings) { m_finderSettings = settings; }

    /// Reports an outcome of a quick verb: on an error emits failed and returns false.
    bool check(const base::Outcome &outcome);

signals:
    void accountChanged();                                 ///< access(), actor() or profile()
    void passwordCheckChanged();                           ///< begun or ended
    void signInFailed(const likeness::base::Error &error); ///< said where the password was typed
    void caseChanged();                                    ///< opened or closed
    void contentsChanged();                                ///< records of the open case
    void galleriesChanged();
    void selectionChanged();                         ///< any of the four, or the gallery
    void failed(const likeness::base::Error &error); ///< to be said in the message bar
    void notice(const QString &sentence);            ///< a calm remark: recovered, read-only ...
    void openingChanged();
    void blindChanged();

private:
    void adopt(std::shared_ptr<casework::CaseSession> opened);
    void adoptGallery(std::shared_ptr<casework::GallerySession> opened);
    void
    startOpening(const QString &title,
                 std::function<base::Result<std::shared_ptr<casework::CaseSession>>(base::Progress &)> work);
    void leaveCase();
    void signedIn(const model::Actor &actor);
    void forgetKeyWhenIdle();
    void readProfile();
    void readTasks();
    void dropVanishedChoices();
    void countGalleries();

    std::shared_ptr<const casework::Workstation> m_workstation;
    jobs::JobRunner &m_runner;
    ThumbnailCache m_thumbnails;
    std::shared_ptr<casework::CaseSession> m_case;
    std::shared_future<void> m_released; ///< ready when the last holder of a session let go of it
    model::CaseContents m_contents;
    std::vector<std::shared_ptr<casework::GallerySession>> m_galleries;
    model::EvidenceId m_evidenceId;
    std::optional<model::DerivationId> m_derivationId;
    std::optional<qint64> m_frame; ///< of a recording, when it is worked on like a photograph
    model::ProbeId m_probeId;
    QHash<model::ProbeId, std::vector<model::ProbeId>> m_together; ///< by the first of them
    model::SearchId m_searchId;
    model::PortraitId m_portraitId;
    model::GalleryId m_galleryId;
    QHash<model::GalleryId, model::GalleryCounts> m_counts;
    std::vector<QPointer<jobs::Job>> m_caseJobs;
    bool m_opening = false;
    std::vector<policy::BlindTask> m_tasks;
    std::vector<policy::Dispute> m_disputes;
    bool m_isPacketOpen = false;
    bool m_isBlind = false;
    QString m_lockedAccount;
    bool m_isCheckingPassword = false;
    bool m_isSigningOut = false;
    bool m_mustForgetKey = false; ///< locked; work in progress still needs the key
    bool m_lockedIdle = false;
    base::Result<policy::Profile> m_profile;
    face::FinderSettings m_finderSettings;
};

} // namespace likeness::models
