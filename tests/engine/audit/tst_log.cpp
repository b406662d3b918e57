// SPDX-License-Identifier: GPL-3.0-or-later
// The log that leaves, and what somebody may do to it.
#include "engine/audit/chain.h"
#include "engine/audit/log.h"
#include "engine/audit/verbs.h"
#include "engine/base/canonicaljson.h"
#include "engine/base/digest.h"

#include <QtTest>

#include <ctime>

using namespace likeness;

namespace
{
const QString key(64, u'5');

/// Stands for Ed25519: this room knows none. tests/app/verify uses the real one.
QString signatureOf(const QByteArray &bytes, const QString &publicKey)
{
    return base::sha256(bytes + publicKey.toLatin1()) + base::sha256(publicKey.toLatin1() + bytes);
}
bool check(const QByteArray &bytes, const QString &publicKey, const QString &signature)
{
    return signature == signatureOf(bytes, publicKey);
}
model::Signature sign(const model::AuditHead &head)
{
    return {"examiner", key, signatureOf(base::canonicalJson(audit::headObject(head)), key)};
}
} // namespace

class TestLog : public QObject
{
    Q_OBJECT

    audit::LogSource m_source{"case", "c-1"};
    QByteArrayList m_lines; ///< a sound log

    static QByteArrayList make(const audit::LogSource &source, int entries, const QString &actor = "examiner")
    {
        QByteArrayList lines{audit::logHeaderLine(source)};
        model::AuditHead head{0, audit::emptyHash()};
        QDateTime time(QDate(2026, 3, 8), QTime(2, 30), Qt::UTC);
        for (int i = 1; i <= entries; ++i) {
            model::Act act{i == 1 ? "case-created" : "evidence-viewed",
                           i == 1 ? source.id : QStringLiteral("item-%1").arg(i),
                           {{"n", i}, {"distance", 0.1 * i}, {"note", "läßt \"☂\"\n"}}};
            if (i % 8 == 0)
                act = audit::signedHeadAct(head, sign(head));
            const auto entry = audit::nextEntry(head, act, {actor, "desk-7", false, {}, {}, {}, key}, time);
            lines += audit::logEntryLine(entry);
            head = audit::headAfter(entry);
            time = time.addSecs(7);
        }
        lines += audit::logHeadLine(source, head, sign(head));
        return lines;
    }
    static base::Result<audit::Log> verify(const QByteArrayList &lines)
    {
        return audit::verifyLog(lines.join(), check);
    }

private slots:
    void initTestCase() { m_lines = make(m_source, 20); }

    void aSoundLog()
    {
        qint64 visited = 0;
        const auto log = audit::verifyLog(m_lines.join(), check, [&](const model::AuditEntry &entry) {
            QCOMPARE(entry.number, ++visited);
        });
        QVERIFY(log);
        QCOMPARE(visited, 20);
        QCOMPARE(log->source, m_source);
        QCOMPARE(log->head.count, 20);
        QCOMPARE(log->signedHeads, 2);
        QVERIFY(log->isSigned());
        QCOMPARE(log->signature.key, key);
        QVERIFY(audit::verifyLog(m_lines.join(), {})); // by somebody without Ed25519
        QVERIFY(verify(make({"workstation", ""}, 0)));
    }

    // What FORMAT.md shows.
    void theForm()
    {
        QCOMPARE(m_lines.first(),
                 QByteArray("{\"format\":\"likeness-audit-log-1\",\"id\":\"c-1\",\"kind\":\"case\"}\n"));
        QVERIFY(m_lines.at(1).startsWith("{\"entry\":{\"act\":\"case-created\",\"actor\":\"examiner\""));
        QVERIFY(m_lines.last().startsWith("{\"head\":{\"count\":20,\"hash\":\""));
        QVERIFY(m_lines.last().contains("\"},\"id\":\"c-1\",\"key\":\"555"));
    }

    void everyByte()
    {
        const QByteArray sound = m_lines.join();
        for (qsizetype i = 0; i < sound.size(); ++i)
            for (const char mask : {char(1), char(0x20), char(0x80)}) {
                QByteArray flipped = sound;
                flipped[i] = char(flipped[i] ^ mask);
                const auto outcome = audit::verifyLog(flipped, check);
                QVERIFY2(!outcome, qPrintable(QString::number(i)));
                QCOMPARE(outcome.error().code, base::ErrorCode::AuditBroken);
            }
    }

    void everyCut()
    {
        const QByteArray sound = m_lines.join();
        for (qsizetype length = 0; length < sound.size(); ++length)
            QVERIFY2(!audit::verifyLog(sound.left(length), check), qPrintable(QString::number(length)));
        for (const char *more : {"\n", " ", "{}\n", "x"})
            QVERIFY(!audit::verifyLog(sound + more, check));
    }

