// SPDX-License-Identifier: GPL-3.0-or-later
// likeness-cli evaluate, on faces cut from the sample photographs.
#include "tests/app/cli/program.h"
#include "tests/support/personpictures.h"
#include "tests/support/testdata.h"

#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace likeness;

class EvaluateCommandTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void identification();
    void verification();
    void aListOfPairs();
    void innocents();
    void groupsAndCurves();
    void theSharedFaces();
    void whatCannotBeMeasured();
    void wrongUsage();

private:
    tests::JsonAnswer run(const QStringList &arguments) const
    {
        return tests::runCli(m_folder.path(), QStringList{"evaluate"} + arguments);
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
};

void EvaluateCommandTest::initTestCase()
{
    // Each face of two photographs is a person: those of sample5 with two pictures, once mirrored and smaller.
    QVERIFY(QDir().mkdir(path("people")));
    int number = 0;
    for (const QString &photo : {QString("sample5"), QString("sample1"), QString("sample2")}) {
        const QImage picture(QStringLiteral("%1/%2.jpg").arg(tests::samplesDirectory(), photo));
        QVERIFY2(!picture.isNull(), "the sample photographs are not there; run the installer");
        const QString file = path(photo + ".png");
        QVERIFY(picture.save(file));
        const auto found = tests::runCli(m_folder.path(), {"faces", file, "--smallest-face", "80"});
        QCOMPARE(found.code, 0);
        for (const auto &face : found.json["faces"].toArray()) {
            const QJsonArray box = face.toObject()["box"].toArray();
            QVERIFY(tests::savePerson(
                picture, {box[0].toDouble(), box[1].toDouble(), box[2].toDouble(), box[3].toDouble()},
                path(QStringLiteral("people/Person_%1").arg(QChar(u'A' + number++))), photo == u"sample5"));
        }
    }
    QVERIFY(number >= 9);
    QVERIFY(QImage(300, 300, QImage::Format_RGB32).save(path("people/Person_Z_0001.png"))); // nobody
    QFile broken(path("people/Person_Y_0001.jpg"));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no picture") > 0);
}

void EvaluateCommandTest::identification()
{
    const auto answer = run({"identification", "--images", path("people")});
    QCOMPARE(answer.code, 0);
    const QJsonObject &json = answer.json;
    QCOMPARE(json["mated"].toInt(), 5);
    QVERIFY(json["gallery"].toInt() >= 7);
    QVERIFY(json["non_mated"].toInt() >= 9);
    QCOMPARE(json["without_face"].toInt(), 1);
    QCOMPARE(json["unreadable"].toInt(), 1);
    for (const char *which : {"ours", "plain_dlib"}) {
        const QJsonObject rank = json[which]["rank"].toObject(), fnir = json[which]["fnir_at_fpir"].toObject();
        QCOMPARE(rank.keys(), QStringList({"1", "10", "20", "50"}));
        QCOMPARE(fnir.keys(), QStringList({"0.003", "0.01", "0.05", "0.1"}));
        QCOMPARE(rank["1"].toDouble(), 1.0); // a mirror image is easy
        QCOMPARE(json[which]["rank_95"]["1"].toArray().size(), 2);
        QCOMPARE(json[which]["fnir_at_fpir_95"]["0.01"].toArray().size(), 2);
    }
    QVERIFY(json["ratios"]["fnir_at_fpir"]["0.01"].toObject().contains("low"));
    QVERIFY(json["engine"]["options"].toString().startsWith("mirror, sizes, projection "));
    QVERIFY(json["training"].toBool());
    // Nothing of the people is kept: no case, no gallery, only the entry.
    QVERIFY(QDir(path("people")).entryList({"*.sqlite"}).isEmpty());
}

void EvaluateCommandTest::verification()
{
    const auto answer = run({"verification", "--images", path("people")});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.json["same_pairs"].toInt(), 5);
    QCOMPARE(answer.json["other_pairs"].toInt(), 4'000'000);
    QCOMPARE(answer.json["pairs"].toInt(), 10);
    QCOMPARE(answer.json["ours"]["fnmr_at_fmr"].toObject().keys(), QStringList({"1e-03", "1e-04", "1e-05"}));
    QVERIFY(answer.json["plain_dlib"]["accuracy"].toDouble() > 0.8);
}

