// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/derivation.h"

#include "engine/base/digest.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace likeness;
using base::ErrorCode;
using base::Picture;
using model::Edit;
using Kind = model::Edit::Kind;

namespace
{

Picture noise(int width, int height, Picture::Format format, quint32 seed = 1)
{
    Picture picture(width, height, format);
    for (int y = 0; y < height; ++y) {
        uchar *line = picture.line(y);
        for (qsizetype i = 0; i < picture.bytesPerLine(); ++i) {
            seed = seed * 1664525u + 1013904223u;
            line[i] = uchar(seed >> 24);
        }
    }
    return picture;
}

Picture grey(int width, int height, const QList<int> &values)
{
    QByteArray bytes;
    for (int value : values)
        bytes.append(char(value));
    return Picture(width, height, Picture::Format::Grey, bytes);
}

QList<int> values(const Picture &picture)
{
    QList<int> list;
    for (char byte : picture.pixels())
        list.append(uchar(byte));
    return list;
}

base::Result<Picture> replayed(const Picture &picture, const std::vector<Edit> &edits,
                               const imaging::FrameSource &others = {})
{
    base::Progress progress;
    return imaging::replay(picture, edits, progress, others);
}

/// What comes out; null when it was refused.
Picture after(const Picture &picture, const std::vector<Edit> &edits, const imaging::FrameSource &others = {})
{
    return replayed(picture, edits, others).value_or(Picture());
}

Edit edit(Kind kind, const QJsonObject &parameters)
{
    return {kind, parameters};
}

Edit rotate(double degrees)
{
    return edit(Kind::Rotate, {{"degrees", degrees}});
}

/// Every edit once.
std::vector<Edit> tenSteps()
{
    return {edit(Kind::Deinterlace, {{"field", "top"}, {"method", "linear"}}),
            edit(Kind::FrameAverage, {{"before", 2}, {"after", 1}}),
            edit(Kind::Aspect, {{"x", 16}, {"y", 11}}),
            edit(Kind::Crop, {{"box", QJsonArray{0.1, 0.05, 0.77, 0.9}}}),
            rotate(-7.3),
            edit(Kind::Mirror, {{"axis", "vertical"}}),
            edit(Kind::Levels, {{"black", 12}, {"white", 230}}),
            edit(Kind::Gamma, {{"gamma", 1.35}}),
            edit(Kind::Denoise, {{"radius", 1}, {"strength", 70}}),
            edit(Kind::Sharpen, {{"radius", 2}, {"amount", 85}})};
}

QString tenStepHash()
{
    const auto frames = [](qint64 distance) -> base::Result<Picture> {
        return noise(97, 61, Picture::Format::Rgb, quint32(1000 + distance));
    };
    return imaging::pixelDigest(after(noise(97, 61, Picture::Format::Rgb), tenSteps(), frames));
}

} // namespace

class DerivationTest : public QObject
{
    Q_OBJECT

private slots:
    void noEditsAreTheOriginal();
    void crop();
    void quarterTurnsMoveWholePixels();
    void otherTurnsGrowTheCanvas();
    void mirrors();
    void levels();
    void gammaIsThePower();
    void deinterlace();
    void aspect();
    void denoise();
    void sharpen();
    void frameAverage();
    void editsBeforeAnAverageHoldForAllFrames();
    void refusals_data();
    void refusals();
    void refusalNamesTheEdit();
    void tooLarge();
    void cancelled();
    void digestKnowsShape();
    void tenStepsAreGolden();
    void anotherProcessMakesTheSame();
    void pointsComeBack();
    void aPixelIsWhereItsPointIs();
    void boxInTheOriginal();
    void jsonComesBack();
};

void DerivationTest::noEditsAreTheOriginal()
{
    const Picture picture = noise(5, 4, Picture::Format::Rgb);
    QCOMPARE(after(picture, {}), picture);
    QVERIFY(!replayed(Picture(), {}));
}

