// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/enrolment.h"

#include "engine/audit/verbs.h"
#include "engine/imaging/border.h"
#include "engine/store/verification.h"
#include "tests/engine/casework/fixture.h"
#include "tests/support/stillbytes.h"

#include <QDir>
#include <QJsonArray>

using namespace likeness;
using namespace likeness::casework;
using model::EnrolOutcome;
using tests::Desk;
namespace verbs = audit::verbs;

namespace {

QStringList outcomesOf(const GallerySession::EnrolmentReport &report)
{
    QStringList list;
    for (const auto &item : report.items)
        list += model::enrolOutcomeName(item.outcome);
    return list;
}

} // namespace

class EnrolmentTest : public QObject
{
    Q_OBJECT

private slots:
    void everyFileHasItsOutcome();
    void aTightCropGetsABorder();
    void theLargestFaceIsTaken();
    void csvGivesPersonAndProvenance();
    void aCsvThatCannotBeReadStopsBeforeTheFirstFile();
    void foldersAreWalkedInNameOrder();
    void personFrom_data();
    void personFrom();
    void aCancelledRunContinues();
    void noFileIsLookedAtTwice();
    void theSameBytesTwiceInOneRun();
    void aGalleryWithMirroredTemplates();
    void aReadOnlyGalleryIsNotWritten();
    void aGalleryNeedsAName();
    void searchesKeepTheSnapshot();
};

void EnrolmentTest::everyFileHasItsOutcome()
{
    const Desk desk;
    const auto gallery = desk.newGallery();
    const base::Picture face = tests::redHairInSample3();
    // Eyes about 20 px apart, standing free.
    const imaging::Bordered small(imaging::thumbnail(face, 84, 96), 1.0);
    GallerySession::EnrolmentPlan plan;
    plan.paths = {desk.writePicture("red_0001.bmp", face),
                  desk.write("quadrants.png", tests::encoded(tests::quadrants(300, 200), "png")),
                  desk.writePicture("small.bmp", small.picture()),
                  desk.writePicture("red_0002.bmp", face),
                  desk.write("notes.jpg", "not a picture"),
                  desk.path("missing.jpg")};
    QStringList told;
    base::Progress progress;
    const auto report = gallery->enrol(
        plan, [&](const model::EnrolItem &item) { told += model::enrolOutcomeName(item.outcome); }, progress);
    VERIFY_OK(report);
    const QStringList expected{"enrolled", "no_face", "low_quality", "duplicate", "unreadable", "unreadable"};
    QCOMPARE(outcomesOf(*report), expected);
    QCOMPARE(told, expected);
    QCOMPARE(report->items[4].detail, "format-unsupported");
    QCOMPARE(report->items[5].detail, "file-unreadable");
    QCOMPARE(report->items[0].file, plan.paths[0]);
    QCOMPARE(report->count(EnrolOutcome::Unreadable), 2);

    const auto counts = gallery->counts().value();
    QCOMPARE(counts.persons, 1);
    QCOMPARE(counts.portraits, 1);
    QCOMPARE(counts.templates, 1);
    // No photograph of somebody who was not enrolled stays behind.
    QCOMPARE(QDir(gallery->folder() + "/portraits").entryList(QDir::Files | QDir::Hidden).size(), 1);
    const auto entries = tests::chainOf(*gallery);
    // Whatever was looked at has its entry at once; what was only looked up waits for the next.
    QCOMPARE(tests::verbsOf(entries),
             QStringList({verbs::galleryCreated, verbs::operationStarted, verbs::portraitEnrolled,
                          verbs::filesJudged, verbs::filesJudged, verbs::filesJudged, verbs::filesJudged,
                          verbs::enrolmentFinished}));
    QCOMPARE(entries[5].act.details["files"].toArray().size(), 2); // the duplicate and notes.jpg
    QCOMPARE(entries.back().act.details["unreadable"].toInt(), 2);
    const auto portraits = gallery->portraits(0, 10).value();
    base::Progress again;
    QCOMPARE(gallery->openPortrait(portraits.front().id, again)->picture, face);
}

