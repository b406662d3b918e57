// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/comparestate.h"
#include "widgets/pages/workpage.h"

#include <memory>
#include <mutex>

class QAction;
class QComboBox;
class QLabel;
class QTimer;

namespace likeness::pages
{

class ComparisonWorkbench;

/// Two faces, the checklist and a conclusion, signed at last. Neither distance nor rank nor a name is shown
/// here, and nobody else's conclusion before one's own is signed: only the two pictures count. Work is saved
/// a moment after it is done, and at the latest when the page is left.
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
    /// What is not saved yet of one pair. Whoever writes takes the newest under one lock, so that an older
    /// state never follows a newer one; putting something in waits for no writer.
    struct Outbox {
        std::mutex writing;
        void put(const std::optional<model::Comparison> &comparison);
        std::optional<model::Comparison> take();
        void giveBack(const model::Comparison &comparison); ///< unless something newer came

    private:
        std::mutex m_mutex;
        std::optional<model::Comparison> m_pending;
    };

    void makeTop();
    void followWorkspace();
    void openPair();
    void show(const std::optional<model::ExaminationId> &version); ///< nothing: the work in progress
    void listVersions();
    void update();
    void updateRules();
    void sayMissing();
    void recordView();
    void edited();
    void save(); ///< as a job
    void saveNow();
    static base::Outcome send(casework::CaseSession &file, const Pair &pair, Outbox &outbox);
    void act();
    void noteConclusion();
    void sign();
    void askForVerification();
    void compareAgain();
    void go(int steps);
    const model::Examination *shown() const; ///< the signed version that is looked at
    QString me() const;

    CompareState m_state;
    Pair m_pair;     ///< whose pictures are shown or being opened
    Pair m_recorded; ///< whose view is in the record, of this showing
    std::optional<model::ExaminationId> m_version;
    std::shared_ptr<Outbox> m_outbox = std::make_shared<Outbox>();
    QTimer *m_saveSoon = nullptr;

    ComparisonWorkbench *m_bench = nullptr;
    QLabel *m_reference = nullptr;
    QComboBox *m_versions = nullptr;
    QLabel *m_about = nullptr; ///< who signed what is shown, and how far it has come
    QAction *m_previous = nullptr;
    QAction *m_next = nullptr;
    QAction *m_again = nullptr;
};

} // namespace likeness::pages
