// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/audit/verbs.h"
#include "engine/casework/casesession.h"
#include "engine/imaging/bmp.h"
#include "tests/support/testdata.h"
#include "widgets/models/workspace.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

namespace likeness::tests
{

inline constexpr int patienceMs = 60000; ///< a ceiling for a loaded machine, not a wait

inline const model::CaseDetails umbrella{QStringLiteral("2026-0142"), QStringLiteral("Lost property"),
                                         QStringLiteral("Find the owner of an umbrella"),
                                         QStringLiteral("J. Roe")};

/// A case folder on the disk. The pictures are made up and show nobody; so do the numbers of the search.
struct SmallCase {
    QString folder;
    std::vector<model::EvidenceId> evidence;
    model::ProbeId probe;
    model::SearchId search;
    std::vector<model::PortraitId> portraits; ///< of the candidates, by rank
};

/// A workstation in a folder that goes away, and a workspace over it. Ends with no job running.
class Workplace
{
public:
    Workplace()
    {
        qputenv("LIKENESS_WORKSTATION", path(QStringLiteral("workstation")).toUtf8());
        qputenv("LIKENESS_SAMPLE_DIR", path(QStringLiteral("sample")).toUtf8());
        auto made = casework::Workstation::ofThisMachine();
        if (!made)
            qFatal("the workstation's record cannot be opened");
        workstation = *made;
        runner = std::make_unique<jobs::JobRunner>();
        workspace = std::make_unique<models::Workspace>(workstation, *runner);
        QObject::connect(workspace.get(), &models::Workspace::failed, workspace.get(),
                         [this](const base::Error &error) { errors << base::errorCodeName(error.code); });
        QObject::connect(workspace.get(), &models::Workspace::notice, workspace.get(),
                         [this](const QString &sentence) { notices << sentence; });
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    bool settle()
    {
        return QTest::qWaitFor([this] { return runner->isIdle(); }, patienceMs);
    }
    bool open(const QString &folder)
    {
        workspace->openCase(folder);
        return settle() && workspace->hasCase();
    }

    QString writePicture(const QString &name, int width, int height) const
    {
        base::Picture picture(width, height, base::Picture::Format::Rgb);
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width * 3; ++x)
                picture.line(y)[x] = uchar(x + y);
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(imaging::toBmp(picture)) < 0)
            qFatal("a picture cannot be written");
        return file.fileName();
    }

    /// Two evidence items, a probe, and a search with three candidates of a gallery that is not at hand.
    SmallCase makeCase(const QString &name)
    {
        SmallCase made{path(name), {}, model::ProbeId::create(), model::SearchId::create(), {}};
        auto session = casework::CaseSession::create(workstation, made.folder, umbrella).value();
        base::Progress progress;
        const auto taken = session->addEvidence({writePicture(QStringLiteral("door.bmp"), 64, 48),
                                                 writePicture(QStringLiteral("stair.bmp"), 80, 40)},
                                                progress);
        for (const auto &item : taken.value())
            made.evidence.push_back(item.outcome.value().id);
        const auto evidence = session->contents().value().evidence.front();
        session.reset();

        model::Region region;
        region.id = model::RegionId::create();
        region.evidence = evidence.id;
        region.box = {0.25, 0.25, 0.5, 0.5};
        region.created = workstation->clock().now();

        model::Probe probe;
        probe.id = made.probe;
        probe.region = region.id;
        probe.evidence = evidence.id;
        probe.evidenceSha256 = evidence.sha256;
        probe.box = region.box;
        probe.eyes = {{0.4, 0.4}, {0.6, 0.4}};
        probe.quality.grade = model::FaceQuality::Grade::Limited;
        probe.chipSha256 = QString(64, QLatin1Char('c'));
        probe.created = region.created;

        model::Search search;
        search.id = made.search;
        search.probe = probe.id;
        search.gallery = model::GalleryId::create();
        search.galleryName = QStringLiteral("Elsewhere");
        search.gallerySnapshot = QString(64, QLatin1Char('d'));
        search.time = region.created;
        search.actor = workstation->actor().name;
        for (int rank = 1; rank <= 3; ++rank) {
            made.portraits.push_back(model::PortraitId::create());
            search.candidates.push_back({rank, model::PersonId::create(), QStringLiteral("P%1").arg(rank),
                                         made.portraits.back(), QString(64, QLatin1Char('e')),
                                         0.4 + rank / 100.0});
        }

        const auto store =
            store::CaseStore::open(made.folder, workstation->actor(), workstation->clock()).value();
        const auto written =
            store->commit({audit::verbs::searchMade, search.id.value(), {}}, workstation->actor(),
                          [&](store::CaseWriter &writer) -> base::Outcome {
                              LIKENESS_TRY(writer.insert(region));
                              LIKENESS_TRY(writer.insert(probe));
                              return writer.insert(search);
                          });
        if (!written)
            qFatal("the case cannot be filled: %s", qPrintable(written.error().detail));
        return made;
    }

private:
    QTemporaryDir m_folder;

public:
    QStringList errors; ///< code names, as they were said
    QStringList notices;
    std::shared_ptr<casework::Workstation> workstation;
    std::unique_ptr<jobs::JobRunner> runner;
    std::unique_ptr<models::Workspace> workspace; ///< goes before the runner, which cancels and waits
};

} // namespace likeness::tests
