// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QFlags>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace likeness::model
{

/// What a person does here; see engine/policy/accountrules.h for what each may do. They can be combined.
enum class Role {
    Detective = 1,
    Examiner = 2,
    Verifier = 4,
    Supervisor = 8,
    GalleryManager = 16,
    Auditor = 32,
};
Q_DECLARE_FLAGS(Roles, Role)
Q_DECLARE_OPERATORS_FOR_FLAGS(Roles)

const std::vector<Role> &allRoles();
QString roleName(Role role); ///< "detective", "gallery-manager", ...
std::optional<Role> roleFromName(const QString &name);
QJsonArray rolesToJson(Roles roles);
std::optional<Roles> rolesFromJson(const QJsonArray &names); ///< nothing for an unknown name

/// Somebody of the agency who may sign in. The public key proves what they sign.
struct Account {
    QString name;     ///< what is typed to sign in and stands in every record; unique, lower case
    QString fullName; ///< stands in reports
    Roles roles;
    QDate trainedUntil; ///< the last day on which the training counts
    QString key;        ///< Ed25519 public key, 64 lower-case hexadecimal digits
    bool disabled = false;
    friend bool operator==(const Account &, const Account &) = default;
};
QJsonObject toJson(const Account &account);
std::optional<Account> accountFromJson(const QJsonObject &object);

/// Proof that an account stood behind a record: Ed25519 over the canonical JSON of the record's document.
/// In training mode there is no key, and a record is not signed.
struct Signature {
    QString account;
    QString key;   ///< public key, 64 hexadecimal digits; empty when not signed
    QString value; ///< 128 hexadecimal digits; empty when not signed
    bool isSigned() const { return !value.isEmpty(); }
    friend bool operator==(const Signature &, const Signature &) = default;
};
QJsonObject toJson(const Signature &signature);
Signature signatureFromJson(const QJsonObject &object);

} // namespace likeness::model
