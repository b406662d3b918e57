// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/engine/casework/fixture.h"

namespace likeness::tests
{

/// Stands where it is put.
class TestClock : public base::Clock
{
public:
    explicit TestClock(const QDateTime &start = {QDate(2026, 11, 23), QTime(9, 0), Qt::UTC}) : m_now(start) {}
    QDateTime now() const override { return m_now; }
    void set(const QDateTime &now) { m_now = now; }
    void advance(qint64 seconds) { m_now = m_now.addSecs(seconds); }

private:
    QDateTime m_now;
};

inline const QString password = QStringLiteral("correct horse battery");

inline model::Account accountOf(const QString &name, model::Roles roles,
                                const QDate &trainedUntil = QDate(2099, 12, 31))
{
    return {name, "Full Name of " + name, roles, trainedUntil, {}, false};
}

/// A workstation of an agency in a folder that goes away: "chief" (supervisor) is signed in, "exa"
/// (detective, examiner), "veri" (verifier), "auditor" and "keeper" (gallery manager) can sign in. All have
/// `password`. The clock is a test's.
class AgencyDesk
{
public:
    explicit AgencyDesk(const QString &models = modelsDirectory(),
                        const QDateTime &start = {QDate(2026, 11, 23), QTime(9, 0), Qt::UTC})
        : clock(std::make_shared<TestClock>(start)), workstation(open(models, {}))
    {
        using model::Role;
        must(workstation->createAgency("City Police", accountOf("chief", Role::Supervisor), password));
        must(workstation->addAccount(accountOf("exa", Role::Detective | Role::Examiner), password));
        must(workstation->addAccount(accountOf("veri", Role::Verifier), password));
        must(workstation->addAccount(accountOf("auditor", Role::Auditor), password));
        must(workstation->addAccount(accountOf("keeper", Role::GalleryManager), password));
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString agencyFile() const { return path("agency/agency.json"); }
    void signIn(const QString &name) const { must(workstation->signIn(name, password)); }
    casework::Agency &agency() const { return *workstation->agency(); }
    /// Another program of the same workstation.
    std::shared_ptr<casework::Workstation> open(const QString &models,
                                                std::shared_ptr<casework::Agency> agency) const
    {
        casework::Workstation::Means means;
        means.clock = clock;
        means.decoder = media::makeProcessDecoder().value();
        means.models = face::ModelFiles::inDirectory(models);
        means.actor = {"user", "desk", true};
        means.record = store::WorkstationStore::open(path("workstation"), means.actor, *clock).value();
        means.agency = std::move(agency);
        means.agencyFolder = path("agency");
        means.passwordCost = crypto::SealedKey::Cost::Minimal;
        return std::make_shared<casework::Workstation>(std::move(means));
    }
    std::vector<model::AuditEntry> chain() const
    {
        base::Progress progress;
        must(workstation->record().verifyAudit(progress));
        return workstation->record().auditEntries(1, 100000).value();
    }

private:
    template <class T>
    static void must(const base::Result<T> &result)
    {
        if (!result)
            qFatal("%s: %s: %s", qPrintable(base::errorCodeName(result.error().code)),
                   qPrintable(result.error().subject), qPrintable(result.error().detail));
    }
    QTemporaryDir m_folder;

public:
    std::shared_ptr<TestClock> clock;
    std::shared_ptr<casework::Workstation> workstation;
};

inline void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace likeness::tests
