// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/facemodel.h"

#include "widgets/models/cardrole.h"
#include "widgets/words/nametext.h"
#include "widgets/words/qualitytext.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace likeness;
using models::FaceModel;
using Grade = model::FaceQuality::Grade;

namespace
{

model::FaceQuality graded(Grade grade, double eyes, const QStringList &reasons = {})
{
    model::FaceQuality quality;
    quality.grade = grade;
    quality.eyeDistancePx = eyes;
    quality.reasons = reasons;
    return quality;
}

model::FoundFace foundAt(double x, Grade grade = Grade::Suitable)
{
    model::FoundFace face;
    face.box = {x, 0.2, 0.2, 0.2};
    face.eyes = {{x + 0.05, 0.25}, {x + 0.15, 0.25}};
    face.quality =
        graded(grade, 47.6, grade == Grade::Suitable ? QStringList() : QStringList{QStringLiteral("focus")});
    return face;
}

model::Region drawnRegion(const QString &id, bool drawn = true)
{
    model::Region region;
    region.id = model::RegionId(id);
    region.box = {0.6, 0.6, 0.2, 0.2};
    region.drawn = drawn;
    return region;
}

model::Probe probeOf(const model::Region &region, Grade grade)
{
    model::Probe probe;
    probe.id = model::ProbeId::create();
    probe.region = region.id;
    probe.box = region.box;
    probe.quality = graded(grade, 31.2);
    return probe;
}

const model::Region a = drawnRegion(QStringLiteral("a")), b = drawnRegion(QStringLiteral("b")),
                    c = drawnRegion(QStringLiteral("c"));

QStringList idsOf(const FaceModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids << model.index(row).data(models::IdRole).toString();
    return ids;
}

} // namespace

class TestFaceModel : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void emptyAtFirst();
    void foundFaces();
    void drawnRegionsComeAfter();
    void regionsComeAndGoRowByRow();
    void undoneRemovalReturnsToItsPlace();
    void lookingAgainKeepsTheDrawn();
    void whatIsChosenStaysChosenWhileFacesCome();
    void aBetterBoxIsTheSameFace();
    void probesAreSaid();
    void measuredQualityStands();
    void anotherPictureForgetsAll();

private:
    std::unique_ptr<FaceModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestFaceModel::init()
{
    m_model = std::make_unique<FaceModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setPicture(base::Picture(100, 80, base::Picture::Format::Rgb));
}

void TestFaceModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

void TestFaceModel::emptyAtFirst()
{
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(!m_model->face(0) && !m_model->face(-1));
    QCOMPARE(m_model->rowOf(a.id), -1);
    QVERIFY(!m_model->data({}, Qt::DisplayRole).isValid());
    m_model->setQuality(0, graded(Grade::Suitable, 1));
    m_model->setRecords({}, {});
    m_model->setFound({});
    QCOMPARE(m_model->rowCount(), 0);
}

void TestFaceModel::foundFaces()
{
    m_model->setFound({foundAt(0.1), foundAt(0.4, Grade::Unsuitable)});
    QCOMPARE(m_model->foundCount(), 2);
    QCOMPARE(m_model->drawnCount(), 0);
    const auto first = m_model->index(0), second = m_model->index(1);
    QCOMPARE(first.data().toString(), QStringLiteral("Face 1"));
    QVERIFY(first.data(models::FigureRole).toString().startsWith(QStringLiteral("48")));
    QCOMPARE(first.data(models::SecondLineRole).toString(), words::phrase(Grade::Suitable));
    QCOMPARE(first.data(models::QuietRole).toBool(), false);
    QVERIFY(!first.data(Qt::DecorationRole).value<QImage>().isNull());
    QVERIFY(second.data(models::QuietRole).toBool() && second.data(models::CautionRole).toBool());
    QCOMPARE(second.data(models::ThirdLineRole).toString(), words::qualityReason(QStringLiteral("focus")));
    QCOMPARE(second.data(Qt::ToolTipRole).toString().count(QLatin1Char('\n')), 1);
    QVERIFY(!m_model->face(0)->isDrawn());
    QVERIFY(!m_model->face(2));
}

