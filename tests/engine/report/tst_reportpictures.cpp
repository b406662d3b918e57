// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/report/caseworkreport.h"
#include "tests/engine/report/pdftest.h"
#include "tests/support/testdata.h"

#include <QDir>
#include <QImage>

using namespace likeness;
using namespace likeness::tests;

/// Which pictures the report shows, and what it says of those it cannot.
class TestReportPictures : public PdfTest
{
    Q_OBJECT

private slots:
    void missingPicturesAreNamedWithTheirReason()
    {
        const report::CaseReport report = ExampleReport::full();
        const QString said = words(make(report));
        const QString section = said.mid(said.lastIndexOf("Missing pictures"));
        for (const auto &missing : report.missing)
            QVERIFY(withoutSpaces(section).contains(missing.what));
        QVERIFY(section.contains("The file changed since it was added: its SHA-256 differs."));
        QVERIFY(section.contains("evidence-changed: Türkamera Süd.png"));
        QVERIFY(section.contains("The gallery or the picture was not at hand."));
        // And where the picture would be.
        QVERIFY(said.contains("Not shown. The file changed since it was added"));
        QVERIFY(said.contains(
            "Portrait of P3, at rank 3, distance 0.337 Not shown. The gallery or the picture was "
            "not at hand."));
        const QString probe = said.mid(said.indexOf("Probe 2: Evidence 2"));
        QVERIFY(probe.indexOf("The file changed since") < probe.indexOf("How it was chosen"));
    }

    void aFaceThatCannotBeMadeAgainIsNamed()
    {
        report::CaseReport report = ExampleReport::full();
        report.probePictures[0].chip = {};
        report.missing = {
            {report.contents.probes[0].chipSha256, {base::ErrorCode::EngineFailed, "probe-1", ""}}};
        const QString said = words(make(report));
        const QString probe = said.mid(said.indexOf("Probe 1: Evidence 1"));
        const qsizetype why = probe.indexOf("The face engine could not make this picture again");
        QVERIFY(why > 0 && why < probe.indexOf("How it was chosen"));
        QVERIFY(said.contains(
            "This picture was not put into the report.")); // probe 2 has no picture and no reason
    }

    void picturesAreExactlyThoseGiven()
    {
        report::CaseReport report = ExampleReport::full();
        // A thin one and a large one: neither may be resampled or vanish.
        report.probePictures[1] = {report.probePictures[1].probe, ExampleReport::picture(1, 900, 8),
                                   ExampleReport::picture(1600, 1100, 9)};
        QSet<QString> given;
        const auto add = [&given](const base::Picture &picture) {
            const bool grey = picture.format() == base::Picture::Format::Grey;
            const QImage image(picture.line(0), picture.width(), picture.height(), picture.bytesPerLine(),
                               grey ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
            const QImage rgb = image.convertToFormat(QImage::Format_RGB32);
            given += base::sha256(QByteArray(reinterpret_cast<const char *>(rgb.bits()), rgb.sizeInBytes()));
        };
        for (const auto &pictures : report.probePictures) {
            add(pictures.evidence);
            add(pictures.chip);
        }
        for (const auto &portrait : report.portraitPictures)
            add(portrait.picture);

        QTemporaryDir folder;
        output("pdfimages", {"-png", make(report), folder.filePath("picture")});
        QSet<QString> found;
        for (const QString &name : QDir(folder.path()).entryList({"*.png"})) {
            const QImage rgb = QImage(folder.filePath(name)).convertToFormat(QImage::Format_RGB32);
            found +=
                base::sha256(QByteArray(reinterpret_cast<const char *>(rgb.constBits()), rgb.sizeInBytes()));
        }
        QCOMPARE(found, given);
    }

    void looksGoodWithPhotographs()
    {
        const report::CaseReport report = tests::CaseworkReport::withPhotographs(tests::samplesDirectory());
        const QString path = make(report);
        checkLayout(path);
        // The pixels of a picture stand in the file once, however often it is shown.
        const QByteArray list = output("pdfimages", {"-list", path});
        QSet<QString> objects;
        for (const QString &line : QString::fromUtf8(list).split(u'\n').mid(2))
            if (const QStringList cells = line.simplified().split(u' '); cells.size() > 10)
                objects.insert(cells[10]);
        QCOMPARE(objects.size(), qsizetype(2 + report.portraitPictures.size()));
    }
};

REPORT_TEST_MAIN(TestReportPictures)
#include "tst_reportpictures.moc"
