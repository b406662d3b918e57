// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/auditstate.h"
#include "widgets/pages/candidatesstate.h"
#include "widgets/pages/casestate.h"
#include "widgets/pages/comparestate.h"
#include "widgets/pages/evidencestate.h"
#include "widgets/pages/reportstate.h"
#include "widgets/pages/searchstate.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::pages;
using policy::Rule;

namespace
{

model::FaceQuality quality(model::FaceQuality::Grade grade)
{
    model::FaceQuality made;
    made.grade = grade;
    return made;
}

SearchState readyToSearch()
{
    SearchState state;
    state.input = {false, true, quality(model::FaceQuality::Grade::Suitable), true, 9, 20};
    return state;
}

model::Search searchOf(std::initializer_list<const char *> portraits)
{
    model::Search search;
    search.id = model::SearchId(QStringLiteral("s"));
    search.gallerySnapshot = QStringLiteral("then");
    for (const char *portrait : portraits)
        search.candidates.push_back({int(search.candidates.size()) + 1,
                                     {},
                                     {},
                                     model::PortraitId(QString::fromLatin1(portrait)),
                                     {},
                                     0.1});
    return search;
}

} // namespace

class TestStates : public QObject
{
    Q_OBJECT
private slots:
    void caseViews();
    void caseFormNamesWhatIsUnmet();
    void folderNames_data();
    void folderNames();
    void evidenceMissing();
    void everyGateHasItsTopic_data();
    void everyGateHasItsTopic();
    void searchWaitsForTheRunningOne();
    void candidateViews();
    void neighboursStopAtTheEnds();
    void compareMissing();
    void reportCountsAndWarns();
    void auditChain();
};

void TestStates::caseViews()
{
    QCOMPARE(caseView(false, false, false), CaseView::Start);
    QCOMPARE(caseView(false, false, true), CaseView::Form);
    QCOMPARE(caseView(true, false, true), CaseView::Open);
    QCOMPARE(caseView(false, true, true), CaseView::Opening);
}

void TestStates::caseFormNamesWhatIsUnmet()
{
    CaseFormState form;
    form.folder = QStringLiteral("somewhere");
    QVERIFY(!form.mayCreate());
    QCOMPARE(form.unmet().front(), Rule::CaseNumberMissing);
    form.details = {QStringLiteral("2026-0142"), QStringLiteral("Theft of a bicycle"),
                    QStringLiteral("Find out who rode it away"), QStringLiteral("Sgt. Example")};
    QVERIFY(form.mayCreate());
    form.details.offence = QStringLiteral("n/a");
    QVERIFY(!form.mayCreate());
    QCOMPARE(form.unmet().front(), Rule::OffencePlaceholder);
}

void TestStates::folderNames_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("folder");
    QTest::newRow("plain") << "2026-0142"
                           << "case-2026-0142";
    QTest::newRow("slashes") << "2026/01/42"
                             << "case-2026-01-42";
    QTest::newRow("upwards") << "../../etc"
                             << "case-etc";
    QTest::newRow("nothing left") << " / "
                                  << "case";
    QTest::newRow("letters of others") << QStringLiteral("Fall Ä 7") << QStringLiteral("case-Fall-Ä-7");
}

void TestStates::folderNames()
{
    QFETCH(QString, number);
    QTEST(folderNameFor(number), "folder");
}

void TestStates::evidenceMissing()
{
    using Missing = EvidenceState::Missing;
    EvidenceState state;
    QCOMPARE(state.missing(), Missing::Evidence);
    state.picture = EvidenceState::Picture::Opening;
    QCOMPARE(state.missing(), Missing::Picture);
    QVERIFY(!state.mayDraw());
    state.picture = EvidenceState::Picture::Shown;
    state.faces = EvidenceState::Faces::Looking;
    QVERIFY(state.mayDraw());
    QCOMPARE(state.missing(), Missing::Faces);
    state.faces = EvidenceState::Faces::NoneFound;
    QCOMPARE(state.missing(), Missing::Choice);
    state.isFaceChosen = true;
    QCOMPARE(state.missing(), Missing::Nothing);
    state.quality = quality(model::FaceQuality::Grade::Limited);
    QCOMPARE(state.missing(), Missing::Nothing);
    state.quality = quality(model::FaceQuality::Grade::Unsuitable);
    QCOMPARE(state.missing(), Missing::Suitability);
    state.quality.reset();
    state.isMakingProbe = true;
    QCOMPARE(state.missing(), Missing::Work);
    state.isMakingProbe = false;
    state.isReadOnly = true;
    QCOMPARE(state.missing(), Missing::ReadOnly);
    QVERIFY(!state.mayDraw());
    state.hasProbe = true; // it may be looked at again
    QCOMPARE(state.missing(), Missing::Nothing);
}

