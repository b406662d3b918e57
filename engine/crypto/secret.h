// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/crypto/signingkey.h"

/// What signingkey.cpp and minisign.cpp share; for this room only.
namespace likeness::crypto
{

/// Before the first call of libsodium; quick afterwards. Any thread.
void initialise();

/// Ed25519's secret key in guarded memory.
struct SigningKey::Secret {
    Secret();
    ~Secret();
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    QByteArray sign(const QByteArray &bytes) const; ///< 64 bytes

    unsigned char *key = nullptr; ///< 64 bytes: seed and public key
};

/// False for keys and signatures of another length, too.
bool verifyBytes(const QByteArray &bytes, const QByteArray &publicKey, const QByteArray &signature);

/// So many bytes in lower-case hexadecimal digits, and nothing else.
std::optional<QByteArray> bytesFromHex(const QString &text, qsizetype count);

inline unsigned char *data(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}
inline const unsigned char *data(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

} // namespace likeness::crypto
