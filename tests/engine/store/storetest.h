// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/digest.h"
#include "engine/model/casefile.h"
#include "engine/model/gallery.h"
#include "engine/store/casestore.h"
#include "engine/store/gallerystore.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QtTest>

/// Values and helpers for the tests of the store. Everything is made up; no picture is a face.
namespace likeness::tests
{

/// A clock that stands until it is moved, so that a test knows every time in a record.
class StandingClock : public base::Clock
{
public:
    QDateTime now() const override { return m_now; }
    void advance(qint64 milliseconds) { m_now = m_now.addMSecs(milliseconds); }

private:
    QDateTime m_now{QDate(2026, 3, 8), QTime(2, 30, 0, 123), Qt::UTC}; // an hour some time zones skip
};

inline const model::Actor actor{QStringLiteral("examiner"), QStringLiteral("desk-7"), true, {}, {}, {}, {}};
inline const model::Act look{QStringLiteral("evidence-viewed"), QStringLiteral("item"), {{"n", 1}}};

inline model::Case caseFile(const base::Clock &clock)
{
    return {model::CaseId::create(),
            {QStringLiteral("TR-2026-0001"), QStringLiteral("Found umbrella"),
             QStringLiteral("Return to owner"), QStringLiteral("Lost property office")},
            clock.now(),
            actor.name,
            true};
}

inline model::EvidenceItem evidenceItem(const base::Clock &clock, const QByteArray &bytes)
{
    return {model::EvidenceId::create(),
            base::sha256(bytes),
            QStringLiteral("umbrella ☂ stand.jpg"),
            bytes.size(),
            QStringLiteral("image/jpeg"),
            1920,
            1280,
            {{"Exif.Image.Make", "none"}},
            clock.now(),
            actor.name};
}

inline model::EngineVersion engineVersion()
{
    return {QStringLiteral("dlib-resnet-v1"), QString(64, u'1'), QString(64, u'2'), QString(64, u'3'),
            QStringLiteral("direct"),         QString()};
}

inline model::Template templateOf(float seed)
{
    model::Template values{};
    for (size_t i = 0; i < values.size(); ++i)
        values[i] = seed + float(i) / 128.0f;
    return values;
}

/// Writes a file and returns it open for reading.
inline std::unique_ptr<QFile> sourceFile(const QString &path, const QByteArray &bytes)
{
    QFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        return nullptr;
    out.close();
    auto file = std::make_unique<QFile>(path);
    return file->open(QIODevice::ReadOnly) ? std::move(file) : nullptr;
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<unreadable>");
}

/// Stores bytes and records them as an item, as intake does.
inline base::Result<model::EvidenceItem> addEvidence(store::CaseStore &store, const base::Clock &clock,
                                                     const QString &scratch, const QByteArray &bytes)
{
    const auto source = sourceFile(scratch + QStringLiteral("/source.bin"), bytes);
    base::Progress progress;
    const auto stored = store.storeEvidence(*source, progress);
    LIKENESS_TRY(stored);
    const auto item = evidenceItem(clock, bytes);
    LIKENESS_TRY(store.commit({QStringLiteral("evidence-added"), item.id.value(), {{"sha256", item.sha256}}},
                              actor, [&](store::CaseWriter &writer) { return writer.insert(item); }));
    return item;
}

/// Every file of a folder with its bytes, for "nothing changed".
inline QMap<QString, QByteArray> folderBytes(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator walk(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                      QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = walk.next();
        files.insert(path, walk.fileInfo().isDir() ? QByteArray("<folder>") : bytesOf(path));
    }
    return files;
}

/// Runs SQL on a database file from outside, as somebody with sqlite3 at hand would.
inline QVariant rawSql(const QString &path, const QStringList &statements)
{
    QVariant last;
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("raw"));
        database.setDatabaseName(path);
        if (!database.open())
            qFatal("cannot open %s", qPrintable(path));
        QSqlQuery(database).exec(QStringLiteral("PRAGMA synchronous = OFF")); // no crash is tested here
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            if (!query.exec(statement))
                qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
            last = query.next() ? query.value(0) : QVariant();
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("raw"));
    return last;
}

/// The same with the triggers of a table out of the way, and back afterwards.
inline void tamper(const QString &path, const QString &table, const QStringList &statements)
{
    QStringList triggers;
    QStringList names;
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("triggers"));
        database.setDatabaseName(path);
        if (!database.open())
            qFatal("cannot open %s", qPrintable(path));
        QSqlQuery query(database);
        query.exec(
            QStringLiteral("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '%1'")
                .arg(table));
        while (query.next()) {
            names += QStringLiteral("DROP TRIGGER ") + query.value(0).toString();
            triggers += query.value(1).toString();
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("triggers"));
    rawSql(path, names + statements + triggers);
}

} // namespace likeness::tests

/// Fails the test with the error's words.
#define QVERIFY_OK(expression)                                                                               \
    do {                                                                                                     \
        const auto &outcome__ = (expression);                                                                \
        if (!outcome__)                                                                                      \
            QFAIL(qPrintable(QStringLiteral(#expression ": %1 %2 %3")                                        \
                                 .arg(likeness::base::errorCodeName(outcome__.error().code),                 \
                                      outcome__.error().subject, outcome__.error().detail)));                \
    } while (false)

#define QVERIFY_ERROR(expression, expectedCode)                                                              \
    do {                                                                                                     \
        const auto &outcome__ = (expression);                                                                \
        QVERIFY2(!outcome__.has_value(), #expression " succeeded");                                          \
        QCOMPARE(likeness::base::errorCodeName(outcome__.error().code),                                      \
                 likeness::base::errorCodeName(likeness::base::ErrorCode::expectedCode));                    \
    } while (false)
