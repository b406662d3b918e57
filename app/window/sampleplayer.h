// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/window/mainwindow.h"

#include <QKeySequence>

#include <functional>

namespace likeness::app
{

/// Plays the sample case in the window, with its buttons and the mouse, from the first start to the report.
/// Nothing is said to the engine that a person could not say in the same way.
class SamplePlayer
{
public:
    /// Called when a page stands as a person would see it: "1-case", "2-evidence" ... and, before the case is
    /// open, "1-case-empty" ...
    using Look = std::function<void(const QString &name)>;

    SamplePlayer(window::MainWindow &window, models::Workspace &workspace, Look look);

    /// Every page without a case.
    void showEmptyPages();
    /// True when the report was written to `reportPath`; otherwise problem() says where it stopped.
    bool play(const QString &reportPath);
    QString problem() const { return m_problem; }

    /// Until no job is left and everything is drawn.
    void settle();

private:
    bool openCase();
    bool pickFace();
    bool edit(); ///< makes an edited picture, looks at it and at the metadata, and comes back
    bool trigger(pages::Step step, const QKeySequence &key);
    bool search();
    bool review();
    bool compare();
    bool report(const QString &path);
    bool pressMain(pages::Step step);
    bool expect(bool holds, const QString &what);

    window::MainWindow &m_window;
    models::Workspace &m_workspace;
    Look m_look;
    QString m_problem;
};

} // namespace likeness::app
