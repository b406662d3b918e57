// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/base/result.h"
#include "engine/model/audit.h"
#include "engine/model/casefile.h"

#include <QJsonObject>

#include <vector>

namespace likeness::report
{

/// All that a case report says, as plain values. Pictures are ready to show: everything outside the chosen
/// region is pixelated already by whoever fills this in.
struct CaseReport {
    model::CaseContents contents;
    model::AuditHead auditHead;
    QDateTime made;
    QString madeBy;
    QString host;
    QString programVersion;
    bool training = true;

    struct ProbePicture {
        model::ProbeId probe;
        base::Picture evidence; ///< whole picture, pixelated outside the region
        base::Picture chip;
    };
    std::vector<ProbePicture> probePictures;
    struct PortraitPicture {
        model::PortraitId portrait;
        QString personReference;
        base::Picture picture; ///< pixelated outside the face
    };
    std::vector<PortraitPicture> portraitPictures; ///< of candidates that were examined or head the list
    struct MissingPicture {
        QString what; ///< evidence or portrait SHA-256
        base::Error why;
    };
    std::vector<MissingPicture> missing; ///< reported, never dropped
};

/// Every sentence of the PDF in the reader's language. The room draws; widgets and app translate.
/// The keys and their English texts stand in engine/report/reporttexts.h.
class ReportTexts;

/// A4, fonts embedded, page numbers, TRAINING on every page while there are no accounts, INVESTIGATIVE LEAD
/// ONLY on every page. User texts are escaped; nothing outside is loaded. Needs a QGuiApplication (the
/// offscreen platform will do). Any one thread at a time. Errors: EngineFailed.
base::Result<QByteArray> toPdf(const CaseReport &report, const ReportTexts &texts);

/// The same facts for machines; pictures by their hashes. Canonical JSON with "format": "likeness-case-report/1".
QJsonObject toJson(const CaseReport &report);

} // namespace likeness::report
