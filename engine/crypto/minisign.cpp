// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crypto/minisign.h"

#include "engine/crypto/secret.h"

#include <sodium.h>

#include <algorithm>

namespace likeness::crypto
{

namespace
{

constexpr qsizetype keyIdBytes = 8;
const QByteArray keyAlgorithm = "Ed";       // in public keys
const QByteArray signatureAlgorithm = "ED"; // prehashed
const QByteArray untrusted = "untrusted comment: ";
const QByteArray trusted = "trusted comment: ";

QByteArray prehash(const QByteArray &bytes)
{
    QByteArray hash(crypto_generichash_BYTES_MAX, '\0'); // BLAKE2b-512
    crypto_generichash(data(hash), size_t(hash.size()), data(bytes), size_t(bytes.size()), nullptr, 0);
    return hash;
}

QByteArray keyId(const QByteArray &publicKey)
{
    QByteArray hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(data(hash), data(publicKey), size_t(publicKey.size()));
    return hash.left(keyIdBytes);
}

/// As minisign shows it: a little-endian number.
QByteArray keyIdText(QByteArray id)
{
    std::reverse(id.begin(), id.end());
    return id.toHex().toUpper();
}

/// Empty for anything that is not the one base64 text of its bytes.
QByteArray decoded(const QByteArray &text)
{
    const auto bytes = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    return bytes && (*bytes).toBase64() == text ? *bytes : QByteArray();
}

QByteArrayList linesOf(const QByteArray &text)
{
    QByteArrayList lines = text.split('\n');
    if (!lines.isEmpty() && lines.back().isEmpty())
        lines.removeLast();
    return lines;
}

tl::unexpected<base::Error> wrong(const QString &subject, const char *why)
{
    return base::fail(base::ErrorCode::SignatureWrong, subject, QString::fromLatin1(why));
}

} // namespace

QByteArray Minisign::sign(const QByteArray &bytes, const SigningKey &key, const QString &trustedComment)
{
    initialise();
    const QByteArray publicKey = *bytesFromHex(key.publicKey(), crypto_sign_PUBLICKEYBYTES);
    const QByteArray signature = key.m_secret->sign(prehash(bytes));
    const QByteArray comment = trustedComment.simplified().toUtf8(); // one line
    return untrusted + "signature from key " + keyIdText(keyId(publicKey)) + '\n' +
           (signatureAlgorithm + keyId(publicKey) + signature).toBase64() + '\n' + trusted + comment + '\n' +
           key.m_secret->sign(signature + comment).toBase64() + '\n';
}

base::Result<Minisign::Checked> Minisign::verify(const QByteArray &bytes, const QByteArray &minisig,
                                                 const QStringList &publicKeys, const QString &subject)
{
    initialise();
    const QByteArrayList lines = linesOf(minisig);
    if (lines.size() != 4 || !lines[0].startsWith(untrusted) || !lines[2].startsWith(trusted))
        return wrong(subject, "not a signature file");
    const QByteArray first = decoded(lines[1]), global = decoded(lines[3]);
    if (first.size() != 2 + keyIdBytes + qsizetype(crypto_sign_BYTES) ||
        !first.startsWith(signatureAlgorithm) || global.size() != qsizetype(crypto_sign_BYTES))
        return wrong(subject, "not a signature file");
    const QByteArray id = first.mid(2, keyIdBytes), signature = first.mid(2 + keyIdBytes);
    const QByteArray comment = lines[2].mid(trusted.size());

    for (const QString &text : publicKeys) {
        const auto key = bytesFromHex(text, crypto_sign_PUBLICKEYBYTES);
        if (!key || keyId(*key) != id)
            continue;
        if (!verifyBytes(prehash(bytes), *key, signature))
            return wrong(subject, "not the signature of these bytes");
        if (!verifyBytes(signature + comment, *key, global))
            return wrong(subject, "the trusted comment was changed");
        return Checked{text, QString::fromUtf8(comment)};
    }
    return wrong(subject, "signed by another key");
}

QByteArray Minisign::publicKeyText(const QString &publicKey)
{
    initialise();
    const auto key = bytesFromHex(publicKey, crypto_sign_PUBLICKEYBYTES);
    if (!key)
        return {};
    return untrusted + "minisign public key " + keyIdText(keyId(*key)) + '\n' +
           (keyAlgorithm + keyId(*key) + *key).toBase64() + '\n';
}

base::Result<QString> Minisign::publicKeyFromText(const QByteArray &text, const QString &subject)
{
    initialise();
    const QByteArrayList lines = linesOf(text);
    if (lines.size() != 2 || !lines[0].startsWith(untrusted))
        return wrong(subject, "not a public key");
    const QByteArray bytes = decoded(lines[1]);
    const QByteArray key = bytes.mid(2 + keyIdBytes);
    if (!bytes.startsWith(keyAlgorithm) || key.size() != qsizetype(crypto_sign_PUBLICKEYBYTES) ||
        bytes.mid(2, keyIdBytes) != keyId(key))
        return wrong(subject, "not a public key");
    return QString::fromLatin1(key.toHex());
}

} // namespace likeness::crypto