void DerivationTest::crop()
{
    const Picture picture = grey(4, 2, {1, 2, 3, 4, 5, 6, 7, 8});
    const auto box = [](double x, double y, double w, double h) {
        return edit(Kind::Crop, {{"box", QJsonArray{x, y, w, h}}});
    };
    QCOMPARE(after(picture, {box(0.25, 0, 0.5, 1)}), grey(2, 2, {2, 3, 6, 7}));
    QCOMPARE(after(picture, {box(0.3, 0.6, 0.3, 0.1)}), grey(2, 1, {6, 7})); // outward
    // A side within a thousandth of a pixel is the edge.
    QCOMPARE(after(picture, {box(0.2499, 0, 0.5, 1)}), grey(2, 2, {2, 3, 6, 7}));
    QCOMPARE(after(picture, {box(0.249, 0, 0.5, 1)}).width(), 3);
    QCOMPARE(after(picture, {box(0, 0, 1, 1)}), picture);
}

void DerivationTest::quarterTurnsMoveWholePixels()
{
    const Picture picture = grey(3, 2, {1, 2, 3, 4, 5, 6});
    QCOMPARE(after(picture, {rotate(90)}), grey(2, 3, {4, 1, 5, 2, 6, 3}));
    QCOMPARE(after(picture, {rotate(-90)}), grey(2, 3, {3, 6, 2, 5, 1, 4}));
    QCOMPARE(after(picture, {rotate(270)}), after(picture, {rotate(-90)}));
    QCOMPARE(after(picture, {rotate(180)}), grey(3, 2, {6, 5, 4, 3, 2, 1}));
    QCOMPARE(after(picture, {rotate(360)}), picture);
    const Picture colour = noise(7, 5, Picture::Format::Rgb);
    QCOMPARE(after(colour, {rotate(90), rotate(90), rotate(90), rotate(90)}), colour);
    QCOMPARE(after(colour, {rotate(90), rotate(-90)}), colour);
}

void DerivationTest::otherTurnsGrowTheCanvas()
{
    const Picture white = Picture(40, 20, Picture::Format::Grey, QByteArray(800, char(255)));
    const Picture turned = after(white, {rotate(30)});
    // 40 cos + 20 sin = 44.64, 40 sin + 20 cos = 37.32
    QCOMPARE(turned.width(), 45);
    QCOMPARE(turned.height(), 38);
    QCOMPARE(turned.line(0)[0], uchar(128));
    QCOMPARE(turned.line(37)[44], uchar(128));
    QCOMPARE(turned.line(19)[22], uchar(255));
    // Clockwise: the right end goes down.
    QCOMPARE(turned.line(28)[36], uchar(255));
    QCOMPARE(turned.line(9)[36], uchar(128));

    // A smooth picture there and back is the same within the steps of sampling.
    Picture smooth(60, 60, Picture::Format::Grey);
    for (int y = 0; y < 60; ++y)
        for (int x = 0; x < 60; ++x)
            smooth.line(y)[x] = uchar(2 * x + y);
    const Picture back = after(smooth, {rotate(40), rotate(-40)});
    const int left = (back.width() - 60) / 2;
    QCOMPARE(back.width() % 2, 0);
    for (int y = 5; y < 55; ++y)
        for (int x = 5; x < 55; ++x)
            QVERIFY(std::abs(int(back.line(y + left)[x + left]) - int(smooth.line(y)[x])) <= 1);
}

void DerivationTest::mirrors()
{
    const Picture picture = grey(3, 2, {1, 2, 3, 4, 5, 6});
    const Edit vertical = edit(Kind::Mirror, {{"axis", "vertical"}});
    const Edit horizontal = edit(Kind::Mirror, {{"axis", "horizontal"}});
    QCOMPARE(after(picture, {vertical}), grey(3, 2, {3, 2, 1, 6, 5, 4}));
    QCOMPARE(after(picture, {horizontal}), grey(3, 2, {4, 5, 6, 1, 2, 3}));
    const Picture colour = noise(8, 5, Picture::Format::Rgb);
    QCOMPARE(after(colour, {vertical, vertical}), colour);
    QCOMPARE(after(colour, {horizontal, horizontal}), colour);
    QCOMPARE(after(colour, {vertical, horizontal}), after(colour, {rotate(180)}));
}

void DerivationTest::levels()
{
    const auto set = [](int black, int white) {
        return edit(Kind::Levels, {{"black", black}, {"white", white}});
    };
    QCOMPARE(values(after(grey(6, 1, {0, 49, 50, 100, 150, 255}), {set(50, 150)})),
             QList<int>({0, 0, 0, 128, 255, 255})); // 127.5 goes up
    const Picture picture = noise(9, 9, Picture::Format::Rgb);
    QCOMPARE(after(picture, {set(0, 255)}), picture);
}

