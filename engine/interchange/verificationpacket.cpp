// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/interchange/verificationpacket.h"

#include "engine/base/canonicaljson.h"
#include "engine/base/clock.h"
#include "engine/base/digest.h"
#include "engine/interchange/zip.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <map>

namespace likeness::interchange
{

using base::ErrorCode;

namespace
{

const QString taskName = QStringLiteral("task.json");
const QString resultName = QStringLiteral("result.json");
const QString taskFormat = QStringLiteral("likeness-verification-task-1");
const QString resultFormat = QStringLiteral("likeness-verification-result-1");
const QString probeLabel = QStringLiteral("probe");
constexpr size_t mostPortraits = 26;

QString labelOf(size_t portrait)
{
    return QString(QChar(u'A' + char16_t(portrait)));
}

QString signatureOf(const QString &name)
{
    return name + QStringLiteral(".minisig");
}

QJsonObject pictureObject(const TaskPicture &picture)
{
    return {{"label", picture.label},
            {"file", picture.label + QStringLiteral(".png")},
            {"sha256", base::sha256(picture.png)},
            {"box", model::toJson(picture.box)},
            {"eyes", model::toJson(picture.eyes)}};
}

QJsonObject taskObject(const VerificationTask &task)
{
    QJsonArray portraits;
    for (const TaskPicture &portrait : task.portraits)
        portraits.append(pictureObject(portrait));
    return {{"format", taskFormat},
            {"verification", task.id.value()},
            {"asked", base::timeText(task.asked)},
            {"probe", pictureObject(task.probe)},
            {"portraits", portraits}};
}

QJsonObject resultObject(const model::VerificationResult &result)
{
    return {{"format", resultFormat},
            {"document", model::toJson(result)},
            {"signature", model::toJson(result.signature)}};
}

bool hasSoundLabels(const VerificationTask &task)
{
    if (task.portraits.empty() || task.portraits.size() > mostPortraits || task.probe.label != probeLabel)
        return false;
    for (size_t i = 0; i < task.portraits.size(); ++i)
        if (task.portraits[i].label != labelOf(i))
            return false;
    return true;
}

/// The files of a packet by name, `name` and its signature taken out of them and checked.
struct Opened {
    QByteArray document;
    QString signer;
    std::map<QString, QByteArray> others;
};
base::Result<Opened> openPacket(const QByteArray &bytes, const QString &subject, const QString &name,
                                const Checker &check)
{
    auto items = readZip(bytes, subject);
    if (!items)
        return tl::unexpected(items.error());
    Opened opened;
    for (ZipItem &item : *items)
        opened.others.emplace(item.path, std::move(item.bytes));
    const auto document = opened.others.extract(name);
    const auto minisig = opened.others.extract(signatureOf(name));
    if (!document || !minisig)
        return base::fail(ErrorCode::FileDamaged, subject, QStringLiteral("no ") + name);
    const auto signer = check(document.mapped(), minisig.mapped());
    if (!signer)
        return tl::unexpected(signer.error());
    opened.document = document.mapped();
    opened.signer = *signer;
    return opened;
}

base::Result<QByteArray> packed(const QString &name, const QByteArray &document, const Signer &sign,
                                std::vector<ZipItem> others)
{
    const auto minisig = sign(document);
    if (!minisig)
        return tl::unexpected(minisig.error());
    std::vector<ZipItem> items{{name, document}, {signatureOf(name), *minisig}};
    items.insert(items.end(), others.begin(), others.end());
    const ReadLimits limits; // what the other side would refuse
    qint64 all = 0;
    for (const ZipItem &item : items) {
        all += item.size();
        if (item.size() > limits.bytesEach || all > limits.bytesAll)
            return base::fail(ErrorCode::TooLarge, item.path, QStringLiteral("bytes"));
    }
    return zipBytes(items);
}

/// Takes the picture's file out of `files`; its hash is compared with the signed one by the caller.
std::optional<TaskPicture> pictureFrom(const QJsonObject &object, std::map<QString, QByteArray> &files)
{
    const auto file = files.extract(object["file"].toString());
    const auto box = model::rectFromJson(object["box"]);
    const auto eyes = model::eyesFromJson(object["eyes"]);
    if (!file || !box || !eyes)
        return std::nullopt;
    return TaskPicture{object["label"].toString(), file.mapped(), *box, *eyes};
}

} // namespace

base::Result<QByteArray> writeTask(const VerificationTask &task, const Signer &sign)
{
    if (!hasSoundLabels(task))
        return base::fail(ErrorCode::InvalidArgument, task.id.value(), QStringLiteral("labels"));
    std::vector<ZipItem> pictures{{probeLabel + QStringLiteral(".png"), task.probe.png}};
    for (const TaskPicture &portrait : task.portraits)
        pictures.push_back({portrait.label + QStringLiteral(".png"), portrait.png});
    return packed(taskName, base::canonicalJson(taskObject(task)), sign, std::move(pictures));
}

base::Result<ReadTask> readTask(const QByteArray &bytes, const QString &subject, const Checker &check)
{
    auto packet = openPacket(bytes, subject, taskName, check);
    if (!packet)
        return tl::unexpected(packet.error());
    const QJsonObject object = QJsonDocument::fromJson(packet->document).object();
    const auto damaged = base::fail(ErrorCode::FileDamaged, subject, taskName);
    auto probe = pictureFrom(object["probe"].toObject(), packet->others);
    if (!probe)
        return damaged;
    ReadTask read{{model::VerificationId(object["verification"].toString()),
                   base::timeFromText(object["asked"].toString()),
                   std::move(*probe),
                   {}},
                  packet->signer};
    for (const QJsonValue &each : object["portraits"].toArray()) {
        auto portrait = pictureFrom(each.toObject(), packet->others);
        if (!portrait)
            return damaged;
        read.task.portraits.push_back(std::move(*portrait));
    }
    // What gives the signed text again has its hashes, names, and nothing that was passed over.
    if (!packet->others.empty() || read.task.id.isEmpty() || !hasSoundLabels(read.task) ||
        base::canonicalJson(taskObject(read.task)) != packet->document)
        return damaged;
    return read;
}

base::Result<QByteArray> writeResult(const model::VerificationResult &result, const Signer &sign)
{
    return packed(resultName, base::canonicalJson(resultObject(result)), sign, {});
}

base::Result<model::VerificationResult> readResult(const QByteArray &bytes, const QString &subject,
                                                   const Checker &check)
{
    const auto packet = openPacket(bytes, subject, resultName, check);
    if (!packet)
        return tl::unexpected(packet.error());
    const QJsonObject object = QJsonDocument::fromJson(packet->document).object();
    auto result = model::verificationResultFromJson(object["document"].toObject());
    if (!result)
        return base::fail(ErrorCode::FileDamaged, subject, resultName);
    result->signature = model::signatureFromJson(object["signature"].toObject());
    if (!packet->others.empty() || base::canonicalJson(resultObject(*result)) != packet->document)
        return base::fail(ErrorCode::FileDamaged, subject, resultName);
    if (packet->signer != result->actor)
        return base::fail(ErrorCode::SignatureWrong, subject,
                          QStringLiteral("answered by %1, signed by %2").arg(result->actor, packet->signer));
    return std::move(*result);
}

} // namespace likeness::interchange
