// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/workspace.h"

#include <chrono>

namespace likeness::models
{

Workspace::Access Workspace::access() const
{
    if (m_workstation->isTraining())
        return Access::Training;
    if (!m_lockedAccount.isEmpty())
        return Access::Locked;
    return m_isSigningOut || !m_workstation->isSignedIn() ? Access::SignedOut : Access::Working;
}

void Workspace::readProfile()
{
    m_profile = m_workstation->profile();
}

void Workspace::signIn(const QString &account, const QString &password, bool clockIsRight)
{
    if (m_isCheckingPassword || m_isSigningOut)
        return;
    m_isCheckingPassword = true;
    emit passwordCheckChanged();
    m_runner.run<model::Actor>(
        tr("Checking the password"), QStringLiteral("workspace/sign-in"), this,
        [workstation = m_workstation, account, password, clockIsRight](base::Progress &) {
            return clockIsRight ? workstation->signInAndAcceptClock(account, password)
                                : workstation->signIn(account, password);
        },
        [this](base::Result<model::Actor> actor) {
            m_isCheckingPassword = false;
            if (actor)
                signedIn(*actor);
            emit passwordCheckChanged();
            if (!actor)
                emit signInFailed(actor.error());
        });
}

void Workspace::signedIn(const model::Actor &actor)
{
    // What another account had open is not for this one to see, blind or not.
    if (m_lockedAccount != actor.name)
        leaveCase();
    m_lockedAccount.clear();
    m_mustForgetKey = false;
    readProfile();
    if (m_case)
        refresh();
    emit accountChanged();
}

void Workspace::signOut()
{
    if (access() != Access::Working && access() != Access::Locked)
        return;
    leaveCase();
    m_lockedAccount.clear();
    m_mustForgetKey = false;
    m_isSigningOut = true;
    emit accountChanged();
    m_runner.run<void>(
        tr("Signing out"), QStringLiteral("workspace/sign-out"), this,
        [workstation = m_workstation, released = m_released](base::Progress &) {
            // The case's last holder signs its head with the key that is forgotten here.
            if (released.valid())
                released.wait();
            return workstation->signOut();
        },
        [this](base::Outcome outcome) {
            m_isSigningOut = false;
            check(outcome);
            emit accountChanged();
        });
}

void Workspace::lock(bool becauseIdle)
{
    if (access() != Access::Working)
        return;
    m_lockedAccount = m_workstation->actor().name;
    m_lockedIdle = becauseIdle;
    m_mustForgetKey = true;
    emit accountChanged();
    forgetKeyWhenIdle();
}

void Workspace::forgetKeyWhenIdle()
{
    if (!m_mustForgetKey || !m_runner.isIdle())
        return;
    m_mustForgetKey = false;
    // While the key is there: who opens the case next finds where this account left it.
    if (m_case && !m_case->isReadOnly())
        check(m_case->signHead());
    check(m_workstation->signOut(m_lockedIdle));
}

void Workspace::createAgency(const QString &name, const model::Account &first, const QString &password)
{
    if (m_isCheckingPassword)
        return;
    leaveCase(); // a training case has no place in casework
    m_isCheckingPassword = true;
    emit passwordCheckChanged();
    m_runner.run<model::Actor>(
        tr("Making the agency file"), QStringLiteral("workspace/sign-in"), this,
        [workstation = m_workstation, released = m_released, name, first,
         password](base::Progress &) -> base::Result<model::Actor> {
            if (released.valid())
                released.wait();
            return workstation->createAgency(name, first, password);
        },
        [this](base::Result<model::Actor> actor) {
            m_isCheckingPassword = false;
            if (actor)
                signedIn(*actor);
            emit passwordCheckChanged();
            if (!actor)
                emit signInFailed(actor.error());
        });
}

void Workspace::changeAgency(const QString &title, QObject *context,
                             std::function<base::Outcome(const casework::Workstation &)> act,
                             std::function<void(base::Outcome)> done)
{
    m_runner.run<void>(
        title, QStringLiteral("workspace/agency"), context,
        [workstation = m_workstation, act = std::move(act)](base::Progress &) { return act(*workstation); },
        [this, done = std::move(done)](base::Outcome outcome) {
            done(outcome);
            if (!outcome)
                return;
            readProfile();
            emit accountChanged();
        });
}

} // namespace likeness::models
