// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmark/searchbenchmark.h"

#include "engine/match/matrixbuilder.h"
#include "tests/engine/match/realtemplates.h"

#include <QJsonObject>
#include <QTemporaryFile>

#include <faiss/IndexFlat.h>
#include <omp.h>

#include <algorithm>
#include <functional>
#include <numeric>

#include <time.h>

namespace likeness::benchmark
{

namespace
{

constexpr int listed = 50;
constexpr float noise =
    0.03f; ///< a dimension: 0.34 between a face and a row made of it, as between two photographs

/// The squared distance of every row: what anybody would write, built as the compiler does it best.
[[gnu::optimize("O3,fast-math"), gnu::target("avx2,fma")]] void
floatLoop(const float *rows, qint64 count, const float *probe, float *distances)
{
    for (qint64 row = 0; row < count; ++row) {
        float sum = 0;
        for (int i = 0; i < 128; ++i) {
            const float difference = rows[row * 128 + i] - probe[i];
            sum += difference * difference;
        }
        distances[row] = sum;
    }
}

[[gnu::optimize("O3"), gnu::target("avx2")]] quint64 readAll(const std::vector<quint64> &words)
{
    quint64 lanes[32] = {};
    for (size_t i = 0; i + 32 <= words.size(); i += 32)
        for (size_t lane = 0; lane < 32; ++lane)
            lanes[lane] += words[i + lane];
    return std::accumulate(std::begin(lanes), std::end(lanes), quint64(0));
}

/// Milliseconds of this thread's processor: what else the machine does would fall on the longer works alone.
double processorTime()
{
    timespec now = {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

double timed(const std::function<void()> &work)
{
    const double before = processorTime();
    work();
    return processorTime() - before;
}

double median(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + qint64(values.size() / 2), values.end());
    return values[values.size() / 2];
}

/// With a cohort it is of the first persons.
std::shared_ptr<const match::TemplateMatrix> galleryOf(qint64 rows, std::mt19937 &random, bool hasCohort = false)
{
    const auto idOf = [](qint64 row) { return QStringLiteral("%1").arg(row, 36, 10, QLatin1Char('0')); };
    std::vector<model::Template> first;
    std::vector<match::Cohort::Member> members;
    if (hasCohort) {
        for (size_t row = 0; row < match::Cohort::largest; ++row) {
            first.push_back(tests::nearRealTemplate(random, noise));
            members.push_back({idOf(qint64(row)), first.back()});
        }
    }
    auto file = std::make_unique<QTemporaryFile>();
    if (!file->open())
        qFatal("no temporary file");
    match::MatrixBuilder builder(*file, rows, {}, match::Cohort(std::move(members)));
    for (qint64 row = 0; row < rows; ++row) {
        const QString id = idOf(row);
        const auto values = size_t(row) < first.size() ? first[size_t(row)] : tests::nearRealTemplate(random, noise);
        if (!builder.add({model::PortraitId(id), model::PersonId(id), id, id, values, {}}))
            qFatal("a row was refused");
    }
    base::Progress progress;
    if (!builder.finish() || !file->flush())
        qFatal("the matrix was not written");
    return match::TemplateMatrix::open(std::move(file), progress).value();
}

} // namespace

QJsonArray searchBenchmark(const std::vector<qint64> &sizes, QTextStream &table)
{
    QJsonArray all;
    std::mt19937 random(1);
    const std::vector<quint64> memory((size_t(256) << 20) / 8, 1); // far more than the caches hold
    quint64 seen = 0;
    table << "portraits        ms    faiss     loop    floor    norm.   (of 128 bytes a row)\n";
    for (const qint64 size : sizes) {
        std::vector<double> ours, normalised, faissTimes, loop, reading;
        // How fast memory is depends on the pages it came to lie in: each of the two matrices is once made first.
        // A second matrix of three million would not fit beside the first.
        const bool isBoth = size <= 300'000;
        for (const bool isCohortFirst : {false, true}) {
            if (!isBoth && isCohortFirst)
                break;
            std::shared_ptr<const match::TemplateMatrix> gallery, withCohort;
            if (isBoth && isCohortFirst)
                withCohort = galleryOf(size, random, true);
            gallery = galleryOf(size, random);
            if (isBoth && !isCohortFirst)
                withCohort = galleryOf(size, random, true);
            const float *rows = gallery->columns().values;
            std::vector<float> distances(static_cast<size_t>(size));
            match::SearchRequest request;
            request.limit = listed;
            base::Progress progress;
            omp_set_num_threads(1);
            faiss::IndexFlatL2 index(128);
            index.add(size, rows);
            const int rounds = isBoth ? 21 : 9; // short ones feel more of what else the machine does
            for (int round = 0; round < rounds; ++round) {
                const model::Template probe = tests::nearRealTemplate(random, noise);
                seen += readAll(memory); // neither finds more of its rows in the cache than the other
                ours.push_back(timed([&] {
                    if (match::nearestPersons(*gallery, probe, request, progress)->size() != size_t(listed))
                        qFatal("too few candidates");
                }));
                seen += readAll(memory);
                if (withCohort)
                    normalised.push_back(timed([&] {
                        if (match::nearestPersons(*withCohort, probe, request, progress)->size() != size_t(listed))
                            qFatal("too few candidates");
                    }));
                faissTimes.push_back(timed([&] {
                    float best[listed];
                    faiss::Index::idx_t numbers[listed];
                    index.search(1, probe.data(), listed, best, numbers);
                }));
                // Without choosing fifty of them: that would only be slower.
                loop.push_back(timed([&] { floatLoop(rows, size, probe.data(), distances.data()); }));
                reading.push_back(timed([&] { seen += readAll(memory); }));
            }
        }
        const double ms = median(ours);
        const double floor = median(reading) * double(size) * 128 / double(memory.size() * 8);
        QJsonObject one{{"portraits", size},
                              {"ms", ms},
                              {"ratio_vs_faiss", median(faissTimes) / ms},
                              {"ratio_vs_loop", median(loop) / ms},
                              {"ratio_to_floor", ms / floor}};
        if (isBoth)
            one["normalised_ratio"] = median(normalised) / ms;
        all.append(one);
        table << qSetFieldWidth(9) << size << qSetFieldWidth(10) << ms << qSetFieldWidth(9)
              << one["ratio_vs_faiss"].toDouble() << one["ratio_vs_loop"].toDouble()
              << one["ratio_to_floor"].toDouble() << (isBoth ? one["normalised_ratio"].toDouble() : 0.0)
              << qSetFieldWidth(0) << Qt::endl;
    }
    if (seen == 0)
        qFatal("nothing was read");
    return all;
}

} // namespace likeness::benchmark
