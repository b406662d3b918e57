// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/interchange/zip.h"
#include "tests/engine/interchange/archives.h"

#include <QDir>
#include <QTemporaryDir>

using namespace likeness;
using namespace likeness::interchange;
using tests::RawEntry;
using tests::rawZip;

class ZipTest : public QObject
{
    Q_OBJECT

private slots:
    void roundTrip();
    void theSameFilesGiveTheSameBytes();
    void outsidersOpenIt();
    void copiesAFile();
    void refusesToWrite();
    void readsWhatOthersMake();
    void hostile_data();
    void hostile();
    void limits();
    void everyTruncation();
    void everyFlippedByte();
    void diskFull();
    void cancel();

private:
    QTemporaryDir m_folder;
};

namespace
{

const std::vector<ZipItem> someItems{
    {"a.txt", "hello\n"}, {"folder/b.bin", QByteArray(3000, 'x')}, {"empty", {}}};

bool sameContent(const std::vector<ZipItem> &a, const std::vector<ZipItem> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const ZipItem &one, const ZipItem &other) {
        return one.path == other.path && one.bytes == other.bytes;
    });
}

} // namespace

void ZipTest::roundTrip()
{
    const auto bytes = zipBytes(someItems);
    VERIFY_OK(bytes);
    QVERIFY(bytes->contains("hello\n")); // stored, not compressed
    const auto read = readZip(*bytes, "test");
    VERIFY_OK(read);
    QVERIFY(sameContent(*read, someItems));
    VERIFY_ERROR(readZip(zipBytes({}).value(), "test"), FileDamaged); // a zip of nothing says nothing
}

void ZipTest::theSameFilesGiveTheSameBytes()
{
    const QByteArray first = zipBytes(someItems).value();
    const QByteArray zone = qgetenv("TZ");
    qputenv("TZ", "Asia/Tokyo");
    tzset();
    const QByteArray second = zipBytes(someItems).value();
    zone.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", zone);
    tzset();
    QCOMPARE(second, first);
}

void ZipTest::outsidersOpenIt()
{
    const QString path = tests::writeFile(m_folder.filePath("a.zip"), zipBytes(someItems).value());
    const QString folder = m_folder.filePath("python");
    QCOMPARE(tests::unpack(path, folder).code, 0);
    QFile file(folder + "/folder/b.bin");
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(3000, 'x'));
    if (QStandardPaths::findExecutable("unzip").isEmpty())
        QSKIP("unzip is not installed");
    const auto tested = tests::runProgram("unzip", {"-t", path});
    QVERIFY2(tested.code == 0, tested.out);
    QVERIFY(tests::runProgram("unzip", {"-v", path}).out.contains("1980-01-01"));
}

void ZipTest::copiesAFile()
{
    const QByteArray bytes(2'500'000, 'e');
    tests::writeFile(m_folder.filePath("source"), bytes);
    QFile source(m_folder.filePath("source")), to(m_folder.filePath("copied.zip"));
    QVERIFY(to.open(QIODevice::WriteOnly));
    std::vector<qint64> steps;
    base::Progress progress([&](qint64 done, qint64 total) {
        QCOMPARE(total, 2'500'000);
        steps.push_back(done);
    });
    VERIFY_OK(writeZip(to, {{"copy", {}, &source}}, progress));
    QVERIFY(!source.isOpen()); // it was closed, and is again
    QCOMPARE(steps.back(), qint64(2'500'000));
    QVERIFY(steps.size() >= 3);
    to.close();
    QVERIFY(to.open(QIODevice::ReadOnly));
    const auto read = readZip(to.readAll(), "test");
    VERIFY_OK(read);
    QCOMPARE(read->front().bytes, bytes);
}

void ZipTest::refusesToWrite()
{
    for (const char *path :
         {"", "/etc/passwd", "../a", "a/../b", "a//b", "a/", "./a", "a\\b", "C:a", "a b", "\xC3\xA9"})
        VERIFY_ERROR(zipBytes({{QString::fromUtf8(path), "x"}}), InvalidArgument);
    VERIFY_ERROR(zipBytes({{QString(201, 'a'), "x"}}), InvalidArgument);
    VERIFY_ERROR(zipBytes({{"a", "x"}, {"A", "y"}}), InvalidArgument);
    VERIFY_ERROR(zipBytes({{"a", "x", nullptr, QString(64, '0')}}), EvidenceChanged);
    QFile missing(m_folder.filePath("not there"));
    VERIFY_ERROR(zipBytes({{"a", {}, &missing}}), FileUnreadable);
}

void ZipTest::readsWhatOthersMake()
{
    tests::writeFile(m_folder.filePath("one.txt"), QByteArray(5000, 'o'));
    const QString zip = m_folder.filePath("others.zip");
    const auto made = tests::runProgram("python3",
                                        {"-c",
                                         "import zipfile,sys\n"
                                         "with zipfile.ZipFile(sys.argv[1],'w') as z:\n"
                                         " z.write('one.txt','d/one.txt',zipfile.ZIP_DEFLATED)\n"
                                         " z.writestr('two.txt','two')\n",
                                         zip},
                                        m_folder.path());
    QVERIFY2(made.code == 0, made.out);
    QFile file(zip);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.size() < 1000); // it is deflated
    const auto read = readZip(bytes, "test");
    VERIFY_OK(read);
    QVERIFY(sameContent(*read, {{"d/one.txt", QByteArray(5000, 'o')}, {"two.txt", "two"}}));
    VERIFY_OK(readZip(rawZip({{"a", "x"}, {"b", "y"}}), "the maker of the hostile ones makes good ones"));
}

