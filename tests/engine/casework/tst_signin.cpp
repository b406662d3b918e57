// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in and out, and what goes wrong with it: passwords, lock-outs, clocks, full disks, kill -9.
#include "engine/audit/verbs.h"
#include "engine/base/canonicaljson.h"
#include "engine/crypto/minisign.h"
#include "tests/engine/casework/agencydesk.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace likeness;
using namespace likeness::casework;
using base::ErrorCode;
using model::Role;
using tests::accountOf;
using tests::AgencyDesk;
using tests::password;
namespace verbs = audit::verbs;

namespace
{

const QString noModels; // nobody looks for a face here

/// A full disk: files may not grow over so many bytes.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN); // a failed write instead of a dead process
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

/// Kills the process at the so-manieth question for the time after it was armed.
class FusedClock : public tests::TestClock
{
public:
    explicit FusedClock(int length) : m_left(length) {}
    void arm() { m_armed = true; }
    QDateTime now() const override
    {
        if (m_armed && --m_left == 0)
            ::kill(::getpid(), SIGKILL);
        return tests::TestClock::now();
    }

private:
    bool m_armed = false;
    mutable int m_left;
};

Workstation::Means meansIn(const QString &folder, std::shared_ptr<const base::Clock> clock)
{
    Workstation::Means means;
    means.clock = std::move(clock);
    means.decoder = media::makeProcessDecoder().value();
    means.actor = {"user", "desk", true};
    means.record = store::WorkstationStore::open(folder + "/workstation", means.actor, *means.clock).value();
    means.agency = Workstation::openAgency(folder + "/agency", *means.record).value();
    means.agencyFolder = folder + "/agency";
    means.passwordCost = crypto::SealedKey::Cost::Minimal;
    return means;
}

/// What the child does. 0 when it came to the end.
int work(const QString &what, const QString &folder, int fuseLength)
{
    const auto clock = std::make_shared<FusedClock>(fuseLength);
    const Workstation workstation(meansIn(folder, clock));
    clock->arm();
    if (what == "found")
        return workstation.createAgency("City", accountOf("chief", Role::Supervisor), password) ? 0 : 1;
    if (what == "wrong")
        return workstation.signIn("chief", "not the password") ? 1 : 0;
    return workstation.signIn("chief", password) ? 0 : 1;
}

/// True when it was killed, false when it came to the end.
bool isKilledAt(const QString &what, const QString &folder, int point)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedChannels);
    child.start(QCoreApplication::applicationFilePath(), {"--work", what, folder, QString::number(point)});
    if (!child.waitForFinished(300'000))
        qFatal("the child does not end");
    if (child.exitStatus() == QProcess::NormalExit && child.exitCode() != 0)
        qFatal("the child failed by itself");
    return child.exitStatus() == QProcess::CrashExit;
}

/// Wrong attempts that are counted for a name.
int wrongAttempts(const QString &agencyFolder, const QString &name)
{
    const QString path = agencyFolder + "/attempts.json";
    if (!QFileInfo::exists(path))
        return 0;
    const QJsonObject object = QJsonDocument::fromJson(tests::bytesOf(path)).object();
    const QJsonArray accounts = object["accounts"].toArray();
    for (const QJsonValue &item : accounts)
        if (item["name"].toString() == name)
            return item["wrong"].toInt();
    return 0;
}

} // namespace

class SignInTest : public QObject
{
    Q_OBJECT

private slots:
    void trainingHasNobodyToSignIn();
    void foundingAnAgency();
    void inAndOut();
    void wrongPassword();
    void lockedOutAndBack();
    void unknownAccountsLookTheSame();
    void disabledWhileSignedIn();
    void rolesAreThoseOfNow();
    void supervisorsActs();
    void ownPassword();
    void signatures();
    void signedFiles();
    void clockPutBack();
    void clockOfATwoMinuteDrift();
    void clockAccepted();
    void fullDisk();
    void attemptsFileChanged();
    void anotherAgency();
    void olderAgencyFile();
    void ownProfileTakenAway();
    void killedWhileSigningIn();
    void killedWhileFounding();
};