void EnrolmentTest::aTightCropGetsABorder()
{
    const Desk desk;
    const auto gallery = desk.newGallery();
    const base::Picture tight = tests::samplePart("sample3.jpg", {1110, 290, 145, 130});
    base::Progress progress;
    const auto engine = desk.workstation->engine().value();
    QVERIFY2(engine->find(tight, {}, progress)->empty(),
             "the picture no longer needs a border: cut it tighter");
    GallerySession::EnrolmentPlan plan;
    plan.paths = {desk.writePicture("tight.bmp", tight),
                  desk.writePicture("free.bmp", tests::redHairInSample3())};
    const auto report = gallery->enrol(plan, {}, progress);
    VERIFY_OK(report);
    QCOMPARE(outcomesOf(*report), QStringList({"enrolled", "enrolled"}));
    QList<bool> borders;
    for (const auto &entry : tests::chainOf(*gallery))
        if (entry.act.verb == verbs::portraitEnrolled)
            borders += entry.act.details["border"].toBool();
    QCOMPARE(borders, QList<bool>({true, false}));

    // The eyes are where they are in the tight picture itself: pixels of sample3, by hand.
    const auto portraits = gallery->portraits(0, 10).value();
    for (const auto &portrait : portraits)
        if (portrait.fileName == "tight.bmp") {
            QVERIFY(portrait.box.isValid());
            QVERIFY(std::abs(portrait.eyes.left.x * 145 + 1110 - 1117) < 12);
            QVERIFY(std::abs(portrait.eyes.left.y * 130 + 290 - 317) < 12);
            QVERIFY(std::abs(portrait.eyes.right.x * 145 + 1110 - 1218) < 12);
            QVERIFY(std::abs(portrait.eyes.right.y * 130 + 290 - 341) < 12);
        }
    const auto matrix = gallery->snapshot(progress)->matrix;
    QCOMPARE(matrix->portraits(), 2);
    QVERIFY(match::distance(matrix->row(0).values, matrix->row(1).values) < 0.5); // the same face
}

void EnrolmentTest::theLargestFaceIsTaken()
{
    const Desk desk;
    base::Progress progress;
    const auto engine = desk.workstation->engine().value();
    const base::Picture both = tests::samplePart("sample3.jpg", {475, 120, 900, 580});
    const auto faces = engine->find(both, {}, progress).value();
    QCOMPARE(faces.size(), size_t(2));
    const auto chosen = findPortraitFace(*engine, both, progress);
    VERIFY_OK(chosen);
    QCOMPARE(chosen->outcome, EnrolOutcome::Enrolled);
    const double largest = std::max(faces[0].quality.eyeDistancePx, faces[1].quality.eyeDistancePx);
    QCOMPARE(chosen->found.face.quality.eyeDistancePx, largest);
}

void EnrolmentTest::csvGivesPersonAndProvenance()
{
    const Desk desk;
    const auto gallery = desk.newGallery();
    desk.writePicture("a.bmp", tests::redHairInSample3());
    desk.writePicture("b_0001.bmp", tests::otherWoman());
    GallerySession::EnrolmentPlan plan;
    plan.csv = desk.write("list.csv", "person,file,retain_until,legal_basis,source,taken\r\n"
                                      "P1,a.bmp,2020-01-01,\"Act 5, s. 2\",Booking,2019-05-06\r\n"
                                      ",b_0001.bmp,,,,\r\nP3,gone.bmp,,,,\r\n");
    base::Progress progress;
    const auto report = gallery->enrol(plan, {}, progress);
    VERIFY_OK(report);
    QCOMPARE(outcomesOf(*report), QStringList({"enrolled", "enrolled", "unreadable"}));
    QCOMPARE(report->items[2].file, "gone.bmp");
    const auto persons = gallery->persons().value();
    QCOMPARE(persons.size(), size_t(2));
    QCOMPARE(persons[0].reference, "P1");
    QCOMPARE(persons[1].reference, "b");
    const auto portrait = gallery->portraits(0, 1).value().front();
    QCOMPARE(portrait.provenance.source, "Booking");
    QCOMPARE(portrait.provenance.taken, QDate(2019, 5, 6));
    QCOMPARE(portrait.provenance.legalBasis, "Act 5, s. 2");
    QCOMPARE(portrait.provenance.retainUntil, QDate(2020, 1, 1));
    const auto counts = gallery->counts().value();
    QCOMPARE(counts.pastRetention, 1);
    QCOMPARE(counts.withoutLegalBasis, 1);
}

void EnrolmentTest::aCsvThatCannotBeReadStopsBeforeTheFirstFile()
{
    const Desk desk;
    const auto gallery = desk.newGallery();
    const auto head = gallery->auditHead().value();
    GallerySession::EnrolmentPlan plan;
    plan.csv = desk.path("missing.csv");
    base::Progress progress;
    VERIFY_ERROR(gallery->enrol(plan, {}, progress), FileUnreadable);
    plan.csv = desk.write("list.csv", "file,nmae\na.bmp,P1\n");
    const auto report = gallery->enrol(plan, {}, progress);
    VERIFY_ERROR(report, FileDamaged);
    QVERIFY(report.error().detail.contains("\"nmae\""));
    QCOMPARE(gallery->auditHead().value(), head);
}

