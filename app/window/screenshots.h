// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/window/mainwindow.h"

#include <QDir>
#include <QSize>

namespace likeness::app
{

/// Takes pictures of the window as it stands, in each size and theme asked for, and prints their paths.
class Screenshots
{
public:
    struct Sort {
        QSize size; ///< in screen pixels
        common::Appearance appearance;
    };
    /// Files are called <size>-<theme>-<suffix><name>.png, or <name>.png when there is one sort only.
    Screenshots(window::MainWindow &window, QDir folder, QList<Sort> sorts, QString suffix = {});

    /// `settle` is called after each change of size or theme, before the picture is taken.
    void take(const QString &name, const std::function<void()> &settle);
    bool isAllWritten() const { return m_allWritten; }

private:
    window::MainWindow &m_window;
    QDir m_folder;
    QList<Sort> m_sorts;
    QString m_suffix;
    bool m_allWritten = true;
};

} // namespace likeness::app
