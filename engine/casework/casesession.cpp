// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, closing and the record of a case. The other verbs stand in intake.cpp, faces.cpp, searching.cpp,
// analysing.cpp, comparing.cpp, verifying.cpp, review.cpp and exporting.cpp.
#include "engine/casework/casesession.h"

#include "engine/audit/verbs.h"
#include "engine/base/log.h"
#include "engine/casework/fileexport.h"
#include "engine/casework/permission.h"

namespace likeness::casework
{

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
    if (!workstation->isSignedIn())
        return base::fail(ErrorCode::NotSignedIn, folder);
    const auto profile = workstation->profile();
    if (!profile)
        return tl::unexpected(profile.error());
    const model::Actor actor = workstation->actor();
    auto unmet = policy::unmetRoleRules(policy::Deed::CreateCase, actor, workstation->today());
    for (const policy::Rule rule : policy::unmetCaseRules(details, *profile))
        unmet.push_back(rule);
    if (!unmet.empty())
        return base::fail(ErrorCode::NotAllowed, folder, policy::ruleNames(unmet));

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
    if (!workstation->isSignedIn())
        return base::fail(ErrorCode::NotSignedIn, folder);
    const auto openStore = [&](store::AccessWanted access) {
        return store::CaseStore::open(folder, workstation->actor(), workstation->clock(), access);
    };
    auto store = openStore(wanted);
    if (!store)
        return tl::unexpected(store.error());
    std::optional<base::Error> distrust;
    if (const auto trusted = checkTrust(**store, *workstation); !trusted) {
        distrust = trusted.error();
        // What is not to be trusted is looked at, never worked on.
        if (!(*store)->opening().readOnly) {
            store->reset();
            store = openStore(store::AccessWanted::Read);
            if (!store)
                return tl::unexpected(store.error());
        }
    }
    FileExport::removeLeftovers((*store)->opening().interrupted);
    const std::shared_ptr<CaseSession> session(new CaseSession(std::move(workstation), std::move(*store)));
    session->m_distrust = distrust;
    const auto contents = session->contents();
    if (!contents)
        return tl::unexpected(contents.error());
    if (distrust) {
        // Its head is not remembered: the one that is known stays the one to be compared with.
        LIKENESS_TRY(session->m_workstation->record().commit({audit::verbs::caseRefused,
                                                              contents->file.id.value(),
                                                              {{"case_folder", session->folder()},
                                                               {"why", base::errorCodeName(distrust->code)},
                                                               {"detail", distrust->detail}}},
                                                             session->m_workstation->actor()));
        return session;
    }
    LIKENESS_TRY(session->recordView(audit::verbs::caseOpened, contents->file.id.value(),
                                     {{"read_only", session->isReadOnly()}}));
    LIKENESS_TRY(session->rememberHead());
    return session;
}

base::Outcome CaseSession::checkTrust(const store::CaseStore &store, const Workstation &workstation)
{
    const auto contents = store.contents();
    if (!contents)
        return tl::unexpected(contents.error());
    const model::Case &file = contents->file;
    if (file.training != workstation.isTraining())
        return base::fail(
            ErrorCode::NotAllowed, file.details.number,
            policy::ruleName(file.training ? policy::Rule::TrainingCase : policy::Rule::CaseworkCase));
    const auto known = workstation.record().knownHeads(WorkstationStore::Kind::Case, file.id.value(),
                                                       store.folder(), file.details.number);
    if (!known)
        return tl::unexpected(known.error());
    return store.holdsAgainst(*known);
}

CaseSession::~CaseSession()
{
    if (m_distrust)
        return;
    // Without an account there is no key to sign with: the next session signs what is left.
    if (!isReadOnly() && m_workstation->isSignedIn())
        if (const auto isSigned = signHead(); !isSigned)
            qCWarning(base::logCasework)
                << "the chain's head was not signed:" << base::errorCodeName(isSigned.error().code);
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
    if (!m_workstation->isSignedIn())
        return base::fail(ErrorCode::NotSignedIn, folder());
    auto all = everything();
    if (!all)
        return all;
    return policy::visibleTo(std::move(*all), m_workstation->actor());
}

base::Outcome CaseSession::commit(const model::Act &act, const Change &change)
{
    LIKENESS_TRY(writable());
    LIKENESS_TRY(m_store->commit(act, m_workstation->actor(), change));
    // The act has happened: a head that cannot be signed now is signed with the next one, or at closing.
    if (const auto isSigned = signHeadWhenDue(); !isSigned)
        qCWarning(base::logCasework) << "the chain's head was not signed:"
                                     << base::errorCodeName(isSigned.error().code);
    return {};
}

base::Outcome CaseSession::writable() const
{
    if (!m_workstation->isSignedIn())
        return base::fail(ErrorCode::NotSignedIn, folder());
    if (isReadOnly())
        return base::fail(ErrorCode::ReadOnly, folder(), opening().lockHolder);
    return {};
}

base::Outcome CaseSession::allowed(policy::Deed deed, const QString &subject) const
{
    return requireAllowed(*m_workstation, deed, subject);
}

base::Outcome CaseSession::signHead()
{
    LIKENESS_TRY(writable());
    if (m_workstation->isTraining())
        return {};
    const auto head = m_store->auditHead();
    if (!head)
        return tl::unexpected(head.error());
    if (head->count == m_signedCount) // the entry that holds a signature needs none of its own
        return {};
    LIKENESS_TRY(m_store->signHead(
        m_workstation->actor(), [&](const QJsonObject &document) { return m_workstation->sign(document); }));
    const auto signedHead = m_store->auditHead();
    if (signedHead)
        m_signedCount = signedHead->count;
    return {};
}

base::Outcome CaseSession::signHeadWhenDue()
{
    constexpr qint64 entriesBetweenSignatures = 64;
    const auto head = m_store->auditHead();
    if (!head || head->count - m_signedCount < entriesBetweenSignatures)
        return {};
    return signHead();
}

base::Outcome CaseSession::rememberHead() const
{
    const auto head = m_store->auditHead();
    if (!head)
        return tl::unexpected(head.error());
    const auto contents = everything();
    if (!contents)
        return tl::unexpected(contents.error());
    return m_workstation->record().remember(WorkstationStore::Kind::Case, folder(),
                                            contents->file.details.number, *head, m_workstation->actor(),
                                            contents->file.id.value());
}

base::Outcome CaseSession::recordView(const QString &verb, const QString &subject, const QJsonObject &details)
{
    if (!m_workstation->isSignedIn())
        return base::fail(ErrorCode::NotSignedIn, folder());
    if (!isReadOnly())
        return m_store->commit({verb, subject, details}, m_workstation->actor());
    QJsonObject withCase = details;
    withCase["case_folder"] = folder();
    return m_workstation->record().commit({verb, subject, withCase}, m_workstation->actor());
}

base::Result<std::vector<model::AuditEntry>> CaseSession::auditEntries(qint64 fromNumber, qint64 atMost)
{
    LIKENESS_TRY(mayReadAll(policy::Deed::ReadAudit));
    LIKENESS_TRY(openEveryList()); // the entries tell what the lists held: who reads them is not blind
    return m_store->auditEntries(fromNumber, atMost);
}

base::Result<model::AuditHead> CaseSession::verifyAudit(base::Progress &progress) const
{
    return m_store->verifyAudit(progress);
}

} // namespace likeness::casework
