// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/innocents.h"

#include "engine/casework/evaluating.h"
#include "engine/casework/permission.h"
#include "engine/casework/portraitwork.h"

#include <algorithm>
#include <set>

namespace likeness::casework
{

using base::ErrorCode;

base::Result<InnocentsEvaluation> evaluateInnocents(const Workstation &workstation, GallerySession &gallery,
                                                    const QString &folder, base::Progress &progress)
{
    LIKENESS_TRY(requireAllowed(workstation, policy::Deed::EvaluateEngine, folder));
    const auto engine = workstation.engine();
    const auto profile = workstation.profile();
    const auto version = gallery.serving();
    if (!engine)
        return tl::unexpected(engine.error());
    if (!profile)
        return tl::unexpected(profile.error());
    if (!version)
        return tl::unexpected(version.error());
    const auto settings = settingsFor(**engine, *version);
    const auto snapshot = gallery.snapshot(progress);
    if (!settings)
        return tl::unexpected(settings.error());
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const match::TemplateMatrix &matrix = *snapshot->matrix;
    if (matrix.portraits() == 0)
        return base::fail(ErrorCode::NotFound, gallery.gallery().name, QStringLiteral("the gallery has no portrait"));
    const auto faces = describedFolder(workstation, folder, *settings, progress);
    if (!faces)
        return tl::unexpected(faces.error());

    InnocentsEvaluation result;
    result.withoutFace = faces->withoutFace;
    result.unreadable = faces->unreadable;
    result.limit = profile->defaultLimit;
    const match::GalleryKnown known{snapshot->strangers.get(), snapshot->engineId, matrix.persons(),
                                    matrix.cohort().size() > 0};
    match::SearchRequest request;
    request.limit = profile->defaultLimit;
    std::set<QString> persons, listed;
    for (qsizetype i = 0; i < faces->files.size(); ++i) {
        if (progress.isCancelled())
            return base::fail(ErrorCode::Cancelled, folder);
        progress.report(i, faces->files.size());
        const QString &person = faces->ours.persons[size_t(i)];
        const auto enrolled = gallery.personOf(person);
        LIKENESS_TRY(enrolled);
        if (*enrolled) {
            result.inGallery += faces->files[i];
            continue;
        }
        base::Progress silent;
        auto list = match::nearestPersons(matrix, faces->ours.values[size_t(i)], request, silent);
        if (!list)
            return tl::unexpected(list.error());
        model::Search search;
        search.candidates = std::move(*list);
        search.calibration =
            match::calibrate(search.candidates, known, {faces->qualities[size_t(i)]}, profile->lineOneIn);
        const auto above = std::count_if(search.candidates.begin(), search.candidates.end(), [&](const auto &each) {
            return !model::isBeyondLine(search, each);
        });
        const model::Candidate *nearest = search.candidates.empty() ? nullptr : &search.candidates.front();
        result.pictures.push_back({faces->files[i], person, above, nearest ? nearest->score() : 0,
                                   nearest ? nearest->personReference : QString()});
        result.calibration = *search.calibration;
        persons.insert(person);
        if (above > 0)
            listed.insert(person);
    }
    if (persons.empty())
        return base::fail(ErrorCode::InvalidArgument, folder,
                          QStringLiteral("no picture of somebody who is not in the gallery"));
    result.calibration.probeClass.clear(); // each picture has its own
    result.persons = qint64(persons.size());
    result.listed = qint64(listed.size());
    result.share = match::shareOf(double(result.listed), result.persons);
    return result;
}

} // namespace likeness::casework
