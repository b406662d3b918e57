// SPDX-License-Identifier: GPL-3.0-or-later
// likeness-cli with an agency file, from outside: who gets in, who does not, and what is said.
#include "tests/support/testdata.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace likeness;

namespace
{

struct Answer {
    int code = -1;
    QByteArray out;
    QByteArray messages;
    QJsonObject json;

    QString error() const
    {
        return code == 1 ? json.value("error")["code"].toString() : QStringLiteral("no failure");
    }
    QString detail() const { return json.value("error")["detail"].toString(); }
};

const QByteArray password = "correct horse battery";

} // namespace

class CliAccountsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void trainingAsBefore();
    void wrongUsage_data();
    void wrongUsage();
    void everyCommandAsksWho_data();
    void everyCommandAsksWho();
    void passwordFromTheStandardInput();
    void passwordIsNeverAnArgument();
    void wrongPassword();
    void supervisorsManage();
    void rolesHold();
    void ownPassword();
    void profile();
    void profileSignedWithANewKey();
    void agencyFileChanged();

private:
    struct How {
        QByteArray present = password;
        QByteArray fresh;
        QByteArray input;
    };
    Answer run(const QStringList &arguments, const How &how, const QString &agency = "agency") const;
    Answer as(const QString &account, const QStringList &arguments, const QByteArray &fresh = {}) const
    {
        return run(QStringList{"--account", account} + arguments, {password, fresh, {}});
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

Answer CliAccountsTest::run(const QStringList &arguments, const How &how, const QString &agency) const
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("LIKENESS_WORKSTATION", path("workstation of " + agency));
    environment.insert("LIKENESS_AGENCY", path(agency));
    environment.remove("LIKENESS_PASSWORD");
    environment.remove("LIKENESS_NEW_PASSWORD");
    if (!how.present.isNull())
        environment.insert("LIKENESS_PASSWORD", how.present);
    if (!how.fresh.isNull())
        environment.insert("LIKENESS_NEW_PASSWORD", how.fresh);
    program.setProcessEnvironment(environment);
    program.start(LIKENESS_BIN_DIR "/likeness-cli", arguments + QStringList{"--json"});
    program.write(how.input);
    program.closeWriteChannel();
    if (!program.waitForFinished(300'000) || program.exitStatus() != QProcess::NormalExit)
        qFatal("likeness-cli %s did not end by itself", qPrintable(arguments.join(u' ')));
    Answer answer{program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError(), {}};
    answer.json = QJsonDocument::fromJson(answer.out).object();
    return answer;
}

void CliAccountsTest::initTestCase()
{
    const Answer made =
        run({"agency", "create", "--name", "City Police", "--account", "chief", "--full-name",
             "Charlotte Hief", "--roles", "detective,examiner", "--trained-until", "2030-12-31"},
            {});
    QVERIFY2(made.code == 0, made.messages);
    QCOMPARE(made.json["agency"].toString(), "City Police");
    QCOMPARE(made.json["root"].toString().size(), 64);
    QVERIFY(!made.json["training"].toBool(true));
    const QJsonArray accounts = made.json["accounts"].toArray();
    QCOMPARE(accounts.size(), 1);
    QCOMPARE(accounts[0]["roles"].toArray(), (QJsonArray{"detective", "examiner", "supervisor"}));
    QCOMPARE(accounts[0]["trained_until"].toString(), "2030-12-31");
    QCOMPARE(as("chief", {"agency", "create", "--name", "B", "--full-name", "C"}).error(), "already-exists");

    for (const char *role : {"examiner", "verifier", "auditor"}) {
        const Answer added =
            as("chief", {"agency", "add", role, "--full-name", "N. N.", "--roles", role}, password);
        QVERIFY2(added.code == 0, added.messages);
        QVERIFY(!added.messages.contains("TRAINING"));
    }
}

void CliAccountsTest::trainingAsBefore()
{
    const QString training = "no agency";
    const Answer answer = run({"case", "show", path("nothing")}, {}, training);
    QVERIFY(answer.messages.contains("TRAINING - NOT FOR CASEWORK"));
    QVERIFY(answer.json["training"].toBool());
    QCOMPARE(run({"--account", "chief", "case", "show", path("nothing")}, {}, training).error(), "not-found");
    QCOMPARE(run({"agency", "show"}, {}, training).error(), "not-found");
    const Answer profile = run({"profile", "show"}, {}, training);
    QCOMPARE(profile.code, 0);
    QCOMPARE(profile.json.value("profile")["name"].toString(), "Likeness default");
    QVERIFY(!QFile::exists(path(training)));
    // A password that is too short founds nothing.
    const Answer refused = run({"agency", "create", "--name", "B", "--account", "b", "--full-name", "B"},
                               {{}, "short", {}}, training);
    QCOMPARE(refused.error(), "invalid-argument");
    QCOMPARE(refused.detail(), "password");
    QVERIFY(!QFile::exists(path(training)));
}

void CliAccountsTest::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing to do") << QStringList{"agency"};
    QTest::newRow("founded by nobody") << QStringList{"agency", "create", "--name", "A", "--full-name", "B"};
    QTest::newRow("no such role") << QStringList{"agency",  "add",           "a", "--full-name", "B",
                                                 "--roles", "examiner,chief"};
    QTest::newRow("no role") << QStringList{"agency", "add", "a", "--full-name", "B"};
    QTest::newRow("no date") << QStringList{"agency", "change", "a", "--trained-until", "31.12.2030"};
    QTest::newRow("both") << QStringList{"agency", "change", "a", "--disable", "--enable"};
    QTest::newRow("password as an argument") << QStringList{"agency", "show", "--password", "x"};
    QTest::newRow("no profile") << QStringList{"profile", "install"};
}

void CliAccountsTest::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const Answer answer = run(arguments, {});
    QCOMPARE(answer.code, 2);
    QVERIFY(answer.out.isEmpty());
    QVERIFY(!answer.messages.isEmpty());
}

