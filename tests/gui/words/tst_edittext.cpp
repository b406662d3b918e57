// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/words/edittext.h"

#include <QtTest>

using namespace likeness;
using model::Edit;
using Kind = Edit::Kind;

class TestEditText : public QObject
{
    Q_OBJECT
private slots:
    void eachEditInWords_data();
    void eachEditInWords();
    void aCropWithoutASizeIsToldInShares();
    void severalEditsAreOneLine();
};

void TestEditText::eachEditInWords_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, Kind kind, const QJsonObject &parameters, const char *words) {
        QTest::newRow(name) << Edit{kind, parameters} << QString::fromUtf8(words);
    };
    row("crop", Kind::Crop, {{"box", QJsonArray{0.25, 0.5, 0.5, 0.25}}}, "Crop to 100 × 25 px at 50, 50");
    row("right", Kind::Rotate, {{"degrees", 12.5}}, "Rotate by 12.5° to the right");
    row("left", Kind::Rotate, {{"degrees", -90}}, "Rotate by 90° to the left");
    row("sideways", Kind::Mirror, {{"axis", "vertical"}}, "Mirror: left and right change places");
    row("upside down", Kind::Mirror, {{"axis", "horizontal"}}, "Mirror: top and bottom change places");
    row("levels", Kind::Levels, {{"black", 12}, {"white", 230}},
        "Levels: 12 becomes black, 230 becomes white");
    row("gamma", Kind::Gamma, {{"gamma", 1.25}}, "Gamma 1.25");
    row("doubled", Kind::Deinterlace, {{"field", "top"}, {"method", "doubling"}},
        "Deinterlace: top field, each line twice");
    row("linear", Kind::Deinterlace, {{"field", "bottom"}, {"method", "linear"}},
        "Deinterlace: bottom field, lines between are means");
    row("aspect", Kind::Aspect, {{"x", 16}, {"y", 15}}, "Aspect: pixels of 16:15 made square");
    row("denoise", Kind::Denoise, {{"radius", 2}, {"strength", 80}}, "Denoise: radius 2 px, strength 80 %");
    row("sharpen", Kind::Sharpen, {{"radius", 3}, {"amount", 150}}, "Sharpen: radius 3 px, amount 150 %");
    row("average", Kind::FrameAverage, {{"before", 2}, {"after", 3}},
        "Average of this frame, 2 before and 3 after it");
}

void TestEditText::eachEditInWords()
{
    QFETCH(Edit, edit);
    QFETCH(QString, words);
    QCOMPARE(words::phrase(edit, {200, 100}), words);
    QVERIFY(!words::editTitle(edit.kind).isEmpty());
}

void TestEditText::aCropWithoutASizeIsToldInShares()
{
    QCOMPARE(words::phrase(Edit{Kind::Crop, {{"box", QJsonArray{0.1, 0.2, 0.5, 0.4}}}}),
             QString::fromUtf8("Crop to 50.0 × 40.0 % of the picture at 10.0, 20.0 %"));
}

void TestEditText::severalEditsAreOneLine()
{
    const Edit gamma{Kind::Gamma, {{"gamma", 2}}}, rotate{Kind::Rotate, {{"degrees", 90}}};
    QCOMPARE(words::phrase({rotate, gamma, gamma, rotate}),
             QStringLiteral("Rotate, Gamma (2 times), Rotate"));
    QCOMPARE(words::phrase(std::vector<Edit>()), QString());
}

QTEST_GUILESS_MAIN(TestEditText)
#include "tst_edittext.moc"
