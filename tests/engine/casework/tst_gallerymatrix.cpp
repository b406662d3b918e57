// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/audit/verbs.h"
#include "engine/base/digest.h"
#include "engine/match/matrixbuilder.h"
#include "engine/store/verification.h"
#include "tests/engine/casework/fixture.h"

#include <QBuffer>
#include <QDir>

#include <random>

#include <sys/stat.h>

using namespace likeness;
using namespace likeness::casework;
using tests::Desk;

class GalleryMatrixTest : public QObject
{
    Q_OBJECT

private slots:
    void theMatrixIsMadeAgainWhenItIsNotTheGallerys();
    void aCohortIsDrawnAndKept();
    void aSmallGalleryHasNone();
    void howNearStrangersComeIsKeptAndGrows();
};

namespace
{

/// Persons with a portrait each, as if they had been enrolled: only their numbers matter here.
void addPersons(const QString &folder, const model::EngineVersion &version, int from, int to)
{
    const base::SystemClock clock;
    model::Actor actor;
    actor.name = QStringLiteral("manager");
    actor.host = QStringLiteral("desk");
    actor.training = true;
    const auto store = store::GalleryStore::open(folder, actor, clock).value();
    std::mt19937 random{unsigned(from)};
    std::normal_distribution<float> normal(0, 0.1F);
    VERIFY_OK(store->commit(
        {"portrait-enrolled", "many", {}}, actor, [&](store::GalleryWriter &writer) -> base::Outcome {
            LIKENESS_TRY(writer.serve(version));
            for (int i = from; i < to; ++i) {
                model::Portrait portrait;
                portrait.id = model::PortraitId::create();
                portrait.person = writer.personFor(QStringLiteral("P%1").arg(i)).value();
                portrait.sha256 = base::sha256(QByteArray::number(i));
                portrait.box = {0.25, 0.25, 0.5, 0.5};
                portrait.eyes = {{0.4, 0.4}, {0.6, 0.4}};
                portrait.enrolled = clock.now();
                LIKENESS_TRY(writer.insert(portrait));
                model::Template values;
                for (float &value : values)
                    value = normal(random);
                LIKENESS_TRY(writer.insert(portrait.id, version, values));
            }
            return {};
        }));
}

} // namespace

void GalleryMatrixTest::aCohortIsDrawnAndKept()
{
    const Desk desk;
    base::Progress progress;
    const auto version = desk.workstation->engine().value()->version(face::DescriberSettings::shipped());
    const QString folder = desk.newGallery()->folder();
    addPersons(folder, version, 0, 220);
    const auto open = [&] { return GallerySession::open(desk.workstation, folder).value(); };

    // The end of an enrolment finds that it is time.
    auto gallery = open();
    QCOMPARE(gallery->snapshot(progress)->matrix->cohort().size(), size_t(0));
    GallerySession::EnrolmentPlan plan;
    plan.paths = {desk.writePicture("a.bmp", tests::redHairInSample3())};
    VERIFY_OK(gallery->enrol(plan, {}, progress));
    const auto drawn = gallery->snapshot(progress)->matrix;
    QCOMPARE(drawn->cohort().size(), size_t(221));
    const auto entries = gallery->auditEntries(1, 1000).value();
    QCOMPARE(entries.back().act.verb, audit::verbs::cohortDrawn);
    QCOMPARE(entries.back().act.details["persons"].toInt(), 221);
    std::map<QString, float> scales;
    for (qint64 row = 0; row < drawn->portraits(); ++row) {
        const auto of = drawn->row(row);
        QCOMPARE(drawn->cohortScale(row), drawn->cohort().scale(of.values, of.person.value()));
        scales[of.portrait.value()] = drawn->cohortScale(row);
    }

    // Who comes later is measured against the same persons, and nobody else is measured again.
    gallery.reset();
    addPersons(folder, version, 1000, 1010);
    const auto later = open();
    const auto grown = later->snapshot(progress)->matrix;
    QCOMPARE(grown->portraits(), drawn->portraits() + 10);
    QCOMPARE(grown->cohort().size(), size_t(221));
    QCOMPARE(grown->origin().cohort, drawn->origin().cohort);
    for (qint64 row = 0; row < grown->portraits(); ++row) {
        const auto of = grown->row(row);
        QCOMPARE(grown->cohortScale(row), grown->cohort().scale(of.values, of.person.value()));
        if (scales.count(of.portrait.value()))
            QCOMPARE(grown->cohortScale(row), scales[of.portrait.value()]);
    }
    QVERIFY(later->snapshot(progress)->hash != drawn->snapshotHash());

    // A new draw is an act, and changes the snapshot.
    const QString before = later->snapshot(progress)->hash;
    VERIFY_OK(later->drawCohort());
    QCOMPARE(later->snapshot(progress)->matrix->cohort().size(), size_t(231));
    QVERIFY(later->snapshot(progress)->hash != before);
    const auto verified = store::verifyFolder(folder, progress);
    VERIFY_OK(verified);
    using Kind = store::Finding::Kind;
    for (const auto &finding : verified->findings) // nobody has a photograph here, nor an entry that names it
        QVERIFY2(finding.kind == Kind::FileMissing || finding.kind == Kind::RecordNotEntered ||
                     finding.kind == Kind::RecordMissing,
                 qPrintable(store::findingName(finding.kind)));
}

