// SPDX-License-Identifier: GPL-3.0-or-later
// gallery create, gallery enrol, gallery rebuild, gallery info
#include "app/cli/batchline.h"
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/facts.h"
#include "engine/casework/partprogress.h"
#include "widgets/words/nametext.h"

namespace likeness::cli {

using casework::GallerySession;
using casework::PartProgress;
using model::EnrolOutcome;

namespace {

constexpr EnrolOutcome outcomes[] = {EnrolOutcome::Enrolled, EnrolOutcome::NoFace, EnrolOutcome::LowQuality,
                                     EnrolOutcome::Duplicate, EnrolOutcome::Unreadable};

int createGallery(Context &context, const QString &folder, const QString &name,
                  const std::optional<face::DescriberSettings> &settings)
{
    const auto desk = context.workstation();
    if (!desk)
        return context.fail(desk.error());
    const auto session = settings ? GallerySession::create(*desk, folder, name, *settings)
                                : GallerySession::create(*desk, folder, name);
    if (!session)
        return context.fail(session.error());
    const model::Gallery gallery = (*session)->gallery();
    return context.finish(
        {{"gallery", gallery.id.value()}, {"name", gallery.name}, {"folder", (*session)->folder()}},
        CliText::tr("Gallery \"%1\" was created in %2.").arg(gallery.name, (*session)->folder()));
}

int drawCohort(Context &context, const QString &folder)
{
    const auto session = context.openGallery(folder);
    if (!session)
        return context.fail(session.error());
    const auto drawn = (*session)->drawCohort();
    if (!drawn)
        return context.fail(drawn.error());
    return context.finish({{"persons", *drawn}},
                          CliText::tr("Distances are normalised against %n person(s) from now on.", nullptr, int(*drawn)));
}

int enrol(Context &context, const QString &folder, const GallerySession::EnrolmentPlan &plan)
{
    const auto session = context.openGallery(folder);
    if (!session)
        return context.fail(session.error());
    BatchLine line(context);
    const auto tell = [&](const model::EnrolItem &item) {
        if (item.outcome != EnrolOutcome::Enrolled)
            line.say(CliText::tr("%1: %2").arg(item.file, words::phrase(item.outcome)));
        line.show();
    };
    const auto report = (*session)->enrol(plan, tell, context.progress());
    line.end();
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
    facts["milliseconds"] = QJsonObject{{"read", report->times.read},
                                        {"decode", report->times.decode},
                                        {"find", report->times.find},
                                        {"describe", report->times.describe},
                                        {"store", report->times.store}};
    const qint64 failed = report->count(EnrolOutcome::Unreadable);
    const ExitCode code = failed == 0 ? Done : failed < qint64(report->items.size()) ? Partly : Failed;
    return context.finish(facts, lines.join(u'\n'), code);
}

int rebuild(Context &context, const QString &folder, const GallerySession::RebuildPlan &plan)
{
    const auto session = context.openGallery(folder);
    if (!session)
        return context.fail(session.error());
    BatchLine line(context);
    PartProgress progress(context.progress(), [&](qint64, qint64) { line.show(); });
    line.follow(progress);
    const auto report = (*session)->rebuild(plan, progress);
    line.end();
    if (!report)
        return context.fail(report.error());
    QJsonArray failed;
    for (const model::EnrolItem &item : report->failed) {
        context.say(CliText::tr("%1: %2").arg(item.file, words::phrase(item.outcome)));
        failed.append(QJsonObject{{"file", item.file},
                                  {"outcome", model::enrolOutcomeName(item.outcome)},
                                  {"detail", item.detail}});
    }
    const QJsonObject facts{{"described", report->described},
                            {"failed", failed},
                            {"moved", report->moved},
                            {"engine", report->version.toJson()}};
    const QString done = CliText::tr("Portraits described: %1").arg(report->described);
    return context.finish(
        facts,
        report->moved
            ? done + u'\n' + CliText::tr("The gallery is now searched with the new version.")
            : done + u'\n' +
                  CliText::tr(
                      "The gallery stays with the version it had: %n portrait(s) could not be described. "
                      "With --accept-missing it moves without them.",
                      nullptr, int(report->failed.size())),
        report->moved ? Done : Partly);
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
    const auto version = (*session)->serving();
    const model::Gallery gallery = (*session)->gallery();
    return context.finish(
        {{"gallery", gallery.id.value()},
         {"name", gallery.name},
         {"folder", (*session)->folder()},
         {"persons", counts->persons},
         {"portraits", counts->portraits},
         {"templates", counts->templates},
         {"engine", version ? version->toJson() : QJsonObject()},
         {"past_retention", counts->pastRetention},
         {"without_legal_basis", counts->withoutLegalBasis},
         {"audit", QJsonObject{{"count", head->count}, {"hash", head->hash}}}},
        QStringList{CliText::tr("Gallery \"%1\"").arg(gallery.name),
                    CliText::tr("Persons: %1").arg(counts->persons),
                    CliText::tr("Portraits: %1").arg(counts->portraits),
                    CliText::tr("Templates of the version that serves: %1").arg(counts->templates),
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
        bool mirror = false, plain = false, acceptMissing = false;
    };
    const auto options = std::make_shared<Options>();
    const std::string folderHelp = CliText::tr("Folder of the gallery").toStdString();
    auto *group = app.add_subcommand("gallery", CliText::tr("Galleries").toStdString());
    group->require_subcommand(1);

    auto *create =
        group->add_subcommand("create", CliText::tr("Make a gallery in a new folder").toStdString());
    create->add_option("DIR", options->folder, folderHelp)->required();
    create->add_option("--name", options->name, CliText::tr("Name of the gallery").toStdString())->required();
    const auto addSettings = [&](CLI::App *command) {
        auto *mirror = command->add_flag(
            "--mirror", options->mirror,
            CliText::tr("Templates are the mean of a face and its mirror image alone, as in older galleries").toStdString());
        command->add_flag("--plain", options->plain,
                          CliText::tr("Templates are dlib's own of one cut of the face: less exact, for comparisons")
                              .toStdString())
            ->excludes(mirror);
    };
    const auto settings = [options]() -> std::optional<face::DescriberSettings> {
        return options->mirror || options->plain ? std::optional(face::DescriberSettings{options->mirror})
                                                 : std::nullopt;
    };
    addSettings(create);
    create->callback([options, settings, &chosen] {
        chosen.run = [options, settings](Context &context) {
            return createGallery(context, text(options->folder), text(options->name), settings());
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

    auto *again = group->add_subcommand(
        "rebuild",
        CliText::tr("Describe every portrait anew and move the gallery to that version; until that is "
                    "done the old version is searched. Started again it goes on where it stopped")
            .toStdString());
    again->add_option("DIR", options->folder, folderHelp)->required();
    addSettings(again);
    again->add_flag("--accept-missing", options->acceptMissing,
                    CliText::tr("Move although some portraits could not be described").toStdString());
    again->callback([options, settings, &chosen] {
        chosen.run = [options, settings](Context &context) {
            GallerySession::RebuildPlan plan;
            plan.settings = settings().value_or(face::DescriberSettings::shipped());
            plan.acceptMissing = options->acceptMissing;
            return rebuild(context, text(options->folder), plan);
        };
    });

    auto *cohort = group->add_subcommand(
        "cohort", CliText::tr("Draw the persons anew that distances are normalised against; candidate lists change with "
                              "them, and the act is recorded")
                      .toStdString());
    cohort->add_option("DIR", options->folder, folderHelp)->required();
    cohort->callback([options, &chosen] {
        chosen.run = [options](Context &context) { return drawCohort(context, text(options->folder)); };
    });

    auto *info = group->add_subcommand("info", CliText::tr("What a gallery holds").toStdString());
    info->add_option("DIR", options->folder, folderHelp)->required();
    info->callback([options, &chosen] {
        chosen.run = [options](Context &context) { return showGallery(context, text(options->folder)); };
    });
}

} // namespace likeness::cli
