// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/auditstate.h"

#include <QtTest>

using namespace likeness;
using pages::AuditState;
using Chain = AuditState::Chain;

namespace
{

base::Result<model::AuditHead> headOf(qint64 count)
{
    return model::AuditHead{count, QString(64, QLatin1Char('a'))};
}

base::Result<model::AuditHead> failure(base::ErrorCode code)
{
    return base::fail(code, QStringLiteral("case"));
}

} // namespace

class TestAuditState : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsKnownAtFirst();
    void checkedChainHoldsUntilItGrows();
    void emptyChainMayHold();
    void brokenIsNotTheSameAsNotReadable_data();
    void brokenIsNotTheSameAsNotReadable();
    void aBrokenChainStaysBrokenWhenItGrows();
    void checkingAgainHidesTheOldAnswer();
};

void TestAuditState::nothingIsKnownAtFirst()
{
    AuditState state;
    QCOMPARE(state.chain(), Chain::NotChecked);
    state.length = 7;
    QCOMPARE(state.chain(), Chain::NotChecked);
}

void TestAuditState::checkedChainHoldsUntilItGrows()
{
    AuditState state;
    state.length = 7;
    state.checked = headOf(7);
    QCOMPARE(state.chain(), Chain::Holds);
    state.length = 8;
    QCOMPARE(state.chain(), Chain::Grown);
    // The check may have seen entries that the list has not read yet.
    state.length = 6;
    QCOMPARE(state.chain(), Chain::Holds);
}

void TestAuditState::emptyChainMayHold()
{
    AuditState state;
    state.checked = headOf(0);
    QCOMPARE(state.chain(), Chain::Holds);
}

void TestAuditState::brokenIsNotTheSameAsNotReadable_data()
{
    QTest::addColumn<base::ErrorCode>("code");
    QTest::addColumn<Chain>("expected");
    QTest::newRow("broken") << base::ErrorCode::AuditBroken << Chain::Broken;
    QTest::newRow("database") << base::ErrorCode::DatabaseFailed << Chain::Failed;
    QTest::newRow("locked") << base::ErrorCode::DatabaseLocked << Chain::Failed;
    QTest::newRow("cancelled") << base::ErrorCode::Cancelled << Chain::Failed;
}

void TestAuditState::brokenIsNotTheSameAsNotReadable()
{
    QFETCH(base::ErrorCode, code);
    QFETCH(Chain, expected);
    AuditState state;
    state.length = 3;
    state.checked = failure(code);
    QCOMPARE(state.chain(), expected);
}

void TestAuditState::aBrokenChainStaysBrokenWhenItGrows()
{
    AuditState state;
    state.checked = failure(base::ErrorCode::AuditBroken);
    state.length = 1000;
    QCOMPARE(state.chain(), Chain::Broken);
}

void TestAuditState::checkingAgainHidesTheOldAnswer()
{
    AuditState state;
    state.isChecking = true;
    QCOMPARE(state.chain(), Chain::Checking);
    for (const auto &answer : {headOf(0), failure(base::ErrorCode::AuditBroken)}) {
        state.checked = answer;
        QCOMPARE(state.chain(), Chain::Checking);
    }
}

QTEST_APPLESS_MAIN(TestAuditState)
#include "tst_auditstate.moc"
