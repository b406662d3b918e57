// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/store/storetest.h"

#include <QTemporaryDir>

using namespace likeness;
using namespace likeness::tests;
using store::GalleryStore;
using store::GalleryWriter;

class TestGalleryStore : public QObject
{
    Q_OBJECT

    StandingClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<GalleryStore> m_store;

    model::Portrait portrait(const QByteArray &bytes) const
    {
        model::Portrait portrait;
        portrait.id = model::PortraitId::create();
        portrait.sha256 = base::sha256(bytes);
        portrait.fileName = "P1_0001.jpg";
        portrait.mediaType = "image/jpeg";
        portrait.box = {0.1, 0.2, 0.5, 1.0 / 3};
        portrait.eyes = {{0.3, 0.4}, {0.5, 0.41}};
        portrait.quality = {model::FaceQuality::Grade::Suitable, 60, 200, 40, 0.9, {}};
        portrait.enrolled = m_clock.now();
        return portrait;
    }
    base::Outcome enrol(const QString &reference, model::Portrait portrait, const model::Template &values)
    {
        return m_store->commit({"portrait-enrolled", portrait.id.value(), {{"sha256", portrait.sha256}}},
                               actor, [&](GalleryWriter &writer) -> base::Outcome {
                                   const auto person = writer.personFor(reference);
                                   LIKENESS_TRY(person);
                                   portrait.person = *person;
                                   LIKENESS_TRY(writer.insert(portrait));
                                   return writer.insert(portrait.id, engineVersion(), values);
                               });
    }

    base::Result<std::vector<model::EnrolledTemplate>> templates(const QString &engineVersionId,
                                                                 base::Progress &progress) const
    {
        std::vector<model::EnrolledTemplate> rows;
        qint64 announced = 0;
        LIKENESS_TRY(m_store->forEachTemplate(
            engineVersionId,
            [&](qint64 total) -> base::Outcome {
                announced = total;
                return {};
            },
            [&](const model::EnrolledTemplate &row) -> base::Outcome {
                rows.push_back(row);
                return {};
            },
            progress));
        if (qint64(rows.size()) != announced)
            return base::fail(base::ErrorCode::DatabaseCorrupt, engineVersionId);
        return rows;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath("gallery");
        auto created = GalleryStore::create(m_path, "Training", actor, m_clock);
        QVERIFY_OK(created);
        m_store = std::move(*created);
    }
    void cleanup() { m_store.reset(); }

    void isWhatItWasMade()
    {
        const auto id = m_store->gallery().id;
        QVERIFY(!id.isEmpty());
        QCOMPARE(m_store->auditEntries(1, 9)->at(0).act.verb, QStringLiteral("gallery-created"));
        m_store.reset();
        const auto opened = GalleryStore::open(m_path, actor, m_clock);
        QVERIFY_OK(opened);
        QCOMPARE((*opened)->gallery().id, id);
        QCOMPARE((*opened)->gallery().name, QStringLiteral("Training"));
        QCOMPARE((*opened)->gallery().created, m_clock.now());
        QVERIFY_ERROR(GalleryStore::create(m_path, "again", actor, m_clock), AlreadyExists);
        QVERIFY_ERROR(store::CaseStore::open(m_path, actor, m_clock), NotFound);
    }

