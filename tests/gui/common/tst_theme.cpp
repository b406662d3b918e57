// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/emptystate.h"
#include "widgets/common/icons.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/page.h"
#include "widgets/common/pictureconversion.h"
#include "widgets/common/prompts.h"
#include "widgets/common/shortcutsheet.h"
#include "widgets/common/theme.h"
#include "widgets/common/trainingbanner.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtTest>

using namespace likeness;
using common::Colors;

class TestTheme : public QObject
{
    Q_OBJECT
private slots:
    void texts_data();
    void texts();
    void greysArePure();
    void onlyBlueAndAmberHaveAColour();
    void everyControlShowsItsFocus_data();
    void everyControlShowsItsFocus();
    void iconsFollowTheTheme();
    void messageBarFollowsTheTheme();
    void iconsAreSharpWhenScaled();
    void figuresHaveOneWidth();
    void pictureSharesItsPixels();
    void cutOutStaysInside();
    void pageSaysWhatIsMissing();
    void pageShowsItsEmptyState();
    void messageBarFoldsItsDetails();
    void sheetListsEveryKeyOnce();
    void promptsAreAnsweredByTests();
};

void TestTheme::texts_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addRow("light") << false;
    QTest::addRow("dark") << true;
}

void TestTheme::texts()
{
    QFETCH(bool, dark);
    const Colors &colors = dark ? common::darkColors() : common::lightColors();
    for (const QColor &ground : {colors.canvas, colors.panel, colors.raised}) {
        QVERIFY2(common::contrast(colors.text, ground) >= 7, qPrintable(ground.name()));
        QVERIFY2(common::contrast(colors.secondary, ground) >= 4.5, qPrintable(ground.name()));
        QVERIFY2(common::contrast(colors.caution, ground) >= 4.5, qPrintable(ground.name()));
        QVERIFY2(common::contrast(colors.focus, ground) >= 3, qPrintable(ground.name()));
    }
    QVERIFY(common::contrast(colors.onAccent, colors.accent) >= 4.5);
    QCOMPARE(common::contrast(Qt::black, Qt::white), 21.0);
    QVERIFY(std::abs(common::contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01); // W3C's example
}

void TestTheme::greysArePure()
{
    for (const Colors &colors : {common::lightColors(), common::darkColors()}) {
        for (const QColor &grey : {colors.canvas, colors.panel, colors.raised, colors.line, colors.text,
                                   colors.secondary, colors.disabled})
            QVERIFY(grey.red() == grey.green() && grey.green() == grey.blue());
    }
    QCOMPARE(common::darkColors().canvas.name(), QStringLiteral("#262626"));
    QCOMPARE(common::darkColors().panel.name(), QStringLiteral("#303030"));
    QCOMPARE(common::darkColors().raised.name(), QStringLiteral("#3a3a3a"));
    QCOMPARE(common::lightColors().canvas.name(), QStringLiteral("#f4f4f4"));
    QCOMPARE(common::lightColors().panel.name(), QStringLiteral("#e8e8e8"));
    QCOMPARE(common::lightColors().raised.name(), QStringLiteral("#dadada"));
}

void TestTheme::onlyBlueAndAmberHaveAColour()
{
    for (const Colors &colors : {common::lightColors(), common::darkColors()}) {
        for (const QColor &blue : {colors.accent, colors.focus})
            QVERIFY(blue.hslHue() > 195 && blue.hslHue() < 220);
        QVERIFY(colors.caution.hslHue() > 30 && colors.caution.hslHue() < 45);
    }
}

void TestTheme::everyControlShowsItsFocus_data()
{
    QTest::addColumn<QString>("control");
    QTest::addColumn<bool>("dark");
    for (const char *name :
         {"button", "main", "tool", "line", "text", "spin", "combo", "check", "radio", "list"}) {
        QTest::addRow("%s, light", name) << QString::fromLatin1(name) << false;
        QTest::addRow("%s, dark", name) << QString::fromLatin1(name) << true;
    }
}

void TestTheme::everyControlShowsItsFocus()
{
    QFETCH(QString, control);
    QFETCH(bool, dark);
    common::applyAppearance(dark ? common::Appearance::Dark : common::Appearance::Light);
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *other = new QPushButton(QStringLiteral("Other"), &window);
    QWidget *tested = nullptr;
    if (control == QStringLiteral("button"))
        tested = new QPushButton(QStringLiteral("Button"));
    else if (control == QStringLiteral("main")) {
        tested = new QPushButton(QStringLiteral("Button"));
        common::makeMainAction(tested);
    } else if (control == QStringLiteral("tool"))
        tested = new QToolButton;
    else if (control == QStringLiteral("line"))
        tested = new QLineEdit;
    else if (control == QStringLiteral("text"))
        tested = new QPlainTextEdit;
    else if (control == QStringLiteral("spin"))
        tested = new QSpinBox;
    else if (control == QStringLiteral("combo"))
        tested = new QComboBox;
    else if (control == QStringLiteral("check"))
        tested = new QCheckBox(QStringLiteral("Check"));
    else if (control == QStringLiteral("radio"))
        tested = new QRadioButton(QStringLiteral("Radio"));
    else if (control == QStringLiteral("list"))
        tested = new QListView;
    layout->addWidget(tested);
    layout->addWidget(other);
    tested->setFocusPolicy(Qt::StrongFocus);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    other->setFocus();
    const QImage without = tested->grab().toImage();
    tested->setFocus();
    const QImage with = tested->grab().toImage();
    // A ring all around differs in more pixels than its four sides have.
    int changed = 0;
    for (int y = 0; y < with.height(); ++y) {
        for (int x = 0; x < with.width(); ++x)
            changed += with.pixel(x, y) != without.pixel(x, y) &&
                       common::contrast(QColor(with.pixel(x, y)), QColor(without.pixel(x, y))) >= 1.5;
    }
    QVERIFY2(changed >= 2 * (with.width() + with.height()) * 0.8, qPrintable(QString::number(changed)));
}

void TestTheme::iconsFollowTheTheme()
{
    const QIcon icon = common::icon(QStringLiteral("search"));
    QVERIFY(!icon.isNull());
    const auto darkest = [&] {
        const QImage image = icon.pixmap(QSize(24, 24), 1.0).toImage();
        int most = 0, value = 0;
        for (int y = 0; y < 24; ++y) {
            for (int x = 0; x < 24; ++x) {
                const QColor color = image.pixelColor(x, y);
                if (color.alpha() > most) {
                    most = color.alpha();
                    value = color.lightness();
                }
            }
        }
        return value;
    };
    common::applyAppearance(common::Appearance::Light);
    QVERIFY(darkest() < 60);
    common::applyAppearance(common::Appearance::Dark);
    QVERIFY(darkest() > 200);
    QTest::ignoreMessage(QtWarningMsg, "no icon called \"no-such-icon\"");
    QVERIFY(common::icon(QStringLiteral("no-such-icon")).isNull());
}

void TestTheme::messageBarFollowsTheTheme()
{
    common::applyAppearance(common::Appearance::Dark);
    common::MessageBar bar;
    bar.say(common::MessageBar::Kind::Caution, QStringLiteral("Look"));
    const auto picture = [&bar] {
        for (const auto *label : bar.findChildren<QLabel *>())
            if (!label->pixmap().isNull())
                return label->pixmap().toImage();
        return QImage();
    };
    const QImage dark = picture();
    QVERIFY(!dark.isNull());
    common::applyAppearance(common::Appearance::Light);
    QCoreApplication::processEvents();
    QVERIFY(picture() != dark);
    QCOMPARE(picture(), common::icon(QStringLiteral("triangle-alert"))
                            .pixmap(QSize(16, 16), bar.devicePixelRatioF())
                            .toImage());
}

void TestTheme::iconsAreSharpWhenScaled()
{
    const QPixmap scaled = common::icon(QStringLiteral("search")).pixmap(QSize(16, 16), 3.0);
    QCOMPARE(scaled.size(), QSize(48, 48));
    QCOMPARE(scaled.devicePixelRatio(), 3.0);
}

void TestTheme::figuresHaveOneWidth()
{
    const QFontMetricsF metrics(common::figureFont());
    for (QChar digit = u'1'; digit <= u'9'; digit = QChar(digit.unicode() + 1))
        QVERIFY(std::abs(metrics.horizontalAdvance(digit) - metrics.horizontalAdvance(u'0')) < 0.02);
}

void TestTheme::pictureSharesItsPixels()
{
    QImage image;
    const uchar *pixels = nullptr;
    {
        base::Picture picture(5, 3, base::Picture::Format::Rgb); // 15 bytes a line: no padding
        picture.line(2)[4 * 3] = 200;
        pixels = std::as_const(picture).line(0);
        image = common::toImage(picture);
    }
    QCOMPARE(image.constBits(), pixels);
    QCOMPARE(image.pixel(4, 2), qRgb(200, 0, 0));
    QVERIFY(common::toImage({}).isNull());
    const base::Picture grey(4, 4, base::Picture::Format::Grey, QByteArray(16, char(99)));
    QCOMPARE(common::toImage(grey).pixel(1, 1), qRgb(99, 99, 99));
}

void TestTheme::cutOutStaysInside()
{
    const base::Picture picture(200, 100, base::Picture::Format::Grey);
    QCOMPARE(common::cutOut(picture, {0.4, 0.4, 0.1, 0.2}, 0, {500, 500}).size(), QSize(20, 20));
    QCOMPARE(common::cutOut(picture, {0.4, 0.4, 0.1, 0.2}, 0.5, {500, 500}).size(), QSize(40, 40));
    QCOMPARE(common::cutOut(picture, {0, 0, 1, 1}, 1, {50, 50}).size(), QSize(50, 25));
    QVERIFY(common::cutOut(picture, {0.9, 0.9, 0.3, 0.3}, 0, {50, 50}).isNull());
}

void TestTheme::pageSaysWhatIsMissing()
{
    common::Page page;
    page.setTitle(QStringLiteral("Choose a face to search for"));
    page.setMainAction(QStringLiteral("Search"), QKeySequence(Qt::CTRL | Qt::Key_Return));
    QSignalSpy triggered(&page, &common::Page::mainActionTriggered);
    page.setMissing(QStringLiteral("Choose a gallery first."));
    QVERIFY(!page.mainButton()->isEnabled());
    page.mainButton()->click();
    QCOMPARE(triggered.count(), 0);
    page.setMissing({});
    page.mainButton()->click();
    QCOMPARE(triggered.count(), 1);
    QVERIFY(page.mainButton()->toolTip().contains(QStringLiteral("Ctrl+Return")));
    QCOMPARE(page.windowTitle(), QStringLiteral("Choose a face to search for"));
}

void TestTheme::pageShowsItsEmptyState()
{
    common::Page page;
    auto *label = new QLabel(QStringLiteral("content"));
    page.content()->addWidget(label);
    page.show();
    QVERIFY(label->isVisible());
    page.showEmptyState(QStringLiteral("Open a case first."), QStringLiteral("Open a case"));
    QVERIFY(!label->isVisible());
    auto *empty = page.findChild<common::EmptyState *>();
    QCOMPARE(empty->sentence(), QStringLiteral("Open a case first."));
    QSignalSpy triggered(&page, &common::Page::emptyStateActionTriggered);
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    QCOMPARE(triggered.count(), 1);
    page.showContent();
    QVERIFY(label->isVisible());
}

void TestTheme::messageBarFoldsItsDetails()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *bar = new common::MessageBar(&window);
    layout->addWidget(bar);
    window.show();
    QVERIFY(!bar->isVisible());
    bar->say(common::MessageBar::Kind::Caution, QStringLiteral("The disk is full."),
             QStringLiteral("ENOSPC"));
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->accessibleName(), QStringLiteral("The disk is full."));
    const auto shownTexts = [&] {
        QStringList texts;
        for (const QLabel *label : bar->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->text().isEmpty())
                texts << label->text();
        }
        return texts;
    };
    QVERIFY(!shownTexts().contains(QStringLiteral("ENOSPC")));
    for (QToolButton *button : bar->findChildren<QToolButton *>()) {
        if (button->isCheckable())
            button->click();
    }
    QVERIFY(shownTexts().contains(QStringLiteral("ENOSPC")));
    QTest::keyClick(bar, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QVERIFY(bar->sentence().isEmpty());
}

