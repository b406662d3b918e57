// SPDX-License-Identifier: GPL-3.0-or-later
// 2,000 broken stills and recordings through the real decoder: each gives a value, whatever it does to its
// decoder, and a sound file is decoded afterwards. LIKENESS_MUTATIONS is another number of them:
// `installer/test mutations` tries 100,000.
#include "engine/media/processdecoder.h"
#include "tests/engine/media/mediafiles.h"
#include "tests/support/clips.h"
#include "tests/support/mutatedmedia.h"
#include "tests/support/stillbytes.h"

#include <QTemporaryDir>

#include <map>

using namespace likeness;

namespace
{

/// Half of them stills, half recordings. The first ones are the same for every number.
int mutationsOfEach()
{
    const int asked = qEnvironmentVariableIntValue("LIKENESS_MUTATIONS");
    return asked > 0 ? asked / 2 : 1'000;
}

media::MediaLimits limits()
{
    media::MediaLimits limits;
    limits.bytes = 16 << 20;
    limits.pixels = 4'000'000;
    limits.side = 4'000;
    return limits;
}

} // namespace

class TestMutations : public QObject
{
    Q_OBJECT
private slots:
    void stills();
    void recordings();

private:
    void decodeSound(const media::MediaDecoder &decoder)
    {
        base::Progress progress;
        const QByteArray sound = tests::encoded(tests::quadrants(40, 30), "png");
        const auto still = decoder.decode(*tests::fileOf(sound), "sound", progress);
        VERIFY_OK(still);
        QCOMPARE(still->picture.width(), 40);
    }
};

void TestMutations::stills()
{
    const QImage image = tests::quadrants(90, 60);
    QList<QByteArray> sources;
    for (const char *format : {"jpeg", "png", "webp", "bmp", "tiff"})
        sources += tests::encoded(image, format);
    sources += tests::progressiveJpeg(image);
    sources += tests::jpegWithExif(sources[0], tests::exifBlock(5));
    const media::ProcessDecoder decoder(media::DecoderProgram::shared(), limits());
    std::map<QString, int> answers;
    const int mutations = mutationsOfEach();
    for (int number = 0; number < mutations; ++number) {
        const QByteArray bytes = tests::mutated(sources[number % sources.size()], quint32(number));
        base::Progress progress;
        const auto still = decoder.decode(*tests::fileOf(bytes), "subject", progress);
        ++answers[still ? "decoded"
                        : base::errorCodeName(still.error().code) + ' ' + still.error().detail.left(20)];
        if (still)
            QCOMPARE(still->picture.byteCount(), still->picture.bytesPerLine() * still->picture.height());
        else
            QCOMPARE(still.error().subject, QString("subject"));
    }
    QVERIFY(answers.size() > 3); // they did reach the decoders
    decodeSound(decoder);
}

void TestMutations::recordings()
{
    QTemporaryDir folder;
    const auto clips = tests::makeClips(folder.path());
    QVERIFY(clips.size() >= 30);
    const media::ProcessDecoder decoder(media::DecoderProgram::shared(), limits());
    int opened = 0;
    const int mutations = mutationsOfEach();
    for (int number = 0; number < mutations; ++number) {
        QFile clip(clips[number % clips.size()].path);
        QVERIFY(clip.open(QIODevice::ReadOnly));
        const QByteArray bytes = tests::mutated(clip.readAll(), quint32(number));
        base::Progress progress;
        auto video = decoder.openVideo(*tests::fileOf(bytes), "subject", progress);
        if (!video)
            continue;
        ++opened;
        const auto index = (*video)->makeIndex(progress);
        if (!index)
            continue;
        const auto last = qint64(index->frames.size()) - 1;
        const auto frame = (*video)->frame(last, progress);
        if (frame)
            QVERIFY(frame->picture.width() > 0);
        else
            QCOMPARE(frame.error().subject, QString("subject"));
    }
    QVERIFY(opened > mutations / 10);
    decodeSound(decoder);
}

QTEST_GUILESS_MAIN(TestMutations)
#include "tst_mutations.moc"
