// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/searchpage.h"

#include "engine/policy/examinationrules.h"
#include "widgets/common/icons.h"
#include "widgets/common/prompts.h"
#include "widgets/common/theme.h"
#include "widgets/pages/parts.h"
#include "widgets/pages/probepanel.h"
#include "widgets/words/errortext.h"
#include "widgets/words/examinationtext.h"
#include "widgets/words/ruletext.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>
#include <QVBoxLayout>

namespace likeness::pages
{

using common::gridPx;

namespace
{

constexpr int readingWidth = 560;
constexpr int iconSide = 16;

} // namespace

SearchPage::SearchPage(models::Workspace &workspace, QWidget *parent)
    : WorkPage(Step::Search, workspace, parent)
{
    setTitle(tr("Search a gallery for the probe"));
    setMainAction(tr("Search"), QKeySequence(Qt::CTRL | Qt::Key_Return));

    auto *row = new QHBoxLayout;
    row->setSpacing(5 * gridPx);
    m_probe = new ProbePanel(workspace, this);
    row->addWidget(m_probe);

    auto *right = new QWidget(this);
    right->setMaximumWidth(readingWidth);
    auto *layout = new QVBoxLayout(right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridPx);
    layout->addWidget(heading(tr("Where and how"), right));
    auto *form = m_form = new QFormLayout;
    form->setHorizontalSpacing(2 * gridPx);
    form->setVerticalSpacing(gridPx);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_gallery = new QComboBox(right);
    m_gallery->setObjectName(QStringLiteral("gallery"));
    m_gallery->setMinimumContentsLength(24);
    m_kind = new QComboBox(right);
    m_kind->setObjectName(QStringLiteral("probeKind"));
    for (const model::ProbeKind kind : model::allProbeKinds())
        m_kind->addItem(words::phrase(kind), int(kind));
    m_kind->setToolTip(
        tr("What the probe's picture is. Only recorded pictures of a person are searched for."));
    m_limit = new QSpinBox(right);
    m_limit->setObjectName(QStringLiteral("limit"));
    m_limit->setRange(1, model::SearchSettings::maximumLimit);
    m_limit->setValue(model::SearchSettings::defaultLimit);
    m_limit->setMaximumWidth(96);
    m_limit->setToolTip(
        tr("How many persons the list holds at most. Long lists measurably tire those who read them."));
    form->addRow(tr("&Gallery"), m_gallery);
    form->addRow(tr("The &picture is"), m_kind);
    form->addRow(tr("List &length"), m_limit);
    m_leaveOutPastRetention = new QCheckBox(tr("Lea&ve out"), right);
    m_leaveOutPastRetention->setToolTip(tr("Portraits that are kept longer than agreed are not compared."));
    m_leaveOutPastRetention->setObjectName(QStringLiteral("leaveOutPastRetention"));
    m_excluded = new QLineEdit(right);
    m_excluded->setObjectName(QStringLiteral("excludedReferences"));
    m_excluded->setPlaceholderText(tr("Nobody"));
    m_excluded->setToolTip(
        tr("References of persons who are known not to be meant, with commas between them. "
           "The list, the record and the report say who was left out."));
    m_frames = plain({}, right);
    m_frames->setObjectName(QStringLiteral("framesText"));
    m_frames->setToolTip(tr("One face is searched for, as it is seen in these frames: each candidate stands at the "
                            "least of its distances, and the list says in how many of the frames it stands."));
    form->addRow(tr("Frames"), m_frames);
    form->addRow(tr("Past retention"), m_leaveOutPastRetention);
    form->addRow(tr("Persons left ou&t"), m_excluded);
    layout->addLayout(form);
    layout->addSpacing(2 * gridPx);
    layout->addWidget(heading(tr("What a search needs"), right));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(gridPx);
    grid->setVerticalSpacing(gridPx);
    grid->setColumnStretch(2, 1);
    makeGates(grid);
    layout->addLayout(grid);
    m_overrideAction = pageAction(this, tr("Let the probe pass with a reason"),
                                  QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R), [this] { letPass(); });
    layout->addWidget(buttonFor(m_overrideAction, {}, right), 0, Qt::AlignLeft);
    m_engine = caution({}, right);
    layout->addWidget(m_engine);
    layout->addSpacing(gridPx);
    m_cancelAction = pageAction(this, tr("Cancel the search"), QKeySequence(Qt::Key_Escape), [this] {
        if (m_job)
            m_job->cancel();
    });
    m_cancelButton = buttonFor(m_cancelAction, QStringLiteral("x"), right);
    layout->addWidget(m_cancelButton, 0, Qt::AlignLeft);
    layout->addStretch(1);
    row->addWidget(right, 10);
    row->addStretch(1);
    content()->addLayout(row);

