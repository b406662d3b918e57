// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/searchstate.h"
#include "widgets/pages/workpage.h"

#include <QHash>
#include <QPointer>

class QAction;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace likeness::pages
{

class ProbePanel;

/// One probe, one gallery, one list length: each gate with a tick or its reason, and one button.
class SearchPage : public WorkPage
{
    Q_OBJECT
public:
    explicit SearchPage(models::Workspace &workspace, QWidget *parent = nullptr);

    void activated() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeGates(QGridLayout *grid);
    void listGalleries();
    void update();
    void updateFrames();
    void updateGates();
    void askEngine();
    void search();
    QStringList excludedReferences() const; ///< as they stand in the field
    bool mayOverride() const;
    void letPass();

    SearchState m_state;
    QPointer<jobs::Job> m_job;

    ProbePanel *m_probe = nullptr;
    QComboBox *m_gallery = nullptr;
    QComboBox *m_kind = nullptr;
    QSpinBox *m_limit = nullptr;
    QFormLayout *m_form = nullptr;
    QLabel *m_frames = nullptr;
    QCheckBox *m_leaveOutPastRetention = nullptr;
    QLineEdit *m_excluded = nullptr;
    model::ProbeId m_kindOf; ///< the probe that the stated kind is about
    QAction *m_overrideAction = nullptr;
    struct GateLabels {
        QLabel *icon;
        QLabel *topic;
        QLabel *reason;
    };
    std::vector<GateLabels> m_gates;
    QAction *m_cancelAction = nullptr;
    QWidget *m_cancelButton = nullptr;
    QLabel *m_engine = nullptr;
    std::optional<base::Error> m_engineError;
};

} // namespace likeness::pages
