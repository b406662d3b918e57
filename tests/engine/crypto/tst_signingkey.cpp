// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crypto/signingkey.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace likeness;
using namespace likeness::crypto;
using base::ErrorCode;

class SigningKeyTest : public QObject
{
    Q_OBJECT

private slots:
    void publishedVectors_data();
    void publishedVectors();
    void seedsOfAnotherLength();
    void everyFlippedBit();
    void malformedTexts();
    void keysDiffer();
    void sealedAndOpened();
    void passwords();
    void sealedKeyChanged();
    void sealedTextThatIsNone();
};

void SigningKeyTest::publishedVectors_data()
{
    // RFC 8032, section 7.1
    QTest::addColumn<QString>("seed");
    QTest::addColumn<QString>("publicKey");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("signature");
    QTest::newRow("test 1") << "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
                            << "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
                            << ""
                            << "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                               "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b";
    QTest::newRow("test 2") << "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
                            << "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
                            << "72"
                            << "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                               "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";
    QTest::newRow("test 3") << "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"
                            << "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"
                            << "af82"
                            << "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                               "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a";
    QTest::newRow("SHA(abc)") << "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42"
                              << "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf"
                              << "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                                 "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
                              << "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589"
                                 "09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704";
}

void SigningKeyTest::publishedVectors()
{
    QFETCH(QString, seed);
    QFETCH(QString, publicKey);
    QFETCH(QString, message);
    QFETCH(QString, signature);
    const auto key = SigningKey::fromSeed(QByteArray::fromHex(seed.toLatin1()));
    QVERIFY(key);
    const QByteArray bytes = QByteArray::fromHex(message.toLatin1());
    QCOMPARE(key->publicKey(), publicKey);
    QCOMPARE(key->sign(bytes), signature);
    QVERIFY(verify(bytes, publicKey, signature));
}

void SigningKeyTest::seedsOfAnotherLength()
{
    for (const int length : {0, 31, 33, 64})
        QVERIFY(!SigningKey::fromSeed(QByteArray(length, 's')));
}

void SigningKeyTest::everyFlippedBit()
{
    const SigningKey key = SigningKey::generate();
    const QByteArray bytes = "{\"about\":\"a probe\"}";
    const QString publicKey = key.publicKey(), signature = key.sign(bytes);
    QVERIFY(verify(bytes, publicKey, signature));
    const auto flipped = [](QByteArray text, qsizetype bit) {
        text[bit / 8] = char(text[bit / 8] ^ (1 << (bit % 8)));
        return text;
    };
    for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit)
        QVERIFY(!verify(flipped(bytes, bit), publicKey, signature));
    // The digits as they stand in a file
    for (qsizetype bit = 0; bit < signature.size() * 8; ++bit)
        QVERIFY(!verify(bytes, publicKey, QString::fromLatin1(flipped(signature.toLatin1(), bit))));
    for (qsizetype bit = 0; bit < publicKey.size() * 8; ++bit)
        QVERIFY(!verify(bytes, QString::fromLatin1(flipped(publicKey.toLatin1(), bit)), signature));
    // and each bit behind them
    const QByteArray raw = QByteArray::fromHex(signature.toLatin1());
    for (qsizetype bit = 0; bit < raw.size() * 8; ++bit)
        QVERIFY(!verify(bytes, publicKey, QString::fromLatin1(flipped(raw, bit).toHex())));
}

void SigningKeyTest::malformedTexts()
{
    const SigningKey key = SigningKey::generate();
    const QString publicKey = key.publicKey(), signature = key.sign("a");
    QVERIFY(!verify("a", QString(), QString()));
    QVERIFY(!verify("a", publicKey, QString()));
    QVERIFY(!verify("a", QString(), signature));
    QVERIFY(!verify("a", publicKey, signature.left(126)));
    QVERIFY(!verify("a", publicKey, signature + "00"));
    QVERIFY(!verify("a", publicKey + "00", signature));
    QVERIFY(!verify("a", publicKey, ' ' + signature));
    QVERIFY(!verify("a", publicKey, signature.toUpper()));
    QVERIFY(!verify("a", QString(64, u'0'), QString(128, u'0'))); // a point of small order
    QVERIFY(!verify("a", QString(64, QChar(0x0661)), signature));
}

