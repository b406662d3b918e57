// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/sections.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPdfWriter>

#include <exception>

namespace likeness::report
{

namespace
{

/// The running header and footer of one page.
void drawFurniture(const SectionWriter &to, QPainter &painter, int number, int pages)
{
    const PageFlow &flow = to.flow;
    const double dots = painter.device()->logicalDpiX() / 72.0;
    const auto rule = [&](double y, const QColor &colour) {
        painter.fillRect(QRectF(page::left * dots, y * dots, page::bodyWidth * dots, 0.75 * dots), colour);
    };
    constexpr double pageNumberWidth = 140;
    constexpr double wide = page::bodyWidth - pageNumberWidth - 8;
    const QRectF right(page::right - pageNumberWidth, 36, pageNumberWidth, 12);
    // A case number may be of any length; the header has one line for it.
    QString caseNumber = to.words(QT_TRANSLATE_NOOP("report", "Case %1"), {to.contents.file.details.number});
    if (caseNumber.size() > 60)
        caseNumber = caseNumber.left(57) + QStringLiteral("...");
    flow.drawText(painter, {page::left, 36, wide, 12}, caseNumber, {8.5, true});
    flow.drawText(painter, right,
                  to.words(QT_TRANSLATE_NOOP("report", "Page %1 of %2"),
                           {QString::number(number), QString::number(pages)}),
                  {8.5, false, colours::quiet, true});
    if (to.report.training)
        flow.drawText(painter, {page::left, 48, page::bodyWidth, 12}, to.words(trainingSentence),
                      {8.5, true});
    rule(62, colours::accent);
    rule(784, colours::rule);
    flow.drawText(painter, {page::left, 790, page::bodyWidth, 28}, to.words(leadSentence),
                  {7.5, true, colours::ink, false, true});
}

void compose(const CaseReport &report, const ReportTexts &texts, QPdfWriter &writer)
{
    const Words words(texts);
    PageFlow flow(&writer);
    SectionWriter to(report, words, flow);
    writeTitlePage(to);
    writeContents(to);
    writeSummary(to);
    writeEvidence(to);
    writeScans(to);
    writeDerivations(to);
    writeProbes(to);
    writeSearches(to);
    writeExaminations(to);
    writeVerifications(to);
    writePeople(to);
    writeEngineCard(to);
    writeSelfTests(to);
    writeLimits(to);
    writeMissing(to);
    writeAppendix(to);

    QPainter painter(&writer);
    // The pixels in the PDF are those that were handed in: no JPEG in between.
    painter.setRenderHint(QPainter::LosslessImageRendering);
    flow.paint(painter, [&](QPainter &on, int number, int pages) { drawFurniture(to, on, number, pages); });
}

} // namespace

base::Result<QByteArray> toPdf(const CaseReport &report, const ReportTexts &texts)
{
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return base::fail(base::ErrorCode::EngineFailed, QStringLiteral("QGuiApplication"));
    // Without its fonts a system draws a report without a single letter, and says nothing.
    for (const QString &family : {QStringLiteral("DejaVu Sans"), QStringLiteral("DejaVu Sans Mono")})
        if (!QFontDatabase::hasFamily(family))
            return base::fail(base::ErrorCode::EngineFailed, family, QStringLiteral("font not installed"));
    try {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        {
            QPdfWriter writer(&buffer);
            writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_4);
            writer.setPageSize(QPageSize(QPageSize::A4));
            writer.setPageMargins(QMarginsF());
            writer.setTitle(Words(texts)(QT_TRANSLATE_NOOP("report", "Facial comparison report, case %1"),
                                         {report.contents.file.details.number}));
            writer.setCreator(QStringLiteral("Likeness ") + report.programVersion);
            compose(report, texts, writer);
        }
        return buffer.data();
    } catch (const std::exception &error) {
        return base::fail(base::ErrorCode::EngineFailed, QStringLiteral("PDF"),
                          QString::fromLocal8Bit(error.what()));
    }
}

} // namespace likeness::report
