// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/weakercandidates.h"
#include "examinationcase.h"

#include <QTest>

using namespace examinationcase;
using policy::Rule;

namespace
{

const model::SearchId s1("s1");

/// The first two candidates of s1 stand above the line.
model::CaseContents calibrated()
{
    model::CaseContents contents = examined();
    for (model::Search &search : contents.searches) {
        search.calibration = model::Calibration{model::Calibration::Source::Gallery, "clear", 1500, 100};
        for (size_t i = 0; i < search.candidates.size(); ++i)
            search.candidates[i].frequency =
                i < 2 ? model::Frequency{0.001, 0.0002, 0.004} : model::Frequency{0.2, 0.15, 0.25};
    }
    return contents;
}

const model::Search &list(const model::CaseContents &contents)
{
    return *policy::searchOf(contents, s1);
}

} // namespace

class WeakerCandidatesTest : public QObject
{
    Q_OBJECT

private slots:
    void theyAreFoldedUntilTheAccountOpensThem()
    {
        model::CaseContents contents = calibrated();
        QCOMPARE(policy::countBeyondLine(list(contents)), 4);
        QVERIFY(!policy::isFolded(contents, list(contents), portrait(2), evelyn));
        QVERIFY(policy::isFolded(contents, list(contents), portrait(3), evelyn));
        QVERIFY(!policy::isFolded(contents, list(contents), portrait(99), evelyn));

        contents.listViews.push_back({s1, "evelyn", at(5), "the witness saw an older man"});
        QVERIFY(!policy::isFolded(contents, list(contents), portrait(3), evelyn));
        QVERIFY(policy::isFolded(contents, list(contents), portrait(3), edgar)); // each for themselves

        model::CaseContents hers = contents, his = contents;
        policy::foldWeaker(hers, evelyn);
        policy::foldWeaker(his, edgar);
        QCOMPARE(list(hers).candidates.size(), size_t(6));
        QCOMPARE(list(hers).folded, 0);
        QCOMPARE(list(his).candidates.size(), size_t(2));
        QCOMPARE(list(his).folded, 4);
    }

    void withoutALineNothingIs()
    {
        model::CaseContents contents = calibrated();
        for (model::Search &search : contents.searches)
            search.calibration.reset();
        policy::foldWeaker(contents, evelyn);
        QCOMPARE(list(contents).candidates.size(), size_t(6));
        QCOMPARE(list(contents).folded, 0);
    }

    void theyOpenWithAReasonIfTheProfileAllows()
    {
        const model::CaseContents contents = calibrated();
        policy::Profile profile;
        const auto unmet = [&](const model::Actor &actor, const QString &reason) {
            return policy::ruleNames(
                policy::unmetWeakerRules(contents, list(contents), reason, actor, today, profile));
        };
        QCOMPARE(unmet(evelyn, "the probe is from below"), QString());
        QCOMPARE(unmet(evelyn, "xxx"), QStringLiteral("reason-missing"));
        QCOMPARE(unmet(edgar, "the probe is from below"), QStringLiteral("list-not-opened"));
        profile.weakerMayBeOpened = false;
        QCOMPARE(unmet(evelyn, "the probe is from below"), QStringLiteral("weaker-not-allowed"));
    }

    void whatIsFoldedIsNotExamined()
    {
        model::CaseContents contents = calibrated();
        const auto setAside = [&](int number) {
            return policy::ruleNames(policy::unmetDecisionRules(contents, list(contents), portrait(number), true,
                                                                "the ears differ", evelyn, today));
        };
        const auto sign = [&](int number) {
            return policy::ruleNames(policy::unmetSigningRules(contents, list(contents), portrait(number),
                                                               filledIn(Conclusion::Inconclusive), evelyn, today));
        };
        QCOMPARE(setAside(2), QString());
        QCOMPARE(setAside(3), QStringLiteral("candidate-folded"));
        QCOMPARE(sign(2), QString());
        QCOMPARE(sign(3), QStringLiteral("candidate-folded"));
        contents.listViews.push_back({s1, "evelyn", at(5), "the witness saw an older man"});
        QCOMPARE(setAside(3), QString());
        QCOMPARE(sign(3), QString());
    }
};

QTEST_GUILESS_MAIN(WeakerCandidatesTest)
#include "tst_weakercandidates.moc"
