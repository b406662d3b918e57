// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/audit/chain.h"
#include "engine/base/canonicaljson.h"
#include "engine/base/clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace likeness;
using audit::ChainVerifier;

class TestChain : public QObject
{
    Q_OBJECT

    static QDateTime time(int second)
    {
        return QDateTime(QDate(2026, 11, 22), QTime(23, 54, 55, 123), Qt::UTC).addSecs(second);
    }

    static std::vector<model::AuditEntry> chain(int length)
    {
        std::vector<model::AuditEntry> entries;
        model::AuditHead head{0, audit::emptyHash()};
        for (int i = 0; i < length; ++i) {
            entries.push_back(
                audit::nextEntry(head, {"evidence-viewed", QStringLiteral("item %1").arg(i), {{"n", i}}},
                                 {"müller", "desk", true}, time(i)));
            head = audit::headAfter(entries.back());
        }
        return entries;
    }

    static base::Outcome verify(const std::vector<model::AuditEntry> &entries)
    {
        ChainVerifier verifier;
        for (const auto &entry : entries)
            LIKENESS_TRY(verifier.add(entry));
        return {};
    }

    // As an export for another verifier would carry it, and back. Nothing when it is not an entry.
    static QByteArray exported(const model::AuditEntry &entry)
    {
        QJsonObject object = audit::entryObject(entry);
        object.insert("hash", entry.hash);
        return base::canonicalJson(object);
    }
    static std::optional<model::AuditEntry> imported(const QByteArray &text)
    {
        const QJsonObject object = QJsonDocument::fromJson(text).object();
        if (base::canonicalJson(object) != text)
            return std::nullopt;
        model::AuditEntry entry;
        entry.number = object.value("number").toInteger();
        entry.time = base::timeFromText(object.value("time").toString());
        entry.actor = object.value("actor").toString();
        entry.host = object.value("host").toString();
        entry.act = {object.value("act").toString(), object.value("subject").toString(),
                     object.value("details").toObject()};
        entry.previousHash = object.value("previous").toString();
        entry.hash = object.value("hash").toString();
        if (exported(entry) != text)
            return std::nullopt;
        return entry;
    }

private slots:
    // Both by another program: Python's json.dumps(sort_keys=True, separators=(",", ":"),
    // ensure_ascii=False) and hashlib.sha256.
    void knownHashes()
    {
        const auto first = audit::nextEntry({0, audit::emptyHash()},
                                            {"case-created", "c-1", {{"number", "TR-1"}, {"training", true}}},
                                            {"müller", "desk-7", true}, time(0));
        QCOMPARE(base::canonicalJson(audit::entryObject(first)),
                 QByteArray(
                     "{\"act\":\"case-created\",\"actor\":\"m\xc3\xbcller\",\"details\":{\"number\":\"TR-1\","
                     "\"training\":true},\"host\":\"desk-7\",\"number\":1,\"previous\":\""
                     "0000000000000000000000000000000000000000000000000000000000000000\",\"subject\":\"c-1\","
                     "\"time\":\"2026-11-22T23:54:55.123Z\"}"));
        QCOMPARE(first.hash,
                 QStringLiteral("aab6b5a14fab10195fa147671f1b3fce015cd464eaec4c4f63e4fe53d70a5762"));
        const auto second =
            audit::nextEntry(audit::headAfter(first), {"evidence-viewed", "e-1", {{"distance", 0.5}}},
                             {"müller", "desk-7", true}, time(1));
        QCOMPARE(second.previousHash, first.hash);
        QCOMPARE(second.hash,
                 QStringLiteral("cb3c0caa09ec8850a69078f1db36842bf4bafdea4693bbf4741da31316352347"));
    }

    void anUntouchedChainHolds()
    {
        const auto entries = chain(20);
        ChainVerifier verifier(7);
        for (const auto &entry : entries)
            QVERIFY(verifier.add(entry));
        QCOMPARE(verifier.head(), audit::headAfter(entries.back()));
        QCOMPARE(verifier.rememberedHash(), entries[6].hash);
        QCOMPARE(ChainVerifier().head(), (model::AuditHead{0, QString(64, u'0')}));
    }

    void everyFieldIsSealed_data()
    {
        QTest::addColumn<int>("field");
        const char *names[] = {"number",  "time",    "actor",    "host", "act",
                               "subject", "details", "previous", "hash"};
        for (int i = 0; i < 9; ++i)
            QTest::newRow(names[i]) << i;
    }
    void everyFieldIsSealed()
    {
        QFETCH(int, field);
        for (const size_t at : {0u, 5u, 9u}) {
            auto entries = chain(10);
            auto &entry = entries[at];
            switch (field) {
            case 0:
                entry.number += 1;
                break;
            case 1:
                entry.time = entry.time.addMSecs(1);
                break;
            case 2:
                entry.actor += u'x';
                break;
            case 3:
                entry.host += u'x';
                break;
            case 4:
                entry.act.verb += u'x';
                break;
            case 5:
                entry.act.subject += u'x';
                break;
            case 6:
                entry.act.details.insert("n", 99);
                break;
            case 7:
                entry.previousHash = QString(64, u'1');
                break;
            case 8:
                entry.hash = QString(64, u'1');
                break;
            }
            const auto outcome = verify(entries);
            QVERIFY(!outcome);
            QCOMPARE(outcome.error().code, base::ErrorCode::AuditBroken);
            QCOMPARE(outcome.error().subject, QString::number(at + 1));
            QVERIFY(!outcome.error().detail.isEmpty());
        }
    }

