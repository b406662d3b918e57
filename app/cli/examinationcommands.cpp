// SPDX-License-Identifier: GPL-3.0-or-later
// form, analyse, override, candidates, set-aside, examine, null-result, adjudicate
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/facts.h"
#include "app/cli/forms.h"
#include "engine/policy/weakercandidates.h"
#include "widgets/words/nametext.h"

namespace likeness::cli
{

namespace
{

using base::ErrorCode;

base::Result<model::Search> searchOf(const casework::CaseSession &session, const model::SearchId &id)
{
    const auto contents = session.contents();
    if (!contents)
        return tl::unexpected(contents.error());
    for (const model::Search &search : contents->searches)
        if (search.id == id)
            return search;
    return base::fail(ErrorCode::NotFound, id.value());
}

int printForm(Context &context, const QString &kind)
{
    const QJsonObject form = kind == u"analysis" ? blankAnalysisForm()
                             : kind == u"verification"
                                 ? blankVerificationForm({QStringLiteral("A"), QStringLiteral("B"),
                                                          QStringLiteral("C"), QStringLiteral("D")})
                                 : blankComparisonForm();
    return context.finish(form, formText(form));
}

int analyse(Context &context, const QString &folder, const model::SearchId &searchId, const QString &file)
{
    return context.inCase(folder, [&](casework::CaseSession &session) -> base::Result<Answer> {
        const auto search = searchOf(session, searchId);
        if (!search)
            return tl::unexpected(search.error());
        auto form = readAnalysisForm(file);
        if (!form)
            return tl::unexpected(form.error());
        form->probe = search->probe;
        const auto analysis = session.signAnalysis(std::move(*form));
        if (!analysis)
            return tl::unexpected(analysis.error());
        return Answer{{{"analysis", analysis->id.value()},
                       {"probe", analysis->probe.value()},
                       {"signature", model::toJson(analysis->signature)}},
                      CliText::tr("The analysis %1 of the probe is recorded.").arg(analysis->id.value())};
    });
}

int overrideRule(Context &context, const QString &folder, const model::ProbeId &probe, const QString &reason)
{
    return context.inCase(folder, [&](casework::CaseSession &session) -> base::Result<Answer> {
        LIKENESS_TRY(session.overrideRule(probe, policy::Rule::ProbeUnsuitable, reason));
        return Answer{{{"probe", probe.value()}},
                      CliText::tr("The probe %1 may be searched for, with the reason that was given.")
                          .arg(probe.value())};
    });
}

/// With a reason also those beyond the line, from now on.
int showCandidates(Context &context, const QString &folder, const model::SearchId &id, const QString &weakerReason)
{
    return context.inCase(folder, [&](casework::CaseSession &session) -> base::Result<Answer> {
        auto search = session.openCandidates(id);
        if (!search)
            return tl::unexpected(search.error());
        if (!weakerReason.isEmpty())
            LIKENESS_TRY(session.openWeaker(id, weakerReason));
        const auto contents = session.contents();
        if (!contents)
            return tl::unexpected(contents.error());
        policy::foldWeaker(*contents, *search, session.workstation().actor());
        QJsonObject facts = searchFacts(*search);
        QJsonArray candidates;
        QStringList lines = candidateLines(*search);
        for (const model::Candidate &candidate : search->candidates) {
            const policy::Memory memory = policy::memoryOf(*contents, candidate.person, id);
            const policy::Standing standing = policy::standing(*contents, id, candidate.portrait);
            QJsonObject item = candidateFacts(candidate);
            item["excluded_before"] = memory.excluded;
            item["set_aside_before"] = memory.setAside;
            item["lead"] = standing.isLead();
            candidates.append(item);
            if (memory.excluded)
                lines += CliText::tr("%1 was excluded by two examiners in an earlier search of this case.")
                             .arg(candidate.personReference);
        }
        facts["candidates"] = candidates;
        facts["notice"] = words::leadOnly();
        lines += words::leadOnly();
        return Answer{facts, lines.join(u'\n')};
    });
}

int setAside(Context &context, const QString &folder, const model::SearchId &search,
             const model::PortraitId &portrait, const QString &reason)
{
    return context.inCase(folder, [&](casework::CaseSession &session) -> base::Result<Answer> {
        LIKENESS_TRY(session.setAside(search, portrait, reason));
        return Answer{{{"search", search.value()}, {"portrait", portrait.value()}},
                      CliText::tr("The candidate was set aside.")};
    });
}

int examine(Context &context, const QString &folder, const model::SearchId &search,
            const model::PortraitId &portrait, const QString &file)
{
    return context.inCase(folder, [&](casework::CaseSession &session) -> base::Result<Answer> {
        const auto comparison = readComparisonForm(file);
        if (!comparison)
            return tl::unexpected(comparison.error());
        const auto examination = session.signExamination(search, portrait, *comparison);
        if (!examination)
            return tl::unexpected(examination.error());
        return Answer{{{"examination", examination->id.value()},
                       {"conclusion", model::conclusionName(examination->conclusion)},
                       {"signature", model::toJson(examination->signature)},
                       {"notice", words::leadOnly()}},
                      CliText::tr("The examination %1 is recorded.").arg(examination->id.value()) + u'\n' +
                          words::leadOnly()};
    });
}

int noteNullResult(Context &context, const QString &folder, const model::SearchId &search,
                   const QString &note)
{
    return context.inCase(folder, [&](casework::CaseSession &session) -> base::Result<Answer> {
        LIKENESS_TRY(session.noteNullResult(search, note));
        return Answer{{{"search", search.value()}},
                      CliText::tr("It is recorded that the search led nowhere.")};
    });
}

int adjudicate(Context &context, const QString &folder, const model::VerificationId &task,
               model::Conclusion conclusion, const QString &reason)
{
    return context.inCase(folder, [&](casework::CaseSession &session) -> base::Result<Answer> {
        const auto adjudication = session.signAdjudication(task, conclusion, reason);
        if (!adjudication)
            return tl::unexpected(adjudication.error());
        return Answer{{{"adjudication", adjudication->id.value()},
                       {"conclusion", model::conclusionName(conclusion)},
                       {"notice", words::leadOnly()}},
                      CliText::tr("The adjudication %1 is recorded.").arg(adjudication->id.value()) + u'\n' +
                          words::leadOnly()};
    });
}

struct Options {
    std::string folder, search, portrait, probe, form, reason, task, conclusion, kind;
};

CLI::Option *need(CLI::App *command, const char *name, std::string &to, const QString &help)
{
    return command->add_option(name, to, help.toStdString())->required();
}

} // namespace

void addExaminationCommands(CLI::App &app, Chosen &chosen)
{
    const auto o = std::make_shared<Options>();
    const auto command = [&](const char *name, const QString &help) {
        return app.add_subcommand(name, help.toStdString());
    };
    const auto inCase = [&](const char *name, const QString &help) {
        auto *made = command(name, help);
        need(made, "DIR", o->folder, CliText::tr("Folder of the case"));
        return made;
    };
    const auto onRun = [&](CLI::App *made, std::function<int(Context &)> run) {
        made->callback([run = std::move(run), &chosen] { chosen.run = run; });
    };
    const QString searchHelp = CliText::tr("Id of the search");
    const QString formHelp = CliText::tr("The filled-in form (see the command form)");

    auto *form = command("form", CliText::tr("Print a blank form to fill in"));
    need(form, "KIND", o->kind, CliText::tr("analysis, comparison or verification"))
        ->check(CLI::IsMember({"analysis", "comparison", "verification"}));
    onRun(form, [o](Context &context) { return printForm(context, text(o->kind)); });

    auto *analysis = inCase(
        "analyse", CliText::tr("Sign what is visible in the probe of a search, before its list is opened"));
    need(analysis, "--search", o->search, searchHelp);
    need(analysis, "--form", o->form, formHelp);
    onRun(analysis, [o](Context &context) {
        return analyse(context, text(o->folder), model::SearchId(text(o->search)), text(o->form));
    });

    auto *override = inCase("override", CliText::tr("Let an unsuitable probe pass, as a supervisor"));
    need(override, "--probe", o->probe, CliText::tr("Id of the probe"));
    need(override, "--reason", o->reason, CliText::tr("Why"));
    onRun(override, [o](Context &context) {
        return overrideRule(context, text(o->folder), model::ProbeId(text(o->probe)), text(o->reason));
    });

    auto *candidates = inCase("candidates", CliText::tr("Open the candidate list of a search"));
    need(candidates, "--search", o->search, searchHelp);
    candidates->add_option("--weaker", o->reason,
                           CliText::tr("Open those beyond the line as well, and why").toStdString())
        ->type_name("REASON");
    onRun(candidates, [o](Context &context) {
        return showCandidates(context, text(o->folder), model::SearchId(text(o->search)), text(o->reason));
    });

    auto *aside = inCase("set-aside", CliText::tr("Set a candidate aside, with the reason"));
    need(aside, "--search", o->search, searchHelp);
    need(aside, "--portrait", o->portrait, CliText::tr("Id of the candidate's portrait"));
    need(aside, "--reason", o->reason, CliText::tr("Why"));
    onRun(aside, [o](Context &context) {
        return setAside(context, text(o->folder), model::SearchId(text(o->search)),
                        model::PortraitId(text(o->portrait)), text(o->reason));
    });

    auto *examination = inCase("examine", CliText::tr("Sign the comparison of a candidate with the probe"));
    need(examination, "--search", o->search, searchHelp);
    need(examination, "--portrait", o->portrait, CliText::tr("Id of the candidate's portrait"));
    need(examination, "--form", o->form, formHelp);
    onRun(examination, [o](Context &context) {
        return examine(context, text(o->folder), model::SearchId(text(o->search)),
                       model::PortraitId(text(o->portrait)), text(o->form));
    });

    auto *null = inCase("null-result", CliText::tr("Record that a search led nowhere"));
    need(null, "--search", o->search, searchHelp);
    need(null, "--note", o->reason, CliText::tr("What was looked at, and why nobody is a lead"));
    onRun(null, [o](Context &context) {
        return noteNullResult(context, text(o->folder), model::SearchId(text(o->search)), text(o->reason));
    });

    auto *adjudication =
        inCase("adjudicate", CliText::tr("Settle a disagreement between examiner and verifier"));
    need(adjudication, "--task", o->task, CliText::tr("Id of the verification"));
    need(adjudication, "--conclusion", o->conclusion, CliText::tr("The conclusion that shall stand"))
        ->check(CLI::IsMember(
            {"support-same-source", "inconclusive", "support-different-source", "not-suitable"}));
    need(adjudication, "--reason", o->reason, CliText::tr("Why"));
    onRun(adjudication, [o](Context &context) {
        return adjudicate(context, text(o->folder), model::VerificationId(text(o->task)),
                          *model::conclusionFromName(text(o->conclusion)), text(o->reason));
    });
}

} // namespace likeness::cli
