// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/verifypage.h"

#include "widgets/common/theme.h"
#include "widgets/models/cardrole.h"
#include "widgets/pages/adjudicatepanel.h"
#include "widgets/pages/blindpanel.h"
#include "widgets/pages/parts.h"
#include "widgets/words/errortext.h"
#include "widgets/words/ruletext.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace likeness::pages
{

using common::gridPx;
using View = VerifyState::View;

namespace
{

constexpr int readingWidth = 720;
constexpr int savingDelayMs = 400; ///< after the last key: a checklist is not written nineteen times
constexpr int kindRole = Qt::UserRole + 100;

struct Opened {
    std::vector<casework::CaseSession::BlindPicture> pictures;
    std::map<QString, model::Comparison> drafts;
};

} // namespace

VerifyPage::VerifyPage(models::Workspace &workspace, QWidget *parent)
    : WorkPage(Step::Verify, workspace, parent)
{
    makeActions();
    m_views = new QStackedWidget(this);
    m_views->addWidget(makeWaiting()); // in the order of VerifyState::View
    m_blind = new BlindPanel(m_previous, m_next, m_giveBack, m_views);
    m_views->addWidget(m_blind);
    m_settling = new AdjudicatePanel(workspace, m_leaveSettling, m_views);
    m_views->addWidget(m_settling);
    content()->addWidget(m_views);

    m_saving.setSingleShot(true);
    m_saving.setInterval(savingDelayMs);
    connect(&m_saving, &QTimer::timeout, this, &VerifyPage::saveDraft);
    connect(m_blind, &BlindPanel::edited, this, &VerifyPage::edited);
    connect(m_settling, &AdjudicatePanel::edited, this, &VerifyPage::update);
    connect(this, &Page::mainActionTriggered, this, &VerifyPage::mainAction);
    connect(this, &Page::emptyStateActionTriggered, this, [this] { emit stepWanted(Step::Case); });
    connect(&workspace, &models::Workspace::caseChanged, this, [this] {
        m_state.settling.reset();
        m_settling->refresh();
        m_state.isSigning = false;
        follow();
    });
    connect(&workspace, &models::Workspace::contentsChanged, this, &VerifyPage::follow);
    connect(&workspace, &models::Workspace::accountChanged, this, &VerifyPage::followAccount);
    follow();
}

void VerifyPage::makeActions()
{
    m_openPacket = pageAction(this, tr("Open a packet"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
                              [this] { openPacket(); });
    m_importAnswer = pageAction(this, tr("Take in an answer"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I),
                                [this] { importAnswer(); });
    m_sendPacket = pageAction(this, tr("Write as a packet"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
                              [this] { sendPacket(); });
    m_previous = pageAction(this, tr("Previous"), QKeySequence(Qt::Key_PageUp), [this] { step(-1); });
    m_next = pageAction(this, tr("Next"), QKeySequence(Qt::Key_PageDown), [this] { step(1); });
    m_giveBack = pageAction(this, tr("Give back"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B),
                            [this] { putBack(); });
    m_leaveSettling = pageAction(this, tr("Back to what waits"), QKeySequence(Qt::Key_Escape), [this] {
        m_state.settling.reset();
        update();
        m_list->setFocus();
    });
}

QWidget *VerifyPage::makeWaiting()
{
    auto *view = new QWidget(this);
    auto *inner = new QWidget(view);
    inner->setMaximumWidth(readingWidth);
    auto *layout = new QVBoxLayout(inner);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridPx);
    layout->addWidget(
        quiet(tr("A second account compares again: the probe and several portraits in random order, without "
                 "score, rank or reference, and without what the first one concluded. Until it is signed, "
                 "nothing else of the case is shown. Whoever opened a candidate list of this probe cannot "
                 "verify it."),
              inner));
    m_rows = new QStandardItemModel(this);
    m_list = cardList(m_rows, 0, tr("What waits"), inner);
    m_list->setObjectName(QStringLiteral("waitingList"));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &VerifyPage::update);
    connect(m_list, &QListView::activated, this, [this] {
        if (mainButton()->isEnabled())
            mainAction();
    });
    layout->addWidget(m_list, 1);
    m_nothing = plain({}, inner);
    layout->addWidget(m_nothing);
    layout->addWidget(heading(tr("Another workstation"), inner));
    layout->addWidget(
        quiet(tr("A packet holds the pictures and letters that a verifier may see, signed. It is "
                 "opened without the case, and its answer is taken in here."),
              inner));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gridPx);
    buttons->addWidget(buttonFor(m_sendPacket, {}, inner));
    buttons->addWidget(buttonFor(m_openPacket, QStringLiteral("folder-open"), inner));
    buttons->addWidget(buttonFor(m_importAnswer, {}, inner));
    buttons->addStretch(1);
    layout->addLayout(buttons);
    layout->addStretch(1);
    auto *outer = new QHBoxLayout(view);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(inner, 10);
    outer->addStretch(1);
    return view;
}

