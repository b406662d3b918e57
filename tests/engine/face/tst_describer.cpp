// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/chipviews.h"
#include "engine/face/projection.h"
#include "tests/engine/face/facetest.h"

#include <QTest>

using namespace likeness;
using namespace likeness::face;
using namespace likeness::face::tests;

class TestDescriber : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void agreesWithTheReference();
    void batchDoesNotMatter();
    void mirrorIsTheMeanOfBoth();
    void sixViewsAndTheProjection();
    void refusesOtherPictures();

private:
    std::unique_ptr<FaceEngine> m_engine;
    std::vector<model::AlignedChip> m_chips;
};

void TestDescriber::initTestCase()
{
    m_engine = openShipped();
    QVERIFY(m_engine);
    const base::Picture picture = samplePicture("sample5.jpg");
    for (const GoldenFace &golden : goldenFaces())
        if (golden.photo == "sample5.jpg")
            m_chips.push_back(m_engine->align(picture, golden.face).value());
    QCOMPARE(m_chips.size(), size_t(5));
    // No face at all, and all of one value: templates all the same.
    model::AlignedChip noise, black;
    noise.picture = black.picture = base::Picture(150, 150, base::Picture::Format::Rgb);
    quint32 state = 1;
    for (qsizetype i = 0; i < noise.picture.byteCount(); ++i)
        noise.picture.line(0)[i] = uchar((state = state * 1664525 + 1013904223) >> 24);
    m_chips.push_back(noise);
    m_chips.push_back(black);
}

void TestDescriber::agreesWithTheReference()
{
    const auto reference = openReferenceEngine(ModelFiles::inDirectory(modelsDirectory()));
    QVERIFY(reference);
    const auto expected = (*reference)->describe(m_chips);
    const auto found = m_engine->describe(m_chips);
    QVERIFY(expected && found);
    QCOMPARE(found->size(), m_chips.size());
    for (size_t i = 0; i < m_chips.size(); ++i) {
        for (size_t k = 0; k < 128; ++k)
            QVERIFY(std::abs((*found)[i][k] - (*expected)[i][k]) < 1e-4);
        for (size_t j = 0; j < i; ++j)
            QVERIFY(distance((*found)[i], (*found)[j]) > 0.4);
    }
}

void TestDescriber::batchDoesNotMatter()
{
    const auto together = m_engine->describe(m_chips);
    QVERIFY(together);
    QCOMPARE(together->size(), m_chips.size());
    for (size_t i = 0; i < m_chips.size(); ++i)
        QVERIFY(m_engine->describe({m_chips[i]})->front() == (*together)[i]);
    auto turned = m_chips;
    std::reverse(turned.begin(), turned.end());
    auto answers = m_engine->describe(turned).value();
    std::reverse(answers.begin(), answers.end());
    QVERIFY(answers == *together);
    QVERIFY(m_engine->describe({})->empty());
}

void TestDescriber::mirrorIsTheMeanOfBoth()
{
    std::vector<model::AlignedChip> flipped = m_chips;
    for (model::AlignedChip &chip : flipped) {
        const QImage image(chip.picture.line(0), 150, 150, 450, QImage::Format_RGB888);
        chip.picture = toPicture(image.mirrored(true, false));
    }
    const auto plain = m_engine->describe(m_chips), mirrored = m_engine->describe(flipped);
    const auto both = m_engine->describe(m_chips, {true});
    QVERIFY(plain && mirrored && both);
    QCOMPARE(both->size(), m_chips.size());
    for (size_t i = 0; i < m_chips.size(); ++i)
        for (size_t k = 0; k < 128; ++k)
            QCOMPARE((*both)[i][k], ((*plain)[i][k] + (*mirrored)[i][k]) / 2);
    QVERIFY(distance((*both)[0], (*plain)[0]) > 0.01);
    // Templates of the two kinds are never compared.
    QVERIFY(m_engine->version({true}).id() != m_engine->version().id());
    QCOMPARE(m_engine->version({true}).options, QString("mirror"));
    QVERIFY(describerSettings("mirror") == DescriberSettings{true});
    QVERIFY(describerSettings("") == DescriberSettings{false});
    QVERIFY(!describerSettings("jitter"));
}

void TestDescriber::sixViewsAndTheProjection()
{
    std::vector<model::AlignedChip> views;
    for (const model::AlignedChip &chip : m_chips)
        for (const base::Picture &view : viewsOf(chip.picture, DescriberSettings::shipped())) {
            views.push_back(chip);
            views.back().picture = view;
        }
    const auto each = m_engine->describe(views).value();
    const auto mean = m_engine->describe(m_chips, {true, true, false}).value();
    const auto shipped = m_engine->describe(m_chips, DescriberSettings::shipped()).value();
    QCOMPARE(shipped.size(), m_chips.size());
    for (size_t i = 0; i < m_chips.size(); ++i) {
        for (size_t k = 0; k < 128; ++k) {
            double sum = 0;
            for (size_t view = 0; view < 6; ++view)
                sum += double(each[6 * i + view][k]);
            QCOMPARE(mean[i][k], float(sum / 6));
        }
        QVERIFY(shipped[i] == Projection::shipped().map(mean[i]));
    }
    QVERIFY(m_engine->describe({m_chips[1]}, DescriberSettings::shipped())->front() == shipped[1]);
    // Distances of different people keep their magnitude.
    for (size_t i = 1; i < 5; ++i) {
        const double ratio = distance(shipped[0], shipped[i]) / distance(mean[0], mean[i]);
        QVERIFY2(ratio > 0.8 && ratio < 1.25, qPrintable(QString::number(ratio)));
    }
}

void TestDescriber::refusesOtherPictures()
{
    for (const base::Picture &picture : {base::Picture(), base::Picture(149, 150, base::Picture::Format::Rgb),
                                         base::Picture(150, 150, base::Picture::Format::Grey)}) {
        model::AlignedChip chip;
        chip.picture = picture;
        const auto result = m_engine->describe({m_chips[0], chip});
        QVERIFY(!result);
        QCOMPARE(result.error().code, base::ErrorCode::InvalidArgument);
    }
}

QTEST_GUILESS_MAIN(TestDescriber)
#include "tst_describer.moc"
