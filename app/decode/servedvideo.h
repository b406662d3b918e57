// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/media/wire.h"

#include <memory>

namespace likeness::decode
{
class VideoReader;
}

namespace likeness::decoder
{

/// By the first bytes of a file.
bool isServedVideo(QByteArrayView firstBytes);

/// The recording of a decoder, once it was opened: requests about it, and what goes back.
class ServedVideo
{
public:
    struct Served {
        media::wire::Answer answer;
        QByteArray text;
        QByteArray bytes;
    };

    ServedVideo();
    ~ServedVideo();
    /// `given` is an index. Errors as of media::Video.
    base::Result<Served> serve(const media::wire::Request &request, const QByteArray &given,
                               const media::wire::Start &start, int file, base::Progress &progress);

private:
    std::unique_ptr<decode::VideoReader> m_reader;
};

} // namespace likeness::decoder
