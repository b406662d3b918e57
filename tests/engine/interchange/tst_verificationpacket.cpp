// SPDX-License-Identifier: GPL-3.0-or-later
// The signature here is a stand-in; casework's tests sign for real.
#include "engine/base/canonicaljson.h"
#include "engine/base/clock.h"
#include "engine/base/digest.h"
#include "engine/interchange/verificationpacket.h"
#include "engine/interchange/zip.h"
#include "tests/engine/interchange/archives.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace likeness;
using namespace likeness::interchange;

class VerificationPacketTest : public QObject
{
    Q_OBJECT

private slots:
    void taskRoundTrip();
    void taskHoldsNothingElse();
    void resultRoundTrip();
    void everyFlippedByteOfATask();
    void everyFlippedByteOfAResult();
    void hostileTasks_data();
    void hostileTasks();
    void hostileResults();
    void wrongLabels();
    void signerAndCheckerSpeakThroughErrors();
};

namespace
{

base::Result<QByteArray> sign(const QByteArray &bytes)
{
    return "signed by sender " + base::sha256(bytes).toLatin1();
}
base::Result<QByteArray> signAsVerifier(const QByteArray &bytes)
{
    return "signed by verifier " + base::sha256(bytes).toLatin1();
}
base::Result<QString> check(const QByteArray &bytes, const QByteArray &minisig)
{
    for (const char *name : {"sender", "verifier"})
        if (minisig == QByteArray("signed by ") + name + ' ' + base::sha256(bytes).toLatin1())
            return QString(name);
    return base::fail(base::ErrorCode::SignatureWrong, "test");
}

VerificationTask someTask()
{
    const auto picture = [](const char *label, int seed) {
        return TaskPicture{label,
                           QByteArray("\x89PNG\r\n\x1a\n", 8) + QByteArray(40, char(seed)),
                           {0.1, 0.2, 0.3, 0.4},
                           {{0.2, 0.3}, {0.3, 0.3}}};
    };
    return {model::VerificationId("6f0e"),
            base::timeFromText("2026-11-23T03:00:00.000Z"),
            picture("probe", 1),
            {picture("A", 2), picture("B", 3), picture("C", 4)}};
}

bool same(const TaskPicture &a, const TaskPicture &b)
{
    return a.label == b.label && a.png == b.png && a.box == b.box && a.eyes == b.eyes;
}
bool same(const VerificationTask &a, const VerificationTask &b)
{
    return a.id == b.id && a.asked == b.asked && same(a.probe, b.probe) &&
           std::equal(a.portraits.begin(), a.portraits.end(), b.portraits.begin(), b.portraits.end(),
                      [](const auto &one, const auto &other) { return same(one, other); });
}

model::VerificationResult someResult()
{
    model::Comparison comparison;
    comparison.setFinding(model::Component::Nose, model::Finding::Similar);
    comparison.setNote(model::Component::Nose, "the bridge");
    comparison.conclusion = model::Conclusion::Inconclusive;
    comparison.probeMarks.push_back({model::Mark::Kind::Point, 1, {0.5, 0.5}, {0.5, 0.5}, {}, {}});
    return {model::VerificationId("6f0e"),
            {{"A", comparison}, {"B", {}}},
            base::timeFromText("2026-11-23T04:00:00.000Z"),
            "verifier",
            "desk",
            {"verifier", QString(64, '1'), QString(128, '2')}};
}

/// A task packet with its description changed, and signed again: what a sender could do.
QByteArray changedTask(const std::function<void(QJsonObject &)> &change,
                       const std::function<void(std::vector<ZipItem> &)> &changeFiles = {})
{
    auto items = readZip(writeTask(someTask(), sign).value(), "test").value();
    QJsonObject object = QJsonDocument::fromJson(items[0].bytes).object();
    if (change)
        change(object);
    items[0].bytes = base::canonicalJson(object);
    items[1].bytes = sign(items[0].bytes).value();
    if (changeFiles)
        changeFiles(items);
    return zipBytes(items).value();
}

void changePicture(QJsonObject &task, const QString &key, const QJsonValue &value)
{
    QJsonObject probe = task["probe"].toObject();
    probe[key] = value;
    task["probe"] = probe;
}

} // namespace

