// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/componentchecklist.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/pages/choicelist.h"
#include "widgets/pages/parts.h"
#include "widgets/words/examinationtext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace likeness::pages
{

using common::gridPx;

namespace
{

constexpr std::array findings{model::Finding::Similar, model::Finding::Different, model::Finding::NotUsable};
constexpr int mostLetters = 400;

QStringList findingWords()
{
    QStringList words;
    for (const model::Finding finding : findings)
        words << words::phrase(finding);
    return words;
}

/// Every name, a few numbers of marks and all choices, in the words of any language.
int widthFor(const QFontMetrics &metrics)
{
    int title = 0;
    for (const model::Component component : model::allComponents())
        title = std::max(title, metrics.horizontalAdvance(words::phrase(component)));
    int width = title + metrics.horizontalAdvance(QStringLiteral("10, 11")) + 5 * gridPx;
    for (const QString &choice : findingWords())
        width += metrics.horizontalAdvance(choice) + 2 * gridPx + gridPx / 4;
    return width;
}

QString numbersText(const std::vector<int> &numbers)
{
    QStringList texts;
    for (const int number : numbers)
        texts << QString::number(number);
    return texts.join(QStringLiteral(", "));
}

} // namespace

ComponentChecklist::ComponentChecklist(viewer::ComparisonDocument &document, QWidget *parent)
    : QWidget(parent), m_document(document)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(gridPx / 2);
    m_blanks = heading({}, this);
    m_blanks->setObjectName(QStringLiteral("blanks"));
    layout->addWidget(m_blanks);

    m_list = new ChoiceList(findingWords(), tr("Components"), this);
    m_list->setObjectName(QStringLiteral("components"));
    m_list->setAccessibleDescription(
        tr("Up and down move; 1 similar, 2 different, 3 not usable, 0 takes back; N writes a note; P sets a "
           "pair of points."));
    m_list->setMinimumWidth(widthFor(m_list->fontMetrics()));
    layout->addWidget(m_list, 1);

    m_look = quiet({}, this);
    m_look->setObjectName(QStringLiteral("lookAt"));
    layout->addWidget(m_look);
    auto *row = new QHBoxLayout;
    row->setSpacing(gridPx / 2);
    m_note = new QLineEdit(this);
    m_note->setObjectName(QStringLiteral("componentNote"));
    m_note->setMaxLength(mostLetters);
    m_note->installEventFilter(this);
    row->addWidget(m_note, 1);
    m_mark = new QToolButton(this);
    m_mark->setObjectName(QStringLiteral("markComponent"));
    m_mark->setIcon(common::icon(QStringLiteral("map-pin")));
    m_mark->setToolTip(tr("Set a pair of points for this component (P in the list)"));
    m_mark->setAccessibleName(tr("Set a pair of points for this component"));
    m_mark->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_mark);
    layout->addLayout(row);

    connect(m_list, &ChoiceList::chosen, this, [this](int at, int choice) {
        m_document.setFinding(model::allComponents()[size_t(at)],
                              choice < 0 ? std::nullopt : std::optional(findings[size_t(choice)]));
    });
    connect(m_list, &ChoiceList::rowChanged, this, &ComponentChecklist::followRow);
    connect(m_list, &ChoiceList::noteWanted, this, [this] {
        if (m_document.isReadOnly())
            return;
        m_note->setFocus(Qt::ShortcutFocusReason);
        m_note->selectAll();
    });
    const auto wantMarks = [this] {
        if (!m_document.isReadOnly())
            emit marksWanted(current());
    };
    connect(m_list, &ChoiceList::marksWanted, this, wantMarks);
    connect(m_mark, &QToolButton::clicked, this, wantMarks);
    connect(m_note, &QLineEdit::textEdited, this,
            [this](const QString &note) { m_document.setNote(current(), note); });
    connect(&m_document, &viewer::ComparisonDocument::changed, this, &ComponentChecklist::follow);
    follow();
    m_list->setCurrentIndex(m_list->model()->index(0, 0));
}

model::Component ComponentChecklist::current() const
{
    const auto &all = model::allComponents();
    return all[size_t(std::clamp(m_list->currentRow(), 0, int(all.size()) - 1))];
}

void ComponentChecklist::focusRow(model::Component component)
{
    const auto &all = model::allComponents();
    const auto at = std::find(all.begin(), all.end(), component) - all.begin();
    m_list->setCurrentIndex(m_list->model()->index(int(at), 0));
    m_list->setFocus(Qt::OtherFocusReason);
}

void ComponentChecklist::follow()
{
    const model::Comparison &comparison = m_document.comparison();
    QList<ChoiceList::Row> rows;
    for (const model::Component component : model::allComponents()) {
        const auto *entry = comparison.component(component);
        ChoiceList::Row row{words::phrase(component), -1, entry ? entry->note : QString(),
                            numbersText(m_document.numbers(component)), words::whatToLookAt(component)};
        for (size_t i = 0; i < findings.size(); ++i)
            if (entry && entry->finding == findings[i])
                row.choice = int(i);
        rows << row;
    }
    m_list->setRows(rows);
    m_list->setFrozen(m_document.isReadOnly());
    const int blanks = int(comparison.blanks().size());
    m_blanks->setText(blanks > 0 ? tr("%n component(s) still blank", nullptr, blanks)
                                 : tr("Every component is marked"));
    m_note->setReadOnly(m_document.isReadOnly());
    m_mark->setEnabled(!m_document.isReadOnly());
    followRow();
}

void ComponentChecklist::followRow()
{
    const model::Component component = current();
    const auto *entry = m_document.comparison().component(component);
    const QString note = entry ? entry->note : QString();
    if (m_note->text() != note) // the cursor stays where somebody writes
        m_note->setText(note);
    const QString name = words::phrase(component);
    m_note->setPlaceholderText(m_document.isReadOnly() ? QString() : tr("%1: note (N)").arg(name));
    m_note->setAccessibleName(tr("%1: note").arg(name));
    m_look->setText(words::whatToLookAt(component));
}

bool ComponentChecklist::eventFilter(QObject *watched, QEvent *event)
{
    // Enter and Escape lead back to the list, and to nothing else that listens to them.
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched == m_note && isKey) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool isBack =
            (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Escape) &&
            !(key->modifiers() & ~Qt::KeypadModifier);
        if (isBack) {
            if (event->type() == QEvent::KeyPress)
                m_list->setFocus(Qt::OtherFocusReason);
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace likeness::pages
