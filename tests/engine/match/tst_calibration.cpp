// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/bootstrap.h"
#include "engine/match/calibration.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace likeness;
using match::ProbeClass;
using match::ShippedStrangers;
using Source = model::Calibration::Source;

namespace
{

/// Two sizes; scores are ten times the shares, and half of that in the larger gallery.
QJsonObject table()
{
    QJsonArray galleries;
    for (const bool isNormalised : {false, true})
        for (const int persons : {10, 1000}) {
            const double factor = persons == 10 ? 10 : 5;
            QJsonObject scores;
            for (const ProbeClass each : match::allProbeClasses)
                scores[match::probeClassName(each)] =
                    QJsonArray{0.001 * factor, 0.01 * factor, 0.1 * factor, 1 * factor};
            galleries.append(QJsonObject{{"persons", persons}, {"normalised", isNormalised}, {"scores", scores}});
        }
    return {{"format", "likeness-strangers-1"},
            {"engine_version_id", "an engine"},
            {"probes", 2000},
            {"shares", QJsonArray{0.001, 0.01, 0.1, 1.0}},
            {"galleries", galleries}};
}

base::Result<ShippedStrangers> read(const QJsonObject &object)
{
    return ShippedStrangers::fromJson(QJsonDocument(object).toJson());
}

model::FaceQuality quality(double eyes, double focus)
{
    model::FaceQuality made;
    made.eyeDistancePx = eyes;
    made.focus = focus;
    return made;
}

std::vector<model::Candidate> candidatesAt(const std::vector<double> &scores)
{
    std::vector<model::Candidate> list(scores.size());
    for (size_t i = 0; i < scores.size(); ++i)
        list[i].normalised = scores[i];
    return list;
}

} // namespace

class CalibrationTest : public QObject
{
    Q_OBJECT

private slots:
    void theShareIsOfStrangersAsClose()
    {
        const match::StrangerScores strangers({0.5, 0.3, 0.4, 0.2});
        QCOMPARE(strangers.probes(), 4);
        QCOMPARE(strangers.at(0.1).share, 0.0);
        QCOMPARE(strangers.at(0.3).share, 0.5); // as close counts
        QCOMPARE(strangers.at(0.45).share, 0.75);
        QCOMPARE(strangers.at(9).share, 1.0);
        const match::Figure half = match::shareOf(2, 4);
        QCOMPARE(strangers.at(0.3), (model::Frequency{half.value, half.low, half.high}));
        QCOMPARE(match::StrangerScores().at(1), (model::Frequency{0, 0, 1}));
    }

    void classesGoByEyesAndFocus()
    {
        QCOMPARE(match::probeClassOf(quality(40, 10)), ProbeClass::Clear);
        QCOMPARE(match::probeClassOf(quality(39.9, 10)), ProbeClass::Small);
        QCOMPARE(match::probeClassOf(quality(39.9, 9.9)), ProbeClass::Blurred);
        QCOMPARE(match::probeClassOf(quality(80, 9.9)), ProbeClass::Blurred);
    }

    void whatShipsIsReadBetweenItsPoints()
    {
        const ShippedStrangers strangers = read(table()).value();
        const auto share = [&](double score, qint64 persons) {
            return strangers.at(score, persons, true, ProbeClass::Clear)->share;
        };
        QCOMPARE(share(0.1, 10), 0.01);
        QVERIFY(std::abs(share(0.55, 10) - std::sqrt(0.01 * 0.1)) < 1e-12); // half way, by the logarithm
        QCOMPARE(share(0.001, 10), 0.001); // closer than the first point: at most its share
        QCOMPARE(share(99, 10), 1.0);
        QCOMPARE(share(0.1, 5), 0.005); // in proportion to the persons
        // 100 persons are half way between 10 and 1,000.
        const double left = 0.01, right = std::exp(std::log(0.01) + (0.1 - 0.05) / 0.45 * std::log(10.0));
        QVERIFY(std::abs(share(0.1, 100) - std::sqrt(left * right)) < 1e-12);
        QCOMPARE(strangers.at(0.1, 1001, true, ProbeClass::Clear), std::nullopt);
        const auto often = *strangers.at(0.1, 10, true, ProbeClass::Clear);
        QVERIFY(often.low < often.share && often.share < often.high);
        QCOMPARE(often.high, match::shareOf(20, 2000).high);
    }

