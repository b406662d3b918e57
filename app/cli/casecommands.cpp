// SPDX-License-Identifier: GPL-3.0-or-later
// case create, case show
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/facts.h"
#include "engine/policy/weakercandidates.h"
#include "widgets/words/nametext.h"

namespace likeness::cli {

namespace {

int createCase(Context &context, const QString &folder, const model::CaseDetails &details)
{
    const auto desk = context.workstation();
    if (!desk)
        return context.fail(desk.error());
    const auto session = casework::CaseSession::create(*desk, folder, details);
    if (!session)
        return context.fail(session.error());
    const auto contents = (*session)->contents();
    if (!contents)
        return context.fail(contents.error());
    return context.finish(
        {{"case", caseFacts(contents->file)}, {"folder", (*session)->folder()}},
        CliText::tr("Case %1 was created in %2.").arg(contents->file.details.number, (*session)->folder()));
}

int showCase(Context &context, const QString &folder)
{
    const auto session = context.openCase(folder, store::AccessWanted::Read);
    if (!session)
        return context.fail(session.error());
    auto contents = (*session)->contents();
    if (!contents)
        return context.fail(contents.error());
    policy::foldWeaker(*contents, (*session)->workstation().actor());
    const auto head = (*session)->auditHead();
    if (!head)
        return context.fail(head.error());

    const model::CaseDetails &details = contents->file.details;
    QStringList lines{
        CliText::tr("Case %1").arg(details.number), CliText::tr("Offence: %1").arg(details.offence),
        CliText::tr("Purpose: %1").arg(details.purpose), CliText::tr("Requester: %1").arg(details.requester)};
    QJsonArray evidence, searches, examinations;
    for (const model::EvidenceItem &item : contents->evidence) {
        evidence.append(evidenceFacts(item));
        lines += CliText::tr("Evidence %1: %2, SHA-256 %3").arg(item.id.value(), item.fileName, item.sha256);
    }
    for (const model::Search &search : contents->searches) {
        searches.append(searchFacts(search));
        lines += CliText::tr("Search %1 in %2, candidates: %3")
                     .arg(search.id.value(), search.galleryName)
                     .arg(search.candidates.size());
    }
    for (const model::Examination &examination : contents->examinations) {
        examinations.append(QJsonObject{{"search", examination.search.value()},
                                        {"portrait", examination.portrait.value()},
                                        {"conclusion", model::conclusionName(examination.conclusion)},
                                        {"note", examination.note},
                                        {"lead", words::leadOnly()}});
        lines += CliText::tr("Conclusion on portrait %1: %2")
                     .arg(examination.portrait.value(), words::phrase(examination.conclusion));
    }
    if (!contents->searches.empty())
        lines += words::leadOnly();
    lines +=
        CliText::tr("Audit entries: %1, the last with SHA-256 %2").arg(head->count).arg(head->hash);
    return context.finish({{"case", caseFacts(contents->file)},
                           {"folder", (*session)->folder()},
                           {"evidence", evidence},
                           {"searches", searches},
                           {"examinations", examinations},
                           {"audit", QJsonObject{{"count", head->count}, {"hash", head->hash}}}},
                          lines.join(u'\n'));
}

} // namespace

void addCaseCommands(CLI::App &app, Chosen &chosen)
{
    struct Options
    {
        std::string folder, number, offence, purpose, requester;
    };
    const auto options = std::make_shared<Options>();
    auto *group = app.add_subcommand("case", CliText::tr("Cases").toStdString());
    group->require_subcommand(1);

    auto *create = group->add_subcommand("create", CliText::tr("Make a case in a new folder").toStdString());
    create->add_option("DIR", options->folder, CliText::tr("Folder of the case").toStdString())->required();
    create->add_option("--number", options->number, CliText::tr("Case number").toStdString())->required();
    create->add_option("--offence", options->offence, CliText::tr("Offence").toStdString())->required();
    create->add_option("--purpose", options->purpose, CliText::tr("Lawful purpose").toStdString())
        ->required();
    create->add_option("--requester", options->requester, CliText::tr("Who asks").toStdString())->required();
    create->callback([options, &chosen] {
        chosen.run = [options](Context &context) {
            return createCase(context, text(options->folder),
                              {text(options->number), text(options->offence), text(options->purpose),
                               text(options->requester)});
        };
    });

    auto *show = group->add_subcommand("show", CliText::tr("What a case holds").toStdString());
    show->add_option("DIR", options->folder, CliText::tr("Folder of the case").toStdString())->required();
    show->callback([options, &chosen] {
        chosen.run = [options](Context &context) { return showCase(context, text(options->folder)); };
    });
}

} // namespace likeness::cli
