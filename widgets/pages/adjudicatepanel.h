// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/workspace.h"
#include "widgets/pages/verifystate.h"
#include "widgets/viewer/comparisonview.h"

#include <QWidget>

class QAction;
class QButtonGroup;
class QLabel;
class QLineEdit;
class QStandardItemModel;

namespace likeness::pages
{

/// A disagreement for a third account: both pictures, what the two recorded side by side, and what this
/// account concludes. Both originals stay.
class AdjudicatePanel : public QWidget
{
    Q_OBJECT
public:
    AdjudicatePanel(models::Workspace &workspace, QAction *leave, QWidget *parent = nullptr);

    void open(const model::VerificationId &id);
    /// Fills the figures again after the contents were read anew.
    void refresh();
    std::optional<model::Conclusion> conclusion() const;
    QString reason() const;
    void takeFocus();

signals:
    void edited();

private:
    const Disagreement *disagreement(const std::vector<Disagreement> &all) const;
    void openPictures(const Disagreement &one);

    models::Workspace &m_workspace;
    model::VerificationId m_id;
    viewer::ComparisonView *m_view = nullptr;
    QLabel *m_first = nullptr;
    QLabel *m_second = nullptr;
    QStandardItemModel *m_rows = nullptr;
    QButtonGroup *m_conclusions = nullptr;
    QLineEdit *m_reason = nullptr;
};

} // namespace likeness::pages
