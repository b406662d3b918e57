// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/signinstate.h"

#include <algorithm>

namespace likeness::pages
{

bool isAccountName(const QString &name)
{
    return !name.isEmpty() && name.size() <= 32 && name.front().isLower() &&
           std::all_of(name.begin(), name.end(), [](QChar c) {
               return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) ||
                      (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('.') ||
                      c == QLatin1Char('-');
           });
}

SignInState::Missing SignInState::missing() const
{
    if (isBusy)
        return Missing::Busy;
    if (view != View::SetUp) {
        if (account.isEmpty())
            return Missing::Account;
        return password.isEmpty() ? Missing::Password : Missing::Nothing;
    }
    if (agency.isEmpty())
        return Missing::Agency;
    if (account.isEmpty())
        return Missing::Account;
    if (!isAccountName(account))
        return Missing::AccountUnfit;
    if (fullName.isEmpty())
        return Missing::FullName;
    if (password.size() < leastPassword)
        return Missing::PasswordShort;
    return password == repeated ? Missing::Nothing : Missing::PasswordsDiffer;
}

bool SignInState::closesCase() const
{
    return view == View::Locked && !account.isEmpty() && account != lockedAccount;
}

} // namespace likeness::pages
