// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/selftest.h"

#include <functional>
#include <vector>

namespace likeness::match
{

using Figure = model::MeasuredFigure; ///< and its 95% interval

/// How often each person counts: once each for the figure itself, as often as drawn in a sample.
using Weights = std::vector<int>;

/// The figures that `statistics` gives for all persons, each with the 2.5 and 97.5 percentile of what it gives for
/// `samples` draws of as many persons with replacement (Efron and Tibshirani, An Introduction to the Bootstrap, 1993,
/// chapter 13). Persons and not pictures are drawn, because pictures of one person fail together. A draw in which a
/// figure is no finite number is left out of its interval. The draws are the same in every run. Pure.
std::vector<Figure> bootstrapped(size_t persons, const std::function<std::vector<double>(const Weights &)> &statistics,
                                 int samples = 1000);

/// The 95% interval of a share of independent trials by Wilson's score method (1927), and the share itself; 0 to 1 for
/// no trials. A count that was read between two others need not be whole.
Figure shareOf(double count, qint64 trials);

} // namespace likeness::match