    auto &space = workspace;
    connect(m_gallery, &QComboBox::activated, this, [this](int index) {
        this->workspace().chooseGallery(model::GalleryId(m_gallery->itemData(index).toString()));
    });
    connect(m_kind, &QComboBox::activated, this, &SearchPage::update);
    connect(&space, &models::Workspace::accountChanged, this, [this] {
        if (const auto &profile = this->workspace().profile())
            m_limit->setValue(profile->defaultLimit);
        update();
    });
    connect(m_limit, &QSpinBox::valueChanged, this, &SearchPage::update);
    connect(this, &Page::mainActionTriggered, this, &SearchPage::search);
    connect(this, &Page::emptyStateActionTriggered, this,
            [this] { emit stepWanted(this->workspace().hasCase() ? Step::Evidence : Step::Case); });
    connect(&space, &models::Workspace::galleriesChanged, this, &SearchPage::listGalleries);
    connect(&space, &models::Workspace::selectionChanged, this, &SearchPage::listGalleries);
    connect(&space, &models::Workspace::contentsChanged, this, &SearchPage::update);
    connect(&space, &models::Workspace::caseChanged, this, [this] {
        m_job = nullptr; // cancelled, and its end is not told any more
        m_state.isSearching = false;
        update();
    });
    listGalleries();
}

void SearchPage::makeGates(QGridLayout *grid)
{
    // In the order of SearchState::gates().
    for (const auto &topic : {tr("You"), tr("Case"), tr("Policy"), tr("Engine"), tr("Probe"), tr("Picture"),
                              tr("Gallery"), tr("List length")}) {
        const int row = int(m_gates.size());
        GateLabels labels{new QLabel(this), new QLabel(topic, this), plain({}, this)};
        labels.icon->setFixedSize(iconSide, iconSide);
        grid->addWidget(labels.icon, row, 0, Qt::AlignTop);
        grid->addWidget(labels.topic, row, 1, Qt::AlignTop);
        grid->addWidget(labels.reason, row, 2, Qt::AlignTop);
        grid->setColumnMinimumWidth(1, 104);
        m_gates.push_back(labels);
    }
}

void SearchPage::activated()
{
    askEngine();
    update();
    (mainButton()->isEnabled() ? static_cast<QWidget *>(mainButton()) : m_gallery)->setFocus();
}

void SearchPage::changeEvent(QEvent *event)
{
    WorkPage::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_gates.empty())
        updateGates(); // the icons are in the colours of the theme before
}

void SearchPage::askEngine()
{
    using Engine = std::shared_ptr<const face::FaceEngine>;
    runner().run<Engine>(
        tr("Preparing the face engine"), QStringLiteral("search/engine"), this,
        [workstation = workspace().sharedWorkstation()](base::Progress &) { return workstation->engine(); },
        [this](base::Result<Engine> engine) {
            m_state.input.engineReady = engine.has_value();
            m_engineError = engine ? std::nullopt : std::optional(engine.error());
            update();
        });
}

void SearchPage::listGalleries()
{
    const auto chosen = workspace().chosenGallery();
    m_gallery->clear();
    for (const auto &gallery : workspace().galleries()) {
        const auto id = gallery->gallery().id;
        const QString text = workspace().isCounted(id)
                                 ? tr("%1 (%n portrait(s))", nullptr, int(workspace().counts(id).portraits))
                                       .arg(gallery->gallery().name)
                                 : gallery->gallery().name;
        m_gallery->addItem(text, id.value());
        if (chosen && chosen->gallery().id == id)
            m_gallery->setCurrentIndex(m_gallery->count() - 1);
    }
    m_gallery->setEnabled(m_gallery->count() > 0);
    update();
}

