// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/examination.h"

#include <functional>
#include <vector>

namespace likeness::interchange
{

/// A verification on its way to another workstation: what the verifier may see and nothing else. A zip of
///   task.json {"format":"likeness-verification-task-1","verification","probe":{"file","sha256","box",
///                      "eyes"},"portraits":[{"label","file","sha256","box","eyes"}...],"asked"}
///   task.json.minisig  by the account that sends it
///   probe.png, A.png, B.png ...   pixels only: no metadata, no names; probe pixelated outside its region
/// It never holds a search, rank, distance, person, portrait id, case number, conclusion or first examiner.
struct TaskPicture {
    QString label; ///< "probe", "A", "B", ...
    QByteArray png;
    model::RelativeRect box; ///< of the face
    model::EyePoints eyes;
};
struct VerificationTask {
    model::VerificationId id;
    QDateTime asked;
    TaskPicture probe;
    std::vector<TaskPicture> portraits; ///< in the order shown
};

/// Signs bytes into a .minisig text.
using Signer = std::function<QByteArray(const QByteArray &bytes)>;
/// Checks a .minisig text; the value is the name of the account that signed.
using Checker = std::function<base::Result<QString>(const QByteArray &bytes, const QByteArray &minisig)>;

QByteArray writeTask(const VerificationTask &task, const Signer &sign);
struct ReadTask {
    VerificationTask task;
    QString sender; ///< account whose signature holds
};
/// FileDamaged, TooLarge, SignatureWrong.
base::Result<ReadTask> readTask(const QByteArray &bytes, const QString &subject, const Checker &check);

/// The answer: result.json (the signed document of a VerificationResult with its signature) and
/// result.json.minisig.
QByteArray writeResult(const model::VerificationResult &result, const Signer &sign);
base::Result<model::VerificationResult> readResult(const QByteArray &bytes, const QString &subject,
                                                   const Checker &check);

} // namespace likeness::interchange