void CliAccountsTest::everyCommandAsksWho_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString somewhere = path("somewhere");
    QTest::newRow("faces") << QStringList{"faces", "a.jpg"};
    QTest::newRow("case create") << QStringList{"case",     "create",      somewhere, "--number",
                                                "17",       "--offence",   "Theft",   "--purpose",
                                                "Identify", "--requester", "J. Roe"};
    QTest::newRow("case show") << QStringList{"case", "show", somewhere};
    QTest::newRow("evidence add") << QStringList{"evidence", "add", somewhere, "a.jpg"};
    QTest::newRow("gallery create") << QStringList{"gallery", "create", somewhere, "--name", "G"};
    QTest::newRow("gallery enrol") << QStringList{"gallery", "enrol", somewhere, "a.jpg"};
    QTest::newRow("gallery info") << QStringList{"gallery", "info", somewhere};
    QTest::newRow("search") << QStringList{"search", somewhere, "--evidence", "e", "--gallery", "g"};
    QTest::newRow("report") << QStringList{"report", somewhere, "--out", "a.pdf"};
    QTest::newRow("agency show") << QStringList{"agency", "show"};
    QTest::newRow("agency add") << QStringList{"agency", "add",     "x",         "--full-name",
                                               "X",      "--roles", "supervisor"};
    QTest::newRow("agency change") << QStringList{"agency", "change", "examiner", "--roles", "supervisor"};
    QTest::newRow("agency password") << QStringList{"agency", "password"};
    QTest::newRow("accept clock") << QStringList{"agency", "accept-clock"};
    QTest::newRow("profile show") << QStringList{"profile", "show"};
    QTest::newRow("profile install") << QStringList{"profile", "install", "p.json"};
}

void CliAccountsTest::everyCommandAsksWho()
{
    QFETCH(QStringList, arguments);
    const Answer answer = run(arguments, {});
    QCOMPARE(answer.error(), "not-signed-in");
    QVERIFY(answer.messages.contains("sign in"));
    QVERIFY(!answer.messages.contains("TRAINING"));
    QVERIFY(!answer.json["training"].toBool(true));
    QVERIFY(!QFile::exists(path("somewhere")));
}

