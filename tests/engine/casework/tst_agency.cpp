// SPDX-License-Identifier: GPL-3.0-or-later
// The agency file and the policy profile: what holds, and what is refused.
#include "engine/casework/agencyfile.h"
#include "engine/crypto/minisign.h"
#include "tests/engine/casework/agencydesk.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

#include <unistd.h>

using namespace likeness;
using namespace likeness::casework;
using base::ErrorCode;
using crypto::SealedKey;
using crypto::SigningKey;
using model::Role;
using tests::accountOf;
using tests::password;

namespace
{

const QDateTime now(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
const policy::Profile limits;

/// SignatureWrong and FileDamaged are both a refusal; anything else is not.
bool isRefused(const QByteArray &bytes)
{
    const auto read = AgencyFile::read(bytes, "agency.json");
    return !read &&
           (read.error().code == ErrorCode::SignatureWrong || read.error().code == ErrorCode::FileDamaged);
}

} // namespace

class AgencyTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void comesBack();
    void noFileIsTraining();
    void whatCannotBeReadIsNotTraining();
    void accountsAndPasswordsThatWillNotDo();
    void everyByteOfTheFile();
    void edited_data();
    void edited();
    void keySwapped();
    void onlySupervisorsChangeIt();
    void lastSupervisor();
    void whoWasSupervisor();
    void anotherProgramWrites();
    void anotherFileInItsPlace();
    void passwords();
    void shippedProfileHolds();
    void ownProfile();
    void profileChanged();
    void profileOfOneWhoLeft();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString file() const { return path("agency/agency.json"); }
    model::Account chief() const { return *m_agency->account("chief"); }
    QJsonObject json() const { return QJsonDocument::fromJson(tests::bytesOf(file())).object(); }
    SigningKey keyOf(const QString &name, const QString &word = password) const
    {
        return m_agency->unlock(name, word, limits, now).value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Agency> m_agency;
    std::optional<SigningKey> m_key; ///< the chief's
};

void AgencyTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_agency = Agency::create(path("agency"), "City Police", accountOf("chief", Role::Examiner), password,
                              SealedKey::Cost::Minimal)
                   .value();
    m_key = keyOf("chief");
    VERIFY_OK(
        m_agency->addAccount(accountOf("exa", Role::Detective | Role::Examiner), password, chief(), *m_key));
    VERIFY_OK(m_agency->addAccount(accountOf("veri", Role::Verifier), password, chief(), *m_key));
}

void AgencyTest::comesBack()
{
    const auto again = Agency::open(path("agency")).value();
    QVERIFY(again);
    QCOMPARE(again->name(), "City Police");
    QCOMPARE(again->rootKey(), m_key->publicKey());
    QCOMPARE(again->head(), m_agency->head());
    QCOMPARE(again->head().count, 3);
    QVERIFY(again->accounts() == m_agency->accounts());
    QCOMPARE(again->accounts().size(), size_t(3));
    QVERIFY(chief().roles == (Role::Supervisor | Role::Examiner)); // and is always one
    QCOMPARE(again->accountOfKey(keyOf("veri").publicKey())->name, "veri");
    QVERIFY(!again->account("nobody"));
    QVERIFY(!again->accountOfKey(QString(64, u'0')));
    VERIFY_ERROR(Agency::create(path("agency"), "Other", accountOf("x", Role::Supervisor), password,
                                SealedKey::Cost::Minimal),
                 AlreadyExists);
    // Private to the user
    QCOMPARE(QFileInfo(path("agency")).permissions() & 0x77, QFile::Permissions());
}

void AgencyTest::noFileIsTraining()
{
    QVERIFY(Agency::open(path("nothing here")).value() == nullptr);
    QVERIFY(QDir().mkpath(path("empty")));
    QVERIFY(Agency::open(path("empty")).value() == nullptr);
}

void AgencyTest::whatCannotBeReadIsNotTraining()
{
    QVERIFY(QFile::remove(file()));
    QVERIFY(QFile::link(path("gone"), file()));
    VERIFY_ERROR(Agency::open(path("agency")), FileUnreadable);
    QVERIFY(QFile::remove(file()));
    QVERIFY(QDir().mkpath(file()));
    VERIFY_ERROR(Agency::open(path("agency")), FileUnreadable);
    QVERIFY(QDir().rmdir(file()));
    for (const QByteArray &bytes :
         {QByteArray(), QByteArray("{}"), QByteArray("[]"), QByteArray(5000, '{')}) {
        tests::writeBytes(file(), bytes);
        VERIFY_ERROR(Agency::open(path("agency")), FileDamaged);
    }
    tests::writeBytes(file(), QByteArray((16 << 20) + 1, ' '));
    VERIFY_ERROR(Agency::open(path("agency")), TooLarge);
}

