// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/base/result.h"
#include "engine/model/audit.h"
#include "engine/model/casefile.h"

#include <QJsonObject>

#include <vector>

namespace likeness::report {

/// All that a case report says, as plain values. Pictures are ready to show: everything outside the chosen
/// region is pixelated already by whoever fills this in.
struct CaseReport
{
    model::CaseContents contents;
    model::AuditHead auditHead;
    QDateTime made;
    QString madeBy;
    QString host;
    QString programVersion;
    bool training = true;

    struct ProbePicture
    {
        model::ProbeId probe;
        base::Picture evidence; ///< whole picture, pixelated outside the region
        base::Picture chip;
    };
    std::vector<ProbePicture> probePictures;
    struct PortraitPicture
    {
        model::PortraitId portrait;
        QString personReference;
        base::Picture picture; ///< pixelated outside the face
    };
    std::vector<PortraitPicture> portraitPictures; ///< of candidates that were examined or head the list
    struct MissingPicture
    {
        QString what; ///< SHA-256 of the evidence, the portrait or the chip
        base::Error why;
    };
    std::vector<MissingPicture> missing; ///< reported, never dropped
};

/// Every sentence of the PDF in the reader's language. The room draws; widgets and app translate.
/// See engine/report/reporttexts.h.
class ReportTexts;

/// The report as a PDF 1.4: A4, all fonts embedded (DejaVu Sans and DejaVu Sans Mono), pictures without loss.
/// INVESTIGATIVE LEAD ONLY stands on every page, and TRAINING while `training` is set. User texts are drawn
/// as they are: nothing in them is read as markup, nothing outside is loaded, there is no link and no script.
/// Control characters and marks that turn the direction of text are shown as codes, "[U+202E]".
/// In one process the same report gives the same PDF but for the time of making that the PDF itself records;
/// another process may write the embedded fonts in another order.
///
/// Shows as a plain sentence: a probe or portrait without a picture (with the reason from `missing`, found by
/// its SHA-256), no evidence, no search, no candidate, no examination.
///
/// Needs a QGuiApplication (the offscreen platform will do). Any one thread at a time. About a second for
/// five lists of 50 candidates, and another half for each picture of 12 MP (2 MB of PDF): hand in no more
/// pixels than the reader shall have. Errors: EngineFailed (no QGuiApplication, or a font is not installed).
base::Result<QByteArray> toPdf(const CaseReport &report, const ReportTexts &texts);

/// The same facts for machines, to be written with base::canonicalJson; pictures by the hashes of their
/// pixels, no template. The fields stand in engine/report/FORMAT.md. Thread-safe.
QJsonObject toJson(const CaseReport &report);

} // namespace likeness::report
