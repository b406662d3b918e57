// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/report/casereport.h"
#include "engine/report/pageflow.h"
#include "engine/report/words.h"

#include <QHash>

namespace likeness::report {

/// What every section needs: the facts, the words, where to write, and the numbers that the report gives to
/// evidence, probes and searches ("Probe 2"), from 1 in the order of the records.
class SectionWriter
{
public:
    SectionWriter(const CaseReport &report, const Words &words, PageFlow &flow);

    const CaseReport &report;
    const model::CaseContents &contents;
    const Words &words;
    PageFlow &flow;

    int evidenceNumber(const model::EvidenceId &id) const { return m_evidence.value(id.value()); }
    int probeNumber(const model::ProbeId &id) const { return m_probes.value(id.value()); }
    int searchNumber(const model::SearchId &id) const { return m_searches.value(id.value()); }
    QString evidenceName(const model::EvidenceId &id) const; ///< "Evidence 1, name.jpg"
    const model::Search *search(const model::SearchId &id) const;
    /// The one that counts; null when there is none.
    const model::Examination *lastExamination(const model::SearchId &search,
                                              const model::PortraitId &portrait) const;
    /// Whether this decision sets a candidate aside and is the last word on it.
    bool isSetAside(const model::CandidateDecision &decision) const;

    /// Null when the report has none.
    QImage evidencePicture(const model::ProbeId &id) const;
    QImage chip(const model::ProbeId &id) const;
    QImage portrait(const model::PortraitId &id) const;
    /// Why a picture is not shown: what `missing` says of the first of these SHA-256 that it names.
    QString whyMissing(const QStringList &hashes) const;

    void heading(const char *title, const char *mark); ///< of a section; `mark` for the table of contents
    void subheading(const QString &title);
    using Facts = std::vector<std::pair<const char *, Content>>;
    void facts(const Facts &facts);            ///< label and value, one a row
    Content plain(const QString &value) const; ///< "Not recorded." when empty
    /// The sentences nobody may miss: a grey box with a blue bar, or a dark one.
    void box(const QString &bold, const QString &words, bool dark = false);

private:
    QHash<QString, int> m_evidence, m_probes, m_searches;
    QHash<QString, std::pair<QImage, QImage>> m_probePictures;
    QHash<QString, QImage> m_portraits;
};

/// Looks into the memory of `picture`, which must live as long; null for a null picture.
QImage imageOf(const base::Picture &picture);

inline const Style small{8.5};
inline const Style smallBold{8.5, true};
inline const Style quiet{8.5, false, colours::quiet};

void writeTitlePage(SectionWriter &to);
void writeSummary(SectionWriter &to);
void writeEvidence(SectionWriter &to);
void writeProbes(SectionWriter &to);
void writeSearches(SectionWriter &to);
void writeExaminations(SectionWriter &to);
void writeMissing(SectionWriter &to);
void writeAppendix(SectionWriter &to);

} // namespace likeness::report
