// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace likeness::common
{

/// The manual, compiled in from resources/manual, beside the window rather than over it. Shows nothing from
/// outside and opens no link.
class ManualReader : public QDialog
{
    Q_OBJECT
public:
    explicit ManualReader(QWidget *parent = nullptr);
};

} // namespace likeness::common
