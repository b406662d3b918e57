// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/comparestate.h"

#include <QtTest>

using namespace likeness;
using pages::CompareState;
using Missing = CompareState::Missing;
using View = CompareState::View;

namespace
{

/// All that is needed to note a conclusion.
CompareState ready(model::Conclusion conclusion = model::Conclusion::Inconclusive)
{
    return {true, true, false, true, conclusion};
}

} // namespace

class TestCompareState : public QObject
{
    Q_OBJECT
private slots:
    void viewFollowsWhatIsThere();
    void everyConclusionMayBeNoted();
    void eachMissingPartIsSaid();
    void firstReasonIsTheOneToActOn();
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

void TestCompareState::everyConclusionMayBeNoted()
{
    for (const auto conclusion : {model::Conclusion::SupportSameSource, model::Conclusion::Inconclusive,
                                  model::Conclusion::SupportDifferentSource, model::Conclusion::NotSuitable})
        QCOMPARE(ready(conclusion).missing(), Missing::Nothing);
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
    state.conclusion.reset(); // none is chosen beforehand
    QCOMPARE(state.missing(), Missing::Conclusion);
}

void TestCompareState::firstReasonIsTheOneToActOn()
{
    CompareState state;
    state.isReadOnly = true;
    QCOMPARE(state.missing(), Missing::Candidate);
    state.hasCase = state.hasCandidate = true;
    QCOMPARE(state.missing(), Missing::ReadOnly);
    state.isReadOnly = false;
    QCOMPARE(state.missing(), Missing::Pictures);
    state.hasBothPictures = true;
    QCOMPARE(state.missing(), Missing::Conclusion);
}

QTEST_APPLESS_MAIN(TestCompareState)
#include "tst_comparestate.moc"
