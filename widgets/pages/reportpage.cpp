// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/reportpage.h"

#include "engine/casework/statistics.h"
#include "engine/policy/accountrules.h"
#include "engine/policy/examinationrules.h"
#include "engine/report/reporttexts.h"
#include "widgets/common/icons.h"
#include "widgets/common/prompts.h"
#include "widgets/common/theme.h"
#include "widgets/pages/casestate.h"
#include "widgets/pages/parts.h"
#include "widgets/pages/reportstate.h"
#include "widgets/words/errortext.h"
#include "widgets/words/examinationtext.h"
#include "widgets/words/nametext.h"
#include "widgets/words/ruletext.h"

#include <QAction>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QUrl>
#include <QVBoxLayout>

namespace likeness::pages
{

using common::gridPx;

namespace
{

QString warningSentence(ReportState::Warning warning)
{
    switch (warning) {
    case ReportState::Warning::NoEvidence:
        return ReportPage::tr("The case holds no evidence yet. The report would say so.");
    case ReportState::Warning::NoProbe:
        return ReportPage::tr("No face was chosen as a probe yet. The report would only list the evidence.");
    case ReportState::Warning::NoSearch:
        return ReportPage::tr("There is no search yet. The report would contain no candidate.");
    case ReportState::Warning::NoConclusion:
        return ReportPage::tr(
            "No conclusion was noted yet. The report would list candidates that nobody compared.");
    case ReportState::Warning::SearchWithoutConclusion:
        break;
    }
    return ReportPage::tr("One search or more has candidates without any conclusion.");
}

casework::CaseSession::PdfMaker pdfMaker()
{
    return [](const report::CaseReport &made) {
        const report::ReportTexts texts(
            [](const char *source) { return QCoreApplication::translate("report", source); });
        return report::toPdf(made, texts);
    };
}

casework::CaseSession::GalleryFinder finderIn(const models::Workspace &workspace)
{
    return [galleries = workspace.galleries()](
               const model::GalleryId &id) -> std::shared_ptr<casework::GallerySession> {
        for (const auto &gallery : galleries)
            if (gallery->gallery().id == id)
                return gallery;
        return nullptr;
    };
}

} // namespace

ReportPage::ReportPage(models::Workspace &workspace, QWidget *parent)
    : WorkPage(Step::Report, workspace, parent)
{
    setTitle(tr("Export the case report"));
    setMainAction(tr("Export PDF and JSON"), QKeySequence(Qt::CTRL | Qt::Key_Return));

    auto *row = new QHBoxLayout;
    row->setSpacing(6 * gridPx);
    auto *left = new QWidget(this);
    left->setMaximumWidth(400);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(gridPx);
    leftLayout->addWidget(heading(tr("What it will contain"), left));
    m_contents = new FactList(left);
    leftLayout->addWidget(m_contents);
    m_warnings = caution({}, left);
    m_warnings->setObjectName(QStringLiteral("warnings"));
    leftLayout->addWidget(m_warnings);
    leftLayout->addSpacing(gridPx);
    leftLayout->addWidget(
        quiet(tr("Every search stands in it with its whole list, also what was set aside. In the "
                 "pictures everybody but the chosen face is made unrecognisable."),
              left));
    m_result = makeResult();
    leftLayout->addSpacing(2 * gridPx);
    leftLayout->addWidget(m_result);
    leftLayout->addStretch(1);
    row->addWidget(left, 4);

    auto *preview = new QWidget(this);
    auto *previewLayout = new QVBoxLayout(preview);
    previewLayout->setContentsMargins(gridPx, 0, gridPx, gridPx);
    previewLayout->setSpacing(gridPx);
    previewLayout->addWidget(heading(tr("The case"), preview));
    m_facts = new FactList(preview);
    previewLayout->addWidget(m_facts);
    previewLayout->addSpacing(gridPx);
    m_searches = new QVBoxLayout;
    m_searches->setSpacing(gridPx);
    previewLayout->addLayout(m_searches);
    previewLayout->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(preview);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("What the report says"));
    auto *right = new QVBoxLayout;
    right->setSpacing(2 * gridPx);
    right->addWidget(scroll, 1);
    right->addWidget(makeMore());
    row->addLayout(right, 6);
    content()->addLayout(row);

