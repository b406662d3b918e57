// SPDX-License-Identifier: GPL-3.0-or-later
// likeness-cli: reads the arguments, runs one command, returns its exit code.
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "widgets/words/nametext.h"

#include <QGuiApplication>

#include <memory>

using namespace likeness;
using cli::CliText;

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("likeness-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LIKENESS_VERSION));

    CLI::App app(CliText::tr("Likeness on the command line: facial comparison that gives leads, never "
                             "identifications.\nWith --json the facts go to standard output as one JSON "
                             "object; messages always go to standard error.\nBoxes, regions and eyes are "
                             "fractions from 0 to 1 of the upright picture.")
                     .toStdString(),
                 "likeness-cli");
    app.footer(
        CliText::tr("Exit codes: 0 done; 1 refused or failed; 2 wrong usage; 3 some files failed, the "
                    "others are done.\nAccounts: without an agency file everything is %1. With one, "
                    "every command needs --account NAME; the password comes from LIKENESS_PASSWORD, or "
                    "is one line of standard input, and a new password from LIKENESS_NEW_PASSWORD, or "
                    "is the next line. A password is never an argument.")
            .arg(words::training())
            .toStdString());
    app.set_version_flag("--version", std::string("likeness-cli " LIKENESS_VERSION));
    app.require_subcommand(1);
    app.fallthrough();
    bool json = false;
    app.add_flag("--json", json, CliText::tr("Facts as JSON on standard output").toStdString());

    std::string account;
    app.add_option("--account", account, CliText::tr("Who signs in").toStdString());

    cli::Chosen chosen;
    cli::addFacesCommand(app, chosen);
    cli::addSelfCheckCommand(app, chosen);
    cli::addEvaluateCommand(app, chosen);
    cli::addInnocentsCommand(app, chosen);
    cli::addVideoCommands(app, chosen);
    cli::addCaseCommands(app, chosen);
    cli::addEvidenceCommands(app, chosen);
    cli::addDeriveCommand(app, chosen);
    cli::addScanCommand(app, chosen);
    cli::addGalleryCommands(app, chosen);
    cli::addSearchCommand(app, chosen);
    cli::addExaminationCommands(app, chosen);
    cli::addVerifyingCommands(app, chosen);
    cli::addPacketCommands(app, chosen);
    cli::addReportCommand(app, chosen);
    cli::addOutputCommands(app, chosen);
    cli::addAgencyCommands(app, chosen);
    cli::addProfileCommands(app, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? cli::Done : cli::Usage;
    }

    std::unique_ptr<QCoreApplication> application;
    if (chosen.drawsText) {
        qputenv("QT_QPA_PLATFORM", "offscreen"); // fonts without a display
        application = std::make_unique<QGuiApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    cli::Context context(json, cli::text(account));
    return chosen.run(context);
}
