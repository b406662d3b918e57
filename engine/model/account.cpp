// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/account.h"

namespace likeness::model
{

const std::vector<Role> &allRoles()
{
    static const std::vector<Role> roles{Role::Detective,  Role::Examiner,       Role::Verifier,
                                         Role::Supervisor, Role::GalleryManager, Role::Auditor};
    return roles;
}

QString roleName(Role role)
{
    switch (role) {
    case Role::Detective:
        return QStringLiteral("detective");
    case Role::Examiner:
        return QStringLiteral("examiner");
    case Role::Verifier:
        return QStringLiteral("verifier");
    case Role::Supervisor:
        return QStringLiteral("supervisor");
    case Role::GalleryManager:
        return QStringLiteral("gallery-manager");
    case Role::Auditor:
        break;
    }
    return QStringLiteral("auditor");
}

std::optional<Role> roleFromName(const QString &name)
{
    for (const Role role : allRoles())
        if (roleName(role) == name)
            return role;
    return std::nullopt;
}

QJsonArray rolesToJson(Roles roles)
{
    QJsonArray names;
    for (const Role role : allRoles())
        if (roles.testFlag(role))
            names.append(roleName(role));
    return names;
}

std::optional<Roles> rolesFromJson(const QJsonArray &names)
{
    Roles roles;
    for (const QJsonValue &name : names) {
        const auto role = roleFromName(name.toString());
        if (!role)
            return std::nullopt;
        roles |= *role;
    }
    return roles;
}

QJsonObject toJson(const Account &account)
{
    return {{"name", account.name},
            {"full_name", account.fullName},
            {"roles", rolesToJson(account.roles)},
            {"trained_until", account.trainedUntil.toString(Qt::ISODate)},
            {"key", account.key},
            {"disabled", account.disabled}};
}

std::optional<Account> accountFromJson(const QJsonObject &object)
{
    const auto roles = rolesFromJson(object["roles"].toArray());
    const Account account{
        object["name"].toString(), object["full_name"].toString(),
        roles.value_or(Roles()),   QDate::fromString(object["trained_until"].toString(), Qt::ISODate),
        object["key"].toString(),  object["disabled"].toBool()};
    // What does not come out as it went in was not written by toJson.
    if (!roles || account.name.isEmpty() || account.key.size() != 64 || toJson(account) != object)
        return std::nullopt;
    return account;
}

QJsonObject toJson(const Signature &signature)
{
    return {{"account", signature.account}, {"key", signature.key}, {"value", signature.value}};
}

Signature signatureFromJson(const QJsonObject &object)
{
    return {object["account"].toString(), object["key"].toString(), object["value"].toString()};
}

} // namespace likeness::model