void VerifyPage::activated()
{
    follow();
    switch (m_state.view()) {
    case View::Waiting:
        if (!m_list->currentIndex().isValid() && m_rows->rowCount() > 0)
            m_list->setCurrentIndex(m_rows->index(0, 0));
        m_list->setFocus();
        break;
    case View::Blind:
        m_blind->takeFocus();
        break;
    case View::Settling:
        m_settling->takeFocus();
        break;
    }
}

void VerifyPage::hideEvent(QHideEvent *event)
{
    saveDraft();
    WorkPage::hideEvent(event);
}

void VerifyPage::follow()
{
    const auto &space = workspace();
    m_state.hasCase = space.hasCase();
    m_state.isReadOnly = space.isReadOnly();
    m_state.tasks = space.verificationTasks();
    const auto *held = space.heldTask();
    if (held && !m_packet && m_held != held->id) {
        m_held = held->id;
        m_state.isHolding = true;
        m_state.labels = held->labels;
        m_state.current = 0;
        openPictures();
    } else if (!held && !m_packet && m_state.isHolding) {
        leaveTask();
    }
    if (m_state.settling) {
        const auto all = disagreements(space.contents());
        if (std::none_of(all.begin(), all.end(),
                         [this](const auto &one) { return one.request->id == *m_state.settling; }))
            m_state.settling.reset();
        else
            m_settling->refresh();
    }
    listWaiting();
    update();
}

void VerifyPage::followAccount()
{
    using Access = models::Workspace::Access;
    const auto access = workspace().access();
    const bool isAnother = access == Access::Working && workspace().actor().name != m_packetActor;
    if (m_packet && (access == Access::SignedOut || isAnother)) {
        leaveTask();
        workspace().setPacketOpen(false);
    }
    follow();
}

void VerifyPage::leaveTask()
{
    m_saving.stop();
    m_unsaved.clear();
    m_held = {};
    m_packet.reset();
    m_pictures.clear();
    m_state.isHolding = false;
    m_state.hasPictures = false;
    m_state.isSigning = false;
    m_state.labels.clear();
    m_state.parts.clear();
    m_blind->showNothing({});
}

void VerifyPage::listWaiting()
{
    const QString chosen = m_list->currentIndex().data(models::IdRole).toString();
    QList<QStandardItem *> rows;
    const auto add = [&](Waiting kind, const model::VerificationId &id, const QString &title,
                         const QString &second) {
        auto *item = new QStandardItem(title);
        item->setData(int(kind), kindRole);
        item->setData(id.value(), models::IdRole);
        item->setData(second, models::SecondLineRole);
        rows << item;
    };
    for (const auto &task : m_state.tasks)
        add(Waiting::Task, task.id, tr("Compare %n portrait(s) blind", nullptr, int(task.labels.size())),
            tr("Asked for %1").arg(timeText(task.asked)));
    const auto &contents = workspace().contents();
    for (const auto &one : disagreements(contents))
        add(Waiting::Disagreement, one.request->id, tr("Settle a disagreement"),
            tr("%1 and %2, verified %3")
                .arg(one.first->actor, one.second->actor, timeText(one.second->time)));
    for (const auto &dispute : workspace().disputes())
        if (workspace().isWithheld(dispute.search))
            add(Waiting::Unopened, dispute.id, tr("A disagreement waits to be settled"),
                tr("Since %1. Its candidate list has to be opened first.").arg(timeText(dispute.since)));
    for (const auto &request : contents.verificationRequests) {
        const auto standing = policy::standing(contents, request.search, request.candidate);
        const bool isTask = std::any_of(m_state.tasks.begin(), m_state.tasks.end(),
                                        [&](const auto &task) { return task.id == request.id; });
        if (standing.state == policy::Standing::State::AwaitingVerification && standing.request &&
            standing.request->id == request.id && !isTask)
            add(Waiting::Sent, request.id, tr("Awaits another account"),
                tr("Asked for %1 by %2").arg(timeText(request.time), request.actor));
    }
    m_rows->clear();
    int row = rows.isEmpty() ? -1 : 0;
    for (auto *item : rows) {
        if (item->data(models::IdRole).toString() == chosen)
            row = m_rows->rowCount();
        m_rows->appendRow(item);
    }
    if (row >= 0)
        m_list->setCurrentIndex(m_rows->index(row, 0));
    m_list->setVisible(row >= 0);
    m_nothing->setVisible(row < 0);
    m_nothing->setText(workspace().hasCase() ? tr("Nothing waits for you in this case.")
                                             : tr("No case is open. A packet needs none."));
}

VerifyPage::Waiting VerifyPage::chosenKind() const
{
    return Waiting(m_list->currentIndex().data(kindRole).toInt());
}

