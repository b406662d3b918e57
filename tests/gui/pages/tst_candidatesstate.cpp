// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/candidatesstate.h"

#include <QtTest>

using namespace likeness;
using pages::CandidatesState;
using pages::neighbour;
using View = CandidatesState::View;

namespace
{

model::PortraitId portrait(int n)
{
    return model::PortraitId(QStringLiteral("portrait-%1").arg(n));
}

model::Search searchWith(int candidates)
{
    model::Search search;
    search.id = model::SearchId::create();
    search.gallerySnapshot = QStringLiteral("snapshot-1");
    for (int n = 1; n <= candidates; ++n) {
        model::Candidate candidate;
        candidate.rank = n;
        candidate.portrait = portrait(n);
        search.candidates.push_back(candidate);
    }
    return search;
}

} // namespace

class TestCandidatesState : public QObject
{
    Q_OBJECT
private slots:
    void viewFollowsWhatIsThere();
    void listStaysClosedUntilItMayBeOpened();
    void nothingIsOfferedWithoutAChoice();
    void readOnlyComparesButDoesNotDecide();
    void aSetAsideCandidateMayBeTakenBack();
    void galleryIsNewerOnlyWhenBothAreKnown();
    void neighbourStopsAtTheEnds_data();
    void neighbourStopsAtTheEnds();
    void neighbourOfNobodyIsTheFirst();
    void neighbourInAnEmptyListIsNobody();
};

void TestCandidatesState::viewFollowsWhatIsThere()
{
    const auto empty = searchWith(0), some = searchWith(2);
    CandidatesState state;
    QCOMPARE(state.view(), View::NoCase);
    state.search = &some; // of a case that was just closed
    QCOMPARE(state.view(), View::NoCase);
    state.hasCase = true;
    QCOMPARE(state.view(), View::List);
    state.search = &empty;
    QCOMPARE(state.view(), View::NoCandidate);
    state.search = nullptr;
    QCOMPARE(state.view(), View::NoSearch);
}

void TestCandidatesState::listStaysClosedUntilItMayBeOpened()
{
    const auto withheld = searchWith(0); // what an account sees of a list it has not opened
    CandidatesState state;
    state.hasCase = true;
    state.search = &withheld;
    state.isClosed = true;
    state.unmetToOpen = {policy::Rule::AnalysisMissing};
    QCOMPARE(state.view(), View::Closed); // and not "nobody was found"
    QVERIFY(!state.mayOpen());
    QVERIFY(!state.mayCompare());
    state.unmetToOpen.clear();
    QVERIFY(state.mayOpen());
}

void TestCandidatesState::nothingIsOfferedWithoutAChoice()
{
    const auto empty = searchWith(0), some = searchWith(2);
    CandidatesState state;
    state.hasCase = true;
    state.search = &some;
    QVERIFY(!state.mayCompare() && !state.mayDecide());
    state.isCandidateChosen = true;
    QVERIFY(state.mayCompare() && state.mayDecide());
    state.search = &empty;
    QVERIFY(!state.mayCompare() && !state.mayDecide());
    state.search = nullptr;
    QVERIFY(!state.mayCompare() && !state.mayDecide());
    state.search = &some;
    state.hasCase = false;
    QVERIFY(!state.mayCompare() && !state.mayDecide());
}

void TestCandidatesState::readOnlyComparesButDoesNotDecide()
{
    const auto search = searchWith(1);
    const CandidatesState state{true, &search, true, true, false, {}};
    QVERIFY(state.mayCompare());
    QVERIFY(!state.mayDecide());
}

void TestCandidatesState::aSetAsideCandidateMayBeTakenBack()
{
    const auto search = searchWith(1);
    CandidatesState state{true, &search, false, true, true, {}};
    QVERIFY(state.mayDecide());
    QVERIFY(state.mayCompare());
    state.isReadOnly = true;
    QVERIFY(!state.mayDecide());
}

void TestCandidatesState::galleryIsNewerOnlyWhenBothAreKnown()
{
    const auto search = searchWith(1);
    CandidatesState state;
    state.currentSnapshot = QStringLiteral("snapshot-2");
    QVERIFY(!state.isGalleryNewer());
    state.search = &search;
    QVERIFY(state.isGalleryNewer());
    state.currentSnapshot = search.gallerySnapshot;
    QVERIFY(!state.isGalleryNewer());
    state.currentSnapshot.reset();
    QVERIFY(!state.isGalleryNewer());
}

void TestCandidatesState::neighbourStopsAtTheEnds_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("steps");
    QTest::addColumn<int>("expected");
    QTest::newRow("next") << 1 << 1 << 2;
    QTest::newRow("previous") << 3 << -1 << 2;
    QTest::newRow("none") << 2 << 0 << 2;
    QTest::newRow("past the last") << 3 << 1 << 3;
    QTest::newRow("before the first") << 1 << -1 << 1;
    QTest::newRow("to the end") << 1 << 100 << 3;
    QTest::newRow("as far as an int goes") << 3 << std::numeric_limits<int>::max() << 3;
    QTest::newRow("as far back") << 1 << std::numeric_limits<int>::min() << 1;
}

void TestCandidatesState::neighbourStopsAtTheEnds()
{
    QFETCH(int, from);
    QFETCH(int, steps);
    QFETCH(int, expected);
    QCOMPARE(neighbour(searchWith(3), portrait(from), steps).value(), portrait(expected).value());
}

void TestCandidatesState::neighbourOfNobodyIsTheFirst()
{
    for (const int steps : {-1, 0, 1})
        QCOMPARE(neighbour(searchWith(3), {}, steps).value(), portrait(1).value());
    QCOMPARE(neighbour(searchWith(3), portrait(99), 1).value(), portrait(1).value());
}

void TestCandidatesState::neighbourInAnEmptyListIsNobody()
{
    QVERIFY(neighbour(searchWith(0), portrait(1), 1).isEmpty());
}

QTEST_APPLESS_MAIN(TestCandidatesState)
#include "tst_candidatesstate.moc"
