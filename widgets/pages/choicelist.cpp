// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/choicelist.h"

#include "widgets/common/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace likeness::pages
{

using common::gridPx;

class ChoiceList::Rows : public QAbstractListModel
{
public:
    Rows(QStringList choices, QObject *parent) : QAbstractListModel(parent), m_choices(std::move(choices)) {}

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(rows.size());
    }

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const Row &row = rows[index.row()];
        const QString choice = row.choice < 0 ? ChoiceList::tr("nothing chosen yet") : m_choices[row.choice];
        switch (role) {
        case Qt::DisplayRole:
            return row.title;
        case Qt::AccessibleTextRole: {
            QString said = row.note.isEmpty()
                               ? ChoiceList::tr("%1: %2").arg(row.title, choice)
                               : ChoiceList::tr("%1: %2. Note: %3").arg(row.title, choice, row.note);
            if (!row.marks.isEmpty())
                said += QLatin1Char(' ') + ChoiceList::tr("Marks: %1").arg(row.marks);
            return said;
        }
        case Qt::AccessibleDescriptionRole:
            return row.help;
        case Qt::ToolTipRole: {
            QStringList lines{row.help};
            if (!row.note.isEmpty())
                lines << ChoiceList::tr("Note: %1").arg(row.note);
            lines.removeAll(QString());
            return lines.join(QLatin1Char('\n'));
        }
        default:
            return {};
        }
    }

    void replace(const QList<Row> &now)
    {
        beginResetModel();
        rows = now;
        endResetModel();
    }

    QList<Row> rows;

private:
    QStringList m_choices;
};

/// Title left; the choices in columns at the right, the chosen one filled; the note in a quieter line below.
class ChoiceList::Delegate : public QStyledItemDelegate
{
public:
    Delegate(const ChoiceList &list, QObject *parent) : QStyledItemDelegate(parent), m_list(list) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int line = QFontMetrics(option.font).height();
        const bool hasNote = !m_list.rows()[index.row()].note.isEmpty();
        return {200, line + gridPx + (hasNote ? line : 0)};
    }

    QRect cell(const QRect &row, const QFont &font, int choice) const
    {
        const QFontMetrics metrics(font);
        int right = row.right() - gridPx / 2;
        for (int i = int(m_list.m_choices.size()) - 1; i >= 0; --i) {
            const int width = metrics.horizontalAdvance(m_list.m_choices[i]) + 2 * gridPx;
            const QRect cell(right - width, row.top() + 2, width, metrics.height() + gridPx - 4);
            if (i == choice)
                return cell;
            right -= width + gridPx / 4;
        }
        return {row.left(), row.top(), right - row.left(), row.height()}; // what is left for the title
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto &colors = common::colors();
        const Row &row = m_list.rows()[index.row()];
        painter->save();
        const bool isCurrent = option.state & QStyle::State_Selected;
        if (isCurrent) {
            painter->fillRect(option.rect, colors.raised);
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), colors.accent);
        }
        const QFontMetrics metrics(option.font);
        painter->setFont(option.font);
        QRect title = cell(option.rect, option.font, -1);
        title.setLeft(option.rect.left() + gridPx + gridPx / 2);
        title.setHeight(metrics.height() + gridPx);
        painter->setPen(colors.text);
        painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(row.title, Qt::ElideRight, title.width()));
        if (!row.marks.isEmpty()) {
            const int used = std::min(metrics.horizontalAdvance(row.title), title.width());
            QRect marks = title.adjusted(used + gridPx, 0, 0, 0);
            painter->setPen(colors.secondary);
            painter->drawText(marks, Qt::AlignLeft | Qt::AlignVCenter,
                              metrics.elidedText(row.marks, Qt::ElideRight, marks.width()));
        }
        painter->setRenderHint(QPainter::Antialiasing);
        for (int i = 0; i < m_list.m_choices.size(); ++i) {
            const QRect place = cell(option.rect, option.font, i);
            const bool isChosen = row.choice == i;
            if (isChosen) {
                painter->setPen(Qt::NoPen);
                painter->setBrush(m_list.m_isFrozen ? colors.line : colors.accent);
                painter->drawRoundedRect(place, 3, 3);
            }
            painter->setPen(isChosen          ? m_list.m_isFrozen ? colors.text : colors.onAccent
                            : row.choice >= 0 ? colors.disabled
                                              : colors.secondary);
            if (isChosen || !m_list.m_isFrozen)
                painter->drawText(place, Qt::AlignCenter, m_list.m_choices[i]);
        }
        if (!row.note.isEmpty()) {
            const QRect note(title.left(), title.bottom() - gridPx / 4,
                             option.rect.right() - title.left() - gridPx, metrics.height());
            painter->setPen(colors.secondary);
            painter->drawText(note, Qt::AlignLeft | Qt::AlignTop,
                              metrics.elidedText(row.note, Qt::ElideRight, note.width()));
        }
        painter->restore();
    }

