// SPDX-License-Identifier: GPL-3.0-or-later
// verification list, export, import: in the case; open, answer: on another workstation, without a case.
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/forms.h"
#include "app/cli/knowngalleries.h"
#include "engine/casework/packetverifying.h"
#include "engine/imaging/png.h"

#include <QDir>

namespace likeness::cli
{

namespace
{

int listTasks(Context &context, const QString &folder)
{
    const auto session = context.openCase(folder, store::AccessWanted::Read);
    if (!session)
        return context.fail(session.error());
    const auto tasks = (*session)->verificationTasks();
    if (!tasks)
        return context.fail(tasks.error());
    QJsonArray list;
    QStringList lines;
    for (const policy::BlindTask &task : *tasks) {
        list.append(QJsonObject{{"task", task.id.value()},
                                {"labels", QJsonArray::fromStringList(task.labels)},
                                {"asked", base::timeText(task.asked)},
                                {"taken", task.taken}});
        lines += CliText::tr("Verification %1, asked for at %2, portraits: %3")
                     .arg(task.id.value(), base::timeText(task.asked), task.labels.join(u' '));
    }
    if (lines.isEmpty())
        lines += CliText::tr("There is no verification that this account may take.");
    return context.finish({{"tasks", list}}, lines.join(u'\n'));
}

int exportTask(Context &context, const QString &folder, const model::VerificationId &task, const QString &out,
               const QStringList &galleries)
{
    const auto session = context.openCase(folder);
    if (!session)
        return context.fail(session.error());
    KnownGalleries known(context, galleries);
    const auto sent = (*session)->exportVerification(
        task, out, [&](const model::GalleryId &id) { return known.find(id); }, context.progress());
    if (!sent)
        return context.fail(sent.error());
    return context.finish(
        {{"task", task.value()}, {"packet", out}},
        CliText::tr("The packet is in %1. It holds nothing but what a verifier may see.").arg(out));
}

int importAnswer(Context &context, const QString &folder, const QString &packet)
{
    const auto session = context.openCase(folder);
    if (!session)
        return context.fail(session.error());
    if (const auto imported = (*session)->importVerification(packet); !imported)
        return context.fail(imported.error());
    return context.finish({{"packet", packet}}, CliText::tr("The answer in %1 is recorded.").arg(packet));
}

int openPacket(Context &context, const QString &packet, const QString &folder)
{
    const auto desk = context.workstation();
    if (!desk)
        return context.fail(desk.error());
    const QDir out(folder);
    if (out.exists() && !out.isEmpty())
        return context.fail({base::ErrorCode::AlreadyExists, folder, {}});
    const auto task = casework::openVerificationPacket(**desk, packet);
    if (!task)
        return context.fail(task.error());
    if (!QDir().mkpath(folder))
        return context.fail({base::ErrorCode::WriteFailed, folder, {}});
    QJsonArray pictures;
    QStringList labels;
    for (const auto &picture : task->pictures) {
        const QString file = out.filePath(picture.label + QStringLiteral(".png"));
        if (const auto written = store::CaseStore::writeFile(file, imaging::toPng(picture.picture)); !written)
            return context.fail(written.error());
        pictures.append(QJsonObject{{"label", picture.label},
                                    {"file", file},
                                    {"box", model::toJson(picture.box)},
                                    {"eyes", model::toJson(picture.eyes)}});
        if (&picture != &task->pictures.front())
            labels += picture.label;
    }
    const QString form = out.filePath(QStringLiteral("form.json"));
    if (const auto written =
            store::CaseStore::writeFile(form, formText(blankVerificationForm(labels)).toUtf8());
        !written)
        return context.fail(written.error());
    return context.finish(
        {{"task", task->id.value()}, {"pictures", pictures}, {"form", form}},
        CliText::tr("The pictures are in %1. Please fill in %2, then answer with it.").arg(folder, form));
}

int answerPacket(Context &context, const QString &packet, const QString &form, const QString &out)
{
    const auto desk = context.workstation();
    if (!desk)
        return context.fail(desk.error());
    const auto parts = readVerificationForm(form);
    if (!parts)
        return context.fail(parts.error());
    const auto task = casework::openVerificationPacket(**desk, packet);
    if (!task)
        return context.fail(task.error());
    if (const auto answered = casework::answerVerificationPacket(**desk, *task, *parts, out); !answered)
        return context.fail(answered.error());
    return context.finish({{"task", task->id.value()}, {"answer", out}},
                          CliText::tr("The signed answer is in %1. Please send it back.").arg(out));
}

} // namespace

void addPacketCommands(CLI::App &app, Chosen &chosen)
{
    struct Options {
        std::string folder, task, packet, form, out;
        std::vector<std::string> galleries;
    };
    const auto o = std::make_shared<Options>();
    auto *group = commandGroup(app, "verification", CliText::tr("Blind verification"));
    const auto add = [&](const char *name, const QString &help, std::function<int(Context &)> run) {
        auto *made = group->add_subcommand(name, help.toStdString());
        made->callback([run = std::move(run), &chosen] { chosen.run = run; });
        return made;
    };
    const auto need = [](CLI::App *made, const char *name, std::string &to, const QString &help) {
        made->add_option(name, to, help.toStdString())->required();
    };
    const QString folderHelp = CliText::tr("Folder of the case");
    const QString packetHelp = CliText::tr("The packet as it came");

    need(add("list", CliText::tr("The verifications that this account may take or holds"),
             [o](Context &context) { return listTasks(context, text(o->folder)); }),
         "DIR", o->folder, folderHelp);

    auto *sent = add("export", CliText::tr("Make the packet of a verification for another workstation"),
                     [o](Context &context) {
                         QStringList galleries;
                         for (const std::string &gallery : o->galleries)
                             galleries += text(gallery);
                         return exportTask(context, text(o->folder), model::VerificationId(text(o->task)),
                                           text(o->out), galleries);
                     });
    need(sent, "DIR", o->folder, folderHelp);
    need(sent, "--task", o->task, CliText::tr("Id of the verification"));
    need(sent, "--out", o->out, CliText::tr("File to write, ending in .zip"));
    sent->add_option("--gallery", o->galleries,
                     CliText::tr("Folder of the gallery that was searched, when this workstation did not "
                                 "open it lately")
                         .toStdString());

    auto *came =
        add("import", CliText::tr("Record the answer of a verifier on another workstation"),
            [o](Context &context) { return importAnswer(context, text(o->folder), text(o->packet)); });
    need(came, "DIR", o->folder, folderHelp);
    need(came, "--packet", o->packet, CliText::tr("The answer as it came"));

    auto *opened = add("open", CliText::tr("Unpack a packet: pictures, and a form to fill in"),
                       [o](Context &context) { return openPacket(context, text(o->packet), text(o->out)); });
    need(opened, "PACKET", o->packet, packetHelp);
    need(opened, "--out", o->out, CliText::tr("New or empty folder"));

    auto *answered = add("answer", CliText::tr("Sign the filled-in form and write the answer packet"),
                         [o](Context &context) {
                             return answerPacket(context, text(o->packet), text(o->form), text(o->out));
                         });
    need(answered, "PACKET", o->packet, packetHelp);
    need(answered, "--form", o->form, CliText::tr("The filled-in form"));
    need(answered, "--out", o->out, CliText::tr("File to write, ending in .zip"));
}

} // namespace likeness::cli
