// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/journeys/bench.h"
#include "widgets/common/theme.h"

#include <QAbstractItemView>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using namespace likeness;
using pages::Step;

namespace {

const QList<QPair<Step, QString>> allSteps{
    {Step::Case, QStringLiteral("case")},             {Step::Evidence, QStringLiteral("evidence")},
    {Step::Search, QStringLiteral("search")},         {Step::Candidates, QStringLiteral("candidates")},
    {Step::Compare, QStringLiteral("compare")},       {Step::Report, QStringLiteral("report")},
    {Step::Galleries, QStringLiteral("galleries")},   {Step::Audit, QStringLiteral("audit")}};

} // namespace

/// Pictures of every page, empty and at work, light and dark. $LIKENESS_PAGE_PICTURES names a folder to keep
/// them in; without it they are only drawn.
class TestPagePictures : public QObject
{
    Q_OBJECT
private slots:
    void emptyPages();
    void pagesAtWork();

private:
    void take(tests::Bench &bench, const QString &name);
};

void TestPagePictures::take(tests::Bench &bench, const QString &name)
{
    const QString folder = qEnvironmentVariable("LIKENESS_PAGE_PICTURES");
    for (const auto appearance : {common::Appearance::Light, common::Appearance::Dark}) {
        bench.settings().setAppearance(appearance);
        common::applyAppearance(appearance);
        QCoreApplication::processEvents();
        const QImage picture = bench.window().grab().toImage();
        QVERIFY(!picture.isNull());
        const bool isDark = appearance == common::Appearance::Dark;
        QCOMPARE(qGray(picture.pixel(picture.width() - 4, picture.height() / 2)) < 128, isDark);
        if (!folder.isEmpty()) {
            QDir().mkpath(folder);
            QVERIFY(picture.save(QStringLiteral("%1/%2-%3.png").arg(folder, name, isDark ? "dark" : "light")));
        }
    }
}

void TestPagePictures::emptyPages()
{
    common::applyAppearance(common::Appearance::Light);
    tests::Bench bench;
    for (const auto &[step, name] : allSteps) {
        bench.go(step);
        QVERIFY(bench.settle());
        take(bench, QStringLiteral("empty-") + name);
    }
}

void TestPagePictures::pagesAtWork()
{
    tests::Bench bench;
    QVERIFY(bench.openSample());
    bench.go(Step::Case);
    take(bench, QStringLiteral("case"));

    bench.go(Step::Evidence);
    QVERIFY(bench.settle());
    auto *faces = bench.child<QAbstractItemView>(Step::Evidence, "faceList");
    QTRY_VERIFY(faces->model()->rowCount() > 0);
    faces->setCurrentIndex(faces->model()->index(0, 0));
    QVERIFY(bench.settle());
    take(bench, QStringLiteral("evidence"));

    QVERIFY(bench.main(Step::Evidence));
    QTRY_COMPARE_WITH_TIMEOUT(bench.step(), Step::Search, 60000);
    QVERIFY(bench.settle());
    auto &thumbnails = bench.workspace().thumbnails();
    const QString probe = bench.workspace().chosenProbe()->id.value();
    QTRY_VERIFY_WITH_TIMEOUT(thumbnails.isLoaded(QStringLiteral("probe/chip/") + probe), 60000);
    take(bench, QStringLiteral("search"));

    QVERIFY(bench.main(Step::Search));
    QTRY_COMPARE_WITH_TIMEOUT(bench.step(), Step::Candidates, 60000);
    QVERIFY(bench.settle());
    const auto first = bench.workspace().chosenSearch()->candidates.front().portrait.value();
    QTRY_VERIFY_WITH_TIMEOUT(thumbnails.isLoaded(QStringLiteral("portrait/") + first) && thumbnails.isIdle(), 60000);
    auto *list = bench.child<QAbstractItemView>(Step::Candidates, "candidateList");
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_X);
    auto *reason = bench.child<QLineEdit>(Step::Candidates, "reason");
    QTRY_VERIFY(reason->hasFocus());
    QTest::keyClicks(reason, QStringLiteral("The ears differ"));
    take(bench, QStringLiteral("candidates-reason"));
    QTest::keyClick(reason, Qt::Key_Return);
    QTest::keyClick(list, Qt::Key_Up);
    take(bench, QStringLiteral("candidates"));

    QVERIFY(bench.main(Step::Candidates));
    QCOMPARE(bench.step(), Step::Compare);
    QVERIFY(bench.settle());
    QTest::keyClick(bench.page(Step::Compare), Qt::Key_2, Qt::AltModifier);
    take(bench, QStringLiteral("compare"));
    QVERIFY(bench.main(Step::Compare));

    bench.prompts().save = bench.folder(QStringLiteral("report.pdf"));
    bench.go(Step::Report);
    QVERIFY(bench.main(Step::Report));
    QVERIFY(bench.settle());
    take(bench, QStringLiteral("report"));
    bench.go(Step::Galleries);
    QVERIFY(bench.settle());
    take(bench, QStringLiteral("galleries"));
    bench.go(Step::Audit);
    QVERIFY(bench.main(Step::Audit));
    QVERIFY(bench.settle());
    take(bench, QStringLiteral("audit"));
    QVERIFY2(bench.errors.isEmpty(), qPrintable(bench.errors.isEmpty() ? QString() : bench.errors[0].detail));
}

QTEST_MAIN(TestPagePictures)
#include "tst_pagepictures.moc"
