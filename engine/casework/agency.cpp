// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/agency.h"

#include "engine/casework/agencyfile.h"
#include "engine/casework/agencyfolder.h"
#include "engine/casework/attempts.h"
#include "engine/crypto/minisign.h"
#include "engine/policy/caserules.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <atomic>
#include <cerrno>
#include <sys/stat.h>

namespace likeness::casework
{

namespace
{

constexpr qsizetype fewestCharacters = 12;
constexpr qint64 moderateMemory = 256LL << 20;

tl::unexpected<base::Error> notAllowed(const QString &subject, policy::Rule rule)
{
    return base::fail(base::ErrorCode::NotAllowed, subject, policy::ruleName(rule));
}

tl::unexpected<base::Error> senseless(const QString &subject, const char *field)
{
    return base::fail(base::ErrorCode::InvalidArgument, subject, QLatin1String(field));
}

base::Outcome checkAccount(const model::Account &account)
{
    if (!isAccountName(account.name))
        return senseless(account.name, "name");
    if (account.fullName.trimmed().isEmpty())
        return senseless(account.name, "full-name");
    if (!account.roles)
        return senseless(account.name, "roles");
    return {};
}

base::Outcome checkPassword(const QString &name, const QString &password)
{
    return password.toUcs4().size() >= fewestCharacters ? base::Outcome()
                                                        : base::Outcome(senseless(name, "password"));
}

QString agencyPath(const QString &folder)
{
    return folder + QStringLiteral("/agency.json");
}
QString profilePath(const QString &folder)
{
    return folder + QStringLiteral("/profile.json");
}
QString signaturePath(const QString &folder)
{
    return folder + QStringLiteral("/profile.json.minisig");
}

/// What tells one written file from the next.
struct Stamp {
    ino_t file = 0;
    off_t size = 0;
    timespec time{};
    bool operator==(const Stamp &other) const
    {
        return file == other.file && size == other.size && time.tv_sec == other.time.tv_sec &&
               time.tv_nsec == other.time.tv_nsec;
    }
};

base::Result<Stamp> stampOf(const QString &path)
{
    struct stat info {
    };
    if (::stat(QFile::encodeName(path), &info) != 0)
        return base::fail(base::ErrorCode::FileUnreadable, path, qt_error_string(errno));
    return Stamp{info.st_ino, info.st_size, info.st_mtim};
}

base::Result<policy::Profile> readProfile(const QString &path, const QString &signaturePath,
                                          const QStringList &keys, const QString &subject)
{
    const auto bytes = readFile(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const auto signature = readFile(signaturePath);
    if (!signature)
        return base::fail(base::ErrorCode::SignatureWrong, subject, QStringLiteral("no signature"));
    LIKENESS_TRY(crypto::Minisign::verify(*bytes, *signature, keys, subject));
    return policy::profileFromJson(*bytes, subject);
}

} // namespace

struct Agency::Data {
    QString folder;
    crypto::SealedKey::Cost cost = crypto::SealedKey::Cost::Moderate;
    mutable std::mutex mutex;
    AgencyFile file{QString(), QString()};
    Stamp stamp;
    std::atomic<bool> ownProfileSeen = false;

    /// The mutex is held. What another program wrote in the meantime is taken over when it goes on from here.
    base::Outcome refresh()
    {
        const QString path = agencyPath(folder);
        const auto now = stampOf(path);
        if (!now)
            return tl::unexpected(now.error());
        if (*now == stamp)
            return {};
        const auto bytes = readFile(path);
        if (!bytes)
            return tl::unexpected(bytes.error());
        auto read = AgencyFile::read(*bytes, path);
        if (!read)
            return tl::unexpected(read.error());
        const model::AuditHead known = file.head();
        if (known.count > 0 && (read->root() != file.root() || read->headAt(known.count) != known))
            return base::fail(base::ErrorCode::SignatureWrong, path,
                              QStringLiteral("another or an older agency file"));
        file = std::move(*read);
        stamp = *now;
        return {};
    }

