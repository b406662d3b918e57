// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/decode/videoreader.h"
#include "tests/support/clips.h"
#include "tests/support/mutatedmedia.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <sys/mman.h>

using namespace likeness;
using base::ErrorCode;
using decode::VideoReader;

namespace
{

/// What the ffmpeg program gives in sequence: one MD5 for each frame.
QList<QByteArray> frameHashes(const QString &path)
{
    const QByteArray text =
        tests::outputOf("ffmpeg", {"-v", "quiet", "-nostdin", "-noautorotate", "-threads", "1", "-i", path,
                                   "-map", "0:v:0", "-vsync", "passthrough", "-f", "framemd5", "-"});
    QList<QByteArray> hashes;
    for (const QByteArray &line : text.split('\n'))
        if (!line.isEmpty() && !line.startsWith('#'))
            hashes.append(line.mid(line.lastIndexOf(',') + 1).trimmed());
    return hashes;
}

QByteArray md5(const base::Result<QByteArray> &pixels)
{
    return pixels ? QCryptographicHash::hash(*pixels, QCryptographicHash::Md5).toHex()
                  : base::errorCodeName(pixels.error().code).toUtf8() + ": " + pixels.error().detail.toUtf8();
}

base::Result<std::unique_ptr<VideoReader>> openPath(const QString &path,
                                                    const decode::VideoLimits &limits = {})
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    base::Progress progress;
    return VideoReader::open(dup(file.handle()), "subject", limits, progress);
}

base::Result<std::unique_ptr<VideoReader>> openBytes(const QByteArray &bytes,
                                                     const decode::VideoLimits &limits = {})
{
    QFile file;
    if (!file.open(memfd_create("video", MFD_CLOEXEC), QIODevice::ReadWrite, QFileDevice::AutoCloseHandle))
        qFatal("no memory file");
    file.write(bytes);
    file.flush();
    base::Progress progress;
    return VideoReader::open(dup(file.handle()), "subject", limits, progress);
}

} // namespace

