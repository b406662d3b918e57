// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/policy/blindness.h"
#include "engine/policy/casereading.h"
#include "engine/policy/examinationrules.h"

/// A small case made with accounts, to be changed by tests: evelyn opened it, searched the face of probe p1,
/// analysed it, opened the list of search s1, examined its first candidate and asked for verification.
namespace examinationcase
{

using namespace likeness;
using model::Conclusion;
using model::Role;

inline const QDate today(2026, 11, 23);

inline QDateTime at(int minute)
{
    return QDateTime(today, QTime(8, 0), Qt::UTC).addSecs(60 * minute);
}

inline model::Actor account(const QString &name, model::Roles roles)
{
    return {name, "desk-1", false, name.toUpper(), roles, today.addDays(1), QString(64, u'a')};
}
inline const model::Actor evelyn = account("evelyn", Role::Detective | Role::Examiner);
inline const model::Actor edgar = account("edgar", Role::Detective | Role::Examiner);
inline const model::Actor vera = account("vera", Role::Verifier);
inline const model::Actor sam = account("sam", Role::Supervisor);
/// May do everything, but has done nothing.
inline const model::Actor olga =
    account("olga", Role::Detective | Role::Examiner | Role::Verifier | Role::Supervisor | Role::Auditor);
inline const model::Actor trainee{"pupil", "desk-1", true, {}, {}, {}, {}};

inline model::Signature signedBy(const QString &name)
{
    return {name, QString(64, u'a'), QString(128, u'b')};
}

inline model::Comparison filledIn(Conclusion conclusion)
{
    model::Comparison comparison;
    for (const model::Component component : model::allComponents())
        comparison.setFinding(component, model::Finding::Similar);
    comparison.conclusion = conclusion;
    comparison.note = "note of a comparison";
    return comparison;
}

inline model::PortraitId portrait(int number)
{
    return model::PortraitId(QStringLiteral("portrait-%1").arg(number));
}

inline model::Probe probe(const QString &id, const QString &evidence, const model::RelativeRect &box)
{
    model::Probe made;
    made.id = model::ProbeId(id);
    made.region = model::RegionId("region-of-" + id);
    made.evidence = model::EvidenceId(evidence);
    made.evidenceSha256 = "sha-of-" + evidence;
    made.box = box;
    return made;
}

/// A search with persons first, first + 1, ... as its candidates; ranks and distances are told apart from
/// everything else by their figures.
inline model::Search search(const QString &id, const QString &probe, const QString &actor, int first = 1,
                            int count = 6)
{
    model::Search made;
    made.id = model::SearchId(id);
    made.probe = model::ProbeId(probe);
    made.gallery = model::GalleryId("gallery-7");
    made.galleryName = "Gallery of somewhere";
    made.gallerySnapshot = "snapshot-of-it";
    made.time = at(2);
    made.actor = actor;
    for (int i = first; i < first + count; ++i)
        made.candidates.push_back({70100 + i, model::PersonId(QStringLiteral("person-%1").arg(i)),
                                   QStringLiteral("REF-%1").arg(i), portrait(i),
                                   QStringLiteral("sha-of-portrait-%1").arg(i), 0.41357 + i / 1024.0});
    return made;
}

inline model::Analysis analysis(const QString &probe, const QString &actor)
{
    model::Analysis made;
    made.id = model::AnalysisId("analysis-of-" + probe);
    made.probe = model::ProbeId(probe);
    for (const model::Component component : model::allComponents())
        made.components.push_back({component, model::Visibility::Visible, {}});
    made.time = at(3);
    made.actor = actor;
    made.signature = signedBy(actor);
    return made;
}

inline model::Examination examination(const QString &search, int candidate, const QString &actor,
                                      Conclusion conclusion = Conclusion::SupportSameSource)
{
    model::Examination made;
    made.id =
        model::ExaminationId(QStringLiteral("examination-%1-%2-%3").arg(search).arg(candidate).arg(actor));
    made.search = model::SearchId(search);
    made.portrait = portrait(candidate);
    made.conclusion = conclusion;
    made.note = "note of an examination";
    made.time = at(5);
    made.actor = actor;
    made.comparison = filledIn(conclusion);
    made.signature = signedBy(actor);
    return made;
}

inline model::VerificationRequest request(const QString &id, const model::Examination &of,
                                          const QString &probe)
{
    model::VerificationRequest made;
    made.id = model::VerificationId(id);
    made.examination = of.id;
    made.search = of.search;
    made.probe = model::ProbeId(probe);
    made.candidate = of.portrait;
    const int candidate = of.portrait.value().section(u'-', 1).toInt();
    const int shown[] = {candidate + 1, candidate, candidate + 2, candidate + 3};
    for (int i = 0; i < 4; ++i)
        made.lineup.push_back({QString(QChar(u'A' + i)), portrait(shown[i]),
                               QStringLiteral("sha-of-portrait-%1").arg(shown[i])});
    made.time = at(6);
    made.actor = of.actor;
    made.signature = signedBy(of.actor);
    return made;
}

/// What the verifier says of the candidate; of all others, that they are somebody else.
inline model::VerificationResult result(const model::VerificationRequest &to, const QString &actor,
                                        Conclusion conclusion)
{
    model::VerificationResult made;
    made.request = to.id;
    for (const model::LineupPortrait &shown : to.lineup)
        made.parts.push_back(
            {shown.label,
             filledIn(shown.portrait == to.candidate ? conclusion : Conclusion::SupportDifferentSource)});
    made.time = at(8);
    made.actor = actor;
    made.host = "desk-2";
    made.signature = signedBy(actor);
    return made;
}

inline model::Adjudication adjudication(const model::VerificationRequest &to, const QString &actor,
                                        Conclusion conclusion)
{
    return {model::AdjudicationId("adjudication-of-" + to.id.value()),
            to.id,
            conclusion,
            "The ears decide it",
            at(9),
            actor,
            signedBy(actor)};
}

/// The case after the analysis: s1 searched, nothing opened.
inline model::CaseContents analysed()
{
    model::CaseContents contents;
    contents.file = {
        model::CaseId("case-1"), {"17", "Theft", "Find the owner", "J. Roe"}, at(0), "evelyn", false};
    model::EvidenceItem item;
    item.id = model::EvidenceId("picture-1");
    item.sha256 = "sha-of-picture-1";
    item.addedBy = "evelyn";
    contents.evidence.push_back(item);
    contents.probes.push_back(probe("p1", "picture-1", {0.2, 0.2, 0.2, 0.2}));
    contents.searches.push_back(search("s1", "p1", "evelyn"));
    contents.analyses.push_back(analysis("p1", "evelyn"));
    return contents;
}

/// ... and the list opened by evelyn, its first candidate examined.
inline model::CaseContents examined(Conclusion conclusion = Conclusion::SupportSameSource)
{
    model::CaseContents contents = analysed();
    contents.listViews.push_back({model::SearchId("s1"), "evelyn", at(4)});
    contents.examinations.push_back(examination("s1", 1, "evelyn", conclusion));
    return contents;
}

/// ... and verification asked for.
inline model::CaseContents asked(Conclusion conclusion = Conclusion::SupportSameSource)
{
    model::CaseContents contents = examined(conclusion);
    contents.verificationRequests.push_back(request("v1", contents.examinations.front(), "p1"));
    return contents;
}

/// ... and verified by vera.
inline model::CaseContents verified(Conclusion first, Conclusion second)
{
    model::CaseContents contents = asked(first);
    contents.verificationsTaken.push_back({model::VerificationId("v1"), "vera", at(7), false});
    contents.verificationResults.push_back(result(contents.verificationRequests.front(), "vera", second));
    return contents;
}

/// A second search of the same face: by a probe drawn again over it.
inline void searchAgain(model::CaseContents &contents, const QString &actor = "edgar")
{
    contents.probes.push_back(probe("p2", "picture-1", {0.22, 0.18, 0.25, 0.25}));
    contents.searches.push_back(search("s2", "p2", actor));
    contents.analyses.push_back(analysis("p2", actor));
}

/// A search of another face in another picture, with other candidates.
inline void searchAnotherFace(model::CaseContents &contents, int firstPerson = 51)
{
    contents.probes.push_back(probe("p9", "picture-9", {0.2, 0.2, 0.2, 0.2}));
    contents.searches.push_back(search("s9", "p9", "edgar", firstPerson));
    contents.analyses.push_back(analysis("p9", "edgar"));
}

inline void open(model::CaseContents &contents, const QString &search, const QString &actor)
{
    contents.listViews.push_back({model::SearchId(search), actor, at(4)});
}

} // namespace examinationcase
