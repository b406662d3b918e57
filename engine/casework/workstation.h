// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/result.h"
#include "engine/casework/agency.h"
#include "engine/media/mediadecoder.h"
#include "engine/face/faceengine.h"
#include "engine/model/audit.h"
#include "engine/store/workstationstore.h"

#include <memory>
#include <mutex>

namespace likeness::casework
{

/// The means of every verb, put together once by the program: clock, decoder, face engine, the
/// workstation's own record, and who is acting. Thread-safe.
class Workstation
{
public:
    struct Means {
        std::shared_ptr<const base::Clock> clock;
        std::shared_ptr<const media::MediaDecoder> decoder;
        face::ModelFiles models;
        std::shared_ptr<store::WorkstationStore> record;
        model::Actor actor;               ///< the operating system's user
        std::shared_ptr<Agency> agency{}; ///< null: training mode
        QString agencyFolder{};           ///< for createAgency; Agency::defaultFolder() when empty
        crypto::SealedKey::Cost passwordCost = crypto::SealedKey::Cost::Moderate; ///< for createAgency
        std::shared_ptr<const face::FaceEngine> engine{}; ///< null: opened from `models` on first use
    };
    explicit Workstation(Means means);
    /// Real clock, decoder process, models of base::dataDirectory(), the user's workstation folder and
    /// agency file. An agency file that does not hold is an error: there is no way around it into training.
    static base::Result<std::shared_ptr<Workstation>> ofThisMachine();
    /// The agency file of a folder, null when there is none, held against what this workstation's chain
    /// knows: SignatureWrong for another agency, or for an older or forked file of the same. What is not
    /// known yet is believed once, and known from the next entry on.
    static base::Result<std::shared_ptr<Agency>> openAgency(const QString &folder,
                                                            const store::WorkstationStore &record);

    const base::Clock &clock() const { return *m_means.clock; }
    const media::MediaDecoder &decoder() const { return *m_means.decoder; }
    store::WorkstationStore &record() const { return *m_means.record; }

    // Who is acting ----------------------------------------------------------------------------------------
    bool isTraining() const; ///< no agency file
    std::shared_ptr<Agency> agency() const;
    /// The account that is signed in; in training the operating system's user; with an agency file and nobody
    /// signed in an actor without a name, to whom nothing is allowed.
    model::Actor actor() const;
    bool isSignedIn() const; ///< or in training
    /// Checks the password (slow: call from a job) and enters signed-in, or sign-in-failed, in the
    /// workstation's chain; who was signed in before is signed out. Errors of Agency::unlock; ClockChanged
    /// when the clock stands more than two minutes before the latest time of the chain. NotFound in
    /// training.
    base::Result<model::Actor> signIn(const QString &account, const QString &password) const;
    /// A supervisor says that the clock is right now and was wrong before: as signIn, and from its entry on
    /// earlier times do not count. NotAllowed (role-missing) for others.
    base::Result<model::Actor> signInAndAcceptClock(const QString &account, const QString &password) const;
    /// Forgets the key, always; enters signed-out (or locked-idle).
    base::Outcome signOut(bool becauseIdle = false) const;
    /// Makes the agency file with its first supervisor, enters its root key and signs him in. Errors of
    /// Agency::create; SignatureWrong when this workstation knows an agency already, even if its file is
    /// gone.
    base::Result<model::Actor> createAgency(const QString &agencyName, const model::Account &first,
                                            const QString &password) const;
    /// Supervisor's acts on the agency file, entered in the workstation's chain. NotSignedIn, NotAllowed,
    /// errors of Agency. When only the entry fails, the error says so and the change stands: the next start
    /// enters it.
    base::Outcome addAccount(const model::Account &account, const QString &password) const;
    base::Outcome changeAccount(const model::Account &account) const;
    base::Outcome changePassword(const QString &oldPassword, const QString &newPassword) const;
    base::Outcome installProfile(const QByteArray &profile) const;

    /// Signs a record's document (its canonical JSON) as the account that is signed in. Unsigned, with the
    /// user's name, in training. NotSignedIn.
    base::Result<model::Signature> sign(const QJsonObject &document) const;
    /// The text of a .minisig over these bytes. In training by a key of this moment that proves nothing but
    /// that the bytes are whole; the trusted comment says TRAINING.
    base::Result<QByteArray> signFile(const QByteArray &bytes, const QString &what) const;
    /// The same with a comment that says nothing but `what`: no name, no time. For what a blind verifier gets.
    base::Result<QByteArray> signFileUnnamed(const QByteArray &bytes, const QString &what) const;
    /// The account whose key made a .minisig text of these bytes. SignatureWrong; NotAllowed (training-case) in
    /// training, where no key is known.
    base::Result<model::Account> checkFile(const QByteArray &bytes, const QByteArray &minisig,
                                           const QString &subject) const;
    /// Does the signature hold, by an account of the agency that may have given it? SignatureWrong.
    base::Outcome checkSignature(const QJsonObject &document, const model::Signature &signature) const;

    /// What is allowed here. SignatureWrong, FileDamaged: then nothing may be searched.
    base::Result<policy::Profile> profile() const;
    QDate today() const { return clock().now().date(); }

    /// Opens the engine on first use (a second or less: call from a job). Later calls are quick. A failure
    /// is not remembered: after the models were put right it works.
    base::Result<std::shared_ptr<const face::FaceEngine>> engine() const;
    /// dlib's own networks on the same models, opened anew by each call: slow, for the self-check.
    base::Result<std::unique_ptr<const face::FaceEngine>> referenceEngine() const;

private:
    enum class ClockChange { Refused, Accepted };
    base::Result<model::Actor> signIn(const QString &account, const QString &password,
                                      ClockChange change) const;
    /// The account whose key is open, as it is now. The mutex is held.
    std::optional<model::Actor> signedIn() const;
    /// Runs with the key of who is signed in and may manage accounts; then enters the act.
    template <class Change>
    base::Outcome manage(const QString &verb, const QString &subject, QJsonObject details,
                         Change change) const;

    Means m_means;
    mutable std::mutex m_accountMutex;
    mutable std::shared_ptr<Agency> m_agency;
    /// Shared, so that a signature under way outlives signing out.
    mutable std::shared_ptr<const crypto::SigningKey> m_key;
    mutable std::mutex m_engineMutex;
    mutable std::shared_ptr<const face::FaceEngine> m_engine;
};

} // namespace likeness::casework
