// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/workpage.h"

namespace likeness::pages
{

/// What the engine is bad at, on what evidence: the texts of engine/report/enginecard.h. Nothing here depends on a
/// case, and anybody may read it.
class EngineCardPage : public WorkPage
{
    Q_OBJECT
public:
    explicit EngineCardPage(models::Workspace &workspace, QWidget *parent = nullptr);

    void activated() override;

private:
    QWidget *makeCard();
    QWidget *m_scroll = nullptr;
};

} // namespace likeness::pages
