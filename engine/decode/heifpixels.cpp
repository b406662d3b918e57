// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/decode/heifblocks.h"
#include "engine/decode/stillpixels.h"

#include <libheif/heif.h>

#include <algorithm>
#include <memory>

namespace likeness::decode {

namespace {

using base::ErrorCode;
using base::Picture;

constexpr size_t longestBlock = size_t(4) << 20;

struct Free
{
    void operator()(heif_context *context) const { heif_context_free(context); }
    void operator()(heif_image_handle *handle) const { heif_image_handle_release(handle); }
    void operator()(heif_image *image) const { heif_image_release(image); }
    void operator()(heif_decoding_options *options) const { heif_decoding_options_free(options); }
};
using Context = std::unique_ptr<heif_context, Free>;
using Handle = std::unique_ptr<heif_image_handle, Free>;
using Image = std::unique_ptr<heif_image, Free>;
using Options = std::unique_ptr<heif_decoding_options, Free>;

base::Error errorOf(const heif_error &error)
{
    const QString message = QString::fromUtf8(error.message);
    if (error.code == heif_error_Memory_allocation_error)
        return {ErrorCode::TooLarge, {}, QStringLiteral("memory")};
    if (error.code == heif_error_Unsupported_feature || error.code == heif_error_Unsupported_filetype)
        return {ErrorCode::FormatUnsupported, {}, message};
    return {ErrorCode::FileDamaged, {}, message};
}

struct Opened
{
    Context context;
    Handle main;
};

/// `bytes` must live as long as what is returned.
base::Result<Opened> opened(const QByteArray &bytes)
{
    Opened file{Context(heif_context_alloc()), {}};
    // Tiles on this thread, one after the other: the decoder process may start no other.
    heif_context_set_max_decoding_threads(file.context.get(), 0);
    heif_error error = heif_context_read_from_memory_without_copy(file.context.get(), bytes.constData(),
                                                                  size_t(bytes.size()), nullptr);
    if (error.code != heif_error_Ok)
        return tl::unexpected(errorOf(error));
    heif_image_handle *handle = nullptr;
    error = heif_context_get_primary_image_handle(file.context.get(), &handle);
    if (error.code != heif_error_Ok)
        return tl::unexpected(errorOf(error));
    file.main.reset(handle);
    return file;
}

uchar overWhite(int value, int alpha)
{
    return uchar((value * alpha + 255 * (255 - alpha) + 127) / 255);
}

} // namespace

base::Result<Picture> heifPixels(const QByteArray &bytes, const StillStructure &structure)
{
    const auto file = opened(bytes);
    if (!file)
        return tl::unexpected(file.error());
    const int width = heif_image_handle_get_width(file->main.get());
    const int height = heif_image_handle_get_height(file->main.get());
    // The limits were checked on our reading of the header. Turning swaps the sides, cropping makes less.
    const qint64 longer = qMax(structure.width, structure.height);
    if (width < 1 || height < 1 || width > longer || height > longer ||
        qint64(width) * height > structure.width * structure.height)
        return base::fail(ErrorCode::FileDamaged, {}, QStringLiteral("two readings of its size"));

    const bool clear = heif_image_handle_has_alpha_channel(file->main.get());
    const Options options(heif_decoding_options_alloc());
    options->convert_hdr_to_8bit = 1;
    options->strict_decoding = 1;
    heif_image *decoded = nullptr;
    const heif_error error = heif_decode_image(
        file->main.get(), &decoded, heif_colorspace_RGB,
        clear ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, options.get());
    const Image image(decoded);
    if (error.code != heif_error_Ok)
        return tl::unexpected(errorOf(error));
    int stride = 0;
    const uchar *plane = heif_image_get_plane_readonly(image.get(), heif_channel_interleaved, &stride);
    const int channels = clear ? 4 : 3;
    if (!plane || heif_image_get_width(image.get(), heif_channel_interleaved) != width ||
        heif_image_get_height(image.get(), heif_channel_interleaved) != height ||
        heif_image_get_bits_per_pixel(image.get(), heif_channel_interleaved) != 8 * channels ||
        stride < width * channels)
        return base::fail(ErrorCode::FileDamaged, {}, QStringLiteral("two readings of its size"));

    Picture picture(width, height, Picture::Format::Rgb);
    for (int y = 0; y < height; ++y) {
        const uchar *in = plane + qsizetype(stride) * y;
        uchar *out = picture.line(y);
        if (!clear) {
            std::copy_n(in, picture.bytesPerLine(), out);
            continue;
        }
        for (int x = 0; x < width; ++x, in += 4)
            for (int c = 0; c < 3; ++c)
                *out++ = overWhite(in[c], in[3]);
    }
    return picture;
}

HeifBlocks heifBlocks(const QByteArray &bytes)
{
    HeifBlocks blocks;
    const auto file = opened(bytes);
    if (!file)
        return blocks;
    const heif_image_handle *main = file->main.get();
    constexpr int mostBlocks = 16;
    heif_item_id ids[mostBlocks];
    const int count = heif_image_handle_get_list_of_metadata_block_IDs(main, nullptr, ids, mostBlocks);
    for (int i = 0; i < count; ++i) {
        const size_t size = heif_image_handle_get_metadata_size(main, ids[i]);
        if (size == 0 || size > longestBlock)
            continue;
        QByteArray block(qsizetype(size), '\0');
        if (heif_image_handle_get_metadata(main, ids[i], block.data()).code != heif_error_Ok)
            continue;
        const QByteArray type = heif_image_handle_get_metadata_type(main, ids[i]);
        const QByteArray contentType = heif_image_handle_get_metadata_content_type(main, ids[i]);
        if (type == "Exif" && block.size() > 4) {
            // ISO 23008-12, A.2.1: four bytes say how far behind them the TIFF header is.
            const auto *head = reinterpret_cast<const uchar *>(block.constData());
            const qint64 at = 4 + (qint64(head[0]) << 24 | head[1] << 16 | head[2] << 8 | head[3]);
            if (at < block.size())
                blocks.exif = block.mid(at);
        } else if (type == "mime" && contentType == "application/rdf+xml") {
            blocks.xmp = block;
        }
    }
    blocks.profileBytes = long(heif_image_handle_get_raw_color_profile_size(main));
    return blocks;
}

} // namespace likeness::decode
