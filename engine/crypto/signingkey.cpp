// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crypto/signingkey.h"

#include "engine/crypto/secret.h"

#include <sodium.h>

#include <array>
#include <new>

namespace likeness::crypto
{

namespace
{

constexpr qsizetype saltBytes = crypto_pwhash_argon2id_SALTBYTES;
constexpr qsizetype nonceBytes = crypto_secretbox_NONCEBYTES;
constexpr qsizetype boxBytes = crypto_sign_SEEDBYTES + crypto_secretbox_MACBYTES;

/// Bytes on the stack or heap that nobody finds afterwards.
template <size_t size>
struct Wiped : std::array<unsigned char, size> {
    ~Wiped() { sodium_memzero(this->data(), size); }
};

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, '\0');
    randombytes_buf(bytes.data(), size_t(count));
    return bytes;
}

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

/// False when there is not enough memory for the work.
bool deriveKey(const QString &password, const QByteArray &salt, unsigned long long ops, size_t memory,
               Wiped<crypto_secretbox_KEYBYTES> &key)
{
    // One password, however the keyboard composes its letters.
    QByteArray bytes = password.normalized(QString::NormalizationForm_KC).toUtf8();
    const bool done = crypto_pwhash_argon2id(key.data(), key.size(), bytes.constData(),
                                             static_cast<unsigned long long>(bytes.size()), data(salt), ops,
                                             memory, crypto_pwhash_argon2id_ALG_ARGON2ID13) == 0;
    sodium_memzero(bytes.data(), size_t(bytes.size()));
    return done;
}

tl::unexpected<base::Error> noMemory()
{
    return base::fail(base::ErrorCode::TooLarge, QString(), QStringLiteral("not enough memory for Argon2id"));
}

} // namespace

void initialise()
{
    static const int state = sodium_init(); // 0 first, 1 when somebody did before
    if (state < 0)
        qFatal("libsodium cannot be initialised");
}

std::optional<QByteArray> bytesFromHex(const QString &text, qsizetype count)
{
    const QByteArray latin = text.toLatin1();
    const QByteArray bytes = QByteArray::fromHex(latin);
    // One text for one value: upper case, spaces and other digits do not come back as they were.
    if (bytes.size() != count || QString::fromLatin1(bytes.toHex()) != text)
        return std::nullopt;
    return bytes;
}

SigningKey::Secret::Secret()
{
    initialise();
    key = static_cast<unsigned char *>(sodium_malloc(crypto_sign_SECRETKEYBYTES));
    if (!key)
        throw std::bad_alloc();
}

SigningKey::Secret::~Secret()
{
    sodium_free(key); // wipes
}

SigningKey::SigningKey(std::unique_ptr<Secret> secret) : m_secret(std::move(secret)) {}
SigningKey::~SigningKey() = default;
SigningKey::SigningKey(SigningKey &&) noexcept = default;
SigningKey &SigningKey::operator=(SigningKey &&) noexcept = default;

SigningKey SigningKey::generate()
{
    auto secret = std::make_unique<Secret>();
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> publicKey;
    crypto_sign_keypair(publicKey.data(), secret->key);
    sodium_mprotect_readonly(secret->key);
    return SigningKey(std::move(secret));
}

std::optional<SigningKey> SigningKey::fromSeed(const QByteArray &seed)
{
    if (seed.size() != qsizetype(crypto_sign_SEEDBYTES))
        return std::nullopt;
    auto secret = std::make_unique<Secret>();
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> publicKey;
    crypto_sign_seed_keypair(publicKey.data(), secret->key, data(seed));
    sodium_mprotect_readonly(secret->key);
    return SigningKey(std::move(secret));
}

QString SigningKey::publicKey() const
{
    QByteArray bytes(crypto_sign_PUBLICKEYBYTES, '\0');
    crypto_sign_ed25519_sk_to_pk(data(bytes), m_secret->key);
    return hex(bytes);
}

QByteArray SigningKey::Secret::sign(const QByteArray &bytes) const
{
    QByteArray signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(data(signature), nullptr, data(bytes), size_t(bytes.size()), key);
    return signature;
}

QString SigningKey::sign(const QByteArray &bytes) const
{
    return hex(m_secret->sign(bytes));
}

bool verifyBytes(const QByteArray &bytes, const QByteArray &publicKey, const QByteArray &signature)
{
    initialise();
    return publicKey.size() == qsizetype(crypto_sign_PUBLICKEYBYTES) &&
           signature.size() == qsizetype(crypto_sign_BYTES) &&
           crypto_sign_verify_detached(data(signature), data(bytes), size_t(bytes.size()), data(publicKey)) ==
               0;
}

