// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/settingspage.h"

#include "engine/base/datadirectory.h"
#include "widgets/common/icons.h"
#include "widgets/common/prompts.h"
#include "widgets/settings/accountspanel.h"
#include "widgets/words/errortext.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace likeness::settings
{

using common::Appearance;
using common::gridPx;

namespace
{

constexpr int readingWidth = 760;

QLabel *quiet(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    common::makeSecondary(label);
    return label;
}

} // namespace

SettingsPage::SettingsPage(SettingsState &state, models::Workspace &workspace, QWidget *parent)
    : Page(parent), m_state(state), m_workspace(workspace)
{
    setTitle(tr("Set up this workstation"));
    auto *inner = new QWidget(this);
    inner->setMaximumWidth(readingWidth);
    auto *form = new QFormLayout(inner);
    form->setContentsMargins(0, 0, gridPx, 0);
    form->setHorizontalSpacing(3 * gridPx);
    form->setVerticalSpacing(gridPx);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    makeChoices(form);
    form->addRow(new AccountsPanel(workspace, this));
    makeEngine(form);
    makePlaces(form);
    makeAbout(form);

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    scroll->setWidget(inner);
    scroll->setAccessibleName(windowTitle());
    content()->addWidget(scroll);
}

void SettingsPage::addHeading(QFormLayout *form, const QString &text)
{
    auto *label = new QLabel(text, this);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setContentsMargins(0, form->rowCount() > 0 ? 2 * gridPx : 0, 0, 0);
    form->addRow(label);
}

QLabel *SettingsPage::addFact(QFormLayout *form, const QString &name, const QString &value)
{
    auto *label = new QLabel(value, this);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    form->addRow(quiet(name, this), label);
    return label;
}

void SettingsPage::makeChoices(QFormLayout *form)
{
    addHeading(form, tr("Window"));
    m_appearance = new QComboBox(this);
    m_appearance->setObjectName(QStringLiteral("appearance"));
    m_appearance->addItem(tr("As the desktop"), int(Appearance::System));
    m_appearance->addItem(tr("Light"), int(Appearance::Light));
    m_appearance->addItem(tr("Dark"), int(Appearance::Dark));
    form->addRow(tr("&Appearance"), m_appearance);
    const auto showAppearance = [this] {
        m_appearance->setCurrentIndex(m_appearance->findData(int(m_state.appearance())));
    };
    showAppearance();
    connect(&m_state, &SettingsState::appearanceChanged, this, showAppearance);
    connect(m_appearance, &QComboBox::activated, this,
            [this] { m_state.setAppearance(Appearance(m_appearance->currentData().toInt())); });

    m_language = new QComboBox(this);
    m_language->setObjectName(QStringLiteral("language"));
    m_language->addItem(tr("As the desktop"), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(tr("Longer words, for reviewers"), QStringLiteral("pseudo"));
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_state.language())));
    form->addRow(tr("&Language"), m_language);
    m_restart = quiet(tr("The language changes when Likeness is started again."), this);
    m_restart->hide();
    form->addRow(QString(), m_restart);
    connect(m_language, &QComboBox::activated, this, [this] {
        const QString chosen = m_language->currentData().toString();
        m_restart->setVisible(chosen != m_state.language());
        m_state.setLanguage(chosen);
    });

    addHeading(form, tr("Finding faces"));
    m_smallestFace = new QSpinBox(this);
    m_smallestFace->setObjectName(QStringLiteral("smallestFace"));
    m_smallestFace->setRange(20, 1000);
    m_smallestFace->setSingleStep(10);
    m_smallestFace->setSuffix(tr(" pixels"));
    m_smallestFace->setValue(m_state.smallestFacePx());
    // One field of two rows: a form gives a wrapped text alone more height than it needs.
    auto *field = new QVBoxLayout;
    field->setSpacing(gridPx / 2);
    field->addWidget(m_smallestFace);
    field->addWidget(
        quiet(tr("The side of the smallest face that is looked for. Smaller takes longer: half the "
                 "side, four times as long. It stands in the record of every picture that is "
                 "looked at from now on."),
              this));
    auto *name = new QLabel(tr("&Smallest face"), this);
    name->setBuddy(m_smallestFace);
    form->addRow(name, field);
    connect(m_smallestFace, &QSpinBox::valueChanged, &m_state, &SettingsState::setSmallestFacePx);
}

