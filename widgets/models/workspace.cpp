// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/workspace.h"

#include "engine/casework/samplecase.h"
#include "engine/policy/weakercandidates.h"
#include "widgets/words/nametext.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <chrono>

namespace likeness::models
{

namespace
{

using SessionResult = base::Result<std::shared_ptr<casework::CaseSession>>;
using GalleryResult = base::Result<std::shared_ptr<casework::GallerySession>>;

QString sampleFolder()
{
    const auto fromEnvironment = qEnvironmentVariable("LIKENESS_SAMPLE_DIR");
    if (!fromEnvironment.isEmpty())
        return fromEnvironment;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/likeness/sample");
}

bool isSameFolder(const QString &a, const QString &b)
{
    return QDir(a).canonicalPath() == QDir(b).canonicalPath();
}

/// A session that tells when its last holder, on whatever thread, has let go of it and of the lock.
std::shared_ptr<casework::CaseSession> watched(std::shared_ptr<casework::CaseSession> session,
                                               std::promise<void> released)
{
    auto *const raw = session.get();
    const std::shared_ptr<void> guard(
        nullptr, [session = std::move(session),
                  promise = std::make_shared<std::promise<void>>(std::move(released))](void *) mutable {
            session.reset();
            promise->set_value();
        });
    return {guard, raw};
}

/// False when cancelled. On a job's thread only.
bool waitFor(const std::shared_future<void> &released, const base::Progress &progress)
{
    using namespace std::chrono_literals;
    while (released.valid() && released.wait_for(20ms) != std::future_status::ready)
        if (progress.isCancelled())
            return false;
    return true;
}

} // namespace

Workspace::Workspace(std::shared_ptr<const casework::Workstation> workstation, jobs::JobRunner &runner,
                     QObject *parent)
    : QObject(parent), m_workstation(std::move(workstation)), m_runner(runner),
      m_profile(m_workstation->profile())
{
    connect(&m_runner, &jobs::JobRunner::becameIdle, this, &Workspace::forgetKeyWhenIdle);
}

// The case
// ---------------------------------------------------------------------------------------------------

void Workspace::startOpening(const QString &title, std::function<SessionResult(base::Progress &)> work)
{
    // The case that is open now lets go of its lock first: it may be the very folder that is asked for.
    leaveCase();
    m_opening = true;
    emit openingChanged();
    m_runner.run<std::shared_ptr<casework::CaseSession>>(
        title, QStringLiteral("workspace/open"), this,
        [work = std::move(work), released = m_released, title](base::Progress &progress) -> SessionResult {
            // Work of the case before that is being cancelled still holds its lock.
            if (!waitFor(released, progress))
                return base::fail(base::ErrorCode::Cancelled, title);
            return work(progress);
        },
        [this](SessionResult opened) {
            m_opening = false;
            emit openingChanged();
            if (opened)
                adopt(std::move(*opened));
            else if (opened.error().code != base::ErrorCode::Cancelled)
                emit failed(opened.error());
        });
}

void Workspace::createCase(const QString &folder, const model::CaseDetails &details)
{
    startOpening(tr("Creating the case"),
                 [workstation = m_workstation, folder, details](base::Progress &) -> SessionResult {
                     if (!QDir().mkpath(QFileInfo(folder).absolutePath()))
                         return base::fail(base::ErrorCode::WriteFailed, folder);
                     return casework::CaseSession::create(workstation, folder, details);
                 });
}

void Workspace::openCase(const QString &folder)
{
    startOpening(tr("Opening the case"), [workstation = m_workstation, folder](base::Progress &) {
        return casework::CaseSession::open(workstation, folder);
    });
}

void Workspace::openSampleCase()
{
    // The sample gallery may be open already: one session of this program holds its lock, so let go first.
    const QString folder = sampleFolder();
    std::erase_if(m_galleries, [&](const auto &gallery) {
        return isSameFolder(gallery->folder(), folder + QStringLiteral("/sample-gallery"));
    });
    leaveCase();
    m_opening = true;
    emit openingChanged();
    m_runner.run<casework::SampleCase>(
        tr("Preparing the sample case"), QStringLiteral("workspace/open"), this,
        [workstation = m_workstation, folder,
         released = m_released](base::Progress &progress) -> base::Result<casework::SampleCase> {
            if (!waitFor(released, progress))
                return base::fail(base::ErrorCode::Cancelled, folder);
            if (!QDir().mkpath(folder))
                return base::fail(base::ErrorCode::WriteFailed, folder);
            return casework::openSampleCase(workstation, folder, progress);
        },
        [this](base::Result<casework::SampleCase> sample) {
            m_opening = false;
            emit openingChanged();
            if (!sample) {
                if (sample.error().code != base::ErrorCode::Cancelled)
                    emit failed(sample.error());
                return;
            }
            m_galleryId = sample->gallery->gallery().id;
            adoptGallery(std::move(sample->gallery));
            m_evidenceId = sample->evidence;
            m_derivationId.reset();
            m_frame.reset();
            adopt(std::move(sample->file));
        });
}

void Workspace::leaveCase()
{
    for (const auto &job : m_caseJobs)
        if (job)
            job->cancel();
    m_caseJobs.clear();
    m_thumbnails.clear();
    if (!m_case)
        return;
    m_case.reset();
    m_contents = {};
    m_evidenceId = {};
    m_derivationId.reset();
    m_frame.reset();
    m_together.clear();
    m_probeId = {};
    m_searchId = {};
    m_portraitId = {};
    readTasks();
    emit caseChanged();
    emit contentsChanged();
    emit selectionChanged();
}

void Workspace::closeCase()
{
    leaveCase();
}

void Workspace::adopt(std::shared_ptr<casework::CaseSession> opened)
{
    std::promise<void> released;
    m_released = released.get_future().share();
    m_case = watched(std::move(opened), std::move(released));
    if (auto contents = m_case->contents())
        m_contents = std::move(*contents);
    else
        emit failed(contents.error());
    // The work goes on where it stopped: the last search, its probe, and the evidence of that.
    if (!m_contents.searches.empty()) {
        m_searchId = m_contents.searches.back().id;
        m_probeId = m_contents.searches.back().probe;
    } else if (!m_contents.probes.empty()) {
        m_probeId = m_contents.probes.back().id;
    }
    if (const auto *chosen = chosenProbe()) {
        m_evidenceId = chosen->evidence;
        m_derivationId = chosen->derivation;
    }
    dropVanishedChoices();
    readTasks();
    emit caseChanged();
    emit contentsChanged();
    emit selectionChanged();
    if (m_case->isReadOnly() && !m_case->distrust())
        emit notice(tr("The case is open for reading only, because %1 has it open.")
                        .arg(m_case->opening().lockHolder.isEmpty() ? tr("somebody else")
                                                                    : m_case->opening().lockHolder));
    if (!m_case->opening().interrupted.empty())
        emit notice(tr("Some work was cut off when the case was last open. The Case page lists it."));
}

void Workspace::refresh()
{
    if (!m_case)
        return;
    auto contents = m_case->contents();
    if (!contents) {
        emit failed(contents.error());
        return;
    }
    m_contents = std::move(*contents);
    policy::foldWeaker(m_contents, m_workstation->actor());
    dropVanishedChoices();
    readTasks();
    emit contentsChanged();
}

void Workspace::readTasks()
{
    m_tasks.clear();
    if (m_case)
        if (auto tasks = m_case->verificationTasks()) // an account that may verify nothing has none
            m_tasks = std::move(*tasks);
    m_disputes.clear();
    if (m_case)
        if (auto disputes = m_case->disputes())
            m_disputes = std::move(*disputes);
    const bool isBlind = m_isPacketOpen || heldTask();
    if (isBlind == m_isBlind)
        return;
    m_isBlind = isBlind;
    emit blindChanged();
    emit selectionChanged(); // the gallery is out of sight, or in it again
}

const policy::BlindTask *Workspace::heldTask() const
{
    const auto held = std::find_if(m_tasks.begin(), m_tasks.end(), [](const auto &t) { return t.taken; });
    return held == m_tasks.end() ? nullptr : &*held;
}

void Workspace::setPacketOpen(bool open)
{
    m_isPacketOpen = open;
    readTasks();
}

void Workspace::dropVanishedChoices()
{
    if (!chosenEvidence())
        m_frame.reset();
    if (!chosenEvidence())
        m_evidenceId = m_contents.evidence.empty() ? model::EvidenceId() : m_contents.evidence.front().id;
    if (!chosenDerivation())
        m_derivationId.reset();
    if (!chosenProbe())
        m_probeId = {};
    if (!chosenSearch())
        m_searchId = {};
    if (!chosenCandidate())
        m_portraitId = {};
}

// The galleries
// ----------------------------------------------------------------------------------------------

void Workspace::openGallery(const QString &folder)
{
    const auto open = std::find_if(m_galleries.begin(), m_galleries.end(), [&](const auto &gallery) {
        return isSameFolder(gallery->folder(), folder);
    });
    if (open != m_galleries.end()) {
        chooseGallery((*open)->gallery().id);
        return;
    }
    m_runner.run<std::shared_ptr<casework::GallerySession>>(
        tr("Opening the gallery"), {}, this,
        [workstation = m_workstation, folder](base::Progress &) {
            return casework::GallerySession::open(workstation, folder);
        },
        [this](GalleryResult opened) {
            if (!opened) {
                emit failed(opened.error());
                return;
            }
            m_galleryId = (*opened)->gallery().id;
            adoptGallery(std::move(*opened));
        });
}

void Workspace::createGallery(const QString &folder, const QString &name)
{
    m_runner.run<std::shared_ptr<casework::GallerySession>>(
        tr("Creating the gallery"), {}, this,
        [workstation = m_workstation, folder, name](base::Progress &) {
            return casework::GallerySession::create(workstation, folder, name);
        },
        [this](GalleryResult made) {
            if (!made) {
                emit failed(made.error());
                return;
            }
            m_galleryId = (*made)->gallery().id;
            adoptGallery(std::move(*made));
        });
}

void Workspace::openRecentGalleries()
{
    using Opened = std::vector<std::shared_ptr<casework::GallerySession>>;
    m_runner.run<Opened>(
        tr("Opening the galleries"), {}, this,
        [workstation = m_workstation](base::Progress &progress) -> base::Result<Opened> {
            const auto recent = workstation->record().recent(store::WorkstationStore::Kind::Gallery);
            if (!recent)
                return tl::unexpected(recent.error());
            Opened opened;
            for (const auto &entry : *recent) {
                if (progress.isCancelled())
                    return base::fail(base::ErrorCode::Cancelled, entry.folder);
                // A gallery that will not open now is no reason to interrupt the start; opening it by hand
                // says what is wrong.
                if (auto gallery = casework::GallerySession::open(workstation, entry.folder))
                    opened.push_back(std::move(*gallery));
            }
            return opened;
        },
        [this](base::Result<Opened> opened) {
            if (!opened)
                return;
            for (auto &gallery : *opened)
                adoptGallery(std::move(gallery));
        });
}

void Workspace::adoptGallery(std::shared_ptr<casework::GallerySession> opened)
{
    const auto id = opened->gallery().id;
    const auto same = std::find_if(m_galleries.begin(), m_galleries.end(),
                                   [&](const auto &gallery) { return gallery->gallery().id == id; });
    if (same == m_galleries.end())
        m_galleries.push_back(std::move(opened));
    else if (!opened->isReadOnly() || (*same)->isReadOnly())
        *same = std::move(opened);
    if (m_galleryId.isEmpty())
        m_galleryId = id;
    countGalleries();
    emit galleriesChanged();
    emit selectionChanged();
}

std::shared_ptr<casework::GallerySession> Workspace::gallery(const model::GalleryId &id) const
{
    if (m_isBlind)
        return nullptr; // references and portraits beside letters would tell who is who
    const auto found = std::find_if(m_galleries.begin(), m_galleries.end(),
                                    [&](const auto &gallery) { return gallery->gallery().id == id; });
    return found == m_galleries.end() ? nullptr : *found;
}

void Workspace::chooseGallery(const model::GalleryId &id)
{
    if (m_galleryId == id)
        return;
    m_galleryId = id;
    emit selectionChanged();
}

void Workspace::refreshGalleries()
{
    countGalleries();
    emit galleriesChanged();
}

void Workspace::countGalleries()
{
    using Counts = QHash<model::GalleryId, model::GalleryCounts>;
    m_runner.run<Counts>(
        tr("Counting the galleries"), QStringLiteral("workspace/count"), this,
        [galleries = m_galleries](base::Progress &) -> base::Result<Counts> {
            Counts counts;
            for (const auto &gallery : galleries)
                if (const auto counted = gallery->counts())
                    counts.insert(gallery->gallery().id, *counted);
            return counts;
        },
        [this](base::Result<Counts> counts) {
            if (!counts)
                return;
            m_counts = std::move(*counts);
            emit galleriesChanged();
        });
}

void Workspace::recordView(const QString &verb, const QString &subject, const QJsonObject &details)
{
    if (m_case)
        check(m_case->recordView(verb, subject, details));
}

bool Workspace::check(const base::Outcome &outcome)
{
    if (!outcome)
        emit failed(outcome.error());
    return outcome.has_value();
}

QString Workspace::documentsFolder() const
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

} // namespace likeness::models
