// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/enrolmentcsv.h"

#include <QTest>

using namespace likeness;
using casework::EnrolmentRow;

class EnrolmentCsvTest : public QObject
{
    Q_OBJECT

private slots:
    void readsAllColumns();
    void readsTheSameInManyForms_data();
    void readsTheSameInManyForms();
    void quotedFieldsMayHoldAnything();
    void columnsMayBeMissing();
    void damaged_data();
    void damaged();
};

void EnrolmentCsvTest::readsAllColumns()
{
    const auto rows =
        casework::parseEnrolmentCsv("file,person,source,taken,legal_basis,retain_until\r\n"
                                    "a b.jpg,P1,Booking,2026-01-31,\"Act 5, s. 2\",2031-12-01\r\n",
                                    "list");
    QVERIFY(rows);
    QCOMPARE(rows->size(), size_t(1));
    QVERIFY(
        rows->front() ==
        (EnrolmentRow{"a b.jpg", "P1", {"Booking", QDate(2026, 1, 31), "Act 5, s. 2", QDate(2031, 12, 1)}}));
}

void EnrolmentCsvTest::readsTheSameInManyForms_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("LF") << QByteArray("file,person\na.jpg,P1\nü.jpg,P2\n");
    QTest::newRow("CRLF") << QByteArray("file,person\r\na.jpg,P1\r\nü.jpg,P2\r\n");
    QTest::newRow("CR") << QByteArray("file,person\ra.jpg,P1\rü.jpg,P2\r");
    QTest::newRow("no end of line at the end") << QByteArray("file,person\na.jpg,P1\nü.jpg,P2");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf"
                                                   "file,person\na.jpg,P1\nü.jpg,P2\n");
    QTest::newRow("other order") << QByteArray("person,file\nP1,a.jpg\nP2,ü.jpg\n");
    QTest::newRow("upper case and spaces") << QByteArray(" File , PERSON\n a.jpg , P1\nü.jpg,P2\n");
    QTest::newRow("quotes everywhere")
        << QByteArray("\"file\",\"person\"\n\"a.jpg\",\"P1\"\n\"ü.jpg\",\"P2\"\n");
    QTest::newRow("empty lines") << QByteArray("\nfile,person\n\na.jpg,P1\n\r\nü.jpg,P2\n\n");
}

void EnrolmentCsvTest::readsTheSameInManyForms()
{
    QFETCH(QByteArray, bytes);
    const auto rows = casework::parseEnrolmentCsv(bytes, "list");
    QVERIFY2(rows, rows ? "" : qPrintable(rows.error().detail));
    QVERIFY(*rows == (std::vector<EnrolmentRow>{{"a.jpg", "P1", {}}, {"ü.jpg", "P2", {}}}));
}

void EnrolmentCsvTest::quotedFieldsMayHoldAnything()
{
    const auto rows =
        casework::parseEnrolmentCsv("file,person\n\"a,\"\"b\"\".jpg\",\"two\nlines\"\nc,d\n", "list");
    QVERIFY(rows);
    QVERIFY(*rows == (std::vector<EnrolmentRow>{{"a,\"b\".jpg", "two\nlines", {}}, {"c", "d", {}}}));
}

void EnrolmentCsvTest::columnsMayBeMissing()
{
    const auto rows = casework::parseEnrolmentCsv("file,taken\na.jpg,\n", "list");
    QVERIFY(rows);
    QVERIFY(rows->front().person.isEmpty());
    QVERIFY(!rows->front().provenance.taken.isValid());
    QVERIFY(casework::parseEnrolmentCsv("file\n", "list")->empty());
}

void EnrolmentCsvTest::damaged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QByteArray() << "empty";
    QTest::newRow("only a mark") << QByteArray("\xef\xbb\xbf") << "empty";
    QTest::newRow("unknown column") << QByteArray("file,persn\na,b\n") << "line 1: unknown column \"persn\"";
    QTest::newRow("no file column") << QByteArray("person\nb\n") << "no column \"file\"";
    QTest::newRow("column twice") << QByteArray("file,file\na,b\n") << "twice";
    QTest::newRow("too few") << QByteArray("file,person\na,b\nc\n") << "line 3: 1 fields instead of 2";
    QTest::newRow("too many") << QByteArray("file,person\na,b,c\n") << "line 2: 3 fields instead of 2";
    QTest::newRow("no file named") << QByteArray("file,person\n ,b\n") << "line 2: no file";
    QTest::newRow("open quote") << QByteArray("file,person\n\na,\"b\nc,d\n")
                                << "line 3: a quote is left open";
    QTest::newRow("text after quote") << QByteArray("file\n\"a\"b\n") << "line 2: text after";
    QTest::newRow("quote within") << QByteArray("file\na\"b\n") << "line 2: a quote within";
    QTest::newRow("date of another form")
        << QByteArray("file,taken\na,31.01.2026\n") << "line 2: \"31.01.2026\"";
    QTest::newRow("no such day") << QByteArray("file,retain_until\na,2026-02-30\n")
                                 << "line 2: \"2026-02-30\"";
    QTest::newRow("Latin 1") << QByteArray("file\n\xfc.jpg\n") << "UTF-8";
    QTest::newRow("line after a field of two lines")
        << QByteArray("file,person\n\"a\nb\",c\nd\n") << "line 4: 1 fields";
}

void EnrolmentCsvTest::damaged()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const auto rows = casework::parseEnrolmentCsv(bytes, "list.csv");
    QVERIFY(!rows);
    QCOMPARE(rows.error().code, base::ErrorCode::FileDamaged);
    QCOMPARE(rows.error().subject, "list.csv");
    QVERIFY2(rows.error().detail.contains(says), qPrintable(rows.error().detail));
}

QTEST_GUILESS_MAIN(EnrolmentCsvTest)
#include "tst_enrolmentcsv.moc"