void SearchPage::update()
{
    const auto &space = workspace();
    auto &input = m_state.input;
    input.readOnly = space.isReadOnly();
    const auto *probe = space.chosenProbe();
    input.probeQuality = probe ? std::optional(probe->quality) : std::nullopt;
    const auto gallery = space.chosenGallery();
    input.galleryChosen = gallery != nullptr;
    input.galleryTemplates = gallery ? space.counts(gallery->gallery().id).templates : 0;
    input.limit = m_limit->value();
    const auto *analysis = probe ? policy::analysisOf(space.contents(), probe->id) : nullptr;
    if (probe && probe->id != m_kindOf) {
        m_kindOf = probe->id; // what the analysis says, until the person who searches says otherwise
        m_kind->setCurrentIndex(
            m_kind->findData(int(analysis       ? analysis->kind
                                 : probe->frame ? model::ProbeKind::VideoFrame
                                                : model::ProbeKind::Photograph)));
    }
    input.probeKind = model::ProbeKind(m_kind->currentData().toInt());
    input.actor = space.actor();
    input.today = space.today();
    input.details = space.hasCase() ? std::optional(space.contents().file.details) : std::nullopt;
    input.probeOverridden = probe && policy::isOverridden(space.contents(), probe->id,
                                                          policy::Rule::ProbeUnsuitable, space.actor().name);
    const auto &profile = space.profile();
    input.profile = profile ? *profile : policy::Profile();
    m_state.profileProblem.reset();
    if (!profile)
        m_state.profileProblem = profile.error();
    else if (const auto inForce = policy::checkInForce(*profile, space.today()); !inForce)
        m_state.profileProblem = inForce.error();
    const bool mayPass = mayOverride();
    m_overrideAction->setVisible(mayPass);
    m_overrideAction->setEnabled(mayPass);

    if (!space.hasCase())
        showEmptyState(tr("A search belongs to a case. Open or create one first."), tr("Go to the case"));
    else if (!probe)
        showEmptyState(tr("A search needs a probe: one face in one picture. Choose it on the Evidence page."),
                       tr("Go to the evidence"));
    else
        showContent();
    updateFrames();
    updateGates();
    m_cancelButton->setVisible(m_state.isSearching);
    m_cancelAction->setEnabled(m_state.isSearching);
    const auto closed = m_state.firstClosed();
    if (!space.hasCase())
        setMissing(tr("Open a case first."));
    else
        setMissing(m_state.isSearching ? tr("The search is running.")
                   : !closed           ? QString()
                   : closed->problem   ? words::sentence(*closed->problem)
                                       : words::sentence(*closed->unmet));
}

void SearchPage::updateFrames()
{
    const auto *probe = workspace().chosenProbe();
    QStringList numbers;
    for (const auto &id : workspace().furtherProbes())
        if (const auto *further = workspace().probe(id); further && further->frame)
            numbers << QString::number(*further->frame);
    const bool hasFrame = probe && probe->frame;
    m_form->setRowVisible(m_frames, hasFrame);
    if (!hasFrame)
        m_frames->clear();
    else if (numbers.isEmpty())
        m_frames->setText(tr("Frame %1").arg(*probe->frame));
    else
        m_frames->setText(tr("%1 frames of one face, searched together: %2, and %3")
                              .arg(numbers.size() + 1)
                              .arg(*probe->frame)
                              .arg(numbers.join(QStringLiteral(", "))));
}