void EnrolmentTest::foldersAreWalkedInNameOrder()
{
    const Desk desk;
    QVERIFY(QDir().mkpath(desk.path("photos/b")));
    for (const QString &name : QStringList{"photos/b/2.jpg", "photos/c.jpg", "photos/a.jpg", "photos/b/1.jpg",
                                           "photos/.hidden.jpg", "photos/list.csv"})
        desk.write(name, name == "photos/list.csv" ? "file,person\nc.jpg,P1\n" : "x");
    QVERIFY(QFile::link(desk.path("photos/a.jpg"), desk.path("photos/link.jpg")));
    QVERIFY(QFile::link(desk.path("photos"), desk.path("photos/b/around"))); // a circle, not walked
    GallerySession::EnrolmentPlan plan;
    plan.paths = {desk.path("photos")};
    plan.csv = desk.path("photos/list.csv");
    const auto files = enrolmentFiles(plan);
    VERIFY_OK(files);
    QStringList names;
    for (const EnrolmentFile &file : *files)
        names += QDir(desk.path("photos")).relativeFilePath(file.path) + '=' + file.person;
    QCOMPARE(names, QStringList({"c.jpg=P1", "a.jpg=a", "b/1.jpg=1", "b/2.jpg=2", "link.jpg=link"}));
}

void EnrolmentTest::personFrom_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("folder");
    QTest::newRow("numbered") << "/g/Doe/Jane_Doe_0001.jpg"
                              << "Jane_Doe"
                              << "Doe";
    QTest::newRow("only the last number") << "/g/x/17_0001_0002.jpg"
                                          << "17_0001"
                                          << "x";
    QTest::newRow("no number") << "/g/x/Jane.jpg"
                               << "Jane"
                               << "x";
    QTest::newRow("letters behind") << "/g/x/Jane_1b.jpg"
                                    << "Jane_1b"
                                    << "x";
    QTest::newRow("nothing before") << "/g/x/_0001.jpg"
                                    << "_0001"
                                    << "x";
    QTest::newRow("points") << "/g/x/J.R.D._0003.jpg"
                            << "J.R.D."
                            << "x";
}

void EnrolmentTest::personFrom()
{
    QFETCH(QString, path);
    QTEST(personReference(path, GallerySession::PersonFrom::File), "file");
    QTEST(personReference(path, GallerySession::PersonFrom::Folder), "folder");
}

void EnrolmentTest::aCancelledRunContinues()
{
    const Desk desk;
    const auto gallery = desk.newGallery();
    GallerySession::EnrolmentPlan plan;
    plan.paths = {desk.writePicture("a.bmp", tests::redHairInSample3()),
                  desk.writePicture("b.bmp", tests::otherWoman())};
    base::Progress cancelled;
    VERIFY_ERROR(gallery->enrol(
                     plan, [&](const model::EnrolItem &) { cancelled.cancel(); }, cancelled),
                 Cancelled);
    QCOMPARE(gallery->counts()->portraits, 1);
    base::Progress progress;
    const auto report = gallery->enrol(plan, {}, progress);
    VERIFY_OK(report);
    QCOMPARE(outcomesOf(*report), QStringList({"enrolled", "enrolled"})); // as in one piece
    QCOMPARE(gallery->counts()->portraits, 2);
    // A new run after one that came to its end.
    const auto third = gallery->enrol(plan, {}, progress);
    VERIFY_OK(third);
    QCOMPARE(outcomesOf(*third), QStringList({"duplicate", "duplicate"}));
}

void EnrolmentTest::noFileIsLookedAtTwice()
{
    const Desk desk;
    const auto gallery = desk.newGallery();
    GallerySession::EnrolmentPlan plan;
    const QString quadrants = desk.write("a.png", tests::encoded(tests::quadrants(300, 200), "png"));
    plan.paths = {quadrants, desk.write("b.jpg", "not a picture"),
                  desk.writePicture("c.bmp", tests::redHairInSample3()), desk.path("missing.jpg"),
                  desk.writePicture("d.bmp", tests::otherWoman())};
    base::Progress cancelled;
    int told = 0;
    VERIFY_ERROR(gallery->enrol(
                     plan,
                     [&](const model::EnrolItem &) {
                         if (++told == 4)
                             cancelled.cancel();
                     },
                     cancelled),
                 Cancelled);
    const auto judgedSince = [&](qint64 entry) {
        QStringList names;
        for (const auto &e : tests::chainOf(*gallery))
            if (e.number > entry)
                for (const auto &file : e.act.details["files"].toArray())
                    names += file.toObject()["file_name"].toString();
        return names;
    };
    QCOMPARE(judgedSince(0), QStringList({"a.png", "b.jpg", "missing.jpg"}));
    const qint64 head = gallery->auditHead()->count;
    base::Progress progress;
    const auto report = gallery->enrol(plan, {}, progress);
    VERIFY_OK(report);
    QCOMPARE(outcomesOf(*report),
             QStringList({"no_face", "unreadable", "enrolled", "unreadable", "enrolled"}));
    QCOMPARE(report->items[1].detail, "format-unsupported");
    QCOMPARE(judgedSince(head), QStringList({"missing.jpg"})); // there are no bytes to know it by
    // A file that has changed meanwhile is another one, and a run of its own looks at everything again.
    const qint64 second = gallery->auditHead()->count;
    VERIFY_OK(gallery->enrol(plan, {}, progress));
    QCOMPARE(judgedSince(second), QStringList({"a.png", "b.jpg", "c.bmp", "missing.jpg", "d.bmp"}));
}

