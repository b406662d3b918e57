// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/report/casereport.h"
#include "engine/report/reporttexts.h"

#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QRectF>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace likeness::tests
{

inline const report::ReportTexts english([](const char *source) { return QString::fromUtf8(source); });

inline const QString lead = "INVESTIGATIVE LEAD ONLY - NOT AN IDENTIFICATION, NOT PROBABLE CAUSE FOR ARREST";
inline const QString training = "TRAINING - NOT FOR CASEWORK";

/// What a program of poppler-utils prints; the package is in the installer's list, so its lack is a failure.
inline QByteArray output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120'000) || process.exitCode() != 0) {
        QTest::qFail(qPrintable(program + ": " + process.errorString() + process.readAllStandardError()),
                     __FILE__, __LINE__);
        return {};
    }
    return process.readAllStandardOutput();
}

inline QString spaced(const QString &words)
{
    return QString(words).replace(QChar::Nbsp, u' ').simplified();
}

inline QString withoutSpaces(QString words)
{
    return words.remove(QRegularExpression("\\s+"));
}

/// Reports as PDF, and what the programs of others read in them.
class PdfTest : public QObject
{
protected:
    /// A PDF on disk. Set LIKENESS_KEEP_REPORTS to a folder to look at them afterwards.
    QString make(const report::CaseReport &report, const report::ReportTexts &texts = english)
    {
        const base::Result<QByteArray> pdf = report::toPdf(report, texts);
        if (!pdf) {
            QTest::qFail(qPrintable(pdf.error().subject + ": " + pdf.error().detail), __FILE__, __LINE__);
            return {};
        }
        const QString folder = qEnvironmentVariable("LIKENESS_KEEP_REPORTS", m_folder.path());
        const QString path = folder + '/' + QTest::currentTestFunction() + ".pdf";
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(*pdf) != pdf->size())
            QTest::qFail("the PDF could not be written", __FILE__, __LINE__);
        return path;
    }

    /// The text of each page.
    static QStringList pages(const QString &path)
    {
        QStringList pages = QString::fromUtf8(output("pdftotext", {"-layout", path, "-"})).split(u'\f');
        pages.removeLast(); // after the last form feed
        for (QString &page : pages)
            page = spaced(page);
        return pages;
    }

    /// All of it in the order of the drawing: a cell's lines follow each other.
    static QString words(const QString &path)
    {
        return spaced(QString::fromUtf8(output("pdftotext", {"-raw", path, "-"})));
    }

    void checkFurniture(const QString &path)
    {
        const QStringList texts = pages(path);
        for (qsizetype i = 0; i < texts.size(); ++i) {
            QVERIFY2(texts[i].contains(lead), qPrintable(texts[i]));
            QVERIFY2(texts[i].contains(training), qPrintable(texts[i]));
            QVERIFY2(texts[i].contains(QString("Page %1 of %2").arg(i + 1).arg(texts.size())),
                     qPrintable(texts[i]));
            QVERIFY2(texts[i].contains("Case 2026-0142"), qPrintable(texts[i]));
        }
    }

    /// No word leaves the margins or lies on another one.
    void checkLayout(const QString &path)
    {
        static const QRegularExpression wordLine(
            R"re(<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>)re");
        const QStringList pages =
            QString::fromUtf8(output("pdftotext", {"-bbox", path, "-"})).split("<page ");
        QVERIFY(pages.size() > 1);
        for (const QString &page : pages) {
            std::vector<std::pair<QRectF, QString>> placed;
            for (auto it = wordLine.globalMatch(page); it.hasNext();) {
                const auto word = it.next();
                const QRectF box(QPointF(word.captured(1).toDouble(), word.captured(2).toDouble()),
                                 QPointF(word.captured(3).toDouble(), word.captured(4).toDouble()));
                QVERIFY2(box.left() > 54 && box.right() < 595.28 - 54 && box.top() > 30 && box.bottom() < 820,
                         qPrintable(word.captured(0)));
                // Poppler's boxes are as high as the font's line: shrink them to the letters.
                placed.push_back(
                    {box.adjusted(0.5, box.height() * 0.3, -0.5, -box.height() * 0.3), word.captured(5)});
            }
            for (size_t i = 0; i < placed.size(); ++i)
                for (size_t j = i + 1; j < placed.size(); ++j)
                    QVERIFY2(!placed[i].first.intersects(placed[j].first),
                             qPrintable(placed[i].second + " lies on " + placed[j].second));
        }
    }

    QTemporaryDir m_folder;
};

/// The main program of such a test: a PDF needs fonts, not a window.
#define REPORT_TEST_MAIN(Test)                                                                               \
    int main(int argc, char *argv[])                                                                         \
    {                                                                                                        \
        qputenv("QT_QPA_PLATFORM", "offscreen");                                                             \
        const QGuiApplication application(argc, argv);                                                       \
        Test test;                                                                                           \
        return QTest::qExec(&test, argc, argv);                                                              \
    }

} // namespace likeness::tests
