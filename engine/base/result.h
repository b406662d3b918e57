// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace likeness::base
{

/// What went wrong, as a value that a program can test. People see the sentence that
/// widgets/common/errortext makes of it; outsiders see errorCodeName().
enum class ErrorCode {
    // Asking
    InvalidArgument, ///< the caller's values make no sense (a region outside the picture)
    NotAllowed,      ///< a rule of engine/policy says no; detail names the rule
    NotFound,        ///< no such case, evidence item, gallery, search ...
    AlreadyExists,   ///< a case or gallery stands there already
    ReadOnly,        ///< opened for reading, or somebody else holds the lock; detail names host and user
    Cancelled,       ///< the person asked to stop; nothing was kept of the unfinished step
    // Files and pictures
    FileUnreadable,    ///< missing, a directory, no permission
    FormatUnsupported, ///< no still or recording that is decoded, by its content
    FileDamaged,       ///< of a known kind, and truncated or inconsistent
    TooLarge,          ///< over a size limit; detail names the limit
    // Evidence
    EvidenceChanged,   ///< the bytes no longer have the SHA-256 they were taken in with
    EvidenceMissing,   ///< the file of an evidence item is gone
    DerivationDiffers, ///< replayed, a derivation has other pixels than its record says
    // Faces
    ModelMissing, ///< a weights file is not there
    ModelWrong,   ///< a weights file has another SHA-256 than the manifest
    EngineFailed, ///< the face engine could not work on this picture
    // Records
    DatabaseFailed,  ///< SQLite said no; detail is its message
    DatabaseLocked,  ///< another process writes just now
    DatabaseNewer,   ///< made by a newer Likeness
    DatabaseForeign, ///< a SQLite file, but not one of ours
    DatabaseCorrupt, ///< fails SQLite's own integrity check
    AuditBroken,     ///< the chain or its head does not hold; detail says where
    // Accounts and signatures
    NotSignedIn,    ///< an agency file is there, and nobody signed in
    PasswordWrong,  ///< no such account, or not its password: the two are not told apart
    AccountLocked,  ///< too many wrong passwords; detail is the time it opens again (base::timeText)
    SignatureWrong, ///< a signature, key or sealed file does not hold; detail says which
    ProfileExpired, ///< the policy profile is not in force today; detail is its last day
    ClockChanged,   ///< the clock stands before the last entry; detail names both times
    RolledBack,     ///< a case is older than, or another than, a head that is known; detail says which
    DiskFull,
    WriteFailed, ///< any other failure to write; detail is the system's message
};

/// A stable name for JSON output, logs and tests, e.g. "evidence-changed".
QString errorCodeName(ErrorCode code);

struct Error {
    ErrorCode code;
    QString subject; ///< what it is about: a file name, an id; shown to people
    QString detail;  ///< technical detail for the log and the "details" fold; may be empty

    friend bool operator==(const Error &, const Error &) = default;
};

/// Every fallible call of the engine returns one. Exceptions never cross a room's boundary.
template <class T>
using Result = tl::expected<T, Error>;
using Outcome = Result<void>;

inline tl::unexpected<Error> fail(ErrorCode code, QString subject, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(subject), std::move(detail)});
}

/// The Error for the current errno of a failed write to `path`: DiskFull for ENOSPC, EDQUOT and EFBIG,
/// WriteFailed otherwise.
Error writeError(const QString &path, int systemErrno);

} // namespace likeness::base

/// Returns early with the error of an expression of type Result<...> or Outcome.
#define LIKENESS_TRY(expression)                                                                              \
    if (auto outcome_ = (expression); !outcome_)                                                              \
    return tl::unexpected(std::move(outcome_).error())
