// SPDX-License-Identifier: GPL-3.0-or-later
// likeness-benchmark: measures what Likeness takes, beside what others take, in one run on this machine.
#include "tests/benchmark/accuracybenchmark.h"
#include "tests/benchmark/decoderbenchmark.h"
#include "tests/benchmark/enrolbenchmark.h"
#include "tests/benchmark/facebenchmarks.h"
#include "tests/benchmark/machine.h"
#include "tests/benchmark/qualitybenchmark.h"
#include "tests/benchmark/responsivenessbenchmark.h"
#include "tests/benchmark/searchbenchmark.h"
#include "tests/benchmark/strangersbenchmark.h"
#include "tests/support/testdata.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>

#include <unistd.h>

using namespace likeness;

namespace
{

enum ExitCode { Done = 0, Failed = 1, Usage = 2 };

/// OpenBLAS reads how many threads to start when it is loaded, so before main.
void beginWithOneBlasThread(char **argv)
{
    if (qgetenv("OPENBLAS_NUM_THREADS") == "1")
        return;
    qputenv("OPENBLAS_NUM_THREADS", "1");
    execv("/proc/self/exe", argv);
    qFatal("likeness-benchmark cannot be started again with one BLAS thread");
}

struct Part {
    QString name;
    bool isForAll; ///< "all" runs it
    std::function<QJsonValue(QTextStream &)> run;
};

} // namespace

int main(int argc, char **argv)
{
    beginWithOneBlasThread(argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Measures Likeness beside dlib, faiss and what the machine can do, all in one run."));
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("JSON on standard output"));
    const QCommandLineOption quick(QStringLiteral("quick"),
                                   QStringLiteral("One small measurement of each part: shows that it runs"));
    const QCommandLineOption faces(QStringLiteral("faces"),
                                   QStringLiteral("How many pictures of the shared faces are used"),
                                   QStringLiteral("count"), QStringLiteral("500"));
    const QCommandLineOption projection(QStringLiteral("projection"),
                                        QStringLiteral("Where accuracy writes the projection that it fitted"),
                                        QStringLiteral("file"));
    const QCommandLineOption calibration(QStringLiteral("calibration"),
                                         QStringLiteral("Where strangers writes what ships of it"),
                                         QStringLiteral("file"));
    const QCommandLineOption probes(QStringLiteral("probes"), QStringLiteral("How many probes quality makes worse"),
                                    QStringLiteral("count"), QStringLiteral("160"));
    const QCommandLineOption patterns(QStringLiteral("patterns"),
                                      QStringLiteral("Where quality writes the means of the parts of a face; nothing else is measured"),
                                      QStringLiteral("file"));
    parser.addOptions({json, quick, faces, projection, calibration, probes, patterns});
    parser.addHelpOption();
    parser.addPositionalArgument(
        QStringLiteral("part"),
        QStringLiteral("finder, template, video, decoder, start, boxes, search, enrol, responsiveness, accuracy, "
                       "strangers, quality; all (the default) is every one but boxes, accuracy, strangers and quality, "
                       "which take many minutes"));
    parser.process(application);

    const bool isQuick = parser.isSet(quick);
    const int faceCount = isQuick ? 4 : parser.value(faces).toInt();
    QTextStream table(parser.isSet(json) ? stderr : stdout);
    double peak = 0; // measured once it is known what is asked for

    const std::vector<Part> parts{
        {QStringLiteral("finder"), true,
         [&](QTextStream &out) { return benchmark::finderBenchmark(peak, isQuick, out); }},
        {QStringLiteral("template"), true,
         [&](QTextStream &out) { return benchmark::templateBenchmark(peak, isQuick, out); }},
        {QStringLiteral("video"), true,
         [&](QTextStream &out) { return benchmark::videoBenchmark(isQuick, out); }},
        {QStringLiteral("decoder"), true,
         [&](QTextStream &out) { return benchmark::decoderBenchmark(isQuick, out); }},
        {QStringLiteral("start"), true, [&](QTextStream &out) { return benchmark::startBenchmark(out); }},
        {QStringLiteral("boxes"), false,
         [&](QTextStream &out) { return benchmark::boxesBenchmark(faceCount, out); }},
        {QStringLiteral("accuracy"), false,
         [&](QTextStream &out) { return benchmark::accuracyBenchmark(parser.value(projection), out); }},
        {QStringLiteral("strangers"), false,
         [&](QTextStream &out) {
             if (tests::sharedFacesDirectory().isEmpty()) {
                 out << "Strangers: the shared faces are not there.\n\n";
                 return QJsonObject();
             }
             return benchmark::strangersBenchmark(benchmark::strangerFaces(), parser.value(calibration), out);
         }},
        {QStringLiteral("quality"), false,
         [&](QTextStream &out) {
             return benchmark::qualityBenchmark(parser.value(probes).toInt(), parser.value(patterns), out);
         }},
        {QStringLiteral("search"), true,
         [&](QTextStream &out) {
             return benchmark::searchBenchmark(isQuick ? std::vector<qint64>{10'000}
                                                       : std::vector<qint64>{10'000, 300'000, 3'000'000},
                                               out);
         }},
        {QStringLiteral("enrol"), true,
         [&](QTextStream &out) {
             return benchmark::enrolBenchmark(tests::sharedFacesDirectory(), faceCount, out);
         }},
        {QStringLiteral("responsiveness"), true,
         [&](QTextStream &out) { return benchmark::responsivenessBenchmark(out); }},
    };
    const QStringList asked = parser.positionalArguments().isEmpty() ? QStringList{QStringLiteral("all")}
                                                                     : parser.positionalArguments();
    for (const QString &name : asked)
        if (name != QLatin1String("all") &&
            std::none_of(parts.begin(), parts.end(), [&](const Part &part) { return part.name == name; })) {
            QTextStream(stderr) << parser.helpText();
            return Usage;
        }

    const benchmark::Blas blas = benchmark::blas();
    if (blas.isReference) {
        QTextStream(stderr) << "This is the reference BLAS (" << blas.name
                            << "): dlib on it is no measure for anything. Install libopenblas0-pthread.\n";
        return Failed;
    }
    QJsonObject result;
    {
        const benchmark::OneCore oneCore;
        peak = benchmark::peakFlops();
        const double bandwidth = benchmark::readBandwidth();
        result["machine"] = QJsonObject{{"processor", benchmark::processorName()},
                                        {"blas", blas.name},
                                        {"peak_gflops", peak / 1e9},
                                        {"read_gb_per_second", bandwidth / 1e9}};
        table << benchmark::processorName() << "\n"
              << QStringLiteral("  one core: %1 GFLOPS at most, %2 GB/s from memory\n")
                     .arg(peak / 1e9, 0, 'f', 1)
                     .arg(bandwidth / 1e9, 0, 'f', 1)
              << "  BLAS: " << blas.name << "\n\n";
        table.flush();
    }
    for (const Part &part : parts)
        if (asked.contains(part.name) || (part.isForAll && asked.contains(QLatin1String("all"))))
            result[part.name] = part.run(table);
    table.flush();
    if (parser.isSet(json))
        QTextStream(stdout) << QJsonDocument(result).toJson();
    return Done;
}