void TestTheme::sheetListsEveryKeyOnce()
{
    QWidget window;
    auto *find = new QAction(QStringLiteral("&Find"), &window);
    find->setShortcut(QKeySequence::Find);
    auto *same = new QAction(QStringLiteral("Find"), &window);
    same->setShortcut(QKeySequence::Find);
    new QAction(QStringLiteral("No key"), &window);
    auto *button = new QPushButton(QStringLiteral("Search"), &window);
    button->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    const auto section = common::ShortcutSheet::sectionOf(QStringLiteral("Everywhere"), &window);
    QCOMPARE(section.entries.size(), 2);
    QCOMPARE(section.entries.at(0).what, QStringLiteral("Find"));
    QCOMPARE(section.entries.at(1).keys, QStringLiteral("Ctrl+Return"));
    common::ShortcutSheet sheet({section});
    sheet.show();
    QStringList texts;
    for (const QLabel *label : sheet.findChildren<QLabel *>())
        texts << label->text();
    QVERIFY(texts.contains(QStringLiteral("Ctrl+Return")));
    common::showKeyInToolTip(find);
    QCOMPARE(find->toolTip(), QStringLiteral("Find (Ctrl+F)"));
}

void TestTheme::promptsAreAnsweredByTests()
{
    struct Answers : common::Prompts {
        QStringList openFiles(QWidget *, const QString &, const QString &) override
        {
            return {QStringLiteral("a")};
        }
        QString openFile(QWidget *, const QString &, const QString &) override { return QStringLiteral("b"); }
        QString openFolder(QWidget *, const QString &) override { return QStringLiteral("c"); }
        QString saveFile(QWidget *, const QString &, const QString &, const QString &) override { return {}; }
        std::optional<QString> reason(QWidget *, const QString &, const QString &, int) override
        {
            return {};
        }
        bool confirm(QWidget *, const QString &, const QString &, const QString &) override { return true; }
        void showText(QWidget *, const QString &, const QString &) override {}
    };
    common::Prompts *before = &common::prompts();
    common::setPrompts(std::make_shared<Answers>());
    QCOMPARE(common::prompts().openFolder(nullptr, {}), QStringLiteral("c"));
    common::setPrompts(nullptr);
    QVERIFY(&common::prompts() != nullptr);
    Q_UNUSED(before)
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
