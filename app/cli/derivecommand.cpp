// SPDX-License-Identifier: GPL-3.0-or-later
// derive DIR EVIDENCE
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/facts.h"
#include "app/cli/forms.h"

#include <limits>

namespace likeness::cli
{

namespace
{

struct Wish {
    QString folder;
    model::EvidenceId evidence;
    std::optional<qint64> frame;
    QString edits;
};

base::Result<Answer> derive(casework::CaseSession &session, const Wish &wish, base::Progress &progress)
{
    const auto edits = readEdits(wish.edits);
    if (!edits)
        return tl::unexpected(edits.error());
    const auto made = session.derive(wish.evidence, wish.frame, *edits, progress);
    if (!made)
        return tl::unexpected(made.error());
    return Answer{
        derivationFacts(*made),
        CliText::tr("Derivation %1, %2 x %3, SHA-256 of its pixels %4")
            .arg(made->id.value(), QString::number(made->width), QString::number(made->height), made->sha256)};
}

} // namespace

void addDeriveCommand(CLI::App &app, Chosen &chosen)
{
    struct Options {
        std::string folder, evidence, edits;
        qint64 frame = -1;
    };
    const auto options = std::make_shared<Options>();
    auto *command = app.add_subcommand(
        "derive", CliText::tr("Make an edited picture of the evidence and record how").toStdString());
    command->add_option("DIR", options->folder, CliText::tr("Folder of the case").toStdString())->required();
    command->add_option("EVIDENCE", options->evidence, CliText::tr("Id of the evidence item").toStdString())
        ->required();
    command->add_option("--frame", options->frame, CliText::tr("Frame of a recording, from 0").toStdString())
        ->check(CLI::Range(qint64(0), std::numeric_limits<qint64>::max()));
    command
        ->add_option("--edits", options->edits,
                     CliText::tr("JSON file: [{\"edit\":\"rotate\",\"parameters\":{\"degrees\":90}}, ...]")
                         .toStdString())
        ->required();
    command->callback([options, &chosen] {
        Wish wish{text(options->folder),
                  model::EvidenceId(text(options->evidence)),
                  {},
                  text(options->edits)};
        if (options->frame >= 0)
            wish.frame = options->frame;
        chosen.run = [wish](Context &context) {
            return context.inCase(wish.folder, [&](casework::CaseSession &session) {
                return derive(session, wish, context.progress());
            });
        };
    });
}

} // namespace likeness::cli
