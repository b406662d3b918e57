// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmark/decoderbenchmark.h"

#include "engine/media/conversation.h"
#include "engine/media/packets.h"
#include "engine/media/processdecoder.h"
#include "tests/benchmark/engines.h"
#include "tests/benchmark/machine.h"
#include "tests/benchmark/pictures.h"
#include "tests/engine/media/mediafiles.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

#include <algorithm>
#include <csignal>
#include <thread>

namespace likeness::benchmark
{

namespace
{

QByteArray smallPicture()
{
    QImage image(20, 20, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    image.save(&bytes, "png");
    return bytes.data();
}

/// A decoder that has the file and waits to be asked dies of a signal, as one does that a file breaks.
void crashOne(media::DecoderProgram &program, const QByteArray &bytes)
{
    // Those of earlier files are ended, and gone a moment later: then there is only this one.
    while (!tests::childrenOf(program.processId()).isEmpty())
        std::this_thread::yield();
    base::Progress progress;
    const auto conversation =
        media::Conversation::open(program, tests::fileOf(bytes)->handle(), false, {}, progress);
    if (!conversation)
        qFatal("there is no decoder");
    const auto decoders = tests::childrenOf(program.processId());
    if (decoders.isEmpty() || kill(pid_t(decoders.front()), SIGSEGV) != 0)
        qFatal("there is no decoder to end");
    if (media::askForStill(**conversation, {}, progress))
        qFatal("a decoder that died answered");
}

} // namespace

QJsonObject decoderBenchmark(bool quick, QTextStream &table)
{
    media::DecoderProgram program(media::DecoderProgram::path());
    const QByteArray small = smallPicture();
    const auto decode = [&](QFile &file) {
        base::Progress progress;
        must(media::ProcessDecoder(program, {}).decode(file, QStringLiteral("benchmark"), progress), "decoding");
    };
    const auto decodeSmall = [&] { decode(*tests::fileOf(small)); };
    const int rounds = quick ? 2 : 15;
    const auto medians = interleavedMedians({decodeSmall,
                                             [&] {
                                                 program.stop();
                                                 decodeSmall();
                                             }},
                                            rounds);
    double afterCrash = 0;
    double afterStarter = 0;
    for (int round = 0; round < rounds; ++round) {
        crashOne(program, small);
        afterCrash = std::max(afterCrash, timeOf(decodeSmall));
        if (kill(program.processId(), SIGKILL) != 0)
            qFatal("there is no decoder program to end");
        afterStarter = std::max(afterStarter, timeOf(decodeSmall));
    }
    const QTemporaryDir folder;
    QFile photograph(folder.filePath(QStringLiteral("photograph.jpg")));
    writeSample(0, quick ? QSize(400, 300) : QSize(4000, 3000), photograph.fileName());
    if (!photograph.open(QIODevice::ReadOnly))
        qFatal("the photograph cannot be read");
    const double large = interleavedMedians({[&] { decode(photograph); }}, quick ? 1 : 3).front();

    const double ratio = medians[1] / medians[0];
    table << QStringLiteral("Decoding each file in a process of its own\n"
                            "  %1 ms a file; starting the program for each %2 ms: %3 times\n"
                            "  the next file after a crash: %4 ms at most; after the program died: %5 ms\n"
                            "  a photograph of 12 MP: %6 ms\n\n")
                 .arg(medians[0], 0, 'f', 1)
                 .arg(medians[1], 0, 'f', 1)
                 .arg(ratio, 0, 'f', 1)
                 .arg(afterCrash, 0, 'f', 1)
                 .arg(afterStarter, 0, 'f', 1)
                 .arg(large, 0, 'f', 0);
    return {{"per_file_ms", medians[0]},         {"program_per_file_ms", medians[1]}, {"ratio", ratio},
            {"after_crash_ms", afterCrash},      {"after_starter_died_ms", afterStarter},
            {"photograph_ms", large}};
}

} // namespace likeness::benchmark
