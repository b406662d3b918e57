// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/samplecase.h"

#include "engine/base/datadirectory.h"
#include "engine/casework/partprogress.h"
#include "engine/imaging/bmp.h"
#include "engine/imaging/imaging.h"

#include <QDir>
#include <QTemporaryDir>

#include <map>

namespace likeness::casework {

namespace {

/// Where a person's head is, in pixels of the photograph.
struct SamplePerson
{
    const char *reference;
    const char *photo;
    int x, y, width, height;
};

/// Fixed, so that the exercise is the same everywhere. P5 also stands in the evidence photograph.
constexpr SamplePerson persons[] = {
    {"P1", "sample3.jpg", 475, 195, 445, 505},  {"P2", "sample3.jpg", 1402, 160, 400, 515},
    {"P3", "sample4.jpg", 550, 0, 405, 430},    {"P4", "sample5.jpg", 680, 20, 370, 410},
    {"P5", "sample3.jpg", 963, 120, 435, 500},  {"P6", "sample5.jpg", 1013, 105, 370, 440},
    {"P7", "sample6.jpg", 152, 360, 430, 500},  {"P8", "sample6.jpg", 580, 210, 360, 520},
    {"P9", "sample6.jpg", 1375, 145, 420, 520},
};
constexpr auto evidencePhoto = "sample1.jpg";

const model::CaseDetails sampleDetails{
    QStringLiteral("TRAINING-0001"), QStringLiteral("Lost property (training exercise)"),
    QStringLiteral("Practise the work: who may have left an umbrella behind?"),
    QStringLiteral("Training desk")};

QString samplePath(const char *photo)
{
    return base::dataDirectory() + QStringLiteral("/samples/") + QLatin1String(photo);
}

/// P1.bmp ... P9.bmp and persons.csv, as a gallery manager would bring them.
base::Outcome writePortraits(const Workstation &workstation, const QDir &folder, base::Progress &progress)
{
    std::map<QByteArray, base::Picture> photos;
    QByteArray csv = "file,person,source,legal_basis\r\n";
    for (const SamplePerson &person : persons) {
        base::Picture &photo = photos[person.photo];
        if (photo.isNull()) {
            auto still = workstation.decoder().decodeFile(samplePath(person.photo), progress);
            if (!still)
                return tl::unexpected(still.error());
            photo = std::move(still->picture);
        }
        const auto head = imaging::crop(
            photo, {double(person.x) / photo.width(), double(person.y) / photo.height(),
                    double(person.width) / photo.width(), double(person.height) / photo.height()});
        if (!head)
            return tl::unexpected(head.error());
        const QByteArray name = person.reference + QByteArray(".bmp");
        LIKENESS_TRY(
            store::CaseStore::writeFile(folder.filePath(QString::fromLatin1(name)), imaging::toBmp(*head)));
        csv += name + ',' + person.reference + ",Training exercise,\"Training material, MIT licence\"\r\n";
    }
    return store::CaseStore::writeFile(folder.filePath(QStringLiteral("persons.csv")), csv);
}

base::Result<std::shared_ptr<GallerySession>> sampleGallery(std::shared_ptr<const Workstation> workstation,
                                                            const QString &folder, base::Progress &progress)
{
    auto gallery = QDir(folder).exists()
                       ? GallerySession::open(workstation, folder)
                       : GallerySession::create(workstation, folder, QStringLiteral("Training gallery"));
    if (!gallery)
        return gallery;
    const auto counts = (*gallery)->counts();
    if (!counts)
        return tl::unexpected(counts.error());
    // Fewer when the making was cut off: what is enrolled already is then passed over as a duplicate.
    if (counts->portraits >= qint64(std::size(persons)) || (*gallery)->isReadOnly())
        return gallery;

    const QTemporaryDir portraits;
    if (!portraits.isValid())
        return base::fail(base::ErrorCode::WriteFailed, portraits.path(), portraits.errorString());
    LIKENESS_TRY(writePortraits(*workstation, QDir(portraits.path()), progress));
    GallerySession::EnrolmentPlan plan;
    plan.csv = portraits.filePath(QStringLiteral("persons.csv"));
    const auto report = (*gallery)->enrol(plan, {}, progress);
    if (!report)
        return tl::unexpected(report.error());
    for (const model::EnrolItem &item : report->items)
        if (item.outcome != model::EnrolOutcome::Enrolled && item.outcome != model::EnrolOutcome::Duplicate)
            return base::fail(base::ErrorCode::EngineFailed, item.file,
                              model::enrolOutcomeName(item.outcome));
    return gallery;
}

} // namespace

base::Result<SampleCase> openSampleCase(std::shared_ptr<const Workstation> workstation, const QString &folder,
                                        base::Progress &progress)
{
    // Nothing is made before all that it needs is there.
    const auto engine = workstation->engine();
    if (!engine)
        return tl::unexpected(engine.error());
    if (!QDir().mkpath(folder))
        return base::fail(base::ErrorCode::WriteFailed, folder);
    const QDir dir(folder);
    const QString caseFolder = dir.filePath(QStringLiteral("sample-case"));

    SampleCase sample;
    auto gallery = sampleGallery(workstation, dir.filePath(QStringLiteral("sample-gallery")), progress);
    if (!gallery)
        return tl::unexpected(gallery.error());
    sample.gallery = std::move(*gallery);
    auto file = QDir(caseFolder).exists() ? CaseSession::open(workstation, caseFolder)
                                          : CaseSession::create(workstation, caseFolder, sampleDetails);
    if (!file)
        return tl::unexpected(file.error());
    sample.file = std::move(*file);

    auto contents = sample.file->contents();
    if (!contents)
        return tl::unexpected(contents.error());
    if (!contents->evidence.empty()) {
        sample.evidence = contents->evidence.front().id;
        return sample;
    }
    PartProgress inner(progress);
    const auto intake = sample.file->addEvidence({samplePath(evidencePhoto)}, inner);
    if (!intake)
        return tl::unexpected(intake.error());
    const auto &outcome = intake->front().outcome;
    if (!outcome)
        return tl::unexpected(outcome.error());
    sample.evidence = outcome->id;
    return sample;
}

} // namespace likeness::casework