void TestStates::everyGateHasItsTopic_data()
{
    QTest::addColumn<int>("broken");
    QTest::addColumn<int>("topic");
    QTest::addColumn<int>("rule");
    using Topic = SearchState::Topic;
    const auto row = [](const char *name, int broken, Topic topic, Rule rule) {
        QTest::newRow(name) << broken << int(topic) << int(rule);
    };
    row("read-only", 0, Topic::Access, Rule::ReadOnly);
    row("engine", 1, Topic::Engine, Rule::EngineMissing);
    row("no probe", 2, Topic::Probe, Rule::NoProbe);
    row("unsuitable", 3, Topic::Probe, Rule::ProbeUnsuitable);
    row("no gallery", 4, Topic::Gallery, Rule::NoGallery);
    row("empty gallery", 5, Topic::Gallery, Rule::GalleryEmpty);
    row("too long", 6, Topic::Length, Rule::LimitOutOfRange);
}

void TestStates::everyGateHasItsTopic()
{
    QFETCH(int, broken);
    auto state = readyToSearch();
    QVERIFY(state.maySearch());
    auto &input = state.input;
    input.readOnly = broken == 0;
    input.engineReady = broken != 1;
    if (broken == 2)
        input.probeQuality.reset();
    if (broken == 3)
        input.probeQuality = quality(model::FaceQuality::Grade::Unsuitable);
    input.galleryChosen = broken != 4;
    if (broken == 4 || broken == 5)
        input.galleryTemplates = 0;
    if (broken == 6)
        input.limit = 51;

    QVERIFY(!state.maySearch());
    QVERIFY(state.firstUnmet());
    QTEST(int(*state.firstUnmet()), "rule");
    const auto gates = state.gates();
    QCOMPARE(gates.size(), size_t(5));
    QFETCH(int, topic);
    for (const auto &gate : gates)
        QCOMPARE(gate.unmet.has_value(), int(gate.topic) == topic);
}

void TestStates::searchWaitsForTheRunningOne()
{
    auto state = readyToSearch();
    state.isSearching = true;
    QVERIFY(!state.maySearch());
    QVERIFY(!state.firstUnmet());
}

void TestStates::candidateViews()
{
    CandidatesState state;
    QCOMPARE(state.view(), CandidatesState::View::NoCase);
    state.hasCase = true;
    QCOMPARE(state.view(), CandidatesState::View::NoSearch);
    const auto empty = searchOf({});
    state.search = &empty;
    QCOMPARE(state.view(), CandidatesState::View::NoCandidate);
    const auto full = searchOf({"a", "b"});
    state.search = &full;
    QCOMPARE(state.view(), CandidatesState::View::List);
    QVERIFY(!state.mayCompare());
    state.isCandidateChosen = true;
    QVERIFY(state.mayDecide());
    state.isReadOnly = true;
    QVERIFY(state.mayCompare());
    QVERIFY(!state.mayDecide());

    QVERIFY(!state.isGalleryNewer()); // not known yet is not newer
    state.currentSnapshot = QStringLiteral("then");
    QVERIFY(!state.isGalleryNewer());
    state.currentSnapshot = QStringLiteral("now");
    QVERIFY(state.isGalleryNewer());
}

