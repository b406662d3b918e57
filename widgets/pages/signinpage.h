// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/page.h"
#include "widgets/models/workspace.h"
#include "widgets/pages/signinstate.h"

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace likeness::pages
{

/// What stands before everything: signing in, the lock, and making the agency file with its first
/// supervisor. While it is in front nothing of a case is drawn.
class SignInPage : public common::Page
{
    Q_OBJECT
public:
    explicit SignInPage(models::Workspace &workspace, QWidget *parent = nullptr);

    /// Asks for the first supervisor; only in training.
    void offerSetUp();
    bool isSettingUp() const { return m_isSettingUp; }
    void activated() override;

signals:
    void setUpLeft(); ///< the person goes on in training

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void follow();
    void update();
    void readFields();
    void go();
    void say(const base::Error &error);
    QLineEdit *addField(const QString &name, const QString &label, bool isPassword);
    void showField(QLineEdit *field, bool shown);

    models::Workspace &m_workspace;
    SignInState m_state;
    bool m_isSettingUp = false;

    QFormLayout *m_form = nullptr;
    QLabel *m_intro = nullptr;
    QLineEdit *m_agency = nullptr;
    QLineEdit *m_account = nullptr;
    QLineEdit *m_fullName = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_repeated = nullptr;
    QLabel *m_said = nullptr;
    QCheckBox *m_clockIsRight = nullptr; ///< asked for when the clock was found changed
    QWidget *m_back = nullptr;
    QAction *m_backAction = nullptr;
};

} // namespace likeness::pages