void EnrolmentTest::theSameBytesTwiceInOneRun()
{
    const Desk desk;
    const auto gallery = desk.newGallery();
    GallerySession::EnrolmentPlan plan;
    const QByteArray nobody = tests::encoded(tests::quadrants(300, 200), "png");
    const base::Picture face = tests::redHairInSample3();
    plan.paths = {desk.writePicture("first_0001.bmp", face),
                  desk.writePicture("second_0001.bmp", face),
                  desk.write("n1.png", nobody),
                  desk.write("n2.png", nobody),
                  desk.write("n3.png", nobody),
                  desk.writePicture("third_0001.bmp", face)};
    base::Progress progress;
    const auto report = gallery->enrol(plan, {}, progress);
    VERIFY_OK(report);
    QCOMPARE(outcomesOf(*report),
             QStringList({"enrolled", "duplicate", "no_face", "no_face", "no_face", "duplicate"}));
    QCOMPARE(gallery->persons()->front().reference, "first"); // the plan's order, not the quickest
    QCOMPARE(report->items[3].detail, "n2");
}

void EnrolmentTest::aGalleryWithMirroredTemplates()
{
    const Desk desk;
    const auto plain = desk.newGallery("plain");
    const auto mirrored =
        GallerySession::create(desk.workstation, desk.path("mirrored"), "M", {true}).value();
    const auto engine = desk.workstation->engine().value();
    QCOMPARE(mirrored->serving()->id(), engine->version({true}).id());
    GallerySession::EnrolmentPlan plan;
    plan.paths = {desk.writePicture("a.bmp", tests::redHairInSample3())};
    base::Progress progress;
    VERIFY_OK(plain->enrol(plan, {}, progress));
    VERIFY_OK(mirrored->enrol(plan, {}, progress));
    QCOMPARE(plain->serving()->id(), engine->version(face::DescriberSettings::shipped()).id());
    const auto values = [&](GallerySession &gallery) {
        return gallery.snapshot(progress)->matrix->row(0).values;
    };
    QVERIFY(values(*plain) != values(*mirrored));
    QCOMPARE(mirrored->counts()->templates, 1);
    const auto report = store::verifyFolder(mirrored->folder(), progress);
    VERIFY_OK(report);
    QVERIFY(report->isSound());
}

void EnrolmentTest::aReadOnlyGalleryIsNotWritten()
{
    const Desk desk;
    const auto gallery = desk.newGallery();
    const auto second = GallerySession::open(desk.workstation, gallery->folder()).value();
    QVERIFY(second->isReadOnly());
    base::Progress progress;
    VERIFY_ERROR(second->enrol({}, {}, progress), ReadOnly);
}

void EnrolmentTest::aGalleryNeedsAName()
{
    const Desk desk;
    VERIFY_ERROR(GallerySession::create(desk.workstation, desk.path("g"), "  "), InvalidArgument);
    QVERIFY(!QDir(desk.path("g")).exists());
}

void EnrolmentTest::searchesKeepTheSnapshot()
{
    const Desk desk;
    const auto gallery = desk.newGallery();
    GallerySession::EnrolmentPlan plan;
    plan.paths = {desk.writePicture("a.bmp", tests::redHairInSample3())};
    base::Progress progress;
    VERIFY_OK(gallery->enrol(plan, {}, progress));
    const auto before = gallery->snapshot(progress).value();
    VERIFY_OK(gallery->recordSearch({}, model::CaseId("case")));
    QCOMPARE(gallery->snapshot(progress)->matrix.get(), before.matrix.get()); // not loaded again
    plan.paths = {desk.writePicture("b.bmp", tests::otherWoman())};
    VERIFY_OK(gallery->enrol(plan, {}, progress));
    const auto after = gallery->snapshot(progress).value();
    QVERIFY(after.hash != before.hash);
}

QTEST_GUILESS_MAIN(EnrolmentTest)
#include "tst_enrolment.moc"
