// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/chipvariations.h"

#include <QTest>

#include <cmath>

using namespace likeness;

namespace
{

base::Picture chip()
{
    base::Picture picture(150, 150, base::Picture::Format::Rgb);
    for (int y = 0; y < 150; ++y)
        for (int x = 0; x < 150; ++x)
            for (int colour = 0; colour < 3; ++colour)
                picture.line(y)[3 * x + colour] =
                    uchar(128 + 60 * std::sin(x * 0.9 + colour) * std::cos(y * 0.4) + 30 * std::sin(y * x * 0.01));
    return picture;
}

} // namespace

class ChipVariationsTest : public QObject
{
    Q_OBJECT

private slots:
    void theFaceMovesByTwoPixels()
    {
        const base::Picture from = chip();
        const auto all = face::harmlessVariations(from);
        QCOMPARE(int(all.size()), face::harmlessVariationCount);
        const int moves[4][2] = {{2, 0}, {-2, 0}, {0, 2}, {0, -2}};
        for (size_t i = 0; i < 4; ++i)
            for (int y = 0; y < 150; ++y)
                for (int x = 0; x < 150; ++x) {
                    const int fromX = std::clamp(x - moves[i][0], 0, 149), fromY = std::clamp(y - moves[i][1], 0, 149);
                    QCOMPARE(all[i].line(y)[3 * x + 1], from.line(fromY)[3 * fromX + 1]);
                }
    }

    void compressionLosesWhatJpegLoses()
    {
        const base::Picture from = chip();
        const base::Picture compressed = face::harmlessVariations(from).back();
        double squares = 0;
        int largest = 0;
        for (int y = 0; y < 150; ++y)
            for (int i = 0; i < 450; ++i) {
                const int difference = int(compressed.line(y)[i]) - int(from.line(y)[i]);
                squares += difference * difference;
                largest = std::max(largest, std::abs(difference));
            }
        const double error = std::sqrt(squares / (150 * 450));
        QVERIFY2(error > 1 && error < 12, qPrintable(QString::number(error)));
        QVERIFY2(largest < 80, qPrintable(QString::number(largest)));

        // A flat chip has nothing to lose but the last step of its mean: 16 / 8, half of it.
        base::Picture flat(150, 150, base::Picture::Format::Rgb);
        for (int y = 0; y < 150; ++y)
            std::fill_n(flat.line(y), 450, uchar(101));
        const base::Picture same = face::harmlessVariations(flat).back();
        for (int y = 0; y < 150; ++y)
            for (int i = 0; i < 450; ++i)
                QVERIFY(std::abs(int(same.line(y)[i]) - 101) <= 1);
    }
};

QTEST_GUILESS_MAIN(ChipVariationsTest)
#include "tst_chipvariations.moc"
