// SPDX-License-Identifier: GPL-3.0-or-later
// Folders that this user may not write, or not even read. Root may do anything, so a root that runs the tests
// becomes nobody in a child process.
#include "engine/store/verification.h"
#include "tests/engine/store/storetest.h"

#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace likeness;
using namespace likeness::tests;
using store::CaseStore;

namespace
{

QByteArray codeOf(const base::Error &error)
{
    return base::errorCodeName(error.code).toUtf8();
}

/// open FOLDER, or create FOLDER: prints what came of it.
int child(const QString &verb, const QString &folder)
{
    StandingClock clock;
    QByteArray said;
    if (verb == "create") {
        const auto created = CaseStore::create(folder, caseFile(clock), actor, clock);
        said = created ? "created" : codeOf(created.error());
    } else {
        const auto opened = CaseStore::open(folder, actor, clock);
        if (!opened) {
            said = codeOf(opened.error());
        } else {
            base::Progress progress;
            said = (*opened)->opening().readOnly ? "read-only" : "writing";
            const auto contents = (*opened)->contents();
            said += contents ? " items:" + QByteArray::number(contents->evidence.size())
                             : codeOf(contents.error());
            for (const auto &item : contents->evidence)
                said += (*opened)->openEvidence(item.sha256, progress) ? " sound" : " changed";
            const auto head = (*opened)->verifyAudit(progress);
            said += head ? " entries:" + QByteArray::number(head->count) : codeOf(head.error());
            const auto refused = (*opened)->commit(look, actor);
            said += refused ? " committed" : ' ' + codeOf(refused.error());
            const auto verified = store::verifyFolder(folder, progress);
            said += verified && verified->isSound() ? " verified" : " not-verified";
        }
    }
    std::puts(said.constData());
    return 0;
}

} // namespace

class TestPermission : public QObject
{
    Q_OBJECT

    StandingClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_case;

    static QByteArray asNobody(const QString &verb, const QString &folder)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.setChildProcessModifier([] {
            constexpr uid_t nobody = 65534;
            if (::geteuid() == 0 &&
                (::setgroups(0, nullptr) != 0 || ::setgid(nobody) != 0 || ::setuid(nobody) != 0))
                ::_exit(9);
        });
        process.start(QCoreApplication::applicationFilePath(), {verb, folder});
        process.waitForFinished(-1);
        if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
            return "child failed: " + process.errorString().toUtf8();
        return process.readAllStandardOutput().trimmed();
    }

    void setMode(const QString &path, mode_t mode) { QCOMPARE(::chmod(QFile::encodeName(path), mode), 0); }
    void makeReadOnly()
    {
        for (const char *file : {"case.sqlite", "audit.head", "lock"})
            setMode(m_case + '/' + file, 0444);
        setMode(m_case + "/evidence", 0555);
        setMode(m_case, 0555);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        setMode(m_folder->path(), 0755);
        m_case = m_folder->filePath("case");
        const auto store = CaseStore::create(m_case, caseFile(m_clock), actor, m_clock);
        QVERIFY_OK(store);
        QVERIFY_OK(addEvidence(**store, m_clock, m_folder->path(), "bytes"));
    }
    void cleanup()
    {
        setMode(m_case, 0755); // or the folder cannot be removed
        setMode(m_case + "/evidence", 0755);
    }

    void aFolderThatMayOnlyBeRead()
    {
        makeReadOnly();
        const auto before = folderBytes(m_case);
        QCOMPARE(asNobody("open", m_case),
                 QByteArray("read-only items:1 sound entries:2 read-only verified"));
        QCOMPARE(folderBytes(m_case), before);
    }

    // Copied to a read-only medium while the program was running or after it was cut off: what is in the
    // write-ahead log is part of the case.
    void withAWriteAheadLog()
    {
        const auto store = CaseStore::open(m_case, actor, m_clock);
        QVERIFY_OK(store);
        QVERIFY_OK(addEvidence(**store, m_clock, m_folder->path(), "more bytes"));
        const QString copy = m_folder->filePath("copy");
        QVERIFY(QDir().mkpath(copy + "/evidence"));
        for (const char *file : {"case.sqlite", "case.sqlite-wal", "audit.head", "lock"})
            QVERIFY2(QFile::copy(m_case + '/' + file, copy + '/' + file), file);
        for (const QString &name : QDir(m_case + "/evidence").entryList(QDir::Files))
            QVERIFY(QFile::copy(m_case + "/evidence/" + name, copy + "/evidence/" + name));
        QVERIFY(QFileInfo(copy + "/case.sqlite-wal").size() > 0);
        m_case = copy;
        makeReadOnly();
        setMode(copy + "/case.sqlite-wal", 0444);
        const auto before = folderBytes(m_case);
        QCOMPARE(asNobody("open", m_case),
                 QByteArray("read-only items:2 sound sound entries:3 read-only verified"));
        QCOMPARE(folderBytes(m_case), before);
    }

    void someFilesOnly()
    {
        setMode(m_case, 0777);
        setMode(m_case + "/case.sqlite", 0444); // may make files, may not write the records
        QCOMPARE(asNobody("open", m_case).left(9), QByteArray("read-only"));
    }

    void aFolderThatMayNotBeRead()
    {
        setMode(m_case, 0000);
        QCOMPARE(asNobody("open", m_case), QByteArray("file-unreadable"));
        setMode(m_case, 0755);
        setMode(m_case + "/case.sqlite", 0000);
        QCOMPARE(asNobody("open", m_case), QByteArray("file-unreadable"));
    }

    void nowhereToCreate()
    {
        const QString parent = m_folder->filePath("closed");
        QVERIFY(QDir().mkpath(parent));
        setMode(parent, 0555);
        QCOMPARE(asNobody("create", parent + "/case"), QByteArray("write-failed"));
        QVERIFY(!QFile::exists(parent + "/case"));
        QCOMPARE(asNobody("create", parent), QByteArray("write-failed")); // empty, and not ours to write
        QVERIFY(QDir(parent).isEmpty());
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc > 2 && (QByteArray(argv[1]) == "open" || QByteArray(argv[1]) == "create"))
        return child(QString::fromUtf8(argv[1]), QString::fromLocal8Bit(argv[2]));
    TestPermission test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_permission.moc"
