// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/edits.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace likeness::imaging
{

using base::ErrorCode;
using base::fail;
using base::Picture;
using base::Result;

namespace
{

constexpr int grey = 128;

/// Rounds halves away from zero; C++ division alone rounds towards zero.
qint64 roundedDivision(qint64 dividend, qint64 divisor)
{
    return dividend >= 0 ? (dividend + divisor / 2) / divisor : -((-dividend + divisor / 2) / divisor);
}

uchar byteOf(qint64 value)
{
    return uchar(std::clamp<qint64>(value, 0, 255));
}

quint64 squareRoot(quint64 value)
{
    quint64 root = 0;
    for (quint64 bit = quint64(1) << 31; bit; bit >>= 1)
        if (const quint64 larger = root | bit; larger * larger <= value)
            root = larger;
    return root;
}

/// log2 of an integer of 1 and up, in units of 2^-30: squaring the mantissa gives one bit after the other.
qint64 binaryLogarithm(quint32 value)
{
    const int whole = std::bit_width(value) - 1;
    quint64 mantissa = (quint64(value) << 30) >> whole;
    qint64 logarithm = qint64(whole) << 30;
    for (int bit = 29; bit >= 0; --bit) {
        mantissa = (mantissa * mantissa) >> 30;
        if (mantissa >= quint64(2) << 30) {
            mantissa >>= 1;
            logarithm |= qint64(1) << bit;
        }
    }
    return logarithm;
}

/// 2 to the power of a negative exponent in units of 2^-30, in the same units.
quint64 powerOfTwo(qint64 exponent)
{
    const qint64 whole = exponent >> 30; // rounds down, so the fraction below is positive
    if (whole < -31)
        return 0;
    quint64 power = quint64(1) << 31;
    quint64 factor = quint64(2) << 31; // then 2^(1/2), 2^(1/4), ...
    for (int bit = 29; bit >= 0; --bit) {
        factor = squareRoot(factor << 31);
        if (exponent & (qint64(1) << bit))
            power = (power * factor) >> 31;
    }
    return (power >> -whole) >> 1;
}

/// Sine and cosine of 0 to 45 degrees by their series.
Turn smallTurn(int milliDegrees)
{
    constexpr qint64 one = qint64(1) << Turn::bits;
    constexpr qint64 pi = 3373259426; // of 2^30: 3373259426.2
    const qint64 angle = roundedDivision(pi * milliDegrees, 180'000);
    Turn turn{0, 0};
    qint64 term = one;
    for (int n = 0; term != 0; ++n) {
        const qint64 sign = n % 4 < 2 ? 1 : -1;
        (n % 2 ? turn.sine : turn.cosine) += sign * term;
        term = ((term * angle) >> Turn::bits) / (n + 1);
    }
    return turn;
}

} // namespace

Turn turnOf(int milliDegrees)
{
    constexpr int quarter = 90'000;
    const int angle = ((milliDegrees % (4 * quarter)) + 4 * quarter) % (4 * quarter);
    const int rest = angle % quarter;
    Turn turn = smallTurn(std::min(rest, quarter - rest));
    if (rest > quarter / 2)
        std::swap(turn.sine, turn.cosine);
    for (int i = 0; i < angle / quarter; ++i)
        turn = {turn.cosine, -turn.sine};
    return turn;
}

Picture cropped(const Picture &picture, const PixelBox &box)
{
    Picture result(box.right - box.left, box.bottom - box.top, picture.format());
    for (int y = 0; y < result.height(); ++y)
        std::memcpy(result.line(y), picture.line(box.top + y) + qsizetype(box.left) * picture.channels(),
                    size_t(result.bytesPerLine()));
    return result;
}

Picture turnedByQuarters(const Picture &picture, int quarters)
{
    if (quarters == 0)
        return picture;
    const int width = picture.width();
    const int height = picture.height();
    const int channels = picture.channels();
    const bool lying = quarters % 2;
    Picture result(lying ? height : width, lying ? width : height, picture.format());
    for (int y = 0; y < result.height(); ++y) {
        uchar *to = result.line(y);
        for (int x = 0; x < result.width(); ++x, to += channels) {
            const int fromX = quarters == 1 ? y : quarters == 2 ? width - 1 - x : width - 1 - y;
            const int fromY = quarters == 1 ? height - 1 - x : quarters == 2 ? height - 1 - y : x;
            std::copy_n(picture.line(fromY) + qsizetype(fromX) * channels, channels, to);
        }
    }
    return result;
}

Result<Picture> turned(const Picture &picture, const Turn &turn, int width, int height,
                       base::Progress &progress)
{
    constexpr int weightBits = 12;
    constexpr qint64 one = qint64(1) << weightBits;
    const int channels = picture.channels();
    Picture result(width, height, picture.format());
    const auto pixel = [&](qint64 x, qint64 y, int c) -> qint64 {
        if (x < 0 || y < 0 || x >= picture.width() || y >= picture.height())
            return grey;
        return picture.line(int(y))[qsizetype(x) * channels + c];
    };
    for (int y = 0; y < height; ++y) {
        if (progress.isCancelled())
            return fail(ErrorCode::Cancelled, QStringLiteral("edits"));
        uchar *to = result.line(y);
        // Twice the distance from the centre, so that the middle of a pixel is a whole number.
        const qint64 dy = 2 * qint64(y) + 1 - height;
        for (int x = 0; x < width; ++x, to += channels) {
            const qint64 dx = 2 * qint64(x) + 1 - width;
            const qint64 fromX =
                dx * turn.cosine + dy * turn.sine + (qint64(picture.width() - 1) << Turn::bits);
            const qint64 fromY =
                dy * turn.cosine - dx * turn.sine + (qint64(picture.height() - 1) << Turn::bits);
            constexpr int drop = Turn::bits + 1 - weightBits;
            const qint64 fineX = (fromX + (qint64(1) << (drop - 1))) >> drop;
            const qint64 fineY = (fromY + (qint64(1) << (drop - 1))) >> drop;
            const qint64 left = fineX >> weightBits;
            const qint64 top = fineY >> weightBits;
            const qint64 right = fineX & (one - 1);
            const qint64 lower = fineY & (one - 1);
            for (int c = 0; c < channels; ++c) {
                const qint64 above = pixel(left, top, c) * (one - right) + pixel(left + 1, top, c) * right;
                const qint64 below =
                    pixel(left, top + 1, c) * (one - right) + pixel(left + 1, top + 1, c) * right;
                to[c] = uchar((above * (one - lower) + below * lower + one * one / 2) >> (2 * weightBits));
            }
        }
    }
    return result;
}

Picture mirroredSideways(const Picture &picture)
{
    Picture result(picture.width(), picture.height(), picture.format());
    const int channels = picture.channels();
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            std::copy_n(picture.line(y) + qsizetype(picture.width() - 1 - x) * channels, channels,
                        result.line(y) + qsizetype(x) * channels);
    return result;
}

Picture mirroredUpsideDown(const Picture &picture)
{
    Picture result(picture.width(), picture.height(), picture.format());
    for (int y = 0; y < picture.height(); ++y)
        std::memcpy(result.line(y), picture.line(picture.height() - 1 - y), size_t(picture.bytesPerLine()));
    return result;
}

ValueTable levelsTable(int black, int white)
{
    ValueTable table{};
    for (int value = 0; value < 256; ++value)
        table[size_t(value)] = byteOf(roundedDivision(qint64(value - black) * 255, white - black));
    return table;
}

ValueTable gammaTable(int thousandths)
{
    ValueTable table{};
    const qint64 whole = binaryLogarithm(255);
    for (int value = 1; value < 256; ++value) {
        const qint64 exponent = -(((whole - binaryLogarithm(quint32(value))) * 1000) / thousandths);
        table[size_t(value)] = byteOf((qint64(powerOfTwo(exponent)) * 255 + (qint64(1) << 29)) >> 30);
    }
    return table;
}

Picture looked(const Picture &picture, const ValueTable &table)
{
    Picture result(picture.width(), picture.height(), picture.format());
    for (int y = 0; y < picture.height(); ++y)
        std::transform(picture.line(y), picture.line(y) + picture.bytesPerLine(), result.line(y),
                       [&](uchar value) { return table[value]; });
    return result;
}

Picture deinterlaced(const Picture &picture, int firstLine, bool linear)
{
    Picture result = picture;
    const int height = picture.height();
    for (int y = 1 - firstLine; y < height; y += 2) {
        // The line of the pair first, so that doubling shows each line of the field beside itself.
        const int near = firstLine == 0 ? y - 1 : y + 1;
        const int far = firstLine == 0 ? y + 1 : y - 1;
        const uchar *one = picture.line(near < height ? near : far);
        const uchar *other = linear && far >= 0 && far < height ? picture.line(far) : one;
        uchar *to = result.line(y);
        for (qsizetype i = 0; i < picture.bytesPerLine(); ++i)
            to[i] = uchar((one[i] + other[i] + 1) / 2);
    }
    return result;
}

Picture enlarged(const Picture &picture, int width, int height)
{
    const int channels = picture.channels();
    Picture result(width, height, picture.format());
    // The middle of pixel i lies at (2i+1) from / (2 to) - 1/2 of the source, here over 2 to.
    const auto place = [](int i, int from, int to, int &first, int &second, qint64 &weight) {
        const qint64 at = std::clamp<qint64>((2 * qint64(i) + 1) * from - to, 0, 2 * qint64(to) * (from - 1));
        first = int(at / (2 * qint64(to)));
        second = std::min(first + 1, from - 1);
        weight = roundedDivision((at % (2 * qint64(to))) << 12, 2 * qint64(to));
    };
    for (int y = 0; y < height; ++y) {
        int top = 0;
        int bottom = 0;
        qint64 lower = 0;
        place(y, picture.height(), height, top, bottom, lower);
        uchar *to = result.line(y);
        for (int x = 0; x < width; ++x, to += channels) {
            int left = 0;
            int rightColumn = 0;
            qint64 right = 0;
            place(x, picture.width(), width, left, rightColumn, right);
            for (int c = 0; c < channels; ++c) {
                const auto at = [&](int column, int row) -> qint64 {
                    return picture.line(row)[qsizetype(column) * channels + c];
                };
                const qint64 above = at(left, top) * (4096 - right) + at(rightColumn, top) * right;
                const qint64 below = at(left, bottom) * (4096 - right) + at(rightColumn, bottom) * right;
                to[c] = uchar((above * (4096 - lower) + below * lower + (1 << 23)) >> 24);
            }
        }
    }
    return result;
}

Result<Picture> denoised(const Picture &picture, int radius, int strength, base::Progress &progress)
{
    const int width = picture.width();
    const int height = picture.height();
    const int channels = picture.channels();
    Picture result(width, height, picture.format());
    const int half = (2 * radius + 1) * (2 * radius + 1) / 2;
    std::vector<const uchar *> lines(size_t(2 * radius + 1));
    for (int y = 0; y < height; ++y) {
        if (progress.isCancelled())
            return fail(ErrorCode::Cancelled, QStringLiteral("edits"));
        for (int i = -radius; i <= radius; ++i)
            lines[size_t(i + radius)] = std::as_const(picture).line(std::clamp(y + i, 0, height - 1));
        for (int c = 0; c < channels; ++c) {
            // A histogram that slides along the line: a column leaves, a column comes (Huang 1979). `below`
            // counts the values under `median`.
            std::array<int, 256> counts{};
            int median = 0;
            int below = 0;
            const auto count = [&](int column, int step) {
                const qsizetype at = qsizetype(std::clamp(column, 0, width - 1)) * channels + c;
                for (const uchar *line : lines) {
                    counts[line[at]] += step;
                    if (line[at] < median)
                        below += step;
                }
            };
            for (int column = -radius; column < radius; ++column)
                count(column, 1);
            for (int x = 0; x < width; ++x) {
                count(x + radius, 1);
                while (below > half)
                    below -= counts[size_t(--median)];
                while (below + counts[size_t(median)] <= half)
                    below += counts[size_t(median++)];
                const qsizetype at = qsizetype(x) * channels + c;
                const int own = std::as_const(picture).line(y)[at];
                result.line(y)[at] = uchar((own * (100 - strength) + median * strength + 50) / 100);
                count(x - radius, -1);
            }
        }
    }
    return result;
}

Result<Picture> sharpened(const Picture &picture, int radius, int amount, base::Progress &progress)
{
    const int width = picture.width();
    const int height = picture.height();
    const int channels = picture.channels();
    const qint64 sum = qint64(radius + 1) * (radius + 1) * (radius + 1) * (radius + 1);
    // 121 times 255 at most fits 16 bits.
    std::vector<quint16> sideways(size_t(picture.byteCount()));
    const auto cancelled = [&] { return progress.isCancelled(); };
    for (int y = 0; y < height; ++y) {
        if (cancelled())
            return fail(ErrorCode::Cancelled, QStringLiteral("edits"));
        const uchar *line = picture.line(y);
        quint16 *to = sideways.data() + qsizetype(y) * picture.bytesPerLine();
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < channels; ++c) {
                int blur = 0;
                for (int i = -radius; i <= radius; ++i)
                    blur += (radius + 1 - std::abs(i)) *
                            line[qsizetype(std::clamp(x + i, 0, width - 1)) * channels + c];
                *to++ = quint16(blur);
            }
    }
    Picture result(width, height, picture.format());
    std::vector<qint64> blurs(size_t(picture.bytesPerLine()));
    for (int y = 0; y < height; ++y) {
        if (cancelled())
            return fail(ErrorCode::Cancelled, QStringLiteral("edits"));
        std::fill(blurs.begin(), blurs.end(), 0);
        for (int i = -radius; i <= radius; ++i) {
            const quint16 *from =
                sideways.data() + qsizetype(std::clamp(y + i, 0, height - 1)) * picture.bytesPerLine();
            for (size_t k = 0; k < blurs.size(); ++k)
                blurs[k] += (radius + 1 - std::abs(i)) * from[k];
        }
        const uchar *line = picture.line(y);
        uchar *to = result.line(y);
        for (size_t k = 0; k < blurs.size(); ++k)
            to[k] = byteOf(line[k] + roundedDivision(amount * (line[k] * sum - blurs[k]), 100 * sum));
    }
    return result;
}

Picture averaged(const std::vector<Picture> &pictures)
{
    const Picture &first = pictures.front();
    Picture result(first.width(), first.height(), first.format());
    const int count = int(pictures.size());
    std::vector<quint16> sums(size_t(first.bytesPerLine()));
    for (int y = 0; y < first.height(); ++y) {
        std::fill(sums.begin(), sums.end(), quint16(0));
        for (const Picture &picture : pictures)
            for (size_t i = 0; i < sums.size(); ++i)
                sums[i] = quint16(sums[i] + picture.line(y)[i]);
        uchar *to = result.line(y);
        for (size_t i = 0; i < sums.size(); ++i)
            to[i] = uchar((sums[i] + count / 2) / count);
    }
    return result;
}

} // namespace likeness::imaging
