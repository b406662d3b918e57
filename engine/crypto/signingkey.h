// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <memory>
#include <optional>

namespace likeness::crypto
{

/// An Ed25519 key pair (libsodium). The secret half lives in guarded memory and is wiped on destruction.
/// Immutable after it was made; any thread.
class SigningKey
{
public:
    static SigningKey generate();
    /// The pair of a seed of 32 bytes (RFC 8032); nothing for another length. The caller wipes his copy.
    static std::optional<SigningKey> fromSeed(const QByteArray &seed);
    ~SigningKey();
    SigningKey(SigningKey &&) noexcept;
    SigningKey &operator=(SigningKey &&) noexcept;

    QString publicKey() const; ///< 64 lower-case hexadecimal digits
    /// Ed25519 over the bytes: 128 lower-case hexadecimal digits. The same bytes give the same signature.
    QString sign(const QByteArray &bytes) const;

private:
    friend class SealedKey;
    friend class Minisign;
    struct Secret;
    explicit SigningKey(std::unique_ptr<Secret> secret);
    std::unique_ptr<Secret> m_secret;
};

/// False for anything that is not a valid signature of these bytes by that key, malformed texts included.
bool verify(const QByteArray &bytes, const QString &publicKey, const QString &signature);

/// A signing key under a password: the seed in a secretbox whose key is Argon2id of the password. To open it
/// is to know the password; nothing else about the password is stored.
class SealedKey
{
public:
    /// libsodium's MODERATE limits (3 passes over 256 MiB), or its least.
    enum class Cost { Moderate, Minimal /**< for tests: seconds matter, secrets do not */ };
    static base::Result<SealedKey> seal(const SigningKey &key, const QString &password,
                                        Cost cost = Cost::Moderate);
    /// PasswordWrong; SignatureWrong when the sealed text is not one. Takes about a second with Moderate and
    /// 256 MiB: call from a job.
    base::Result<SigningKey> open(const QString &password) const;

    QJsonObject toJson() const; ///< {"kdf":"argon2id13","ops","mem","salt","nonce","box"}
    static std::optional<SealedKey> fromJson(const QJsonObject &object);

private:
    QJsonObject m_text;
};

} // namespace likeness::crypto