    void everyLineRemovedDoubledOrSwapped()
    {
        for (int i = 0; i < m_lines.size(); ++i) {
            QByteArrayList lines = m_lines;
            lines.removeAt(i);
            QVERIFY2(!verify(lines), qPrintable(QString::number(i)));
            lines = m_lines;
            lines.insert(i, lines.at(i));
            QVERIFY2(!verify(lines), qPrintable(QString::number(i)));
            for (int other = i + 1; other < m_lines.size(); ++other) {
                lines = m_lines;
                lines.swapItemsAt(i, other);
                QVERIFY2(!verify(lines), qPrintable(QString("%1 %2").arg(i).arg(other)));
            }
        }
    }

    // An entry that holds by itself, with the right number, is not the one that the next was linked to.
    void anEntryOfAnotherChainDoesNotFit()
    {
        const QByteArrayList others = make(m_source, 20, "somebody");
        for (int i = 1; i <= 20; ++i) {
            QByteArrayList lines = m_lines;
            lines[i] = others[i];
            const auto log = verify(lines);
            QVERIFY2(!log, qPrintable(QString::number(i)));
            QCOMPARE(log.error().subject, QString::number(i == 1 ? 3 : i + 1)); // the first follows nothing
        }
    }

    void errorsNameTheLine()
    {
        QByteArrayList lines = m_lines;
        lines[4].replace("desk-7", "desk-8");
        QCOMPARE(verify(lines).error().subject, QStringLiteral("5"));
        lines = m_lines;
        lines.removeAt(4);
        QCOMPARE(verify(lines).error().subject, QStringLiteral("5"));
    }

    // Somebody who computes new hashes for the rest needs the key for each signed head.
    void aChainMadeAgainNeedsTheKey()
    {
        QVERIFY(verify(make(m_source, 20, "somebody")));
        QByteArrayList forged = make(m_source, 20, "somebody");
        forged.last() = m_lines.last();
        QVERIFY(!verify(forged)); // the head of the first
        QVERIFY(!audit::verifyLog(make(m_source, 20).join(), [](const QByteArray &, const QString &,
                                                                const QString &) { return false; }));
    }

    // An entry that was hashed in another form is not one of ours, although its hash holds.
    void otherFormsOfTheSameValue()
    {
        for (const auto &[from, to] : std::initializer_list<std::pair<QByteArray, QByteArray>>{
                 {"\"n\":3", "\"n\":3.0"},
                 {"\"n\":3", "\"n\": 3"},
                 {"\"n\":3", "\"n\":2,\"n\":3"},
                 {"☂", "\\u2602"},
                 {"\"number\":3", "\"number\":3,\"x\":1"},
                 {".000Z", "Z"}}) {
            QByteArrayList lines = m_lines;
            QByteArray entry = lines[3].mid(9).chopped(77);
            QVERIFY(entry.contains(from));
            entry.replace(from, to);
            lines[3] = "{\"entry\":" + entry + ",\"hash\":\"" + base::sha256(entry).toLatin1() + "\"}\n";
            QVERIFY2(!verify(lines), to.constData());
        }
    }

    void ofAnotherCase()
    {
        QByteArrayList lines = m_lines;
        lines.first() = audit::logHeaderLine({"case", "c-2"});
        QVERIFY(!verify(lines));
        lines.last().replace("c-1", "c-2");
        QVERIFY(!verify(lines)); // the first entry says c-1
    }

    // Without a head that is known from elsewhere an older log is as sound as the newer one.
    void rolledBackAndForked()
    {
        const auto head = verify(m_lines)->head;
        const auto relation = [&](const QByteArrayList &lines) {
            QString hashThere;
            const auto log = audit::verifyLog(lines.join(), check, [&](const model::AuditEntry &entry) {
                if (entry.number == head.count)
                    hashThere = entry.hash;
            });
            return log ? audit::headRelationName(audit::relationTo(head, log->head, hashThere)) : QString();
        };
        QCOMPARE(relation(m_lines), QStringLiteral("same"));
        QCOMPARE(relation(make(m_source, 12)), QStringLiteral("rolled-back"));
        QCOMPARE(relation(make(m_source, 20, "somebody")), QStringLiteral("forked"));
        QCOMPARE(relation(make(m_source, 30, "somebody")), QStringLiteral("forked"));
        QCOMPARE(relation(make(m_source, 30)), QStringLiteral("ahead"));
    }

    void rubbish()
    {
        for (const QByteArray &bytes :
             {QByteArray(), QByteArray("\n\n\n"), QByteArray(1000, '\xff'), QByteArray("{}\n{}\n{}\n"),
              QByteArray("{\"entry\":") + QByteArray(100'000, '[') + "\n\n", QByteArray(80, '\0') + '\n'})
            QVERIFY(!audit::verifyLog(bytes, check));
    }

    void aHundredThousandEntries()
    {
        const QByteArray log = make(m_source, 100'000).join();
        QElapsedTimer timer;
        timer.start();
        const std::clock_t before = std::clock();
        const auto verified = audit::verifyLog(log, check);
        qInfo("%lld bytes, 100000 entries verified in %lld ms (to be under 5000), "
              "%.1f s of processor time",
              qlonglong(log.size()), qlonglong(timer.elapsed()),
              double(std::clock() - before) / CLOCKS_PER_SEC);
        QVERIFY(verified);
        QCOMPARE(verified->head.count, 100'000);
    }
};

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
