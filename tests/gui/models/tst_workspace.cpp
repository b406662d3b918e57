// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/models/workplace.h"

#include <QSemaphore>

using namespace likeness;
using models::Workspace;
using tests::SmallCase;
using tests::Workplace;

class TestWorkspace : public QObject
{
    Q_OBJECT
private slots:
    void createsACase();
    void refusedDetailsMakeNoCase();
    void opensWhereTheWorkStopped();
    void secondSessionReadsOnly();
    void badFolderIsSaid();
    void openingTheSameFolderAgainKeepsTheLock();
    void refreshKeepsWhatIsChosen();
    void choosingLeadsToWhatBelongsToIt();
    void lastDecisionAndConclusionCount();
    void closingForgetsAll();
    void closingDuringAJob();
    void nothingRunsWithoutACase();
    void endingDuringAnOpening();
    void sampleThatCannotBeMadeIsSaid();
    void galleries();
};

void TestWorkspace::createsACase()
{
    Workplace place;
    auto &space = *place.workspace;
    QSignalSpy changed(&space, &Workspace::caseChanged), opening(&space, &Workspace::openingChanged);
    space.createCase(place.path(QStringLiteral("new")), tests::umbrella);
    QVERIFY(space.isOpening());
    QVERIFY(!space.hasCase());
    QVERIFY(place.settle());
    QVERIFY(!space.isOpening());
    QCOMPARE(opening.count(), 2);
    QCOMPARE(changed.count(), 1);
    QVERIFY(space.hasCase());
    QVERIFY(!space.isReadOnly());
    QCOMPARE(space.contents().file.details, tests::umbrella);
    QVERIFY(!space.chosenEvidence() && !space.chosenProbe() && !space.chosenSearch() &&
            !space.chosenCandidate());
    QVERIFY(place.errors.isEmpty() && place.notices.isEmpty());
}

void TestWorkspace::refusedDetailsMakeNoCase()
{
    Workplace place;
    auto details = tests::umbrella;
    details.purpose = QStringLiteral("test");
    const auto folder = place.path(QStringLiteral("new"));
    place.workspace->createCase(folder, details);
    QVERIFY(place.settle());
    QCOMPARE(place.errors, QStringList{QStringLiteral("not-allowed")});
    QVERIFY(!place.workspace->hasCase());
    QVERIFY(!QFileInfo::exists(folder));
}

void TestWorkspace::opensWhereTheWorkStopped()
{
    Workplace place;
    const auto made = place.makeCase(QStringLiteral("case"));
    auto &space = *place.workspace;
    QVERIFY(place.open(made.folder));
    QVERIFY(!space.isReadOnly());
    QVERIFY(space.chosenSearch() && space.chosenSearch()->id == made.search);
    QVERIFY(space.chosenProbe() && space.chosenProbe()->id == made.probe);
    QVERIFY(space.chosenEvidence() && space.chosenEvidence()->id == made.evidence.front());
    QVERIFY(!space.chosenCandidate()); // nobody is picked out for the examiner
    QVERIFY(place.errors.isEmpty());
}

void TestWorkspace::secondSessionReadsOnly()
{
    Workplace place;
    const auto made = place.makeCase(QStringLiteral("case"));
    auto elsewhere = casework::CaseSession::open(place.workstation, made.folder).value();
    QVERIFY(place.open(made.folder));
    auto &space = *place.workspace;
    QVERIFY(space.isReadOnly());
    QCOMPARE(space.contents().searches.size(), size_t(1));
    QCOMPARE(place.notices.size(), 1);
    QVERIFY2(place.notices.front().contains(place.workstation->actor().name),
             qPrintable(place.notices.front()));
    QVERIFY(
        !space.check(space.file()->setAside(made.search, made.portraits[0], QStringLiteral("Other eyes"))));
    QCOMPARE(place.errors, QStringList{QStringLiteral("read-only")});

    // Once the other has left it opens for writing.
    elsewhere.reset();
    QVERIFY(place.open(made.folder));
    QVERIFY(!space.isReadOnly());
    QCOMPARE(place.notices.size(), 1);
}

void TestWorkspace::badFolderIsSaid()
{
    Workplace place;
    auto &space = *place.workspace;
    QSignalSpy changed(&space, &Workspace::caseChanged);
    for (const auto &folder : {place.path(QStringLiteral("nowhere")), QString(), place.path(QString())}) {
        place.errors.clear();
        space.openCase(folder);
        QVERIFY(place.settle());
        QCOMPARE(place.errors.size(), 1);
        QVERIFY(!space.isOpening());
        QVERIFY(!space.hasCase());
    }
    QCOMPARE(changed.count(), 0);
}

void TestWorkspace::openingTheSameFolderAgainKeepsTheLock()
{
    Workplace place;
    const auto made = place.makeCase(QStringLiteral("case"));
    for (int i = 0; i < 3; ++i) {
        QVERIFY(place.open(made.folder));
        QVERIFY(!place.workspace->isReadOnly());
    }
    QVERIFY(place.notices.isEmpty());
}