void VerificationPacketTest::taskRoundTrip()
{
    const auto bytes = writeTask(someTask(), sign);
    VERIFY_OK(bytes);
    QCOMPARE(writeTask(someTask(), sign).value(), *bytes);
    const auto read = readTask(*bytes, "test", check);
    VERIFY_OK(read);
    QVERIFY(same(read->task, someTask()));
    QCOMPARE(read->sender, "sender");
}

void VerificationPacketTest::taskHoldsNothingElse()
{
    const auto items = readZip(writeTask(someTask(), sign).value(), "test").value();
    QStringList paths;
    for (const ZipItem &item : items)
        paths += item.path;
    QCOMPARE(paths, QStringList({"task.json", "task.json.minisig", "probe.png", "A.png", "B.png", "C.png"}));
    const QJsonObject object = QJsonDocument::fromJson(items[0].bytes).object();
    QCOMPARE(object.keys(), QStringList({"asked", "format", "portraits", "probe", "verification"}));
    for (const QJsonValue &portrait : object["portraits"].toArray())
        QCOMPARE(portrait.toObject().keys(), QStringList({"box", "eyes", "file", "label", "sha256"}));
}

void VerificationPacketTest::resultRoundTrip()
{
    const auto read = readResult(writeResult(someResult(), signAsVerifier).value(), "test", check);
    VERIFY_OK(read);
    QCOMPARE(model::toJson(*read), model::toJson(someResult()));
    QCOMPARE(read->signature, someResult().signature);
    VERIFY_ERROR(readResult(writeResult(someResult(), sign).value(), "test", check), SignatureWrong);
}

void VerificationPacketTest::everyFlippedByteOfATask()
{
    QByteArray bytes = writeTask(someTask(), sign).value();
    int refused = 0;
    for (qsizetype at = 0; at < bytes.size(); ++at)
        for (const int flip : {0x01, 0x20, 0xFF}) {
            const char before = bytes[at];
            bytes[at] = char(before ^ flip);
            const auto read = readTask(bytes, "test", check);
            refused += !read;
            QVERIFY2(!read || same(read->task, someTask()), qPrintable(QStringLiteral("byte %1").arg(at)));
            bytes[at] = before;
        }
    QVERIFY(refused > bytes.size());
}

void VerificationPacketTest::everyFlippedByteOfAResult()
{
    QByteArray bytes = writeResult(someResult(), signAsVerifier).value();
    const QJsonObject document = model::toJson(someResult());
    for (qsizetype at = 0; at < bytes.size(); ++at)
        for (const int flip : {0x01, 0x20, 0xFF}) {
            const char before = bytes[at];
            bytes[at] = char(before ^ flip);
            const auto read = readResult(bytes, "test", check);
            QVERIFY2(!read || (model::toJson(*read) == document && read->signature == someResult().signature),
                     qPrintable(QStringLiteral("byte %1").arg(at)));
            bytes[at] = before;
        }
}

void VerificationPacketTest::hostileTasks_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("zip of nothing we know") << zipBytes({{"a", "b"}}).value();
    QTest::newRow("no signature") << zipBytes({{"task.json", "{}"}}).value();
    QTest::newRow("no JSON")
        << zipBytes({{"task.json", "{"}, {"task.json.minisig", sign("{").value()}}).value();
    QTest::newRow("empty JSON")
        << zipBytes({{"task.json", "{}"}, {"task.json.minisig", sign("{}").value()}}).value();
    QTest::newRow("other format") << changedTask([](auto &task) { task["format"] = "likeness-task-2"; });
    QTest::newRow("no id") << changedTask([](auto &task) { task["verification"] = ""; });
    QTest::newRow("no time") << changedTask([](auto &task) { task["asked"] = "yesterday"; });
    QTest::newRow("something more") << changedTask([](auto &task) { task["rank"] = 1; });
    QTest::newRow("something more in a picture")
        << changedTask([](auto &task) { changePicture(task, "person", "P-1"); });
    QTest::newRow("no portraits") << changedTask([](auto &task) { task["portraits"] = QJsonArray(); });
    QTest::newRow("portraits in another order") << changedTask([](auto &task) {
        const QJsonArray portraits = task["portraits"].toArray();
        task["portraits"] = QJsonArray{portraits[1], portraits[0], portraits[2]};
    });
    QTest::newRow("a portrait twice") << changedTask([](auto &task) {
        const QJsonArray portraits = task["portraits"].toArray();
        task["portraits"] = QJsonArray{portraits[0], portraits[0], portraits[2]};
    });
    QTest::newRow("box outside") << changedTask([](auto &task) {
        changePicture(task, "box", QJsonArray{0.5, 0.5, 0.6, 0.1});
    });
    QTest::newRow("box of text") << changedTask([](auto &task) {
        changePicture(task, "box", QJsonArray{"a", 0, 1, 1});
    });
    QTest::newRow("eyes outside") << changedTask([](auto &task) {
        changePicture(task, "eyes", QJsonArray{0.5, 0.5, 1.6, 0.1});
    });
    QTest::newRow("other hash") << changedTask(
        [](auto &task) { changePicture(task, "sha256", QString(64, '0')); });
    QTest::newRow("other file") << changedTask(
        [](auto &task) { changePicture(task, "file", "../probe.png"); });
    QTest::newRow("the description as a picture")
        << changedTask([](auto &task) { changePicture(task, "file", "task.json"); });
    QTest::newRow("missing picture") << changedTask({}, [](auto &items) { items.pop_back(); });
    QTest::newRow("one file more") << changedTask({}, [](auto &items) {
        items.push_back({"notes.txt", "it is A"});
    });
    QTest::newRow("exchanged picture")
        << changedTask({}, [](auto &items) { std::swap(items[3].bytes, items[4].bytes); });
    QTest::newRow("a packet in a packet")
        << zipBytes({{"task.zip", writeTask(someTask(), sign).value()}}).value();
    QTest::newRow("a result") << writeResult(someResult(), signAsVerifier).value();
}