    // Sealing a changed entry anew breaks the one after it.
    void aResealedEntryBreaksTheNext()
    {
        auto entries = chain(10);
        model::Act act = entries[4].act;
        act.subject = "other";
        entries[4] = audit::nextEntry(audit::headAfter(entries[3]), act,
                                      {entries[4].actor, entries[4].host, true}, entries[4].time);
        const auto outcome = verify(entries);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().subject, QStringLiteral("6"));
    }

    void removedReorderedRepeated()
    {
        for (size_t at = 0; at < 9; ++at) {
            auto removed = chain(10);
            removed.erase(removed.begin() + long(at));
            QCOMPARE(verify(removed).error().subject, QString::number(at + 1));
            auto swapped = chain(10);
            std::swap(swapped[at], swapped[at + 1]);
            QVERIFY(!verify(swapped));
            auto repeated = chain(10);
            repeated.insert(repeated.begin() + long(at), repeated[at]);
            QVERIFY(!verify(repeated));
        }
    }

    void headsAgainstChains()
    {
        const auto entries = chain(10);
        const auto compare = [&](size_t chainLength, const model::AuditHead &stored) {
            ChainVerifier verifier(stored.count);
            for (size_t i = 0; i < chainLength; ++i)
                if (!verifier.add(entries[i]))
                    return false;
            return audit::compareHead(verifier, stored).has_value();
        };
        QVERIFY(compare(10, audit::headAfter(entries[9])));
        QVERIFY(compare(10, audit::headAfter(entries[8]))); // the chain may be ahead
        QVERIFY(compare(10, audit::headAfter(entries[0])));
        QVERIFY(compare(10, {0, audit::emptyHash()}));
        QVERIFY(compare(0, {0, audit::emptyHash()}));
        QVERIFY(!compare(9, audit::headAfter(entries[9]))); // never behind: cut off
        QVERIFY(!compare(0, audit::headAfter(entries[0])));
        QVERIFY(!compare(10, {10, QString(64, u'a')}));
        QVERIFY(!compare(10, {5, entries[5].hash}));
        QVERIFY(!compare(10, {0, QString(64, u'a')}));
    }

    void headText()
    {
        const model::AuditHead head{12, QString(64, u'a')};
        QCOMPARE(audit::headText(head),
                 QByteArray("{\"count\":12,\"hash\":\"") + QByteArray(64, 'a') + "\"}\n");
        QCOMPARE(*audit::headFromText(audit::headText(head)), head);
        const model::AuditHead empty{0, audit::emptyHash()};
        QCOMPARE(*audit::headFromText(audit::headText(empty)), empty);
    }

    void everyByteOfAHeadCounts()
    {
        const QByteArray text = audit::headText({12, QString(64, u'a')});
        for (int i = 0; i < text.size(); ++i) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray flipped = text;
                flipped[i] = char(flipped[i] ^ (1 << bit));
                const auto head = audit::headFromText(flipped);
                QVERIFY(!head || *head != (model::AuditHead{12, QString(64, u'a')}));
            }
            QVERIFY(!audit::headFromText(text.left(i)));
        }
        for (const char *bad : {"", "null", "[]", "{\"count\":-1}", "{\"count\":1}\n"})
            QCOMPARE(audit::headFromText(bad).error().code, base::ErrorCode::AuditBroken);
        QVERIFY(!audit::headFromText(text + "\n"));
        QVERIFY(!audit::headFromText(" " + text));
        QVERIFY(!audit::headFromText("{\"count\":0,\"hash\":\"" + QByteArray(64, 'a') + "\"}\n"));
        QVERIFY(!audit::headFromText("{\"count\":1.5,\"hash\":\"" + QByteArray(64, 'a') + "\"}\n"));
    }

    void everyByteOfAnExportedEntryCounts()
    {
        const auto entries = chain(3);
        const QByteArray text = exported(entries[1]);
        QVERIFY(imported(text).has_value());
        int read = 0;
        for (int i = 0; i < text.size(); ++i) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray flipped = text;
                flipped[i] = char(flipped[i] ^ (1 << bit));
                const auto entry = imported(flipped);
                if (!entry)
                    continue;
                ++read;
                QVERIFY2(!verify({entries[0], *entry, entries[2]}), flipped.constData());
            }
        }
        QVERIFY(read > 500); // most flips still read as an entry, and only the hash tells
    }

    void textsThatUtf8CannotHold()
    {
        const QString half(1, QChar(0xd800));
        const auto entry = audit::nextEntry({0, audit::emptyHash()}, {half, half, {{half, half}}},
                                            {half, half, true}, time(0));
        QCOMPARE(entry.actor, QString::fromUtf8(half.toUtf8())); // some mark; what matters is that it stays
        QVERIFY(ChainVerifier().add(entry));
        QVERIFY(imported(exported(entry)).has_value());
    }

    void aLongChainIsVerifiedWithoutHoldingIt()
    {
        ChainVerifier verifier(50'000);
        model::AuditHead head{0, audit::emptyHash()};
        QString remembered;
        for (int i = 0; i < 100'000; ++i) {
            const auto entry =
                audit::nextEntry(head, {"evidence-viewed", "item", {{"n", i}}}, {"a", "b", true}, time(i));
            head = audit::headAfter(entry);
            if (i + 1 == 50'000)
                remembered = entry.hash;
            QVERIFY(verifier.add(entry));
        }
        QCOMPARE(verifier.head(), head);
        QCOMPARE(verifier.rememberedHash(), remembered);
    }
};

QTEST_APPLESS_MAIN(TestChain)
#include "tst_chain.moc"