void GalleryMatrixTest::aSmallGalleryHasNone()
{
    const Desk desk;
    base::Progress progress;
    const auto gallery = desk.newGallery();
    GallerySession::EnrolmentPlan plan;
    plan.paths = {desk.writePicture("a.bmp", tests::redHairInSample3())};
    VERIFY_OK(gallery->enrol(plan, {}, progress));
    VERIFY_ERROR(gallery->drawCohort(), InvalidArgument);
    QCOMPARE(gallery->snapshot(progress)->matrix->cohort().size(), size_t(0));
}

void GalleryMatrixTest::howNearStrangersComeIsKeptAndGrows()
{
    const Desk desk;
    base::Progress progress;
    const auto version = desk.workstation->engine().value()->version(face::DescriberSettings::shipped());
    const QString folder = desk.newGallery()->folder();
    const QString kept = folder + "/matrix/" + version.id() + ".strangers";
    const auto open = [&] { return GallerySession::open(desk.workstation, folder).value(); };
    // Shares at some scores, which tell two calibrations apart.
    const auto shares = [&](const GallerySession::Snapshot &snapshot) {
        std::vector<double> all;
        for (double score = 0.7; score < 1.2; score += 0.01)
            all.push_back(snapshot.strangers->at(score).share);
        return all;
    };
    addPersons(folder, version, 0, 999);
    {
        const auto gallery = open();
        VERIFY_OK(gallery->drawCohort());
        QCOMPARE(gallery->snapshot(progress)->strangers->probes(), 0); // too few persons say too little
        QVERIFY(!QFile::exists(kept));
    }
    addPersons(folder, version, 2000, 2002);
    std::vector<double> first;
    {
        const auto gallery = open();
        const auto snapshot = gallery->snapshot(progress).value();
        QCOMPARE(snapshot.strangers->probes(), 999);
        first = shares(snapshot);
    }
    QVERIFY(first.front() < first.back());
    const auto bytes = [&] {
        QFile file(kept);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const auto put = [&](const QByteArray &instead) {
        QFile file(kept);
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(instead) == instead.size();
    };
    const QByteArray good = bytes();
    QVERIFY(!good.isEmpty());
    QVERIFY(!good.contains(QByteArrayLiteral("P1"))); // ids and numbers, no reference

    // It is read again, and what is no such file is measured again.
    struct stat before = {}, after = {};
    QCOMPARE(::stat(QFile::encodeName(kept), &before), 0);
    QCOMPARE(shares(open()->snapshot(progress).value()), first);
    QCOMPARE(::stat(QFile::encodeName(kept), &after), 0);
    QCOMPARE(after.st_ino, before.st_ino);
    QByteArray flipped = good;
    flipped[good.size() / 2] = char(flipped[good.size() / 2] ^ 1);
    for (const QByteArray &bad : {QByteArray(), good.left(good.size() / 2), flipped, QByteArray("nothing\n{}")}) {
        QVERIFY(put(bad));
        QCOMPARE(shares(open()->snapshot(progress).value()), first);
        QCOMPARE(bytes(), good);
    }

    // Portraits that came are measured with those alone, and the answer is that of measuring all.
    addPersons(folder, version, 3000, 3200);
    const auto grown = shares(open()->snapshot(progress).value());
    QVERIFY(grown != first);
    const QByteArray grownFile = bytes();
    QVERIFY(QFile::remove(kept));
    QCOMPARE(shares(open()->snapshot(progress).value()), grown);
    QCOMPARE(bytes(), grownFile);
}

void GalleryMatrixTest::theMatrixIsMadeAgainWhenItIsNotTheGallerys()
{
    const Desk desk;
    base::Progress progress;
    QString expected;
    QString stored;
    {
        const auto gallery = desk.newGallery();
        GallerySession::EnrolmentPlan plan;
        plan.paths = {desk.writePicture("a.bmp", tests::redHairInSample3())};
        VERIFY_OK(gallery->enrol(plan, {}, progress));
        const auto snapshot = gallery->snapshot(progress).value();
        expected = snapshot.hash;
        QCOMPARE(expected, match::snapshotHash(*snapshot.matrix, snapshot.matrix->origin().engineVersionId));
        VERIFY_OK(gallery->recordSearch({}, model::CaseId("case")));
        const QDir matrices(gallery->folder() + "/matrix");
        QCOMPARE(matrices.entryList(QDir::Files).size(), 1);
        stored = matrices.filePath(matrices.entryList(QDir::Files).first());
    }
    const auto bytes = [&] {
        QFile file(stored);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const auto put = [&](const QByteArray &instead) {
        QFile file(stored);
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(instead) == instead.size();
    };
    const QString folder = QFileInfo(stored).path().chopped(7);
    const auto snapshotNow = [&](store::AccessWanted wanted = store::AccessWanted::Write) {
        const auto gallery = GallerySession::open(desk.workstation, folder, wanted).value();
        return gallery->snapshot(progress)->hash;
    };
    const QByteArray good = bytes();
    struct stat before = {};
    struct stat after = {};
    QCOMPARE(::stat(QFile::encodeName(stored), &before), 0);
    QCOMPARE(snapshotNow(), expected); // a search has been entered since: the file still holds
    QCOMPARE(::stat(QFile::encodeName(stored), &after), 0);
    QCOMPARE(after.st_ino, before.st_ino);

    QByteArray flipped = good;
    flipped[5000] = char(flipped[5000] ^ 1); // behind the head
    for (const QByteArray &bad : {QByteArray(), good.left(good.size() - 64), flipped}) {
        QVERIFY(put(bad));
        QCOMPARE(snapshotNow(store::AccessWanted::Read), expected); // for itself
        QCOMPARE(bytes(), bad);
        QCOMPARE(snapshotNow(), expected);
        QVERIFY(bytes() != bad);
    }
    // Whole, but another gallery's, and of another moment.
    const auto rowOf = [&](const QString &galleryId, const model::AuditHead &head) {
        QBuffer out;
        out.open(QIODevice::ReadWrite);
        match::MatrixBuilder builder(out, 0, {galleryId, QFileInfo(stored).fileName(), head});
        return builder.finish() ? out.data() : QByteArray();
    };
    model::AuditHead head;
    QString id;
    {
        const auto gallery = GallerySession::open(desk.workstation, folder).value();
        head = *gallery->auditHead();
        id = gallery->gallery().id.value();
    }
    for (const QByteArray &other : {rowOf("another", head), rowOf(id, {head.count, QString(64, u'0')}),
                                    rowOf(id, {head.count + 5, head.hash}), rowOf(id, {})}) {
        QVERIFY(put(other));
        QCOMPARE(snapshotNow(), expected);
        QVERIFY(bytes() != other);
    }
}

QTEST_GUILESS_MAIN(GalleryMatrixTest)
#include "tst_gallerymatrix.moc"