    connect(this, &Page::mainActionTriggered, this, &ReportPage::exportReport);
    connect(this, &Page::emptyStateActionTriggered, this, [this] { emit stepWanted(Step::Case); });
    connect(&workspace, &models::Workspace::caseChanged, this, [this] {
        m_isExporting = false;
        m_result->hide();
        update();
    });
    connect(&workspace, &models::Workspace::contentsChanged, this, &ReportPage::update);
    connect(&workspace, &models::Workspace::accountChanged, this, &ReportPage::update);
    update();
}

QWidget *ReportPage::makeMore()
{
    auto *part = new QWidget(this);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridPx);
    m_disclosureAction =
        pageAction(this, tr("Disclosure packet"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D),
                   [this] { exportDisclosure(); });
    m_statisticsAction =
        pageAction(this, tr("Statistics of the year"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Y),
                   [this] { exportStatistics(); });
    layout->addWidget(heading(tr("For the defence"), part));
    layout->addWidget(
        quiet(tr("Report, originals, record and signed head in one file. A supervisor writes it, "
                 "with a reason. It is the only way originals leave."),
              part));
    layout->addWidget(buttonFor(m_disclosureAction, {}, part), 0, Qt::AlignLeft);
    layout->addSpacing(gridPx);
    layout->addWidget(heading(tr("For the public"), part));
    auto *row = new QHBoxLayout;
    m_year = new QSpinBox(part);
    m_year->setAccessibleName(tr("Year"));
    m_year->setRange(2000, 9999);
    m_year->setValue(workspace().today().year());
    row->addWidget(m_year);
    row->addWidget(buttonFor(m_statisticsAction, {}, part));
    row->addStretch(1);
    layout->addLayout(row);
    m_figures = new FactList(part);
    m_figures->setObjectName(QStringLiteral("figures"));
    layout->addWidget(m_figures);
    return part;
}

QWidget *ReportPage::makeResult()
{
    auto *part = new QWidget(this);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridPx);
    layout->addWidget(heading(tr("Exported"), part));
    m_resultFacts = new FactList(part);
    m_resultFacts->setObjectName(QStringLiteral("exported"));
    layout->addWidget(m_resultFacts);
    auto *open = pageAction(this, tr("Open the folder"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
                            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder)); });
    layout->addWidget(buttonFor(open, QStringLiteral("folder-open"), part), 0, Qt::AlignLeft);
    part->hide();
    return part;
}

void ReportPage::activated()
{
    update();
    mainButton()->setFocus();
}

void ReportPage::update()
{
    m_statisticsAction->setEnabled(
        policy::unmetRoleRules(policy::Deed::SeeStatistics, workspace().actor(), workspace().today())
            .empty());
    m_disclosureAction->setEnabled(false);
    if (!workspace().hasCase()) {
        m_facts->setFacts({});
        updateSearches(); // nothing of the case before stays, not even out of sight
        showEmptyState(tr("A report is about a case. Open or create one first."), tr("Go to the case"));
        setMissing(tr("Open a case first."));
        return;
    }
    showContent();
    const auto actor = workspace().actor();
    const auto unmet = policy::unmetRoleRules(policy::Deed::ExportReport, actor, workspace().today());
    setMissing(m_isExporting   ? tr("The report is being made.")
               : unmet.empty() ? QString()
                               : words::sentence(unmet.front()));
    m_disclosureAction->setEnabled(
        !m_isExporting && !workspace().isReadOnly() &&
        policy::unmetRoleRules(policy::Deed::ExportDisclosure, actor, workspace().today()).empty());
    const auto &contents = workspace().contents();
    const auto state = ReportState::of(contents);
    m_contents->setFacts(
        {{tr("Evidence items"), QString::number(state.evidence)},
         {tr("Probes"), QString::number(state.probes)},
         {tr("Searches"), QString::number(state.searches)},
         {tr("Searches without a candidate"), QString::number(state.searchesWithoutCandidate)},
         {tr("Candidates"), QString::number(state.candidates)},
         {tr("Candidates set aside"), QString::number(state.setAside)},
         {tr("Conclusions"), QString::number(state.conclusions)}});
    QStringList warnings;
    for (const auto warning : state.warnings)
        warnings << warningSentence(warning);
    m_warnings->setText(warnings.join(QLatin1Char('\n')));
    m_warnings->setVisible(!warnings.isEmpty());

    const auto &details = contents.file.details;
    m_facts->setFacts({{tr("Number"), details.number},
                       {tr("Offence"), details.offence},
                       {tr("Lawful purpose"), details.purpose},
                       {tr("Requester"), details.requester},
                       {tr("Kind"), contents.file.training ? words::training() : QString()}});
    updateSearches();
}

