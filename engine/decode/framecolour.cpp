// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/decode/framecolour.h"

#include <cstring>

extern "C" {
#include <libavutil/imgutils.h>
#include <libavutil/pixdesc.h>
}

namespace likeness::decode
{

using base::ErrorCode;
using base::fail;

namespace
{

int matrixOf(const StoredFrame &frame)
{
    switch (frame.matrix) {
    case AVCOL_SPC_BT709:
        return SWS_CS_ITU709;
    case AVCOL_SPC_FCC:
        return SWS_CS_FCC;
    case AVCOL_SPC_BT470BG:
    case AVCOL_SPC_SMPTE170M:
        return SWS_CS_ITU601;
    case AVCOL_SPC_SMPTE240M:
        return SWS_CS_SMPTE240M;
    case AVCOL_SPC_BT2020_NCL:
    case AVCOL_SPC_BT2020_CL:
        return SWS_CS_BT2020;
    default:
        return frame.height < 720 ? SWS_CS_ITU601 : SWS_CS_ITU709;
    }
}

/// The old names of full-range formats, as format and range.
AVPixelFormat withoutRange(AVPixelFormat format, bool &full)
{
    static constexpr struct {
        AVPixelFormat old;
        AVPixelFormat plain;
    } names[] = {{AV_PIX_FMT_YUVJ411P, AV_PIX_FMT_YUV411P},
                 {AV_PIX_FMT_YUVJ420P, AV_PIX_FMT_YUV420P},
                 {AV_PIX_FMT_YUVJ422P, AV_PIX_FMT_YUV422P},
                 {AV_PIX_FMT_YUVJ440P, AV_PIX_FMT_YUV440P},
                 {AV_PIX_FMT_YUVJ444P, AV_PIX_FMT_YUV444P}};
    for (const auto &name : names)
        if (name.old == format) {
            full = true;
            return name.plain;
        }
    return format;
}

bool isGrey(const AVPixFmtDescriptor &format)
{
    constexpr quint64 other = AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_BAYER;
    return format.nb_components <= 2 && !(format.flags & other);
}

} // namespace

base::Result<FrameColour::Turned> FrameColour::convert(const StoredFrame &frame, AVPixelFormat to,
                                                       int bytesPerPixel, int rotation,
                                                       const QString &subject)
{
    Recipe recipe{
        frame.format, to, frame.width, frame.height, matrixOf(frame), frame.range == AVCOL_RANGE_JPEG};
    recipe.from = withoutRange(frame.format, recipe.full);
    if (!m_scaler || recipe != m_recipe) {
        constexpr int flags =
            SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP | SWS_BITEXACT | SWS_BICUBIC;
        m_scaler.reset(sws_isSupportedInput(recipe.from)
                           ? sws_getContext(recipe.width, recipe.height, recipe.from, recipe.width,
                                            recipe.height, to, flags, nullptr, nullptr, nullptr)
                           : nullptr);
        if (!m_scaler)
            return fail(ErrorCode::FormatUnsupported, subject,
                        QString::fromUtf8(av_get_pix_fmt_name(frame.format)));
        const int *coefficients = sws_getCoefficients(recipe.matrix);
        sws_setColorspaceDetails(m_scaler.get(), coefficients, recipe.full, coefficients, 1, 0, 1 << 16,
                                 1 << 16);
        m_recipe = recipe;
    }
    // Rows a good deal longer than needed: swscale writes whole vectors.
    const qsizetype stride = FFALIGN(qsizetype(frame.width) * bytesPerPixel, 64) + 64;
    if (stride > INT_MAX)
        return fail(ErrorCode::TooLarge, subject, QStringLiteral("memory"));
    const bool isSideways = rotation == 90 || rotation == 270;
    Turned turned{isSideways ? frame.height : frame.width, isSideways ? frame.width : frame.height, {}};
    QByteArray rows;
    try {
        rows.resize(stride * (frame.height + 1));
        turned.pixels.resize(qsizetype(frame.width) * frame.height * bytesPerPixel);
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::TooLarge, subject, QStringLiteral("memory"));
    }
    uint8_t *planes[4] = {};
    int strides[4] = {};
    if (av_image_fill_arrays(planes, strides, reinterpret_cast<const uint8_t *>(frame.pixels.constData()),
                             recipe.from, frame.width, frame.height, 1) < 0)
        return fail(ErrorCode::FileDamaged, subject, QStringLiteral("a frame without pixels"));
    uint8_t *out[4] = {reinterpret_cast<uint8_t *>(rows.data())};
    const int outStrides[4] = {int(stride)};
    if (sws_scale(m_scaler.get(), planes, strides, 0, frame.height, out, outStrides) != frame.height)
        return fail(ErrorCode::FormatUnsupported, subject, QStringLiteral("colour conversion"));

    const int width = frame.width;
    const int height = frame.height;
    char *destination = turned.pixels.data();
    if (rotation == 0) {
        for (int y = 0; y < height; ++y)
            memcpy(destination + qsizetype(y) * width * bytesPerPixel, rows.constData() + y * stride,
                   size_t(width) * size_t(bytesPerPixel));
        return turned;
    }
    for (int y = 0; y < turned.height; ++y)
        for (int x = 0; x < turned.width; ++x) {
            const int fromX = rotation == 90 ? y : rotation == 180 ? width - 1 - x : width - 1 - y;
            const int fromY = rotation == 90 ? height - 1 - x : rotation == 180 ? height - 1 - y : x;
            const char *from = rows.constData() + fromY * stride + qsizetype(fromX) * bytesPerPixel;
            for (int i = 0; i < bytesPerPixel; ++i)
                *destination++ = from[i];
        }
    return turned;
}

base::Result<base::Picture> FrameColour::picture(const StoredFrame &frame, int rotation,
                                                 const QString &subject)
{
    auto turned = convert(frame, AV_PIX_FMT_RGB24, 3, rotation, subject);
    if (!turned)
        return tl::unexpected(turned.error());
    return base::Picture(turned->width, turned->height, base::Picture::Format::Rgb,
                         std::move(turned->pixels));
}

base::Result<model::NativeFrame> FrameColour::native(const StoredFrame &frame, int rotation,
                                                     const QString &subject)
{
    const AVPixFmtDescriptor *format = av_pix_fmt_desc_get(frame.format);
    if (!format)
        return fail(ErrorCode::FormatUnsupported, subject);
    int depth = 0;
    for (int i = 0; i < format->nb_components; ++i)
        depth = std::max(depth, format->comp[i].depth);
    const bool deep = depth > 8;
    const bool grey = isGrey(*format);
    const int channels = grey ? 1 : 3;
    const AVPixelFormat to = grey   ? deep ? AV_PIX_FMT_GRAY16BE : AV_PIX_FMT_GRAY8
                             : deep ? AV_PIX_FMT_RGB48BE
                                    : AV_PIX_FMT_RGB24;
    auto turned = convert(frame, to, channels * (deep ? 2 : 1), rotation, subject);
    if (!turned)
        return tl::unexpected(turned.error());
    model::NativeFrame native;
    native.width = turned->width;
    native.height = turned->height;
    native.channels = channels;
    native.bitsPerChannel = deep ? 16 : 8;
    native.pixels = std::move(turned->pixels);
    native.digest = frame.facts.digest;
    return native;
}

} // namespace likeness::decode
