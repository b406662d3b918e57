// SPDX-License-Identifier: GPL-3.0-or-later
#include "examinationcase.h"

#include <QTest>

using namespace examinationcase;
using State = policy::Standing::State;

namespace
{

const std::vector<Conclusion> scale{Conclusion::SupportSameSource, Conclusion::Inconclusive,
                                    Conclusion::SupportDifferentSource, Conclusion::NotSuitable};

policy::Standing standingOf(const model::CaseContents &contents, int candidate = 1, const char *search = "s1")
{
    return policy::standing(contents, model::SearchId(QLatin1String(search)), portrait(candidate));
}

} // namespace

class StandingTest : public QObject
{
    Q_OBJECT

private slots:
    void stepByStep();
    void everyPairOfConclusions();
    void supportOfAnotherPortraitIsDisagreement();
    void oneAccountIsNotTwo();
    void anotherExaminerCounts();
    void repeatedSearchesStandTheSame();
    void adjudicationByAThird();
    void memory();
    void memoryOfTwoExaminers();
};

void StandingTest::stepByStep()
{
    model::CaseContents contents = analysed();
    QCOMPARE(standingOf(contents).state, State::NotExamined);

    contents = examined();
    QCOMPARE(standingOf(contents).state, State::Examined);
    QCOMPARE(standingOf(contents).first, &contents.examinations[0]);
    QCOMPARE(standingOf(contents, 2).state, State::NotExamined);
    contents.examinations.push_back(examination("s1", 1, "evelyn", Conclusion::Inconclusive));
    QCOMPARE(standingOf(contents).first, &contents.examinations[1]); // the last counts
    QVERIFY(!standingOf(contents).outcome);

    contents = asked();
    contents.verificationsTaken.push_back({model::VerificationId("v1"), "vera", at(7), false});
    QCOMPARE(standingOf(contents).state, State::AwaitingVerification);
    QCOMPARE(standingOf(contents).request, &contents.verificationRequests[0]);
    QVERIFY(!standingOf(contents).outcome && !standingOf(contents).isLead());

    contents = verified(Conclusion::SupportSameSource, Conclusion::SupportSameSource);
    QCOMPARE(standingOf(contents).state, State::Agreed);
    QCOMPARE(standingOf(contents).verification, &contents.verificationResults[0]);
    QVERIFY(standingOf(contents).isLead());

    // An adjudication of what is not disputed changes nothing.
    contents.adjudications.push_back(
        adjudication(contents.verificationRequests[0], "sam", Conclusion::SupportDifferentSource));
    QCOMPARE(standingOf(contents).state, State::Agreed);
    QVERIFY(standingOf(contents).isLead());
}

void StandingTest::everyPairOfConclusions()
{
    for (const Conclusion first : scale)
        for (const Conclusion second : scale) {
            model::CaseContents contents = verified(first, second);
            const policy::Standing now = standingOf(contents);
            QCOMPARE(now.state, first == second ? State::Agreed : State::Disagreed);
            QCOMPARE(now.outcome, first == second ? std::optional(first) : std::nullopt);
            QCOMPARE(now.isLead(), first == second && first == Conclusion::SupportSameSource);
            QCOMPARE(now.isExcluded(), first == second && first == Conclusion::SupportDifferentSource);
            if (first == second)
                continue;
            for (const Conclusion third : scale) {
                contents.adjudications = {adjudication(contents.verificationRequests[0], "sam", third)};
                QCOMPARE(standingOf(contents).state, State::Adjudicated);
                QCOMPARE(standingOf(contents).outcome, third);
            }
        }
}

void StandingTest::supportOfAnotherPortraitIsDisagreement()
{
    model::CaseContents contents = verified(Conclusion::SupportSameSource, Conclusion::SupportSameSource);
    contents.verificationResults[0].parts[3].comparison.conclusion = Conclusion::SupportSameSource;
    QCOMPARE(standingOf(contents).state, State::Disagreed);
    contents.verificationResults[0].parts[3].comparison.conclusion = Conclusion::Inconclusive;
    QCOMPARE(standingOf(contents).state, State::Agreed);
    contents.verificationResults[0].parts[1].label = "Z"; // the candidate's own part is not there
    QCOMPARE(standingOf(contents).state, State::Disagreed);
}

void StandingTest::oneAccountIsNotTwo()
{
    model::CaseContents contents = verified(Conclusion::SupportSameSource, Conclusion::SupportSameSource);
    contents.verificationResults[0].actor = "evelyn";
    QCOMPARE(standingOf(contents).state, State::Disagreed);
    QVERIFY(!standingOf(contents).isLead());
    contents.file.training = true; // one person may walk through it in training, where nothing is signed
    contents.examinations[0].signature = {};
    QCOMPARE(standingOf(contents).state, State::Agreed);
}

void StandingTest::anotherExaminerCounts()
{
    // Two examiners disagreed before; a verifier of one of them does not outvote the other.
    model::CaseContents contents = verified(Conclusion::SupportSameSource, Conclusion::SupportSameSource);
    contents.examinations.insert(contents.examinations.begin(),
                                 examination("s1", 1, "edgar", Conclusion::SupportDifferentSource));
    QCOMPARE(standingOf(contents).state, State::Disagreed);
    contents.examinations.push_back(examination("s1", 1, "edgar", Conclusion::SupportSameSource));
    QCOMPARE(standingOf(contents).state, State::Agreed); // the last one of an account counts
    contents.examinations.push_back(examination("s1", 2, "edgar", Conclusion::SupportDifferentSource));
    QCOMPARE(standingOf(contents).state, State::Agreed); // another candidate
}

