// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/selftest.h"
#include "engine/report/reporttexts.h"

#include <vector>

namespace likeness::report
{

/// The figures of a self-test as rows of words: one table for the report and for the window.
struct SelfTestRow {
    QString what; ///< "The right person stands first"
    QString term; ///< of the field: "FNIR at FPIR 1%"
    QString ours, plain; ///< "29.7% (26.1% to 33.0%)"
    QString ratio; ///< "0.71 (0.60 to 0.83)"; empty where there is none
};
std::vector<SelfTestRow> selfTestRows(const model::SelfTest &test, const ReportTexts &texts);

/// Value and 95% interval in percent; a dash where there was nothing to measure.
QString shareWords(const model::MeasuredFigure &figure, const ReportTexts &texts);
/// "0.3%", "1%", "0.001%".
QString rateWords(double share);

/// A group at the FPIR of 1% over all: what one threshold does to it. A figure of too few probes says so instead.
struct SelfTestGroupRow {
    QString group;
    QString counts; ///< "120 / 341"
    QString rank1, fnir, fpir;
};
std::vector<SelfTestGroupRow> selfTestGroupRows(const model::SelfTest &test, const ReportTexts &texts);

/// "Finding a person in a gallery (identification)".
QString kindWords(model::SelfTest::Kind kind, const ReportTexts &texts);
/// How many persons, pictures, probes or pairs; whole sentences.
QString countWords(const model::SelfTest &test, const ReportTexts &texts);
/// Which pictures were left out, and label errors; whole sentences.
QString leftOutWords(const model::SelfTest &test, const ReportTexts &texts);

} // namespace likeness::report
