// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/analysestate.h"

#include <QtTest>

using namespace likeness;
using model::Component;
using model::Visibility;
using pages::AnalyseState;
using policy::Rule;

namespace
{

AnalyseState open()
{
    AnalyseState state;
    state.hasCase = state.hasProbe = true;
    state.today = QDate(2026, 11, 23);
    state.profile = policy::Profile();
    return state;
}

void fillAll(AnalyseState &state)
{
    for (const Component component : model::allComponents())
        state.setVisibility(component, Visibility::Visible);
}

} // namespace

class TestAnalyseState : public QObject
{
    Q_OBJECT
private slots:
    void viewFollowsWhatIsThere();
    void blanksStandInTheWay();
    void orderIsTheList();
    void notesOutliveTheirAnswer();
    void signedOneIsFrozenUntilChanged();
    void aChangeSaysWhyAndChangesSomething();
    void refusedKind();
    void onlyExaminersSign();
};

void TestAnalyseState::viewFollowsWhatIsThere()
{
    AnalyseState state;
    QVERIFY(state.view() == AnalyseState::View::NoCase);
    state.hasCase = true;
    QVERIFY(state.view() == AnalyseState::View::NoProbe);
    state.hasProbe = true;
    QVERIFY(state.view() == AnalyseState::View::Analysis);
}

void TestAnalyseState::blanksStandInTheWay()
{
    auto state = open();
    QCOMPARE(state.blanks(), int(model::allComponents().size()));
    QVERIFY(state.unmet().front() == Rule::ComponentsBlank);
    fillAll(state);
    QCOMPARE(state.blanks(), 0);
    QVERIFY(state.maySign());
    state.setVisibility(Component::Ears, std::nullopt);
    QCOMPARE(state.blanks(), 1);
    QVERIFY(!state.maySign());
    fillAll(state);
    state.isReadOnly = true;
    QVERIFY(!state.maySign());
}

void TestAnalyseState::orderIsTheList()
{
    auto state = open();
    for (const Component component : {Component::Marks, Component::Skin, Component::Nose})
        state.setVisibility(component, Visibility::PartlyVisible);
    QCOMPARE(state.draft.components.size(), size_t(3));
    QVERIFY(state.draft.components[0].component == Component::Skin);
    QVERIFY(state.draft.components[1].component == Component::Nose);
    QVERIFY(state.draft.components[2].component == Component::Marks);
}

void TestAnalyseState::notesOutliveTheirAnswer()
{
    auto state = open();
    state.setNote(Component::Eyes, QStringLiteral("closed")); // before there is an answer
    QCOMPARE(state.noteOf(Component::Eyes), QStringLiteral("closed"));
    QVERIFY(!state.isEmpty());
    state.setVisibility(Component::Eyes, Visibility::PartlyVisible);
    QCOMPARE(state.draft.component(Component::Eyes)->note, QStringLiteral("closed"));
    state.setVisibility(Component::Eyes, std::nullopt);
    QCOMPARE(state.noteOf(Component::Eyes), QStringLiteral("closed"));
    state.setNote(Component::Eyes, {});
    QVERIFY(state.isEmpty());
}

void TestAnalyseState::signedOneIsFrozenUntilChanged()
{
    auto state = open();
    fillAll(state);
    state.signedAnalysis = state.draft;
    QVERIFY(state.isFrozen());
    QVERIFY(!state.mayEdit());
    state.isChanging = true;
    QVERIFY(state.mayEdit());
}

void TestAnalyseState::aChangeSaysWhyAndChangesSomething()
{
    auto state = open();
    fillAll(state);
    state.signedAnalysis = state.draft;
    state.isChanging = true;
    const auto has = [&](Rule rule) {
        const auto unmet = state.unmet();
        return std::find(unmet.begin(), unmet.end(), rule) != unmet.end();
    };
    QVERIFY(has(Rule::NothingChanged));
    state.setVisibility(Component::Ears, Visibility::NotVisible);
    QVERIFY(!has(Rule::NothingChanged));
    QVERIFY(has(Rule::ReasonMissing));
    state.draft.reason = QStringLiteral("The enhanced frame shows the hat");
    QVERIFY(state.maySign());
}

void TestAnalyseState::refusedKind()
{
    auto state = open();
    fillAll(state);
    state.profile->refusedKinds = {model::ProbeKind::Sketch};
    QVERIFY(state.maySign());
    state.draft.kind = model::ProbeKind::Sketch;
    QVERIFY(state.unmet().front() == Rule::ProbeKindRefused);
}

void TestAnalyseState::onlyExaminersSign()
{
    auto state = open();
    fillAll(state);
    state.actor.training = false;
    state.actor.name = QStringLiteral("ada");
    state.actor.roles = model::Role::Verifier;
    state.actor.trainedUntil = state.today;
    QVERIFY(state.unmet().front() == Rule::RoleMissing);
    state.actor.roles = model::Role::Examiner;
    QVERIFY(state.maySign());
}

QTEST_APPLESS_MAIN(TestAnalyseState)
#include "tst_analysestate.moc"
