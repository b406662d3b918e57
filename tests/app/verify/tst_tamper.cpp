// SPDX-License-Identifier: GPL-3.0-or-later
// An exported log of 64 KiB with real signatures, and everything that may be done to it: found by the
// program's own function, by the program, and by the second verifier.
#include "tests/app/verify/signedlog.h"
#include "tests/engine/store/storetest.h"

#include <QJsonDocument>
#include <QTemporaryDir>

#include <atomic>
#include <ctime>
#include <thread>

using namespace likeness;
using namespace likeness::tests;

class TestTamper : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    crypto::SigningKey m_key = crypto::SigningKey::generate();
    QByteArrayList m_lines;

    QString write(const QByteArray &log) const
    {
        const QString path = m_folder.filePath("audit.jsonl");
        return sourceFile(path, log) ? path : QString();
    }
    struct Answers {
        int program = -1;
        int python = -1;
        QJsonObject json;
        friend bool operator==(const Answers &a, const Answers &b)
        {
            return a.program == b.program && a.python == b.python;
        }
    };
    /// Of both verifiers.
    Answers ask(const QByteArrayList &lines, const QStringList &options = {}) const
    {
        const QStringList arguments = options + QStringList{"--log", write(lines.join())};
        QProcess program;
        program.start(QStringLiteral(LIKENESS_BIN_DIR "/likeness-verify"), arguments + QStringList("--json"));
        program.waitForFinished(-1);
        return {program.exitCode(), runPython("likeness_verify.py", arguments).exitCode,
                QJsonDocument::fromJson(program.readAllStandardOutput()).object()};
    }
    static QStringList kinds(const Answers &answers)
    {
        QStringList names;
        const QJsonArray findings = answers.json["findings"].toArray();
        for (const QJsonValue &finding : findings)
            names += finding["kind"].toString();
        return names;
    }

