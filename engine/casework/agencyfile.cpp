// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/agencyfile.h"

#include "engine/base/canonicaljson.h"
#include "engine/base/digest.h"

#include <QJsonDocument>

#include <algorithm>

namespace likeness::casework
{

namespace
{

const QString format = QStringLiteral("likeness-agency-1");
const QString nothingBefore(64, u'0');

QJsonObject entryObject(const model::Account &account, const QString &signedBy, const QString &signature)
{
    return {{"account", model::toJson(account)}, {"signed_by", signedBy}, {"signature", signature}};
}

} // namespace

bool isAccountName(const QString &name)
{
    return !name.isEmpty() && name.size() <= 64 && name == name.toLower() &&
           std::all_of(name.begin(), name.end(),
                       [](QChar c) { return c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_'; });
}

bool mayManage(const model::Account &account)
{
    return !account.disabled && account.roles.testFlag(model::Role::Supervisor);
}

QJsonObject AgencyFile::entryDocument(const model::Account &account) const
{
    return {{"account", model::toJson(account)},
            {"agency", m_name},
            {"previous", m_hashes.empty() ? nothingBefore : m_hashes.back()},
            {"root", m_root}};
}

QJsonObject AgencyFile::keyDocument(const QString &name, const crypto::SealedKey &sealed) const
{
    return {{"agency", m_name}, {"name", name}, {"root", m_root}, {"sealed", sealed.toJson()}};
}

base::Result<AgencyFile> AgencyFile::read(const QByteArray &bytes, const QString &subject)
{
    const auto damaged = [&](const QString &what) {
        return base::fail(base::ErrorCode::FileDamaged, subject, what);
    };
    const auto wrong = [&](const QString &what) {
        return base::fail(base::ErrorCode::SignatureWrong, subject, what);
    };
    QJsonParseError parsing;
    const QJsonObject object = QJsonDocument::fromJson(bytes, &parsing).object();
    if (object["format"] != format)
        return damaged(object.isEmpty() ? parsing.errorString() : QStringLiteral("format"));

    AgencyFile file(object["name"].toString(), object["root"].toString());
    for (const QJsonValue &item : object["accounts"].toArray()) {
        const auto account = model::accountFromJson(item["account"].toObject());
        if (!account)
            return damaged(QStringLiteral("accounts"));
        const Entry entry{*account, item["signed_by"].toString(), item["signature"].toString()};
        if (!file.objection(entry.account, entry.signedBy).isEmpty() ||
            !crypto::verify(base::canonicalJson(file.entryDocument(entry.account)), entry.signedBy,
                            entry.signature))
            return wrong(QStringLiteral("account %1").arg(account->name));
        file.take(entry);
    }
    if (file.m_accounts.empty())
        return damaged(QStringLiteral("accounts"));

    for (const QJsonValue &item : object["keys"].toArray()) {
        const QString name = item["name"].toString();
        const model::Account *account = file.account(name);
        const auto sealed = crypto::SealedKey::fromJson(item["sealed"].toObject());
        if (!account || !sealed || file.sealedKey(name))
            return damaged(QStringLiteral("key of %1").arg(name));
        const QString signature = item["signature"].toString();
        if (!crypto::verify(base::canonicalJson(file.keyDocument(name, *sealed)), account->key, signature))
            return wrong(QStringLiteral("key of %1").arg(name));
        file.m_keys.push_back({name, *sealed, signature});
    }
    if (file.m_keys.size() != file.m_accounts.size())
        return damaged(QStringLiteral("keys"));
    // What is not read is not there: no field, no space that means nothing to us.
    if (file.bytes() != bytes)
        return damaged(QStringLiteral("form"));
    return file;
}

QByteArray AgencyFile::bytes() const
{
    QJsonArray accounts, keys;
    for (const Entry &entry : m_entries)
        accounts.append(entryObject(entry.account, entry.signedBy, entry.signature));
    for (const Key &key : m_keys)
        keys.append(
            QJsonObject{{"name", key.name}, {"sealed", key.sealed.toJson()}, {"signature", key.signature}});
    return QJsonDocument(QJsonObject{{"format", format},
                                     {"name", m_name},
                                     {"root", m_root},
                                     {"accounts", accounts},
                                     {"keys", keys}})
        .toJson();
}

const model::Account *AgencyFile::account(const QString &name) const
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&](const model::Account &account) { return account.name == name; });
    return found == m_accounts.end() ? nullptr : &*found;
}

const crypto::SealedKey *AgencyFile::sealedKey(const QString &name) const
{
    const auto found =
        std::find_if(m_keys.begin(), m_keys.end(), [&](const Key &key) { return key.name == name; });
    return found == m_keys.end() ? nullptr : &found->sealed;
}

model::AuditHead AgencyFile::headAt(qint64 count) const
{
    return {count, count > 0 && count <= qint64(m_hashes.size()) ? m_hashes[size_t(count - 1)] : QString()};
}

QString AgencyFile::objection(const model::Account &account, const QString &signedBy) const
{
    if (!isAccountName(account.name) || account.fullName.trimmed().isEmpty())
        return QStringLiteral("name");
    if (m_accounts.empty())
        return account.key == m_root && signedBy == m_root && mayManage(account) ? QString()
                                                                                 : QStringLiteral("root");
    const auto signer = std::find_if(m_accounts.begin(), m_accounts.end(),
                                     [&](const model::Account &known) { return known.key == signedBy; });
    if (signer == m_accounts.end() || !mayManage(*signer))
        return QStringLiteral("signer");
    bool supervised = mayManage(account);
    for (const model::Account &known : m_accounts) {
        if ((known.name == account.name) != (known.key == account.key))
            return QStringLiteral("key"); // one key for each name, and always the same
        supervised = supervised || (known.name != account.name && mayManage(known));
    }
    return supervised ? QString() : QStringLiteral("last-supervisor");
}

void AgencyFile::append(const model::Account &account, const crypto::SigningKey &by)
{
    take({account, by.publicKey(), by.sign(base::canonicalJson(entryDocument(account)))});
}

void AgencyFile::take(const Entry &entry)
{
    QJsonObject hashed = entryDocument(entry.account);
    hashed["signed_by"] = entry.signedBy;
    hashed["signature"] = entry.signature;
    m_hashes.push_back(base::sha256(base::canonicalJson(hashed)));
    m_entries.push_back(entry);
    const auto known = std::find_if(m_accounts.begin(), m_accounts.end(), [&](const model::Account &account) {
        return account.name == entry.account.name;
    });
    if (known == m_accounts.end())
        m_accounts.push_back(entry.account);
    else
        *known = entry.account;
}

void AgencyFile::setSealedKey(const QString &name, const crypto::SealedKey &sealed,
                              const crypto::SigningKey &key)
{
    const Key made{name, sealed, key.sign(base::canonicalJson(keyDocument(name, sealed)))};
    const auto known =
        std::find_if(m_keys.begin(), m_keys.end(), [&](const Key &other) { return other.name == name; });
    if (known == m_keys.end())
        m_keys.push_back(made);
    else
        *known = made;
}

} // namespace likeness::casework