void SearchPage::updateGates()
{
    const auto gates = m_state.gates();
    const auto gallery = workspace().chosenGallery();
    const auto &profile = workspace().profile();
    const QStringList met{
        workspace().isTraining() ? tr("In training everybody may search.")
                                 : tr("Your role allows it, and your training is in date."),
        tr("The case is open for writing."),
        profile ? tr("Offence and purpose are allowed by the profile \"%1\".").arg(profile->name) : QString(),
        tr("The models are in place and unchanged."),
        m_state.input.probeOverridden ? tr("A supervisor let this probe pass.")
                                      : tr("A face was chosen, and its quality allows a search."),
        tr("A recorded picture of a person."),
        gallery ? tr("%n portrait(s) can be compared.", nullptr, int(m_state.input.galleryTemplates))
                : QString(),
        tr("At most %n person(s) are listed.", nullptr, m_state.input.limit)};
    for (size_t i = 0; i < gates.size(); ++i) {
        const bool unmet = !gates[i].isOpen();
        const auto icon = common::icon(unmet ? QStringLiteral("triangle-alert") : QStringLiteral("check"));
        m_gates[i].icon->setPixmap(icon.pixmap(QSize(iconSide, iconSide), devicePixelRatioF()));
        m_gates[i].icon->setAccessibleName(unmet ? tr("Not met") : tr("Met"));
        m_gates[i].reason->setText(gates[i].problem ? words::sentence(*gates[i].problem)
                                   : gates[i].unmet ? words::sentence(*gates[i].unmet)
                                                    : met[int(i)]);
        if (unmet)
            common::makeCaution(m_gates[i].reason);
        else
            common::makeSecondary(m_gates[i].reason);
        // The style sheet looks at a role only when it is told to.
        m_gates[i].reason->style()->unpolish(m_gates[i].reason);
        m_gates[i].reason->style()->polish(m_gates[i].reason);
    }
    m_engine->setVisible(m_engineError.has_value());
    m_engine->setText(m_engineError ? words::sentence(*m_engineError) : QString());
}

bool SearchPage::mayOverride() const
{
    const auto &space = workspace();
    const auto *probe = space.chosenProbe();
    if (!probe || space.isReadOnly() || space.isTraining() || !space.profile())
        return false;
    const auto gates = m_state.gates();
    const bool isUnsuitable = std::any_of(gates.begin(), gates.end(), [](const auto &gate) {
        return gate.unmet == policy::Rule::ProbeUnsuitable;
    });
    // With a reason that says something, which is asked for next.
    return isUnsuitable &&
           policy::unmetOverrideRules(space.contents(), probe->id, policy::Rule::ProbeUnsuitable,
                                      QStringLiteral("the only picture of the offence"), space.actor(),
                                      *space.profile())
               .empty();
}

void SearchPage::letPass()
{
    const auto file = workspace().file();
    const auto *probe = workspace().chosenProbe();
    if (!file || !probe)
        return;
    const auto id = probe->id;
    const auto reason = common::prompts().reason(
        this, tr("Let the probe pass"),
        tr("The probe's quality is unsuitable. Why may it be searched for all the same? The reason is signed "
           "and stands in the report."));
    if (reason && workspace().check(file->overrideRule(id, policy::Rule::ProbeUnsuitable, *reason)))
        workspace().refresh();
}

QStringList SearchPage::excludedReferences() const
{
    QStringList references;
    for (const QString &reference : m_excluded->text().split(u',', Qt::SkipEmptyParts))
        if (!reference.trimmed().isEmpty())
            references += reference.trimmed();
    return references;
}

void SearchPage::search()
{
    const auto *probe = workspace().chosenProbe();
    const auto gallery = workspace().chosenGallery();
    if (!probe || !gallery || !m_state.maySearch())
        return;
    m_state.isSearching = true;
    std::vector<model::ProbeId> probes = workspace().furtherProbes();
    probes.insert(probes.begin(), probe->id);
    m_job = workspace().runInCase<model::Search>(
        tr("Searching %1").arg(gallery->gallery().name), QStringLiteral("search"), this,
        [probes, gallery, limit = m_limit->value(), kind = m_state.input.probeKind,
         excluded = excludedReferences(), leaveOut = m_leaveOutPastRetention->isChecked()](
            casework::CaseSession &file, base::Progress &progress) {
            model::SearchSettings settings;
            settings.limit = limit;
            settings.probeKind = kind;
            settings.excludedReferences = excluded;
            settings.leaveOutPastRetention = leaveOut;
            return file.search(probes, *gallery, settings, progress);
        },
        [this](base::Result<model::Search> made) {
            m_job = nullptr;
            m_state.isSearching = false;
            if (!made) {
                update();
                if (made.error().code != base::ErrorCode::Cancelled)
                    emit workspace().failed(made.error());
                return;
            }
            workspace().refresh();
            workspace().chooseSearch(made->id);
            emit stepWanted(Step::Candidates);
        });
    update();
}

} // namespace likeness::pages
