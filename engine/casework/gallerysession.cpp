// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, reading and searching a gallery. Enrolment stands in enrolling.cpp.
#include "engine/casework/gallerysession.h"

#include "engine/audit/verbs.h"
#include "engine/base/log.h"
#include "engine/casework/permission.h"

#include <QJsonArray>

namespace likeness::casework
{

using base::ErrorCode;
using store::WorkstationStore;

GallerySession::GallerySession(std::shared_ptr<const Workstation> workstation,
                               std::unique_ptr<store::GalleryStore> store)
    : m_workstation(std::move(workstation)), m_store(std::move(store))
{
}

base::Result<std::shared_ptr<GallerySession>>
GallerySession::create(std::shared_ptr<const Workstation> workstation, const QString &folder,
                       const QString &name)
{
    return createServing(std::move(workstation), folder, name, std::nullopt);
}

base::Result<std::shared_ptr<GallerySession>>
GallerySession::create(std::shared_ptr<const Workstation> workstation, const QString &folder,
                       const QString &name, const face::DescriberSettings &settings)
{
    const auto engine = workstation->engine();
    if (!engine)
        return tl::unexpected(engine.error());
    return createServing(std::move(workstation), folder, name, (*engine)->version(settings));
}

base::Result<std::shared_ptr<GallerySession>>
GallerySession::createServing(std::shared_ptr<const Workstation> workstation, const QString &folder,
                              const QString &name, const std::optional<model::EngineVersion> &serving)
{
    LIKENESS_TRY(requireAllowed(*workstation, policy::Deed::Enrol, folder));
    if (name.trimmed().isEmpty())
        return base::fail(ErrorCode::InvalidArgument, folder, QStringLiteral("a gallery needs a name"));
    auto store = store::GalleryStore::create(folder, name.trimmed(), workstation->actor(),
                                             workstation->clock(), serving);
    if (!store)
        return tl::unexpected(store.error());
    const std::shared_ptr<GallerySession> session(
        new GallerySession(std::move(workstation), std::move(*store)));
    LIKENESS_TRY(session->rememberHead());
    return session;
}

base::Result<std::shared_ptr<GallerySession>>
GallerySession::open(std::shared_ptr<const Workstation> workstation, const QString &folder,
                     store::AccessWanted wanted)
{
    if (!workstation->isSignedIn())
        return base::fail(ErrorCode::NotSignedIn, folder);
    auto store = store::GalleryStore::open(folder, workstation->actor(), workstation->clock(), wanted);
    if (!store)
        return tl::unexpected(store.error());
    const std::shared_ptr<GallerySession> session(
        new GallerySession(std::move(workstation), std::move(*store)));
    LIKENESS_TRY(session->rememberHead());
    return session;
}

GallerySession::~GallerySession()
{
    if (const auto remembered = rememberHead(); !remembered)
        qCWarning(base::logCasework) << "the gallery's head was not remembered:"
                                     << base::errorCodeName(remembered.error().code);
}

base::Outcome GallerySession::rememberHead() const
{
    const auto head = m_store->auditHead();
    if (!head)
        return tl::unexpected(head.error());
    return m_workstation->record().remember(WorkstationStore::Kind::Gallery, folder(), gallery().name, *head,
                                            m_workstation->actor());
}

QString GallerySession::folder() const
{
    return m_store->folder();
}

const store::Opening &GallerySession::opening() const
{
    return m_store->opening();
}

bool GallerySession::isReadOnly() const
{
    return m_store->opening().readOnly;
}

model::Gallery GallerySession::gallery() const
{
    return m_store->gallery();
}

base::Result<model::GalleryCounts> GallerySession::counts() const
{
    // A gallery can be looked at without an engine; an empty one then has nothing to compare.
    const auto version = serving();
    return m_store->counts(version ? version->id() : QString(), m_workstation->clock().now().date());
}

base::Result<model::EngineVersion> GallerySession::serving() const
{
    const auto recorded = m_store->serving();
    if (!recorded)
        return tl::unexpected(recorded.error());
    if (*recorded)
        return **recorded;
    const auto engine = m_workstation->engine();
    if (!engine)
        return tl::unexpected(engine.error());
    return (*engine)->version(face::DescriberSettings::shipped());
}

base::Result<std::vector<model::Person>> GallerySession::persons() const
{
    return m_store->persons();
}

base::Result<std::vector<model::Portrait>> GallerySession::portraits(qint64 offset, qint64 atMost) const
{
    return m_store->portraits(offset, atMost);
}

base::Result<model::Portrait> GallerySession::portrait(const model::PortraitId &id) const
{
    return m_store->portrait(id);
}

base::Result<model::Still> GallerySession::openPortrait(const model::PortraitId &id,
                                                         base::Progress &progress) const
{
    const auto portrait = m_store->portrait(id);
    if (!portrait)
        return tl::unexpected(portrait.error());
    auto file = m_store->openPortrait(portrait->sha256, progress);
    if (!file)
        return base::fail(file.error().code, portrait->fileName, file.error().detail);
    return m_workstation->decoder().decode(**file, portrait->fileName, progress);
}

base::Outcome GallerySession::recordSearch(const model::Search &search, const model::CaseId &caseId)
{
    const model::Act act{audit::verbs::gallerySearched,
                         gallery().id.value(),
                         {{"case", caseId.value()},
                          {"search", search.id.value()},
                          {"gallery_snapshot", search.gallerySnapshot},
                          {"engine", search.engine.id()},
                          {"limit", search.settings.limit},
                          {"excluded_references",
                           QJsonArray::fromStringList(search.settings.excludedReferences)},
                          {"past_retention_left_out", search.settings.leaveOutPastRetention},
                          {"candidates", qint64(search.candidates.size())}}};
    if (isReadOnly())
        return m_workstation->record().commit(act, m_workstation->actor());
    return m_store->commit(act, m_workstation->actor());
}

base::Result<std::vector<model::AuditEntry>> GallerySession::auditEntries(qint64 fromNumber,
                                                                          qint64 atMost) const
{
    return m_store->auditEntries(fromNumber, atMost);
}

base::Result<model::AuditHead> GallerySession::verifyAudit(base::Progress &progress) const
{
    return m_store->verifyAudit(progress);
}

} // namespace likeness::casework
