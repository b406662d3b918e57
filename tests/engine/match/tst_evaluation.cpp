// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/cohort.h"
#include "engine/match/evaluation.h"
#include "engine/match/evaluationcurves.h"
#include "engine/match/gallerysearch.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace likeness;
using namespace likeness::match;

#define VERIFY_OK(result)                                                                                              \
    QVERIFY2((result).has_value(), (result).has_value() ? "" : qPrintable((result).error().detail))

namespace
{

/// Persons around points of their own; every third has two or three pictures.
EvaluatedFaces crowd(int persons, float noise)
{
    std::mt19937 random(7);
    std::normal_distribution<float> normal;
    EvaluatedFaces faces;
    for (int person = 0; person < persons; ++person) {
        model::Template centre;
        for (float &value : centre)
            value = normal(random) * (person % 5 == 0 ? 0.02F : 0.05F); // some live in a dense place
        const int pictures = person % 3 == 0 ? 2 + person % 2 : 1;
        for (int picture = 0; picture < pictures; ++picture) {
            faces.persons.push_back(QStringLiteral("%1").arg(person, 5, 10, QLatin1Char('0')));
            faces.values.push_back(centre);
            for (float &value : faces.values.back())
                value += normal(random) * noise;
        }
    }
    return faces;
}

/// The protocol once more, step by step and from the beginning for each probe.
struct Oracle {
    const EvaluatedFaces &faces;
    Comparison comparison;
    std::vector<size_t> first, second;
    std::vector<int> fold;

    Oracle(const EvaluatedFaces &all, Comparison how) : faces(all), comparison(how)
    {
        int single = 0;
        for (size_t i = 0; i < faces.persons.size(); ++i) {
            if (i > 0 && faces.persons[i] == faces.persons[i - 1])
                continue;
            const bool hasTwo = i + 1 < faces.persons.size() && faces.persons[i + 1] == faces.persons[i];
            first.push_back(i);
            second.push_back(hasTwo ? i + 1 : i);
            fold.push_back(hasTwo ? -1 : single++ % 4);
        }
    }
    std::vector<std::pair<double, size_t>> search(size_t probe, int leftOut, std::optional<size_t> without) const
    {
        std::vector<Cohort::Member> members;
        std::vector<size_t> gallery;
        for (size_t i = 0; i < first.size(); ++i) {
            if (fold[i] == leftOut || without == i)
                continue;
            gallery.push_back(i);
            members.push_back({faces.persons[first[i]], faces.values[first[i]]});
        }
        const Cohort cohort(members);
        std::vector<std::pair<double, size_t>> found;
        for (const size_t i : gallery) {
            double score = distance(faces.values[probe], faces.values[first[i]]);
            if (comparison == Comparison::Normalised)
                score /= double(cohort.scale(faces.values[probe])) *
                         double(cohort.scale(faces.values[first[i]], faces.persons[first[i]]));
            found.push_back({score, i});
        }
        std::sort(found.begin(), found.end());
        return found;
    }
};

} // namespace

class EvaluationTest : public QObject
{
    Q_OBJECT

private slots:
    void theProtocolIsThatOfTheReadme_data();
    void theProtocolIsThatOfTheReadme();
    void figuresOfAKnownCase();
    void theComparisonWithItselfIsOne();
    void peopleUnderTwoNames();
    void pairs();
    void errorsOfPairs();
    void folds();
    void curves();
    void notEnoughPeople();
    void shares();
    void stopsWhenAsked();
};

void EvaluationTest::theProtocolIsThatOfTheReadme_data()
{
    QTest::addColumn<bool>("normalised");
    QTest::newRow("distance") << false;
    QTest::newRow("normalised") << true;
}

