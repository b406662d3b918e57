// SPDX-License-Identifier: GPL-3.0-or-later
// A process that is killed loses nothing that it was told is done, and leaves nothing half done.
#include "engine/store/verification.h"
#include "tests/engine/store/examined.h"
#include "tests/engine/store/faults.h"

#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>

using namespace likeness;
using namespace likeness::tests;
using store::CaseStore;
using store::CaseWriter;

namespace
{

void say(const char *what, int number)
{
    std::printf("%s %d\n", what, number);
    std::fflush(stdout);
}

QByteArray evidenceBytes(int number)
{
    return "evidence " + QByteArray::number(number) + QByteArray(10'000, 'e');
}

bool intake(CaseStore &store, const base::Clock &clock, const QString &scratch, int number)
{
    const model::Operation operation{model::OperationId::create(), "intake", QString::number(number),
                                     clock.now()};
    return store.commit(look, actor, [&](CaseWriter &w) { return w.begin(operation); }).has_value() &&
           addEvidence(store, clock, scratch, evidenceBytes(number)).has_value() &&
           store.commit(look, actor, [&](CaseWriter &w) { return w.finish(operation.id, "added"); })
               .has_value();
}

/// killed intake CASE SCRATCH KILL_AT: takes in until the fault comes (after three items without one).
int intakeChild(const QStringList &arguments)
{
    StandingClock clock;
    fault = Fault::Kill;
    callsUntilFault = arguments.at(2).toInt();
    auto store = CaseStore::open(arguments.at(0), actor, clock);
    if (!store)
        return 2;
    for (int number = 1; number <= 3; ++number) {
        if (!intake(**store, clock, arguments.at(1), number))
            return 3;
        say("done", number);
    }
    store->reset();
    fault = Fault::None;
    say("calls", writingCalls);
    return 0;
}

/// killed create CASE SCRATCH KILL_AT
int createChild(const QStringList &arguments)
{
    StandingClock clock;
    fault = Fault::Kill;
    callsUntilFault = arguments.at(2).toInt();
    auto store = CaseStore::create(arguments.at(0), caseFile(clock), actor, clock);
    if (!store)
        return 2;
    say("done", 1);
    store->reset();
    fault = Fault::None;
    return 0;
}

/// The pair that a comparison under way and the record it becomes are about.
const QString pair = QStringLiteral("search/portrait");

/// A case in which an examiner has compared and not signed yet.
base::Outcome prepareToSign(const QString &folder, const base::Clock &clock)
{
    auto file = caseFile(clock);
    file.training = false;
    const auto store = CaseStore::create(folder, file, actor, clock);
    if (!store)
        return tl::unexpected(store.error());
    return (*store)->commit(look, actor, [&](CaseWriter &writer) {
        return writer.saveDraft({pair, "examiner", {}, clock.now()});
    });
}

/// Signs: records of every kind and the end of the draft in one act, then the head.
base::Outcome sign(CaseStore &store, const base::Clock &clock, const std::function<void(const char *)> &tell)
{
    const ExaminedCase examined(clock);
    LIKENESS_TRY(store.commit(examined.searchMade(), actor, [&](CaseWriter &writer) -> base::Outcome {
        LIKENESS_TRY(examined.writeSearch(writer));
        LIKENESS_TRY(examined.writeRecords(writer));
        return writer.removeDraft(pair, "examiner");
    }));
    tell("done");
    LIKENESS_TRY(store.signHead(actor, [](const QJsonObject &) { return signatureOf(actor.name); }));
    return {};
}

/// killed sign CASE SCRATCH KILL_AT
int signChild(const QStringList &arguments)
{
    StandingClock clock;
    fault = Fault::Kill;
    callsUntilFault = arguments.at(2).toInt();
    auto store = CaseStore::open(arguments.at(0), actor, clock);
    if (!store)
        return 2;
    if (!sign(**store, clock, [](const char *what) { say(what, 1); }))
        return 3;
    store->reset();
    fault = Fault::None;
    return 0;
}

/// killed endless CASE SCRATCH: takes in until somebody kills it.
int endlessChild(const QStringList &arguments)
{
    StandingClock clock;
    auto store = CaseStore::open(arguments.at(0), actor, clock);
    for (int number = 1; store && intake(**store, clock, arguments.at(1), number); ++number)
        say("done", number);
    return 3;
}

} // namespace

class TestKill : public QObject
{
    Q_OBJECT