class TestVideoReader : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_clips = tests::makeClips(m_folder.path());
        QVERIFY2(m_clips.size() >= 30, qPrintable(QString::number(m_clips.size())));
    }

    void everyFrameIsThatOfFfmpeg_data() { addClips(); }
    void everyFrameIsThatOfFfmpeg()
    {
        const tests::Clip &clip = m_clips[fetchRow()];
        const auto expected = frameHashes(clip.path);
        QVERIFY(!expected.isEmpty());
        auto reader = openPath(clip.path);
        QVERIFY2(reader, qPrintable(reader ? QString() : reader.error().detail));
        base::Progress progress;
        const auto index = (*reader)->makeIndex(progress);
        QVERIFY(index);
        QCOMPARE(qsizetype(index->frames.size()), expected.size());
        for (qsizetype n = 0; n < expected.size(); ++n)
            QCOMPARE(md5((*reader)->storedPixels(n, progress)), expected[n]);
        QCOMPARE(index->isVariableRate() || !clip.isVariable, true);
    }

    void everyRequestIsThatOfFfmpeg_data() { addClips(); }
    void everyRequestIsThatOfFfmpeg()
    {
        const qsizetype row = fetchRow();
        const tests::Clip &clip = m_clips[row];
        const auto expected = frameHashes(clip.path);
        QVERIFY(!expected.isEmpty());
        decode::VideoLimits limits;
        limits.cacheBytes = 300'000; // a few frames: most requests have to be decoded
        base::Progress progress;
        auto maker = openPath(clip.path, limits);
        QVERIFY(maker);
        const auto index = (*maker)->makeIndex(progress);
        QVERIFY(index);
        // As the next session does: a fresh reader and the index as it was kept.
        const auto kept = model::VideoIndex::fromBytes(index->toBytes());
        QVERIFY(kept && *kept == *index);
        auto reader = openPath(clip.path, limits);
        QVERIFY(reader);
        QVERIFY((*reader)->useIndex(*kept));
        std::mt19937 random{quint32(row)};
        qint64 number = 0;
        const qint64 requests = 20'000 / m_clips.size() + 1;
        for (qint64 request = 0; request < requests; ++request) {
            const auto kind = random() % 8;
            if (kind < 3)
                ++number;
            else if (kind < 5)
                --number;
            else if (kind < 6)
                number += qint64(random() % 9) - 4;
            else
                number = qint64(random() % quint64(expected.size()));
            number = std::clamp<qint64>(number, 0, expected.size() - 1);
            QCOMPARE(md5((*reader)->storedPixels(number, progress)), expected[number]);
        }
    }

    void timesAreThoseOfFfprobe_data() { addClips(); }
    void timesAreThoseOfFfprobe()
    {
        const tests::Clip &clip = m_clips[fetchRow()];
        const auto document = QJsonDocument::fromJson(
            tests::outputOf("ffprobe", {"-v", "quiet", "-threads", "1", "-select_streams", "v:0",
                                        "-show_streams", "-show_frames", "-show_entries",
                                        "frame=best_effort_timestamp,interlaced_frame,top_field_first", "-of",
                                        "json", clip.path}));
        const QJsonObject stream = document["streams"][0].toObject();
        const QJsonArray frames = document["frames"].toArray();
        auto reader = openPath(clip.path);
        QVERIFY(reader);
        base::Progress progress;
        const auto index = (*reader)->makeIndex(progress);
        QVERIFY(index);
        const model::VideoInfo &info = (*reader)->info();
        QCOMPARE(info.codec, stream["codec_name"].toString());
        QCOMPARE(info.storedWidth, stream["width"].toInt());
        QCOMPARE(info.storedHeight, stream["height"].toInt());
        QCOMPARE(info.pixelFormat, stream["pix_fmt"].toString());
        QCOMPARE(QStringLiteral("%1/%2").arg(info.averageRate.numerator).arg(info.averageRate.denominator),
                 stream["avg_frame_rate"].toString().replace("0/0", "0/1"));
        QCOMPARE(QStringLiteral("%1/%2").arg(info.timeBase.numerator).arg(info.timeBase.denominator),
                 stream["time_base"].toString());
        QCOMPARE(info.rotation, clip.rotation);
        QCOMPARE(info.width, clip.rotation % 180 ? info.storedHeight : info.storedWidth);
        QCOMPARE(qsizetype(index->frames.size()), frames.size());
        for (qsizetype n = 0; n < frames.size(); ++n) {
            const auto &frame = index->frames[size_t(n)];
            const QJsonObject expected = frames[n].toObject();
            QCOMPARE(frame.timeFound, expected.contains("best_effort_timestamp"));
            if (frame.timeFound)
                QCOMPARE(frame.time, expected["best_effort_timestamp"].toInteger());
            QCOMPARE(frame.interlaced, expected["interlaced_frame"].toInt() != 0);
            QCOMPARE(frame.topFieldFirst, expected["top_field_first"].toInt() != 0);
        }
    }

    void picturesAreUpright_data()
    {
        QTest::addColumn<int>("turn");
        for (const int turn : {90, 180, 270})
            QTest::addRow("%d", turn) << turn;
    }
    void picturesAreUpright()
    {
        QFETCH(const int, turn);
        base::Progress progress;
        auto plain = openPath(m_folder.filePath("plain.mp4"));
        auto turned = openPath(m_folder.filePath(QStringLiteral("turn%1.mov").arg(turn)));
        QVERIFY(plain && turned && (*plain)->makeIndex(progress) && (*turned)->makeIndex(progress));
        const auto stored = (*plain)->frame(5, progress);
        const auto upright = (*turned)->frame(5, progress);
        QVERIFY(stored && upright);
        const base::Picture &from = stored->picture;
        const base::Picture &to = upright->picture;
        QCOMPARE(to.width(), turn == 180 ? from.width() : from.height());
        const auto pixel = [](const base::Picture &picture, int x, int y) {
            return QByteArray(reinterpret_cast<const char *>(picture.line(y)) + 3 * x, 3);
        };
        for (int y = 0; y < from.height(); y += 7)
            for (int x = 0; x < from.width(); x += 5) {
                const int right = from.width() - 1 - x;
                const int below = from.height() - 1 - y;
                QCOMPARE(turn == 90    ? pixel(to, below, x)
                         : turn == 180 ? pixel(to, right, below)
                                       : pixel(to, y, right),
                         pixel(from, x, y));
            }
    }

    /// Which way is up is not our opinion: the ffmpeg program turns frames by itself when it is let.
    void turnsAreThoseOfFfmpeg_data() { picturesAreUpright_data(); }
    void turnsAreThoseOfFfmpeg()
    {
        QFETCH(const int, turn);
        const QString path = m_folder.filePath(QStringLiteral("turn%1.mov").arg(turn));
        base::Progress progress;
        auto reader = openPath(path);
        QVERIFY(reader && (*reader)->makeIndex(progress));
        const auto upright = (*reader)->frame(0, progress);
        QVERIFY(upright);
        const QByteArray turned =
            tests::outputOf("ffmpeg", {"-v", "quiet", "-nostdin", "-i", path, "-frames:v", "1", "-pix_fmt",
                                       "rgb24", "-f", "rawvideo", "-"});
        const QByteArray &pixels = upright->picture.pixels();
        QCOMPARE(pixels.size(), turned.size());
        qint64 difference = 0; // it rounds otherwise
        for (qsizetype i = 0; i < pixels.size(); ++i)
            difference += std::abs(int(uchar(pixels[i])) - int(uchar(turned[i])));
        QVERIFY2(difference < pixels.size() * 4, qPrintable(QString::number(difference)));
    }

    /// Colours of a known matrix and range come back within the rounding of 8 bits.
    void coloursAreThoseThatWentIn()
    {
        const struct {
            const char *name;
            QStringList options;
            const char *size;
        } rows[] = {
            {"601", {"-vf", "scale=out_color_matrix=bt601", "-pix_fmt", "yuv420p"}, "160x120"},
            {"709 by name",
             {"-vf", "scale=out_color_matrix=bt709", "-pix_fmt", "yuv420p", "-colorspace", "bt709"},
             "160x120"},
            {"709 by size", {"-vf", "scale=out_color_matrix=bt709", "-pix_fmt", "yuv420p"}, "1280x720"},
            {"full range",
             {"-vf", "scale=out_color_matrix=bt601:out_range=full", "-pix_fmt", "yuv420p", "-color_range",
              "pc"},
             "160x120"},
            {"10 bit", {"-vf", "scale=out_color_matrix=bt601", "-pix_fmt", "yuv420p10le"}, "160x120"}};
        const int wanted[3] = {0xd0, 0x40, 0x20};
        base::Progress progress;
        for (const auto &row : rows) {
            const QString path = m_folder.filePath("colour.mkv");
            tests::outputOf(
                "ffmpeg",
                QStringList{
                    "-v", "quiet", "-nostdin", "-y", "-f", "lavfi", "-i",
                    QStringLiteral("color=c=0xd04020:s=%1:d=0.2,format=rgb24").arg(QLatin1String(row.size))} +
                    row.options + QStringList{"-c:v", "ffv1", path});
            auto reader = openPath(path);
            QVERIFY2(reader && (*reader)->makeIndex(progress), row.name);
            const auto frame = (*reader)->frame(1, progress);
            const auto native = (*reader)->nativeFrame(1, progress);
            QVERIFY(frame && native);
            for (int channel = 0; channel < 3; ++channel) {
                const int seen = frame->picture.line(60)[3 * 80 + channel];
                QVERIFY2(std::abs(seen - wanted[channel]) <= 2,
                         qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(row.name)).arg(seen)));
                const qsizetype sample = (qsizetype(60) * native->width + 80) * 3 + channel;
                const int deep = native->bitsPerChannel == 16 ? uchar(native->pixels[2 * sample])
                                                              : uchar(native->pixels[sample]);
                QVERIFY2(std::abs(deep - wanted[channel]) <= 2, row.name);
            }
        }
    }

    void nativeFramesKeepTheirDepth()
    {
        base::Progress progress;
        const struct {
            const char *file;
            int channels;
            int bits;
        } rows[] = {
            {"plain.mp4", 3, 8}, {"deep265.mkv", 3, 16}, {"prores.mov", 3, 16}, {"greyffv1.mkv", 1, 8}};
        for (const auto &row : rows) {
            auto reader = openPath(m_folder.filePath(row.file));
            QVERIFY(reader);
            const auto index = (*reader)->makeIndex(progress);
            QVERIFY(index);
            const auto native = (*reader)->nativeFrame(3, progress);
            QVERIFY2(native, row.file);
            QCOMPARE(native->channels, row.channels);
            QCOMPARE(native->bitsPerChannel, row.bits);
            QCOMPARE(native->pixels.size(),
                     qsizetype(native->width) * native->height * row.channels * row.bits / 8);
            QCOMPARE(native->digest, index->frames[3].digest);
            QCOMPARE(native->number, 3);
        }
    }

    void whatIsNoVideoIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("This is not a recording.\n").repeated(50);
        QTest::newRow("m3u8") << QByteArray(
            "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nfile:///etc/passwd\n");
        QTest::newRow("concat") << QByteArray("ffconcat version 1.0\nfile 'plain.mp4'\n");
        QTest::newRow("sdp") << QByteArray("v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\n"
                                           "m=video 5004 RTP/AVP 96\na=rtpmap:96 H264/90000\n");
        QTest::newRow("mpd") << QByteArray(
            "<?xml version=\"1.0\"?>\n<MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" "
            "profiles=\"urn:mpeg:dash:profile:isoff-live:2011\" type=\"static\"/>");
        QTest::newRow("ffmetadata") << QByteArray(";FFMETADATA1\ntitle=x\n");
        QTest::newRow("gif") << QByteArray::fromBase64(
            "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
        for (const auto *kind : {"png", "jpg", "bmp", "webp", "tiff"}) {
            const QString path = m_folder.filePath(QStringLiteral("still.%1").arg(QLatin1String(kind)));
            tests::outputOf("ffmpeg", {"-v", "quiet", "-y", "-i", m_folder.filePath("plain.mp4"), "-frames:v",
                                       "1", path});
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QTest::newRow(kind) << file.readAll();
        }
        QFile file(m_folder.filePath("faststart.mp4"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray external = file.readAll();
        const auto entry = external.indexOf(QByteArray("url \0\0\0\1", 8));
        QVERIFY(entry > 0);
        external[entry + 7] = 0;
        QTest::newRow("samples in another file") << external;
    }
    void whatIsNoVideoIsRefused()
    {
        QFETCH(const QByteArray, bytes);
        const auto reader = openBytes(bytes);
        QVERIFY(!reader);
        QCOMPARE(reader.error().code, ErrorCode::FormatUnsupported);
        if (qstrcmp(QTest::currentDataTag(), "samples in another file") != 0)
            QVERIFY(
                !decode::isVideo(QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), 1 << 16))));
    }

    void aRecordingIsKnownByItsFirstBytes_data() { addClips(); }
    void aRecordingIsKnownByItsFirstBytes()
    {
        QFile file(m_clips[fetchRow()].path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(decode::isVideo(file.read(1 << 16)));
    }

    void limitsHold()
    {
        decode::VideoLimits limits;
        limits.side = 175;
        auto reader = openPath(m_folder.filePath("plain.mp4"), limits);
        QVERIFY(!reader);
        QCOMPARE(reader.error().detail, QStringLiteral("side"));
        limits = {};
        limits.pixels = 176 * 144 - 1;
        reader = openPath(m_folder.filePath("plain.mp4"), limits);
        QVERIFY(!reader);
        QCOMPARE(reader.error().detail, QStringLiteral("pixels"));
        limits = {};
        limits.frames = 10;
        reader = openPath(m_folder.filePath("plain.mp4"), limits);
        QVERIFY(reader);
        base::Progress progress;
        const auto index = (*reader)->makeIndex(progress);
        QVERIFY(!index);
        QCOMPARE(index.error().code, ErrorCode::TooLarge);
    }

    void aCancelEndsTheWorkAndNotTheReader()
    {
        auto reader = openPath(m_folder.filePath("long.mp4"));
        QVERIFY(reader);
        base::Progress *running = nullptr;
        base::Progress cancelled([&](qint64, qint64) { running->cancel(); });
        running = &cancelled;
        const auto stopped = (*reader)->makeIndex(cancelled);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        base::Progress progress;
        QVERIFY((*reader)->makeIndex(progress));
        const auto outside = (*reader)->frame(100'000, progress);
        QVERIFY(!outside);
        QCOMPARE(outside.error().code, ErrorCode::InvalidArgument);
    }

    void aForeignIndexGivesNoFrame()
    {
        base::Progress progress;
        auto reader = openPath(m_folder.filePath("plain.mp4"));
        QVERIFY(reader);
        auto index = (*reader)->makeIndex(progress);
        QVERIFY(index);
        index->frames[7].digest ^= 1;
        QVERIFY((*reader)->useIndex(*index));
        QVERIFY((*reader)->frame(6, progress));
        const auto wrong = (*reader)->frame(7, progress);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, ErrorCode::FileDamaged);
        QVERIFY((*reader)->frame(8, progress));
    }

    void aCutFileSaysSo()
    {
        base::Progress progress;
        auto reader = openPath(m_folder.filePath("cut.mp4"));
        QVERIFY(reader);
        const auto cut = (*reader)->makeIndex(progress);
        QVERIFY(cut && !cut->endedBy.isEmpty());
        reader = openPath(m_folder.filePath("faststart.mp4"));
        QVERIFY(reader);
        const auto whole = (*reader)->makeIndex(progress);
        QVERIFY(whole && whole->endedBy.isEmpty());
        QVERIFY(cut->frames.size() < whole->frames.size());
    }

    void metadataIsThere()
    {
        auto reader = openPath(m_folder.filePath("sound.mp4"));
        QVERIFY(reader);
        const model::VideoInfo &info = (*reader)->info();
        QCOMPARE(info.mediaType, QStringLiteral("video/mp4"));
        QCOMPARE(info.metadata["Stream.0.codec"].toString(), QStringLiteral("h264"));
        QCOMPARE(info.metadata["Stream.1.codec"].toString(), QStringLiteral("aac"));
        QCOMPARE(info.metadata["Container.major_brand"].toString(), QStringLiteral("isom"));
    }

    /// What does come out of a broken file is a value or an error, and the same frame twice is the same.
    void mutatedFilesAreAnswered()
    {
        const char *files[] = {"plain.mp4", "variable.mkv", "bvop.avi", "open.ts",  "mpeg1.mpg",
                               "wmv2.wmv",  "flv1.flv",     "vp9.webm", "raw.h264", "fragments.mp4"};
        int opened = 0;
        int refused = 0;
        for (quint32 number = 0; number < 300; ++number) {
            QFile file(m_folder.filePath(files[number % std::size(files)]));
            QVERIFY(file.open(QIODevice::ReadOnly));
            decode::VideoLimits limits;
            limits.pixels = 4'000'000;
            limits.frames = 2000;
            auto reader = openBytes(tests::mutated(file.readAll(), number), limits);
            base::Progress progress;
            const auto index = reader ? (*reader)->makeIndex(progress)
                                      : base::Result<model::VideoIndex>(tl::unexpected(reader.error()));
            if (!index) {
                ++refused;
                continue;
            }
            ++opened;
            const auto last = qint64(index->frames.size()) - 1;
            for (const qint64 n : {last, qint64(0), last / 2})
                if (const auto native = (*reader)->nativeFrame(n, progress))
                    QCOMPARE(native->digest, index->frames[size_t(n)].digest);
        }
        QVERIFY2(opened > 100 && refused > 10, qPrintable(QStringLiteral("%1 %2").arg(opened).arg(refused)));
    }

private:
    void addClips()
    {
        QTest::addColumn<qsizetype>("row");
        for (qsizetype row = 0; row < m_clips.size(); ++row)
            QTest::newRow(qPrintable(m_clips[row].name)) << row;
    }
    static qsizetype fetchRow()
    {
        QFETCH(const qsizetype, row);
        return row;
    }

    QTemporaryDir m_folder;
    QList<tests::Clip> m_clips;
};

QTEST_GUILESS_MAIN(TestVideoReader)
#include "tst_videoreader.moc"
