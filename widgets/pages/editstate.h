// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/derivation.h"
#include "engine/policy/caserules.h"

#include <QSize>

#include <optional>
#include <vector>

namespace likeness::pages
{

/// The edits of a picture while they are made, and what may be done with them.
struct EditState {
    /// Why one more edit of a kind cannot be added.
    enum class Obstacle { None, NoOtherFrames, OneLine, OnceOnly, Full };
    enum class Missing { Nothing, Edits, SameAsKept, Drawing, Preview, Cancelled, Impossible, ReadOnly, Rule, Work };

    QSize original;          ///< of the picture that the first edit is applied to
    qint64 framesBefore = 0; ///< of a recording, around the frame; none for a still
    qint64 framesAfter = 0;
    std::vector<model::Edit> edits;
    std::vector<model::Edit> begun; ///< with which the editing began
    bool isReadOnly = false;
    std::optional<policy::Rule> rule; ///< that does not permit this account to edit
    bool isDrawing = false;           ///< the box of a crop is being drawn: the result is not seen
    bool isPreviewing = false;
    std::optional<base::Error> previewError;
    bool isKeeping = false;

    /// Somebody stopped the replay: it can be made again.
    bool wasCancelled() const { return previewError && previewError->code == base::ErrorCode::Cancelled; }
    bool mayEdit() const { return !isReadOnly && !rule && !isKeeping; }
    bool isChanged() const { return edits != begun; }
    Obstacle obstacle(model::Edit::Kind kind) const;
    /// Why the result cannot be kept; the first reason that a person can do something about.
    Missing missing() const;
    /// The size of the picture that the edit in this row is applied to; invalid when it cannot be made.
    QSize sizeBefore(int row) const;
    QSize sizeOfResult() const { return sizeBefore(int(edits.size())); }
    /// A new edit of this kind as it is before anybody turned anything: one that can be replayed.
    model::Edit fresh(model::Edit::Kind kind) const;
};

/// All ten, in the order of the menu.
const std::vector<model::Edit::Kind> &allEditKinds();

} // namespace likeness::pages
