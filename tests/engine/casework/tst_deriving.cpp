// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/audit/verbs.h"
#include "engine/base/digest.h"
#include "engine/imaging/derivation.h"
#include "engine/policy/casereading.h"
#include "engine/store/verification.h"
#include "tests/engine/casework/readycase.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace likeness;
using namespace likeness::casework;
using model::Edit;
using tests::ReadyCase;
namespace verbs = audit::verbs;

namespace
{

std::vector<Edit> turnedAndLightened()
{
    return {{Edit::Kind::Rotate, {{"degrees", 4.5}}},
            {Edit::Kind::Mirror, {{"axis", "vertical"}}},
            {Edit::Kind::Gamma, {{"gamma", 1.2}}},
            {Edit::Kind::Sharpen, {{"radius", 1}, {"amount", 40}}}};
}

/// As somebody with sqlite3 at hand would: the triggers of the table out of the way and back.
void tamper(const QString &path, const QString &table, const QString &statement)
{
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QStringList names;
        QStringList triggers;
        QSqlQuery query(database);
        QVERIFY(query.exec(
            QStringLiteral("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '%1'")
                .arg(table)));
        while (query.next()) {
            names += QStringLiteral("DROP TRIGGER ") + query.value(0).toString();
            triggers += query.value(1).toString();
        }
        for (const QString &each : names + QStringList{statement} + triggers)
            QVERIFY2(query.exec(each), qPrintable(each));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
}

} // namespace

class DerivingTest : public QObject
{
    Q_OBJECT

private slots:
    void aDerivationIsRecordedAndReplayed();
    void theSameEditsGiveTheSameDerivation();
    void refusals();
    void afterARestartTheHashIsTheSame();
    void changedEditsAreRefused_data();
    void changedEditsAreRefused();
    void aProbeOfADerivationFindsItsPerson();
    void facesOfTheOriginalStayApart();
    void aRegionIsDrawnOnADerivation();
    void editingDoesNotMakeAnotherFace();
    void readOnlyLooksAndDerivesNothing();
};

void DerivingTest::aDerivationIsRecordedAndReplayed()
{
    const ReadyCase ready;
    base::Progress progress;
    const auto made = ready.file->derive(ready.evidence, {}, turnedAndLightened(), progress);
    VERIFY_OK(made);
    const auto original = ready.file->openPicture(ready.evidence, progress);
    VERIFY_OK(original);
    const auto expected = imaging::replay(*original, turnedAndLightened(), progress).value();
    QCOMPARE(made->sha256, imaging::pixelDigest(expected));
    QCOMPARE(made->width, expected.width());
    QCOMPARE(made->height, expected.height());
    const auto opened = ready.file->openDerivation(made->id, progress);
    VERIFY_OK(opened);
    QVERIFY(*opened == expected);

    const auto chain = tests::chainOf(*ready.file);
    QCOMPARE(chain.back().act.verb, verbs::derivationViewed);
    const auto &entry = chain.at(chain.size() - 2).act;
    QCOMPARE(entry.verb, verbs::derivationMade);
    QCOMPARE(entry.subject, made->id.value());
    QCOMPARE(entry.details["edits"].toArray(), model::toJson(turnedAndLightened()));
    QCOMPARE(entry.details["sha256"].toString(), made->sha256);
    QVERIFY(!entry.details.contains("frame"));
    const auto contents = ready.file->contents().value();
    QVERIFY(contents.derivations == std::vector{*made});
}

void DerivingTest::theSameEditsGiveTheSameDerivation()
{
    const ReadyCase ready;
    base::Progress progress;
    const auto made = ready.file->derive(ready.evidence, {}, turnedAndLightened(), progress).value();
    const auto head = ready.file->auditHead().value();
    QVERIFY(ready.file->derive(ready.evidence, {}, turnedAndLightened(), progress).value() == made);
    QCOMPARE(ready.file->auditHead().value(), head);
    auto others = turnedAndLightened();
    std::swap(others[0], others[1]);
    QVERIFY(ready.file->derive(ready.evidence, {}, others, progress).value().id != made.id);
}

