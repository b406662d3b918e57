// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/policy/caserules.h"

namespace likeness::words
{

/// What is still missing and what to do, in one sentence of the reader's language. Any thread.
QString sentence(policy::Rule rule);

} // namespace likeness::words
