// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/base/result.h"
#include "engine/model/audit.h"
#include "engine/model/casefile.h"
#include "engine/model/selftest.h"

#include <QDate>
#include <QJsonObject>
#include <QStringList>

#include <optional>
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

    // Who stands behind it; all empty in training
    // ------------------------------------------------------------
    QString agency;                       ///< its name
    QString agencyKey;                    ///< root of all accounts: the first supervisor's public key
    std::vector<model::Account> accounts; ///< of the people named in the case, as they are now
    struct PolicyProfile {
        QString name; ///< empty: none was given
        QString version;
        QDate validFrom;
        QDate validUntil;
        QString sha256;    ///< of the profile's file
        QString key;       ///< public key that its signature was checked with
        int lineup = 0;    ///< portraits a verifier gets
        int listLimit = 0; ///< longest list it allows
    };
    PolicyProfile profile;
    /// A head of the audit chain that an account signed; not signed when there is none.
    struct SignedHead {
        QJsonObject document; ///< what was signed, as canonical JSON
        model::Signature signature;
        QDateTime time;
    };
    SignedHead signedHead;

    /// How far a candidate has come, as the policy says it. Candidates without one were examined by nobody or
    /// by one account alone.
    struct Standing {
        enum class State { NotExamined, Examined, AwaitingVerification, Agreed, Disagreed, Adjudicated };
        model::SearchId search;
        model::PortraitId portrait;
        State state = State::NotExamined;
        std::optional<model::Conclusion> outcome; ///< of Agreed and Adjudicated; never while locked
        bool isLead = false;                      ///< outcome is support for same source
        bool isExcluded = false;                  ///< outcome is support for different source
        /// Locked: what was concluded is in neither the PDF nor the JSON.
        bool isLocked() const { return state == State::AwaitingVerification || state == State::Disagreed; }
    };
    std::vector<Standing> standings;
    /// What other searches of the case say about a person on a list.
    struct Memory {
        model::SearchId search; ///< whose list this stands in
        model::PersonId person;
        bool excluded = false; ///< by two examiners, or by adjudication
        bool setAside = false; ///< by one, in another search
        QStringList reasons;
        QDateTime since;
    };
    std::vector<Memory> memories;

    /// How many faces a scan of a recording saw, and how many of them somebody chose.
    struct ScannedTracks {
        model::ScanId scan;
        qint64 tracks = 0;
        qint64 chosen = 0;
    };
    std::vector<ScannedTracks> scannedTracks;

    /// The last self-test of each kind that was made on this workstation; empty when there was none.
    std::vector<model::SelfTest> selfTests;
    std::optional<base::Error> selfTestsUnread; ///< why they could not be read, instead

    struct ProbePicture {
        model::ProbeId probe;
        base::Picture evidence; ///< whole picture, pixelated outside the region
        base::Picture chip;
    };
    std::vector<ProbePicture> probePictures;
    struct PortraitPicture {
        model::PortraitId portrait;
        QString personReference;
        base::Picture picture;     ///< pixelated outside the face
        model::RelativeRect box{}; ///< of the face; not valid when not known
    };
    /// Of candidates that were examined, shown to a verifier, or head the list.
    std::vector<PortraitPicture> portraitPictures;
    struct MissingPicture {
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
/// Marks are drawn as lines over the pictures, whose pixels stay as they are. Of a locked candidate neither
/// conclusion, checklist, line-up nor examiner is shown; of a withheld search (contents.withheld) no list.
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
