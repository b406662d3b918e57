// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/video.h"

#include <QCryptographicHash>
#include <QTest>

#include <limits>
#include <random>

using namespace likeness;
using model::VideoIndex;

namespace
{

VideoIndex indexOf(std::initializer_list<qint64> times, model::Fraction timeBase = {1, 1000})
{
    VideoIndex index;
    index.timeBase = timeBase;
    for (const qint64 time : times) {
        model::IndexedFrame frame;
        frame.time = time;
        index.frames.push_back(frame);
    }
    return index;
}

VideoIndex hostileNumbers()
{
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    VideoIndex index = indexOf({least, most, 0, -1, most, least}, {1001, 30'000});
    index.endedBy = QStringLiteral("Ende: Äöü");
    for (size_t i = 0; i < index.frames.size(); ++i) {
        auto &frame = index.frames[i];
        frame.timeFound = i % 2;
        frame.key = i % 3 == 0;
        frame.interlaced = i % 2 == 0;
        frame.topFieldFirst = i == 4;
        frame.damaged = i == 5;
        frame.digest = 0xfedcba9876543210 * (i + 1);
        frame.position = i == 2 ? most : qint64(i) - 1;
        frame.decodeTime = i == 3 ? least : most;
    }
    return index;
}

/// Another content under a checksum that holds.
QByteArray sealedAgain(QByteArray bytes)
{
    bytes.chop(16);
    return bytes + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).left(16);
}

} // namespace

class TestVideo : public QObject
{
    Q_OBJECT

private slots:
    void secondsCountFromTheFirstFrame()
    {
        const auto index = indexOf({-500, 0, 40, 1500});
        QCOMPARE(index.seconds(0), 0.0);
        QCOMPARE(index.seconds(1), 0.5);
        QCOMPARE(index.seconds(3), 2.0);
        QCOMPARE(index.seconds(99), 2.0);
        QCOMPARE(index.seconds(-1), 0.0);
        QCOMPARE(VideoIndex().seconds(0), 0.0);
    }

    void theFrameAtATimeIsTheLastThatIsNotLater()
    {
        const auto index = indexOf({100, 140, 180, 1180});
        QCOMPARE(index.frameAt(-5), 0);
        QCOMPARE(index.frameAt(0), 0);
        QCOMPARE(index.frameAt(0.039), 0);
        QCOMPARE(index.frameAt(0.040), 1);
        QCOMPARE(index.frameAt(0.9), 2);
        QCOMPARE(index.frameAt(1e9), 3);
        QCOMPARE(VideoIndex().frameAt(1), 0);
        const auto ntsc = indexOf({0, 1001, 2002, 3003}, {1, 30'000});
        for (qint64 n = 0; n < 4; ++n)
            QCOMPARE(ntsc.frameAt(ntsc.seconds(n)), n);
        QCOMPARE(indexOf({0, 40, 80, 0, 40}).frameAt(0.045), 4); // spliced: the last one
    }

    void aVariableRateIsMoreThanAMillisecond()
    {
        QVERIFY(!indexOf({0, 33, 67, 100}).isVariableRate());
        QVERIFY(indexOf({0, 33, 68, 100}).isVariableRate());
        QVERIFY(!indexOf({0}).isVariableRate());
        QVERIFY(!indexOf({0, 40}).isVariableRate());
        QVERIFY(!VideoIndex().isVariableRate());
    }

    void bytesGiveTheIndexBack()
    {
        for (const auto &index : {VideoIndex(), indexOf({0, 40, 80}), hostileNumbers()}) {
            const auto back = VideoIndex::fromBytes(index.toBytes());
            QVERIFY(back);
            QCOMPARE(*back, index);
        }
    }

    void bytesAreFew()
    {
        VideoIndex index;
        for (int i = 0; i < 1000; ++i) {
            model::IndexedFrame frame;
            frame.time = frame.decodeTime = i * 512;
            frame.position = i * 9000;
            frame.digest = quint64(i) * 0x9e3779b97f4a7c15;
            index.frames.push_back(frame);
        }
        QVERIFY(index.toBytes().size() < 16'000);
    }

    void everyCutAndEveryFlipIsNoticed()
    {
        const QByteArray bytes = hostileNumbers().toBytes();
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            QVERIFY(!VideoIndex::fromBytes(bytes.left(i)));
            QByteArray flipped = bytes;
            flipped[i] = char(flipped[i] ^ 0x10);
            QVERIFY(!VideoIndex::fromBytes(flipped));
        }
        QVERIFY(!VideoIndex::fromBytes(bytes + '\0'));
        QVERIFY(!VideoIndex::fromBytes(sealedAgain(bytes + QByteArray(3, '\0'))));
    }

    void aChecksumIsNoProofOfSense()
    {
        const QByteArray bytes = hostileNumbers().toBytes();
        std::mt19937 random(5);
        int refused = 0;
        for (int i = 0; i < 20'000; ++i) {
            QByteArray changed = bytes;
            for (auto changes = 1 + random() % 4; changes > 0; --changes)
                changed[qsizetype(random() % quint64(changed.size()))] = char(random());
            const auto index = VideoIndex::fromBytes(sealedAgain(changed));
            if (!index) {
                ++refused;
                continue;
            }
            QVERIFY(index->timeBase.denominator != 0);
            QVERIFY(index->frames.size() <= size_t(bytes.size()));
            for (const auto &frame : index->frames)
                QVERIFY(frame.position >= -1);
        }
        QVERIFY(refused > 1000);
    }

    void aCountBeyondTheBytesAsksForNoMemory()
    {
        // Empty index: its number of frames is the byte before the checksum.
        QByteArray bytes = VideoIndex().toBytes();
        bytes.insert(bytes.size() - 17, QByteArray(8, '\xff'));
        QVERIFY(!VideoIndex::fromBytes(sealedAgain(bytes)));
    }

    void anotherVersionIsNone()
    {
        VideoIndex index = indexOf({0});
        index.version = 2;
        QVERIFY(!VideoIndex::fromBytes(index.toBytes()));
    }
};

QTEST_GUILESS_MAIN(TestVideo)
#include "tst_video.moc"
