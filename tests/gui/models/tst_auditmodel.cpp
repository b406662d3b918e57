// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/auditmodel.h"

#include "widgets/words/nametext.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace likeness;
using models::AuditModel;

namespace
{

/// A chain in memory, as a store would give it out.
struct Book {
    std::vector<model::AuditEntry> entries;
    bool isBroken = false;

    explicit Book(int count) { grow(count); }
    void grow(int count)
    {
        for (int i = 0; i < count; ++i) {
            model::AuditEntry entry;
            entry.number = qint64(entries.size()) + 1;
            entry.time = QDateTime(QDate(2026, 3, 8), QTime(12, 0), Qt::UTC).addSecs(entry.number);
            entry.actor = QStringLiteral("examiner");
            entry.host = QStringLiteral("desk-7");
            entry.act = {QStringLiteral("case-opened"), QStringLiteral("subject-%1").arg(entry.number),
                         entry.number % 2 ? QJsonObject{{"n", entry.number}} : QJsonObject()};
            entry.hash = QString::number(entry.number).rightJustified(64, QLatin1Char('0'));
            entries.push_back(entry);
        }
    }
    AuditModel::Chain chain()
    {
        return {[this]() -> base::Result<model::AuditHead> {
                    if (isBroken)
                        return base::fail(base::ErrorCode::DatabaseFailed, QStringLiteral("case"));
                    return model::AuditHead{qint64(entries.size()), {}};
                },
                [this](qint64 from, qint64 atMost) -> base::Result<std::vector<model::AuditEntry>> {
                    if (isBroken)
                        return base::fail(base::ErrorCode::DatabaseFailed, QStringLiteral("case"));
                    std::vector<model::AuditEntry> page;
                    for (const auto &entry : entries)
                        if (entry.number >= from && qint64(page.size()) < atMost)
                            page.push_back(entry);
                    return page;
                }};
    }
};

void readAll(AuditModel &model)
{
    while (model.canFetchMore({}))
        model.fetchMore({});
}

/// The numbers fall by one from row to row.
bool isWithoutGap(const AuditModel &model)
{
    for (int row = 1; row < model.rowCount(); ++row)
        if (model.entry(row)->number != model.entry(row - 1)->number - 1)
            return false;
    return true;
}

} // namespace

/// The tester reads every page by itself, so it comes in where all is read.
class TestAuditModel : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void emptyChain();
    void newestFirstPageByPage();
    void newerEntriesComeInAtTheTop();
    void growingBeforeAnythingWasRead();
    void cells();
    void failureIsSaidOnce();
    void missingEntriesDoNotLoop();
    void nothingCanBeChanged();
    void foundEntriesStandInstead();

private:
    std::unique_ptr<AuditModel> m_model;
};

void TestAuditModel::init()
{
    m_model = std::make_unique<AuditModel>();
}

void TestAuditModel::cleanup()
{
    m_model.reset();
}

void TestAuditModel::emptyChain()
{
    QVERIFY(!m_model->canFetchMore({}));
    m_model->refresh();
    Book book(0);
    m_model->setChain(book.chain());
    QVERIFY(!m_model->canFetchMore({}));
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->chainLength(), 0);
    QVERIFY(!m_model->entry(0));
    book.grow(2);
    m_model->refresh();
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->entry(0)->number, 2);
    QVERIFY(!m_model->canFetchMore({}));
}

