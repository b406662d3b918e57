// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/report/casereport.h"

namespace likeness::report
{

/// Questions that both the PDF and the JSON ask of a report. It must outlive this.
class CaseFacts
{
public:
    explicit CaseFacts(const CaseReport &report);

    const model::Search *search(const model::SearchId &id) const;
    const model::Probe *probe(const model::ProbeId &id) const;
    const model::Candidate *candidate(const model::SearchId &search, const model::PortraitId &portrait) const;
    const model::VerificationRequest *request(const model::VerificationId &id) const;
    const model::VerificationResult *result(const model::VerificationId &request) const;
    const model::Adjudication *adjudication(const model::VerificationId &request) const;
    const model::NullResult *nullResult(const model::SearchId &search) const; ///< the last one
    /// The one that counts; null when there is none.
    const model::Examination *lastExamination(const model::SearchId &search,
                                              const model::PortraitId &portrait) const;
    bool isSetAside(const model::SearchId &search, const model::PortraitId &portrait) const;
    bool isWithheld(const model::SearchId &search) const; ///< the list is not in the report
    const CaseReport::Memory *memory(const model::SearchId &search, const model::PersonId &person) const;

    /// What was given, or "examined by one" or "not examined" by what there is.
    CaseReport::Standing standing(const model::SearchId &search, const model::PortraitId &portrait) const;
    bool isLocked(const model::Examination &examination) const;
    bool isLocked(const model::VerificationRequest &request) const;
    bool isLocked(const model::VerificationId &request) const;

    /// A record that somebody signed (or in training did not), in the order of the work.
    struct Record {
        enum class Kind {
            Analysis,
            Override,
            Examination,
            VerificationRequest,
            VerificationResult,
            Adjudication,
            NullResult,
        };
        Kind kind;
        const void *record; ///< the one in the report's contents
        QDateTime time;
        QJsonObject document; ///< its canonical JSON is what was signed
        QString sha256;       ///< of that
        model::Signature signature;
        bool locked = false; ///< belongs to a locked candidate: only the hash may be told
    };
    const std::vector<Record> &records() const { return m_records; }
    /// From 1; 0 for a record that is not in the report.
    int recordNumber(const void *record) const;

private:
    const CaseReport &m_report;
    const model::CaseContents &m_contents;
    std::vector<Record> m_records;
};

} // namespace likeness::report
