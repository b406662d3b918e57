// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/decode/stilldecoder.h"
#include "engine/decode/stillpixels.h"
#include "tests/engine/decode/decodebytes.h"
#include "tests/support/brokenfiles.h"
#include "tests/support/stillbytes.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <array>
#include <memory>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace likeness;
using base::ErrorCode;
using base::Picture;
using tests::decodeBytes;
using tests::equal;

namespace {

/// One sound file of each kind and sort, small enough for sweeps.
QList<std::pair<QByteArray, QByteArray>> soundFiles()
{
    const QImage image = tests::quadrants(40, 24);
    return {{"jpeg", tests::jpegWithExif(tests::encoded(image, "jpeg"), tests::exifBlock(6))},
            {"progressive jpeg", tests::progressiveJpeg(image)},
            {"png", tests::pngWithExif(tests::encoded(image, "png"), tests::exifBlock(6))},
            {"animated png", tests::animatedPng(image, image)},
            {"palette png", tests::encoded(image.convertToFormat(QImage::Format_Indexed8), "png")},
            {"tiff", tests::encoded(image, "tiff")},
            {"plain tiff", tests::tiffBytes(tests::tiffOf(image, 6))},
            {"webp", tests::encoded(image, "webp", 80)},
            {"lossless webp", tests::encoded(image, "webp", 100)},
            {"webp with exif",
             tests::webpWithExif(tests::encoded(image, "webp", 80), image.size(), tests::exifBlock(6))},
            {"animated webp", tests::animatedWebP(image, image)},
            {"bmp", tests::encoded(image, "bmp")},
            {"palette bmp", tests::encoded(image.convertToFormat(QImage::Format_Indexed8), "bmp")}};
}

} // namespace

class TestStillDecoder : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QList<tests::BrokenFile> m_table;

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_table = tests::makeBrokenFiles(m_folder.path());
    }

    void brokenFiles_data()
    {
        QTest::addColumn<int>("row");
        for (int i = 0; i < m_table.size(); ++i)
            QTest::newRow(qPrintable(m_table[i].name)) << i;
    }
    void brokenFiles()
    {
        QFETCH(int, row);
        const tests::BrokenFile &file = m_table[row];
        if (file.needsOrdinaryUser && geteuid() == 0)
            QSKIP("root may read everything: see withoutPermission()");
        base::Progress progress;
        const auto still = decode::makeInProcessDecoder()->decodeFile(file.path, progress);
        if (file.error) {
            QVERIFY2(!still.has_value(), "decoded, but must not be");
            QVERIFY2(still.error().code == *file.error,
                     qPrintable(base::errorCodeName(still.error().code) + u' ' + still.error().detail));
            QCOMPARE(still.error().subject, file.path);
        } else {
            QVERIFY2(still.has_value(), qPrintable(still ? QString() : still.error().detail));
            QVERIFY(!still->picture.isNull());
        }
    }

    void withoutPermission()
    {
        if (geteuid() != 0)
            QSKIP("the row of the table has shown it");
        QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755));
        const auto decoder = decode::makeInProcessDecoder();
        base::Progress progress;
        QCOMPARE(seteuid(65534), 0);
        const auto open = decoder->decodeFile(m_folder.filePath("png.jpg"), progress);
        const auto forbidden = decoder->decodeFile(m_folder.filePath("forbidden.png"), progress);
        QCOMPARE(seteuid(0), 0);
        QVERIFY(open.has_value());
        QVERIFY(!forbidden.has_value());
        QCOMPARE(forbidden.error().code, ErrorCode::FileUnreadable);
    }

    void everyTruncation_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const auto &[name, bytes] : soundFiles())
            QTest::newRow(name.constData()) << bytes;
    }
    void everyTruncation()
    {
        // Every prefix of a sound file is an error: no half pictures.
        QFETCH(QByteArray, bytes);
        QVERIFY(decodeBytes(bytes).has_value());
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            const auto still = decodeBytes(bytes.left(size));
            QVERIFY2(!still.has_value(), qPrintable(QStringLiteral("%1 of %2").arg(size).arg(bytes.size())));
            QVERIFY2(still.error().code == ErrorCode::FileDamaged ||
                         (size < 18 && still.error().code == ErrorCode::FormatUnsupported),
                     qPrintable(base::errorCodeName(still.error().code)));
        }
    }

    void flippedBytes_data() { everyTruncation_data(); }
    void flippedBytes()
    {
        QFETCH(QByteArray, bytes);
        decode::StillLimits limits;
        limits.pixels = 1'000'000;
        for (qsizetype at = 0; at < qMin<qsizetype>(512, bytes.size()); ++at) {
            for (const int flip : {0x01, 0x80, 0xff}) {
                QByteArray mutated = bytes;
                mutated[at] = char(mutated[at] ^ flip);
                const auto still = decodeBytes(mutated, limits);
                if (still) {
                    QVERIFY(!still->picture.isNull());
                    QVERIFY(qint64(still->picture.width()) * still->picture.height() <= limits.pixels);
                } else {
                    QVERIFY(still.error().code == ErrorCode::FileDamaged ||
                            still.error().code == ErrorCode::TooLarge ||
                            still.error().code == ErrorCode::FormatUnsupported);
                }
            }
        }
    }

    void limits()
    {
        const QImage image = tests::quadrants(40, 24);
        for (const char *kind : {"jpeg", "png", "tiff", "webp", "bmp"}) {
            const QByteArray bytes = tests::encoded(image, kind);
            const auto detail = [&](qint64 size, qint64 pixels, int side) {
                const auto still = decodeBytes(bytes, {size, pixels, side});
                return still ? QString()
                             : base::errorCodeName(still.error().code) + u' ' + still.error().detail;
            };
            QCOMPARE(detail(bytes.size(), 960, 40), QString());
            QCOMPARE(detail(bytes.size() - 1, 960, 40), QStringLiteral("too-large bytes"));
            QCOMPARE(detail(bytes.size(), 959, 40), QStringLiteral("too-large pixels"));
            QCOMPARE(detail(bytes.size(), 960, 39), QStringLiteral("too-large side"));
        }
    }

    void claimsAllocateNothing()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("the address sanitizer needs its own address space");
