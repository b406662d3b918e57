// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/comparepage.h"

#include "engine/audit/verbs.h"
#include "widgets/common/theme.h"
#include "widgets/pages/candidatesstate.h"
#include "widgets/pages/comparisonworkbench.h"
#include "widgets/pages/parts.h"
#include "widgets/words/errortext.h"
#include "widgets/words/examinationtext.h"
#include "widgets/words/ruletext.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace likeness::pages
{

using common::gridPx;
using policy::Rule;

namespace
{

constexpr int saveSoonMs = 800;

struct OpenedPair {
    base::Result<base::Picture> probe;
    base::Result<model::Still> portrait;
    model::RelativeRect portraitBox;
};

bool has(const std::vector<Rule> &rules, Rule rule)
{
    return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

} // namespace

ComparePage::ComparePage(models::Workspace &workspace, QWidget *parent)
    : WorkPage(Step::Compare, workspace, parent)
{
    setTitle(tr("Compare the two faces"));
    m_previous = pageAction(this, tr("Previous"), QKeySequence(Qt::Key_PageUp), [this] { go(-1); });
    m_next = pageAction(this, tr("Next"), QKeySequence(Qt::Key_PageDown), [this] { go(1); });
    m_again = pageAction(this, tr("Compare again"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R),
                         [this] { compareAgain(); });
    m_bench = new ComparisonWorkbench(this);
    makeTop();
    content()->addWidget(m_bench, 1);
    m_saveSoon = new QTimer(this);
    m_saveSoon->setSingleShot(true);
    m_saveSoon->setInterval(saveSoonMs);

    connect(m_saveSoon, &QTimer::timeout, this, &ComparePage::save);
    connect(m_bench, &ComparisonWorkbench::comparisonChanged, this, &ComparePage::edited);
    connect(this, &Page::mainActionTriggered, this, &ComparePage::act);
    connect(this, &Page::emptyStateActionTriggered, this,
            [this] { emit stepWanted(m_state.hasCase ? Step::Candidates : Step::Case); });
    connect(&workspace, &models::Workspace::caseChanged, this, [this] {
        m_recorded = {};
        m_outbox = std::make_shared<Outbox>();
        m_saveSoon->stop();
        m_state.isSigning = false;
        m_pair = {};
        m_bench->setPictures({}, {});
        m_bench->setComparison({});
        followWorkspace();
    });
    connect(&workspace, &models::Workspace::selectionChanged, this, &ComparePage::followWorkspace);
    connect(&workspace, &models::Workspace::contentsChanged, this, [this] {
        followWorkspace();
        listVersions();
        update();
    });
    followWorkspace();
}

void ComparePage::makeTop()
{
    auto *first = new QHBoxLayout;
    first->setSpacing(gridPx);
    m_reference = heading({}, this);
    m_reference->setObjectName(QStringLiteral("reference"));
    first->addWidget(m_reference, 1);
    first->addWidget(buttonFor(m_previous, QStringLiteral("arrow-left"), this));
    first->addWidget(buttonFor(m_next, QStringLiteral("arrow-right"), this));
    m_bench->top()->addLayout(first);
    auto *second = new QHBoxLayout;
    second->setSpacing(gridPx);
    m_versions = new QComboBox(this);
    m_versions->setObjectName(QStringLiteral("versions"));
    m_versions->setAccessibleName(tr("Which version is shown"));
    m_versions->setToolTip(tr("The work in progress, and what was signed before"));
    m_versions->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    second->addWidget(m_versions, 1);
    second->addWidget(buttonFor(m_again, {}, this));
    m_bench->top()->addLayout(second);
    m_about = quiet({}, this);
    m_about->setObjectName(QStringLiteral("versionAbout"));
    m_bench->top()->addWidget(m_about);
    connect(m_versions, &QComboBox::activated, this, [this](int at) {
        const QString id = m_versions->itemData(at).toString();
        show(id.isEmpty() ? std::nullopt : std::optional(model::ExaminationId(id)));
    });
}

QString ComparePage::me() const
{
    return workspace().workstation().actor().name;
}

void ComparePage::activated()
{
    update();
    if (m_pair.portrait.isEmpty() || !m_state.hasBothPictures)
        openPair();
    recordView();
    m_bench->takeFocus();
}

void ComparePage::hideEvent(QHideEvent *event)
{
    saveNow();
    m_recorded = {};
    WorkPage::hideEvent(event);
}

void ComparePage::followWorkspace()
{
    const auto *search = workspace().chosenSearch();
    const auto *candidate = workspace().chosenCandidate();
    Pair now;
    if (search && candidate)
        now = {search->id, search->probe, candidate->portrait};
    if (now != m_pair) {
        saveNow();
        m_pair = now;
        m_outbox = std::make_shared<Outbox>();
        m_state.isSigning = false;
        m_state.hasBothPictures = false;
        m_bench->setPictures({}, {});
        // Where the work was left: what is in progress, else what was signed last.
        const auto &contents = workspace().contents();
        std::optional<model::ExaminationId> last;
        if (!draftOf(contents, now.search, now.portrait, me()))
            for (const size_t at : versionsOf(contents, now.search, now.portrait))
                if (contents.examinations[at].actor == me())
                    last = contents.examinations[at].id;
        show(last);
        // A face is opened when somebody comes to compare it, not when a list is walked through.
        if (isVisible())
            openPair();
    }
    update();
}

const model::Examination *ComparePage::shown() const
{
    for (const model::Examination &each : workspace().contents().examinations)
        if (m_version == each.id)
            return &each;
    return nullptr;
}

void ComparePage::show(const std::optional<model::ExaminationId> &version)
{
    saveNow();
    m_version = version;
    if (const auto *examination = shown()) {
        model::Comparison comparison = examination->comparison;
        comparison.conclusion = examination->conclusion; // one noted in training has no more than these
        comparison.note = examination->note;
        m_bench->setComparison(comparison);
    } else {
        m_version.reset();
        m_bench->setComparison(draftOf(workspace().contents(), m_pair.search, m_pair.portrait, me())
                                   .value_or(model::Comparison()));
    }
    listVersions();
    update();
}

void ComparePage::listVersions()
{
    const auto &contents = workspace().contents();
    const auto versions = versionsOf(contents, m_pair.search, m_pair.portrait);
    const bool mayCompare =
        !has(policy::unmetRoleRules(policy::Deed::Compare, workspace().workstation().actor(),
                                    workspace().workstation().today()),
             Rule::RoleMissing);
    const bool hasSigned = std::any_of(versions.begin(), versions.end(),
                                       [&](size_t at) { return contents.examinations[at].actor == me(); });
    const QSignalBlocker blocked(m_versions);
    m_versions->clear();
    m_versions->addItem(tr("In progress"), QString());
    for (auto it = versions.rbegin(); it != versions.rend(); ++it) {
        const model::Examination &each = contents.examinations[*it];
        // What others concluded would sway who has not concluded yet.
        if (each.actor != me() && mayCompare && !hasSigned)
            continue;
        m_versions->addItem((each.signature.isSigned() ? tr("Signed %1, %2") : tr("Noted %1, %2"))
                                .arg(timeText(each.time), each.actor),
                            each.id.value());
    }
    m_versions->setVisible(m_versions->count() > 1);
    m_versions->setCurrentIndex(std::max(0, m_version ? m_versions->findData(m_version->value()) : 0));
}

void ComparePage::openPair()
{
    const auto *probe = workspace().probe(m_pair.probe);
    const auto *search = workspace().chosenSearch();
    if (!probe || !search)
        return;
    const QString portraitTitle = m_reference->text();
    const QString probeTitle = probe->derivation ? tr("Probe (edited)") : tr("Probe");
    const auto gallery = workspace().gallery(search->gallery);
    if (!gallery) {
        m_bench->setPictures(
            {{}, {}, probeTitle, {}},
            {{},
             {},
             portraitTitle,
             tr("The gallery of this search is not open here. Open it on the Galleries page.")});
        return;
    }
    workspace().runInCase<OpenedPair>(
        tr("Opening the two pictures"), QStringLiteral("compare/open"), this,
        [pair = m_pair, source = probe->source(),
         gallery](casework::CaseSession &file, base::Progress &progress) -> base::Result<OpenedPair> {
            const auto record = gallery->portrait(pair.portrait);
            if (!record)
                return tl::unexpected(record.error());
            return OpenedPair{file.openPicture(source, progress),
                              gallery->openPortrait(pair.portrait, progress), record->box};
        },
        [this, pair = m_pair, box = probe->box, portraitTitle, probeTitle](base::Result<OpenedPair> opened) {
            if (pair != m_pair)
                return;
            const auto side = [](const base::Result<base::Picture> &picture, const model::RelativeRect &box,
                                 const QString &title) {
                return picture ? ComparisonWorkbench::Shown{*picture, box, title, {}}
                               : ComparisonWorkbench::Shown{{}, {}, title, words::sentence(picture.error())};
            };
            const auto pictureOf = [](const model::Still &still) { return still.picture; };
            if (opened)
                m_bench->setPictures(
                    side(opened->probe, box, probeTitle),
                    side(opened->portrait.map(pictureOf), opened->portraitBox, portraitTitle));
            else
                m_bench->setPictures({{}, {}, probeTitle, {}},
                                     {{}, {}, portraitTitle, words::sentence(opened.error())});
            m_state.hasBothPictures = m_bench->hasBothPictures();
            if (isVisible())
                recordView();
            update();
        });
}

void ComparePage::recordView()
{
    if (!m_state.hasBothPictures || m_recorded == m_pair)
        return;
    m_recorded = m_pair;
    workspace().recordView(
        audit::verbs::candidateCompared, m_pair.portrait.value(),
        {{QStringLiteral("search"), m_pair.search.value()}, {QStringLiteral("probe"), m_pair.probe.value()}});
}

void ComparePage::edited()
{
    if (m_version || m_pair.portrait.isEmpty())
        return;
    m_outbox->put(m_bench->comparison());
    m_saveSoon->start();
    update();
}

void ComparePage::Outbox::put(const std::optional<model::Comparison> &comparison)
{
    const std::lock_guard lock(m_mutex);
    m_pending = comparison;
}

std::optional<model::Comparison> ComparePage::Outbox::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_pending, std::nullopt);
}

