// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/decode/orientation.h"

namespace likeness::decode {

base::Picture turnedUpright(const base::Picture &stored, int orientation)
{
    if (orientation < 2 || orientation > 8)
        return stored;
    const bool swapsSides = orientation >= 5;
    const int width = stored.width();
    const int height = stored.height();
    const int channels = stored.channels();
    const bool fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool fromBottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;

    base::Picture upright(swapsSides ? height : width, swapsSides ? width : height, stored.format());
    for (int y = 0; y < upright.height(); ++y) {
        uchar *out = upright.line(y);
        for (int x = 0; x < upright.width(); ++x) {
            const int alongX = swapsSides ? y : x;
            const int alongY = swapsSides ? x : y;
            const uchar *in = stored.line(fromBottom ? height - 1 - alongY : alongY) +
                              qsizetype(fromRight ? width - 1 - alongX : alongX) * channels;
            for (int c = 0; c < channels; ++c)
                *out++ = in[c];
        }
    }
    return upright;
}

} // namespace likeness::decode
