// SPDX-License-Identifier: GPL-3.0-or-later
// likeness-cli selfcheck, as somebody who has just installed Likeness would call it.
#include "tests/app/cli/program.h"
#include "tests/support/testdata.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace likeness;

class SelfCheckCommandTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void bothAgree();
    void someCannotBeRead();
    void nothingCanBeRead();
    void wrongUsage();

private:
    using Answer = tests::JsonAnswer;
    Answer run(const QStringList &arguments) const
    {
        return tests::runCli(m_folder.path(), QStringList{"selfcheck", "--smallest", "80"} + arguments);
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
};

void SelfCheckCommandTest::initTestCase()
{
    const QImage photo(tests::samplesDirectory() + "/sample1.jpg");
    QVERIFY2(!photo.isNull(), "the sample photographs are not there; run the installer");
    QVERIFY(photo.scaledToWidth(960, Qt::SmoothTransformation).save(path("photo.png")));
}

void SelfCheckCommandTest::bothAgree()
{
    const Answer answer = run({path("photo.png")});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.json["within"].toBool(), true);
    QCOMPARE(answer.json["limits"]["box_px"].toDouble(), 1.0);
    const QJsonObject picture = answer.json["pictures"].toArray().at(0).toObject();
    QCOMPARE(picture["file"].toString(), path("photo.png"));
    QCOMPARE(picture["both"].toArray().size(), 3);
    QVERIFY(picture["both"][0]["template"].toDouble() < 1e-4);
    QVERIFY(picture["reference_find_ms"].toDouble() > 0);
    QVERIFY(picture["find_ms"].toDouble() > 0);
}

void SelfCheckCommandTest::someCannotBeRead()
{
    const Answer answer = run({path("gone.png"), path("photo.png")});
    QCOMPARE(answer.code, 3);
    QCOMPARE(answer.json["within"].toBool(), true);
    QCOMPARE(answer.json["pictures"][0]["error"]["code"].toString(), QString("file-unreadable"));
}

void SelfCheckCommandTest::nothingCanBeRead()
{
    const Answer answer = run({path("gone.png")});
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.json["within"].toBool(), false);
}

void SelfCheckCommandTest::wrongUsage()
{
    QCOMPARE(run({}).code, 2);
}

QTEST_GUILESS_MAIN(SelfCheckCommandTest)
#include "tst_selfcheck.moc"
