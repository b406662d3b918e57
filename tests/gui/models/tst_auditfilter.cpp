// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/audit/verbs.h"
#include "widgets/models/auditfilter.h"

#include <QJsonArray>
#include <QtTest>

using namespace likeness;
using models::AuditFilter;
using Group = AuditFilter::Group;
namespace verbs = audit::verbs;

namespace
{

std::vector<model::AuditEntry> chainOf(int length)
{
    std::vector<model::AuditEntry> chain;
    for (int n = 1; n <= length; ++n) {
        model::AuditEntry entry;
        entry.number = n;
        entry.time = QDateTime(QDate(2026, 1, 1).addDays(n), QTime(12, 0), Qt::UTC);
        entry.actor = n % 2 ? QStringLiteral("ada") : QStringLiteral("bob");
        entry.act = {n % 10 ? verbs::evidenceViewed : verbs::searchMade,
                     QStringLiteral("subject-%1").arg(n),
                     {{QStringLiteral("gallery_name"), n == 7 ? QStringLiteral("Harbour") : QString()}}};
        chain.push_back(entry);
    }
    return chain;
}

base::Result<models::AuditFound> find(const std::vector<model::AuditEntry> &chain, const AuditFilter &filter,
                                      qint64 atMost = 1000)
{
    base::Progress progress;
    return models::findEntries(
        [&](qint64 from, qint64 count) -> base::Result<std::vector<model::AuditEntry>> {
            const auto begin = chain.begin() + (from - 1);
            return std::vector(begin, begin + std::min<qint64>(count, chain.end() - begin));
        },
        qint64(chain.size()), filter, atMost, progress);
}

} // namespace

class TestAuditFilter : public QObject
{
    Q_OBJECT
private slots:
    void everyFilterLeavesOut();
    void newestFirstAndCutOffIsSaid();
    void cancelStops();
    void failureIsHandedOn();
    void everyVerbOfTheWorkHasAGroup();
    void detailsAreRead();
};

void TestAuditFilter::everyFilterLeavesOut()
{
    const auto chain = chainOf(20);
    AuditFilter filter;
    QVERIFY(filter.isEmpty());
    QCOMPARE(find(chain, filter)->entries.size(), size_t(20));
    filter.actor = QStringLiteral("AD");
    QCOMPARE(find(chain, filter)->entries.size(), size_t(10));
    filter = {};
    filter.group = Group::Searches;
    QCOMPARE(find(chain, filter)->entries.size(), size_t(2));
    filter = {};
    filter.from = QDateTime(QDate(2026, 1, 20), QTime(0, 0), Qt::UTC);
    QCOMPARE(find(chain, filter)->entries.size(), size_t(2));
    filter = {};
    filter.text = QStringLiteral("harbour"); // stands in the details
    QCOMPARE(find(chain, filter)->entries.size(), size_t(1));
    QCOMPARE(find(chain, filter)->entries[0].number, qint64(7));
    filter.actor = QStringLiteral("bob");
    QVERIFY(find(chain, filter)->entries.empty()); // all of them together
}

void TestAuditFilter::newestFirstAndCutOffIsSaid()
{
    const auto chain = chainOf(2500); // more than two pages
    AuditFilter filter;
    filter.group = Group::Searches;
    const auto all = find(chain, filter);
    QCOMPARE(all->entries.size(), size_t(250));
    QCOMPARE(all->entries.front().number, qint64(2500));
    QCOMPARE(all->entries.back().number, qint64(10));
    QVERIFY(!all->isCutOff);
    const auto some = find(chain, filter, 250);
    QVERIFY(!some->isCutOff); // exactly those there are
    const auto few = find(chain, filter, 3);
    QCOMPARE(few->entries.size(), size_t(3));
    QVERIFY(few->isCutOff);
}

void TestAuditFilter::cancelStops()
{
    base::Progress progress;
    int pages = 0;
    const auto chain = chainOf(3000);
    const auto found = models::findEntries(
        [&](qint64 from, qint64 count) -> base::Result<std::vector<model::AuditEntry>> {
            ++pages;
            progress.cancel();
            return std::vector(chain.begin() + (from - 1), chain.begin() + (from - 1 + count));
        },
        3000, {}, 10000, progress);
    QVERIFY(!found);
    QVERIFY(found.error().code == base::ErrorCode::Cancelled);
    QCOMPARE(pages, 1);
}

void TestAuditFilter::failureIsHandedOn()
{
    base::Progress progress;
    const auto found = models::findEntries(
        [](qint64, qint64) -> base::Result<std::vector<model::AuditEntry>> {
            return base::fail(base::ErrorCode::DatabaseFailed, QStringLiteral("case"));
        },
        10, {}, 10, progress);
    QVERIFY(!found);
    QVERIFY(found.error().code == base::ErrorCode::DatabaseFailed);
}

void TestAuditFilter::everyVerbOfTheWorkHasAGroup()
{
    QVERIFY(models::groupOf(verbs::signInFailed) == Group::Accounts);
    QVERIFY(models::groupOf(verbs::examinationSigned) == Group::Examination);
    QVERIFY(models::groupOf(verbs::disclosureExported) == Group::Exports);
    QVERIFY(models::groupOf(verbs::headSigned) == Group::Keeping);
    QVERIFY(models::groupOf(QStringLiteral("of-a-later-version")) == Group::Keeping);
}

void TestAuditFilter::detailsAreRead()
{
    const QJsonObject details{
        {QStringLiteral("portraits"), QJsonArray{QStringLiteral("A"), QStringLiteral("B")}},
        {QStringLiteral("settings"), QJsonObject{{QStringLiteral("list_length"), 20}}},
        {QStringLiteral("overridden"), true}};
    const auto facts = models::detailFacts(details);
    QVERIFY(facts.contains({QStringLiteral("Portraits"), QStringLiteral("A, B")}));
    QVERIFY(facts.contains({QStringLiteral("Settings › List length"), QStringLiteral("20")}));
    QVERIFY(facts.contains({QStringLiteral("Overridden"), QStringLiteral("true")}));
    QVERIFY(!models::detailLine(details).contains(QLatin1Char('{')));
    QCOMPARE(models::detailLine({}), QString());
    QVERIFY(models::detailLine({{QStringLiteral("hash"), QString(64, QLatin1Char('f'))}}).size() < 64);
}

QTEST_APPLESS_MAIN(TestAuditFilter)
#include "tst_auditfilter.moc"
