// SPDX-License-Identifier: GPL-3.0-or-later
// The real likeness-decode: the same stills as its decoder gives in one's own process, and what becomes of a
// file whose decoder dies, hangs, is stopped or whose starter dies.
#include "engine/decode/stilldecoder.h"
#include "engine/media/processdecoder.h"
#include "tests/engine/media/mediafiles.h"
#include "tests/support/stillbytes.h"
#include "tests/support/testdata.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <thread>

#include <sys/stat.h>

using namespace likeness;
using media::Conversation;
using media::DecoderProgram;
using media::ProcessDecoder;

namespace
{

/// A decoder that has the file and waits to be asked.
std::unique_ptr<Conversation> conversationAbout(DecoderProgram &program, const QByteArray &bytes,
                                                const media::MediaLimits &limits = {})
{
    // Those of earlier files are ended, and gone a moment later: then there is only this one.
    if (!QTest::qWaitFor(
            [&] { return program.processId() == 0 || tests::childrenOf(program.processId()).isEmpty(); }))
        qFatal("decoders do not end");
    base::Progress progress;
    return Conversation::open(program, tests::fileOf(bytes)->handle(), false, limits, progress).value();
}

QByteArray photograph(int width, int height)
{
    return tests::encoded(tests::quadrants(width, height), "jpeg");
}

} // namespace

class TestProcessDecoder : public QObject
{
    Q_OBJECT
private slots:
    void sameAsInOneProcess_data();
    void sameAsInOneProcess();
    void heicAndAvif();
    void isConfined();
    void kinds();
    void limits();
    void notRegularFiles();
    void nothingIsWrittenThrough();
    void crash();
    void hang();
    void cancelled();
    void starterDies();
    void growingFile();
    void manyAtOnce();
    void noProgram();

private:
    base::Result<model::Still> decoded(const QByteArray &bytes, const media::MediaLimits &limits = {})
    {
        base::Progress progress;
        return ProcessDecoder(m_program, limits).decode(*tests::fileOf(bytes), "subject", progress);
    }
    DecoderProgram m_program{DecoderProgram::path()};
};

void TestProcessDecoder::sameAsInOneProcess_data()
{
    QTest::addColumn<QByteArray>("bytes");
    // Large enough for Qt's own threads, which a confined decoder does not have.
    const QImage large = tests::quadrants(700, 500);
    for (const char *format : {"jpeg", "png", "webp", "bmp", "tiff"}) {
        QTest::addRow("large %s", format) << tests::encoded(large, format);
        QTest::addRow("large %s with alpha", format)
            << tests::encoded(large.convertToFormat(QImage::Format_ARGB32), format);
        QTest::addRow("large %s in grey", format)
            << tests::encoded(large.convertToFormat(QImage::Format_Grayscale8), format);
    }
    QTest::newRow("large png of 16 bits")
        << tests::encoded(large.convertToFormat(QImage::Format_RGBA64), "png");
    QTest::newRow("large png with a palette")
        << tests::encoded(large.convertToFormat(QImage::Format_Indexed8), "png");
    QTest::newRow("large tiff of 16 bits")
        << tests::encoded(large.convertToFormat(QImage::Format_RGBA64), "tiff");
    const QImage image = tests::quadrants(301, 202);
    for (const char *format : {"jpeg", "png", "webp", "bmp", "tiff"})
        QTest::newRow(format) << tests::encoded(image, format);
    QTest::newRow("progressive") << tests::progressiveJpeg(image);
    QTest::newRow("turned, with metadata")
        << tests::jpegWithExif(tests::encoded(image, "jpeg"), tests::exifBlock(6));
    QTest::newRow("grey") << tests::encoded(image.convertToFormat(QImage::Format_Grayscale8), "png");
    QTest::newRow("cut") << tests::encoded(image, "jpeg").chopped(3000);
    QTest::newRow("cut png") << tests::encoded(image, "png").chopped(3000);
    QFile heic(tests::dataDirectory() + "/stills/grey.heic");
    QVERIFY(heic.open(QIODevice::ReadOnly));
    const QByteArray heicBytes = heic.readAll();
    QTest::newRow("heic") << heicBytes;
    QTest::newRow("cut heic") << heicBytes.chopped(20);
    QTemporaryDir folder;
    QCOMPARE(
        QProcess::execute("ffmpeg", {"-v", "error", "-f", "lavfi", "-i", "testsrc2=s=162x122", "-frames:v",
                                     "1", "-c:v", "libaom-av1", "-cpu-used", "8", folder.filePath("a.avif")}),
        0);
    QFile avif(folder.filePath("a.avif"));
    QVERIFY(avif.open(QIODevice::ReadOnly));
    const QByteArray avifBytes = avif.readAll();
    QTest::newRow("avif") << avifBytes;
    QTest::newRow("cut avif") << avifBytes.chopped(avifBytes.size() / 2);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("no picture");
}

