// SPDX-License-Identifier: GPL-3.0-or-later
// evidence add, evidence frame
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/facts.h"
#include "widgets/words/errortext.h"

#include <limits>

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

struct FrameWish {
    QString folder;
    model::EvidenceId evidence;
    qint64 frame = 0;
    QString out;
    bool bystandersShown = false;
    QString reason;
};

base::Result<Answer> exportFrame(casework::CaseSession &session, const FrameWish &wish,
                                 base::Progress &progress)
{
    using Bystanders = casework::CaseSession::Bystanders;
    const auto facts = session.exportFrame(wish.evidence, wish.frame, wish.out,
                                           wish.bystandersShown ? Bystanders::Shown : Bystanders::Pixelated,
                                           wish.reason, progress);
    if (!facts)
        return tl::unexpected(facts.error());
    QJsonObject all = *facts;
    all["png"] = wish.out;
    return Answer{all, frameWrittenText(*facts, wish.out)};
}

void addFrameCommand(CLI::App &group, Chosen &chosen)
{
    struct Options {
        std::string folder, evidence, out, reason;
        qint64 frame = 0;
        bool shown = false;
    };
    const auto options = std::make_shared<Options>();
    auto *command = group.add_subcommand(
        "frame",
        CliText::tr("Write a frame of a recording, with faces that are no probe pixelated").toStdString());
    command->add_option("DIR", options->folder, CliText::tr("Folder of the case").toStdString())->required();
    command->add_option("EVIDENCE", options->evidence, CliText::tr("Id of the evidence item").toStdString())
        ->required();
    command->add_option("--frame", options->frame, CliText::tr("Number of the frame, from 0").toStdString())
        ->check(CLI::Range(qint64(0), std::numeric_limits<qint64>::max()))
        ->required();
    command->add_option("--out", options->out, CliText::tr("The PNG to write").toStdString())->required();
    auto *shown = command->add_flag(
        "--bystanders-shown", options->shown,
        CliText::tr("The exact pixels of the recording, with everybody in it; needs --reason").toStdString());
    command->add_option("--reason", options->reason, CliText::tr("Why").toStdString())->needs(shown);
    command->callback([options, &chosen] {
        const FrameWish wish{text(options->folder), model::EvidenceId(text(options->evidence)),
                             options->frame,        text(options->out),
                             options->shown,        text(options->reason)};
        chosen.run = [wish](Context &context) {
            return context.inCase(wish.folder, [&](casework::CaseSession &session) {
                return exportFrame(session, wish, context.progress());
            });
        };
    });
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
    auto *add = group->add_subcommand("add", CliText::tr("Take pictures and recordings in, unchanged").toStdString());
    add->add_option("DIR", options->folder, CliText::tr("Folder of the case").toStdString())->required();
    add->add_option("FILE", options->files, CliText::tr("Pictures and recordings").toStdString())->required();
    add->callback([options, &chosen] {
        chosen.run = [options](Context &context) {
            QStringList files;
            for (const std::string &file : options->files)
                files += text(file);
            return addEvidence(context, text(options->folder), files);
        };
    });
    addFrameCommand(*group, chosen);
}

} // namespace likeness::cli
