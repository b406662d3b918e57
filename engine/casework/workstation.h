// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/result.h"
#include "engine/decode/stilldecoder.h"
#include "engine/face/faceengine.h"
#include "engine/model/audit.h"
#include "engine/store/workstationstore.h"

#include <memory>
#include <mutex>

namespace likeness::casework {

/// The means of every verb, put together once by the program: clock, decoder, face engine, the
/// workstation's own record, and who is acting. Thread-safe.
class Workstation
{
public:
    struct Means
    {
        std::shared_ptr<const base::Clock> clock;
        std::shared_ptr<const decode::StillDecoder> decoder;
        face::ModelFiles models;
        std::shared_ptr<store::WorkstationStore> record;
        model::Actor actor;
    };
    explicit Workstation(Means means);
    /// Real clock, in-process decoder, models of base::dataDirectory(), the user's workstation folder.
    static base::Result<std::shared_ptr<Workstation>> ofThisMachine();

    const base::Clock &clock() const { return *m_means.clock; }
    const decode::StillDecoder &decoder() const { return *m_means.decoder; }
    store::WorkstationStore &record() const { return *m_means.record; }
    const model::Actor &actor() const { return m_means.actor; }

    /// Opens the engine on first use (a second or less: call from a job). Later calls are quick. A failure
    /// is not remembered: after the models were put right it works.
    base::Result<std::shared_ptr<const face::FaceEngine>> engine() const;

private:
    Means m_means;
    mutable std::mutex m_engineMutex;
    mutable std::shared_ptr<const face::FaceEngine> m_engine;
};

} // namespace likeness::casework