void TestWorkspace::refreshKeepsWhatIsChosen()
{
    Workplace place;
    const auto made = place.makeCase(QStringLiteral("case"));
    QVERIFY(place.open(made.folder));
    auto &space = *place.workspace;
    space.chooseCandidate(made.portraits[1]);
    QSignalSpy contents(&space, &Workspace::contentsChanged);
    QVERIFY(
        space.check(space.file()->setAside(made.search, made.portraits[1], QStringLiteral("Other eyes"))));
    QVERIFY(!space.decision(made.search, made.portraits[1])); // read when it is asked for
    space.refresh();
    QCOMPARE(contents.count(), 1);
    QVERIFY(space.decision(made.search, made.portraits[1])->setAside);
    QVERIFY(space.chosenCandidate() && space.chosenCandidate()->portrait == made.portraits[1]);
    QVERIFY(space.chosenSearch() && space.chosenSearch()->id == made.search);
    QVERIFY(space.chosenProbe() && space.chosenProbe()->id == made.probe);

    space.chooseEvidence(made.evidence[1]);
    space.refresh();
    QVERIFY(space.chosenEvidence() && space.chosenEvidence()->id == made.evidence[1]);
}

void TestWorkspace::choosingLeadsToWhatBelongsToIt()
{
    Workplace place;
    const auto made = place.makeCase(QStringLiteral("case"));
    QVERIFY(place.open(made.folder));
    auto &space = *place.workspace;
    QSignalSpy selection(&space, &Workspace::selectionChanged);
    space.chooseEvidence(made.evidence[1]);
    QCOMPARE(selection.count(), 1);
    space.chooseEvidence(made.evidence[1]);
    QCOMPARE(selection.count(), 1); // the same again is no change
    space.chooseCandidate(made.portraits[2]);
    QCOMPARE(space.chosenCandidate()->rank, 3);
    space.chooseCandidate(model::PortraitId(QStringLiteral("nobody")));
    QVERIFY(!space.chosenCandidate());
    space.chooseCandidate(made.portraits[0]);

    // Without its probe a search is not the one that is looked at, and neither is its candidate.
    space.chooseProbe({});
    QVERIFY(!space.chosenProbe() && !space.chosenSearch() && !space.chosenCandidate());
    QVERIFY(space.chosenEvidence()->id == made.evidence[1]);
    space.chooseProbe(made.probe);
    QVERIFY(space.chosenSearch() && space.chosenSearch()->id == made.search);
    QVERIFY(space.chosenEvidence()->id == made.evidence[0]);
    QVERIFY(!space.chosenCandidate());

    space.chooseProbe({});
    space.chooseEvidence(made.evidence[1]);
    space.chooseSearch(made.search);
    QVERIFY(space.chosenProbe() && space.chosenProbe()->id == made.probe);
    QVERIFY(space.chosenEvidence()->id == made.evidence[0]);
}

void TestWorkspace::lastDecisionAndConclusionCount()
{
    Workplace place;
    const auto made = place.makeCase(QStringLiteral("case"));
    QVERIFY(place.open(made.folder));
    auto &space = *place.workspace;
    const auto file = space.file();
    const auto portrait = made.portraits[0];
    QVERIFY(file->setAside(made.search, portrait, QStringLiteral("Other eyes")));
    QVERIFY(file->takeBack(made.search, portrait));
    QVERIFY(file->conclude(made.search, portrait, model::Conclusion::Inconclusive, {}));
    QVERIFY(file->conclude(made.search, portrait, model::Conclusion::SupportDifferentSource, {}));
    space.refresh();
    QCOMPARE(space.contents().decisions.size(), size_t(2)); // nothing is written over
    QVERIFY(!space.decision(made.search, portrait)->setAside);
    QCOMPARE(space.contents().examinations.size(), size_t(2));
    QCOMPARE(space.examination(made.search, portrait)->conclusion, model::Conclusion::SupportDifferentSource);
    QVERIFY(!space.decision(made.search, made.portraits[1]));
    QVERIFY(!space.examination(model::SearchId::create(), portrait));
}

void TestWorkspace::closingForgetsAll()
{
    Workplace place;
    const auto made = place.makeCase(QStringLiteral("case"));
    QVERIFY(place.open(made.folder));
    auto &space = *place.workspace;
    space.chooseCandidate(made.portraits[0]);
    QSignalSpy changed(&space, &Workspace::caseChanged), contents(&space, &Workspace::contentsChanged),
        selection(&space, &Workspace::selectionChanged);
    space.closeCase();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(contents.count(), 1);
    QCOMPARE(selection.count(), 1);
    QVERIFY(!space.hasCase() && !space.file() && !space.isReadOnly());
    QVERIFY(space.contents().evidence.empty() && space.contents().searches.empty());
    QVERIFY(!space.chosenEvidence() && !space.chosenProbe() && !space.chosenSearch() &&
            !space.chosenCandidate());
    space.closeCase();
    QCOMPARE(changed.count(), 1);
    space.refresh();
    space.recordView(QStringLiteral("candidates-viewed"), QStringLiteral("nothing"));
    QVERIFY(place.errors.isEmpty());
}

