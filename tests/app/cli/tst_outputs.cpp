// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves, by the real program in training mode. The packets of accounts are tested in casework.
#include "tests/app/cli/program.h"
#include "tests/support/testdata.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace likeness;

class OutputsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void disclosure();
    void auditLog();
    void statistics();
    void packetsNeedAccounts();
    void wrongUsage();

private:
    using Answer = tests::JsonAnswer;
    Answer run(const QStringList &arguments) const
    {
        return tests::runCli(m_folder.path(), arguments);
    }
    QString errorOf(const QStringList &arguments) const
    {
        const Answer answer = run(arguments);
        return answer.code == 1 ? answer.json["error"].toObject()["code"].toString() : QString("no failure");
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray bytes(const QString &file) const
    {
        QFile read(file);
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    }
    QTemporaryDir m_folder;
};

void OutputsTest::initTestCase()
{
    QCOMPARE(run({"case", "create", path("case"), "--number", "2026-0142", "--offence", "Lost property",
                  "--purpose", "Find the owner of an umbrella", "--requester", "J. Roe"})
                 .code,
             0);
    QCOMPARE(run({"evidence", "add", path("case"), tests::samplesDirectory() + "/sample1.jpg"}).code, 0);
}

void OutputsTest::disclosure()
{
    QCOMPARE(errorOf({"disclosure", path("case"), "--out", path("d.zip"), "--reason", "n/a"}), "not-allowed");
    QCOMPARE(errorOf({"disclosure", path("case"), "--out", path("d.tar"), "--reason", "To the defence"}),
             "invalid-argument");
    const Answer answer =
        run({"disclosure", path("case"), "--out", path("d.zip"), "--reason", "To the defence"});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.json["packet"].toString(), path("d.zip"));
    QCOMPARE(QProcess::execute("python3", {"-m", "zipfile", "-e", path("d.zip"), path("d")}), 0);
    QProcess check;
    check.setWorkingDirectory(path("d/disclosure"));
    check.start("sha256sum", {"-c", "manifest-sha256.txt"});
    QVERIFY(check.waitForFinished());
    QCOMPARE(check.exitCode(), 0);
    QVERIFY(bytes(path("d/disclosure/data/report.pdf")).startsWith("%PDF"));
    QVERIFY(bytes(path("d/disclosure/README.txt")).startsWith("TRAINING - NOT FOR CASEWORK"));
}

void OutputsTest::auditLog()
{
    const Answer answer = run({"audit", "export", path("case"), "--out", path("a.jsonl")});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.json["log"].toString(), path("a.jsonl"));
    QVERIFY(bytes(path("a.jsonl")).contains("\"act\":\"evidence-added\""));
}

void OutputsTest::statistics()
{
    const QString year = QString::number(QDateTime::currentDateTimeUtc().date().year());
    const Answer answer = run({"statistics", "--year", year, "--out", path("s.json"), "--csv"});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.json["figures"].toObject()["cases"].toInt(), 1);
    QCOMPARE(answer.json["figures"].toObject()["evidence_items"].toInt(), 1);
    QCOMPARE(answer.json["files"].toArray().size(), 2);
    for (const QString file : {"s.json", "s.json.minisig", "s.csv", "s.csv.minisig"})
        QVERIFY2(!bytes(path(file)).isEmpty(), qPrintable(file));
}

void OutputsTest::packetsNeedAccounts()
{
    QCOMPARE(run({"verification", "list", path("case")}).json["tasks"].toArray().size(), 0);
    QCOMPARE(errorOf({"verification", "export", path("case"), "--task", "v", "--out", path("v.zip")}),
             "not-allowed");
    QCOMPARE(errorOf({"verification", "import", path("case"), "--packet", path("v.zip")}), "not-allowed");
    QCOMPARE(errorOf({"verification", "open", path("v.zip"), "--out", path("v")}), "not-allowed");
}

void OutputsTest::wrongUsage()
{
    for (const QStringList &arguments :
         {QStringList{"audit"}, QStringList{"verification"}, QStringList{"statistics", "--year", "17"},
          QStringList{"disclosure", path("case"), "--out", path("e.zip")}})
        QCOMPARE(run(arguments).code, 2);
}

QTEST_GUILESS_MAIN(OutputsTest)
#include "tst_outputs.moc"
