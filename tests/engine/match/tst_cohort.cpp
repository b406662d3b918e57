// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/cohort.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace likeness;
using match::Cohort;

namespace
{

/// A face that far along the first dimension.
model::Template at(double place)
{
    model::Template values{};
    values[0] = float(place);
    return values;
}

std::vector<Cohort::Member> people(int count)
{
    std::vector<Cohort::Member> members;
    for (int i = 1; i <= count; ++i)
        members.push_back({QStringLiteral("person %1").arg(i), at(i)});
    return members;
}

} // namespace

class CohortTest : public QObject
{
    Q_OBJECT

private slots:
    void tooFewMakeNoCohort()
    {
        const Cohort none(people(int(Cohort::smallest) - 1));
        QCOMPARE(none.size(), size_t(0));
        QCOMPARE(none.scale(at(3)), 1.0F);
        QCOMPARE(Cohort(people(int(Cohort::smallest))).size(), Cohort::smallest);
    }

    void theScaleIsTheRootOfTheMeanOfTheNearest()
    {
        const Cohort cohort(people(300));
        // 1 to 10 are the ten nearest of 0: their mean is 5.5.
        QCOMPARE(cohort.scale(at(0)), float(std::sqrt(5.5)));
        // From 100.25: 0.25 and 0.75, 1.25 and 1.75, ... 4.25 and 4.75.
        QCOMPARE(cohort.scale(at(100.25)), float(std::sqrt(2.5)));
    }

    void theOwnPersonDoesNotCount()
    {
        const Cohort cohort(people(300));
        // Of person 1 itself 0 falls away, and 10 comes in: 1 to 10.
        QCOMPARE(cohort.scale(at(1), "person 1"), float(std::sqrt(5.5)));
        QCOMPARE(cohort.scale(at(1)), float(std::sqrt(4.5)));
        const auto near = cohort.neighbours(at(1), "person 1", 3);
        QCOMPARE(near.size(), size_t(3));
        QCOMPARE(cohort.members()[near[0].member].person, "person 2");
        QCOMPARE(near[2].distance, 3.0);
    }

    void equalDistancesGoByPlace()
    {
        const Cohort cohort(people(300));
        const auto near = cohort.neighbours(at(100), {}, 3);
        QCOMPARE(near[0].member, size_t(99));
        QCOMPARE(near[1].member, size_t(98));
        QCOMPARE(near[2].member, size_t(100));
    }

    void whatSaysNothingHasScaleOne()
    {
        std::vector<Cohort::Member> same;
        for (int i = 0; i < 250; ++i)
            same.push_back({QString::number(i), at(1)});
        QCOMPARE(Cohort(same).scale(at(1)), 1.0F);
        model::Template broken = at(1);
        broken[5] = std::nanf("");
        QCOMPARE(Cohort(people(300)).scale(broken), 1.0F);
    }

    void theDrawIsOfThePersonsAlone()
    {
        std::vector<QString> persons;
        for (int i = 0; i < 5000; ++i)
            persons.push_back(QStringLiteral("person %1").arg(i));
        const auto drawn = match::drawnPersons(persons, "seed");
        QCOMPARE(drawn.size(), Cohort::largest);
        QVERIFY(std::is_sorted(drawn.begin(), drawn.end()));
        const auto names = [](const std::vector<QString> &all, const std::vector<size_t> &places) {
            std::set<QString> names;
            for (const size_t place : places)
                names.insert(all[place]);
            return names;
        };
        // In another order the same persons are drawn, with another seed others.
        std::vector<QString> reversed(persons.rbegin(), persons.rend());
        QVERIFY(names(reversed, match::drawnPersons(reversed, "seed")) == names(persons, drawn));
        QVERIFY(match::drawnPersons(persons, "other") != drawn);
        persons.resize(Cohort::largest);
        QCOMPARE(match::drawnPersons(persons, "seed").size(), Cohort::largest);
    }
};

QTEST_GUILESS_MAIN(CohortTest)
#include "tst_cohort.moc"
