// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/comparisonworkbench.h"

#include "engine/imaging/imaging.h"
#include "widgets/common/theme.h"
#include "widgets/pages/choicelist.h"
#include "widgets/pages/componentchecklist.h"
#include "widgets/pages/parts.h"
#include "widgets/words/examinationtext.h"
#include "widgets/words/nametext.h"

#include <QAction>
#include <QApplication>
#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <array>

namespace likeness::pages
{

using common::gridPx;

namespace
{

constexpr std::array allConclusions{model::Conclusion::SupportSameSource, model::Conclusion::Inconclusive,
                                    model::Conclusion::SupportDifferentSource,
                                    model::Conclusion::NotSuitable};
constexpr double margin = 0.4; // around a face, of its box
constexpr int sideWidth = 384; // more where the words of a language are longer
constexpr int noteLines = 3;

} // namespace

ComparisonWorkbench::ComparisonWorkbench(QWidget *parent) : QWidget(parent)
{
    m_view = new viewer::ComparisonView(this);
    m_checklist = new ComponentChecklist(*m_view->document(), this);
    auto *left = new QVBoxLayout;
    left->setSpacing(gridPx);
    left->addWidget(m_view, 1);
    left->addWidget(makeConclusion());

    auto *side = new QWidget(this);
    side->setMinimumWidth(sideWidth);
    side->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto *right = new QVBoxLayout(side);
    right->setContentsMargins({});
    right->setSpacing(gridPx);
    m_top = new QVBoxLayout;
    m_top->setSpacing(gridPx / 2);
    right->addLayout(m_top);
    right->addWidget(m_checklist, 1);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(2 * gridPx);
    row->addLayout(left, 1);
    row->addWidget(side);
    setTabOrder(m_checklist, m_conclusions->button(0));

    pageAction(this, tr("Next part: pictures, checklist, note"), QKeySequence(Qt::Key_F6),
               [this] { goToNextPart(1); });
    pageAction(this, tr("Previous part"), QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { goToNextPart(-1); });
    connect(m_checklist, &ComponentChecklist::marksWanted, m_view, &viewer::ComparisonView::setPairAbout);
    connect(m_view, &viewer::ComparisonView::markingEnded, m_checklist, &ComponentChecklist::focusRow);
    connect(m_view->document(), &viewer::ComparisonDocument::changed, this, &ComparisonWorkbench::follow);
    connect(m_view->document(), &viewer::ComparisonDocument::edited, this,
            &ComparisonWorkbench::comparisonChanged);
    follow();
}

QWidget *ComparisonWorkbench::makeConclusion()
{
    auto *area = new QWidget(this);
    auto *grid = new QGridLayout(area);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(gridPx);
    grid->setVerticalSpacing(gridPx / 4);
    grid->addWidget(heading(tr("Conclusion"), area), 0, 0, 1, 2);
    m_conclusions = new QButtonGroup(this);
    for (size_t i = 0; i < allConclusions.size(); ++i) {
        auto *button = new QRadioButton(words::phrase(allConclusions[i]), area);
        const QKeySequence key(Qt::ALT | Qt::Key(Qt::Key_1 + int(i)));
        button->setToolTip(
            tr("%1 (%2)").arg(words::sentence(allConclusions[i]), key.toString(QKeySequence::NativeText)));
        m_conclusions->addButton(button, int(i));
        grid->addWidget(button, 1 + int(i) % 2, int(i) / 2);
        const auto choose = [this, i] { m_view->document()->setConclusion(allConclusions[i]); };
        pageAction(this, button->text(), key, choose);
        connect(button, &QRadioButton::clicked, this, choose);
    }
    m_note = new QPlainTextEdit(area);
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setAccessibleName(tr("Note: what the conclusion rests on"));
    m_note->setPlaceholderText(tr("What the conclusion rests on"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(noteLines * m_note->fontMetrics().lineSpacing() + 2 * gridPx);
    grid->addWidget(m_note, 0, 2, 3, 1);
    grid->setColumnStretch(2, 1);
    auto *lead = caution(words::leadOnly(), area);
    lead->setObjectName(QStringLiteral("leadOnly"));
    grid->addWidget(lead, 3, 0, 1, 3);
    connect(m_note, &QPlainTextEdit::textChanged, this,
            [this] { m_view->document()->setNote(m_note->toPlainText()); });
    return area;
}

void ComparisonWorkbench::setPictures(const Shown &probe, const Shown &portrait)
{
    const auto show = [](viewer::PictureViewer *viewer, const Shown &shown) {
        viewer->setTitle(shown.title);
        viewer->setEmptyText(shown.emptyText);
        viewer->setPicture(shown.picture);
        if (!shown.picture.isNull() && shown.box.isValid())
            viewer->zoomTo(imaging::grown(shown.box, margin));
    };
    show(m_view->left(), probe);
    show(m_view->right(), portrait);
}

bool ComparisonWorkbench::hasBothPictures() const
{
    return m_view->left()->hasPicture() && m_view->right()->hasPicture();
}

void ComparisonWorkbench::setComparison(const model::Comparison &comparison)
{
    m_view->document()->setComparison(comparison);
}

const model::Comparison &ComparisonWorkbench::comparison() const
{
    return m_view->document()->comparison();
}

void ComparisonWorkbench::setReadOnly(bool readOnly)
{
    m_view->document()->setReadOnly(readOnly);
}

bool ComparisonWorkbench::isReadOnly() const
{
    return m_view->document()->isReadOnly();
}

void ComparisonWorkbench::takeFocus()
{
    m_checklist->list()->setFocus(Qt::OtherFocusReason);
}

void ComparisonWorkbench::follow()
{
    const model::Comparison &now = comparison();
    m_conclusions->setExclusive(false); // or the last one could not be taken back
    for (size_t i = 0; i < allConclusions.size(); ++i) {
        m_conclusions->button(int(i))->setChecked(now.conclusion == allConclusions[i]);
        m_conclusions->button(int(i))->setEnabled(!isReadOnly());
    }
    m_conclusions->setExclusive(true);
    m_note->setReadOnly(isReadOnly());
    if (m_note->toPlainText() != now.note) {
        const QSignalBlocker blocked(m_note);
        m_note->setPlainText(now.note);
    }
}

void ComparisonWorkbench::goToNextPart(int steps)
{
    const std::array<QWidget *, 3> parts{m_view, m_checklist, m_note};
    int at = steps > 0 ? -1 : int(parts.size());
    for (int i = 0; i < int(parts.size()); ++i)
        if (QWidget *focused = QApplication::focusWidget();
            focused && (parts[size_t(i)] == focused || parts[size_t(i)]->isAncestorOf(focused)))
            at = i;
    const int next = (at + steps + int(parts.size())) % int(parts.size());
    if (next == 0)
        m_view->focusPicture();
    else if (next == 1)
        takeFocus();
    else
        m_note->setFocus(Qt::OtherFocusReason);
}

} // namespace likeness::pages
