// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/examination.h"

#include <functional>
#include <vector>

namespace likeness::interchange
{

/// Signs bytes into a .minisig text.
using Signer = std::function<base::Result<QByteArray>(const QByteArray &bytes)>;
/// Checks a .minisig text; the value is the name of the account that signed.
using Checker = std::function<base::Result<QString>(const QByteArray &bytes, const QByteArray &minisig)>;

/// A verification on its way to another workstation: what the verifier may see and nothing else. A stored zip
/// of
///   task.json          canonical JSON: {"asked","format":"likeness-verification-task-1",
///                      "portraits":[PICTURE...],"probe":PICTURE,"verification"} with PICTURE
///                      {"box":[x,y,w,h],"eyes":[lx,ly,rx,ry],"file","label","sha256"}
///   task.json.minisig  by the account that sends it
///   probe.png, A.png, B.png ...   pixels only: no metadata, no names; probe pixelated outside its region
/// It never holds a search, rank, distance, person, portrait id, case number, conclusion or first examiner.
struct TaskPicture {
    QString label; ///< "probe", then "A", "B", ... in the order shown
    QByteArray png;
    model::RelativeRect box; ///< of the face
    model::EyePoints eyes;
};
struct VerificationTask {
    model::VerificationId id;
    QDateTime asked;
    TaskPicture probe;
    std::vector<TaskPicture> portraits; ///< in the order shown: 1 to 26
};

/// InvalidArgument for labels other than those above, TooLarge for what readTask refuses; errors of the
/// signer.
base::Result<QByteArray> writeTask(const VerificationTask &task, const Signer &sign);
struct ReadTask {
    VerificationTask task;
    QString sender; ///< account whose signature holds
};
/// FileDamaged, TooLarge, errors of the checker (SignatureWrong). The pictures are as signed, and still to be
/// decoded as untrusted bytes.
base::Result<ReadTask> readTask(const QByteArray &bytes, const QString &subject, const Checker &check);

/// The answer, a stored zip of
///   result.json          canonical JSON: {"document":toJson(result),"format":
///                        "likeness-verification-result-1","signature":toJson(result.signature)}
///   result.json.minisig  by the account that answers
base::Result<QByteArray> writeResult(const model::VerificationResult &result, const Signer &sign);
/// FileDamaged, TooLarge, errors of the checker; SignatureWrong when another account signed the file than
/// answered. The signature inside, over the document, is the caller's to check.
base::Result<model::VerificationResult> readResult(const QByteArray &bytes, const QString &subject,
                                                   const Checker &check);

} // namespace likeness::interchange
