// SPDX-License-Identifier: GPL-3.0-or-later
// likeness-cli video, on a recording that the ffmpeg program makes of a sample photograph, and on what is
// none.
#include "engine/base/digest.h"
#include "tests/app/cli/program.h"
#include "tests/support/clips.h"
#include "tests/support/testdata.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include <sys/stat.h>

using namespace likeness;

class VideoCommandsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void info();
    void frame();
    void deepFrame();
    void faces();
    void partOfIt();
    void inACase();
    void refused_data();
    void refused();
    void wrongUsage();

private:
    using Answer = tests::JsonAnswer;
    Answer run(const QStringList &arguments) const
    {
        return tests::runCli(m_folder.path(), QStringList{"video"} + arguments);
    }
    static void ffmpeg(const QStringList &arguments)
    {
        QCOMPARE(QProcess::execute("ffmpeg", QStringList{"-v", "error", "-y"} + arguments), 0);
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QByteArray contents(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QTemporaryDir m_folder;
};

void VideoCommandsTest::initTestCase()
{
    tests::panClip(m_folder.path());
    ffmpeg({"-f", "lavfi", "-i", "testsrc2=s=64x48:r=10:d=0.5", "-c:v", "ffv1", "-pix_fmt", "yuv420p10le",
            path("deep.mkv")});
}

void VideoCommandsTest::info()
{
    const Answer answer = run({"info", path("pan.mp4")});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.json["type"].toString(), "video/mp4");
    QCOMPARE(answer.json["codec"].toString(), "h264");
    QCOMPARE(answer.json["width"].toInt(), 640);
    QCOMPARE(answer.json["height"].toInt(), 360);
    QCOMPARE(answer.json["frames"].toInt(), 24);
    QCOMPARE(answer.json["variable_rate"].toBool(), false);
    QCOMPARE(answer.json["ended_by"].toString(), "");
    QVERIFY(qAbs(answer.json["seconds"].toDouble() - 23.0 / 12) < 1e-3);
    QCOMPARE(answer.json["sha256"].toString(), base::sha256(contents("pan.mp4")));
    QVERIFY(!answer.json["metadata"].toObject().isEmpty());
}

void VideoCommandsTest::frame()
{
    const Answer answer = run({"frame", path("pan.mp4"), "--frame", "7", "--out", path("seven.png")});
    QCOMPARE(answer.code, 0);
    const QImage picture(path("seven.png"));
    QCOMPARE(picture.size(), QSize(640, 360));
    const QJsonObject sidecar = QJsonDocument::fromJson(contents("seven.json")).object();
    QCOMPARE(sidecar["frame"].toInt(), 7);
    QCOMPARE(sidecar["source"].toString(), "pan.mp4");
    QCOMPARE(sidecar["source_sha256"].toString(), base::sha256(contents("pan.mp4")));
    QCOMPARE(sidecar["png_sha256"].toString(), base::sha256(contents("seven.png")));
    QVERIFY(qAbs(sidecar["seconds"].toDouble() - 7.0 / 12) < 1e-3);
    // The same again, and another frame is another picture.
    QCOMPARE(run({"frame", path("pan.mp4"), "--frame", "7", "--out", path("again.png")}).code, 0);
    QCOMPARE(contents("again.png"), contents("seven.png"));
    QCOMPARE(run({"frame", path("pan.mp4"), "--frame", "8", "--out", path("eight.png")}).code, 0);
    QVERIFY(contents("eight.png") != contents("seven.png"));
    // To the pixel what the ffmpeg program gives when it converts colours as exactly as it can.
    ffmpeg({"-i", path("pan.mp4"), "-sws_flags",
            "accurate_rnd+full_chroma_int+full_chroma_inp+bitexact+bicubic", "-vf",
            "select=eq(n\\,7),format=rgb24", "-frames:v", "1", path("other.png")});
    QCOMPARE(picture.convertToFormat(QImage::Format_RGB888),
             QImage(path("other.png")).convertToFormat(QImage::Format_RGB888));
}

