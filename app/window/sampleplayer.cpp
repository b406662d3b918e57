// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sampleplayer.h"

#include "app/window/answers.h"
#include "widgets/common/messagebar.h"
#include "widgets/viewer/comparisonview.h"
#include "widgets/viewer/pictureviewer.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDoubleSpinBox>
#include <QEventLoop>
#include <QFileInfo>
#include <QMenu>
#include <QMouseEvent>
#include <QPlainTextEdit>
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
const QString evidenceViewer = QStringLiteral("evidenceViewer");
const QStringList pageNames{
    QStringLiteral("1-case"),   QStringLiteral("2-evidence"),   QStringLiteral("3-analyse"),
    QStringLiteral("4-search"), QStringLiteral("5-candidates"), QStringLiteral("6-compare"),
    QStringLiteral("7-verify"), QStringLiteral("8-report"),     QStringLiteral("9-galleries"),
    QStringLiteral("10-audit"), QStringLiteral("11-selftest"),  QStringLiteral("12-enginecard"),
    QStringLiteral("13-settings")};

QString nameOf(Step step)
{
    return pageNames.at(int(step));
}

void send(QWidget *widget, QEvent::Type type, const QPointF &at)
{
    QMouseEvent event(type, at, widget->mapToGlobal(at),
                      type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &event);
}

void click(QWidget *widget, const QPointF &at)
{
    send(widget, QEvent::MouseButtonPress, at);
    send(widget, QEvent::MouseButtonRelease, at);
}

void drag(QWidget *widget, const QPointF &from, const QPointF &to)
{
    send(widget, QEvent::MouseButtonPress, from);
    send(widget, QEvent::MouseMove, (from + to) / 2);
    send(widget, QEvent::MouseMove, to);
    send(widget, QEvent::MouseButtonRelease, to);
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
    for (const Step step : {Step::Analyse, Step::Verify, Step::Galleries, Step::Audit, Step::SelfTest, Step::EngineCard}) {
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
    if (!trigger(Step::Case, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)) ||
        !expect(m_workspace.hasCase(), QStringLiteral("the sample case did not open")))
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
    auto *viewer = m_window.page(Step::Evidence)->findChild<viewer::PictureViewer *>(evidenceViewer);
    if (!expect(viewer && viewer->hasPicture(), QStringLiteral("the photograph is not shown")))
        return false;
    if (!edit())
        return false;
    click(viewer, viewer->toWidget(personLookedFor));
    settle();
    m_look(nameOf(Step::Evidence));
    return pressMain(Step::Evidence) &&
           expect(m_workspace.chosenProbe() != nullptr, QStringLiteral("the face did not become a probe"));
}

bool SamplePlayer::trigger(Step step, const QKeySequence &key)
{
    for (QAction *action : m_window.page(step)->actions()) {
        if (action->shortcut() != key)
            continue;
        action->trigger();
        settle();
        return true;
    }
    return expect(false, nameOf(step) + QStringLiteral(": no action for ") + key.toString());
}

bool SamplePlayer::edit()
{
    common::Page *page = m_window.page(Step::Evidence);
    const QString name = nameOf(Step::Evidence);
    if (!trigger(Step::Evidence, QKeySequence(Qt::CTRL | Qt::Key_E)))
        return false;
    auto *list = page->findChild<QAbstractItemView *>(QStringLiteral("editList"));
    auto *menu = page->findChild<QMenu *>(QStringLiteral("addEditMenu"));
    auto *result = page->findChild<viewer::PictureViewer *>(QStringLiteral("editResult"));
    if (!expect(result && result->isVisible() && list && menu, QStringLiteral("the editor did not open")))
        return false;
    m_look(name + QStringLiteral("-editor"));
    const auto add = [&](model::Edit::Kind kind) {
        for (QAction *action : menu->actions())
            if (action->data().toString() == model::editName(kind))
                action->trigger();
        settle();
    };
    const auto set = [&](const char *field, double value) {
        if (auto *box = page->findChild<QDoubleSpinBox *>(QString::fromLatin1(field)))
            box->setValue(value);
        settle();
    };
    using Kind = model::Edit::Kind;
    add(Kind::Crop);
    drag(result, result->toWidget({0.46, 0.02}), result->toWidget({0.98, 0.7}));
    settle();
    m_look(name + QStringLiteral("-crop"));
    result->setTool(viewer::PictureViewer::Tool::Pan); // as Escape does
    add(Kind::Rotate);
    set("edit.degrees", -2.5);
    add(Kind::Sharpen);
    add(Kind::Levels);
    set("edit.black", 14);
    set("edit.white", 236);
    m_look(name + QStringLiteral("-edits"));
    if (!pressMain(Step::Evidence) ||
        !expect(m_workspace.chosenDerivation() != nullptr, QStringLiteral("the edited picture was not kept")))
        return false;
    m_look(name + QStringLiteral("-edited"));
    auto *evidence = page->findChild<QAbstractItemView *>(QStringLiteral("evidenceList"));
    evidence->setCurrentIndex(evidence->model()->index(0, 0));
    settle();
    const QKeySequence metadata(Qt::CTRL | Qt::Key_M);
    if (!trigger(Step::Evidence, metadata))
        return false;
    m_look(name + QStringLiteral("-metadata"));
    return trigger(Step::Evidence, metadata);
}

bool SamplePlayer::search()
{
    m_window.goTo(Step::Search);
    settle();
    m_look(nameOf(Step::Search));
    return pressMain(Step::Search) &&
           expect(m_workspace.chosenSearch() &&
                      int(m_workspace.chosenSearch()->candidates.size()) + m_workspace.chosenSearch()->folded > 0,
                  QStringLiteral("the search gave no candidates"));
}

bool SamplePlayer::review()
{
    m_window.goTo(Step::Candidates);
    settle();
    auto *list =
        m_window.page(Step::Candidates)->findChild<QAbstractItemView *>(QStringLiteral("candidateList"));
    m_look(nameOf(Step::Candidates) + QStringLiteral("-folded"));
    for (QAction *action : m_window.page(Step::Candidates)->actions())
        if (action->shortcut() == QKeySequence(Qt::Key_W))
            action->trigger();
    settle();
    if (!expect(list && list->model()->rowCount() > 0, QStringLiteral("no candidates are listed")) ||
        !expect(m_workspace.chosenSearch()->folded == 0, QStringLiteral("the weaker candidates stay folded")))
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
