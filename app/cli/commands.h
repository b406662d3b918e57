// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"

#include <CLI/CLI.hpp>

#include <functional>

namespace likeness::cli
{

/// The command that the arguments chose. It runs after parsing, when the application object exists.
struct Chosen {
    std::function<int(Context &)> run;
    bool drawsText = false; ///< needs fonts, so a QGuiApplication
};

// One function for each group of commands. `chosen` outlives the parsing.
void addFacesCommand(CLI::App &app, Chosen &chosen);
void addSelfCheckCommand(CLI::App &app, Chosen &chosen);
void addEvaluateCommand(CLI::App &app, Chosen &chosen);
void addInnocentsCommand(CLI::App &app, Chosen &chosen);
void addVideoCommands(CLI::App &app, Chosen &chosen);
void addCaseCommands(CLI::App &app, Chosen &chosen);
void addEvidenceCommands(CLI::App &app, Chosen &chosen);
void addDeriveCommand(CLI::App &app, Chosen &chosen);
void addScanCommand(CLI::App &app, Chosen &chosen);
void addGalleryCommands(CLI::App &app, Chosen &chosen);
void addSearchCommand(CLI::App &app, Chosen &chosen);
void addExaminationCommands(CLI::App &app, Chosen &chosen);
void addVerifyingCommands(CLI::App &app, Chosen &chosen);
void addPacketCommands(CLI::App &app, Chosen &chosen);
void addReportCommand(CLI::App &app, Chosen &chosen);
void addOutputCommands(CLI::App &app, Chosen &chosen);
void addAgencyCommands(CLI::App &app, Chosen &chosen);
void addProfileCommands(CLI::App &app, Chosen &chosen);

/// The command that holds others ("verification request", ...), made when it is not there yet: two files add
/// to one.
inline CLI::App *commandGroup(CLI::App &app, const std::string &name, const QString &help)
{
    const auto there = app.get_subcommands([&](CLI::App *each) { return each->get_name() == name; });
    if (!there.empty())
        return there.front();
    CLI::App *made = app.add_subcommand(name, help.toStdString());
    made->require_subcommand(1);
    return made;
}

inline QString text(const std::string &argument)
{
    return QString::fromLocal8Bit(argument.c_str(), qsizetype(argument.size()));
}

} // namespace likeness::cli
