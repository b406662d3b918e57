// SPDX-License-Identifier: GPL-3.0-or-later
// The real program, from a new case to the exported report, as a script would call it.
#include "engine/base/digest.h"
#include "tests/support/testdata.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace likeness;

namespace
{

struct Answer {
    int code = -1;
    QByteArray out;
    QByteArray messages;
    QJsonObject json;
};

QStringList keysOf(const QJsonValue &value)
{
    return value.toObject().keys();
}

bool hasKeys(const QJsonValue &value, const QStringList &keys)
{
    const QStringList present = keysOf(value);
    return std::all_of(keys.begin(), keys.end(), [&](const QString &key) { return present.contains(key); });
}

bool isBox(const QJsonValue &value)
{
    const QJsonArray box = value.toArray();
    return box.size() == 4 && std::all_of(box.begin(), box.end(), [](const QJsonValue &number) {
               return number.isDouble() && number.toDouble() >= 0 && number.toDouble() <= 1;
           });
}

} // namespace

class CliTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void helpNamesTheExitCodes();
    void wrongUsage_data();
    void wrongUsage();
    void facesOfAFile();
    void facesOfABrokenFile();
    void refusedCase();
    void journey();
    void textForPeople();

private:
    Answer run(const QStringList &arguments, const QString &data = {}) const;
    Answer runJson(QStringList arguments) const;
    /// The code of the error that the command must end in.
    QString errorOf(const QStringList &arguments) const
    {
        const Answer answer = runJson(arguments);
        return answer.code == 1 ? answer.json.value("error")["code"].toString() : "no failure";
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
    QString m_photo; ///< sample1: red-haired woman and two others
};

void CliTest::initTestCase()
{
    m_photo = tests::samplesDirectory() + "/sample1.jpg";
    QVERIFY2(QFile::exists(m_photo), "the sample photographs are not there; run the installer");
}

Answer CliTest::run(const QStringList &arguments, const QString &data) const
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("LIKENESS_WORKSTATION", path("workstation"));
    if (!data.isEmpty())
        environment.insert("LIKENESS_DATA", data);
    program.setProcessEnvironment(environment);
    program.start(LIKENESS_BIN_DIR "/likeness-cli", arguments);
    if (!program.waitForFinished(300'000) || program.exitStatus() != QProcess::NormalExit)
        qFatal("likeness-cli %s did not end by itself", qPrintable(arguments.join(u' ')));
    Answer answer{program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError(), {}};
    answer.json = QJsonDocument::fromJson(answer.out).object();
    return answer;
}

Answer CliTest::runJson(QStringList arguments) const
{
    const Answer answer = run(arguments << "--json");
    if (answer.json.isEmpty() || !answer.json["training"].toBool())
        qFatal("no JSON object that says training: %s", answer.out.constData());
    if (!answer.messages.contains("TRAINING - NOT FOR CASEWORK"))
        qFatal("standard error does not say TRAINING");
    return answer;
}

void CliTest::helpNamesTheExitCodes()
{
    const Answer help = run({"--help"});
    QCOMPARE(help.code, 0);
    QVERIFY(help.out.contains("Exit codes: 0"));
    for (const char *command : {"faces", "case", "evidence", "gallery", "search", "report"})
        QVERIFY(help.out.contains(command));
}

void CliTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("no such command") << QStringList{"identify", "a.jpg"};
    QTest::newRow("half a command") << QStringList{"case"};
    QTest::newRow("missing option") << QStringList{"case", "create", "d", "--number", "17"};
    QTest::newRow("no such option") << QStringList{"faces", "a.jpg", "--threshold", "0.6"};
    QTest::newRow("face and region") << QStringList{"search", "d",      "--evidence", "e",        "--gallery",
                                                    "g",      "--face", "0",          "--region", "0,0,1,1"};
    QTest::newRow("eyes without region")
        << QStringList{"search", "d", "--evidence", "e", "--gallery", "g", "--eyes", "0.1,0.1,0.2,0.1"};
    QTest::newRow("region outside") << QStringList{"search",    "d", "--evidence", "e",
                                                   "--gallery", "g", "--region",   "0.5,0.5,0.6,0.5"};
    QTest::newRow("region of three") << QStringList{"search",    "d", "--evidence", "e",
                                                    "--gallery", "g", "--region",   "0.5,0.5,0.5"};
    QTest::newRow("negative face") << QStringList{"search",    "d", "--evidence", "e",
                                                  "--gallery", "g", "--face",     "-1"};
    QTest::newRow("nothing to enrol") << QStringList{"gallery", "enrol", "g"};
    QTest::newRow("rebuilt as both") << QStringList{"gallery", "rebuild", "g", "--mirror", "--plain"};
    QTest::newRow("person from nowhere")
        << QStringList{"gallery", "enrol", "g", "x", "--person-from", "exif"};
}