void EvaluateCommandTest::aListOfPairs()
{
    const auto write = [&](const QByteArray &text) {
        QFile list(path("pairs.txt"));
        return list.open(QIODevice::WriteOnly | QIODevice::Truncate) && list.write(text) == text.size();
    };
    QVERIFY(write("10\t1\nPerson_A\t1\t2\nPerson_A\t1\tPerson_B\t1\nPerson_C\t1\t2\nPerson_C\t2\tPerson_Q\t9\n"));
    const QStringList asked{"verification", "--images", path("people"), "--pairs", path("pairs.txt")};
    const auto answer = run(asked);
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.json["pairs"].toInt(), 3);
    QCOMPARE(answer.json["pairs_missing"].toInt(), 1);
    QVERIFY(write("10\t1\nPerson_A\t1\n"));
    const auto damaged = run(asked);
    QCOMPARE(damaged.code, 1);
    QCOMPARE(damaged.json.value("error")["code"].toString(), "file-damaged");
    QCOMPARE(damaged.json["error"]["detail"].toString(), "line 2");
}

void EvaluateCommandTest::innocents()
{
    // In the gallery: one of the people under his own name, one under another name, and nobody else.
    const auto cli = [&](const QStringList &arguments) { return tests::runCli(m_folder.path(), arguments); };
    QVERIFY(QDir().mkdir(path("enrolled")));
    QVERIFY(QFile::copy(path("people/Person_A_0001.png"), path("enrolled/Person_A.png")));
    QVERIFY(QFile::copy(path("people/Person_B_0001.png"), path("enrolled/Alias.png")));
    const QString gallery = path("gallery");
    const QStringList asked{"innocents", "--gallery", gallery, "--images", path("people")};
    QCOMPARE(run(asked).code, 1); // no gallery there
    QCOMPARE(cli({"gallery", "create", gallery, "--name", "Members"}).code, 0);
    QCOMPARE(run(asked).json.value("error")["code"].toString(), "not-found"); // nobody in it
    QCOMPARE(cli({"gallery", "enrol", gallery, path("enrolled")}).code, 0);
    const auto answer = run(asked);
    QCOMPARE(answer.code, 0);
    const QJsonObject &json = answer.json;
    QCOMPARE(json["in_gallery"].toInt(), 2); // both pictures of Person_A
    QVERIFY(json["persons"].toInt() >= 8);
    QCOMPARE(json["pictures"].toInt(), json["persons"].toInt() + 4); // four others have two
    QCOMPARE(json["calibration"]["source"].toString(), "shipped");
    QCOMPARE(json["calibration"]["one_in"].toInt(), 100);
    // Only the one who is in it under another name is above the line.
    QCOMPARE(json["persons_listed"].toInt(), 1);
    QCOMPARE(json["listed"][0]["nearest"].toString(), "Alias");
    QVERIFY(json["listed"][0]["file"].toString().startsWith("Person_B"));
    QCOMPARE(json["share"].toDouble(), 1.0 / json["persons"].toInt());
    QVERIFY(json["share_95"][0].toDouble() < json["share"].toDouble());

    QVERIFY(QDir().mkdir(path("onlyA")));
    QVERIFY(QFile::copy(path("people/Person_A_0001.png"), path("onlyA/Person_A_0001.png")));
    QCOMPARE(run({"innocents", "--gallery", gallery, "--images", path("onlyA")}).json.value("error")["code"].toString(),
             "invalid-argument");
    QCOMPARE(run({"innocents", "--gallery", gallery, "--images", path("nowhere")}).json.value("error")["code"].toString(),
             "file-unreadable");
}

