// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/result.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <cerrno>

using namespace likeness::base;

namespace {

Outcome passOn(const Outcome &outcome, bool &reachedTheEnd)
{
    LIKENESS_TRY(outcome);
    reachedTheEnd = true;
    return {};
}

} // namespace

class TestResult : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeHasANameOfItsOwn()
    {
        static const QRegularExpression form(QStringLiteral("^[a-z]+(-[a-z]+)*$"));
        QSet<QString> names;
        constexpr int count = int(ErrorCode::WriteFailed) + 1; // the last of the list
        for (int i = 0; i < count; ++i) {
            const QString name = errorCodeName(ErrorCode(i));
            QVERIFY2(name != QStringLiteral("unknown"), qPrintable(QString::number(i)));
            QVERIFY2(form.match(name).hasMatch(), qPrintable(name));
            names.insert(name);
        }
        QCOMPARE(names.size(), count);
        // The enumeration ends there: a new code must be added above, or this test would not see it.
        QCOMPARE(errorCodeName(ErrorCode(count)), QStringLiteral("unknown"));
    }

    void namesAreStable()
    {
        // Outsiders read these in JSON.
        QCOMPARE(errorCodeName(ErrorCode::EvidenceChanged), QStringLiteral("evidence-changed"));
        QCOMPARE(errorCodeName(ErrorCode::FormatUnsupported), QStringLiteral("format-unsupported"));
        QCOMPARE(errorCodeName(ErrorCode::DiskFull), QStringLiteral("disk-full"));
    }

    void errorsArePassedOn()
    {
        bool reachedTheEnd = false;
        const Outcome failed = fail(ErrorCode::NotFound, "case", "detail");
        const Outcome passed = passOn(failed, reachedTheEnd);
        QVERIFY(!reachedTheEnd);
        QCOMPARE(passed.error(), failed.error());
        QVERIFY(passOn({}, reachedTheEnd).has_value());
        QVERIFY(reachedTheEnd);
    }

    void aFullDiskIsToldFromOtherFailures()
    {
        for (const int full : {ENOSPC, EDQUOT, EFBIG})
            QCOMPARE(writeError("x", full).code, ErrorCode::DiskFull);
        for (const int other : {EIO, EACCES, EROFS})
            QCOMPARE(writeError("x", other).code, ErrorCode::WriteFailed);
        QCOMPARE(writeError("x", EIO).subject, QStringLiteral("x"));
        QVERIFY(!writeError("x", EIO).detail.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
