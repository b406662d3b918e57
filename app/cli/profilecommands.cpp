// SPDX-License-Identifier: GPL-3.0-or-later
// profile show, sign, install
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "engine/crypto/minisign.h"
#include "engine/store/filewriting.h"

#include <QFile>
#include <QJsonDocument>

namespace likeness::cli
{

namespace
{

base::Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorCode::FileUnreadable, path, file.errorString());
    return file.readAll();
}

int showProfile(Context &context)
{
    const auto desk = context.workstation();
    if (!desk)
        return context.fail(desk.error());
    const auto profile = (*desk)->profile();
    if (!profile)
        return context.fail(profile.error());
    const QJsonObject facts = policy::toJson(*profile);
    const bool inForce = policy::checkInForce(*profile, (*desk)->today()).has_value();
    const QString state = inForce ? CliText::tr("The profile \"%1\", version %2, is in force.")
                                  : CliText::tr("The profile \"%1\", version %2, is not in force today.");
    return context.finish({{"profile", facts}, {"in_force", inForce}},
                          state.arg(profile->name, profile->version) + u'\n' +
                              QString::fromUtf8(QJsonDocument(facts).toJson()).trimmed());
}

/// FILE.minisig, by the account that is signed in, or by a new pair whose public half goes to `newKeyPath`
/// and whose secret half ends with this process.
int signProfile(Context &context, const QString &path, const QString &newKeyPath)
{
    const auto desk = context.workstation();
    if (!desk)
        return context.fail(desk.error());
    const auto bytes = bytesOf(path);
    if (!bytes)
        return context.fail(bytes.error());
    const auto profile = policy::profileFromJson(*bytes, path);
    if (!profile)
        return context.fail(profile.error());
    const QString what = QStringLiteral("policy profile %1 %2").arg(profile->name, profile->version);

    QString publicKey = (*desk)->actor().key;
    base::Result<QByteArray> signature;
    if (!newKeyPath.isEmpty()) {
        const auto key = crypto::SigningKey::generate();
        publicKey = key.publicKey();
        signature = crypto::Minisign::sign(*bytes, key, what);
        if (const auto written = store::replaceFile(newKeyPath, crypto::Minisign::publicKeyText(publicKey));
            !written)
            return context.fail(written.error());
    } else if ((*desk)->isTraining()) {
        return context.fail({base::ErrorCode::NotSignedIn, path, QStringLiteral("--new-key FILE")});
    } else {
        signature = (*desk)->signFile(*bytes, what);
    }
    if (!signature)
        return context.fail(signature.error());
    const QString signaturePath = path + QStringLiteral(".minisig");
    if (const auto written = store::replaceFile(signaturePath, *signature); !written)
        return context.fail(written.error());
    return context.finish({{"signature", signaturePath}, {"public_key", publicKey}},
                          CliText::tr("%1 was signed. The signature is in %2.").arg(path, signaturePath));
}

int installProfile(Context &context, const QString &path)
{
    const auto desk = context.workstation();
    if (!desk)
        return context.fail(desk.error());
    const auto bytes = bytesOf(path);
    if (!bytes)
        return context.fail(bytes.error());
    if (const auto installed = (*desk)->installProfile(*bytes); !installed)
        return context.fail(installed.error());
    const auto profile = (*desk)->profile();
    if (!profile)
        return context.fail(profile.error());
    return context.finish({{"profile", policy::toJson(*profile)}},
                          CliText::tr("The profile \"%1\", version %2, was signed with your key and is "
                                      "installed.")
                              .arg(profile->name, profile->version));
}

} // namespace

void addProfileCommands(CLI::App &app, Chosen &chosen)
{
    struct Options {
        std::string file, newKey;
    };
    const auto options = std::make_shared<Options>();
    const std::string fileHelp = CliText::tr("A profile as JSON").toStdString();
    auto *group = app.add_subcommand("profile", CliText::tr("The policy profile").toStdString());
    group->require_subcommand(1);

    group->add_subcommand("show", CliText::tr("What is allowed here").toStdString())->callback([&chosen] {
        chosen.run = showProfile;
    });

    auto *sign = group->add_subcommand(
        "sign", CliText::tr("Sign a profile with one's own key, or with a new one").toStdString());
    sign->add_option("FILE", options->file, fileHelp)->required();
    sign->add_option(
        "--new-key", options->newKey,
        CliText::tr("Make a key pair, write its public half here and forget the other").toStdString());
    sign->callback([options, &chosen] {
        chosen.run = [options](Context &context) {
            return signProfile(context, text(options->file), text(options->newKey));
        };
    });

    auto *install = group->add_subcommand(
        "install", CliText::tr("Make a profile the agency's; by a supervisor").toStdString());
    install->add_option("FILE", options->file, fileHelp)->required();
    install->callback([options, &chosen] {
        chosen.run = [options](Context &context) { return installProfile(context, text(options->file)); };
    });
}

} // namespace likeness::cli
