// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/workspace.h"

#include <QFrame>
#include <QStringList>

class QLabel;

namespace likeness::window
{

/// What must not be overlooked while it lasts: a case that is not trusted, a policy profile that does not
/// hold or is not in force, a training date that is over, a kernel that confines the decoders of pictures and
/// recordings less than it should. Hidden when all is well.
class StateBanner : public QFrame
{
    Q_OBJECT
public:
    explicit StateBanner(models::Workspace &workspace, QWidget *parent = nullptr);

    QStringList sentences() const { return m_sentences; }

private:
    void askForConfinement(); ///< a job: the first answer starts the decoder program
    void refresh();

    models::Workspace &m_workspace;
    QStringList m_sentences;
    media::Confinement m_confinement{true, true, true, true}; ///< until it is known
    QLabel *m_text = nullptr;
};

} // namespace likeness::window
