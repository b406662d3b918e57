// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmark/enrolbenchmark.h"

#include "engine/casework/gallerysession.h"
#include "tests/benchmark/engines.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

namespace likeness::benchmark
{

namespace
{

/// From here on /proc tells the highest memory anew.
void forgetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

double peakMib()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return double(line.mid(6).chopped(3).trimmed().toLongLong()) / 1024;
    return 0;
}

} // namespace

QJsonObject enrolBenchmark(const QString &facesDirectory, int atMost, QTextStream &table)
{
    const QTemporaryDir folder;
    const auto workstation = workstationIn(folder.filePath(QStringLiteral("workstation")));
    if (!workstation->engine()) // opened before the time runs
        return {{"error", "the engine did not open"}};
    const auto gallery =
        casework::GallerySession::create(workstation, folder.filePath(QStringLiteral("gallery")),
                                         QStringLiteral("Benchmark"))
            .value();
    casework::GallerySession::EnrolmentPlan plan;
    const QDir faces(facesDirectory);
    const QStringList names = faces.entryList({QStringLiteral("*.jpg")}, QDir::Files, QDir::Name);
    for (const QString &name : names.mid(0, atMost))
        plan.paths += faces.filePath(name);

    forgetPeak();
    QElapsedTimer timer;
    timer.start();
    base::Progress progress;
    const auto report = gallery->enrol(plan, {}, progress);
    const double seconds = double(timer.elapsed()) / 1000;
    if (!report)
        return {{"error", base::errorCodeName(report.error().code)}};
    const double files = double(report->items.size());
    const double enrolled = double(report->count(model::EnrolOutcome::Enrolled));
    const QJsonObject result{{"files", files},
                             {"enrolled", enrolled},
                             {"enrolled_share", enrolled / files},
                             {"per_second", files / seconds},
                             {"peak_mib", peakMib()},
                             {"read_ms_per_file", double(report->times.read) / files},
                             {"decode_ms_per_file", double(report->times.decode) / files},
                             {"find_and_align_ms_per_file", double(report->times.find) / files},
                             {"describe_ms_per_file", double(report->times.describe) / files},
                             {"store_ms_per_file", double(report->times.store) / files}};
    table << "enrolment of " << files << " files on all cores\n";
    for (auto value = result.begin(); value != result.end(); ++value)
        table << QStringLiteral("  %1 %2\n").arg(value.key(), -28).arg(value->toDouble(), 10, 'f', 3);
    return result;
}

} // namespace likeness::benchmark
