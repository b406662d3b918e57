// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/viewer/comparisondocument.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace likeness::pages
{

class ChoiceList;

/// The 19 components of a face: similar, different or not usable each, a note, and the numbers of its marks;
/// how many are still blank. Keys in the list: Up and Down move, 1, 2, 3 mark and go on, 0 takes back, N
/// writes the note (Enter goes back), P sets a pair of points. Shows and changes the document, which is the
/// caller's.
class ComponentChecklist : public QWidget
{
    Q_OBJECT
public:
    explicit ComponentChecklist(viewer::ComparisonDocument &document, QWidget *parent = nullptr);

    model::Component current() const;
    void focusRow(model::Component component); ///< gives it the keyboard
    ChoiceList *list() const { return m_list; }

signals:
    void marksWanted(likeness::model::Component about);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    void followRow();

    viewer::ComparisonDocument &m_document;
    QLabel *m_blanks = nullptr;
    ChoiceList *m_list = nullptr;
    QLabel *m_look = nullptr;
    QLineEdit *m_note = nullptr;
    QToolButton *m_mark = nullptr;
};

} // namespace likeness::pages
