// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/journeys/bench.h"
#include "widgets/pages/choicelist.h"

namespace likeness::tests
{

/// A bench for whole examinations by keys: a gallery of twenty persons or more, whose references all begin
/// with "kestrel", and besides the bench's accounts "quillon" (detective, examiner), "marlowe" and "sedgwick"
/// (verifier, examiner), "thornby" (supervisor), "reader" (auditor) and "oldham" (detective, examiner; the
/// training is over). Nobody is signed in.
class ExaminationBench : public Bench
{
public:
    ExaminationBench();

    /// A picture with one face: a woman of whom the gallery has another photograph.
    QString photo() const { return folder(QStringLiteral("photo.bmp")); }

    QString emptyState(pages::Step step);
    /// The sentence beside the main button of the page in front; empty unless the button is shown and grey.
    QString greyMain(pages::Step step);
    QString messageBar();

    /// Ctrl+Return, and waits until the button has come up again.
    bool pressMain();
    /// Types into the form of a new case, field after field; it stands in front.
    bool fillCase(const model::CaseDetails &details);
    /// Ctrl+O on a case folder.
    bool openCase(const QString &folder);
    /// The same key on each row of a list, from its first.
    bool answerAll(pages::ChoiceList *list, Qt::Key key);
};

/// On what has the keyboard.
void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
void type(const QString &text);
/// Instead of what stands there.
void retype(const QString &text);

} // namespace likeness::tests
