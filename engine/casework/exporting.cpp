// SPDX-License-Identifier: GPL-3.0-or-later
// CaseSession: the case becomes a report.
#include "engine/audit/verbs.h"
#include "engine/base/canonicaljson.h"
#include "engine/base/digest.h"
#include "engine/casework/casesession.h"
#include "engine/casework/fileexport.h"
#include "engine/casework/gallerysession.h"
#include "engine/casework/partprogress.h"
#include "engine/casework/reportgathering.h"
#include "engine/imaging/imaging.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace likeness::casework
{

using base::ErrorCode;

namespace
{

/// Candidates at the head of each list that a report shows with their picture, examined or lined up or not.
constexpr int picturedRanks = 5;

struct WantedPortrait {
    model::GalleryId gallery;
    model::Candidate candidate;
};

std::vector<WantedPortrait> wantedPortraits(const model::CaseContents &contents)
{
    std::vector<WantedPortrait> wanted;
    QSet<model::PortraitId> seen;
    for (const model::Search &search : contents.searches)
        for (const model::Candidate &candidate : search.candidates) {
            const bool examined = std::any_of(
                contents.examinations.begin(), contents.examinations.end(), [&](const auto &examination) {
                    return examination.search == search.id && examination.portrait == candidate.portrait;
                });
            const bool linedUp = std::any_of(
                contents.verificationRequests.begin(), contents.verificationRequests.end(),
                [&](const auto &request) {
                    return request.search == search.id &&
                           std::any_of(request.lineup.begin(), request.lineup.end(),
                                       [&](const auto &each) { return each.portrait == candidate.portrait; });
                });
            if ((examined || linedUp || candidate.rank <= picturedRanks) &&
                !seen.contains(candidate.portrait)) {
                seen.insert(candidate.portrait);
                wanted.push_back({search.gallery, candidate});
            }
        }
    return wanted;
}

base::Result<report::CaseReport::PortraitPicture>
portraitPicture(const GallerySession *gallery, const model::Candidate &candidate, base::Progress &progress)
{
    if (!gallery)
        return base::fail(ErrorCode::NotFound, candidate.personReference,
                          QStringLiteral("the gallery is not at hand"));
    const auto portrait = gallery->portrait(candidate.portrait);
    if (!portrait)
        return tl::unexpected(portrait.error());
    // The list was made of these bytes; others would illustrate something that nobody compared.
    if (portrait->sha256 != candidate.portraitSha256)
        return base::fail(ErrorCode::EvidenceChanged, candidate.personReference,
                          QStringLiteral("the gallery has another picture under this portrait"));
    const auto still = gallery->openPortrait(candidate.portrait, progress);
    if (!still)
        return tl::unexpected(still.error());
    auto picture = imaging::pixelateOutside(still->picture, headAround(portrait->box));
    if (!picture)
        return tl::unexpected(picture.error());
    return report::CaseReport::PortraitPicture{candidate.portrait, candidate.personReference,
                                               std::move(*picture), portrait->box};
}

} // namespace

base::Result<model::AlignedChip> CaseSession::chipOf(const model::Probe &probe,
                                                     const base::Picture &picture) const
{
    const auto engine = m_workstation->engine();
    if (!engine)
        return tl::unexpected(engine.error());
    return cutAgain(probe, **engine, picture);
}

base::Result<report::CaseReport> CaseSession::gatherReport(const GalleryFinder &galleryFor,
                                                           base::Progress &progress)
{
    report::CaseReport report;
    auto contents = everything();
    if (!contents)
        return tl::unexpected(contents.error());
    report.contents = std::move(*contents);
    const auto head = m_store->auditHead();
    if (!head)
        return tl::unexpected(head.error());
    report.auditHead = *head;
    report.made = m_workstation->clock().now();
    report.madeBy = m_workstation->actor().name;
    report.host = m_workstation->actor().host;
    report.programVersion = QCoreApplication::applicationVersion();
    report.training = report.contents.file.training || m_workstation->actor().training;
    LIKENESS_TRY(addFacts(report, *m_workstation, *m_store));

    for (const model::Scan &scan : report.contents.scans) {
        const auto tracks = m_store->tracks(scan.id);
        if (!tracks)
            return tl::unexpected(tracks.error());
        const auto chosen = std::count_if(tracks->begin(), tracks->end(),
                                          [](const model::ScannedTrack &each) { return each.chosen; });
        report.scannedTracks.push_back({scan.id, qint64(tracks->size()), chosen});
    }

    const auto wanted = wantedPortraits(report.contents);
    const qint64 steps = qint64(report.contents.probes.size() + wanted.size());
    qint64 done = 0;
    const auto step = [&]() -> base::Outcome {
        progress.report(done++, steps);
        if (progress.isCancelled())
            return base::fail(ErrorCode::Cancelled, report.contents.file.details.number);
        return {};
    };

    for (const model::Probe &probe : report.contents.probes) {
        LIKENESS_TRY(step());
        PartProgress inner(progress);
        const auto source = openPicture(probe.source(), inner);
        if (!source) {
            report.missing.push_back({probe.evidenceSha256, source.error()});
            continue;
        }
        auto picture = imaging::pixelateOutside(*source, probe.box);
        if (!picture) {
            report.missing.push_back({probe.evidenceSha256, picture.error()});
            continue;
        }
        report::CaseReport::ProbePicture shown{probe.id, std::move(*picture), {}};
        // The chip is made again from the same pixels; one that differs from the record is not shown.
        const auto aligned = chipOf(probe, *source);
        if (!aligned)
            report.missing.push_back({probe.chipSha256, aligned.error()});
        else if (aligned->sha256 != probe.chipSha256)
            report.missing.push_back(
                {probe.chipSha256,
                 {ErrorCode::EngineFailed, probe.id.value(),
                  QStringLiteral("the aligned face cannot be made again to the pixel")}});
        else
            shown.chip = aligned->picture;
        report.probePictures.push_back(std::move(shown));
    }

    for (const WantedPortrait &portrait : wanted) {
        LIKENESS_TRY(step());
        PartProgress inner(progress);
        const auto gallery = galleryFor ? galleryFor(portrait.gallery) : nullptr;
        auto picture = portraitPicture(gallery.get(), portrait.candidate, inner);
        if (picture)
            report.portraitPictures.push_back(std::move(*picture));
        else
            report.missing.push_back({portrait.candidate.portraitSha256, picture.error()});
    }
    progress.report(steps, steps);
    if (progress.isCancelled())
        return base::fail(ErrorCode::Cancelled, report.contents.file.details.number);
    return report;
}

base::Result<CaseSession::Exported> CaseSession::exportReport(const QString &pdfPath, const PdfMaker &toPdf,
                                                              const GalleryFinder &galleryFor,
                                                              base::Progress &progress)
{
    LIKENESS_TRY(writable());
    LIKENESS_TRY(mayReadAll(policy::Deed::ExportReport));
    LIKENESS_TRY(FileExport::checkTarget(*m_store, pdfPath, QStringLiteral("pdf")));
    const QFileInfo target(pdfPath);
    Exported exported;
    exported.pdf = target.absoluteFilePath();
    exported.json = exported.pdf.chopped(4) + QStringLiteral(".json");
    // An earlier report is replaced as a pair; a JSON file without its PDF is somebody else's.
    if (QFileInfo::exists(exported.json) && !QFileInfo::exists(exported.pdf))
        return base::fail(ErrorCode::AlreadyExists, exported.json);
    LIKENESS_TRY(openEveryList()); // the report tells what they held

    const auto report = gatherReport(galleryFor, progress);
    if (!report)
        return tl::unexpected(report.error());
    const auto pdf = toPdf(*report);
    if (!pdf)
        return tl::unexpected(pdf.error());
    const QByteArray json = base::canonicalJson(report::toJson(*report));
    exported.pdfSha256 = base::sha256(*pdf);
    exported.jsonSha256 = base::sha256(json);

    std::vector<FileToWrite> all{{exported.pdf, *pdf}, {exported.json, json}};
    if (!m_workstation->isTraining()) // where there is no account, no signature would prove anything
        for (const size_t i : {0, 1}) {
            const auto minisig = m_workstation->signFile(all[i].bytes, QStringLiteral("likeness report"));
            if (!minisig)
                return tl::unexpected(minisig.error());
            all.push_back({all[i].path + QStringLiteral(".minisig"), *minisig});
        }
    QStringList paths;
    for (const FileToWrite &file : all)
        paths += file.path;
    auto files = FileExport::begin(*m_store, *m_workstation, paths);
    if (!files)
        return tl::unexpected(files.error());
    for (size_t i = 0; i < all.size(); ++i)
        if (const auto written = (*files)->file(i).write(all[i].bytes); !written)
            return (*files)->failed(written.error());
    const model::AuditHead &head = report->auditHead;
    LIKENESS_TRY((*files)->publish({audit::verbs::reportExported,
                                    target.fileName(),
                                    {{"pdf_sha256", exported.pdfSha256},
                                     {"json_sha256", exported.jsonSha256},
                                     {"audit_count", head.count},
                                     {"audit_hash", head.hash},
                                     {"missing", qint64(report->missing.size())}}}));
    return exported;
}

} // namespace likeness::casework
