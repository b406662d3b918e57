// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/face/facetest.h"

#include <QTest>

using namespace likeness;
using namespace likeness::face;
using namespace likeness::face::tests;

/// The shipped engine against what dlib's own networks gave for the six sample photographs. Those run for a
/// minute, so their answers are kept in tests/data/golden_faces.json. To make the file again:
///     LIKENESS_WRITE_GOLDEN=1 build/dev/bin/tests/face_golden writeGolden
class TestGolden : public QObject
{
    Q_OBJECT
private slots:
    void writeGolden();
    void sameFaces_data();
    void sameFaces();
    void reference();
};

namespace
{

/// Boxes within a pixel, confidence within 0.01, templates within 1e-4 of the golden ones.
void compare(const FaceEngine &engine, const QString &photo)
{
    const base::Picture picture = samplePicture(photo);
    QVERIFY(!picture.isNull());
    base::Progress progress;
    FinderSettings settings;
    settings.smallestFacePx = 80;
    const auto found = engine.find(picture, settings, progress);
    QVERIFY(found);

    std::vector<GoldenFace> golden;
    for (const GoldenFace &face : goldenFaces())
        if (face.photo == photo)
            golden.push_back(face);
    QCOMPARE(found->size(), golden.size());
    QVERIFY(golden.size() >= 3);
    for (const GoldenFace &expected : golden) {
        const auto same = std::find_if(found->begin(), found->end(), [&](const model::FoundFace &face) {
            return overlap(face.box, expected.face.box) > 0.5;
        });
        QVERIFY(same != found->end());
        const double width = picture.width(), height = picture.height();
        QVERIFY(std::abs(same->box.x - expected.face.box.x) * width <= 1.001);
        QVERIFY(std::abs(same->box.y - expected.face.box.y) * height <= 1.001);
        QVERIFY(std::abs(same->box.width - expected.face.box.width) * width <= 1.001);
        QVERIFY(std::abs(same->box.height - expected.face.box.height) * height <= 1.001);
        QVERIFY2(std::abs(same->confidence - expected.face.confidence) <= 0.01,
                 qPrintable(QString("%1 %2").arg(same->confidence).arg(expected.face.confidence)));
        const auto chip = engine.align(picture, expected.face);
        QVERIFY(chip);
        const auto values = engine.describe({*chip});
        QVERIFY(values);
        for (size_t i = 0; i < expected.values.size(); ++i)
            QVERIFY(std::abs(values->front()[i] - expected.values[i]) < 1e-4);
    }
}

} // namespace

void TestGolden::writeGolden()
{
    if (!qEnvironmentVariableIsSet("LIKENESS_WRITE_GOLDEN"))
        QSKIP("only when asked for with LIKENESS_WRITE_GOLDEN=1");
    const auto reference = openReferenceEngine(ModelFiles::inDirectory(modelsDirectory()));
    QVERIFY(reference);
    QJsonArray faces;
    for (const QString &photo : samples) {
        const base::Picture picture = samplePicture(photo);
        base::Progress progress;
        FinderSettings settings;
        settings.smallestFacePx = 80;
        const auto found = (*reference)->find(picture, settings, progress);
        QVERIFY(found);
        for (const model::FoundFace &face : *found) {
            const auto chip = (*reference)->align(picture, face);
            QVERIFY(chip);
            const auto values = (*reference)->describe({*chip});
            QVERIFY(values);
            QJsonArray landmarks, numbers;
            for (const auto &point : face.landmarks) {
                landmarks.append(point.x);
                landmarks.append(point.y);
            }
            for (const float value : values->front())
                numbers.append(double(value));
            faces.append(QJsonObject{{"photo", photo},
                                     {"box", model::toJson(face.box)},
                                     {"confidence", face.confidence},
                                     {"eyes", model::toJson(face.eyes)},
                                     {"landmarks", landmarks},
                                     {"template", numbers}});
        }
    }
    QFile file(dataDirectory() + "/golden_faces.json");
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(QJsonObject{{"about", "Faces that dlib's own networks find in the sample "
                                                   "photographs (smallest face 80 px), and their templates. "
                                                   "Written by tests/engine/face/tst_golden.cpp."},
                                         {"faces", faces}})
                   .toJson(QJsonDocument::Compact));
}

void TestGolden::sameFaces_data()
{
    QTest::addColumn<QString>("photo");
    for (const QString &photo : samples)
        QTest::newRow(qPrintable(photo)) << photo;
}

void TestGolden::sameFaces()
{
    QFETCH(QString, photo);
    static const auto engine = openShipped();
    QVERIFY(engine);
    compare(*engine, photo);
}

/// The other path is held as well, on one photograph: dlib takes its time.
void TestGolden::reference()
{
    const auto engine = openReferenceEngine(ModelFiles::inDirectory(modelsDirectory()));
    QVERIFY(engine);
    compare(**engine, samples.back());
}

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
