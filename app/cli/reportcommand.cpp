// SPDX-License-Identifier: GPL-3.0-or-later
// report DIR --out FILE.pdf
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/knowngalleries.h"
#include "engine/report/reporttexts.h"
#include "widgets/words/errortext.h"

namespace likeness::cli
{

namespace
{

int exportReport(Context &context, const QString &folder, const QString &pdfPath,
                 const QStringList &galleries)
{
    const auto session = context.openCase(folder);
    if (!session)
        return context.fail(session.error());
    KnownGalleries known(context, galleries);
    std::vector<report::CaseReport::MissingPicture> missing;
    const auto exported = (*session)->exportReport(
        pdfPath,
        [&](const report::CaseReport &report) {
            missing = report.missing;
            return report::toPdf(report, report::ReportTexts([](const char *source) {
                                     return QCoreApplication::translate("report", source);
                                 }));
        },
        [&](const model::GalleryId &id) { return known.find(id); }, context.progress());
    if (!exported)
        return context.fail(exported.error());

    QJsonArray list;
    for (const auto &picture : missing) {
        QJsonObject facts = errorObject(picture.why);
        facts["what"] = picture.what;
        list.append(facts);
        context.say(words::sentence(picture.why));
    }
    return context.finish(
        {{"pdf", exported->pdf},
         {"json", exported->json},
         {"pdf_sha256", exported->pdfSha256},
         {"json_sha256", exported->jsonSha256},
         {"missing", list}},
        CliText::tr("The report is in %1 and, for programs, in %2.").arg(exported->pdf, exported->json));
}

} // namespace

void addReportCommand(CLI::App &app, Chosen &chosen)
{
    struct Options {
        std::string folder, pdf;
        std::vector<std::string> galleries;
    };
    const auto options = std::make_shared<Options>();
    auto *command = app.add_subcommand(
        "report", CliText::tr("Export the case report as PDF, with JSON beside it").toStdString());
    command->add_option("DIR", options->folder, CliText::tr("Folder of the case").toStdString())->required();
    command->add_option("--out", options->pdf, CliText::tr("File to write, ending in .pdf").toStdString())
        ->required();
    command->add_option(
        "--gallery", options->galleries,
        CliText::tr("Folder of a gallery that was searched, when this workstation did not open "
                    "it lately")
            .toStdString());
    command->callback([options, &chosen] {
        chosen.drawsText = true;
        chosen.run = [options](Context &context) {
            QStringList galleries;
            for (const std::string &folder : options->galleries)
                galleries += text(folder);
            return exportReport(context, text(options->folder), text(options->pdf), galleries);
        };
    });
}

} // namespace likeness::cli
