// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/alignmentpreview.h"

namespace likeness::pages
{

AlignmentPreview::AlignmentPreview(models::Workspace &workspace, QObject *parent)
    : QObject(parent), m_workspace(workspace)
{
    connect(&workspace, &models::Workspace::caseChanged, this, [this] {
        drop();
        m_job = nullptr; // its result is not delivered any more
    });
}

void AlignmentPreview::request(const base::Picture &picture, const model::RelativeRect &box,
                               const std::optional<model::EyePoints> &eyes)
{
    m_next = Request{picture, box, eyes};
    ++m_generation;
    if (!m_job)
        start();
}

void AlignmentPreview::drop()
{
    m_next.reset();
    ++m_generation;
}

void AlignmentPreview::start()
{
    if (!m_next)
        return;
    const auto request = *std::exchange(m_next, std::nullopt);
    m_job = m_workspace.runInCase<Aligned>(
        tr("Aligning the face"), {}, this,
        [request](casework::CaseSession &file, base::Progress &) {
            return file.previewAlignment(request.picture, request.box, request.eyes);
        },
        [this, generation = m_generation, box = request.box](base::Result<Aligned> result) {
            m_job = nullptr;
            // While a newer one of the same face waits this one is still worth showing: the hand moves on.
            if (generation == m_generation || (m_next && m_next->box == box)) {
                if (result)
                    emit aligned(*result);
                else if (result.error().code != base::ErrorCode::Cancelled)
                    emit failed(result.error());
            }
            start();
        });
}

} // namespace likeness::pages
