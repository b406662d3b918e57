// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/selftestpage.h"

#include "engine/policy/accountrules.h"
#include "engine/report/selftestwords.h"
#include "widgets/common/prompts.h"
#include "widgets/common/theme.h"
#include "widgets/pages/parts.h"
#include "widgets/pages/plotview.h"
#include "widgets/words/errortext.h"
#include "widgets/words/nametext.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QCoreApplication>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace likeness::pages
{

using common::gridPx;
using model::SelfTest;
using models::RowsModel;

namespace
{

const report::ReportTexts &texts()
{
    static const report::ReportTexts translated(
        [](const char *source) { return QCoreApplication::translate("report", source); });
    return translated;
}

/// What the page needs to know of the record and of the engine, read together aside.
struct Known {
    std::vector<SelfTest> tests;
    QString engineId;
};

/// Figures as wide as they are, the first column what is left; in a narrow window all give way and wrap. As high as
/// its rows: the page scrolls as a whole.
void fit(QTableView *table)
{
    QHeaderView *header = table->horizontalHeader();
    const int width = table->viewport()->width();
    std::vector<int> wanted;
    int rest = 0;
    for (int column = 0; column < header->count(); ++column) {
        table->resizeColumnToContents(column);
        wanted.push_back(table->columnWidth(column) + gridPx);
        rest += column > 0 ? wanted.back() : 0;
    }
    const int first = std::max(width - rest, width * 3 / 10);
    for (int column = 0; column < header->count(); ++column)
        header->resizeSection(column, column == 0            ? first
                                      : rest > width - first ? wanted[size_t(column)] * (width - first) / rest
                                                             : wanted[size_t(column)]);
    table->resizeRowsToContents();
    for (int row = 0; row < table->model()->rowCount(); ++row)
        table->setRowHeight(row, table->rowHeight(row) + gridPx / 2);
    table->setFixedHeight(header->sizeHint().height() + table->verticalHeader()->length() + 2);
}

QTableView *wholeTable(RowsModel *model, const QString &name, QWidget *parent)
{
    auto *table = quietTable(model, name, parent);
    table->setWordWrap(true);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->horizontalHeader()->setStretchLastSection(false);
    return table;
}

} // namespace

SelfTestPage::SelfTestPage(models::Workspace &workspace, QWidget *parent)
    : WorkPage(Step::SelfTest, workspace, parent)
{
    setTitle(tr("Measure the engine on pictures of people you know"));
    setMainAction(tr("Choose a folder and measure"), QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_groupsAction =
        pageAction(this, tr("List of groups"), QKeySequence(Qt::CTRL | Qt::Key_G), [this] { chooseGroups(); });
    m_stopAction = pageAction(this, tr("Stop"), QKeySequence(Qt::Key_Escape), [this] {
        if (m_job)
            m_job->cancel();
    });
    content()->addWidget(makeChoices());
    m_state = quiet({}, this);
    m_state->setObjectName(QStringLiteral("selfTestState"));
    m_trouble = caution({}, this);
    m_trouble->setObjectName(QStringLiteral("selfTestTrouble"));
    content()->addWidget(m_state);
    content()->addWidget(m_trouble);

    m_stack = new QStackedWidget(this);
    m_empty = new common::EmptyState(m_stack);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeResults());
    content()->addWidget(m_stack, 1);

    connect(m_empty, &common::EmptyState::actionTriggered, this, &Page::mainActionTriggered);
    connect(this, &Page::mainActionTriggered, this, [this] {
        const QString folder = common::prompts().openFolder(this, tr("Choose a folder of pictures of known people"));
        if (!folder.isEmpty())
            measure(folder);
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        m_ended.clear();
        m_results->verticalScrollBar()->setValue(0);
        update();
    });
    connect(&workspace, &models::Workspace::accountChanged, this, [this] {
        m_ended.clear();
        update();
    });
    update();
}

SelfTestPage::~SelfTestPage() = default;

QWidget *SelfTestPage::makeChoices()
{
    auto *part = new QWidget(this);
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gridPx);
    m_kind = new QComboBox(part);
    m_kind->setObjectName(QStringLiteral("selfTestKind"));
    m_kind->setAccessibleName(tr("What is measured"));
    for (const auto each : {SelfTest::Kind::Identification, SelfTest::Kind::Verification})
        m_kind->addItem(report::kindWords(each, texts()), int(each));
    m_groups = quiet({}, part);
    m_groups->setWordWrap(false);
    m_groups->setObjectName(QStringLiteral("groupsFile"));
    row->addWidget(m_kind);
    row->addWidget(buttonFor(m_groupsAction, QStringLiteral("file-plus"), part));
    row->addWidget(m_groups);
    row->addWidget(buttonFor(m_stopAction, QStringLiteral("x"), part));
    row->addStretch(1);
    return part;
}

