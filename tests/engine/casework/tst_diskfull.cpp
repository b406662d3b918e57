// SPDX-License-Identifier: GPL-3.0-or-later
// A full disk is made by a limit on the size of files.
#include "engine/audit/verbs.h"
#include "tests/engine/casework/fixture.h"

#include <QDir>

#include <csignal>
#include <sys/resource.h>

using namespace likeness;
using namespace likeness::casework;
using tests::Desk;

namespace
{

class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN); // a failed write instead of a dead process
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

} // namespace

class DiskFullTest : public QObject
{
    Q_OBJECT

private slots:
    void intakeLosesNothing();
    void enrolmentLosesNothing();
    void aReportThatDoesNotFitIsNotEntered();
    void aDisclosureThatDoesNotFitLeavesNothing();
};

void DiskFullTest::intakeLosesNothing()
{
    const Desk desk;
    auto file = desk.newCase();
    const QString small = desk.writePicture("small.bmp", tests::redHairInSample1());
    const QString large =
        desk.writePicture("large.bmp", tests::samplePart("sample1.jpg", {0, 0, 1920, 1280}));
    base::Progress progress;
    VERIFY_OK(file->addEvidence({small}, progress)->front().outcome);
    {
        const FileSizeLimit limit(2 << 20);
        const auto items = file->addEvidence({large}, progress);
        VERIFY_OK(items); // the record itself could be written
        VERIFY_ERROR(items->front().outcome, DiskFull);
    }
    QCOMPARE(file->contents()->evidence.size(), size_t(1));
    QCOMPARE(QDir(file->folder() + "/evidence").entryList(QDir::Files | QDir::Hidden).size(), 1);
    const auto entries = tests::chainOf(*file);
    QCOMPARE(entries.back().act.verb, audit::verbs::evidenceRefused);
    QCOMPARE(entries.back().act.details["error"].toString(), "disk-full");
    // With room again, it goes in.
    VERIFY_OK(file->addEvidence({large}, progress)->front().outcome);

    {
        const FileSizeLimit limit(4096); // not even the record
        QVERIFY(!file->addEvidence({small}, progress));
    }
    QCOMPARE(file->contents()->evidence.size(), size_t(2));
    file.reset();
    file = CaseSession::open(desk.workstation, desk.path("case")).value();
    QCOMPARE(file->contents()->evidence.size(), size_t(2));
    tests::chainOf(*file);
    const auto checks = file->verifyEvidence(progress).value();
    for (const auto &check : checks)
        VERIFY_OK(check.outcome);
}

void DiskFullTest::enrolmentLosesNothing()
{
    const Desk desk;
    const auto gallery = desk.newGallery();
    GallerySession::EnrolmentPlan plan;
    plan.paths = {desk.writePicture("a.bmp", tests::redHairInSample3())};
    base::Progress progress;
    {
        const FileSizeLimit limit(500'000); // the record fits, the portrait (650 kB) does not
        VERIFY_ERROR(gallery->enrol(plan, {}, progress), DiskFull);
    }
    QCOMPARE(gallery->counts()->portraits, 0);
    tests::chainOf(*gallery);
    const auto report = gallery->enrol(plan, {}, progress);
    VERIFY_OK(report);
    QCOMPARE(report->count(model::EnrolOutcome::Enrolled), 1);
}

void DiskFullTest::aReportThatDoesNotFitIsNotEntered()
{
    const Desk desk;
    const auto file = desk.newCase();
    desk.write("r.pdf", "the older report");
    desk.write("r.json", "{}");
    const auto largePdf = [](const report::CaseReport &) -> base::Result<QByteArray> {
        return QByteArray(3 << 20, 'x');
    };
    base::Progress progress;
    {
        const FileSizeLimit limit(2 << 20);
        VERIFY_ERROR(file->exportReport(desk.path("r.pdf"), largePdf, {}, progress), DiskFull);
    }
    QCOMPARE(QFileInfo(desk.path("r.pdf")).size(), 16);
    QCOMPARE(QFileInfo(desk.path("r.json")).size(), 2);
    QCOMPARE(QDir(QFileInfo(desk.path("r.pdf")).path()).entryList({".r.*"}, QDir::Files | QDir::Hidden),
             QStringList());
    const auto entries = tests::chainOf(*file);
    QVERIFY(!tests::verbsOf(entries).contains(audit::verbs::reportExported));
    QCOMPARE(entries.back().act.verb, audit::verbs::operationFinished);
    QCOMPARE(entries.back().act.details["outcome"].toString(), "disk-full");
    QVERIFY(file->auditHead().value().count > 1);
}

void DiskFullTest::aDisclosureThatDoesNotFitLeavesNothing()
{
    const Desk desk;
    const auto file = desk.newCase();
    desk.write("d.zip", "the older packet");
    const auto largePdf = [](const report::CaseReport &) -> base::Result<QByteArray> {
        return QByteArray(3 << 20, 'x');
    };
    base::Progress progress;
    {
        const FileSizeLimit limit(2 << 20);
        VERIFY_ERROR(file->exportDisclosure(desk.path("d.zip"), "To the defence", largePdf, {}, progress),
                     DiskFull);
    }
    QCOMPARE(QFileInfo(desk.path("d.zip")).size(), 16);
    QVERIFY(QDir(desk.path(".")).entryList({".d.zip*"}, QDir::Files | QDir::Hidden).isEmpty());
    const auto entries = tests::chainOf(*file);
    QVERIFY(!tests::verbsOf(entries).contains(audit::verbs::disclosureExported));
    QCOMPARE(entries.back().act.details["outcome"].toString(), "disk-full");
}

QTEST_GUILESS_MAIN(DiskFullTest)
#include "tst_diskfull.moc"
