// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/gallerysearch.h"
#include "engine/match/lookalikes.h"
#include "tests/engine/match/crowdedgallery.h"

#include <QTest>

#include <set>

using namespace likeness;
using tests::Rows;

class LookAlikesTest : public QObject
{
    Q_OBJECT

private slots:
    void countsWhoIsAsCloseToThePortrait_data()
    {
        QTest::addColumn<bool>("isNormalised");
        QTest::newRow("distance") << false;
        QTest::newRow("normalised") << true;
    }
    void countsWhoIsAsCloseToThePortrait()
    {
        QFETCH(bool, isNormalised);
        const Rows rows = tests::crowd(700);
        const auto cohort = isNormalised ? tests::cohortOf(rows, 300) : match::Cohort();
        const match::TemplateMatrix gallery(rows, cohort);
        std::mt19937 random(4);
        base::Progress progress;
        auto list = match::nearestPersons(gallery, tests::randomTemplate(random), {}, progress).value();
        QVERIFY(match::countLookAlikes(gallery, list, progress));
        std::set<qint64> counts;
        for (const auto &candidate : list) {
            const auto own = gallery.row(*gallery.rowOf(candidate.portrait));
            std::set<QString> persons;
            for (const auto &row : rows) {
                const double scale =
                    double(cohort.scale(own.values, own.person.value())) * double(cohort.scale(row.values, row.person.value()));
                if (row.person != own.person && match::distance(row.values, own.values) / scale <= candidate.score())
                    persons.insert(row.person.value());
            }
            QCOMPARE(candidate.lookAlikes, std::optional(qint64(persons.size())));
            counts.insert(*candidate.lookAlikes);
        }
        QVERIFY(counts.size() > 3); // it says something
    }

    void whoIsExactlyAsCloseCounts()
    {
        const auto at = [](const char *id, float place) {
            model::Template values{};
            values[0] = place;
            return model::EnrolledTemplate{model::PortraitId(id), model::PersonId(id), id, id, values, {}};
        };
        const match::TemplateMatrix gallery(Rows{at("a", 0), at("b", 0.5F), at("c", 0.75F), at("d", -0.5F)});
        model::Candidate candidate;
        candidate.portrait = model::PortraitId("a");
        candidate.distance = 0.5;
        model::Candidate gone = candidate;
        gone.portrait = model::PortraitId("x");
        std::vector<model::Candidate> list{candidate, gone};
        base::Progress progress;
        QVERIFY(match::countLookAlikes(gallery, list, progress));
        QCOMPARE(list[0].lookAlikes, std::optional<qint64>(2)); // b and d
        QCOMPARE(list[1].lookAlikes, std::nullopt);
        progress.cancel();
        QCOMPARE(match::countLookAlikes(gallery, list, progress).error().code, base::ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(LookAlikesTest)
#include "tst_lookalikes.moc"
