// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/enrolment.h"

#include "engine/casework/enrolmentcsv.h"
#include "engine/imaging/border.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace likeness::casework {

using base::ErrorCode;
using model::EnrolOutcome;

namespace {

constexpr qint64 largestCsv = qint64(256) << 20;
constexpr double borderFactor = 0.25;

/// All files below a folder, by path. A link to a file is that file, so that none is passed over silently;
/// links to folders may lead in circles and are not followed. Hidden files are not meant.
QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext())
        files += walk.next();
    files.sort();
    return files;
}

base::Result<std::vector<EnrolmentFile>> filesOfCsv(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return base::fail(ErrorCode::FileUnreadable, path,
                          file.error() == QFile::NoError ? QStringLiteral("not a regular file")
                                                         : file.errorString());
    if (file.size() > largestCsv)
        return base::fail(ErrorCode::TooLarge, path, QStringLiteral("256 MiB"));
    const auto rows = parseEnrolmentCsv(file.readAll(), path);
    if (!rows)
        return tl::unexpected(rows.error());
    const QDir folder = QFileInfo(path).absoluteDir();
    std::vector<EnrolmentFile> files;
    for (const EnrolmentRow &row : *rows)
        files.push_back(
            {QDir::cleanPath(folder.absoluteFilePath(row.file)), row.file, row.person, row.provenance});
    return files;
}

const model::FoundFace *largest(const std::vector<model::FoundFace> &faces)
{
    const model::FoundFace *best = nullptr;
    for (const model::FoundFace &face : faces) // by falling confidence, which settles equal sizes
        if (face.quality.grade != model::FaceQuality::Grade::Unsuitable &&
            face.quality.eyeDistancePx >= GallerySession::smallestEyeDistancePx &&
            (!best || face.quality.eyeDistancePx > best->quality.eyeDistancePx))
            best = &face;
    return best;
}

} // namespace

base::Result<std::vector<EnrolmentFile>> enrolmentFiles(const GallerySession::EnrolmentPlan &plan)
{
    std::vector<EnrolmentFile> files;
    QSet<QString> listed;
    if (!plan.csv.isEmpty()) {
        auto rows = filesOfCsv(plan.csv);
        if (!rows)
            return rows;
        files = std::move(*rows);
        for (const EnrolmentFile &file : files)
            listed.insert(file.path);
        listed.insert(QFileInfo(plan.csv).absoluteFilePath()); // it may lie beside its pictures
    }
    for (const QString &path : plan.paths) {
        const bool folder = QFileInfo(path).isDir();
        for (const QString &file : folder ? filesBelow(path) : QStringList{path}) {
            const QString absolute = QDir::cleanPath(QFileInfo(file).absoluteFilePath());
            if (!listed.contains(absolute))
                files.push_back({absolute, file, {}, {}});
        }
    }
    for (EnrolmentFile &file : files)
        if (file.person.isEmpty())
            file.person = personReference(file.path, plan.personFrom);
    return files;
}

QString personReference(const QString &path, GallerySession::PersonFrom from)
{
    const QFileInfo info(path);
    if (from == GallerySession::PersonFrom::Folder)
        return info.absoluteDir().dirName();
    static const QRegularExpression number(QStringLiteral("_[0-9]+$"));
    const QString name = info.completeBaseName();
    const QString person = QString(name).remove(number);
    return person.isEmpty() ? name : person;
}

base::Result<PortraitFaceResult> findPortraitFace(const face::FaceEngine &engine,
                                                  const base::Picture &picture, base::Progress &progress)
{
    const auto choose = [&](const base::Picture &where,
                            const std::vector<model::FoundFace> &faces) -> base::Result<PortraitFaceResult> {
        if (faces.empty())
            return PortraitFaceResult{EnrolOutcome::NoFace, {}};
        const model::FoundFace *face = largest(faces);
        if (!face)
            return PortraitFaceResult{EnrolOutcome::LowQuality, {}};
        const auto chip = engine.align(where, *face);
        if (!chip)
            return tl::unexpected(chip.error());
        return PortraitFaceResult{EnrolOutcome::Enrolled, {*face, *chip, false}};
    };

    const auto faces = engine.find(picture, {}, progress);
    if (!faces)
        return tl::unexpected(faces.error());
    if (!faces->empty())
        return choose(picture, *faces);

    const imaging::Bordered bordered(picture, borderFactor);
    const auto again = engine.find(bordered.picture(), {}, progress);
    if (!again)
        return tl::unexpected(again.error());
    auto result = choose(bordered.picture(), *again);
    if (result && result->outcome == EnrolOutcome::Enrolled) {
        PortraitFace &found = result->found;
        found.border = true;
        found.face.box = bordered.inside(found.face.box);
        found.face.eyes = bordered.inside(found.face.eyes);
        for (model::RelativePoint &point : found.face.landmarks)
            point = bordered.inside(point);
        // A "face" in the margin is an echo of the picture's edge.
        if (!found.face.box.isValid() || !found.face.eyes.isValid())
            return PortraitFaceResult{EnrolOutcome::NoFace, {}};
    }
    return result;
}

} // namespace likeness::casework