void TestFaceModel::drawnRegionsComeAfter()
{
    m_model->setFound({foundAt(0.1)});
    // A found face that became a probe has a region too; it is in the list once, as found.
    m_model->setRecords({drawnRegion(QStringLiteral("found"), false), a}, {});
    QCOMPARE(idsOf(*m_model), (QStringList{QStringLiteral("found/0"), QStringLiteral("a")}));
    QCOMPARE(m_model->drawnCount(), 1);
    const auto drawn = m_model->index(m_model->rowOf(a.id));
    QCOMPARE(drawn.data().toString(), QStringLiteral("Drawn region 1"));
    QCOMPARE(drawn.data(models::SecondLineRole).toString(), QStringLiteral("Not measured yet"));
    QCOMPARE(drawn.data(models::ThirdLineRole).toString(), QStringLiteral("Drawn by hand"));
    QVERIFY(drawn.data(models::FigureRole).toString().isEmpty());
    QVERIFY(!m_model->face(1)->eyes());
}

void TestFaceModel::regionsComeAndGoRowByRow()
{
    m_tester.reset(); // it takes the titles, which count the rows, for the rows' own
    m_model->setFound({foundAt(0.1)});
    m_model->setRecords({a, b, c}, {});
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    const QPersistentModelIndex last(m_model->index(m_model->rowOf(c.id)));
    m_model->setRecords({a, c}, {});
    QCOMPARE(resets.count(), 0);
    QVERIFY(last.isValid()); // what is chosen stays chosen
    QCOMPARE(last.data(models::IdRole).toString(), QStringLiteral("c"));
    QCOMPARE(last.data().toString(), QStringLiteral("Drawn region 2"));
    m_model->setRecords({}, {});
    QVERIFY(!last.isValid());
    QCOMPARE(m_model->rowCount(), 1);
}

