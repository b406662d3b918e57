// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/shortcutsheet.h"

#include "widgets/common/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace likeness::common
{

namespace
{

constexpr int leastTextWidth = 240;

QString withoutMnemonic(QString text)
{
    return text.remove(u'&');
}

/// Sections flow into two columns of about the same length.
QWidget *sheetOf(const QList<ShortcutSheet::Section> &sections)
{
    qsizetype lines = 0;
    for (const ShortcutSheet::Section &section : sections)
        lines += section.entries.isEmpty() ? 0 : section.entries.size() + 2;
    auto *sheet = new QWidget;
    auto *columns = new QHBoxLayout(sheet);
    columns->setContentsMargins(2 * gridPx, 2 * gridPx, 2 * gridPx, 2 * gridPx);
    columns->setSpacing(6 * gridPx);
    QGridLayout *column = nullptr;
    qsizetype used = 0;
    const auto newColumn = [&] {
        if (column)
            column->setRowStretch(column->rowCount(), 1);
        column = new QGridLayout;
        column->setHorizontalSpacing(3 * gridPx);
        column->setVerticalSpacing(gridPx / 2);
        column->setColumnStretch(1, 1);
        columns->addLayout(column, 1);
        used = 0;
    };
    newColumn();
    for (const ShortcutSheet::Section &section : sections) {
        if (section.entries.isEmpty())
            continue;
        if (used > 0 && used + section.entries.size() / 2 > lines / 2 && columns->count() < 2)
            newColumn();
        auto *title = new QLabel(section.title, sheet);
        QFont font = title->font();
        font.setWeight(QFont::DemiBold);
        title->setFont(font);
        title->setContentsMargins(0, used > 0 ? 2 * gridPx : 0, 0, gridPx / 2);
        column->addWidget(title, column->rowCount(), 0, 1, 2);
        for (const ShortcutSheet::Entry &entry : section.entries) {
            auto *keys = new QLabel(entry.keys, sheet);
            auto *what = new QLabel(entry.what, sheet);
            what->setWordWrap(true);
            what->setMinimumWidth(leastTextWidth);
            makeSecondary(keys);
            const int row = column->rowCount();
            column->addWidget(keys, row, 0, Qt::AlignRight | Qt::AlignTop);
            column->addWidget(what, row, 1, Qt::AlignTop);
        }
        used += section.entries.size() + 2;
    }
    column->setRowStretch(column->rowCount(), 1);
    return sheet;
}

} // namespace

ShortcutSheet::ShortcutSheet(const QList<Section> &sections, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(sheetOf(sections));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(gridPx, gridPx, gridPx, gridPx);
    layout->addWidget(scroll);
    layout->addWidget(buttons);
    resize(960, 640);
}

ShortcutSheet::Section ShortcutSheet::sectionOf(const QString &title, const QWidget *root)
{
    Section section{title, {}};
    const auto add = [&](const QKeySequence &key, const QString &text) {
        if (key.isEmpty() || text.isEmpty())
            return;
        const Entry entry{key.toString(QKeySequence::NativeText), withoutMnemonic(text)};
        for (const Entry &known : section.entries) {
            if (known.keys == entry.keys && known.what == entry.what)
                return;
        }
        section.entries << entry;
    };
    for (const QAction *action : root->findChildren<QAction *>())
        add(action->shortcut(), action->text());
    for (const QAbstractButton *button : root->findChildren<QAbstractButton *>()) {
        if (button->window() == root->window())
            add(button->shortcut(), button->text());
    }
    return section;
}

void showKeyInToolTip(QAction *action)
{
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    const QString text = withoutMnemonic(action->text());
    action->setToolTip(key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, key));
}

} // namespace likeness::common
