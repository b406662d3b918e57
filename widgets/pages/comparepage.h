// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/comparestate.h"
#include "widgets/pages/workpage.h"
#include "widgets/viewer/comparisonview.h"

#include <array>

class QAction;
class QButtonGroup;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace likeness::pages
{

/// Two faces and a conclusion. Neither distance nor rank nor a name is shown here: only the two pictures
/// count.
class ComparePage : public WorkPage
{
    Q_OBJECT
public:
    explicit ComparePage(models::Workspace &workspace, QWidget *parent = nullptr);

    void activated() override;

protected:
    void hideEvent(QHideEvent *event) override;

private:
    struct Pair {
        model::SearchId search;
        model::ProbeId probe;
        model::PortraitId portrait;
        friend bool operator==(const Pair &, const Pair &) = default;
    };
    QWidget *makeSide();
    void followWorkspace();
    void openPair();
    void update();
    void listConclusions();
    void recordView();
    void choose(int conclusion);
    void note();
    void go(int steps);

    CompareState m_state;
    Pair m_pair;     ///< whose pictures are shown or being opened
    Pair m_recorded; ///< whose view is in the record, of this showing
    model::RelativeRect m_probeBox;
    model::RelativeRect m_portraitBox;

    viewer::ComparisonView *m_view = nullptr;
    QLabel *m_reference = nullptr;
    QButtonGroup *m_conclusions = nullptr;
    QLineEdit *m_note = nullptr;
    QVBoxLayout *m_past = nullptr;
    QAction *m_previous = nullptr;
    QAction *m_next = nullptr;
};

} // namespace likeness::pages