void TestProcessDecoder::sameAsInOneProcess()
{
    QFETCH(const QByteArray, bytes);
    base::Progress progress;
    const auto own = decode::makeInProcessDecoder()->decode(*tests::fileOf(bytes), "subject", progress);
    const auto ownPixels = decode::makeInProcessDecoder()->pixels(*tests::fileOf(bytes), "subject", progress);
    const auto other = decoded(bytes);
    const auto otherPixels = ProcessDecoder(m_program, {}).pixels(*tests::fileOf(bytes), "subject", progress);
    QCOMPARE(otherPixels.has_value(), ownPixels.has_value());
    QCOMPARE(other.has_value(), own.has_value());
    if (!own) {
        QCOMPARE(base::errorCodeName(other.error().code), base::errorCodeName(own.error().code));
        QCOMPARE(other.error().subject, QString("subject"));
        QCOMPARE(other.error().detail, own.error().detail);
        return;
    }
    QCOMPARE(*otherPixels, *ownPixels);
    QVERIFY(other->picture == own->picture);
    QCOMPARE(other->mediaType, own->mediaType);
    QCOMPARE(other->exifOrientation, own->exifOrientation);
    QCOMPARE(other->frames, own->frames);
    QCOMPARE(other->bitsPerChannel, own->bitsPerChannel);
    QCOMPARE(other->metadata, own->metadata);
}

void TestProcessDecoder::heicAndAvif()
{
    QFile heic(tests::dataDirectory() + "/stills/grey.heic");
    QVERIFY(heic.open(QIODevice::ReadOnly));
    const auto still = decoded(heic.readAll());
    VERIFY_OK(still);
    QCOMPARE(still->mediaType, QString("image/heic"));
    QCOMPARE(still->picture.width(), 16);
    QCOMPARE(still->picture.height(), 16);
    const int grey = still->picture.line(8)[8];
    QVERIFY2(grey >= 116 && grey <= 140, qPrintable(QString::number(grey)));
}

void TestProcessDecoder::isConfined()
{
    QVERIFY(ProcessDecoder(m_program, {}).confinement().isWhole());
}

void TestProcessDecoder::kinds()
{
    base::Progress progress;
    const ProcessDecoder decoder(m_program, {});
    const auto still = decoder.kind(*tests::fileOf(photograph(20, 20)), "subject", progress);
    VERIFY_OK(still);
    QVERIFY(*still == media::MediaDecoder::Kind::Still);
    const auto text = decoder.kind(*tests::fileOf("no picture"), "subject", progress);
    QVERIFY(!text && text.error().code == base::ErrorCode::FormatUnsupported);
}

void TestProcessDecoder::limits()
{
    const QByteArray bytes = photograph(200, 100);
    VERIFY_OK(decoded(bytes));
    VERIFY_ERROR(decoded(bytes, {.bytes = bytes.size() - 1}), TooLarge, "bytes");
    VERIFY_ERROR(decoded(bytes, {.pixels = 200 * 100 - 1}), TooLarge, "pixels");
    VERIFY_ERROR(decoded(bytes, {.side = 199}), TooLarge, "side");
    // Its header promises more than is allowed; nothing of that size is asked for.
    QVERIFY(!decoded(tests::jpegClaiming(bytes, 30'000, 30'000)));
}

void TestProcessDecoder::notRegularFiles()
{
    QTemporaryDir folder;
    const QString fifo = folder.filePath("fifo");
    QCOMPARE(mkfifo(qPrintable(fifo), 0600), 0);
    QVERIFY(QFile::link(folder.filePath("real"), folder.filePath("link")));
    QFile real(folder.filePath("real"));
    QVERIFY(real.open(QIODevice::WriteOnly));
    real.write(photograph(20, 20));
    real.close();
    const ProcessDecoder decoder(m_program, {});
    base::Progress progress;
    VERIFY_OK(decoder.decodeFile(folder.filePath("real"), progress));
    for (const QString &path :
         {fifo, folder.filePath("link"), QString("/dev/zero"), folder.path(), folder.filePath("gone")}) {
        const auto answer = decoder.decodeFile(path, progress);
        QVERIFY2(!answer && answer.error().code == base::ErrorCode::FileUnreadable, qPrintable(path));
    }
}

void TestProcessDecoder::nothingIsWrittenThrough()
{
    // Handed over open for writing: what the decoder gets is not.
    const auto file = tests::fileOf(photograph(20, 20));
    base::Progress progress;
    const auto conversation = Conversation::open(m_program, file->handle(), false, {}, progress);
    VERIFY_OK(conversation);
    VERIFY_OK(ProcessDecoder(m_program, {}).decode(*file, "subject", progress));
    QCOMPARE(file->size(), photograph(20, 20).size());
}

