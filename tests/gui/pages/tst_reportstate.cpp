// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/reportstate.h"

#include <QtTest>

using namespace likeness;
using pages::ReportState;
using Warning = ReportState::Warning;
using Warnings = std::vector<Warning>;

namespace
{

model::Search searchWith(const QString &id, int candidates)
{
    model::Search search;
    search.id = model::SearchId(id);
    for (int n = 1; n <= candidates; ++n) {
        model::Candidate candidate;
        candidate.rank = n;
        candidate.portrait = model::PortraitId(QStringLiteral("portrait-%1").arg(n));
        search.candidates.push_back(candidate);
    }
    return search;
}

model::CandidateDecision decision(const QString &search, int portrait, bool setAside)
{
    return {model::SearchId(search),
            model::PortraitId(QStringLiteral("portrait-%1").arg(portrait)),
            setAside,
            setAside ? QStringLiteral("Another eye colour") : QString(),
            {},
            {}};
}

model::Examination conclusionAbout(const QString &search, int portrait)
{
    model::Examination examination;
    examination.search = model::SearchId(search);
    examination.portrait = model::PortraitId(QStringLiteral("portrait-%1").arg(portrait));
    return examination;
}

/// Evidence, a probe, and one search with three candidates.
model::CaseContents searched()
{
    model::CaseContents contents;
    contents.evidence.resize(2);
    contents.regions.resize(3);
    contents.probes.resize(1);
    contents.searches = {searchWith(QStringLiteral("s1"), 3)};
    return contents;
}

} // namespace

class TestReportState : public QObject
{
    Q_OBJECT
private slots:
    void emptyCaseLacksEvidence();
    void oneWarningAtATimeInTheOrderOfTheWork();
    void nullSearchIsAResult();
    void everySearchWithCandidatesWantsAConclusion();
    void counts();
    void lastDecisionCounts();
};

void TestReportState::emptyCaseLacksEvidence()
{
    const auto state = ReportState::of({});
    QCOMPARE(state.warnings, Warnings{Warning::NoEvidence});
    for (const int count :
         {state.evidence, state.regions, state.probes, state.searches, state.searchesWithoutCandidate,
          state.candidates, state.setAside, state.conclusions})
        QCOMPARE(count, 0);
}

void TestReportState::oneWarningAtATimeInTheOrderOfTheWork()
{
    model::CaseContents contents;
    contents.evidence.resize(1);
    QCOMPARE(ReportState::of(contents).warnings, Warnings{Warning::NoProbe});
    contents.probes.resize(1);
    QCOMPARE(ReportState::of(contents).warnings, Warnings{Warning::NoSearch});
    contents.searches = {searchWith(QStringLiteral("s1"), 1)};
    QCOMPARE(ReportState::of(contents).warnings, Warnings{Warning::NoConclusion});
    contents.examinations = {conclusionAbout(QStringLiteral("s1"), 1)};
    QCOMPARE(ReportState::of(contents).warnings, Warnings{});
}

void TestReportState::nullSearchIsAResult()
{
    auto contents = searched();
    contents.searches = {searchWith(QStringLiteral("s1"), 0)};
    const auto state = ReportState::of(contents);
    QCOMPARE(state.searches, 1);
    QCOMPARE(state.searchesWithoutCandidate, 1);
    QCOMPARE(state.warnings, Warnings{}); // nobody is there to conclude about
}

void TestReportState::everySearchWithCandidatesWantsAConclusion()
{
    auto contents = searched();
    contents.searches.push_back(searchWith(QStringLiteral("s2"), 2));
    contents.searches.push_back(searchWith(QStringLiteral("s3"), 0));
    contents.examinations = {conclusionAbout(QStringLiteral("s2"), 1)};
    QCOMPARE(ReportState::of(contents).warnings, Warnings{Warning::SearchWithoutConclusion});
    contents.examinations.push_back(conclusionAbout(QStringLiteral("s1"), 2));
    QCOMPARE(ReportState::of(contents).warnings, Warnings{});
}

void TestReportState::counts()
{
    auto contents = searched();
    contents.searches.push_back(searchWith(QStringLiteral("s2"), 2));
    contents.searches.push_back(searchWith(QStringLiteral("s3"), 0));
    // A second conclusion about one candidate is reported beside the first.
    contents.examinations = {conclusionAbout(QStringLiteral("s1"), 1),
                             conclusionAbout(QStringLiteral("s1"), 1)};
    const auto state = ReportState::of(contents);
    QCOMPARE(state.evidence, 2);
    QCOMPARE(state.regions, 3);
    QCOMPARE(state.probes, 1);
    QCOMPARE(state.searches, 3);
    QCOMPARE(state.searchesWithoutCandidate, 1);
    QCOMPARE(state.candidates, 5);
    QCOMPARE(state.conclusions, 2);
    QCOMPARE(state.setAside, 0);
}

void TestReportState::lastDecisionCounts()
{
    const QString first = QStringLiteral("s1"), second = QStringLiteral("s2");
    auto contents = searched();
    contents.decisions = {decision(first, 1, true), decision(first, 2, true)};
    QCOMPARE(ReportState::of(contents).setAside, 2);
    contents.decisions.push_back(decision(first, 1, false)); // taken back
    QCOMPARE(ReportState::of(contents).setAside, 1);
    contents.decisions.push_back(decision(first, 2, true)); // again, with another reason
    QCOMPARE(ReportState::of(contents).setAside, 1);
    contents.decisions.push_back(decision(second, 2, true)); // the same portrait in another search
    QCOMPARE(ReportState::of(contents).setAside, 2);
}

QTEST_APPLESS_MAIN(TestReportState)
#include "tst_reportstate.moc"
