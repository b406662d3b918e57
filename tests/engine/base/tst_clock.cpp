// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/clock.h"

#include <QTest>

#include <ctime>

using namespace likeness::base;

class TestClock : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // A zone in which an hour of 29 March 2026 does not exist, and one of 25 October comes twice.
        qputenv("TZ", "Europe/Berlin");
        tzset();
    }

    void localTimeDoesNotComeIn()
    {
        for (const char *text :
             {"2026-03-29T02:30:00.000Z", "2026-03-29T01:30:00.000Z", "2026-10-25T02:30:00.000Z"}) {
            const QDateTime time = timeFromText(QString::fromLatin1(text));
            QVERIFY2(time.isValid(), text);
            QCOMPARE(timeText(time), QString::fromLatin1(text));
        }
    }

    void oneFormOfATime()
    {
        const QDateTime time(QDate(2026, 11, 22), QTime(23, 54, 55, 123), Qt::UTC);
        QCOMPARE(timeText(time), QStringLiteral("2026-11-22T23:54:55.123Z"));
        QCOMPARE(timeFromText(timeText(time)), time);
        QCOMPARE(timeFromText(timeText(time)).timeSpec(), Qt::UTC);
        QCOMPARE(timeText(QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC)),
                 QStringLiteral("2026-01-02T03:04:05.000Z"));
    }

    void otherZonesBecomeUtc()
    {
        const QDateTime winter(QDate(2026, 1, 1), QTime(0, 30), Qt::OffsetFromUTC, 3600);
        QCOMPARE(timeText(winter), QStringLiteral("2025-12-31T23:30:00.000Z"));
    }

    void otherFormsAreNotValid_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "2026-11-22", "2026-11-22T23:54:55Z", "2026-11-22T23:54:55.123",
              "2026-11-22T23:54:55.123+01:00", "2026-13-22T23:54:55.123Z", "2026-02-30T00:00:00.000Z",
              "2026-11-22 23:54:55.123Z", "2026-11-22T23:54:55.123Z "})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void otherFormsAreNotValid()
    {
        QFETCH(QString, text);
        QVERIFY(!timeFromText(text).isValid());
    }

    void theSystemClockIsUtc()
    {
        const QDateTime before = QDateTime::currentDateTimeUtc();
        const QDateTime now = SystemClock().now();
        QCOMPARE(now.timeSpec(), Qt::UTC);
        QVERIFY(now >= before);
        QVERIFY(now <= QDateTime::currentDateTimeUtc());
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
