// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <QDate>
#include <QString>

#include <optional>

namespace likeness::pages
{

/// What the page that stands before all others asks for, and what is still missing.
struct SignInState {
    enum class View { SignIn, Locked, SetUp };
    enum class Missing {
        Nothing,
        Busy,
        Account,
        Password,
        Agency,       ///< its name
        AccountUnfit, ///< not of small letters, digits, point, hyphen
        FullName,
        PasswordShort,   ///< of a new account
        PasswordsDiffer, ///< typed twice, not the same
    };
    static constexpr int leastPassword = 12; ///< letters of a new one; as of casework::Agency

    View view = View::SignIn;
    bool isBusy = false;
    QString account;
    QString password;
    QString lockedAccount; ///< whose case is behind the lock
    QString agency;
    QString fullName;
    QString repeated;

    Missing missing() const;
    /// Somebody else than the one who locked: the case is closed first.
    bool closesCase() const;
};

/// Fit to be the name of an account: it stands in every record, so it is plain and short.
bool isAccountName(const QString &name);

} // namespace likeness::pages
