// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/accountsstate.h"

#include "widgets/words/examinationtext.h"
#include "widgets/words/nametext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace likeness::settings
{

namespace
{

struct ProfileText {
    Q_DECLARE_TR_FUNCTIONS(ProfileText)
};

bool isPlainName(const QString &name)
{
    return name.size() <= 32 && name.front() >= QLatin1Char('a') && name.front() <= QLatin1Char('z') &&
           std::all_of(name.begin(), name.end(), [](QChar c) {
               return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) ||
                      (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('.') ||
                      c == QLatin1Char('-');
           });
}

bool manages(const model::Account &account)
{
    return account.roles.testFlag(model::Role::Supervisor) && !account.disabled;
}

} // namespace

AccountsState::Missing AccountsState::missing() const
{
    const auto known = std::find_if(accounts.begin(), accounts.end(),
                                    [this](const auto &one) { return one.name == edited.name; });
    if (edited.name.isEmpty())
        return Missing::Name;
    if (isNew && !isPlainName(edited.name))
        return Missing::NameUnfit;
    if (isNew && known != accounts.end())
        return Missing::NameTaken;
    if (edited.fullName.isEmpty())
        return Missing::FullName;
    if (!edited.roles)
        return Missing::Roles;
    if (isNew)
        return password.size() < leastPassword ? Missing::PasswordShort : Missing::Nothing;
    if (known != accounts.end() && *known == edited)
        return Missing::Unchanged;
    const bool isOtherLeft = std::any_of(accounts.begin(), accounts.end(), [this](const auto &one) {
        return one.name != edited.name && manages(one);
    });
    return isOtherLeft || manages(edited) ? Missing::Nothing : Missing::LastSupervisor;
}

QList<QPair<QString, QString>> profileFacts(const policy::Profile &profile)
{
    QStringList purposes, kinds;
    for (const auto &purpose : profile.refusedPurposes)
        purposes << purpose.name;
    for (const auto kind : profile.refusedKinds)
        kinds << words::phrase(kind);
    const QString none = ProfileText::tr("none");
    const auto listed = [&](const QStringList &list) {
        return list.isEmpty() ? none : list.join(QStringLiteral(", "));
    };
    return {
        {ProfileText::tr("Profile"), ProfileText::tr("%1, version %2").arg(profile.name, profile.version)},
        {ProfileText::tr("In force"),
         ProfileText::tr("%1 to %2")
             .arg(profile.validFrom.toString(Qt::ISODate), profile.validUntil.toString(Qt::ISODate))},
        {ProfileText::tr("Offences"), profile.offences.isEmpty()
                                          ? ProfileText::tr("any that is named")
                                          : profile.offences.join(QStringLiteral(", "))},
        {ProfileText::tr("Refused purposes"), listed(purposes)},
        {ProfileText::tr("Refused pictures"), listed(kinds)},
        {ProfileText::tr("Candidate list"),
         ProfileText::tr("%1 persons, %2 at most").arg(profile.defaultLimit).arg(profile.maximumLimit)},
        {ProfileText::tr("Line in the list"),
         (profile.weakerMayBeOpened ? ProfileText::tr("at 1 in %1; weaker candidates open with a reason")
                                    : ProfileText::tr("at 1 in %1; weaker candidates stay folded"))
             .arg(profile.lineOneIn)},
        {ProfileText::tr("Lowest quality"), words::phrase(profile.lowestGrade)},
        {ProfileText::tr("May override"), words::phrase(profile.mayOverride)},
        {ProfileText::tr("Blind line-up"),
         ProfileText::tr("%n portrait(s)", nullptr, profile.lineupPortraits)},
        {ProfileText::tr("Retention"),
         ProfileText::tr("%n day(s) after a case is closed", nullptr, profile.retentionDays)},
        {ProfileText::tr("Lock"),
         ProfileText::tr("after %n idle minute(s)", nullptr, profile.idleLockMinutes)},
        {ProfileText::tr("Wrong passwords"),
         ProfileText::tr("%1, then the account is locked for %n minute(s)", nullptr, profile.lockMinutes)
             .arg(profile.wrongPasswords)},
    };
}

} // namespace likeness::settings
