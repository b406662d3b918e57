// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/workstationstore.h"

#include "engine/audit/verbs.h"
#include "engine/store/filewriting.h"
#include "engine/store/recordfolder.h"
#include "engine/store/values.h"
#include "engine/store/workstationrecord.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <cerrno>
#include <sys/stat.h>

namespace likeness::store
{

namespace
{

QString kindName(WorkstationStore::Kind kind)
{
    return kind == WorkstationStore::Kind::Case ? QStringLiteral("case") : QStringLiteral("gallery");
}

class SqlWorkstationStore : public WorkstationStore
{
public:
    SqlWorkstationStore(std::unique_ptr<RecordFolder> records, const base::Clock &clock)
        : m_records(std::move(records)), m_clock(clock)
    {
    }

    base::Outcome commit(const model::Act &act, const model::Actor &actor) override
    {
        return m_records->commit(act, actor,
                                 [](const QSqlDatabase &, QJsonObject &) -> base::Outcome { return {}; });
    }

    base::Result<std::vector<Recent>> recent(Kind kind) const override
    {
        const auto database = m_records->connection();
        LIKENESS_TRY(database);
        std::vector<Recent> all;
        LIKENESS_TRY(forEachRow(*database,
                                QStringLiteral("SELECT folder, title, opened FROM recent WHERE kind = ? "
                                               "ORDER BY opened DESC, folder"),
                                {kindName(kind)}, [&](const QSqlQuery &row) -> base::Outcome {
                                    const QString folder = row.value(0).toString();
                                    if (QFileInfo(folder).isDir())
                                        all.push_back({folder, row.value(1).toString(), timeAt(row, 2)});
                                    return {};
                                }));
        return all;
    }

    base::Outcome remember(Kind kind, const QString &folder, const QString &title,
                           const model::AuditHead &head, const model::Actor &actor,
                           const QString &id) override
    {
        const QString path = QFileInfo(folder).absoluteFilePath();
        QJsonObject details{{"title", title}, {"count", head.count}, {"hash", head.hash}};
        if (!id.isEmpty())
            details.insert("id", id);
        const model::Act act{kind == Kind::Case ? audit::verbs::caseHeadSeen : audit::verbs::galleryHeadSeen,
                             path, details};
        return m_records->commit(act, actor, [&](const QSqlDatabase &database, QJsonObject &) {
            return run(database,
                       QStringLiteral("INSERT INTO recent (kind, folder, title, opened) VALUES (?, ?, ?, ?) "
                                      "ON CONFLICT (kind, folder) DO UPDATE SET title = excluded.title, "
                                      "opened = excluded.opened"),
                       {kindName(kind), path, title, timeValue(m_clock.now())})
                .map([](const QSqlQuery &) {});
        });
    }

    base::Result<std::vector<model::AuditHead>>
    knownHeads(Kind kind, const QString &id, const QString &folder, const QString &title) const override
    {
        const auto all = remembered(kind);
        LIKENESS_TRY(all);
        return headsOf(*all, id, folder, title);
    }

    base::Result<std::vector<Remembered>> remembered(Kind kind) const override
    {
        const auto database = m_records->connection();
        LIKENESS_TRY(database);
        return rememberedIn(*database, kind);
    }

    base::Outcome signHead(const model::Actor &actor, const audit::HeadSigner &sign) override
    {
        return m_records->signHead(actor, sign);
    }

    base::Result<std::vector<model::AuditEntry>> auditEntries(qint64 fromNumber, qint64 atMost) const override
    {
        return m_records->auditEntries(fromNumber, atMost);
    }
    base::Result<model::AuditHead> auditHead() const override { return m_records->auditHead(); }
    base::Result<model::AuditHead> verifyAudit(base::Progress &progress) const override
    {
        return m_records->verifyAudit(progress);
    }

private:
    std::unique_ptr<RecordFolder> m_records;
    const base::Clock &m_clock;
};

} // namespace

base::Result<std::unique_ptr<WorkstationStore>>
WorkstationStore::open(const QString &folder, const model::Actor &actor, const base::Clock &clock)
{
    LIKENESS_TRY(makeFolder(folder));
    if (::chmod(QFile::encodeName(folder), 0700) != 0)
        return tl::unexpected(base::writeError(folder, errno));
    auto records = RecordFolder::open(workstationKind(), folder, actor, clock, AccessWanted::Write);
    if (!records && records.error().code == base::ErrorCode::NotFound) {
        records = RecordFolder::create(workstationKind(), folder, actor, clock, {},
                                       [](const QSqlDatabase &) -> base::Outcome { return {}; });
        // Another program of this workstation was quicker: then it is there.
        if (!records && records.error().code == base::ErrorCode::AlreadyExists)
            records = RecordFolder::open(workstationKind(), folder, actor, clock, AccessWanted::Write);
    }
    if (!records)
        return tl::unexpected(records.error());
    return std::make_unique<SqlWorkstationStore>(std::move(*records), clock);
}

QString WorkstationStore::defaultFolder()
{
    const QString chosen = qEnvironmentVariable("LIKENESS_WORKSTATION");
    if (!chosen.isEmpty())
        return chosen;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/likeness/workstation");
}

} // namespace likeness::store
