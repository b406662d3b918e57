// SPDX-License-Identifier: GPL-3.0-or-later
// verification request, take, return, sign: in the case. Packets stand in packetcommands.cpp.
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/forms.h"

namespace likeness::cli
{

namespace
{

int request(Context &context, const QString &folder, const model::SearchId &search,
            const model::PortraitId &portrait)
{
    return context.inCase(folder, [&](casework::CaseSession &session) -> base::Result<Answer> {
        const auto made = session.requestVerification(search, portrait);
        if (!made)
            return tl::unexpected(made.error());
        return Answer{
            {{"task", made->id.value()}, {"portraits", qint64(made->lineup.size())}},
            CliText::tr("Verification %1 is asked for. Somebody else does it blind.").arg(made->id.value())};
    });
}

int take(Context &context, const QString &folder, const model::VerificationId &task)
{
    return context.inCase(folder, [&](casework::CaseSession &session) -> base::Result<Answer> {
        LIKENESS_TRY(session.takeVerification(task));
        return Answer{{{"task", task.value()}},
                      CliText::tr("You hold the verification %1 now.").arg(task.value())};
    });
}

int giveBack(Context &context, const QString &folder, const model::VerificationId &task)
{
    return context.inCase(folder, [&](casework::CaseSession &session) -> base::Result<Answer> {
        LIKENESS_TRY(session.giveBackVerification(task));
        return Answer{{{"task", task.value()}},
                      CliText::tr("The verification %1 was given back.").arg(task.value())};
    });
}

int sign(Context &context, const QString &folder, const model::VerificationId &task, const QString &file)
{
    return context.inCase(folder, [&](casework::CaseSession &session) -> base::Result<Answer> {
        const auto parts = readVerificationForm(file);
        if (!parts)
            return tl::unexpected(parts.error());
        for (const auto &[label, comparison] : *parts)
            if (const auto saved = session.saveVerificationDraft(task, label, comparison); !saved)
                return tl::unexpected(saved.error());
        const auto isSigned = session.signVerification(task);
        if (!isSigned)
            return tl::unexpected(isSigned.error());
        return Answer{{{"task", task.value()}},
                      CliText::tr("The verification %1 is recorded.").arg(task.value())};
    });
}

} // namespace

void addVerifyingCommands(CLI::App &app, Chosen &chosen)
{
    struct Options {
        std::string folder, search, portrait, task, form;
    };
    const auto o = std::make_shared<Options>();
    auto *group = commandGroup(app, "verification", CliText::tr("Blind verification"));
    const auto add = [&](const char *name, const QString &help, std::function<int(Context &)> run) {
        auto *made = group->add_subcommand(name, help.toStdString());
        made->add_option("DIR", o->folder, CliText::tr("Folder of the case").toStdString())->required();
        made->callback([run = std::move(run), &chosen] { chosen.run = run; });
        return made;
    };
    const auto need = [](CLI::App *made, const char *name, std::string &to, const QString &help) {
        made->add_option(name, to, help.toStdString())->required();
    };
    const auto taskOf = [o] { return model::VerificationId(text(o->task)); };
    const QString taskHelp = CliText::tr("Id of the verification");

    auto *asked = add("request", CliText::tr("Ask for a blind repetition of a signed examination"),
                      [o](Context &context) {
                          return request(context, text(o->folder), model::SearchId(text(o->search)),
                                         model::PortraitId(text(o->portrait)));
                      });
    need(asked, "--search", o->search, CliText::tr("Id of the search"));
    need(asked, "--portrait", o->portrait, CliText::tr("Id of the candidate's portrait"));
    need(add("take", CliText::tr("Take on a verification"),
             [o, taskOf](Context &context) { return take(context, text(o->folder), taskOf()); }),
         "--task", o->task, taskHelp);
    need(add("return", CliText::tr("Give a verification back"),
             [o, taskOf](Context &context) { return giveBack(context, text(o->folder), taskOf()); }),
         "--task", o->task, taskHelp);
    auto *finished =
        add("sign", CliText::tr("Sign the verification that you hold"), [o, taskOf](Context &context) {
            return sign(context, text(o->folder), taskOf(), text(o->form));
        });
    need(finished, "--task", o->task, taskHelp);
    need(finished, "--form", o->form, CliText::tr("The filled-in form (see the command form)"));
}

} // namespace likeness::cli
