// SPDX-License-Identifier: GPL-3.0-or-later
#include "examinationcase.h"

#include <QTest>

#include <functional>

using namespace examinationcase;
using policy::Rule;

namespace
{

/// One try: who, in which case, and the rules that it breaks.
struct Try {
    const char *name;
    model::CaseContents contents;
    model::Actor actor;
    QString unmet;
};

using Rules = std::function<std::vector<Rule>(const Try &)>;

void check(const std::vector<Try> &tries, const Rules &rules)
{
    for (const Try &each : tries) {
        const QString unmet = policy::ruleNames(rules(each));
        if (unmet != each.unmet)
            QFAIL(
                qPrintable(QStringLiteral("%1: \"%2\" instead of \"%3\"").arg(each.name, unmet, each.unmet)));
    }
}

template <class Change>
model::CaseContents with(model::CaseContents contents, Change change)
{
    change(contents);
    return contents;
}

model::Actor untrained(model::Actor actor)
{
    actor.trainedUntil = today.addDays(-1);
    return actor;
}

model::CaseContents inTraining(model::CaseContents contents)
{
    contents.file.training = true;
    return contents;
}

const model::Search &list(const Try &each, const char *id = "s1")
{
    return *policy::searchOf(each.contents, model::SearchId(QLatin1String(id)));
}

const model::CaseContents openedBySam = with(examined(), [](auto &c) { open(c, "s1", "sam"); });

} // namespace

class ExaminationRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void analyses_data();
    void analyses();
    void lists();
    void decisions();
    void signing();
    void blankComparisonsAreNotSigned();
    void askingForVerification();
    void verifying();
    void verificationIsSignedWhole();
    void adjudicating();
    void nullResults();
    void overriding();
    void overridesThatCount();
};

void ExaminationRulesTest::analyses_data()
{
    using Change = std::function<void(model::Analysis &)>;
    QTest::addColumn<std::function<void(model::Analysis &)>>("change");
    QTest::addColumn<bool>("again");
    QTest::addColumn<QString>("unmet");
    const auto row = [](const char *name, const Change &change, bool again, const char *unmet) {
        QTest::newRow(name) << change << again << QString(unmet);
    };
    row(
        "complete", [](auto &) {}, false, "");
    row(
        "one blank", [](auto &a) { a.components.erase(a.components.begin() + 7); }, false,
        "components-blank");
    row(
        "the last blank", [](auto &a) { a.components.pop_back(); }, false, "components-blank");
    row(
        "one twice, one blank", [](auto &a) { a.components[3] = a.components[4]; }, false,
        "components-blank");
    row(
        "sketch", [](auto &a) { a.kind = model::ProbeKind::Sketch; }, false, "probe-kind-refused");
    row(
        "frame", [](auto &a) { a.kind = model::ProbeKind::VideoFrame; }, false, "");
    row(
        "again the same", [](auto &) {}, true, "nothing-changed");
    row(
        "again the same, with a reason", [](auto &a) { a.reason = "Seen better"; }, true, "nothing-changed");
    row(
        "changed", [](auto &a) { a.limitations = "Dark"; }, true, "reason-missing");
    row(
        "changed for no reason",
        [](auto &a) {
            a.limitations = "Dark";
            a.reason = "n/a";
        },
        true, "reason-missing");
    row(
        "changed with a reason",
        [](auto &a) {
            a.components[9].visibility = model::Visibility::NotVisible;
            a.reason = "The ear is a reflection";
        },
        true, "");
}

void ExaminationRulesTest::analyses()
{
    QFETCH(std::function<void(model::Analysis &)>, change);
    QFETCH(bool, again);
    QFETCH(QString, unmet);
    policy::Profile profile;
    profile.refusedKinds = {model::ProbeKind::Sketch, model::ProbeKind::Generated};
    const model::Analysis earlier = analysis("p1", "evelyn");
    model::Analysis now = earlier;
    change(now);
    QCOMPARE(policy::ruleNames(policy::unmetAnalysisRules(now, again ? &earlier : nullptr, profile)), unmet);
}

