// SPDX-License-Identifier: GPL-3.0-or-later
// The lists that follow a workspace: evidence, candidates and galleries.
#include "tests/gui/models/workplace.h"
#include "widgets/models/candidatemodel.h"
#include "widgets/models/cardrole.h"
#include "widgets/models/evidencemodel.h"
#include "widgets/models/gallerymodel.h"
#include "widgets/words/nametext.h"

#include <QAbstractItemModelTester>

using namespace likeness;
using models::CandidateModel;
using models::EvidenceModel;
using models::GalleryModel;
using models::ThumbnailCache;
using tests::Workplace;

namespace
{

QString text(const QAbstractItemModel &model, int row, int role = Qt::DisplayRole)
{
    return model.index(row, 0).data(role).toString();
}

/// A changed byte in the vault; its files are read-only.
bool spoil(const QString &path)
{
    QFile file(path);
    return file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.open(QIODevice::Append) &&
           file.write("x") == 1;
}

} // namespace

class TestCaseModels : public QObject
{
    Q_OBJECT
private slots:
    void evidenceOfTheOpenCase();
    void addedEvidenceComesAtTheEnd();
    void derivationsStandUnderTheirItem();
    void thumbnailSaysWhetherBytesAreUnchanged();
    void evidenceStateIsForgottenWithItsCase();
    void candidatesOfTheChosenSearch();
    void candidateSetAsideAndTakenBack();
    void candidateConcluded();
    void galleriesAtHand();
};

void TestCaseModels::evidenceOfTheOpenCase()
{
    Workplace place;
    EvidenceModel model(*place.workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.idAt(0).isEmpty());
    const auto made = place.makeCase(QStringLiteral("case"));
    QVERIFY(place.open(made.folder));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(text(model, 0), QStringLiteral("door.bmp"));
    QCOMPARE(text(model, 0, models::SecondLineRole), QString::fromUtf8("64 × 48 px"));
    QVERIFY(model.idAt(1) == made.evidence[1]);
    QCOMPARE(model.rowOf(made.evidence[1]), 1);
    QCOMPARE(model.rowOf(model::EvidenceId::create()), -1);
    QVERIFY(model.idAt(2).isEmpty() && model.idAt(-1).isEmpty());
    QCOMPARE(text(model, 1, models::IdRole), made.evidence[1].value());
    place.workspace->closeCase();
    QCOMPARE(model.rowCount(), 0);
}