    void keepsEveryValue()
    {
        auto made = portrait("one");
        made.provenance = {"Passport office", QDate(2020, 2, 29), "Act 1, section 2", QDate(2030, 12, 31)};
        QVERIFY_OK(enrol("P1", made, templateOf(1)));
        const auto read = m_store->portrait(made.id);
        QVERIFY_OK(read);
        QCOMPARE(read->sha256, made.sha256);
        QCOMPARE(read->fileName, made.fileName);
        QCOMPARE(read->mediaType, made.mediaType);
        QCOMPARE(read->provenance.source, made.provenance.source);
        QCOMPARE(read->provenance.taken, made.provenance.taken);
        QCOMPARE(read->provenance.legalBasis, made.provenance.legalBasis);
        QCOMPARE(read->provenance.retainUntil, made.provenance.retainUntil);
        QCOMPARE(read->box, made.box);
        QCOMPARE(read->eyes, made.eyes);
        QCOMPARE(read->quality, made.quality);
        QCOMPARE(read->enrolled, made.enrolled);
        QCOMPARE(m_store->persons()->at(0).id, read->person);
        QCOMPARE((*m_store->portraitBySha256(made.sha256))->id, made.id);
        QVERIFY(!m_store->portraitBySha256(QString(64, u'f'))->has_value());
        QVERIFY_ERROR(m_store->portrait(model::PortraitId::create()), NotFound);

        auto bare = portrait("two");
        QVERIFY_OK(enrol("P2", bare, templateOf(2)));
        QVERIFY(!m_store->portrait(bare.id)->provenance.taken.isValid());
    }

    void onePersonForAReference()
    {
        QVERIFY_OK(enrol("P2", portrait("a"), templateOf(1)));
        m_clock.advance(-5000);
        QVERIFY_OK(enrol("P2", portrait("b"), templateOf(2)));
        QVERIFY_OK(enrol("P1", portrait("c"), templateOf(3)));
        const auto persons = m_store->persons();
        QCOMPARE(persons->size(), 2u);
        QCOMPARE(persons->at(0).reference, QStringLiteral("P1"));
        QCOMPARE(persons->at(1).reference, QStringLiteral("P2"));
        const auto all = m_store->portraits(0, 10); // by reference, then enrolled
        QCOMPARE(all->size(), 3u);
        QCOMPARE(all->at(0).sha256, base::sha256("c"));
        QCOMPARE(all->at(1).sha256, base::sha256("b"));
        QCOMPARE(all->at(2).sha256, base::sha256("a"));
        QCOMPARE(m_store->portraits(1, 1)->at(0).sha256, base::sha256("b"));
        QVERIFY(m_store->portraits(3, 5)->empty());
        QVERIFY_ERROR(enrol("", portrait("d"), templateOf(4)), InvalidArgument);
        QCOMPARE(m_store->persons()->size(), 2u);
    }

    void theSameBytesOrTemplateTwiceAreRefusedWhole()
    {
        QVERIFY_OK(enrol("P1", portrait("a"), templateOf(1)));
        QVERIFY_ERROR(enrol("P2", portrait("a"), templateOf(1)), AlreadyExists);
        QCOMPARE(m_store->persons()->size(), 1u); // the new person went with it
        const auto id = m_store->portraits(0, 1)->at(0).id;
        const auto add = [&](const model::EngineVersion &version) {
            return m_store->commit(look, actor,
                                   [&](GalleryWriter &w) { return w.insert(id, version, templateOf(9)); });
        };
        QVERIFY_ERROR(add(engineVersion()), AlreadyExists);
        // Another path of the same version is the same key, another version is not.
        auto path = engineVersion();
        path.path = "reference";
        QVERIFY_ERROR(add(path), AlreadyExists);
        auto mirror = engineVersion();
        mirror.options = "mirror";
        QVERIFY_OK(add(mirror));
        QVERIFY_ERROR(m_store->commit(look, actor,
                                      [&](GalleryWriter &w) {
                                          return w.insert(model::PortraitId::create(), mirror, templateOf(9));
                                      }),
                      NotFound);
        base::Progress progress;
        QCOMPARE(templates(engineVersion().id(), progress)->size(), 1u);
        QCOMPARE(templates(mirror.id(), progress)->at(0).values, templateOf(9));
        QVERIFY(templates("other", progress)->empty());
    }

