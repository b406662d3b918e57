// SPDX-License-Identifier: GPL-3.0-or-later
// fuzz_seeds FOLDER: writes the files of the broken-file table, and one small sound file of each kind, into
// an empty folder, without those that are no regular files.
#include "tests/support/brokenfiles.h"
#include "tests/support/stillbytes.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace likeness;

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
        QFile file(folder.filePath(QStringLiteral("seed.") + QLatin1String(kind)));
        if (!file.open(QIODevice::WriteOnly))
            return 1;
        file.write(tests::encoded(tests::quadrants(8, 6), kind, 80));
    }
    return 0;
}
