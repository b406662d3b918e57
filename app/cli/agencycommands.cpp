// SPDX-License-Identifier: GPL-3.0-or-later
// agency create, add, change, show, password, accept-clock
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "widgets/words/examinationtext.h"

namespace likeness::cli
{

namespace
{

using casework::Workstation;
using Desk = base::Result<std::shared_ptr<const Workstation>>;

/// What the arguments say about an account; nothing where they are silent.
struct Wanted {
    QString name;
    std::optional<QString> fullName;
    std::optional<model::Roles> roles;
    std::optional<QDate> trainedUntil;
    std::optional<bool> disabled;

    model::Account appliedTo(model::Account account) const
    {
        account.fullName = fullName.value_or(account.fullName);
        account.roles = roles.value_or(account.roles);
        account.trainedUntil = trainedUntil.value_or(account.trainedUntil);
        account.disabled = disabled.value_or(account.disabled);
        return account;
    }
    model::Account asNew() const
    {
        model::Account account;
        account.name = name;
        return appliedTo(account);
    }
};

QJsonObject agencyFacts(const casework::Agency &agency)
{
    QJsonArray accounts;
    for (const model::Account &account : agency.accounts())
        accounts.append(model::toJson(account));
    const model::AuditHead head = agency.head();
    return {{"agency", agency.name()},
            {"folder", agency.folder()},
            {"root", agency.rootKey()},
            {"accounts", accounts},
            {"head", QJsonObject{{"count", head.count}, {"hash", head.hash}}}};
}

QString accountLine(const model::Account &account)
{
    const QString until = account.trainedUntil.toString(Qt::ISODate);
    QString line = CliText::tr("%1: %2; %3; trained until %4")
                       .arg(account.name, account.fullName, words::phrase(account.roles),
                            until.isEmpty() ? CliText::tr("never trained") : until);
    if (account.disabled)
        line += CliText::tr("; disabled");
    return line;
}

int createAgency(Context &context, const QString &name, const Wanted &first)
{
    const Desk desk = context.workstationWithoutAgency();
    if (!desk)
        return context.fail(desk.error());
    if (const auto agency = (*desk)->agency())
        return context.fail({base::ErrorCode::AlreadyExists, agency->folder(), {}});
    const auto password = context.password(
        qEnvironmentVariableIsSet("LIKENESS_NEW_PASSWORD") ? Password::New : Password::Present);
    if (!password)
        return context.fail(password.error());
    if (const auto made = (*desk)->createAgency(name, first.asNew(), *password); !made)
        return context.fail(made.error());
    const auto agency = (*desk)->agency();
    return context.finish(
        agencyFacts(*agency),
        CliText::tr("The agency \"%1\" was founded in %2. From now on every command needs "
                    "--account. Please keep a copy of the folder: without it nobody can sign in.")
            .arg(agency->name(), agency->folder()));
}

/// Signs in, does it, and shows the account as it is then.
template <class Change>
int change(Context &context, const QString &name, Change change)
{
    const Desk desk = context.workstation();
    if (!desk)
        return context.fail(desk.error());
    const auto agency = (*desk)->agency();
    if (!agency)
        return context.fail({base::ErrorCode::NotFound, casework::Agency::defaultFolder(), {}});
    if (const base::Outcome done = change(**desk, *agency); !done)
        return context.fail(done.error());
    const auto account = agency->account(name.isEmpty() ? (*desk)->actor().name : name);
    if (!account)
        return context.fail({base::ErrorCode::NotFound, name, {}});
    return context.finish({{"account", model::toJson(*account)}}, accountLine(*account));
}

int addAccount(Context &context, const Wanted &wanted)
{
    return change(context, wanted.name, [&](const Workstation &desk, const auto &) -> base::Outcome {
        const auto password = context.password(Password::New);
        if (!password)
            return tl::unexpected(password.error());
        return desk.addAccount(wanted.asNew(), *password);
    });
}

int changeAccount(Context &context, const Wanted &wanted)
{
    return change(context, wanted.name, [&](const Workstation &desk, const casework::Agency &agency) {
        const auto account = agency.account(wanted.name);
        return account ? desk.changeAccount(wanted.appliedTo(*account))
                       : base::Outcome(base::fail(base::ErrorCode::NotFound, wanted.name));
    });
}

int changePassword(Context &context)
{
    return change(context, {}, [&](const Workstation &desk, const auto &) -> base::Outcome {
        // The present one is needed once more: it opens the key that is sealed anew.
        const auto old = context.password(Password::Present);
        if (!old)
            return tl::unexpected(old.error());
        const auto fresh = context.password(Password::New);
        if (!fresh)
            return tl::unexpected(fresh.error());
        return desk.changePassword(*old, *fresh);
    });
}

int showAgency(Context &context)
{
    const Desk desk = context.workstation();
    if (!desk)
        return context.fail(desk.error());
    const auto agency = (*desk)->agency();
    if (!agency)
        return context.fail({base::ErrorCode::NotFound, casework::Agency::defaultFolder(), {}});
    QStringList lines{CliText::tr("Agency \"%1\" in %2").arg(agency->name(), agency->folder()),
                      CliText::tr("Key of the first supervisor: %1").arg(agency->rootKey())};
    for (const model::Account &account : agency->accounts())
        lines += accountLine(account);
    return context.finish(agencyFacts(*agency), lines.join(u'\n'));
}

struct Options {
    std::string agencyName, name, fullName, trainedUntil;
    std::vector<std::string> roles;
    bool disable = false, enable = false;
};

Wanted wantedOf(const Options &options)
{
    Wanted wanted;
    wanted.name = text(options.name);
    if (!options.fullName.empty())
        wanted.fullName = text(options.fullName);
    if (!options.roles.empty()) {
        wanted.roles = model::Roles();
        for (const std::string &role : options.roles)
            *wanted.roles |= model::roleFromName(text(role)).value(); // checked while parsing
    }
    if (!options.trainedUntil.empty())
        wanted.trainedUntil = QDate::fromString(text(options.trainedUntil), Qt::ISODate);
    if (options.disable || options.enable)
        wanted.disabled = options.disable;
    return wanted;
}

void addAccountOptions(CLI::App &command, Options &options)
{
    std::vector<std::string> roles;
    for (const model::Role role : model::allRoles())
        roles.push_back(model::roleName(role).toStdString());
    command
        .add_option("--roles", options.roles, CliText::tr("Roles, with commas between them").toStdString())
        ->delimiter(',')
        ->check(CLI::IsMember(roles));
    command
        .add_option("--trained-until", options.trainedUntil,
                    CliText::tr("Last day on which the training counts: YYYY-MM-DD").toStdString())
        ->check([](const std::string &date) {
            return QDate::fromString(text(date), Qt::ISODate).isValid() ? std::string()
                                                                        : "not a date: " + date;
        });
}

} // namespace

void addAgencyCommands(CLI::App &app, Chosen &chosen)
{
    const auto options = std::make_shared<Options>();
    const std::string fullNameHelp = CliText::tr("Name that stands in reports").toStdString();
    auto *group = app.add_subcommand("agency", CliText::tr("Accounts of the agency").toStdString());
    group->require_subcommand(1);

    auto *create = group->add_subcommand(
        "create", CliText::tr("Found the agency; --account is its first supervisor").toStdString());
    create->add_option("--name", options->agencyName, CliText::tr("Name of the agency").toStdString())
        ->required();
    create->add_option("--full-name", options->fullName, fullNameHelp)->required();
    addAccountOptions(*create, *options);
    create->callback([options, &app, &chosen] {
        if (app.count("--account") == 0)
            throw CLI::RequiredError("--account");
        chosen.run = [options](Context &context) {
            Wanted first = wantedOf(*options);
            first.name = context.account();
            return createAgency(context, text(options->agencyName), first);
        };
    });

    auto *add = group->add_subcommand("add", CliText::tr("Add an account; by a supervisor").toStdString());
    add->add_option("NAME", options->name, CliText::tr("What is typed to sign in").toStdString())->required();
    add->add_option("--full-name", options->fullName, fullNameHelp)->required();
    addAccountOptions(*add, *options);
    add->get_option("--roles")->required();
    add->callback([options, &chosen] {
        chosen.run = [options](Context &context) { return addAccount(context, wantedOf(*options)); };
    });

    auto *modify =
        group->add_subcommand("change", CliText::tr("Change an account; by a supervisor").toStdString());
    modify->add_option("NAME", options->name, CliText::tr("The account").toStdString())->required();
    modify->add_option("--full-name", options->fullName, fullNameHelp);
    addAccountOptions(*modify, *options);
    auto *disable = modify->add_flag("--disable", options->disable,
                                     CliText::tr("It can no longer sign in").toStdString());
    modify->add_flag("--enable", options->enable, CliText::tr("It can sign in again").toStdString())
        ->excludes(disable);
    modify->callback([options, &chosen] {
        chosen.run = [options](Context &context) { return changeAccount(context, wantedOf(*options)); };
    });

    group->add_subcommand("show", CliText::tr("All accounts").toStdString())->callback([&chosen] {
        chosen.run = showAgency;
    });
    group->add_subcommand("password", CliText::tr("Change one's own password").toStdString())
        ->callback([&chosen] { chosen.run = changePassword; });
    group
        ->add_subcommand("accept-clock", CliText::tr("Say that the clock is right now and was ahead before; "
                                                     "by a supervisor")
                                             .toStdString())
        ->callback([&chosen] {
            chosen.run = [](Context &context) {
                context.acceptClock();
                return change(context, {}, [](const auto &, const auto &) { return base::Outcome(); });
            };
        });
}

} // namespace likeness::cli
