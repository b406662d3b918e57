// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, closing and the record of a case. The other verbs stand in intake.cpp, faces.cpp, searching.cpp,
// review.cpp and exporting.cpp.
#include "engine/casework/casesession.h"

#include "engine/audit/verbs.h"
#include "engine/base/log.h"

namespace likeness::casework {

using base::ErrorCode;
using store::WorkstationStore;

CaseSession::CaseSession(std::shared_ptr<const Workstation> workstation,
                         std::unique_ptr<store::CaseStore> store)
    : m_workstation(std::move(workstation)), m_store(std::move(store))
{
}

base::Result<std::shared_ptr<CaseSession>> CaseSession::create(std::shared_ptr<const Workstation> workstation,
                                                               const QString &folder,
                                                               const model::CaseDetails &details)
{
    const auto unmet = policy::unmetCaseRules(details);
    if (!unmet.empty())
        return base::fail(ErrorCode::NotAllowed, folder, policy::ruleNames(unmet));

    const model::Actor &actor = workstation->actor();
    const model::Case file{model::CaseId::create(),
                           {details.number.trimmed(), details.offence.trimmed(), details.purpose.trimmed(),
                            details.requester.trimmed()},
                           workstation->clock().now(),
                           actor.name,
                           actor.training};
    auto store = store::CaseStore::create(folder, file, actor, workstation->clock());
    if (!store)
        return tl::unexpected(store.error());
    const std::shared_ptr<CaseSession> session(new CaseSession(std::move(workstation), std::move(*store)));
    LIKENESS_TRY(session->rememberHead());
    return session;
}

base::Result<std::shared_ptr<CaseSession>> CaseSession::open(std::shared_ptr<const Workstation> workstation,
                                                             const QString &folder,
                                                             store::AccessWanted wanted)
{
    auto store = store::CaseStore::open(folder, workstation->actor(), workstation->clock(), wanted);
    if (!store)
        return tl::unexpected(store.error());
    const std::shared_ptr<CaseSession> session(new CaseSession(std::move(workstation), std::move(*store)));
    const auto contents = session->contents();
    if (!contents)
        return tl::unexpected(contents.error());
    LIKENESS_TRY(session->recordView(audit::verbs::caseOpened, contents->file.id.value(),
                                     {{"read_only", session->isReadOnly()}}));
    LIKENESS_TRY(session->rememberHead());
    return session;
}

CaseSession::~CaseSession()
{
    if (const auto remembered = rememberHead(); !remembered)
        qCWarning(base::logCasework) << "the case's head was not remembered:"
                                     << base::errorCodeName(remembered.error().code);
}

QString CaseSession::folder() const
{
    return m_store->folder();
}

const store::Opening &CaseSession::opening() const
{
    return m_store->opening();
}

bool CaseSession::isReadOnly() const
{
    return m_store->opening().readOnly;
}

base::Result<model::CaseContents> CaseSession::contents() const
{
    return m_store->contents();
}

base::Outcome CaseSession::commit(const model::Act &act, const Change &change)
{
    LIKENESS_TRY(writable());
    return m_store->commit(act, m_workstation->actor(), change);
}

base::Outcome CaseSession::writable() const
{
    if (isReadOnly())
        return base::fail(ErrorCode::ReadOnly, folder(), opening().lockHolder);
    return {};
}

base::Outcome CaseSession::rememberHead() const
{
    const auto head = m_store->auditHead();
    if (!head)
        return tl::unexpected(head.error());
    const auto contents = m_store->contents();
    if (!contents)
        return tl::unexpected(contents.error());
    return m_workstation->record().remember(WorkstationStore::Kind::Case, folder(),
                                            contents->file.details.number, *head, m_workstation->actor());
}

base::Outcome CaseSession::recordView(const QString &verb, const QString &subject, const QJsonObject &details)
{
    if (!isReadOnly())
        return m_store->commit({verb, subject, details}, m_workstation->actor());
    QJsonObject withCase = details;
    withCase["case_folder"] = folder();
    return m_workstation->record().commit({verb, subject, withCase}, m_workstation->actor());
}

base::Result<std::vector<model::AuditEntry>> CaseSession::auditEntries(qint64 fromNumber, qint64 atMost) const
{
    return m_store->auditEntries(fromNumber, atMost);
}

base::Result<model::AuditHead> CaseSession::verifyAudit(base::Progress &progress) const
{
    return m_store->verifyAudit(progress);
}

} // namespace likeness::casework