void EvaluationTest::theProtocolIsThatOfTheReadme()
{
    QFETCH(bool, normalised);
    const Comparison comparison = normalised ? Comparison::Normalised : Comparison::Distance;
    const EvaluatedFaces faces = crowd(300, 0.02F);
    const Oracle oracle(faces, comparison);
    base::Progress progress;
    const auto scores = identificationScores(faces, comparison, progress);
    VERIFY_OK(scores);
    QCOMPARE(scores->gallery, 250); // 100 with more than one picture, 200 with one, of which fold 0 is out
    QCOMPARE(scores->mated.size(), size_t(100));
    QCOMPARE(scores->nonMated.size(), size_t(300));

    std::map<size_t, IdentificationScores::Mated> mated;
    for (const auto &probe : scores->mated)
        mated[probe.face] = probe;
    std::map<size_t, double> best;
    for (const auto &probe : scores->nonMated)
        best[probe.face] = probe.best;
    for (size_t i = 0; i < oracle.first.size(); i += 7) { // some of each kind
        if (oracle.fold[i] >= 0) {
            QCOMPARE(best.at(oracle.first[i]), oracle.search(oracle.first[i], oracle.fold[i], {}).front().first);
            continue;
        }
        const auto list = oracle.search(oracle.second[i], 0, {});
        const auto own = std::find_if(list.begin(), list.end(), [&](const auto &entry) { return entry.second == i; });
        QCOMPARE(mated.at(oracle.second[i]).score, own->first);
        QCOMPARE(mated.at(oracle.second[i]).rank, own - list.begin() + 1);
        QCOMPARE(best.at(oracle.second[i]), oracle.search(oracle.second[i], 0, i).front().first);
    }
}

void EvaluationTest::figuresOfAKnownCase()
{
    // Ten persons, each a mated and a non-mated probe: person k's mate at k / 10, an innocent's best at 0.05 + k / 10.
    EvaluatedFaces faces;
    IdentificationScores scores;
    for (size_t k = 0; k < 10; ++k) {
        faces.persons.push_back(QString::number(k));
        scores.mated.push_back({k, double(k) / 10, k < 6 ? 1 : qint64(k)});
        scores.nonMated.push_back({k, 0.05 + double(k) / 10});
    }
    const auto figures = compared(faces, scores, scores);
    QCOMPARE(figures.ours.rank[0].value, 0.6);
    QCOMPARE(figures.ours.rank[1].value, 1.0);
    // At FPIR 10% one innocent may have somebody: the threshold is the second's 0.15, which two mates are under.
    QCOMPARE(figures.ours.fnir[3].value, 0.8);
    QCOMPARE(figures.ours.fnir[1].value, 0.9); // none: the threshold is 0.05
    QVERIFY(figures.ours.fnir[3].low <= 0.8 && figures.ours.fnir[3].high >= 0.8);
    QVERIFY(figures.ours.rank[0].low >= 0.2 && figures.ours.rank[0].high <= 1);
}

void EvaluationTest::theComparisonWithItselfIsOne()
{
    const EvaluatedFaces faces = crowd(300, 0.05F);
    base::Progress progress;
    const auto scores = identificationScores(faces, Comparison::Distance, progress).value();
    const auto figures = compared(faces, scores, scores);
    for (const Figure &ratio : figures.fnirRatio) {
        QCOMPARE(ratio.value, 1.0);
        QCOMPARE(ratio.low, 1.0);
        QCOMPARE(ratio.high, 1.0);
    }
    QVERIFY(figures.ours.fnir[0].low < figures.ours.fnir[0].high);
    // The draws are the same every time.
    const auto again = compared(faces, scores, scores);
    QCOMPARE(again.ours.fnir[1].low, figures.ours.fnir[1].low);
}

void EvaluationTest::peopleUnderTwoNames()
{
    EvaluatedFaces faces = crowd(300, 0.02F);
    QVERIFY(labelErrors(faces).empty());
    faces.values[5] = faces.values[0];
    faces.values[5][3] += 0.1F;
    const auto errors = labelErrors(faces);
    QCOMPARE(errors.size(), size_t(1));
    QCOMPARE(errors[0].face, size_t(0));
    QCOMPARE(errors[0].other, size_t(5));
    base::Progress progress;
    auto scores = identificationScores(faces, Comparison::Distance, progress).value();
    const size_t before = scores.nonMated.size() + scores.mated.size();
    leaveOut(scores, errors);
    QVERIFY(scores.nonMated.size() + scores.mated.size() < before);
    for (const auto &probe : scores.nonMated)
        QVERIFY(probe.face != 0 && probe.face != 5);
}

void EvaluationTest::pairs()
{
    const EvaluatedFaces faces = crowd(30, 0.02F);
    const auto all = allPairs(faces, 500);
    // Ten persons with more than one picture: five with two, five with three.
    QCOMPARE(std::count_if(all.begin(), all.end(), [](const auto &pair) { return pair.isSame; }), 5 + 5 * 3);
    QCOMPARE(all.size(), size_t(20 + 500));
    for (const FacePair &pair : all)
        QCOMPARE(faces.persons[pair.a] == faces.persons[pair.b], pair.isSame);
    QVERIFY(allPairs({}, 10).empty());
}