void ExaminationRulesTest::lists()
{
    const auto judgedUnsuitable = [](model::CaseContents &c) {
        c.analyses.push_back(analysis("p1", "edgar"));
        c.analyses.back().suitability = model::FaceQuality::Grade::Unsuitable;
    };
    const auto overridden = [&](model::CaseContents &c) {
        judgedUnsuitable(c);
        c.overrides.push_back(
            {model::ProbeId("p1"), "probe-unsuitable", "Only picture", at(4), "sam", signedBy("sam")});
    };
    const auto held = [](model::CaseContents &c) {
        c.verificationsTaken.push_back({model::VerificationId("v1"), "olga", at(7), false});
    };
    check(
        {
            {"analysed", analysed(), evelyn, ""},
            {"by another examiner", analysed(), edgar, ""},
            {"by a supervisor", analysed(), sam, ""},
            {"a verifier has no such role", analysed(), vera, "role-missing"},
            {"nobody signed in", analysed(), account({}, {}), "role-missing"},
            {"not analysed", with(analysed(), [](auto &c) { c.analyses.clear(); }), evelyn,
             "analysis-missing"},
            {"analysis not signed", with(analysed(), [](auto &c) { c.analyses[0].signature = {}; }), evelyn,
             "analysis-missing"},
            {"analysis of another probe",
             with(analysed(), [](auto &c) { c.analyses[0].probe = model::ProbeId("p9"); }), evelyn,
             "analysis-missing"},
            {"judged unsuitable", with(analysed(), judgedUnsuitable), evelyn, "probe-unsuitable"},
            {"judged unsuitable, overridden", with(analysed(), overridden), evelyn, ""},
            {"verification waits", asked(), olga, ""},
            {"verifies blind", with(asked(), held), olga, "verification-taken"},
            {"gave it back",
             with(asked(),
                  [&](auto &c) {
                      held(c);
                      c.verificationsTaken.push_back(c.verificationsTaken.back());
                      c.verificationsTaken.back().givenBack = true;
                  }),
             olga, ""},
            {"has verified",
             with(asked(),
                  [&](auto &c) {
                      held(c);
                      c.verificationResults.push_back(
                          result(c.verificationRequests[0], "olga", Conclusion::Inconclusive));
                  }),
             olga, ""},
            {"training sees all", inTraining(analysed()), trainee, ""},
            {"training sees all unanalysed",
             inTraining(with(analysed(), [](auto &c) { c.analyses.clear(); })), trainee, ""},
            {"an account reads a training case", inTraining(analysed()), vera, ""},
            {"nobody reads casework without an account", analysed(), trainee, "casework-case"},
        },
        [](const Try &t) { return policy::unmetListRules(t.contents, list(t), t.actor, today); });

    // While verifying, lists that tell something are closed, and others are not.
    model::CaseContents contents = with(asked(), held);
    searchAgain(contents);
    searchAnotherFace(contents);
    contents.searches.push_back(search("s8", "p9", "edgar", 4)); // another face, but shows persons 4 ...
    check({{"other lists", contents, olga, ""}},
          [](const Try &t) { return policy::unmetListRules(t.contents, list(t, "s9"), t.actor, today); });
    check({{"face drawn again", contents, olga, "verification-taken"}},
          [](const Try &t) { return policy::unmetListRules(t.contents, list(t, "s2"), t.actor, today); });
    check({{"persons of the line-up", contents, olga, "verification-taken"}},
          [](const Try &t) { return policy::unmetListRules(t.contents, list(t, "s8"), t.actor, today); });
}