void TestFaceModel::undoneRemovalReturnsToItsPlace()
{
    m_tester.reset(); // it takes the titles, which count the rows, for the rows' own
    m_model->setFound({foundAt(0.1)});
    m_model->setRecords({a, b, c}, {});
    const QPersistentModelIndex last(m_model->index(m_model->rowOf(c.id)));
    m_model->setRecords({b, c}, {});
    m_model->setRecords({a, b, c}, {});
    QCOMPARE(idsOf(*m_model).mid(1),
             (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    QCOMPARE(last.data(models::IdRole).toString(), QStringLiteral("c"));
}

void TestFaceModel::lookingAgainKeepsTheDrawn()
{
    m_model->setFound({foundAt(0.1), foundAt(0.4)});
    m_model->setRecords({a}, {});
    m_model->setFound({foundAt(0.2)});
    QCOMPARE(idsOf(*m_model), (QStringList{QStringLiteral("found/0"), QStringLiteral("a")}));
    QCOMPARE(m_model->face(0)->box().x, 0.2);
    m_model->setFound({});
    QCOMPARE(idsOf(*m_model), QStringList{QStringLiteral("a")});
}

void TestFaceModel::whatIsChosenStaysChosenWhileFacesCome()
{
    m_model->setFound({foundAt(0.4)});
    m_model->setRecords({a}, {});
    const QPersistentModelIndex face(m_model->index(0)), region(m_model->index(1));
    const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->setFound({foundAt(0.1), foundAt(0.4), foundAt(0.7)});
    QCOMPARE(face.row(), 1);
    QCOMPARE(region.row(), 3);
    m_model->setFound({foundAt(0.4), foundAt(0.7), foundAt(0.1)}); // another order
    QCOMPARE(face.row(), 0);
    QCOMPARE(m_model->face(1)->box().x, 0.7);
    QCOMPARE(m_model->face(2)->box().x, 0.1);
    m_model->setFound({foundAt(0.7), foundAt(0.4)});
    QCOMPARE(face.row(), 1);
    QCOMPARE(m_model->foundCount(), 2);
    m_model->setFound({foundAt(0.7)});
    QVERIFY(!face.isValid());
    QCOMPARE(region.row(), 1);
    QCOMPARE(reset.count(), 0);
}

void TestFaceModel::aBetterBoxIsTheSameFace()
{
    m_model->setFound({foundAt(0.1), foundAt(0.4)});
    const QPersistentModelIndex face(m_model->index(1));
    m_model->setFound({foundAt(0.1), foundAt(0.43)});
    QCOMPARE(face.row(), 1);
    QCOMPARE(m_model->face(1)->box().x, 0.43);
    m_model->setFound({foundAt(0.1), foundAt(0.58)}); // beside it: somebody else
    QVERIFY(!face.isValid());
    QCOMPARE(m_model->rowCount(), 2);
    // Two that turn out to be one.
    m_model->setFound({foundAt(0.1), foundAt(0.14)});
    m_model->setFound({foundAt(0.12)});
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->face(0)->box().x, 0.12);
}

void TestFaceModel::probesAreSaid()
{
    const auto face = foundAt(0.1);
    auto region = drawnRegion(QStringLiteral("found"), false);
    region.box = face.box;
    const std::vector probes{probeOf(region, Grade::Suitable), probeOf(a, Grade::Limited)};
    m_model->setFound({face, foundAt(0.4)});
    m_model->setRecords({region, a, b}, probes);
    QVERIFY(m_model->face(0)->usedAsProbe);
    QVERIFY(!m_model->face(1)->usedAsProbe);
    QVERIFY(m_model->face(2)->usedAsProbe);
    QVERIFY(!m_model->face(3)->usedAsProbe); // the same box, but another region
    QCOMPARE(m_model->index(2).data(models::ThirdLineRole).toString(), QStringLiteral("Used as probe"));
    QCOMPARE(m_model->index(2).data(models::SecondLineRole).toString(), words::phrase(Grade::Limited));
    // The finder's answer may come after the records.
    m_model->setFound({foundAt(0.4), face});
    QVERIFY(!m_model->face(0)->usedAsProbe);
    QVERIFY(m_model->face(1)->usedAsProbe);
}

void TestFaceModel::measuredQualityStands()
{
    m_model->setRecords({a}, {});
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setQuality(0, graded(Grade::Unsuitable, 12, {QStringLiteral("eye-distance")}));
    QCOMPARE(changed.count(), 1);
    m_model->setQuality(0, graded(Grade::Unsuitable, 12, {QStringLiteral("eye-distance")}));
    QCOMPARE(changed.count(), 1);
    m_model->setQuality(1, graded(Grade::Suitable, 12));
    QCOMPARE(changed.count(), 1);
    QVERIFY(m_model->index(0).data(models::CautionRole).toBool());
    m_model->setRecords({a, b}, {});
    QVERIFY(m_model->index(0).data(models::FigureRole).toString().startsWith(QStringLiteral("12")));
}

void TestFaceModel::anotherPictureForgetsAll()
{
    m_model->setFound({foundAt(0.1)});
    m_model->setRecords({a}, {probeOf(a, Grade::Suitable)});
    m_model->setPicture(base::Picture(40, 40, base::Picture::Format::Grey));
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->foundCount(), 0);
    m_model->setFound({foundAt(0.6)});
    QVERIFY(!m_model->face(0)->usedAsProbe);
    m_model->setPicture({});
    m_model->setFound({foundAt(0.6)}); // no picture, no crop, no crash
    QVERIFY(m_model->face(0)->crop.isNull());
}

QTEST_GUILESS_MAIN(TestFaceModel)
#include "tst_facemodel.moc"
