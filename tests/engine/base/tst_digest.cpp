// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/digest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace likeness::base;

class TestDigest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }

private slots:
    void knownValues()
    {
        // FIPS 180-4 examples.
        QCOMPARE(sha256(QByteArray()),
                 QStringLiteral("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(sha256(QByteArray("abc")),
                 QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void formIsChecked()
    {
        QVERIFY(isSha256(sha256("x")));
        QVERIFY(!isSha256(sha256("x").toUpper()));
        QVERIFY(!isSha256(sha256("x").left(63)));
        QVERIFY(!isSha256(sha256("x") + u'0'));
        QVERIFY(!isSha256(QString(64, u'g')));
        QVERIFY(!isSha256(QString(64, QChar(0x0660)))); // an Arabic digit is none of ours
        QVERIFY(!isSha256({}));
    }

    void filesAreHashedInBlocks()
    {
        const QByteArray bytes = QByteArray("0123456789").repeated(250'000);
        QList<qint64> steps;
        Progress progress([&](qint64 done, qint64 total) {
            steps += done;
            QCOMPARE(total, qint64(2'500'000));
        });
        QCOMPARE(*sha256OfFile(write("large", bytes), progress), sha256(bytes));
        QCOMPARE(steps, (QList<qint64>{1 << 20, 2 << 20, 2'500'000}));
        Progress silent;
        QCOMPARE(*sha256OfFile(write("empty", {}), silent), sha256(QByteArray()));
    }

    void fromTheCurrentPosition()
    {
        QFile file(write("tail", "abcdef"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        file.seek(3);
        Progress progress;
        QCOMPARE(*sha256(file, progress), sha256(QByteArray("def")));
    }

    void cancelStopsIt()
    {
        Progress *running = nullptr;
        int blocks = 0;
        Progress progress([&](qint64, qint64) {
            ++blocks;
            running->cancel();
        });
        running = &progress;
        const auto hash = sha256OfFile(write("cancelled", QByteArray(5 << 20, 'x')), progress);
        QVERIFY(!hash.has_value());
        QCOMPARE(hash.error().code, ErrorCode::Cancelled);
        QCOMPARE(blocks, 1);
    }

    void refusesWhatIsNoFile()
    {
        Progress progress;
        const QString target = write("target", "x");
        const QString link = m_folder.filePath("link");
        QVERIFY(QFile::link(target, link));
        for (const QString &path :
             {m_folder.path(), m_folder.filePath("missing"), link, QStringLiteral("/dev/zero")}) {
            const auto hash = sha256OfFile(path, progress);
            QVERIFY2(!hash.has_value(), qPrintable(path));
            QCOMPARE(hash.error().code, ErrorCode::FileUnreadable);
            QCOMPARE(hash.error().subject, path);
        }
    }
};

QTEST_GUILESS_MAIN(TestDigest)
#include "tst_digest.moc"