    void templatesToTheBit()
    {
        std::vector<model::Template> made;
        for (int i = 0; i < 1200; ++i)
            made.push_back(templateOf(float(i) * 0.1f));
        made[3][5] = -0.0f;
        made[4][6] = 1e-42f; // denormal
        std::vector<model::Portrait> portraits;
        for (int i = 0; i < 1200; ++i)
            portraits.push_back(portrait(QByteArray::number(i)));
        QVERIFY_OK(m_store->commit(look, actor, [&](GalleryWriter &writer) -> base::Outcome {
            for (size_t i = 0; i < portraits.size(); ++i) {
                const auto person = writer.personFor(QStringLiteral("P%1").arg(i / 2));
                if (!person)
                    return tl::unexpected(person.error());
                portraits[i].person = *person;
                LIKENESS_TRY(writer.insert(portraits[i]));
                LIKENESS_TRY(writer.insert(portraits[i].id, engineVersion(), made[i]));
            }
            return {};
        }));
        base::Progress progress;
        const auto read = templates(engineVersion().id(), progress);
        QVERIFY_OK(read);
        QCOMPARE(progress.done(), 1200);
        QCOMPARE(read->size(), 1200u);
        for (size_t place = 0; place < read->size(); ++place) {
            const auto &row = read->at(place);
            QVERIFY(place == 0 || read->at(place - 1).portrait < row.portrait);
            const auto is = std::find_if(portraits.begin(), portraits.end(),
                                         [&](const auto &portrait) { return portrait.id == row.portrait; });
            QVERIFY(is != portraits.end());
            const size_t i = size_t(is - portraits.begin());
            QCOMPARE(row.retainUntil, portraits[i].provenance.retainUntil);
            QCOMPARE(row.person, portraits[i].person);
            QCOMPARE(row.personReference, QStringLiteral("P%1").arg(i / 2));
            QCOMPARE(row.portraitSha256, portraits[i].sha256);
            QCOMPARE(model::templateBytes(row.values), model::templateBytes(made[i]));
        }
        base::Progress *running = nullptr;
        base::Progress stopping([&](qint64 done, qint64) {
            if (done >= 1000)
                running->cancel();
        });
        running = &stopping;
        stopping.cancel();
        QVERIFY_ERROR(templates(engineVersion().id(), stopping), Cancelled);
    }

    void theMatrixIsReplacedWhole()
    {
        const auto write = [&](const QString &version, const QByteArray &bytes, base::Outcome end = {}) {
            return m_store->writeMatrix(version, [&](QIODevice &out) -> base::Outcome {
                out.write(bytes);
                return end;
            });
        };
        const auto stored = [&](const QString &version) {
            const auto file = m_store->openMatrix(version);
            return file ? (*file)->readAll() : QByteArray("none");
        };
        QVERIFY_ERROR(m_store->openMatrix("v1"), NotFound);
        QVERIFY_OK(write("v1", "old"));
        QCOMPARE(stored("v1"), QByteArray("old"));
        // What fails on the way leaves the old one, and nothing beside it.
        QVERIFY_ERROR(write("v1", "half", base::fail(base::ErrorCode::Cancelled, "v1")), Cancelled);
        QCOMPARE(stored("v1"), QByteArray("old"));
        QDir matrices(m_path + "/matrix");
        QCOMPARE(matrices.entryList(QDir::Files | QDir::Hidden), QStringList("v1"));
        // What a kill leaves is in nobody's way.
        QVERIFY(sourceFile(matrices.filePath(".v1-unfinished"), "half"));
        QVERIFY_OK(write("v1", "new"));
        QCOMPARE(stored("v1"), QByteArray("new"));
        QVERIFY_OK(write("v2", "next"));
        QCOMPARE(matrices.entryList(QDir::Files | QDir::Hidden), QStringList("v2"));
        const auto reader = GalleryStore::open(m_path, actor, m_clock, store::AccessWanted::Read);
        QVERIFY_OK(reader);
        QVERIFY_ERROR((*reader)->writeMatrix("v2", [](QIODevice &) { return base::Outcome(); }), ReadOnly);
        QCOMPARE(stored("v2"), QByteArray("next"));
    }

