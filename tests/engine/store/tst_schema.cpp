// SPDX-License-Identifier: GPL-3.0-or-later
// The schema to the letter, and every way in which a database may come open.
#include "engine/store/migration.h"
#include "engine/store/networkfilesystem.h"
#include "engine/store/recordfolder.h"
#include "engine/store/verification.h"
#include "engine/store/workstationstore.h"
#include "tests/engine/store/storetest.h"

#include <QTemporaryDir>

#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

using namespace likeness;
using namespace likeness::tests;
using store::AccessWanted;
using store::CaseStore;
using store::Opening;

namespace
{
quint32 pretendedFileSystem = 0; ///< 0: the real one
}

// The program's own definition goes before the C library's.
extern "C" int statfs(const char *path, struct statfs *info) noexcept
{
    const int result = int(syscall(SYS_statfs, path, info));
    if (pretendedFileSystem != 0)
        info->f_type = pretendedFileSystem;
    return result;
}

class TestSchema : public QObject
{
    Q_OBJECT

    StandingClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_case;

    QString database() const { return m_case + "/case.sqlite"; }

    /// A case as version 6 left it: version 7 added what is to be known beside a distance.
    void makeVersion6()
    {
        QStringList statements{"ALTER TABLE search DROP COLUMN calibration"};
        for (const char *column :
             {"frequency", "frequency_low", "frequency_high", "look_alikes", "variations_kept", "variations"})
            statements += QStringLiteral("ALTER TABLE candidate DROP COLUMN %1").arg(QLatin1String(column));
        rawSql(database(), statements + QStringList{"PRAGMA user_version = 6"});
        QCOMPARE(rawSchema(), *store::expectedSchemaText(store::caseSchema(), 6));
    }
    /// A case as version 5 left it: version 6 added normalised distances.
    void makeVersion5()
    {
        makeVersion6();
        rawSql(database(), {"ALTER TABLE candidate DROP COLUMN normalised", "PRAGMA user_version = 5"});
        QCOMPARE(rawSchema(), *store::expectedSchemaText(store::caseSchema(), 5));
    }
    /// A case as version 4 left it: version 5 added frames, derivations and scans.
    void makeVersion4()
    {
        makeVersion5();
        QStringList statements{"DROP TRIGGER region_picture_stays"};
        for (const char *column :
             {"evidence_item DROP COLUMN frames", "region DROP COLUMN derivation_id",
              "region DROP COLUMN frame", "probe DROP COLUMN derivation_id", "probe DROP COLUMN frame",
              "search DROP COLUMN further_probes", "candidate DROP COLUMN frames_present"})
            statements += QStringLiteral("ALTER TABLE %1").arg(QLatin1String(column));
        for (const char *table : {"face_track", "scan", "video_index", "derivation"})
            statements += QStringLiteral("DROP TABLE %1").arg(QLatin1String(table));
        rawSql(database(), statements + QStringList{"PRAGMA user_version = 4"});
        QCOMPARE(rawSchema(), *store::expectedSchemaText(store::caseSchema(), 4));
    }
    /// A case as version 3 left it: version 4 added what a search leaves out.
    void makeVersion3()
    {
        makeVersion4();
        rawSql(database(), {"ALTER TABLE search DROP COLUMN past_retention_left_out",
                            "ALTER TABLE search DROP COLUMN excluded_references", "PRAGMA user_version = 3"});
        QCOMPARE(rawSchema(), *store::expectedSchemaText(store::caseSchema(), 3));
    }
    /// A case as version 2 of the program would have left it: version 3 added the examination.
    void makeVersion2()
    {
        makeVersion3();
        QStringList statements;
        for (const char *table :
             {"list_view", "override", "null_result", "adjudication", "verification_result",
              "verification_taken", "verification_request", "analysis", "comparison_draft"})
            statements += QStringLiteral("DROP TABLE %1").arg(QLatin1String(table));
        for (const char *column : {"document", "signed_by", "key", "signature"})
            statements += QStringLiteral("ALTER TABLE examination DROP COLUMN %1").arg(QLatin1String(column));
        rawSql(database(), statements + QStringList{"ALTER TABLE search DROP COLUMN probe_kind",
                                                    "PRAGMA user_version = 2"});
        QCOMPARE(rawSchema(), *store::expectedSchemaText(store::caseSchema(), 2));
    }
    /// Version 2 added the operations.
    void makeVersion1()
    {
        makeVersion2();
        rawSql(database(), {"DROP TABLE operation", "PRAGMA user_version = 1"});
        QCOMPARE(rawSchema(), *store::expectedSchemaText(store::caseSchema(), 1));
    }
    QString rawSchema() const
    {
        const store::Database opened(database(), store::Database::Mode::ReadWrite);
        return store::schemaText(*opened.connection()).value_or(QString());
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = m_folder->filePath("case");
        QVERIFY_OK(CaseStore::create(m_case, caseFile(m_clock), actor, m_clock));
    }
    void cleanup() { pretendedFileSystem = 0; }

