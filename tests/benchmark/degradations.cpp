// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmark/degradations.h"

#include <QBuffer>

#include <algorithm>
#include <cmath>

namespace likeness::benchmark
{

namespace
{

using Random = std::mt19937;

/// `change` gives a pixel's new value for its place and value.
template <class Change>
FacePicture eachPixel(FacePicture face, Change change)
{
    for (int y = 0; y < face.image.height(); ++y) {
        uchar *line = face.image.scanLine(y);
        for (int x = 0; x < face.image.width(); ++x)
            line[x] = uchar(std::clamp(std::lround(change(x, y, double(line[x]))), 0L, 255L));
    }
    return face;
}

FacePicture blurred(const FacePicture &face, double sigma)
{
    const int reach = int(std::ceil(3 * sigma));
    std::vector<double> weights;
    double sum = 0;
    for (int i = -reach; i <= reach; ++i) {
        weights.push_back(std::exp(-i * i / (2 * sigma * sigma)));
        sum += weights.back();
    }
    const int width = face.image.width(), height = face.image.height();
    std::vector<double> rows(size_t(width) * size_t(height));
    for (int y = 0; y < height; ++y) {
        const uchar *line = face.image.constScanLine(y);
        for (int x = 0; x < width; ++x)
            for (int i = -reach; i <= reach; ++i)
                rows[size_t(y) * size_t(width) + size_t(x)] +=
                    weights[size_t(i + reach)] / sum * line[std::clamp(x + i, 0, width - 1)];
    }
    return eachPixel(face, [&](int x, int y, double) {
        double value = 0;
        for (int i = -reach; i <= reach; ++i)
            value += weights[size_t(i + reach)] / sum *
                     rows[size_t(std::clamp(y + i, 0, height - 1)) * size_t(width) + size_t(x)];
        return value;
    });
}

FacePicture levels(const FacePicture &face, double gain, double offset, double noise, Random &random)
{
    std::normal_distribution<double> normal(0, 1);
    return eachPixel(face,
                     [&](int, int, double value) { return gain * value + offset + noise * normal(random); });
}

FacePicture compressed(FacePicture face, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    face.image.save(&buffer, "JPEG", quality);
    face.image = QImage::fromData(bytes, "JPEG").convertToFormat(QImage::Format_Grayscale8);
    return face;
}

/// Covers where `isCovered` says so, by place in eye distances from the middle between the eyes, along their
/// line and down. What covers is `grey` with folds and spots, `texture` strong.
template <class Covered>
FacePicture covered(const FacePicture &face, double grey, double texture, Random &random, Covered isCovered)
{
    const double width = face.image.width(), height = face.image.height(), distance = face.eyeDistance();
    const double middleX = (face.eyes.left.x + face.eyes.right.x) / 2 * width;
    const double middleY = (face.eyes.left.y + face.eyes.right.y) / 2 * height;
    const double alongX = (face.eyes.right.x - face.eyes.left.x) * width / distance;
    const double alongY = (face.eyes.right.y - face.eyes.left.y) * height / distance;
    std::uniform_real_distribution<double> turn(0, 6.28);
    std::normal_distribution<double> normal(0, 1);
    const double direction = turn(random), phase = turn(random), other = turn(random);
    return eachPixel(face, [&](int x, int y, double value) {
        const double fromX = x + 0.5 - middleX, fromY = y + 0.5 - middleY;
        const double u = (fromX * alongX + fromY * alongY) / distance;
        const double v = (fromY * alongX - fromX * alongY) / distance;
        if (!isCovered(u, v))
            return value;
        const double folds = std::sin(18 * (u * std::cos(direction) + v * std::sin(direction)) + phase);
        const double spots = std::sin(7 * u + other) * std::sin(9 * v + phase);
        return grey + texture * (0.6 * folds + 0.6 * spots) + 2 * normal(random);
    });
}

/// A grey as the skin's: of the middle of the face.
double skinOf(const FacePicture &face)
{
    const double x = (face.eyes.left.x + face.eyes.right.x) / 2 * face.image.width();
    const double y =
        (face.eyes.left.y + face.eyes.right.y) / 2 * face.image.height() + 0.4 * face.eyeDistance();
    double sum = 0;
    int count = 0;
    for (int row = std::max(0, int(y) - 8); row < std::min(face.image.height(), int(y) + 8); ++row)
        for (int column = std::max(0, int(x) - 15); column < std::min(face.image.width(), int(x) + 15);
             ++column) {
            sum += face.image.constScanLine(row)[column];
            ++count;
        }
    return count ? sum / count : 128;
}

double between(double low, double high, Random &random)
{
    return std::uniform_real_distribution<double>(low, high)(random);
}

Degradation::Step eyeBar(double half)
{
    return {QStringLiteral("bar %1").arg(2 * half), [half](const FacePicture &face, Random &random) {
                return covered(face, between(0, 255, random), 5, random,
                               [&](double u, double v) { return std::abs(v) < half && std::abs(u) < 1.2; });
            }};
}

Degradation::Step mask(double top, const QString &name)
{
    return {name, [top](const FacePicture &face, Random &random) {
                return covered(face, between(60, 240, random), 14, random, [&](double u, double v) {
                    return v > top + 0.15 * u * u && std::abs(u) < 1.2;
                });
            }};
}

Degradation::Step glasses()
{
    return {QStringLiteral("dark glasses"), [](const FacePicture &face, Random &random) {
                const double half = between(0.38, 0.46, random), high = between(0.24, 0.34, random);
                return covered(face, between(15, 60, random), 8, random, [&](double u, double v) {
                    const double x = (std::abs(u) - 0.5) / half, y = (v - 0.05) / high;
                    return x * x * x * x + y * y * y * y < 1 ||
                           (std::abs(v + 0.1) < 0.05 && std::abs(u) < 1.2);
                });
            }};
}

Degradation::Step handAt(const QString &name, double u, double v, double radius)
{
    return {name, [=](const FacePicture &face, Random &random) {
                const double x = (random() % 2 ? u : -u) + between(-0.05, 0.05, random);
                const double y = v + between(-0.05, 0.05, random);
                return covered(face, skinOf(face) * between(0.8, 1.15, random), 14, random,
                               [&](double a, double b) { return std::hypot(a - x, b - y) < radius; });
            }};
}

} // namespace

double FacePicture::eyeDistance() const
{
    return model::eyeDistancePx(eyes, image.width(), image.height());
}

FacePicture FacePicture::scaledTo(double wanted) const
{
    const double scale = wanted / eyeDistance();
    FacePicture result = *this;
    result.image = image
                       .scaled(std::max(1, int(std::lround(image.width() * scale))),
                               std::max(1, int(std::lround(image.height() * scale))), Qt::IgnoreAspectRatio,
                               Qt::SmoothTransformation)
                       .convertToFormat(QImage::Format_Grayscale8);
    return result;
}

std::vector<Degradation> degradations()
{
    const auto series = [](const char *name, const char *component, bool lowIsBad,
                           const std::vector<double> &amounts, const QString &unit, const auto &apply) {
        Degradation made{QString::fromLatin1(name), QString::fromLatin1(component), lowIsBad, {}};
        for (const double amount : amounts)
            made.steps.push_back({unit.arg(amount), [=](const FacePicture &face, Random &random) {
                                      return apply(face, amount, random);
                                  }});
        return made;
    };
    std::vector<Degradation> all{
        series("size", "eye-distance", true, {30, 18, 14, 10, 8, 6}, QStringLiteral("%1 px"),
               [](const FacePicture &face, double px, Random &) { return face.scaledTo(px); }),
        series("blur", "focus", true, {1, 2, 3, 4, 5.5}, QStringLiteral("sigma %1 px"),
               [](const FacePicture &face, double sigma, Random &) { return blurred(face, sigma); }),
        series("less light", "under-exposure", true, {0.3, 0.15, 0.08, 0.05, 0.03},
               QStringLiteral("times %1"),
               [](const FacePicture &face, double gain, Random &random) {
                   return levels(face, gain, 0, 2, random);
               }),
        series("more light", "over-exposure", false, {1.5, 2, 3, 5, 8}, QStringLiteral("times %1"),
               [](const FacePicture &face, double gain, Random &random) {
                   return levels(face, gain, 0, 0, random);
               }),
        series("less contrast", "contrast", true, {0.3, 0.15, 0.08, 0.05, 0.03}, QStringLiteral("times %1"),
               [](const FacePicture &face, double gain, Random &random) {
                   return levels(face, gain, 128 * (1 - gain), 2, random);
               }),
        series(
            "JPEG", "compression", false, {30, 15, 8, 5, 2}, QStringLiteral("quality %1"),
            [](const FacePicture &face, double quality, Random &) { return compressed(face, int(quality)); }),
    };
    all.push_back({QStringLiteral("eyes covered"),
                   QStringLiteral("eyes-visible"),
                   true,
                   {eyeBar(0.08), eyeBar(0.16), eyeBar(0.3)}});
    all.push_back(
        {QStringLiteral("mouth covered"),
         QStringLiteral("mouth-visible"),
         true,
         {mask(1.05, QStringLiteral("from the mouth down")), mask(0.8, QStringLiteral("from the nose down")),
          mask(0.45, QStringLiteral("and over the nose"))}});
    all.push_back({QStringLiteral("dark glasses"), QStringLiteral("eyes-visible"), true, {glasses()}});
    all.push_back({QStringLiteral("hand"),
                   QStringLiteral("eyes-visible"),
                   true,
                   {handAt(QStringLiteral("over one eye"), 0.5, 0, 0.45)}});
    all.push_back({QStringLiteral("hand"),
                   QStringLiteral("mouth-visible"),
                   true,
                   {handAt(QStringLiteral("over the mouth"), 0, 1.15, 0.55)}});
    return all;
}

} // namespace likeness::benchmark