void AgencyTest::accountsAndPasswordsThatWillNotDo()
{
    const auto addition = [&](const model::Account &account, const QString &word) {
        const auto added = m_agency->addAccount(account, word, chief(), *m_key);
        return added ? QString("added")
                     : base::errorCodeName(added.error().code) + ' ' + added.error().detail;
    };
    for (const QString &name : {QString(), QString("Anna"), QString("a b"), QString("a/b"), QString("a\n"),
                                QString(65, u'a'), QString("a\u202eb")})
        QCOMPARE(addition(accountOf(name, Role::Examiner), password), "invalid-argument name");
    model::Account account = accountOf("anna", Role::Examiner);
    account.fullName = "  ";
    QCOMPARE(addition(account, password), "invalid-argument full-name");
    QCOMPARE(addition(accountOf("anna", {}), password), "invalid-argument roles");
    QCOMPARE(addition(accountOf("anna", Role::Examiner), "elevenchars"), "invalid-argument password");
    QCOMPARE(addition(accountOf("exa", Role::Examiner), password), "already-exists ");
    QCOMPARE(addition(accountOf("anna", Role::Examiner), "twelve chars"), "added");
    VERIFY_ERROR(Agency::create(path("other"), " ", accountOf("x", Role::Supervisor), password,
                                SealedKey::Cost::Minimal),
                 InvalidArgument);
    QVERIFY(!QFileInfo::exists(path("other")));
}

void AgencyTest::everyByteOfTheFile()
{
    const QByteArray whole = tests::bytesOf(file());
    QVERIFY(AgencyFile::read(whole, "agency.json"));
    for (qsizetype i = 0; i < whole.size(); ++i) {
        QByteArray changed = whole;
        changed[i] = char(changed[i] ^ (1 << (i % 8)));
        QVERIFY2(isRefused(changed), qPrintable(QString("byte %1 of %2").arg(i).arg(whole.size())));
    }
    for (qsizetype size = 0; size < whole.size(); size += 7)
        QVERIFY(isRefused(whole.left(size)));
    QVERIFY(isRefused(whole + ' '));
}

void AgencyTest::edited_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("roles") << "account"
                           << "roles" << QJsonValue(QJsonArray{"detective", "supervisor"});
    QTest::newRow("training") << "account"
                              << "trained_until" << QJsonValue("2036-12-31");
    QTest::newRow("full name") << "account"
                               << "full_name" << QJsonValue("Somebody Else");
    QTest::newRow("name") << "account"
                          << "name" << QJsonValue("other");
    QTest::newRow("disabled") << "account"
                              << "disabled" << QJsonValue(true);
    QTest::newRow("key") << "account"
                         << "key" << QJsonValue(QString(64, u'a'));
    QTest::newRow("a field more") << "account"
                                  << "note" << QJsonValue("");
    QTest::newRow("agency") << ""
                            << "name" << QJsonValue("Other Police");
    QTest::newRow("root") << ""
                          << "root" << QJsonValue(QString(64, u'a'));
    QTest::newRow("a field above") << ""
                                   << "note" << QJsonValue(1);
    QTest::newRow("no accounts") << ""
                                 << "accounts" << QJsonValue(QJsonArray{});
    QTest::newRow("no keys") << ""
                             << "keys" << QJsonValue(QJsonArray{});
}

void AgencyTest::edited()
{
    QFETCH(QString, where);
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QJsonObject object = json();
    if (where.isEmpty()) {
        object[field] = value;
    } else {
        QJsonArray accounts = object["accounts"].toArray();
        QJsonObject entry = accounts[1].toObject(), account = entry[where].toObject();
        account[field] = value;
        entry[where] = account;
        accounts[1] = entry;
        object["accounts"] = accounts;
    }
    tests::writeBytes(file(), QJsonDocument(object).toJson());
    const auto opened = Agency::open(path("agency"));
    QVERIFY(!opened);
    QVERIFY(opened.error().code == ErrorCode::SignatureWrong ||
            opened.error().code == ErrorCode::FileDamaged);
    // and who had it open does not go on with it
    QVERIFY(!m_agency->unlock("exa", password, limits, now));
}

