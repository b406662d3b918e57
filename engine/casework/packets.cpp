// SPDX-License-Identifier: GPL-3.0-or-later
// CaseSession: a verification goes to another workstation and comes back.
#include "engine/audit/verbs.h"
#include "engine/base/canonicaljson.h"
#include "engine/base/digest.h"
#include "engine/casework/casesession.h"
#include "engine/casework/fileexport.h"
#include "engine/casework/packetfiles.h"
#include "engine/imaging/png.h"
#include "engine/interchange/verificationpacket.h"

#include <QFileInfo>

#include <algorithm>

namespace likeness::casework
{

using base::ErrorCode;

namespace
{

/// How far the clocks of two workstations may be apart.
constexpr qint64 clockToleranceSeconds = 120;

base::Result<model::VerificationRequest> requestOf(const model::CaseContents &contents,
                                                   const model::VerificationId &id)
{
    for (const model::VerificationRequest &request : contents.verificationRequests)
        if (request.id == id)
            return request;
    return base::fail(ErrorCode::NotFound, id.value(), QStringLiteral("no such verification in this case"));
}

/// An account of the agency as if it stood here: it is asked the same questions as somebody who does.
model::Actor actorOf(const model::Account &account, const QString &host)
{
    return {account.name, host, false, account.fullName, account.roles, account.trainedUntil, account.key};
}

} // namespace

base::Outcome CaseSession::exportVerification(const model::VerificationId &task, const QString &path,
                                              const GalleryFinder &galleryFor, base::Progress &progress)
{
    LIKENESS_TRY(writable());
    LIKENESS_TRY(requireAgency(*m_workstation, task.value()));
    LIKENESS_TRY(allowed(policy::Deed::RequestVerification, task.value()));
    LIKENESS_TRY(FileExport::checkTarget(*m_store, path, QStringLiteral("zip")));
    const auto contents = everything();
    if (!contents)
        return tl::unexpected(contents.error());
    const auto request = requestOf(*contents, task);
    if (!request)
        return tl::unexpected(request.error());
    // Whoever may still take it: nobody is asked here, so the sender stands for no verifier.
    const auto &answers = contents->verificationResults;
    if (std::any_of(answers.begin(), answers.end(), [&](const auto &each) { return each.request == task; }))
        return base::fail(ErrorCode::NotAllowed, task.value(),
                          policy::ruleName(policy::Rule::AlreadyVerified));
    const auto &taken = contents->verificationsTaken;
    const auto last =
        std::find_if(taken.rbegin(), taken.rend(), [&](const auto &each) { return each.request == task; });
    if (last != taken.rend() && !last->givenBack)
        return base::fail(ErrorCode::NotAllowed, task.value(), policy::ruleName(policy::Rule::TakenByOther));

    const auto pictures = blindPictures(*request, galleryFor, progress);
    if (!pictures)
        return tl::unexpected(pictures.error());
    interchange::VerificationTask packet{task, request->time, {}, {}};
    for (const BlindPicture &picture : *pictures) {
        interchange::TaskPicture sent{picture.label, imaging::toPng(picture.picture), picture.box,
                                      picture.eyes};
        if (&picture == &pictures->front())
            packet.probe = std::move(sent);
        else
            packet.portraits.push_back(std::move(sent));
    }
    const auto bytes = interchange::writeTask(packet, [&](const QByteArray &document) {
        return m_workstation->signFileUnnamed(document, QStringLiteral("likeness verification task"));
    });
    if (!bytes)
        return tl::unexpected(bytes.error());

    const QFileInfo target(path);
    auto files = FileExport::begin(*m_store, *m_workstation, {target.absoluteFilePath()});
    if (!files)
        return tl::unexpected(files.error());
    if (const auto written = (*files)->file(0).write(*bytes); !written)
        return (*files)->failed(written.error());
    return (*files)->publish({audit::verbs::verificationSent,
                              task.value(),
                              {{"file_name", target.fileName()}, {"sha256", base::sha256(*bytes)}}});
}

base::Outcome CaseSession::importVerification(const QString &path)
{
    LIKENESS_TRY(writable());
    LIKENESS_TRY(requireAgency(*m_workstation, path));
    LIKENESS_TRY(allowed(policy::Deed::RequestVerification, path));
    const auto bytes = readSmallFile(path, largestPacket);
    if (!bytes)
        return tl::unexpected(bytes.error());
    model::Account signer;
    const auto result = interchange::readResult(*bytes, path, packetChecker(*m_workstation, path, signer));
    if (!result)
        return tl::unexpected(result.error());
    // Signed twice: the file by its sender, the document for the record. Both by the one who answers.
    LIKENESS_TRY(m_workstation->checkSignature(model::toJson(*result), result->signature));
    if (result->signature.account != signer.name || result->signature.key != signer.key)
        return base::fail(ErrorCode::SignatureWrong, path, QStringLiteral("signed by two accounts"));

    const auto contents = everything();
    if (!contents)
        return tl::unexpected(contents.error());
    const auto request = requestOf(*contents, result->request);
    if (!request)
        return tl::unexpected(request.error());
    const QDateTime now = m_workstation->clock().now();
    if (result->time.secsTo(request->time) > clockToleranceSeconds ||
        now.secsTo(result->time) > clockToleranceSeconds)
        return base::fail(ErrorCode::ClockChanged, path,
                          base::timeText(request->time) + QStringLiteral(" < ") +
                              base::timeText(result->time) + QStringLiteral(" < ") + base::timeText(now));
    // As if the verifier signed here, on the day of signing.
    auto unmet =
        policy::unmetVerifyRules(*contents, *request, actorOf(signer, result->host), result->time.date());
    for (const policy::Rule rule : policy::unmetVerificationSigningRules(*request, *result))
        unmet.push_back(rule);
    if (signer.disabled)
        unmet.push_back(policy::Rule::AccountDisabled);
    if (!unmet.empty())
        return base::fail(ErrorCode::NotAllowed, result->request.value(), policy::ruleNames(unmet));

    LIKENESS_TRY(commit({audit::verbs::verificationSigned,
                         result->request.value(),
                         {{"examination", request->examination.value()},
                          {"document_sha256", base::sha256(base::canonicalJson(model::toJson(*result)))},
                          {"key", result->signature.key},
                          {"account", result->actor},
                          {"packet_sha256", base::sha256(*bytes)}}},
                        [&](store::CaseWriter &writer) { return writer.insert(*result); }));
    return signHead();
}

} // namespace likeness::casework
