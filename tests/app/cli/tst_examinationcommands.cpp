// SPDX-License-Identifier: GPL-3.0-or-later
// An examination on the command line: three accounts go from the search to the settled disagreement, and
// every shortcut on the way is tried and refused with its sentence.
#include "tests/engine/casework/examinationdesk.h"
#include "widgets/words/errortext.h"
#include "widgets/words/ruletext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace likeness;
using namespace likeness::tests;
using model::Conclusion;
using policy::Rule;

namespace
{

struct Answer {
    int code = -1;
    QByteArray out;
    QByteArray messages;
    QJsonObject json;
};

/// What the journey learned on its way; rows of the table name it in braces.
using Names = QHash<QString, QString>;

} // namespace

class CliExaminationTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_desk.reset(); }
    void shortcutsBeforeTheAnalysis_data();
    void shortcutsBeforeTheAnalysis() { tryShortcut(); }
    void analyse();
    void shortcutsBeforeTheList_data();
    void shortcutsBeforeTheList() { tryShortcut(); }
    void openTheList();
    void shortcutsBeforeSigning_data();
    void shortcutsBeforeSigning() { tryShortcut(); }
    void signAndAsk();
    void shortcutsWhileItIsLocked_data();
    void shortcutsWhileItIsLocked() { tryShortcut(); }
    void verifyAndDisagree();
    void shortcutsBeforeItIsSettled_data();
    void shortcutsBeforeItIsSettled() { tryShortcut(); }
    void settle();
    void shortcutsAtTheEnd_data();
    void shortcutsAtTheEnd() { tryShortcut(); }
    void blankFormsAreComplete();
    void formsAreReadStrictly();

private:
    Answer run(const QString &account, const QStringList &arguments) const;
    QJsonObject done(const QString &account, const QStringList &arguments) const;
    void row(const char *name, const QString &account, const QString &command, Rule rule);
    void tryShortcut();
    QString filled(const QString &text) const;
    QString form(const QString &name, const QJsonObject &object) const;
    QString comparisonForm(const QString &name, Conclusion conclusion) const;

    std::unique_ptr<ExaminationDesk> m_desk;
    Names m_names;
    bool m_columns = false;
};

void CliExaminationTest::initTestCase()
{
    m_desk = std::make_unique<ExaminationDesk>(QDateTime::currentDateTimeUtc());
    m_desk->newGallery();
    QVERIFY(m_desk->workstation->signOut());
    const QString photo = m_desk->writePicture("photo.bmp", redHairInSample1());
    m_names["case"] = m_desk->path("case");
    m_names["gallery"] = m_desk->path("gallery");
    m_names["photo"] = photo;
    done("exa", {"case", "create", m_names["case"], "--number", "2026-0142", "--offence", "Lost property",
                 "--purpose", "Find the owner of an umbrella", "--requester", "J. Roe"});
    const auto evidence = done("exa", {"evidence", "add", m_names["case"], photo});
    m_names["evidence"] = evidence["evidence"][0]["id"].toString();
    const auto search = done("exa", {"search", m_names["case"], "--evidence", m_names["evidence"],
                                     "--gallery", m_names["gallery"]});
    m_names["search"] = search["search"].toString();
    QVERIFY(!m_names["search"].isEmpty());
    QVERIFY2(!search.contains("candidates"), "the list came out before the analysis");
    m_names["portrait"] = "none-yet";
    m_names["task"] = "none-yet";

    m_names["same"] = comparisonForm("same.json", Conclusion::SupportSameSource);
    m_names["different"] = comparisonForm("different.json", Conclusion::SupportDifferentSource);
    model::Comparison blank = fullComparison(Conclusion::SupportSameSource);
    blank.setFinding(model::Component::Ears, std::nullopt);
    m_names["blank"] = form("blank.json", model::toJson(blank));
    model::Comparison open = fullComparison(Conclusion::SupportSameSource);
    open.conclusion.reset();
    m_names["open"] = form("open.json", model::toJson(open));
    QJsonObject analysis = model::toJson(fullAnalysis({}));
    for (const char *key : {"type", "id", "probe", "time", "actor"})
        analysis.remove(QLatin1String(key));
    m_names["analysis"] = form("analysis.json", analysis);
    analysis["kind"] = "sketch";
    m_names["sketch"] = form("sketch.json", analysis);
    analysis["kind"] = "photograph";
    analysis["limitations"] = "The chin is in shadow.";
    m_names["changed"] = form("changed.json", analysis);
    analysis.remove("components");
    m_names["nothing"] = form("nothing.json", analysis);
}

