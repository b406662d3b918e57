// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/geometry.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace likeness::model;

class TestGeometry : public QObject
{
    Q_OBJECT

private slots:
    void validRectangles()
    {
        QVERIFY((RelativeRect{0, 0, 1, 1}).isValid());
        QVERIFY((RelativeRect{0.7, 0.7, 0.3, 0.3}).isValid()); // 0.7 + 0.3 may be a hair over 1
        QVERIFY((RelativeRect{0.1, 0.9, 0.9, 0.1}).isValid());
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        constexpr double infinite = std::numeric_limits<double>::infinity();
        for (const RelativeRect &rect :
             {RelativeRect{0, 0, 0, 1}, RelativeRect{0, 0, 1, 0}, RelativeRect{0, 0, -0.5, 0.5},
              RelativeRect{0.5, 0, 0.6, 0.5}, RelativeRect{0, 0.5, 0.5, 0.6}, RelativeRect{-0.1, 0, 0.5, 0.5},
              RelativeRect{0, 1.1, 0.5, 0.5}, RelativeRect{nan, 0, 0.5, 0.5}, RelativeRect{0, 0, nan, 0.5},
              RelativeRect{0, 0, infinite, 0.5}, RelativeRect{0, 0, 0.5, 1.00001}})
            QVERIFY(!rect.isValid());
    }

    void validEyes()
    {
        QVERIFY((EyePoints{{0.4, 0.5}, {0.6, 0.5}}).isValid());
        QVERIFY(!(EyePoints{{0.4, 0.5}, {0.4, 0.5}}).isValid());
        QVERIFY(!(EyePoints{{-0.1, 0.5}, {0.6, 0.5}}).isValid());
        QVERIFY(!(EyePoints{{0.4, 0.5}, {0.6, 1.5}}).isValid());
        QVERIFY(!(EyePoints{{0.4, std::nan("")}, {0.6, 0.5}}).isValid());
    }

    void eyesAreAboutTheBoxThatHoldsTheirMiddle()
    {
        const EyePoints eyes{{0.4, 0.5}, {0.6, 0.5}};
        QVERIFY(eyes.areAbout({0.3, 0.4, 0.4, 0.4}));
        QVERIFY(eyes.areAbout({0.45, 0.45, 0.1, 0.1})); // neither eye lies in it
        QVERIFY(!eyes.areAbout({0.3, 0.6, 0.4, 0.3}));
        QVERIFY(!eyes.areAbout({0.3, 0.1, 0.4, 0.3}));
        QVERIFY(!eyes.areAbout({0.6, 0.4, 0.3, 0.3}));
        QVERIFY(!eyes.areAbout({0.1, 0.4, 0.3, 0.3}));
    }

    void text_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("plain") << "0.1,0.2,0.3,0.4" << true;
        QTest::newRow("spaces") << " 0.1, 0.2 ,0.3,0.4 " << true;
        QTest::newRow("exponent") << "1e-1,0.2,0.3,0.4" << true;
        QTest::newRow("three") << "0.1,0.2,0.3" << false;
        QTest::newRow("five") << "0.1,0.2,0.3,0.4,0.5" << false;
        QTest::newRow("words") << "0.1,0.2,wide,0.4" << false;
        QTest::newRow("empty part") << "0.1,,0.3,0.4" << false;
        QTest::newRow("empty") << "" << false;
        QTest::newRow("outside") << "0.9,0.2,0.3,0.4" << false;
        QTest::newRow("nan") << "nan,0.2,0.3,0.4" << false;
        QTest::newRow("semicolons") << "0.1;0.2;0.3;0.4" << false;
    }
    void text()
    {
        QFETCH(QString, text);
        QFETCH(bool, valid);
        const auto rect = rectFromText(text);
        QCOMPARE(rect.has_value(), valid);
        if (valid)
            QCOMPARE(*rect, (RelativeRect{0.1, 0.2, 0.3, 0.4}));
    }

    void eyesAsText()
    {
        const auto eyes = eyesFromText("0.4,0.5,0.6,0.45");
        QVERIFY(eyes.has_value());
        QCOMPARE(*eyes, (EyePoints{{0.4, 0.5}, {0.6, 0.45}}));
        QVERIFY(!eyesFromText("0.4,0.5,0.4,0.5").has_value());
    }

    void jsonRoundTrip()
    {
        const RelativeRect rect{0.1, 0.2, 0.3, 0.4};
        QCOMPARE(toJson(rect), (QJsonArray{0.1, 0.2, 0.3, 0.4}));
        QCOMPARE(*rectFromJson(toJson(rect)), rect);
        const EyePoints eyes{{0.4, 0.5}, {0.6, 0.45}};
        QCOMPARE(toJson(eyes), (QJsonArray{0.4, 0.5, 0.6, 0.45}));
        QCOMPARE(*eyesFromJson(toJson(eyes)), eyes);
        QVERIFY(!rectFromJson(QJsonArray{0.1, 0.2, 0.3}).has_value());
        QVERIFY(!rectFromJson(QJsonArray{0.1, 0.2, "0.3", 0.4}).has_value());
        QVERIFY(!rectFromJson(QJsonValue()).has_value());
        QVERIFY(!eyesFromJson(QJsonArray{2, 0.2, 0.3, 0.4}).has_value());
    }

    void eyeDistanceIsInPixels()
    {
        // 3 and 4 pixels apart in a picture that is not square.
        QCOMPARE(eyeDistancePx({{0.1, 0.1}, {0.1 + 3.0 / 100, 0.1 + 4.0 / 50}}, 100, 50), 5.0);
    }

    void corners()
    {
        const RelativeRect rect{0.25, 0.5, 0.5, 0.25};
        QCOMPARE(rect.right(), 0.75);
        QCOMPARE(rect.bottom(), 0.75);
        QCOMPARE(rect.center(), (RelativePoint{0.5, 0.625}));
    }
};

QTEST_GUILESS_MAIN(TestGeometry)
#include "tst_geometry.moc"
