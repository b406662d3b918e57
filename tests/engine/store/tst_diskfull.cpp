// SPDX-License-Identifier: GPL-3.0-or-later
// A full disk stops an act before it happens, and loses nothing that happened before.
#include "engine/store/verification.h"
#include "engine/store/workstationstore.h"
#include "tests/engine/store/examined.h"
#include "tests/engine/store/faults.h"

#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <sys/resource.h>

using namespace likeness;
using namespace likeness::tests;
using store::CaseStore;
using store::CaseWriter;

namespace
{

QByteArray evidenceBytes(int number)
{
    return QByteArray::number(number) + QByteArray(30'000, 'e');
}

/// limited CASE SCRATCH: takes in until the file-size limit of this process stops it; prints how many.
int limitedChild(const QStringList &arguments)
{
    StandingClock clock;
    int done = 0;
    auto store = CaseStore::open(arguments.at(0), actor, clock);
    QString ended = store ? QString() : base::errorCodeName(store.error().code);
    while (ended.isEmpty() && done < 400) {
        const auto item = addEvidence(**store, clock, arguments.at(1), evidenceBytes(done + 1));
        if (item)
            ++done;
        else
            ended = base::errorCodeName(item.error().code);
    }
    std::printf("%d %s\n", done, qPrintable(ended));
    return 0;
}

void fillDiskAfter(int calls)
{
    callsUntilFault = calls;
    fault = Fault::DiskFull;
}

} // namespace

class TestDiskFull : public QObject
{
    Q_OBJECT

    StandingClock m_clock;

    void checkSound(const QString &folder)
    {
        base::Progress progress;
        const auto verified = store::verifyFolder(folder, progress);
        QVERIFY_OK(verified);
        for (const auto &finding : verified->findings)
            QVERIFY2(!finding.isWrong(), qPrintable(store::findingName(finding.kind) + finding.detail));
    }

private slots:
    void cleanup() { fault = Fault::None; }

    // The disk fills at the n-th write of an act, for every n: record, log, head.
    void atEveryWriteOfAnAct()
    {
        int points = 0;
        for (int at = 0;; ++at) {
            QTemporaryDir folder;
            const QString path = folder.filePath("case");
            const auto created = CaseStore::create(path, caseFile(m_clock), actor, m_clock);
            QVERIFY_OK(created);
            CaseStore &store = **created;
            QVERIFY_OK(store.commit(look, actor));
            const auto head = *store.auditHead();
            const auto headFile = bytesOf(path + "/audit.head");
            auto item = evidenceItem(m_clock, "bytes");
            item.metadata = {{"long", QString(9000, u'x')}}; // more than a page

            fillDiskAfter(at);
            const auto outcome = store.commit(look, actor, [&](CaseWriter &w) { return w.insert(item); });
            fault = Fault::None;
            if (outcome) {
                QCOMPARE(store.auditHead()->count, head.count + 1);
                break;
            }
            ++points;
            QCOMPARE(base::errorCodeName(outcome.error().code), QStringLiteral("disk-full"));
            QCOMPARE(*store.auditHead(), head);
            QCOMPARE(bytesOf(path + "/audit.head"), headFile);
            QVERIFY(store.contents()->evidence.empty());
            // With room again the same act goes through, on the same open case.
            QVERIFY_OK(store.commit(look, actor, [&](CaseWriter &w) { return w.insert(item); }));
            base::Progress progress;
            QVERIFY_OK(store.verifyAudit(progress));
        }
        QVERIFY2(points >= 4, qPrintable(QString::number(points)));
    }

    // Nothing half signed, nothing lost: the comparison stays a draft until there is room to sign it.
    void atEveryWriteOfASignedAct()
    {
        const QString pair = "search/portrait";
        int points = 0;
        for (int at = 0;; ++at) {
            QTemporaryDir folder;
            const QString path = folder.filePath("case");
            const auto created = CaseStore::create(path, caseFile(m_clock), actor, m_clock);
            QVERIFY_OK(created);
            CaseStore &store = **created;
            const ExaminedCase examined(m_clock);
            QVERIFY_OK(store.commit(look, actor, [&](CaseWriter &writer) -> base::Outcome {
                LIKENESS_TRY(examined.writeSearch(writer));
                return writer.saveDraft({pair, "examiner", examined.comparison, m_clock.now()});
            }));
            const auto head = *store.auditHead();
            const auto sign = [&] {
                return store.commit({"examination-signed", pair, {}}, actor,
                                    [&](CaseWriter &writer) -> base::Outcome {
                                        LIKENESS_TRY(examined.writeRecords(writer));
                                        return writer.removeDraft(pair, "examiner");
                                    });
            };
            fillDiskAfter(at);
            const auto outcome = sign();
            fault = Fault::None;
            if (!outcome) {
                ++points;
                QCOMPARE(base::errorCodeName(outcome.error().code), QStringLiteral("disk-full"));
                QCOMPARE(*store.auditHead(), head);
                const auto contents = store.contents();
                QVERIFY_OK(contents);
                QVERIFY(contents->analyses.empty());
                QVERIFY(contents->examinations.empty());
                QCOMPARE(contents->drafts.size(), 1u);
                QCOMPARE(contents->drafts[0].comparison, examined.comparison);
                QVERIFY_OK(sign()); // with room again
            }
            const auto contents = store.contents();
            QVERIFY_OK(contents);
            QCOMPARE(contents->examinations.size(), 1u);
            QVERIFY(contents->drafts.empty());
            fillDiskAfter(at % 5);
            const auto signedHead = store.signHead(
                actor, [](const QJsonObject &) { return signatureOf(QStringLiteral("examiner")); });
            fault = Fault::None;
            QCOMPARE(store.auditHead()->count, head.count + 1 + (signedHead ? 1 : 0));
            base::Progress progress;
            QVERIFY_OK(store.verifyAudit(progress));
            if (outcome)
                break;
        }
        QVERIFY2(points >= 4, qPrintable(QString::number(points)));
    }