void AgencyTest::keySwapped()
{
    // The sealed key of one account in the place of another, and of a made-up account for a true one.
    const QByteArray whole = tests::bytesOf(file());
    QJsonObject object = json();
    QJsonArray keys = object["keys"].toArray();
    QJsonObject first = keys[0].toObject(), second = keys[1].toObject();
    const QJsonValue sealed = first["sealed"], signature = first["signature"];
    first["sealed"] = second["sealed"];
    first["signature"] = second["signature"];
    second["sealed"] = sealed;
    second["signature"] = signature;
    keys[0] = first;
    keys[1] = second;
    object["keys"] = keys;
    QVERIFY(isRefused(QJsonDocument(object).toJson()));

    const SigningKey forged = SigningKey::generate();
    AgencyFile other("City Police", forged.publicKey());
    model::Account root = accountOf("chief", Role::Supervisor);
    root.key = forged.publicKey();
    QCOMPARE(other.objection(root, forged.publicKey()), QString());
    other.append(root, forged);
    other.setSealedKey("chief", SealedKey::seal(forged, password, SealedKey::Cost::Minimal).value(), forged);
    QVERIFY(AgencyFile::read(other.bytes(), "agency.json")); // it holds by itself ...
    tests::writeBytes(file(), other.bytes());
    VERIFY_ERROR(m_agency->addAccount(accountOf("x", Role::Examiner), password, chief(), *m_key),
                 SignatureWrong); // ... and is another agency

    // Entries taken out and turned round
    object = QJsonDocument::fromJson(whole).object();
    const QJsonArray accounts = object["accounts"].toArray();
    object["accounts"] = QJsonArray{accounts[0], accounts[2]};
    QVERIFY(isRefused(QJsonDocument(object).toJson()));
    object["accounts"] = QJsonArray{accounts[0], accounts[2], accounts[1]};
    QVERIFY(isRefused(QJsonDocument(object).toJson()));
    object["accounts"] = QJsonArray{accounts[0], accounts[1], accounts[2], accounts[1]};
    QVERIFY(isRefused(QJsonDocument(object).toJson()));
}

void AgencyTest::onlySupervisorsChangeIt()
{
    const auto before = tests::bytesOf(file());
    const SigningKey exa = keyOf("exa");
    const model::Account examiner = *m_agency->account("exa");
    VERIFY_ERROR(m_agency->addAccount(accountOf("x", Role::Examiner), password, examiner, exa), NotAllowed);
    VERIFY_ERROR(m_agency->changeAccount(accountOf("exa", Role::Supervisor), examiner, exa), NotAllowed);
    // with somebody else's name and one's own key, or a name that was made up
    VERIFY_ERROR(m_agency->changeAccount(accountOf("exa", Role::Supervisor), chief(), exa), NotAllowed);
    model::Account invented = accountOf("boss", Role::Supervisor);
    invented.key = exa.publicKey();
    VERIFY_ERROR(m_agency->changeAccount(accountOf("exa", Role::Supervisor), invented, exa), NotAllowed);
    VERIFY_ERROR(m_agency->changeAccount(accountOf("nobody", Role::Examiner), chief(), *m_key), NotFound);
    QCOMPARE(tests::bytesOf(file()), before);

    // An entry that such an account signed does not hold either.
    AgencyFile forged = AgencyFile::read(before, "agency.json").value();
    model::Account raised = examiner;
    raised.roles |= Role::Supervisor;
    forged.append(raised, exa);
    QVERIFY(isRefused(forged.bytes()));
}

void AgencyTest::lastSupervisor()
{
    model::Account root = chief();
    root.roles = Role::Examiner;
    const auto demoted = m_agency->changeAccount(root, chief(), *m_key);
    VERIFY_ERROR(demoted, NotAllowed);
    QCOMPARE(demoted.error().detail, "last-supervisor");
    root = chief();
    root.disabled = true;
    VERIFY_ERROR(m_agency->changeAccount(root, chief(), *m_key), NotAllowed);

    model::Account exa = *m_agency->account("exa");
    exa.roles |= Role::Supervisor;
    VERIFY_OK(m_agency->changeAccount(exa, chief(), *m_key));
    VERIFY_OK(m_agency->changeAccount(root, chief(), *m_key)); // now there is another
    exa.roles = Role::Examiner;
    VERIFY_ERROR(m_agency->changeAccount(exa, *m_agency->account("exa"), keyOf("exa")), NotAllowed);
    VERIFY_OK(Agency::open(path("agency")));
}

