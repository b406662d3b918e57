// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/pictureeditor.h"

#include "engine/imaging/derivation.h"
#include "engine/policy/accountrules.h"
#include "widgets/common/prompts.h"
#include "widgets/pages/editparameters.h"
#include "widgets/pages/editpreview.h"
#include "widgets/words/edittext.h"
#include "widgets/words/errortext.h"
#include "widgets/words/ruletext.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSignalBlocker>

#include <cmath>

namespace likeness::pages
{

using viewer::PictureViewer;
using Kind = model::Edit::Kind;

namespace
{

/// Whole pixels, so that what is drawn is what the fields say.
model::RelativeRect onPixels(const model::RelativeRect &box, const QSize &size)
{
    const auto at = [](double share, int side) {
        return std::clamp(int(std::lround(share * side)), 0, side);
    };
    const int left = std::min(at(box.x, size.width()), size.width() - 1);
    const int top = std::min(at(box.y, size.height()), size.height() - 1);
    const int right = std::max(at(box.right(), size.width()), left + 1);
    const int bottom = std::max(at(box.bottom(), size.height()), top + 1);
    return {double(left) / size.width(), double(top) / size.height(), double(right - left) / size.width(),
            double(bottom - top) / size.height()};
}

} // namespace

// Beginning and end
// -----------------------------------------------------------------------------------------

void PictureEditor::open(const model::PictureSource &source, const base::Picture &original,
                         const std::vector<model::Edit> &edits)
{
    close();
    m_source = {source.evidence, source.frame};
    m_state.original = QSize(original.width(), original.height());
    const auto *item = m_workspace.evidence(source.evidence);
    if (item && source.frame) {
        m_state.framesBefore = *source.frame;
        m_state.framesAfter = item->frames - 1 - *source.frame;
    }
    m_state.begun = edits;
    m_preview->setOriginal(m_source, original);
    m_left->setPicture(original);
    m_right->setPicture(original);
    m_result = original;
    updateRights();
    show({edits, int(edits.size()) - 1});
    m_left->fit(); // the right one follows
}

void PictureEditor::close()
{
    setDrawing(false);
    m_preview->setOriginal({}, {});
    m_undo.clear();
    m_source = {};
    m_state = {};
    m_result = {};
    m_beforeChosen = {};
    m_beforeEdits.clear();
    m_left->setPicture({});
    m_right->setPicture({});
    m_model->setEdits({}, {});
    updateAll();
}

bool PictureEditor::mayLeave()
{
    if (m_state.isKeeping)
        return false;
    return !m_state.isChanged() || !m_state.mayEdit() ||
           common::prompts().confirm(this, tr("Leave without keeping?"),
                                     tr("The edits made here are not kept yet. The evidence stays as it is."),
                                     tr("Leave without keeping"));
}

void PictureEditor::updateRights()
{
    const auto unmet =
        policy::unmetRoleRules(policy::Deed::ChooseFaces, m_workspace.actor(), m_workspace.today());
    m_state.rule = unmet.empty() ? std::nullopt : std::optional(unmet.front());
    m_state.isReadOnly = m_workspace.isReadOnly();
    updateAll();
}

void PictureEditor::keep()
{
    if (m_state.missing() != EditState::Missing::Nothing)
        return;
    m_state.isKeeping = true;
    updateAll();
    auto *job = m_workspace.runInCase<model::Derivation>(
        tr("Keeping the edited picture"), QStringLiteral("evidence/derive"), this,
        [source = m_source, edits = m_state.edits](casework::CaseSession &file, base::Progress &progress) {
            return file.derive(source.evidence, source.frame, edits, progress);
        },
        [this](base::Result<model::Derivation> made) {
            m_state.isKeeping = false;
            updateAll();
            if (made)
                emit kept(*made);
            else if (made.error().code != base::ErrorCode::Cancelled)
                emit m_workspace.failed(made.error());
        });
    if (!job) {
        m_state.isKeeping = false;
        updateAll();
    }
}

QString PictureEditor::missingText() const
{
    switch (m_state.missing()) {
    case EditState::Missing::Nothing:
        return {};
    case EditState::Missing::Edits:
        return tr("Add an edit first.");
    case EditState::Missing::SameAsKept:
        return tr("These edits are kept already.");
    case EditState::Missing::Drawing:
        return tr("Look at the result first: Esc ends the drawing of the box.");
    case EditState::Missing::Preview:
        return tr("The edits are being replayed.");
    case EditState::Missing::Cancelled:
        return tr("The replay was cancelled. Replay the edits first (F5).");
    case EditState::Missing::Impossible:
        return tr("These edits cannot be made: the picture would become too large, or they do not fit it.");
    case EditState::Missing::ReadOnly:
        return words::sentence(policy::Rule::ReadOnly);
    case EditState::Missing::Rule:
        return words::sentence(*m_state.rule);
    case EditState::Missing::Work:
        return tr("The edited picture is being recorded.");
    }
    return {};
}

// Steps
// -----------------------------------------------------------------------------------------------------

int PictureEditor::chosenRow() const
{
    return m_list->currentIndex().row();
}

const model::Edit *PictureEditor::chosenEdit() const
{
    const int row = chosenRow();
    return row >= 0 && row < int(m_state.edits.size()) ? &m_state.edits[size_t(row)] : nullptr;
}

bool PictureEditor::isBeforeKnown() const
{
    const int row = chosenRow();
    return row >= 0 && row <= int(m_state.edits.size()) && !m_beforeChosen.isNull() &&
           std::equal(m_beforeEdits.begin(), m_beforeEdits.end(), m_state.edits.begin(),
                      m_state.edits.begin() + row);
}

void PictureEditor::push(const QString &text, std::vector<model::Edit> edits, int row, int gesture)
{
    if (!m_state.mayEdit())
        return;
    m_undo.push(new EditCommand(text, {m_state.edits, chosenRow()}, {std::move(edits), row}, gesture,
                                [this](const auto &moment) { show(moment); }));
}

void PictureEditor::show(const EditCommand::Moment &moment)
{
    const bool isOther = moment.edits != m_state.edits;
    m_state.edits = moment.edits;
    m_model->setEdits(m_state.edits, m_state.original);
    {
        const QScopedValueRollback setting(m_isSettingRow, true);
        const int row = std::min(moment.row, int(m_state.edits.size()) - 1);
        m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
    }
    if (m_state.isDrawing && (!chosenEdit() || chosenEdit()->kind != Kind::Crop))
        setDrawing(false);
    if (isOther || (chosenEdit() && !isBeforeKnown()))
        requestPreview();
    if (m_state.isDrawing)
        showResult(); // the box, at once
    updateAll();
}

void PictureEditor::add(Kind kind)
{
    if (m_state.obstacle(kind) != EditState::Obstacle::None)
        return;
    // Behind the chosen edit, so that a list can be mended in its middle; the last one is chosen mostly.
    auto edits = m_state.edits;
    const int row = chosenRow() + 1;
    edits.insert(edits.begin() + row, m_state.fresh(kind));
    setDrawing(false);
    push(tr("add %1").arg(words::editTitle(kind)), std::move(edits), row);
    if (kind == Kind::Crop)
        setDrawing(true);
    else
        m_parameters->focusFirst();
}

void PictureEditor::move(int rows)
{
    const int from = chosenRow(), to = from + rows;
    if (!chosenEdit() || to < 0 || to >= int(m_state.edits.size()))
        return;
    auto edits = m_state.edits;
    std::swap(edits[size_t(from)], edits[size_t(to)]);
    push(tr("move an edit"), std::move(edits), to);
}

void PictureEditor::remove()
{
    if (!chosenEdit())
        return;
    auto edits = m_state.edits;
    const int row = chosenRow();
    edits.erase(edits.begin() + row);
    push(tr("remove an edit"), std::move(edits), std::min(row, int(m_state.edits.size()) - 2));
}

void PictureEditor::reset()
{
    if (m_state.isChanged())
        push(tr("go back to the beginning"), m_state.begun, int(m_state.begun.size()) - 1);
}

void PictureEditor::change(const model::Edit &edit, int gesture)
{
    const int row = chosenRow();
    if (!chosenEdit() || *chosenEdit() == edit)
        return;
    auto edits = m_state.edits;
    edits[size_t(row)] = edit;
    push(tr("change %1").arg(words::editTitle(edit.kind)), std::move(edits), row, gesture);
}

void PictureEditor::drawn(const model::RelativeRect &box)
{
    if (!m_state.isDrawing || !chosenEdit() || chosenEdit()->kind != Kind::Crop || !isBeforeKnown())
        return;
    const QSize before = m_state.sizeBefore(chosenRow());
    if (before.isValid())
        change({Kind::Crop, {{"box", model::toJson(onPixels(box, before))}}}, 0);
}

void PictureEditor::setDrawing(bool drawing)
{
    if (drawing && (!chosenEdit() || chosenEdit()->kind != Kind::Crop || !m_state.mayEdit()))
        drawing = false;
    if (m_state.isDrawing == drawing)
        return;
    m_state.isDrawing = drawing;
    m_right->setTool(drawing ? PictureViewer::Tool::Box : PictureViewer::Tool::Pan);
    showResult();
    updateAll();
    if (drawing)
        m_right->setFocus(Qt::OtherFocusReason);
    else if (m_right->hasFocus())
        m_list->setFocus(Qt::OtherFocusReason);
}

void PictureEditor::chooseRow()
{
    if (m_isSettingRow)
        return;
    setDrawing(false);
    if (chosenEdit() && !isBeforeKnown())
        requestPreview();
    updateAll();
}

// Pictures
// ---------------------------------------------------------------------------------------------------

void PictureEditor::requestPreview()
{
    if (!isOpen())
        return;
    m_state.isPreviewing = true;
    if (m_state.wasCancelled())
        m_state.previewError.reset();
    m_preview->request(m_state.edits, std::max(0, chosenRow()));
}

void PictureEditor::showResult()
{
    const bool isBefore = m_state.isDrawing;
    // Until the picture before the crop has come, the box waits: it would lie on another picture.
    const bool isWaiting = isBefore && !isBeforeKnown();
    const base::Picture &picture = isBefore ? m_beforeChosen : m_result;
    m_right->setBoxes({});
    if (isWaiting)
        return;
    // Where the result comes from, when that is not the whole original.
    const auto part = imaging::mapBack(m_state.edits, {m_state.original.width(), m_state.original.height()},
                                       model::RelativeRect{0, 0, 1, 1});
    const bool isPart = !isBefore && part && (part->width < 0.999 || part->height < 0.999);
    m_left->setBoxes(isPart ? std::vector<PictureViewer::Box>{{*part, {}, false, false}}
                            : std::vector<PictureViewer::Box>());
    const bool isSameSize = m_right->pictureSize() == QSize(picture.width(), picture.height());
    {
        // A picture of the same size is seen where the one before it was, and the original stays where it is.
        const QSignalBlocker quiet(m_synchroniser);
        const bool wasLinked = m_synchroniser->isLinked();
        m_synchroniser->setLinked(false);
        const auto view = m_right->view();
        m_right->setPicture(picture);
        if (isSameSize && m_right->view() != view)
            m_right->setView(view);
        m_synchroniser->setLinked(wasLinked);
    }
    m_right->setTitle(isBefore                ? tr("Before the crop")
                      : m_state.edits.empty() ? tr("Result: no edits yet")
                                              : tr("Result"));
    const auto *edit = chosenEdit();
    const auto box = isBefore && edit ? model::rectFromJson(edit->parameters["box"]) : std::nullopt;
    if (!box)
        return;
    m_right->setBoxes({{*box, {}, true, false}});
    m_right->setChosenBox(0);
}

// What is shown
// ----------------------------------------------------------------------------------------------

bool PictureEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::Resize) // the chosen edit stays in sight
        QMetaObject::invokeMethod(
            this, [this] { m_list->scrollTo(m_list->currentIndex()); }, Qt::QueuedConnection);
    // The list takes arrows for itself, before any action has them.
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        const bool isMove = press->modifiers() == Qt::ControlModifier &&
                            (press->key() == Qt::Key_Up || press->key() == Qt::Key_Down);
        if (isMove) {
            (press->key() == Qt::Key_Up ? m_upAction : m_downAction)->trigger();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PictureEditor::updateAddMenu()
{
    for (const auto &[kind, action] : m_addActions) {
        QString why;
        switch (m_state.obstacle(kind)) {
        case EditState::Obstacle::None:
            break;
        case EditState::Obstacle::NoOtherFrames:
            why = tr("A still has no other frames to average");
            break;
        case EditState::Obstacle::OneLine:
            why = tr("The picture has only one line");
            break;
        case EditState::Obstacle::OnceOnly:
            why = tr("Frames are averaged once only");
            break;
        case EditState::Obstacle::Full:
            why = tr("There are 100 edits already");
            break;
        }
        action->setEnabled(why.isEmpty());
        const QString title = words::editTitle(kind);
        action->setText(why.isEmpty() ? title : tr("%1 – %2").arg(title, why));
        action->setToolTip(why.isEmpty() ? editHelp(kind) : why);
    }
}

void PictureEditor::updateAll()
{
    const int row = chosenRow(), count = int(m_state.edits.size());
    const bool mayEdit = isOpen() && m_state.mayEdit();
    QString lockedWhy;
    if (m_state.isReadOnly)
        lockedWhy = words::sentence(policy::Rule::ReadOnly);
    else if (m_state.rule)
        lockedWhy = words::sentence(*m_state.rule);
    m_addButton->setEnabled(mayEdit);
    m_addButton->setToolTip(lockedWhy.isEmpty() ? tr("Adds an edit behind the chosen one (A)") : lockedWhy);
    m_upAction->setEnabled(mayEdit && row > 0);
    m_downAction->setEnabled(mayEdit && row >= 0 && row + 1 < count);
    m_removeAction->setEnabled(mayEdit && row >= 0);
    m_resetAction->setEnabled(mayEdit && m_state.isChanged());
    m_parameters->setEnabled(mayEdit);
    m_drawAction->setEnabled(mayEdit && chosenEdit() && chosenEdit()->kind == Kind::Crop);
    m_drawAction->setChecked(m_state.isDrawing);
    updateAddMenu();
    const auto *edit = chosenEdit();
    m_parameters->setEdit(edit ? std::optional(*edit) : std::nullopt,
                          {m_state.sizeBefore(row), m_state.framesBefore, m_state.framesAfter});
    if (count == 0 &&
        m_list->hasFocus()) // a list that hides would hand the keyboard to another part of the page
        m_addButton->isEnabled() ? m_addButton->setFocus() : setFocus();
    m_list->setVisible(count > 0);
    m_empty->setVisible(count == 0);
    m_empty->setText(lockedWhy.isEmpty()
                         ? tr("No edits yet. Each one you add works on what the one before it gave.")
                         : lockedWhy);

    const QSize size = m_state.sizeOfResult();
    const bool mayReplay = isOpen() && m_state.wasCancelled() && !m_state.isPreviewing;
    m_replayAction->setVisible(mayReplay);
    m_replayAction->setEnabled(mayReplay);
    if (!isOpen())
        m_resultText->clear();
    else if (mayReplay)
        m_resultText->setText(tr("The replay was cancelled: the right picture is not the result of these edits."));
    else if (m_state.previewError)
        m_resultText->setText(m_state.previewError->code == base::ErrorCode::TooLarge
                                  ? tr("The result would be larger than Likeness makes pictures.")
                                  : words::sentence(*m_state.previewError));
    else
        m_resultText->setText(
            tr("Original %1 × %2 px, result %3 × %4 px.")
                .arg(m_state.original.width())
                .arg(m_state.original.height())
                .arg(size.width())
                .arg(size.height()) +
            (m_state.isDrawing
                 ? QLatin1Char(' ') + tr("Drag a box on the right picture; Esc shows the result.")
             : m_state.isPreviewing ? QLatin1Char(' ') + tr("Replaying …")
                                    : QString()));
    emit stateChanged();
}

} // namespace likeness::pages