void StandingTest::repeatedSearchesStandTheSame()
{
    model::CaseContents contents =
        verified(Conclusion::SupportSameSource, Conclusion::SupportDifferentSource);
    searchAgain(contents);
    QCOMPARE(standingOf(contents, 1, "s2").state, State::Disagreed);
    QCOMPARE(standingOf(contents, 1, "s2").request, &contents.verificationRequests[0]);
    QCOMPARE(standingOf(contents, 2, "s2").state, State::NotExamined);
    contents.probes[1].box = {0.7, 0.7, 0.1, 0.1}; // another face of the same picture
    QCOMPARE(standingOf(contents, 1, "s2").state, State::NotExamined);
    contents.probes[1].region = contents.probes[0].region;
    QCOMPARE(standingOf(contents, 1, "s2").state, State::Disagreed);
    contents.probes[1].region = model::RegionId("r");
    contents.probes[1].box = contents.probes[0].box;
    QCOMPARE(standingOf(contents, 1, "s2").state, State::Disagreed);
    contents.probes[1].evidence = model::EvidenceId("picture-2"); // the same place of another picture
    contents.probes[1].evidenceSha256 = "sha-of-picture-2";
    QCOMPARE(standingOf(contents, 1, "s2").state, State::NotExamined);
}

void StandingTest::adjudicationByAThird()
{
    model::CaseContents contents =
        verified(Conclusion::SupportSameSource, Conclusion::SupportDifferentSource);
    const model::VerificationRequest &request = contents.verificationRequests[0];
    for (const char *who : {"evelyn", "vera"})
        contents.adjudications.push_back(adjudication(request, who, Conclusion::SupportSameSource));
    QCOMPARE(standingOf(contents).state, State::Disagreed);
    contents.adjudications.push_back(adjudication(request, "sam", Conclusion::Inconclusive));
    contents.adjudications.push_back(adjudication(request, "ruth", Conclusion::SupportSameSource));
    QCOMPARE(standingOf(contents).outcome, Conclusion::Inconclusive); // the first settles it
    QCOMPARE(standingOf(contents).adjudication, &contents.adjudications[2]);
}

void StandingTest::memory()
{
    const auto memory = [](const model::CaseContents &contents, const char *except = "s2") {
        return policy::memoryOf(contents, model::PersonId("person-1"),
                                model::SearchId(QLatin1String(except)));
    };
    const auto again = [](model::CaseContents contents) {
        searchAgain(contents);
        return contents;
    };
    using C = Conclusion;
    QVERIFY(!memory(again(examined(C::SupportDifferentSource))).excluded); // by one
    QVERIFY(!memory(again(verified(C::SupportDifferentSource, C::Inconclusive))).excluded);
    QVERIFY(!memory(again(verified(C::SupportSameSource, C::SupportSameSource))).excluded);

    model::CaseContents contents = again(verified(C::SupportDifferentSource, C::SupportDifferentSource));
    QVERIFY(memory(contents).excluded);
    QCOMPARE(memory(contents).reasons, QStringList{"note of an examination"});
    QCOMPARE(memory(contents).since, at(5));
    QVERIFY(!memory(contents).setAside);
    QVERIFY(!policy::memoryOf(contents, model::PersonId("person-2"), model::SearchId("s2")).excluded);
    searchAnotherFace(contents, 1); // the person turns up for another face
    QVERIFY(memory(contents, "s9").excluded);

    contents = again(verified(C::SupportSameSource, C::SupportDifferentSource));
    QVERIFY(!memory(contents).excluded);
    contents.adjudications.push_back(
        adjudication(contents.verificationRequests[0], "sam", C::SupportDifferentSource));
    QVERIFY(memory(contents).excluded);
    QCOMPARE(memory(contents).reasons, QStringList{"The ears decide it"});
    QCOMPARE(memory(contents).since, at(9));

    contents = again(examined(C::Inconclusive));
    contents.decisions.push_back({model::SearchId("s1"), portrait(1), true, "Too old", at(6), "evelyn"});
    QVERIFY(memory(contents).setAside && !memory(contents).excluded);
    QCOMPARE(memory(contents).reasons, QStringList{"Too old"});
    QVERIFY(!memory(contents, "s1").setAside); // the list's own decisions are not memory
    contents.decisions.push_back({model::SearchId("s1"), portrait(1), false, {}, at(7), "evelyn"});
    QVERIFY(!memory(contents).setAside);
    QVERIFY(memory(contents).reasons.isEmpty());
}

void StandingTest::memoryOfTwoExaminers()
{
    model::CaseContents contents = examined(Conclusion::SupportDifferentSource);
    contents.examinations.push_back(examination("s1", 1, "edgar", Conclusion::SupportDifferentSource));
    const auto excluded = [&] {
        return policy::memoryOf(contents, model::PersonId("person-1"), model::SearchId("s5")).excluded;
    };
    QVERIFY(excluded());
    contents.examinations.push_back(examination("s1", 1, "edgar", Conclusion::Inconclusive));
    QVERIFY(!excluded());
}

QTEST_GUILESS_MAIN(StandingTest)
#include "tst_standing.moc"
