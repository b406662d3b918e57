// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/workspace.h"

#include <QUndoCommand>

#include <functional>
#include <optional>

namespace likeness::pages
{

/// Draws a region, removes one, or puts a new one in another's place (moved eyes). A region that was
/// recorded stays in the record: undoing marks it removed, redoing brings it back.
class RegionCommand : public QUndoCommand
{
public:
    struct Drawing {
        model::PictureSource source;
        model::RelativeRect box;
        std::optional<model::EyePoints> eyes;
    };
    /// `onShown` is called with the region that is there after a step: empty when none is.
    using Shown = std::function<void(const model::PictureSource &, const model::RegionId &)>;

    RegionCommand(models::Workspace &workspace, const QString &text, std::optional<model::Region> removed,
                  std::optional<Drawing> drawn, Shown onShown);

    void undo() override;
    void redo() override;

private:
    bool exchange(const model::RegionId &out, const model::RegionId &in);

    models::Workspace &m_workspace;
    std::optional<model::Region> m_removed;
    std::optional<Drawing> m_drawing;
    model::RegionId m_drawn; ///< empty until it was drawn
    Shown m_onShown;
};

} // namespace likeness::pages