void ComparePage::Outbox::giveBack(const model::Comparison &comparison)
{
    const std::lock_guard lock(m_mutex);
    if (!m_pending)
        m_pending = comparison;
}

base::Outcome ComparePage::send(casework::CaseSession &file, const Pair &pair, Outbox &outbox)
{
    const std::lock_guard lock(outbox.writing);
    const auto newest = outbox.take();
    if (!newest)
        return {};
    const auto saved = file.saveDraft(pair.search, pair.portrait, *newest);
    if (!saved)
        outbox.giveBack(*newest);
    return saved;
}

void ComparePage::save()
{
    workspace().runInCase<bool>(
        tr("Saving the comparison"), QStringLiteral("compare/save"), this,
        [pair = m_pair, outbox = m_outbox](casework::CaseSession &file, base::Progress &)
            -> base::Result<bool> { return send(file, pair, *outbox).map([] { return true; }); },
        [this](base::Result<bool> saved) {
            if (!saved && saved.error().code != base::ErrorCode::Cancelled)
                workspace().check(tl::unexpected(saved.error()));
        });
}

void ComparePage::saveNow()
{
    m_saveSoon->stop();
    const auto file = workspace().file();
    if (file && !m_pair.portrait.isEmpty())
        workspace().check(send(*file, m_pair, *m_outbox));
}

