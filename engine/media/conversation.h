// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/media/decoderprogram.h"
#include "engine/media/descriptor.h"
#include "engine/media/wire.h"

#include <memory>
#include <optional>

namespace likeness::media
{

/// One file and the decoder that has it. One request at a time; not thread-safe. The decoder ends with the
/// conversation. What it says is not believed: a packet that does not belong ends it.
class Conversation
{
public:
    /// How a request is given up: Kill ends the decoder at once, Ask lets it stop by itself first, so that
    /// it can go on with the next request.
    enum class Stop { Kill, Ask };

    /// Reads `file` (open for reading), whatever becomes of it afterwards. FileUnreadable, Cancelled.
    static base::Result<std::unique_ptr<Conversation>> open(DecoderProgram &program, int file, bool isVideo,
                                                            const MediaLimits &limits,
                                                            base::Progress &progress);
    /// With a decoder that is there already: `process` is a pidfd of it, or none.
    Conversation(Descriptor socket, Descriptor memory, Descriptor process, const MediaLimits &limits);
    ~Conversation();
    Conversation(const Conversation &) = delete;
    Conversation &operator=(const Conversation &) = delete;

    /// The answer Done. Failed becomes its error. FileDamaged with "crash" when the decoder died, "hang" when
    /// it was silent for too long, "answer" when it spoke nonsense; TooLarge "memory" when it ran out of it;
    /// every further request then has the same answer. Looks at cancel every 50 ms. Errors have no subject.
    base::Result<wire::Answer> ask(wire::Request request, base::Progress &progress, Stop stop = Stop::Kill);
    /// The text of an answer; FileDamaged "answer" when there is none of that size.
    base::Result<QByteArray> text(const wire::Answer &answer);
    /// `size` bytes of an answer, which must be what was checked; FileDamaged "answer" when they are not
    /// there.
    base::Result<QByteArray> bytes(qint64 size);
    /// Puts an index where the next request finds it. TooLarge "memory".
    base::Outcome put(QByteArrayView bytes);
    /// Ends it for an answer that does not hold.
    tl::unexpected<base::Error> refuse();
    /// As of the decoder's first word; nothing of it before the first answer.
    Confinement confinement() const { return m_confinement; }

private:
    base::Outcome awaitStart(base::Progress &progress);
    void noteReady(const wire::Answer &answer);
    base::Result<wire::Answer> awaitAnswer(quint32 sequence, base::Progress &progress, Stop stop);
    /// Ends the decoder; from now on every request fails like this.
    tl::unexpected<base::Error> endWith(base::Error error);
    tl::unexpected<base::Error> endedBy(qint64 status);
    base::Error failure(const wire::Answer &answer);
    void signal(int number) const;

    Descriptor m_socket;
    Descriptor m_memory;
    Descriptor m_process;
    MediaLimits m_limits;
    Confinement m_confinement;
    quint32 m_sequence = 0;
    std::optional<base::Error> m_end;
};

} // namespace likeness::media
