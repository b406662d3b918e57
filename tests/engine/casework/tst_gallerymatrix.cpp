// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/matrixbuilder.h"
#include "tests/engine/casework/fixture.h"

#include <QBuffer>
#include <QDir>

#include <sys/stat.h>

using namespace likeness;
using namespace likeness::casework;
using tests::Desk;

class GalleryMatrixTest : public QObject
{
    Q_OBJECT

private slots:
    void theMatrixIsMadeAgainWhenItIsNotTheGallerys();
};

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
