// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/audit/chain.h"
#include "widgets/models/auditmodel.h"
#include "widgets/models/cardrole.h"
#include "widgets/models/facemodel.h"
#include "widgets/models/outcomemodel.h"
#include "widgets/models/portraitmodel.h"
#include "widgets/models/thumbnailcache.h"

#include <QAbstractItemModelTester>
#include <QSemaphore>
#include <QtTest>

using namespace likeness;
using namespace likeness::models;

namespace
{

using Mode = QAbstractItemModelTester::FailureReportingMode;

/// A chain that can grow, and remembers what was asked of it.
struct FakeChain {
    std::vector<model::AuditEntry> entries;
    qint64 asked = 0;
    bool isBroken = false;

    void grow(int count)
    {
        for (int i = 0; i < count; ++i) {
            const auto head =
                entries.empty() ? model::AuditHead{0, audit::emptyHash()} : audit::headAfter(entries.back());
            entries.push_back(
                audit::nextEntry(head, {QStringLiteral("evidence-viewed"), QStringLiteral("item"), {}},
                                 {QStringLiteral("ann"), QStringLiteral("desk"), true},
                                 QDateTime::fromMSecsSinceEpoch(1000, Qt::UTC)));
        }
    }
    AuditModel::Chain chain()
    {
        return {[this]() -> base::Result<model::AuditHead> {
                    return model::AuditHead{qint64(entries.size()), {}};
                },
                [this](qint64 from, qint64 atMost) -> base::Result<std::vector<model::AuditEntry>> {
                    asked += atMost;
                    if (isBroken)
                        return base::fail(base::ErrorCode::DatabaseFailed, QStringLiteral("chain"));
                    const auto first = entries.begin() + (from - 1);
                    return std::vector(first, first + std::min<qint64>(atMost, entries.end() - first));
                }};
    }
};

model::FoundFace found(double x, double eyes)
{
    model::FoundFace face;
    face.box = {x, 0.1, 0.2, 0.2};
    face.quality.grade = model::FaceQuality::Grade::Suitable;
    face.quality.eyeDistancePx = eyes;
    return face;
}

model::Region drawn(const char *id)
{
    model::Region region;
    region.id = model::RegionId(QString::fromLatin1(id));
    region.box = {0.5, 0.5, 0.2, 0.2};
    region.drawn = true;
    return region;
}

} // namespace

class TestItemModels : public QObject
{
    Q_OBJECT
private slots:
    void auditIsNewestFirstAndLazy();
    void auditGrowsAtTheTop();
    void auditFailureIsToldOnce();
    void facesKeepTheirRows();
    void facesSayWhatWasUsed();
    void portraitsComePageByPage();
    void outcomesGrow();
    void thumbnailsLoadAside();
    void thumbnailsDropWhatWasCleared();
};

void TestItemModels::auditIsNewestFirstAndLazy()
{
    FakeChain fake;
    fake.grow(450);
    AuditModel model;
    model.setChain(fake.chain());
    QCOMPARE(model.rowCount(), 0);
    model.fetchMore({});
    QCOMPARE(model.rowCount(), 200);
    QCOMPARE(fake.asked, 200);
    QCOMPARE(model.entry(0)->number, 450);
    QCOMPARE(model.index(0, AuditModel::NumberColumn).data().toString(), QStringLiteral("450"));
    QCOMPARE(model.index(0, AuditModel::ActorColumn).data().toString(), QStringLiteral("ann"));
    while (model.canFetchMore({}))
        model.fetchMore({});
    QCOMPARE(model.rowCount(), 450);
    QCOMPARE(model.entry(449)->number, 1);
    QVERIFY(!(model.flags(model.index(0, 0)) & Qt::ItemIsEditable));
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
}

void TestItemModels::auditGrowsAtTheTop()
{
    FakeChain fake;
    fake.grow(3);
    AuditModel model;
    model.setChain(fake.chain());
    model.fetchMore({});
    const QPersistentModelIndex kept = model.index(0, 0);
    fake.grow(2);
    model.refresh();
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(kept.row(), 2);
    QCOMPARE(model.entry(kept.row())->number, 3);
    QCOMPARE(model.chainLength(), 5);
    const QAbstractItemModelTester tester(&model, Mode::QtTest); // it fetches by itself: only now
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestItemModels::auditFailureIsToldOnce()
{
    FakeChain fake;
    fake.grow(3);
    fake.isBroken = true;
    AuditModel model;
    QSignalSpy failed(&model, &AuditModel::failed);
    model.setChain(fake.chain());
    model.fetchMore({});
    QCOMPARE(failed.count(), 1);
    QVERIFY(!model.canFetchMore({}));
}

void TestItemModels::facesKeepTheirRows()
{
    FaceModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    model.setPicture(base::Picture(100, 100, base::Picture::Format::Rgb));
    model.setRecords({drawn("a")}, {});
    model.setFound({found(0.1, 80), found(0.4, 60)});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.foundCount(), 2);
    QCOMPARE(model.rowOf(model::RegionId(QStringLiteral("a"))), 2);
    QCOMPARE(model.index(0, 0).data(FigureRole).toString(), QStringLiteral("80 px"));
    QVERIFY(!model.index(0, 0).data(Qt::DecorationRole).value<QImage>().isNull());

    const QPersistentModelIndex kept = model.index(1, 0);
    model.setRecords({drawn("b")}, {});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(kept.row(), 1);
    QCOMPARE(model.rowOf(model::RegionId(QStringLiteral("a"))), -1);
    QVERIFY(model.face(2)->isDrawn());
    QCOMPARE(model.face(3), nullptr);
    model.setPicture({});
    QCOMPARE(model.rowCount(), 0);
}

