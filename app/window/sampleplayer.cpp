// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sampleplayer.h"

#include "app/window/answers.h"
#include "widgets/common/messagebar.h"
#include "widgets/viewer/comparisonview.h"
#include "widgets/viewer/pictureviewer.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QPlainTextEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QRadioButton>
#include <QThreadPool>

namespace likeness::app
{

using pages::Step;

namespace
{

/// The woman with the red hair, at the right of the evidence photograph; she is P5 of the gallery.
constexpr model::RelativePoint personLookedFor{0.82, 0.26};
const QStringList pageNames{
    QStringLiteral("1-case"),   QStringLiteral("2-evidence"),   QStringLiteral("3-analyse"),
    QStringLiteral("4-search"), QStringLiteral("5-candidates"), QStringLiteral("6-compare"),
    QStringLiteral("7-verify"), QStringLiteral("8-report"),     QStringLiteral("9-galleries"),
    QStringLiteral("10-audit"), QStringLiteral("11-settings")};

QString nameOf(Step step)
{
    return pageNames.at(int(step));
}

void click(QWidget *widget, const QPointF &at)
{
    for (const auto type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
        QMouseEvent event(type, at, widget->mapToGlobal(at), Qt::LeftButton,
                          type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(widget, &event);
    }
}

} // namespace

SamplePlayer::SamplePlayer(window::MainWindow &window, models::Workspace &workspace, Look look)
    : m_window(window), m_workspace(workspace), m_look(std::move(look))
{
}

void SamplePlayer::settle()
{
    // A job that ends may start another, and a page may start one when it is drawn.
    do {
        if (!m_workspace.runner().isIdle()) {
            QEventLoop loop;
            QObject::connect(&m_workspace.runner(), &jobs::JobRunner::becameIdle, &loop, &QEventLoop::quit);
            loop.exec();
        }
        QThreadPool::globalInstance()->waitForDone(); // pictures that are being reduced
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    } while (!m_workspace.runner().isIdle());
}

bool SamplePlayer::expect(bool holds, const QString &what)
{
    if (!holds) {
        const QString said = m_window.messageBar()->sentence();
        m_problem = said.isEmpty() ? what : what + QStringLiteral(": ") + said;
    }
    return holds;
}

void SamplePlayer::showEmptyPages()
{
    for (qsizetype i = 0; i < m_window.pages().size(); ++i) {
        if (i + 1 == m_window.pages().size())
            break; // Settings are never empty
        m_window.goTo(Step(i));
        settle();
        m_look(pageNames.at(i) + QStringLiteral("-empty"));
    }
}

bool SamplePlayer::pressMain(Step step)
{
    QPushButton *button = m_window.page(step)->mainButton();
    if (!expect(button->isEnabled() && button->isVisible(),
                nameOf(step) + QStringLiteral(": the button is grey")))
        return false;
    button->click();
    settle();
    return true;
}

bool SamplePlayer::play(const QString &reportPath)
{
    common::setPrompts(std::make_shared<Answers>(reportPath));
    const bool done = openCase() && pickFace() && search() && review() && compare() && report(reportPath);
    common::setPrompts(nullptr);
    if (!done)
        return false;
    for (const Step step : {Step::Analyse, Step::Verify, Step::Galleries, Step::Audit}) {
        m_window.goTo(step);
        settle();
        m_look(nameOf(step));
    }
    m_window.goToSettings();
    settle();
    m_look(pageNames.last());
    return true;
}

bool SamplePlayer::openCase()
{
    m_window.goTo(Step::Case);
    for (QAction *action : m_window.page(Step::Case)->actions()) {
        if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O))
            action->trigger();
    }
    settle();
    if (!expect(m_workspace.hasCase(), QStringLiteral("the sample case did not open")))
        return false;
    m_window.goTo(Step::Case);
    settle();
    m_look(nameOf(Step::Case));
    return true;
}

bool SamplePlayer::pickFace()
{
    m_window.goTo(Step::Evidence);
    settle();
    auto *viewer = m_window.page(Step::Evidence)->findChild<viewer::PictureViewer *>();
    if (!expect(viewer && viewer->hasPicture(), QStringLiteral("the photograph is not shown")))
        return false;
    click(viewer, viewer->toWidget(personLookedFor));
    settle();
    m_look(nameOf(Step::Evidence));
    return pressMain(Step::Evidence) &&
           expect(m_workspace.chosenProbe() != nullptr, QStringLiteral("the face did not become a probe"));
}

bool SamplePlayer::search()
{
    m_window.goTo(Step::Search);
    settle();
    m_look(nameOf(Step::Search));
    return pressMain(Step::Search) &&
           expect(m_workspace.chosenSearch() && !m_workspace.chosenSearch()->candidates.empty(),
                  QStringLiteral("the search gave no candidates"));
}

bool SamplePlayer::review()
{
    m_window.goTo(Step::Candidates);
    settle();
    auto *list =
        m_window.page(Step::Candidates)->findChild<QAbstractItemView *>(QStringLiteral("candidateList"));
    if (!expect(list && list->model()->rowCount() > 0, QStringLiteral("no candidates are listed")))
        return false;
    list->setCurrentIndex(list->model()->index(0, 0));
    settle();
    m_look(nameOf(Step::Candidates));
    return expect(m_workspace.chosenCandidate() != nullptr, QStringLiteral("no candidate is chosen"));
}

bool SamplePlayer::compare()
{
    m_window.goTo(Step::Compare);
    settle();
    common::Page *page = m_window.page(Step::Compare);
    auto *comparison = page->findChild<viewer::ComparisonView *>();
    if (!expect(comparison && comparison->left()->hasPicture() && comparison->right()->hasPicture(),
                QStringLiteral("the two pictures are not shown")))
        return false;
    m_look(nameOf(Step::Compare));
    comparison->setMode(viewer::ComparisonView::Mode::Split);
    settle();
    m_look(nameOf(Step::Compare) + QStringLiteral("-split"));
    comparison->setMode(viewer::ComparisonView::Mode::SideBySide);

    auto *conclusion = page->findChild<QRadioButton *>();
    auto *note = page->findChild<QPlainTextEdit *>(QStringLiteral("note"));
    if (!expect(conclusion && note, QStringLiteral("no conclusion can be noted")))
        return false;
    conclusion->click();
    note->setPlainText(QStringLiteral("Training: hairline, brows and chin were compared."));
    settle();
    const size_t before = m_workspace.contents().examinations.size();
    return pressMain(Step::Compare) && expect(m_workspace.contents().examinations.size() > before,
                                              QStringLiteral("the conclusion was not noted"));
}

bool SamplePlayer::report(const QString &path)
{
    m_window.goTo(Step::Report);
    settle();
    if (!pressMain(Step::Report))
        return false;
    m_look(nameOf(Step::Report));
    return expect(QFileInfo(path).size() > 0, QStringLiteral("the report was not written"));
}

} // namespace likeness::app