void CliTest::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const Answer answer = run(arguments << "--json");
    QCOMPARE(answer.code, 2);
    QVERIFY(answer.out.isEmpty());
    QVERIFY(!answer.messages.isEmpty());
    QVERIFY(!QFile::exists(path("workstation"))); // nothing was touched
}

void CliTest::facesOfAFile()
{
    const Answer answer = runJson({"faces", m_photo});
    QCOMPARE(answer.code, 0);
    QFile photo(m_photo);
    QVERIFY(photo.open(QIODevice::ReadOnly));
    QCOMPARE(answer.json["sha256"].toString(), base::sha256(photo.readAll()));
    QCOMPARE(answer.json["width"].toInt(), 1920);
    QCOMPARE(answer.json["height"].toInt(), 1280);
    QVERIFY(
        hasKeys(answer.json["engine"], {"name", "finder_sha256", "landmarks_sha256", "describer_sha256"}));
    const QJsonArray faces = answer.json["faces"].toArray();
    QVERIFY(faces.size() >= 3);
    double before = 1e9;
    for (const QJsonValue &face : faces) {
        QVERIFY(hasKeys(face, {"box", "eye_distance_px", "confidence", "quality"}));
        QVERIFY(isBox(face["box"]));
        QVERIFY(face["confidence"].toDouble() <= before); // they count by confidence
        before = face["confidence"].toDouble();
        QVERIFY(face["eye_distance_px"].toDouble() > 0);
        QVERIFY(QStringList({"suitable", "limited", "unsuitable"}).contains(face["quality"].toString()));
    }
}

void CliTest::facesOfABrokenFile()
{
    QFile file(path("notes.jpg"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not a picture");
    file.close();
    const Answer answer = runJson({"faces", file.fileName()});
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.json.value("error")["code"].toString(), "format-unsupported");
    QVERIFY(!answer.json.value("error")["message"].toString().isEmpty());
    QCOMPARE(errorOf({"faces", path("missing.jpg")}), "file-unreadable");
    QCOMPARE(errorOf({"faces", path("")}), "file-unreadable");

    const Answer noModels = run({"faces", m_photo, "--json"}, path("no models here"));
    QCOMPARE(noModels.code, 1);
    QCOMPARE(noModels.json["error"]["code"].toString(), "model-missing");
}

void CliTest::refusedCase()
{
    const Answer answer = runJson({"case", "create", path("refused"), "--number", "17", "--offence", "test",
                                   "--purpose", "n/a", "--requester", "J. Roe"});
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.json.value("error")["code"].toString(), "not-allowed");
    QCOMPARE(answer.json.value("error")["detail"].toString(), "offence-placeholder,purpose-placeholder");
    QVERIFY(!QFile::exists(path("refused")));
    QCOMPARE(runJson({"case", "show", path("refused")}).code, 1);
}