    void atEveryWriteOfACopy()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("case");
        const auto created = CaseStore::create(path, caseFile(m_clock), actor, m_clock);
        QVERIFY_OK(created);
        const auto source = sourceFile(folder.filePath("big"), QByteArray(3 << 20, 'b'));
        int points = 0;
        for (int at = 0;; ++at) {
            base::Progress progress;
            fillDiskAfter(at);
            const auto stored = (*created)->storeEvidence(*source, progress);
            fault = Fault::None;
            if (stored)
                break;
            ++points;
            QCOMPARE(base::errorCodeName(stored.error().code), QStringLiteral("disk-full"));
            QVERIFY(QDir(path + "/evidence").isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
        }
        QCOMPARE(points, 3); // a write for each MiB
    }

    void atEveryWriteOfACreation()
    {
        int points = 0;
        for (int at = 0;; ++at) {
            QTemporaryDir folder;
            const QString path = folder.filePath("case");
            fillDiskAfter(at);
            const auto created = CaseStore::create(path, caseFile(m_clock), actor, m_clock);
            fault = Fault::None;
            if (created) {
                if (at > 3) // the very last write may be the name in the lock, which decides nothing
                    break;
                continue;
            }
            ++points;
            QCOMPARE(base::errorCodeName(created.error().code), QStringLiteral("disk-full"));
            if (QFile::exists(path + "/case.sqlite")) // whole, and only its opening failed
                QVERIFY_OK(CaseStore::open(path, actor, m_clock));
            else
                QVERIFY(!QFile::exists(path));
        }
        QVERIFY2(points >= 4, qPrintable(QString::number(points)));
    }

    void anExportKeepsTheOldFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("report.pdf");
        QVERIFY_OK(CaseStore::writeFile(path, "old"));
        fillDiskAfter(0);
        QVERIFY_ERROR(CaseStore::writeFile(path, "new"), DiskFull);
        fault = Fault::None;
        QCOMPARE(bytesOf(path), QByteArray("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(),
                 1);
    }

    void atTheWorkstation()
    {
        QTemporaryDir folder;
        const auto store = store::WorkstationStore::open(folder.filePath("ws"), actor, m_clock);
        QVERIFY_OK(store);
        QVERIFY_OK((*store)->commit(look, actor));
        fillDiskAfter(0);
        const auto refused = (*store)->commit(look, actor);
        fault = Fault::None;
        QVERIFY_ERROR(refused, DiskFull);
        QCOMPARE((*store)->auditHead()->count, 1);
        QVERIFY_OK((*store)->commit(look, actor));
    }

    // No injected fault here: the system itself refuses, with EFBIG, in the middle of whichever file grows
    // over the limit first.
    void fileSizeLimits_data()
    {
        QTest::addColumn<int>("limit");
        for (const int limit : {0, 60, 1000, 20'000, 40'000, 100'000, 150'000, 300'000, 1'000'000})
            QTest::newRow(qPrintable(QString::number(limit))) << limit;
    }
    void fileSizeLimits()
    {
        QFETCH(int, limit);
        QTemporaryDir folder;
        const QString path = folder.filePath("case");
        QVERIFY_OK(CaseStore::create(path, caseFile(m_clock), actor, m_clock));
        QProcess child;
        child.setChildProcessModifier([limit] {
            const rlimit size{rlim_t(limit), rlim_t(limit)};
            ::setrlimit(RLIMIT_FSIZE, &size);
        });
        child.start(QCoreApplication::applicationFilePath(), {"limited", path, folder.path()});
        QVERIFY(child.waitForFinished(-1));
        QCOMPARE(child.exitStatus(), QProcess::NormalExit); // not ended by SIGXFSZ
        const QList<QByteArray> said = child.readAllStandardOutput().simplified().split(' ');
        QCOMPARE(said.size(), 2);
        QCOMPARE(said[1], QByteArray("disk-full"));

        checkSound(path);
        const auto store = CaseStore::open(path, actor, m_clock);
        QVERIFY_OK(store);
        QCOMPARE(int((*store)->contents()->evidence.size()), said[0].toInt());
        base::Progress progress;
        QVERIFY_OK((*store)->verifyAudit(progress));
        QVERIFY_OK((*store)->commit(look, actor));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() > 2 && arguments.at(1) == "limited")
        return limitedChild(arguments.mid(2));
    TestDiskFull test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_diskfull.moc"
