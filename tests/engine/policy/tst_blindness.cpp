// SPDX-License-Identifier: GPL-3.0-or-later
#include "examinationcase.h"

#include "engine/model/gallery.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace examinationcase;

namespace
{

template <class List, class ToJson>
QJsonArray each(const List &list, ToJson toJson)
{
    QJsonArray array;
    for (const auto &item : list)
        array.append(toJson(item));
    return array;
}

template <class Record>
QJsonObject signedRecord(const Record &record)
{
    return {{"document", model::toJson(record)}, {"signature", model::toJson(record.signature)}};
}

QJsonObject candidateJson(const model::Candidate &c)
{
    return {{"rank", c.rank},
            {"person", c.person.value()},
            {"reference", c.personReference},
            {"portrait", c.portrait.value()},
            {"sha256", c.portraitSha256},
            {"distance", c.distance}};
}

QJsonObject searchJson(const model::Search &s)
{
    return {{"id", s.id.value()},
            {"probe", s.probe.value()},
            {"gallery", s.gallery.value()},
            {"gallery_name", s.galleryName},
            {"snapshot", s.gallerySnapshot},
            {"persons", s.galleryPersons},
            {"portraits", s.galleryPortraits},
            {"engine", s.engine.toJson()},
            {"limit", s.settings.limit},
            {"kind", model::probeKindName(s.settings.probeKind)},
            {"time", s.time.toString(Qt::ISODate)},
            {"actor", s.actor},
            {"candidates", each(s.candidates, candidateJson)}};
}

/// Every text and figure of a case.
QString everythingIn(const model::CaseContents &c)
{
    const QJsonObject all{
        {"case", QJsonArray{c.file.id.value(), c.file.details.number, c.file.details.offence,
                            c.file.details.purpose, c.file.details.requester, c.file.createdBy}},
        {"evidence", each(c.evidence,
                          [](const auto &e) {
                              return QJsonArray{e.id.value(), e.sha256, e.fileName, e.metadata, e.addedBy};
                          })},
        {"regions", each(c.regions, [](const auto &r) { return r.id.value(); })},
        {"probes", each(c.probes, [](const auto &p) { return p.id.value(); })},
        {"searches", each(c.searches, searchJson)},
        {"decisions", each(c.decisions,
                           [](const auto &d) {
                               return QJsonArray{d.search.value(), d.portrait.value(), d.reason, d.actor};
                           })},
        {"examinations", each(c.examinations, [](const auto &r) { return signedRecord(r); })},
        {"analyses", each(c.analyses, [](const auto &r) { return signedRecord(r); })},
        {"drafts", each(c.drafts,
                        [](const auto &d) {
                            return QJsonArray{d.about, d.actor, model::toJson(d.comparison)};
                        })},
        {"requests", each(c.verificationRequests, [](const auto &r) { return signedRecord(r); })},
        {"taken", each(c.verificationsTaken,
                       [](const auto &t) {
                           return QJsonArray{t.request.value(), t.actor};
                       })},
        {"results", each(c.verificationResults, [](const auto &r) { return signedRecord(r); })},
        {"adjudications", each(c.adjudications, [](const auto &r) { return signedRecord(r); })},
        {"null", each(c.nullResults, [](const auto &r) { return signedRecord(r); })},
        {"overrides", each(c.overrides, [](const auto &r) { return signedRecord(r); })},
        {"views", each(c.listViews,
                       [](const auto &v) {
                           return QJsonArray{v.search.value(), v.actor};
                       })},
        {"withheld", each(c.withheld, [](const auto &id) { return id.value(); })}};
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

/// What a verifier of v1 must not find: scores, ranks, persons, portraits, gallery, conclusions, what the
/// first examiner wrote, and who that was.
const QStringList secrets{"0.41",
                          "701",
                          "person-",
                          "REF-",
                          "portrait-",
                          "gallery-7",
                          "Gallery of somewhere",
                          "snapshot-of-it",
                          "support-same-source",
                          "support-different-source",
                          "inconclusive",
                          "note of an examination",
                          "note of a comparison",
                          "Too old",
                          "Led nowhere",
                          "Seen by evelyn",
                          "The only picture",
                          "The ears decide it",
                          "evelyn",
                          "edgar"};

/// v1 waits, and everything else that could tell something is there as well.
model::CaseContents fullCase()
{
    model::CaseContents c = asked();
    c.examinations.push_back(examination("s1", 3, "edgar", Conclusion::Inconclusive));
    c.examinations.push_back(examination("s1", 4, "evelyn", Conclusion::SupportDifferentSource));
    c.verificationRequests.push_back(request("v0", c.examinations.back(), "p1"));
    c.verificationsTaken.push_back({model::VerificationId("v0"), "victor", at(6), false});
    c.verificationResults.push_back(
        result(c.verificationRequests.back(), "victor", Conclusion::Inconclusive));
    c.adjudications.push_back(adjudication(c.verificationRequests.back(), "sam", Conclusion::Inconclusive));
    c.decisions.push_back({model::SearchId("s1"), portrait(5), true, "Too old", at(5), "evelyn"});
    c.nullResults.push_back({model::SearchId("s1"), "Led nowhere", at(6), "edgar", signedBy("edgar")});
    c.drafts.push_back({"s1/portrait-2", "evelyn", filledIn(Conclusion::SupportSameSource), at(6)});
    c.drafts.push_back({"v1/A", "victor", filledIn(Conclusion::Inconclusive), at(6)});
    c.analyses[0].limitations = "Seen by evelyn";
    c.overrides.push_back(
        {model::ProbeId("p1"), "probe-unsuitable", "The only picture", at(1), "edgar", signedBy("edgar")});
    searchAgain(c);
    open(c, "s2", "edgar");
    c.examinations.push_back(examination("s2", 2, "edgar"));
    c.decisions.push_back({model::SearchId("s2"), portrait(2), true, "Too old", at(5), "edgar"});
    return c;
}

void take(model::CaseContents &contents, const QString &who, bool givenBack = false)
{
    contents.verificationsTaken.push_back({model::VerificationId("v1"), who, at(7), givenBack});
}

template <class Ids>
QStringList idsOf(const Ids &list)
{
    QStringList ids;
    for (const auto &item : list)
        ids += item.id.value();
    return ids;
}

} // namespace

class BlindnessTest : public QObject
{
    Q_OBJECT

private slots:
    void whoSeesAList();
    void aVerifierFindsNothing_data();
    void aVerifierFindsNothing();
    void closedListsSayOnlyThatTheyWereMade();
    void whoOpenedSeesEverythingOfIt();
    void nothingIsLostInTraining();
    void holdingClosesAgain();
    void draftsStayWithTheirAuthor();
    void whenDoneTheNamesComeBack();
    void tasks();
    void tasksSayNothing();
    void readingTheWholeRecord();
    void disputesAreToldToWhoMaySettleThem();
};

void BlindnessTest::whoSeesAList()
{
    const model::CaseContents contents = examined();
    const model::SearchId s1("s1");
    QVERIFY(policy::seesList(contents, s1, evelyn));
    QVERIFY(!policy::seesList(contents, s1, edgar));
    QVERIFY(!policy::seesList(contents, s1, sam));
    QVERIFY(!policy::seesList(contents, model::SearchId("s2"), evelyn));
    QVERIFY(!policy::seesList(contents, s1, account({}, {}))); // nobody signed in
    QVERIFY(!policy::seesList(contents, s1, trainee));         // no account
    model::Actor posing = trainee;
    posing.name = "evelyn"; // a user of the operating system with an account's name
    QVERIFY(!policy::seesList(contents, s1, posing));
    model::CaseContents training = contents;
    training.file.training = true;
    QVERIFY(policy::seesList(training, s1, trainee));
    QVERIFY(policy::seesList(training, s1, edgar));
}

void BlindnessTest::aVerifierFindsNothing_data()
{
    QTest::addColumn<bool>("holding");
    QTest::addColumn<bool>("opened");
    QTest::newRow("could take it") << false << false;
    QTest::newRow("holds it") << true << false;
    QTest::newRow("holds it and opened lists before") << true << true;
}

void BlindnessTest::aVerifierFindsNothing()
{
    QFETCH(bool, holding);
    QFETCH(bool, opened);
    model::CaseContents contents = fullCase();
    if (holding)
        take(contents, "olga");
    if (opened) { // by rules it cannot be; should it be, the lists close
        open(contents, "s1", "olga");
        open(contents, "s2", "olga");
    }
    const QString all = everythingIn(contents);
    for (const QString &secret : secrets)
        QVERIFY2(all.contains(secret), qPrintable("the test does not look for " + secret));

    for (const model::Actor &who : {olga, account("olga", Role::Verifier)}) {
        const QString seen = everythingIn(policy::visibleTo(contents, who));
        for (const QString &secret : secrets)
            QVERIFY2(!seen.contains(secret), qPrintable(secret + " in " + seen));
        QVERIFY(seen.contains("p1")); // what is to be verified can be seen
    }
}

void BlindnessTest::closedListsSayOnlyThatTheyWereMade()
{
    // No verifier: the analysis and who searched are no secret, the list and all that hangs on it is.
    const QString seen = everythingIn(policy::visibleTo(fullCase(), sam));
    for (const QString secret : {"0.41", "701", "person-", "REF-", "portrait-", "support-same-source",
                                 "note of", "Too old", "Led nowhere", "The ears decide it"})
        QVERIFY2(!seen.contains(secret), qPrintable(secret + " in " + seen));
    for (const char *open : {"evelyn", "Gallery of somewhere", "Seen by evelyn", "The only picture"})
        QVERIFY2(seen.contains(open), open);
    const model::CaseContents visible = policy::visibleTo(fullCase(), sam);
    QCOMPARE(visible.withheld, (std::vector{model::SearchId("s1"), model::SearchId("s2")}));
    QCOMPARE(visible.searches.size(), size_t(2));
    QVERIFY(visible.listViews.empty());
}

void BlindnessTest::whoOpenedSeesEverythingOfIt()
{
    const model::CaseContents contents = fullCase();
    const model::CaseContents visible = policy::visibleTo(contents, evelyn);
    QCOMPARE(visible.withheld, std::vector{model::SearchId("s2")});
    QCOMPARE(visible.searches[0].candidates.size(), contents.searches[0].candidates.size());
    QVERIFY(visible.searches[1].candidates.empty());
    QCOMPARE(visible.examinations.size(), size_t(3)); // edgar's in s2 is not
    QCOMPARE(idsOf(visible.verificationRequests), (QStringList{"v1", "v0"}));
    QCOMPARE(visible.verificationResults.size(), size_t(1));
    QCOMPARE(visible.adjudications.size(), size_t(1));
    QCOMPARE(visible.nullResults.size(), size_t(1));
    QCOMPARE(visible.decisions.size(), size_t(1));
    QCOMPARE(visible.analyses.size(), size_t(2));
    QCOMPARE(visible.file.createdBy, "evelyn");

    // The reject memory of what one may see.
    QVERIFY(!policy::memoryOf(visible, model::PersonId("person-2"), model::SearchId("s1")).setAside);
    QVERIFY(policy::memoryOf(contents, model::PersonId("person-2"), model::SearchId("s1")).setAside);
}

void BlindnessTest::nothingIsLostInTraining()
{
    model::CaseContents contents = fullCase();
    contents.file.training = true;
    for (const model::Actor &who : {trainee, olga, vera})
        QCOMPARE(everythingIn(policy::visibleTo(contents, who)), everythingIn(contents));
    // A case made with accounts opens no list without one.
    contents.file.training = false;
    QCOMPARE(policy::visibleTo(contents, trainee).withheld.size(), size_t(2));
}

void BlindnessTest::holdingClosesAgain()
{
    model::CaseContents contents = asked();
    searchAnotherFace(contents);
    open(contents, "s9", "olga");
    take(contents, "olga");
    // The list of another face stays open ...
    QCOMPARE(policy::visibleTo(contents, olga).withheld, std::vector{model::SearchId("s1")});
    // ... unless it shows a person of the line-up.
    contents.searches.back().candidates[2].person = model::PersonId("person-3");
    QCOMPARE(policy::visibleTo(contents, olga).withheld.size(), size_t(2));
    take(contents, "olga", true);
    QCOMPARE(policy::visibleTo(contents, olga).withheld, std::vector{model::SearchId("s1")});
}

void BlindnessTest::draftsStayWithTheirAuthor()
{
    model::CaseContents contents = fullCase();
    take(contents, "olga");
    contents.drafts.push_back({"v1/B", "olga", filledIn(Conclusion::Inconclusive), at(8)});
    contents.drafts.push_back({"s1/portrait-1", "olga", filledIn(Conclusion::Inconclusive), at(8)});
    const model::CaseContents visible = policy::visibleTo(contents, olga);
    QCOMPARE(visible.drafts.size(), size_t(1));
    QCOMPARE(visible.drafts[0].about, "v1/B");
    QCOMPARE(policy::visibleTo(contents, evelyn).drafts.size(), size_t(1));
    QCOMPARE(policy::visibleTo(contents, sam).drafts.size(), size_t(0));
}

void BlindnessTest::whenDoneTheNamesComeBack()
{
    const model::CaseContents contents = verified(Conclusion::SupportSameSource, Conclusion::Inconclusive);
    const model::CaseContents visible = policy::visibleTo(contents, vera);
    QCOMPARE(visible.withheld.size(), size_t(1)); // the list is still closed
    QVERIFY(visible.examinations.empty() && visible.verificationResults.empty());
    QCOMPARE(visible.searches[0].actor, "evelyn");
    QCOMPARE(visible.analyses.size(), size_t(1));
}

void BlindnessTest::tasks()
{
    model::CaseContents contents = fullCase();
    const auto ids = [&](const model::Actor &who) { return idsOf(policy::blindTasks(contents, who, today)); };
    QCOMPARE(ids(vera), QStringList{"v1"});
    QCOMPARE(ids(evelyn), QStringList());
    QCOMPARE(ids(sam), QStringList());
    QVERIFY(!policy::heldBy(contents, vera));
    take(contents, "vera");
    QCOMPARE(ids(vera), QStringList{"v1"});
    QVERIFY(policy::blindTasks(contents, vera, today)[0].taken);
    QCOMPARE(policy::heldBy(contents, vera), &contents.verificationRequests[0]);
    QCOMPARE(ids(olga), QStringList());
    take(contents, "vera", true);
    QCOMPARE(ids(olga), QStringList{"v1"});
    QVERIFY(!policy::heldBy(contents, vera));
    open(contents, "s2", "olga");
    QCOMPARE(ids(olga), QStringList());

    contents.verificationRequests.push_back(request("v2", contents.examinations[1], "p1"));
    contents.verificationRequests.back().time = at(1);
    QCOMPARE(ids(vera), (QStringList{"v2", "v1"})); // oldest first
    take(contents, "vera");
    QCOMPARE(ids(vera), QStringList{"v1"}); // one after the other
    contents.verificationResults.push_back(
        result(contents.verificationRequests[0], "vera", Conclusion::Inconclusive));
    QCOMPARE(ids(vera), QStringList{"v2"});
}

void BlindnessTest::tasksSayNothing()
{
    const model::CaseContents contents = fullCase();
    const policy::BlindTask task = policy::blindTasks(contents, vera, today).at(0);
    QCOMPARE(task.id, model::VerificationId("v1"));
    QCOMPARE(task.probe, model::ProbeId("p1"));
    QCOMPARE(task.labels, (QStringList{"A", "B", "C", "D"}));
    QCOMPARE(task.asked, at(6));
    QVERIFY(!task.taken);
}

void BlindnessTest::readingTheWholeRecord()
{
    const auto unmet = [](const model::CaseContents &contents, policy::Deed deed, const model::Actor &who) {
        return policy::ruleNames(policy::unmetWholeRecordRules(contents, deed, who, today));
    };
    using policy::Deed;
    model::CaseContents contents = asked();
    QCOMPARE(unmet(contents, Deed::ReadAudit, sam), QString());
    QCOMPARE(unmet(contents, Deed::ReadAudit, evelyn), "role-missing");
    QCOMPARE(unmet(contents, Deed::ExportReport, evelyn), QString());
    QCOMPARE(unmet(contents, Deed::ReadAudit, trainee), "casework-case");
    take(contents, "olga");
    QCOMPARE(unmet(contents, Deed::ReadAudit, olga), "verification-taken");
    QCOMPARE(unmet(contents, Deed::ExportReport, olga), "verification-taken");

    // A verifier reads it only where having read it can be recorded.
    contents = asked();
    const auto readOnly = [&](const model::Actor &who) {
        return policy::ruleNames(policy::unmetWholeRecordRules(contents, Deed::ReadAudit, who, today, true));
    };
    QCOMPARE(readOnly(sam), QString());
    QCOMPARE(readOnly(olga), "read-only");
    open(contents, "s1", "olga");
    QCOMPARE(readOnly(olga), QString());

    // Whoever could still analyse does not read ahead; an auditor and a supervisor may.
    contents = asked();
    contents.analyses.clear();
    QCOMPARE(unmet(contents, Deed::ReadAudit, olga), "analysis-missing");
    QCOMPARE(unmet(contents, Deed::ReadAudit, sam), QString());
    contents.file.training = true;
    QCOMPARE(unmet(contents, Deed::ReadAudit, trainee), QString());

    // Having read it counts as having opened the lists: no verification after that.
    contents = asked();
    QCOMPARE(policy::blindTasks(contents, olga, today).size(), size_t(1));
    for (const model::SearchId &list : policy::listsOpenedByReadingAll(contents, olga))
        open(contents, list.value(), "olga");
    QCOMPARE(policy::blindTasks(contents, olga, today).size(), size_t(0));
    QVERIFY(policy::listsOpenedByReadingAll(contents, olga).empty());
    contents.file.training = true;
    QVERIFY(policy::listsOpenedByReadingAll(contents, vera).empty());
}

void BlindnessTest::disputesAreToldToWhoMaySettleThem()
{
    model::CaseContents contents = verified(Conclusion::SupportSameSource, Conclusion::Inconclusive);
    const auto found = policy::disputes(contents, sam, today);
    QCOMPARE(idsOf(found), QStringList{"v1"});
    QCOMPARE(found[0].search, model::SearchId("s1"));
    QCOMPARE(found[0].since, at(8));
    QVERIFY(policy::disputes(contents, edgar, today).empty());
    QVERIFY(policy::disputes(contents, account("vera", Role::Supervisor), today).empty());
    QVERIFY(policy::disputes(asked(), sam, today).empty());
    contents.adjudications.push_back(
        adjudication(contents.verificationRequests[0], "sam", Conclusion::Inconclusive));
    QVERIFY(policy::disputes(contents, sam, today).empty());
}

QTEST_GUILESS_MAIN(BlindnessTest)
#include "tst_blindness.moc"
