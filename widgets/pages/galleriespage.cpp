// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/galleriespage.h"

#include "widgets/common/icons.h"
#include "widgets/common/prompts.h"
#include "widgets/common/theme.h"
#include "widgets/pages/outcomepanel.h"
#include "widgets/pages/parts.h"
#include "widgets/words/errortext.h"
#include "widgets/words/nametext.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <mutex>

namespace likeness::pages
{

using casework::GallerySession;
using common::gridPx;

struct GalleriesPage::Collected {
    std::mutex mutex;
    std::vector<models::OutcomeModel::Row> rows;
    std::array<int, 5> counts{};
};

namespace
{

/// What the table needs beside its pages, read together aside.
struct People {
    QHash<model::PersonId, QString> references;
};

models::OutcomeModel::Row rowOf(const model::EnrolItem &item)
{
    const bool isProblem =
        item.outcome != model::EnrolOutcome::Enrolled && item.outcome != model::EnrolOutcome::Duplicate;
    QString outcome = words::phrase(item.outcome);
    if (item.outcome == model::EnrolOutcome::Enrolled && !item.detail.isEmpty())
        outcome = likeness::pages::GalleriesPage::tr("Enrolled as %1").arg(item.detail);
    return {QFileInfo(item.file).fileName(), outcome, QDir::toNativeSeparators(item.file), isProblem};
}

} // namespace

GalleriesPage::GalleriesPage(models::Workspace &workspace, QWidget *parent)
    : WorkPage(Step::Galleries, workspace, parent), m_collected(std::make_shared<Collected>())
{
    m_galleries = new models::GalleryModel(workspace, this);
    m_portraits = new models::PortraitModel(this);
    m_outcomes = new models::OutcomeModel(this);
    setTitle(tr("Keep the galleries in order"));
    setMainAction(tr("Enrol a folder"), QKeySequence(Qt::CTRL | Qt::Key_Return));

    m_createAction = pageAction(this, tr("New gallery"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
                                [this] { createGallery(); });
    m_openAction =
        pageAction(this, tr("Open a gallery"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G), [this] {
            const QString folder = common::prompts().openFolder(this, tr("Choose a gallery folder"));
            if (!folder.isEmpty())
                this->workspace().openGallery(folder);
        });
    m_csvAction =
        pageAction(this, tr("Enrol from a CSV list"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), [this] {
            const QString csv =
                common::prompts().openFile(this, tr("Choose a CSV list of portraits"), tr("CSV (*.csv)"));
            if (!csv.isEmpty())
                enrol({{}, csv, GallerySession::PersonFrom::File});
        });
    m_rebuildAction = pageAction(this, tr("Rebuild the gallery"),
                                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K), [this] { rebuild(); });
    m_cancelAction = pageAction(this, tr("Stop"), QKeySequence(Qt::Key_Escape), [this] {
        if (m_enrolment)
            m_enrolment->cancel();
    });

    auto *row = new QHBoxLayout;
    row->setSpacing(3 * gridPx);
    row->addWidget(makeLeft());
    m_right = makeRight();
    row->addWidget(m_right, 1);
    content()->addLayout(row);

    connect(this, &Page::mainActionTriggered, this, [this] {
        const QString folder = common::prompts().openFolder(this, tr("Choose a folder of portraits"));
        if (!folder.isEmpty())
            enrol({{folder}, {}, GallerySession::PersonFrom::File});
    });
    connect(this, &Page::emptyStateActionTriggered, m_createAction, &QAction::trigger);
    connect(m_portraits, &models::PortraitModel::failed, &workspace, &models::Workspace::failed);
    connect(&workspace, &models::Workspace::galleriesChanged, this, &GalleriesPage::followWorkspace);
    connect(&workspace, &models::Workspace::selectionChanged, this, &GalleriesPage::followWorkspace);
    followWorkspace();
}

GalleriesPage::~GalleriesPage() = default;

QWidget *GalleriesPage::makeLeft()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(256);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridPx);
    layout->addWidget(heading(tr("Galleries"), side));
    m_list = cardList(m_galleries, 0, tr("Galleries"), side);
    m_list->setObjectName(QStringLiteral("galleryList"));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                if (now.isValid())
                    workspace().chooseGallery(m_galleries->idAt(now.row()));
            });
    layout->addWidget(m_list, 1);
    layout->addWidget(buttonFor(m_createAction, QStringLiteral("folder-plus"), side));
    layout->addWidget(buttonFor(m_openAction, QStringLiteral("folder-open"), side));
    return side;
}