QWidget *SelfTestPage::makeResults()
{
    auto *inner = new QWidget(this);
    auto *layout = new QVBoxLayout(inner);
    layout->setContentsMargins(0, 0, gridPx, 0);
    layout->setSpacing(gridPx);
    m_otherEngine = caution(tr("Made with another version of the engine than the one that works now: its figures need "
                               "not hold any more. Please measure again."),
                            inner);
    m_otherEngine->setObjectName(QStringLiteral("otherEngine"));
    m_facts = new FactList(inner);
    m_facts->setObjectName(QStringLiteral("selfTestFacts"));
    m_figures =
        new RowsModel({tr("Figure"), tr("Term"), tr("Likeness"), tr("Plain dlib"), tr("Misses, times plain")}, this);
    m_figureTable = wholeTable(m_figures, tr("Figures"), inner);
    m_figureTable->setObjectName(QStringLiteral("figures"));
    layout->addWidget(m_otherEngine);
    layout->addWidget(m_facts);
    layout->addSpacing(gridPx);
    layout->addWidget(quiet(tr("Each figure stands with its 95% interval over persons. Plain dlib is dlib's own template "
                               "of one view, on the same faces."),
                            inner));
    layout->addWidget(m_figureTable);

    m_groupPart = new QWidget(inner);
    auto *groups = new QVBoxLayout(m_groupPart);
    groups->setContentsMargins(0, gridPx, 0, 0);
    groups->setSpacing(gridPx);
    m_groupWords = quiet({}, m_groupPart);
    m_groupFigures = new RowsModel({tr("Group"), tr("Probes in / not in the gallery"), tr("Stands first"), tr("Missed"),
                                    tr("Not in the gallery, and listed")},
                                   this);
    m_groupTable = wholeTable(m_groupFigures, tr("Figures by group"), m_groupPart);
    m_groupTable->setObjectName(QStringLiteral("groupFigures"));
    groups->addWidget(heading(tr("By group"), m_groupPart));
    groups->addWidget(m_groupWords);
    groups->addWidget(m_groupTable);
    layout->addWidget(m_groupPart);

    auto *plots = new QHBoxLayout;
    plots->setSpacing(3 * gridPx);
    plots->setContentsMargins(0, 2 * gridPx, 0, 0);
    m_det = new PlotView(inner);
    m_det->setObjectName(QStringLiteral("detPlot"));
    m_rank = new PlotView(inner);
    m_rank->setObjectName(QStringLiteral("rankPlot"));
    plots->addWidget(m_det, 1);
    plots->addWidget(m_rank, 1);
    layout->addLayout(plots);
    layout->addStretch(1);

    m_results = new QScrollArea(m_stack);
    m_results->setWidgetResizable(true);
    m_results->setFrameShape(QFrame::NoFrame);
    m_results->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_results->setWidget(inner);
    m_results->setAccessibleName(tr("Figures of the last self-test"));
    return m_results;
}

void SelfTestPage::resizeEvent(QResizeEvent *event)
{
    WorkPage::resizeEvent(event);
    // Once the layout has given the tables their width.
    QMetaObject::invokeMethod(this, &SelfTestPage::fitTables, Qt::QueuedConnection);
}

void SelfTestPage::showEvent(QShowEvent *event)
{
    WorkPage::showEvent(event);
    QMetaObject::invokeMethod(this, &SelfTestPage::fitTables, Qt::QueuedConnection);
}

void SelfTestPage::fitTables()
{
    fit(m_figureTable);
    fit(m_groupTable);
}

SelfTest::Kind SelfTestPage::kind() const
{
    return SelfTest::Kind(m_kind->currentData().toInt());
}

