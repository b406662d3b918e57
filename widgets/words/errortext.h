// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

namespace likeness::words
{

/// What happened, what was kept and what to do, in whole sentences of the reader's language. The only place
/// that turns an error into words; Error::detail is not in it and belongs in a "details" fold. For NotAllowed
/// with rule names in its detail it is the sentences of these rules. Any thread.
QString sentence(const base::Error &error);

} // namespace likeness::words