void EvaluateCommandTest::groupsAndCurves()
{
    QFile list(path("groups.csv"));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write("file,group\nPerson_A_0001.png,one\nPerson_B_0001.png,one\nPerson_F_0001.png,two\n");
    list.close();
    const QStringList asked{"identification", "--images", path("people"), "--groups", list.fileName(),
                            "--curves",       path("curves")};
    const auto answer = run(asked);
    QCOMPARE(answer.code, 0);
    const QJsonArray groups = answer.json["groups"].toArray();
    QCOMPARE(groups.size(), 2);
    QCOMPARE(groups[0]["group"].toString(), QString("one"));
    QCOMPARE(groups[0]["mated"].toInt(), 2);
    QCOMPARE(groups[1]["mated"].toInt(), 0);
    QVERIFY(groups[1]["ours"]["fnir_at_fpir"]["0.01"].isNull());
    QVERIFY(groups[0]["too_few_mated"].toBool());
    QVERIFY(answer.json["persons_without_group"].toInt() >= 6);
    QVERIFY(answer.json["settings"]["projected"].toBool());
    QVERIFY(!answer.json["plain_settings"]["mirror"].toBool());
    QCOMPARE(answer.json["curves"]["ours_rank"]["y"].toArray().size(), 50);
    for (const char *name : {"det.svg", "rank.svg"}) {
        QFile file(path(QStringLiteral("curves/") + name));
        QVERIFY2(file.open(QIODevice::ReadOnly), name);
        const QByteArray svg = file.readAll();
        QVERIFY(svg.startsWith("<?xml"));
        QVERIFY(svg.contains("Plain dlib") && svg.contains("polyline"));
    }
    QCOMPARE(answer.json["files"].toArray().size(), 2);

    QVERIFY(list.open(QIODevice::WriteOnly | QIODevice::Truncate));
    list.write("person,group\nPerson_A,one\nPerson_A,two\n");
    list.close();
    const auto refused = run(asked);
    QCOMPARE(refused.code, 1);
    QCOMPARE(refused.json.value("error")["code"].toString(), "file-damaged");
    QVERIFY(refused.json["error"]["detail"].toString().startsWith("line 3: "));

    const auto pairs = run({"verification", "--images", path("people"), "--curves", path("pairs")});
    QCOMPARE(pairs.code, 0);
    QVERIFY(QFile::exists(path("pairs/det.svg")) && !QFile::exists(path("pairs/rank.svg")));
    QFile inTheWay(path("file"));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QCOMPARE(run({"verification", "--images", path("people"), "--curves", path("file/x")}).code, 1);
}

/// A tenth of the shared faces: their own protocol, with a cohort.
void EvaluateCommandTest::theSharedFaces()
{
    const QString shared = tests::sharedFacesDirectory();
    if (shared.isEmpty())
        QSKIP("the shared faces are not beside the project");
    QVERIFY(QDir().mkdir(path("some")));
    const QStringList names = QDir(shared).entryList({"*.jpg"}, QDir::Files, QDir::Name);
    for (const QString &name : names.mid(0, 520))
        QVERIFY(QFile::link(shared + '/' + name, path("some/" + name)));
    const auto answer = run({"identification", "--images", path("some")});
    QCOMPARE(answer.code, 0);
    QVERIFY(answer.json["gallery"].toInt() > 200);
    QVERIFY(answer.json["mated"].toInt() > 80);
    const auto rate = [&](const char *which) { return answer.json[which]["fnir_at_fpir"]["0.05"].toDouble(); };
    QVERIFY2(rate("ours") < rate("plain_dlib"), "the point of it all");
}

void EvaluateCommandTest::whatCannotBeMeasured()
{
    const auto errorOf = [&](const QStringList &arguments) {
        const auto answer = run(arguments);
        return answer.code == 1 ? answer.json.value("error")["code"].toString() : QString::number(answer.code);
    };
    QCOMPARE(errorOf({"identification", "--images", path("nowhere")}), "file-unreadable");
    QVERIFY(QDir().mkdir(path("few")));
    QVERIFY(QFile::copy(path("people/Person_A_0001.png"), path("few/Person_A_0001.png")));
    for (const char *kind : {"identification", "verification"})
        QCOMPARE(errorOf({kind, "--images", path("few")}), "invalid-argument");
    QCOMPARE(errorOf({"verification", "--images", path("people"), "--pairs", path("no.txt")}), "file-unreadable");
}

void EvaluateCommandTest::wrongUsage()
{
    QCOMPARE(run({}).code, 2);
    QCOMPARE(run({"identification"}).code, 2);
    QCOMPARE(run({"guess", "--images", path("people")}).code, 2);
}

QTEST_GUILESS_MAIN(EvaluateCommandTest)
#include "tst_evaluate.moc"