const SelfTest *SelfTestPage::shown() const
{
    const auto found =
        std::find_if(m_tests.begin(), m_tests.end(), [this](const SelfTest &each) { return each.kind == kind(); });
    return found == m_tests.end() ? nullptr : &*found;
}

void SelfTestPage::chooseGroups()
{
    // Chosen again without a file: none.
    m_groupsFile = common::prompts().openFile(this, tr("Choose a CSV list: person,group or file,group"),
                                              tr("CSV (*.csv)"));
    update();
}

void SelfTestPage::activated()
{
    read();
    m_kind->setFocus();
}

void SelfTestPage::read()
{
    m_isReading = true;
    update();
    runner().run<Known>(
        tr("Reading the self-tests"), QStringLiteral("selftest/read"), this,
        [desk = workspace().sharedWorkstation()](base::Progress &progress) -> base::Result<Known> {
            auto tests = casework::latestSelfTests(*desk, progress);
            if (!tests)
                return tl::unexpected(tests.error());
            Known known{std::move(*tests), {}};
            // Without its models the engine says so elsewhere; the figures can be read all the same.
            if (!known.tests.empty()) {
                if (const auto engine = desk->engine())
                    known.engineId = (*engine)->version(face::DescriberSettings::shipped()).id();
            }
            return known;
        },
        [this](base::Result<Known> known) {
            m_isReading = false;
            if (known) {
                m_isRead = true;
                m_problem.clear();
                m_tests = std::move(known->tests);
                m_engineId = known->engineId;
            } else if (known.error().code != base::ErrorCode::Cancelled) {
                m_tests.clear();
                m_isRead = false;
                m_problem = words::sentence(known.error());
            }
            update();
        });
}

void SelfTestPage::measure(const QString &folder)
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    m_ended.clear();
    m_rate = {};
    const casework::SelfTestPlan plan{kind(), folder, {},
                                      kind() == SelfTest::Kind::Identification ? m_groupsFile : QString()};
    m_job = runner().run<casework::MadeSelfTest>(
        tr("Measuring the engine"), {}, this,
        [desk = workspace().sharedWorkstation(), plan](base::Progress &progress) {
            return casework::runSelfTest(*desk, plan, progress);
        },
        [this](base::Result<casework::MadeSelfTest> result) { ended(result); });
    connect(m_job, &jobs::Job::changed, this, &SelfTestPage::noteProgress);
    if (hasKeyboard())
        setFocus(Qt::OtherFocusReason); // what had it is greyed now, and Escape must still stop
    update();
}

void SelfTestPage::noteProgress()
{
    if (!m_job || m_job->state() != jobs::Job::State::Running || m_job->total() == 0)
        return;
    if (m_job->done() == m_job->total()) {
        m_state->setText(tr("All pictures are described. The figures are being worked out."));
        m_job->setNote({});
        return;
    }
    m_rate.note(m_job->done(), m_job->elapsedMs());
    const QString text = words::batchProgress(m_job->done(), m_job->total(), m_rate);
    m_job->setNote(text);
    m_state->setText(tr("Pictures: %1").arg(text));
}

void SelfTestPage::ended(const base::Result<casework::MadeSelfTest> &result)
{
    m_isRunning = false;
    m_job = nullptr;
    m_endedBadly = !result && result.error().code != base::ErrorCode::Cancelled;
    if (result)
        m_ended = tr("Measured. The figures stand in the workstation's record, and every report from now on quotes "
                     "them.");
    else if (!m_endedBadly)
        m_ended = tr("Stopped. Nothing was entered; the figures below are those of the run before.");
    else if (result.error().code == base::ErrorCode::InvalidArgument)
        m_ended = kind() == SelfTest::Kind::Identification
                      ? tr("The pictures are too few. Some people need two pictures, and at least four need exactly "
                           "one: they stand for those who are in no gallery. Nothing was entered.")
                      : tr("The pictures are too few. At least one person needs two pictures, and there must be two "
                           "persons. Nothing was entered.");
    else if (result.error().code == base::ErrorCode::FileDamaged && result.error().subject == m_groupsFile)
        m_ended = tr("The list of groups cannot be used (%1). Nothing was measured. Please correct it and try again.")
                      .arg(result.error().detail);
    else
        m_ended = words::sentence(result.error());
    const bool hadKeyboard = hasKeyboard();
    if (result)
        read();
    update();
    if (hadKeyboard)
        m_kind->setFocus();
}

