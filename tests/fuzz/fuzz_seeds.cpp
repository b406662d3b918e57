// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz_seeds FOLDER: writes the files of the broken-file table, and one small sound file of each kind and
// verification packets, into an empty folder, without those that are no regular files.
#include "engine/interchange/verificationpacket.h"
#include "tests/support/brokenfiles.h"
#include "tests/support/stillbytes.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace likeness;

namespace
{

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool writePackets(const QDir &folder)
{
    const auto sign = [](const QByteArray &) -> base::Result<QByteArray> { return QByteArray("sound"); };
    const auto picture = [](const char *label) {
        return interchange::TaskPicture{label,
                                        tests::encoded(tests::quadrants(8, 6), "png", 80),
                                        {0.1, 0.1, 0.5, 0.5},
                                        {{0.2, 0.2}, {0.4, 0.2}}};
    };
    const auto task = interchange::writeTask({model::VerificationId("v"),
                                              QDateTime::currentDateTimeUtc(),
                                              picture("probe"),
                                              {picture("A"), picture("B")}},
                                             sign);
    model::Comparison comparison;
    comparison.setFinding(model::Component::Nose, model::Finding::Similar);
    comparison.probeMarks.push_back({model::Mark::Kind::Point, 1, {0.5, 0.5}, {0.5, 0.5}, {}, {}});
    const auto result = interchange::writeResult({model::VerificationId("v"),
                                                  {{"A", comparison}, {"B", {}}},
                                                  QDateTime::currentDateTimeUtc(),
                                                  "verifier",
                                                  "desk",
                                                  {}},
                                                 sign);
    return task && result && write(folder.filePath("seed.task"), *task) &&
           write(folder.filePath("seed.result"), *result);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1])))
        return 2;
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    for (const tests::BrokenFile &file : tests::makeBrokenFiles(folder.path())) {
        const QFileInfo info(file.path);
        if (info.dir() != folder)
            continue;
        if (info.isDir() && !info.isSymLink())
            folder.rmdir(info.fileName());
        else if (!info.isFile() || info.isSymLink() || file.needsOrdinaryUser || info.size() > 100'000)
            QFile::remove(file.path);
    }
    for (const char *kind : {"jpeg", "png", "tiff", "webp", "bmp"}) {
        const QString path = folder.filePath(QStringLiteral("seed.") + QLatin1String(kind));
        if (!write(path, tests::encoded(tests::quadrants(8, 6), kind, 80)))
            return 1;
    }
    return writePackets(folder) ? 0 : 1;
}
