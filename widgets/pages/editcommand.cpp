// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/editcommand.h"

namespace likeness::pages
{

EditCommand::EditCommand(const QString &text, Moment before, Moment after, int gesture, Show show)
    : QUndoCommand(text), m_before(std::move(before)), m_after(std::move(after)), m_gesture(gesture),
      m_show(std::move(show))
{
}

bool EditCommand::mergeWith(const QUndoCommand *other)
{
    const auto *later = static_cast<const EditCommand *>(other);
    if (m_gesture == 0 || later->m_gesture != m_gesture)
        return false;
    m_after = later->m_after;
    if (m_after.edits == m_before.edits)
        setObsolete(true); // back where it began: nothing to undo
    return true;
}

} // namespace likeness::pages