void CliAccountsTest::passwordFromTheStandardInput()
{
    const QStringList show{"--account", "auditor", "agency", "show"};
    QCOMPARE(run(show, {{}, {}, password + '\n'}).code, 0);
    QCOMPARE(run(show, {{}, {}, password + "\r\nmore"}).code, 0);
    QCOMPARE(run(show, {{}, {}, password}).code, 0); // an unfinished line is one
    QCOMPARE(run(show, {{}, {}, {}}).error(), "not-signed-in");
    QCOMPARE(run(show, {{}, {}, "wrong\n" + password}).error(), "password-wrong");
}

void CliAccountsTest::passwordIsNeverAnArgument()
{
    const Answer help = run({"--help"}, {});
    QVERIFY(help.out.contains("LIKENESS_PASSWORD"));
    QVERIFY(help.out.contains("--account"));
    for (const QStringList &command :
         {QStringList{"agency", "create"}, QStringList{"agency", "add"}, QStringList{"agency", "password"}})
        QVERIFY(!run(command + QStringList{"--help"}, {}).out.contains("--password"));
}

void CliAccountsTest::wrongPassword()
{
    const Answer known = run({"--account", "verifier", "agency", "show"}, {"not the password", {}, {}});
    const Answer unknown = run({"--account", "nobody", "agency", "show"}, {"not the password", {}, {}});
    QCOMPARE(known.error(), "password-wrong");
    QCOMPARE(unknown.error(), "password-wrong");
    QCOMPARE(QByteArray(known.out).replace("verifier", "nobody"), unknown.out);
    QCOMPARE(as("verifier", {"profile", "show"}).code, 0);
    for (int i = 0; i < 5; ++i)
        run({"--account", "verifier", "agency", "show"}, {"not the password", {}, {}});
    const Answer locked = as("verifier", {"profile", "show"});
    QCOMPARE(locked.error(), "account-locked");
    QVERIFY(locked.detail().endsWith('Z'));
}

void CliAccountsTest::supervisorsManage()
{
    const QStringList addition{"agency",           "add", "anna", "--full-name", "Anna A.", "--roles",
                               "examiner,verifier"};
    Answer answer = as("examiner", addition, password);
    QCOMPARE(answer.error(), "not-allowed");
    QCOMPARE(answer.detail(), "role-missing");
    QCOMPARE(as("chief", addition, "short").detail(), "password");
    answer = as("chief", addition, password);
    QVERIFY2(answer.code == 0, answer.messages);
    QCOMPARE(answer.json.value("account")["trained_until"].toString(), "");
    QCOMPARE(as("chief", addition, password).error(), "already-exists");

    answer = as("chief", {"agency", "change", "anna", "--trained-until", "2031-01-31", "--disable"});
    QVERIFY2(answer.code == 0, answer.messages);
    QCOMPARE(answer.json.value("account")["trained_until"].toString(), "2031-01-31");
    QCOMPARE(answer.json.value("account")["roles"].toArray(), (QJsonArray{"examiner", "verifier"}));
    QCOMPARE(as("anna", {"agency", "show"}).detail(), "account-disabled");
    QCOMPARE(as("chief", {"agency", "change", "anna", "--enable", "--full-name", "Anna B."}).code, 0);
    answer = as("anna", {"agency", "show"});
    QCOMPARE(answer.code, 0);
    QVERIFY(answer.out.contains("Anna B."));
    QVERIFY(!answer.out.contains("sealed") && !answer.out.contains("salt"));

    QCOMPARE(as("chief", {"agency", "change", "chief", "--disable"}).detail(), "last-supervisor");
    QCOMPARE(as("chief", {"agency", "change", "nobody", "--disable"}).error(), "not-found");
    QCOMPARE(as("chief", {"agency", "add", "Two Words", "--full-name", "X", "--roles", "examiner"}, password)
                 .detail(),
             "name");
}

void CliAccountsTest::rolesHold()
{
    const Answer answer =
        as("auditor", {"case", "create", path("case"), "--number", "2026-0142", "--offence", "Theft",
                       "--purpose", "Identify a witness", "--requester", "J. Roe"});
    QCOMPARE(answer.error(), "not-allowed");
    QCOMPARE(answer.detail(), "role-missing");
    QVERIFY(!QFile::exists(path("case")));
}

