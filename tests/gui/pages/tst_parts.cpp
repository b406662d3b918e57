// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/parts.h"

#include <QLabel>
#include <QVBoxLayout>
#include <QtTest>

using namespace likeness;
using pages::FactList;

namespace
{

QStringList shownTexts(const FactList &list)
{
    QStringList texts;
    for (const QLabel *label : list.findChildren<QLabel *>())
        if (label->isVisible())
            texts << label->text();
    return texts;
}

FactList::Facts facts(int count)
{
    FactList::Facts facts;
    for (int i = 0; i < count; ++i)
        facts.append({QStringLiteral("fact %1").arg(i), QStringLiteral("value")});
    return facts;
}

/// Counts how often it lays its window out.
class CountingLayout : public QVBoxLayout
{
public:
    using QVBoxLayout::QVBoxLayout;
    void setGeometry(const QRect &rect) override
    {
        ++times;
        QVBoxLayout::setGeometry(rect);
    }
    int times = 0;
};

/// How often a window is laid out when so many facts appear in it; -1 when they do not.
int layoutsFor(int count)
{
    QWidget window;
    auto *layout = new CountingLayout(&window);
    auto *list = new FactList(&window);
    layout->addWidget(list);
    window.show();
    QCoreApplication::processEvents();
    layout->times = 0;
    list->setFacts(facts(count));
    QCoreApplication::processEvents();
    return shownTexts(*list).size() == 2 * count ? layout->times : -1;
}

} // namespace

class TestParts : public QObject
{
    Q_OBJECT
private slots:
    void factsWithoutAValueAreLeftOut();
    void labelsAreKept();
    void hiddenListStaysHidden();
    void manyFactsAreLaidOutAsOne();
};

void TestParts::factsWithoutAValueAreLeftOut()
{
    FactList list;
    list.show();
    list.setFacts({{QStringLiteral("a"), QStringLiteral("1")},
                   {QStringLiteral("b"), {}},
                   {QStringLiteral("c"), QStringLiteral("3")}});
    QCOMPARE(shownTexts(list), QStringList({"a", "1", "c", "3"}));
    list.setFacts({});
    QCOMPARE(shownTexts(list), QStringList());
    list.setFacts({{QStringLiteral("b"), QStringLiteral("2")}});
    QCOMPARE(shownTexts(list), QStringList({"b", "2"}));
}

void TestParts::labelsAreKept()
{
    FactList list;
    list.show();
    list.setFacts(facts(3));
    const auto before = list.findChildren<QLabel *>();
    list.setFacts(facts(2));
    list.setFacts({{QStringLiteral("other"), QStringLiteral("words")}});
    QCOMPARE(list.findChildren<QLabel *>(), before);
    QCOMPARE(shownTexts(list), QStringList({"other", "words"}));
}

void TestParts::hiddenListStaysHidden()
{
    QWidget window;
    FactList list(&window);
    list.hide();
    window.show();
    list.setFacts(facts(2));
    QVERIFY(!list.isVisible());
    list.show();
    QCOMPARE(shownTexts(list).size(), 4);
}

void TestParts::manyFactsAreLaidOutAsOne()
{
    const int one = layoutsFor(1);
    QVERIFY(one > 0);
    QCOMPARE(layoutsFor(12), one);
}

QTEST_MAIN(TestParts)
#include "tst_parts.moc"
