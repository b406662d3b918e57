// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/fileexport.h"

#include "engine/audit/verbs.h"
#include "engine/base/log.h"

#include <QFileInfo>

namespace likeness::casework
{

using base::ErrorCode;

namespace
{

const QString exportKind = QStringLiteral("export");

} // namespace

base::Outcome FileExport::checkTarget(const store::CaseStore &store, const QString &path,
                                      const QString &ending)
{
    const QFileInfo target(path);
    if (target.suffix().compare(ending, Qt::CaseInsensitive) != 0)
        return base::fail(ErrorCode::InvalidArgument, path,
                          QStringLiteral("the name must end in .%1").arg(ending));
    const QString vault = QFileInfo(store.folder() + QStringLiteral("/evidence")).canonicalFilePath();
    const QString folder = QFileInfo(target.absolutePath()).canonicalFilePath();
    if (!vault.isEmpty() && (folder + u'/').startsWith(vault + u'/'))
        return base::fail(ErrorCode::InvalidArgument, path,
                          QStringLiteral("it does not belong among the evidence"));
    return {};
}

base::Result<std::unique_ptr<FileExport>>
FileExport::begin(store::CaseStore &store, const Workstation &workstation, const QStringList &paths)
{
    std::unique_ptr<FileExport> made(new FileExport(store, workstation));
    made->m_operation = {model::OperationId::create(), exportKind, paths.front(), workstation.clock().now()};
    const QString mark = made->m_operation.id.value();
    // Tried before it is entered; kept only after, so that nothing lies about that no operation knows.
    for (const QString &path : paths)
        if (const auto tried = store::AsideFile::make(path, mark); !tried)
            return tl::unexpected(tried.error());
    LIKENESS_TRY(store.commit({audit::verbs::operationStarted,
                               made->m_operation.subject,
                               {{"operation", made->m_operation.id.value()}, {"kind", exportKind}}},
                              workstation.actor(),
                              [&](store::CaseWriter &writer) { return writer.begin(made->m_operation); }));
    made->m_running = true;
    for (const QString &path : paths) {
        auto aside = store::AsideFile::make(path, mark);
        if (!aside)
            return made->failed(aside.error());
        made->m_files.push_back(std::move(*aside));
    }
    return made;
}

FileExport::~FileExport()
{
    if (!m_running)
        return;
    if (const auto finished = finish(m_outcome); !finished)
        qCWarning(base::logCasework) << "an export that failed is named as unfinished at the next opening:"
                                     << base::errorCodeName(finished.error().code);
}

tl::unexpected<base::Error> FileExport::failed(const base::Error &error)
{
    m_outcome = base::errorCodeName(error.code);
    return tl::unexpected(error);
}

base::Outcome FileExport::publish(model::Act act,
                                  const std::function<base::Outcome(store::CaseWriter &)> &change)
{
    for (const auto &file : m_files)
        if (const auto synced = file->sync(); !synced)
            return failed(synced.error());
    act.details["operation"] = m_operation.id.value();
    const auto entered = m_store.commit(act, m_desk.actor(), [&](store::CaseWriter &writer) {
        return change ? change(writer) : base::Outcome();
    });
    if (!entered)
        return failed(entered.error());
    for (const auto &file : m_files)
        if (const auto named = file->publish(); !named)
            return failed(named.error());
    m_outcome = QStringLiteral("done");
    return {};
}

base::Outcome FileExport::finish(const QString &outcome)
{
    m_running = false;
    return m_store.commit({audit::verbs::operationFinished,
                           m_operation.subject,
                           {{"operation", m_operation.id.value()}, {"outcome", outcome}}},
                          m_desk.actor(),
                          [&](store::CaseWriter &writer) { return writer.finish(m_operation.id, outcome); });
}

void FileExport::removeLeftovers(const std::vector<model::Operation> &interrupted)
{
    for (const model::Operation &operation : interrupted)
        if (operation.kind == exportKind)
            store::AsideFile::removeLeftovers(QFileInfo(operation.subject).absolutePath(),
                                              operation.id.value());
}

base::Outcome writeEntered(const Workstation &workstation, const std::vector<FileToWrite> &files,
                           const model::Act &act)
{
    const QString mark = model::OperationId::create().value();
    std::vector<std::unique_ptr<store::AsideFile>> asides;
    for (const FileToWrite &file : files) {
        auto aside = store::AsideFile::make(QFileInfo(file.path).absoluteFilePath(), mark);
        if (!aside)
            return tl::unexpected(aside.error());
        LIKENESS_TRY((*aside)->write(file.bytes));
        LIKENESS_TRY((*aside)->sync());
        asides.push_back(std::move(*aside));
    }
    LIKENESS_TRY(workstation.record().commit(act, workstation.actor()));
    for (const auto &aside : asides)
        LIKENESS_TRY(aside->publish());
    return {};
}

base::Result<QByteArray> readSmallFile(const QString &path, qint64 atMost)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return base::fail(ErrorCode::FileUnreadable, path, file.errorString());
    QByteArray bytes = file.read(atMost + 1);
    if (bytes.size() > atMost)
        return base::fail(ErrorCode::TooLarge, path, QStringLiteral("bytes"));
    if (file.error() != QFileDevice::NoError)
        return base::fail(ErrorCode::FileUnreadable, path, file.errorString());
    return bytes;
}

} // namespace likeness::casework