void SettingsPage::makeEngine(QFormLayout *form)
{
    addHeading(form, tr("Face engine"));
    m_engineState = addFact(form, tr("State"), tr("Not asked yet"));
    m_engineState->setObjectName(QStringLiteral("engineState"));
    m_engineName = addFact(form, tr("Engine"), {});
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(m_engineName->font().pointSizeF() - 1);
    for (auto [label, name] :
         {std::pair{&m_finder, tr("Finder, SHA-256")}, std::pair{&m_landmarks, tr("Eye points, SHA-256")},
          std::pair{&m_describer, tr("Describer, SHA-256")}}) {
        *label = addFact(form, name, {});
        (*label)->setFont(fixed);
    }
    auto *check =
        new QPushButton(common::icon(QStringLiteral("refresh-cw")), tr("&Check the weights again"), this);
    check->setIconSize({22, 16}); // with room to the text
    check->setToolTip(check->text().remove(u'&') + QStringLiteral(" (Alt+C)"));
    form->addRow(QString(), check);
    form->itemAt(form->rowCount() - 1, QFormLayout::FieldRole)->setAlignment(Qt::AlignLeft);
    connect(check, &QPushButton::clicked, this, &SettingsPage::checkEngine);
}

void SettingsPage::makePlaces(QFormLayout *form)
{
    addHeading(form, tr("Where things are"));
    addFact(form, tr("Models and samples"), QDir::toNativeSeparators(base::dataDirectory()));
    addFact(form, tr("This workstation's record"),
            QDir::toNativeSeparators(store::WorkstationStore::defaultFolder()));
    addFact(form, tr("These settings"), QDir::toNativeSeparators(m_state.file()));
}

void SettingsPage::makeAbout(QFormLayout *form)
{
    addHeading(form, tr("About Likeness"));
    addFact(form, tr("Version"), QCoreApplication::applicationVersion());
    auto *acting = addFact(form, tr("Acting"), {});
    const auto follow = [this, acting] {
        const auto actor = m_workspace.actor();
        acting->setText(tr("%1 on %2").arg(actor.name, actor.host));
    };
    follow();
    connect(&m_workspace, &models::Workspace::accountChanged, acting, follow);
    addFact(form, tr("Licence"),
            tr("GNU General Public License, version 3 or later. Likeness comes without any warranty."));
    auto *licences = new QPushButton(tr("Licences of the parts"), this);
    form->addRow(QString(), licences);
    form->itemAt(form->rowCount() - 1, QFormLayout::FieldRole)->setAlignment(Qt::AlignLeft);
    connect(licences, &QPushButton::clicked, this, [this] {
        QFile icons(QStringLiteral(":/likeness/icons/LICENSE"));
        QString text =
            tr("Likeness is made with Qt (LGPL 3), OpenCV (Apache 2.0), dlib (Boost 1.0), SQLite "
               "(public domain), Exiv2 (GPL 2 or later) and tl::expected (CC0). The weights of the "
               "face engine are dedicated to the public domain by their author. The icons are "
               "Lucide's, under this licence:");
        if (icons.open(QIODevice::ReadOnly))
            text += QStringLiteral("\n\n") + QString::fromUtf8(icons.readAll());
        common::prompts().showText(this, tr("Licences of the parts"), text);
    });
}

void SettingsPage::activated()
{
    m_appearance->setFocus(Qt::OtherFocusReason);
    checkEngine();
}

void SettingsPage::checkEngine()
{
    using Version = model::EngineVersion;
    m_engineState->setText(tr("Being checked"));
    m_workspace.runner().run<Version>(
        tr("Checking the face engine"), QStringLiteral("settings-engine"), this,
        [workstation = m_workspace.sharedWorkstation()](base::Progress &) -> base::Result<Version> {
            auto engine = workstation->engine();
            if (!engine)
                return tl::unexpected(engine.error());
            return (*engine)->version();
        },
        [this](base::Result<Version> version) {
            if (!version) {
                m_engineState->setText(words::sentence(version.error()));
                return;
            }
            m_engineState->setText(tr("Ready: the weights are the ones this version expects."));
            m_engineName->setText(QStringLiteral("%1 (%2)").arg(version->name, version->id()));
            m_finder->setText(version->finderSha256);
            m_landmarks->setText(version->landmarksSha256);
            m_describer->setText(version->describerSha256);
        });
}

} // namespace likeness::settings
