// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/store/storetest.h"

#include <QTemporaryDir>

#include <sys/stat.h>

using namespace likeness;
using namespace likeness::tests;
using store::CaseStore;

class TestVault : public QObject
{
    Q_OBJECT

    StandingClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_case;
    std::unique_ptr<CaseStore> m_store;

    QString vaultPath(const QString &name) const { return m_case + "/evidence/" + name; }
    QStringList vaultNames() const
    {
        return QDir(m_case + "/evidence")
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }
    void overwrite(const QString &name, const QByteArray &bytes)
    {
        QVERIFY(QFile::setPermissions(vaultPath(name), QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(sourceFile(vaultPath(name), bytes));
    }
    base::Result<CaseStore::Stored> put(const QByteArray &bytes)
    {
        const auto source = sourceFile(m_folder->filePath("Quelle ä"), bytes);
        base::Progress progress;
        return m_store->storeEvidence(*source, progress);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = m_folder->filePath("case");
        auto created = CaseStore::create(m_case, caseFile(m_clock), actor, m_clock);
        QVERIFY_OK(created);
        m_store = std::move(*created);
    }
    void cleanup() { m_store.reset(); }

    void keepsTheBytesReadOnlyUnderTheirHash()
    {
        QByteArray bytes(5'000'001, Qt::Uninitialized); // more than one block, and not a whole number of them
        for (int i = 0; i < bytes.size(); ++i)
            bytes[i] = char(i * 31 + i / 4099);
        const auto source = sourceFile(m_folder->filePath("source"), bytes);
        QVERIFY(source->seek(100)); // wherever the caller had read to
        qint64 last = 0;
        base::Progress progress([&](qint64 done, qint64 total) {
            QVERIFY(done > last);
            QCOMPARE(total, qint64(bytes.size()));
            last = done;
        });
        const auto stored = m_store->storeEvidence(*source, progress);
        QVERIFY_OK(stored);
        QCOMPARE(last, qint64(bytes.size()));
        QCOMPARE(stored->sha256, base::sha256(bytes));
        QCOMPARE(stored->bytes, qint64(bytes.size()));
        QCOMPARE(vaultNames(), QStringList(stored->sha256));
        struct stat info {
        };
        QCOMPARE(::stat(QFile::encodeName(vaultPath(stored->sha256)), &info), 0);
        QCOMPARE(info.st_mode & 07777u, 0444u);
        base::Progress again;
        const auto opened = m_store->openEvidence(stored->sha256, again);
        QVERIFY_OK(opened);
        QVERIFY(!(*opened)->isWritable());
        QCOMPARE((*opened)->readAll(), bytes);
    }

    void anEmptyFileIsAFile()
    {
        const auto stored = put({});
        QVERIFY_OK(stored);
        QCOMPARE(stored->sha256, base::sha256(QByteArray()));
        base::Progress progress;
        QVERIFY_OK(m_store->openEvidence(stored->sha256, progress));
    }

    void theSameBytesAreStoredOnce()
    {
        const auto first = put("bytes");
        const auto second = put("bytes");
        QVERIFY_OK(first);
        QVERIFY_OK(second);
        QCOMPARE(first->sha256, second->sha256);
        QCOMPARE(vaultNames().size(), 1);
    }

    void anyFlippedByteIsRefused()
    {
        const QByteArray bytes = "some bytes of evidence";
        const auto stored = put(bytes);
        QVERIFY_OK(stored);
        base::Progress progress;
        for (int i = 0; i < bytes.size(); ++i) {
            QByteArray changed = bytes;
            changed[i] = char(changed[i] ^ 1);
            overwrite(stored->sha256, changed);
            QVERIFY_ERROR(m_store->openEvidence(stored->sha256, progress), EvidenceChanged);
        }
        overwrite(stored->sha256, bytes + '\0');
        QVERIFY_ERROR(m_store->openEvidence(stored->sha256, progress), EvidenceChanged);
        overwrite(stored->sha256, bytes.chopped(1));
        QVERIFY_ERROR(m_store->openEvidence(stored->sha256, progress), EvidenceChanged);
        overwrite(stored->sha256, bytes);
        QVERIFY_OK(m_store->openEvidence(stored->sha256, progress));
    }

    void changedBytesAreNotPutRightSilently()
    {
        const auto stored = put("bytes");
        QVERIFY_OK(stored);
        overwrite(stored->sha256, "other");
        QVERIFY_ERROR(put("bytes"), EvidenceChanged);
        QCOMPARE(bytesOf(vaultPath(stored->sha256)), QByteArray("other"));
        QCOMPARE(vaultNames().size(), 1);
    }

    void missingAndStrangeFiles()
    {
        base::Progress progress;
        const auto stored = put("bytes");
        QVERIFY_OK(stored);
        const QString path = vaultPath(stored->sha256);
        QVERIFY(QFile::remove(path));
        QVERIFY_ERROR(m_store->openEvidence(stored->sha256, progress), EvidenceMissing);
        QVERIFY_ERROR(m_store->openEvidence("../case.sqlite", progress), NotFound);
        QVERIFY_ERROR(m_store->openEvidence("", progress), NotFound);
        // The right bytes behind a link are not the case's.
        QVERIFY(sourceFile(m_folder->filePath("elsewhere"), "bytes"));
        QVERIFY(QFile::link(m_folder->filePath("elsewhere"), path));
        QVERIFY_ERROR(m_store->openEvidence(stored->sha256, progress), EvidenceChanged);
        QVERIFY(QFile::remove(path));
        QVERIFY(QDir().mkdir(path));
        QVERIFY_ERROR(m_store->openEvidence(stored->sha256, progress), EvidenceChanged);
        QVERIFY(QDir().rmdir(path));
        QCOMPARE(::mkfifo(QFile::encodeName(path), 0600), 0); // must not wait for a writer
        QVERIFY_ERROR(m_store->openEvidence(stored->sha256, progress), EvidenceChanged);
    }

    void cancelledCopiesLeaveNothing()
    {
        const auto source = sourceFile(m_folder->filePath("big"), QByteArray(3 << 20, 'b'));
        base::Progress *running = nullptr;
        base::Progress progress([&](qint64, qint64) { running->cancel(); });
        running = &progress;
        QVERIFY_ERROR(m_store->storeEvidence(*source, progress), Cancelled);
        QCOMPARE(progress.done(), qint64(1 << 20)); // looked at after each MiB
        QVERIFY(vaultNames().isEmpty());
        const auto stored = put("bytes");
        QVERIFY_ERROR(m_store->openEvidence(stored->sha256, progress), Cancelled);
    }

    void aSourceThatCannotBeRead()
    {
        QFile folder(m_folder->path());
        base::Progress progress;
        QVERIFY_ERROR(m_store->storeEvidence(folder, progress), FileUnreadable);
        QVERIFY(vaultNames().isEmpty());
    }

    void leftoversGoAtTheNextOpening()
    {
        const auto kept = addEvidence(*m_store, m_clock, m_folder->path(), "kept");
        QVERIFY_OK(kept);
        const auto unrecorded = put("never recorded");
        QVERIFY_OK(unrecorded);
        QVERIFY(sourceFile(vaultPath(".incoming-1234"), "half"));
        QVERIFY(sourceFile(vaultPath("note.txt"), "somebody's"));
        {
            // A reader removes nothing, whoever holds the lock.
            QVERIFY_OK(CaseStore::open(m_case, actor, m_clock, store::AccessWanted::Read));
            QVERIFY_OK(CaseStore::open(m_case, actor, m_clock));
            QCOMPARE(vaultNames().size(), 4);
        }
        m_store.reset();
        QVERIFY_OK(CaseStore::open(m_case, actor, m_clock));
        QStringList expected{kept->sha256,
                             "note.txt"}; // what is not ours stays, and likeness-verify names it
        expected.sort();
        QStringList found = vaultNames();
        found.sort();
        QCOMPARE(found, expected);
    }

    // Taking the record out of the table must not make the program destroy the evidence.
    void bytesThatTheChainSpeaksOfAreNeverRemoved()
    {
        const auto item = addEvidence(*m_store, m_clock, m_folder->path(), "kept");
        QVERIFY_OK(item);
        m_store.reset();
        tamper(m_case + "/case.sqlite", "evidence_item", {"DELETE FROM evidence_item"});
        auto opened = CaseStore::open(m_case, actor, m_clock);
        QVERIFY_OK(opened);
        QCOMPARE(vaultNames(), QStringList(item->sha256));
        QVERIFY_ERROR((*opened)->discardEvidence(item->sha256), AlreadyExists);
        QCOMPARE(vaultNames(), QStringList(item->sha256));
    }

    void discarding()
    {
        const auto item = addEvidence(*m_store, m_clock, m_folder->path(), "kept");
        QVERIFY_OK(item);
        const auto refused = put("does not decode");
        QVERIFY_OK(refused);
        QVERIFY_OK(m_store->discardEvidence(refused->sha256));
        QVERIFY_OK(m_store->discardEvidence(refused->sha256)); // not there any more: no error
        QVERIFY_OK(m_store->discardEvidence("../case.sqlite"));
        QVERIFY(QFile::exists(m_case + "/case.sqlite"));
        QVERIFY_ERROR(m_store->discardEvidence(item->sha256), AlreadyExists);
        QCOMPARE(vaultNames(), QStringList(item->sha256));
    }

    void aVaultFolderThatCopyingLostComesBack()
    {
        m_store.reset();
        QVERIFY(QDir().rmdir(m_case + "/evidence")); // some tools leave empty folders out
        auto opened = CaseStore::open(m_case, actor, m_clock);
        QVERIFY_OK(opened);
        QVERIFY_OK(addEvidence(**opened, m_clock, m_folder->path(), "bytes"));
    }
};

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
