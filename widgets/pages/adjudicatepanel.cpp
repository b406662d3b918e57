// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/adjudicatepanel.h"

#include "engine/imaging/imaging.h"
#include "widgets/common/theme.h"
#include "widgets/pages/parts.h"
#include "widgets/viewer/comparisonview.h"
#include "widgets/words/errortext.h"
#include "widgets/words/examinationtext.h"
#include "widgets/words/nametext.h"

#include <QAction>
#include <QButtonGroup>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace likeness::pages
{

using common::gridPx;

namespace
{

constexpr int sideWidth = 408;
constexpr std::array conclusions{model::Conclusion::SupportSameSource, model::Conclusion::Inconclusive,
                                 model::Conclusion::SupportDifferentSource, model::Conclusion::NotSuitable};

struct BothPictures {
    base::Picture probe;
    model::Still portrait;
    model::RelativeRect portraitBox;
};

QString findingText(const model::Comparison *comparison, model::Component component)
{
    const auto *found = comparison ? comparison->component(component) : nullptr;
    if (!found || !found->finding)
        return QStringLiteral("-");
    const QString text = words::phrase(*found->finding);
    return found->note.isEmpty() ? text : AdjudicatePanel::tr("%1 (%2)").arg(text, found->note);
}

} // namespace

AdjudicatePanel::AdjudicatePanel(models::Workspace &workspace, QAction *leave, QWidget *parent)
    : QWidget(parent), m_workspace(workspace)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * gridPx);
    m_view = new viewer::ComparisonView(this);
    m_view->left()->setTitle(tr("Probe"));
    row->addWidget(m_view, 1);

    auto *side = new QWidget(this);
    side->setMinimumWidth(sideWidth);
    side->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridPx);
    layout->addWidget(buttonFor(leave, QStringLiteral("arrow-left"), side), 0, Qt::AlignLeft);
    m_first = plain({}, side);
    m_first->setObjectName(QStringLiteral("firstOriginal"));
    m_second = plain({}, side);
    m_second->setObjectName(QStringLiteral("secondOriginal"));
    layout->addWidget(m_first);
    layout->addWidget(m_second);
    m_rows = new QStandardItemModel(0, 3, this);
    m_rows->setHorizontalHeaderLabels({tr("Component"), tr("First"), tr("Second")});
    auto *table = quietTable(m_rows, tr("What the two recorded"), side);
    table->setObjectName(QStringLiteral("originals"));
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    table->setMinimumHeight(120);
    layout->addWidget(table, 1);
    layout->addWidget(heading(tr("What you conclude"), side));
    m_conclusions = new QButtonGroup(this);
    for (size_t i = 0; i < conclusions.size(); ++i) {
        auto *button = new QRadioButton(words::phrase(conclusions[i]), side);
        const QKeySequence key(Qt::ALT | Qt::Key(Qt::Key_1 + int(i)));
        button->setToolTip(tr("%1 (%2)").arg(button->text(), key.toString(QKeySequence::NativeText)));
        pageAction(this, button->text(), key, [this, i] {
            m_conclusions->button(int(i))->setChecked(true);
            emit edited();
        });
        m_conclusions->addButton(button, int(i));
        layout->addWidget(button);
    }
    auto *label = new QLabel(tr("&Reason"), side);
    m_reason = new QLineEdit(side);
    m_reason->setObjectName(QStringLiteral("settlingReason"));
    m_reason->setPlaceholderText(tr("What decides it, in a sentence"));
    label->setBuddy(m_reason);
    layout->addWidget(label);
    layout->addWidget(m_reason);
    layout->addWidget(caution(words::leadOnly(), side));
    row->addWidget(side);
    connect(m_conclusions, &QButtonGroup::idClicked, this, &AdjudicatePanel::edited);
    connect(m_reason, &QLineEdit::textEdited, this, &AdjudicatePanel::edited);
}

const Disagreement *AdjudicatePanel::disagreement(const std::vector<Disagreement> &all) const
{
    for (const auto &one : all)
        if (one.request->id == m_id)
            return &one;
    return nullptr;
}

void AdjudicatePanel::open(const model::VerificationId &id)
{
    m_id = id;
    m_reason->clear();
    if (auto *checked = m_conclusions->checkedButton()) {
        m_conclusions->setExclusive(false);
        checked->setChecked(false);
        m_conclusions->setExclusive(true);
    }
    refresh();
    const auto all = disagreements(m_workspace.contents());
    if (const auto *one = disagreement(all))
        openPictures(*one);
}

