// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace likeness::base
{

/// Runs work(0) to work(count - 1), each once and in no order, on all processors, the calling thread among them. Back
/// when all are done. `work` must not throw.
template <class Work> void inParallel(size_t count, const Work &work)
{
    std::atomic<size_t> next = 0;
    const auto some = [&] {
        for (size_t i = next++; i < count; i = next++)
            work(i);
    };
    std::vector<std::jthread> others;
    const size_t threads = std::min<size_t>(count, std::max(1U, std::thread::hardware_concurrency()));
    for (size_t i = 1; i < threads; ++i)
        others.emplace_back(some);
    some();
}

} // namespace likeness::base
