// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/datadirectory.h"

#include <QCoreApplication>
#include <QDir>
#include <QTest>

using likeness::base::dataDirectory;

class TestDataDirectory : public QObject
{
    Q_OBJECT

private:
    QByteArray m_data;
    QByteArray m_cache;

private slots:
    void initTestCase()
    {
        m_data = qgetenv("LIKENESS_DATA");
        m_cache = qgetenv("XDG_CACHE_HOME");
    }

    void cleanup()
    {
        m_data.isEmpty() ? qunsetenv("LIKENESS_DATA") : qputenv("LIKENESS_DATA", m_data);
        m_cache.isEmpty() ? qunsetenv("XDG_CACHE_HOME") : qputenv("XDG_CACHE_HOME", m_cache);
    }

    void theEnvironmentComesFirst()
    {
        qputenv("LIKENESS_DATA", "/somewhere/else//models/..");
        QCOMPARE(dataDirectory(), QStringLiteral("/somewhere/else"));
    }

    void thenTheFolderBesideTheProgram()
    {
        qunsetenv("LIKENESS_DATA");
        const QDir beside(QCoreApplication::applicationDirPath() + "/../share/likeness");
        const bool stoodThere = beside.exists();
        QVERIFY(QDir().mkpath(beside.path()));
        const QString found = dataDirectory();
        if (!stoodThere)
            QVERIFY(QDir().rmdir(beside.path()));
        QCOMPARE(found, QDir::cleanPath(QCoreApplication::applicationDirPath() + "/../share/likeness"));
    }

    void thenTheUsersCache()
    {
        if (QDir(QCoreApplication::applicationDirPath() + "/../share/likeness").exists())
            QSKIP("a data folder stands beside this program");
        qunsetenv("LIKENESS_DATA");
        qputenv("XDG_CACHE_HOME", "/my/cache");
        QCOMPARE(dataDirectory(), QStringLiteral("/my/cache/likeness"));
    }
};

QTEST_GUILESS_MAIN(TestDataDirectory)
#include "tst_datadirectory.moc"