void DerivationTest::gammaIsThePower()
{
    QList<int> all;
    for (int i = 0; i < 256; ++i)
        all.append(i);
    for (double gamma : {0.1, 0.45, 1.0, 1.35, 2.2, 10.0}) {
        const QList<int> found = values(after(grey(256, 1, all), {edit(Kind::Gamma, {{"gamma", gamma}})}));
        QCOMPARE(found.size(), 256);
        for (int i = 0; i < 256; ++i) {
            const double exact = 255 * std::pow(i / 255.0, 1 / gamma);
            // The nearest integer, except where the exact value lies between two of them.
            QVERIFY2(std::abs(found[i] - exact) < 0.5001,
                     qPrintable(QStringLiteral("%1 %2: %3").arg(gamma).arg(i).arg(found[i])));
        }
    }
}

void DerivationTest::deinterlace()
{
    const auto keep = [](const char *field, const char *method) {
        return edit(Kind::Deinterlace, {{"field", field}, {"method", method}});
    };
    const Picture five = grey(1, 5, {10, 200, 30, 210, 50});
    QCOMPARE(values(after(five, {keep("top", "doubling")})), QList<int>({10, 10, 30, 30, 50}));
    QCOMPARE(values(after(five, {keep("top", "linear")})), QList<int>({10, 20, 30, 40, 50}));
    QCOMPARE(values(after(five, {keep("bottom", "doubling")})), QList<int>({200, 200, 210, 210, 210}));
    QCOMPARE(values(after(five, {keep("bottom", "linear")})), QList<int>({200, 200, 205, 210, 210}));
    const Picture four = grey(1, 4, {10, 200, 30, 210});
    QCOMPARE(values(after(four, {keep("top", "linear")})), QList<int>({10, 20, 30, 30}));
    QVERIFY(after(grey(2, 1, {1, 2}), {keep("bottom", "linear")}).isNull());
}

void DerivationTest::aspect()
{
    const auto shape = [](int x, int y) { return edit(Kind::Aspect, {{"x", x}, {"y", y}}); };
    // Middles at 1/4, 3/4, 5/4 and 7/4 of the old pixels: the ends repeat the border.
    QCOMPARE(after(grey(2, 1, {0, 100}), {shape(2, 1)}), grey(4, 1, {0, 25, 75, 100}));
    QCOMPARE(after(grey(1, 2, {0, 100}), {shape(1, 2)}), grey(1, 4, {0, 25, 75, 100}));
    const Picture picture = noise(6, 4, Picture::Format::Rgb);
    QCOMPARE(after(picture, {shape(7, 7)}), picture);
    const Picture pal = after(Picture(720, 576, Picture::Format::Rgb), {shape(16, 11)});
    QCOMPARE(pal.width(), 1047);
    QCOMPARE(pal.height(), 576);
}

void DerivationTest::denoise()
{
    const auto median = [](int radius, int strength) {
        return edit(Kind::Denoise, {{"radius", radius}, {"strength", strength}});
    };
    const Picture speck = grey(3, 3, {10, 10, 10, 10, 250, 10, 10, 10, 10});
    QCOMPARE(values(after(speck, {median(1, 100)}))[4], 10);
    QCOMPARE(values(after(speck, {median(1, 50)}))[4], 130);
    // Against sorting.
    const Picture picture = noise(13, 11, Picture::Format::Rgb);
    for (int radius : {1, 2, 5}) {
        const Picture found = after(picture, {median(radius, 100)});
        for (int y = 0; y < 11; ++y)
            for (int x = 0; x < 13; ++x)
                for (int c = 0; c < 3; ++c) {
                    std::vector<int> around;
                    for (int dy = -radius; dy <= radius; ++dy)
                        for (int dx = -radius; dx <= radius; ++dx)
                            around.push_back(
                                picture.line(std::clamp(y + dy, 0, 10))[std::clamp(x + dx, 0, 12) * 3 + c]);
                    std::sort(around.begin(), around.end());
                    QCOMPARE(int(found.line(y)[x * 3 + c]), around[around.size() / 2]);
                }
    }
}