void SignInTest::trainingHasNobodyToSignIn()
{
    const tests::Desk desk(noModels);
    QVERIFY(desk.workstation->isTraining() && desk.workstation->isSignedIn());
    QVERIFY(!desk.workstation->agency());
    QVERIFY(desk.workstation->actor().training);
    QCOMPARE(desk.workstation->actor().name, "examiner");
    VERIFY_ERROR(desk.workstation->signIn("chief", password), NotFound);
    VERIFY_ERROR(desk.workstation->addAccount(accountOf("x", Role::Examiner), password), NotSignedIn);
    VERIFY_OK(desk.workstation->signOut());
    VERIFY_OK(desk.workstation->profile());
}

void SignInTest::foundingAnAgency()
{
    const AgencyDesk desk(noModels);
    const auto &workstation = *desk.workstation;
    QVERIFY(!workstation.isTraining() && workstation.isSignedIn());
    const model::Actor chief = workstation.actor();
    QCOMPARE(chief.name, "chief");
    QCOMPARE(chief.fullName, "Full Name of chief");
    QCOMPARE(chief.host, "desk");
    QVERIFY(!chief.training && chief.roles == Role::Supervisor);
    QCOMPARE(chief.trainedUntil, accountOf("chief", {}).trainedUntil);
    QCOMPARE(chief.key, desk.agency().rootKey());
    VERIFY_ERROR(workstation.createAgency("Other", accountOf("x", Role::Supervisor), password),
                 AlreadyExists);

    const auto chain = desk.chain();
    QCOMPARE(tests::verbsOf(chain).mid(0, 3),
             QStringList({verbs::agencyCreated, verbs::signedIn, verbs::accountAdded}));
    QCOMPARE(chain[0].act.details["agency"]["root"].toString(), chief.key);
    QCOMPARE(chain[0].actor, "user");
    QCOMPARE(chain[2].actor, "chief");
    QCOMPARE(chain[2].act.subject, "exa");
    for (const auto &entry : chain)
        QVERIFY(!base::canonicalJson(entry.act.details).contains(password.toUtf8()));
}

void SignInTest::inAndOut()
{
    const AgencyDesk desk(noModels);
    const auto &workstation = *desk.workstation;
    VERIFY_OK(workstation.signOut());
    QVERIFY(!workstation.isSignedIn() && !workstation.isTraining());
    const model::Actor nobody = workstation.actor();
    QVERIFY(nobody.name.isEmpty() && !nobody.training && !nobody.roles);
    VERIFY_ERROR(workstation.sign({{"a", 1}}), NotSignedIn);
    VERIFY_ERROR(workstation.signFile("a", "a"), NotSignedIn);
    VERIFY_ERROR(workstation.addAccount(accountOf("x", Role::Examiner), password), NotSignedIn);
    VERIFY_ERROR(workstation.changePassword(password, "another password"), NotSignedIn);
    VERIFY_ERROR(workstation.installProfile("{}"), NotSignedIn);

    const auto exa = workstation.signIn(" Exa ", password);
    VERIFY_OK(exa);
    QCOMPARE(exa->name, "exa");
    QVERIFY(exa->roles == (Role::Detective | Role::Examiner));
    VERIFY_OK(workstation.signIn("veri", password)); // and exa is out
    QCOMPARE(workstation.actor().name, "veri");
    VERIFY_OK(workstation.signOut(true));
    VERIFY_OK(workstation.signOut()); // nothing more to do
    QStringList told;
    for (const auto &entry : desk.chain())
        told += entry.act.verb + ' ' + entry.act.subject;
    QCOMPARE(told.mid(told.size() - 5), QStringList({"signed-out chief", "signed-in exa", "signed-out exa",
                                                     "signed-in veri", "locked-idle veri"}));
}

void SignInTest::wrongPassword()
{
    const AgencyDesk desk(noModels);
    const auto refused = desk.workstation->signIn("exa", "not the password");
    VERIFY_ERROR(refused, PasswordWrong);
    QCOMPARE(refused.error().subject, "exa");
    QVERIFY(refused.error().detail.isEmpty());
    QCOMPARE(desk.workstation->actor().name, "chief"); // who is in stays in
    const auto last = desk.chain().back();
    QCOMPARE(last.act.verb, verbs::signInFailed);
    QCOMPARE(last.act.subject, "exa");
    QCOMPARE(last.actor, "user");
    QCOMPARE(last.act.details["error"].toString(), "password-wrong");
    QCOMPARE(wrongAttempts(desk.path("agency"), "exa"), 1);
    VERIFY_OK(desk.workstation->signIn("exa", password));
    QCOMPARE(wrongAttempts(desk.path("agency"), "exa"), 0);
}

