// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmark/engines.h"
#include "tests/benchmark/facebenchmarks.h"
#include "tests/benchmark/machine.h"
#include "tests/benchmark/networkwork.h"
#include "tests/benchmark/pictures.h"

#include <QJsonArray>

namespace likeness::benchmark
{

namespace
{

/// dlib's way takes up to a minute a picture: it runs as often as that is worth.
constexpr double dlibPatienceMs = 5000;
constexpr int rounds = 5;

QJsonObject measure(const QSize &size, int smallest, double peak, bool quick, QTextStream &table)
{
    const base::Picture picture = samplePicture(0, size);
    const auto ours = [&] { facesOf(shipped(), picture, smallest); };
    const auto dlibs = [&] { facesOf(reference(), picture, smallest); };
    ours(); // warm
    double direct = 0, dlib = timeOf(dlibs);
    if (quick) {
        direct = timeOf(ours);
    } else if (dlib < dlibPatienceMs) {
        const auto medians = interleavedMedians({ours, dlibs}, rounds, false);
        direct = medians[0];
        dlib = medians[1];
    } else {
        direct = interleavedMedians({ours}, rounds, false)[0];
        const double again = timeOf(dlibs);
        dlib = (dlib + again) / 2;
        direct = (direct + interleavedMedians({ours}, rounds, false)[0]) / 2;
    }
    const double operations = finderOperations(size, smallest);
    const double rate = operations / (direct / 1000);
    const double fraction = peak > 0 ? rate / peak : 0;
    table << QStringLiteral("  %1  %2  %3  %4  %5  %6  %7\n")
                 .arg(QStringLiteral("%1x%2").arg(size.width()).arg(size.height()), 10)
                 .arg(smallest, 8)
                 .arg(operations / 1e9, 7, 'f', 1)
                 .arg(direct, 9, 'f', 1)
                 .arg(dlib, 10, 'f', 1)
                 .arg(dlib / direct, 10, 'f', 1)
                 .arg(fraction, 7, 'f', 2);
    table.flush();
    return {{"width", size.width()},
            {"height", size.height()},
            {"smallest_face_px", smallest},
            {"gflop", operations / 1e9},
            {"ms", direct},
            {"dlib_ms", dlib},
            {"ratio_vs_dlib", dlib / direct},
            {"fraction_of_peak", fraction}};
}

} // namespace

QJsonObject finderBenchmark(double peak, bool quick, QTextStream &table)
{
    const OneCore oneCore;
    table << "Finding faces, one core\n"
          << "     picture  smallest    GFLOP         ms     dlib ms  dlib / ms  of peak\n";
    struct Sort {
        QSize size;
        int smallest;
    };
    QJsonArray sizes;
    QJsonObject result;
    const std::vector<Sort> sorts =
        quick ? std::vector<Sort>{{{320, 240}, 80}}
              : std::vector<Sort>{{{1920, 1280}, 40}, {{1920, 1280}, 80}, {{1920, 1280}, 160},
                                  {{480, 320}, 40},   {{960, 640}, 40},   {{960, 640}, 80}};
    for (const Sort &sort : sorts) {
        const QJsonObject one = measure(sort.size, sort.smallest, peak, quick, table);
        if (sizes.isEmpty()) {
            result["ratio_vs_dlib"] = one["ratio_vs_dlib"];
            result["fraction_of_peak"] = one["fraction_of_peak"];
        }
        sizes.append(one);
    }
    if (!quick) {
        // Too long for dlib's way: only how it grows.
        const base::Picture large = samplePicture(0, {4000, 3000});
        for (const int smallest : {40, 80}) {
            const double ms = timeOf([&] { facesOf(shipped(), large, smallest); });
            const double operations = finderOperations({4000, 3000}, smallest);
            const double fraction = peak > 0 ? operations / (ms / 1000) / peak : 0;
            table << QStringLiteral("   4000x3000  %1  %2  %3           -          -  %4\n")
                         .arg(smallest, 8)
                         .arg(operations / 1e9, 7, 'f', 1)
                         .arg(ms, 9, 'f', 1)
                         .arg(fraction, 7, 'f', 2);
            sizes.append(QJsonObject{{"width", 4000},
                                     {"height", 3000},
                                     {"smallest_face_px", smallest},
                                     {"gflop", operations / 1e9},
                                     {"ms", ms},
                                     {"fraction_of_peak", fraction}});
        }
    }
    table
        << "  GFLOP counts the network's layers as dlib runs them; an algorithm that saves multiplications\n"
           "  may so exceed the processor's peak.\n\n";
    result["sizes"] = sizes;
    return result;
}

QJsonObject templateBenchmark(double peak, bool quick, QTextStream &table)
{
    const OneCore oneCore;
    const std::vector<model::AlignedChip> all = sampleChips();
    if (all.empty())
        qFatal("there is no face in the sample photographs");
    table << "A template of an aligned face, one core\n"
          << "   batch  ms a face    dlib's  dlib / ms  of peak\n";
    QJsonArray batches;
    QJsonObject result;
    for (const int size : quick ? std::vector<int>{1} : std::vector<int>{1, 2, 4, 8, 16, 32}) {
        std::vector<model::AlignedChip> chips;
        for (int i = 0; i < size; ++i)
            chips.push_back(all[size_t(i) % all.size()]);
        const auto medians = interleavedMedians({[&] { must(shipped().describe(chips), "describing"); },
                                                 [&] { must(reference().describe(chips), "describing"); }},
                                                quick ? 1 : 9);
        const double direct = medians[0] / size, dlib = medians[1] / size;
        const double fraction = peak > 0 ? describerOperations() / (direct / 1000) / peak : 0;
        table << QStringLiteral("  %1  %2  %3  %4  %5\n")
                     .arg(size, 6)
                     .arg(direct, 9, 'f', 2)
                     .arg(dlib, 8, 'f', 2)
                     .arg(dlib / direct, 9, 'f', 2)
                     .arg(fraction, 7, 'f', 2);
        table.flush();
        if (batches.isEmpty()) {
            result["ratio_vs_dlib"] = dlib / direct;
            result["fraction_of_peak"] = fraction;
        }
        batches.append(QJsonObject{{"batch", size},
                                   {"ms", direct},
                                   {"dlib_ms", dlib},
                                   {"ratio_vs_dlib", dlib / direct},
                                   {"fraction_of_peak", fraction}});
    }
    table << QStringLiteral("  %1 GFLOP by the network's layers.\n\n")
                 .arg(describerOperations() / 1e9, 0, 'f', 3);
    result["batches"] = batches;
    return result;
}

} // namespace likeness::benchmark