void ZipTest::hostile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const std::vector<RawEntry> &entries) {
        QTest::newRow(name) << rawZip(entries);
    };
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no zip") << QByteArray("this is a text and not a zip");
    QTest::newRow("a tar") << QByteArray(10240, '\0');
    QTest::newRow("only the end record's mark") << QByteArray("PK\5\6");
    row("path traversal", {{"../../etc/cron.d/x", "x"}});
    row("traversal inside", {{"a/../../x", "x"}});
    row("absolute", {{"/etc/passwd", "x"}});
    row("drive letter", {{"C:/x", "x"}});
    row("backslash", {{"..\\x", "x"}});
    row("no name", {{"", "x"}});
    row("folder", {{"folder/", ""}});
    row("control character", {{"a\nb", "x"}});
    row("not UTF-8", {{"\xFF\xFE", "x"}});
    row("long name", {{QByteArray(300, 'a'), "x"}});
    row("same name twice", {{"a", "x"}, {"a", "y"}});
    row("same name but for case", {{"a", "x"}, {"A", "y"}});
    row("symbolic link", {{"a", "/etc/passwd", 0, 0, 0120777}});
    row("device", {{"a", "x", 0, 0, 0020644}});
    row("folder by its mode", {{"a", "", 0, 0, 0040755}});
    row("encrypted", {{"a", "xxxxxxxxxxxxxxxx", 1}});
    row("strongly encrypted", {{"a", "xxxxxxxxxxxxxxxx", 1 | 1 << 6}});
    row("other compression", {{"a", "xxxxxxxxxxxxxxxx", 0, 12}});
    row("implode", {{"a", "xxxxxxxxxxxxxxxx", 0, 6}});
    row("no deflate stream", {{"a", "\xFF\xFF\xFF\xFF", 0, 8}});
    row("wrong checksum", {{"a", "x", 0, 0, 0100644, 0xFFFFFFFF, true}});
    row("longer than the file", {{"a", "x", 0, 0, 0100644, 1'000'000}});
    row("shorter than it is", {{"a", "xxxxxxxxxxxx", 0, 0, 0100644, 3}});
}

void ZipTest::hostile()
{
    QFETCH(QByteArray, bytes);
    VERIFY_ERROR(readZip(bytes, "test"), FileDamaged);
}

void ZipTest::limits()
{
    const ReadLimits limits{2, 100, 150};
    VERIFY_OK(readZip(rawZip({{"a", QByteArray(100, 'x')}, {"b", QByteArray(50, 'x')}}), "test", limits));
    VERIFY_ERROR(readZip(rawZip({{"a", "1"}, {"b", "2"}, {"c", "3"}}), "test", limits), TooLarge);
    VERIFY_ERROR(readZip(rawZip({{"a", QByteArray(101, 'x')}}), "test", limits), TooLarge);
    VERIFY_ERROR(readZip(rawZip({{"a", QByteArray(100, 'x')}, {"b", QByteArray(51, 'x')}}), "test", limits),
                 TooLarge);
    // A claim alone is refused before memory is taken; a bomb says less than it is.
    VERIFY_ERROR(readZip(rawZip({{"a", "x", 0, 0, 0100644, 0xFFFFFFF0}}), "test"), TooLarge);
    QByteArray bomb = qCompress(QByteArray(50'000'000, '\0'), 9).mid(6); // without Qt's and zlib's heads
    bomb.chop(4);
    VERIFY_ERROR(readZip(rawZip({{"a", bomb, 0, 8, 0100644, quint32(bomb.size())}}), "test"), FileDamaged);
}

void ZipTest::everyTruncation()
{
    const QByteArray bytes = zipBytes(someItems).value();
    for (qsizetype size = 0; size < bytes.size(); ++size)
        QVERIFY2(!readZip(bytes.left(size), "test"), qPrintable(QString::number(size)));
}

void ZipTest::everyFlippedByte()
{
    QByteArray bytes = zipBytes(someItems).value();
    int refused = 0;
    for (qsizetype at = 0; at < bytes.size(); ++at)
        for (const int flip : {0x01, 0x80, 0xFF}) {
            const char before = bytes[at];
            bytes[at] = char(before ^ flip);
            const auto read = readZip(bytes, "test");
            if (!read)
                ++refused;
            else // names may differ, which is what signatures are for; contents may not
                for (const ZipItem &item : *read)
                    QVERIFY2(std::any_of(someItems.begin(), someItems.end(),
                                         [&](const ZipItem &was) { return was.bytes == item.bytes; }),
                             qPrintable(QStringLiteral("byte %1").arg(at)));
            bytes[at] = before;
        }
    QVERIFY(refused > 3 * 3000); // all bytes of the contents at least
}

void ZipTest::diskFull()
{
    QFile to("/dev/full");
    if (!to.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        QSKIP("there is no /dev/full");
    base::Progress progress;
    VERIFY_ERROR(writeZip(to, someItems, progress), DiskFull);
}

void ZipTest::cancel()
{
    QFile to(m_folder.filePath("cancelled.zip"));
    QVERIFY(to.open(QIODevice::WriteOnly));
    base::Progress progress([&](qint64 done, qint64) {
        if (done > 0)
            progress.cancel();
    });
    VERIFY_ERROR(writeZip(to, someItems, progress), Cancelled);
    QVERIFY(to.size() < 3000);
}

QTEST_GUILESS_MAIN(ZipTest)
#include "tst_zip.moc"