void DerivingTest::refusals()
{
    const ReadyCase ready;
    base::Progress progress;
    const auto head = ready.file->auditHead().value();
    const auto derive = [&](const std::vector<Edit> &edits) {
        return ready.file->derive(ready.evidence, {}, edits, progress);
    };
    VERIFY_ERROR(derive({}), InvalidArgument);
    VERIFY_ERROR(derive({{Edit::Kind::Gamma, {{"gamma", 99}}}}), InvalidArgument);
    // A still has no frames, and no neighbours to average with.
    VERIFY_ERROR(derive({{Edit::Kind::FrameAverage, {{"before", 1}, {"after", 1}}}}), InvalidArgument);
    VERIFY_ERROR(ready.file->derive(ready.evidence, 0, turnedAndLightened(), progress), InvalidArgument);
    VERIFY_ERROR(ready.file->derive(model::EvidenceId("nobody"), {}, turnedAndLightened(), progress),
                 NotFound);
    VERIFY_ERROR(ready.file->openDerivation(model::DerivationId("nobody"), progress), NotFound);
    base::Progress cancelled;
    cancelled.cancel();
    VERIFY_ERROR(ready.file->derive(ready.evidence, {}, turnedAndLightened(), cancelled), Cancelled);
    QCOMPARE(ready.file->auditHead().value(), head);
    QVERIFY(ready.file->contents()->derivations.empty());
}

void DerivingTest::afterARestartTheHashIsTheSame()
{
    ReadyCase ready;
    base::Progress progress;
    const QString folder = ready.file->folder();
    const auto made = ready.file->derive(ready.evidence, {}, turnedAndLightened(), progress).value();
    ready.file.reset();
    const auto again = CaseSession::open(ready.desk.workstation, folder);
    VERIFY_OK(again);
    const auto opened = (*again)->openDerivation(made.id, progress);
    VERIFY_OK(opened);
    QCOMPARE(imaging::pixelDigest(*opened), made.sha256);
    QVERIFY(store::verifyFolder(folder, progress)->isSound());
}

void DerivingTest::changedEditsAreRefused_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("another parameter") << "edits = replace(edits, '1.2', '1.3')";
    QTest::newRow("no longer possible") << "edits = replace(edits, '1.2', '77')";
    QTest::newRow("another hash") << "sha256 = '" + QString(64, u'0') + "'";
    QTest::newRow("another size") << "width = width + 1";
}

void DerivingTest::changedEditsAreRefused()
{
    QFETCH(QString, change);
    ReadyCase ready;
    base::Progress progress;
    const QString folder = ready.file->folder();
    const auto made = ready.file->derive(ready.evidence, {}, turnedAndLightened(), progress).value();
    ready.file.reset();
    tamper(folder + "/case.sqlite", QStringLiteral("derivation"), "UPDATE derivation SET " + change);
    const auto again = CaseSession::open(ready.desk.workstation, folder);
    VERIFY_OK(again);
    VERIFY_ERROR((*again)->openDerivation(made.id, progress), DerivationDiffers);
    VERIFY_ERROR((*again)->findFaces({ready.evidence, {}, made.id}, {}, progress), DerivationDiffers);
    VERIFY_OK((*again)->openPicture(ready.evidence, progress));
    // Nobody needs the pixels to see it.
    const auto verified = store::verifyFolder(folder, progress);
    VERIFY_OK(verified);
    QVERIFY(!verified->isSound());
}

void DerivingTest::aProbeOfADerivationFindsItsPerson()
{
    ReadyCase ready;
    base::Progress progress;
    const auto made = ready.file->derive(ready.evidence, {}, turnedAndLightened(), progress).value();
    const model::PictureSource source{ready.evidence, {}, made.id};
    const auto faces = ready.file->findFaces(source, {}, progress);
    VERIFY_OK(faces);
    QCOMPARE(faces->size(), size_t(1));
    const auto probe = ready.file->makeProbe(source, faces->front(), progress);
    VERIFY_OK(probe);
    QVERIFY(probe->source() == source);
    QCOMPARE(ready.file->makeProbe(source, faces->front(), progress)->id, probe->id);
    const auto contents = ready.file->contents().value();
    QVERIFY(contents.probes.front().source() == source);
    QVERIFY(contents.regions.front().source() == source);
    const auto search = ready.file->search(probe->id, *ready.gallery, {}, progress);
    VERIFY_OK(search);
    QCOMPARE(search->candidates.front().personReference, QStringLiteral("red"));

    // The face is cut again from the derivation, to the pixel, and the report shows it.
    const auto picture = ready.file->openPicture(probe->source(), progress).value();
    const auto chip = ready.file->chipOf(*probe, picture);
    VERIFY_OK(chip);
    QCOMPARE(chip->sha256, probe->chipSha256);
    qint64 shown = -1;
    const auto toPdf = [&](const report::CaseReport &report) -> base::Result<QByteArray> {
        shown = qint64(report.missing.size());
        if (report.probePictures.size() != 1 || report.probePictures[0].evidence.width() != made.width)
            shown = -2;
        return QByteArray("%PDF-");
    };
    VERIFY_OK(ready.file->exportReport(ready.desk.path("report.pdf"), toPdf, ready.finder(), progress));
    QCOMPARE(shown, 0);
    QVERIFY(store::verifyFolder(ready.file->folder(), progress)->isSound());
}

