// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/audit/verbs.h"
#include "engine/base/digest.h"
#include "tests/engine/casework/readycase.h"
#include "tests/support/brokenfiles.h"

#include <QDir>
#include <QFileInfo>

#include <unistd.h>

using namespace likeness;
using namespace likeness::casework;
using tests::bytesOf;
using tests::Desk;
using tests::ReadyCase;
using tests::vaultOf;
namespace verbs = audit::verbs;

/// Files become evidence, and stay what they were.
class IntakeTest : public QObject
{
    Q_OBJECT

private slots:
    void takesEvidenceIn();
    void refusesBrokenFilesAndGoesOn();
    void theSameBytesAreOneItem();
    void cancelledIntakeKeepsWhatWasRecorded();
    void pathWithSpacesAndOtherLetters();
    void aFlippedByteIsRefusedAndEntered();
    void aMissingFileIsToldFromAChangedOne();
};

void IntakeTest::takesEvidenceIn()
{
    const Desk desk;
    const auto file = desk.newCase();
    const QString photo = tests::samplesDirectory() + "/sample1.jpg";
    base::Progress progress;
    const auto items = file->addEvidence({photo}, progress);
    VERIFY_OK(items);
    VERIFY_OK(items->front().outcome);
    const auto &item = *items->front().outcome;
    QCOMPARE(item.sha256, base::sha256(bytesOf(photo)));
    QCOMPARE(item.fileName, "sample1.jpg");
    QCOMPARE(item.mediaType, "image/jpeg");
    QCOMPARE(QSize(item.width, item.height), QSize(1920, 1280));
    QCOMPARE(item.addedBy, "examiner");
    QCOMPARE(vaultOf(*file), QStringList{item.sha256});
    QCOMPARE(bytesOf(file->folder() + "/evidence/" + item.sha256), bytesOf(photo));
    QCOMPARE(progress.done(), 1);

    const auto entries = tests::chainOf(*file);
    QCOMPARE(tests::verbsOf(entries),
             QStringList({verbs::caseCreated, verbs::operationStarted, verbs::evidenceAdded}));
    QCOMPARE(entries.back().act.details["sha256"].toString(), item.sha256);
    const auto still = file->openEvidence(item.id, progress);
    VERIFY_OK(still);
    QCOMPARE(still->picture.width(), 1920);
}

void IntakeTest::refusesBrokenFilesAndGoesOn()
{
    const Desk desk;
    const auto file = desk.newCase();
    QDir().mkpath(desk.path("broken"));
    const auto broken = tests::makeBrokenFiles(desk.path("broken"));
    QVERIFY(broken.size() > 15);
    QStringList files;
    for (const auto &row : broken)
        files += row.path;
    base::Progress progress;
    const auto items = file->addEvidence(files, progress);
    VERIFY_OK(items);
    QCOMPARE(qsizetype(items->size()), broken.size());

    QSet<QString> kept;
    int refused = 0;
    for (qsizetype i = 0; i < broken.size(); ++i) {
        if (broken[i].needsOrdinaryUser && geteuid() == 0)
            continue;
        const auto &outcome = items->at(size_t(i)).outcome;
        if (broken[i].error) {
            QVERIFY2(!outcome, qPrintable(broken[i].name));
            QVERIFY2(outcome.error().code == *broken[i].error,
                     qPrintable(broken[i].name + ": " + base::errorCodeName(outcome.error().code)));
            QCOMPARE(outcome.error().subject, broken[i].path);
            ++refused;
        } else {
            QVERIFY2(outcome, qPrintable(broken[i].name));
            kept.insert(outcome->sha256);
        }
    }
    QVERIFY(refused > 10);
    QVERIFY(!kept.isEmpty());
    const QStringList vault = vaultOf(*file);
    const auto contents = file->contents().value();
    QCOMPARE(vault.size(), qsizetype(contents.evidence.size())); // nothing of the refused stays
    const QStringList entered = tests::verbsOf(tests::chainOf(*file));
    QCOMPARE(entered.count(verbs::evidenceRefused),
             std::count_if(items->begin(), items->end(), [](const auto &item) { return !item.outcome; }));
    QVERIFY(file->opening().interrupted.empty());
}