void ComparePage::act()
{
    if (m_state.missing() != CompareState::Missing::Nothing)
        return;
    switch (m_state.deed()) {
    case CompareState::Deed::NoteConclusion:
        noteConclusion();
        break;
    case CompareState::Deed::Sign:
        sign();
        break;
    case CompareState::Deed::AskForVerification:
        askForVerification();
        break;
    }
}

void ComparePage::noteConclusion()
{
    const auto file = workspace().file();
    if (!file)
        return;
    const model::Comparison comparison = m_bench->comparison();
    const auto noted =
        file->conclude(m_pair.search, m_pair.portrait, *comparison.conclusion, comparison.note.trimmed());
    if (!workspace().check(noted ? base::Outcome() : base::Outcome(tl::unexpected(noted.error()))))
        return;
    m_outbox->put(model::Comparison()); // nothing is in progress any more, if something was saved
    saveNow();
    m_version = noted->id;
    workspace().refresh();
    show(noted->id);
}

void ComparePage::sign()
{
    m_saveSoon->stop();
    m_state.isSigning = true;
    update();
    const model::Comparison comparison = m_bench->comparison();
    auto *job = workspace().runInCase<model::Examination>(
        tr("Signing the comparison"), QStringLiteral("compare/sign"), this,
        [pair = m_pair, outbox = m_outbox, comparison](casework::CaseSession &file, base::Progress &) {
            const std::lock_guard lock(outbox->writing);
            auto signedOne = file.signExamination(pair.search, pair.portrait, comparison);
            // What could not be signed stays the work in progress.
            outbox->put(signedOne ? std::nullopt : std::optional(comparison));
            return signedOne;
        },
        [this, pair = m_pair](base::Result<model::Examination> signedOne) {
            if (pair != m_pair) {
                workspace().refresh();
                return;
            }
            m_state.isSigning = false;
            if (!signedOne) {
                workspace().check(tl::unexpected(signedOne.error()));
                m_saveSoon->start();
                update();
                return;
            }
            m_version = signedOne->id;
            workspace().refresh();
            show(signedOne->id);
        });
    if (!job)
        m_state.isSigning = false;
}

