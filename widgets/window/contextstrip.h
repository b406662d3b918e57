// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/workspace.h"

#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace likeness::window
{

/// Where one is: probe > search > candidate, each with a menu of the others. Hidden while there is no probe.
class ContextStrip : public QWidget
{
    Q_OBJECT
public:
    explicit ContextStrip(models::Workspace &workspace, QWidget *parent = nullptr);

    void openFirstMenu(); ///< for the key that leads here

private:
    QToolButton *makeButton(const QString &name, void (ContextStrip::*fill)(QMenu *));
    void refresh();
    void fillProbes(QMenu *menu);
    void fillSearches(QMenu *menu);
    void fillCandidates(QMenu *menu);
    QString probeText(const model::Probe &probe) const;
    QString searchText(const model::Search &search) const;
    QString candidateText(const model::Candidate &candidate) const;

    models::Workspace &m_workspace;
    QToolButton *m_probe = nullptr;
    QToolButton *m_search = nullptr;
    QToolButton *m_candidate = nullptr;
    QList<QLabel *> m_arrows;
};

} // namespace likeness::window
