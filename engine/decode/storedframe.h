// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/decode/avhandles.h"
#include "engine/model/video.h"

#include <QByteArray>

namespace likeness::decode
{

/// A frame as the decoder gave it, on memory of its own: libav gets its buffers back at once, because which
/// buffer it uses next can show in what it conceals of a damaged frame.
struct StoredFrame {
    QByteArray
        pixels; ///< rawvideo: plane after plane, rows without padding (av_image_copy_to_buffer, align 1)
    AVPixelFormat format = AV_PIX_FMT_NONE;
    int width = 0;
    int height = 0;
    AVColorSpace matrix = AVCOL_SPC_UNSPECIFIED;
    AVColorRange range = AVCOL_RANGE_UNSPECIFIED;
    model::IndexedFrame facts;
};

/// Into `stored`, whose memory is used again. FileDamaged for a frame that makes no sense, TooLarge
/// ("memory"). facts.digest is set, the other facts are not touched.
base::Outcome storePixels(const AVFrame &frame, const QString &subject, StoredFrame &stored);

/// First 8 bytes, little-endian, of the MurmurHash3 x64 128 (libavutil, its own seed) of the
/// pixels. It tells frames of one file apart and notices a decoder that went astray; it is no proof against
/// somebody who makes two frames of one digest on purpose.
quint64 pixelsDigest(QByteArrayView pixels);

} // namespace likeness::decode
