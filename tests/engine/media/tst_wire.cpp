// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of a decoder that was taken over: none becomes a value, and none does harm.
#include "engine/media/packets.h"
#include "engine/media/processdecoder.h"
#include "tests/engine/media/mediafiles.h"

#include <functional>
#include <limits>
#include <thread>

#include <fcntl.h>

using namespace likeness;
using media::wire::Answer;
using media::wire::Request;

namespace
{

/// A decoder of the test's own: answers one request as `reply` says.
class FalseDecoder
{
public:
    using Reply = std::function<void(const Request &, int socket, int memory)>;

    explicit FalseDecoder(Reply reply)
    {
        auto pair = media::packets::makePair().value();
        const int memory = memfd_create("pixels", MFD_CLOEXEC);
        conversation = std::make_unique<media::Conversation>(
            std::move(pair.ours), media::Descriptor(fcntl(memory, F_DUPFD_CLOEXEC, 0)), media::Descriptor(),
            limits());
        m_thread = std::thread([reply = std::move(reply), socket = std::move(pair.theirs),
                                kept = media::Descriptor(memory)] {
            media::packets::waitFor(socket.get(), 10'000);
            media::packets::Packet packet;
            if (media::packets::receive(socket.get(), sizeof(Request), packet) != media::packets::State::Here)
                return;
            reply(media::wire::requestOf(packet.bytes).value(), socket.get(), kept.get());
        });
    }
    ~FalseDecoder() { m_thread.join(); }

    static media::MediaLimits limits()
    {
        media::MediaLimits limits;
        limits.secondsWithoutAnswer = 1;
        limits.pixels = 10'000;
        limits.side = 1'000;
        return limits;
    }
    std::unique_ptr<media::Conversation> conversation;

private:
    std::thread m_thread;
};

void say(int socket, const Answer &answer)
{
    media::packets::send(socket, {reinterpret_cast<const char *>(&answer), sizeof answer});
}

const QByteArray goodText = R"({"type":"image/png","orientation":1,"frames":1,"bits":8,"metadata":{}})";

/// A right answer for a picture of 10 x 5.
Answer goodAnswer(const Request &request)
{
    Answer answer;
    answer.kind = Answer::Kind::Done;
    answer.sequence = request.sequence;
    answer.width = 10;
    answer.height = 5;
    answer.channels = 3;
    answer.bitsPerChannel = 8;
    answer.bytes = 150;
    answer.textBytes = goodText.size();
    return answer;
}

void writeGood(int memory)
{
    media::wire::writeAt(memory, media::wire::textAt, goodText);
    media::wire::writeAt(memory, media::wire::bytesAt, QByteArray(150, 'p'));
}

using Change = std::function<void(Answer &)>;

base::Result<model::Still> stillOf(const FalseDecoder::Reply &reply)
{
    FalseDecoder decoder(reply);
    base::Progress progress;
    auto still = media::askForStill(*decoder.conversation, FalseDecoder::limits(), progress);
    decoder.conversation.reset();
    return still;
}

} // namespace

Q_DECLARE_METATYPE(Change)

class TestWire : public QObject
{
    Q_OBJECT
private slots:
    void rightAnswer();
    void wrongNumbers_data();
    void wrongNumbers();
    void wrongTexts_data();
    void wrongTexts();
    void noPacketOfOurs();
    void silence();
    void progressThatDoesNotGoOn();
    void missingPixels();
    void errorsOfItsOwn();
    void videoInfo();
};

void TestWire::rightAnswer()
{
    const auto still = stillOf([](const Request &request, int socket, int memory) {
        writeGood(memory);
        say(socket, goodAnswer(request));
    });
    VERIFY_OK(still);
    QCOMPARE(still->picture.width(), 10);
    QCOMPARE(still->picture.height(), 5);
    QCOMPARE(still->mediaType, QString("image/png"));
}

void TestWire::wrongNumbers_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, Change change) { QTest::newRow(name) << std::move(change); };
    constexpr int most = std::numeric_limits<qint32>::max();
    row("magic", [](Answer &answer) { answer.magic = 7; });
    row("version", [](Answer &answer) { ++answer.version; });
    row("kind", [](Answer &answer) { answer.kind = Answer::Kind(99); });
    row("another request", [](Answer &answer) { ++answer.sequence; });
    row("started twice", [](Answer &answer) { answer.kind = Answer::Kind::Started; });
    row("no width", [](Answer &answer) { answer.width = 0; });
    row("negative", [](Answer &answer) { answer.width = -10; });
    row("negative twice", [](Answer &answer) { answer.width = -10, answer.height = -5; });
    row("too wide", [](Answer &answer) { answer.width = 1'001, answer.height = 1, answer.bytes = 3'003; });
    row("too many pixels",
        [](Answer &answer) { answer.width = 1'000, answer.height = 11, answer.bytes = 33'000; });
    row("overflow", [](Answer &answer) { answer.width = most, answer.height = most; });
    row("channels", [](Answer &answer) { answer.channels = 2, answer.bytes = 100; });
    row("many channels", [](Answer &answer) { answer.channels = most; });
    row("bits", [](Answer &answer) { answer.bitsPerChannel = 16, answer.bytes = 300; });
    row("fewer bytes", [](Answer &answer) { answer.bytes = 149; });
    row("more bytes", [](Answer &answer) { answer.bytes = 151; });
    row("negative bytes", [](Answer &answer) { answer.bytes = -150; });
    row("text of no size", [](Answer &answer) { answer.textBytes = -1; });
    row("endless text", [](Answer &answer) { answer.textBytes = std::numeric_limits<qint64>::max(); });
}

