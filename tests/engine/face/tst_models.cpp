// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/digest.h"
#include "tests/engine/face/facetest.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace likeness;
using namespace likeness::face;
using namespace likeness::face::tests;

class TestModels : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void opensTheThreeFiles();
    void refuses_data();
    void refuses();
    void anotherNetworkWithItsOwnHash();

private:
    QTemporaryDir m_folder;
};

namespace
{

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

void TestModels::initTestCase()
{
    QVERIFY(m_folder.isValid());
    for (const QString &name : QDir(modelsDirectory()).entryList(QDir::Files))
        QVERIFY(QFile::copy(modelsDirectory() + '/' + name, m_folder.filePath(name)));
}

void TestModels::opensTheThreeFiles()
{
    const ModelFiles files = ModelFiles::inDirectory(m_folder.path());
    const auto engine = openFaceEngine(files);
    QVERIFY(engine);
    const model::EngineVersion version = (*engine)->version();
    QCOMPARE(version.name, QString("dlib-resnet-v1"));
    QVERIFY(QStringList({"direct, avx512", "direct, avx2", "direct, plain"}).contains(version.path));
    QCOMPARE(version.finderSha256, base::sha256(bytesOf(files.finder.path)));
    QCOMPARE(version.landmarksSha256, base::sha256(bytesOf(files.landmarks.path)));
    QCOMPARE(version.describerSha256, base::sha256(bytesOf(files.describer.path)));
    const auto reference = openReferenceEngine(files);
    QVERIFY(reference);
    QCOMPARE((*reference)->version().path, QString("reference"));
    QCOMPARE((*reference)->version().id(), version.id());
}

void TestModels::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("damage");
    QTest::addColumn<base::ErrorCode>("code");
    for (const char *name : {"mmod_human_face_detector.dat", "shape_predictor_5_face_landmarks.dat",
                             "dlib_face_recognition_resnet_model_v1.dat"}) {
        const auto row = [&](const char *damage, base::ErrorCode code) {
            QTest::addRow("%s %s", name, damage) << QString(name) << QString(damage) << code;
        };
        row("missing", base::ErrorCode::ModelMissing);
        row("directory", base::ErrorCode::ModelMissing);
        row("empty", base::ErrorCode::ModelWrong);
        row("truncated", base::ErrorCode::ModelWrong);
        row("flipped bit", base::ErrorCode::ModelWrong);
        row("one byte more", base::ErrorCode::ModelWrong);
    }
}

void TestModels::refuses()
{
    QFETCH(QString, name);
    QFETCH(QString, damage);
    QFETCH(base::ErrorCode, code);
    const QString path = m_folder.filePath(name);
    const QByteArray whole = bytesOf(path);
    QVERIFY(!whole.isEmpty());
    QByteArray bytes = whole;
    if (damage == "truncated")
        bytes.chop(1);
    else if (damage == "empty")
        bytes.clear();
    else if (damage == "flipped bit")
        bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
    else if (damage == "one byte more")
        bytes.append('\0');
    QVERIFY(QFile::remove(path));
    if (damage == "directory")
        QVERIFY(QDir().mkdir(path));
    else if (damage != "missing")
        QVERIFY(write(path, bytes));

    const auto engine = openFaceEngine(ModelFiles::inDirectory(m_folder.path()));

    QDir().rmdir(path);
    QVERIFY(write(path, whole));
    QVERIFY(!engine);
    QCOMPARE(engine.error().code, code);
    QCOMPARE(engine.error().subject, name);
}

void TestModels::anotherNetworkWithItsOwnHash()
{
    ModelFiles files = ModelFiles::inDirectory(m_folder.path());
    std::swap(files.finder, files.describer);
    auto engine = openFaceEngine(files);
    QVERIFY(!engine);
    QCOMPARE(engine.error().code, base::ErrorCode::EngineFailed);
    files = ModelFiles::inDirectory(m_folder.path());
    files.landmarks = files.finder;
    engine = openFaceEngine(files);
    QVERIFY(!engine);
    QCOMPARE(engine.error().code, base::ErrorCode::EngineFailed);
}

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
