// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/workstation.h"

#include <QStringList>

#include <vector>

namespace likeness::casework
{

/// How two engines answer about the same picture.
struct EngineComparison {
    /// The shipped engine's answer for a face that both found, beside the reference's.
    struct Pair {
        model::FoundFace reference;
        model::FoundFace shipped;
        double boxPx = 0;          ///< largest deviation of a side of the box, pixels of the picture
        double confidence = 0;     ///< deviation
        double templateValues = 0; ///< largest deviation of the 128 values, both of the reference's chip
    };
    std::vector<Pair> both; ///< by falling confidence of the reference
    std::vector<model::FoundFace> onlyReference;
    std::vector<model::FoundFace> onlyShipped;

    // Milliseconds
    double referenceFindMs = 0;
    double shippedFindMs = 0;
    double referenceDescribeMs = 0; ///< all faces of `both`
    double shippedDescribeMs = 0;
};

/// What the shipped engine is held to.
struct SelfCheckLimits {
    double boxPx = 1;
    double confidence = 0.01;
    double templateValues = 1e-4;
};

/// Every deviation within its limit. A face that only one found counts as confidence 0 for the other, which
/// is where the finder draws its line.
bool isWithin(const EngineComparison &comparison, const SelfCheckLimits &limits = {});

/// Which faces of two lists are the same: each with the nearest of the other list, less than half a side
/// away. `picture` is the one they were found in. Templates and times are left at 0. Pure.
EngineComparison compareFaces(const std::vector<model::FoundFace> &reference,
                              const std::vector<model::FoundFace> &shipped, const base::Picture &picture);

/// Finds with both, compares, aligns with the reference and describes its chips with both. Errors of the
/// engines; Cancelled. Takes as long as the reference does; looks at cancel as its engines do. Thread-safe.
base::Result<EngineComparison> compareEngines(const face::FaceEngine &reference,
                                              const face::FaceEngine &shipped, const base::Picture &picture,
                                              const face::FinderSettings &settings, base::Progress &progress);

struct SelfCheckItem {
    QString file;
    base::Result<EngineComparison> outcome;
};
/// The shipped engine against dlib's own networks on pictures outside any case: for checking an installation.
/// Each picture is entered as faces-found in the workstation's chain. An unreadable picture is an outcome;
/// the outer error is for models that cannot be opened, a chain that cannot be written, or Cancelled. Reports
/// pictures. Belongs on a job.
base::Result<std::vector<SelfCheckItem>> selfCheck(const Workstation &workstation, const QStringList &files,
                                                   const face::FinderSettings &settings,
                                                   base::Progress &progress);

} // namespace likeness::casework
