// SPDX-License-Identifier: GPL-3.0-or-later
// disclosure, audit export, statistics
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/knowngalleries.h"
#include "engine/casework/statistics.h"
#include "engine/report/reporttexts.h"

#include <QFileInfo>

namespace likeness::cli
{

namespace
{

int exportDisclosure(Context &context, const QString &folder, const QString &out, const QString &reason,
                     const QStringList &galleries)
{
    const auto session = context.openCase(folder);
    if (!session)
        return context.fail(session.error());
    KnownGalleries known(context, galleries);
    const auto exported = (*session)->exportDisclosure(
        out, reason,
        [](const report::CaseReport &report) {
            return report::toPdf(report, report::ReportTexts([](const char *source) {
                                     return QCoreApplication::translate("report", source);
                                 }));
        },
        [&](const model::GalleryId &id) { return known.find(id); }, context.progress());
    if (!exported)
        return context.fail(exported.error());
    return context.finish(
        {{"packet", QFileInfo(out).absoluteFilePath()}},
        CliText::tr("The disclosure packet is in %1. It holds the originals: please hand it "
                    "to nobody but its recipient.")
            .arg(out));
}

int exportAudit(Context &context, const QString &folder, const QString &out)
{
    const auto session = context.openCase(folder);
    if (!session)
        return context.fail(session.error());
    if (const auto exported = (*session)->exportAudit(out, context.progress()); !exported)
        return context.fail(exported.error());
    return context.finish(
        {{"log", QFileInfo(out).absoluteFilePath()}},
        CliText::tr("The audit log is in %1. Check it with likeness-verify --log.").arg(out));
}

int exportStatistics(Context &context, int year, const QString &out, bool csv)
{
    const auto desk = context.workstation();
    if (!desk)
        return context.fail(desk.error());
    const auto figures = casework::statisticsOf(**desk, year, context.progress());
    if (!figures)
        return context.fail(figures.error());
    QStringList files{QFileInfo(out).absoluteFilePath()};
    if (csv) {
        const QFileInfo info(out);
        files += info.absolutePath() + u'/' + info.completeBaseName() + QStringLiteral(".csv");
    }
    for (const QString &file : files)
        if (const auto written = casework::exportStatistics(**desk, *figures, file); !written)
            return context.fail(written.error());
    if (figures->casesUnreadable > 0)
        context.say(CliText::tr("Cases that could not be read and are not in the figures: %1")
                        .arg(figures->casesUnreadable));
    QJsonObject facts = casework::toJson(*figures);
    facts["files"] = QJsonArray::fromStringList(files);
    return context.finish(facts, CliText::tr("The figures of %1 are in %2.")
                                     .arg(QString::number(year), files.join(QStringLiteral(", "))));
}

} // namespace

void addOutputCommands(CLI::App &app, Chosen &chosen)
{
    struct Options {
        std::string folder, out, reason;
        std::vector<std::string> galleries;
        int year = 0;
        bool csv = false;
    };
    const auto o = std::make_shared<Options>();
    const auto need = [](CLI::App *made, const char *name, std::string &to, const QString &help) {
        made->add_option(name, to, help.toStdString())->required();
    };
    const QString folderHelp = CliText::tr("Folder of the case");

    auto *disclosure = app.add_subcommand(
        "disclosure",
        CliText::tr("Export the disclosure packet with the originals, as a supervisor").toStdString());
    need(disclosure, "DIR", o->folder, folderHelp);
    need(disclosure, "--out", o->out, CliText::tr("File to write, ending in .zip"));
    need(disclosure, "--reason", o->reason, CliText::tr("To whom, and why"));
    disclosure->add_option("--gallery", o->galleries,
                           CliText::tr("Folder of a gallery that was searched, when this workstation did not "
                                       "open it lately")
                               .toStdString());
    disclosure->callback([o, &chosen] {
        chosen.drawsText = true;
        chosen.run = [o](Context &context) {
            QStringList galleries;
            for (const std::string &gallery : o->galleries)
                galleries += text(gallery);
            return exportDisclosure(context, text(o->folder), text(o->out), text(o->reason), galleries);
        };
    });

    auto *audit = commandGroup(app, "audit", CliText::tr("The audit log of a case"));
    auto *log = audit->add_subcommand(
        "export", CliText::tr("Write the log as JSON lines, its end signed").toStdString());
    need(log, "DIR", o->folder, folderHelp);
    need(log, "--out", o->out, CliText::tr("File to write, ending in .jsonl"));
    log->callback([o, &chosen] {
        chosen.run = [o](Context &context) { return exportAudit(context, text(o->folder), text(o->out)); };
    });

    auto *statistics = app.add_subcommand(
        "statistics",
        CliText::tr("Write a year's figures over all cases of this workstation; no personal data")
            .toStdString());
    statistics->add_option("--year", o->year, CliText::tr("Year, by UTC").toStdString())
        ->required()
        ->check(CLI::Range(2000, 9999));
    need(statistics, "--out", o->out, CliText::tr("File to write, ending in .json"));
    statistics->add_flag("--csv", o->csv, CliText::tr("Also as CSV beside it").toStdString());
    statistics->callback([o, &chosen] {
        chosen.run = [o](Context &context) {
            return exportStatistics(context, o->year, text(o->out), o->csv);
        };
    });
}

} // namespace likeness::cli
