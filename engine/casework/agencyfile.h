// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/crypto/signingkey.h"
#include "engine/model/audit.h"

#include <optional>
#include <vector>

namespace likeness::casework
{

/// The content of agency.json, a plain value that is read and checked as a whole.
///
/// `accounts` is a log: each entry is an account as it was from then on, signed by a supervisor of that
/// moment over the canonical JSON of {"account","agency","previous","root"}, where `previous` is the SHA-256
/// of the canonical JSON of the document before with its "signed_by" and "signature" (64 zeros for the
/// first). The first entry is the first supervisor, who signs himself with the root key. So nothing can be
/// changed, taken out or put in between; only the end can be cut off, which is found by whoever knows a later
/// head. `keys` holds each account's sealed key, signed by that key itself over
/// {"agency","name","root","sealed"}. The text has one form (QJsonDocument, indented).
class AgencyFile
{
public:
    /// Nobody yet: `append` the first supervisor.
    AgencyFile(QString name, QString root) : m_name(std::move(name)), m_root(std::move(root)) {}
    /// FileDamaged when it is no such file, SignatureWrong when one of its signatures or its order is wrong.
    static base::Result<AgencyFile> read(const QByteArray &bytes, const QString &subject);
    QByteArray bytes() const;

    QString name() const { return m_name; }
    QString root() const { return m_root; }
    /// As they are now, in the order in which they came.
    const std::vector<model::Account> &accounts() const { return m_accounts; }
    const model::Account *account(const QString &name) const;
    const crypto::SealedKey *sealedKey(const QString &name) const;
    model::AuditHead head() const { return headAt(qint64(m_entries.size())); }
    /// The head when it had so many entries; without a hash when it never had.
    model::AuditHead headAt(qint64 count) const;

    /// What the rules of the log say against such an entry: empty, or a word for the detail of an error.
    QString objection(const model::Account &account, const QString &signedBy) const;
    /// Only what has no objection.
    void append(const model::Account &account, const crypto::SigningKey &by);
    void setSealedKey(const QString &name, const crypto::SealedKey &sealed, const crypto::SigningKey &key);

private:
    struct Entry {
        model::Account account;
        QString signedBy;
        QString signature;
    };
    struct Key {
        QString name;
        crypto::SealedKey sealed;
        QString signature;
    };
    QJsonObject entryDocument(const model::Account &account) const;
    QJsonObject keyDocument(const QString &name, const crypto::SealedKey &sealed) const;
    void take(const Entry &entry);

    QString m_name;
    QString m_root;
    std::vector<Entry> m_entries;
    std::vector<QString> m_hashes; ///< of the entries
    std::vector<Key> m_keys;
    std::vector<model::Account> m_accounts;
};

/// Lower-case letters, digits, '.', '-' and '_', at most 64: what can be typed and stands in every record.
bool isAccountName(const QString &name);
bool mayManage(const model::Account &account); ///< an enabled supervisor

} // namespace likeness::casework