void VideoCommandsTest::deepFrame()
{
    const Answer answer = run({"frame", path("deep.mkv"), "--frame", "2", "--out", path("deep.png")});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.json["bits_per_channel"].toInt(), 16);
    const QImage picture(path("deep.png"));
    QCOMPARE(picture.size(), QSize(64, 48));
    QCOMPARE(picture.depth(), 64); // Qt's form for 16 bits a channel
}

void VideoCommandsTest::faces()
{
    const Answer answer = run({"faces", path("pan.mp4"), "--smallest-face", "60"});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.json["frames"].toInt(), 24);
    QVERIFY(qAbs(answer.json["seconds_of_video"].toDouble() - 2) < 0.01);
    QVERIFY(answer.json["seconds_taken"].toDouble() > 0);
    const QJsonArray tracks = answer.json["tracks"].toArray();
    QVERIFY(!tracks.isEmpty());
    QCOMPARE(tracks[0]["id"].toInt(), 1);
    const auto length = [](const QJsonValue &track) { return track["boxes"].toArray().size(); };
    const QJsonValue track = *std::max_element(
        tracks.begin(), tracks.end(), [&](const auto &a, const auto &b) { return length(a) < length(b); });
    const QJsonArray boxes = track["boxes"].toArray();
    QVERIFY(boxes.size() >= 20);
    QCOMPARE(boxes.first()["frame"].toInt(), track["first_frame"].toInt());
    QCOMPARE(boxes.last()["frame"].toInt(), track["last_frame"].toInt());
    QVERIFY(track["best_frame"].toInt() >= track["first_frame"].toInt());
    QVERIFY(track["best_frame"].toInt() <= track["last_frame"].toInt());
    // The window moves right by 4 of its 640 px a frame, so the face moves left.
    const double first = boxes.first()["box"][0].toDouble(), last = boxes.last()["box"][0].toDouble();
    const double expected = 4.0 / 640 * (boxes.last()["frame"].toInt() - boxes.first()["frame"].toInt());
    QVERIFY2(qAbs(first - last - expected) < 0.05, qPrintable(QString::number(first - last)));
    QVERIFY(boxes.last()["pts"].toInteger() > boxes.first()["pts"].toInteger());
}

void VideoCommandsTest::partOfIt()
{
    const Answer part = run({"faces", path("pan.mp4"), "--from", "0.5", "--to", "1"});
    QCOMPARE(part.code, 0);
    QCOMPARE(part.json["frames"].toInt(), 7);
    for (const QJsonValue &track : part.json["tracks"].toArray()) {
        QVERIFY(track["first_frame"].toInt() >= 6);
        QVERIFY(track["last_frame"].toInt() <= 12);
    }
    const Answer corner = run({"faces", path("pan.mp4"), "--to", "0.5", "--area", "0,0.95,0.05,0.05"});
    QCOMPARE(corner.code, 0);
    QVERIFY(corner.json["tracks"].toArray().isEmpty());
}

