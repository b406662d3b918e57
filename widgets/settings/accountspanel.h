// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/workspace.h"
#include "widgets/settings/accountsstate.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace likeness::settings
{

/// One's own password; for supervisors the accounts of the agency; and the policy profile in words. In
/// training only the profile.
class AccountsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit AccountsPanel(models::Workspace &workspace, QWidget *parent = nullptr);

private:
    QWidget *makeOwn();
    QWidget *makeAccounts();
    QWidget *makeProfile();
    void refresh();
    void listAccounts();
    void showAccount();
    void readFields();
    void update();
    void apply();
    void changePassword();
    void installProfile();
    void said(QLabel *where, const base::Outcome &outcome, const QString &done);

    models::Workspace &m_workspace;
    AccountsState m_state;
    QWidget *m_own = nullptr;
    QWidget *m_all = nullptr;
    QLabel *m_training = nullptr;
    QLineEdit *m_oldPassword = nullptr;
    QLineEdit *m_newPassword = nullptr;
    QLineEdit *m_repeated = nullptr;
    QPushButton *m_changePassword = nullptr;
    QLabel *m_ownSaid = nullptr;
    QComboBox *m_account = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_fullName = nullptr;
    QList<QCheckBox *> m_roles; ///< in the order of model::allRoles()
    QDateEdit *m_trainedUntil = nullptr;
    QCheckBox *m_disabled = nullptr;
    QLineEdit *m_password = nullptr;
    QPushButton *m_apply = nullptr;
    QLabel *m_missing = nullptr;
    QLabel *m_allSaid = nullptr;
    QFormLayout *m_accountForm = nullptr;
    QFormLayout *m_profileForm = nullptr;
    QPushButton *m_install = nullptr;
    QLabel *m_profileSaid = nullptr;
};

} // namespace likeness::settings