model::VerificationId VerifyPage::chosenId() const
{
    return model::VerificationId(m_list->currentIndex().data(models::IdRole).toString());
}

void VerifyPage::update()
{
    const View view = m_state.view();
    m_views->setCurrentIndex(int(view));
    for (QAction *action : {m_openPacket, m_importAnswer, m_sendPacket})
        action->setEnabled(view == View::Waiting);
    m_importAnswer->setEnabled(view == View::Waiting && m_state.hasCase && !m_state.isReadOnly);
    for (QAction *action : {m_previous, m_next, m_giveBack})
        action->setEnabled(view == View::Blind && !m_state.isSigning);
    m_leaveSettling->setEnabled(view == View::Settling);
    const QKeySequence key(Qt::CTRL | Qt::Key_Return);
    switch (view) {
    case View::Waiting:
        updateWaiting();
        break;
    case View::Blind:
        updateBlind();
        break;
    case View::Settling: {
        setTitle(tr("Settle where two examiners disagree"));
        setMainAction(tr("Sign the settlement"), key);
        const auto &contents = workspace().contents();
        const auto request =
            std::find_if(contents.verificationRequests.begin(), contents.verificationRequests.end(),
                         [this](const auto &one) { return one.id == *m_state.settling; });
        if (request == contents.verificationRequests.end())
            break;
        const auto unmet = policy::unmetAdjudicationRules(contents, *request, m_settling->reason(),
                                                          workspace().actor(), workspace().today());
        // Nobody fills in first what they may not sign.
        const bool isForAnother = !unmet.empty() && unmet.front() != policy::Rule::ReasonMissing;
        setMissing(m_state.isSigning           ? tr("The settlement is being signed.")
                   : m_state.isReadOnly        ? words::sentence(policy::Rule::ReadOnly)
                   : isForAnother              ? words::sentence(unmet.front())
                   : !m_settling->conclusion() ? words::sentence(policy::Rule::ConclusionMissing)
                   : unmet.empty()             ? QString()
                                               : words::sentence(unmet.front()));
        break;
    }
    }
}

void VerifyPage::updateWaiting()
{
    setTitle(tr("Look a second time, without the first result"));
    const QKeySequence key(Qt::CTRL | Qt::Key_Return);
    const bool isChosen = m_list->currentIndex().isValid();
    const auto kind = chosenKind();
    m_sendPacket->setEnabled(isChosen && kind == Waiting::Sent && m_state.hasCase);
    setMainAction(isChosen && kind == Waiting::Disagreement ? tr("Settle it")
                  : isChosen && kind == Waiting::Unopened   ? tr("Go to the list")
                                                            : tr("Take it on"),
                  key);
    if (!isChosen)
        setMissing(tr("Nothing waits."));
    else if (kind == Waiting::Sent)
        setMissing(tr("Another account verifies this one: here, or from a packet."));
    else
        setMissing(m_state.isReadOnly ? words::sentence(policy::Rule::ReadOnly) : QString());
}

