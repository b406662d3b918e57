// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/workstation.h"

#include "engine/audit/verbs.h"
#include "engine/base/datadirectory.h"

#include <QCoreApplication>

namespace likeness::casework {

Workstation::Workstation(Means means) : m_means(std::move(means)) {}

base::Result<std::shared_ptr<Workstation>> Workstation::ofThisMachine()
{
    Means means;
    means.clock = std::make_shared<base::SystemClock>();
    means.decoder = decode::makeInProcessDecoder();
    means.models = face::ModelFiles::inDirectory(base::dataDirectory() + QStringLiteral("/models"));
    means.actor = model::Actor::ofThisProcess();
    auto record =
        store::WorkstationStore::open(store::WorkstationStore::defaultFolder(), means.actor, *means.clock);
    if (!record)
        return tl::unexpected(record.error());
    means.record = std::move(*record);

    const QString program = QCoreApplication::applicationName();
    LIKENESS_TRY(means.record->commit(
        {audit::verbs::programStarted,
         program.isEmpty() ? QStringLiteral("likeness") : program,
         {{"version", QCoreApplication::applicationVersion()}, {"training", means.actor.training}}},
        means.actor));
    return std::make_shared<Workstation>(std::move(means));
}

base::Result<std::shared_ptr<const face::FaceEngine>> Workstation::engine() const
{
    const std::lock_guard lock(m_engineMutex);
    if (!m_engine) {
        auto opened = face::openFaceEngine(m_means.models);
        if (!opened)
            return tl::unexpected(opened.error());
        m_engine = std::move(*opened);
    }
    return m_engine;
}

} // namespace likeness::casework