void DerivationTest::sharpen()
{
    const auto mask = [](int radius, int amount) {
        return edit(Kind::Sharpen, {{"radius", radius}, {"amount", amount}});
    };
    const Picture flat = Picture(6, 6, Picture::Format::Rgb, QByteArray(108, char(77)));
    QCOMPARE(after(flat, {mask(10, 300)}), flat);
    // A row is blurred with 1 2 1: (100 + 2 x 100 + 140) / 4 = 110, and (100 + 2 x 140 + 140) / 4 = 130.
    QCOMPARE(values(after(grey(4, 1, {100, 100, 140, 140}), {mask(1, 100)})),
             QList<int>({100, 90, 150, 140}));
    QCOMPARE(values(after(grey(4, 1, {100, 100, 140, 140}), {mask(1, 50)})), QList<int>({100, 95, 145, 140}));
    QCOMPARE(values(after(grey(2, 1, {5, 250}), {mask(1, 300)})), QList<int>({0, 255}));
}

void DerivationTest::frameAverage()
{
    const auto source = [](qint64 distance) -> base::Result<Picture> {
        return grey(2, 1, {int(100 + 10 * distance), 0});
    };
    const auto mean = [](int before, int after) {
        return edit(Kind::FrameAverage, {{"before", before}, {"after", after}});
    };
    const Picture picture = grey(2, 1, {100, 9});
    QCOMPARE(values(after(picture, {mean(1, 1)}, source)), QList<int>({100, 3}));
    QCOMPARE(values(after(picture, {mean(3, 0)}, source)), QList<int>({85, 2}));  // 2.25
    QCOMPARE(values(after(picture, {mean(0, 1)}, source)), QList<int>({105, 5})); // 4.5 goes up
    QCOMPARE(replayed(picture, {mean(1, 1)}).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(replayed(picture, {mean(1, 1), mean(1, 1)}, source).error().code, ErrorCode::InvalidArgument);
    const auto missing = [](qint64) -> base::Result<Picture> {
        return base::fail(ErrorCode::NotFound, QStringLiteral("frame"));
    };
    QCOMPARE(replayed(picture, {mean(1, 1)}, missing).error().code, ErrorCode::NotFound);
    const auto other = [](qint64) -> base::Result<Picture> { return grey(1, 1, {1}); };
    QCOMPARE(replayed(picture, {mean(1, 1)}, other).error().code, ErrorCode::InvalidArgument);
}

void DerivationTest::editsBeforeAnAverageHoldForAllFrames()
{
    const auto source = [](qint64) -> base::Result<Picture> { return grey(2, 1, {200, 100}); };
    const std::vector<Edit> edits{edit(Kind::Mirror, {{"axis", "vertical"}}),
                                  edit(Kind::FrameAverage, {{"before", 1}, {"after", 0}})};
    QCOMPARE(values(after(grey(2, 1, {0, 50}), edits, source)), QList<int>({75, 100}));
}

void DerivationTest::refusals_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QJsonObject>("parameters");
    const auto row = [](const char *name, Kind kind, const QJsonObject &parameters) {
        QTest::newRow(name) << int(kind) << parameters;
    };
    row("crop outside", Kind::Crop, {{"box", QJsonArray{0.5, 0, 0.6, 1}}});
    row("crop of nothing", Kind::Crop, {{"box", QJsonArray{0.5, 0, 0, 1}}});
    row("crop without box", Kind::Crop, {});
    row("rotate too far", Kind::Rotate, {{"degrees", 360.5}});
    row("rotate by a word", Kind::Rotate, {{"degrees", "90"}});
    row("mirror at nothing", Kind::Mirror, {{"axis", "diagonal"}});
    row("levels of one value", Kind::Levels, {{"black", 100}, {"white", 100}});
    row("levels of fractions", Kind::Levels, {{"black", 1.5}, {"white", 100}});
    row("levels beyond", Kind::Levels, {{"black", 0}, {"white", 256}});
    row("gamma of nought", Kind::Gamma, {{"gamma", 0}});
    row("gamma beyond", Kind::Gamma, {{"gamma", 10.1}});
    row("an unknown field", Kind::Deinterlace, {{"field", "left"}, {"method", "linear"}});
    row("an unknown method", Kind::Deinterlace, {{"field", "top"}, {"method", "invented"}});
    row("aspect of nought", Kind::Aspect, {{"x", 0}, {"y", 1}});
    row("aspect of a thread", Kind::Aspect, {{"x", 9}, {"y", 1}});
    row("denoise everything", Kind::Denoise, {{"radius", 6}, {"strength", 50}});
    row("sharpen nothing", Kind::Sharpen, {{"radius", 1}, {"amount", 0}});
    row("average of itself", Kind::FrameAverage, {{"before", 0}, {"after", 0}});
    row("average of an hour", Kind::FrameAverage, {{"before", 31}, {"after", 0}});
    row("one parameter too many", Kind::Gamma, {{"gamma", 2}, {"generate", true}});
}

