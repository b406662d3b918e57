// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/chipviews.h"
#include "engine/face/projection.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace likeness;
using namespace likeness::face;

namespace
{

/// Symmetric, and no two values alike.
Projection::Matrix someMatrix()
{
    Projection::Matrix matrix;
    for (size_t row = 0; row < 128; ++row)
        for (size_t column = 0; column <= row; ++column)
            matrix[row][column] = matrix[column][row] = float(row * 128 + column) * 1e-3F;
    return matrix;
}

/// Red grows to the right, green downwards, blue is 40.
base::Picture ramp()
{
    base::Picture chip(150, 150, base::Picture::Format::Rgb);
    for (int y = 0; y < 150; ++y)
        for (int x = 0; x < 150; ++x) {
            chip.line(y)[3 * x] = uchar(x);
            chip.line(y)[3 * x + 1] = uchar(y);
            chip.line(y)[3 * x + 2] = 40;
        }
    return chip;
}

} // namespace

class ProjectionTest : public QObject
{
    Q_OBJECT

private slots:
    void mapsAsAMatrixDoes()
    {
        const auto matrix = someMatrix();
        model::Template values;
        for (size_t i = 0; i < 128; ++i)
            values[i] = float(i % 7) - 3;
        const model::Template mapped = Projection(matrix).map(values);
        for (size_t row = 0; row < 128; ++row) {
            double sum = 0;
            for (size_t column = 0; column < 128; ++column)
                sum += double(matrix[row][column]) * double(values[column]);
            QCOMPARE(mapped[row], float(sum));
        }
    }

    void readsWhatItWrote()
    {
        const Projection written(someMatrix());
        const auto read = Projection::fromBytes(written.toBytes());
        QVERIFY(read);
        QCOMPARE(read->sha256(), written.sha256());
        QCOMPARE(read->toBytes(), written.toBytes());
    }

    void refusesOtherBytes()
    {
        const QByteArray bytes = Projection(someMatrix()).toBytes();
        QByteArray infinite = bytes;
        const float infinity = std::numeric_limits<float>::infinity();
        std::memcpy(infinite.data() + infinite.size() - 4, &infinity, 4);
        for (const QByteArray &other : {QByteArray(), bytes.left(1000), bytes + 'x', 'x' + bytes.mid(1), infinite}) {
            const auto read = Projection::fromBytes(other);
            QVERIFY(!read);
            QCOMPARE(read.error().code, base::ErrorCode::FileDamaged);
        }
    }

    void theShippedOneStretchesLittle()
    {
        const Projection &shipped = Projection::shipped();
        double least = 100, most = 0;
        for (size_t i = 0; i < 128; ++i) {
            model::Template unit{};
            unit[i] = 1;
            double squares = 0;
            for (const float value : shipped.map(unit))
                squares += double(value) * double(value);
            least = std::min(least, std::sqrt(squares));
            most = std::max(most, std::sqrt(squares));
        }
        QVERIFY(least > 0.7);
        QVERIFY2(most < 2.5, "rounding would be magnified");
        QVERIFY2(most > 1.01, "it is not the identity");
        QVERIFY(describerOptions(DescriberSettings::shipped()).endsWith(shipped.sha256().left(16)));
    }

    void optionsNameTheSettings()
    {
        for (unsigned bits = 0; bits < 8; ++bits) {
            const DescriberSettings settings{(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0};
            QVERIFY(describerSettings(describerOptions(settings)) == settings);
        }
        QCOMPARE(describerOptions({true, true, false}), "mirror, sizes");
        QVERIFY(!describerSettings("mirror, sizes, projection 0123456789abcdef"));
    }

    void viewsOfAChip()
    {
        const base::Picture chip = ramp();
        QCOMPARE(viewsOf(chip, {}).size(), size_t(1));
        QVERIFY(viewsOf(chip, {})[0] == chip);
        const auto views = viewsOf(chip, DescriberSettings::shipped());
        QCOMPARE(views.size(), size_t(6));
        QVERIFY(views[0] == chip);
        for (size_t i = 0; i < 6; ++i)
            for (int y = 0; y < 150; y += 7)
                for (int x = 0; x < 150; ++x) {
                    const int from = i % 2 == 0 ? x : 149 - x; // every second is the mirror image
                    const double step = i < 2 ? 1 : i < 4 ? largerFace : smallerFace;
                    const auto expected = [&](int place) {
                        return std::clamp(74.5 + (place - 74.5) * step, 0.0, 149.0);
                    };
                    const uchar *pixel = views[i].line(y) + 3 * x;
                    QVERIFY(std::abs(pixel[0] - expected(from)) <= 0.51);
                    QVERIFY(std::abs(pixel[1] - expected(y)) <= 0.51);
                    QCOMPARE(int(pixel[2]), 40);
                }
    }
};

QTEST_GUILESS_MAIN(ProjectionTest)
#include "tst_projection.moc"
