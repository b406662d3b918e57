// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QtEndian>

#include <vector>

namespace likeness::tests
{

/// One entry of a zip that is made byte by byte, so that it can lie.
struct RawEntry {
    QByteArray name;
    QByteArray bytes;
    quint16 flags = 0;
    quint16 method = 0;
    quint32 mode = 0100644;
    quint32 claimedSize = 0xFFFFFFFF; ///< instead of the true one
    bool wrongCrc = false;
};

inline quint32 crcOf(const QByteArray &bytes)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

inline QByteArray rawZip(const std::vector<RawEntry> &entries)
{
    QByteArray zip, directory;
    const auto number = [](QByteArray &to, auto value) {
        char bytes[sizeof value];
        qToLittleEndian(value, bytes);
        to.append(bytes, sizeof value);
    };
    for (const RawEntry &entry : entries) {
        const quint32 size =
            entry.claimedSize != 0xFFFFFFFF ? entry.claimedSize : quint32(entry.bytes.size());
        const quint32 crc = crcOf(entry.bytes) ^ (entry.wrongCrc ? 1 : 0);
        const quint32 offset = quint32(zip.size());
        QByteArray common;
        number(common, quint16(20));
        number(common, entry.flags);
        number(common, entry.method);
        number(common, quint32(0x00210000)); // 1980-01-01
        number(common, crc);
        number(common, size);
        number(common, size);
        number(common, quint16(entry.name.size()));
        number(common, quint16(0)); // extra
        zip += "PK\3\4" + common + entry.name + entry.bytes;
        directory += "PK\1\2";
        number(directory, quint16(3 << 8 | 20)); // made on Unix
        directory += common;
        number(directory, quint16(0)); // comment
        number(directory, quint16(0)); // disk
        number(directory, quint16(0));
        number(directory, quint32(entry.mode << 16));
        number(directory, offset);
        directory += entry.name;
    }
    const quint32 at = quint32(zip.size());
    zip += directory + QByteArray("PK\5\6\0\0\0\0", 8);
    number(zip, quint16(entries.size()));
    number(zip, quint16(entries.size()));
    number(zip, quint32(directory.size()));
    number(zip, at);
    number(zip, quint16(0));
    return zip;
}

inline QString writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

struct Ran {
    int code = -1;
    QByteArray out;
};
inline Ran runProgram(const QString &program, const QStringList &arguments, const QString &folder = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        qFatal("%s did not end", qPrintable(program));
    return {process.exitCode(), process.readAll()};
}

/// Unpacks with Python's own zipfile, an outsider to libarchive.
inline Ran unpack(const QString &zip, const QString &folder)
{
    return runProgram(QStringLiteral("python3"),
                      {QStringLiteral("-m"), QStringLiteral("zipfile"), QStringLiteral("-e"), zip, folder});
}

} // namespace likeness::tests

#define VERIFY_ERROR(result, expected)                                                                       \
    do {                                                                                                     \
        const auto &result_ = (result);                                                                      \
        QVERIFY2(!result_, "an error was expected");                                                         \
        QCOMPARE(likeness::base::errorCodeName(result_.error().code),                                        \
                 likeness::base::errorCodeName(likeness::base::ErrorCode::expected));                        \
    } while (false)
#define VERIFY_OK(result)                                                                                    \
    do {                                                                                                     \
        const auto &result_ = (result);                                                                      \
        QVERIFY2(result_, result_ ? ""                                                                       \
                                  : qPrintable(likeness::base::errorCodeName(result_.error().code) + ": " +  \
                                               result_.error().subject + ": " + result_.error().detail));    \
    } while (false)