void TestCaseModels::addedEvidenceComesAtTheEnd()
{
    Workplace place;
    const auto made = place.makeCase(QStringLiteral("case"));
    QVERIFY(place.open(made.folder));
    EvidenceModel model(*place.workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QPersistentModelIndex chosen(model.index(1));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    base::Progress progress;
    QVERIFY(place.workspace->file()->addEvidence({place.writePicture(QStringLiteral("yard.bmp"), 50, 30)},
                                                 progress));
    place.workspace->refresh();
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(text(model, 2), QStringLiteral("yard.bmp"));
    QCOMPARE(resets.count(), 0);
    QCOMPARE(chosen.row(), 1);
}

void TestCaseModels::derivationsStandUnderTheirItem()
{
    Workplace place;
    const auto made = place.makeCase(QStringLiteral("case"));
    QVERIFY(place.open(made.folder));
    EvidenceModel model(*place.workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QPersistentModelIndex second(model.index(1));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    base::Progress progress;
    const auto derive = [&](const model::EvidenceId &of, double gamma) {
        const auto derivation = place.workspace->file()->derive(
            of, {}, {{model::Edit::Kind::Gamma, {{"gamma", gamma}}}}, progress);
        place.workspace->refresh();
        return derivation.value();
    };
    const auto first = derive(made.evidence[0], 2);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(second.row(), 2);
    const auto other = derive(made.evidence[1], 3), again = derive(made.evidence[0], 0.5);
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(resets.count(), 0);
    QVERIFY(model.sourceAt(1) == model::PictureSource(made.evidence[0], {}, first.id));
    QVERIFY(model.sourceAt(2).derivation == again.id);
    QVERIFY(!model.sourceAt(3).derivation && model.idAt(3) == made.evidence[1]);
    QCOMPARE(model.rowOf({made.evidence[1], {}, other.id}), 4);
    QCOMPARE(model.rowOf(made.evidence[1]), 3);
    QCOMPARE(text(model, 2), QStringLiteral("Edit 2"));
    QCOMPARE(text(model, 2, models::SecondLineRole), QStringLiteral("Gamma"));
    QVERIFY(text(model, 2, Qt::ToolTipRole).contains(again.sha256));
    QCOMPARE(model.index(2).data(models::IndentRole).toInt(), 1);
    model.setState({made.evidence[0], {}, again.id},
                   base::fail(base::ErrorCode::DerivationDiffers, QStringLiteral("door.bmp")));
    QVERIFY(model.index(2).data(models::CautionRole).toBool());
    QVERIFY(!model.index(0).data(models::CautionRole).toBool()); // the evidence is as it was
}

void TestCaseModels::thumbnailSaysWhetherBytesAreUnchanged()
{
    Workplace place;
    const auto made = place.makeCase(QStringLiteral("case"));
    QVERIFY(place.open(made.folder));
    const auto &items = place.workspace->contents().evidence;
    QVERIFY(spoil(made.folder + QStringLiteral("/evidence/") + items[1].sha256));

    EvidenceModel model(*place.workspace);
    QCOMPARE(text(model, 0, models::ThirdLineRole), QStringLiteral("Not checked yet"));
    QSignalSpy loaded(&place.workspace->thumbnails(), &ThumbnailCache::loaded);
    QVERIFY(model.index(0).data(Qt::DecorationRole).value<QImage>().isNull()); // it is being loaded
    model.index(1).data(Qt::DecorationRole);
    QTRY_COMPARE_WITH_TIMEOUT(loaded.count(), 2, tests::patienceMs);

    QVERIFY(!model.index(0).data(Qt::DecorationRole).value<QImage>().isNull());
    QCOMPARE(text(model, 0, models::ThirdLineRole), QStringLiteral("SHA-256 unchanged"));
    QVERIFY(!model.index(0).data(models::CautionRole).toBool());
    QVERIFY(model.index(1).data(Qt::DecorationRole).value<QImage>().isNull());
    QCOMPARE(text(model, 1, models::SecondLineRole), QStringLiteral("File has changed"));
    QCOMPARE(text(model, 1, models::ThirdLineRole), QString());
    QVERIFY(model.index(1).data(models::CautionRole).toBool());
}

void TestCaseModels::evidenceStateIsForgottenWithItsCase()
{
    Workplace place;
    const auto made = place.makeCase(QStringLiteral("case"));
    QVERIFY(place.open(made.folder));
    EvidenceModel model(*place.workspace);
    model.setState(made.evidence[0],
                   base::fail(base::ErrorCode::EvidenceMissing, QStringLiteral("door.bmp")));
    QCOMPARE(text(model, 0, models::SecondLineRole), QStringLiteral("File is missing"));
    QVERIFY(place.open(made.folder));
    QCOMPARE(text(model, 0, models::ThirdLineRole), QStringLiteral("Not checked yet"));
}

void TestCaseModels::candidatesOfTheChosenSearch()
{
    Workplace place;
    CandidateModel model(*place.workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    const auto made = place.makeCase(QStringLiteral("case"));
    QVERIFY(place.open(made.folder));
    QCOMPARE(model.rowCount(), 3);
    for (int row = 0; row < 3; ++row) {
        QCOMPARE(text(model, row, models::BadgeRole), QString::number(row + 1));
        QCOMPARE(text(model, row), QStringLiteral("P%1").arg(row + 1)); // a reference, no name
        QCOMPARE(model.rowOf(made.portraits[size_t(row)]), row);
    }
    QCOMPARE(text(model, 0, models::FigureRole), CandidateModel::distanceText(0.41));
    QCOMPARE(text(model, 0, models::SecondLineRole), QStringLiteral("Not compared yet"));
    QVERIFY(model.index(0).data(Qt::DecorationRole).value<QImage>().isNull()); // its gallery is elsewhere
    QCOMPARE(model.rowOf(model::PortraitId::create()), -1);
    QVERIFY(!model.candidate(3) && !model.candidate(-1) && !model.isSetAside(3));

    place.workspace->chooseProbe({});
    QCOMPARE(model.rowCount(), 0);
    place.workspace->chooseSearch(made.search);
    QCOMPARE(model.rowCount(), 3);
    place.workspace->closeCase();
    QCOMPARE(model.rowCount(), 0);
}

void TestCaseModels::candidateSetAsideAndTakenBack()
{
    Workplace place;
    const auto made = place.makeCase(QStringLiteral("case"));
    QVERIFY(place.open(made.folder));
    CandidateModel model(*place.workspace);
    const auto file = place.workspace->file();
    const QPersistentModelIndex second(model.index(1));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(file->setAside(made.search, made.portraits[1], QStringLiteral("Another eye colour")));
    place.workspace->refresh();
    QVERIFY(changed.count() > 0);
    QVERIFY(second.isValid()); // it stays where it was: no row jumps
    QVERIFY(model.isSetAside(1) && !model.isSetAside(0));
    QVERIFY(second.data(models::QuietRole).toBool());
    QVERIFY(second.data(models::SecondLineRole).toString().startsWith(QStringLiteral("Set aside")));
    QVERIFY((second.data(models::SecondLineRole).toString() + second.data(models::ThirdLineRole).toString())
                .contains(QStringLiteral("Another eye colour")));
    QVERIFY(file->takeBack(made.search, made.portraits[1]));
    place.workspace->refresh();
    QVERIFY(!model.isSetAside(1));
    QVERIFY(!second.data(models::QuietRole).toBool());
    QCOMPARE(second.data(models::SecondLineRole).toString(), text(model, 0, models::SecondLineRole));
    QCOMPARE(second.data(models::ThirdLineRole).toString(), QString());
}

void TestCaseModels::candidateConcluded()
{
    Workplace place;
    const auto made = place.makeCase(QStringLiteral("case"));
    QVERIFY(place.open(made.folder));
    CandidateModel model(*place.workspace);
    QVERIFY(place.workspace->file()->conclude(made.search, made.portraits[2], model::Conclusion::NotSuitable,
                                              {}));
    place.workspace->refresh();
    QCOMPARE(text(model, 2, models::SecondLineRole), words::phrase(model::Conclusion::NotSuitable));
    QCOMPARE(text(model, 1, models::SecondLineRole), QStringLiteral("Not compared yet"));
}

void TestCaseModels::galleriesAtHand()
{
    Workplace place;
    GalleryModel model(*place.workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    place.workspace->createGallery(place.path(QStringLiteral("first")), QStringLiteral("Volunteers"));
    QVERIFY(place.settle());
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(text(model, 0), QStringLiteral("Volunteers"));
    QVERIFY(text(model, 0, models::SecondLineRole).contains(QLatin1Char('0')));
    QCOMPARE(text(model, 0, Qt::ToolTipRole), place.path(QStringLiteral("first")));
    QCOMPARE(text(model, 0, models::ThirdLineRole), QString());
    QCOMPARE(model.rowOf(model.idAt(0)), 0);
    QVERIFY(model.idAt(1).isEmpty());
    QCOMPARE(model.rowOf(model::GalleryId::create()), -1);

    // Somebody else has the second one open.
    const auto elsewhere = casework::GallerySession::create(
        place.workstation, place.path(QStringLiteral("second")), QStringLiteral("Staff"));
    QVERIFY(elsewhere);
    place.workspace->openGallery(place.path(QStringLiteral("second")));
    QVERIFY(place.settle());
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(text(model, 1, models::ThirdLineRole), QStringLiteral("Read-only"));
}

QTEST_GUILESS_MAIN(TestCaseModels)
#include "tst_casemodels.moc"
