// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/auditpage.h"

#include "engine/audit/verbs.h"
#include "engine/base/clock.h"
#include "engine/policy/accountrules.h"
#include "widgets/common/prompts.h"
#include "widgets/common/theme.h"
#include "widgets/pages/casestate.h"
#include "widgets/pages/parts.h"
#include "widgets/words/errortext.h"
#include "widgets/words/nametext.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>

namespace likeness::pages
{

using common::gridPx;
using models::AuditModel;

namespace
{

const QString caseKey = QStringLiteral("case");
const QString workstationKey = QStringLiteral("workstation");
constexpr qint64 mostFound = 2000; ///< rows that a person would still scroll through
constexpr int typingPauseMs = 200;

} // namespace

AuditPage::AuditPage(models::Workspace &workspace, QWidget *parent) : WorkPage(Step::Audit, workspace, parent)
{
    setTitle(tr("Read what was done"));
    setMainAction(tr("Check the chain"), QKeySequence(Qt::CTRL | Qt::Key_Return));

    m_entries = new AuditModel(this);
    content()->addWidget(makeFilters());
    m_stateText = quiet({}, this);
    m_stateText->setObjectName(QStringLiteral("chainState"));
    m_head = quiet({}, this);
    m_head->setObjectName(QStringLiteral("signedHead"));
    content()->addWidget(m_stateText);
    content()->addWidget(m_head);

    m_table = quietTable(m_entries, tr("Entries"), this);
    m_table->setObjectName(QStringLiteral("auditTable"));
    const auto width = [&](int column, int letters) {
        m_table->horizontalHeader()->resizeSection(column,
                                                   m_table->fontMetrics().averageCharWidth() * letters + 24);
    };
    width(AuditModel::NumberColumn, 6);
    width(AuditModel::TimeColumn, 20);
    width(AuditModel::ActorColumn, 12);
    width(AuditModel::ActColumn, 24);
    width(AuditModel::SubjectColumn, 18);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridPx);
    row->addWidget(m_table, 1);
    row->addWidget(makeDetails());
    content()->addLayout(row, 1);
    m_found = quiet({}, this);
    m_found->setObjectName(QStringLiteral("auditFound"));
    content()->addWidget(m_found);

    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPauseMs);
    connect(&m_typing, &QTimer::timeout, this, &AuditPage::filter);
    pageAction(this, tr("Filter the entries"), QKeySequence::Find, [this] { m_filter->setFocus(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &AuditPage::showEntry);
    connect(m_entries, &QAbstractItemModel::modelReset, this, &AuditPage::showEntry);
    connect(m_chains, &QComboBox::currentIndexChanged, this, &AuditPage::showChain);
    connect(m_entries, &AuditModel::failed, &workspace, &models::Workspace::failed);
    connect(this, &Page::mainActionTriggered, this, &AuditPage::check);
    connect(&workspace, &models::Workspace::caseChanged, this, [this] {
        m_shown.clear(); // the chain of the case before must not stand there, nor hold its lock
        m_recorded.clear();
        m_entries->clear();
        listChains();
    });
    connect(&workspace, &models::Workspace::galleriesChanged, this, &AuditPage::listChains);
    connect(&workspace, &models::Workspace::accountChanged, this, [this] {
        m_shown.clear();
        m_entries->clear();
        update();
    });
    listChains();
}

QWidget *AuditPage::makeFilters()
{
    auto *part = new QWidget(this);
    auto *top = new QHBoxLayout(part);
    top->setContentsMargins(0, 0, 0, 0);
    top->setSpacing(gridPx);
    m_chains = new QComboBox(part);
    m_chains->setObjectName(QStringLiteral("chains"));
    m_chains->setAccessibleName(tr("Whose record"));
    m_chains->setMinimumContentsLength(18);
    m_group = new QComboBox(part);
    m_group->setObjectName(QStringLiteral("auditGroup"));
    m_group->setAccessibleName(tr("What kind of act"));
    // In the order of AuditFilter::Group.
    m_group->addItems({tr("Everything"), tr("Accounts"), tr("Evidence and probes"), tr("Searches and lists"),
                       tr("Examination"), tr("What left"), tr("Galleries"), tr("Record keeping")});
    m_span = new QComboBox(part);
    m_span->setObjectName(QStringLiteral("auditSpan"));
    m_span->setAccessibleName(tr("Since when"));
    m_span->addItem(tr("At any time"), 0);
    m_span->addItem(tr("Today"), 1);
    m_span->addItem(tr("In 7 days"), 7);
    m_span->addItem(tr("In 30 days"), 30);
    m_span->addItem(tr("In a year"), 365);
    m_actor = new QLineEdit(part);
    m_actor->setObjectName(QStringLiteral("auditActor"));
    m_actor->setPlaceholderText(tr("By whom"));
    m_actor->setAccessibleName(tr("By whom"));
    m_actor->setMaximumWidth(140);
    m_actor->setClearButtonEnabled(true);
    m_filter = new QLineEdit(part);
    m_filter->setObjectName(QStringLiteral("auditFilter"));
    m_filter->setPlaceholderText(tr("What, about what …"));
    m_filter->setToolTip(tr("Filter the entries (Ctrl+F)"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_exportAction = pageAction(this, tr("Export the record"), QKeySequence(Qt::CTRL | Qt::Key_E),
                                [this] { exportRecord(); });
    top->addWidget(m_chains);
    top->addWidget(m_group);
    top->addWidget(m_span);
    top->addWidget(m_actor);
    top->addWidget(m_filter, 1);
    top->addWidget(buttonFor(m_exportAction, {}, part));
    for (QLineEdit *edit : {m_filter, m_actor})
        connect(edit, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    for (QComboBox *combo : {m_group, m_span})
        connect(combo, &QComboBox::currentIndexChanged, this, &AuditPage::filter);
    return part;
}

QWidget *AuditPage::makeDetails()
{
    auto *part = new QWidget(this);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(gridPx, 0, gridPx, 0);
    layout->setSpacing(gridPx);
    m_entryTitle = heading({}, part);
    m_entryTitle->setWordWrap(true);
    m_entryTitle->setObjectName(QStringLiteral("entryTitle"));
    m_entryFacts = new FactList(part);
    m_entryDetails = new FactList(part);
    m_entryDetails->setObjectName(QStringLiteral("entryDetails"));
    layout->addWidget(m_entryTitle);
    layout->addWidget(m_entryFacts);
    layout->addWidget(separator(Qt::Horizontal, part));
    layout->addWidget(m_entryDetails);
    layout->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(part);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(360);
    scroll->setAccessibleName(tr("The chosen entry"));
    return scroll;
}

void AuditPage::hideEvent(QHideEvent *event)
{
    m_recorded.clear();
    WorkPage::hideEvent(event);
}

void AuditPage::activated()
{
    update();
    if (m_state.isRefused)
        return;
    showChain();
    m_entries->refresh();
    recordView();
    askSignedHead();
    update();
    if (!m_table->currentIndex().isValid() && m_entries->rowCount() > 0)
        m_table->setCurrentIndex(m_entries->index(0, AuditModel::ActColumn));
    m_table->setFocus();
}

void AuditPage::recordView()
{
    if (m_shown != caseKey || m_recorded == m_shown || !workspace().hasCase())
        return;
    m_recorded = m_shown;
    workspace().recordView(audit::verbs::auditViewed, workspace().contents().file.id.value());
}

void AuditPage::listChains()
{
    const QString chosen = m_chains->currentData().toString();
    const bool hadCase = m_chains->findData(caseKey) >= 0;
    {
        const QSignalBlocker blocker(m_chains);
        m_chains->clear();
        if (workspace().hasCase())
            m_chains->addItem(tr("Case %1").arg(workspace().contents().file.details.number), caseKey);
        for (const auto &gallery : workspace().galleries())
            m_chains->addItem(tr("Gallery %1").arg(gallery->gallery().name), gallery->gallery().id.value());
        m_chains->addItem(tr("This workstation"), workstationKey);
        // A case that was just opened is what people want to read about.
        const bool isNewCase = workspace().hasCase() && !hadCase;
        m_chains->setCurrentIndex(isNewCase ? 0 : std::max(0, m_chains->findData(chosen)));
    }
    if (isVisible())
        showChain();
}

void AuditPage::showChain()
{
    const QString key = m_chains->currentData().toString();
    if (key == m_shown || m_state.isRefused)
        return;
    m_shown = key;
    const bool isRefused = m_state.isRefused;
    m_state = {};
    m_state.isRefused = isRefused;
    m_entries->setChain(chainOf(key));
    m_entries->fetchMore({});
    if (isVisible()) {
        recordView();
        askSignedHead();
    }
    if (!m_wanted.isEmpty())
        find(m_wanted);
    update();
}

AuditModel::Chain AuditPage::chainOf(const QString &key) const
{
    AuditModel::Chain chain;
    if (key == caseKey) {
        // Only looked up when asked: holding the session here would hold the case's lock.
        chain.head = [this]() -> base::Result<model::AuditHead> {
            const auto file = workspace().file();
            return file ? file->auditHead() : base::fail(base::ErrorCode::NotFound, caseKey);
        };
        chain.entries = [this](qint64 from, qint64 atMost) -> base::Result<std::vector<model::AuditEntry>> {
            const auto file = workspace().file();
            return file ? file->auditEntries(from, atMost) : base::fail(base::ErrorCode::NotFound, caseKey);
        };
    } else if (key == workstationKey) {
        const auto workstation = workspace().sharedWorkstation();
        chain.head = [workstation] { return workstation->record().auditHead(); };
        chain.entries = [workstation](qint64 from, qint64 atMost) {
            return workstation->record().auditEntries(from, atMost);
        };
    } else if (const auto gallery = workspace().gallery(model::GalleryId(key))) {
        chain.head = [gallery] { return gallery->auditHead(); };
        chain.entries = [gallery](qint64 from, qint64 atMost) { return gallery->auditEntries(from, atMost); };
    }
    return chain;
}

void AuditPage::filter()
{
    m_typing.stop();
    models::AuditFilter wanted;
    wanted.text = m_filter->text().trimmed();
    wanted.actor = m_actor->text().trimmed();
    wanted.group = models::AuditFilter::Group(m_group->currentIndex());
    if (const int days = m_span->currentData().toInt())
        wanted.from = QDateTime(workspace().today().addDays(1 - days), QTime(0, 0)).toUTC();
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    if (wanted.isEmpty()) {
        m_state.isFinding = false;
        m_state.isCutOff = false;
        m_entries->showAll();
        update();
    } else {
        find(wanted);
    }
}

void AuditPage::find(const models::AuditFilter &wanted)
{
    using Found = models::AuditFound;
    const QString key = m_shown;
    const qint64 length = m_entries->chainLength();
    const auto done = [this, key, wanted](base::Result<Found> found) {
        if (key != m_shown || wanted != m_wanted)
            return;
        m_state.isFinding = false;
        if (found) {
            m_state.isCutOff = found->isCutOff;
            m_entries->showFound(std::move(found->entries));
        } else if (found.error().code != base::ErrorCode::Cancelled) {
            emit workspace().failed(found.error());
        }
        update();
    };
    const QString title = tr("Looking through the record");
    const QString jobKey = QStringLiteral("audit/find");
    m_state.isFinding = true;
    update();
    if (key == caseKey) {
        workspace().runInCase<Found>(
            title, jobKey, this,
            [wanted, length](casework::CaseSession &file, base::Progress &progress) {
                return models::findEntries(
                    [&file](qint64 from, qint64 atMost) { return file.auditEntries(from, atMost); }, length,
                    wanted, mostFound, progress);
            },
            done);
        return;
    }
    runner().run<Found>(
        title, jobKey, this,
        [read = chainOf(key).entries, wanted, length](base::Progress &progress) -> base::Result<Found> {
            if (!read)
                return Found{};
            return models::findEntries(read, length, wanted, mostFound, progress);
        },
        done);
}

void AuditPage::askSignedHead()
{
    // The newest signed head stands within the last entries: one is made after every signed record.
    if (m_shown != caseKey)
        return;
    workspace().runInCase<models::AuditFound>(
        tr("Looking for the signed head"), QStringLiteral("audit/head"), this,
        [length = m_entries->chainLength()](casework::CaseSession &file, base::Progress &progress) {
            models::AuditFilter heads;
            heads.text = audit::verbs::headSigned;
            return models::findEntries(
                [&file](qint64 from, qint64 atMost) { return file.auditEntries(from, atMost); }, length,
                heads, 1, progress);
        },
        [this](base::Result<models::AuditFound> found) {
            if (!found || m_shown != caseKey)
                return;
            m_state.signedHead =
                found->entries.empty() ? std::nullopt : std::optional(found->entries.front());
            update();
        });
}

void AuditPage::exportRecord()
{
    if (m_shown != caseKey || !workspace().hasCase())
        return;
    const QString path = common::prompts().saveFile(
        this, tr("Choose where the record is written"),
        workspace().documentsFolder() + QStringLiteral("/audit-") +
            folderNameFor(workspace().contents().file.details.number) + QStringLiteral(".jsonl"),
        tr("JSON lines (*.jsonl)"));
    if (path.isEmpty())
        return;
    workspace().runInCase<void>(
        tr("Exporting the record"), QStringLiteral("audit/export"), this,
        [path](casework::CaseSession &file, base::Progress &progress) {
            return file.exportAudit(path, progress);
        },
        [this](base::Outcome done) {
            if (!workspace().check(done))
                return;
            emit workspace().notice(
                tr("The record is written, with its signed head. likeness-verify checks it "
                   "anywhere, without this program."));
            m_entries->refresh();
            askSignedHead();
            update();
        });
}

void AuditPage::check()
{
    using Head = model::AuditHead;
    const QString key = m_shown;
    const auto done = [this, key](base::Result<Head> head) {
        if (key != m_shown)
            return;
        m_state.isChecking = false;
        if (head || head.error().code != base::ErrorCode::Cancelled)
            m_state.checked = std::move(head);
        m_entries->refresh();
        update();
        if (isVisible())
            m_table->setFocus(); // the button lost the focus while it was grey
    };
    const QString title = tr("Checking the chain");
    const QString jobKey = QStringLiteral("audit/check");
    m_state.isChecking = true;
    update();
    if (key == caseKey) {
        workspace().runInCase<Head>(
            title, jobKey, this,
            [](casework::CaseSession &file, base::Progress &progress) { return file.verifyAudit(progress); },
            done);
    } else if (key == workstationKey) {
        runner().run<Head>(
            title, jobKey, this,
            [workstation = workspace().sharedWorkstation()](base::Progress &progress) {
                return workstation->record().verifyAudit(progress);
            },
            done);
    } else if (const auto gallery = workspace().gallery(model::GalleryId(key))) {
        runner().run<Head>(
            title, jobKey, this,
            [gallery](base::Progress &progress) { return gallery->verifyAudit(progress); }, done);
    }
}

void AuditPage::showEntry()
{
    const auto *entry = m_entries->entry(m_table->currentIndex().row());
    m_entryTitle->setText(
        entry ? tr("%1: %2").arg(QString::number(entry->number), words::actDone(entry->act.verb))
              : QString());
    m_entryFacts->setFacts(entry ? FactList::Facts{{tr("Time"), base::timeText(entry->time)},
                                                   {tr("By"), tr("%1 on %2").arg(entry->actor, entry->host)},
                                                   {tr("Verb"), entry->act.verb},
                                                   {tr("About"), entry->act.subject},
                                                   {tr("Hash"), shortHash(entry->hash)},
                                                   {tr("Before it"), shortHash(entry->previousHash)}}
                                 : FactList::Facts{});
    m_entryFacts->setToolTip(
        entry ? tr("Hash %1\nHash of the entry before %2").arg(entry->hash, entry->previousHash) : QString());
    FactList::Facts details;
    if (entry)
        for (const auto &[name, value] : models::detailFacts(entry->act.details))
            details.append({name, value.size() == 64 || value.size() == 128 ? shortHash(value) : value});
    m_entryDetails->setFacts(details);
}

void AuditPage::update()
{
    m_head->clear();
    m_state.isRefused =
        !policy::unmetRoleRules(policy::Deed::ReadAudit, workspace().actor(), workspace().today()).empty();
    if (m_state.isRefused) {
        showEmptyState(
            tr("The record of who did what is read by supervisors and auditors. It is kept whether or "
               "not anybody looks."));
        setMissing(tr("Your account does not read the record."));
        m_exportAction->setEnabled(false);
        return;
    }
    showContent();
    m_exportAction->setEnabled(m_shown == caseKey);
    m_state.length = m_entries->chainLength();
    setMissing(m_state.isChecking ? tr("The chain is being checked.") : QString());
    const QString entries = tr("%n entries, newest first.", nullptr, int(m_state.length));
    QString state;
    switch (m_state.chain()) {
    case AuditState::Chain::NotChecked:
        state = tr("The chain has not been checked since this page was opened.");
        break;
    case AuditState::Chain::Checking:
        state = tr("Checking …");
        break;
    case AuditState::Chain::Holds:
        state = tr("The chain holds. Head: entry %1, hash %2.")
                    .arg(QString::number((*m_state.checked)->count), (*m_state.checked)->hash);
        break;
    case AuditState::Chain::Grown:
        state = tr("The chain held up to entry %1, and has grown since.").arg((*m_state.checked)->count);
        break;
    case AuditState::Chain::Broken:
    case AuditState::Chain::Failed:
        state = words::sentence(m_state.checked->error());
        break;
    }
    m_stateText->setText(entries + QLatin1Char(' ') + state);
    const auto &head = m_state.signedHead;
    m_head->setVisible(m_shown == caseKey);
    if (head)
        m_head->setText(tr("Last signed head: entry %1 by %2, %3, key %4. %n entries since.", nullptr,
                           int(m_state.unsignedEntries()))
                            .arg(QString::number(head->number), head->actor, timeText(head->time),
                                 head->act.details.value(QStringLiteral("key")).toString().left(16)));
    else
        m_head->setText(workspace().isTraining() ? tr("In training the head is not signed.")
                                                 : tr("No head is signed yet."));
    m_found->setVisible(!m_wanted.isEmpty());
    m_found->setText(m_state.isFinding ? tr("Looking through the record …")
                     : m_state.isCutOff
                         ? tr("The newest %n entries of more are listed.", nullptr, m_entries->rowCount())
                         : tr("%n entries found.", nullptr, m_entries->rowCount()));
}

} // namespace likeness::pages