void SignInTest::lockedOutAndBack()
{
    const AgencyDesk desk(noModels);
    const auto &workstation = *desk.workstation;
    const auto limits = workstation.profile().value();
    for (int i = 0; i < limits.wrongPasswords; ++i) {
        VERIFY_ERROR(workstation.signIn("exa", "not the password"), PasswordWrong);
        desk.clock->advance(10);
    }
    const auto locked = workstation.signIn("exa", password); // the right one does not help now
    VERIFY_ERROR(locked, AccountLocked);
    const QDateTime end = base::timeFromText(locked.error().detail);
    QCOMPARE(desk.clock->now().secsTo(end), limits.lockMinutes * 60 - 10);
    VERIFY_OK(workstation.signIn("veri", password)); // others are not locked
    // Another program, another start: it is the same lock.
    const auto other = desk.open(noModels, Agency::open(desk.path("agency")).value());
    VERIFY_ERROR(other->signIn("exa", password), AccountLocked);

    desk.clock->set(end.addMSecs(-1));
    VERIFY_ERROR(workstation.signIn("exa", password), AccountLocked);
    desk.clock->set(end);
    VERIFY_ERROR(workstation.signIn("exa", "not the password"),
                 PasswordWrong); // and it counts from one again
    QCOMPARE(wrongAttempts(desk.path("agency"), "exa"), 1);
    VERIFY_OK(workstation.signIn("exa", password));
}