void ComparePage::askForVerification()
{
    workspace().runInCase<model::VerificationRequest>(
        tr("Asking for a verification"), QStringLiteral("compare/ask"), this,
        [pair = m_pair](casework::CaseSession &file, base::Progress &) {
            return file.requestVerification(pair.search, pair.portrait);
        },
        [this](base::Result<model::VerificationRequest> asked) {
            if (workspace().check(asked ? base::Outcome() : base::Outcome(tl::unexpected(asked.error()))))
                workspace().refresh();
        });
}

void ComparePage::compareAgain()
{
    if (!m_version || m_state.isAsked || !m_again->isEnabled())
        return;
    const model::Comparison from = m_bench->comparison();
    show(std::nullopt);
    // What is in progress already is not thrown away.
    if (m_bench->comparison().isEmpty()) {
        m_bench->setComparison(from);
        edited();
    }
    m_bench->takeFocus();
}

void ComparePage::go(int steps)
{
    if (const auto *search = workspace().chosenSearch())
        workspace().chooseCandidate(neighbour(*search, m_pair.portrait, steps));
}

void ComparePage::updateRules()
{
    const auto &space = workspace();
    const auto *search = space.chosenSearch();
    m_state.rules.clear();
    m_state.isAsked = false;
    if (!search || m_state.view() != CompareState::View::Pair)
        return;
    const auto &contents = space.contents();
    const model::Actor actor = space.workstation().actor();
    const QDate today = space.workstation().today();
    for (const auto &request : contents.verificationRequests)
        m_state.isAsked |= request.search == m_pair.search && request.candidate == m_pair.portrait;
    if (m_state.showsSigned) {
        m_state.rules =
            policy::unmetVerificationRequestRules(contents, *search, m_pair.portrait, actor, today);
        return;
    }
    const auto file = space.file();
    m_state.rules = file && m_state.isComplete() && m_state.deed() == CompareState::Deed::Sign
                        ? file->unmetSigningRules(m_pair.search, m_pair.portrait, m_bench->comparison())
                        : policy::unmetSigningRules(contents, *search, m_pair.portrait, m_bench->comparison(),
                                                    actor, today);
    // These two the page says itself, with what is left to do.
    std::erase_if(m_state.rules,
                  [](Rule rule) { return rule == Rule::ComponentsBlank || rule == Rule::ConclusionMissing; });
}

