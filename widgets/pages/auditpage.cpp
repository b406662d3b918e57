// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/auditpage.h"

#include "engine/base/clock.h"
#include "widgets/common/prompts.h"
#include "widgets/common/theme.h"
#include "widgets/pages/parts.h"
#include "widgets/words/errortext.h"
#include "widgets/words/nametext.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTableView>

namespace likeness::pages
{

using common::gridPx;
using models::AuditModel;

namespace
{

const QString caseKey = QStringLiteral("case");
const QString workstationKey = QStringLiteral("workstation");

} // namespace

AuditPage::AuditPage(models::Workspace &workspace, QWidget *parent) : WorkPage(Step::Audit, workspace, parent)
{
    setTitle(tr("Read what was done"));
    setMainAction(tr("Check the chain"), QKeySequence(Qt::CTRL | Qt::Key_Return));

    m_entries = new AuditModel(this);
    m_filtered = new QSortFilterProxyModel(this);
    m_filtered->setSourceModel(m_entries);
    m_filtered->setFilterRole(AuditModel::SearchTextRole);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);

    auto *top = new QHBoxLayout;
    top->setSpacing(gridPx);
    m_chains = new QComboBox(this);
    m_chains->setObjectName(QStringLiteral("chains"));
    m_chains->setAccessibleName(tr("Whose record"));
    m_chains->setMinimumContentsLength(24);
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("auditFilter"));
    m_filter->setPlaceholderText(tr("Show only what was done, by whom, about what …"));
    m_filter->setToolTip(tr("Filter the entries (Ctrl+F)"));
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    top->addWidget(m_chains);
    top->addWidget(m_filter, 1);
    content()->addLayout(top);
    m_stateText = quiet({}, this);
    m_stateText->setObjectName(QStringLiteral("chainState"));
    content()->addWidget(m_stateText);

    m_table = quietTable(m_filtered, tr("Entries"), this);
    m_table->setObjectName(QStringLiteral("auditTable"));
    const auto width = [&](int column, int letters) {
        m_table->horizontalHeader()->resizeSection(column,
                                                   m_table->fontMetrics().averageCharWidth() * letters + 24);
    };
    width(AuditModel::NumberColumn, 6);
    width(AuditModel::TimeColumn, 20);
    width(AuditModel::ActorColumn, 12);
    width(AuditModel::ActColumn, 24);
    width(AuditModel::SubjectColumn, 34);
    m_table->setToolTip(tr("Enter shows the whole entry."));
    content()->addWidget(m_table, 1);

    pageAction(this, tr("Filter the entries"), QKeySequence::Find, [this] { m_filter->setFocus(); });
    connect(m_filter, &QLineEdit::textChanged, this, &AuditPage::filter);
    connect(m_table, &QTableView::activated, this, &AuditPage::showEntry);
    connect(m_chains, &QComboBox::currentIndexChanged, this, &AuditPage::showChain);
    connect(m_entries, &AuditModel::failed, &workspace, &models::Workspace::failed);
    connect(this, &Page::mainActionTriggered, this, &AuditPage::check);
    connect(&workspace, &models::Workspace::caseChanged, this, [this] {
        m_shown.clear(); // the chain of the case before must not stand there, nor hold its lock
        m_entries->clear();
        listChains();
    });
    connect(&workspace, &models::Workspace::galleriesChanged, this, &AuditPage::listChains);
    listChains();
}

void AuditPage::activated()
{
    showChain();
    m_entries->refresh();
    update();
    m_table->setFocus();
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
    if (key == m_shown)
        return;
    m_shown = key;
    m_state = {};
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
        chain.head = [this] { return workspace().workstation().record().auditHead(); };
        chain.entries = [this](qint64 from, qint64 atMost) {
            return workspace().workstation().record().auditEntries(from, atMost);
        };
    } else if (const auto gallery = workspace().gallery(model::GalleryId(key))) {
        chain.head = [gallery] { return gallery->auditHead(); };
        chain.entries = [gallery](qint64 from, qint64 atMost) { return gallery->auditEntries(from, atMost); };
    }
    m_entries->setChain(std::move(chain));
    m_entries->fetchMore({});
    update();
}

void AuditPage::filter(const QString &text)
{
    // A filter over a part of the chain would call absent what is only not read yet.
    if (!text.isEmpty())
        while (m_entries->canFetchMore({}))
            m_entries->fetchMore({});
    m_filtered->setFilterFixedString(text);
    update();
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

void AuditPage::showEntry(const QModelIndex &index)
{
    const auto *entry = m_entries->entry(m_filtered->mapToSource(index).row());
    if (!entry)
        return;
    const QStringList lines{
        tr("Entry %1: %2 (%3)")
            .arg(QString::number(entry->number), words::actDone(entry->act.verb), entry->act.verb),
        tr("Time %1").arg(base::timeText(entry->time)),
        tr("By %1 on %2").arg(entry->actor, entry->host),
        tr("About %1").arg(entry->act.subject),
        tr("Hash %1").arg(entry->hash),
        tr("Hash of the entry before %1").arg(entry->previousHash),
        QString(),
        QString::fromUtf8(QJsonDocument(entry->act.details).toJson(QJsonDocument::Indented))};
    common::prompts().showText(this, tr("Audit entry %1").arg(entry->number), lines.join(QLatin1Char('\n')));
}

void AuditPage::update()
{
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
}

} // namespace likeness::pages
