// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/casesession.h"
#include "widgets/pages/verifystate.h"

#include <QWidget>

class QAction;
class QLabel;

namespace likeness::pages
{

class ComparisonWorkbench;

/// The probe, one lettered portrait, the checklist and a conclusion. It is handed pictures and letters and
/// knows of nothing else.
class BlindPanel : public QWidget
{
    Q_OBJECT
public:
    BlindPanel(QAction *previous, QAction *next, QAction *giveBack, QWidget *parent = nullptr);

    void showProgress(const VerifyState &state);
    void showPictures(const casework::CaseSession::BlindPicture &probe,
                      const casework::CaseSession::BlindPicture &portrait);
    void showNothing(const QString &why); ///< forgets pictures and comparison
    void setComparison(const model::Comparison &comparison);
    void setReadOnly(bool readOnly);
    void takeFocus();

signals:
    void edited(const likeness::model::Comparison &comparison);

private:
    ComparisonWorkbench *m_bench = nullptr;
    QLabel *m_progress = nullptr;
};

} // namespace likeness::pages