void ExaminationRulesTest::decisions()
{
    using C = Conclusion;
    const QString reason = "Other ears";
    const auto rules = [&](bool setAside, const QString &reason) {
        return [=](const Try &t) {
            return policy::unmetDecisionRules(t.contents, list(t), portrait(1), setAside, reason, t.actor,
                                              today);
        };
    };
    const std::vector<Try> tries{
        {"opened", examined(), evelyn, ""},
        {"not opened", examined(), edgar, "list-not-opened"},
        {"a supervisor", openedBySam, sam, "role-missing"},
        {"awaits verification", asked(), evelyn, "lead-open"},
        {"disagreed", verified(C::SupportSameSource, C::Inconclusive), evelyn, "lead-open"},
        {"a lead", verified(C::SupportSameSource, C::SupportSameSource), evelyn, "lead-open"},
        {"excluded by two", verified(C::SupportDifferentSource, C::SupportDifferentSource), evelyn, ""},
        {"training", inTraining(asked()), trainee, ""},
    };
    check(tries, rules(true, reason));
    check({{"no reason", examined(), evelyn, "reason-missing"},
           {"training wants one, too", inTraining(examined()), trainee, "reason-missing"}},
          rules(true, "n/a"));
    check({{"taking back needs none", examined(), evelyn, ""},
           {"nor an end of the verification", asked(), evelyn, ""},
           {"but the list", examined(), edgar, "list-not-opened"}},
          rules(false, {}));
}

void ExaminationRulesTest::signing()
{
    using C = Conclusion;
    const auto again = [](model::CaseContents &c) {
        searchAgain(c);
        open(c, "s2", "edgar");
    };
    const Rules inFirst = [](const Try &t) {
        return policy::unmetSigningRules(t.contents, list(t), portrait(1), filledIn(C::Inconclusive), t.actor,
                                         today);
    };
    const Rules inSecond = [](const Try &t) {
        return policy::unmetSigningRules(t.contents, list(t, "s2"), portrait(1), filledIn(C::Inconclusive),
                                         t.actor, today);
    };
    check(
        {
            {"opened and analysed", examined(), evelyn, ""},
            {"not opened", examined(), edgar, "list-not-opened"},
            {"by a supervisor", openedBySam, sam, "role-missing"},
            {"training expired", examined(), untrained(evelyn), "training-expired"},
            {"without analysis", with(examined(), [](auto &c) { c.analyses.clear(); }), evelyn,
             "analysis-missing"},
            {"verification asked for", asked(), evelyn, "already-verified"},
            {"verified", verified(C::Inconclusive, C::Inconclusive), evelyn, "already-verified"},
            {"in training", inTraining(with(analysed(), [](auto &c) { c.analyses.clear(); })), trainee, ""},
            {"in training, verified", inTraining(asked()), trainee, "already-verified"},
            {"an account in a training case", inTraining(examined()), evelyn, "training-case"},
            {"nobody in casework", examined(), trainee, "casework-case"},
        },
        inFirst);
    // The same two pictures in a repeated search are the same comparison.
    check({{"nothing asked for yet", with(examined(), again), edgar, ""},
           {"asked for in the first search", with(asked(), again), edgar, "already-verified"}},
          inSecond);
    // Another candidate is another comparison.
    check({{"another candidate", asked(), evelyn, ""}}, [](const Try &t) {
        return policy::unmetSigningRules(t.contents, list(t), portrait(2), filledIn(C::Inconclusive), t.actor,
                                         today);
    });
}

void ExaminationRulesTest::blankComparisonsAreNotSigned()
{
    const auto unmet = [](const model::Comparison &comparison, const model::Actor &actor) {
        const model::CaseContents contents = actor.training ? inTraining(examined()) : examined();
        return policy::ruleNames(
            policy::unmetSigningRules(contents, contents.searches[0], portrait(1), comparison, actor, today));
    };
    for (const model::Actor &actor : {evelyn, trainee}) {
        QCOMPARE(unmet(filledIn(Conclusion::NotSuitable), actor), QString());
        QCOMPARE(unmet({}, actor), "components-blank,conclusion-missing");
        for (const model::Component component : model::allComponents()) {
            model::Comparison blank = filledIn(Conclusion::Inconclusive);
            blank.setFinding(component, std::nullopt);
            blank.setNote(component, "A note is no finding");
            QCOMPARE(unmet(blank, actor), "components-blank");
        }
        model::Comparison undecided = filledIn(Conclusion::Inconclusive);
        undecided.conclusion.reset();
        QCOMPARE(unmet(undecided, actor), "conclusion-missing");
    }
}

