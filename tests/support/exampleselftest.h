// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/selftest.h"

#include <cmath>
#include <limits>

namespace likeness::tests
{

/// Self-tests with every part, of made-up figures.
class ExampleSelfTest
{
public:
    static model::EngineVersion engine()
    {
        return {"dlib-resnet-v1", QString(64, 'a'), QString(64, 'b'), QString(64, 'c'), "direct, avx2", "mirror"};
    }

    static model::MeasuredFigure about(double value, double half = 0.03)
    {
        return {value, std::max(0.0, value - half), std::min(1.0, value + half)};
    }

    static model::SelfTest identification()
    {
        model::SelfTest test;
        test.kind = model::SelfTest::Kind::Identification;
        test.engine = engine();
        test.persons = 2048;
        test.pictures = 3990;
        test.withoutFace = 3;
        test.unreadable = 1;
        test.gallery = 1748;
        test.mated = 846;
        test.nonMated = 2044;
        test.labelErrors = 2;
        for (const double rank : {1, 10, 20, 50})
            test.rank.push_back({rank, about(0.92 + 0.001 * rank, 0.02), about(0.89 + 0.001 * rank, 0.02)});
        for (const double rate : {0.003, 0.01, 0.05, 0.1}) {
            test.fnir.push_back({rate, about(0.3 - 2 * rate), about(0.6 - 3 * rate)});
            test.fnirRatios.push_back({0.5, 0.4, 0.61});
        }
        test.rank1ErrorRatio = {0.72, 0.6, 0.85};
        test.oursDet = det(0.2);
        test.plainDet = det(0.45);
        test.oursRank = rank(0.92);
        test.plainRank = rank(0.89);
        return test;
    }

    static model::SelfTest grouped()
    {
        model::SelfTest test = identification();
        test.hasGroups = true;
        test.withoutGroup = 12;
        test.groups = {group("Group A", 400, 1100, 0.01), group("Group B", 420, 920, 0.031), group("Group C", 12, 0, 0)};
        return test;
    }

    static model::SelfTest verification()
    {
        model::SelfTest test;
        test.kind = model::SelfTest::Kind::Verification;
        test.engine = engine();
        test.persons = 2048;
        test.pictures = 3990;
        test.samePairs = 3171;
        test.otherPairs = 4'000'000;
        test.listedPairs = 1530;
        test.missingPairs = 4470;
        for (const double rate : {1e-3, 1e-4, 1e-5}) {
            test.fnmr.push_back({rate, about(-0.05 * std::log10(rate)), about(-0.09 * std::log10(rate))});
            test.fnmrRatios.push_back({0.55, 0.5, 0.6});
        }
        test.oursStandardError = 0.002;
        test.plainStandardError = 0.003;
        test.accuracy = {0, model::foldAccuracyFigure(0.993, 0.002), model::foldAccuracyFigure(0.989, 0.003)};
        test.oursDet = det(0.1);
        test.plainDet = det(0.3);
        test.oursDet.low.clear(), test.oursDet.high.clear();
        return test;
    }

private:
    static model::MeasuredCurve det(double level)
    {
        model::MeasuredCurve curve;
        for (int i = 0; i <= 20; ++i) {
            const double x = std::pow(10, -3.2 + 3.2 * i / 20), y = level * (1 - i / 20.0);
            curve.x.push_back(x);
            curve.y.push_back(y);
            curve.low.push_back(y * 0.85);
            curve.high.push_back(std::min(1.0, y * 1.15));
        }
        return curve;
    }
    static model::MeasuredCurve rank(double first)
    {
        model::MeasuredCurve curve;
        for (int i = 1; i <= 50; ++i) {
            const double y = first + (0.985 - first) * (1 - 1.0 / i);
            curve.x.push_back(i);
            curve.y.push_back(y);
            curve.low.push_back(y - 0.015);
            curve.high.push_back(std::min(1.0, y + 0.015));
        }
        return curve;
    }
    static model::MeasuredGroup group(const QString &name, qint64 mated, qint64 nonMated, double fpir)
    {
        model::MeasuredGroup group{name, mated + nonMated / 2, mated, nonMated, {}, {}, {}};
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        for (const double rank : {1, 10, 20, 50})
            group.rank.push_back({rank, about(0.9), about(0.85)});
        for (const double rate : {0.003, 0.01, 0.05, 0.1}) {
            group.fnir.push_back({rate, about(0.28), about(0.5)});
            group.fpir.push_back({rate, nonMated > 0 ? about(fpir, 0.004) : model::MeasuredFigure{nan, nan, nan},
                                  nonMated > 0 ? about(rate, 0.004) : model::MeasuredFigure{nan, nan, nan}});
        }
        return group;
    }
};

} // namespace likeness::tests
