// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/derivation.h"

#include "engine/imaging/edits.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>
#include <variant>

namespace likeness::imaging
{

using base::ErrorCode;
using base::fail;
using base::Picture;
using base::Result;
using model::Edit;

namespace
{

/// Fractions of a side in units of 1e-9: the one place where a double becomes pixels.
struct Crop {
    qint64 left;
    qint64 top;
    qint64 right;
    qint64 bottom;
};
struct Rotate {
    int milliDegrees;
};
struct Mirror {
    bool sideways;
};
struct Levels {
    int black;
    int white;
};
struct Gamma {
    int thousandths;
};
struct Deinterlace {
    int firstLine;
    bool linear;
};
struct Aspect {
    int x;
    int y;
};
struct Denoise {
    int radius;
    int strength;
};
struct Sharpen {
    int radius;
    int amount;
};
struct FrameAverage {
    int before;
    int after;
};
using Step =
    std::variant<Crop, Rotate, Mirror, Levels, Gamma, Deinterlace, Aspect, Denoise, Sharpen, FrameAverage>;

base::Error refusal(size_t number, const Edit &edit, const QString &what)
{
    return {ErrorCode::InvalidArgument, QStringLiteral("edits"),
            QStringLiteral("%1 %2 %3").arg(number).arg(model::editName(edit.kind), what)};
}

/// Reads the parameters of one edit and remembers the first one that does not hold.
class Parameters
{
public:
    explicit Parameters(const QJsonObject &object) : m_object(object) {}

    int integer(const char *name, int least, int most)
    {
        const double value = number(name, least, most);
        if (value != std::floor(value))
            refuse(name);
        return int(value);
    }
    /// A decimal, in thousandths.
    int thousandths(const char *name, double least, double most)
    {
        return int(std::lround(number(name, least, most) * 1000));
    }
    /// Which of two words it is: true for the first.
    bool isFirst(const char *name, const char *first, const char *second)
    {
        const QString word = value(name).toString();
        if (word != QLatin1String(first) && word != QLatin1String(second))
            refuse(name);
        return word == QLatin1String(first);
    }
    model::RelativeRect box(const char *name)
    {
        const auto box = model::rectFromJson(value(name));
        if (!box)
            refuse(name);
        return box.value_or(model::RelativeRect{0, 0, 1, 1});
    }
    void refuse(const char *name)
    {
        if (m_wrong.isEmpty())
            m_wrong = QLatin1String(name);
    }
    /// Empty when all held and there are no others.
    QString wrong() const
    {
        if (!m_wrong.isEmpty())
            return m_wrong;
        for (auto it = m_object.begin(); it != m_object.end(); ++it)
            if (!m_known.contains(it.key()))
                return it.key();
        return {};
    }

private:
    QJsonValue value(const char *name)
    {
        m_known += QLatin1String(name);
        return m_object.value(QLatin1String(name));
    }
    double number(const char *name, double least, double most)
    {
        const QJsonValue found = value(name);
        const double wanted = found.toDouble(least - 1);
        if (wanted >= least && wanted <= most)
            return wanted;
        refuse(name);
        return least;
    }

