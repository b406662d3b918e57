// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/store/storetest.h"

#include <QTemporaryDir>

#include <sys/stat.h>

using namespace likeness;
using namespace likeness::tests;
using base::ErrorCode;
using store::AccessWanted;
using store::CaseStore;
using store::CaseWriter;

class TestCaseStore : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = m_folder->filePath("Fall ä 1");
    }

    void createsTheFolder()
    {
        const auto file = caseFile(m_clock);
        {
            const auto store = CaseStore::create(m_case, file, actor, m_clock);
            QVERIFY_OK(store);
            QCOMPARE((*store)->opening().outcome, store::Opening::Outcome::Created);
            QVERIFY(!(*store)->opening().readOnly);
            const auto entries = (*store)->auditEntries(1, 10);
            QVERIFY_OK(entries);
            QCOMPARE(entries->size(), 1u);
            QCOMPARE(entries->front().act.verb, QStringLiteral("case-created"));
            QCOMPARE(entries->front().act.subject, file.id.value());
            QCOMPARE(entries->front().act.details.value("number").toString(), file.details.number);
            QCOMPARE(entries->front().time, m_clock.now());
        }
        QCOMPARE(QDir(m_case).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name),
                 QStringList({"audit.head", "case.sqlite", "evidence", "lock"}));

        const auto again = CaseStore::open(m_case, actor, m_clock);
        QVERIFY_OK(again);
        QCOMPARE((*again)->opening().outcome, store::Opening::Outcome::Current);
        const auto contents = (*again)->contents();
        QVERIFY_OK(contents);
        QCOMPARE(contents->file.id, file.id);
        QCOMPARE(contents->file.details, file.details);
        QCOMPARE(contents->file.created, file.created);
        QCOMPARE(contents->file.createdBy, file.createdBy);
        QVERIFY(contents->file.training);
    }

    void createsInAnEmptyFolderOnly()
    {
        QVERIFY(QDir().mkpath(m_case));
        QVERIFY(sourceFile(m_case + "/note.txt", "mine"));
        QVERIFY_ERROR(CaseStore::create(m_case, caseFile(m_clock), actor, m_clock), AlreadyExists);
        QCOMPARE(bytesOf(m_case + "/note.txt"), QByteArray("mine"));
        QVERIFY(QFile::remove(m_case + "/note.txt"));
        QVERIFY_OK(CaseStore::create(m_case, caseFile(m_clock), actor, m_clock));
        QVERIFY_ERROR(CaseStore::create(m_case, caseFile(m_clock), actor, m_clock), AlreadyExists);
        QVERIFY(sourceFile(m_folder->filePath("file"), "x"));
        QVERIFY_ERROR(CaseStore::create(m_folder->filePath("file"), caseFile(m_clock), actor, m_clock),
                      AlreadyExists);
    }

    void createsOverWhatACutOffCreationLeft()
    {
        QVERIFY(QDir().mkpath(m_case + "/evidence"));
        for (const char *name :
             {"lock", "audit.head", "case.sqlite.creating", "case.sqlite.creating-journal"})
            QVERIFY(sourceFile(m_case + '/' + name, "half"));
        QVERIFY_ERROR(CaseStore::open(m_case, actor, m_clock), NotFound);
        const auto store = CaseStore::create(m_case, caseFile(m_clock), actor, m_clock);
        QVERIFY_OK(store);
        QVERIFY(!QFile::exists(m_case + "/case.sqlite.creating"));
        base::Progress progress;
        QVERIFY_OK((*store)->verifyAudit(progress));
    }

    void aFailedCreationLeavesNothing()
    {
        auto file = caseFile(m_clock);
        file.details.number = QString(1, QChar(0xd800)); // half a character is stored as its replacement
        QVERIFY_OK(CaseStore::create(m_case, file, actor, m_clock));
        const QString blocked = m_folder->filePath("file") + "/case";
        QVERIFY(sourceFile(m_folder->filePath("file"), "x"));
        QVERIFY_ERROR(CaseStore::create(blocked, file, actor, m_clock), WriteFailed);
        QCOMPARE(bytesOf(m_folder->filePath("file")), QByteArray("x"));
    }

    void openingWhatIsNotThere()
    {
        QVERIFY_ERROR(CaseStore::open(m_case, actor, m_clock), NotFound);
        QVERIFY_ERROR(CaseStore::open(m_folder->path(), actor, m_clock, AccessWanted::Read), NotFound);
        QVERIFY(!QFile::exists(m_case));
        QVERIFY(!QFile::exists(m_folder->filePath("lock")));
    }

    void keepsEveryValueOfEveryNoun()
    {
        const auto created = CaseStore::create(m_case, caseFile(m_clock), actor, m_clock);
        QVERIFY_OK(created);
        CaseStore &store = **created;
        const auto item = addEvidence(store, m_clock, m_folder->path(), "a picture");
        QVERIFY_OK(item);
        m_clock.advance(1500);

        const model::Region drawn{model::RegionId::create(),
                                  item->id,
                                  {0.1, 1.0 / 3, 0.2, 0.25},
                                  model::EyePoints{{0.15, 0.4}, {0.25, 0.41}},
                                  model::Alignment::ByHand,
                                  true,
                                  0,
                                  m_clock.now()};
        const model::Region found{model::RegionId::create(),
                                  item->id,
                                  {0.5, 0.5, 0.1, 0.1},
                                  std::nullopt,
                                  model::Alignment::Automatic,
                                  false,
                                  1.0625,
                                  m_clock.now()};
        model::Probe probe;
        probe.id = model::ProbeId::create();
        probe.region = drawn.id;
        probe.evidence = item->id;
        probe.evidenceSha256 = item->sha256;
        probe.box = drawn.box;
        probe.eyes = *drawn.eyes;
        probe.alignment = model::Alignment::ByHand;
        probe.quality = {model::FaceQuality::Grade::Limited, 31.5, 220.25, 40.125, 0.75, {"eye-distance"}};
        probe.chipSha256 = QString(64, u'c');
        probe.values = templateOf(-0.5f);
        probe.engine = engineVersion();
        probe.created = m_clock.now();

        model::Search search;
        search.id = model::SearchId::create();
        search.probe = probe.id;
        search.gallery = model::GalleryId::create();
        search.galleryName = "Training";
        search.gallerySnapshot = QString(64, u'd');
        search.galleryPersons = 300'000;
        search.galleryPortraits = 6'000'000'000;
        search.engine = engineVersion();
        search.settings.limit = 50;
        search.time = m_clock.now();
        search.actor = actor.name;
        for (int rank = 1; rank <= 3; ++rank)
            search.candidates.push_back({rank, model::PersonId::create(), QStringLiteral("P%1").arg(rank),
                                         model::PortraitId::create(), QString(64, u'e'), 0.1 * rank});
        search.calibration = model::Calibration{model::Calibration::Source::Gallery, "small", 2000, 100};
        search.candidates[0].frequency = {0.0015, 0.0005, 0.0044};
        search.candidates[0].lookAlikes = 7;
        search.candidates[0].robustness = {4, 5};
        search.candidates[1].frequency = {0, 0, 0.002};
        const auto nearest = search.candidates.front().portrait;
        const model::CandidateDecision aside{search.id,   nearest,       true,
                                             "Other ear", m_clock.now(), actor.name};
        const model::CandidateDecision back{search.id, nearest, false, "", m_clock.now(), "supervisor"};
        const model::Examination examination{model::ExaminationId::create(),
                                             search.id,
                                             nearest,
                                             model::Conclusion::SupportDifferentSource,
                                             "Scar",
                                             m_clock.now(),
                                             actor.name};
        QVERIFY_OK(store.commit(look, actor, [&](CaseWriter &writer) -> base::Outcome {
            LIKENESS_TRY(writer.insert(drawn));
            LIKENESS_TRY(writer.insert(found));
            LIKENESS_TRY(writer.insert(probe));
            LIKENESS_TRY(writer.insert(search));
            LIKENESS_TRY(writer.insert(aside));
            LIKENESS_TRY(writer.insert(back));
            return writer.insert(examination);
        }));

        const auto contents = store.contents();
        QVERIFY_OK(contents);
        QCOMPARE(contents->evidence.size(), 1u);
        const auto &readItem = contents->evidence.front();
        QCOMPARE(readItem.id, item->id);
        QCOMPARE(readItem.sha256, item->sha256);
        QCOMPARE(readItem.fileName, item->fileName);
        QCOMPARE(readItem.bytes, item->bytes);
        QCOMPARE(readItem.mediaType, item->mediaType);
        QCOMPARE(readItem.width, 1920);
        QCOMPARE(readItem.height, 1280);
        QCOMPARE(readItem.metadata, item->metadata);
        QCOMPARE(readItem.added, item->added);
        QCOMPARE(readItem.addedBy, item->addedBy);
        QCOMPARE(store.evidence(item->id)->sha256, item->sha256);

        QCOMPARE(contents->regions.size(), 2u);
        QCOMPARE(contents->regions[0].id, drawn.id);
        QCOMPARE(contents->regions[0].evidence, item->id);
        QCOMPARE(contents->regions[0].box, drawn.box);
        QVERIFY(contents->regions[0].eyes == drawn.eyes);
        QCOMPARE(contents->regions[0].alignment, model::Alignment::ByHand);
        QVERIFY(contents->regions[0].drawn);
        QCOMPARE(contents->regions[0].created, drawn.created);
        QVERIFY(!contents->regions[1].eyes.has_value());
        QCOMPARE(contents->regions[1].alignment, model::Alignment::Automatic);
        QVERIFY(!contents->regions[1].drawn);
        QCOMPARE(contents->regions[1].confidence, 1.0625);

        const auto readProbe = store.probe(probe.id);
        QVERIFY_OK(readProbe);
        QCOMPARE(readProbe->region, probe.region);
        QCOMPARE(readProbe->evidence, probe.evidence);
        QCOMPARE(readProbe->evidenceSha256, probe.evidenceSha256);
        QCOMPARE(readProbe->box, probe.box);
        QCOMPARE(readProbe->eyes, probe.eyes);
        QCOMPARE(readProbe->alignment, probe.alignment);
        QCOMPARE(readProbe->quality, probe.quality);
        QCOMPARE(readProbe->chipSha256, probe.chipSha256);
        QCOMPARE(readProbe->values, probe.values);
        QCOMPARE(readProbe->engine, probe.engine);
        QCOMPARE(readProbe->created, probe.created);
        QCOMPARE(contents->probes.size(), 1u);

        const auto readSearch = store.search(search.id);
        QVERIFY_OK(readSearch);
        QCOMPARE(readSearch->probe, search.probe);
        QCOMPARE(readSearch->gallery, search.gallery);
        QCOMPARE(readSearch->galleryName, search.galleryName);
        QCOMPARE(readSearch->gallerySnapshot, search.gallerySnapshot);
        QCOMPARE(readSearch->galleryPersons, search.galleryPersons);
        QCOMPARE(readSearch->galleryPortraits, search.galleryPortraits);
        QCOMPARE(readSearch->engine, search.engine);
        QCOMPARE(readSearch->settings, search.settings);
        QCOMPARE(readSearch->calibration, search.calibration);
        QCOMPARE(readSearch->time, search.time);
        QCOMPARE(readSearch->actor, search.actor);
        QCOMPARE(readSearch->candidates.size(), 3u);
        for (size_t i = 0; i < 3; ++i) {
            QCOMPARE(readSearch->candidates[i].rank, search.candidates[i].rank);
            QCOMPARE(readSearch->candidates[i].person, search.candidates[i].person);
            QCOMPARE(readSearch->candidates[i].personReference, search.candidates[i].personReference);
            QCOMPARE(readSearch->candidates[i].portrait, search.candidates[i].portrait);
            QCOMPARE(readSearch->candidates[i].portraitSha256, search.candidates[i].portraitSha256);
            QVERIFY(readSearch->candidates[i].distance == search.candidates[i].distance); // exactly
            QCOMPARE(readSearch->candidates[i].frequency, search.candidates[i].frequency);
            QCOMPARE(readSearch->candidates[i].lookAlikes, search.candidates[i].lookAlikes);
            QCOMPARE(readSearch->candidates[i].robustness, search.candidates[i].robustness);
        }

        QCOMPARE(contents->decisions.size(), 2u);
        QVERIFY(contents->decisions[0].setAside);
        QCOMPARE(contents->decisions[0].reason, aside.reason);
        QCOMPARE(contents->decisions[0].portrait, nearest);
        QVERIFY(!contents->decisions[1].setAside);
        QCOMPARE(contents->decisions[1].actor, back.actor);
        QCOMPARE(contents->decisions[1].time, back.time);
        QCOMPARE(contents->examinations.size(), 1u);
        QCOMPARE(contents->examinations[0].id, examination.id);
        QCOMPARE(contents->examinations[0].conclusion, examination.conclusion);
        QCOMPARE(contents->examinations[0].note, examination.note);
        QCOMPARE(contents->examinations[0].time, examination.time);
        QCOMPARE(contents->examinations[0].actor, examination.actor);

        QVERIFY_ERROR(store.probe(model::ProbeId::create()), NotFound);
        QVERIFY_ERROR(store.search(model::SearchId::create()), NotFound);
        QVERIFY_ERROR(store.evidence(model::EvidenceId::create()), NotFound);
    }

    void removedRegionsAreKeptAndComeBack()
    {
        const auto created = CaseStore::create(m_case, caseFile(m_clock), actor, m_clock);
        QVERIFY_OK(created);
        CaseStore &store = **created;
        const auto item = addEvidence(store, m_clock, m_folder->path(), "a picture");
        QVERIFY_OK(item);
        model::Region region;
        region.id = model::RegionId::create();
        region.evidence = item->id;
        region.box = {0.1, 0.1, 0.1, 0.1};
        region.created = m_clock.now();
        QVERIFY_OK(store.commit(look, actor, [&](CaseWriter &writer) { return writer.insert(region); }));
        QVERIFY_OK(
            store.commit(look, actor, [&](CaseWriter &writer) { return writer.removeRegion(region.id); }));
        QVERIFY(store.contents()->regions.empty());
        QVERIFY_ERROR(store.commit(look, actor, [&](CaseWriter &w) { return w.removeRegion(region.id); }),
                      NotFound);
        QVERIFY_OK(
            store.commit(look, actor, [&](CaseWriter &writer) { return writer.restoreRegion(region.id); }));
        QCOMPARE(store.contents()->regions.size(), 1u);
        QVERIFY_ERROR(store.commit(look, actor,
                                   [&](CaseWriter &w) { return w.removeRegion(model::RegionId::create()); }),
                      NotFound);
    }

    void foundFacesAreReplacedPerKey()
    {
        const auto created = CaseStore::create(m_case, caseFile(m_clock), actor, m_clock);
        QVERIFY_OK(created);
        CaseStore &store = **created;
        const auto item = addEvidence(store, m_clock, m_folder->path(), "a picture");
        QVERIFY_OK(item);
        QVERIFY(!store.foundFaces(item->id, "mmod-40")->has_value());

        model::FoundFace face;
        face.box = {-0.01, 0.2, 0.3, 0.4}; // a finder may look over the edge
        face.eyes = {{0.2, 0.3}, {0.3, 0.3}};
        for (int i = 0; i < 5; ++i)
            face.landmarks[size_t(i)] = {0.1 * i, 0.2 * i};
        face.confidence = 0.875;
        face.quality.grade = model::FaceQuality::Grade::Suitable;
        const auto set = [&](const QString &key, const std::vector<model::FoundFace> &faces) {
            return store.commit(
                look, actor, [&](CaseWriter &writer) { return writer.setFoundFaces(item->id, key, faces); });
        };
        QVERIFY_OK(set("mmod-40", {face, face}));
        QVERIFY_OK(set("mmod-80", {}));
        const auto found = store.foundFaces(item->id, "mmod-40");
        QVERIFY_OK(found);
        QCOMPARE((*found)->size(), 2u);
        const auto &read = (*found)->front();
        QCOMPARE(read.box, face.box);
        QCOMPARE(read.eyes, face.eyes);
        QCOMPARE(read.landmarks, face.landmarks);
        QCOMPARE(read.confidence, face.confidence);
        QCOMPARE(read.quality, face.quality);
        QVERIFY(store.foundFaces(item->id, "mmod-80")->has_value()); // nobody found is a result
        QVERIFY((*store.foundFaces(item->id, "mmod-80"))->empty());
        QVERIFY_OK(set("mmod-40", {face}));
        QCOMPARE((*store.foundFaces(item->id, "mmod-40"))->size(), 1u);
        QVERIFY_ERROR(store.commit(look, actor,
                                   [&](CaseWriter &writer) {
                                       return writer.setFoundFaces(model::EvidenceId::create(), "mmod-40",
                                                                   {});
                                   }),
                      NotFound);
    }

    void aFailedActChangesNothing()
    {
        const auto created = CaseStore::create(m_case, caseFile(m_clock), actor, m_clock);
        QVERIFY_OK(created);
        CaseStore &store = **created;
        const auto head = *store.auditHead();
        const auto headFile = bytesOf(m_case + "/audit.head");
        const auto item = evidenceItem(m_clock, "bytes");

        QVERIFY_ERROR(store.commit(look, actor,
                                   [&](CaseWriter &writer) -> base::Outcome {
                                       LIKENESS_TRY(writer.insert(item));
                                       return base::fail(ErrorCode::Cancelled, "asked to stop");
                                   }),
                      Cancelled);
        QVERIFY_ERROR(store.commit(look, actor,
                                   [&](CaseWriter &writer) -> base::Outcome {
                                       LIKENESS_TRY(writer.insert(item));
                                       throw std::runtime_error("a library's");
                                   }),
                      DatabaseFailed);
        QVERIFY_ERROR(store.commit(look, actor,
                                   [&](CaseWriter &writer) -> base::Outcome {
                                       LIKENESS_TRY(writer.insert(item));
                                       return writer.insert(item);
                                   }),
                      AlreadyExists);
        model::Region orphan;
        orphan.id = model::RegionId::create();
        orphan.evidence = model::EvidenceId::create();
        QVERIFY_ERROR(store.commit(look, actor, [&](CaseWriter &writer) { return writer.insert(orphan); }),
                      NotFound);
        model::EvidenceItem unhashed = item;
        unhashed.sha256 = "short";
        QVERIFY_ERROR(store.commit(look, actor, [&](CaseWriter &writer) { return writer.insert(unhashed); }),
                      InvalidArgument);
        QVERIFY_ERROR(store.commit({"", "subject", {}}, actor), InvalidArgument);
        QVERIFY_ERROR(store.commit({"verb", "", {}}, actor), InvalidArgument);
        QJsonArray deep; // deeper than JSON readers go
        for (int i = 0; i < 1100; ++i)
            deep = QJsonArray{deep};
        QVERIFY_ERROR(store.commit({"verb", "subject", {{"x", deep}}}, actor), InvalidArgument);
        QVERIFY_ERROR(store.commit(look, actor, [&](CaseWriter &) { return store.commit(look, actor); }),
                      InvalidArgument);

        QCOMPARE(*store.auditHead(), head);
        QCOMPARE(bytesOf(m_case + "/audit.head"), headFile);
        QVERIFY(!QFile::exists(m_case + "/audit.head.new"));
        QVERIFY(store.contents()->evidence.empty());
        QVERIFY_OK(store.commit(look, actor)); // and the next act goes through
        QCOMPARE(store.auditHead()->count, head.count + 1);
    }

    void readsWithinAnActSeeIt()
    {
        const auto created = CaseStore::create(m_case, caseFile(m_clock), actor, m_clock);
        QVERIFY_OK(created);
        CaseStore &store = **created;
        const auto item = evidenceItem(m_clock, "bytes");
        QVERIFY_OK(store.commit(look, actor, [&](CaseWriter &writer) -> base::Outcome {
            LIKENESS_TRY(writer.insert(item));
            return store.contents()->evidence.size() == 1 ? base::Outcome()
                                                          : base::fail(ErrorCode::NotFound, item.id.value());
        }));
    }

    void headFollowsEveryCommit()
    {
        const auto created = CaseStore::create(m_case, caseFile(m_clock), actor, m_clock);
        QVERIFY_OK(created);
        for (int i = 2; i < 12; ++i) {
            m_clock.advance(-1000); // a clock set back is entered as it stands
            QVERIFY_OK((*created)->commit(look, actor));
            const auto head = *(*created)->auditHead();
            QCOMPARE(head.count, i);
            QCOMPARE(bytesOf(m_case + "/audit.head"), QByteArray("{\"count\":") + QByteArray::number(i) +
                                                          ",\"hash\":\"" + head.hash.toLatin1() + "\"}\n");
        }
        base::Progress progress;
        QCOMPARE(*(*created)->verifyAudit(progress), *(*created)->auditHead());
        QCOMPARE(progress.done(), 11);
        const auto some = (*created)->auditEntries(5, 3);
        QCOMPARE(some->size(), 3u);
        QCOMPARE(some->front().number, 5);
        QVERIFY(some->front().time > some->back().time);
    }

    // The time of a signed record counts, so it waits until the clock is put right.
    void aClockSetBackStopsSignedActs()
    {
        const auto created = CaseStore::create(m_case, caseFile(m_clock), actor, m_clock);
        QVERIFY_OK(created);
        CaseStore &store = **created;
        const QString before = base::timeText(m_clock.now());
        const model::Act sign{"analysis-signed", "a", {}};
        m_clock.advance(-120'000);
        QVERIFY_OK(store.commit(sign, actor)); // two minutes are within what clocks do
        m_clock.advance(120'000);
        QVERIFY_OK(store.commit(look, actor));
        m_clock.advance(-120'001);
        for (const char *verb :
             {"analysis-signed", "examination-signed", "conclusion-noted", "null-result-noted",
              "rule-overridden", "verification-requested", "verification-signed", "adjudication-signed"}) {
            const auto refused = store.commit({verb, "a", {}}, actor);
            QVERIFY_ERROR(refused, ClockChanged);
            QVERIFY(refused.error().detail.contains(before));
            QVERIFY(refused.error().detail.contains(base::timeText(m_clock.now())));
        }
        QCOMPARE(store.auditHead()->count, 3);
        QVERIFY_OK(store.commit(look, actor)); // that somebody looked is entered at any time
        m_clock.advance(240'002);
        QVERIFY_OK(store.commit(sign, actor));
    }

    void textsOfEveryKindReadBackAsTheyWereHashed()
    {
        const auto created = CaseStore::create(m_case, caseFile(m_clock), actor, m_clock);
        QVERIFY_OK(created);
        const QString odd = QStringLiteral("a\0b \n \t \" \\ ☂ ") + QString(1, QChar(0xdc00));
        const model::Act act{
            "verb", odd, {{odd, odd}, {"", QJsonArray{1e300, -0.0, 0.1, true, QJsonValue()}}}};
        QVERIFY_OK((*created)->commit(act, {odd, odd, true, {}, {}, {}, {}}));
        base::Progress progress;
        QVERIFY_OK((*created)->verifyAudit(progress));
    }

    void operationsThatWereCutOffAreEntered()
    {
        const model::Operation cut{model::OperationId::create(), "intake", "a.jpg", m_clock.now()};
        const model::Operation whole{model::OperationId::create(), "search", "probe", m_clock.now()};
        {
            const auto created = CaseStore::create(m_case, caseFile(m_clock), actor, m_clock);
            QVERIFY_OK(created);
            QVERIFY_OK((*created)->commit(look, actor, [&](CaseWriter &writer) -> base::Outcome {
                LIKENESS_TRY(writer.begin(cut));
                return writer.begin(whole);
            }));
            const auto finish = [&] {
                return (*created)->commit(look, actor,
                                          [&](CaseWriter &w) { return w.finish(whole.id, "done"); });
            };
            QVERIFY_OK(finish());
            QVERIFY_ERROR(finish(), NotFound); // finished once
        }
        {
            const auto reader = CaseStore::open(m_case, actor, m_clock, AccessWanted::Read);
            QVERIFY_OK(reader);
            QVERIFY((*reader)->opening().interrupted.empty());
        }
        m_clock.advance(60'000);
        {
            const auto store = CaseStore::open(m_case, actor, m_clock);
            QVERIFY_OK(store);
            QCOMPARE((*store)->opening().interrupted.size(), 1u);
            QCOMPARE((*store)->opening().interrupted[0].id, cut.id);
            QCOMPARE((*store)->opening().interrupted[0].kind, cut.kind);
            QCOMPARE((*store)->opening().interrupted[0].subject, cut.subject);
            QCOMPARE((*store)->opening().interrupted[0].started, cut.started);
            const auto entry = (*store)->auditEntries(4, 1)->at(0);
            QCOMPARE(entry.act.verb, QStringLiteral("operation-interrupted"));
            QCOMPARE(entry.act.subject, cut.id.value());
            QCOMPARE(entry.act.details.value("kind").toString(), cut.kind);
        }
        const auto later = CaseStore::open(m_case, actor, m_clock);
        QVERIFY_OK(later);
        QVERIFY((*later)->opening().interrupted.empty()); // entered once
        QCOMPARE((*later)->auditHead()->count, 4);
    }

    void readOnlyChangesNothing()
    {
        {
            const auto created = CaseStore::create(m_case, caseFile(m_clock), actor, m_clock);
            QVERIFY_OK(created);
        }
        const auto before = folderBytes(m_case);
        {
            const auto reader = CaseStore::open(m_case, actor, m_clock, AccessWanted::Read);
            QVERIFY_OK(reader);
            QVERIFY((*reader)->opening().readOnly);
            QCOMPARE((*reader)->opening().lockHolder, QString());
            QVERIFY_ERROR((*reader)->commit(look, actor), ReadOnly);
            base::Progress progress;
            const auto source = sourceFile(m_folder->filePath("s"), "bytes");
            QVERIFY_ERROR((*reader)->storeEvidence(*source, progress), ReadOnly);
            QVERIFY_ERROR((*reader)->discardEvidence(QString(64, u'a')), ReadOnly);
            QVERIFY_OK((*reader)->contents());
            QVERIFY_OK((*reader)->verifyAudit(progress));
        }
        QCOMPARE(folderBytes(m_case), before);
    }

    void verifyingCanBeCancelled()
    {
        const auto created = CaseStore::create(m_case, caseFile(m_clock), actor, m_clock);
        QVERIFY_OK(created);
        rawSql(m_case + "/case.sqlite",
               {"WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 1500) "
                "INSERT INTO audit_entry SELECT i, time, actor, host, act, subject, details, hash, "
                "printf('%064d', i) FROM n, audit_entry WHERE number = 1"});
        base::Progress progress;
        progress.cancel();
        QVERIFY_ERROR((*created)->verifyAudit(progress), AuditBroken); // entry 2 is looked at before 1,000
    }

    void writesExportsWhole()
    {
        const QString path = m_folder->filePath("Bericht ä.pdf");
        QVERIFY_OK(CaseStore::writeFile(path, "first"));
        QVERIFY_OK(CaseStore::writeFile(path, "second"));
        QCOMPARE(bytesOf(path), QByteArray("second"));
        QVERIFY_ERROR(CaseStore::writeFile(m_folder->filePath("none/report.pdf"), "x"), WriteFailed);
        QVERIFY_ERROR(CaseStore::writeFile(m_folder->path(), "x"), WriteFailed); // a folder stands there
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList("Bericht ä.pdf"));
    }

private:
    StandingClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_case;
};

QTEST_GUILESS_MAIN(TestCaseStore)
#include "tst_casestore.moc"
