// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/model/examination.h"
#include "widgets/viewer/comparisonview.h"

#include <QWidget>

class QButtonGroup;
class QPlainTextEdit;
class QVBoxLayout;

namespace likeness::pages
{

class ComponentChecklist;

/// Where two faces are judged: the two pictures, the checklist of components, the conclusion and the note it
/// rests on. It is handed pictures and a comparison and knows nothing of cases, candidates or people. Keys:
/// those of its parts; Alt+1 to Alt+4 choose the conclusion, F6 goes from part to part.
class ComparisonWorkbench : public QWidget
{
    Q_OBJECT
public:
    explicit ComparisonWorkbench(QWidget *parent = nullptr);

    struct Shown {
        base::Picture picture;
        model::RelativeRect box; ///< of the face, shown first; not valid: the whole picture
        QString title;
        QString emptyText; ///< stands there without a picture
    };
    /// Each picture is shown from its beginning; marks and findings stay what they are.
    void setPictures(const Shown &probe, const Shown &portrait);
    bool hasBothPictures() const;

    /// What is shown from now on; nothing leads back to what was shown before.
    void setComparison(const model::Comparison &comparison);
    const model::Comparison &comparison() const;
    void setReadOnly(bool readOnly);
    bool isReadOnly() const;

    viewer::ComparisonView *view() const { return m_view; }
    ComponentChecklist *checklist() const { return m_checklist; }
    /// Above the checklist, for what the page has to say.
    QVBoxLayout *top() const { return m_top; }
    void takeFocus(); ///< the checklist has the keyboard

signals:
    void comparisonChanged(); ///< by a person: worth saving

private:
    QWidget *makeConclusion();
    void follow();
    void goToNextPart(int steps);

    viewer::ComparisonView *m_view = nullptr;
    ComponentChecklist *m_checklist = nullptr;
    QVBoxLayout *m_top = nullptr;
    QButtonGroup *m_conclusions = nullptr;
    QPlainTextEdit *m_note = nullptr;
};

} // namespace likeness::pages
