// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/audit/verbs.h"
#include "tests/engine/casework/readycase.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

using namespace likeness;
using namespace likeness::casework;
using tests::Desk;
using tests::ReadyCase;
namespace verbs = audit::verbs;

/// A case is made, opened and remembered.
class CaseSessionTest : public QObject
{
    Q_OBJECT

private slots:
    void createsACase();
    void refusesEmptyAndPlaceholderDetails();
    void neverOverwritesACase();
    void remembersCasesAndTheirHeads();
    void theSecondSessionReadsOnly();
    void missingAndWrongModels();
};

void CaseSessionTest::createsACase()
{
    const Desk desk;
    const auto file = desk.newCase();
    const auto contents = file->contents();
    VERIFY_OK(contents);
    QCOMPARE(contents->file.details, tests::goodDetails);
    QVERIFY(contents->file.training);
    QCOMPARE(contents->file.createdBy, "examiner");
    QCOMPARE(tests::verbsOf(tests::chainOf(*file)), QStringList{verbs::caseCreated});
}

void CaseSessionTest::refusesEmptyAndPlaceholderDetails()
{
    const Desk desk;
    const auto refused =
        CaseSession::create(desk.workstation, desk.path("case"), {"17", "n/a", "", "J. Roe"});
    VERIFY_ERROR(refused, NotAllowed);
    QCOMPARE(refused.error().detail, "offence-placeholder,purpose-missing");
    QVERIFY(!QFileInfo::exists(desk.path("case")));
}

void CaseSessionTest::neverOverwritesACase()
{
    const Desk desk;
    desk.newCase();
    VERIFY_ERROR(CaseSession::create(desk.workstation, desk.path("case"), tests::goodDetails), AlreadyExists);
    VERIFY_OK(CaseSession::open(desk.workstation, desk.path("case")));
}

void CaseSessionTest::remembersCasesAndTheirHeads()
{
    const Desk desk;
    auto file = desk.newCase();
    const auto head = file->auditHead().value();
    file.reset();
    const auto recent = desk.workstation->record().recent(store::WorkstationStore::Kind::Case).value();
    QCOMPARE(recent.size(), size_t(1));
    QCOMPARE(recent.front().title, tests::goodDetails.number);
    const auto entries = desk.workstation->record().auditEntries(1, 100).value();
    QCOMPARE(entries.back().act.verb, verbs::caseHeadSeen);
    QVERIFY(QJsonDocument(entries.back().act.details).toJson().contains(head.hash.toUtf8()));
}

void CaseSessionTest::theSecondSessionReadsOnly()
{
    const ReadyCase ready;
    const auto head = ready.file->auditHead().value();
    auto second = CaseSession::open(ready.desk.workstation, ready.file->folder());
    VERIFY_OK(second);
    QVERIFY((*second)->isReadOnly());
    QVERIFY((*second)->opening().lockHolder.contains(" on "));
    QCOMPARE((*second)->contents()->evidence.size(), size_t(1));

    // A look is entered, but not here.
    VERIFY_OK((*second)->recordView(verbs::evidenceViewed, ready.evidence.value()));
    base::Progress progress;
    const auto faces = (*second)->findFaces(ready.evidence, {}, progress);
    VERIFY_OK(faces);
    QVERIFY(!faces->empty());
    QCOMPARE(ready.file->auditHead().value(), head);
    const auto entered = tests::verbsOf(ready.desk.workstation->record().auditEntries(1, 1000).value());
    QVERIFY(entered.contains(verbs::evidenceViewed));
    QVERIFY(entered.contains(verbs::facesFound));
}

void CaseSessionTest::missingAndWrongModels()
{
    QTemporaryDir models;
    const Desk desk(models.path());
    const auto file = desk.newCase();
    const QString photo = desk.writePicture("photo.bmp", tests::redHairInSample1());
    base::Progress progress;
    const auto items = file->addEvidence({photo}, progress); // intake needs no engine
    VERIFY_OK(items);
    const auto evidence = items->front().outcome->id;
    VERIFY_ERROR(file->findFaces(evidence, {}, progress), ModelMissing);
    const auto gallery = desk.newGallery();
    VERIFY_ERROR(gallery->enrol({}, {}, progress), ModelMissing);
    QVERIFY(policy::ruleNames(file->unmetSearchRules({}, gallery.get(), {})).startsWith("engine-missing"));
    VERIFY_OK(gallery->counts());

    for (const QString &name : QDir(tests::modelsDirectory()).entryList(QDir::Files))
        QVERIFY(QFile::copy(tests::modelsDirectory() + '/' + name, models.filePath(name)));
    QFile weights(models.filePath("shape_predictor_5_face_landmarks.dat"));
    QVERIFY(weights.open(QIODevice::ReadWrite));
    weights.seek(1000000);
    char byte = 0;
    QVERIFY(weights.getChar(&byte));
    weights.seek(1000000);
    weights.putChar(char(byte ^ 1));
    weights.close();
    VERIFY_ERROR(file->findFaces(evidence, {}, progress), ModelWrong);

    // Put right, it works without a restart.
    QVERIFY(weights.remove());
    QVERIFY(
        QFile::copy(tests::modelsDirectory() + "/shape_predictor_5_face_landmarks.dat", weights.fileName()));
    VERIFY_OK(file->findFaces(evidence, {}, progress));
}

QTEST_GUILESS_MAIN(CaseSessionTest)
#include "tst_casesession.moc"