bool SelfTestPage::hasKeyboard() const
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && (focus == this || isAncestorOf(focus));
}

void SelfTestPage::update()
{
    const bool isIdentification = kind() == SelfTest::Kind::Identification;
    const bool mayMeasure =
        policy::unmetRoleRules(policy::Deed::EvaluateEngine, workspace().actor(), workspace().today()).empty();
    setMissing(m_isRunning   ? tr("A self-test is under way.")
               : !mayMeasure ? tr("Supervisors, auditors and gallery managers measure the engine.")
                             : QString());
    m_kind->setEnabled(!m_isRunning);
    m_groupsAction->setVisible(isIdentification);
    m_groupsAction->setEnabled(!m_isRunning && mayMeasure);
    m_groups->setVisible(isIdentification && !m_groupsFile.isEmpty());
    m_groups->setText(shortName(QFileInfo(m_groupsFile).fileName()));
    m_groups->setToolTip(m_groupsFile);
    m_stopAction->setVisible(m_isRunning);

    const SelfTest *test = shown();
    const QString state = m_isRunning              ? tr("The pictures are being described.")
                          : !m_endedBadly          ? m_ended
                                                   : QString();
    m_state->setText(state);
    m_state->setVisible(!state.isEmpty());
    const QString trouble = !m_problem.isEmpty() ? m_problem : m_endedBadly && !m_isRunning ? m_ended : QString();
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
    m_stack->setCurrentIndex(test ? 1 : 0);
    m_stack->setVisible(test || m_problem.isEmpty());
    if (test) {
        showTest(*test);
        return;
    }
    m_empty->setAction(m_isRead && mayMeasure && !m_isRunning ? tr("Choose a folder and measure") : QString());
    m_empty->setSentence(
        !m_isRead        ? tr("The record of this workstation is being read.")
        : isIdentification
            ? tr("This was not measured yet. A self-test says how often the engine finds the right person in a "
                 "gallery, and how often it lists somebody for a person who is not in it, on pictures like those you "
                 "work with. It needs a folder of pictures of people you know, named Name_0001.jpg, Name_0002.jpg: "
                 "some people with two pictures, and at least four, better hundreds, with one. Nothing of the "
                 "pictures is kept but the figures, which every report then quotes.")
            : tr("This was not measured yet. A self-test says how often two pictures of one person are told from two "
                 "pictures of different persons. It needs a folder of pictures of people you know, named "
                 "Name_0001.jpg, Name_0002.jpg, some of them with two pictures. Nothing of the pictures is kept but "
                 "the figures, which every report then quotes."));
}

void SelfTestPage::showTest(const SelfTest &test)
{
    m_otherEngine->setVisible(!m_engineId.isEmpty() && m_engineId != test.engine.id());
    m_facts->setFacts({{tr("Made"), tr("%1, by %2").arg(timeText(test.time), test.actor)},
                       {tr("Engine"), tr("%1, version %2").arg(test.engine.name, test.engine.id())},
                       {tr("Measured on"), report::countWords(test, texts())},
                       {tr("Left out"), report::leftOutWords(test, texts())}});
    QList<QStringList> rows;
    for (const report::SelfTestRow &row : report::selfTestRows(test, texts()))
        rows << QStringList{row.what, row.term, row.ours, row.plain, row.ratio};
    m_figures->setRows(rows);

    m_groupPart->setVisible(test.hasGroups);
    rows.clear();
    for (const report::SelfTestGroupRow &row : report::selfTestGroupRows(test, texts()))
        rows << QStringList{row.group, row.counts, row.rank1, row.fnir, row.fpir};
    m_groupFigures->setRows(rows);
    m_groupWords->setText(tr("All groups are held against one threshold, under which 1% of all who are not in the "
                             "gallery get a candidate. Where a group's own share is higher, innocent people of that "
                             "group are listed more often than others. Persons without a group: %1.")
                              .arg(test.withoutGroup));
    m_det->setPlot(report::detPlot(test, texts()));
    m_rank->setPlot(report::rankPlot(test, texts()));
    fitTables();
    QMetaObject::invokeMethod(this, &SelfTestPage::fitTables, Qt::QueuedConnection);
}

} // namespace likeness::pages