void ExaminationRulesTest::askingForVerification()
{
    const auto shortList = [](int persons) {
        return with(examined(), [=](auto &c) { c.searches[0].candidates.resize(persons); });
    };
    const Rules rules = [](const Try &t) {
        return policy::unmetVerificationRequestRules(t.contents, list(t), portrait(1), t.actor, today);
    };
    check(
        {
            {"examined", examined(), evelyn, ""},
            {"by somebody who has not opened the list", examined(), edgar, "list-not-opened"},
            {"by a supervisor", openedBySam, sam, "role-missing"},
            {"nobody examined it", with(examined(), [](auto &c) { c.examinations.clear(); }), evelyn,
             "examination-missing"},
            {"not signed", with(examined(), [](auto &c) { c.examinations[0].signature = {}; }), evelyn,
             "examination-missing"},
            {"another candidate was",
             with(examined(), [](auto &c) { c.examinations[0].portrait = portrait(2); }), evelyn,
             "examination-missing"},
            {"asked before", asked(), evelyn, "already-verified"},
            {"four persons", shortList(4), evelyn, ""},
            {"three persons", shortList(3), evelyn, "lineup-too-short"},
            {"four portraits of three persons",
             with(shortList(4),
                  [](auto &c) { c.searches[0].candidates[3].person = model::PersonId("person-1"); }),
             evelyn, "lineup-too-short"},
            {"in training", inTraining(examined()), trainee, ""},
            {"in training nothing examined",
             inTraining(with(examined(), [](auto &c) { c.examinations.clear(); })), trainee,
             "examination-missing"},
        },
        rules);

    // Searching again, or drawing the face again, does not get a second verifier.
    model::CaseContents again = verified(Conclusion::SupportSameSource, Conclusion::SupportDifferentSource);
    searchAgain(again);
    open(again, "s2", "edgar");
    again.examinations.push_back(examination("s2", 1, "edgar"));
    QCOMPARE(policy::ruleNames(
                 policy::unmetVerificationRequestRules(again, again.searches[1], portrait(1), edgar, today)),
             "already-verified");
    // The portrait enrolled a second time is still the same picture.
    again.searches[1].candidates[0].portrait = portrait(99);
    again.examinations.back().portrait = portrait(99);
    QCOMPARE(policy::ruleNames(
                 policy::unmetVerificationRequestRules(again, again.searches[1], portrait(99), edgar, today)),
             "already-verified");
    again.searches[1].candidates[0].portraitSha256 = "another picture";
    QVERIFY(
        policy::unmetVerificationRequestRules(again, again.searches[1], portrait(99), edgar, today).empty());
    // A line-up of five needs five.
    const model::CaseContents four = shortList(4);
    QCOMPARE(policy::ruleNames(policy::unmetVerificationRequestRules(four, four.searches[0], portrait(1),
                                                                     evelyn, today, 5)),
             "lineup-too-short");
}

