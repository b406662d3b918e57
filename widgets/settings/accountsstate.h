// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/account.h"
#include "engine/policy/profile.h"

#include <QList>
#include <QPair>

#include <vector>

namespace likeness::settings
{

/// An account as it is typed in: a new one, or one that is being changed.
struct AccountsState {
    enum class Missing {
        Nothing,
        Name,
        NameUnfit,
        NameTaken,
        FullName,
        Roles,
        PasswordShort,
        Unchanged,
        LastSupervisor, ///< the last account that can manage the others would be lost
    };
    static constexpr int leastPassword = 12; ///< letters; as of casework::Agency

    std::vector<model::Account> accounts; ///< of the agency
    bool isNew = true;
    model::Account edited;
    QString password; ///< of a new one

    Missing missing() const;
};

/// The rules in force, in words: caption and value.
QList<QPair<QString, QString>> profileFacts(const policy::Profile &profile);

} // namespace likeness::settings