private:
    const ChoiceList &m_list;
};

ChoiceList::ChoiceList(const QStringList &choices, const QString &accessibleName, QWidget *parent)
    : QListView(parent), m_choices(choices), m_rows(new Rows(choices, this)),
      m_delegate(new Delegate(*this, this))
{
    setModel(m_rows);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setAccessibleName(accessibleName);
}

void ChoiceList::setRows(const QList<Row> &rows)
{
    if (rows == m_rows->rows)
        return;
    if (rows.size() != m_rows->rows.size()) {
        const int row = std::max(0, currentRow());
        m_rows->replace(rows);
        if (!rows.isEmpty())
            setCurrentIndex(m_rows->index(std::min<int>(row, int(rows.size()) - 1)));
        return;
    }
    m_rows->rows = rows;
    emit m_rows->dataChanged(m_rows->index(0), m_rows->index(int(rows.size()) - 1));
    scheduleDelayedItemsLayout(); // a row with a note is taller
}

const QList<ChoiceList::Row> &ChoiceList::rows() const
{
    return m_rows->rows;
}

void ChoiceList::setFrozen(bool frozen)
{
    m_isFrozen = frozen;
    viewport()->update();
}

void ChoiceList::choose(int row, int choice)
{
    if (!m_isFrozen && row >= 0 && row < rows().size() && choice < m_choices.size())
        emit chosen(row, choice);
}

bool ChoiceList::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        const int digit = key->key() - Qt::Key_0;
        const bool isOurs =
            (digit >= 0 && digit <= m_choices.size()) || key->key() == Qt::Key_N || key->key() == Qt::Key_P;
        if (isOurs && !(key->modifiers() & ~Qt::KeypadModifier)) {
            event->accept();
            return true;
        }
    }
    return QListView::event(event);
}

void ChoiceList::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = !(event->modifiers() & ~Qt::KeypadModifier);
    const int digit = event->key() - Qt::Key_0;
    if (isPlain && digit >= 0 && digit <= m_choices.size() && currentRow() >= 0) {
        const int row = currentRow();
        choose(row, digit - 1);
        if (!m_isFrozen && digit > 0 && row + 1 < rows().size())
            setCurrentIndex(m_rows->index(row + 1));
    } else if (isPlain && event->key() == Qt::Key_N && currentRow() >= 0) {
        emit noteWanted(currentRow());
    } else if (isPlain && event->key() == Qt::Key_P && currentRow() >= 0) {
        emit marksWanted(currentRow());
    } else {
        QListView::keyPressEvent(event);
    }
}

void ChoiceList::mousePressEvent(QMouseEvent *event)
{
    QListView::mousePressEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!index.isValid() || event->button() != Qt::LeftButton)
        return;
    for (int i = 0; i < m_choices.size(); ++i)
        if (m_delegate->cell(visualRect(index), font(), i).contains(event->position().toPoint()))
            choose(index.row(), i);
}

void ChoiceList::mouseMoveEvent(QMouseEvent *event)
{
    // Moving with the button down would drag the choice from row to row.
    if (event->buttons() == Qt::NoButton)
        QListView::mouseMoveEvent(event);
}

QList<QPair<QString, QString>> ChoiceList::keyHelp()
{
    return {
        {QStringLiteral("1  2  3"), tr("In a checklist: choose, and go on to the next row")},
        {QStringLiteral("0"), tr("In a checklist: take the choice back")},
        {QStringLiteral("N"), tr("In a checklist: write the note; Enter comes back")},
        {QStringLiteral("P"), tr("In the checklist of a comparison: set a pair of points for the row")},
    };
}

void ChoiceList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    emit rowChanged(current.row());
}

} // namespace likeness::pages
