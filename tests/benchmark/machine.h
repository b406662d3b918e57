// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace likeness::benchmark
{

// What this machine can do at most, measured now. Each takes about a second, on the calling thread.

/// Single-precision operations a second of one core: fused multiply-adds between registers, the best of AVX2
/// and AVX-512 as the processor has them. Zero without fused multiply-add. A fused multiply-add is two.
double peakFlops();
/// Bytes a second that one core reads from memory, in a row, from far more than the caches hold.
double readBandwidth();

/// The library whose cblas_sgemm runs in this process, with its own words about itself.
struct Blas {
    QString name;
    bool isReference = false; ///< Netlib's: many times slower, so nothing may be compared with it
};
Blas blas();

QString processorName();

/// While it lives, this thread, and those that it starts, keep to one core, and OpenCV and OpenBLAS to one
/// thread.
class OneCore
{
public:
    OneCore();
    ~OneCore();
    OneCore(const OneCore &) = delete;
    OneCore &operator=(const OneCore &) = delete;

private:
    struct Before;
    std::unique_ptr<Before> m_before;
};

/// Milliseconds that each of the works takes: all of them in turn, `rounds` times, after one turn that does
/// not count (when `warm`). The median of each, so that what else the machine does falls on all alike.
std::vector<double> interleavedMedians(const std::vector<std::function<void()>> &works, int rounds,
                                       bool warm = true);

/// Milliseconds of one run.
double timeOf(const std::function<void()> &work);

} // namespace likeness::benchmark
