// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/workspace.h"

#include <QWidget>

class QLabel;

namespace likeness::pages
{

class FactList;
class PictureLabel;

/// The chosen probe, kept in view: the face as it is in the evidence, the chip that the engine reads, and
/// what is known about them.
class ProbePanel : public QWidget
{
    Q_OBJECT
public:
    explicit ProbePanel(models::Workspace &workspace, QWidget *parent = nullptr);

private:
    void update();
    QImage crop(const model::Probe &probe) const;
    QImage chip(const model::Probe &probe) const;

    models::Workspace &m_workspace;
    PictureLabel *m_crop = nullptr;
    PictureLabel *m_chip = nullptr;
    FactList *m_facts = nullptr;
    QLabel *m_reasons = nullptr;
};

} // namespace likeness::pages