void DerivationTest::refusals()
{
    QFETCH(int, kind);
    QFETCH(QJsonObject, parameters);
    const std::vector<Edit> edits{{Kind(kind), parameters}};
    const auto frames = [](qint64) -> base::Result<Picture> { return grey(2, 2, {1, 2, 3, 4}); };
    const auto result = replayed(grey(2, 2, {1, 2, 3, 4}), edits, frames);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(result.error().subject, QStringLiteral("edits"));
    QVERIFY(!imaging::checkEdits(edits));
    QVERIFY(!imaging::derivedSize(edits, {2, 2}));
}

void DerivationTest::refusalNamesTheEdit()
{
    const auto result = replayed(grey(1, 1, {1}), {rotate(90), rotate(400)});
    QCOMPARE(result.error().detail, QStringLiteral("2 rotate degrees"));
    QVERIFY(imaging::checkEdits(std::vector<Edit>(imaging::maximumEdits, rotate(90))));
    QVERIFY(!imaging::checkEdits(std::vector<Edit>(imaging::maximumEdits + 1, rotate(90))));
}

void DerivationTest::tooLarge()
{
    const auto result =
        replayed(Picture(20000, 1, Picture::Format::Grey), {edit(Kind::Aspect, {{"x", 2}, {"y", 1}})});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::TooLarge);
}

void DerivationTest::cancelled()
{
    base::Progress progress;
    progress.cancel();
    QCOMPARE(imaging::replay(grey(1, 1, {1}), {rotate(90)}, progress).error().code, ErrorCode::Cancelled);
    // In the middle of a list: after the first edit nothing more is done.
    base::Progress *seen = nullptr;
    qint64 done = 0;
    base::Progress later([&](qint64 edits, qint64) {
        done = edits;
        seen->cancel();
    });
    seen = &later;
    QCOMPARE(imaging::replay(grey(1, 1, {1}), {rotate(90), rotate(90)}, later).error().code,
             ErrorCode::Cancelled);
    QCOMPARE(done, 1);
}

void DerivationTest::digestKnowsShape()
{
    QCOMPARE(imaging::pixelDigest(grey(2, 1, {1, 2})), base::sha256(QByteArray("grey 2 1\n\1\2", 11)));
    QVERIFY(imaging::pixelDigest(grey(2, 1, {1, 2})) != imaging::pixelDigest(grey(1, 2, {1, 2})));
    QVERIFY(imaging::pixelDigest(Picture(1, 1, Picture::Format::Rgb)) !=
            imaging::pixelDigest(Picture(3, 1, Picture::Format::Grey)));
}

void DerivationTest::tenStepsAreGolden()
{
    QCOMPARE(tenSteps().size(), 10u);
    // A change of this is a change of the pixels of every derivation on record.
    QCOMPARE(tenStepHash(),
             QStringLiteral("59316f8f6c3a6bd2f2c810986c8f9b8c41c805f6192e76e7c4d48b780a634877"));
}

void DerivationTest::anotherProcessMakesTheSame()
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--replay")});
    QVERIFY(process.waitForFinished(-1));
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(QString::fromLatin1(process.readAllStandardOutput()), tenStepHash());
}

void DerivationTest::pointsComeBack()
{
    const imaging::PictureSize size{97, 61};
    const auto frameless = tenSteps();
    for (const model::RelativePoint &point :
         {model::RelativePoint{0.4, 0.5}, model::RelativePoint{0.3, 0.7}, model::RelativePoint{0.8, 0.2}}) {
        const auto there = imaging::mapForward(frameless, size, point);
        QVERIFY(there);
        const auto back = imaging::mapBack(frameless, size, *there);
        QVERIFY(back);
        QVERIFY(std::abs(back->x - point.x) < 1e-9 && std::abs(back->y - point.y) < 1e-9);
    }
    QVERIFY(
        !imaging::mapForward({edit(Kind::Crop, {{"box", QJsonArray{0.5, 0, 0.5, 1}}})}, size, {0.2, 0.5}));
    QVERIFY(!imaging::mapBack({rotate(45)}, size, model::RelativePoint{0.01, 0.01}));
}

