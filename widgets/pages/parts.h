// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QKeySequence>
#include <QList>
#include <QPair>
#include <QWidget>

#include <functional>

class QAbstractItemModel;
class QAction;
class QGridLayout;
class QLabel;
class QListView;
class QPushButton;
class QTableView;

namespace likeness::pages
{

// The few pieces that all pages are put together from, so that they look alike.

QLabel *heading(const QString &text, QWidget *parent = nullptr); ///< over a part of a page
QLabel *plain(const QString &text = {}, QWidget *parent = nullptr);
QLabel *quiet(const QString &text = {}, QWidget *parent = nullptr);   ///< secondary text, wraps
QLabel *caution(const QString &text = {}, QWidget *parent = nullptr); ///< amber, wraps
QWidget *separator(Qt::Orientation orientation, QWidget *parent = nullptr);

/// An action of the page with its key, which works while the keyboard is anywhere on the page.
QAction *pageAction(QWidget *page, const QString &text, const QKeySequence &key,
                    const std::function<void()> &slot);
/// A button that shows an action and its key; it follows the action's enabled and checked state.
QPushButton *buttonFor(QAction *action, const QString &iconName = {}, QWidget *parent = nullptr);

/// A list of cards: models::CardRole, drawn by CardDelegate, with room for so many lines of text.
QListView *cardList(QAbstractItemModel *model, int pictureSide, const QString &accessibleName,
                    QWidget *parent = nullptr, int lines = 3);
/// A table without grid, numbers or boxes: rows of text, a quiet header, one selected row.
QTableView *quietTable(QAbstractItemModel *model, const QString &accessibleName, QWidget *parent = nullptr);

/// Captions left, values right, all selectable; empty values are left out.
class FactList : public QWidget
{
    Q_OBJECT
public:
    using Facts = QList<QPair<QString, QString>>;
    explicit FactList(QWidget *parent = nullptr);
    void setFacts(const Facts &facts);
    /// Lists that stand under each other begin their values at one line: at least this far from the left.
    void setCaptionWidth(int pixels);
    int captionWidth(const Facts &facts) const; ///< that the captions of these facts need

private:
    struct Row {
        QLabel *caption;
        QLabel *value;
    };
    void addRow();

    QGridLayout *m_layout;
    Facts m_facts;
    QList<Row> m_rows; ///< those without a fact are hidden and kept for the next
};

/// A picture as large as it fits, on the canvas colour; never enlarged beyond twice its pixels.
class PictureLabel : public QWidget
{
    Q_OBJECT
public:
    explicit PictureLabel(QSize size, QWidget *parent = nullptr);
    void setImage(const QImage &image);
    bool hasImage() const { return !m_image.isNull(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_image;
};

/// Draws `image` as large as it fits into `frame`, centred; null leaves the canvas empty.
void drawFitted(class QPainter &painter, const QRect &frame, const QImage &image);

/// A file size as people read it.
QString sizeText(qint64 bytes);
QString timeText(const class QDateTime &time);
/// A file name for a title or a line that cannot break it: the middle of a long one is left out.
QString shortName(const QString &fileName, int most = 48);
/// The first and last digits of a SHA-256, for a line; the whole stands in a tooltip.
QString shortHash(const QString &sha256);

} // namespace likeness::pages
