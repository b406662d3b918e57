// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/words/errortext.h"

#include "engine/policy/caserules.h"
#include "widgets/words/ruletext.h"

#include <QCoreApplication>
#include <QStringList>

namespace likeness::words
{

namespace
{

class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

QString ruleSentences(const QString &detail)
{
    QStringList sentences;
    for (const QString &name : detail.split(u',', Qt::SkipEmptyParts))
        if (const auto rule = policy::ruleFromName(name.trimmed()))
            sentences += sentence(*rule);
    return sentences.join(u' ');
}

/// What a file did to its decoder, with a %1 for the file; empty when it did nothing (engine/media/mediadecoder.h).
QString decoderPattern(const QString &detail)
{
    if (detail == QLatin1String("crash") || detail == QLatin1String("answer"))
        return ErrorText::tr("\"%1\" made its decoder fail. It is decoded apart from everything else, so nothing "
                             "else was touched and nothing was kept of it. A file that does this may be damaged, "
                             "or made to do harm: please get a fresh copy from its source.");
    if (detail == QLatin1String("hang"))
        return ErrorText::tr("Reading \"%1\" did not come to an end and was stopped. Nothing was kept of it, and "
                             "the original was not touched. Please get a fresh copy from its source.");
    if (detail == QLatin1String("grows"))
        return ErrorText::tr("\"%1\" was still being written while it was read. Nothing was kept of it. Please "
                             "wait until it is complete and try again.");
    return {};
}

/// The sentence with a %1 for the subject.
QString pattern(base::ErrorCode code)
{
    using base::ErrorCode;
    switch (code) {
    case ErrorCode::InvalidArgument:
        return ErrorText::tr("The values given for \"%1\" make no sense. Nothing was changed. Please correct "
                             "them and try again.");
    case ErrorCode::NotAllowed:
        return ErrorText::tr("The rules do not allow this for \"%1\". Nothing was changed. The details name "
                             "the rule.");
    case ErrorCode::NotFound:
        return ErrorText::tr(
            "\"%1\" is not there. Nothing was changed. Please check the name and where it is "
            "kept.");
    case ErrorCode::AlreadyExists:
        return ErrorText::tr("There is something at \"%1\" already. It was left as it is. Please choose "
                             "another place, or open what is there.");
    case ErrorCode::ReadOnly:
        return ErrorText::tr("\"%1\" is open for reading only, so nothing was changed. Somebody else may be "
                             "working on it, or the folder may be protected. Please open it again when it is "
                             "free.");
    case ErrorCode::Cancelled:
        return ErrorText::tr("The work on \"%1\" was cancelled. What was finished before is kept; nothing is "
                             "kept of the unfinished step.");
    case ErrorCode::FileUnreadable:
        return ErrorText::tr(
            "\"%1\" could not be read. It may be missing, a folder, or not permitted to you. "
            "Nothing was kept of it. Please check that it is there and that you may read it.");
    case ErrorCode::FormatUnsupported:
        return ErrorText::tr(
            "\"%1\" is of no kind that Likeness reads, by its content. Nothing was kept of it. Please export it "
            "as a JPEG, PNG, TIFF, WebP, BMP, HEIC or AVIF picture, or as an MP4 or Matroska recording.");
    case ErrorCode::FileDamaged:
        return ErrorText::tr(
            "\"%1\" is damaged: it is incomplete or contradicts itself. Nothing was kept of "
            "it, and the original was not touched. Please get a fresh copy from its source.");
    case ErrorCode::TooLarge:
        return ErrorText::tr("\"%1\" is larger than Likeness reads. Nothing was kept of it. The details name "
                             "the limit; a smaller export will do.");
    case ErrorCode::EvidenceChanged:
        return ErrorText::tr(
            "The file \"%1\" changed since it was added (SHA-256 differs). It was not opened, "
            "and the change is on record. Please compare with the original and add it again.");
    case ErrorCode::DerivationDiffers:
        return ErrorText::tr(
            "The edits of \"%1\" no longer give the picture that is on record. It was not opened. "
            "Please have the case checked with likeness-verify.");
    case ErrorCode::EvidenceMissing:
        return ErrorText::tr("The stored file \"%1\" is gone. Its record is kept. Please restore the folder "
                             "from a backup, or add the original again.");
    case ErrorCode::ModelMissing:
        return ErrorText::tr(
            "The face engine's model \"%1\" is missing, so faces cannot be found or searched. "
            "Everything recorded is kept. Please run the installer again.");
    case ErrorCode::ModelWrong:
        return ErrorText::tr("The face engine's model \"%1\" is not the one Likeness was made with (SHA-256 "
                             "differs). It was not used, and everything recorded is kept. Please run the "
                             "installer again.");
    case ErrorCode::EngineFailed:
        return ErrorText::tr("The work on \"%1\" failed inside one of the program's engines. Nothing was "
                             "recorded of this step. Please try again; if it stays, the details help whoever "
                             "looks after the program.");
    case ErrorCode::DatabaseFailed:
        return ErrorText::tr("The record of \"%1\" could not be read or written. The last step was not kept; "
                             "everything before it is. Please check the disk, and try again.");
    case ErrorCode::DatabaseLocked:
        return ErrorText::tr("Another program is writing to \"%1\" just now. The last step was not kept. "
                             "Please try again in a moment.");
    case ErrorCode::DatabaseNewer:
        return ErrorText::tr("\"%1\" was made by a newer Likeness. It was not opened and not changed. Please "
                             "update this workstation.");
    case ErrorCode::DatabaseForeign:
        return ErrorText::tr("\"%1\" is not a Likeness case or gallery. It was not changed. Please choose "
                             "another folder.");
    case ErrorCode::DatabaseCorrupt:
        return ErrorText::tr("The record of \"%1\" is damaged. It was not opened for writing. Please restore "
                             "it from a backup; the stored pictures are kept.");
    case ErrorCode::AuditBroken:
        return ErrorText::tr("The audit record of \"%1\" does not hold: an entry was removed, changed or "
                             "reordered. Nothing was changed. Please keep the folder as it is and tell your "
                             "auditor.");
    case ErrorCode::NotSignedIn:
        return ErrorText::tr(
            "Nobody is signed in, so \"%1\" was not done. Nothing was changed. Please sign in "
            "with your account.");
    case ErrorCode::PasswordWrong:
        return ErrorText::tr(
            "\"%1\" was not signed in: there is no such account, or the password is another. "
            "The attempt is on record. Please check both and try again.");
    case ErrorCode::AccountLocked:
        return ErrorText::tr("The account \"%1\" is locked for some minutes after too many wrong passwords. "
                             "Everything recorded is kept. Please wait until the time in the details, or ask "
                             "a supervisor.");
    case ErrorCode::SignatureWrong:
        return ErrorText::tr(
            "The signature of \"%1\" does not hold: it was changed after signing, or signed "
            "with another key. It was not used, and nothing was changed. Please keep it as it "
            "is and tell your supervisor.");
    case ErrorCode::ProfileExpired:
        return ErrorText::tr(
            "The policy profile \"%1\" is not in force today, so nothing can be searched. "
            "Everything recorded is kept. Please ask a supervisor to install a current one.");
    case ErrorCode::ClockChanged:
        return ErrorText::tr(
            "The clock stands before what is already on record, so \"%1\" went no further. Nothing was "
            "changed. Please set the clock right and try again. If it is right now and was ahead before, a "
            "supervisor can accept it when signing in.");
    case ErrorCode::RolledBack:
        return ErrorText::tr(
            "\"%1\" is older than, or another than, the one that was seen before. It is open "
            "for reading only and was not changed. Please keep the folder as it is and tell "
            "your auditor.");
    case ErrorCode::DiskFull:
        return ErrorText::tr("There is no room left to write \"%1\". The last step was not kept; everything "
                             "before it is. Please free some space and try again.");
    case ErrorCode::WriteFailed:
        break;
    }
    return ErrorText::tr("\"%1\" could not be written. The last step was not kept; everything before it is. "
                         "Please check the folder's permissions and try again.");
}

} // namespace

QString sentence(const base::Error &error)
{
    if (error.code == base::ErrorCode::FileDamaged)
        if (const QString way = decoderPattern(error.detail); !way.isEmpty())
            return way.arg(error.subject);
    if (error.code == base::ErrorCode::NotAllowed)
        if (const QString rules = ruleSentences(error.detail); !rules.isEmpty())
            return rules;
    return pattern(error.code).arg(error.subject);
}

} // namespace likeness::words