void CliTest::journey()
{
    const QString file = path("Fall 1 – 事件"), gallery = path("gallery");
    Answer answer = runJson({"case", "create", file, "--number", "2026-0142", "--offence", "Theft",
                             "--purpose", "Identify a witness", "--requester", "J. Roe"});
    QCOMPARE(answer.code, 0);
    QVERIFY(hasKeys(answer.json["case"], {"id", "number", "offence", "purpose", "requester"}));
    QCOMPARE(errorOf({"case", "create", file, "--number", "17", "--offence", "Theft", "--purpose",
                      "Identify a witness", "--requester", "J. Roe"}),
             "already-exists");

    // Evidence: one file fails, the other is taken in.
    answer = runJson({"evidence", "add", file, m_photo, path("missing.jpg")});
    QCOMPARE(answer.code, 3);
    QCOMPARE(answer.json["evidence"].toArray().size(), 1);
    QVERIFY(hasKeys(answer.json.value("evidence")[0], {"id", "sha256", "width", "height", "file_name"}));
    QCOMPARE(answer.json.value("refused")[0]["code"].toString(), "file-unreadable");
    const QString evidence = answer.json.value("evidence")[0]["id"].toString();
    QCOMPARE(runJson({"evidence", "add", file, path("missing.jpg")}).code, 1);
    answer = runJson({"evidence", "add", file, m_photo});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.json.value("evidence")[0]["id"].toString(), evidence); // the same bytes, the same item

    // Gallery
    answer = runJson({"gallery", "create", gallery, "--name", "Training"});
    QCOMPARE(answer.code, 0);
    QVERIFY(hasKeys(answer.json, {"gallery", "name"}));
    QVERIFY(QDir().mkpath(path("photos/red")));
    QVERIFY(QFile::copy(tests::samplesDirectory() + "/sample3.jpg", path("photos/red/one_0001.jpg")));
    QVERIFY(QFile::copy(tests::samplesDirectory() + "/sample3.jpg", path("photos/red/one_0002.jpg")));
    QVERIFY(QFile::copy(tests::samplesDirectory() + "/sample6.jpg", path("photos/six_0001.jpg")));
    answer = runJson({"gallery", "enrol", gallery, path("photos"), "--person-from", "folder"});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.json["enrolled"].toInt(), 2);
    QCOMPARE(answer.json["duplicate"].toInt(), 1);
    QVERIFY(hasKeys(answer.json, {"no_face", "low_quality", "unreadable"}));
    const QJsonArray items = answer.json["items"].toArray();
    QCOMPARE(items.size(), 3);
    QVERIFY(hasKeys(items[0], {"file", "outcome"}));
    QCOMPARE(items[1]["outcome"].toString(), "duplicate");
    QVERIFY(answer.messages.contains("one_0002.jpg")); // what is not simply enrolled is said
    answer = runJson({"gallery", "enrol", gallery, path("photos/six_0001.jpg"), path("missing.jpg")});
    QCOMPARE(answer.code, 3);
    QCOMPARE(answer.json["unreadable"].toInt(), 1);
    QCOMPARE(runJson({"gallery", "enrol", gallery, path("missing.jpg")}).code, 1);
    QCOMPARE(runJson({"gallery", "enrol", gallery, "--csv", path("missing.csv")}).code, 1);
    answer = runJson({"gallery", "info", gallery});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.json["persons"].toInt(), 2);
    QCOMPARE(answer.json["portraits"].toInt(), 2);
    QCOMPARE(answer.json["templates"].toInt(), 2);
    QVERIFY(answer.json["engine"].toObject()["options"].toString().startsWith("mirror, sizes, projection "));

    // Its probes were and are made as they ship: they are described for it when they are searched.
    answer = runJson({"gallery", "rebuild", gallery, "--mirror"});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.json["described"].toInt(), 2);
    QVERIFY(answer.json["moved"].toBool());
    answer = runJson({"gallery", "info", gallery});
    QCOMPARE(answer.json["templates"].toInt(), 2);
    QCOMPARE(answer.json["engine"].toObject()["options"].toString(), "mirror");

    // Search by a found face, by a box, by a box with eyes.
    answer = runJson({"search", file, "--evidence", evidence, "--face", "0", "--gallery", gallery});
    QCOMPARE(answer.code, 0);
    QVERIFY(!answer.json["search"].toString().isEmpty());
    // Nothing is known of strangers' distances between templates of these settings: all are folded, until they are opened.
    QCOMPARE(answer.json.value("calibration")["source"].toString(), "none");
    QCOMPARE(answer.json["candidates"].toArray().size(), 0);
    QCOMPARE(answer.json["folded"].toInt(), 2);
    const auto openedList = [&](const QString &search) {
        return runJson({"candidates", file, "--search", search, "--weaker", "Another look is needed"});
    };
    QCOMPARE(errorOf({"candidates", file, "--search", answer.json["search"].toString(), "--weaker", "xxx"}),
             "not-allowed");
    const auto opened = openedList(answer.json["search"].toString());
    QCOMPARE(opened.code, 0);
    QCOMPARE(opened.json["folded"].toInt(), 0);
    const QJsonArray candidates = opened.json["candidates"].toArray();
    QCOMPARE(candidates.size(), 2);
    for (qsizetype i = 0; i < candidates.size(); ++i) {
        QVERIFY(hasKeys(candidates[i], {"rank", "person", "portrait", "distance"}));
        QCOMPARE(candidates[i]["rank"].toInt(), int(i) + 1);
    }
    QVERIFY(candidates[0]["distance"].toDouble() <= candidates[1]["distance"].toDouble());
    QCOMPARE(answer.json["alignment"].toString(), "automatic");
    QVERIFY(answer.json["lead"].toString().startsWith("INVESTIGATIVE LEAD ONLY"));

    // The red-haired woman, in pixels of the photograph of 1920 x 1280.
    const QString box = "0.763,0.168,0.117,0.176", eyes = "0.811,0.219,0.843,0.264";
    answer = runJson(
        {"search", file, "--evidence", evidence, "--region", box, "--gallery", gallery, "--limit", "1"});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.json["folded"].toInt(), 1);
    QCOMPARE(answer.json["alignment"].toString(), "automatic");
    answer = runJson(
        {"search", file, "--evidence", evidence, "--region", box, "--eyes", eyes, "--gallery", gallery});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.json["alignment"].toString(), "by-hand");
    QCOMPARE(answer.json.value("eyes")[0].toDouble(), 0.811);

    // A person left out does not appear; the next one takes the place, and the record says who was left out.
    const QString firstPerson = candidates[0]["person"].toString();
    answer = runJson({"search", file, "--evidence", evidence, "--face", "0", "--gallery", gallery, "--exclude",
                      firstPerson, "--leave-out-past-retention"});
    QCOMPARE(answer.code, 0);
    const auto others = openedList(answer.json["search"].toString());
    QCOMPARE(others.json["candidates"].toArray().size(), 1);
    QCOMPARE(others.json["candidates"][0]["person"].toString(), candidates[1]["person"].toString());
    QCOMPARE(others.json["candidates"][0]["distance"].toDouble(), candidates[1]["distance"].toDouble());
    QCOMPARE(others.json["candidates"][0]["rank"].toInt(), 1);

    // An edited picture, and a search in it
    const auto writeEdits = [&](const QByteArray &edits) {
        QFile form(path("edits.json"));
        if (!form.open(QIODevice::WriteOnly) || form.write(edits) != edits.size())
            qFatal("cannot write the edits");
        return form.fileName();
    };
    const QString edits = writeEdits(R"([{"edit":"rotate","parameters":{"degrees":3}},
                                         {"edit":"gamma","parameters":{"gamma":1.1}}])");
    answer = runJson({"derive", file, evidence, "--edits", edits});
    QCOMPARE(answer.code, 0);
    QVERIFY(base::isSha256(answer.json["sha256"].toString()));
    QCOMPARE(answer.json["edits"].toArray().size(), 2);
    const QString derivation = answer.json["derivation"].toString(),
                  derived = answer.json["sha256"].toString();
    answer = runJson({"derive", file, evidence, "--edits", edits}); // another process, the same pixels
    QCOMPARE(answer.json["derivation"].toString(), derivation);
    QCOMPARE(answer.json["sha256"].toString(), derived);
    QCOMPARE(errorOf({"derive", file, evidence, "--edits", edits, "--frame", "0"}), "invalid-argument");
    answer = runJson({"search", file, "--evidence", evidence, "--derivation", derivation, "--face", "0",
                      "--gallery", gallery});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.json["derivation"].toString(), derivation);
    QCOMPARE(answer.json["folded"].toInt(), 2);
    QCOMPARE(
        errorOf({"search", file, "--evidence", evidence, "--derivation", "nobody", "--gallery", gallery}),
        "not-found");
    QCOMPARE(errorOf({"derive", file, evidence, "--edits",
                      writeEdits(R"([{"edit":"gamma","parameters":{"gamma":99}}])")}),
             "invalid-argument");
    QCOMPARE(
        errorOf({"derive", file, evidence, "--edits", writeEdits(R"([{"edit":"invent","parameters":{}}])")}),
        "file-damaged");
    QCOMPARE(errorOf({"derive", file, evidence, "--edits", writeEdits("{")}), "file-damaged");

    // What is refused
    const QStringList search{"search", file, "--gallery", gallery};
    QCOMPARE(errorOf(search + QStringList{"--evidence", evidence, "--face", "0", "--exclude", "nobody's"}),
             "not-found");
    QCOMPARE(errorOf(search + QStringList{"--evidence", "nobody"}), "not-found");
    QCOMPARE(errorOf(search + QStringList{"--evidence", evidence, "--face", "99"}), "not-found");
    const auto entries = [&] {
        return runJson({"case", "show", file}).json.value("audit")["count"].toInt();
    };
    int before = entries();
    // A face that is no probe yet: when the search is refused, no template was made.
    for (const char *limit : {"0", "51"}) {
        answer = runJson(search + QStringList{"--evidence", evidence, "--face", "2", "--limit", limit});
        QCOMPARE(answer.code, 1);
        QCOMPARE(answer.json.value("error")["detail"].toString(), "limit-out-of-range");
        QCOMPARE(entries(), ++before); // the opening
    }
    // A box around one person and the eyes of another
    QCOMPARE(errorOf(search + QStringList{"--evidence", evidence, "--region", "0.1,0.1,0.2,0.2", "--eyes", eyes}),
             "invalid-argument");

    // Report
    const QString pdf = path("Bericht 1.pdf");
    answer = runJson({"report", file, "--out", pdf});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.json["pdf"].toString(), pdf);
    QVERIFY(answer.json["missing"].toArray().isEmpty()); // the gallery was found by what was opened lately
    QFile report(pdf);
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QByteArray bytes = report.readAll();
    QVERIFY(bytes.startsWith("%PDF-"));
    QCOMPARE(answer.json["pdf_sha256"].toString(), base::sha256(bytes));
    QVERIFY(QFile::exists(path("Bericht 1.json")));
    QCOMPARE(errorOf({"report", file, "--out", path("report.txt")}), "invalid-argument");

    answer = runJson({"case", "show", file});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.json["evidence"].toArray().size(), 1);
    QCOMPARE(answer.json["searches"].toArray().size(), 5); // the last one in the edited picture
    QVERIFY(answer.json.value("audit")["count"].toInt() > 10);
}

void CliTest::textForPeople()
{
    const Answer created = run({"case", "create", path("case 2"), "--number", "17", "--offence", "Theft",
                                "--purpose", "Identify a witness", "--requester", "J. Roe"});
    QCOMPARE(created.code, 0);
    QVERIFY(created.out.contains("Case 17 was created"));
    const Answer shown = run({"case", "show", path("case 2")});
    QVERIFY(shown.out.contains("Offence: Theft"));
    QVERIFY(shown.messages.contains("TRAINING - NOT FOR CASEWORK"));
    const Answer refused = run({"evidence", "add", path("case 2"), path("missing.jpg")});
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.messages.contains("could not be read"));
}

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
