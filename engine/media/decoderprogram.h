// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/media/descriptor.h"
#include "engine/media/wire.h"

#include <mutex>

#include <sys/types.h>

namespace likeness::media
{

/// likeness-decode, running once for this process. It has loaded what decoders need and reads no file itself:
/// for each file it forks a decoder, which inherits nothing of another file's. Started on the first use, and
/// again when it has died. Thread-safe.
class DecoderProgram
{
public:
    /// Beside this program, or one folder up for a program in a folder "tests". Empty when it is not there.
    static QString path();
    /// The one of this process. Never destroyed: it ends by itself when this process does.
    static DecoderProgram &shared();

    explicit DecoderProgram(QString path) : m_path(std::move(path)) {}
    ~DecoderProgram();
    DecoderProgram(const DecoderProgram &) = delete;
    DecoderProgram &operator=(const DecoderProgram &) = delete;

    /// Loads what is needed in the background, so that the first file need not wait for it. FileUnreadable.
    base::Outcome warmUp();
    /// Asks for a decoder of `file`, which answers on the other end of `conversation`. Gives the
    /// process that was asked. FileUnreadable when the program cannot be started.
    base::Result<pid_t> start(const wire::Start &start, int file, int memory, int conversation);
    /// Ends the program with all its decoders; the next start() starts it anew.
    void stop();
    /// stop(), if that process is still the one: another thread may have started a new one since, which has
    /// decoders of other files.
    void stop(pid_t process);
    /// 0 when it does not run. For tests.
    pid_t processId() const;

private:
    base::Outcome run();
    void end();

    const QString m_path;
    mutable std::mutex m_mutex;
    Descriptor m_control;
    pid_t m_process = 0;
};

} // namespace likeness::media