void CliAccountsTest::ownPassword()
{
    const QByteArray fresh = "another long password";
    QCOMPARE(as("examiner", {"agency", "password"}, "short").detail(), "password");
    QCOMPARE(
        run({"--account", "examiner", "agency", "password"}, {{}, {}, password + '\n' + fresh + '\n'}).code,
        0);
    QCOMPARE(as("examiner", {"profile", "show"}).error(), "password-wrong");
    QCOMPARE(run({"--account", "examiner", "agency", "password"}, {fresh, password, {}}).code, 0);
    QCOMPARE(as("examiner", {"profile", "show"}).code, 0);
}

void CliAccountsTest::profile()
{
    const Answer shipped = as("chief", {"profile", "show"});
    QCOMPARE(shipped.code, 0);
    QVERIFY(shipped.json["in_force"].toBool());
    QJsonObject own = shipped.json["profile"].toObject();
    own["name"] = "City";
    own["maximum_limit"] = 30;
    QFile file(path("city.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(own).toJson());
    file.close();

    QCOMPARE(as("examiner", {"profile", "install", path("city.json")}).error(), "not-allowed");
    QCOMPARE(as("chief", {"profile", "install", path("missing.json")}).error(), "file-unreadable");
    const Answer installed = as("chief", {"profile", "install", path("city.json")});
    QVERIFY2(installed.code == 0, installed.messages);
    QCOMPARE(as("examiner", {"profile", "show"}).json["profile"].toObject(), own);

    own["maximum_limit"] = 51;
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(own).toJson());
    file.close();
    const Answer refused = as("chief", {"profile", "install", path("city.json")});
    QCOMPARE(refused.error(), "file-damaged");
    QCOMPARE(refused.detail(), "maximum_limit");

    QFile mine(path("agency/profile.json"));
    QVERIFY(mine.open(QIODevice::ReadWrite));
    const QByteArray bytes = mine.readAll();
    mine.seek(0);
    mine.write(QByteArray(bytes).replace("30", "40"));
    mine.close();
    QCOMPARE(as("chief", {"profile", "show"}).error(), "signature-wrong");
    QVERIFY(mine.open(QIODevice::WriteOnly));
    mine.write(bytes);
    mine.close();
    QCOMPARE(as("chief", {"profile", "show"}).code, 0);
}

void CliAccountsTest::profileSignedWithANewKey()
{
    const QString copy = path("default.json"), key = path("new.pub");
    QVERIFY(QFile::copy(LIKENESS_SOURCE_DIR "/resources/policy/likeness-default.json", copy));
    QCOMPARE(run({"profile", "sign", copy}, {}, "no agency").error(), "not-signed-in");
    QCOMPARE(run({"profile", "sign", copy, "--new-key", key}, {}, "no agency").code, 0);
    QCOMPARE(QProcess::execute("minisign", {"-q", "-Vm", copy, "-p", key}), 0);
    const Answer own = as("chief", {"profile", "sign", copy});
    QCOMPARE(own.code, 0);
    QVERIFY(QProcess::execute("minisign", {"-q", "-Vm", copy, "-p", key}) != 0);
    QCOMPARE(own.json["public_key"].toString(), as("chief", {"agency", "show"}).json["root"].toString());
}

void CliAccountsTest::agencyFileChanged()
{
    const QString file = path("agency/agency.json");
    QFile agency(file);
    QVERIFY(agency.open(QIODevice::ReadOnly));
    const QByteArray bytes = agency.readAll();
    agency.close();
    QVERIFY(agency.open(QIODevice::WriteOnly));
    agency.write(QByteArray(bytes).replace("\"auditor\"\n", "\"supervisor\"\n"));
    agency.close();
    for (const QStringList &arguments : {QStringList{"agency", "show"}, QStringList{"profile", "show"}})
        QCOMPARE(as("auditor", arguments).error(), "signature-wrong");
    // and there is no way around it into training
    const Answer answer = run({"case", "show", path("case")}, {});
    QCOMPARE(answer.error(), "signature-wrong");
    QVERIFY(!answer.json["training"].toBool(true));
    QVERIFY(agency.open(QIODevice::WriteOnly));
    agency.write(bytes);
    agency.close();
    QCOMPARE(as("auditor", {"agency", "show"}).code, 0);
}

QTEST_GUILESS_MAIN(CliAccountsTest)
#include "tst_accounts.moc"
