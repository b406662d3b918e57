// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/media/mediadecoder.h"

#include <vector>

namespace likeness::decoder
{

/// What a decoder keeps after it has confined itself. Everything else it has lost for good.
struct Bounds {
    qint64 memoryBytes = 0; ///< of address space, beyond what it has already
    qint64 fileBytes = 0;   ///< the longest file it may write: its memory file
    int cpuSeconds = 0;
    int conversation = 3; ///< it may write() here
    int memory = 5;       ///< it may pwrite() here
    int descriptors = 6;  ///< none at or above this number can ever be opened
};

/// Confines the calling process, which must have one thread, for the rest of its life: no privileges through
/// exec, bounds on what it uses, no file system (Landlock), and of the system calls those alone that decoding
/// in memory needs. No call that takes a path, opens, connects, starts, traces or signals another process is
/// among them; memory cannot be made executable. Calls that are not allowed fail with EPERM, so that a
/// library that asks for a nicety (a thread, its locale) goes on without.
///
/// What the kernel does not give is left out of the answer, and the rest holds.
media::Confinement confine(const Bounds &bounds);

} // namespace likeness::decoder
