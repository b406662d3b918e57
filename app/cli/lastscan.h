// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/casesession.h"

namespace likeness::cli
{

/// The scan of a recording that was begun last. NotFound when there is none.
base::Result<model::Scan> lastScan(const casework::CaseSession &session, const model::EvidenceId &evidence);

} // namespace likeness::cli
