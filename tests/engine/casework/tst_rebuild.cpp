// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/audit/verbs.h"
#include "engine/store/verification.h"
#include "tests/engine/casework/readycase.h"

#include <QDir>
#include <QJsonArray>

#include <map>

#include <latch>
#include <thread>

using namespace likeness;
using namespace likeness::casework;
using tests::Desk;
using tests::ReadyCase;
namespace verbs = audit::verbs;

namespace
{

const face::DescriberSettings mirrored{true};

/// Two portraits in a plain gallery.
std::shared_ptr<GallerySession> filledGallery(const Desk &desk)
{
    const auto gallery = desk.newGallery();
    GallerySession::EnrolmentPlan plan;
    plan.paths = {desk.writePicture("a.bmp", tests::redHairInSample3()),
                  desk.writePicture("b.bmp", tests::otherWoman())};
    base::Progress progress;
    if (gallery->enrol(plan, {}, progress)->count(model::EnrolOutcome::Enrolled) != 2)
        qFatal("the portraits were not enrolled");
    return gallery;
}

QStringList verbsSince(const GallerySession &gallery, qint64 number)
{
    QStringList list;
    for (const auto &entry : tests::chainOf(gallery))
        if (entry.number > number)
            list += entry.act.verb;
    return list;
}

void spoil(const QString &path)
{
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    QFile file(path);
    if (!file.open(QIODevice::Append) || file.write("x") != 1)
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

class RebuildTest : public QObject
{
    Q_OBJECT

private slots:
    void theGalleryMovesWhenAllAreDescribed();
    void theOldVersionServesUntilThen();
    void aMissingPortraitHoldsItBack();
    void whoIsEnrolledMeanwhileIsDescribedToo();
    void aProbeIsDescribedForTheGallery();
    void aChangedPhotographIsNotSearched();
};

void RebuildTest::theGalleryMovesWhenAllAreDescribed()
{
    const Desk desk;
    const auto gallery = filledGallery(desk);
    const auto engine = desk.workstation->engine().value();
    const qint64 head = gallery->auditHead()->count;
    base::Progress progress;
    const auto report = gallery->rebuild({mirrored, false}, progress);
    VERIFY_OK(report);
    QVERIFY(report->moved);
    QCOMPARE(report->described, 2);
    QCOMPARE(gallery->serving()->id(), engine->version(mirrored).id());
    QCOMPARE(gallery->counts()->templates, 2);
    QCOMPARE(verbsSince(*gallery, head),
             QStringList({verbs::operationStarted, verbs::portraitDescribed, verbs::portraitDescribed,
                          verbs::versionServed, verbs::rebuildFinished}));
    // The templates are those that an enrolment into such a gallery gives.
    const auto fresh = GallerySession::create(desk.workstation, desk.path("fresh"), "F", mirrored).value();
    GallerySession::EnrolmentPlan plan;
    plan.paths = {desk.path("a.bmp"), desk.path("b.bmp")};
    VERIFY_OK(fresh->enrol(plan, {}, progress));
    const auto templates = [&](GallerySession &session) {
        std::map<QString, model::Template> bySha256;
        const auto matrix = session.snapshot(progress)->matrix;
        for (qint64 row = 0; row < matrix->portraits(); ++row)
            bySha256[matrix->row(row).portraitSha256] = matrix->row(row).values;
        return bySha256;
    };
    QCOMPARE(templates(*gallery).size(), size_t(2));
    QVERIFY(templates(*gallery) == templates(*fresh));
    // And back: nothing is left to describe.
    const auto back = gallery->rebuild({face::DescriberSettings::shipped(), false}, progress);
    VERIFY_OK(back);
    QCOMPARE(back->described, 0);
    QCOMPARE(gallery->serving()->id(), engine->version(face::DescriberSettings::shipped()).id());
    const auto verified = store::verifyFolder(gallery->folder(), progress);
    VERIFY_OK(verified);
    QVERIFY(verified->isSound());
}

void RebuildTest::theOldVersionServesUntilThen()
{
    const Desk desk;
    const auto gallery = filledGallery(desk);
    const QString old = gallery->serving()->id();
    base::Progress silent;
    const QString hash = gallery->snapshot(silent)->hash;
    // Cut off after the first portrait, with a look at the gallery in the middle of it.
    QString during;
    base::Progress cut([&](qint64 done, qint64) {
        if (done == 1) {
            during = gallery->snapshot(silent)->hash;
            cut.cancel();
        }
    });
    VERIFY_ERROR(gallery->rebuild({mirrored, false}, cut), Cancelled);
    QCOMPARE(during, hash);
    QCOMPARE(gallery->serving()->id(), old);
    QCOMPARE(gallery->counts()->templates, 2);
    const auto rest = gallery->rebuild({mirrored, false}, silent);
    VERIFY_OK(rest);
    QCOMPARE(rest->described, 1); // the other one was done
    QVERIFY(rest->moved);
    QVERIFY(gallery->snapshot(silent)->hash != hash);
}

void RebuildTest::aMissingPortraitHoldsItBack()
{
    const Desk desk;
    const auto gallery = filledGallery(desk);
    const QString old = gallery->serving()->id();
    const auto portraits = gallery->portraits(0, 2).value();
    spoil(gallery->folder() + "/portraits/" + portraits[0].sha256);
    base::Progress progress;
    const auto held = gallery->rebuild({mirrored, false}, progress);
    VERIFY_OK(held);
    QVERIFY(!held->moved);
    QCOMPARE(held->failed.size(), size_t(1));
    QCOMPARE(held->failed[0].file, portraits[0].fileName);
    QCOMPARE(held->failed[0].detail, "evidence-changed");
    QCOMPARE(gallery->serving()->id(), old);

    const auto moved = gallery->rebuild({mirrored, true}, progress);
    VERIFY_OK(moved);
    QVERIFY(moved->moved);
    QCOMPARE(gallery->counts()->templates, 1);
    for (const auto &entry : tests::chainOf(*gallery))
        if (entry.act.verb == verbs::versionServed)
            QCOMPARE(entry.act.details["accepted_missing"].toArray(), QJsonArray{portraits[0].sha256});
}

void RebuildTest::whoIsEnrolledMeanwhileIsDescribedToo()
{
    const Desk desk;
    const auto gallery = filledGallery(desk);
    GallerySession::EnrolmentPlan plan;
    plan.paths = {desk.writePicture("third.bmp", tests::samplePart("sample3.jpg", {1402, 160, 400, 515}))};
    bool isEnrolled = false;
    base::Progress progress([&](qint64 done, qint64) {
        if (done != 2 || std::exchange(isEnrolled, true))
            return;
        base::Progress silent; // another thread, while the rebuild is at its last portrait
        std::jthread([&] { isEnrolled = gallery->enrol(plan, {}, silent).has_value(); });
    });
    const auto report = gallery->rebuild({mirrored, false}, progress);
    VERIFY_OK(report);
    QVERIFY(isEnrolled);
    QVERIFY(report->moved);
    QCOMPARE(report->described, 3);
    QCOMPARE(gallery->counts()->templates, 3);
}

void RebuildTest::aProbeIsDescribedForTheGallery()
{
    const ReadyCase ready;
    const auto probe = ready.probe();
    base::Progress progress;
    const auto plain = ready.file->search(probe.id, *ready.gallery, {}, progress);
    VERIFY_OK(plain);
    VERIFY_OK(ready.gallery->rebuild({mirrored, false}, progress));
    const auto search = ready.file->search(probe.id, *ready.gallery, {}, progress);
    VERIFY_OK(search);
    QCOMPARE(search->engine.id(), ready.gallery->serving()->id());
    QVERIFY(search->gallerySnapshot != plain->gallerySnapshot);
    QList<QJsonObject> describedAs;
    for (const auto &entry : tests::chainOf(*ready.file))
        if (entry.act.verb == verbs::searchMade)
            describedAs += entry.act.details["probe_described_as"].toObject();
    QCOMPARE(describedAs.size(), 2);
    QVERIFY(describedAs[0].isEmpty());
    QCOMPARE(describedAs[1]["engine"].toString(), search->engine.id());
    QCOMPARE(describedAs[1]["template_sha256"].toString().size(), 64);
}

void RebuildTest::aChangedPhotographIsNotSearched()
{
    const ReadyCase ready;
    const auto probe = ready.probe();
    base::Progress progress;
    VERIFY_OK(ready.gallery->rebuild({mirrored, false}, progress));
    spoil(ready.file->folder() + "/evidence/" + probe.evidenceSha256);
    VERIFY_ERROR(ready.file->search(probe.id, *ready.gallery, {}, progress), EvidenceChanged);
}

QTEST_GUILESS_MAIN(RebuildTest)
#include "tst_rebuild.moc"
