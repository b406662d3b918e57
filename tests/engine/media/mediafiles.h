// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <QFile>
#include <QtTest>

#include <memory>

#include <dirent.h>
#include <sys/mman.h>

namespace likeness::tests
{

/// Bytes as an open file that has no path.
inline std::unique_ptr<QFile> fileOf(const QByteArray &bytes)
{
    auto file = std::make_unique<QFile>();
    file->open(memfd_create("media", MFD_CLOEXEC), QIODevice::ReadWrite, QFileDevice::AutoCloseHandle);
    file->write(bytes);
    file->flush();
    return file;
}

/// Field `number` of /proc/PID/stat, counted after the name: 0 is the state, 1 the parent.
inline QByteArray processField(qint64 process, int number)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(process));
    if (!stat.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = stat.readAll();
    return line.mid(line.lastIndexOf(')') + 2).split(' ').value(number);
}

inline QList<qint64> childrenOf(qint64 process)
{
    QList<qint64> children;
    DIR *folder = opendir("/proc");
    while (const dirent *entry = readdir(folder)) {
        const qint64 child = QByteArrayView(entry->d_name).toLongLong();
        if (child > 0 && processField(child, 1).toLongLong() == process && processField(child, 0) != "Z")
            children += child;
    }
    closedir(folder);
    return children;
}

} // namespace likeness::tests

#define VERIFY_OK(result)                                                                                    \
    do {                                                                                                     \
        const auto &result_ = (result);                                                                      \
        QVERIFY2(result_, result_ ? ""                                                                       \
                                  : qPrintable(likeness::base::errorCodeName(result_.error().code) + ": " +  \
                                               result_.error().subject + ": " + result_.error().detail));    \
    } while (false)

/// An error of this code and detail.
#define VERIFY_ERROR(result, wantedCode, wantedDetail)                                                       \
    do {                                                                                                     \
        const auto &result_ = (result);                                                                      \
        QVERIFY(!result_);                                                                                   \
        QCOMPARE(likeness::base::errorCodeName(result_.error().code),                                        \
                 likeness::base::errorCodeName(likeness::base::ErrorCode::wantedCode));                      \
        QCOMPARE(result_.error().detail, QString(wantedDetail));                                             \
    } while (false)
