// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/crypto/signingkey.h"

namespace likeness::crypto
{

/// Signatures of files in the form of minisign 0.11 (jedisct1.github.io/minisign): prehashed, algorithm "ED",
/// BLAKE2b-512, with a trusted comment. Debian's minisign checks what is made here. Pure; any thread.
class Minisign
{
public:
    /// The text of FILE.minisig. `trustedComment` is signed too: one line.
    static QByteArray sign(const QByteArray &bytes, const SigningKey &key, const QString &trustedComment);

    struct Checked {
        QString publicKey; ///< 64 hexadecimal digits
        QString trustedComment;
    };
    /// Checks against one of these keys (64 hexadecimal digits each), chosen by the key id in the signature.
    /// SignatureWrong: unreadable, by another key, or not of these bytes; detail says which.
    static base::Result<Checked> verify(const QByteArray &bytes, const QByteArray &minisig,
                                        const QStringList &publicKeys, const QString &subject);

    /// The text of a minisign.pub for outsiders, and back. The key id is the first 8 bytes of the SHA-256 of
    /// the public key, so that it needs no store.
    static QByteArray publicKeyText(const QString &publicKey);
    static base::Result<QString> publicKeyFromText(const QByteArray &text, const QString &subject);
};

} // namespace likeness::crypto