void TestStates::neighboursStopAtTheEnds()
{
    const auto search = searchOf({"a", "b", "c"});
    const auto id = [](const char *name) { return model::PortraitId(QString::fromLatin1(name)); };
    QCOMPARE(neighbour(search, id("a"), 1), id("b"));
    QCOMPARE(neighbour(search, id("a"), -1), id("a"));
    QCOMPARE(neighbour(search, id("c"), 1), id("c"));
    QCOMPARE(neighbour(search, id("b"), -9), id("a"));
    QCOMPARE(neighbour(search, {}, 1), id("a"));
    QVERIFY(neighbour(searchOf({}), id("a"), 1).isEmpty());
}

void TestStates::compareMissing()
{
    using Missing = CompareState::Missing;
    CompareState state;
    QCOMPARE(state.view(), CompareState::View::NoCase);
    QCOMPARE(state.missing(), Missing::Candidate);
    state.hasCase = state.hasCandidate = true;
    QCOMPARE(state.missing(), Missing::Pictures);
    state.hasBothPictures = true;
    QCOMPARE(state.missing(), Missing::Conclusion);
    state.conclusion = model::Conclusion::Inconclusive;
    QCOMPARE(state.missing(), Missing::Nothing);
    state.isReadOnly = true;
    QCOMPARE(state.missing(), Missing::ReadOnly);
}

void TestStates::reportCountsAndWarns()
{
    using Warning = ReportState::Warning;
    model::CaseContents contents;
    QCOMPARE(ReportState::of(contents).warnings, std::vector{Warning::NoEvidence});
    contents.evidence.resize(2);
    QCOMPARE(ReportState::of(contents).warnings, std::vector{Warning::NoProbe});
    contents.probes.resize(1);
    QCOMPARE(ReportState::of(contents).warnings, std::vector{Warning::NoSearch});
    contents.searches = {searchOf({"a", "b"})};
    QCOMPARE(ReportState::of(contents).warnings, std::vector{Warning::NoConclusion});

    const auto search = contents.searches.front().id;
    const model::PortraitId a(QStringLiteral("a"));
    contents.examinations = {{{}, search, a, model::Conclusion::Inconclusive, {}, {}, {}}};
    contents.decisions = {{search, a, true, QStringLiteral("ears"), {}, {}}, {search, a, false, {}, {}, {}}};
    auto state = ReportState::of(contents);
    QVERIFY(state.warnings.empty());
    QCOMPARE(state.evidence, 2);
    QCOMPARE(state.candidates, 2);
    QCOMPARE(state.setAside, 0); // taken back
    contents.decisions.push_back({search, a, true, QStringLiteral("again"), {}, {}});
    QCOMPARE(ReportState::of(contents).setAside, 1);

    auto other = searchOf({"c"});
    other.id = model::SearchId(QStringLiteral("other"));
    auto none = searchOf({});
    none.id = model::SearchId(QStringLiteral("none"));
    contents.searches.push_back(none); // a search without a candidate needs no conclusion
    QVERIFY(ReportState::of(contents).warnings.empty());
    contents.searches.push_back(other);
    state = ReportState::of(contents);
    QCOMPARE(state.warnings, std::vector{Warning::SearchWithoutConclusion});
    QCOMPARE(state.searchesWithoutCandidate, 1);
}

void TestStates::auditChain()
{
    using Chain = AuditState::Chain;
    AuditState state;
    QCOMPARE(state.chain(), Chain::NotChecked);
    state.isChecking = true;
    QCOMPARE(state.chain(), Chain::Checking);
    state.isChecking = false;
    state.length = 3;
    state.checked = model::AuditHead{3, QStringLiteral("h")};
    QCOMPARE(state.chain(), Chain::Holds);
    state.length = 4;
    QCOMPARE(state.chain(), Chain::Grown);
    state.checked = base::fail(base::ErrorCode::AuditBroken, QStringLiteral("entry 2"));
    QCOMPARE(state.chain(), Chain::Broken);
    state.checked = base::fail(base::ErrorCode::DatabaseFailed, QStringLiteral("case"));
    QCOMPARE(state.chain(), Chain::Failed);
}

QTEST_APPLESS_MAIN(TestStates)
#include "tst_states.moc"
