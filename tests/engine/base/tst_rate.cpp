// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/rate.h"

#include <QTest>

using likeness::base::Rate;

class RateTest : public QObject
{
    Q_OBJECT

private slots:
    void saysNothingAtFirst()
    {
        Rate rate;
        QVERIFY(!rate.perSecond());
        rate.note(100, Rate::leastMs - 1);
        QVERIFY(!rate.perSecond());
        QVERIFY(!rate.secondsLeft(1000));
        rate.note(100, Rate::leastMs);
        QCOMPARE(*rate.perSecond(), 50.0);
        QCOMPARE(*rate.secondsLeft(1000), 18);
        QCOMPARE(*rate.secondsLeft(101), 1); // rounded up
        QCOMPARE(*rate.secondsLeft(100), 0);
    }
    void nothingDoneIsNoRate()
    {
        Rate rate;
        rate.note(0, 10'000);
        QVERIFY(!rate.perSecond());
        QVERIFY(!rate.secondsLeft(10));
    }
    // A slow start is forgotten, and so is a quick one.
    void theRecentWindowCounts()
    {
        Rate rate;
        qint64 ms = 0, done = 0;
        for (; ms <= 60'000; ms += 1000)
            rate.note(done += 1, ms);
        QVERIFY(std::abs(*rate.perSecond() - 1.0) < 0.05);
        for (; ms <= 60'000 + Rate::windowMs; ms += 1000)
            rate.note(done += 20, ms);
        QVERIFY(std::abs(*rate.perSecond() - 20.0) < 1.0);
        QCOMPARE(*rate.secondsLeft(done), 0);
    }
    void howOftenItIsToldChangesNothing()
    {
        Rate often, seldom;
        for (qint64 ms = 1; ms <= 20'000; ++ms)
            often.note(ms / 100, ms);
        for (qint64 ms = 1000; ms <= 20'000; ms += 1000)
            seldom.note(ms / 100, ms);
        QCOMPARE(*often.perSecond(), *seldom.perSecond());
    }
};

QTEST_GUILESS_MAIN(RateTest)
#include "tst_rate.moc"