void TestProcessDecoder::crash()
{
    const auto conversation = conversationAbout(m_program, photograph(20, 20));
    base::Progress progress;
    const auto decoders = tests::childrenOf(m_program.processId());
    QCOMPARE(decoders.size(), 1);
    QCOMPARE(kill(pid_t(decoders.front()), SIGSEGV), 0);
    VERIFY_ERROR(media::askForStill(*conversation, {}, progress), FileDamaged, "crash");
    // For good, and only for this file.
    VERIFY_ERROR(media::askForStill(*conversation, {}, progress), FileDamaged, "crash");
    QElapsedTimer timer;
    timer.start();
    VERIFY_OK(decoded(photograph(20, 20)));
    qInfo("the next file was decoded %lld ms after a crash", timer.elapsed());
}

void TestProcessDecoder::hang()
{
    media::MediaLimits limits;
    limits.secondsWithoutAnswer = 1;
    const auto conversation = conversationAbout(m_program, photograph(20, 20), limits);
    const auto decoders = tests::childrenOf(m_program.processId());
    QCOMPARE(decoders.size(), 1);
    QCOMPARE(kill(pid_t(decoders.front()), SIGSTOP), 0);
    base::Progress progress;
    VERIFY_ERROR(media::askForStill(*conversation, limits, progress), FileDamaged, "hang");
    VERIFY_OK(decoded(photograph(20, 20)));
    QTRY_VERIFY(tests::childrenOf(m_program.processId()).isEmpty()); // it was ended, not left behind
}

void TestProcessDecoder::cancelled()
{
    const auto conversation = conversationAbout(m_program, photograph(20, 20));
    QCOMPARE(kill(pid_t(tests::childrenOf(m_program.processId()).value(0)), SIGSTOP), 0);
    base::Progress progress;
    base::Result<model::Still> answer;
    std::thread asking([&] { answer = media::askForStill(*conversation, {}, progress); });
    progress.cancel();
    asking.join();
    QVERIFY(!answer && answer.error().code == base::ErrorCode::Cancelled);
    base::Progress before;
    before.cancel();
    const auto early = ProcessDecoder(m_program, {}).decode(*tests::fileOf(photograph(9, 9)), "s", before);
    QVERIFY(!early && early.error().code == base::ErrorCode::Cancelled);
}

void TestProcessDecoder::starterDies()
{
    const auto conversation = conversationAbout(m_program, photograph(20, 20));
    const pid_t first = m_program.processId();
    const qint64 decoder = tests::childrenOf(first).value(0);
    QVERIFY(decoder > 0);
    QCOMPARE(kill(first, SIGKILL), 0);
    base::Progress progress;
    // Its decoders end with it, and a new one is there for the next file.
    QTRY_VERIFY(tests::processField(decoder, 0).isEmpty() || tests::processField(decoder, 0) == "Z");
    VERIFY_ERROR(media::askForStill(*conversation, {}, progress), FileDamaged, "crash");
    QElapsedTimer timer;
    timer.start();
    VERIFY_OK(decoded(photograph(20, 20)));
    qInfo("the next file was decoded %lld ms after the starter was killed", timer.elapsed());
    QVERIFY(m_program.processId() != first);
}

void TestProcessDecoder::growingFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath("growing.jpg"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(photograph(64, 64));
    file.flush();
    VERIFY_OK(decoded(photograph(64, 64))); // the starter is there
    QCOMPARE(kill(m_program.processId(), SIGSTOP), 0);
    base::Result<model::Still> answer;
    std::thread decoding([&] {
        base::Progress progress;
        QFile same(file.fileName());
        same.open(QIODevice::ReadOnly);
        answer = ProcessDecoder(m_program, {}).decode(same, "subject", progress);
    });
    // The decoder's own descriptor of it is the third: its size was looked at.
    const auto openings = [&] {
        int count = 0;
        for (const QFileInfo &link : QDir("/proc/self/fd").entryInfoList(QDir::Files | QDir::System))
            count += link.symLinkTarget() == file.fileName();
        return count;
    };
    while (openings() < 3)
        std::this_thread::yield();
    file.seek(file.size());
    file.write("more");
    file.flush();
    QCOMPARE(kill(m_program.processId(), SIGCONT), 0);
    decoding.join();
    VERIFY_ERROR(answer, FileDamaged, "grows");
}

void TestProcessDecoder::manyAtOnce()
{
    const QByteArray bytes = photograph(120, 80);
    const auto expected = decoded(bytes);
    VERIFY_OK(expected);
    std::atomic<int> same = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; ++i)
        threads.emplace_back([&] {
            for (int round = 0; round < 50; ++round)
                if (const auto still = decoded(bytes))
                    same += still->picture == expected->picture;
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(same.load(), 300);
}

void TestProcessDecoder::noProgram()
{
    DecoderProgram program("/nowhere/likeness-decode");
    base::Progress progress;
    const auto answer = ProcessDecoder(program, {}).decode(*tests::fileOf(photograph(9, 9)), "s", progress);
    QVERIFY(!answer && answer.error().code == base::ErrorCode::FileUnreadable);
    QVERIFY(!ProcessDecoder(program, {}).confinement().isWhole());
}

QTEST_GUILESS_MAIN(TestProcessDecoder)
#include "tst_processdecoder.moc"