void AdjudicatePanel::refresh()
{
    const auto all = disagreements(m_workspace.contents());
    const auto *one = disagreement(all);
    m_rows->removeRows(0, m_rows->rowCount());
    m_first->clear();
    m_second->clear();
    if (!one) {
        m_view->left()->setPicture({});
        m_view->right()->setPicture({});
        m_view->document()->setComparison({});
        return;
    }
    const auto original = [](const QString &who, const QDateTime &time, model::Conclusion conclusion,
                             const QString &note) {
        const QString text = tr("%1, %2: %3.").arg(who, timeText(time), words::phrase(conclusion));
        return note.isEmpty() ? text : text + QLatin1Char(' ') + note;
    };
    const auto &first = *one->first;
    m_view->document()->setComparison(first.comparison); // with the marks that the first one set
    m_view->document()->setReadOnly(true);
    m_first->setText(tr("First: %1").arg(original(first.actor, first.time, first.conclusion, first.note)));
    QString second =
        tr("Second, blind: %1")
            .arg(original(one->second->actor, one->second->time,
                          one->secondPart && one->secondPart->conclusion ? *one->secondPart->conclusion
                                                                         : model::Conclusion::NotSuitable,
                          one->secondPart ? one->secondPart->note : QString()));
    if (!one->otherLetters.isEmpty())
        second += QLatin1Char(' ') + tr("Also supported another portrait of the line-up: %1.")
                                         .arg(one->otherLetters.join(QStringLiteral(", ")));
    m_second->setText(second);
    for (const model::Component component : model::allComponents()) {
        const QString left = findingText(&first.comparison, component);
        const QString right = findingText(one->secondPart, component);
        QList<QStandardItem *> cells{new QStandardItem(words::phrase(component)), new QStandardItem(left),
                                     new QStandardItem(right)};
        if (left.section(QLatin1Char(' '), 0, 0) != right.section(QLatin1Char(' '), 0, 0)) {
            // Where the two differ is what is looked for.
            QFont font = cells[0]->font();
            font.setWeight(QFont::DemiBold);
            for (auto *cell : cells)
                cell->setFont(font);
        }
        m_rows->appendRow(cells);
    }
}

void AdjudicatePanel::openPictures(const Disagreement &one)
{
    const auto *probe = m_workspace.probe(one.request->probe);
    const auto &searches = m_workspace.contents().searches;
    const auto search = std::find_if(searches.begin(), searches.end(),
                                     [&](const auto &made) { return made.id == one.request->search; });
    const auto gallery = search == searches.end() ? nullptr : m_workspace.gallery(search->gallery);
    m_view->left()->setPicture({});
    m_view->right()->setPicture({});
    m_view->right()->setTitle(tr("Candidate"));
    if (!probe || !gallery) {
        m_view->right()->setEmptyText(
            tr("The gallery of this search is not open here. Open it on the Galleries page."));
        return;
    }
    m_workspace.runInCase<BothPictures>(
        tr("Opening the two pictures"), QStringLiteral("adjudicate/open"), this,
        [source = probe->source(), gallery, portrait = one.request->candidate](
            casework::CaseSession &file, base::Progress &progress) -> base::Result<BothPictures> {
            auto left = file.openPicture(source, progress);
            if (!left)
                return tl::unexpected(left.error());
            const auto record = gallery->portrait(portrait);
            if (!record)
                return tl::unexpected(record.error());
            auto right = gallery->openPortrait(portrait, progress);
            if (!right)
                return tl::unexpected(right.error());
            return BothPictures{std::move(*left), std::move(*right), record->box};
        },
        [this, id = m_id, box = probe->box](base::Result<BothPictures> both) {
            if (id != m_id)
                return;
            if (!both) {
                m_view->right()->setEmptyText(words::sentence(both.error()));
                return;
            }
            m_view->left()->setPicture(both->probe);
            m_view->right()->setPicture(both->portrait.picture);
            m_view->zoomTo(imaging::grown(box, 0.4), imaging::grown(both->portraitBox, 0.4));
        });
}

std::optional<model::Conclusion> AdjudicatePanel::conclusion() const
{
    const int id = m_conclusions->checkedId();
    return id < 0 ? std::nullopt : std::optional(conclusions[size_t(id)]);
}

QString AdjudicatePanel::reason() const
{
    return m_reason->text().trimmed();
}

void AdjudicatePanel::takeFocus()
{
    m_view->right()->setFocus();
}

} // namespace likeness::pages
