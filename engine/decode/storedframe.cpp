// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/decode/storedframe.h"

#include <QtEndian>

extern "C" {
#include <libavutil/imgutils.h>
#include <libavutil/mem.h>
#include <libavutil/murmur3.h>
}

namespace likeness::decode
{

namespace
{

// swscale may read a vector beyond the last pixel.
constexpr qsizetype paddingBytes = 64;

} // namespace

base::Outcome storePixels(const AVFrame &frame, const QString &subject, StoredFrame &stored)
{
    const auto format = AVPixelFormat(frame.format);
    const int bytes = av_image_get_buffer_size(format, frame.width, frame.height, 1);
    if (bytes <= 0 || !frame.data[0])
        return base::fail(base::ErrorCode::FileDamaged, subject, QStringLiteral("a frame without pixels"));
    try {
        if (!stored.pixels.isDetached() || stored.pixels.capacity() < bytes + paddingBytes) {
            stored.pixels = QByteArray();
            stored.pixels.reserve(bytes + paddingBytes);
        }
        stored.pixels.resize(bytes);
    } catch (const std::bad_alloc &) {
        return base::fail(base::ErrorCode::TooLarge, subject, QStringLiteral("memory"));
    }
    auto *destination = reinterpret_cast<uint8_t *>(stored.pixels.data());
    if (av_image_copy_to_buffer(destination, bytes, frame.data, frame.linesize, format, frame.width,
                                frame.height, 1) != bytes)
        return base::fail(base::ErrorCode::FileDamaged, subject, QStringLiteral("a frame without pixels"));
    stored.format = format;
    stored.width = frame.width;
    stored.height = frame.height;
    stored.matrix = frame.colorspace;
    stored.range = frame.color_range;
    stored.facts.digest = pixelsDigest(stored.pixels);
    return {};
}

quint64 pixelsDigest(QByteArrayView pixels)
{
    // One for each thread: to make one for each frame would be an allocation that can fail.
    struct Free {
        void operator()(AVMurMur3 *hash) const { av_free(hash); }
    };
    thread_local const std::unique_ptr<AVMurMur3, Free> hash(av_murmur3_alloc());
    Q_CHECK_PTR(hash.get());
    av_murmur3_init(hash.get());
    av_murmur3_update(hash.get(), reinterpret_cast<const uint8_t *>(pixels.data()), size_t(pixels.size()));
    uint8_t digest[16];
    av_murmur3_final(hash.get(), digest);
    return qFromLittleEndian<quint64>(digest);
}

} // namespace likeness::decode
