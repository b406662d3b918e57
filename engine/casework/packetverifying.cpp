// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/packetverifying.h"

#include "engine/audit/verbs.h"
#include "engine/base/canonicaljson.h"
#include "engine/base/digest.h"
#include "engine/casework/fileexport.h"
#include "engine/casework/packetfiles.h"
#include "engine/casework/permission.h"

#include <QFileInfo>

#include <cerrno>
#include <sys/mman.h>
#include <unistd.h>

namespace likeness::casework
{

using base::ErrorCode;

namespace
{

/// The decoder takes a file, and a verifier's pictures are to leave no trace on the disk.
base::Result<base::Picture> decodedInMemory(const Workstation &workstation, const QByteArray &png,
                                            const QString &subject)
{
    const int descriptor = ::memfd_create("picture", MFD_CLOEXEC);
    if (descriptor < 0)
        return tl::unexpected(base::writeError(subject, errno));
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadWrite | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return base::fail(ErrorCode::FileUnreadable, subject, file.errorString());
    }
    if (file.write(png) != png.size())
        return base::fail(ErrorCode::WriteFailed, subject, file.errorString());
    base::Progress progress;
    auto still = workstation.decoder().decode(file, subject, progress);
    if (!still)
        return tl::unexpected(still.error());
    if (still->mediaType != QLatin1String("image/png"))
        return base::fail(ErrorCode::FileDamaged, subject, still->mediaType);
    return std::move(still->picture);
}

} // namespace

base::Result<PacketTask> openVerificationPacket(const Workstation &workstation, const QString &path)
{
    LIKENESS_TRY(requireAgency(workstation, path));
    LIKENESS_TRY(requireAllowed(workstation, policy::Deed::Verify, path));
    const auto bytes = readSmallFile(path, largestPacket);
    if (!bytes)
        return tl::unexpected(bytes.error());
    model::Account sender;
    const auto read = interchange::readTask(*bytes, path, packetChecker(workstation, path, sender));
    if (!read)
        return tl::unexpected(read.error());
    if (sender.name == workstation.actor().name)
        return base::fail(ErrorCode::NotAllowed, path, policy::ruleName(policy::Rule::OwnExamination));

    PacketTask task{read->task.id, read->task.asked, {}};
    const auto add = [&](const interchange::TaskPicture &sent) -> base::Outcome {
        auto picture = decodedInMemory(workstation, sent.png, sent.label);
        if (!picture)
            return tl::unexpected(picture.error());
        task.pictures.push_back({sent.label, std::move(*picture), sent.box, sent.eyes});
        return {};
    };
    LIKENESS_TRY(add(read->task.probe));
    for (const interchange::TaskPicture &portrait : read->task.portraits)
        LIKENESS_TRY(add(portrait));
    LIKENESS_TRY(workstation.record().commit(
        {audit::verbs::verificationTaken, task.id.value(), {{"packet_sha256", base::sha256(*bytes)}}},
        workstation.actor()));
    return task;
}

base::Outcome answerVerificationPacket(const Workstation &workstation, const PacketTask &task,
                                       const std::map<QString, model::Comparison> &parts, const QString &path)
{
    LIKENESS_TRY(requireAgency(workstation, path));
    LIKENESS_TRY(requireAllowed(workstation, policy::Deed::Verify, path));
    if (QFileInfo(path).suffix().compare(QLatin1String("zip"), Qt::CaseInsensitive) != 0)
        return base::fail(ErrorCode::InvalidArgument, path, QStringLiteral("the name must end in .zip"));

    const model::Actor actor = workstation.actor();
    model::VerificationResult result{task.id, {}, workstation.clock().now(), actor.name, actor.host, {}};
    model::VerificationRequest request; // as much of it as a verifier knows
    request.id = task.id;
    for (const CaseSession::BlindPicture &picture : task.pictures) {
        if (&picture == &task.pictures.front())
            continue;
        request.lineup.push_back({picture.label, {}, {}});
        const auto part = parts.find(picture.label);
        if (part != parts.end())
            result.parts.push_back({picture.label, part->second});
    }
    if (result.parts.size() != parts.size())
        return base::fail(ErrorCode::InvalidArgument, task.id.value(), QStringLiteral("unknown labels"));
    const auto unmet = policy::unmetVerificationSigningRules(request, result);
    if (!unmet.empty())
        return base::fail(ErrorCode::NotAllowed, task.id.value(), policy::ruleNames(unmet));

    const QJsonObject document = model::toJson(result);
    auto signature = workstation.sign(document);
    if (!signature)
        return tl::unexpected(signature.error());
    result.signature = std::move(*signature);
    const auto bytes = interchange::writeResult(result, [&](const QByteArray &signing) {
        return workstation.signFile(signing, QStringLiteral("likeness verification result"));
    });
    if (!bytes)
        return tl::unexpected(bytes.error());
    return writeEntered(workstation, {{path, *bytes}},
                        {audit::verbs::verificationSigned,
                         task.id.value(),
                         {{"document_sha256", base::sha256(base::canonicalJson(document))},
                          {"key", result.signature.key},
                          {"packet_sha256", base::sha256(*bytes)}}});
}

} // namespace likeness::casework