void AgencyTest::whoWasSupervisor()
{
    // What a supervisor signed goes on to hold after he left, and he signs nothing any more.
    VERIFY_OK(m_agency->addAccount(accountOf("second", Role::Supervisor), password, chief(), *m_key));
    const SigningKey second = keyOf("second");
    const model::Account was = *m_agency->account("second");
    VERIFY_OK(m_agency->addAccount(accountOf("late", Role::Verifier), password, was, second));
    model::Account gone = was;
    gone.disabled = true;
    VERIFY_OK(m_agency->changeAccount(gone, chief(), *m_key));
    QVERIFY(Agency::open(path("agency")).value()->account("late"));
    VERIFY_ERROR(m_agency->addAccount(accountOf("x", Role::Verifier), password, was, second), NotAllowed);
    AgencyFile forged = AgencyFile::read(tests::bytesOf(file()), "agency.json").value();
    forged.append(was, second);
    QVERIFY(isRefused(forged.bytes()));
    const auto refused = m_agency->unlock("second", password, limits, now);
    QVERIFY(!refused);
    QCOMPARE(refused.error().detail, "account-disabled");
    QCOMPARE(m_agency->unlock("second", "wrong password", limits, now).error().code,
             ErrorCode::PasswordWrong);
}

void AgencyTest::anotherProgramWrites()
{
    const auto other = Agency::open(path("agency")).value();
    VERIFY_OK(m_agency->addAccount(accountOf("anna", Role::Examiner), password, chief(), *m_key));
    QVERIFY(other->account("anna"));
    VERIFY_OK(other->addAccount(accountOf("berta", Role::Examiner), password, chief(), *m_key));
    QCOMPARE(m_agency->accounts().size(), size_t(5));
    QCOMPARE(m_agency->head(), other->head());
}

void AgencyTest::anotherFileInItsPlace()
{
    const QByteArray older = tests::bytesOf(file());
    const model::AuditHead before = m_agency->head();
    model::Account exa = *m_agency->account("exa");
    exa.disabled = true;
    VERIFY_OK(m_agency->changeAccount(exa, chief(), *m_key));
    const model::AuditHead after = m_agency->head();
    QVERIFY(m_agency->hasHead(before) && m_agency->hasHead(after));
    // The file from before the account was disabled
    QVERIFY(QFile::remove(file()));
    tests::writeBytes(file(), older);
    VERIFY_ERROR(m_agency->unlock("exa", password, limits, now).map([](const auto &) {}), SignatureWrong);
    QVERIFY(m_agency->account("exa")->disabled);
    const auto rolledBack = Agency::open(path("agency")).value();
    QVERIFY(rolledBack->hasHead(before) && !rolledBack->hasHead(after));
    QVERIFY(!rolledBack->hasHead({2, before.hash}) && !rolledBack->hasHead({}));
}

void AgencyTest::passwords()
{
    const QString fresh = "a new and longer one";
    const SigningKey key = keyOf("exa");
    VERIFY_ERROR(m_agency->changePassword(key, "short"), InvalidArgument);
    VERIFY_ERROR(m_agency->changePassword(SigningKey::generate(), fresh), NotFound);
    VERIFY_OK(m_agency->changePassword(key, fresh));
    QCOMPARE(m_agency->unlock("exa", password, limits, now).error().code, ErrorCode::PasswordWrong);
    QCOMPARE(keyOf("exa", fresh).publicKey(), key.publicKey());
    QCOMPARE(keyOf(" EXA ", fresh).publicKey(), key.publicKey()); // names are lower case
    QVERIFY(!tests::bytesOf(file()).contains(fresh.toUtf8()));
}

