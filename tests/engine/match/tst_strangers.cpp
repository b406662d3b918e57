// SPDX-License-Identifier: GPL-3.0-or-later
// How near strangers come: as if each person had been taken out of gallery and cohort by hand.
#include "engine/match/gallerysearch.h"
#include "engine/match/strangers.h"
#include "tests/engine/match/crowdedgallery.h"

#include <QTest>

#include <cmath>

using namespace likeness;
using match::Stranger;
using tests::Rows;

namespace
{

std::vector<Stranger> strangersIn(const match::TemplateMatrix &gallery, const match::Earlier &earlier = {})
{
    base::Progress progress;
    return match::strangersOf(gallery, gallery.cohort().members(), progress, earlier).value();
}

bool areSame(const std::vector<Stranger> &a, const std::vector<Stranger> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Stranger &x, const Stranger &y) {
        return x.person == y.person && x.values == y.values && x.score == y.score && x.nearest == y.nearest;
    });
}

} // namespace

class StrangersTest : public QObject
{
    Q_OBJECT

private slots:
    void theyAreSearchedAsIfTheyWereNotThere()
    {
        const Rows rows = tests::crowd(300);
        const match::Cohort cohort = tests::cohortOf(rows, 250);
        const match::TemplateMatrix gallery(rows, cohort);
        const auto strangers = strangersIn(gallery);
        QCOMPARE(strangers.size(), cohort.size());
        for (size_t i = 0; i < strangers.size(); ++i) {
            const QString &person = strangers[i].person;
            QCOMPARE(person, cohort.members()[i].person);
            // Really taken out: another gallery, another cohort, the search that everybody uses.
            Rows others;
            for (const auto &row : rows)
                if (row.person.value() != person)
                    others.push_back(row);
            std::vector<match::Cohort::Member> members;
            for (const auto &member : cohort.members())
                if (member.person != person)
                    members.push_back(member);
            base::Progress progress;
            match::SearchRequest request;
            request.limit = 1;
            const auto expected =
                match::nearestPersons(match::TemplateMatrix(others, match::Cohort(members)), strangers[i].values,
                                      request, progress)
                    ->front();
            QCOMPARE(strangers[i].score, *expected.normalised);
            QCOMPARE(strangers[i].nearest, expected.person.value());
        }
    }

    void whatCameSinceIsMeasuredAlone()
    {
        const Rows rows = tests::crowd(400);
        Rows first;
        for (const auto &row : rows)
            if (qHash(row.person.value(), 1) % 5 != 0)
                first.push_back(row);
        const match::Cohort cohort = tests::cohortOf(first, 210);
        const match::TemplateMatrix before(first, cohort), now(rows, cohort);
        match::Earlier earlier{strangersIn(before), {}};
        for (qint64 row = 0; row < now.portraits(); ++row)
            if (!before.rowOf(now.portraitId(row)))
                earlier.newRows.push_back(row);
        QVERIFY(earlier.newRows.size() > 50);
        QVERIFY(areSame(strangersIn(now, earlier), strangersIn(now)));

        // Only those rows are looked at: with none of them nothing changes, though there are nearer ones.
        const auto fewer = strangersIn(now, {earlier.strangers, {}});
        QVERIFY(areSame(fewer, earlier.strangers));
        QVERIFY(!areSame(fewer, strangersIn(now)));
    }

    void whoseNearestIsGoneIsMeasuredAgain()
    {
        const Rows rows = tests::crowd(300);
        const match::Cohort cohort = tests::cohortOf(rows, 210);
        const auto before = strangersIn(match::TemplateMatrix(rows, cohort));
        QString gone; // the nearest of somebody, and not in the cohort
        for (const Stranger &each : before)
            if (std::none_of(before.begin(), before.end(), [&](const auto &x) { return x.person == each.nearest; }))
                gone = each.nearest;
        QVERIFY(!gone.isEmpty());
        Rows left;
        for (const auto &row : rows)
            if (row.person.value() != gone)
                left.push_back(row);
        const match::TemplateMatrix now(left, cohort);
        QVERIFY(areSame(strangersIn(now, {before, {}}), strangersIn(now)));
    }

    void rowsAreFoundByTheirPortrait()
    {
        const Rows rows = tests::crowd(150);
        const match::TemplateMatrix gallery(rows);
        for (size_t i = 0; i < rows.size(); i += 7) {
            QCOMPARE(gallery.rowOf(rows[i].portrait), std::optional(qint64(i)));
            QCOMPARE(gallery.personId(gallery.personNumbers()[i]), rows[i].person.value());
        }
        QCOMPARE(gallery.rowOf(model::PortraitId("portrait-")), std::nullopt);
        QCOMPARE(gallery.rowOf(model::PortraitId("zzz")), std::nullopt);
    }

    void cancels()
    {
        const Rows rows = tests::crowd(300);
        const match::TemplateMatrix gallery(rows, tests::cohortOf(rows, 250));
        base::Progress progress;
        progress.cancel();
        QCOMPARE(match::strangersOf(gallery, gallery.cohort().members(), progress).error().code,
                 base::ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(StrangersTest)
#include "tst_strangers.moc"