void VerifyPage::updateBlind()
{
    setTitle(tr("Compare each portrait with the probe"));
    setMainAction(m_packet ? tr("Sign and write the answer") : tr("Sign the verification"),
                  QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_giveBack->setText(m_packet ? tr("Put away") : tr("Give back"));
    m_previous->setEnabled(m_state.current > 0 && !m_state.isSigning);
    m_next->setEnabled(m_state.current + 1 < m_state.labels.size() && !m_state.isSigning);
    m_blind->showProgress(m_state);
    m_blind->setReadOnly(m_state.isSigning || !m_state.hasPictures);
    const int open = int(m_state.labels.size()) - m_state.completeCount();
    setMissing(m_state.isSigning      ? tr("The verification is being signed.")
               : !m_state.hasPictures ? tr("The pictures are being opened.")
               : open > 0             ? tr("%n portrait(s) lack answers or a conclusion.", nullptr, open)
                                      : QString());
}

void VerifyPage::mainAction()
{
    switch (m_state.view()) {
    case View::Waiting:
        if (chosenKind() == Waiting::Disagreement) {
            m_state.settling = chosenId();
            m_settling->open(chosenId());
            update();
            m_settling->takeFocus();
        } else if (chosenKind() == Waiting::Unopened) {
            const auto &all = workspace().disputes();
            const auto dispute = std::find_if(all.begin(), all.end(),
                                              [this](const auto &one) { return one.id == chosenId(); });
            if (dispute != all.end()) {
                workspace().chooseSearch(dispute->search);
                emit stepWanted(Step::Candidates);
            }
        } else if (chosenKind() == Waiting::Task) {
            take(chosenId());
        }
        break;
    case View::Blind:
        m_packet ? answerPacket() : sign();
        break;
    case View::Settling:
        settle();
        break;
    }
}

// Blind ----------------------------------------------------------------------------------------------------

void VerifyPage::take(const model::VerificationId &task)
{
    const auto file = workspace().file();
    if (!file || !workspace().check(file->takeVerification(task)))
        return;
    workspace().refresh();
    activated();
}

casework::CaseSession::GalleryFinder VerifyPage::galleryFinder() const
{
    return [galleries = workspace().galleries()](
               const model::GalleryId &id) -> std::shared_ptr<casework::GallerySession> {
        for (const auto &gallery : galleries)
            if (gallery->gallery().id == id)
                return gallery;
        return nullptr;
    };
}

void VerifyPage::openPictures()
{
    m_state.hasPictures = false;
    m_blind->showNothing({});
    workspace().runInCase<Opened>(
        tr("Opening the pictures"), QStringLiteral("verify/open"), this,
        [task = m_held, finder = galleryFinder()](casework::CaseSession &file,
                                                  base::Progress &progress) -> base::Result<Opened> {
            auto pictures = file.verificationPictures(task, finder, progress);
            if (!pictures)
                return tl::unexpected(pictures.error());
            auto drafts = file.verificationDrafts(task);
            if (!drafts)
                return tl::unexpected(drafts.error());
            return Opened{std::move(*pictures), std::move(*drafts)};
        },
        [this, task = m_held](base::Result<Opened> opened) {
            if (task != m_held)
                return;
            if (!opened) {
                m_blind->showNothing(words::sentence(opened.error()));
                return;
            }
            m_pictures = std::move(opened->pictures);
            m_state.parts = std::move(opened->drafts);
            m_state.hasPictures = m_pictures.size() > 1;
            showPart();
            update();
            if (isVisible())
                m_blind->takeFocus();
        });
}

void VerifyPage::showPart()
{
    const QString label = m_state.currentLabel();
    const auto portrait = std::find_if(m_pictures.begin(), m_pictures.end(),
                                       [&](const auto &picture) { return picture.label == label; });
    if (portrait != m_pictures.end())
        m_blind->showPictures(m_pictures.front(), *portrait);
    m_blind->setComparison(m_state.part(label));
}

void VerifyPage::edited(const model::Comparison &comparison)
{
    m_state.parts[m_state.currentLabel()] = comparison;
    m_unsaved = m_state.currentLabel();
    if (!m_packet)
        m_saving.start();
    update();
}

void VerifyPage::saveDraft()
{
    m_saving.stop();
    const QString label = std::exchange(m_unsaved, {});
    if (label.isEmpty() || m_packet || m_held.isEmpty())
        return;
    workspace().runInCase<void>(
        tr("Keeping the checklist"), QStringLiteral("verify/draft/") + label, this,
        [task = m_held, label, comparison = m_state.part(label)](casework::CaseSession &file,
                                                                 base::Progress &) {
            return file.saveVerificationDraft(task, label, comparison);
        },
        [this](base::Outcome saved) { workspace().check(saved); });
}

void VerifyPage::step(int by)
{
    saveDraft();
    m_state.step(by);
    showPart();
    update();
    m_blind->takeFocus();
}

void VerifyPage::sign()
{
    if (!m_state.maySign())
        return;
    m_saving.stop();
    m_unsaved.clear();
    m_state.isSigning = true;
    update();
    workspace().runInCase<void>(
        tr("Signing the verification"), QStringLiteral("verify/sign"), this,
        [task = m_held, parts = m_state.parts](casework::CaseSession &file,
                                               base::Progress &) -> base::Outcome {
            // What is signed is what is on the screen, also when its saving was still under way.
            for (const auto &[label, comparison] : parts)
                LIKENESS_TRY(file.saveVerificationDraft(task, label, comparison));
            return file.signVerification(task);
        },
        [this](base::Outcome done) {
            m_state.isSigning = false;
            if (!workspace().check(done))
                return update();
            emit workspace().notice(
                tr("The verification is signed. Whether the two agree is told to those who "
                   "have the list."));
            workspace().refresh();
            activated();
        });
}

void VerifyPage::settle()
{
    const auto conclusion = m_settling->conclusion();
    if (!conclusion || !m_state.settling)
        return;
    m_state.isSigning = true;
    update();
    workspace().runInCase<model::Adjudication>(
        tr("Signing the settlement"), QStringLiteral("verify/settle"), this,
        [id = *m_state.settling, conclusion = *conclusion,
         reason = m_settling->reason()](casework::CaseSession &file, base::Progress &) {
            return file.signAdjudication(id, conclusion, reason);
        },
        [this](base::Result<model::Adjudication> made) {
            m_state.isSigning = false;
            if (!made) {
                emit workspace().failed(made.error());
                return update();
            }
            m_state.settling.reset();
            workspace().refresh();
            activated();
        });
}

} // namespace likeness::pages