void TestAuditModel::newestFirstPageByPage()
{
    Book book(450);
    m_model->setChain(book.chain());
    QCOMPARE(m_model->chainLength(), 450);
    m_model->fetchMore({});
    QCOMPARE(m_model->rowCount(), int(AuditModel::pageSize));
    QCOMPARE(m_model->entry(0)->number, 450);
    readAll(*m_model);
    QCOMPARE(m_model->rowCount(), 450);
    QCOMPARE(m_model->entry(449)->number, 1);
    QVERIFY(isWithoutGap(*m_model));
    QVERIFY(!m_model->canFetchMore({}));
    QVERIFY(!m_model->entry(450));
    const QAbstractItemModelTester tester(m_model.get(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->clear();
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(!m_model->canFetchMore({}));
}

void TestAuditModel::newerEntriesComeInAtTheTop()
{
    Book book(250);
    m_model->setChain(book.chain());
    m_model->fetchMore({});
    const QPersistentModelIndex chosen(m_model->index(3, 0));
    const auto number = chosen.data().toString();
    book.grow(5);
    m_model->refresh();
    QCOMPARE(m_model->entry(0)->number, 255);
    QCOMPARE(m_model->chainLength(), 255);
    QCOMPARE(chosen.row(), 8);
    QCOMPARE(chosen.data().toString(), number);
    m_model->refresh(); // nothing new
    QCOMPARE(m_model->rowCount(), 205);
    readAll(*m_model);
    QCOMPARE(m_model->rowCount(), 255);
    QVERIFY(isWithoutGap(*m_model));
    const QAbstractItemModelTester tester(m_model.get(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    book.grow(1);
    m_model->refresh();
    QCOMPARE(m_model->rowCount(), 256);
}

void TestAuditModel::growingBeforeAnythingWasRead()
{
    Book book(3);
    m_model->setChain(book.chain());
    book.grow(2);
    m_model->refresh();
    readAll(*m_model);
    QCOMPARE(m_model->rowCount(), 5);
    QVERIFY(isWithoutGap(*m_model));
}

void TestAuditModel::cells()
{
    Book book(2);
    m_model->setChain(book.chain());
    readAll(*m_model);
    const auto cell = [&](int row, int column) { return m_model->index(row, column).data().toString(); };
    QCOMPARE(cell(1, AuditModel::NumberColumn), QStringLiteral("1"));
    QCOMPARE(cell(1, AuditModel::ActorColumn), QStringLiteral("examiner"));
    QCOMPARE(cell(1, AuditModel::ActColumn), words::actDone(QStringLiteral("case-opened")));
    QCOMPARE(cell(1, AuditModel::SubjectColumn), QStringLiteral("subject-1"));
    QCOMPARE(cell(1, AuditModel::DetailsColumn), QStringLiteral("N: 1")); // no braces: people read it
    QCOMPARE(cell(0, AuditModel::DetailsColumn), QString());
    const auto time =
        QDateTime::fromString(cell(1, AuditModel::TimeColumn), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    QCOMPARE(time.toUTC(), m_model->entry(1)->time);
    QCOMPARE(m_model->index(1, 0).data(AuditModel::VerbRole).toString(), QStringLiteral("case-opened"));
    QVERIFY(m_model->index(1, 0).data(Qt::ToolTipRole).toString().contains(m_model->entry(1)->hash));
    for (int column = 0; column < AuditModel::ColumnCount; ++column)
        QVERIFY(!m_model->headerData(column, Qt::Horizontal).toString().isEmpty());
    QVERIFY(!m_model->headerData(0, Qt::Vertical).isValid());
}

void TestAuditModel::failureIsSaidOnce()
{
    Book book(300);
    QSignalSpy failed(m_model.get(), &AuditModel::failed);
    m_model->setChain(book.chain());
    m_model->fetchMore({});
    book.isBroken = true;
    readAll(*m_model); // and every later scroll
    QCOMPARE(failed.count(), 1);
    QCOMPARE(m_model->rowCount(), int(AuditModel::pageSize)); // what was read stays
    m_model->refresh();
    QCOMPARE(failed.count(), 2);
    m_model->setChain(book.chain());
    QCOMPARE(failed.count(), 3);
    QCOMPARE(m_model->rowCount(), 0);
}

void TestAuditModel::missingEntriesDoNotLoop()
{
    Book book(300);
    m_model->setChain(book.chain());
    m_model->fetchMore({});
    book.entries.erase(book.entries.begin(), book.entries.begin() + 50);
    readAll(*m_model);
    QVERIFY(!m_model->canFetchMore({}));
    for (int row = 1; row < m_model->rowCount(); ++row)
        QVERIFY(m_model->entry(row)->number < m_model->entry(row - 1)->number); // none twice
}

void TestAuditModel::foundEntriesStandInstead()
{
    Book book(5);
    m_model->setChain(book.chain());
    readAll(*m_model);
    const auto chosen = *m_model->entry(3);
    m_model->showFound({chosen});
    QCOMPARE(m_model->rowCount(), 1);
    QVERIFY(!m_model->canFetchMore({}));
    QCOMPARE(m_model->entry(0)->number, chosen.number);
    book.grow(2);
    m_model->refresh(); // what comes in meanwhile stands in the chain, not among what was found
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->chainLength(), qint64(7));
    m_model->showAll();
    QCOMPARE(m_model->rowCount(), 7);
    QCOMPARE(m_model->entry(0)->number, qint64(7));
}

void TestAuditModel::nothingCanBeChanged()
{
    Book book(2);
    m_model->setChain(book.chain());
    readAll(*m_model);
    QVERIFY(!m_model->setData(m_model->index(0, AuditModel::ActorColumn), QStringLiteral("somebody")));
    QVERIFY(!m_model->removeRows(0, 1));
    QVERIFY(!(m_model->flags(m_model->index(0, 0)) & Qt::ItemIsEditable));
}

QTEST_GUILESS_MAIN(TestAuditModel)
#include "tst_auditmodel.moc"
