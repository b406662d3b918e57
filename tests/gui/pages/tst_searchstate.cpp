// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/searchstate.h"

#include <QtTest>

#include <algorithm>

using namespace likeness;
using pages::SearchState;
using policy::Rule;
using Topic = SearchState::Topic;
using Change = void (*)(policy::SearchGateInput &);

namespace
{

SearchState ready()
{
    SearchState state;
    model::FaceQuality quality;
    quality.grade = model::FaceQuality::Grade::Suitable;
    state.input.engineReady = true;
    state.input.probeQuality = quality;
    state.input.galleryChosen = true;
    state.input.galleryTemplates = 12;
    return state;
}

} // namespace

class TestSearchState : public QObject
{
    Q_OBJECT
private slots:
    void allGatesOpen();
    void runningSearchIsNotStartedTwice();
    void eachRuleStandsAtItsTopic_data();
    void eachRuleStandsAtItsTopic();
    void profileThatDoesNotHoldClosesTheGate();
    void overriddenProbeMayBeSearched();
    void limitedProbeMayBeSearched();
    void limits_data();
    void limits();
    void firstStartSaysEverythingOnce();
};

void TestSearchState::allGatesOpen()
{
    const auto state = ready();
    std::vector<Topic> topics;
    for (const auto &gate : state.gates()) {
        topics.push_back(gate.topic);
        QVERIFY(!gate.unmet);
    }
    QCOMPARE(topics,
             (std::vector<Topic>{Topic::Person, Topic::Access, Topic::Policy, Topic::Engine, Topic::Probe,
                                 Topic::Kind, Topic::Gallery, Topic::Length}));
    QVERIFY(!state.firstUnmet());
    QVERIFY(!state.firstClosed());
    QVERIFY(state.maySearch());
}

void TestSearchState::runningSearchIsNotStartedTwice()
{
    auto state = ready();
    state.isSearching = true;
    QVERIFY(!state.maySearch());
    QVERIFY(!state.firstUnmet()); // no rule is broken: the button says what runs
}

void TestSearchState::eachRuleStandsAtItsTopic_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Topic>("topic");
    QTest::addColumn<Rule>("rule");
    QTest::newRow("read-only") << Change([](auto &input) { input.readOnly = true; }) << Topic::Access
                               << Rule::ReadOnly;
    QTest::newRow("engine") << Change([](auto &input) { input.engineReady = false; }) << Topic::Engine
                            << Rule::EngineMissing;
    QTest::newRow("no probe") << Change([](auto &input) { input.probeQuality.reset(); }) << Topic::Probe
                              << Rule::NoProbe;
    QTest::newRow("unsuitable") << Change([](auto &input) {
        input.probeQuality->grade = model::FaceQuality::Grade::Unsuitable;
    }) << Topic::Probe << Rule::ProbeUnsuitable;
    QTest::newRow("no gallery") << Change([](auto &input) { input.galleryChosen = false; }) << Topic::Gallery
                                << Rule::NoGallery;
    QTest::newRow("empty gallery") << Change([](auto &input) { input.galleryTemplates = 0; })
                                   << Topic::Gallery << Rule::GalleryEmpty;
    QTest::newRow("list too long") << Change([](auto &input) { input.limit = 51; }) << Topic::Length
                                   << Rule::LimitOutOfRange;
    QTest::newRow("longer than the profile allows") << Change([](auto &input) {
        input.profile.maximumLimit = 10;
    }) << Topic::Length << Rule::LimitOverProfile;
    QTest::newRow("no role") << Change([](auto &input) {
        input.actor.training = false;
        input.actor.roles = model::Role::Auditor;
        input.actor.trainedUntil = input.today = QDate(2026, 11, 23);
    }) << Topic::Person << Rule::RoleMissing;
    QTest::newRow("training over") << Change([](auto &input) {
        input.actor.training = false;
        input.actor.roles = model::Role::Detective;
        input.actor.trainedUntil = QDate(2026, 11, 22);
        input.today = QDate(2026, 11, 23);
    }) << Topic::Person << Rule::TrainingExpired;
    QTest::newRow("a sketch") << Change([](auto &input) {
        input.profile.refusedKinds = {model::ProbeKind::Sketch};
        input.probeKind = model::ProbeKind::Sketch;
    }) << Topic::Kind << Rule::ProbeKindRefused;
    QTest::newRow("a refused purpose") << Change([](auto &input) {
        input.profile.refusedPurposes = {{QStringLiteral("protest"), {QStringLiteral("protest")}}};
        input.details = model::CaseDetails{QStringLiteral("2026-1"), QStringLiteral("Trespass"),
                                           QStringLiteral("Name who was at the protest"),
                                           QStringLiteral("J. Roe")};
    }) << Topic::Policy << Rule::PurposeRefused;
    QTest::newRow("an offence that is not allowed") << Change([](auto &input) {
        input.profile.offences = QStringList{QStringLiteral("Robbery")};
        input.details = model::CaseDetails{QStringLiteral("2026-1"), QStringLiteral("Littering"),
                                           QStringLiteral("Find the owner"), QStringLiteral("J. Roe")};
    }) << Topic::Policy << Rule::OffenceNotAllowed;
}