    const QJsonObject &m_object;
    QStringList m_known;
    QString m_wrong;
};

Step stepOf(const Edit &edit, Parameters &read)
{
    switch (edit.kind) {
    case Edit::Kind::Crop: {
        const model::RelativeRect box = read.box("box");
        const auto nano = [](double value) { return qint64(std::llround(value * 1e9)); };
        const qint64 left = nano(box.x);
        const qint64 top = nano(box.y);
        return Crop{left, top, left + nano(box.width), top + nano(box.height)};
    }
    case Edit::Kind::Rotate:
        return Rotate{read.thousandths("degrees", -360, 360)};
    case Edit::Kind::Mirror:
        return Mirror{read.isFirst("axis", "vertical", "horizontal")};
    case Edit::Kind::Levels: {
        const Levels levels{read.integer("black", 0, 254), read.integer("white", 1, 255)};
        if (levels.black >= levels.white)
            read.refuse("white");
        return levels;
    }
    case Edit::Kind::Gamma:
        return Gamma{read.thousandths("gamma", 0.1, 10)};
    case Edit::Kind::Deinterlace:
        return Deinterlace{read.isFirst("field", "top", "bottom") ? 0 : 1,
                           read.isFirst("method", "linear", "doubling")};
    case Edit::Kind::Aspect: {
        const Aspect aspect{read.integer("x", 1, 65535), read.integer("y", 1, 65535)};
        if (aspect.x > 8 * aspect.y || aspect.y > 8 * aspect.x)
            read.refuse("x");
        return aspect;
    }
    case Edit::Kind::Denoise:
        return Denoise{read.integer("radius", 1, 5), read.integer("strength", 1, 100)};
    case Edit::Kind::Sharpen:
        return Sharpen{read.integer("radius", 1, 10), read.integer("amount", 1, 300)};
    case Edit::Kind::FrameAverage:
        break;
    }
    const FrameAverage average{read.integer("before", 0, 30), read.integer("after", 0, 30)};
    if (average.before + average.after < 1)
        read.refuse("before");
    return average;
}

Result<std::vector<Step>> stepsOf(const std::vector<Edit> &edits)
{
    if (edits.size() > size_t(maximumEdits))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("edits"), QString::number(edits.size()));
    std::vector<Step> steps;
    bool averaged = false;
    for (size_t i = 0; i < edits.size(); ++i) {
        Parameters read(edits[i].parameters);
        steps.push_back(stepOf(edits[i], read));
        if (const QString wrong = read.wrong(); !wrong.isEmpty())
            return tl::unexpected(refusal(i + 1, edits[i], wrong));
        if (edits[i].kind != Edit::Kind::FrameAverage)
            continue;
        if (averaged)
            return tl::unexpected(refusal(i + 1, edits[i], QStringLiteral("again")));
        averaged = true;
    }
    return steps;
}

PixelBox boxOf(const Crop &crop, PictureSize size)
{
    constexpr qint64 unit = 1'000'000'000;
    constexpr qint64 near = unit / 1000; // a thousandth of a pixel
    const auto down = [&](qint64 part, int side) { return int((part * side + near) / unit); };
    const auto up = [&](qint64 part, int side) {
        return int(std::max<qint64>(0, part * side - near + unit - 1) / unit);
    };
    PixelBox box{down(crop.left, size.width), down(crop.top, size.height), up(crop.right, size.width),
                 up(crop.bottom, size.height)};
    box.left = std::clamp(box.left, 0, size.width - 1);
    box.top = std::clamp(box.top, 0, size.height - 1);
    box.right = std::clamp(box.right, box.left + 1, size.width);
    box.bottom = std::clamp(box.bottom, box.top + 1, size.height);
    return box;
}

PictureSize sizeAfter(const Step &step, PictureSize size)
{
    if (const auto *crop = std::get_if<Crop>(&step)) {
        const PixelBox box = boxOf(*crop, size);
        return {box.right - box.left, box.bottom - box.top};
    }
    if (const auto *rotate = std::get_if<Rotate>(&step)) {
        if (rotate->milliDegrees % 90'000 == 0)
            return rotate->milliDegrees % 180'000 ? PictureSize{size.height, size.width} : size;
        const Turn turn = turnOf(rotate->milliDegrees);
        const qint64 sine = std::abs(turn.sine);
        const qint64 cosine = std::abs(turn.cosine);
        constexpr qint64 one = qint64(1) << Turn::bits;
        // Less than a thousandth of a pixel is the rounding of the sine and no reason for a line of grey.
        const auto up = [](qint64 value) { return int((value + one - one / 1000 - 1) / one); };
        return {std::max(1, up(size.width * cosine + size.height * sine)),
                std::max(1, up(size.width * sine + size.height * cosine))};
    }
    if (const auto *aspect = std::get_if<Aspect>(&step)) {
        const auto scaled = [](int side, int times, int over) {
            return int((2 * qint64(side) * times + over) / (2 * qint64(over)));
        };
        return aspect->x >= aspect->y ? PictureSize{scaled(size.width, aspect->x, aspect->y), size.height}
                                      : PictureSize{size.width, scaled(size.height, aspect->y, aspect->x)};
    }
    return size;
}

bool fits(const Step &step, PictureSize size)
{
    return !std::holds_alternative<Deinterlace>(step) || size.height > 1;
}

bool isTooLarge(PictureSize size)
{
    return size.width > maximumSide || size.height > maximumSide ||
           qint64(size.width) * size.height > maximumPixels;
}

PictureSize sizeOf(const Picture &picture)
{
    return {picture.width(), picture.height()};
}

/// The sizes before the first edit, after it, and so on; nothing when a picture cannot take an edit.
std::optional<std::vector<PictureSize>> sizesOf(const std::vector<Step> &steps, PictureSize original)
{
    std::vector<PictureSize> sizes{original};
    for (const Step &step : steps) {
        if (!fits(step, sizes.back()))
            return std::nullopt;
        sizes.push_back(sizeAfter(step, sizes.back()));
        if (isTooLarge(sizes.back()))
            return std::nullopt;
    }
    return sizes;
}

class Replay
{
public:
    Replay(const std::vector<Edit> &edits, const std::vector<Step> &steps, base::Progress &progress)
        : m_edits(edits), m_steps(steps), m_progress(progress)
    {
    }

    /// The first `count` edits of a picture.
    Result<Picture> run(Picture picture, size_t count, const FrameSource &others, bool reports)
    {
        for (size_t i = 0; i < count; ++i) {
            if (m_progress.isCancelled())
                return fail(ErrorCode::Cancelled, QStringLiteral("edits"));
            if (!fits(m_steps[i], sizeOf(picture)))
                return tl::unexpected(refusal(i + 1, m_edits[i], QStringLiteral("height")));
            const PictureSize size = sizeAfter(m_steps[i], sizeOf(picture));
            if (isTooLarge(size))
                return fail(ErrorCode::TooLarge, QStringLiteral("edits"),
                            QStringLiteral("%1 %2 %3x%4")
                                .arg(i + 1)
                                .arg(model::editName(m_edits[i].kind))
                                .arg(size.width)
                                .arg(size.height));
            auto edited = apply(i, picture, size, others);
            if (!edited)
                return edited;
            picture = std::move(*edited);
            if (reports)
                m_progress.report(qint64(i) + 1, qint64(count));
        }
        return picture;
    }

private:
    Result<Picture> apply(size_t i, const Picture &picture, PictureSize size, const FrameSource &others)
    {
        const Step &step = m_steps[i];
        if (const auto *crop = std::get_if<Crop>(&step))
            return cropped(picture, boxOf(*crop, sizeOf(picture)));
        if (const auto *rotate = std::get_if<Rotate>(&step)) {
            if (rotate->milliDegrees % 90'000 == 0)
                return turnedByQuarters(picture, ((rotate->milliDegrees / 90'000) % 4 + 4) % 4);
            return turned(picture, turnOf(rotate->milliDegrees), size.width, size.height, m_progress);
        }
        if (const auto *mirror = std::get_if<Mirror>(&step))
            return mirror->sideways ? mirroredSideways(picture) : mirroredUpsideDown(picture);
        if (const auto *levels = std::get_if<Levels>(&step))
            return looked(picture, levelsTable(levels->black, levels->white));
        if (const auto *gamma = std::get_if<Gamma>(&step))
            return looked(picture, gammaTable(gamma->thousandths));
        if (const auto *deinterlace = std::get_if<Deinterlace>(&step))
            return deinterlaced(picture, deinterlace->firstLine, deinterlace->linear);
        if (std::holds_alternative<Aspect>(step))
            return enlarged(picture, size.width, size.height);
        if (const auto *denoise = std::get_if<Denoise>(&step))
            return denoised(picture, denoise->radius, denoise->strength, m_progress);
        if (const auto *sharpen = std::get_if<Sharpen>(&step))
            return sharpened(picture, sharpen->radius, sharpen->amount, m_progress);
        return average(i, std::get<FrameAverage>(step), picture, others);
    }

    Result<Picture> average(size_t i, const FrameAverage &frames, const Picture &picture,
                            const FrameSource &others)
    {
        if (!others)
            return tl::unexpected(refusal(i + 1, m_edits[i], QStringLiteral("frames")));
        std::vector<Picture> pictures{picture};
        for (qint64 distance = -frames.before; distance <= frames.after; ++distance) {
            if (distance == 0)
                continue;
            auto frame = others(distance);
            if (!frame)
                return frame;
            if (frame->isNull())
                return tl::unexpected(refusal(i + 1, m_edits[i], QStringLiteral("frames")));
            auto edited = run(std::move(*frame), i, {}, false);
            if (!edited)
                return edited;
            if (sizeOf(*edited) != sizeOf(picture) || edited->format() != picture.format())
                return tl::unexpected(refusal(i + 1, m_edits[i], QStringLiteral("frames")));
            pictures.push_back(std::move(*edited));
        }
        return averaged(pictures);
    }

    const std::vector<Edit> &m_edits;
    const std::vector<Step> &m_steps;
    base::Progress &m_progress;
};

struct Point {
    double x;
    double y;
};

/// From pixels of one step to pixels of the next; with `back` the other way.
Point moved(const Step &step, PictureSize from, PictureSize to, Point point, bool back)
{
    if (const auto *crop = std::get_if<Crop>(&step)) {
        const PixelBox box = boxOf(*crop, from);
        const int sign = back ? 1 : -1;
        return {point.x + sign * box.left, point.y + sign * box.top};
    }
    if (const auto *rotate = std::get_if<Rotate>(&step)) {
        const Turn turn = turnOf(rotate->milliDegrees);
        const double cosine = double(turn.cosine) / double(qint64(1) << Turn::bits);
        const double sine = double(turn.sine) / double(qint64(1) << Turn::bits) * (back ? -1 : 1);
        const PictureSize source = back ? to : from;
        const PictureSize target = back ? from : to;
        const double dx = point.x - source.width / 2.0;
        const double dy = point.y - source.height / 2.0;
        return {target.width / 2.0 + dx * cosine - dy * sine, target.height / 2.0 + dx * sine + dy * cosine};
    }
    if (const auto *mirror = std::get_if<Mirror>(&step))
        return mirror->sideways ? Point{from.width - point.x, point.y}
                                : Point{point.x, from.height - point.y};
    if (std::holds_alternative<Aspect>(step)) {
        const double x = double(to.width) / from.width;
        const double y = double(to.height) / from.height;
        return back ? Point{point.x / x, point.y / y} : Point{point.x * x, point.y * y};
    }
    return point;
}

struct Path {
    std::vector<Step> steps;
    std::vector<PictureSize> sizes;

    Point back(const model::RelativePoint &point) const
    {
        Point at{point.x * sizes.back().width, point.y * sizes.back().height};
        for (size_t i = steps.size(); i-- > 0;)
            at = moved(steps[i], sizes[i], sizes[i + 1], at, true);
        return {at.x / sizes.front().width, at.y / sizes.front().height};
    }
    Point forward(const model::RelativePoint &point) const
    {
        Point at{point.x * sizes.front().width, point.y * sizes.front().height};
        for (size_t i = 0; i < steps.size(); ++i)
            at = moved(steps[i], sizes[i], sizes[i + 1], at, false);
        return {at.x / sizes.back().width, at.y / sizes.back().height};
    }
};

std::optional<Path> pathOf(const std::vector<Edit> &edits, PictureSize original)
{
    auto steps = stepsOf(edits);
    if (!steps || original.width < 1 || original.height < 1)
        return std::nullopt;
    auto sizes = sizesOf(*steps, original);
    if (!sizes)
        return std::nullopt;
    return Path{std::move(*steps), std::move(*sizes)};
}

std::optional<model::RelativePoint> inside(Point point)
{
    constexpr double rounding = 1e-9; // of the way there and back
    if (!(point.x >= -rounding && point.y >= -rounding && point.x <= 1 + rounding && point.y <= 1 + rounding))
        return std::nullopt;
    return model::RelativePoint{std::clamp(point.x, 0.0, 1.0), std::clamp(point.y, 0.0, 1.0)};
}

} // namespace

Result<Picture> replay(const Picture &original, const std::vector<Edit> &edits, base::Progress &progress,
                       const FrameSource &others)
{
    if (original.isNull())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("edits"), QStringLiteral("picture"));
    const auto steps = stepsOf(edits);
    LIKENESS_TRY(steps);
    return Replay(edits, *steps, progress).run(original, steps->size(), others, true);
}

base::Outcome checkEdits(const std::vector<Edit> &edits)
{
    return stepsOf(edits).map([](const std::vector<Step> &) {});
}

QString pixelDigest(const Picture &picture)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(
        QStringLiteral("%1 %2 %3\n")
            .arg(picture.format() == Picture::Format::Rgb ? QStringLiteral("rgb") : QStringLiteral("grey"))
            .arg(picture.width())
            .arg(picture.height())
            .toLatin1());
    hash.addData(picture.pixels());
    return QString::fromLatin1(hash.result().toHex());
}

std::optional<PictureSize> derivedSize(const std::vector<Edit> &edits, PictureSize original)
{
    const auto path = pathOf(edits, original);
    return path ? std::optional(path->sizes.back()) : std::nullopt;
}

std::optional<model::RelativePoint> mapBack(const std::vector<Edit> &edits, PictureSize original,
                                            const model::RelativePoint &point)
{
    const auto path = pathOf(edits, original);
    return path ? inside(path->back(point)) : std::nullopt;
}

std::optional<model::RelativePoint> mapForward(const std::vector<Edit> &edits, PictureSize original,
                                               const model::RelativePoint &point)
{
    const auto path = pathOf(edits, original);
    return path ? inside(path->forward(point)) : std::nullopt;
}

std::optional<model::RelativeRect> mapBack(const std::vector<Edit> &edits, PictureSize original,
                                           const model::RelativeRect &box)
{
    const auto path = pathOf(edits, original);
    if (!path)
        return std::nullopt;
    double left = 1;
    double top = 1;
    double right = 0;
    double bottom = 0;
    for (const model::RelativePoint &corner :
         {model::RelativePoint{box.x, box.y}, model::RelativePoint{box.right(), box.y},
          model::RelativePoint{box.x, box.bottom()}, model::RelativePoint{box.right(), box.bottom()}}) {
        const Point at = path->back(corner);
        left = std::min(left, at.x);
        top = std::min(top, at.y);
        right = std::max(right, at.x);
        bottom = std::max(bottom, at.y);
    }
    left = std::max(left, 0.0);
    top = std::max(top, 0.0);
    const model::RelativeRect found{left, top, std::min(right, 1.0) - left, std::min(bottom, 1.0) - top};
    return found.isValid() ? std::optional(found) : std::nullopt;
}

} // namespace likeness::imaging