void SigningKeyTest::keysDiffer()
{
    SigningKey a = SigningKey::generate();
    const SigningKey b = SigningKey::generate();
    QVERIFY(a.publicKey() != b.publicKey());
    QVERIFY(!verify("text", b.publicKey(), a.sign("text")));
    const QString publicKey = a.publicKey();
    const SigningKey moved = std::move(a);
    QCOMPARE(moved.publicKey(), publicKey);
    QVERIFY(verify("text", publicKey, moved.sign("text")));
}

void SigningKeyTest::sealedAndOpened()
{
    const SigningKey key = SigningKey::generate();
    for (const auto cost : {SealedKey::Cost::Minimal, SealedKey::Cost::Moderate}) {
        const auto sealed = SealedKey::seal(key, "correct horse battery", cost);
        QVERIFY(sealed);
        const auto again =
            SealedKey::fromJson(QJsonDocument::fromJson(QJsonDocument(sealed->toJson()).toJson()).object());
        QVERIFY(again);
        const auto opened = again->open("correct horse battery");
        QVERIFY(opened);
        QCOMPARE(opened->publicKey(), key.publicKey());
        QCOMPARE(opened->sign("text"), key.sign("text"));
    }
    // The customary limits of libsodium: 3 passes over 256 MiB.
    const QJsonObject moderate = SealedKey::seal(key, "correct horse battery").value().toJson();
    QCOMPARE(moderate["ops"].toInt(), 3);
    QCOMPARE(moderate["mem"].toInt(), 256 << 20);
    // The secret stands nowhere in it, and the same password seals differently each time.
    QVERIFY(SealedKey::seal(key, "p", SealedKey::Cost::Minimal)->toJson() !=
            SealedKey::seal(key, "p", SealedKey::Cost::Minimal)->toJson());
}

void SigningKeyTest::passwords()
{
    const SigningKey key = SigningKey::generate();
    const QString password = QString::fromUtf8("Gr\u00fc\u00dfe an alle");
    const auto sealed = SealedKey::seal(key, password, SealedKey::Cost::Minimal);
    QVERIFY(sealed);
    for (const QString &wrong : {QString(), password + ' ', password.toLower(), password.chopped(1)}) {
        const auto opened = sealed->open(wrong);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::PasswordWrong);
    }
    // A keyboard that composes letters differently types the same password.
    QVERIFY(sealed->open(password.normalized(QString::NormalizationForm_D)));
}

void SigningKeyTest::sealedKeyChanged()
{
    const SigningKey key = SigningKey::generate();
    const QJsonObject whole = SealedKey::seal(key, "password", SealedKey::Cost::Minimal)->toJson();
    for (const char *name : {"salt", "nonce", "box"}) {
        const QByteArray bytes = QByteArray::fromHex(whole[name].toString().toLatin1());
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            QByteArray changed = bytes;
            changed[i] = char(changed[i] ^ 1);
            QJsonObject object = whole;
            object[name] = QString::fromLatin1(changed.toHex());
            const auto opened = SealedKey::fromJson(object)->open("password");
            QVERIFY(!opened);
            QCOMPARE(opened.error().code, ErrorCode::PasswordWrong);
        }
    }
    for (const auto &[name, value] : {std::pair("ops", 2.0), std::pair("mem", 16384.0)}) {
        QJsonObject object = whole;
        object[name] = value;
        const auto sealed = SealedKey::fromJson(object);
        QVERIFY(sealed);
        QVERIFY(!sealed->open("password"));
    }
}

void SigningKeyTest::sealedTextThatIsNone()
{
    const QJsonObject whole =
        SealedKey::seal(SigningKey::generate(), "password", SealedKey::Cost::Minimal)->toJson();
    QVERIFY(SealedKey::fromJson(whole));
    QVERIFY(!SealedKey::fromJson({}));
    for (const QString &name : whole.keys()) {
        QJsonObject object = whole;
        object.remove(name);
        QVERIFY(!SealedKey::fromJson(object));
        for (const QJsonValue &value : {QJsonValue(), QJsonValue("zz"), QJsonValue(-1), QJsonValue(1e18),
                                        QJsonValue(1.5), QJsonValue(QJsonArray{})}) {
            object[name] = value;
            QVERIFY(!SealedKey::fromJson(object));
        }
    }
    QJsonObject more = whole;
    more["note"] = "";
    QVERIFY(!SealedKey::fromJson(more));
}

QTEST_GUILESS_MAIN(SigningKeyTest)
#include "tst_signingkey.moc"