    void whatFollowsAHead()
    {
        const auto before = *m_store->auditHead();
        QCOMPARE(*m_store->isOnlyFollowedBy(before, {}), true);
        QVERIFY_OK(m_store->commit({"gallery-searched", "g", {}}, actor));
        QVERIFY_OK(m_store->commit({"gallery-searched", "g", {}}, actor));
        QCOMPARE(*m_store->isOnlyFollowedBy(before, {"gallery-searched", "head-signed"}), true);
        QCOMPARE(*m_store->isOnlyFollowedBy(before, {"head-signed"}), false);
        QVERIFY_OK(enrol("P1", portrait("a"), templateOf(1)));
        QCOMPARE(*m_store->isOnlyFollowedBy(before, {"gallery-searched"}), false);
        QCOMPARE(*m_store->isOnlyFollowedBy(*m_store->auditHead(), {"gallery-searched"}), true);
        QCOMPARE(*m_store->isOnlyFollowedBy({before.count, QString(64, u'e')}, {"gallery-searched"}), false);
        QCOMPARE(*m_store->isOnlyFollowedBy({99, before.hash}, {"gallery-searched"}), false);
    }

    void personsByReference()
    {
        QVERIFY_OK(enrol("P1", portrait("a"), templateOf(1)));
        QCOMPARE(*m_store->personOf("P1"), std::optional(m_store->persons()->at(0).id));
        QVERIFY(!m_store->personOf("p1")->has_value());
    }

    void counts()
    {
        auto kept = portrait("a");
        kept.provenance.legalBasis = "Act 1";
        kept.provenance.retainUntil = QDate(2026, 3, 8);
        auto expired = portrait("b");
        expired.provenance.legalBasis = "  ";
        expired.provenance.retainUntil = QDate(2026, 3, 7);
        QVERIFY_OK(enrol("P1", kept, templateOf(1)));
        QVERIFY_OK(enrol("P1", expired, templateOf(2)));
        QVERIFY_OK(enrol("P2", portrait("c"), templateOf(3)));
        const auto counts = m_store->counts(engineVersion().id(), QDate(2026, 3, 8));
        QVERIFY_OK(counts);
        QCOMPARE(counts->persons, 2);
        QCOMPARE(counts->portraits, 3);
        QCOMPARE(counts->templates, 3);
        QCOMPARE(counts->pastRetention, 1);
        QCOMPARE(counts->withoutLegalBasis, 2);
        QCOMPARE(m_store->counts("other", QDate(2026, 3, 8))->templates, 0);
    }

    void portraitsInTheVault()
    {
        const auto source = sourceFile(m_folder->filePath("p.jpg"), "portrait bytes");
        base::Progress progress;
        const auto stored = m_store->storePortrait(*source, progress);
        QVERIFY_OK(stored);
        QVERIFY(QFile::exists(m_path + "/portraits/" + stored->sha256));
        QCOMPARE((*m_store->openPortrait(stored->sha256, progress))->readAll(), QByteArray("portrait bytes"));
        QVERIFY_OK(m_store->discardPortrait(stored->sha256));
        QVERIFY_ERROR(m_store->openPortrait(stored->sha256, progress), EvidenceMissing);
    }

    void anEnrolmentThatWasCutOff()
    {
        const model::Operation operation{model::OperationId::create(), "enrolment", "folder", m_clock.now()};
        QVERIFY_OK(m_store->commit(look, actor, [&](GalleryWriter &w) { return w.begin(operation); }));
        m_store.reset();
        const auto opened = GalleryStore::open(m_path, actor, m_clock);
        QVERIFY_OK(opened);
        QCOMPARE((*opened)->opening().interrupted.size(), 1u);
        QCOMPARE((*opened)->opening().interrupted[0].id, operation.id);
    }
};

QTEST_GUILESS_MAIN(TestGalleryStore)
#include "tst_gallerystore.moc"