void TestItemModels::facesSayWhatWasUsed()
{
    FaceModel model;
    model.setPicture(base::Picture(100, 100, base::Picture::Format::Rgb));
    model.setFound({found(0.1, 80), found(0.4, 60)});
    model.setRecords({drawn("a")}, {});
    model::Probe probe;
    probe.box = found(0.4, 60).box;
    model::Probe hand;
    hand.region = model::RegionId(QStringLiteral("a"));
    hand.quality.grade = model::FaceQuality::Grade::Unsuitable;
    model.setRecords({drawn("a")}, {probe, hand});
    QVERIFY(!model.face(0)->usedAsProbe);
    QVERIFY(model.face(1)->usedAsProbe);
    QVERIFY(model.face(2)->usedAsProbe);
    QVERIFY(model.index(2, 0).data(QuietRole).toBool());
}

void TestItemModels::portraitsComePageByPage()
{
    PortraitModel model;
    const model::PersonId person(QStringLiteral("p"));
    const auto pages = [&](qint64 offset, qint64 atMost) -> base::Result<std::vector<model::Portrait>> {
        std::vector<model::Portrait> page(size_t(std::clamp<qint64>(250 - offset, 0, atMost)));
        for (auto &portrait : page)
            portrait.person = person;
        return page;
    };
    model.setSource(pages, {{person, QStringLiteral("P1")}});
    model.fetchMore({});
    QCOMPARE(model.rowCount(), 200);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QCOMPARE(model.rowCount(), 250);
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(model.index(249, PortraitModel::PersonColumn).data().toString(), QStringLiteral("P1"));
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
}

void TestItemModels::outcomesGrow()
{
    OutcomeModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    model.append({});
    QCOMPARE(model.rowCount(), 0);
    model.append({{QStringLiteral("a.jpg"), QStringLiteral("Enrolled"), {}, false},
                  {QStringLiteral("b.jpg"), QStringLiteral("Could not be read"), {}, true}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.problemCount(), 1);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestItemModels::thumbnailsLoadAside()
{
    ThumbnailCache cache;
    QSignalSpy loaded(&cache, &ThumbnailCache::loaded);
    QThread *workedOn = nullptr;
    const auto load = [&](base::Progress &) -> base::Result<base::Picture> {
        workedOn = QThread::currentThread();
        return base::Picture(1000, 500, base::Picture::Format::Rgb);
    };
    QVERIFY(cache.image(QStringLiteral("a"), load).isNull());
    QVERIFY(cache.image(QStringLiteral("a"), load).isNull()); // asked again at a repaint: loaded once
    QTRY_COMPARE(loaded.count(), 1);
    QVERIFY(workedOn && workedOn != QThread::currentThread());
    const QImage image = cache.image(QStringLiteral("a"), load);
    QCOMPARE(image.size(), QSize(ThumbnailCache::side, ThumbnailCache::side / 2));

    cache.image(QStringLiteral("b"), [](base::Progress &) -> base::Result<base::Picture> {
        return base::fail(base::ErrorCode::EvidenceChanged, QStringLiteral("b"));
    });
    QTRY_COMPARE(loaded.count(), 2);
    QVERIFY(cache.error(QStringLiteral("b")));
    QVERIFY(cache.isIdle());
}

void TestItemModels::thumbnailsDropWhatWasCleared()
{
    ThumbnailCache cache;
    QSignalSpy loaded(&cache, &ThumbnailCache::loaded);
    QSemaphore entered;
    const auto untilCancelled = [&](base::Progress &progress) -> base::Result<base::Picture> {
        entered.release();
        while (!progress.isCancelled())
            QThread::yieldCurrentThread();
        return base::Picture(10, 10, base::Picture::Format::Grey);
    };
    cache.image(QStringLiteral("a"), untilCancelled);
    entered.acquire();
    cache.clear();
    cache.image(QStringLiteral("b"), [](base::Progress &) -> base::Result<base::Picture> {
        return base::Picture(10, 10, base::Picture::Format::Grey);
    });
    QTRY_COMPARE(loaded.count(), 1);
    QCOMPARE(loaded.at(0).at(0).toString(), QStringLiteral("b"));
    QVERIFY(!cache.isLoaded(QStringLiteral("a")));
}

QTEST_GUILESS_MAIN(TestItemModels)
#include "tst_itemmodels.moc"
