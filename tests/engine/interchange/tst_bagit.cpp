// SPDX-License-Identifier: GPL-3.0-or-later
// The bag is unpacked by Python and checked by the system's own tools.
#include "engine/interchange/bagit.h"
#include "tests/engine/interchange/archives.h"

#include <QDir>
#include <QTemporaryDir>

using namespace likeness;
using namespace likeness::interchange;

class BagItTest : public QObject
{
    Q_OBJECT

private slots:
    void outsidersCheckIt();
    void aChangedByteIsFound();
    void tagFiles();
    void aFileThatChangesMeanwhile();
    void cancelAndErrors();

private:
    QString writeAndUnpack(const Bag &bag, const Signer &sign);
    QByteArray read(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
    }
    QTemporaryDir m_folder;
};

namespace
{

base::Result<QByteArray> sign(const QByteArray &bytes)
{
    return "signed " + QByteArray::number(bytes.size()) + '\n';
}

} // namespace

QString BagItTest::writeAndUnpack(const Bag &bag, const Signer &signer)
{
    const QString name = m_folder.filePath(QString::number(QDir(m_folder.path()).count()));
    QFile to(name + ".zip");
    base::Progress progress;
    if (!to.open(QIODevice::WriteOnly) || !writeBag(to, bag, signer, progress))
        return {};
    to.close();
    return tests::unpack(to.fileName(), name).code == 0 ? name + '/' + bag.name : QString();
}

void BagItTest::outsidersCheckIt()
{
    tests::writeFile(m_folder.filePath("large"), QByteArray(3'000'000, 'l'));
    QFile large(m_folder.filePath("large"));
    const Bag bag{"case-17",
                  {{"Source-Organization", "Agency"}, {"External-Description", "Two\nlines"}},
                  {{"report.pdf", "pdf"}, {"evidence/large.bmp", {}, &large}, {"empty", {}}},
                  {{"README.txt", "what it is"}}};
    const QString folder = writeAndUnpack(bag, sign);
    QVERIFY(!folder.isEmpty());
    for (const auto &[program, manifest] :
         {std::pair{"sha256sum", "manifest-sha256.txt"}, std::pair{"sha512sum", "manifest-sha512.txt"},
          std::pair{"sha256sum", "tagmanifest-sha256.txt"},
          std::pair{"sha512sum", "tagmanifest-sha512.txt"}}) {
        const auto checked = tests::runProgram(program, {"--strict", "-c", manifest}, folder);
        QVERIFY2(checked.code == 0, checked.out);
    }
    const auto checked = tests::runProgram("sha256sum", {"-c", "manifest-sha256.txt"}, folder);
    QCOMPARE(checked.out.count(": OK"), 3);
    QCOMPARE(read(folder + "/data/report.pdf"), "pdf");
    QCOMPARE(read(folder + "/data/evidence/large.bmp").size(), 3'000'000);
    QCOMPARE(read(folder + "/bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    QCOMPARE(read(folder + "/bag-info.txt"), "Source-Organization: Agency\nExternal-Description: Two lines\n"
                                             "Payload-Oxum: 3000003.3\n");
}

void BagItTest::aChangedByteIsFound()
{
    const QString folder = writeAndUnpack({"bag", {}, {{"a", "bytes"}}, {}}, {});
    tests::writeFile(folder + "/data/a", "Bytes");
    for (const auto &[program, manifest] :
         {std::pair{"sha256sum", "manifest-sha256.txt"}, std::pair{"sha512sum", "manifest-sha512.txt"}})
        QVERIFY(tests::runProgram(program, {"-c", manifest}, folder).code != 0);
}

void BagItTest::tagFiles()
{
    const QString with = writeAndUnpack({"bag", {}, {{"a", "bytes"}}, {{"keys/a.pub", "key"}}}, sign);
    QCOMPARE(read(with + "/manifest-sha256.txt.minisig"),
             "signed " + QByteArray::number(read(with + "/manifest-sha256.txt").size()) + '\n');
    const QByteArray tags = read(with + "/tagmanifest-sha256.txt");
    for (const char *name : {"  bagit.txt\n", "  bag-info.txt\n", "  manifest-sha256.txt\n",
                             "  manifest-sha512.txt\n", "  manifest-sha256.txt.minisig\n", "  keys/a.pub\n"})
        QVERIFY2(tags.contains(name), name);
    QCOMPARE(tags.count('\n'), 6);
    const QString without = writeAndUnpack({"bag", {}, {{"a", "bytes"}}, {}}, {});
    QVERIFY(!QFile::exists(without + "/manifest-sha256.txt.minisig"));
}

void BagItTest::aFileThatChangesMeanwhile()
{
    tests::writeFile(m_folder.filePath("moving"), QByteArray(100, 'm'));
    QFile moving(m_folder.filePath("moving")), to(m_folder.filePath("moving.zip"));
    QVERIFY(to.open(QIODevice::WriteOnly));
    base::Progress progress([&](qint64 done, qint64) {
        if (done == 100) // hashed; not yet copied
            tests::writeFile(m_folder.filePath("moving"), QByteArray(100, 'M'));
    });
    VERIFY_ERROR(writeBag(to, {"bag", {}, {{"moving", {}, &moving}}, {}}, {}, progress), EvidenceChanged);
    base::Progress quiet;
    VERIFY_ERROR(writeBag(to, {"bag", {}, {{"moving", {}, &moving, QString(64, 'a')}}, {}}, {}, quiet),
                 EvidenceChanged); // not what the record says
}

void BagItTest::cancelAndErrors()
{
    tests::writeFile(m_folder.filePath("file"), QByteArray(2'500'000, 'f'));
    QFile file(m_folder.filePath("file")), to(m_folder.filePath("cancelled.zip"));
    QVERIFY(to.open(QIODevice::WriteOnly));
    const Bag bag{"bag", {}, {{"file", {}, &file}}, {}};
    for (const qint64 when : {1, 2'600'000}) { // while hashing; while copying
        base::Progress progress([&](qint64 done, qint64 total) {
            QCOMPARE(total, 5'000'000);
            if (done >= when)
                progress.cancel();
        });
        VERIFY_ERROR(writeBag(to, bag, {}, progress), Cancelled);
    }
    base::Progress progress;
    VERIFY_ERROR(writeBag(to, {"..", {}, {}, {}}, {}, progress), InvalidArgument);
    VERIFY_ERROR(writeBag(to, {"bag", {}, {{"../a", "x"}}, {}}, {}, progress), InvalidArgument);
    VERIFY_ERROR(writeBag(
                     to, bag,
                     [](const QByteArray &) -> base::Result<QByteArray> {
                         return base::fail(base::ErrorCode::NotSignedIn, "test");
                     },
                     progress),
                 NotSignedIn);
    QFile full("/dev/full");
    QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    VERIFY_ERROR(writeBag(full, bag, {}, progress), DiskFull);
}

QTEST_GUILESS_MAIN(BagItTest)
#include "tst_bagit.moc"
