// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/id.h"

namespace likeness::model
{

using CaseId = base::Id<struct CaseTag>;
using EvidenceId = base::Id<struct EvidenceTag>;
using RegionId = base::Id<struct RegionTag>;
using ProbeId = base::Id<struct ProbeTag>;
using SearchId = base::Id<struct SearchTag>;
using ExaminationId = base::Id<struct ExaminationTag>;
using GalleryId = base::Id<struct GalleryTag>;
using PersonId = base::Id<struct PersonTag>;
using PortraitId = base::Id<struct PortraitTag>;
using AnalysisId = base::Id<struct AnalysisTag>;
using VerificationId = base::Id<struct VerificationTag>;
using AdjudicationId = base::Id<struct AdjudicationTag>;
using OperationId = base::Id<struct OperationTag>;
using DerivationId = base::Id<struct DerivationTag>;
using ScanId = base::Id<struct ScanTag>;

} // namespace likeness::model
