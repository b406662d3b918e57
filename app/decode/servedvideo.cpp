// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decode/servedvideo.h"

namespace likeness::decoder
{

class ServedVideo::Reader
{
};

ServedVideo::ServedVideo() = default;
ServedVideo::~ServedVideo() = default;

bool isServedVideo(QByteArrayView)
{
    return false;
}

base::Result<ServedVideo::Served> ServedVideo::serve(const media::wire::Request &, const QByteArray &,
                                                     const media::wire::Start &, int, base::Progress &)
{
    return base::fail(base::ErrorCode::FormatUnsupported, {}, QStringLiteral("recordings are not read yet"));
}

} // namespace likeness::decoder
