// SPDX-License-Identifier: GPL-3.0-or-later
// Groups at one threshold, and curves with their bands, held against counting by hand.
#include "engine/match/evaluationcurves.h"
#include "engine/match/groupevaluation.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace likeness;
using namespace likeness::match;

namespace
{

/// 300 persons with two faces each, of made-up scores: those of group "far" have nearer strangers.
struct Example {
    EvaluatedFaces faces;
    IdentificationScores scores;
    std::vector<QString> groupOf;

    Example()
    {
        std::mt19937 random(3);
        std::normal_distribution<double> normal;
        for (size_t person = 0; person < 300; ++person) {
            const QString name = QStringLiteral("%1").arg(person, 4, 10, QLatin1Char('0'));
            const bool isFar = person % 3 == 0;
            groupOf.push_back(person % 10 == 9 ? QString() : isFar ? "far" : "near");
            for (int face = 0; face < 2; ++face) {
                faces.persons.push_back(name);
                faces.values.push_back({});
            }
            scores.mated.push_back({2 * person + 1, 0.6 + 0.1 * normal(random), 1 + qint64(random() % 4)});
            scores.nonMated.push_back({2 * person, (isFar ? 0.9 : 1.1) + 0.1 * normal(random)});
        }
    }

    double thresholdAt(double fpir) const
    {
        std::vector<double> all;
        for (const auto &probe : scores.nonMated)
            all.push_back(probe.best);
        std::sort(all.begin(), all.end());
        return all[size_t(fpir * double(all.size()))];
    }
};

} // namespace

class TestGroupEvaluation : public QObject
{
    Q_OBJECT

private slots:
    void oneThresholdForAll()
    {
        const Example example;
        const auto groups = groupFigures(example.faces, example.groupOf, example.scores, example.scores);
        QCOMPARE(groups.size(), size_t(2));
        QCOMPARE(groups[0].name, QString("far"));
        QCOMPARE(groups[1].name, QString("near"));
        for (const GroupFigures &group : groups)
            for (size_t i = 0; i < 4; ++i) {
                const double threshold = example.thresholdAt(IdentificationFigures::rates[i]);
                double mated = 0, missed = 0, first = 0, nonMated = 0, listed = 0;
                for (const auto &probe : example.scores.mated)
                    if (example.groupOf[probe.face / 2] == group.name) {
                        ++mated;
                        missed += probe.score >= threshold;
                        first += probe.rank <= IdentificationFigures::ranks[i];
                    }
                for (const auto &probe : example.scores.nonMated)
                    if (example.groupOf[probe.face / 2] == group.name) {
                        ++nonMated;
                        listed += probe.best < threshold;
                    }
                QCOMPARE(double(group.mated), mated);
                QCOMPARE(double(group.nonMated), nonMated);
                QCOMPARE(group.ours.fnir[i].value, missed / mated);
                QCOMPARE(group.ours.fpir[i].value, listed / nonMated);
                QCOMPARE(group.ours.rank[i].value, first / mated);
                QCOMPARE(group.plain.fpir[i].value, group.ours.fpir[i].value);
                QVERIFY(group.ours.fpir[i].low <= group.ours.fpir[i].value);
                QVERIFY(group.ours.fpir[i].value <= group.ours.fpir[i].high);
            }
        QCOMPARE(groups[0].persons, 90);
        // The point of it: at one threshold the one group is listed more often.
        QVERIFY(groups[0].ours.fpir[2].low > groups[1].ours.fpir[2].high);
    }

    void aGroupWithoutProbesHasNoFigure()
    {
        Example example;
        std::fill(example.groupOf.begin(), example.groupOf.end(), QString("all"));
        example.groupOf[7] = "alone";
        std::erase_if(example.scores.mated, [](const auto &probe) { return probe.face / 2 == 7; });
        const auto groups = groupFigures(example.faces, example.groupOf, example.scores, example.scores);
        QCOMPARE(groups[1].name, QString("alone"));
        QCOMPARE(groups[1].mated, 0);
        QVERIFY(std::isnan(groups[1].ours.fnir[0].value));
        QVERIFY(!std::isnan(groups[1].ours.fpir[0].value));
        QVERIFY(groupFigures(example.faces, std::vector<QString>(300), example.scores, example.scores).empty());
    }

    void curvesAreThoseWithoutBands()
    {
        const Example example;
        const auto line = detCurve(example.scores, 40);
        const auto banded = bandedDet(example.faces, example.scores, 40);
        QCOMPARE(banded.size(), line.size());
        for (size_t i = 0; i < line.size(); ++i) {
            QCOMPARE(banded[i].x, line[i].x);
            QVERIFY(std::abs(banded[i].y.value - line[i].y.value) < 1e-12);
            QVERIFY(banded[i].y.low <= banded[i].y.value && banded[i].y.value <= banded[i].y.high);
        }
        const auto sharesAt = [&](int rank) {
            const auto &mated = example.scores.mated;
            const auto within = std::count_if(mated.begin(), mated.end(), [&](const auto &each) { return each.rank <= rank; });
            return double(within) / double(mated.size());
        };
        const auto bandedAll = bandedRanks(example.faces, example.scores, 50);
        QCOMPARE(bandedAll.size(), size_t(50));
        for (size_t i = 0; i < 50; ++i)
            QCOMPARE(bandedAll[i].y.value, sharesAt(int(i) + 1));
        QVERIFY(bandedAll[0].y.low < bandedAll[0].y.value);
        QCOMPARE(bandedAll[3].y.value, 1.0);
    }

    void curveOfPairs()
    {
        std::vector<FacePair> pairs;
        std::vector<double> scores;
        for (int i = 0; i < 100; ++i) {
            pairs.push_back({0, 1, true, 0});
            scores.push_back(0.01 * i);
            pairs.push_back({0, 2, false, 0});
            scores.push_back(0.5 + 0.01 * i);
        }
        const auto curve = detCurve(pairs, scores, 20);
        QCOMPARE(curve.front().x, 0.01);
        QCOMPARE(curve.front().y.value, 0.49); // those at 0.51 and more
        QCOMPARE(curve.back().x, 1.0);
        QCOMPARE(curve.back().y.value, 0.0);
        for (size_t i = 1; i < curve.size(); ++i)
            QVERIFY(curve[i].x > curve[i - 1].x && curve[i].y.value <= curve[i - 1].y.value);
        QVERIFY(detCurve({{0, 1, true, 0}}, {0.1}).empty());
    }

    void nothingToDraw()
    {
        QVERIFY(bandedDet({}, {}).empty());
        QVERIFY(bandedRanks({}, {}).empty());
    }
};

QTEST_GUILESS_MAIN(TestGroupEvaluation)
#include "tst_groupevaluation.moc"
