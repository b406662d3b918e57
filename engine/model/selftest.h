// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/face.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace likeness::model
{

/// A measured figure with its 95% interval. Not a number where there was nothing to measure.
struct MeasuredFigure {
    double value = 0;
    double low = 0;
    double high = 0;
    bool isKnown() const { return value == value; }
};

/// One figure of the engine as it ships, and of dlib's own templates of one view, on the same faces.
struct MeasuredRow {
    double at = 0; ///< the rank, the FPIR or the FMR that it belongs to
    MeasuredFigure ours, plain;
};

/// Points of a curve, by ascending x. `low` and `high` are the 95% interval of each y, or both empty.
struct MeasuredCurve {
    std::vector<double> x, y, low, high;
};

/// The figures of some of the persons. FNIR and FPIR are at the thresholds of the whole, so that what one threshold
/// does to each group can be compared (as NISTIR 8280 does).
struct MeasuredGroup {
    static constexpr qint64 fewestProbes = 30; ///< fewer tell nothing
    QString name;
    qint64 persons = 0;
    qint64 mated = 0;
    qint64 nonMated = 0;
    std::vector<MeasuredRow> rank, fnir, fpir; ///< at the ranks and FPIRs of the whole
    bool hasEnoughMated() const { return mated >= fewestProbes; }
    bool hasEnoughNonMated() const { return nonMated >= fewestProbes; }
};

/// What an evaluation on pictures of known people measured, as it is entered in the workstation's chain. The words and
/// protocols are those of engine/match/evaluation.h; all shares are 0 to 1.
struct SelfTest {
    enum class Kind { Identification, Verification };
    Kind kind = Kind::Identification;

    // The entry: not part of the figures; entry 0 while there is none
    qint64 entry = 0;
    QDateTime time;
    QString actor;

    // What it was measured on and with
    EngineVersion engine;
    qint64 persons = 0; ///< 0: not told (entries of earlier versions)
    qint64 pictures = 0; ///< with a face good enough to be enrolled
    qint64 withoutFace = 0;
    qint64 unreadable = 0;

    // Identification
    qint64 gallery = 0; ///< persons
    qint64 mated = 0;   ///< probes
    qint64 nonMated = 0;
    qint64 labelErrors = 0; ///< pairs of pictures under two names that show one person; their probes are left out
    std::vector<MeasuredRow> rank; ///< share found at that rank or before
    std::vector<MeasuredRow> fnir; ///< at each FPIR
    MeasuredFigure rank1ErrorRatio; ///< ours to plain
    std::vector<MeasuredFigure> fnirRatios; ///< one for each of fnir
    bool hasGroups = false;
    std::vector<MeasuredGroup> groups; ///< by name
    qint64 withoutGroup = 0; ///< persons

    // Verification
    qint64 samePairs = 0;
    qint64 otherPairs = 0;
    qint64 listedPairs = 0;
    qint64 missingPairs = 0;
    std::vector<MeasuredRow> fnmr; ///< at each FMR, largest first
    std::vector<MeasuredFigure> fnmrRatios;
    MeasuredRow accuracy; ///< over ten folds; the interval is 1.96 standard errors to each side
    double oursStandardError = 0;
    double plainStandardError = 0;

    // Curves: FPIR or FMR against FNIR or FNMR; rank against share found (identification alone)
    MeasuredCurve oursDet, plainDet, oursRank, plainRank;
};

/// The mean over folds with 1.96 standard errors to each side, within 0 and 1.
MeasuredFigure foldAccuracyFigure(double mean, double standardError);

/// "identification", "verification".
QString selfTestKindName(SelfTest::Kind kind);

/// The figures as they stand in the details of the entry: without entry, time and actor. Numbers that are none are
/// null.
QJsonObject selfTestFigures(const SelfTest &test);
/// The other way. Nothing for a kind that is not known, or figures without a part that every version wrote.
std::optional<SelfTest> selfTestOf(const QString &kind, const QJsonObject &figures);

} // namespace likeness::model
