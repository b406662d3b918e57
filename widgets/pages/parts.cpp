// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/parts.h"

#include "widgets/common/icons.h"
#include "widgets/common/shortcutsheet.h"
#include "widgets/common/theme.h"
#include "widgets/pages/carddelegate.h"

#include <QAction>
#include <QDateTime>
#include <QFrame>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QTableView>

namespace likeness::pages
{

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

QLabel *plain(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel *quiet(const QString &text, QWidget *parent)
{
    auto *label = plain(text, parent);
    common::makeSecondary(label);
    return label;
}

QLabel *caution(const QString &text, QWidget *parent)
{
    auto *label = plain(text, parent);
    common::makeCaution(label);
    return label;
}

QWidget *separator(Qt::Orientation orientation, QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFrameShape(orientation == Qt::Horizontal ? QFrame::HLine : QFrame::VLine);
    line->setObjectName(QStringLiteral("separator"));
    return line;
}

QAction *pageAction(QWidget *page, const QString &text, const QKeySequence &key,
                    const std::function<void()> &slot)
{
    auto *action = new QAction(text, page);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    common::showKeyInToolTip(action);
    QObject::connect(action, &QAction::triggered, page, [slot] { slot(); });
    page->addAction(action);
    return action;
}

QPushButton *buttonFor(QAction *action, const QString &iconName, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    if (!iconName.isEmpty())
        button->setIcon(common::icon(iconName));
    button->setIconSize({24, 16}); // the style leaves hardly any room between icon and text
    const auto follow = [button, action] {
        button->setText(action->text());
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
        button->setToolTip(action->toolTip());
        button->setCheckable(action->isCheckable());
        button->setChecked(action->isChecked());
    };
    follow();
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(action, &QAction::toggled, button, &QPushButton::setChecked);
    QObject::connect(button, &QPushButton::clicked, action, [button, action] {
        action->trigger();
        button->setChecked(action->isChecked()); // an exclusive action stays checked when pressed again
    });
    return button;
}

QListView *cardList(QAbstractItemModel *model, int pictureSide, const QString &accessibleName,
                    QWidget *parent, int lines)
{
    auto *list = new QListView(parent);
    list->setModel(model);
    list->setItemDelegate(new CardDelegate(pictureSide, list, lines));
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setMouseTracking(true);
    list->setAccessibleName(accessibleName);
    return list;
}

QTableView *quietTable(QAbstractItemModel *model, const QString &accessibleName, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(model);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setCornerButtonEnabled(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 2 * 6);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setSectionsClickable(false);
    table->setAccessibleName(accessibleName);
    // Cells begin where their header begins.
    table->setStyleSheet(
        QStringLiteral("QTableView::item { padding: 0 8px; } QHeaderView::section { padding: 4px 8px; }"));
    return table;
}

FactList::FactList(QWidget *parent) : QWidget(parent), m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(2 * common::gridPx);
    m_layout->setVerticalSpacing(common::gridPx / 2);
    m_layout->setColumnStretch(1, 1);
}

void FactList::setFacts(const Facts &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    Facts shown = facts;
    shown.removeIf([](const auto &fact) { return fact.second.isEmpty(); });
    // Each row that appears in a visible list has the whole window laid out anew: together they do it once.
    const bool appears =
        shown.size() > m_rows.size() || (!shown.isEmpty() && m_rows[shown.size() - 1].caption->isHidden());
    const bool wasVisible = isVisible();
    if (wasVisible && appears)
        hide();
    while (m_rows.size() < shown.size())
        addRow();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const bool hasFact = i < shown.size();
        m_rows[i].caption->setText(hasFact ? shown[i].first : QString());
        m_rows[i].value->setText(hasFact ? shown[i].second : QString());
        m_rows[i].caption->setVisible(hasFact);
        m_rows[i].value->setVisible(hasFact);
    }
    if (wasVisible && appears)
        show();
}

void FactList::setCaptionWidth(int pixels)
{
    m_layout->setColumnMinimumWidth(0, pixels);
}

int FactList::captionWidth(const Facts &facts) const
{
    int width = 0;
    for (const auto &[caption, value] : facts)
        if (!value.isEmpty())
            width = std::max(width, fontMetrics().horizontalAdvance(caption));
    return width;
}

void FactList::addRow()
{
    const Row row{new QLabel(this), plain({}, this)};
    common::makeSecondary(row.caption);
    row.value->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    row.value->setFont(common::figureFont());
    row.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row.value->setFocusPolicy(Qt::NoFocus); // facts are no stops on the way through the page by Tab
    // A grid, because a form layout gives a long text fewer lines than it wraps to.
    m_layout->addWidget(row.caption, int(m_rows.size()), 0, Qt::AlignLeft | Qt::AlignTop);
    m_layout->addWidget(row.value, int(m_rows.size()), 1);
    m_rows.append(row);
}

void drawFitted(QPainter &painter, const QRect &frame, const QImage &image)
{
    painter.fillRect(frame, common::colors().canvas);
    if (image.isNull())
        return;
    const QSize most = (image.size() * 2).boundedTo(frame.size());
    QRect target(QPoint(), image.size().scaled(most, Qt::KeepAspectRatio));
    target.moveCenter(frame.center());
    // Scaled by ourselves: the painter's own smoothing skips pixels when it makes pictures much smaller.
    const qreal ratio = painter.device()->devicePixelRatioF();
    QImage scaled = image.scaled(target.size() * ratio, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    scaled.setDevicePixelRatio(ratio);
    painter.drawImage(target.topLeft(), scaled);
}

PictureLabel::PictureLabel(QSize size, QWidget *parent) : QWidget(parent)
{
    setFixedSize(size);
}

void PictureLabel::setImage(const QImage &image)
{
    m_image = image;
    update();
}

void PictureLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawFitted(painter, rect(), m_image);
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes);
}

QString timeText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString shortName(const QString &fileName, int most)
{
    if (fileName.size() <= most)
        return fileName;
    const int end = most / 3; // with the ending, which says what it is
    return fileName.left(most - end - 1) + QChar(0x2026) + fileName.right(end);
}

QString shortHash(const QString &sha256)
{
    return sha256.size() > 20 ? sha256.left(8) + QChar(0x2026) + sha256.right(8) : sha256;
}

} // namespace likeness::pages