private slots:
    void initTestCase()
    {
        m_lines = makeLog(m_key, 180);
        QVERIFY(m_lines.join().size() >= 64 * 1024);
    }

    void aSoundLog()
    {
        const auto log = audit::verifyLog(m_lines.join(), crypto::verify);
        QVERIFY_OK(log);
        QCOMPARE(log->signedHeads, 2);
        const Answers answers = ask(m_lines);
        QCOMPARE(answers, (Answers{0, 0, {}}));
        QVERIFY(answers.json["undecidable"].toBool());
        QCOMPARE(answers.json["entries"].toInt(), 180);
        QCOMPARE(answers.json["key"].toString(), m_key.publicKey());
    }

    void everyByteOneAtATime()
    {
        const QByteArray sound = m_lines.join();
        std::atomic<qsizetype> next = 0;
        std::atomic<qsizetype> missed = -1;
        const auto work = [&] {
            QByteArray log = sound;
            log.detach();
            for (qsizetype i = next++; i < log.size(); i = next++) {
                const char mask = char(1 << (i % 8));
                log[i] = char(log[i] ^ mask);
                const auto outcome = audit::verifyLog(log, crypto::verify);
                if (outcome || outcome.error().code != base::ErrorCode::AuditBroken)
                    missed = i;
                log[i] = char(log[i] ^ mask);
            }
        };
        QElapsedTimer timer;
        timer.start();
        const std::clock_t before = std::clock();
        std::thread second(work);
        work();
        second.join();
        qInfo("%lld flips, each found, in %lld ms, %.1f s of processor time", qlonglong(sound.size()),
              qlonglong(timer.elapsed()), double(std::clock() - before) / CLOCKS_PER_SEC);
        QCOMPARE(qlonglong(missed), qlonglong(-1));
    }

    void everySixteenthByteByTheSecondVerifier()
    {
        const QByteArray sound = m_lines.join();
        QElapsedTimer timer;
        timer.start();
        const auto run = runPython("tamper.py", {write(sound), "16"});
        QVERIFY2(run.exitCode == 0, run.err);
        const QJsonObject said = QJsonDocument::fromJson(run.out).object();
        qInfo("%d flips by the second verifier in %lld ms", said["flips"].toInt(),
              qlonglong(timer.elapsed()));
        QCOMPARE(said["flips"].toInt(), int((sound.size() + 15) / 16));
        QCOMPARE(said["missed"].toArray(), QJsonArray());
    }

    void removedReorderedAndCut()
    {
        for (int i = 0; i < m_lines.size(); ++i) {
            QByteArrayList lines = m_lines;
            lines.removeAt(i);
            QVERIFY2(!audit::verifyLog(lines.join(), crypto::verify), qPrintable(QString::number(i)));
            for (int other = i + 1; other < m_lines.size(); other += 1 + i % 7) {
                lines = m_lines;
                lines.swapItemsAt(i, other);
                QVERIFY(!audit::verifyLog(lines.join(), crypto::verify));
            }
            QVERIFY(!audit::verifyLog(m_lines.mid(0, i).join(), crypto::verify));
        }
        const QByteArray sound = m_lines.join();
        for (qsizetype length = 1; length < sound.size(); length += 97)
            QVERIFY(!audit::verifyLog(sound.left(length), crypto::verify));

        const auto both = [&](const std::function<void(QByteArrayList &)> &change) {
            QByteArrayList lines = m_lines;
            change(lines);
            return ask(lines);
        };
        const Answers found{1, 1, {}};
        QCOMPARE(both([](QByteArrayList &l) { l.removeAt(0); }), found);
        QCOMPARE(both([](QByteArrayList &l) { l.removeAt(100); }), found);
        QCOMPARE(both([](QByteArrayList &l) { l.removeAt(180); }), found);
        QCOMPARE(both([](QByteArrayList &l) { l.removeLast(); }), found);
        QCOMPARE(both([](QByteArrayList &l) { l.swapItemsAt(7, 8); }), found);
        QCOMPARE(both([](QByteArrayList &l) { l.insert(7, l.at(7)); }), found);
        QCOMPARE(both([](QByteArrayList &l) { l = l.mid(0, 100); }), found);
        QCOMPARE(both([](QByteArrayList &l) { l.last().chop(1); }), found);
        QCOMPARE(both([](QByteArrayList &l) { l.last() += '\n'; }), found);
        QCOMPARE(both([](QByteArrayList &l) { l = {"\n", "\n"}; }), found);
        QCOMPARE(both([](QByteArrayList &l) { l.first().replace("c-1", "c-2"); }), found);
    }

    // Whoever can compute hashes, but has not the key.
    void madeAgainWithoutTheKey()
    {
        const auto other = crypto::SigningKey::generate();
        QByteArrayList forged = makeLog(m_key, 180, "somebody");
        forged.last() = m_lines.last();
        QCOMPARE(ask(forged), (Answers{1, 1, {}}));
        // Cut, and the last line made for what is left, with the signature that was there.
        QByteArrayList cut = makeLog(m_key, 150);
        const auto log = audit::verifyLog(cut.join(), crypto::verify);
        cut.last() = audit::logHeadLine(log->source, log->head, {{}, m_key.publicKey(), QString(128, u'0')});
        QCOMPARE(ask(cut), (Answers{1, 1, {}}));
        cut.last() = audit::logHeadLine(log->source, log->head, {});
        const Answers unsigned_ = ask(cut); // of a case that was not made in training
        QCOMPARE(unsigned_, (Answers{1, 1, {}}));
        QCOMPARE(kinds(unsigned_), QStringList("log-unsigned"));
        // With a key of one's own it holds by itself: whose key it is says the agency file (tst_beside).
        QCOMPARE(ask(makeLog(other, 180)), (Answers{0, 0, {}}));
    }

    void rolledBackAndForked()
    {
        const auto log = audit::verifyLog(m_lines.join(), crypto::verify);
        const QStringList known{"--head", audit::headPrint(log->head)};
        const QByteArrayList older = makeLog(m_key, 150);
        const QByteArrayList forked = makeLog(m_key, 260, "somebody");
        const QByteArrayList further = makeLog(m_key, 260);
        // Undecidable without a head, and it says so.
        for (const QByteArrayList &lines : {older, forked, further}) {
            const Answers answers = ask(lines);
            QCOMPARE(answers, (Answers{0, 0, {}}));
            QVERIFY(answers.json["undecidable"].toBool());
        }
        QProcess plain;
        plain.start(QStringLiteral(LIKENESS_BIN_DIR "/likeness-verify"), {"--log", write(older.join())});
        plain.waitForFinished(-1);
        QVERIFY(plain.readAllStandardOutput().contains("undecidable"));

        const Answers back = ask(older, known);
        QCOMPARE(back, (Answers{1, 1, {}}));
        QCOMPARE(kinds(back), QStringList("rolled-back"));
        const Answers other = ask(forked, known);
        QCOMPARE(other, (Answers{1, 1, {}}));
        QCOMPARE(kinds(other), QStringList("forked"));
        for (const QByteArrayList &lines : {m_lines, further}) {
            const Answers holds = ask(lines, known);
            QCOMPARE(holds, (Answers{0, 0, {}}));
            QVERIFY(!holds.json["undecidable"].toBool());
        }
    }

    void aHundredThousandEntries()
    {
        const QByteArray log = makeLog(m_key, 100'000).join();
        QElapsedTimer timer;
        timer.start();
        const std::clock_t before = std::clock();
        const auto verified = audit::verifyLog(log, crypto::verify);
        qInfo("%lld bytes, 100000 entries with %lld signed heads verified in %lld ms (to be under 5000), "
              "%.1f s of processor time",
              qlonglong(log.size()), qlonglong(verified ? verified->signedHeads : 0),
              qlonglong(timer.elapsed()), double(std::clock() - before) / CLOCKS_PER_SEC);
        QVERIFY_OK(verified);
        QCOMPARE(verified->head.count, 100'000);
    }
};

QTEST_GUILESS_MAIN(TestTamper)
#include "tst_tamper.moc"
