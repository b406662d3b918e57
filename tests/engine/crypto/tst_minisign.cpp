// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/crypto/minisign.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace likeness;
using namespace likeness::crypto;
using base::ErrorCode;

namespace
{

const QByteArray seed =
    QByteArray::fromHex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7");
const QByteArray text = QByteArrayLiteral("What is signed, \0 and \xff too\n");

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A secret key file of minisign without a password: its form stands in minisign's manual.
QByteArray secretKeyFile(const SigningKey &key)
{
    const QByteArray publicKey = QByteArray::fromHex(key.publicKey().toLatin1());
    const QByteArray body =
        QCryptographicHash::hash(publicKey, QCryptographicHash::Sha256).left(8) + seed + publicKey;
    const QByteArray checksum = QCryptographicHash::hash("Ed" + body, QCryptographicHash::Blake2b_256);
    const QByteArray noPassword = QByteArray(2, '\0') + "B2" + QByteArray(32 + 8 + 8, '\0');
    return "untrusted comment: secret key\n" + ("Ed" + noPassword + body + checksum).toBase64() + '\n';
}

} // namespace

class MinisignTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void signedAndChecked();
    void theOutsidersProgramChecksOurs();
    void weCheckTheOutsidersProgram();
    void everyFlippedBit();
    void otherKeys();
    void notSignatures();
    void publicKeys();
    void commentIsOneLine();

private:
    /// Exit code of minisign.
    int run(const QStringList &arguments)
    {
        QProcess program;
        program.setWorkingDirectory(m_folder.path());
        program.start("minisign", arguments);
        if (!program.waitForFinished())
            qFatal("minisign does not end; the installer puts it there");
        m_said = program.readAll() + program.readAllStandardError();
        return program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1;
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    SigningKey m_key = *SigningKey::fromSeed(seed);
    QByteArray m_said;
};

void MinisignTest::initTestCase()
{
    QVERIFY(write(path("file"), text));
    QVERIFY(write(path("key.pub"), Minisign::publicKeyText(m_key.publicKey())));
    QVERIFY(write(path("key.sec"), secretKeyFile(m_key)));
}

void MinisignTest::signedAndChecked()
{
    const QByteArray signature = Minisign::sign(text, m_key, "case 17");
    const auto checked = Minisign::verify(text, signature, {m_key.publicKey()}, "file");
    QVERIFY(checked);
    QCOMPARE(checked->publicKey, m_key.publicKey());
    QCOMPARE(checked->trustedComment, "case 17");
    const auto empty = Minisign::sign({}, m_key, {});
    QVERIFY(Minisign::verify({}, empty, {m_key.publicKey()}, "file"));
}

void MinisignTest::theOutsidersProgramChecksOurs()
{
    QVERIFY(write(path("file.minisig"), Minisign::sign(text, m_key, "Grüße, case 17")));
    QCOMPARE(run({"-Vm", "file", "-p", "key.pub"}), 0);
    QVERIFY2(m_said.contains("Grüße, case 17"), m_said.constData());
    QVERIFY(write(path("other"), text + "more"));
    QVERIFY(QFile::copy(path("file.minisig"), path("other.minisig")));
    QVERIFY(run({"-Vm", "other", "-p", "key.pub"}) != 0);
}

void MinisignTest::weCheckTheOutsidersProgram()
{
    QCOMPARE(run({"-Sm", "file", "-s", "key.sec", "-t", "by hand", "-x", "theirs.minisig"}), 0);
    const auto checked =
        Minisign::verify(text, read(path("theirs.minisig")), {m_key.publicKey()}, "theirs.minisig");
    QVERIFY2(checked, checked ? "" : qPrintable(checked.error().detail));
    QCOMPARE(checked->trustedComment, "by hand");
    QVERIFY(!Minisign::verify(text + "more", read(path("theirs.minisig")), {m_key.publicKey()}, "file"));
}

void MinisignTest::everyFlippedBit()
{
    const QByteArray signature = Minisign::sign(text, m_key, "case 17");
    const qsizetype begin = signature.indexOf('\n'); // the untrusted comment is what its name says
    for (qsizetype bit = begin * 8; bit < signature.size() * 8; ++bit) {
        QByteArray changed = signature;
        changed[bit / 8] = char(changed[bit / 8] ^ (1 << (bit % 8)));
        const auto checked = Minisign::verify(text, changed, {m_key.publicKey()}, "file");
        QVERIFY2(!checked, changed.constData());
        QCOMPARE(checked.error().code, ErrorCode::SignatureWrong);
    }
    for (qsizetype bit = 0; bit < text.size() * 8; ++bit) {
        QByteArray changed = text;
        changed[bit / 8] = char(changed[bit / 8] ^ (1 << (bit % 8)));
        QVERIFY(!Minisign::verify(changed, signature, {m_key.publicKey()}, "file"));
    }
}

void MinisignTest::otherKeys()
{
    const SigningKey other = SigningKey::generate();
    const QByteArray signature = Minisign::sign(text, m_key, "case 17");
    const auto checked = Minisign::verify(text, signature, {other.publicKey(), "nonsense", ""}, "file");
    QVERIFY(!checked);
    QCOMPARE(checked.error(), (base::Error{ErrorCode::SignatureWrong, "file", "signed by another key"}));
    QVERIFY(!Minisign::verify(text, signature, {}, "file"));
    QCOMPARE(Minisign::verify(text, signature, {other.publicKey(), m_key.publicKey()}, "file")->publicKey,
             m_key.publicKey());
}

void MinisignTest::notSignatures()
{
    const QByteArray signature = Minisign::sign(text, m_key, "case 17");
    const QByteArrayList lines = signature.split('\n');
    const QList<QByteArray> wrong{"",
                                  "\n\n\n\n",
                                  lines[1],
                                  QByteArrayList({lines[0], lines[1]}).join('\n'),
                                  QByteArrayList({lines[2], lines[1], lines[0], lines[3]}).join('\n'),
                                  signature + "more\n",
                                  QByteArray(signature).replace('\n', "\r\n"),
                                  QByteArray(1 << 20, 'A')};
    for (const QByteArray &bytes : wrong)
        QVERIFY(!Minisign::verify(text, bytes, {m_key.publicKey()}, "file"));
}

void MinisignTest::publicKeys()
{
    const QByteArray file = Minisign::publicKeyText(m_key.publicKey());
    QCOMPARE(Minisign::publicKeyFromText(file, "key.pub").value(), m_key.publicKey());
    for (const QByteArray &wrong :
         {QByteArray(), QByteArray("a\nb\n"), file.split('\n')[1], file + "x\n", file.toLower()}) {
        const auto key = Minisign::publicKeyFromText(wrong, "key.pub");
        QVERIFY(!key);
        QCOMPARE(key.error().code, ErrorCode::SignatureWrong);
    }
    QVERIFY(Minisign::publicKeyText("nonsense").isEmpty());
}

void MinisignTest::commentIsOneLine()
{
    const QByteArray signature = Minisign::sign(text, m_key, "one\ntwo\r\n three ");
    QCOMPARE(Minisign::verify(text, signature, {m_key.publicKey()}, "file")->trustedComment, "one two three");
}

QTEST_GUILESS_MAIN(MinisignTest)
#include "tst_minisign.moc"
