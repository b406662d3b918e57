// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/verifystate.h"

#include <QtTest>

using namespace likeness;
using pages::VerifyState;

namespace
{

model::Comparison complete(model::Conclusion conclusion)
{
    model::Comparison comparison;
    for (const auto component : model::allComponents())
        comparison.setFinding(component, model::Finding::Similar);
    comparison.conclusion = conclusion;
    return comparison;
}

VerifyState holding()
{
    VerifyState state;
    state.hasCase = state.isHolding = state.hasPictures = true;
    state.labels = QStringList{QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")};
    return state;
}

} // namespace

class TestVerifyState : public QObject
{
    Q_OBJECT
private slots:
    void viewFollowsWhatIsHeld();
    void everyPortraitMustBeComplete();
    void stepsStopAtTheEnds();
    void disagreementShowsBothOriginals();
};

void TestVerifyState::viewFollowsWhatIsHeld()
{
    VerifyState state;
    QVERIFY(state.view() == VerifyState::View::Waiting);
    state.settling = model::VerificationId::create();
    QVERIFY(state.view() == VerifyState::View::Settling);
    state.isHolding = true; // blind comes before all
    QVERIFY(state.view() == VerifyState::View::Blind);
}

void TestVerifyState::everyPortraitMustBeComplete()
{
    auto state = holding();
    QVERIFY(!state.maySign());
    state.parts[QStringLiteral("A")] = complete(model::Conclusion::Inconclusive);
    state.parts[QStringLiteral("B")] = complete(model::Conclusion::SupportDifferentSource);
    auto last = complete(model::Conclusion::SupportDifferentSource);
    last.conclusion.reset();
    state.parts[QStringLiteral("C")] = last;
    QCOMPARE(state.completeCount(), 2);
    QVERIFY(!state.maySign());
    last.conclusion = model::Conclusion::NotSuitable;
    last.setFinding(model::Component::Ears, std::nullopt);
    state.parts[QStringLiteral("C")] = last;
    QVERIFY(!state.maySign());
    last.setFinding(model::Component::Ears, model::Finding::NotUsable);
    state.parts[QStringLiteral("C")] = last;
    QVERIFY(state.maySign());
    state.isSigning = true;
    QVERIFY(!state.maySign());
}

void TestVerifyState::stepsStopAtTheEnds()
{
    auto state = holding();
    state.step(-1);
    QCOMPARE(state.currentLabel(), QStringLiteral("A"));
    state.step(1);
    QCOMPARE(state.currentLabel(), QStringLiteral("B"));
    state.step(5);
    QCOMPARE(state.currentLabel(), QStringLiteral("C"));
}

void TestVerifyState::disagreementShowsBothOriginals()
{
    model::CaseContents contents;
    contents.file.training = false;
    model::Search search;
    search.id = model::SearchId::create();
    search.probe = model::ProbeId::create();
    for (int rank = 1; rank <= 3; ++rank)
        search.candidates.push_back({rank,
                                     model::PersonId::create(),
                                     QStringLiteral("P%1").arg(rank),
                                     model::PortraitId::create(),
                                     {},
                                     0.4});
    contents.searches = {search};
    model::Examination first;
    first.id = model::ExaminationId::create();
    first.search = search.id;
    first.portrait = search.candidates[0].portrait;
    first.actor = QStringLiteral("ada");
    first.conclusion = model::Conclusion::SupportSameSource;
    first.comparison = complete(first.conclusion);
    contents.examinations = {first};
    model::VerificationRequest request;
    request.id = model::VerificationId::create();
    request.examination = first.id;
    request.search = search.id;
    request.probe = search.probe;
    request.candidate = first.portrait;
    request.actor = first.actor;
    for (int i = 0; i < 3; ++i)
        request.lineup.push_back(
            {QString(QLatin1Char(char('A' + i))), search.candidates[size_t(i)].portrait, {}});
    contents.verificationRequests = {request};
    QVERIFY(pages::disagreements(contents).empty()); // it only waits

    model::VerificationResult second;
    second.request = request.id;
    second.actor = QStringLiteral("bob");
    second.parts = {{QStringLiteral("A"), complete(model::Conclusion::Inconclusive)},
                    {QStringLiteral("B"), complete(model::Conclusion::SupportSameSource)},
                    {QStringLiteral("C"), complete(model::Conclusion::SupportDifferentSource)}};
    contents.verificationResults = {second};
    const auto found = pages::disagreements(contents);
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found[0].first->actor, QStringLiteral("ada"));
    QCOMPARE(found[0].second->actor, QStringLiteral("bob"));
    QVERIFY(found[0].secondPart->conclusion == model::Conclusion::Inconclusive);
    QCOMPARE(found[0].otherLetters, QStringList{QStringLiteral("B")});

    model::Adjudication settled;
    settled.id = model::AdjudicationId::create();
    settled.request = request.id;
    settled.actor = QStringLiteral("eve");
    contents.adjudications = {settled};
    QVERIFY(pages::disagreements(contents).empty());
}

QTEST_APPLESS_MAIN(TestVerifyState)
#include "tst_verifystate.moc"
