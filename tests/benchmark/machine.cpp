// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmark/machine.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <opencv2/core.hpp>

#include <algorithm>
#include <dlfcn.h>
#include <immintrin.h>
#include <sched.h>

namespace likeness::benchmark
{

namespace
{

// Ten sums that do not wait for each other: more than the latency of a fused multiply-add times the two that
// begin in a cycle, and few enough for the 16 registers of AVX2.
constexpr int sums = 10;

__attribute__((target("avx2,fma"))) float multiplyAdd256(long rounds)
{
    __m256 values[sums];
    for (int i = 0; i < sums; ++i)
        values[i] = _mm256_set1_ps(float(i));
    const __m256 factor = _mm256_set1_ps(0.999F), addend = _mm256_set1_ps(0.001F);
    for (long round = 0; round < rounds; ++round)
        for (int i = 0; i < sums; ++i)
            values[i] = _mm256_fmadd_ps(values[i], factor, addend);
    for (int i = 1; i < sums; ++i)
        values[0] = _mm256_add_ps(values[0], values[i]);
    return _mm256_cvtss_f32(values[0]);
}

__attribute__((target("avx512f"))) float multiplyAdd512(long rounds)
{
    __m512 values[sums];
    for (int i = 0; i < sums; ++i)
        values[i] = _mm512_set1_ps(float(i));
    const __m512 factor = _mm512_set1_ps(0.999F), addend = _mm512_set1_ps(0.001F);
    for (long round = 0; round < rounds; ++round)
        for (int i = 0; i < sums; ++i)
            values[i] = _mm512_fmadd_ps(values[i], factor, addend);
    for (int i = 1; i < sums; ++i)
        values[0] = _mm512_add_ps(values[0], values[i]);
    return _mm512_cvtss_f32(values[0]);
}

volatile double keep; // what was computed for its time only is not computed away

/// The best of several runs: whatever else happens can only slow a loop down.
double bestRate(double amount, int runs, const std::function<double()> &work)
{
    double best = 0;
    for (int i = 0; i < runs; ++i)
        best = std::max(best, amount / (timeOf([&] { keep = work(); }) / 1000));
    return best;
}

} // namespace

double peakFlops()
{
    constexpr long rounds = 10'000'000;
    double best = 0;
    if (__builtin_cpu_supports("fma") && __builtin_cpu_supports("avx2"))
        best = bestRate(2.0 * 8 * sums * rounds, 8, [] { return multiplyAdd256(rounds); });
    if (__builtin_cpu_supports("avx512f"))
        best = std::max(best, bestRate(2.0 * 16 * sums * rounds, 8, [] { return multiplyAdd512(rounds); }));
    return best;
}

double readBandwidth()
{
    const std::vector<quint64> memory(size_t(64) << 20, 1); // 512 MiB
    return bestRate(double(memory.size() * sizeof(quint64)), 5, [&] {
        quint64 lanes[16] = {}; // without a chain of additions, so that only the memory is waited for
        for (size_t i = 0; i < memory.size(); i += 16)
            for (size_t lane = 0; lane < 16; ++lane)
                lanes[lane] += memory[i + lane];
        return double(std::max_element(lanes, lanes + 16)[0]);
    });
}

Blas blas()
{
    // OpenBLAS alone has this function; the file says which library stands behind the system's name.
    using Config = char *();
    Blas result;
    Dl_info info{};
    if (void *gemm = dlsym(RTLD_DEFAULT, "cblas_sgemm"); gemm && dladdr(gemm, &info))
        result.name = QFileInfo(QString::fromLocal8Bit(info.dli_fname)).canonicalFilePath();
    if (auto *config = reinterpret_cast<Config *>(dlsym(RTLD_DEFAULT, "openblas_get_config")))
        result.name += QStringLiteral(", %1").arg(QString::fromLocal8Bit(config()).trimmed());
    else
        result.isReference = !result.name.contains(QStringLiteral("mkl")) &&
                             !result.name.contains(QStringLiteral("blis")) &&
                             !result.name.contains(QStringLiteral("atlas"));
    return result;
}

QString processorName()
{
    QFile info(QStringLiteral("/proc/cpuinfo"));
    if (info.open(QIODevice::ReadOnly))
        for (const QByteArray &line : info.readAll().split('\n'))
            if (line.startsWith("model name"))
                return QString::fromLatin1(line.mid(line.indexOf(':') + 1).trimmed());
    return {};
}

struct OneCore::Before {
    cpu_set_t cores;
    int openCvThreads = 1;
};

OneCore::OneCore() : m_before(std::make_unique<Before>())
{
    CPU_ZERO(&m_before->cores);
    sched_getaffinity(0, sizeof(cpu_set_t), &m_before->cores);
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(sched_getcpu(), &one);
    sched_setaffinity(0, sizeof(cpu_set_t), &one);
    m_before->openCvThreads = cv::getNumThreads();
    cv::setNumThreads(1);
    if (auto *set = reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads")))
        set(1);
}

OneCore::~OneCore()
{
    sched_setaffinity(0, sizeof(cpu_set_t), &m_before->cores);
    cv::setNumThreads(m_before->openCvThreads);
}

double timeOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

std::vector<double> interleavedMedians(const std::vector<std::function<void()>> &works, int rounds, bool warm)
{
    std::vector<std::vector<double>> times(works.size());
    for (int round = warm ? -1 : 0; round < rounds; ++round)
        for (size_t i = 0; i < works.size(); ++i) {
            const double time = timeOf(works[i]);
            if (round >= 0)
                times[i].push_back(time);
        }
    std::vector<double> medians;
    for (auto &each : times) {
        std::nth_element(each.begin(), each.begin() + each.size() / 2, each.end());
        medians.push_back(each[each.size() / 2]);
    }
    return medians;
}

} // namespace likeness::benchmark