void VideoCommandsTest::inACase()
{
    const auto cli = [this](const QStringList &arguments) { return tests::runCli(m_folder.path(), arguments); };
    const QString file = path("case"), gallery = path("gallery");
    QCOMPARE(cli({"case", "create", file, "--number", "2026-0142", "--offence", "Lost property", "--purpose",
                  "Find the owner of an umbrella", "--requester", "J. Roe"})
                 .code,
             0);
    QCOMPARE(cli({"gallery", "create", gallery, "--name", "Training"}).code, 0);
    QCOMPARE(cli({"gallery", "enrol", gallery, tests::samplesDirectory() + "/sample3.jpg"}).code, 0);
    const Answer added = cli({"evidence", "add", file, path("pan.mp4")});
    QCOMPARE(added.code, 0);
    const QJsonObject item = added.json["evidence"].toArray().first().toObject();
    const QString evidence = item["id"].toString();
    QCOMPARE(item["frames"].toInt(), 24);
    QCOMPARE(cli({"scan", file, evidence, "--resume"}).json.value("error")["code"].toString(), "not-found");

    const Answer scanned = cli({"scan", file, evidence, "--smallest-face", "60", "--from", "0.5"});
    QCOMPARE(scanned.code, 0);
    QCOMPARE(scanned.json["state"].toString(), "done");
    QCOMPARE(scanned.json["first_frame"].toInt(), 6);
    QCOMPARE(scanned.json["frames"].toInt(), 18);
    const Answer alone = run({"faces", path("pan.mp4"), "--smallest-face", "60", "--from", "0.5"});
    QJsonArray expected;
    for (const QJsonValue &track : alone.json["tracks"].toArray()) {
        QJsonObject with = track.toObject();
        with["chosen"] = false;
        expected.append(with);
    }
    QVERIFY(!expected.isEmpty());
    QCOMPARE(scanned.json["tracks"].toArray(), expected);
    QCOMPARE(cli({"scan", file, evidence, "--resume"}).json.value("error")["code"].toString(), "invalid-argument");

    const int track = expected.first()["id"].toInt();
    QCOMPARE(cli({"search", file, "--evidence", evidence, "--track", "99", "--gallery", gallery})
                 .json.value("error")["code"]
                 .toString(),
             "not-found");
    const Answer search = cli({"search", file, "--evidence", evidence, "--track", QString::number(track),
                               "--frames", "2", "--gallery", gallery});
    QCOMPARE(search.code, 0);
    QCOMPARE(search.json["track"].toInt(), track);
    QCOMPARE(search.json["frames_searched"].toInt(), 2);
    const Answer opened = cli({"candidates", file, "--search", search.json["search"].toString(), "--weaker",
                               "Two frames are few"});
    const QJsonArray candidates = opened.json["candidates"].toArray();
    QVERIFY(!candidates.isEmpty());
    for (const QJsonValue &candidate : candidates) {
        QVERIFY(candidate["frames_present"].toInt() >= 1);
        QVERIFY(candidate["frames_present"].toInt() <= 2);
    }

    // Ten edits of a frame, of every kind, in two processes.
    QFile form(path("edits.json"));
    QVERIFY(form.open(QIODevice::WriteOnly));
    form.write(R"([{"edit":"deinterlace","parameters":{"field":"top","method":"linear"}},
                   {"edit":"frame-average","parameters":{"before":2,"after":3}},
                   {"edit":"aspect","parameters":{"x":16,"y":11}},
                   {"edit":"crop","parameters":{"box":[0.25,0.125,0.5,0.75]}},
                   {"edit":"rotate","parameters":{"degrees":-7.25}},
                   {"edit":"mirror","parameters":{"axis":"horizontal"}},
                   {"edit":"levels","parameters":{"black":12,"white":230}},
                   {"edit":"gamma","parameters":{"gamma":1.35}},
                   {"edit":"denoise","parameters":{"radius":3,"strength":70}},
                   {"edit":"sharpen","parameters":{"radius":4,"amount":85}}])");
    form.close();
    const QStringList derive{"derive", file, evidence, "--frame", "9", "--edits", path("edits.json")};
    const Answer derived = cli(derive);
    QCOMPARE(derived.code, 0);
    QCOMPARE(derived.json["edits"].toArray().size(), 10);
    QCOMPARE(cli(derive).json["derivation"], derived.json["derivation"]); // the one on record
    const QString second = path("case 2");
    QCOMPARE(cli({"case", "create", second, "--number", "2026-0143", "--offence", "Lost property", "--purpose",
                  "Find the owner of an umbrella", "--requester", "J. Roe"})
                 .code,
             0);
    const QString there =
        cli({"evidence", "add", second, path("pan.mp4")}).json["evidence"].toArray().first()["id"].toString();
    const Answer again = cli({"derive", second, there, "--frame", "9", "--edits", path("edits.json")});
    QCOMPARE(again.code, 0);
    QVERIFY(again.json["derivation"] != derived.json["derivation"]); // made anew, not looked up
    QCOMPARE(again.json["sha256"], derived.json["sha256"]);

    const Answer closed = cli({"scan", file, evidence, "--close"});
    QCOMPARE(closed.code, 0);
    QCOMPARE(closed.json["state"].toString(), "closed");
    QCOMPARE(closed.json["tracks"].toArray().first()["chosen"].toBool(), true);

    const Answer hidden = cli({"evidence", "frame", file, evidence, "--frame", "0", "--out", path("hidden.png")});
    QCOMPARE(hidden.code, 0);
    QCOMPARE(hidden.json["bystanders"].toString(), "pixelated");
    QVERIFY(hidden.json["faces_pixelated"].toInt() >= 1);
    const QStringList shown{"evidence", "frame", file, evidence, "--frame", "0", "--out", path("shown.png"),
                            "--bystanders-shown"};
    QCOMPARE(cli(shown).json.value("error")["code"].toString(), "not-allowed");
    const Answer exact = cli(shown + QStringList{"--reason", "Asked for by the defence"});
    QCOMPARE(exact.code, 0);
    QCOMPARE(QImage(path("shown.png")).size(), QSize(640, 360));
    QVERIFY(QImage(path("shown.png")) != QImage(path("hidden.png")));
    QCOMPARE(exact.json["source_sha256"], item["sha256"]);
    QVERIFY(QFile::exists(path("shown.json")));
}

