// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/report/casefacts.h"
#include "engine/report/pageflow.h"
#include "engine/report/words.h"

#include <QHash>

namespace likeness::report
{

/// What every section needs: the facts, the words, where to write, and the numbers that the report gives to
/// evidence, probes and searches ("Probe 2"), from 1 in the order of the records.
class SectionWriter
{
public:
    SectionWriter(const CaseReport &report, const Words &words, PageFlow &flow);

    const CaseReport &report;
    const model::CaseContents &contents;
    const CaseFacts facts;
    const Words &words;
    PageFlow &flow;

    int evidenceNumber(const model::EvidenceId &id) const { return m_evidence.value(id.value()); }
    int probeNumber(const model::ProbeId &id) const { return m_probes.value(id.value()); }
    int searchNumber(const model::SearchId &id) const { return m_searches.value(id.value()); }
    QString evidenceName(const model::EvidenceId &id) const; ///< "Evidence 1, name.jpg"
    QString probeName(const model::ProbeId &id) const;       ///< "Probe 2"
    QString derivationName(const model::DerivationId &id) const; ///< "Edited picture 1"
    /// "Search 1, rank 3: P0017", or that no list has it.
    QString candidateName(const model::SearchId &search, const model::PortraitId &portrait) const;
    QString who(const QString &account) const; ///< "Full Name (account)", or the name as it is
    /// What becomes of a candidate in one sentence; empty when nobody examined it. No outcome while locked.
    QString standingSentence(const CaseReport::Standing &standing) const;

    /// Null when the report has none.
    QImage evidencePicture(const model::ProbeId &id) const;
    QImage chip(const model::ProbeId &id) const;
    QImage portrait(const model::PortraitId &id) const;
    model::RelativeRect portraitBox(const model::PortraitId &id) const; ///< not valid when not known
    /// The head of the portrait or of the probe (its aligned face when the evidence is not there), all of one
    /// shape where the pictures allow it. The image must be there.
    Fragment portraitThumbnail(const model::PortraitId &id, const QSizeF &limit) const;
    Fragment probeThumbnail(const model::ProbeId &id, const QSizeF &limit) const;
    bool hasProbePicture(const model::ProbeId &id) const;
    /// Why a picture is not shown: what `missing` says of the first of these SHA-256 that it names.
    QString whyMissing(const QStringList &hashes) const;

    void heading(const char *title, const char *mark); ///< of a section; `mark` for the table of contents
    void subheading(const QString &title);
    void minorHeading(const QString &title);
    using Facts = std::vector<std::pair<const char *, Content>>;
    void writeFacts(const Facts &facts);       ///< label and value, one a row
    Content plain(const QString &value) const; ///< "Not recorded." when empty
    /// The sentences nobody may miss: a grey box with a blue bar, or a dark one.
    void box(const QString &bold, const QString &words, bool dark = false);
    void box(const Content &content, const QColor &bar);
    /// Where the signature of a record stands, or that there is none; for under the record.
    QString signatureSentence(const void *record) const;

private:
    QHash<QString, int> m_evidence, m_probes, m_searches, m_derivations;
    QHash<QString, std::pair<QImage, QImage>> m_probePictures;
    QHash<QString, std::pair<QImage, model::RelativeRect>> m_portraits;
};

/// Looks into the memory of `picture`, which must live as long; null for a null picture.
QImage imageOf(const base::Picture &picture);

inline const Style small{8.5};
inline const Style smallBold{8.5, true};
inline const Style quiet{8.5, false, colours::quiet};
inline const Style body{9.5};

void writeTitlePage(SectionWriter &to);
void writeContents(SectionWriter &to);
void writeSummary(SectionWriter &to);
void writeEvidence(SectionWriter &to);
void writeScans(SectionWriter &to);       ///< nothing when there are none
void writeDerivations(SectionWriter &to); ///< nothing when there are none
void writeProbes(SectionWriter &to);
void writeAnalyses(SectionWriter &to, const model::Probe &probe);
void writeSearches(SectionWriter &to);
void writeExaminations(SectionWriter &to);
/// Both pictures with their marks, what the marks show, and the checklist.
void writeComparison(SectionWriter &to, const model::ProbeId &probe, const model::PortraitId &portrait,
                     const QString &portraitCaption, const QStringList &portraitHashes,
                     const model::Comparison &comparison);
void writeVerifications(SectionWriter &to);
void writePeople(SectionWriter &to);
void writeEngineCard(SectionWriter &to);
void writeSelfTests(SectionWriter &to);
void writeLimits(SectionWriter &to);
void writeMissing(SectionWriter &to);
void writeAppendix(SectionWriter &to);
void writeRecords(SectionWriter &to); ///< signed records and keys, in the appendix

} // namespace likeness::report
