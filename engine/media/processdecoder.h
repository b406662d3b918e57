// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/media/conversation.h"
#include "engine/media/decoderprogram.h"
#include "engine/media/mediadecoder.h"

#include <mutex>

namespace likeness::media
{

/// MediaDecoder over likeness-decode: see mediadecoder.h. `program` outlives it.
class ProcessDecoder : public MediaDecoder
{
public:
    ProcessDecoder(DecoderProgram &program, const MediaLimits &limits);

    base::Result<Kind> kind(QFile &file, const QString &subject, base::Progress &progress) const override;
    base::Result<model::Still> decode(QFile &file, const QString &subject,
                                      base::Progress &progress) const override;
    base::Result<qint64> pixels(QFile &file, const QString &subject, base::Progress &progress) const override;
    base::Result<std::unique_ptr<Video>> openVideo(QFile &file, const QString &subject,
                                                   base::Progress &progress) const override;
    /// Of a decoder that is started for the question, once.
    Confinement confinement() const override;

private:
    /// Opens a conversation about the file and asks; nothing counts of a file that was written to meanwhile.
    template <class Ask>
    auto asked(QFile &file, const QString &subject, Kind kind, base::Progress &progress, const Ask &ask) const
        -> decltype(ask(std::unique_ptr<Conversation>()));

    DecoderProgram &m_program;
    MediaLimits m_limits;
    mutable std::mutex m_mutex;
    mutable std::optional<Confinement> m_confinement;
};

/// One question and its answer, checked. Errors have no subject.
base::Result<model::Still> askForStill(Conversation &conversation, const MediaLimits &limits,
                                       base::Progress &progress);
base::Result<qint64> askForPixels(Conversation &conversation, const MediaLimits &limits,
                                  base::Progress &progress);
base::Result<MediaDecoder::Kind> askForKind(Conversation &conversation, base::Progress &progress);
/// The recording that the conversation's decoder has open, or opens for it.
base::Result<std::unique_ptr<Video>> askForVideo(std::unique_ptr<Conversation> conversation,
                                                 const QString &subject, const MediaLimits &limits,
                                                 base::Progress &progress);

} // namespace likeness::media