bool verify(const QByteArray &bytes, const QString &publicKey, const QString &signature)
{
    const auto key = bytesFromHex(publicKey, crypto_sign_PUBLICKEYBYTES);
    const auto value = bytesFromHex(signature, crypto_sign_BYTES);
    return key && value && verifyBytes(bytes, *key, *value);
}

base::Result<SealedKey> SealedKey::seal(const SigningKey &key, const QString &password, Cost cost)
{
    const bool moderate = cost == Cost::Moderate;
    const auto ops =
        moderate ? crypto_pwhash_argon2id_OPSLIMIT_MODERATE : crypto_pwhash_argon2id_OPSLIMIT_MIN;
    const auto memory =
        moderate ? crypto_pwhash_argon2id_MEMLIMIT_MODERATE : crypto_pwhash_argon2id_MEMLIMIT_MIN;
    const QByteArray salt = randomBytes(saltBytes), nonce = randomBytes(nonceBytes);
    Wiped<crypto_secretbox_KEYBYTES> boxKey;
    if (!deriveKey(password, salt, ops, memory, boxKey))
        return noMemory();
    Wiped<crypto_sign_SEEDBYTES> seed;
    crypto_sign_ed25519_sk_to_seed(seed.data(), key.m_secret->key);
    QByteArray box(boxBytes, '\0');
    crypto_secretbox_easy(data(box), seed.data(), seed.size(), data(nonce), boxKey.data());

    SealedKey sealed;
    sealed.m_text = {{"kdf", "argon2id13"}, {"ops", qint64(ops)},  {"mem", qint64(memory)},
                     {"salt", hex(salt)},   {"nonce", hex(nonce)}, {"box", hex(box)}};
    return sealed;
}

base::Result<SigningKey> SealedKey::open(const QString &password) const
{
    initialise();
    const auto salt = bytesFromHex(m_text["salt"].toString(), saltBytes);
    const auto nonce = bytesFromHex(m_text["nonce"].toString(), nonceBytes);
    const auto box = bytesFromHex(m_text["box"].toString(), boxBytes);
    if (!salt || !nonce || !box)
        return base::fail(base::ErrorCode::SignatureWrong, QString(), QStringLiteral("sealed key"));
    Wiped<crypto_secretbox_KEYBYTES> boxKey;
    if (!deriveKey(password, *salt, static_cast<unsigned long long>(m_text["ops"].toInteger()),
                   size_t(m_text["mem"].toInteger()), boxKey))
        return noMemory();
    Wiped<crypto_sign_SEEDBYTES> seed;
    if (crypto_secretbox_open_easy(seed.data(), data(*box), size_t(box->size()), data(*nonce),
                                   boxKey.data()) != 0)
        return base::fail(base::ErrorCode::PasswordWrong, QString());
    auto secret = std::make_unique<SigningKey::Secret>();
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> publicKey;
    crypto_sign_seed_keypair(publicKey.data(), secret->key, seed.data());
    sodium_mprotect_readonly(secret->key);
    return SigningKey(std::move(secret));
}

QJsonObject SealedKey::toJson() const
{
    return m_text;
}

std::optional<SealedKey> SealedKey::fromJson(const QJsonObject &object)
{
    const auto isNumber = [&](const char *name, double least, double most) {
        const double value = object[QLatin1String(name)].toDouble(-1);
        return value >= least && value <= most && value == double(qint64(value));
    };
    // Bounds, so that an edited file cannot make a sign-in take all memory or a day.
    if (object.size() != 6 || object["kdf"] != QLatin1String("argon2id13") ||
        !isNumber("ops", crypto_pwhash_argon2id_OPSLIMIT_MIN, crypto_pwhash_argon2id_OPSLIMIT_SENSITIVE) ||
        !isNumber("mem", crypto_pwhash_argon2id_MEMLIMIT_MIN, crypto_pwhash_argon2id_MEMLIMIT_SENSITIVE) ||
        !bytesFromHex(object["salt"].toString(), saltBytes) ||
        !bytesFromHex(object["nonce"].toString(), nonceBytes) ||
        !bytesFromHex(object["box"].toString(), boxBytes))
        return std::nullopt;
    SealedKey sealed;
    sealed.m_text = object;
    return sealed;
}

} // namespace likeness::crypto