void ReportPage::updateSearches()
{
    while (auto *item = m_searches->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto &contents = workspace().contents();
    for (const auto &search : contents.searches) {
        m_searches->addWidget(heading(tr("Search of %1").arg(timeText(search.time))));
        auto *facts = new FactList;
        const bool isWithheld = workspace().isWithheld(search.id);
        FactList::Facts lines{{tr("Gallery"), search.galleryName},
                              {tr("Persons compared"), QString::number(search.galleryPersons)},
                              {tr("Candidates"), isWithheld ? tr("The list is not opened.")
                                                            : QString::number(search.candidates.size())}};
        for (const auto &candidate : search.candidates) {
            const auto standing = policy::standing(contents, search.id, candidate.portrait);
            if (standing.state == policy::Standing::State::NotExamined)
                continue;
            const auto conclusion = standing.outcome ? standing.outcome
                                    : standing.state == policy::Standing::State::Examined && standing.first
                                        ? std::optional(standing.first->conclusion)
                                        : std::nullopt;
            lines.append({tr("Candidate %1").arg(candidate.personReference),
                          !conclusion ? words::phrase(standing.state)
                          : workspace().isTraining()
                              ? words::phrase(*conclusion)
                              : tr("%1: %2").arg(words::phrase(standing.state), words::phrase(*conclusion))});
        }
        for (const auto &noted : contents.nullResults)
            if (noted.search == search.id)
                lines.append({tr("Led nowhere"), noted.note});
        facts->setFacts(lines);
        m_searches->addWidget(facts);
        if (!search.candidates.empty())
            m_searches->addWidget(caution(words::leadOnly()));
    }
}

void ReportPage::exportDisclosure()
{
    if (!workspace().hasCase() || m_isExporting)
        return;
    const auto reason = common::prompts().reason(
        this, tr("Write the disclosure packet"),
        tr("Originals leave with this packet. Who asked for it, and on what ground? It is entered."));
    if (!reason)
        return;
    const QString number = workspace().contents().file.details.number;
    QString path = common::prompts().saveFile(this, tr("Choose where the packet is written"),
                                              workspace().documentsFolder() + QStringLiteral("/disclosure-") +
                                                  folderNameFor(number) + QStringLiteral(".zip"),
                                              tr("Disclosure packets (*.zip)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QStringLiteral(".zip"), Qt::CaseInsensitive))
        path += QStringLiteral(".zip");
    m_isExporting = true;
    update();
    workspace().runInCase<void>(
        tr("Writing the disclosure packet"), QStringLiteral("report/export"), this,
        [path, reason = *reason, finder = finderIn(workspace())](casework::CaseSession &file,
                                                                 base::Progress &progress) {
            return file.exportDisclosure(path, reason, pdfMaker(), finder, progress);
        },
        [this, path](base::Outcome done) {
            m_isExporting = false;
            update();
            if (!done) {
                if (done.error().code != base::ErrorCode::Cancelled)
                    emit workspace().failed(done.error());
                return;
            }
            m_folder = QFileInfo(path).absolutePath();
            m_resultFacts->setFacts({{tr("Packet"), QFileInfo(path).fileName()},
                                     {tr("Folder"), QDir::toNativeSeparators(m_folder)}});
            m_resultFacts->setToolTip({});
            m_result->show();
        });
}

void ReportPage::exportStatistics()
{
    const int year = m_year->value();
    const QString path = common::prompts().saveFile(
        this, tr("Choose where the statistics are written"),
        workspace().documentsFolder() + QStringLiteral("/statistics-%1.json").arg(year), tr("JSON (*.json)"));
    if (path.isEmpty())
        return;
    using Statistics = casework::YearStatistics;
    runner().run<Statistics>(
        tr("Counting the year"), QStringLiteral("report/statistics"), this,
        [workstation = workspace().sharedWorkstation(), year,
         path](base::Progress &progress) -> base::Result<Statistics> {
            auto counted = casework::statisticsOf(*workstation, year, progress);
            if (!counted)
                return counted;
            if (auto written = casework::exportStatistics(*workstation, *counted, path); !written)
                return tl::unexpected(written.error());
            return counted;
        },
        [this](base::Result<Statistics> counted) {
            if (!counted) {
                if (counted.error().code != base::ErrorCode::Cancelled)
                    emit workspace().failed(counted.error());
                return;
            }
            const auto number = [](qint64 n) { return QString::number(n); };
            m_figures->setFacts({{tr("Cases"), number(counted->cases)},
                                 {tr("Searches"), number(counted->searches)},
                                 {tr("Led nowhere"), number(counted->nullResults)},
                                 {tr("Verifications"), number(counted->verifications)},
                                 {tr("Disagreements"), number(counted->disagreements)},
                                 {tr("Leads"), number(counted->leads)},
                                 {tr("Unreadable cases"), number(counted->casesUnreadable)}});
            emit workspace().notice(tr("The statistics are written and signed. They hold numbers only."));
        });
}

void ReportPage::exportReport()
{
    if (!workspace().hasCase() || m_isExporting)
        return;
    const QString number = workspace().contents().file.details.number;
    const QString suggested = workspace().documentsFolder() + QStringLiteral("/report-") +
                              folderNameFor(number) + QStringLiteral(".pdf");
    QString path = common::prompts().saveFile(this, tr("Choose where the report is written"), suggested,
                                              tr("PDF (*.pdf)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive))
        path += QStringLiteral(".pdf");
    m_isExporting = true;
    m_result->hide();
    update();
    using Exported = casework::CaseSession::Exported;
    workspace().runInCase<Exported>(
        tr("Exporting the report"), QStringLiteral("report/export"), this,
        [path, finder = finderIn(workspace())](casework::CaseSession &file, base::Progress &progress) {
            return file.exportReport(path, pdfMaker(), finder, progress);
        },
        [this](base::Result<Exported> result) { exported(std::move(result)); });
}

void ReportPage::exported(base::Result<casework::CaseSession::Exported> result)
{
    m_isExporting = false;
    update();
    if (isVisible())
        mainButton()->setFocus(); // it lost the focus while it was grey
    if (!result) {
        if (result.error().code != base::ErrorCode::Cancelled)
            emit workspace().failed(result.error());
        return;
    }
    m_folder = QFileInfo(result->pdf).absolutePath();
    m_resultFacts->setFacts({{tr("PDF"), QFileInfo(result->pdf).fileName()},
                             {tr("SHA-256 of it"), shortHash(result->pdfSha256)},
                             {tr("JSON"), QFileInfo(result->json).fileName()},
                             {tr("SHA-256 of it"), shortHash(result->jsonSha256)},
                             {tr("Folder"), QDir::toNativeSeparators(m_folder)}});
    m_resultFacts->setToolTip(tr("PDF %1\nJSON %2").arg(result->pdfSha256, result->jsonSha256));
    m_result->show();
}

} // namespace likeness::pages