Answer CliExaminationTest::run(const QString &account, const QStringList &arguments) const
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("LIKENESS_WORKSTATION", m_desk->path("workstation"));
    environment.insert("LIKENESS_AGENCY", m_desk->path("agency"));
    environment.insert("LIKENESS_PASSWORD", password);
    program.setProcessEnvironment(environment);
    program.start(LIKENESS_BIN_DIR "/likeness-cli",
                  QStringList{"--account", account} + arguments + QStringList{"--json"});
    if (!program.waitForFinished(300'000) || program.exitStatus() != QProcess::NormalExit)
        qFatal("likeness-cli %s did not end by itself", qPrintable(arguments.join(u' ')));
    Answer answer{program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError(), {}};
    answer.json = QJsonDocument::fromJson(answer.out).object();
    return answer;
}

QJsonObject CliExaminationTest::done(const QString &account, const QStringList &arguments) const
{
    const Answer answer = run(account, arguments);
    if (answer.code != 0)
        qFatal("likeness-cli %s: %s", qPrintable(arguments.join(u' ')), answer.messages.constData());
    return answer.json;
}

QString CliExaminationTest::filled(const QString &text) const
{
    QString result = text;
    for (auto name = m_names.begin(); name != m_names.end(); ++name)
        result.replace(u'{' + name.key() + u'}', name.value());
    return result;
}

QString CliExaminationTest::form(const QString &name, const QJsonObject &object) const
{
    writeBytes(m_desk->path(name), QJsonDocument(object).toJson());
    return m_desk->path(name);
}

QString CliExaminationTest::comparisonForm(const QString &name, Conclusion conclusion) const
{
    return form(name, model::toJson(fullComparison(conclusion)));
}

void CliExaminationTest::row(const char *name, const QString &account, const QString &command, Rule rule)
{
    if (!m_columns) { // one table a function
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("command");
        QTest::addColumn<int>("rule");
    }
    m_columns = true;
    QTest::newRow(name) << account << command << int(rule);
}

void CliExaminationTest::tryShortcut()
{
    QFETCH(QString, account);
    QFETCH(QString, command);
    QFETCH(int, rule);
    QStringList arguments;
    for (const QString &word : command.split(u'|'))
        arguments += filled(word);
    const Answer answer = run(account, arguments);
    QCOMPARE(answer.code, 1);
    const QJsonObject error = answer.json["error"].toObject();
    QCOMPARE(error["code"].toString(), QString("not-allowed"));
    QVERIFY2(error["detail"].toString().split(u',').contains(policy::ruleName(Rule(rule))),
             qPrintable(error["detail"].toString()));
    // People read the sentence.
    QVERIFY2(answer.messages.contains(words::sentence(Rule(rule)).toUtf8()), answer.messages.constData());
}

void CliExaminationTest::shortcutsBeforeTheAnalysis_data()
{
    m_columns = false;
    row("the list before the analysis", "exa", "candidates|{case}|--search|{search}", Rule::AnalysisMissing);
    row("an empty analysis", "exa", "analyse|{case}|--search|{search}|--form|{nothing}",
        Rule::ComponentsBlank);
    row("a sketch as probe", "exa", "analyse|{case}|--search|{search}|--form|{sketch}",
        Rule::ProbeKindRefused);
    row("analysis by a gallery manager", "keeper", "analyse|{case}|--search|{search}|--form|{analysis}",
        Rule::RoleMissing);
    row("a search for a sketch", "exa",
        "search|{case}|--evidence|{evidence}|--gallery|{gallery}|--probe-kind|sketch",
        Rule::ProbeKindRefused);
    row("a search after the training date", "old", "search|{case}|--evidence|{evidence}|--gallery|{gallery}",
        Rule::TrainingExpired);
    row("a search by an auditor", "auditor", "search|{case}|--evidence|{evidence}|--gallery|{gallery}",
        Rule::RoleMissing);
    row("a list that is too long", "exa",
        "search|{case}|--evidence|{evidence}|--gallery|{gallery}|--limit|51", Rule::LimitOutOfRange);
    row("evidence from a gallery manager", "keeper", "evidence|add|{case}|{photo}", Rule::RoleMissing);
    row("enrolment by a detective", "exa", "gallery|enrol|{gallery}|{photo}", Rule::RoleMissing);
    row("a case about a protest", "exa",
        "case|create|{case}-2|--number|2026-0143|--offence|Unlawful assembly|--purpose|Name the people at "
        "the "
        "protest|--requester|J. Roe",
        Rule::PurposeRefused);
    row("a case without a purpose", "exa",
        "case|create|{case}-2|--number|2026-0143|--offence|Theft|--purpose|tbd|--requester|J. Roe",
        Rule::PurposePlaceholder);
    row("a case by an auditor", "auditor",
        "case|create|{case}-2|--number|2026-0143|--offence|Theft|--purpose|Find the "
        "owner|--requester|J. Roe",
        Rule::RoleMissing);
}

void CliExaminationTest::analyse()
{
    done("exa", {"analyse", m_names["case"], "--search", m_names["search"], "--form", m_names["analysis"]});
}

void CliExaminationTest::shortcutsBeforeTheList_data()
{
    m_columns = false;
    // The portrait's id would be known to who looked into the gallery.
    row("setting aside unseen", "exa",
        "set-aside|{case}|--search|{search}|--portrait|{portrait}|--reason|Another person",
        Rule::ListNotOpened);
    row("the same analysis again", "exa", "analyse|{case}|--search|{search}|--form|{analysis}",
        Rule::NothingChanged);
    row("another analysis without a reason", "exa", "analyse|{case}|--search|{search}|--form|{changed}",
        Rule::ReasonMissing);
    row("the list for a gallery manager", "keeper", "candidates|{case}|--search|{search}", Rule::RoleMissing);
    row("a null result unseen", "exa", "null-result|{case}|--search|{search}|--note|Nobody is alike",
        Rule::ListNotOpened);
}

void CliExaminationTest::openTheList()
{
    const QStringList open{"candidates", m_names["case"], "--search", m_names["search"]};
    const auto above = done("exa", open);
    QVERIFY(above["folded"].toInt() > 0);
    QCOMPARE(above["candidates"].toArray().size() + above["folded"].toInt(), 4);
    const auto list = done("exa", open + QStringList{"--weaker", "The probe is turned away"});
    QCOMPARE(list["candidates"].toArray().size(), 4);
    QCOMPARE(list["folded"].toInt(), 0);
    m_names["portrait"] = list["candidates"][0]["portrait"].toString();
    m_names["second"] = list["candidates"][1]["portrait"].toString();
}

void CliExaminationTest::shortcutsBeforeSigning_data()
{
    m_columns = false;
    row("a component left blank", "exa",
        "examine|{case}|--search|{search}|--portrait|{portrait}|--form|{blank}", Rule::ComponentsBlank);
    row("no conclusion", "exa", "examine|{case}|--search|{search}|--portrait|{portrait}|--form|{open}",
        Rule::ConclusionMissing);
    row("setting aside for no reason", "exa",
        "set-aside|{case}|--search|{search}|--portrait|{portrait}|--reason|n/a", Rule::ReasonMissing);
    row("verification of nothing", "exa",
        "verification|request|{case}|--search|{search}|--portrait|{portrait}", Rule::ExaminationMissing);
    row("comparing unseen", "vera", "examine|{case}|--search|{search}|--portrait|{portrait}|--form|{same}",
        Rule::ListNotOpened);
    row("comparing after the training date", "old",
        "examine|{case}|--search|{search}|--portrait|{portrait}|--form|{same}", Rule::TrainingExpired);
    row("an override by an examiner", "exa", "override|{case}|--probe|none|--reason|It is good enough",
        Rule::RoleMissing);
}

void CliExaminationTest::signAndAsk()
{
    const auto signedAs = done("exa", {"examine", m_names["case"], "--search", m_names["search"],
                                       "--portrait", m_names["portrait"], "--form", m_names["same"]});
    QCOMPARE(signedAs["signature"]["account"].toString(), QString("exa"));
    QCOMPARE(signedAs["signature"]["value"].toString().size(), 128);
    m_names["task"] = done("exa", {"verification", "request", m_names["case"], "--search", m_names["search"],
                                   "--portrait", m_names["portrait"]})["task"]
                          .toString();
}

void CliExaminationTest::shortcutsWhileItIsLocked_data()
{
    m_columns = false;
    row("verifying one's own", "exa", "verification|take|{case}|--task|{task}", Rule::RoleMissing);
    row("asking twice", "exa", "verification|request|{case}|--search|{search}|--portrait|{portrait}",
        Rule::AlreadyVerified);
    row("concluding again", "exa",
        "examine|{case}|--search|{search}|--portrait|{portrait}|--form|{different}", Rule::AlreadyVerified);
    row("settling without a disagreement", "chief",
        "adjudicate|{case}|--task|{task}|--conclusion|inconclusive|--reason|I see it otherwise",
        Rule::NoDisagreement);
    row("a null result beside an open lead", "exa",
        "null-result|{case}|--search|{search}|--note|Nobody of the list is alike", Rule::LeadOpen);
}

void CliExaminationTest::verifyAndDisagree()
{
    done("vera", {"verification", "take", m_names["case"], "--task", m_names["task"]});
    // While it is held, the list stays closed, whatever else the account may do.
    const Answer list = run("vera", {"candidates", m_names["case"], "--search", m_names["search"]});
    QCOMPARE(list.code, 1);
    QVERIFY(list.json["error"]["detail"].toString().contains(policy::ruleName(Rule::VerificationTaken)));
    const Answer empty = run("vera", {"verification", "sign", m_names["case"], "--task", m_names["task"],
                                      "--form", form("empty.json", {})});
    QCOMPARE(empty.code, 1);
    QVERIFY(empty.json["error"]["detail"].toString().contains(policy::ruleName(Rule::ComponentsBlank)));
    // What she sees of the case names nobody and concludes nothing.
    const Answer shown = run("vera", {"case", "show", m_names["case"]});
    QCOMPARE(shown.code, 0);
    for (const QString &hidden : {m_names["portrait"], m_names["second"], QString("support-same-source"),
                                  QString("\"red\""), QString("distance")})
        QVERIFY2(!shown.out.contains(hidden.toUtf8()), qPrintable(hidden));

    QJsonObject parts;
    for (const char *label : {"A", "B", "C", "D"})
        parts[QLatin1String(label)] = model::toJson(fullComparison(Conclusion::SupportDifferentSource));
    done("vera", {"verification", "sign", m_names["case"], "--task", m_names["task"], "--form",
                  form("parts.json", parts)});
}

void CliExaminationTest::shortcutsBeforeItIsSettled_data()
{
    m_columns = false;
    row("verifying twice", "vera", "verification|take|{case}|--task|{task}", Rule::AlreadyVerified);
    row("settling as the examiner", "exa",
        "adjudicate|{case}|--task|{task}|--conclusion|support-same-source|--reason|I am sure of it",
        Rule::RoleMissing);
    row("settling unseen", "chief",
        "adjudicate|{case}|--task|{task}|--conclusion|inconclusive|--reason|I see it otherwise",
        Rule::ListNotOpened);
}

void CliExaminationTest::settle()
{
    done("chief", {"candidates", m_names["case"], "--search", m_names["search"]});
    const Answer unsaid = run("chief", {"adjudicate", m_names["case"], "--task", m_names["task"],
                                        "--conclusion", "inconclusive", "--reason", "-"});
    QCOMPARE(unsaid.code, 1);
    QVERIFY(unsaid.json["error"]["detail"].toString().contains(policy::ruleName(Rule::ReasonMissing)));
    const auto settled =
        done("chief", {"adjudicate", m_names["case"], "--task", m_names["task"], "--conclusion",
                       "inconclusive", "--reason", "The ears differ, and the light is too flat to be sure."});
    QVERIFY(settled["notice"].toString().contains("NOT AN IDENTIFICATION"));
}

void CliExaminationTest::shortcutsAtTheEnd_data()
{
    m_columns = false;
    row("settling twice", "chief",
        "adjudicate|{case}|--task|{task}|--conclusion|support-same-source|--reason|On second thought",
        Rule::NoDisagreement);
    row("concluding after it", "exa", "examine|{case}|--search|{search}|--portrait|{portrait}|--form|{same}",
        Rule::AlreadyVerified);
    row("a report by a gallery manager", "keeper", "report|{case}|--out|{case}-report.pdf",
        Rule::RoleMissing);
}

void CliExaminationTest::blankFormsAreComplete()
{
    for (const char *kind : {"analysis", "comparison", "verification"}) {
        const QJsonObject blank = done("exa", {"form", kind});
        const QJsonObject part =
            QLatin1String(kind) == QLatin1String("verification") ? blank["D"].toObject() : blank;
        QCOMPARE(part["components"].toArray().size(), int(model::allComponents().size()));
    }
}

void CliExaminationTest::formsAreReadStrictly()
{
    QJsonObject slip = model::toJson(fullComparison(Conclusion::Inconclusive));
    slip["conclusoin"] = "support-different-source";
    const Answer answer = run("exa", {"examine", m_names["case"], "--search", m_names["search"], "--portrait",
                                      m_names["second"], "--form", form("slip.json", slip)});
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.json["error"]["code"].toString(), QString("file-damaged"));
    QCOMPARE(answer.json["error"]["detail"].toString(), QString("conclusoin"));
}

QTEST_GUILESS_MAIN(CliExaminationTest)
#include "tst_examinationcommands.moc"