void EvaluationTest::errorsOfPairs()
{
    // One person of two pictures each, so that a draw of persons is a draw of pairs.
    EvaluatedFaces faces;
    std::vector<FacePair> pairs;
    std::vector<double> scores;
    for (size_t person = 0; person < 100; ++person) {
        faces.persons.insert(faces.persons.end(), 2, QStringLiteral("%1").arg(person, 3));
        pairs.push_back({2 * person, 2 * person + 1, true, 0});
        scores.push_back(person < 30 ? 0.9 : 0.1);
    }
    for (int i = 0; i < 20'000; ++i) {
        pairs.push_back({size_t(2 * (i % 100)), size_t(2 * ((i + 1) % 100)), false, 0});
        scores.push_back(0.5 + i * 1e-5);
    }
    const auto figures = compared(faces, pairs, scores, scores);
    QCOMPARE(figures.ours.fnmr[0].value, 0.3);
    QVERIFY(figures.ours.fnmr[0].low > 0.15 && figures.ours.fnmr[0].low < 0.3);
    QVERIFY(figures.ours.fnmr[0].high < 0.45 && figures.ours.fnmr[0].high > 0.3);
    QCOMPARE(figures.fnmrRatio[0].value, 1.0);
}

void EvaluationTest::folds()
{
    std::vector<FacePair> pairs;
    std::vector<double> scores;
    for (int i = 0; i < 1000; ++i) {
        pairs.push_back({0, 1, i % 2 == 0, i / 100});
        scores.push_back(i % 2 == 0 ? 0.3 + i * 1e-5 : 0.7 - i * 1e-5);
    }
    QCOMPARE(foldAccuracy(pairs, scores).mean, 1.0);
    QCOMPARE(foldAccuracy(pairs, scores).standardError, 0.0);
    for (int i = 0; i < 50; ++i)
        scores[size_t(2 * i)] = 0.9; // half of those of one person in fold 0
    const FoldAccuracy some = foldAccuracy(pairs, scores);
    QVERIFY(std::abs(some.mean - 0.95) < 1e-9);
    QVERIFY(std::abs(some.standardError - 0.05) < 1e-9);
}

void EvaluationTest::curves()
{
    const EvaluatedFaces faces = crowd(300, 0.05F);
    base::Progress progress;
    const auto scores = identificationScores(faces, Comparison::Normalised, progress).value();
    const auto det = detCurve(scores);
    QVERIFY(det.size() > 20);
    for (size_t i = 1; i < det.size(); ++i) {
        QVERIFY(det[i].x > det[i - 1].x);
        QVERIFY(det[i].y.value <= det[i - 1].y.value);
    }
    QCOMPARE(det.back().x, 1.0);
    QCOMPARE(det.back().y.value, 0.0);
    std::vector<double> ranks;
    for (const CurvePoint &point : bandedRanks(faces, scores))
        ranks.push_back(point.y.value);
    QCOMPARE(ranks.size(), size_t(50));
    QVERIFY(std::is_sorted(ranks.begin(), ranks.end()));
    QCOMPARE(ranks[0], compared(faces, scores, scores).ours.rank[0].value);
}

void EvaluationTest::notEnoughPeople()
{
    base::Progress progress;
    const auto scores = identificationScores(crowd(3, 0.02F), Comparison::Normalised, progress);
    QVERIFY(!scores);
    QCOMPARE(scores.error().code, base::ErrorCode::InvalidArgument);
    QVERIFY(!identificationScores({}, Comparison::Normalised, progress));
}

void EvaluationTest::shares()
{
    // Wilson's interval of 5 of 100, as in Newcombe 1998 and every textbook.
    const Figure five = shareOf(5, 100);
    QCOMPARE(five.value, 0.05);
    QVERIFY(std::abs(five.low - 0.0215) < 1e-4);
    QVERIFY(std::abs(five.high - 0.1118) < 1e-4);
    QCOMPARE(shareOf(0, 100).low, 0.0);
    QVERIFY(std::abs(shareOf(0, 100).high - 0.0370) < 1e-4);
    QCOMPARE(shareOf(0, 0).high, 1.0);
}

void EvaluationTest::stopsWhenAsked()
{
    base::Progress progress;
    progress.cancel();
    const auto scores = identificationScores(crowd(300, 0.02F), Comparison::Normalised, progress);
    QVERIFY(!scores);
    QCOMPARE(scores.error().code, base::ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(EvaluationTest)
#include "tst_evaluation.moc"
