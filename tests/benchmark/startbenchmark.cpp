// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/digest.h"
#include "tests/benchmark/engines.h"
#include "tests/benchmark/facebenchmarks.h"
#include "tests/benchmark/machine.h"
#include "tests/benchmark/pictures.h"
#include "tests/support/testdata.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

namespace likeness::benchmark
{

QJsonObject startBenchmark(QTextStream &table)
{
    const QTemporaryDir folder;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LIKENESS_WORKSTATION"),
                       folder.filePath(QStringLiteral("workstation")));
    environment.insert(QStringLiteral("LIKENESS_AGENCY"), folder.filePath(QStringLiteral("agency")));
    const auto run = [&] {
        QProcess program;
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(LIKENESS_BIN_DIR "/likeness-cli"),
                      {QStringLiteral("faces"), samplePath(0)});
        if (!program.waitForFinished(-1) || program.exitCode() != 0)
            qFatal("likeness-cli faces failed: %s", program.readAllStandardError().constData());
    };
    const auto models = face::ModelFiles::inDirectory(tests::modelsDirectory());
    const auto hash = [&] {
        for (const auto *file : {&models.finder, &models.landmarks, &models.describer}) {
            base::Progress progress;
            must(base::sha256OfFile(file->path, progress), "hashing a model");
        }
    };
    const auto open = [&] { must(face::openFaceEngine(models), "opening the engine"); };
    const auto medians = interleavedMedians({run, hash, open}, 3);
    table << QStringLiteral("likeness-cli faces on a sample photograph, from its start to its end: %1 s\n"
                            "  opening the engine %2 s, of which hashing the models %3 s\n\n")
                 .arg(medians[0] / 1000, 0, 'f', 2)
                 .arg(medians[2] / 1000, 0, 'f', 2)
                 .arg(medians[1] / 1000, 0, 'f', 2);
    return {{"seconds", medians[0] / 1000},
            {"open_engine_seconds", medians[2] / 1000},
            {"hash_models_seconds", medians[1] / 1000}};
}

} // namespace likeness::benchmark
