// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/auditstate.h"

namespace likeness::pages
{

qint64 AuditState::unsignedEntries() const
{
    return signedHead ? length - signedHead->number : length;
}

AuditState::Chain AuditState::chain() const
{
    if (isChecking)
        return Chain::Checking;
    if (!checked)
        return Chain::NotChecked;
    if (!*checked)
        return checked->error().code == base::ErrorCode::AuditBroken ? Chain::Broken : Chain::Failed;
    return length > (*checked)->count ? Chain::Grown : Chain::Holds;
}

} // namespace likeness::pages
