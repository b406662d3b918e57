// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/settingsstate.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace likeness;
using settings::SettingsState;

class TestSettings : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void firstStart();
    void whatIsSetIsKept();
    void aChangeIsSaidOnce();
    void aFileEditedByHandDoesNoHarm();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettings::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("LIKENESS_SETTINGS", QFile::encodeName(m_folder->filePath(QStringLiteral("settings.ini"))));
}

void TestSettings::firstStart()
{
    const SettingsState state;
    QCOMPARE(state.file(), m_folder->filePath(QStringLiteral("settings.ini")));
    QCOMPARE(state.appearance(), common::Appearance::System);
    QCOMPARE(state.language(), QString());
    QCOMPARE(state.smallestFacePx(), 40);
    QVERIFY(state.windowGeometry().isEmpty());
    QVERIFY(state.lastFolder(QStringLiteral("case")).isEmpty());
}

void TestSettings::whatIsSetIsKept()
{
    {
        SettingsState state;
        state.setAppearance(common::Appearance::Dark);
        state.setLanguage(QStringLiteral("pseudo"));
        state.setSmallestFacePx(64);
        state.setLastFolder(QStringLiteral("case"), QStringLiteral("/tmp/Fälle"));
    }
    const SettingsState state;
    QCOMPARE(state.appearance(), common::Appearance::Dark);
    QCOMPARE(state.language(), QStringLiteral("pseudo"));
    QCOMPARE(state.smallestFacePx(), 64);
    QCOMPARE(state.lastFolder(QStringLiteral("case")), QStringLiteral("/tmp/Fälle"));
}

void TestSettings::aChangeIsSaidOnce()
{
    SettingsState state;
    QSignalSpy appearance(&state, &SettingsState::appearanceChanged);
    QSignalSpy face(&state, &SettingsState::smallestFaceChanged);
    state.setAppearance(common::Appearance::Light);
    state.setAppearance(common::Appearance::Light);
    state.setSmallestFacePx(1); // as small as can be looked for, and no smaller
    state.setSmallestFacePx(20);
    QCOMPARE(appearance.count(), 1);
    QCOMPARE(face.count(), 1);
    QCOMPARE(state.smallestFacePx(), 20);
}

void TestSettings::aFileEditedByHandDoesNoHarm()
{
    QFile file(m_folder->filePath(QStringLiteral("settings.ini")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[General]\nappearance=purple\nsmallestFacePx=many\n");
    file.close();
    const SettingsState state;
    QCOMPARE(state.appearance(), common::Appearance::System);
    QCOMPARE(state.smallestFacePx(), 40);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
