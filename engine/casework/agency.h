// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/result.h"
#include "engine/crypto/signingkey.h"
#include "engine/model/audit.h"
#include "engine/policy/profile.h"
#include "engine/store/workstationstore.h"

#include <QString>

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace likeness::casework
{

/// The agency file: who may sign in, with which roles, trained until when, and their keys. One folder, to be
/// copied to each workstation of the agency:
///   agency.json     {"format":"likeness-agency-1","name","root","accounts":[{"account":{...},"signed_by",
///                   "signature"}...],"keys":[{"name","sealed":{...},"signature"}...]}
///   attempts.json   wrong passwords since the last right one; belongs to this workstation
///   profile.json, profile.json.minisig   the policy profile, signed by a supervisor or as shipped
///   lock            held while one of them is changed
/// `accounts` is a log: every entry is signed by a supervisor of its time, up to the root, the first
/// supervisor, who signs himself, and covers the entry before (agencyfile.h says how). A file changed by
/// other means is refused (SignatureWrong, FileDamaged). Written aside and renamed; what another program
/// wrote is seen at the next call. Thread-safe. It does not guard against somebody who replaces the whole
/// folder by an older copy of itself on a workstation that has not seen the newer one, nor against somebody
/// who empties attempts.json.
class Agency
{
public:
    /// $LIKENESS_AGENCY if set, else likeness/agency in the user's data folder.
    static QString defaultFolder();
    /// False only when there is certainly no agency file: training mode.
    static bool isFounded(const QString &folder);
    /// Null when there is no agency file: training mode. SignatureWrong, FileDamaged, FileUnreadable.
    /// New passwords are sealed at the cost of the first supervisor's.
    static base::Result<std::unique_ptr<Agency>> open(const QString &folder);
    /// Makes the file with its first supervisor, who has all the given roles. InvalidArgument (name, password
    /// under 12 characters), AlreadyExists, errors of writing.
    static base::Result<std::unique_ptr<Agency>>
    create(const QString &folder, const QString &agencyName, model::Account first, const QString &password,
           crypto::SealedKey::Cost cost = crypto::SealedKey::Cost::Moderate);

    QString folder() const;
    QString name() const;
    QString rootKey() const;
    /// The end of the log of accounts: whoever knows it notices an older or another file.
    model::AuditHead head() const;
    bool hasHead(const model::AuditHead &earlier) const; ///< of this log, now or before
    std::vector<model::Account> accounts() const;
    std::optional<model::Account> account(const QString &name) const;
    /// The account that has (or had) a key; for checking signatures.
    std::optional<model::Account> accountOfKey(const QString &publicKey) const;

    /// The key of an account, for the right password. PasswordWrong also for a name that is not there, after
    /// the same work; AccountLocked after the profile's number of wrong ones, for its minutes; NotAllowed
    /// (account-disabled) only for the right password. When the attempt cannot be counted (DiskFull,
    /// WriteFailed), nobody is let in. Slow.
    base::Result<crypto::SigningKey> unlock(const QString &name, const QString &password,
                                            const policy::Profile &profile, const QDateTime &now);

    // By a supervisor, whose key signs. NotAllowed (role-missing, last-supervisor), AlreadyExists, NotFound,
    // InvalidArgument (detail "name", "full-name", "roles" or "password"), errors of writing.
    base::Outcome addAccount(model::Account account, const QString &password, const model::Account &by,
                             const crypto::SigningKey &key);
    /// Roles, training date, full name, disabled; the key stays. The last supervisor cannot be taken away. A
    /// profile that an account signed which is no supervisor any more is signed anew by whoever changes it.
    base::Outcome changeAccount(const model::Account &account, const model::Account &by,
                                const crypto::SigningKey &key);
    /// By the account itself, with the key that the old one opened.
    base::Outcome changePassword(const crypto::SigningKey &key, const QString &newPassword);

    /// The profile in the folder, or the shipped one; checked against the supervisors' keys or the shipped
    /// key. SignatureWrong, FileDamaged. Whether it is in force is the caller's question. Once an own profile
    /// was seen, the shipped one no longer takes its place when its files are taken away.
    base::Result<policy::Profile> profile() const;
    void expectOwnProfile(); ///< it was seen by an earlier program
    /// A profile file, signed with this key, into the folder. FileDamaged when it is no profile.
    base::Outcome installProfile(const QByteArray &profile, const crypto::SigningKey &key);
    bool hasOwnProfile() const;

private:
    struct Data;
    explicit Agency(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;

public:
    ~Agency();
};

/// The profile that ships in the program, for training mode and agencies without their own. Its secret key
/// was thrown away: resources/policy/README.md.
base::Result<policy::Profile> shippedProfile();
/// The key that signed it: 64 hexadecimal digits, empty when the program's own file does not hold.
QString shippedProfileKey();
/// The same for a folder that may not be there.
base::Result<policy::Profile> profileOf(const Agency *agency);

} // namespace likeness::casework