void ExaminationRulesTest::verifying()
{
    const auto taken = [](const char *by, bool givenBack = false) {
        return [=](model::CaseContents &c) {
            c.verificationsTaken.push_back({model::VerificationId("v1"), by, at(7), givenBack});
        };
    };
    model::CaseContents again = asked();
    searchAgain(again, "olga");
    model::CaseContents openedAgain = asked();
    searchAgain(openedAgain);
    model::CaseContents otherFace = asked();
    searchAnotherFace(otherFace);
    open(otherFace, "s9", "olga");
    model::CaseContents otherFaceSamePersons = asked();
    searchAnotherFace(otherFaceSamePersons, 4);
    open(otherFaceSamePersons, "s9", "olga");
    model::CaseContents sameBytes = otherFace;
    sameBytes.searches.back().candidates[0].portraitSha256 = "sha-of-portrait-1";

    const Rules rules = [](const Try &t) {
        return policy::unmetVerifyRules(t.contents, t.contents.verificationRequests[0], t.actor, today);
    };
    check(
        {
            {"a verifier", asked(), vera, ""},
            {"all roles, nothing seen", asked(), olga, ""},
            {"an examiner", asked(), edgar, "role-missing"},
            {"training expired", asked(), untrained(vera), "training-expired"},
            {"the first examiner", asked(), account("evelyn", Role::Examiner | Role::Verifier),
             "own-examination,not-blind"},
            {"asked for it", with(asked(), [](auto &c) { c.verificationRequests[0].actor = "olga"; }), olga,
             "own-examination"},
            {"analysed it", with(asked(), [](auto &c) { c.analyses[0].actor = "olga"; }), olga,
             "own-examination"},
            {"analysed it once, before somebody else",
             with(asked(), [](auto &c) { c.analyses.insert(c.analyses.begin(), analysis("p1", "olga")); }),
             olga, "own-examination"},
            {"searched it", with(asked(), [](auto &c) { c.searches[0].actor = "olga"; }), olga,
             "own-examination"},
            {"searched the face drawn again", again, olga, "own-examination"},
            {"examined another candidate of it",
             with(asked(), [](auto &c) { c.examinations.push_back(examination("s1", 3, "olga")); }), olga,
             "own-examination"},
            {"opened the list", with(asked(), [](auto &c) { open(c, "s1", "olga"); }), olga, "not-blind"},
            {"opened the list of the face drawn again",
             with(openedAgain, [](auto &c) { open(c, "s2", "olga"); }), olga, "not-blind"},
            {"did not open it", openedAgain, olga, ""},
            {"opened a list of another face", otherFace, olga, ""},
            {"that shows a person of the line-up", otherFaceSamePersons, olga, "not-blind"},
            {"that shows a picture of the line-up", sameBytes, olga, "not-blind"},
            {"taken by somebody", with(asked(), taken("victor")), vera, "taken-by-other"},
            {"taken by oneself", with(asked(), taken("vera")), vera, ""},
            {"holds another",
             with(asked(),
                  [](auto &c) {
                      c.verificationRequests.push_back(request("v2", examination("s1", 2, "evelyn"), "p1"));
                      c.verificationsTaken.push_back({model::VerificationId("v2"), "vera", at(7), false});
                  }),
             vera, "verification-taken"},
            {"given back", with(with(asked(), taken("victor")), taken("victor", true)), vera, ""},
            {"done", verified(Conclusion::Inconclusive, Conclusion::Inconclusive), vera, "already-verified"},
            {"in training by oneself", inTraining(asked()), trainee, ""},
            {"in training done", inTraining(verified(Conclusion::Inconclusive, Conclusion::Inconclusive)),
             trainee, "already-verified,taken-by-other"},
            {"casework without an account", asked(), trainee, "casework-case"},
            {"training with an account", inTraining(asked()), vera, "training-case,not-blind"},
        },
        rules);
}

