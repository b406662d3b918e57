// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/decode/stillpixels.h"

#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>
// After jpeglib.h, which it needs.
#include <jerror.h>

namespace likeness::decode {

namespace {

/// What libjpeg's C callbacks leave behind. Plain data: longjmp runs no destructors.
struct Errors
{
    jpeg_error_mgr base;
    std::jmp_buf escape;
    char message[JMSG_LENGTH_MAX];
    bool damaged;
    bool cancelled;
    bool outOfMemory;
};

struct Passes
{
    jpeg_progress_mgr base;
    const base::Progress *progress;
};

[[noreturn]] void leave(j_common_ptr info)
{
    auto *errors = reinterpret_cast<Errors *>(info->err);
    if (!errors->cancelled)
        info->err->format_message(info, errors->message);
    errors->outOfMemory = info->err->msg_code == JERR_OUT_OF_MEMORY;
    std::longjmp(errors->escape, 1);
}

void noteWarning(j_common_ptr info, int level)
{
    if (level >= 0)
        return;
    auto *errors = reinterpret_cast<Errors *>(info->err);
    switch (info->err->msg_code) {
    // After these libjpeg makes pixels up. Its other warnings (stray bytes before a marker, an unknown Adobe
    // or JFIF number) are of files that cameras do write and lose no pixel.
    case JWRN_ARITH_BAD_CODE:
    case JWRN_BOGUS_PROGRESSION:
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_JPEG_EOF:
    case JWRN_MUST_RESYNC:
    case JWRN_NOT_SEQUENTIAL:
        if (!errors->damaged)
            info->err->format_message(info, errors->message);
        errors->damaged = true;
        break;
    default:
        break;
    }
}

void printNothing(j_common_ptr) {}

void leaveWhenCancelled(j_common_ptr info)
{
    if (!reinterpret_cast<Passes *>(info->progress)->progress->isCancelled())
        return;
    reinterpret_cast<Errors *>(info->err)->cancelled = true;
    leave(info);
}

/// One row of CMYK to RGB. Adobe's programs store the inks inverted and say so with their marker.
void rgbFromInks(const uchar *inks, uchar *rgb, int width, bool inverted)
{
    for (int x = 0; x < width; ++x, inks += 4, rgb += 3) {
        const int light = inverted ? inks[3] : 255 - inks[3];
        for (int c = 0; c < 3; ++c)
            rgb[c] = uchar(((inverted ? inks[c] : 255 - inks[c]) * light + 127) / 255);
    }
}

/// Fills `picture`. False after an error, which is in `errors`. Everything with a destructor belongs to the
/// caller, because libjpeg leaves this function by longjmp.
bool readInto(base::Picture &picture, QByteArray &inks, const QByteArray &bytes, jpeg_decompress_struct &info,
              Errors &errors, Passes &passes)
{
    if (setjmp(errors.escape) != 0)
        return false;
    jpeg_create_decompress(&info);
    info.progress = &passes.base;
    jpeg_mem_src(&info, reinterpret_cast<const uchar *>(bytes.constData()),
                 static_cast<unsigned long>(bytes.size()));
    jpeg_read_header(&info, TRUE);
    const bool cmyk = info.num_components == 4;
    info.out_color_space = cmyk ? JCS_CMYK : info.num_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_start_decompress(&info);
    if (int(info.output_width) != picture.width() || int(info.output_height) != picture.height() ||
        info.output_components != (cmyk ? 4 : picture.channels())) {
        errors.damaged = true;
        return true;
    }
    while (info.output_scanline < info.output_height) {
        uchar *row = picture.line(int(info.output_scanline));
        JSAMPROW target = cmyk ? reinterpret_cast<uchar *>(inks.data()) : row;
        jpeg_read_scanlines(&info, &target, 1);
        if (cmyk)
            rgbFromInks(target, row, picture.width(), info.saw_Adobe_marker);
    }
    jpeg_finish_decompress(&info);
    return true;
}

} // namespace

base::Result<base::Picture> jpegPixels(const QByteArray &bytes, const StillStructure &structure,
                                       base::Progress &progress)
{
    using base::ErrorCode;
    base::Picture picture(int(structure.width), int(structure.height),
                          structure.grey ? base::Picture::Format::Grey : base::Picture::Format::Rgb);
    QByteArray inks(picture.width() * 4, '\0');
    jpeg_decompress_struct info{};
    Errors errors{};
    Passes passes{};
    info.err = jpeg_std_error(&errors.base);
    errors.base.error_exit = leave;
    errors.base.emit_message = noteWarning;
    errors.base.output_message = printNothing;
    passes.base.progress_monitor = leaveWhenCancelled;
    passes.progress = &progress;

    const bool read = readInto(picture, inks, bytes, info, errors, passes);
    jpeg_destroy_decompress(&info);
    if (errors.cancelled)
        return base::fail(ErrorCode::Cancelled, {});
    if (errors.outOfMemory)
        return base::fail(ErrorCode::TooLarge, {}, QStringLiteral("memory"));
    if (!read || errors.damaged)
        return base::fail(ErrorCode::FileDamaged, {}, QString::fromLatin1(errors.message));
    return picture;
}

} // namespace likeness::decode
