// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/audit/chain.h"
#include "engine/audit/signedhead.h"
#include "engine/audit/verbs.h"
#include "engine/base/canonicaljson.h"
#include "engine/base/digest.h"

#include <QtTest>

using namespace likeness;
using audit::HeadRelation;

namespace
{
const QString key(64, u'5');

/// Stands for Ed25519: this room knows none.
QString signatureOf(const QByteArray &bytes, const QString &publicKey)
{
    return base::sha256(bytes + publicKey.toLatin1()) + base::sha256(publicKey.toLatin1() + bytes);
}
bool check(const QByteArray &bytes, const QString &publicKey, const QString &signature)
{
    return signature == signatureOf(bytes, publicKey);
}
} // namespace

class TestSignedHead : public QObject
{
    Q_OBJECT

    model::AuditHead m_head{7, QString(64, u'a')};

    model::AuditEntry entryOf(const QJsonObject &details) const
    {
        return audit::nextEntry(m_head, {audit::verbs::headSigned, "audit.head", details},
                                {"müller", "desk", false, {}, {}, {}, key}, QDateTime::currentDateTimeUtc());
    }
    model::Act act() const
    {
        const auto object = base::canonicalJson(audit::headObject(m_head));
        return audit::signedHeadAct(m_head, {"müller", key, signatureOf(object, key)});
    }

private slots:
    void whatIsSigned()
    {
        QCOMPARE(base::canonicalJson(audit::headObject(m_head)),
                 "{\"count\":7,\"hash\":\"" + QByteArray(64, 'a') + "\"}");
        QCOMPARE(act().verb, QStringLiteral("head-signed"));
        QCOMPARE(act().details.keys(), QStringList({"count", "hash", "key", "signature"}));
        const auto held = audit::verifySignedHead(entryOf(act().details), check);
        QVERIFY(held);
        QCOMPARE(held->account, QStringLiteral("müller"));
        QCOMPARE(held->key, key);
    }

    void whatDoesNotHold_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("another count") << "count" << QJsonValue(6);
        QTest::newRow("count a text") << "count" << QJsonValue("7");
        QTest::newRow("another hash") << "hash" << QJsonValue(QString(64, u'b'));
        QTest::newRow("another key") << "key" << QJsonValue(QString(64, u'6'));
        QTest::newRow("no key") << "key" << QJsonValue("");
        QTest::newRow("no signature") << "signature" << QJsonValue("");
        QTest::newRow("another signature") << "signature" << QJsonValue(QString(128, u'1'));
        QTest::newRow("something more") << "note" << QJsonValue("x");
    }
    void whatDoesNotHold()
    {
        QFETCH(QString, name);
        QFETCH(QJsonValue, value);
        QJsonObject details = act().details;
        details.insert(name, value);
        const auto outcome = audit::verifySignedHead(entryOf(details), check);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, base::ErrorCode::AuditBroken);
        QCOMPARE(outcome.error().subject, QStringLiteral("8"));
    }

    void aHeadOfAnotherPlaceDoesNotHold()
    {
        const auto details = act().details;
        m_head = {8, QString(64, u'c')};
        QVERIFY(!audit::verifySignedHead(entryOf(details), check));
        m_head = {7, QString(64, u'a')};
    }

    void relations_data()
    {
        QTest::addColumn<int>("known");
        QTest::addColumn<QString>("hashThere");
        QTest::addColumn<QString>("relation");
        const QString a(64, u'a');
        QTest::newRow("same") << 5 << a << "same";
        QTest::newRow("ahead") << 3 << a << "ahead";
        QTest::newRow("rolled back") << 6 << QString() << "rolled-back";
        QTest::newRow("forked below") << 3 << QString(64, u'b') << "forked";
        QTest::newRow("forked at the end") << 5 << QString(64, u'b') << "forked";
    }
    void relations()
    {
        QFETCH(int, known);
        QFETCH(QString, hashThere);
        QFETCH(QString, relation);
        QCOMPARE(audit::headRelationName(
                     audit::relationTo({known, QString(64, u'a')}, {5, QString(64, u'a')}, hashThere)),
                 relation);
        QCOMPARE(audit::relationTo({0, audit::emptyHash()}, {5, QString(64, u'a')}, {}), HeadRelation::Ahead);
    }

    void printedHeads()
    {
        QCOMPARE(audit::headPrint(m_head), "7:" + QString(64, u'a'));
        QCOMPARE(audit::headFromPrint(audit::headPrint(m_head)).value(), m_head);
        for (const QString &bad :
             {QString(), QString("7"), QString("7:"), "7:" + QString(63, u'a'), "7:" + QString(64, u'A'),
              "07:" + QString(64, u'a'), "0:" + QString(64, u'0'), "-1:" + QString(64, u'a'),
              "7:" + QString(64, u'a') + ":", " 7:" + QString(64, u'a')})
            QVERIFY2(!audit::headFromPrint(bad), qPrintable(bad));
    }
};

QTEST_GUILESS_MAIN(TestSignedHead)
#include "tst_signedhead.moc"