void ExaminationRulesTest::verificationIsSignedWhole()
{
    const model::CaseContents contents = asked();
    const model::VerificationRequest &to = contents.verificationRequests[0];
    const auto unmet = [&](const auto &change) {
        model::VerificationResult answer = result(to, "vera", Conclusion::Inconclusive);
        change(answer);
        return policy::ruleNames(policy::unmetVerificationSigningRules(to, answer));
    };
    QCOMPARE(unmet([](auto &) {}), QString());
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(unmet([=](auto &r) { r.parts[i].comparison.setFinding(model::Component::Ears, {}); }),
                 "components-blank");
        QCOMPARE(unmet([=](auto &r) { r.parts[i].comparison.conclusion.reset(); }), "conclusion-missing");
        QCOMPARE(unmet([=](auto &r) { r.parts.erase(r.parts.begin() + i); }),
                 "components-blank,conclusion-missing");
    }
    QCOMPARE(unmet([](auto &r) { r.parts.push_back(r.parts[0]); }), "components-blank"); // which one counts?
    QCOMPARE(unmet([](auto &r) { r.parts[1].label = "A"; }), "components-blank,conclusion-missing");
    QCOMPARE(unmet([](auto &r) { r.request = model::VerificationId("v2"); }), "components-blank");
}

void ExaminationRulesTest::adjudicating()
{
    using C = Conclusion;
    const model::CaseContents disputed = verified(C::SupportSameSource, C::SupportDifferentSource);
    const auto openedBy = [](model::CaseContents contents, const char *who) {
        open(contents, "s1", who);
        return contents;
    };
    const auto rules = [](const char *reason) {
        return [=](const Try &t) {
            return policy::unmetAdjudicationRules(t.contents, t.contents.verificationRequests[0], reason,
                                                  t.actor, today);
        };
    };
    check(
        {
            {"a third account", openedBy(disputed, "sam"), sam, ""},
            {"unseen", disputed, sam, "list-not-opened"},
            {"an examiner", openedBy(disputed, "edgar"), edgar, "role-missing"},
            {"the first examiner", disputed, account("evelyn", Role::Supervisor), "took-part"},
            {"the verifier", openedBy(disputed, "vera"), account("vera", Role::Supervisor), "took-part"},
            {"examined it, too",
             openedBy(with(disputed, [](auto &c) { c.examinations.push_back(examination("s1", 1, "sam")); }),
                      "sam"),
             sam, "took-part"},
            {"nothing verified yet", openedBy(asked(), "sam"), sam, "no-disagreement"},
            {"agreed", openedBy(verified(C::Inconclusive, C::Inconclusive), "sam"), sam, "no-disagreement"},
            {"settled before",
             openedBy(with(disputed,
                           [](auto &c) {
                               c.adjudications.push_back(
                                   adjudication(c.verificationRequests[0], "ruth", C::SupportSameSource));
                           }),
                      "sam"),
             sam, "no-disagreement"},
            {"in training by oneself", inTraining(disputed), trainee, ""},
            {"in training agreed", inTraining(verified(C::Inconclusive, C::Inconclusive)), trainee,
             "no-disagreement"},
        },
        rules("The ears decide it"));
    check({{"no reason", openedBy(disputed, "sam"), sam, "reason-missing"},
           {"in training no reason", inTraining(disputed), trainee, "reason-missing"}},
          rules("..."));
}

void ExaminationRulesTest::nullResults()
{
    using C = Conclusion;
    const auto rules = [](const char *note) {
        return [=](const Try &t) {
            return policy::unmetNullResultRules(t.contents, list(t), note, t.actor, today);
        };
    };
    const auto changedMind = [](model::CaseContents &c) {
        c.examinations.push_back(examination("s1", 1, "evelyn", C::SupportDifferentSource));
    };
    const auto otherView = [](model::CaseContents &c) {
        c.examinations.push_back(examination("s1", 1, "edgar", C::SupportDifferentSource));
    };
    check(
        {
            {"nothing supported", examined(C::SupportDifferentSource), evelyn, ""},
            {"not opened", examined(C::Inconclusive), edgar, "list-not-opened"},
            {"not analysed", with(examined(C::Inconclusive), [](auto &c) { c.analyses.clear(); }), evelyn,
             "analysis-missing"},
            {"a supervisor", with(openedBySam, changedMind), sam, "role-missing"},
            {"supported by one", examined(), evelyn, "lead-open"},
            {"no longer supported", with(examined(), changedMind), evelyn, ""},
            {"still supported by one of two", with(examined(), otherView), evelyn, "lead-open"},
            {"awaits verification", asked(C::Inconclusive), evelyn, "lead-open"},
            {"disagreed", verified(C::Inconclusive, C::SupportDifferentSource), evelyn, "lead-open"},
            {"a lead", verified(C::SupportSameSource, C::SupportSameSource), evelyn, "lead-open"},
            {"excluded by two", verified(C::SupportDifferentSource, C::SupportDifferentSource), evelyn, ""},
            {"training", inTraining(examined()), trainee, ""},
        },
        rules("Nobody of the list"));
    check({{"no note", examined(C::Inconclusive), evelyn, "reason-missing"},
           {"training, no note", inTraining(examined(C::Inconclusive)), trainee, "reason-missing"}},
          rules(""));
}

