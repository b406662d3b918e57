// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/page.h"
#include "widgets/models/workspace.h"
#include "widgets/settings/settingsstate.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace likeness::settings
{

/// Appearance, language and the smallest face; where things are; which engine and weights run here; about.
class SettingsPage : public common::Page
{
    Q_OBJECT
public:
    SettingsPage(SettingsState &state, models::Workspace &workspace, QWidget *parent = nullptr);

    void activated() override;

private:
    void makeChoices(QFormLayout *form);
    void makeEngine(QFormLayout *form);
    void makePlaces(QFormLayout *form);
    void makeAbout(QFormLayout *form);
    QLabel *addFact(QFormLayout *form, const QString &name, const QString &value);
    void addHeading(QFormLayout *form, const QString &text);
    void checkEngine();

    SettingsState &m_state;
    models::Workspace &m_workspace;
    QComboBox *m_appearance = nullptr;
    QComboBox *m_language = nullptr;
    QLabel *m_restart = nullptr;
    QSpinBox *m_smallestFace = nullptr;
    QLabel *m_engineState = nullptr;
    QLabel *m_engineName = nullptr;
    QLabel *m_finder = nullptr;
    QLabel *m_landmarks = nullptr;
    QLabel *m_describer = nullptr;
};

} // namespace likeness::settings
