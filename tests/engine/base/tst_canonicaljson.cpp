// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/canonicaljson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <bit>

using likeness::base::canonicalJson;

class TestCanonicalJson : public QObject
{
    Q_OBJECT

private slots:
    void numbers_data()
    {
        QTest::addColumn<quint64>("bits");
        QTest::addColumn<QByteArray>("text");
        // RFC 8785, appendix B; the infinities and NaN, which it forbids, become null.
        const std::pair<quint64, const char *> samples[] = {
            {0x7fffffffffffffff, "null"},
            {0x7ff0000000000000, "null"},
            {0x0000000000000000, "0"},
            {0x8000000000000000, "0"},
            {0x0000000000000001, "5e-324"},
            {0x8000000000000001, "-5e-324"},
            {0x7fefffffffffffff, "1.7976931348623157e+308"},
            {0xffefffffffffffff, "-1.7976931348623157e+308"},
            {0x4340000000000000, "9007199254740992"},
            {0xc340000000000000, "-9007199254740992"},
            {0x4430000000000000, "295147905179352830000"},
            {0x44b52d02c7e14af5, "9.999999999999997e+22"},
            {0x44b52d02c7e14af6, "1e+23"},
            {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
            {0x444b1ae4d6e2ef4e, "999999999999999700000"},
            {0x444b1ae4d6e2ef4f, "999999999999999900000"},
            {0x444b1ae4d6e2ef50, "1e+21"},
            {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
            {0x3eb0c6f7a0b5ed8d, "0.000001"},
            {0x41b3de4355555553, "333333333.3333332"},
            {0x41b3de4355555554, "333333333.33333325"},
            {0x41b3de4355555555, "333333333.3333333"},
            {0x41b3de4355555556, "333333333.3333334"},
            {0x41b3de4355555557, "333333333.33333343"},
            {0xbecbf647612f3696, "-0.0000033333333333333333"},
            {0x43143ff3c1cb0959, "1424953923781206.2"},
        };
        for (const auto &[bits, text] : samples)
            QTest::newRow(text) << bits << QByteArray(text);
    }
    void numbers()
    {
        QFETCH(quint64, bits);
        QFETCH(QByteArray, text);
        QCOMPARE(canonicalJson(std::bit_cast<double>(bits)), text);
    }

    void strings()
    {
        // RFC 8785, 3.2.2.2: only what JSON demands is escaped.
        const QString sample = QString::fromUtf8("\xe2\x82\xac$\x0f\nA'B\"\\\\\"/");
        QCOMPARE(canonicalJson(sample), QByteArray("\"\xe2\x82\xac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\""));
        QCOMPARE(canonicalJson(QStringLiteral("\b\f\r\t\x7f")), QByteArray("\"\\b\\f\\r\\t\x7f\""));
        QCOMPARE(canonicalJson(QString(QChar(0))), QByteArray("\"\\u0000\""));
    }

    void keysAreSortedByUtf16()
    {
        // RFC 8785, 3.2.3: the emoji's surrogates sort before U+FB33.
        const QByteArray given(
            "{\"\xe2\x82\xac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\xef\xac\xb3\":\"Hebrew Letter "
            "Dalet With Dagesh\",\"1\":\"One\",\"\xf0\x9f\x98\x80\":\"Emoji: Grinning "
            "Face\",\"\xc2\x80\":\"Control\",\"\xc3\xb6\":\"Latin Small Letter O With Diaeresis\"}");
        const QByteArray sorted(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xc2\x80\":\"Control\",\"\xc3\xb6\":\"Latin Small "
            "Letter O With Diaeresis\",\"\xe2\x82\xac\":\"Euro Sign\",\"\xf0\x9f\x98\x80\":\"Emoji: "
            "Grinning Face\",\"\xef\xac\xb3\":\"Hebrew Letter Dalet With Dagesh\"}");
        QCOMPARE(canonicalJson(QJsonDocument::fromJson(given).object()), sorted);
    }

    void nestedWithoutSpace()
    {
        const QJsonObject value{{"b", QJsonArray{1, true, QJsonValue::Null, QJsonArray{}}},
                                {"a", QJsonObject{}}};
        QCOMPARE(canonicalJson(value), QByteArray("{\"a\":{},\"b\":[1,true,null,[]]}"));
    }

    void readsBackTheSame()
    {
        const QJsonObject value{{"x", 0.1}, {"y", -1e-9}, {"z", 1e300}, {"text", QString::fromUtf8("ä\"\n")}};
        const QByteArray once = canonicalJson(value);
        const QJsonObject again = QJsonDocument::fromJson(once).object();
        QCOMPARE(again, value);
        QCOMPARE(canonicalJson(again), once);
    }
};

QTEST_GUILESS_MAIN(TestCanonicalJson)
#include "tst_canonicaljson.moc"