void AgencyTest::shippedProfileHolds()
{
    const auto profile = shippedProfile();
    VERIFY_OK(profile);
    QVERIFY(profile->offences.isEmpty());
    QCOMPARE(profile->refusedPurposes.size(), size_t(3));
    QCOMPARE(profile->refusedKinds, (std::vector{model::ProbeKind::Sketch, model::ProbeKind::Composite,
                                                 model::ProbeKind::LookAlike, model::ProbeKind::Generated}));
    QCOMPARE(profile->defaultLimit, 20);
    QCOMPARE(profile->maximumLimit, 50);
    QVERIFY(profile->lowestGrade == model::FaceQuality::Grade::Limited);
    QVERIFY(profile->mayOverride == Role::Supervisor);
    QCOMPARE(profile->validUntil, QDate(2036, 12, 31));
    VERIFY_OK(policy::checkInForce(*profile, QDate(2026, 11, 23)));
    QVERIFY(profileOf(nullptr).value() == *profile);
    QVERIFY(m_agency->profile().value() == *profile);

    // What is compiled in is what lies in the sources, and outsiders can check it.
    const QString folder = LIKENESS_SOURCE_DIR "/resources/policy/";
    for (const char *name :
         {"likeness-default.json", "likeness-default.json.minisig", "likeness-profile.pub"})
        QCOMPARE(tests::bytesOf(":/likeness/policy/" + QString(name)), tests::bytesOf(folder + name));
    QCOMPARE(QProcess::execute("minisign", {"-q", "-Vm", folder + "likeness-default.json", "-p",
                                            folder + "likeness-profile.pub"}),
             0);
}

void AgencyTest::ownProfile()
{
    policy::Profile own = shippedProfile().value();
    own.name = "City";
    own.offences = QStringList{"Theft"};
    const QByteArray bytes = QJsonDocument(toJson(own)).toJson();
    VERIFY_OK(m_agency->installProfile(bytes, *m_key));
    QVERIFY(m_agency->profile().value() == own);
    QVERIFY(Agency::open(path("agency")).value()->profile().value() == own);
    VERIFY_ERROR(m_agency->installProfile("{}", *m_key), FileDamaged);
    QVERIFY(m_agency->profile().value() == own);
    // Signed, but by somebody who may not
    VERIFY_OK(m_agency->installProfile(bytes, keyOf("exa")));
    VERIFY_ERROR(m_agency->profile(), SignatureWrong);
    // The shipped one, put there by hand
    for (const char *name : {"", ".minisig"}) {
        QFile::remove(path("agency/profile.json") + name);
        QVERIFY(QFile::copy(QString(":/likeness/policy/likeness-default.json") + name,
                            path("agency/profile.json") + name));
    }
    QVERIFY(m_agency->profile().value() == shippedProfile().value());
}

void AgencyTest::profileChanged()
{
    const QString profile = path("agency/profile.json"), signature = profile + ".minisig";
    VERIFY_OK(m_agency->installProfile(tests::bytesOf(":/likeness/policy/likeness-default.json"), *m_key));
    const QByteArray bytes = tests::bytesOf(profile), minisig = tests::bytesOf(signature);
    VERIFY_OK(m_agency->profile());
    for (qsizetype i = 0; i < bytes.size(); i += 13) {
        QByteArray changed = bytes;
        changed[i] = char(changed[i] ^ 1);
        tests::writeBytes(profile, changed);
        VERIFY_ERROR(m_agency->profile(), SignatureWrong);
    }
    tests::writeBytes(profile, bytes);
    VERIFY_OK(m_agency->profile());
    tests::writeBytes(signature, minisig.left(100));
    VERIFY_ERROR(m_agency->profile(), SignatureWrong);
    QVERIFY(QFile::remove(signature));
    VERIFY_ERROR(m_agency->profile(), SignatureWrong);
    tests::writeBytes(signature, minisig);
    QVERIFY(QFile::remove(profile));
    VERIFY_ERROR(m_agency->profile(), FileUnreadable);
}

void AgencyTest::profileOfOneWhoLeft()
{
    VERIFY_OK(m_agency->addAccount(accountOf("second", Role::Supervisor), password, chief(), *m_key));
    policy::Profile own = shippedProfile().value();
    own.name = "City";
    VERIFY_OK(m_agency->installProfile(QJsonDocument(toJson(own)).toJson(), keyOf("second")));
    model::Account gone = *m_agency->account("second");
    gone.roles = Role::Examiner;
    VERIFY_OK(m_agency->changeAccount(gone, chief(), *m_key));
    QVERIFY(m_agency->profile().value() == own); // signed anew by the chief
    VERIFY_OK(m_agency->installProfile(QJsonDocument(toJson(own)).toJson(), keyOf("second")));
    VERIFY_ERROR(m_agency->profile(), SignatureWrong);
}

QTEST_GUILESS_MAIN(AgencyTest)
#include "tst_agency.moc"