QWidget *GalleriesPage::makeRight()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridPx);
    m_name = heading({}, side);
    m_readOnly = caution(
        tr("This gallery is open for reading only: it can be searched, and nobody can be enrolled."), side);
    m_facts = new FactList(side);
    layout->addWidget(m_name);
    layout->addWidget(m_readOnly);
    layout->addWidget(m_facts);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(buttonFor(m_csvAction, QStringLiteral("file-plus"), side));
    buttons->addWidget(buttonFor(m_rebuildAction, QStringLiteral("refresh-cw"), side));
    buttons->addWidget(buttonFor(m_cancelAction, QStringLiteral("x"), side));
    buttons->addStretch(1);
    layout->addLayout(buttons);
    m_outcomePanel = new OutcomePanel(m_outcomes, side);
    m_outcomePanel->setObjectName(QStringLiteral("enrolment"));
    m_outcomePanel->hide();
    layout->addWidget(m_outcomePanel, 2);
    layout->addSpacing(gridPx);
    layout->addWidget(heading(tr("Portraits"), side));
    m_table = quietTable(m_portraits, tr("Portraits"), side);
    m_table->setObjectName(QStringLiteral("portraits"));
    const auto width = [&](int column, int letters) {
        m_table->horizontalHeader()->resizeSection(column,
                                                   m_table->fontMetrics().averageCharWidth() * letters + 24);
    };
    using Model = models::PortraitModel;
    width(Model::PersonColumn, 14);
    width(Model::FileColumn, 20);
    width(Model::EyesColumn, 9);
    width(Model::QualityColumn, 10);
    width(Model::TakenColumn, 10);
    width(Model::SourceColumn, 12);
    width(Model::LegalBasisColumn, 14);
    width(Model::RetainColumn, 10);
    layout->addWidget(m_table, 3);
    return side;
}

void GalleriesPage::activated()
{
    workspace().refreshGalleries();
    m_list->setFocus();
}

void GalleriesPage::followWorkspace()
{
    const auto gallery = workspace().chosenGallery();
    const auto id = gallery ? gallery->gallery().id : model::GalleryId();
    const int row = m_galleries->rowOf(id);
    if (m_list->currentIndex().row() != row)
        m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_galleries->index(row));
    const auto counts = workspace().counts(id);
    if (id != m_shown || counts.portraits != m_shownCounts.portraits) {
        m_shown = id;
        m_shownCounts = counts;
        readPortraits();
    }
    update();
}

void GalleriesPage::readPortraits()
{
    const auto gallery = workspace().gallery(m_shown);
    if (!gallery) {
        m_portraits->setSource({}, {});
        return;
    }
    runner().run<People>(
        tr("Reading the gallery"), QStringLiteral("galleries/people"), this,
        [gallery](base::Progress &) -> base::Result<People> {
            const auto persons = gallery->persons();
            if (!persons)
                return tl::unexpected(persons.error());
            People people;
            for (const auto &person : *persons)
                people.references.insert(person.id, person.reference);
            return people;
        },
        [this, gallery, id = m_shown](base::Result<People> people) {
            if (id != m_shown)
                return;
            if (!people) {
                if (people.error().code != base::ErrorCode::Cancelled)
                    emit workspace().failed(people.error());
                return;
            }
            m_portraits->setSource(
                [gallery](qint64 offset, qint64 atMost) { return gallery->portraits(offset, atMost); },
                people->references);
            m_portraits->fetchMore({});
        });
}

