// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verify/sentences.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace likeness::verify {

using base::ErrorCode;
using store::Finding;
using store::Verification;

namespace {

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

struct Verify
{
    Q_DECLARE_TR_FUNCTIONS(Verify)

public:
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
        for (const Finding &found : verification.findings)
            lines += finding(found, isCase);
        lines +=
            verification.isSound()
                ? tr("Everything is as recorded.")
                : tr("Something is not as recorded. Keep the folder as it is, and compare it with a backup.");
        return lines;
    }

    static QString error(const base::Error &error)
    {
        switch (error.code) {
        case ErrorCode::NotFound:
            return tr("There is no case and no gallery in the folder %1.").arg(error.subject);
        case ErrorCode::FileUnreadable:
            return tr("The file %1 cannot be read: %2.").arg(error.subject, error.detail);
        case ErrorCode::DatabaseForeign:
            return tr("The database %1 was not made by Likeness.").arg(error.subject);
        case ErrorCode::DatabaseNewer:
            return tr("The database %1 was made by a newer Likeness. Use its own program to check it.")
                .arg(error.subject);
        case ErrorCode::DatabaseLocked:
            return tr("The database %1 is being written to just now. Try again later.").arg(error.subject);
        case ErrorCode::DiskFull:
            return tr("There is no room for a temporary copy of the database.");
        default:
            return tr("The folder cannot be checked: %1, %2.").arg(error.subject, error.detail);
        }
    }

    static QString help(const QString &program)
    {
        return tr("Usage: %1 [--json] FOLDER\n"
                  "\n"
                  "Checks a case or gallery folder and changes nothing in it: the database and its tables,\n"
                  "the SHA-256 of every evidence or portrait file, missing and additional files, the audit\n"
                  "chain, and its head file.\n"
                  "\n"
                  "  --json     write the result as one JSON object\n"
                  "  --help     show this text\n"
                  "  --version  show the version\n"
                  "\n"
                  "Exit code: 0 when everything is as recorded, 1 when something is not, 2 when the folder\n"
                  "cannot be checked or the command is wrong.\n")
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
    const bool isCase = verification.folderKind == Verification::FolderKind::Case;
    QJsonObject object{{"folder", folder},
                       {"kind", isCase ? "case" : "gallery"},
                       {"title", verification.title},
                       {"sound", verification.isSound()},
                       {"files", verification.files},
                       {"sound_files", verification.soundFiles},
                       {"bytes", verification.bytes},
                       {"entries", verification.head.count},
                       {"head", verification.head.hash},
                       {"findings", findings}};
    if (!verification.lockHolder.isEmpty())
        object.insert("open_by", verification.lockHolder);
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
