// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/derivation.h"

#include <QUndoCommand>

#include <functional>
#include <vector>

namespace likeness::pages
{

/// One step in a list of edits: the list before and after it, and which row is chosen then. Steps of one
/// gesture (a slider that is dragged) become one.
class EditCommand : public QUndoCommand
{
public:
    struct Moment {
        std::vector<model::Edit> edits;
        int row = -1; ///< chosen
    };
    using Show = std::function<void(const Moment &)>;

    /// `gesture` 0: a step of its own.
    EditCommand(const QString &text, Moment before, Moment after, int gesture, Show show);

    void undo() override { m_show(m_before); }
    void redo() override { m_show(m_after); }
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand *other) override;

private:
    Moment m_before;
    Moment m_after;
    int m_gesture;
    Show m_show;
};

} // namespace likeness::pages