void DerivingTest::facesOfTheOriginalStayApart()
{
    const ReadyCase ready;
    base::Progress progress;
    const auto original = ready.file->findFaces(ready.evidence, {}, progress).value();
    const std::vector<Edit> mirror{{Edit::Kind::Mirror, {{"axis", "vertical"}}},
                                   {Edit::Kind::Crop, {{"box", QJsonArray{0.0, 0.0, 0.99, 1.0}}}}};
    const auto made = ready.file->derive(ready.evidence, {}, mirror, progress).value();
    const auto derived = ready.file->findFaces({ready.evidence, {}, made.id}, {}, progress).value();
    QCOMPARE(derived.size(), size_t(1));
    QVERIFY(derived.front().box != original.front().box);
    QCOMPARE(ready.file->findFaces(ready.evidence, {}, progress)->front().box, original.front().box);
    // A derivation of one item is none of another.
    VERIFY_ERROR(ready.file->findFaces({ready.evidence, 3, made.id}, {}, progress), InvalidArgument);
}

void DerivingTest::aRegionIsDrawnOnADerivation()
{
    const ReadyCase ready;
    base::Progress progress;
    const auto made = ready.file->derive(ready.evidence, {}, turnedAndLightened(), progress).value();
    const model::PictureSource source{ready.evidence, {}, made.id};
    const auto face = ready.file->findFaces(source, {}, progress)->front();
    const auto region = ready.file->drawRegion(source, face.box, face.eyes);
    VERIFY_OK(region);
    QVERIFY(region->source() == source);
    const auto probe = ready.file->makeProbe(region->id, progress);
    VERIFY_OK(probe);
    QVERIFY(probe->source() == source);
    const auto preview =
        ready.file->previewAlignment(ready.file->openPicture(source, progress).value(), face.box, face.eyes);
    QCOMPARE(preview->chip.sha256, probe->chipSha256);
    const auto chain = tests::chainOf(*ready.file);
    QCOMPARE(chain.back().act.verb, verbs::probeMade);
    QCOMPARE(chain.back().act.details["derivation"].toString(), made.id.value());
    VERIFY_ERROR(ready.file->drawRegion({ready.evidence, {}, model::DerivationId("nobody")}, face.box, {}),
                 NotFound);
}

void DerivingTest::editingDoesNotMakeAnotherFace()
{
    const ReadyCase ready;
    base::Progress progress;
    const auto plain = ready.probe();
    const auto mirrored =
        ready.file->derive(ready.evidence, {}, {{Edit::Kind::Mirror, {{"axis", "vertical"}}}}, progress)
            .value();
    const model::PictureSource source{ready.evidence, {}, mirrored.id};
    const auto face = ready.file->findFaces(source, {}, progress)->front();
    const auto same = ready.file->makeProbe(source, face, progress).value();
    // A box in the corner farthest from the face's middle, in the mirrored picture.
    const auto middle = face.box.center();
    const model::RelativeRect away{middle.x < 0.5 ? 0.85 : 0.05, middle.y < 0.5 ? 0.85 : 0.05, 0.1, 0.1};
    const auto region = ready.file->drawRegion(source, away, {}).value();
    const auto contents = ready.file->contents().value();
    QVERIFY(policy::isSameFace(contents, plain.id, same.id));
    // Elsewhere in the derivation is somebody else, also seen from the original.
    auto more = contents;
    model::Probe other = same;
    other.id = model::ProbeId::create();
    other.region = region.id;
    other.box = away;
    other.originalBox =
        imaging::mapBack(mirrored.edits, {contents.evidence[0].width, contents.evidence[0].height}, away);
    QVERIFY(other.originalBox);
    more.probes.push_back(other);
    QVERIFY(!policy::isSameFace(more, plain.id, other.id));
    QVERIFY(!policy::isSameFace(more, same.id, other.id));
}

void DerivingTest::readOnlyLooksAndDerivesNothing()
{
    const ReadyCase ready;
    base::Progress progress;
    const auto made = ready.file->derive(ready.evidence, {}, turnedAndLightened(), progress).value();
    const auto reader =
        CaseSession::open(ready.desk.workstation, ready.file->folder(), store::AccessWanted::Read);
    VERIFY_OK(reader);
    VERIFY_ERROR((*reader)->derive(ready.evidence, {}, {{Edit::Kind::Rotate, {{"degrees", 90}}}}, progress),
                 ReadOnly);
    QCOMPARE(imaging::pixelDigest((*reader)->openDerivation(made.id, progress).value()), made.sha256);
}

QTEST_GUILESS_MAIN(DerivingTest)
#include "tst_deriving.moc"