void SignInTest::unknownAccountsLookTheSame()
{
    const AgencyDesk desk(noModels);
    const auto limits = desk.workstation->profile().value();
    for (int i = 0; i < limits.wrongPasswords; ++i) {
        const auto unknown = desk.workstation->signIn("nobody", password);
        const auto known = desk.workstation->signIn("exa", "not the password");
        VERIFY_ERROR(unknown, PasswordWrong);
        VERIFY_ERROR(known, PasswordWrong);
        QCOMPARE(unknown.error().detail, known.error().detail);
    }
    VERIFY_ERROR(desk.workstation->signIn("nobody", password), AccountLocked);
    VERIFY_ERROR(desk.workstation->signIn("exa", password), AccountLocked);
    // The first supervisor's box is tried for unknown names, and its password opens nothing.
    VERIFY_ERROR(desk.workstation->signIn("", password), PasswordWrong);
    VERIFY_ERROR(desk.workstation->signIn(QString(100'000, u'x'), password), PasswordWrong);
    // A password typed as a name does not stay in the chain.
    VERIFY_ERROR(desk.workstation->signIn("my secret password", ""), PasswordWrong);
    for (const auto &entry : desk.chain())
        QVERIFY(!entry.act.subject.contains("secret"));
}

void SignInTest::disabledWhileSignedIn()
{
    const AgencyDesk desk(noModels);
    const auto other = desk.open(noModels, Agency::open(desk.path("agency")).value());
    VERIFY_OK(other->signIn("exa", password));
    model::Account exa = *desk.agency().account("exa");
    exa.disabled = true;
    VERIFY_OK(desk.workstation->changeAccount(exa));
    QVERIFY(!other->isSignedIn());
    VERIFY_ERROR(other->sign({{"a", 1}}), NotSignedIn);
    const auto refused = other->signIn("exa", password);
    VERIFY_ERROR(refused, NotAllowed);
    QCOMPARE(refused.error().detail, "account-disabled");
    VERIFY_ERROR(other->signIn("exa", "not the password"), PasswordWrong);
}

void SignInTest::rolesAreThoseOfNow()
{
    const AgencyDesk desk(noModels);
    const auto other = desk.open(noModels, Agency::open(desk.path("agency")).value());
    VERIFY_OK(other->signIn("exa", password));
    model::Account exa = *desk.agency().account("exa");
    exa.roles = Role::Verifier;
    exa.trainedUntil = QDate(2026, 1, 1);
    exa.fullName = "New Name";
    VERIFY_OK(desk.workstation->changeAccount(exa));
    QVERIFY(other->actor().roles == Role::Verifier);
    QCOMPARE(other->actor().trainedUntil, QDate(2026, 1, 1));
    QCOMPARE(other->actor().fullName, "New Name");
}

void SignInTest::supervisorsActs()
{
    const AgencyDesk desk(noModels);
    const auto &workstation = *desk.workstation;
    const QByteArray profile = tests::bytesOf(":/likeness/policy/likeness-default.json");
    VERIFY_OK(workstation.installProfile(profile));
    QCOMPARE(desk.chain().back().act.verb, verbs::profileInstalled);
    for (const char *name : {"exa", "veri", "auditor", "keeper"}) {
        desk.signIn(name);
        for (const auto &outcome : {workstation.addAccount(accountOf("x", Role::Supervisor), password),
                                    workstation.changeAccount(accountOf(name, Role::Supervisor)),
                                    workstation.installProfile(profile)}) {
            VERIFY_ERROR(outcome, NotAllowed);
            QCOMPARE(outcome.error().detail, "role-missing");
        }
    }
    desk.signIn("chief");
    const auto last = workstation.changeAccount(accountOf("chief", Role::Examiner));
    VERIFY_ERROR(last, NotAllowed);
    QCOMPARE(last.error().detail, "last-supervisor");
}

void SignInTest::ownPassword()
{
    const AgencyDesk desk(noModels);
    const auto &workstation = *desk.workstation;
    desk.signIn("exa");
    VERIFY_ERROR(workstation.changePassword("not the password", "a new password"), PasswordWrong);
    QCOMPARE(wrongAttempts(desk.path("agency"), "exa"), 1); // a session left open is no way to guess
    VERIFY_ERROR(workstation.changePassword(password, "short"), InvalidArgument);
    VERIFY_OK(workstation.changePassword(password, "a new password"));
    QCOMPARE(desk.chain().back().act.verb, verbs::passwordChanged);
    VERIFY_ERROR(workstation.signIn("exa", password), PasswordWrong);
    VERIFY_OK(workstation.signIn("exa", "a new password"));
}

void SignInTest::signatures()
{
    const AgencyDesk desk(noModels);
    const auto &workstation = *desk.workstation;
    desk.signIn("exa");
    const QJsonObject document{{"about", "a probe"}, {"number", 17}};
    const auto signature = workstation.sign(document);
    VERIFY_OK(signature);
    QCOMPARE(signature->account, "exa");
    QCOMPARE(signature->key, workstation.actor().key);
    VERIFY_OK(workstation.checkSignature(document, *signature));
    VERIFY_ERROR(workstation.checkSignature({{"about", "a probe"}, {"number", 18}}, *signature),
                 SignatureWrong);
    model::Signature other = *signature;
    other.account = "veri";
    VERIFY_ERROR(workstation.checkSignature(document, other), SignatureWrong);
    VERIFY_ERROR(workstation.checkSignature(document, {"exa", {}, {}}), SignatureWrong);
    const auto stranger = crypto::SigningKey::generate();
    VERIFY_ERROR(workstation.checkSignature(
                     document, {"exa", stranger.publicKey(), stranger.sign(base::canonicalJson(document))}),
                 SignatureWrong);
    // It holds after the account is gone.
    desk.signIn("chief");
    model::Account exa = *desk.agency().account("exa");
    exa.disabled = true;
    VERIFY_OK(workstation.changeAccount(exa));
    VERIFY_OK(workstation.checkSignature(document, *signature));

    const tests::Desk training(noModels);
    const auto unsignedOne = training.workstation->sign(document);
    VERIFY_OK(unsignedOne);
    QVERIFY(!unsignedOne->isSigned());
    QCOMPARE(unsignedOne->account, "examiner");
    VERIFY_OK(training.workstation->checkSignature(document, *unsignedOne));
    VERIFY_ERROR(training.workstation->checkSignature({}, *signature), SignatureWrong);
}

void SignInTest::signedFiles()
{
    const AgencyDesk desk(noModels);
    const auto signature = desk.workstation->signFile("bytes", "report of case 17");
    VERIFY_OK(signature);
    const auto checked = crypto::Minisign::verify("bytes", *signature, {desk.agency().rootKey()}, "file");
    VERIFY_OK(checked);
    QCOMPARE(checked->trustedComment,
             "report of case 17, chief of City Police, " + base::timeText(desk.clock->now()));

    const tests::Desk training(noModels);
    const auto worthless = training.workstation->signFile("bytes", "report");
    VERIFY_OK(worthless);
    QVERIFY(worthless->contains("trusted comment: TRAINING"));
}

void SignInTest::clockPutBack()
{
    const AgencyDesk desk(noModels);
    const auto &workstation = *desk.workstation;
    VERIFY_OK(workstation.signOut());
    desk.clock->advance(-3600);
    const auto refused = workstation.signIn("exa", password);
    VERIFY_ERROR(refused, ClockChanged);
    QVERIFY(refused.error().detail.contains("2026-11-23T09:00:00.000Z"));
    QVERIFY(refused.error().detail.contains("2026-11-23T08:00:00.000Z"));
    // The entry about it has the wrong time; that is no way round it.
    for (int i = 0; i < 3; ++i)
        VERIFY_ERROR(workstation.signIn("exa", password), ClockChanged);
    QCOMPARE(wrongAttempts(desk.path("agency"), "exa"), 0); // the password was not looked at
    QVERIFY(!workstation.isSignedIn());
    desk.clock->advance(3600);
    VERIFY_OK(workstation.signIn("exa", password));
}

void SignInTest::clockOfATwoMinuteDrift()
{
    const AgencyDesk desk(noModels);
    desk.clock->advance(-120);
    VERIFY_OK(desk.workstation->signIn("exa", password));
    desk.clock->advance(-1);
    VERIFY_ERROR(desk.workstation->signIn("exa", password), ClockChanged);
}

void SignInTest::clockAccepted()
{
    const AgencyDesk desk(noModels);
    const auto &workstation = *desk.workstation;
    desk.clock->advance(-86400);
    VERIFY_ERROR(workstation.signIn("chief", password), ClockChanged);
    VERIFY_ERROR(workstation.signInAndAcceptClock("exa", password), NotAllowed);
    VERIFY_ERROR(workstation.signInAndAcceptClock("chief", "not the password"), PasswordWrong);
    VERIFY_ERROR(workstation.signIn("exa", password), ClockChanged);
    VERIFY_OK(workstation.signInAndAcceptClock("chief", password));
    QVERIFY(desk.chain().back().act.details.contains("clock_accepted"));
    VERIFY_OK(workstation.signIn("exa", password));
}

void SignInTest::fullDisk()
{
    const AgencyDesk desk(noModels);
    const auto &workstation = *desk.workstation;
    VERIFY_OK(workstation.signOut());
    const QByteArray agency = tests::bytesOf(desk.agencyFile());
    {
        const FileSizeLimit limit(16);
        VERIFY_ERROR(workstation.signIn("exa", password), DiskFull);
        VERIFY_ERROR(workstation.signIn("exa", "not the password"), DiskFull);
        QVERIFY(!workstation.isSignedIn());
    }
    VERIFY_OK(workstation.signIn("chief", password));
    {
        const FileSizeLimit limit(1000); // the count fits, the accounts do not
        VERIFY_ERROR(workstation.addAccount(accountOf("x", Role::Examiner), password), DiskFull);
        VERIFY_ERROR(workstation.changePassword(password, "another password"), DiskFull);
    }
    QCOMPARE(tests::bytesOf(desk.agencyFile()), agency);
    QCOMPARE(QDir(desk.path("agency")).entryList(QDir::Files | QDir::Hidden),
             QStringList({"agency.json", "attempts.json", "lock"})); // nothing aside is left
    VERIFY_OK(workstation.addAccount(accountOf("x", Role::Examiner), password));
    desk.chain();
}

void SignInTest::attemptsFileChanged()
{
    const AgencyDesk desk(noModels);
    const QString path = desk.path("agency/attempts.json");
    for (const char *text :
         {"", "{}", "nonsense",
          R"({"format":"likeness-attempts-1","accounts":[{"name":"exa","wrong":-5,"last":""}]})"}) {
        tests::writeBytes(path, text);
        VERIFY_ERROR(desk.workstation->signIn("exa", password), FileDamaged);
    }
    QVERIFY(QFile::remove(path));
    VERIFY_OK(desk.workstation->signIn("exa", password));
}

void SignInTest::anotherAgency()
{
    const AgencyDesk desk(noModels);
    auto &record = desk.workstation->record();
    VERIFY_OK(Workstation::openAgency(desk.path("agency"), record));
    const auto other = Agency::create(desk.path("other"), "City Police", accountOf("chief", Role::Supervisor),
                                      password, crypto::SealedKey::Cost::Minimal);
    VERIFY_OK(other);
    VERIFY_ERROR(Workstation::openAgency(desk.path("other"), record), SignatureWrong);
    // Taking the file away leads to training, and not to an agency of one's own.
    QVERIFY(QDir(desk.path("agency")).removeRecursively());
    const auto training = desk.open(noModels, nullptr);
    QVERIFY(Workstation::openAgency(desk.path("agency"), record).value() == nullptr);
    VERIFY_ERROR(training->createAgency("Mine", accountOf("me", Role::Supervisor), password), SignatureWrong);
    QVERIFY(!QFileInfo::exists(desk.agencyFile()));
}

void SignInTest::olderAgencyFile()
{
    const AgencyDesk desk(noModels);
    const QByteArray older = tests::bytesOf(desk.agencyFile());
    model::Account exa = *desk.agency().account("exa");
    exa.disabled = true;
    VERIFY_OK(desk.workstation->changeAccount(exa));
    const QByteArray newer = tests::bytesOf(desk.agencyFile());
    QVERIFY(QFile::remove(desk.agencyFile()));
    tests::writeBytes(desk.agencyFile(), older);
    const auto refused = Workstation::openAgency(desk.path("agency"), desk.workstation->record());
    VERIFY_ERROR(refused, SignatureWrong);
    VERIFY_ERROR(desk.workstation->signIn("exa", password), SignatureWrong);
    tests::writeBytes(desk.agencyFile(), newer);
    VERIFY_OK(Workstation::openAgency(desk.path("agency"), desk.workstation->record()));
}

void SignInTest::ownProfileTakenAway()
{
    const AgencyDesk desk(noModels);
    const QByteArray profile = tests::bytesOf(":/likeness/policy/likeness-default.json");
    VERIFY_OK(desk.workstation->profile());
    VERIFY_OK(desk.workstation->installProfile(profile));
    QVERIFY(QFile::remove(desk.path("agency/profile.json")));
    QVERIFY(QFile::remove(desk.path("agency/profile.json.minisig")));
    VERIFY_ERROR(desk.workstation->profile(), SignatureWrong);
    const auto agency = Workstation::openAgency(desk.path("agency"), desk.workstation->record());
    VERIFY_OK(agency);
    const auto later = desk.open(noModels, *agency);
    VERIFY_ERROR(later->profile(), SignatureWrong);
    VERIFY_OK(later->signIn("chief", password)); // to put it right
    VERIFY_OK(later->installProfile(profile));
    VERIFY_OK(later->profile());
}

void SignInTest::killedWhileSigningIn()
{
    int counted = 0, point = 1;
    for (const char *what : {"wrong", "right"}) {
        for (point = 1;; ++point) {
            QTemporaryDir folder;
            const auto clock = std::make_shared<tests::TestClock>();
            VERIFY_OK(Workstation(meansIn(folder.path(), clock))
                          .createAgency("City", accountOf("chief", Role::Supervisor), password));
            const bool killed = isKilledAt(what, folder.path(), point);
            const int wrong = wrongAttempts(folder.path() + "/agency", "chief");
            QVERIFY(wrong <= 1);
            counted += wrong;
            // The first question comes before the password; from then on a wrong one is counted.
            if (what == QLatin1String("wrong") && point > 1)
                QCOMPARE(wrong, 1);
            const Workstation after(meansIn(folder.path(), clock));
            QVERIFY(!after.isSignedIn());
            VERIFY_OK(after.signIn("chief", password));
            base::Progress progress;
            VERIFY_OK(after.record().verifyAudit(progress));
            if (!killed)
                break;
        }
        QVERIFY2(point > 2, "the fuse burned too seldom to prove anything");
    }
    QVERIFY(counted > 1);
}

void SignInTest::killedWhileFounding()
{
    int point = 1, founded = 0;
    for (;; ++point) {
        QTemporaryDir folder;
        const bool killed = isKilledAt("found", folder.path(), point);
        const auto clock = std::make_shared<tests::TestClock>();
        const Workstation after(meansIn(folder.path(), clock));
        if (after.isTraining()) {
            VERIFY_OK(after.createAgency("City", accountOf("chief", Role::Supervisor), password));
        } else {
            ++founded;
            VERIFY_OK(after.signIn("chief", password));
        }
        QCOMPARE(after.actor().name, "chief");
        base::Progress progress;
        VERIFY_OK(after.record().verifyAudit(progress));
        if (!killed)
            break;
    }
    QVERIFY2(point > 2 && founded > 0, "the fuse burned too seldom to prove anything");
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--work")
        return work(arguments.value(2), arguments.value(3), arguments.value(4).toInt());
    SignInTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_signin.moc"
