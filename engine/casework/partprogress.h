// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"

namespace likeness::casework {

/// The progress of one step of a longer work: it has its own figures, and stops when the whole is cancelled,
/// at the step's next report.
class PartProgress : public base::Progress
{
public:
    explicit PartProgress(const base::Progress &whole, Listener listener = {})
        : base::Progress([this, &whole, listener](qint64 done, qint64 total) {
              if (listener)
                  listener(done, total);
              if (whole.isCancelled())
                  cancel();
          })
    {
        if (whole.isCancelled())
            cancel();
    }
};

} // namespace likeness::casework
