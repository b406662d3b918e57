// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/curvefiles.h"

#include "engine/report/plot.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace likeness::cli
{

namespace
{

QByteArray svg(const report::Plot &plot)
{
    constexpr QSize size(520, 420);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(plot.title);
    generator.setDescription(plot.note);
    QPainter painter(&generator);
    painter.fillRect(QRect(QPoint(), size), Qt::white);
    report::drawPlot(painter, QRectF(16, 14, size.width() - 32, size.height() - 28), 1.3, plot,
                     report::PlotLook::ofReport());
    painter.end();
    return buffer.data();
}

} // namespace

base::Result<QStringList> writeCurves(const QString &folder, const model::SelfTest &test)
{
    const report::ReportTexts texts([](const char *source) { return QCoreApplication::translate("report", source); });
    if (!QDir().mkpath(folder))
        return base::fail(base::ErrorCode::WriteFailed, folder, QStringLiteral("the folder cannot be made"));
    QStringList files;
    for (const auto &[name, plot] : {std::pair("det.svg", report::detPlot(test, texts)),
                                     std::pair("rank.svg", report::rankPlot(test, texts))}) {
        if (report::isEmpty(plot))
            continue;
        const QString path = QDir(folder).absoluteFilePath(QString::fromLatin1(name));
        const QByteArray bytes = svg(plot);
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            return base::fail(base::ErrorCode::WriteFailed, path, file.errorString());
        files += path;
    }
    return files;
}

} // namespace likeness::cli
