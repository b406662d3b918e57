// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/pagestack.h"

#include <QVBoxLayout>
#include <QtTest>

using namespace likeness;

namespace
{

/// A page that counts how often it is asked for its size.
class Asked : public QWidget
{
public:
    explicit Asked(QSize size) : m_size(size) {}
    QSize sizeHint() const override { return ++times, m_size; }
    QSize minimumSizeHint() const override { return ++times, m_size; }

    mutable int times = 0;

private:
    QSize m_size;
};

} // namespace

class TestPageStack : public QObject
{
    Q_OBJECT
private slots:
    void onlyThePageInFrontIsAsked();
};

void TestPageStack::onlyThePageInFrontIsAsked()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    layout->setContentsMargins({});
    auto *stack = new common::PageStack(&window);
    auto *front = new Asked({200, 100});
    auto *behind = new Asked({300, 400});
    stack->addWidget(front);
    stack->addWidget(behind);
    layout->addWidget(stack, 1);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(window.minimumSize(), QSize(200, 100));
    QVERIFY(front->times > 0);
    QCOMPARE(behind->times, 0);

    stack->setCurrentIndex(1);
    QTRY_COMPARE(window.minimumSize(), QSize(300, 400));
    QTRY_COMPARE(behind->size(), window.size());
}

QTEST_MAIN(TestPageStack)
#include "tst_pagestack.moc"