void DerivationTest::aPixelIsWhereItsPointIs()
{
    // One white pixel is followed through exact and sampled geometry.
    Picture picture(40, 30, Picture::Format::Grey);
    picture.line(11)[27] = 255;
    const model::RelativePoint middle{27.5 / 40, 11.5 / 30};
    const std::vector<std::vector<Edit>> lists{
        {rotate(90)},
        {rotate(-90), edit(Kind::Mirror, {{"axis", "vertical"}})},
        {edit(Kind::Crop, {{"box", QJsonArray{0.31, 0.2, 0.5, 0.6}}}), rotate(180)},
        {edit(Kind::Mirror, {{"axis", "horizontal"}}), rotate(90)},
        {rotate(25), edit(Kind::Aspect, {{"x", 1}, {"y", 2}})},
        {edit(Kind::Aspect, {{"x", 3}, {"y", 2}}), rotate(-130)}};
    for (const std::vector<Edit> &edits : lists) {
        const Picture result = after(picture, edits);
        const auto size = imaging::derivedSize(edits, {40, 30});
        QVERIFY(size);
        QCOMPARE(*size, (imaging::PictureSize{result.width(), result.height()}));
        const auto place = imaging::mapForward(edits, {40, 30}, middle);
        QVERIFY(place);
        // Sampling spreads it over four pixels: their centre of mass, without the grey of the canvas.
        const auto weigh = [&](int x, int y) { return int(result.line(y)[x]); };
        double sum = 0;
        double atX = 0;
        double atY = 0;
        for (int y = std::max(0, int(place->y * size->height) - 3);
             y <= std::min(size->height - 1, int(place->y * size->height) + 3); ++y)
            for (int x = std::max(0, int(place->x * size->width) - 3);
                 x <= std::min(size->width - 1, int(place->x * size->width) + 3); ++x) {
                sum += weigh(x, y);
                atX += weigh(x, y) * (x + 0.5);
                atY += weigh(x, y) * (y + 0.5);
            }
        QVERIFY(sum > 0);
        QVERIFY(std::abs(atX / sum - place->x * size->width) < 0.2);
        QVERIFY(std::abs(atY / sum - place->y * size->height) < 0.2);
    }
}

void DerivationTest::boxInTheOriginal()
{
    const auto crop = edit(Kind::Crop, {{"box", QJsonArray{0.5, 0.25, 0.5, 0.5}}});
    const auto box = imaging::mapBack({crop, rotate(90)}, {200, 100}, model::RelativeRect{0, 0, 0.5, 0.5});
    QVERIFY(box);
    // The crop turned clockwise: its left upper quarter was the left lower quarter.
    QVERIFY(std::abs(box->x - 0.5) < 1e-9 && std::abs(box->y - 0.5) < 1e-9);
    QVERIFY(std::abs(box->width - 0.25) < 1e-9 && std::abs(box->height - 0.25) < 1e-9);
    // Cut at the border, and nothing when all of it is on the grey.
    const auto whole = imaging::mapBack({rotate(45)}, {100, 100}, model::RelativeRect{0, 0, 1, 1});
    QVERIFY(whole && whole->isValid() && whole->width > 0.999);
    QVERIFY(!imaging::mapBack({rotate(45)}, {100, 100}, model::RelativeRect{0, 0, 0.05, 0.05}));
}

void DerivationTest::jsonComesBack()
{
    const auto back = model::editsFromJson(model::toJson(tenSteps()));
    QVERIFY(back);
    QCOMPARE(*back, tenSteps());
    QVERIFY(
        !model::editsFromJson(QJsonArray{QJsonObject{{"edit", "generate"}, {"parameters", QJsonObject{}}}}));
    QVERIFY(!model::editsFromJson(QJsonArray{QJsonObject{{"edit", "gamma"}}}));
    QVERIFY(!model::editsFromJson(QJsonObject{}));
}

int main(int argc, char **argv)
{
    if (argc == 2 && qstrcmp(argv[1], "--replay") == 0) {
        std::fputs(qPrintable(tenStepHash()), stdout);
        return 0;
    }
    QCoreApplication application(argc, argv);
    DerivationTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_derivation.moc"