    void anythingElseIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("object");
        const auto without = [](const char *key, const QJsonValue &value) {
            QJsonObject object = table();
            object[QLatin1String(key)] = value;
            return object;
        };
        QTest::newRow("nothing") << QJsonObject();
        QTest::newRow("another format") << without("format", "likeness-strangers-2");
        QTest::newRow("no probes") << without("probes", 0);
        QTest::newRow("shares that fall") << without("shares", QJsonArray{0.1, 0.01, 0.2, 1});
        QTest::newRow("a share of nothing") << without("shares", QJsonArray{0, 0.01, 0.2, 1});
        QTest::newRow("fewer shares than scores") << without("shares", QJsonArray{0.1, 1});
        QTest::newRow("no galleries") << without("galleries", QJsonArray());
        QJsonObject object = table();
        QJsonArray galleries = object["galleries"].toArray();
        QJsonObject first = galleries[0].toObject();
        first["scores"] = QJsonObject{{"clear", QJsonArray{1, 2, 3, 4}}};
        galleries[0] = first;
        object["galleries"] = galleries;
        QTest::newRow("a class is missing") << object;
    }
    void anythingElseIsRefused()
    {
        QFETCH(QJsonObject, object);
        QCOMPARE(read(object).error().code, base::ErrorCode::FileDamaged);
    }

    /// What is compiled in: a larger score never makes a stranger rarer, nor do more persons where distances are not
    /// normalised by how many there are.
    void whatShipsMakesSense()
    {
        const ShippedStrangers &shipped = ShippedStrangers::shipped();
        QVERIFY(shipped.probes() > 1000);
        for (const bool isNormalised : {false, true})
            for (const ProbeClass probeClass : match::allProbeClasses) {
                double before = 0;
                for (double score = 0.05; score < 2; score += 0.05) {
                    double smaller = 0;
                    for (const qint64 persons : {3, 10, 50, 150, 250, 600, 999}) {
                        const auto often = shipped.at(score, persons, isNormalised, probeClass);
                        QVERIFY(often);
                        QVERIFY(0 <= often->low && often->low <= often->share && often->share <= often->high);
                        QVERIFY2(isNormalised || often->share >= smaller * 0.999, qPrintable(QString::number(score)));
                        smaller = often->share;
                    }
                    QVERIFY(smaller >= before * 0.999);
                    before = smaller;
                }
            }
    }

    void theBestKnownSourceServes()
    {
        const QString engine = ShippedStrangers::shipped().engineId();
        const match::StrangerScores own(std::vector<double>(1200, 0.9));
        const auto source = [&](const match::GalleryKnown &gallery) {
            auto list = candidatesAt({0.4, 0.95});
            const auto made = match::calibrate(list, gallery, {quality(80, 50)}, 100);
            const bool isKnown = made.source != Source::None;
            for (const auto &candidate : list)
                if (candidate.frequency.has_value() != isKnown)
                    qFatal("a frequency without a source, or the other way round");
            return made;
        };
        const auto measured = source({&own, engine, 1200, true});
        QCOMPARE(measured.source, Source::Gallery);
        QCOMPARE(measured.probes, 1200);
        QCOMPARE(measured.oneIn, 100);
        QCOMPARE(measured.probeClass, QStringLiteral("clear"));
        QCOMPARE(source({&own, engine, 999, true}).source, Source::Shipped);
        QCOMPARE(source({nullptr, engine, 30, false}).source, Source::Shipped);
        QCOMPARE(source({nullptr, QStringLiteral("another engine"), 30, false}).source, Source::None);
        QCOMPARE(source({nullptr, engine, 1200, true}).source, Source::None);
        const match::StrangerScores nobody;
        QCOMPARE(source({&nobody, engine, 1200, true}).source, Source::None);
    }

    void framesAddUp()
    {
        std::vector<double> scores(1000, 0.9);
        scores[0] = 0.1;
        const match::StrangerScores own(scores);
        const match::GalleryKnown gallery{&own, {}, 1000, true};
        auto one = candidatesAt({0.5}), three = one;
        match::calibrate(one, gallery, {quality(80, 50)}, 100);
        const auto made = match::calibrate(three, gallery, {quality(80, 50), quality(30, 50), quality(80, 50)}, 100);
        QCOMPARE(one[0].frequency->share, 0.001);
        QCOMPARE(three[0].frequency->share, 0.003);
        QCOMPARE(three[0].frequency->high, 3 * one[0].frequency->high);
        QCOMPARE(made.probeClass, QStringLiteral("small")); // the worst of them
        auto many = candidatesAt({0.95});
        match::calibrate(many, gallery, {quality(80, 50), quality(80, 50)}, 100);
        QCOMPARE(many[0].frequency->share, 1.0);
    }

    void theLineErrsForTheInnocent()
    {
        model::Search search;
        model::Candidate candidate;
        QVERIFY(!model::isBeyondLine(search, candidate)); // from before there was one
        search.calibration = model::Calibration{Source::Gallery, "clear", 1000, 0};
        QVERIFY(!model::isBeyondLine(search, candidate));
        search.calibration->oneIn = 100;
        QVERIFY(model::isBeyondLine(search, candidate)); // not known to be rare
        candidate.frequency = {0.004, 0.001, 0.01};
        QVERIFY(!model::isBeyondLine(search, candidate));
        candidate.frequency->high = 0.0101;
        QVERIFY(model::isBeyondLine(search, candidate));
    }

    void oneInSoMany()
    {
        QCOMPARE(model::oneIn(0.0247), 40);
        QCOMPARE(model::oneIn(0.00321), 310);
        QCOMPARE(model::oneIn(1.0 / 1234), 1200);
        QCOMPARE(model::oneIn(0.3), 3);
        QCOMPARE(model::oneIn(1), 1);
        QCOMPARE(model::oneIn(0), 1000000000);
    }

    void aCalibrationIsItsDocument()
    {
        for (const Source source : {Source::None, Source::Shipped, Source::Gallery}) {
            const model::Calibration made{source, "small", 1234, 100};
            QCOMPARE(model::calibrationFromJson(model::toJson(made)), std::optional(made));
        }
        QJsonObject object = model::toJson(model::Calibration());
        object["source"] = "elsewhere";
        QCOMPARE(model::calibrationFromJson(object), std::nullopt);
        object = model::toJson(model::Calibration());
        object["more"] = 1;
        QCOMPARE(model::calibrationFromJson(object), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(CalibrationTest)
#include "tst_calibration.moc"
