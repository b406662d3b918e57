// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/editpreview.h"

#include "engine/imaging/derivation.h"

#include <algorithm>

namespace likeness::pages
{

namespace
{

using Edits = std::vector<model::Edit>;

bool isBeginning(const Edits &part, const Edits &whole)
{
    return part.size() <= whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

Edits rest(const Edits &whole, size_t from, size_t to)
{
    return {whole.begin() + qptrdiff(from), whole.begin() + qptrdiff(to)};
}

} // namespace

EditPreview::EditPreview(models::Workspace &workspace, QObject *parent)
    : QObject(parent), m_workspace(workspace)
{
    connect(&workspace, &models::Workspace::caseChanged, this, [this] {
        setOriginal({}, {});
        m_job = nullptr; // its result is not delivered any more
    });
}

void EditPreview::setOriginal(const model::PictureSource &source, const base::Picture &picture)
{
    drop();
    m_source = source;
    m_original = picture;
    m_known = {};
    ++m_pictures;
}

void EditPreview::request(const std::vector<model::Edit> &edits, int turned)
{
    m_next = Request{edits, std::clamp(turned, 0, int(edits.size()))};
    ++m_generation;
    if (!m_job)
        start();
}

void EditPreview::drop()
{
    m_next.reset();
    ++m_generation;
    if (m_job)
        m_job->cancel();
}

base::Result<EditPreview::Made> EditPreview::make(casework::CaseSession &file,
                                                  const model::PictureSource &source, const Stage &original,
                                                  const Stage &known, const Request &request,
                                                  base::Progress &progress)
{
    const auto replay = [&](const Stage &from, size_t to) -> base::Result<base::Picture> {
        imaging::FrameSource others;
        if (source.frame)
            others = [&, done = from.edits](qint64 distance) -> base::Result<base::Picture> {
                base::Progress inside; // opening a frame takes little; the edits look at cancel themselves
                const auto frame = file.openPicture({source.evidence, *source.frame + distance}, inside);
                if (!frame)
                    return frame;
                return imaging::replay(*frame, done, progress);
            };
        return imaging::replay(from.picture, rest(request.edits, from.edits.size(), to), progress, others);
    };
    const auto turned = size_t(request.turned);
    const Stage &nearest = isBeginning(known.edits, rest(request.edits, 0, turned)) && !known.picture.isNull()
                               ? known
                               : original;
    Stage before{rest(request.edits, 0, turned), nearest.picture};
    if (before.edits.size() > nearest.edits.size()) {
        const auto picture = replay(nearest, turned);
        LIKENESS_TRY(picture);
        before.picture = *picture;
    }
    const auto result = replay(before, request.edits.size());
    LIKENESS_TRY(result);
    return Made{std::move(before), *result};
}

void EditPreview::start()
{
    if (!m_next || m_original.isNull())
        return;
    const auto request = *std::exchange(m_next, std::nullopt);
    m_job = m_workspace.runInCase<Made>(
        tr("Replaying the edits"), {}, this,
        [source = m_source, original = Stage{{}, m_original}, known = m_known,
         request](casework::CaseSession &file, base::Progress &progress) {
            return make(file, source, original, known, request, progress);
        },
        [this, generation = m_generation, picture = m_pictures](base::Result<Made> result) {
            m_job = nullptr;
            const bool isOfThis = picture == m_pictures;
            if (result && isOfThis)
                m_known = result->before;
            // While a newer one waits this one is still worth showing: the hand moves on.
            if (isOfThis && (generation == m_generation || m_next)) {
                if (result)
                    emit made(result->result, result->before.picture, result->before.edits);
                else if (generation == m_generation)
                    emit failed(result.error());
            }
            start();
        });
}

} // namespace likeness::pages