void GalleriesPage::createGallery()
{
    const auto name = common::prompts().reason(this, tr("New gallery"), tr("What is the gallery called?"));
    if (!name)
        return;
    const QString parent = common::prompts().openFolder(this, tr("Choose where the gallery folder is made"));
    if (parent.isEmpty())
        return;
    QString folder;
    for (const QChar c : *name)
        folder += c.isLetterOrNumber() || c == QLatin1Char('-') ? c : QLatin1Char('-');
    workspace().createGallery(parent + QLatin1Char('/') + folder, *name);
}

void GalleriesPage::enrol(const GallerySession::EnrolmentPlan &plan)
{
    const auto gallery = workspace().chosenGallery();
    if (!gallery || gallery->isReadOnly() || m_isEnrolling)
        return;
    m_isEnrolling = true;
    m_rate = {};
    m_outcomes->clear();
    m_collected = std::make_shared<Collected>();
    m_outcomePanel->setSummary(tr("Enrolling …"));
    m_outcomePanel->show();
    m_enrolment = runner().run<GallerySession::EnrolmentReport>(
        tr("Enrolling into %1").arg(gallery->gallery().name), {}, this,
        [gallery, plan, collected = m_collected](base::Progress &progress) {
            return gallery->enrol(
                plan,
                [&](const model::EnrolItem &item) {
                    const std::scoped_lock lock(collected->mutex);
                    collected->rows.push_back(rowOf(item));
                    ++collected->counts[size_t(item.outcome)];
                },
                progress);
        },
        [this](base::Result<GallerySession::EnrolmentReport> result) { enrolmentEnded(result); });
    connect(m_enrolment, &jobs::Job::changed, this, &GalleriesPage::takeCollected);
    update();
}

void GalleriesPage::takeCollected()
{
    std::vector<models::OutcomeModel::Row> rows;
    std::array<int, 5> counts;
    {
        const std::scoped_lock lock(m_collected->mutex);
        rows.swap(m_collected->rows);
        counts = m_collected->counts;
    }
    m_outcomes->append(rows);
    QStringList parts;
    using model::EnrolOutcome;
    for (const auto outcome : {EnrolOutcome::Enrolled, EnrolOutcome::NoFace, EnrolOutcome::LowQuality,
                               EnrolOutcome::Duplicate, EnrolOutcome::Unreadable})
        if (counts[size_t(outcome)] > 0)
            parts << tr("%1: %2").arg(words::phrase(outcome)).arg(counts[size_t(outcome)]);
    const QString soFar = parts.join(QStringLiteral(",  "));
    if (const QString progress = noteProgress(); !progress.isEmpty())
        parts.prepend(progress);
    if (!soFar.isEmpty())
        m_outcomePanel->setSummary(parts.join(QStringLiteral(",  ")));
}

QString GalleriesPage::noteProgress()
{
    if (!m_enrolment || m_enrolment->state() != jobs::Job::State::Running || m_enrolment->total() == 0)
        return {};
    m_rate.note(m_enrolment->done(), m_enrolment->elapsedMs());
    const QString text = words::batchProgress(m_enrolment->done(), m_enrolment->total(), m_rate);
    m_enrolment->setNote(text);
    return text;
}

void GalleriesPage::rebuild()
{
    const auto gallery = workspace().chosenGallery();
    if (!gallery || gallery->isReadOnly() || m_isEnrolling)
        return;
    const bool agreed = common::prompts().confirm(
        this, tr("Rebuild the gallery"),
        tr("Every portrait of \"%1\" is described again, in the way that tells faces apart best in this version of "
           "Likeness. This takes about as long as enrolling them does. Until all are done the gallery is searched as "
           "before, and you can stop and go on later.")
            .arg(gallery->gallery().name),
        tr("Rebuild"));
    if (!agreed)
        return;
    m_isEnrolling = true;
    m_rate = {};
    m_outcomes->clear();
    m_outcomePanel->setSummary(tr("Rebuilding …"));
    m_outcomePanel->show();
    m_enrolment = runner().run<GallerySession::RebuildReport>(
        tr("Rebuilding %1").arg(gallery->gallery().name), {}, this,
        [gallery](base::Progress &progress) {
            return gallery->rebuild({face::DescriberSettings::shipped(), false}, progress);
        },
        [this](base::Result<GallerySession::RebuildReport> result) { rebuildEnded(result); });
    connect(m_enrolment, &jobs::Job::changed, this, [this] {
        if (const QString text = noteProgress(); !text.isEmpty())
            m_outcomePanel->setSummary(text);
    });
    update();
}

