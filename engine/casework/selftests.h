// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/workstation.h"
#include "engine/model/selftest.h"

namespace likeness::casework
{

/// What a self-test is made on; the files and the protocols are those of casework/evaluating.h.
struct SelfTestPlan {
    model::SelfTest::Kind kind = model::SelfTest::Kind::Identification;
    QString images;     ///< a folder of pictures of known people
    QString pairsFile;  ///< of a verification; empty: all pairs
    QString groupsFile; ///< of an identification (casework/evaluationgroups.h); empty: no groups
};

/// Measures the engine as it ships, and dlib's own templates on the same faces, and enters the figures in the
/// workstation's chain as evaluation-made. Some minutes for thousands of pictures: belongs on a job. Reports files and
/// looks at cancel before each, then at each probe; what was cancelled leaves no entry. The list of groups is read
/// before any picture.
///
/// NotSignedIn, NotAllowed (policy::Deed::EvaluateEngine); FileUnreadable, FileDamaged (with the line) for folder and
/// lists; InvalidArgument when the pictures are too few for the protocol; errors of the engine's opening and of the
/// chain.
struct MadeSelfTest {
    model::SelfTest test;
    QJsonObject figures; ///< as entered: those of model::selfTestFigures, and the settings of both ways of describing
};
base::Result<MadeSelfTest> runSelfTest(const Workstation &workstation, const SelfTestPlan &plan,
                                       base::Progress &progress);

/// The last self-test of each kind in the workstation's chain, identification first; empty when none was made. The
/// chain is verified first, and only what stands under the verified head is read: AuditBroken. Reads the whole
/// chain: belongs on a job. Entries whose figures are not understood are passed over. Anybody may ask: the figures go
/// into every report.
base::Result<std::vector<model::SelfTest>> latestSelfTests(const Workstation &workstation, base::Progress &progress);

} // namespace likeness::casework
