// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QListView>
#include <QStringList>

namespace likeness::pages
{

/// Rows with one choice each out of up to three, and a note: a checklist. Arrows move; 1, 2 and 3 choose and
/// go on to the next row, 0 takes back; N asks for the note, P for marks on the pictures. The mouse picks a
/// choice where it is drawn. These keys are the list's while it has the keyboard, whatever else they do.
/// What a row is about is up to the page.
class ChoiceList : public QListView
{
    Q_OBJECT
public:
    struct Row {
        QString title;
        int choice = -1; ///< -1: nothing chosen yet
        QString note;
        QString marks; ///< numbers of marks about the row: "1, 4"
        QString help;  ///< a sentence for the tooltip
        friend bool operator==(const Row &, const Row &) = default;
    };
    ChoiceList(const QStringList &choices, const QString &accessibleName, QWidget *parent = nullptr);

    /// The row that has the keyboard stays.
    void setRows(const QList<Row> &rows);
    const QList<Row> &rows() const;
    int currentRow() const { return currentIndex().row(); }
    void setFrozen(bool frozen); ///< shows the choices and changes none
    bool isFrozen() const { return m_isFrozen; }
    /// Keys and what they do, for the sheet under F1.
    static QList<QPair<QString, QString>> keyHelp();

signals:
    void chosen(int row, int choice); ///< by a person; -1: taken back. The page decides and calls setRows.
    void noteWanted(int row);
    void marksWanted(int row);
    void rowChanged(int row);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    class Rows;
    class Delegate;
    void choose(int row, int choice);

    QStringList m_choices;
    Rows *m_rows;
    Delegate *m_delegate;
    bool m_isFrozen = false;
};

} // namespace likeness::pages