void VideoCommandsTest::refused_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("code");
    const auto file = [this](const char *name, const QByteArray &bytes) {
        QFile made(path(name));
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.write(bytes);
    };
    file("list.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\npan.mp4\n#EXT-X-ENDLIST\n");
    file("list.txt", "ffconcat version 1.0\nfile pan.mp4\n");
    file("text.mp4", "no recording");
    file("empty.mp4", "");
    QCOMPARE(mkfifo(qPrintable(path("pipe.mp4")), 0600), 0);
    QVERIFY(QFile::link(path("pan.mp4"), path("link.mp4")));
    for (const char *name : {"list.m3u8", "list.txt", "text.mp4", "empty.mp4"})
        QTest::newRow(name) << path(name) << "format-unsupported";
    QTest::newRow("pipe") << path("pipe.mp4") << "file-unreadable";
    QTest::newRow("link") << path("link.mp4") << "file-unreadable";
    QTest::newRow("device") << "/dev/zero"
                            << "file-unreadable";
    QTest::newRow("folder") << m_folder.path() << "file-unreadable";
    QTest::newRow("address") << "http://127.0.0.1/pan.mp4"
                             << "file-unreadable";
    QTest::newRow("missing") << path("gone.mp4") << "file-unreadable";
    QTest::newRow("a still") << tests::samplesDirectory() + "/sample1.jpg"
                             << "format-unsupported";
}

void VideoCommandsTest::refused()
{
    QFETCH(const QString, file);
    QFETCH(const QString, code);
    for (const QStringList &command :
         {QStringList{"info"}, QStringList{"frame", "--frame", "0", "--out", path("none.png")},
          QStringList{"faces"}}) {
        const Answer answer = run(QStringList{command.front(), file} + command.mid(1));
        QCOMPARE(answer.code, 1);
        QCOMPARE(answer.json.value("error")["code"].toString(), code);
        QVERIFY(!answer.json["error"]["message"].toString().isEmpty());
    }
    QVERIFY(!QFile::exists(path("none.png")));
}

void VideoCommandsTest::wrongUsage()
{
    QCOMPARE(run({}).code, 2);
    QCOMPARE(run({"frame", path("pan.mp4"), "--out", path("x.png")}).code, 2);
    QCOMPARE(run({"faces", path("pan.mp4"), "--from", "2", "--to", "1"}).code, 2);
    QCOMPARE(run({"faces", path("pan.mp4"), "--area", "2,2,2,2"}).code, 2);
    const Answer beyond = run({"frame", path("pan.mp4"), "--frame", "24", "--out", path("x.png")});
    QCOMPARE(beyond.code, 1);
    QCOMPARE(beyond.json.value("error")["code"].toString(), "invalid-argument");
    QVERIFY(!QFile::exists(path("x.png")));
    const Answer name = run({"frame", path("pan.mp4"), "--frame", "1", "--out", path("x.jpg")});
    QCOMPARE(name.json.value("error")["code"].toString(), "invalid-argument");
}

QTEST_GUILESS_MAIN(VideoCommandsTest)
#include "tst_video.moc"
