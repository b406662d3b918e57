// SPDX-License-Identifier: GPL-3.0-or-later
// evidence add
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/facts.h"
#include "widgets/words/errortext.h"

namespace likeness::cli {

namespace {

int addEvidence(Context &context, const QString &folder, const QStringList &files)
{
    const auto session = context.openCase(folder);
    if (!session)
        return context.fail(session.error());
    const auto items = (*session)->addEvidence(files, context.progress());
    if (!items)
        return context.fail(items.error());

    QJsonArray taken, refused;
    QStringList lines;
    for (const auto &[file, outcome] : *items) {
        if (outcome) {
            QJsonObject facts = evidenceFacts(*outcome);
            facts["file"] = file;
            taken.append(facts);
            lines +=
                CliText::tr("%1: added as %2, SHA-256 %3").arg(file, outcome->id.value(), outcome->sha256);
        } else {
            QJsonObject facts = errorObject(outcome.error());
            facts["file"] = file;
            refused.append(facts);
            context.say(words::sentence(outcome.error()));
            if (!outcome.error().detail.isEmpty())
                context.say(CliText::tr("Details: %1").arg(outcome.error().detail));
        }
    }
    const ExitCode code = refused.isEmpty() ? Done : taken.isEmpty() ? Failed : Partly;
    return context.finish({{"evidence", taken}, {"refused", refused}}, lines.join(u'\n'), code);
}

} // namespace

void addEvidenceCommands(CLI::App &app, Chosen &chosen)
{
    struct Options
    {
        std::string folder;
        std::vector<std::string> files;
    };
    const auto options = std::make_shared<Options>();
    auto *group = app.add_subcommand("evidence", CliText::tr("Evidence of a case").toStdString());
    group->require_subcommand(1);
    auto *add = group->add_subcommand("add", CliText::tr("Take pictures in, unchanged").toStdString());
    add->add_option("DIR", options->folder, CliText::tr("Folder of the case").toStdString())->required();
    add->add_option("FILE", options->files, CliText::tr("Pictures").toStdString())->required();
    add->callback([options, &chosen] {
        chosen.run = [options](Context &context) {
            QStringList files;
            for (const std::string &file : options->files)
                files += text(file);
            return addEvidence(context, text(options->folder), files);
        };
    });
}

} // namespace likeness::cli