void TestSearchState::eachRuleStandsAtItsTopic()
{
    QFETCH(Change, change);
    QFETCH(Topic, topic);
    QFETCH(Rule, rule);
    auto state = ready();
    change(state.input);
    QVERIFY(!state.maySearch());
    QVERIFY(state.firstUnmet() == rule);
    const auto gates = state.gates();
    QCOMPARE(gates.size(), size_t(8));
    for (const auto &gate : gates)
        QVERIFY(gate.unmet == (gate.topic == topic ? std::optional(rule) : std::nullopt));
}

void TestSearchState::profileThatDoesNotHoldClosesTheGate()
{
    auto state = ready();
    state.profileProblem = base::Error{base::ErrorCode::ProfileExpired, QStringLiteral("profile"), {}};
    QVERIFY(!state.maySearch());
    QVERIFY(state.firstClosed()->topic == Topic::Policy);
    QVERIFY(state.firstClosed()->problem == state.profileProblem);
    QVERIFY(!state.firstUnmet()); // it is no rule that the person could meet
}

void TestSearchState::overriddenProbeMayBeSearched()
{
    auto state = ready();
    state.input.probeQuality->grade = model::FaceQuality::Grade::Unsuitable;
    QVERIFY(!state.maySearch());
    state.input.probeOverridden = true;
    QVERIFY(state.maySearch());
}

void TestSearchState::limitedProbeMayBeSearched()
{
    auto state = ready();
    state.input.probeQuality->grade = model::FaceQuality::Grade::Limited;
    QVERIFY(state.maySearch());
}

void TestSearchState::limits_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<bool>("expected");
    QTest::newRow("none") << 0 << false;
    QTest::newRow("negative") << -1 << false;
    QTest::newRow("shortest") << 1 << true;
    QTest::newRow("longest") << model::SearchSettings::maximumLimit << true;
    QTest::newRow("one more") << model::SearchSettings::maximumLimit + 1 << false;
}

void TestSearchState::limits()
{
    QFETCH(int, limit);
    auto state = ready();
    state.input.limit = limit;
    QTEST(state.maySearch(), "expected");
}

void TestSearchState::firstStartSaysEverythingOnce()
{
    SearchState state; // no engine, no probe, no gallery
    QVERIFY(!state.maySearch());
    const auto gates = state.gates();
    QCOMPARE(
        std::count_if(gates.begin(), gates.end(), [](const auto &gate) { return gate.unmet.has_value(); }),
        3);
    // What stands beside the button is the first closed gate of the list that is read above it.
    const auto closed = std::find_if(gates.begin(), gates.end(), [](const auto &gate) { return gate.unmet; });
    QVERIFY(state.firstUnmet() == closed->unmet);
}

QTEST_APPLESS_MAIN(TestSearchState)
#include "tst_searchstate.moc"
