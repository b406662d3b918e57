// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verify/sentences.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace likeness::verify
{

using base::ErrorCode;
using store::Finding;
using store::Verification;

namespace
{

// Names and details come from a folder that may be hostile: what could steer a terminal, or pass for a
// sentence of its own, is shown as a mark.
QString shown(QString text)
{
    text.replace(QStringLiteral("\n"), QStringLiteral(" "));
    for (QChar &c : text)
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = QChar::ReplacementCharacter;
    return text;
}

struct Verify {
    Q_DECLARE_TR_FUNCTIONS(Verify)

public:
    static QString rolledBack(const QString &head)
    {
        return tr("The chain was rolled back: a head is known that lies after its end, %1.").arg(head);
    }
    static QString forked(const QString &head)
    {
        return tr("The chain is another than the one that was seen before: it does not have the known "
                  "head %1.")
            .arg(head);
    }
    static QString undecidable(qint64 knownHeads)
    {
        return knownHeads > 0
                   ? tr("It agrees with every head that is known of it, %1 in all.").arg(knownHeads)
                   : tr("Note: whether the whole was replaced by an older or another state is undecidable, "
                        "because no head of it is known from elsewhere. Name one with --head or "
                        "--workstation.");
    }

    static QString finding(const Finding &found, bool isCase)
    {
        switch (found.kind) {
        case Finding::Kind::DatabaseDamaged:
            return tr("The database %1 is damaged: %2.").arg(found.subject, found.detail);
        case Finding::Kind::SchemaDiffers:
            return tr("The tables of %1 are not as Likeness makes them: %2.")
                .arg(found.subject, found.detail);
        case Finding::Kind::ChainBroken:
            return tr("The audit chain does not hold at entry %1: %2.").arg(found.subject, found.detail);
        case Finding::Kind::HeadUnreadable:
            return tr("The end of the audit chain cannot be checked, because of the file %1: %2.")
                .arg(found.subject, found.detail);
        case Finding::Kind::FileMissing:
            return isCase ? tr("The evidence file %1 is missing.").arg(found.subject)
                          : tr("The portrait file %1 is missing.").arg(found.subject);
        case Finding::Kind::FileChanged:
            return isCase ? tr("The evidence file %1 was changed: %2.").arg(found.subject, found.detail)
                          : tr("The portrait file %1 was changed: %2.").arg(found.subject, found.detail);
        case Finding::Kind::FileUnreadable:
            return tr("The file %1 cannot be read: %2.").arg(found.subject, found.detail);
        case Finding::Kind::SizeDiffers:
            return tr("The record of the file %1 states another size: %2 bytes.")
                .arg(found.subject, found.detail);
        case Finding::Kind::RecordNotEntered:
            return tr("The file %1 is recorded, but no audit entry says that it was taken in.")
                .arg(found.subject);
        case Finding::Kind::RecordMissing:
            return tr("The audit chain says that the file %1 was taken in, but its record is gone.")
                .arg(found.subject);
        case Finding::Kind::FileNotRecorded:
            return tr("The file %1 lies among the recorded files, but nothing records it.")
                .arg(found.subject);
        case Finding::Kind::SignedRecordUnreadable:
            return tr("A record in the table %1 is not as it was written: %2.")
                .arg(found.subject, found.detail);
        case Finding::Kind::SignedRecordNotEntered:
            return tr("The record %1 is not as the audit chain knows it, or no entry speaks of it.")
                .arg(found.subject);
        case Finding::Kind::SignedRecordMissing:
            return tr("Audit entry %1 speaks of a record that is gone: %2.").arg(found.subject, found.detail);
        case Finding::Kind::SignatureWrong:
            return tr("The signature of %1 does not hold: %2.").arg(found.subject, found.detail);
        case Finding::Kind::SignerUnknown:
            return tr("The agency file does not know the key under %1 as its signer's: %2.")
                .arg(found.subject, found.detail);
        case Finding::Kind::SearchDiffers:
            return tr("The search %1 is not as it was entered: %2.").arg(found.subject, found.detail);
        case Finding::Kind::IndexDiffers:
            return tr("The index of the recording %1 is not as it was entered: %2. Numbers of frames may name "
                      "other pictures.")
                .arg(found.subject, found.detail);
        case Finding::Kind::DerivationDiffers:
            return tr("The derivation %1 is not as it was entered: %2.").arg(found.subject, found.detail);
        case Finding::Kind::RolledBack:
            return rolledBack(found.subject);
        case Finding::Kind::Forked:
            return forked(found.subject);
        case Finding::Kind::ReportNotEntered:
            return tr("No audit entry says that the report with the SHA-256 %1 was exported from here.")
                .arg(found.subject);
        case Finding::Kind::ReportDiffers:
            return tr("The report does not agree with the case: %1.").arg(found.detail);
        case Finding::Kind::HeadBehind:
            return tr("Note: the head file stands at entry %1. The program was cut off after a later entry; "
                      "opening the folder for writing puts this right.")
                .arg(found.subject);
        case Finding::Kind::CopyUnfinished:
            return tr("Note: the copy %1 was not finished. It is no part of the record.").arg(found.subject);
        case Finding::Kind::FileLeftOver:
            return tr("Note: the file %1 was copied in and never recorded. It is no part of the record.")
                .arg(found.subject);
        case Finding::Kind::OperationUnfinished:
            break;
        }
        return tr("Note: the operation %1 (%2) was begun and not finished.").arg(found.subject, found.detail);
    }

    static QStringList all(const Verification &verification)
    {
        const bool isCase = verification.folderKind == Verification::FolderKind::Case;
        QStringList lines{isCase ? tr("Case %1").arg(verification.title)
                                 : tr("Gallery %1").arg(verification.title)};
        if (!verification.lockHolder.isEmpty())
            lines += tr("Note: it is open now by %1. What is checked is its state at this moment.")
                         .arg(verification.lockHolder);
        lines += isCase ? tr("Evidence files that have the SHA-256 of their record: %1 of %2.")
                              .arg(verification.soundFiles)
                              .arg(verification.files)
                        : tr("Portrait files that have the SHA-256 of their record: %1 of %2.")
                              .arg(verification.soundFiles)
                              .arg(verification.files);
        if (verification.head.count > 0)
            lines +=
                tr("Audit entries, unbroken from the first to the last: %1. The last one has the hash %2.")
                    .arg(verification.head.count)
                    .arg(verification.head.hash);
        if (verification.signedRecords > 0 || verification.signedHeads > 0)
            lines += tr("Signed records: %1. Signed heads of the chain: %2.")
                         .arg(verification.signedRecords)
                         .arg(verification.signedHeads);
        for (const Finding &found : verification.findings)
            lines += finding(found, isCase);
        const bool contradicted =
            std::any_of(verification.findings.begin(), verification.findings.end(), [](const Finding &f) {
                return f.kind == Finding::Kind::RolledBack || f.kind == Finding::Kind::Forked;
            });
        if (!contradicted)
            lines += undecidable(verification.knownHeads);
        lines +=
            verification.isSound()
                ? tr("Everything is as recorded.")
                : tr("Something is not as recorded. Keep the folder as it is, and compare it with a backup.");
        return lines;
    }

    static QStringList log(const LogResult &result)
    {
        QStringList lines;
        bool broken = false;
        bool contradicted = false;
        for (const auto &found : result.findings) {
            broken = broken || found.kind == u"log-broken";
            contradicted = contradicted || found.kind == u"rolled-back" || found.kind == u"forked";
        }
        if (!broken) {
            lines += tr("Audit log of the %1 %2").arg(result.log.source.kind, result.log.source.id);
            lines +=
                tr("Audit entries, unbroken from the first to the last: %1. The last one has the hash %2.")
                    .arg(result.log.head.count)
                    .arg(result.log.head.hash);
            if (!result.log.isSigned())
                lines += tr("Note: the log is not signed.");
            else if (!result.account.isEmpty())
                lines += tr("Its head is signed by %1.").arg(result.account);
            else
                lines += tr("Its head is signed with the key %1. Whose key this is cannot be told without "
                            "--agency.")
                             .arg(result.log.signature.key);
        }
        for (const auto &found : result.findings) {
            if (found.kind == u"log-broken")
                lines += tr("The log does not hold at line %1: %2.").arg(found.subject, found.detail);
            else if (found.kind == u"log-unsigned")
                lines += tr("The log is not signed, although the case was not made in training.");
            else if (found.kind == u"signer-unknown")
                lines += tr("The agency file does not know the key %1.").arg(found.subject);
            else
                lines += found.kind == u"forked" ? forked(found.subject) : rolledBack(found.subject);
        }
        if (!broken && !contradicted)
            lines += undecidable(result.knownHeads);
        lines += result.isSound() ? tr("Everything is as recorded.")
                                  : tr("Something is not as recorded. Ask for the log again, and compare it "
                                       "with the case.");
        return lines;
    }

    static QString remembered(const RememberedState &state)
    {
        const QString what =
            state.isCase ? tr("Case %1 in %2").arg(state.remembered.title, state.remembered.folder)
                         : tr("Gallery %1 in %2").arg(state.remembered.title, state.remembered.folder);
        if (state.state == u"sound")
            return tr("%1: as it was seen, or further on.").arg(what);
        if (state.state == u"rolled-back")
            return tr("%1: rolled back. Entries are gone that were there when it was seen.").arg(what);
        if (state.state == u"forked")
            return tr("%1: another chain than the one that was seen.").arg(what);
        if (state.state == u"missing")
            return tr("%1: it is no longer there. It was moved without being opened here, or deleted.")
                .arg(what);
        if (state.state == u"replaced")
            return tr("%1: another one lies in its place.").arg(what);
        if (state.state == u"not-sound")
            return tr("%1: something is not as recorded. Check it by itself.").arg(what);
        return tr("%1: it cannot be checked.").arg(what);
    }

    static QStringList workstation(const Verification &verification,
                                   const std::vector<RememberedState> &states)
    {
        QStringList lines{tr("Workstation")};
        lines += tr("Audit entries, unbroken from the first to the last: %1. The last one has the hash %2.")
                     .arg(verification.head.count)
                     .arg(verification.head.hash);
        bool allSound = verification.isSound();
        for (const Finding &found : verification.findings)
            lines += finding(found, true);
        for (const RememberedState &state : states) {
            lines += remembered(state);
            allSound = allSound && !state.isWrong();
        }
        lines += allSound ? tr("Everything is as this workstation remembers it.")
                          : tr("Something is not as this workstation remembers it.");
        return lines;
    }

    static QString error(const base::Error &error)
    {
        switch (error.code) {
        case ErrorCode::NotFound:
            return tr("There is no case, gallery or workstation in the folder %1.").arg(error.subject);
        case ErrorCode::FileUnreadable:
            return tr("The file %1 cannot be read: %2.").arg(error.subject, error.detail);
        case ErrorCode::DatabaseForeign:
            return tr("The database %1 was not made by Likeness.").arg(error.subject);
        case ErrorCode::DatabaseNewer:
            return tr("The database %1 was made by a newer Likeness. Use its own program to check it.")
                .arg(error.subject);
        case ErrorCode::DatabaseLocked:
            return tr("The database %1 is being written to just now. Try again later.").arg(error.subject);
        case ErrorCode::SignatureWrong:
            return tr("The file %1 does not hold, so nothing can be held against it: the signature of %2 is "
                      "wrong.")
                .arg(error.subject, error.detail);
        case ErrorCode::FileDamaged:
            return tr("The file %1 is damaged: %2.").arg(error.subject, error.detail);
        case ErrorCode::DiskFull:
            return tr("There is no room for a temporary copy of the database.");
        default:
            return tr("The folder cannot be checked: %1, %2.").arg(error.subject, error.detail);
        }
    }

    static QString help(const QString &program)
    {
        return tr("Usage: %1 [options] FOLDER\n"
                  "       %1 [options] --log FILE\n"
                  "       %1 [options] --workstation FOLDER\n"
                  "\n"
                  "Checks a case or gallery folder and changes nothing in it: the database and its tables,\n"
                  "the SHA-256 of every evidence or portrait file, missing and additional files, signed\n"
                  "records and their signatures, the audit chain, its signed heads and its head file. Or\n"
                  "checks an exported audit log; or every case and gallery that a workstation remembers:\n"
                  "which are as they were seen, rolled back, forked, replaced or no longer there.\n"
                  "\n"
                  "  --workstation FOLDER  hold against the heads that a workstation has seen\n"
                  "  --head COUNT:HASH     hold against a head as it is printed in reports\n"
                  "  --agency FOLDER       hold the keys against the accounts of an agency file\n"
                  "  --report FILE         hold a report's JSON against the case\n"
                  "  --json                write the result as one JSON object\n"
                  "  --help                show this text\n"
                  "  --version             show the version\n"
                  "\n"
                  "Without a head that is known from elsewhere it is undecidable whether the whole was\n"
                  "replaced by an older or another state; the result says so.\n"
                  "\n"
                  "Exit code: 0 when everything is as recorded, 1 when something is not, 2 when it cannot\n"
                  "be checked or the command is wrong.\n")
            .arg(program);
    }
};

} // namespace

QStringList sentences(const Verification &verification)
{
    QStringList lines = Verify::all(verification);
    for (QString &line : lines)
        line = shown(line);
    return lines;
}

QStringList sentences(const LogResult &log)
{
    QStringList lines = Verify::log(log);
    for (QString &line : lines)
        line = shown(line);
    return lines;
}

QStringList sentences(const Verification &workstation, const std::vector<RememberedState> &states)
{
    QStringList lines = Verify::workstation(workstation, states);
    for (QString &line : lines)
        line = shown(line);
    return lines;
}

QString sentence(const base::Error &error)
{
    return shown(Verify::error(error));
}

QString helpText(const QString &program)
{
    return Verify::help(program);
}

QJsonObject toJson(const QString &folder, const Verification &verification)
{
    QJsonArray findings;
    for (const Finding &found : verification.findings)
        findings.append(QJsonObject{{"kind", store::findingName(found.kind)},
                                    {"subject", found.subject},
                                    {"detail", found.detail},
                                    {"wrong", found.isWrong()}});
    QString kind = QStringLiteral("case");
    if (verification.folderKind == Verification::FolderKind::Gallery)
        kind = QStringLiteral("gallery");
    else if (verification.folderKind == Verification::FolderKind::Workstation)
        kind = QStringLiteral("workstation");
    QJsonObject object{{"folder", folder},
                       {"kind", kind},
                       {"id", verification.id},
                       {"title", verification.title},
                       {"sound", verification.isSound()},
                       {"files", verification.files},
                       {"sound_files", verification.soundFiles},
                       {"bytes", verification.bytes},
                       {"entries", verification.head.count},
                       {"head", verification.head.hash},
                       {"signed_heads", verification.signedHeads},
                       {"signed_records", verification.signedRecords},
                       {"unsigned_records", verification.unsignedRecords},
                       {"known_heads", verification.knownHeads},
                       {"undecidable", verification.knownHeads == 0},
                       {"findings", findings}};
    if (!verification.lockHolder.isEmpty())
        object.insert("open_by", verification.lockHolder);
    return object;
}

QJsonObject toJson(const QString &path, const LogResult &result)
{
    QJsonArray findings;
    for (const auto &found : result.findings)
        findings.append(
            QJsonObject{{"kind", found.kind}, {"subject", found.subject}, {"detail", found.detail}});
    return {{"log", path},
            {"kind", result.log.source.kind},
            {"id", result.log.source.id},
            {"sound", result.isSound()},
            {"entries", result.log.head.count},
            {"head", result.log.head.hash},
            {"key", result.log.signature.key},
            {"account", result.account},
            {"signed_heads", result.log.signedHeads},
            {"known_heads", result.knownHeads},
            {"undecidable", result.knownHeads == 0},
            {"findings", findings}};
}

QJsonObject toJson(const QString &folder, const Verification &workstation,
                   const std::vector<RememberedState> &states)
{
    QJsonArray cases, galleries;
    bool allSound = workstation.isSound();
    for (const RememberedState &state : states) {
        (state.isCase ? cases : galleries)
            .append(QJsonObject{{"id", state.remembered.id},
                                {"folder", state.remembered.folder},
                                {"title", state.remembered.title},
                                {"heads", qint64(state.remembered.heads.size())},
                                {"state", state.state}});
        allSound = allSound && !state.isWrong();
    }
    QJsonObject object = toJson(folder, workstation);
    object.insert("sound", allSound);
    object.insert("cases", cases);
    object.insert("galleries", galleries);
    return object;
}

QJsonObject toJson(const QString &folder, const base::Error &error)
{
    return {{"folder", folder},
            {"error", base::errorCodeName(error.code)},
            {"subject", error.subject},
            {"detail", error.detail}};
}

} // namespace likeness::verify
