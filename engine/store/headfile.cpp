// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/headfile.h"

#include "engine/audit/chain.h"
#include "engine/store/filewriting.h"

#include <QFile>

namespace likeness::store
{

HeadFile::HeadFile(const QString &folder)
    : m_path(folder + QStringLiteral("/audit.head")), m_next(m_path + QStringLiteral(".new"))
{
}

base::Result<model::AuditHead> HeadFile::read() const
{
    QFile file(m_path);
    if (!file.exists())
        return base::fail(base::ErrorCode::AuditBroken, QStringLiteral("audit.head"),
                          QStringLiteral("the head file is missing"));
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorCode::FileUnreadable, m_path, file.errorString());
    // A head is some 90 bytes; reading more only shows that it is none.
    return audit::headFromText(file.read(4096));
}

base::Outcome HeadFile::prepare(const model::AuditHead &head) const
{
    return writeSynced(m_next, audit::headText(head));
}

base::Outcome HeadFile::publish() const
{
    return renameSynced(m_next, m_path);
}

void HeadFile::discard() const
{
    QFile::remove(m_next);
}

} // namespace likeness::store