void TestWire::wrongNumbers()
{
    QFETCH(const Change, change);
    const auto still = stillOf([&](const Request &request, int socket, int memory) {
        writeGood(memory);
        Answer answer = goodAnswer(request);
        change(answer);
        say(socket, answer);
    });
    VERIFY_ERROR(still, FileDamaged, "answer");
}

void TestWire::wrongTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{\"type\"");
    QTest::newRow("an array") << QByteArray("[1,2]");
    QTest::newRow("type missing") << QByteArray(R"({"orientation":1,"frames":1,"bits":8,"metadata":{}})");
    QTest::newRow("type unknown") << QByteArray(
        R"({"type":"text/html","orientation":1,"frames":1,"bits":8,"metadata":{}})");
    QTest::newRow("orientation") << QByteArray(
        R"({"type":"image/png","orientation":9,"frames":1,"bits":8,"metadata":{}})");
    QTest::newRow("frames") << QByteArray(
        R"({"type":"image/png","orientation":1,"frames":-1,"bits":8,"metadata":{}})");
    QTest::newRow("bits") << QByteArray(
        R"({"type":"image/png","orientation":1,"frames":1,"bits":1e300,"metadata":{}})");
    QTest::newRow("metadata") << QByteArray(
        R"({"type":"image/png","orientation":1,"frames":1,"bits":8,"metadata":[]})");
    QTest::newRow("deep") << QByteArray(100'000, '[');
}

void TestWire::wrongTexts()
{
    QFETCH(const QByteArray, text);
    const auto still = stillOf([&](const Request &request, int socket, int memory) {
        writeGood(memory);
        media::wire::writeAt(memory, media::wire::textAt, text);
        Answer answer = goodAnswer(request);
        answer.textBytes = text.size();
        say(socket, answer);
    });
    VERIFY_ERROR(still, FileDamaged, "answer");
}

void TestWire::noPacketOfOurs()
{
    for (const QByteArray &packet :
         {QByteArray("x"), QByteArray(sizeof(Answer), '\xff'), QByteArray(5000, 'x')}) {
        const auto still =
            stillOf([&](const Request &, int socket, int) { media::packets::send(socket, packet); });
        QVERIFY(!still && still.error().code == base::ErrorCode::FileDamaged);
    }
    // A descriptor that nobody asked for.
    const auto still = stillOf([&](const Request &request, int socket, int memory) {
        writeGood(memory);
        const Answer answer = goodAnswer(request);
        media::packets::send(socket, {reinterpret_cast<const char *>(&answer), sizeof answer}, {memory});
    });
    VERIFY_ERROR(still, FileDamaged, "answer");
}

void TestWire::silence()
{
    const auto gone = stillOf([](const Request &, int, int) {});
    VERIFY_ERROR(gone, FileDamaged, "crash");
    const auto silent = stillOf([](const Request &, int socket, int) {
        media::packets::Packet packet; // until the other side gives up
        while (media::packets::receive(socket, 100, packet) != media::packets::State::Gone)
            media::packets::waitFor(socket, 100);
    });
    VERIFY_ERROR(silent, FileDamaged, "hang");
}

void TestWire::progressThatDoesNotGoOn()
{
    const auto still = stillOf([](const Request &request, int socket, int) {
        Answer answer;
        answer.kind = Answer::Kind::Progress;
        answer.sequence = request.sequence;
        answer.done = 1;
        answer.total = 2;
        media::packets::Packet packet;
        do
            say(socket, answer);
        while (!media::packets::waitFor(socket, 20) ||
               media::packets::receive(socket, 100, packet) != media::packets::State::Gone);
    });
    VERIFY_ERROR(still, FileDamaged, "hang");
}

void TestWire::missingPixels()
{
    const auto still = stillOf([](const Request &request, int socket, int memory) {
        writeGood(memory);
        QCOMPARE(ftruncate(memory, media::wire::bytesAt + 100), 0);
        say(socket, goodAnswer(request));
    });
    VERIFY_ERROR(still, FileDamaged, "answer");
}

void TestWire::errorsOfItsOwn()
{
    const auto failing = [](quint32 code) {
        return stillOf([code](const Request &request, int socket, int memory) {
            media::wire::writeAt(memory, media::wire::textAt, "why");
            Answer answer;
            answer.kind = Answer::Kind::Failed;
            answer.sequence = request.sequence;
            answer.code = code;
            answer.textBytes = 3;
            say(socket, answer);
        });
    };
    VERIFY_ERROR(failing(media::wire::wireCode(base::ErrorCode::FormatUnsupported)), FormatUnsupported,
                 "why");
    // It cannot say that evidence was changed, or a password wrong.
    QCOMPARE(media::wire::wireCode(base::ErrorCode::EvidenceChanged), 0u);
    QCOMPARE(media::wire::wireCode(base::ErrorCode::PasswordWrong), 0u);
    for (const quint32 code : {0u, 77u, ~0u})
        QVERIFY(failing(code).error().code == base::ErrorCode::FileDamaged);
}

void TestWire::videoInfo()
{
    model::VideoInfo info;
    info.mediaType = "video/mp4";
    info.container = "mov";
    info.codec = "h264";
    info.pixelFormat = "yuv420p";
    info.storedWidth = 64;
    info.storedHeight = 48;
    info.rotation = 90;
    info.width = 48;
    info.height = 64;
    info.averageRate = {30'000, 1'001};
    info.timeBase = {1, 90'000};
    info.claimedSeconds = 2.5;
    info.fields = model::VideoInfo::Fields::TopFirst;
    info.metadata = {{"Container.title", "x"}};
    const auto same = media::wire::infoOfText(media::wire::infoText(info), {});
    QVERIFY(same.has_value());
    QVERIFY(*same == info);
    const auto refused = [&](const std::function<void(model::VideoInfo &)> &change) {
        model::VideoInfo wrong = info;
        change(wrong);
        return !media::wire::infoOfText(media::wire::infoText(wrong), {});
    };
    QVERIFY(refused([](auto &wrong) { wrong.rotation = 45; }));
    QVERIFY(refused([](auto &wrong) { wrong.rotation = 180; })); // then it would not be turned
    QVERIFY(refused([](auto &wrong) { wrong.width = 49; }));
    QVERIFY(refused([](auto &wrong) { wrong.width = 0; }));
    QVERIFY(refused([](auto &wrong) { wrong.storedWidth = 1 << 30, wrong.height = 1 << 30; }));
    QVERIFY(refused([](auto &wrong) { wrong.timeBase.denominator = 0; }));
    QVERIFY(refused([](auto &wrong) { wrong.mediaType = "image/png"; }));
    QVERIFY(refused([](auto &wrong) { wrong.claimedSeconds = -1; }));
    QVERIFY(!media::wire::infoOfText(media::wire::infoText(info), {.pixels = 64 * 48 - 1}));
}

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"
