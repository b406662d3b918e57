// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/workstation.h"
#include "engine/match/evaluation.h"
#include "engine/match/evaluationcurves.h"

namespace likeness::casework
{

/// The self-test: how well the engine tells apart the people in a folder of pictures. Each file is of the person that
/// its name says, "Name_0001.jpg" or "Name.jpg", as enrolment reads it. Nothing of it is kept but the figures; no
/// picture comes into a case or a gallery.

/// The faces of a folder, described twice: as the product does and by dlib's own template of one chip.
struct DescribedFolder {
    match::EvaluatedFaces ours, plain; ///< the same faces, by person, then file name
    QStringList files;                 ///< their names
    std::vector<model::FaceQuality> qualities;
    QStringList withoutFace;           ///< no face, or none good enough to be enrolled: left out
    QStringList unreadable;            ///< left out
};

/// Describes every picture directly in `folder` (jpg, jpeg, png, bmp, tif, tiff, webp, heic, avif) on all processors.
/// Reports files and looks at cancel before each. `settings` are those of `ours`. FileUnreadable when the folder is
/// not there; errors of the engine's opening; Cancelled.
base::Result<DescribedFolder> describedFolder(const Workstation &workstation, const QString &folder,
                                              const face::DescriberSettings &settings, base::Progress &progress);

struct IdentificationEvaluation {
    match::IdentificationScores ours, plain; ///< without the probes of label errors
    match::ComparedFigures figures;
    qint64 labelErrors = 0; ///< pairs of pictures under two names that show one person
};
/// Protocol and figures: match/evaluation.h. InvalidArgument as there.
base::Result<IdentificationEvaluation> evaluateIdentification(const DescribedFolder &faces, base::Progress &progress);

struct VerificationEvaluation {
    qint64 same = 0, others = 0; ///< pairs
    match::ComparedVerification figures; ///< over all pairs of one person and four million random others
    match::FoldAccuracy ours, plain;     ///< over the pairs of the list
    qint64 listed = 0;                   ///< pairs of the list, or as many of each kind as there are of one person
    qint64 missing = 0;                  ///< pairs of the list whose picture is not there
    std::vector<match::CurvePoint> oursDet, plainDet; ///< FMR against FNMR
};
/// `pairsFile` is a list of pairs as Labeled Faces in the Wild has it: "folds<TAB>pairs of a kind", then lines
/// "Name<TAB>1<TAB>2" of one person and "Name<TAB>1<TAB>Other<TAB>2" of two. Empty: all pairs of one person and as many
/// random others. FileUnreadable, FileDamaged (with the line), InvalidArgument when no person has two pictures.
base::Result<VerificationEvaluation> evaluateVerification(const DescribedFolder &faces, const QString &pairsFile,
                                                          base::Progress &progress);

/// Enters that an evaluation was made, with its figures, in the workstation's chain.
base::Outcome enterEvaluation(const Workstation &workstation, const QString &kind, const QJsonObject &figures);

} // namespace likeness::casework