#endif
        // 29,000 x 4,000 is within the limits of size and needs 348 MB: with less there is an error, no
        // crash.
        const QByteArray png =
            tests::pngClaiming(tests::encoded(tests::quadrants(64, 48), "png"), 29'000, 4'000);
        const QByteArray jpeg =
            tests::jpegClaiming(tests::encoded(tests::quadrants(64, 48), "jpeg"), 29'000, 4'000);
        QVERIFY(decodeBytes(tests::encoded(tests::quadrants(9, 9), "png")).has_value());
        QFile sizes("/proc/self/statm");
        QVERIFY(sizes.open(QIODevice::ReadOnly));
        const rlim_t now =
            rlim_t(sizes.readAll().split(' ').first().toLongLong()) * rlim_t(sysconf(_SC_PAGESIZE));
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_AS, &before), 0);
        const rlimit tight{now + (64 << 20), before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_AS, &tight), 0);
        const auto largePng = decodeBytes(png);
        const auto largeJpeg = decodeBytes(jpeg);
        const auto small = decodeBytes(tests::encoded(tests::quadrants(9, 9), "png"));
        QCOMPARE(setrlimit(RLIMIT_AS, &before), 0);
        QVERIFY(!largePng.has_value());
        QVERIFY(!largeJpeg.has_value());
        QCOMPARE(largeJpeg.error().code, ErrorCode::TooLarge);
        QCOMPARE(largeJpeg.error().detail, QStringLiteral("memory"));
        QVERIFY(small.has_value());
    }

    void readsTheDescriptorAlone()
    {
        const QImage image = tests::quadrants(40, 24);
        const QString path = m_folder.filePath("swapped");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(tests::encoded(image, "png"));
        file.flush();
        // Another file now stands at that path; the position is at the end.
        QVERIFY(QFile::remove(path));
        QFile other(path);
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.write("no picture");
        other.close();
        base::Progress progress;
        const auto still = decode::makeInProcessDecoder()->decode(file, QStringLiteral("x"), progress);
        QVERIFY(still.has_value());
        QVERIFY(equal(still->picture, image));
    }

    void refusesWhatIsNoOpenRegularFile()
    {
        const auto decoder = decode::makeInProcessDecoder();
        base::Progress progress;
        QFile closed(m_folder.filePath("png.jpg"));
        QCOMPARE(decoder->decode(closed, "x", progress).error().code, ErrorCode::FileUnreadable);
        QFile writing(m_folder.filePath("writing"));
        QVERIFY(writing.open(QIODevice::WriteOnly));
        QCOMPARE(decoder->decode(writing, "x", progress).error().code, ErrorCode::FileUnreadable);
        int ends[2];
        QCOMPARE(pipe(ends), 0);
        QFile piped;
        QVERIFY(piped.open(ends[0], QIODevice::ReadOnly, QFileDevice::AutoCloseHandle));
        const auto answer = decoder->decode(piped, "x", progress);
        ::close(ends[1]);
        QCOMPARE(answer.error().code, ErrorCode::FileUnreadable);
        QCOMPARE(answer.error().subject, QStringLiteral("x"));
    }

    void cancelled()
    {
        base::Progress progress;
        progress.cancel();
        const auto still = decode::makeInProcessDecoder()->decodeFile(m_folder.filePath("png.jpg"), progress);
        QVERIFY(!still.has_value());
        QCOMPARE(still.error().code, ErrorCode::Cancelled);
    }

    void cancelledWithinAJpeg()
    {
        base::Progress progress;
        progress.cancel();
        const QImage image = tests::quadrants(64, 48);
        for (const QByteArray &bytes : {tests::encoded(image, "jpeg"), tests::progressiveJpeg(image)}) {
            const auto pixels = decode::jpegPixels(bytes, decode::jpegStructure(bytes), progress);
            QVERIFY(!pixels.has_value());
            QCOMPARE(pixels.error().code, ErrorCode::Cancelled);
        }
    }

    void samePixelsFromEveryThread()
    {
        const auto decoder = decode::makeInProcessDecoder();
        for (const auto &[name, bytes] : soundFiles()) {
            const auto once = decodeBytes(bytes);
            QVERIFY2(once.has_value(), name.constData());
            std::array<Picture, 4> pictures;
            std::vector<std::unique_ptr<QThread>> threads;
            for (Picture &picture : pictures) {
                threads.emplace_back(QThread::create([&picture, &bytes = bytes] {
                    if (auto still = decodeBytes(bytes))
                        picture = still->picture;
                }));
                threads.back()->start();
            }
            for (const auto &thread : threads)
                QVERIFY(thread->wait());
            for (const Picture &picture : pictures)
                QVERIFY2(picture == once->picture, name.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestStillDecoder)
#include "tst_stilldecoder.moc"
