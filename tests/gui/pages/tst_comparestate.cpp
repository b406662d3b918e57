// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/comparestate.h"

#include <QtTest>

using namespace likeness;
using pages::CompareState;
using Deed = CompareState::Deed;
using Missing = CompareState::Missing;
using View = CompareState::View;

namespace
{

/// A comparison with every component marked and a conclusion.
model::Comparison complete()
{
    model::Comparison comparison;
    for (const model::Component component : model::allComponents())
        comparison.setFinding(component, model::Finding::Similar);
    comparison.conclusion = model::Conclusion::Inconclusive;
    return comparison;
}

CompareState ready(const model::Comparison &comparison = complete())
{
    CompareState state;
    state.hasCase = state.hasCandidate = state.hasBothPictures = true;
    state.isTraining = false;
    state.take(comparison);
    return state;
}

} // namespace

class TestCompareState : public QObject
{
    Q_OBJECT
private slots:
    void viewFollowsWhatIsThere();
    void everyConclusionMayBeSigned();
    void blanksAreCounted();
    void inTrainingAConclusionMayStandAlone();
    void eachMissingPartIsSaid();
    void aSignedOneIsVerifiedNext();
    void firstReasonIsTheOneToActOn();
    void draftsAreOnesOwn();
    void versionsAreOfTheCandidate();
};

void TestCompareState::viewFollowsWhatIsThere()
{
    CompareState state;
    QCOMPARE(state.view(), View::NoCase);
    state.hasCandidate = true;
    QCOMPARE(state.view(), View::NoCase);
    state.hasCase = true;
    QCOMPARE(state.view(), View::Pair);
    state.hasCandidate = false;
    QCOMPARE(state.view(), View::NoCandidate);
}

void TestCompareState::everyConclusionMayBeSigned()
{
    for (const auto conclusion :
         {model::Conclusion::SupportSameSource, model::Conclusion::Inconclusive,
          model::Conclusion::SupportDifferentSource, model::Conclusion::NotSuitable}) {
        auto comparison = complete();
        comparison.conclusion = conclusion;
        QCOMPARE(ready(comparison).missing(), Missing::Nothing);
        QCOMPARE(ready(comparison).deed(), Deed::Sign);
    }
}

void TestCompareState::blanksAreCounted()
{
    auto comparison = complete();
    comparison.setFinding(model::Component::Ears, std::nullopt);
    comparison.setFinding(model::Component::Nose, std::nullopt);
    const auto state = ready(comparison);
    QCOMPARE(state.blanks, 2);
    QCOMPARE(state.findings, 17);
    QCOMPARE(state.missing(), Missing::Components);
    QVERIFY(!state.isComplete());
}

void TestCompareState::inTrainingAConclusionMayStandAlone()
{
    model::Comparison alone;
    alone.conclusion = model::Conclusion::Inconclusive;
    auto state = ready(alone);
    QCOMPARE(state.missing(), Missing::Components); // with accounts nothing is concluded without the parts
    state.isTraining = true;
    QCOMPARE(state.deed(), Deed::NoteConclusion);
    QCOMPARE(state.missing(), Missing::Nothing);
    // What was looked at is not dropped: with one finding, note or mark all are needed.
    for (int what = 0; what < 3; ++what) {
        auto begun = alone;
        if (what == 0)
            begun.setFinding(model::Component::Nose, model::Finding::Different);
        else if (what == 1)
            begun.setNote(model::Component::Nose, QStringLiteral("broad"));
        else
            begun.probeMarks.push_back({});
        state.take(begun);
        QCOMPARE(state.deed(), Deed::Sign);
        QCOMPARE(state.missing(), Missing::Components);
    }
}

void TestCompareState::eachMissingPartIsSaid()
{
    auto state = ready();
    state.hasCase = false;
    QCOMPARE(state.missing(), Missing::Candidate);
    state = ready();
    state.hasCandidate = false;
    QCOMPARE(state.missing(), Missing::Candidate);
    state = ready();
    state.isReadOnly = true;
    QCOMPARE(state.missing(), Missing::ReadOnly);
    state = ready();
    state.hasBothPictures = false; // nobody concludes about a picture that was not seen
    QCOMPARE(state.missing(), Missing::Pictures);
    state = ready();
    state.isSigning = true; // nothing is signed twice by two presses
    QCOMPARE(state.missing(), Missing::Signing);
    state = ready();
    state.rules = {policy::Rule::AnalysisMissing};
    QCOMPARE(state.missing(), Missing::Rule);
    auto comparison = complete();
    comparison.conclusion.reset(); // none is chosen beforehand
    QCOMPARE(ready(comparison).missing(), Missing::Conclusion);
}

void TestCompareState::aSignedOneIsVerifiedNext()
{
    auto state = ready();
    state.showsSigned = true;
    QCOMPARE(state.deed(), Deed::AskForVerification);
    state.hasBothPictures = false; // asking needs no look
    QCOMPARE(state.missing(), Missing::Nothing);
    state.rules = {policy::Rule::LineupTooShort};
    QCOMPARE(state.missing(), Missing::Rule);
    state.isAsked = true;
    QCOMPARE(state.missing(), Missing::Asked);
    QVERIFY(!state.isComplete());
}

void TestCompareState::firstReasonIsTheOneToActOn()
{
    CompareState state;
    state.isTraining = false;
    state.isReadOnly = true;
    state.take({});
    QCOMPARE(state.missing(), Missing::Candidate);
    state.hasCase = state.hasCandidate = true;
    QCOMPARE(state.missing(), Missing::ReadOnly);
    state.isReadOnly = false;
    state.rules = {policy::Rule::RoleMissing};
    QCOMPARE(state.missing(), Missing::Rule);
    state.rules.clear();
    QCOMPARE(state.missing(), Missing::Pictures);
    state.hasBothPictures = true;
    QCOMPARE(state.missing(), Missing::Components);
    state.take(complete());
    QCOMPARE(state.missing(), Missing::Nothing);
}

void TestCompareState::draftsAreOnesOwn()
{
    const model::SearchId search(QStringLiteral("s"));
    const model::PortraitId portrait(QStringLiteral("p"));
    model::CaseContents contents;
    contents.drafts.push_back({QStringLiteral("s/p"), QStringLiteral("anna"), complete(), {}});
    contents.drafts.push_back({QStringLiteral("s/q"), QStringLiteral("bela"), complete(), {}});
    QCOMPARE(pages::draftOf(contents, search, portrait, QStringLiteral("anna")), complete());
    QVERIFY(!pages::draftOf(contents, search, portrait, QStringLiteral("bela")));
    contents.drafts[0].comparison = {}; // nothing in it is no work in progress
    QVERIFY(!pages::draftOf(contents, search, portrait, QStringLiteral("anna")));
}

void TestCompareState::versionsAreOfTheCandidate()
{
    const model::SearchId search(QStringLiteral("s"));
    const model::PortraitId portrait(QStringLiteral("p")), other(QStringLiteral("q"));
    model::CaseContents contents;
    contents.examinations.resize(3);
    for (auto &each : contents.examinations) {
        each.search = search;
        each.portrait = portrait;
    }
    contents.examinations[1].portrait = other;
    QCOMPARE(pages::versionsOf(contents, search, portrait), (std::vector<size_t>{0, 2}));
    QVERIFY(pages::versionsOf(contents, model::SearchId(QStringLiteral("t")), portrait).empty());
}

QTEST_APPLESS_MAIN(TestCompareState)
#include "tst_comparestate.moc"