    // A released schema never changes: a difference here needs a new version and a new step, not new text.
    void exactText_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<const store::Schema *>("schema");
        QTest::addColumn<int>("version");
        QTest::newRow("case 1") << "case-1" << &store::caseSchema() << 1;
        QTest::newRow("case 2") << "case-2" << &store::caseSchema() << 2;
        QTest::newRow("case 3") << "case-3" << &store::caseSchema() << 3;
        QTest::newRow("case 4") << "case-4" << &store::caseSchema() << 4;
        QTest::newRow("case 5") << "case-5" << &store::caseSchema() << 5;
        QTest::newRow("case 6") << "case-6" << &store::caseSchema() << 6;
        QTest::newRow("case 7") << "case-7" << &store::caseSchema() << 7;
        QTest::newRow("gallery 1") << "gallery-1" << &store::gallerySchema() << 1;
        QTest::newRow("gallery 2") << "gallery-2" << &store::gallerySchema() << 2;
        QTest::newRow("gallery 3") << "gallery-3" << &store::gallerySchema() << 3;
        QTest::newRow("gallery 4") << "gallery-4" << &store::gallerySchema() << 4;
        QTest::newRow("workstation 1") << "workstation-1" << &store::workstationSchema() << 1;
    }
    void exactText()
    {
        QFETCH(QString, file);
        QFETCH(const store::Schema *, schema);
        QFETCH(int, version);
        QVERIFY(version <= schema->version());
        const auto text = store::expectedSchemaText(*schema, version);
        QVERIFY_OK(text);
        const QString path =
            QStringLiteral(LIKENESS_SOURCE_DIR "/tests/engine/store/schema/%1.sql").arg(file);
        if (qEnvironmentVariableIsSet("LIKENESS_WRITE_SCHEMA"))
            QVERIFY(sourceFile(path, text->toUtf8()));
        const QStringList expected = QString::fromUtf8(bytesOf(path)).split(u'\n');
        const QStringList actual = text->split(u'\n');
        QCOMPARE(actual, expected);
    }

    void everyVersionIsWrittenDown()
    {
        QCOMPARE(store::caseSchema().version(), 7);
        QCOMPARE(store::gallerySchema().version(), 4);
        QCOMPARE(store::workstationSchema().version(), 1);
        QCOMPARE(store::caseSchema().applicationId, 0x4c4b6361u);
        QCOMPARE(store::gallerySchema().applicationId, 0x4c4b6761u);
        QCOMPARE(store::workstationSchema().applicationId, 0x4c4b7773u);
    }

    void settingsOfTheFile()
    {
        QCOMPARE(rawSql(database(), {"PRAGMA application_id"}).toUInt(), 0x4c4b6361u);
        QCOMPARE(rawSql(database(), {"PRAGMA user_version"}).toInt(), 7);
        QCOMPARE(rawSql(database(), {"PRAGMA journal_mode"}).toString(), QStringLiteral("wal"));
        const store::Database opened(database(), store::Database::Mode::ReadWrite);
        const auto connection = opened.connection();
        QVERIFY_OK(connection);
        QCOMPARE(store::firstValue(*connection, "PRAGMA foreign_keys")->toInt(), 1);
        QCOMPARE(store::firstValue(*connection, "PRAGMA synchronous")->toInt(), 2); // FULL
        QCOMPARE(store::firstValue(*connection, "PRAGMA busy_timeout")->toInt(),
                 store::Database::busyTimeoutMs);
    }

    void outcomeCreatedAndCurrent()
    {
        const auto created = CaseStore::create(m_folder->filePath("new"), caseFile(m_clock), actor, m_clock);
        QVERIFY_OK(created);
        QCOMPARE((*created)->opening().outcome, Opening::Outcome::Created);
        const auto current = CaseStore::open(m_case, actor, m_clock);
        QVERIFY_OK(current);
        QCOMPARE((*current)->opening().outcome, Opening::Outcome::Current);
        QCOMPARE((*current)->opening().backup, QString());
        QVERIFY(!QFile::exists(m_case + "/backup"));
    }

    void outcomeUpgraded()
    {
        makeVersion1();
        const QString v1 = rawSql(database(), {"SELECT group_concat(name) FROM sqlite_schema"}).toString();
        {
            const auto upgraded = CaseStore::open(m_case, actor, m_clock);
            QVERIFY_OK(upgraded);
            const Opening &opening = (*upgraded)->opening();
            QCOMPARE(opening.outcome, Opening::Outcome::Upgraded);
            QCOMPARE(opening.backup, m_case + "/backup/case-v1-20260308T023000123Z.sqlite");
            QCOMPARE(rawSql(opening.backup, {"PRAGMA user_version"}).toInt(), 1);
            QCOMPARE(
                rawSql(opening.backup, {"SELECT group_concat(name) FROM sqlite_schema"}).toString().size(),
                v1.size());
            QCOMPARE(rawSql(opening.backup, {"SELECT count(*) FROM case_file"}).toInt(), 1);
            QCOMPARE(QDir(m_case + "/backup").entryList(QDir::Files | QDir::Hidden).size(), 1);
            const auto entries = (*upgraded)->auditEntries(1, 10);
            QCOMPARE(entries->size(), 7u);
            for (const int from : {1, 2, 3, 4, 5, 6}) {
                const auto &act = entries->at(size_t(from)).act;
                QCOMPARE(act.verb, QStringLiteral("schema-upgraded"));
                QCOMPARE(act.details.value("from").toInt(), from);
                QCOMPARE(act.details.value("to").toInt(), from + 1);
            }
            base::Progress progress;
            QVERIFY_OK((*upgraded)->verifyAudit(progress));
            QVERIFY_OK((*upgraded)->commit(look, actor, [&](store::CaseWriter &writer) {
                return writer.begin({model::OperationId::create(), "intake", "file", m_clock.now()});
            }));
        }
        QCOMPARE(rawSql(database(), {"PRAGMA user_version"}).toInt(), 7);
        const store::Database opened(database(), store::Database::Mode::ReadWrite);
        QCOMPARE(*store::schemaText(*opened.connection()),
                 *store::expectedSchemaText(store::caseSchema(), 7));
    }

    // What version 2 recorded is read as it was, and its examinations stay without a document.
    void version2KeepsItsConclusions()
    {
        const QString search = "INSERT INTO search VALUES ('s', 'p', 'g', 'Training', '', 3, 3, '{}', 20, "
                               "'2026-03-08T02:30:00.123Z', 'examiner')";
        makeVersion2();
        rawSql(database(),
               {"INSERT INTO evidence_item VALUES ('e', printf('%064d', 1), 'a.jpg', 1, 'image/jpeg', 1, 1, "
                "'{}', '', 'examiner')",
                "INSERT INTO region VALUES ('r', 'e', 0, 0, 1, 1, NULL, NULL, NULL, NULL, 'automatic', 0, 1, "
                "'', 0)",
                "INSERT INTO probe VALUES ('p', 'r', 'e', '', 0, 0, 1, 1, 0, 0, 1, 0, 'automatic', '{}', '', "
                "zeroblob(512), '{}', '')",
                search, "INSERT INTO candidate VALUES ('s', 1, 'x', 'P1', 'c', '', 0.5)",
                "INSERT INTO examination VALUES ('ex', 's', 'c', 'inconclusive', 'Blurred', "
                "'2026-03-08T02:30:00.123Z', 'examiner')"});
        const auto upgraded = CaseStore::open(m_case, actor, m_clock);
        QVERIFY_OK(upgraded);
        QCOMPARE((*upgraded)->opening().outcome, Opening::Outcome::Upgraded);
        const auto contents = (*upgraded)->contents();
        QVERIFY_OK(contents);
        QCOMPARE(contents->searches.at(0).settings.probeKind, model::ProbeKind::Photograph);
        QCOMPARE(contents->searches.at(0).settings.limit, 20);
        QCOMPARE(contents->searches.at(0).settings.excludedReferences, QStringList());
        QVERIFY(!contents->searches.at(0).settings.leaveOutPastRetention);
        QCOMPARE(contents->examinations.size(), 1u);
        QCOMPARE(contents->examinations[0].id.value(), QStringLiteral("ex"));
        QCOMPARE(contents->examinations[0].conclusion, model::Conclusion::Inconclusive);
        QCOMPARE(contents->examinations[0].note, QStringLiteral("Blurred"));
        QVERIFY(!contents->examinations[0].signature.isSigned());
        QVERIFY(contents->examinations[0].comparison.isEmpty());
        rawSql(database(), {"INSERT INTO examination (id, search_id, portrait_id, conclusion, note, time, "
                            "actor) VALUES ('e2', 's', 'c', 'match', '', '', '')"});
        QVERIFY_ERROR((*upgraded)->contents(), DatabaseCorrupt);
    }

    void anOlderCaseCanBeReadAndStaysAsItIs()
    {
        makeVersion1();
        const auto before = folderBytes(m_case);
        {
            const auto reader = CaseStore::open(m_case, actor, m_clock, AccessWanted::Read);
            QVERIFY_OK(reader);
            QCOMPARE((*reader)->opening().outcome, Opening::Outcome::Upgraded);
            QVERIFY((*reader)->opening().readOnly);
            QVERIFY_OK((*reader)->contents());
            base::Progress progress;
            QVERIFY_OK((*reader)->verifyAudit(progress));
            QVERIFY_OK(store::verifyFolder(m_case, progress));
            QVERIFY(store::verifyFolder(m_case, progress)->isSound());
        }
        QCOMPARE(folderBytes(m_case), before);
    }

    void aFailedUpgradeLeavesTheOldCase()
    {
        makeVersion1();
        rawSql(database(), {"CREATE TABLE operation (x)"}); // in the way of the step
        const auto schema = rawSql(database(), {"SELECT group_concat(sql) FROM sqlite_schema"});
        QVERIFY_ERROR(CaseStore::open(m_case, actor, m_clock), DatabaseFailed);
        QCOMPARE(rawSql(database(), {"PRAGMA user_version"}).toInt(), 1);
        QCOMPARE(rawSql(database(), {"SELECT group_concat(sql) FROM sqlite_schema"}), schema);
        QCOMPARE(rawSql(database(), {"SELECT count(*) FROM audit_entry"}).toInt(), 1);
        rawSql(database(), {"DROP TABLE operation"});
        QVERIFY_OK(CaseStore::open(m_case, actor, m_clock));
    }

    void refused_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QStringList &statements, base::ErrorCode code) {
            QTest::newRow(name) << statements << int(code);
        };
        row("newer", {"PRAGMA user_version = 8"}, base::ErrorCode::DatabaseNewer);
        row("a gallery's", {"PRAGMA application_id = 0x4c4b6761"}, base::ErrorCode::DatabaseForeign);
        row("somebody else's", {"PRAGMA application_id = 0"}, base::ErrorCode::DatabaseForeign);
        row("no version", {"PRAGMA user_version = 0"}, base::ErrorCode::DatabaseCorrupt);
        row("dropped trigger", {"DROP TRIGGER audit_entry_no_update"}, base::ErrorCode::DatabaseCorrupt);
        row("weaker trigger",
            {"DROP TRIGGER audit_entry_no_update",
             "CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry WHEN 0 BEGIN SELECT 1; END"},
            base::ErrorCode::DatabaseCorrupt);
        row("additional table", {"CREATE TABLE notes (x)"}, base::ErrorCode::DatabaseCorrupt);
        row("missing table", {"DROP TABLE finder_run"}, base::ErrorCode::DatabaseCorrupt);
    }
    void refused()
    {
        QFETCH(QStringList, statements);
        QFETCH(int, code);
        rawSql(database(), statements);
        const auto before = folderBytes(m_case);
        for (const auto wanted : {AccessWanted::Write, AccessWanted::Read}) {
            const auto opened = CaseStore::open(m_case, actor, m_clock, wanted);
            QVERIFY(!opened);
            QCOMPARE(base::errorCodeName(opened.error().code), base::errorCodeName(base::ErrorCode(code)));
        }
        auto after = folderBytes(m_case);
        after.remove(m_case + "/lock"); // names another time of day
        auto expected = before;
        expected.remove(m_case + "/lock");
        QCOMPARE(after, expected);
    }

    void outcomeForeign()
    {
        QVERIFY(QFile::remove(database()));
        rawSql(database(), {"CREATE TABLE contacts (name)"});
        QVERIFY_ERROR(CaseStore::open(m_case, actor, m_clock), DatabaseForeign);
        QVERIFY_ERROR(CaseStore::open(m_case, actor, m_clock, AccessWanted::Read), DatabaseForeign);
    }

    void outcomeCorrupt()
    {
        const QByteArray good = bytesOf(database());
        QVERIFY_OK(CaseStore::open(m_case, actor, m_clock));
        for (const QByteArray &bad : {QByteArray(), QByteArray("hello"), QByteArray(100'000, '\xff'),
                                      good.left(4096 * 3), good.left(good.size() - 4096), good.left(5000)}) {
            QVERIFY(sourceFile(database(), bad));
            QVERIFY_ERROR(CaseStore::open(m_case, actor, m_clock), DatabaseCorrupt);
            QVERIFY_ERROR(CaseStore::open(m_case, actor, m_clock, AccessWanted::Read), DatabaseCorrupt);
            QCOMPARE(bytesOf(database()), bad);
            QFile::remove(database() + "-wal");
            QFile::remove(database() + "-shm");
        }
        // Pages of rubbish in the middle.
        for (int page = 1; page < good.size() / 4096; page += 3) {
            QByteArray bad = good;
            bad.replace(page * 4096, 4096, QByteArray(4096, '\x5a'));
            QVERIFY(sourceFile(database(), bad));
            QVERIFY_ERROR(CaseStore::open(m_case, actor, m_clock), DatabaseCorrupt);
            QFile::remove(database() + "-wal");
            QFile::remove(database() + "-shm");
        }
        QVERIFY(sourceFile(database(), good));
        QVERIFY_OK(CaseStore::open(m_case, actor, m_clock));
    }

    void aDirectoryIsNoDatabase()
    {
        QVERIFY(QFile::remove(database()));
        QVERIFY(QDir().mkdir(database()));
        QVERIFY_ERROR(CaseStore::open(m_case, actor, m_clock), DatabaseFailed);
    }

    void networkFileSystemsAreRefused()
    {
        for (const quint32 magic :
             {0x6969u, 0x517bu, 0xff534d42u, 0xfe534d42u, 0x01021997u, 0x5346414fu, 0x6b414653u, 0x00c36400u,
              0x73757245u, 0x0bd00bd0u, 0x564cu, 0x01161970u, 0x7461636fu}) {
            QVERIFY(!store::networkFileSystemName(magic).isEmpty());
            pretendedFileSystem = magic;
            const auto opened = CaseStore::open(m_case, actor, m_clock);
            QVERIFY_ERROR(opened, DatabaseFailed);
            QVERIFY(opened.error().detail.contains(store::networkFileSystemName(magic)));
            const QString fresh = m_folder->filePath("fresh");
            QVERIFY_ERROR(CaseStore::create(fresh, caseFile(m_clock), actor, m_clock), DatabaseFailed);
        }
        // ext4, tmpfs, overlay, btrfs, xfs, vfat, fuse
        for (const quint32 magic :
             {0xef53u, 0x01021994u, 0x794c7630u, 0x9123683eu, 0x58465342u, 0x4d44u, 0x65735546u}) {
            QVERIFY(store::networkFileSystemName(magic).isEmpty());
            pretendedFileSystem = magic;
            QVERIFY_OK(CaseStore::open(m_case, actor, m_clock));
        }
    }
};

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
