// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/casepage.h"

#include "widgets/common/icons.h"
#include "widgets/common/prompts.h"
#include "widgets/common/theme.h"
#include "widgets/models/cardrole.h"
#include "widgets/pages/parts.h"
#include "widgets/words/errortext.h"
#include "widgets/words/nametext.h"
#include "widgets/words/ruletext.h"

#include <QAction>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QStyle>
#include <QVBoxLayout>

namespace likeness::pages
{

using common::gridPx;

namespace
{

constexpr int readingWidth = 720; // a line that is read without turning the head

/// A column of reading width at the left, so that forms do not spread over a wide screen.
QVBoxLayout *column(QWidget *view, int width = readingWidth)
{
    auto *inner = new QWidget(view);
    inner->setMaximumWidth(width);
    auto *layout = new QVBoxLayout(inner);
    layout->setContentsMargins(0, gridPx, 0, 0);
    layout->setSpacing(2 * gridPx);
    auto *outer = new QHBoxLayout(view);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(inner, 10);
    outer->addStretch(1);
    return layout;
}

struct Integrity {
    base::Result<model::AuditHead> audit;
    std::vector<casework::CaseSession::EvidenceCheck> evidence;
};

} // namespace

CasePage::CasePage(models::Workspace &workspace, QWidget *parent) : WorkPage(Step::Case, workspace, parent)
{
    m_parentFolder = workspace.documentsFolder() + QStringLiteral("/Likeness");
    m_newAction = pageAction(this, tr("New case"), QKeySequence::New, [this] { askForm(true); });
    m_openAction = pageAction(this, tr("Open a case folder"), QKeySequence::Open, [this] { openFolder(); });
    m_sampleAction =
        pageAction(this, tr("Open the sample case"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
                   [this] { this->workspace().openSampleCase(); });
    m_setUpAction = new QAction(tr("Set up accounts"), this);
    m_setUpAction->setToolTip(tr("Set up accounts for casework (Ctrl+Shift+U)"));
    connect(m_setUpAction, &QAction::triggered, this, &CasePage::accountsWanted);
    m_checkAction =
        pageAction(this, tr("Check the case"), QKeySequence(Qt::Key_F5), [this] { checkIntegrity(); });
    m_closeAction = pageAction(this, tr("Close the case"), QKeySequence::Close,
                               [this] { this->workspace().closeCase(); });

    m_views = new QStackedWidget(this);
    for (auto *view : {makeStart(), makeForm(), makeBusy(), makeOverview()})
        m_views->addWidget(view); // in the order of CaseView
    content()->addWidget(m_views);

    connect(this, &Page::mainActionTriggered, this, &CasePage::mainAction);
    connect(&workspace, &models::Workspace::caseChanged, this, [this] {
        m_isFormWanted = false;
        m_integrity->clear();
        update();
    });
    connect(&workspace, &models::Workspace::openingChanged, this, &CasePage::update);
    connect(&workspace, &models::Workspace::accountChanged, this, &CasePage::update);
    connect(&workspace, &models::Workspace::contentsChanged, this, &CasePage::update);
    update();
}

QWidget *CasePage::makeStart()
{
    auto *view = new QWidget(this);
    auto *layout = column(view);
    layout->addWidget(quiet(tr("All work in Likeness belongs to a case, with a number, an offence, a lawful "
                               "purpose and somebody who asks for it. Everything stays on this computer."),
                            view));
    auto *choices = new QFormLayout;
    choices->setHorizontalSpacing(2 * gridPx);
    choices->setVerticalSpacing(2 * gridPx);
    choices->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const auto add = [&](QAction *action, const QString &icon, const QString &meaning) {
        auto *button = buttonFor(action, icon, view);
        button->setMinimumWidth(208);
        choices->addRow(button, quiet(meaning, view));
        return button;
    };
    m_sampleButton = add(m_sampleAction, QStringLiteral("users"),
                         tr("A training exercise about a found umbrella, with persons P1 to P9."));
    m_sampleText = choices->itemAt(choices->rowCount() - 1, QFormLayout::FieldRole)->widget();
    add(m_newAction, QStringLiteral("plus"), tr("Starts an empty case in a folder of its own."));
    add(m_openAction, QStringLiteral("folder-open"), tr("Goes on with a case that is on this computer."));
    m_setUpButton = add(m_setUpAction, QStringLiteral("users"),
                        tr("For casework: people sign in, sign what they find, and nobody verifies their own "
                           "work. Without accounts everything is training."));
    m_setUpText = choices->itemAt(choices->rowCount() - 1, QFormLayout::FieldRole)->widget();
    layout->addLayout(choices);

    m_recentPart = new QWidget(view);
    auto *recent = new QVBoxLayout(m_recentPart);
    recent->setContentsMargins(0, gridPx, 0, 0);
    recent->addWidget(heading(tr("Opened lately"), m_recentPart));
    m_recent = new QStandardItemModel(this);
    m_recentList = cardList(m_recent, 0, tr("Cases opened lately"), m_recentPart);
    connect(m_recentList, &QListView::activated, this, &CasePage::openRecent);
    recent->addWidget(m_recentList, 1);
    layout->addWidget(m_recentPart, 10);
    layout->addStretch(1);
    return view;
}

QWidget *CasePage::makeForm()
{
    auto *view = new QWidget(this);
    auto *layout = column(view);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(2 * gridPx);
    form->setVerticalSpacing(gridPx);
    const auto field = [&](const QString &name, const QString &label, const QString &example) {
        auto *edit = new QLineEdit(view);
        edit->setObjectName(name);
        edit->setPlaceholderText(example);
        form->addRow(label, edit);
        connect(edit, &QLineEdit::textChanged, this, &CasePage::updateForm);
        return edit;
    };
    m_number = field(QStringLiteral("caseNumber"), tr("Case &number"), tr("For example 2026-0142"));
    m_offence = field(QStringLiteral("caseOffence"), tr("&Offence"), tr("What the case is about"));
    m_purpose = field(QStringLiteral("casePurpose"), tr("Lawful &purpose"), tr("Why a search is needed"));
    m_requester = field(QStringLiteral("caseRequester"), tr("&Requester"), tr("Who asks for the search"));
    layout->addLayout(form);

    auto *place = new QHBoxLayout;
    m_folder = quiet({}, view);
    auto *choose = pageAction(this, tr("Choose another place"), QKeySequence(Qt::ALT | Qt::Key_F), [this] {
        const QString folder = common::prompts().openFolder(this, tr("Choose where the case folder is made"));
        if (!folder.isEmpty())
            m_parentFolder = folder;
        updateForm();
    });
    place->addWidget(m_folder, 1);
    place->addWidget(buttonFor(choose, QStringLiteral("folder-open"), view));
    layout->addLayout(place);

    auto *back = pageAction(this, tr("Back without creating"), QKeySequence(Qt::Key_Escape), [this] {
        if (m_isFormWanted)
            askForm(false);
    });
    layout->addWidget(buttonFor(back, QStringLiteral("arrow-left"), view), 0, Qt::AlignLeft);
    layout->addStretch(1);
    return view;
}

QWidget *CasePage::makeBusy()
{
    auto *view = new QWidget(this);
    auto *layout = column(view);
    layout->addWidget(quiet(tr("The case is being opened. The jobs panel says how far it is."), view));
    auto *bar = new QProgressBar(view);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setFixedHeight(gridPx / 2);
    layout->addWidget(bar);
    layout->addStretch(1);
    return view;
}

QWidget *CasePage::makeOverview()
{
    auto *view = new QWidget(this);
    auto *layout = column(view, 1100);
    m_access = caution({}, view);
    m_unfinished = caution({}, view);
    layout->addWidget(m_access);
    layout->addWidget(m_unfinished);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(6 * gridPx);
    auto *left = new QVBoxLayout;
    left->setSpacing(gridPx);
    left->addWidget(heading(tr("The case"), view));
    m_facts = new FactList(view);
    left->addWidget(m_facts);
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(gridPx);
    right->addWidget(heading(tr("What it holds"), view));
    m_counts = new FactList(view);
    right->addWidget(m_counts);
    right->addSpacing(2 * gridPx);
    right->addWidget(heading(tr("Is everything unchanged?"), view));
    right->addWidget(
        quiet(tr("Hashes every evidence file again and follows the audit chain to its head."), view));
    right->addWidget(buttonFor(m_checkAction, QStringLiteral("refresh-cw"), view), 0, Qt::AlignLeft);
    m_integrity = plain({}, view);
    m_integrity->setObjectName(QStringLiteral("integrity"));
    right->addWidget(m_integrity);
    right->addStretch(1);
    columns->addLayout(left, 3);
    columns->addLayout(right, 2);
    layout->addLayout(columns);
    layout->addSpacing(gridPx);
    layout->addWidget(buttonFor(m_closeAction, QStringLiteral("x"), view), 0, Qt::AlignLeft);
    layout->addStretch(1);
    return view;
}

void CasePage::activated()
{
    update();
    if (m_views->currentIndex() == int(CaseView::Start))
        (m_recent->rowCount() > 0 ? static_cast<QWidget *>(m_recentList) : m_sampleButton)->setFocus();
    else
        mainButton()->setFocus();
}

void CasePage::update()
{
    const CaseView view = caseView(workspace().hasCase(), workspace().isOpening(), m_isFormWanted);
    m_views->setCurrentIndex(int(view));
    const bool isStart = view == CaseView::Start;
    const bool isTraining = workspace().isTraining();
    m_sampleAction->setEnabled(view != CaseView::Opening && isTraining);
    for (QWidget *choice : {static_cast<QWidget *>(m_sampleButton), m_sampleText,
                            static_cast<QWidget *>(m_setUpButton), m_setUpText})
        choice->setVisible(isTraining);
    m_closeAction->setEnabled(view == CaseView::Open);
    m_checkAction->setEnabled(view == CaseView::Open);
    const QKeySequence key(Qt::CTRL | Qt::Key_Return);
    switch (view) {
    case CaseView::Start:
        listRecent();
        setTitle(tr("Open a case"));
        // At the first start the one main action stands among the choices, where it is explained.
        setMainAction(m_recent->rowCount() > 0 ? tr("Open the chosen case") : QString(), key);
        setMissing({});
        emphasizeSample(m_recent->rowCount() == 0);
        break;
    case CaseView::Form:
        setTitle(tr("Say what the case is about"));
        setMainAction(tr("Create the case"), key);
        updateForm();
        break;
    case CaseView::Opening:
        setTitle(tr("One moment, please"));
        setMainAction({}, {});
        setMissing({});
        break;
    case CaseView::Open:
        setTitle(tr("Case %1").arg(workspace().contents().file.details.number));
        setMainAction(tr("Go on to the evidence"), key);
        setMissing({});
        updateOverview();
        break;
    }
    m_recentPart->setVisible(isStart && m_recent->rowCount() > 0);
}

void CasePage::emphasizeSample(bool emphasized)
{
    m_sampleButton->setProperty("role", QVariant());
    m_sampleButton->setIcon(common::icon(QStringLiteral("users")));
    if (emphasized)
        common::makeMainAction(m_sampleButton);
    m_sampleButton->style()->unpolish(m_sampleButton);
    m_sampleButton->style()->polish(m_sampleButton);
}

void CasePage::listRecent()
{
    const auto recent = workspace().workstation().record().recent(store::WorkstationStore::Kind::Case);
    const int chosen = m_recentList->currentIndex().row();
    m_recent->clear();
    if (!recent)
        return;
    for (const auto &entry : *recent) {
        auto *item = new QStandardItem(entry.title);
        item->setData(entry.folder, models::IdRole);
        item->setData(tr("Opened %1").arg(timeText(entry.opened)), models::SecondLineRole);
        item->setData(QDir::toNativeSeparators(entry.folder), models::ThirdLineRole);
        m_recent->appendRow(item);
    }
    m_recentList->setCurrentIndex(m_recent->index(std::max(0, chosen), 0));
}

CaseFormState CasePage::formState() const
{
    CaseFormState state;
    state.details = {m_number->text().trimmed(), m_offence->text().trimmed(), m_purpose->text().trimmed(),
                     m_requester->text().trimmed()};
    state.folder = targetFolder();
    state.actor = workspace().actor();
    state.today = workspace().today();
    state.profile = workspace().profile() ? std::optional(*workspace().profile()) : std::nullopt;
    return state;
}

QString CasePage::targetFolder() const
{
    return m_parentFolder + QLatin1Char('/') + folderNameFor(m_number->text());
}

void CasePage::updateForm()
{
    m_folder->setText(tr("The case will be in %1").arg(QDir::toNativeSeparators(targetFolder())));
    if (m_views->currentIndex() != int(CaseView::Form))
        return;
    const auto unmet = formState().unmet();
    setMissing(unmet.empty() ? QString() : words::sentence(unmet.front()));
}

void CasePage::updateOverview()
{
    const auto file = workspace().file();
    if (!file)
        return;
    const auto &contents = workspace().contents();
    const auto &details = contents.file.details;
    m_facts->setFacts(
        {{tr("Number"), details.number},
         {tr("Offence"), details.offence},
         {tr("Lawful purpose"), details.purpose},
         {tr("Requester"), details.requester},
         {tr("Created"), contents.file.createdBy.isEmpty()
                             ? timeText(contents.file.created) // who could verify is not told
                             : tr("%1 by %2").arg(timeText(contents.file.created), contents.file.createdBy)},
         {tr("Kind"), contents.file.training ? words::training() : tr("Casework")},
         {tr("Folder"), QDir::toNativeSeparators(file->folder())}});
    m_counts->setFacts({{tr("Evidence items"), QString::number(contents.evidence.size())},
                        {tr("Probes"), QString::number(contents.probes.size())},
                        {tr("Analyses"), QString::number(contents.analyses.size())},
                        {tr("Searches"), QString::number(contents.searches.size())},
                        {tr("Lists not opened"),
                         contents.withheld.empty() ? QString() : QString::number(contents.withheld.size())},
                        {tr("Conclusions"), QString::number(contents.examinations.size())},
                        {tr("Verifications"), contents.verificationRequests.empty()
                                                  ? QString()
                                                  : QString::number(contents.verificationRequests.size())}});
    const auto &opening = file->opening();
    m_access->setVisible(file->isReadOnly());
    m_access->setText(opening.lockHolder.isEmpty()
                          ? tr("The case is open for reading only.")
                          : tr("The case is open for reading only, because %1 has it open. You can look at "
                               "everything and change nothing.")
                                .arg(opening.lockHolder));
    QStringList unfinished;
    for (const auto &operation : opening.interrupted)
        unfinished << tr("%1 (%2), begun %3")
                          .arg(words::operationKind(operation.kind), operation.subject,
                               timeText(operation.started));
    m_unfinished->setVisible(!unfinished.isEmpty());
    m_unfinished->setText(tr("This was cut off when the program last ended, and can be done again: %1")
                              .arg(unfinished.join(QStringLiteral("; "))));
}

void CasePage::mainAction()
{
    switch (caseView(workspace().hasCase(), workspace().isOpening(), m_isFormWanted)) {
    case CaseView::Start:
        openRecent();
        break;
    case CaseView::Form:
        if (formState().mayCreate())
            workspace().createCase(targetFolder(), formState().details);
        break;
    case CaseView::Opening:
        break;
    case CaseView::Open:
        emit stepWanted(Step::Evidence);
        break;
    }
}

void CasePage::askForm(bool wanted)
{
    if (wanted && workspace().hasCase())
        workspace().closeCase(); // all work is saved as it is done
    m_isFormWanted = wanted;
    update();
    if (wanted)
        m_number->setFocus();
    else
        activated();
}

void CasePage::openFolder()
{
    const QString folder = common::prompts().openFolder(this, tr("Choose a case folder"));
    if (!folder.isEmpty())
        workspace().openCase(folder);
}

void CasePage::openRecent()
{
    const QString folder = m_recentList->currentIndex().data(models::IdRole).toString();
    if (!folder.isEmpty())
        workspace().openCase(folder);
}

void CasePage::checkIntegrity()
{
    m_integrity->setText(tr("Checking …"));
    workspace().runInCase<Integrity>(
        tr("Checking the case"), QStringLiteral("case/check"), this,
        [](casework::CaseSession &file, base::Progress &progress) -> base::Result<Integrity> {
            auto evidence = file.verifyEvidence(progress);
            if (!evidence)
                return tl::unexpected(evidence.error());
            return Integrity{file.verifyAudit(progress), std::move(*evidence)};
        },
        [this](base::Result<Integrity> checked) {
            if (!checked) {
                m_integrity->setText(words::sentence(checked.error()));
                return;
            }
            QStringList sentences;
            for (const auto &check : checked->evidence)
                if (!check.outcome)
                    sentences << words::sentence(check.outcome.error());
            if (sentences.isEmpty())
                sentences << tr("All %n evidence file(s) are unchanged.", nullptr,
                                int(checked->evidence.size()));
            sentences << (checked->audit ? tr("The audit chain holds: %n entries, head %1.", nullptr,
                                              int(checked->audit->count))
                                               .arg(shortHash(checked->audit->hash))
                                         : words::sentence(checked->audit.error()));
            m_integrity->setText(sentences.join(QLatin1Char('\n')));
        });
}

} // namespace likeness::pages