void GalleriesPage::rebuildEnded(const base::Result<GallerySession::RebuildReport> &result)
{
    m_isEnrolling = false;
    m_enrolment = nullptr;
    if (!result) {
        const bool isCancelled = result.error().code == base::ErrorCode::Cancelled;
        m_outcomePanel->setSummary(
            isCancelled ? tr("Stopped. The gallery is searched as before; rebuilding it again goes "
                             "on where it stopped.")
                        : words::sentence(result.error()));
    } else {
        std::vector<models::OutcomeModel::Row> rows;
        for (const model::EnrolItem &item : result->failed)
            rows.push_back(rowOf(item));
        m_outcomes->append(rows);
        m_outcomePanel->setSummary(
            result->moved ? tr("The gallery is now searched with the new templates.")
                          : tr("%n portrait(s) could not be described. The gallery is searched as before.",
                               nullptr, int(result->failed.size())));
    }
    workspace().refreshGalleries();
    update();
}

void GalleriesPage::enrolmentEnded(const base::Result<GallerySession::EnrolmentReport> &result)
{
    m_isEnrolling = false;
    m_enrolment = nullptr;
    takeCollected();
    if (!result) {
        const bool isCancelled = result.error().code == base::ErrorCode::Cancelled;
        m_outcomePanel->setSummary(
            isCancelled ? tr("Stopped. The %n file(s) listed here are done; the same folder again "
                             "goes on where it stopped.",
                             nullptr, m_outcomes->rowCount())
                        : words::sentence(result.error()));
    } else if (m_outcomes->rowCount() == 0) {
        m_outcomePanel->setSummary(tr("There was no file to enrol."));
    }
    workspace().refreshGalleries();
    update();
}

void GalleriesPage::update()
{
    const auto gallery = workspace().chosenGallery();
    m_cancelAction->setVisible(m_isEnrolling);
    const bool mayEnrol = gallery && !gallery->isReadOnly() && !m_isEnrolling;
    m_csvAction->setEnabled(mayEnrol);
    m_rebuildAction->setEnabled(mayEnrol);
    if (workspace().galleries().empty()) {
        showEmptyState(
            tr("A gallery holds the portraits that probes are compared with. Make one, then enrol "
               "portraits from a folder or a CSV list. The sample case brings a gallery of its own."),
            tr("New gallery"));
        setMissing(tr("Make or open a gallery first."));
        return;
    }
    showContent();
    m_right->setEnabled(gallery != nullptr);
    setMissing(!gallery        ? tr("Choose a gallery.")
               : m_isEnrolling ? tr("Work on this gallery is under way.")
               : !mayEnrol     ? tr("This gallery is open for reading only.")
                               : QString());
    m_readOnly->setVisible(gallery && gallery->isReadOnly());
    if (!gallery)
        return;
    m_name->setText(gallery->gallery().name);
    const auto counts = workspace().counts(gallery->gallery().id);
    const bool isCounted = workspace().isCounted(gallery->gallery().id);
    const QLocale locale;
    const auto number = [&](qint64 n) { return isCounted ? locale.toString(n) : tr("Counting …"); };
    m_facts->setFacts({{tr("Persons"), number(counts.persons)},
                       {tr("Portraits"), number(counts.portraits)},
                       {tr("Ready to be searched"), number(counts.templates)},
                       {tr("Without a legal basis"), number(counts.withoutLegalBasis)},
                       {tr("Kept longer than agreed"), number(counts.pastRetention)},
                       {tr("Created"), timeText(gallery->gallery().created)},
                       {tr("Folder"), QDir::toNativeSeparators(gallery->folder())}});
}

} // namespace likeness::pages