    /// The mutex and the folder's lock are held.
    base::Outcome write(AgencyFile changed)
    {
        LIKENESS_TRY(store::replaceFile(agencyPath(folder), changed.bytes()));
        file = std::move(changed);
        stamp = stampOf(agencyPath(folder)).value_or(Stamp());
        return {};
    }

    base::Outcome checkManager(const model::Account &by, const crypto::SigningKey &key) const
    {
        const model::Account *known = file.account(by.name);
        if (!known || !mayManage(*known) || known->key != key.publicKey())
            return notAllowed(by.name, policy::Rule::RoleMissing);
        return {};
    }

    /// Those whose signature under a profile counts.
    QStringList profileKeys() const
    {
        QStringList keys{shippedProfileKey()};
        for (const model::Account &account : file.accounts())
            if (mayManage(account))
                keys += account.key;
        return keys;
    }
};

Agency::Agency(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
Agency::~Agency() = default;

QString Agency::defaultFolder()
{
    const QString chosen = qEnvironmentVariable("LIKENESS_AGENCY");
    if (!chosen.isEmpty())
        return chosen;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/likeness/agency");
}

bool Agency::isFounded(const QString &folder)
{
    // A name that cannot be looked at may be there.
    struct stat info {
    };
    return ::lstat(QFile::encodeName(agencyPath(folder)), &info) == 0 ||
           (errno != ENOENT && errno != ENOTDIR);
}

base::Result<std::unique_ptr<Agency>> Agency::open(const QString &folder)
{
    if (!isFounded(folder))
        return nullptr;
    auto data = std::make_unique<Data>();
    data->folder = folder;
    LIKENESS_TRY(data->refresh());
    const QString first = data->file.accounts().front().name;
    if (data->file.sealedKey(first)->toJson()["mem"].toInteger() < moderateMemory)
        data->cost = crypto::SealedKey::Cost::Minimal;
    return std::unique_ptr<Agency>(new Agency(std::move(data)));
}

base::Result<std::unique_ptr<Agency>> Agency::create(const QString &folder, const QString &agencyName,
                                                     model::Account first, const QString &password,
                                                     crypto::SealedKey::Cost cost)
{
    first.roles |= model::Role::Supervisor;
    first.disabled = false;
    if (agencyName.trimmed().isEmpty())
        return senseless(agencyName, "agency-name");
    LIKENESS_TRY(checkAccount(first));
    LIKENESS_TRY(checkPassword(first.name, password));
    LIKENESS_TRY(store::makeFolder(folder));
    if (::chmod(QFile::encodeName(folder), 0700) != 0)
        return tl::unexpected(base::writeError(folder, errno));

    const LockedFolder lock(folder);
    LIKENESS_TRY(lock.outcome());
    if (QFileInfo::exists(agencyPath(folder)))
        return base::fail(base::ErrorCode::AlreadyExists, folder);
    const crypto::SigningKey key = crypto::SigningKey::generate();
    const auto sealed = crypto::SealedKey::seal(key, password, cost);
    if (!sealed)
        return tl::unexpected(sealed.error());
    first.key = key.publicKey();
    AgencyFile file(agencyName.trimmed(), first.key);
    file.append(first, key);
    file.setSealedKey(first.name, *sealed, key);

    auto data = std::make_unique<Data>();
    data->folder = folder;
    data->cost = cost;
    LIKENESS_TRY(data->write(std::move(file)));
    return std::unique_ptr<Agency>(new Agency(std::move(data)));
}

QString Agency::folder() const
{
    return m_data->folder;
}

QString Agency::name() const
{
    const std::lock_guard lock(m_data->mutex);
    return m_data->file.name();
}

QString Agency::rootKey() const
{
    const std::lock_guard lock(m_data->mutex);
    return m_data->file.root();
}

model::AuditHead Agency::head() const
{
    const std::lock_guard lock(m_data->mutex);
    (void)m_data->refresh();
    return m_data->file.head();
}

bool Agency::hasHead(const model::AuditHead &earlier) const
{
    const std::lock_guard lock(m_data->mutex);
    (void)m_data->refresh();
    return !earlier.hash.isEmpty() && m_data->file.headAt(earlier.count) == earlier;
}

std::vector<model::Account> Agency::accounts() const
{
    const std::lock_guard lock(m_data->mutex);
    (void)m_data->refresh(); // a file that no longer holds changes nothing for who is in
    return m_data->file.accounts();
}

std::optional<model::Account> Agency::account(const QString &name) const
{
    const std::lock_guard lock(m_data->mutex);
    (void)m_data->refresh();
    const model::Account *found = m_data->file.account(name);
    return found ? std::optional(*found) : std::nullopt;
}

std::optional<model::Account> Agency::accountOfKey(const QString &publicKey) const
{
    for (const model::Account &account : accounts())
        if (account.key == publicKey)
            return account;
    return std::nullopt;
}

base::Result<crypto::SigningKey> Agency::unlock(const QString &typedName, const QString &password,
                                                const policy::Profile &profile, const QDateTime &now)
{
    const QString name = typedName.trimmed().toLower();
    std::optional<model::Account> account;
    std::optional<crypto::SealedKey> sealed;
    {
        const std::lock_guard lock(m_data->mutex);
        LIKENESS_TRY(m_data->refresh());
        const AgencyFile &file = m_data->file;
        if (const model::Account *known = file.account(name))
            account = *known;
        // For a name that is not there the work is the same: the first supervisor's box, for nothing.
        sealed = *file.sealedKey(account ? name : file.accounts().front().name);
    }
    // A name too long to be one is not kept.
    LIKENESS_TRY(
        attempts::count(folder(), name.isEmpty() ? QStringLiteral("-") : name.left(64), profile, now));
    auto key = sealed->open(password);
    if (!key && key.error().code != base::ErrorCode::PasswordWrong)
        return tl::unexpected(key.error());
    if (!key || !account)
        return base::fail(base::ErrorCode::PasswordWrong, name);
    if (key->publicKey() != account->key)
        return base::fail(base::ErrorCode::SignatureWrong, name, QStringLiteral("key"));
    if (account->disabled)
        return notAllowed(name, policy::Rule::AccountDisabled);
    LIKENESS_TRY(attempts::forget(folder(), name));
    return key;
}

base::Outcome Agency::addAccount(model::Account account, const QString &password, const model::Account &by,
                                 const crypto::SigningKey &key)
{
    LIKENESS_TRY(checkAccount(account));
    LIKENESS_TRY(checkPassword(account.name, password));
    const crypto::SigningKey own = crypto::SigningKey::generate();
    const auto sealed = crypto::SealedKey::seal(own, password, m_data->cost);
    if (!sealed)
        return tl::unexpected(sealed.error());
    account.key = own.publicKey();

    const std::lock_guard lock(m_data->mutex);
    const LockedFolder folderLock(m_data->folder);
    LIKENESS_TRY(folderLock.outcome());
    LIKENESS_TRY(m_data->refresh());
    LIKENESS_TRY(m_data->checkManager(by, key));
    if (m_data->file.account(account.name))
        return base::fail(base::ErrorCode::AlreadyExists, account.name);
    AgencyFile changed = m_data->file;
    changed.append(account, key);
    changed.setSealedKey(account.name, *sealed, own);
    return m_data->write(std::move(changed));
}

base::Outcome Agency::changeAccount(const model::Account &wanted, const model::Account &by,
                                    const crypto::SigningKey &key)
{
    LIKENESS_TRY(checkAccount(wanted));
    const std::lock_guard lock(m_data->mutex);
    const LockedFolder folderLock(m_data->folder);
    LIKENESS_TRY(folderLock.outcome());
    LIKENESS_TRY(m_data->refresh());
    LIKENESS_TRY(m_data->checkManager(by, key));
    const model::Account *before = m_data->file.account(wanted.name);
    if (!before)
        return base::fail(base::ErrorCode::NotFound, wanted.name);
    model::Account account = wanted;
    account.key = before->key;
    if (account == *before)
        return {};
    if (m_data->file.objection(account, key.publicKey()) == QLatin1String("last-supervisor"))
        return notAllowed(account.name, policy::Rule::LastSupervisor);

    // Work goes on under the profile that a supervisor signed who is none from now on.
    if (mayManage(*before) && !mayManage(account) && hasOwnProfile()) {
        const auto bytes = readFile(profilePath(m_data->folder));
        const auto signature = readFile(signaturePath(m_data->folder));
        if (bytes && signature &&
            crypto::Minisign::verify(*bytes, *signature, {account.key}, profilePath(m_data->folder)))
            LIKENESS_TRY(installProfile(*bytes, key));
    }
    AgencyFile changed = m_data->file;
    changed.append(account, key);
    return m_data->write(std::move(changed));
}

base::Outcome Agency::changePassword(const crypto::SigningKey &key, const QString &newPassword)
{
    const auto account = accountOfKey(key.publicKey());
    if (!account)
        return base::fail(base::ErrorCode::NotFound, key.publicKey());
    LIKENESS_TRY(checkPassword(account->name, newPassword));
    const auto sealed = crypto::SealedKey::seal(key, newPassword, m_data->cost);
    if (!sealed)
        return tl::unexpected(sealed.error());

    const std::lock_guard lock(m_data->mutex);
    const LockedFolder folderLock(m_data->folder);
    LIKENESS_TRY(folderLock.outcome());
    LIKENESS_TRY(m_data->refresh());
    AgencyFile changed = m_data->file;
    changed.setSealedKey(account->name, *sealed, key);
    return m_data->write(std::move(changed));
}

bool Agency::hasOwnProfile() const
{
    return QFileInfo::exists(profilePath(m_data->folder)) || QFileInfo::exists(signaturePath(m_data->folder));
}

void Agency::expectOwnProfile()
{
    m_data->ownProfileSeen = true;
}

base::Result<policy::Profile> Agency::profile() const
{
    const QString path = profilePath(m_data->folder);
    if (hasOwnProfile())
        m_data->ownProfileSeen = true;
    else if (m_data->ownProfileSeen)
        return base::fail(base::ErrorCode::SignatureWrong, path, QStringLiteral("gone"));
    else
        return shippedProfile();
    QStringList keys;
    {
        const std::lock_guard lock(m_data->mutex);
        (void)m_data->refresh();
        keys = m_data->profileKeys();
    }
    return readProfile(path, signaturePath(m_data->folder), keys, path);
}

base::Outcome Agency::installProfile(const QByteArray &profile, const crypto::SigningKey &key)
{
    const auto read = policy::profileFromJson(profile, QStringLiteral("profile.json"));
    if (!read)
        return tl::unexpected(read.error());
    const QByteArray signature = crypto::Minisign::sign(
        profile, key, QStringLiteral("policy profile %1 %2").arg(read->name, read->version));
    // Between the two the profile does not hold, and nothing may be searched until it is installed again.
    LIKENESS_TRY(store::replaceFile(signaturePath(m_data->folder), signature));
    m_data->ownProfileSeen = true;
    return store::replaceFile(profilePath(m_data->folder), profile);
}

QString shippedProfileKey()
{
    const auto text = readFile(QStringLiteral(":/likeness/policy/likeness-profile.pub"));
    return text ? crypto::Minisign::publicKeyFromText(*text, QString()).value_or(QString()) : QString();
}

base::Result<policy::Profile> shippedProfile()
{
    const QString path = QStringLiteral(":/likeness/policy/likeness-default.json");
    return readProfile(path, path + QStringLiteral(".minisig"), {shippedProfileKey()},
                       QStringLiteral("likeness-default.json"));
}

base::Result<policy::Profile> profileOf(const Agency *agency)
{
    return agency ? agency->profile() : shippedProfile();
}

} // namespace likeness::casework
