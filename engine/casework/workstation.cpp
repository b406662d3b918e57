// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/workstation.h"

#include "engine/audit/verbs.h"
#include "engine/base/canonicaljson.h"
#include "engine/base/datadirectory.h"
#include "engine/base/digest.h"
#include "engine/crypto/minisign.h"
#include "engine/policy/accountrules.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <limits>

namespace likeness::casework
{

namespace
{

constexpr qint64 clockToleranceSeconds = 120;
constexpr qint64 entriesLookedAt = 200; // for the latest time

const QString agencyKey = QStringLiteral("agency");
const QString clockBehindKey = QStringLiteral("clock_behind");
const QString clockAcceptedKey = QStringLiteral("clock_accepted");

/// What an entry says about the agency, so that an older or another file is noticed.
QJsonObject agencyState(const Agency &agency)
{
    const model::AuditHead head = agency.head();
    return {{"root", agency.rootKey()},
            {"count", head.count},
            {"hash", head.hash},
            {"own_profile", agency.hasOwnProfile()}};
}

/// Entries from the newest to the oldest, until `look` returns true.
template <class Look>
base::Outcome lookBack(const store::WorkstationStore &record, qint64 atMost, Look look)
{
    constexpr qint64 block = 500;
    const auto head = record.auditHead();
    if (!head)
        return tl::unexpected(head.error());
    for (qint64 last = head->count; last > 0 && atMost > 0; last -= block, atMost -= block) {
        const qint64 first = std::max<qint64>(1, last - std::min(block, atMost) + 1);
        const auto entries = record.auditEntries(first, last - first + 1);
        if (!entries)
            return tl::unexpected(entries.error());
        if (std::any_of(entries->rbegin(), entries->rend(), look))
            return {};
    }
    return {};
}

/// The agency as the chain knows it; empty when it does not.
base::Result<QJsonObject> knownAgency(const store::WorkstationStore &record)
{
    QJsonObject known;
    LIKENESS_TRY(lookBack(record, std::numeric_limits<qint64>::max(), [&](const model::AuditEntry &entry) {
        known = entry.act.details[agencyKey].toObject();
        return !known.isEmpty();
    }));
    return known;
}

/// The latest time that stands in the chain. Entries made while the clock was behind carry it on.
base::Result<QDateTime> latestTime(const store::WorkstationStore &record)
{
    QDateTime latest;
    LIKENESS_TRY(lookBack(record, entriesLookedAt, [&](const model::AuditEntry &entry) {
        const QDateTime behind = base::timeFromText(entry.act.details[clockBehindKey].toString());
        for (const QDateTime &time : {entry.time, behind})
            if (time.isValid() && (!latest.isValid() || time > latest))
                latest = time;
        return entry.act.details.contains(clockAcceptedKey);
    }));
    return latest;
}

bool isBehind(const QDateTime &now, const QDateTime &latest)
{
    return latest.isValid() && now.secsTo(latest) > clockToleranceSeconds;
}

base::Outcome enterStart(store::WorkstationStore &record, const model::Actor &actor, const Agency *agency,
                         const base::Clock &clock, const QString &refused)
{
    const QString program = QCoreApplication::applicationName();
    QJsonObject details{{"version", QCoreApplication::applicationVersion()}, {"training", actor.training}};
    if (agency)
        details[agencyKey] = agencyState(*agency);
    if (!refused.isEmpty())
        details[QStringLiteral("agency_refused")] = refused;
    const auto latest = latestTime(record);
    if (!latest)
        return tl::unexpected(latest.error());
    if (isBehind(clock.now(), *latest))
        details[clockBehindKey] = base::timeText(*latest);
    return record.commit(
        {audit::verbs::programStarted, program.isEmpty() ? QStringLiteral("likeness") : program, details},
        actor);
}

} // namespace

Workstation::Workstation(Means means) : m_means(std::move(means)), m_agency(m_means.agency) {}

base::Result<std::shared_ptr<Agency>> Workstation::openAgency(const QString &folder,
                                                              const store::WorkstationStore &record)
{
    auto opened = Agency::open(folder);
    if (!opened)
        return tl::unexpected(opened.error());
    std::shared_ptr<Agency> agency = std::move(*opened);
    if (!agency)
        return agency;
    const auto known = knownAgency(record);
    if (!known)
        return tl::unexpected(known.error());
    if (known->isEmpty())
        return agency;
    if ((*known)["root"].toString() != agency->rootKey())
        return base::fail(base::ErrorCode::SignatureWrong, folder,
                          QStringLiteral("not the agency that this workstation knows"));
    if (!agency->hasHead({(*known)["count"].toInteger(), (*known)["hash"].toString()}))
        return base::fail(base::ErrorCode::SignatureWrong, folder,
                          QStringLiteral("older or other accounts than this workstation knows"));
    if ((*known)["own_profile"].toBool())
        agency->expectOwnProfile();
    return agency;
}

base::Result<std::shared_ptr<Workstation>> Workstation::ofThisMachine()
{
    Means means;
    means.clock = std::make_shared<base::SystemClock>();
    auto decoder = media::makeProcessDecoder();
    LIKENESS_TRY(decoder);
    means.decoder = std::move(*decoder);
    means.models = face::ModelFiles::inDirectory(base::dataDirectory() + QStringLiteral("/models"));
    means.actor = model::Actor::ofThisProcess();
    auto record =
        store::WorkstationStore::open(store::WorkstationStore::defaultFolder(), means.actor, *means.clock);
    if (!record)
        return tl::unexpected(record.error());
    means.record = std::move(*record);

    const auto agency = openAgency(Agency::defaultFolder(), *means.record);
    model::Actor starting = means.actor;
    starting.training = agency && !*agency;
    LIKENESS_TRY(enterStart(*means.record, starting, agency ? agency->get() : nullptr, *means.clock,
                            agency ? QString() : base::errorCodeName(agency.error().code)));
    if (!agency)
        return tl::unexpected(agency.error());
    means.agency = *agency;
    return std::make_shared<Workstation>(std::move(means));
}

bool Workstation::isTraining() const
{
    return !agency();
}

std::shared_ptr<Agency> Workstation::agency() const
{
    const std::lock_guard lock(m_accountMutex);
    return m_agency;
}

std::optional<model::Actor> Workstation::signedIn() const
{
    if (!m_key)
        return std::nullopt;
    // As it is now: a supervisor may have changed it since.
    const auto account = m_agency->accountOfKey(m_key->publicKey());
    if (!account || account->disabled)
        return std::nullopt;
    return model::Actor{account->name,  m_means.actor.host,    false,       account->fullName,
                        account->roles, account->trainedUntil, account->key};
}

model::Actor Workstation::actor() const
{
    const std::lock_guard lock(m_accountMutex);
    if (!m_agency)
        return m_means.actor;
    model::Actor nobody;
    nobody.host = m_means.actor.host;
    nobody.training = false;
    return signedIn().value_or(nobody);
}

bool Workstation::isSignedIn() const
{
    return !actor().name.isEmpty();
}

base::Result<model::Actor> Workstation::signIn(const QString &account, const QString &password) const
{
    return signIn(account, password, ClockChange::Refused);
}

base::Result<model::Actor> Workstation::signInAndAcceptClock(const QString &account,
                                                             const QString &password) const
{
    return signIn(account, password, ClockChange::Accepted);
}

base::Result<model::Actor> Workstation::signIn(const QString &account, const QString &password,
                                               ClockChange change) const
{
    const auto agency = this->agency();
    const QString name = account.trimmed().toLower();
    if (!agency)
        return base::fail(base::ErrorCode::NotFound, name, QStringLiteral("no agency file"));
    model::Actor nobody = m_means.actor;
    nobody.training = false;
    const QDateTime now = clock().now();
    const auto latest = latestTime(record());
    if (!latest)
        return tl::unexpected(latest.error());
    const bool behind = isBehind(now, *latest);

    const auto refuse = [&](const base::Error &error) -> base::Result<model::Actor> {
        QJsonObject details{{"error", base::errorCodeName(error.code)}};
        if (behind)
            details[clockBehindKey] = base::timeText(*latest);
        // Who types the password into the wrong field does not find it in the chain for good.
        const QString subject = agency->account(name) ? name : QStringLiteral("unknown account");
        LIKENESS_TRY(record().commit({audit::verbs::signInFailed, subject, details}, nobody));
        return tl::unexpected(error);
    };
    if (behind && change == ClockChange::Refused)
        return refuse({base::ErrorCode::ClockChanged, name,
                       base::timeText(now) + QStringLiteral(" < ") + base::timeText(*latest)});

    // A supervisor has to get in to put a broken profile right: then the customary limits hold.
    auto key = agency->unlock(name, password, agency->profile().value_or(policy::Profile()), now);
    if (!key)
        return refuse(key.error());
    const auto known = agency->accountOfKey(key->publicKey());
    QJsonObject details{{agencyKey, agencyState(*agency)}};
    if (change == ClockChange::Accepted) {
        if (!known || !known->roles.testFlag(model::Role::Supervisor))
            return refuse({base::ErrorCode::NotAllowed, name, policy::ruleName(policy::Rule::RoleMissing)});
        details[clockAcceptedKey] = latest->isValid() ? base::timeText(*latest) : QString();
    }
    if (isSignedIn())
        LIKENESS_TRY(signOut());
    model::Actor actor = nobody;
    actor.name = name;
    // Without the entry nobody is in.
    LIKENESS_TRY(record().commit({audit::verbs::signedIn, name, details}, actor));
    const std::lock_guard lock(m_accountMutex);
    m_key = std::make_shared<const crypto::SigningKey>(std::move(*key));
    if (auto signedInNow = signedIn())
        return *signedInNow;
    m_key.reset(); // disabled in this moment
    return base::fail(base::ErrorCode::NotAllowed, name, policy::ruleName(policy::Rule::AccountDisabled));
}

base::Outcome Workstation::signOut(bool becauseIdle) const
{
    const model::Actor before = actor();
    {
        const std::lock_guard lock(m_accountMutex);
        if (!m_key)
            return {};
        m_key.reset();
    }
    if (before.name.isEmpty())
        return {};
    return record().commit(
        {becauseIdle ? audit::verbs::lockedIdle : audit::verbs::signedOut, before.name, {}}, before);
}

base::Result<model::Actor> Workstation::createAgency(const QString &agencyName, const model::Account &first,
                                                     const QString &password) const
{
    const QString folder = m_means.agencyFolder.isEmpty() ? Agency::defaultFolder() : m_means.agencyFolder;
    if (agency())
        return base::fail(base::ErrorCode::AlreadyExists, folder);
    const auto known = knownAgency(record());
    if (!known)
        return tl::unexpected(known.error());
    if (!known->isEmpty())
        return base::fail(base::ErrorCode::SignatureWrong, folder,
                          QStringLiteral("this workstation knows an agency already"));
    auto made = Agency::create(folder, agencyName, first, password, m_means.passwordCost);
    if (!made)
        return tl::unexpected(made.error());
    std::shared_ptr<Agency> created = std::move(*made);

    model::Actor founder = m_means.actor;
    founder.training = false;
    const auto entered = record().commit({audit::verbs::agencyCreated,
                                          created->name(),
                                          {{agencyKey, agencyState(*created)}, {"account", first.name}}},
                                         founder);
    if (!entered) {
        QFile::remove(folder + QStringLiteral("/agency.json")); // nobody could have used it yet
        return tl::unexpected(entered.error());
    }
    {
        const std::lock_guard lock(m_accountMutex);
        m_agency = created;
    }
    return signIn(first.name, password);
}

template <class Change>
base::Outcome Workstation::manage(const QString &verb, const QString &subject, QJsonObject details,
                                  Change change) const
{
    std::shared_ptr<const crypto::SigningKey> key;
    std::optional<model::Actor> actor;
    {
        const std::lock_guard lock(m_accountMutex);
        if (m_agency)
            actor = signedIn();
        key = m_key;
    }
    if (!actor)
        return base::fail(base::ErrorCode::NotSignedIn, subject);
    const auto agency = this->agency();
    LIKENESS_TRY(change(*agency, *actor, *key));
    details[agencyKey] = agencyState(*agency);
    return record().commit({verb, subject, details}, *actor);
}

namespace
{

base::Outcome checkMayManage(const model::Actor &actor)
{
    const auto unmet = policy::unmetRoleRules(policy::Deed::ManageAccounts, actor, {});
    return unmet.empty() ? base::Outcome()
                         : base::fail(base::ErrorCode::NotAllowed, actor.name, policy::ruleNames(unmet));
}

} // namespace

base::Outcome Workstation::addAccount(const model::Account &account, const QString &password) const
{
    QJsonObject details{{"roles", model::rolesToJson(account.roles)},
                        {"trained_until", account.trainedUntil.toString(Qt::ISODate)}};
    return manage(audit::verbs::accountAdded, account.name, details,
                  [&](Agency &agency, const model::Actor &actor, const auto &key) -> base::Outcome {
                      LIKENESS_TRY(checkMayManage(actor));
                      return agency.addAccount(account, password, *agency.account(actor.name), key);
                  });
}

base::Outcome Workstation::changeAccount(const model::Account &account) const
{
    QJsonObject details{{"roles", model::rolesToJson(account.roles)},
                        {"trained_until", account.trainedUntil.toString(Qt::ISODate)},
                        {"disabled", account.disabled}};
    return manage(audit::verbs::accountChanged, account.name, details,
                  [&](Agency &agency, const model::Actor &actor, const auto &key) -> base::Outcome {
                      LIKENESS_TRY(checkMayManage(actor));
                      return agency.changeAccount(account, *agency.account(actor.name), key);
                  });
}

base::Outcome Workstation::changePassword(const QString &oldPassword, const QString &newPassword) const
{
    return manage(audit::verbs::passwordChanged, actor().name, {},
                  [&](Agency &agency, const model::Actor &actor, const auto &) -> base::Outcome {
                      // Counted like any other attempt: a session left open is no way to guess.
                      const auto limits = agency.profile().value_or(policy::Profile());
                      const auto key = agency.unlock(actor.name, oldPassword, limits, clock().now());
                      if (!key)
                          return tl::unexpected(key.error());
                      return agency.changePassword(*key, newPassword);
                  });
}

base::Outcome Workstation::installProfile(const QByteArray &profile) const
{
    return manage(audit::verbs::profileInstalled, QStringLiteral("profile.json"),
                  {{"sha256", base::sha256(profile)}},
                  [&](Agency &agency, const model::Actor &actor, const auto &key) -> base::Outcome {
                      LIKENESS_TRY(checkMayManage(actor));
                      return agency.installProfile(profile, key);
                  });
}

base::Result<model::Signature> Workstation::sign(const QJsonObject &document) const
{
    const std::lock_guard lock(m_accountMutex);
    if (!m_agency)
        return model::Signature{m_means.actor.name, {}, {}};
    const auto actor = signedIn();
    if (!actor)
        return base::fail(base::ErrorCode::NotSignedIn, QString());
    return model::Signature{actor->name, actor->key, m_key->sign(base::canonicalJson(document))};
}

base::Result<QByteArray> Workstation::signFile(const QByteArray &bytes, const QString &what) const
{
    const std::lock_guard lock(m_accountMutex);
    const QString time = base::timeText(clock().now());
    if (!m_agency)
        return crypto::Minisign::sign(bytes, crypto::SigningKey::generate(),
                                      QStringLiteral("TRAINING - proves nothing: %1, %2").arg(what, time));
    const auto actor = signedIn();
    if (!actor)
        return base::fail(base::ErrorCode::NotSignedIn, what);
    return crypto::Minisign::sign(
        bytes, *m_key, QStringLiteral("%1, %2 of %3, %4").arg(what, actor->name, m_agency->name(), time));
}

base::Result<QByteArray> Workstation::signFileUnnamed(const QByteArray &bytes, const QString &what) const
{
    const std::lock_guard lock(m_accountMutex);
    if (!m_agency || !signedIn())
        return base::fail(base::ErrorCode::NotSignedIn, what);
    return crypto::Minisign::sign(bytes, *m_key, what);
}

base::Result<model::Account> Workstation::checkFile(const QByteArray &bytes, const QByteArray &minisig,
                                                    const QString &subject) const
{
    const auto agency = this->agency();
    if (!agency)
        return base::fail(base::ErrorCode::NotAllowed, subject,
                          policy::ruleName(policy::Rule::TrainingCase));
    QStringList keys;
    for (const model::Account &account : agency->accounts())
        keys += account.key;
    const auto checked = crypto::Minisign::verify(bytes, minisig, keys, subject);
    if (!checked)
        return tl::unexpected(checked.error());
    return *agency->accountOfKey(checked->publicKey);
}

base::Outcome Workstation::checkSignature(const QJsonObject &document,
                                          const model::Signature &signature) const
{
    const auto wrong = [&](const char *why) {
        return base::fail(base::ErrorCode::SignatureWrong, signature.account, QLatin1String(why));
    };
    const auto agency = this->agency();
    if (!signature.isSigned())
        return agency ? base::Outcome(wrong("not signed")) : base::Outcome();
    if (agency) {
        const auto account = agency->accountOfKey(signature.key);
        if (!account || account->name != signature.account)
            return wrong("not a key of this account");
    }
    if (!crypto::verify(base::canonicalJson(document), signature.key, signature.value))
        return wrong("not of this record");
    return {};
}

base::Result<policy::Profile> Workstation::profile() const
{
    return profileOf(agency().get());
}

base::Result<std::shared_ptr<const face::FaceEngine>> Workstation::engine() const
{
    if (m_means.engine)
        return m_means.engine;
    const std::lock_guard lock(m_engineMutex);
    if (!m_engine) {
        auto opened = face::openFaceEngine(m_means.models);
        if (!opened)
            return tl::unexpected(opened.error());
        m_engine = std::move(*opened);
    }
    return m_engine;
}

base::Result<std::unique_ptr<const face::FaceEngine>> Workstation::referenceEngine() const
{
    return face::openReferenceEngine(m_means.models);
}

} // namespace likeness::casework
