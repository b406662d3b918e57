// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/audit/verbs.h"
#include "engine/base/digest.h"
#include "engine/report/reporttexts.h"
#include "tests/engine/casework/readycase.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QJsonDocument>

using namespace likeness;
using namespace likeness::casework;
using tests::bytesOf;
using tests::Desk;
using tests::ReadyCase;
using tests::vaultOf;
namespace verbs = audit::verbs;

namespace
{

base::Result<QByteArray> realPdf(const report::CaseReport &report)
{
    return report::toPdf(report, report::ReportTexts([](const char *text) { return QString(text); }));
}

} // namespace

/// The report leaves the case.
class ExportingTest : public QObject
{
    Q_OBJECT

private slots:
    void exportsARealReport();
    void missingPicturesAreListed();
    void anExportThatCannotBeWrittenIsNotEntered();
    void anExportNeverReplacesAFileOfTheCase();
};

void ExportingTest::exportsARealReport()
{
    const ReadyCase ready;
    const auto search = ready.search();
    VERIFY_OK(ready.file->conclude(search.id, search.candidates[0].portrait, model::Conclusion::Inconclusive,
                                   "Not <b>sure</b>"));
    report::CaseReport gathered;
    base::Progress progress;
    const auto exported = ready.file->exportReport(
        ready.desk.path("Bericht 1.pdf"),
        [&](const report::CaseReport &report) {
            gathered = report;
            return realPdf(report);
        },
        ready.finder(), progress);
    VERIFY_OK(exported);
    QVERIFY(bytesOf(exported->pdf).startsWith("%PDF-1."));
    QCOMPARE(exported->json, ready.desk.path("Bericht 1.json"));
    QCOMPARE(base::sha256(bytesOf(exported->pdf)), exported->pdfSha256);
    QCOMPARE(base::sha256(bytesOf(exported->json)), exported->jsonSha256);
    QVERIFY(QJsonDocument::fromJson(bytesOf(exported->json)).isObject());

    QCOMPARE(gathered.probePictures.size(), size_t(1));
    QCOMPARE(gathered.portraitPictures.size(), size_t(2));
    QVERIFY(gathered.missing.empty());
    QVERIFY(gathered.training);
    // Only the chosen region is left of the photograph.
    const auto &shown = gathered.probePictures.front();
    const auto original = ready.file->openEvidence(ready.evidence, progress)->picture;
    const auto probe = ready.file->contents()->probes.front();
    QCOMPARE(shown.evidence, imaging::pixelateOutside(original, probe.box).value());
    QVERIFY(shown.evidence != original);
    QCOMPARE(imaging::crop(shown.evidence, probe.box).value(), imaging::crop(original, probe.box).value());
    QCOMPARE(shown.chip.width(), 150);
    QCOMPARE(base::sha256(shown.chip.pixels()), probe.chipSha256);

    const auto chain = tests::chainOf(*ready.file);
    QCOMPARE(chain.back().act.verb, verbs::operationFinished);
    QCOMPARE(chain.back().act.details["outcome"].toString(), "done");
    const auto last = chain[chain.size() - 2];
    QCOMPARE(last.act.verb, verbs::reportExported);
    QCOMPARE(last.act.details["pdf_sha256"].toString(), exported->pdfSha256);
    QCOMPARE(last.act.details["json_sha256"].toString(), exported->jsonSha256);
    QCOMPARE(last.act.details["audit_count"].toInteger(), gathered.auditHead.count);
}

void ExportingTest::missingPicturesAreListed()
{
    const ReadyCase ready;
    ready.search();
    QDir vault(ready.file->folder() + "/evidence");
    QVERIFY(vault.remove(vaultOf(*ready.file).front()));
    report::CaseReport gathered;
    base::Progress progress;
    const auto exported = ready.file->exportReport(
        ready.desk.path("r.pdf"),
        [&](const report::CaseReport &report) {
            gathered = report;
            return realPdf(report);
        },
        [](const model::GalleryId &) { return nullptr; }, progress);
    VERIFY_OK(exported);
    QVERIFY(gathered.probePictures.empty());
    QVERIFY(gathered.portraitPictures.empty());
    QCOMPARE(gathered.missing.size(), size_t(3));
    QCOMPARE(gathered.missing[0].why.code, base::ErrorCode::EvidenceMissing);
    QCOMPARE(gathered.missing[1].why.code, base::ErrorCode::NotFound);
    const auto chain = tests::chainOf(*ready.file);
    QCOMPARE(chain[chain.size() - 2].act.details["missing"].toInt(), 3);
}

void ExportingTest::anExportThatCannotBeWrittenIsNotEntered()
{
    const Desk desk;
    const auto file = desk.newCase();
    const auto head = file->auditHead().value();
    base::Progress progress;
    const auto exported = file->exportReport(desk.path("no such folder/r.pdf"), realPdf, {}, progress);
    QVERIFY(!exported);
    QCOMPARE(file->auditHead().value(), head);
    const auto failed = file->exportReport(
        desk.path("r.pdf"),
        [](const report::CaseReport &) -> base::Result<QByteArray> {
            return base::fail(base::ErrorCode::EngineFailed, "report");
        },
        {}, progress);
    VERIFY_ERROR(failed, EngineFailed);
    QVERIFY(!QFileInfo::exists(desk.path("r.pdf")));
    QVERIFY(!QFileInfo::exists(desk.path("r.json")));
    QCOMPARE(file->auditHead().value(), head);
}

void ExportingTest::anExportNeverReplacesAFileOfTheCase()
{
    const ReadyCase ready;
    base::Progress progress;
    const auto item = ready.file->contents()->evidence.front();
    for (const QString &target : QStringList{"/case.sqlite", "/audit.head"})
        VERIFY_ERROR(ready.file->exportReport(ready.file->folder() + target, realPdf, {}, progress),
                     InvalidArgument);
    VERIFY_ERROR(
        ready.file->exportReport(ready.file->folder() + "/evidence/" + item.sha256, realPdf, {}, progress),
        InvalidArgument);
    // Beside it, too, it would be a file that nothing records.
    VERIFY_ERROR(ready.file->exportReport(ready.file->folder() + "/evidence/r.pdf", realPdf, {}, progress),
                 InvalidArgument);
    QVERIFY(!QFileInfo::exists(ready.file->folder() + "/evidence/r.pdf"));
    // Somebody else's JSON file is not replaced; an earlier report is.
    ready.desk.write("notes.json", "mine");
    VERIFY_ERROR(ready.file->exportReport(ready.desk.path("notes.pdf"), realPdf, {}, progress),
                 AlreadyExists);
    QCOMPARE(QFileInfo(ready.desk.path("notes.json")).size(), 4);
    VERIFY_OK(ready.file->exportReport(ready.desk.path("again.pdf"), realPdf, {}, progress));
    VERIFY_OK(ready.file->exportReport(ready.desk.path("again.pdf"), realPdf, {}, progress));
    VERIFY_OK(ready.file->openEvidence(ready.evidence, progress));
}

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // the PDF needs fonts, not a window
    const QGuiApplication application(argc, argv);
    ExportingTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_exporting.moc"