void ExaminationRulesTest::overriding()
{
    policy::Profile profile;
    const auto rules = [&](Rule rule, const char *reason) {
        return [&profile, rule, reason](const Try &t) {
            return policy::unmetOverrideRules(t.contents, model::ProbeId("p1"), rule, reason, t.actor,
                                              profile);
        };
    };
    const std::vector<Try> tries{
        {"a supervisor", analysed(), sam, ""},
        {"an examiner", analysed(), edgar, "role-missing"},
        {"who searched it", analysed(), account("evelyn", Role::Supervisor), "own-examination"},
        {"who analysed it", with(analysed(), [](auto &c) { c.analyses[0].actor = "sam"; }), sam,
         "own-examination"},
        {"training", inTraining(analysed()), trainee, ""},
        {"casework without an account", analysed(), trainee, "casework-case"},
    };
    check(tries, rules(Rule::ProbeUnsuitable, "The only picture there is"));
    check({{"no reason", analysed(), sam, "reason-missing"}}, rules(Rule::ProbeUnsuitable, "xxx"));
    check({{"the profile's role", analysed(), edgar, "role-missing"}},
          rules(Rule::ProbeUnsuitable, "Only one"));
    profile.mayOverride = Role::Examiner;
    check({{"the profile's role", analysed(), edgar, ""}, {"no longer", analysed(), sam, "role-missing"}},
          rules(Rule::ProbeUnsuitable, "The only picture"));
    for (int rule = 0; rule <= int(Rule::CaseworkCase); ++rule)
        if (Rule(rule) != Rule::ProbeUnsuitable)
            check({{"another rule", analysed(), edgar, "override-not-allowed"}},
                  rules(Rule(rule), "The only picture"));
}

void ExaminationRulesTest::overridesThatCount()
{
    const auto counts = [](const auto &change, const QString &account = {}) {
        model::CaseContents contents = analysed();
        contents.overrides.push_back(
            {model::ProbeId("p1"), "probe-unsuitable", "The only picture", at(1), "sam", signedBy("sam")});
        change(contents);
        return policy::isOverridden(contents, model::ProbeId("p1"), Rule::ProbeUnsuitable, account);
    };
    QVERIFY(counts([](auto &) {}));
    QVERIFY(counts([](auto &) {}, "evelyn"));
    QVERIFY(!counts([](auto &) {}, "sam")); // nobody lets themselves pass
    QVERIFY(!counts([](auto &c) { c.overrides[0].probe = model::ProbeId("p2"); }));
    QVERIFY(!counts([](auto &c) { c.overrides[0].rule = "gallery-empty"; }));
    QVERIFY(!counts([](auto &c) { c.overrides[0].signature = {}; }));
    QVERIFY(!counts([](auto &c) { c.searches[0].actor = "sam"; })); // first let it pass, then searched
    QVERIFY(counts(
        [](auto &c) {
            c.file.training = true;
            c.overrides[0].signature = {};
        },
        "sam"));
}

QTEST_GUILESS_MAIN(ExaminationRulesTest)
#include "tst_examinationrules.moc"
