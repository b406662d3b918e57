// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/packetverifying.h"
#include "widgets/pages/verifystate.h"
#include "widgets/pages/workpage.h"

#include <QTimer>

class QAction;
class QLabel;
class QListView;
class QStackedWidget;
class QStandardItemModel;

namespace likeness::pages
{

class AdjudicatePanel;
class BlindPanel;

/// What waits for a second and a third pair of eyes. A task that is taken on is compared blind: the probe and
/// letters, one at a time, and nothing else of the case.
class VerifyPage : public WorkPage
{
    Q_OBJECT
public:
    explicit VerifyPage(models::Workspace &workspace, QWidget *parent = nullptr);

    void activated() override;

protected:
    void hideEvent(QHideEvent *event) override;

private:
    enum class Waiting { Task, Disagreement, Unopened, Sent };
    QWidget *makeWaiting();
    void makeActions();
    void follow();
    void update();
    void updateWaiting();
    void updateBlind();
    void listWaiting();
    Waiting chosenKind() const;
    model::VerificationId chosenId() const;
    void mainAction();
    // Blind
    void take(const model::VerificationId &task);
    void openPictures();
    void showPart();
    void edited(const model::Comparison &comparison);
    void saveDraft();
    void step(int by);
    void sign();
    void answerPacket();
    void putBack();
    void leaveTask();
    void followAccount();
    // Packets
    void openPacket();
    void importAnswer();
    void sendPacket();
    void settle();
    casework::CaseSession::GalleryFinder galleryFinder() const;

    VerifyState m_state;
    model::VerificationId m_held; ///< whose pictures are shown or being opened
    std::optional<casework::PacketTask> m_packet;
    QString m_packetActor; ///< who opened it: it is nobody else's
    std::vector<casework::CaseSession::BlindPicture> m_pictures; ///< probe first
    QString m_unsaved; ///< the label whose comparison waits to be saved
    QTimer m_saving;

    QStackedWidget *m_views = nullptr;
    QStandardItemModel *m_rows = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_nothing = nullptr;
    BlindPanel *m_blind = nullptr;
    AdjudicatePanel *m_settling = nullptr;
    QAction *m_openPacket = nullptr;
    QAction *m_importAnswer = nullptr;
    QAction *m_sendPacket = nullptr;
    QAction *m_previous = nullptr;
    QAction *m_next = nullptr;
    QAction *m_giveBack = nullptr;
    QAction *m_leaveSettling = nullptr;
};

} // namespace likeness::pages
