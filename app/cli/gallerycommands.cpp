// SPDX-License-Identifier: GPL-3.0-or-later
// gallery create, gallery enrol, gallery info
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/facts.h"
#include "widgets/words/nametext.h"

namespace likeness::cli {

using casework::GallerySession;
using model::EnrolOutcome;

namespace {

constexpr EnrolOutcome outcomes[] = {EnrolOutcome::Enrolled, EnrolOutcome::NoFace, EnrolOutcome::LowQuality,
                                     EnrolOutcome::Duplicate, EnrolOutcome::Unreadable};

int createGallery(Context &context, const QString &folder, const QString &name)
{
    const auto desk = context.workstation();
    if (!desk)
        return context.fail(desk.error());
    const auto session = GallerySession::create(*desk, folder, name);
    if (!session)
        return context.fail(session.error());
    const model::Gallery gallery = (*session)->gallery();
    return context.finish(
        {{"gallery", gallery.id.value()}, {"name", gallery.name}, {"folder", (*session)->folder()}},
        CliText::tr("Gallery \"%1\" was created in %2.").arg(gallery.name, (*session)->folder()));
}

int enrol(Context &context, const QString &folder, const GallerySession::EnrolmentPlan &plan)
{
    const auto session = context.openGallery(folder);
    if (!session)
        return context.fail(session.error());
    const auto tell = [&](const model::EnrolItem &item) {
        context.say(CliText::tr("%1: %2").arg(item.file, words::phrase(item.outcome)));
    };
    const auto report = (*session)->enrol(plan, tell, context.progress());
    if (!report)
        return context.fail(report.error());

    QJsonObject facts;
    QStringList lines;
    for (const EnrolOutcome outcome : outcomes) {
        facts[model::enrolOutcomeName(outcome)] = report->count(outcome);
        lines += CliText::tr("%1: %2").arg(words::phrase(outcome)).arg(report->count(outcome));
    }
    QJsonArray items;
    for (const model::EnrolItem &item : report->items)
        items.append(QJsonObject{{"file", item.file},
                                 {"outcome", model::enrolOutcomeName(item.outcome)},
                                 {"detail", item.detail}});
    facts["items"] = items;
    const qint64 failed = report->count(EnrolOutcome::Unreadable);
    const ExitCode code = failed == 0 ? Done : failed < qint64(report->items.size()) ? Partly : Failed;
    return context.finish(facts, lines.join(u'\n'), code);
}

int showGallery(Context &context, const QString &folder)
{
    const auto session = context.openGallery(folder, store::AccessWanted::Read);
    if (!session)
        return context.fail(session.error());
    const auto counts = (*session)->counts();
    if (!counts)
        return context.fail(counts.error());
    const auto head = (*session)->auditHead();
    if (!head)
        return context.fail(head.error());
    const model::Gallery gallery = (*session)->gallery();
    return context.finish(
        {{"gallery", gallery.id.value()},
         {"name", gallery.name},
         {"folder", (*session)->folder()},
         {"persons", counts->persons},
         {"portraits", counts->portraits},
         {"templates", counts->templates},
         {"past_retention", counts->pastRetention},
         {"without_legal_basis", counts->withoutLegalBasis},
         {"audit", QJsonObject{{"count", head->count}, {"hash", head->hash}}}},
        QStringList{CliText::tr("Gallery \"%1\"").arg(gallery.name),
                    CliText::tr("Persons: %1").arg(counts->persons),
                    CliText::tr("Portraits: %1").arg(counts->portraits),
                    CliText::tr("Templates of this engine: %1").arg(counts->templates),
                    CliText::tr("Portraits past their retention date: %1").arg(counts->pastRetention),
                    CliText::tr("Portraits without a legal basis: %1").arg(counts->withoutLegalBasis)}
            .join(u'\n'));
}

} // namespace

void addGalleryCommands(CLI::App &app, Chosen &chosen)
{
    struct Options
    {
        std::string folder, name, csv;
        std::string personFrom = "file";
        std::vector<std::string> paths;
    };
    const auto options = std::make_shared<Options>();
    const std::string folderHelp = CliText::tr("Folder of the gallery").toStdString();
    auto *group = app.add_subcommand("gallery", CliText::tr("Galleries").toStdString());
    group->require_subcommand(1);

    auto *create =
        group->add_subcommand("create", CliText::tr("Make a gallery in a new folder").toStdString());
    create->add_option("DIR", options->folder, folderHelp)->required();
    create->add_option("--name", options->name, CliText::tr("Name of the gallery").toStdString())->required();
    create->callback([options, &chosen] {
        chosen.run = [options](Context &context) {
            return createGallery(context, text(options->folder), text(options->name));
        };
    });

    auto *enrolment = group->add_subcommand("enrol", CliText::tr("Enrol portraits").toStdString());
    enrolment->add_option("DIR", options->folder, folderHelp)->required();
    enrolment->add_option("PATH", options->paths,
                          CliText::tr("Pictures, and folders of pictures").toStdString());
    enrolment->add_option("--csv", options->csv,
                          CliText::tr("List with the columns file, person, source, taken, legal_basis, "
                                      "retain_until; files are relative to it")
                              .toStdString());
    enrolment
        ->add_option(
            "--person-from", options->personFrom,
            CliText::tr("Who is shown when no list says: the file's name before a last _NNNN, or its "
                        "folder")
                .toStdString())
        ->check(CLI::IsMember({"file", "folder"}))
        ->capture_default_str();
    enrolment->callback([options, &chosen] {
        if (options->paths.empty() && options->csv.empty())
            throw CLI::RequiredError("PATH or --csv");
        chosen.run = [options](Context &context) {
            GallerySession::EnrolmentPlan plan;
            for (const std::string &path : options->paths)
                plan.paths += text(path);
            plan.csv = text(options->csv);
            plan.personFrom = options->personFrom == "folder" ? GallerySession::PersonFrom::Folder
                                                              : GallerySession::PersonFrom::File;
            return enrol(context, text(options->folder), plan);
        };
    });

    auto *info = group->add_subcommand("info", CliText::tr("What a gallery holds").toStdString());
    info->add_option("DIR", options->folder, folderHelp)->required();
    info->callback([options, &chosen] {
        chosen.run = [options](Context &context) { return showGallery(context, text(options->folder)); };
    });
}

} // namespace likeness::cli
