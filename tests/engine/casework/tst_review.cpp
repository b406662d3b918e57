// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/audit/verbs.h"
#include "tests/engine/casework/readycase.h"

using namespace likeness;
using namespace likeness::casework;
using tests::ReadyCase;
namespace verbs = audit::verbs;

/// Candidates are set aside, taken back and concluded on, in training.
class ReviewTest : public QObject
{
    Q_OBJECT

private slots:
    void settingAsideNeedsAReason();
    void concludesOnCandidatesOnly();
};

void ReviewTest::settingAsideNeedsAReason()
{
    const ReadyCase ready;
    const auto search = ready.search();
    const auto portrait = search.candidates[1].portrait;
    const auto refused = ready.file->setAside(search.id, portrait, " n/a ");
    VERIFY_ERROR(refused, NotAllowed);
    QCOMPARE(refused.error().detail, "reason-missing");
    QVERIFY(ready.file->contents()->decisions.empty());
    VERIFY_OK(ready.file->setAside(search.id, portrait, " Ears differ "));
    VERIFY_OK(ready.file->takeBack(search.id, portrait));
    const auto decisions = ready.file->contents()->decisions;
    QCOMPARE(decisions.size(), size_t(2)); // append-only
    QVERIFY(decisions[0].setAside);
    QCOMPARE(decisions[0].reason, "Ears differ");
    QVERIFY(!decisions[1].setAside);
    VERIFY_ERROR(ready.file->setAside(search.id, model::PortraitId("nobody"), "Ears differ"), NotFound);
    VERIFY_ERROR(ready.file->takeBack(model::SearchId("nobody"), portrait), NotFound);
    const QStringList entered = tests::verbsOf(tests::chainOf(*ready.file));
    QCOMPARE(entered.mid(entered.size() - 2),
             QStringList({verbs::candidateSetAside, verbs::candidateTakenBack}));
}

void ReviewTest::concludesOnCandidatesOnly()
{
    const ReadyCase ready;
    const auto search = ready.search();
    const auto portrait = search.candidates[0].portrait;
    const auto first =
        ready.file->conclude(search.id, portrait, model::Conclusion::Inconclusive, "Hair covers");
    VERIFY_OK(first);
    VERIFY_OK(ready.file->conclude(search.id, portrait, model::Conclusion::SupportSameSource, ""));
    const auto examinations = ready.file->contents()->examinations;
    QCOMPARE(examinations.size(), size_t(2)); // the earlier one stays
    QCOMPARE(examinations[0].note, "Hair covers");
    QCOMPARE(examinations[1].conclusion, model::Conclusion::SupportSameSource);
    VERIFY_ERROR(
        ready.file->conclude(search.id, model::PortraitId("nobody"), model::Conclusion::Inconclusive, ""),
        NotFound);
    QCOMPARE(tests::chainOf(*ready.file).back().act.details["conclusion"].toString(), "support-same-source");
}

QTEST_GUILESS_MAIN(ReviewTest)
#include "tst_review.moc"
