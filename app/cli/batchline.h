// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"
#include "engine/base/rate.h"

#include <QElapsedTimer>

namespace likeness::cli
{

/// How far a long command is, on standard error: one line that is written over on a terminal, and elsewhere a
/// line every half minute.
class BatchLine
{
public:
    explicit BatchLine(Context &context);

    /// Another progress than the context's.
    void follow(const base::Progress &progress) { m_progress = &progress; }
    void show();                   ///< at any rate; few are written
    void say(const QString &line); ///< a line that stays
    void end();                    ///< leaves nothing behind on a terminal

private:
    void wipe();

    Context &m_context;
    const base::Progress *m_progress;
    const bool m_isTerminal;
    bool m_isShown = false;
    base::Rate m_rate;
    QElapsedTimer m_clock;
    qint64 m_shownMs = 0;
};

} // namespace likeness::cli
