// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/workstation.h"
#include "engine/store/asidefile.h"
#include "engine/store/casestore.h"

namespace likeness::casework
{

/// Files that leave a case. They are written aside and entered before they get their names: what circulates
/// stands in the chain, an older file of the name stays until then, and an export that was cut off is an
/// operation "export" that the next opening finds. For one thread.
class FileExport
{
public:
    /// InvalidArgument for a name without that ending, or for a place among the evidence, where it would be a
    /// file that nothing records. The ending also keeps an export from replacing a file of the case.
    static base::Outcome checkTarget(const store::CaseStore &store, const QString &path,
                                     const QString &ending);
    /// Makes the files aside and begins the operation; a place that cannot be written leaves no entry. Its
    /// subject is the first path. Paths are absolute.
    static base::Result<std::unique_ptr<FileExport>>
    begin(store::CaseStore &store, const Workstation &workstation, const QStringList &paths);
    /// Not published: the files go, and the operation is finished with its error.
    ~FileExport();

    /// To be filled, in the order of the paths.
    store::AsideFile &file(size_t number) { return *m_files[number]; }
    /// What went wrong in filling them, as it is entered; returned for the way out.
    tl::unexpected<base::Error> failed(const base::Error &error);
    /// Syncs the files, enters the act with its changes and the operation's id, gives the files their names
    /// and finishes the operation. When a name cannot be given after the entry, that is entered too.
    base::Outcome publish(model::Act act,
                          const std::function<base::Outcome(store::CaseWriter &)> &change = {});

    /// Removes what exports that were cut off left beside their targets.
    static void removeLeftovers(const std::vector<model::Operation> &interrupted);

private:
    FileExport(store::CaseStore &store, const Workstation &workstation) : m_store(store), m_desk(workstation)
    {
    }
    base::Outcome finish(const QString &outcome);

    store::CaseStore &m_store;
    const Workstation &m_desk;
    model::Operation m_operation;
    std::vector<std::unique_ptr<store::AsideFile>> m_files;
    QString m_outcome = QStringLiteral("failed");
    bool m_running = false;
};

/// The same for what is entered in the workstation's chain: aside, entered, named.
struct FileToWrite {
    QString path;
    QByteArray bytes;
};
base::Outcome writeEntered(const Workstation &workstation, const std::vector<FileToWrite> &files,
                           const model::Act &act);

/// A whole file from outside. FileUnreadable, TooLarge.
base::Result<QByteArray> readSmallFile(const QString &path, qint64 atMost);

} // namespace likeness::casework
