// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes must decode or give an error: no crash, no hang, no picture over the limits.
#include "engine/decode/stilldecoder.h"

#include <QCoreApplication>

#include <cstdlib>

#include <sys/mman.h>

using namespace likeness;

namespace {

const decode::StillLimits limits{1 << 20, 1'000'000, 4'000};

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    // Qt finds its image plugins through the application object.
    static QCoreApplication application(*argc, *argv);
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const auto decoder = decode::makeInProcessDecoder(limits);
    QFile file;
    if (!file.open(memfd_create("still", MFD_CLOEXEC), QIODevice::ReadWrite, QFileDevice::AutoCloseHandle))
        std::abort();
    file.write(reinterpret_cast<const char *>(data), qint64(size));
    file.flush();
    base::Progress progress;
    const auto still = decoder->decode(file, QStringLiteral("x"), progress);
    if (still &&
        (still->picture.isNull() || qint64(still->picture.width()) * still->picture.height() > limits.pixels))
        std::abort();
    return 0;
}
