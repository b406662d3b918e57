// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/regioncommand.h"

namespace likeness::pages
{

RegionCommand::RegionCommand(models::Workspace &workspace, const QString &text,
                             std::optional<model::Region> removed, std::optional<Drawing> drawn,
                             Shown onShown)
    : QUndoCommand(text), m_workspace(workspace), m_removed(std::move(removed)), m_drawing(std::move(drawn)),
      m_onShown(std::move(onShown))
{
}

void RegionCommand::redo()
{
    const auto file = m_workspace.file();
    const auto removed = m_removed ? m_removed->id : model::RegionId();
    if (!file)
        return setObsolete(true);
    if (m_drawing && m_drawn.isEmpty()) {
        const auto region = file->drawRegion(m_drawing->source, m_drawing->box, m_drawing->eyes);
        if (!m_workspace.check(region ? base::Outcome() : base::Outcome(tl::unexpected(region.error()))))
            return setObsolete(true);
        m_drawn = region->id;
        if (!exchange(removed, {}))
            setObsolete(true);
    } else if (!exchange(removed, m_drawn)) {
        return setObsolete(true);
    }
    m_workspace.refresh();
    m_onShown(m_drawing ? m_drawing->source : m_removed->source(), m_drawn);
}

void RegionCommand::undo()
{
    const auto removed = m_removed ? m_removed->id : model::RegionId();
    if (!exchange(m_drawn, removed))
        return setObsolete(true);
    m_workspace.refresh();
    m_onShown(m_drawing ? m_drawing->source : m_removed->source(), removed);
}

bool RegionCommand::exchange(const model::RegionId &out, const model::RegionId &in)
{
    const auto file = m_workspace.file();
    return file && (in.isEmpty() || m_workspace.check(file->restoreRegion(in))) &&
           (out.isEmpty() || m_workspace.check(file->removeRegion(out)));
}

} // namespace likeness::pages
