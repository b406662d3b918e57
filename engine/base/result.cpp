// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/result.h"

#include <cerrno>
#include <cstring>

namespace likeness::base
{

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument: return QStringLiteral("invalid-argument");
    case ErrorCode::NotAllowed: return QStringLiteral("not-allowed");
    case ErrorCode::NotFound: return QStringLiteral("not-found");
    case ErrorCode::AlreadyExists: return QStringLiteral("already-exists");
    case ErrorCode::ReadOnly: return QStringLiteral("read-only");
    case ErrorCode::Cancelled: return QStringLiteral("cancelled");
    case ErrorCode::FileUnreadable: return QStringLiteral("file-unreadable");
    case ErrorCode::FormatUnsupported: return QStringLiteral("format-unsupported");
    case ErrorCode::FileDamaged: return QStringLiteral("file-damaged");
    case ErrorCode::TooLarge: return QStringLiteral("too-large");
    case ErrorCode::EvidenceChanged: return QStringLiteral("evidence-changed");
    case ErrorCode::EvidenceMissing: return QStringLiteral("evidence-missing");
    case ErrorCode::DerivationDiffers:
        return QStringLiteral("derivation-differs");
    case ErrorCode::ModelMissing: return QStringLiteral("model-missing");
    case ErrorCode::ModelWrong: return QStringLiteral("model-wrong");
    case ErrorCode::EngineFailed: return QStringLiteral("engine-failed");
    case ErrorCode::DatabaseFailed: return QStringLiteral("database-failed");
    case ErrorCode::DatabaseLocked: return QStringLiteral("database-locked");
    case ErrorCode::DatabaseNewer: return QStringLiteral("database-newer");
    case ErrorCode::DatabaseForeign: return QStringLiteral("database-foreign");
    case ErrorCode::DatabaseCorrupt: return QStringLiteral("database-corrupt");
    case ErrorCode::AuditBroken: return QStringLiteral("audit-broken");
    case ErrorCode::NotSignedIn: return QStringLiteral("not-signed-in");
    case ErrorCode::PasswordWrong: return QStringLiteral("password-wrong");
    case ErrorCode::AccountLocked: return QStringLiteral("account-locked");
    case ErrorCode::SignatureWrong: return QStringLiteral("signature-wrong");
    case ErrorCode::ProfileExpired: return QStringLiteral("profile-expired");
    case ErrorCode::ClockChanged: return QStringLiteral("clock-changed");
    case ErrorCode::RolledBack: return QStringLiteral("rolled-back");
    case ErrorCode::DiskFull: return QStringLiteral("disk-full");
    case ErrorCode::WriteFailed: return QStringLiteral("write-failed");
    }
    return QStringLiteral("unknown");
}

Error writeError(const QString &path, int systemErrno)
{
    // A file-size limit (EFBIG) and a quota (EDQUOT) are a full disk to the person in front of it.
    const bool full = systemErrno == ENOSPC || systemErrno == EDQUOT || systemErrno == EFBIG;
    return {full ? ErrorCode::DiskFull : ErrorCode::WriteFailed, path,
            QString::fromLocal8Bit(std::strerror(systemErrno))};
}

} // namespace likeness::base
