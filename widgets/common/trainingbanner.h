// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace likeness::common
{

/// The strip that says, on every page and while there are no accounts, that this is not casework.
class TrainingBanner : public QFrame
{
    Q_OBJECT
public:
    explicit TrainingBanner(QWidget *parent = nullptr);
};

} // namespace likeness::common