void TestWorkspace::closingDuringAJob()
{
    Workplace place;
    const auto made = place.makeCase(QStringLiteral("case"));
    QVERIFY(place.open(made.folder));
    auto &space = *place.workspace;
    QSemaphore entered, letGo;
    bool wasCancelled = false, wasDelivered = false;
    space.runInCase<int>(
        QStringLiteral("Work"), {}, this,
        [&](casework::CaseSession &file, base::Progress &progress) -> base::Result<int> {
            entered.release();
            letGo.acquire();
            wasCancelled = progress.isCancelled();
            // The case stays usable for whoever still holds it, also after the window has left it.
            return int(file.contents().value().evidence.size());
        },
        [&](base::Result<int>) { wasDelivered = true; });
    QVERIFY(entered.tryAcquire(1, tests::patienceMs));

    space.closeCase();
    QVERIFY(!space.hasCase());
    // The work still holds the lock; opening waits for it and comes out writable.
    space.openCase(made.folder);
    QVERIFY(space.isOpening());
    letGo.release();
    QVERIFY(place.settle());
    QVERIFY(wasCancelled);
    QVERIFY(
        !wasDelivered); // nobody is told of work on a case that was left, though the same one is open again
    QVERIFY(space.hasCase());
    QVERIFY(!space.isReadOnly());
    QVERIFY(place.errors.isEmpty());
}

void TestWorkspace::nothingRunsWithoutACase()
{
    Workplace place;
    auto *job = place.workspace->runInCase<int>(
        QStringLiteral("Work"), {}, this,
        [](casework::CaseSession &, base::Progress &) -> base::Result<int> { return 1; },
        [](base::Result<int>) { QFAIL("there is no case"); });
    QVERIFY(!job);
    QVERIFY(place.runner->isIdle());
}

void TestWorkspace::endingDuringAnOpening()
{
    Workplace place;
    const auto made = place.makeCase(QStringLiteral("case"));
    place.workspace->openCase(made.folder);
    place.workspace.reset(); // the window closes; its result goes nowhere
    QVERIFY(place.settle());
    const auto again = casework::CaseSession::open(place.workstation, made.folder);
    QVERIFY(again);
    QVERIFY(!(*again)->isReadOnly());
}

void TestWorkspace::sampleThatCannotBeMadeIsSaid()
{
    Workplace place;
    // A file stands where the folder would be.
    qputenv("LIKENESS_SAMPLE_DIR", place.writePicture(QStringLiteral("file.bmp"), 8, 8).toUtf8() + "/sample");
    place.workspace->openSampleCase();
    QVERIFY(place.workspace->isOpening());
    QVERIFY(place.settle());
    QCOMPARE(place.errors, QStringList{QStringLiteral("write-failed")});
    QVERIFY(!place.workspace->isOpening());
    QVERIFY(!place.workspace->hasCase());
}

void TestWorkspace::galleries()
{
    Workplace place;
    auto &space = *place.workspace;
    QVERIFY(!space.chosenGallery());
    space.createGallery(place.path(QStringLiteral("first")), QStringLiteral("Volunteers"));
    QVERIFY(place.settle());
    QCOMPARE(space.galleries().size(), size_t(1));
    const auto first = space.galleries()[0]->gallery().id;
    QVERIFY(space.chosenGallery() && space.chosenGallery()->gallery().id == first);
    QVERIFY(space.isCounted(first));
    QCOMPARE(space.counts(first).portraits, 0);

    space.createGallery(place.path(QStringLiteral("second")), QStringLiteral("Staff"));
    QVERIFY(place.settle());
    QCOMPARE(space.galleries().size(), size_t(2));
    QVERIFY(space.chosenGallery()->gallery().id != first);

    // One that is open already is chosen, not opened twice.
    space.openGallery(place.path(QStringLiteral("first")));
    QVERIFY(place.settle());
    QCOMPARE(space.galleries().size(), size_t(2));
    QVERIFY(space.chosenGallery()->gallery().id == first);
    QVERIFY(!space.chosenGallery()->isReadOnly());

    space.openGallery(place.path(QStringLiteral("nowhere")));
    QVERIFY(place.settle());
    QCOMPARE(place.errors.size(), 1);
    QCOMPARE(space.galleries().size(), size_t(2));

    // The next start finds both again.
    jobs::JobRunner otherRunner;
    Workspace other(place.workstation, otherRunner);
    other.openRecentGalleries();
    QTRY_VERIFY_WITH_TIMEOUT(otherRunner.isIdle(), tests::patienceMs);
    QCOMPARE(other.galleries().size(), size_t(2));
    QVERIFY(other.galleries()[0]->isReadOnly()); // the first workspace holds their locks
}

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