void ComparePage::update()
{
    const auto &space = workspace();
    const auto *candidate = space.chosenCandidate();
    const auto *version = shown();
    m_state.hasCase = space.hasCase();
    m_state.hasCandidate = candidate != nullptr;
    m_state.isReadOnly = space.isReadOnly();
    m_state.isTraining = space.workstation().actor().training;
    m_state.showsSigned = version != nullptr;
    m_state.take(m_bench->comparison());
    updateRules();
    m_bench->setReadOnly(version || m_state.isReadOnly || m_state.isSigning || m_state.isAsked ||
                         has(m_state.rules, Rule::RoleMissing) || m_pair.portrait.isEmpty());

    m_reference->setText(candidate ? tr("Candidate %1").arg(candidate->personReference) : QString());
    const auto *search = space.chosenSearch();
    m_previous->setEnabled(search && candidate &&
                           neighbour(*search, candidate->portrait, -1) != candidate->portrait);
    m_next->setEnabled(search && candidate &&
                       neighbour(*search, candidate->portrait, 1) != candidate->portrait);
    m_again->setVisible(version != nullptr);
    m_again->setEnabled(version && !m_state.isAsked && !m_state.isReadOnly && !m_state.isSigning);

    QString about;
    if (version && version->signature.isSigned())
        about = tr("Signed by %1 on %2 with key %3.")
                    .arg(version->actor, timeText(version->time), shortHash(version->signature.key));
    else if (version)
        about = tr("Noted by %1 on %2. In training nothing is signed.")
                    .arg(version->actor, timeText(version->time));
    if (version && !m_pair.portrait.isEmpty())
        about += QLatin1Char('\n') +
                 words::sentence(policy::standing(space.contents(), m_pair.search, m_pair.portrait));
    m_about->setText(about);
    m_about->setToolTip(version ? version->signature.key : QString());
    m_about->setVisible(!about.isEmpty());

    switch (m_state.view()) {
    case CompareState::View::NoCase:
        showEmptyState(tr("Two faces are compared inside a case. Open or create one first."),
                       tr("Go to the case"));
        break;
    case CompareState::View::NoCandidate:
        showEmptyState(tr("Choose a candidate to compare with the probe."), tr("Go to the candidates"));
        break;
    case CompareState::View::Pair:
        showContent();
        break;
    }
    sayMissing();
}

void ComparePage::sayMissing()
{
    const QKeySequence key(Qt::CTRL | Qt::Key_Return);
    switch (m_state.deed()) {
    case CompareState::Deed::NoteConclusion:
        setMainAction(tr("Note the conclusion"), key);
        break;
    case CompareState::Deed::Sign:
        setMainAction(tr("Sign"), key);
        break;
    case CompareState::Deed::AskForVerification:
        setMainAction(tr("Ask for verification"), key);
        break;
    }
    switch (m_state.missing()) {
    case CompareState::Missing::Nothing:
        setMissing({});
        break;
    case CompareState::Missing::Candidate:
        setMissing(tr("Choose a candidate first."));
        break;
    case CompareState::Missing::ReadOnly:
        setMissing(words::sentence(Rule::ReadOnly));
        break;
    case CompareState::Missing::Pictures:
        setMissing(tr("A conclusion needs both pictures in view."));
        break;
    case CompareState::Missing::Signing:
        setMissing(tr("The comparison is being signed."));
        break;
    case CompareState::Missing::Components:
        setMissing(tr("Mark the %n component(s) that are still blank: similar, different or not usable.",
                      nullptr, m_state.blanks));
        break;
    case CompareState::Missing::Conclusion:
        setMissing(tr("Choose one of the four conclusions."));
        break;
    case CompareState::Missing::Rule:
        setMissing(words::sentence(m_state.rules.front()));
        break;
    case CompareState::Missing::Asked:
        setMissing(tr("A verification of this comparison has been asked for. It stays as it was signed."));
        break;
    }
}

} // namespace likeness::pages