    StandingClock m_clock;

    struct Run {
        bool killed = false;
        int acknowledged = 0;
    };
    static Run run(const QStringList &arguments)
    {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(), arguments);
        child.waitForFinished(-1);
        const bool killed = child.exitStatus() == QProcess::CrashExit;
        if (!killed && child.exitCode() != 0)
            qFatal("the child ended with %d", child.exitCode());
        return {killed, int(child.readAllStandardOutput().count("done"))};
    }

    /// What must hold after any end: the folder is sound before anybody repairs it, opens, and holds at
    /// least what was acknowledged and at most one item more, each with its bytes.
    void checkCase(const QString &folder, int acknowledged)
    {
        base::Progress progress;
        const auto before = store::verifyFolder(folder, progress);
        QVERIFY_OK(before);
        for (const auto &finding : before->findings)
            QVERIFY2(!finding.isWrong(), qPrintable(store::findingName(finding.kind) + finding.detail));

        const auto opened = CaseStore::open(folder, actor, m_clock);
        QVERIFY_OK(opened);
        QVERIFY(!(*opened)->opening().readOnly);
        const auto head = (*opened)->verifyAudit(progress);
        QVERIFY_OK(head);
        const auto contents = (*opened)->contents();
        QVERIFY_OK(contents);
        const int items = int(contents->evidence.size());
        QVERIFY2(items == acknowledged || items == acknowledged + 1,
                 qPrintable(QStringLiteral("%1 of %2").arg(items).arg(acknowledged)));
        for (int i = 0; i < items; ++i) {
            QCOMPARE(contents->evidence[size_t(i)].sha256, base::sha256(evidenceBytes(i + 1)));
            QVERIFY_OK((*opened)->openEvidence(contents->evidence[size_t(i)].sha256, progress));
        }
        QVERIFY((*opened)->opening().interrupted.size() <= 1);
        QCOMPARE(QDir(folder + "/evidence")
                     .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
                     .size(),
                 items);
        QVERIFY(!QFile::exists(folder + "/audit.head.new"));
        // And it goes on.
        QVERIFY_OK((*opened)->commit(look, actor));
        const auto after = store::verifyFolder(folder, progress);
        QVERIFY_OK(after);
        QVERIFY(after->findings.empty());
    }

    void checkSigned(const QString &folder, bool acknowledged, int &signedAll)
    {
        const auto check = [&](bool open) {
            base::Progress progress;
            store::Against against;
            against.signatures = [](const QByteArray &, const QString &key, const QString &value) {
                return key == signatureOf({}).key && value == signatureOf({}).value;
            };
            against.hashFiles = false; // the item's bytes are not what is tested here
            const auto verified = store::verifyFolder(folder, progress, against);
            QVERIFY_OK(verified);
            for (const auto &finding : verified->findings)
                QVERIFY2(!finding.isWrong(), qPrintable(store::findingName(finding.kind) + finding.detail));
            QVERIFY(verified->signedRecords == 0 || verified->signedRecords == 7);
            QVERIFY(verified->signedRecords == 7 || !acknowledged);
            QCOMPARE(verified->unsignedRecords, 0);
            if (!open)
                return;
            const auto opened = CaseStore::open(folder, actor, m_clock);
            QVERIFY_OK(opened);
            const auto contents = (*opened)->contents();
            QVERIFY_OK(contents);
            const bool all = verified->signedRecords == 7;
            signedAll += all;
            QCOMPARE(contents->drafts.size(), all ? 0u : 1u);
            QCOMPARE(contents->examinations.size(), all ? 1u : 0u);
            QCOMPARE(contents->listViews.size(), all ? 1u : 0u);
            if (!all) // and then it can be signed
                QVERIFY_OK(sign(**opened, m_clock, [](const char *) {}));
        };
        check(true);
        if (!QTest::currentTestFailed())
            check(false);
    }

private slots:
    void duringIntakeAtEveryWritingCall()
    {
        int points = 0;
        int interrupted = 0;
        for (int at = 0;; ++at) {
            QTemporaryDir folder;
            const QString casePath = folder.filePath("case");
            QVERIFY_OK(CaseStore::create(casePath, caseFile(m_clock), actor, m_clock));
            const Run child = run({"intake", casePath, folder.path(), QString::number(at)});
            checkCase(casePath, child.acknowledged);
            if (QTest::currentTestFailed()) {
                qWarning("killed at call %d", at);
                return;
            }
            if (!child.killed)
                break;
            ++points;
            base::Progress progress;
            const auto entries = CaseStore::open(casePath, actor, m_clock).value()->auditEntries(1, 100);
            for (const auto &entry : *entries)
                interrupted += entry.act.verb == "operation-interrupted";
            // Later items run through the same calls as the first.
            if (points > 90)
                at += 6;
        }
        QVERIFY2(points > 60, qPrintable(QString::number(points)));
        QVERIFY(interrupted > 20);
    }

