// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/decode/storedframe.h"

namespace likeness::decode
{

/// Makes colours of stored frames, in their own size, and turns them upright. The matrix and range are those
/// the frame names; without a name BT.601 under 720 lines and BT.709 from there, limited range. Fields stay
/// woven. One thread at a time. Errors: FormatUnsupported (a pixel format that swscale does not read),
/// TooLarge
/// ("memory").
class FrameColour
{
public:
    /// RGB, 8 bits. `rotation` clockwise: 0, 90, 180 or 270.
    base::Result<base::Picture> picture(const StoredFrame &frame, int rotation, const QString &subject);
    /// Grey or RGB; 16 bits, big-endian, when the frame has more than 8.
    base::Result<model::NativeFrame> native(const StoredFrame &frame, int rotation, const QString &subject);

private:
    struct Turned {
        int width = 0;
        int height = 0;
        QByteArray pixels;
    };
    struct Recipe {
        AVPixelFormat from = AV_PIX_FMT_NONE;
        AVPixelFormat to = AV_PIX_FMT_NONE;
        int width = 0;
        int height = 0;
        int matrix = 0;
        bool full = false;
        friend bool operator==(const Recipe &, const Recipe &) = default;
    };
    base::Result<Turned> convert(const StoredFrame &frame, AVPixelFormat to, int bytesPerPixel, int rotation,
                                 const QString &subject);
    Recipe m_recipe; // of m_scaler
    AvHandle<SwsContext> m_scaler;
    QByteArray m_rows; // as swscale wrote them last; kept for its memory
};

} // namespace likeness::decode