void IntakeTest::theSameBytesAreOneItem()
{
    const Desk desk;
    const auto file = desk.newCase();
    const base::Picture picture = tests::redHairInSample1();
    const QString first = desk.writePicture("first.bmp", picture);
    const QString second = desk.writePicture("second.bmp", picture);
    base::Progress progress;
    const auto items = file->addEvidence({first, second, first}, progress).value();
    QCOMPARE(items[1].outcome->id, items[0].outcome->id);
    QCOMPARE(items[1].outcome->fileName, "first.bmp");
    QCOMPARE(items[2].outcome->id, items[0].outcome->id);
    QCOMPARE(file->contents()->evidence.size(), size_t(1));
    QCOMPARE(vaultOf(*file).size(), 1);
}

void IntakeTest::cancelledIntakeKeepsWhatWasRecorded()
{
    const Desk desk;
    auto file = desk.newCase();
    const QString first = desk.writePicture("first.bmp", tests::redHairInSample1());
    const QString second = desk.writePicture("second.bmp", tests::otherWoman());
    base::Progress *handle = nullptr;
    base::Progress progress([&](qint64 done, qint64) {
        if (done == 1)
            handle->cancel();
    });
    handle = &progress;
    VERIFY_ERROR(file->addEvidence({first, second}, progress), Cancelled);
    QCOMPARE(file->contents()->evidence.size(), size_t(1));
    QCOMPARE(vaultOf(*file).size(), 1);
    file.reset();
    file = CaseSession::open(desk.workstation, desk.path("case")).value();
    QVERIFY(file->opening().interrupted.empty());
}

void IntakeTest::pathWithSpacesAndOtherLetters()
{
    const Desk desk;
    const QString folder = desk.path("Fälle 2026 – große/事件 1");
    const auto file = CaseSession::create(desk.workstation, folder, tests::goodDetails);
    VERIFY_OK(file);
    const QString photo = desk.writePicture("Übersicht (1) 写真.bmp", tests::redHairInSample1());
    base::Progress progress;
    const auto items = (*file)->addEvidence({photo}, progress);
    VERIFY_OK(items);
    VERIFY_OK(items->front().outcome);
    QCOMPARE(items->front().outcome->fileName, QFileInfo(photo).fileName());
    tests::chainOf(**file);
}

void IntakeTest::aFlippedByteIsRefusedAndEntered()
{
    const ReadyCase ready;
    const auto item = ready.file->contents()->evidence.front();
    QFile stored(ready.file->folder() + "/evidence/" + item.sha256);
    QVERIFY(stored.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(stored.open(QIODevice::ReadWrite));
    stored.seek(5000);
    char byte = 0;
    QVERIFY(stored.getChar(&byte));
    stored.seek(5000);
    QVERIFY(stored.putChar(char(byte ^ 1)));
    stored.close();

    base::Progress progress;
    const auto opened = ready.file->openEvidence(ready.evidence, progress);
    VERIFY_ERROR(opened, EvidenceChanged);
    QCOMPARE(opened.error().subject, "photo.bmp");
    VERIFY_ERROR(ready.file->findFaces(ready.evidence, {}, progress), EvidenceChanged);
    const auto entries = tests::chainOf(*ready.file);
    QCOMPARE(entries.back().act.verb, verbs::evidenceFoundChanged);
    QCOMPARE(entries.back().act.details["sha256"].toString(), item.sha256);
    const auto checks = ready.file->verifyEvidence(progress);
    VERIFY_OK(checks);
    VERIFY_ERROR(checks->front().outcome, EvidenceChanged);
}

void IntakeTest::aMissingFileIsToldFromAChangedOne()
{
    const ReadyCase ready;
    QDir vault(ready.file->folder() + "/evidence");
    QVERIFY(vault.remove(vaultOf(*ready.file).front()));
    base::Progress progress;
    VERIFY_ERROR(ready.file->openEvidence(ready.evidence, progress), EvidenceMissing);
}

QTEST_GUILESS_MAIN(IntakeTest)
#include "tst_intake.moc"