void VerificationPacketTest::hostileTasks()
{
    QFETCH(QByteArray, bytes);
    VERIFY_ERROR(readTask(bytes, "test", check), FileDamaged);
}

void VerificationPacketTest::hostileResults()
{
    VERIFY_ERROR(readResult({}, "test", check), FileDamaged);
    VERIFY_ERROR(readResult(writeTask(someTask(), sign).value(), "test", check), FileDamaged);
    const auto resultOf = [](const QByteArray &json, std::vector<ZipItem> more = {}) {
        std::vector<ZipItem> items{{"result.json", json},
                                   {"result.json.minisig", signAsVerifier(json).value()}};
        items.insert(items.end(), more.begin(), more.end());
        return zipBytes(items).value();
    };
    const QByteArray good =
        readZip(writeResult(someResult(), signAsVerifier).value(), "test").value().front().bytes;
    VERIFY_OK(readResult(resultOf(good), "test", check));
    VERIFY_ERROR(readResult(resultOf(good, {{"more", "x"}}), "test", check), FileDamaged);
    VERIFY_ERROR(readResult(resultOf(good + ' '), "test", check), FileDamaged);
    for (const char *key : {"document", "format", "signature"}) {
        QJsonObject object = QJsonDocument::fromJson(good).object();
        object.remove(key);
        VERIFY_ERROR(readResult(resultOf(base::canonicalJson(object)), "test", check), FileDamaged);
        object[key] = 7;
        VERIFY_ERROR(readResult(resultOf(base::canonicalJson(object)), "test", check), FileDamaged);
    }
}

void VerificationPacketTest::wrongLabels()
{
    VerificationTask task = someTask();
    task.portraits[1].label = "person P-1";
    VERIFY_ERROR(writeTask(task, sign), InvalidArgument);
    task = someTask();
    task.probe.label = "A";
    VERIFY_ERROR(writeTask(task, sign), InvalidArgument);
    task = someTask();
    task.portraits.clear();
    VERIFY_ERROR(writeTask(task, sign), InvalidArgument);
}

void VerificationPacketTest::signerAndCheckerSpeakThroughErrors()
{
    const auto cannot = [](const QByteArray &) -> base::Result<QByteArray> {
        return base::fail(base::ErrorCode::NotSignedIn, "test");
    };
    VERIFY_ERROR(writeTask(someTask(), cannot), NotSignedIn);
    VERIFY_ERROR(writeResult(someResult(), cannot), NotSignedIn);
    const auto never = [](const QByteArray &, const QByteArray &) -> base::Result<QString> {
        return base::fail(base::ErrorCode::SignatureWrong, "test");
    };
    VERIFY_ERROR(readTask(writeTask(someTask(), sign).value(), "test", never), SignatureWrong);
    VERIFY_ERROR(readResult(writeResult(someResult(), sign).value(), "test", never), SignatureWrong);
}

QTEST_GUILESS_MAIN(VerificationPacketTest)
#include "tst_verificationpacket.moc"