    // Nothing half signed: all records of the act with their entry and signatures, or the draft as it was.
    void whileSigningAtEveryWritingCall()
    {
        int points = 0;
        int signedAll = 0;
        for (int at = 0;; ++at) {
            QTemporaryDir folder;
            const QString casePath = folder.filePath("case");
            QVERIFY_OK(prepareToSign(casePath, m_clock));
            const Run child = run({"sign", casePath, folder.path(), QString::number(at)});
            checkSigned(casePath, child.acknowledged > 0, signedAll);
            if (QTest::currentTestFailed()) {
                qWarning("killed at call %d", at);
                return;
            }
            if (!child.killed)
                break;
            ++points;
        }
        QVERIFY2(points > 15, qPrintable(QString::number(points)));
        QVERIFY(signedAll > 3);
        QVERIFY(signedAll < points);
    }

    void duringCreationAtEveryWritingCall()
    {
        int points = 0;
        for (int at = 0;; ++at) {
            QTemporaryDir folder;
            const QString casePath = folder.filePath("case");
            const Run child = run({"create", casePath, folder.path(), QString::number(at)});
            if (QFile::exists(casePath + "/case.sqlite")) {
                checkCase(casePath, 0);
            } else {
                QCOMPARE(child.acknowledged, 0);
                QVERIFY_OK(CaseStore::create(casePath, caseFile(m_clock), actor, m_clock)); // the same again
            }
            if (QTest::currentTestFailed()) {
                qWarning("killed at call %d", at);
                return;
            }
            if (!child.killed)
                break;
            ++points;
        }
        QVERIFY2(points > 10, qPrintable(QString::number(points)));
    }

    void atAnyMoment()
    {
        for (int round = 1; round <= 12; ++round) {
            QTemporaryDir folder;
            const QString casePath = folder.filePath("case");
            QVERIFY_OK(CaseStore::create(casePath, caseFile(m_clock), actor, m_clock));
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {"endless", casePath, folder.path()});
            QByteArray said;
            while (said.count("done") < round % 4 + 1 && child.waitForReadyRead(30'000))
                said += child.readAllStandardOutput();
            child.kill();
            child.waitForFinished(-1);
            said += child.readAllStandardOutput();
            checkCase(casePath, int(said.count("done")));
            if (QTest::currentTestFailed())
                return;
        }
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() > 2 && arguments.at(1) == "intake")
        return intakeChild(arguments.mid(2));
    if (arguments.size() > 2 && arguments.at(1) == "create")
        return createChild(arguments.mid(2));
    if (arguments.size() > 2 && arguments.at(1) == "sign")
        return signChild(arguments.mid(2));
    if (arguments.size() > 2 && arguments.at(1) == "endless")
        return endlessChild(arguments.mid(2));
    TestKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_kill.moc"
