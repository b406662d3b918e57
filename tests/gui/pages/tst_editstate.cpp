// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/derivation.h"
#include "widgets/models/cardrole.h"
#include "widgets/models/editmodel.h"
#include "widgets/pages/editcommand.h"
#include "widgets/pages/editfields.h"
#include "widgets/pages/editstate.h"

#include <QAbstractItemModelTester>
#include <QUndoStack>
#include <QtTest>

#include <set>

using namespace likeness;
using model::Edit;
using pages::EditCommand;
using pages::EditState;
using Kind = Edit::Kind;
using Missing = EditState::Missing;
using Obstacle = EditState::Obstacle;

namespace
{

const Edit quarter{Kind::Rotate, {{"degrees", 90}}};

EditState stillState()
{
    EditState state;
    state.original = {200, 100};
    return state;
}

Edit gammaEdit(double value)
{
    return {Kind::Gamma, {{"gamma", value}}};
}

} // namespace

class TestEditState : public QObject
{
    Q_OBJECT
private slots:
    void allTenKindsBeginWithWhatTheEngineTakes();
    void rangesAreThoseOfTheEngine();
    void whatDoesNotApply();
    void whyTheResultCannotBeKept();
    void sizesOnTheWay();
    void listOfEdits();
    void stepsOfOneGestureAreOne();
    void backAtTheBeginningIsNoStep();
};

void TestEditState::allTenKindsBeginWithWhatTheEngineTakes()
{
    auto state = stillState();
    state.framesBefore = 0;
    state.framesAfter = 5;
    QCOMPARE(pages::allEditKinds().size(), size_t(10));
    std::set<Kind> seen;
    for (const Kind kind : pages::allEditKinds()) {
        seen.insert(kind);
        QCOMPARE(state.obstacle(kind), Obstacle::None);
        const auto held = imaging::checkEdits({state.fresh(kind)});
        QVERIFY2(held, qPrintable(held ? QString() : held.error().detail));
        QVERIFY(!pages::editHelp(kind).isEmpty());
    }
    QCOMPARE(seen.size(), size_t(10));
}

void TestEditState::rangesAreThoseOfTheEngine()
{
    // Every field's ends are taken by the engine, and a step beyond them is not.
    for (const Kind kind : pages::allEditKinds()) {
        auto state = stillState();
        state.framesBefore = state.framesAfter = 40;
        for (const auto &field : pages::editFields(kind)) {
            Edit edit = state.fresh(kind);
            const auto takes = [&](const QJsonValue &value) {
                edit.parameters[field.name] = value;
                return bool(imaging::checkEdits({edit}));
            };
            if (field.kind == pages::EditField::Kind::Choice) {
                for (const auto &[value, words] : field.choices)
                    QVERIFY2(takes(value), qPrintable(field.name + value));
                continue;
            }
            if (kind == Kind::Aspect)
                edit.parameters = {{"x", field.most}, {"y", field.most}};
            if (kind == Kind::Aspect) {
                QVERIFY(takes(field.most));
                QVERIFY(!takes(field.most + 1));
                continue; // the least goes with a least of the other only
            }
            QVERIFY2(takes(field.least) && takes(field.most), qPrintable(field.name));
            QVERIFY2(!takes(field.least - 1), qPrintable(field.name));
            QVERIFY2(!takes(field.most + 1), qPrintable(field.name));
        }
    }
    for (const auto &shape : pages::pixelShapes())
        QVERIFY(imaging::checkEdits({{Kind::Aspect, {{"x", shape.x}, {"y", shape.y}}}}));
}

void TestEditState::whatDoesNotApply()
{
    auto state = stillState();
    QCOMPARE(state.obstacle(Kind::FrameAverage), Obstacle::NoOtherFrames);
    QCOMPARE(state.obstacle(Kind::Deinterlace), Obstacle::None); // a still may be a frame that somebody saved
    state.original = {200, 1};
    QCOMPARE(state.obstacle(Kind::Deinterlace), Obstacle::OneLine);
    state.edits = {quarter};
    QCOMPARE(state.obstacle(Kind::Deinterlace), Obstacle::None);

    state.framesBefore = 3;
    QCOMPARE(state.obstacle(Kind::FrameAverage), Obstacle::None);
    QCOMPARE(state.fresh(Kind::FrameAverage).parameters["after"].toInt(),
             0); // the last frame has none after it
    state.edits = {state.fresh(Kind::FrameAverage)};
    QCOMPARE(state.obstacle(Kind::FrameAverage), Obstacle::OnceOnly);
    state.edits.assign(imaging::maximumEdits, gammaEdit(1));
    QCOMPARE(state.obstacle(Kind::Gamma), Obstacle::Full);
}

void TestEditState::whyTheResultCannotBeKept()
{
    auto state = stillState();
    QCOMPARE(state.missing(), Missing::Edits);
    state.edits = state.begun = {quarter};
    QCOMPARE(state.missing(), Missing::SameAsKept);
    state.edits.push_back(gammaEdit(2));
    QCOMPARE(state.missing(), Missing::Nothing);
    state.previewError = base::Error{base::ErrorCode::TooLarge, {}, {}};
    QCOMPARE(state.missing(), Missing::Impossible);
    state.previewError = base::Error{base::ErrorCode::Cancelled, {}, {}};
    QCOMPARE(state.missing(), Missing::Cancelled);
    state.isPreviewing = true;
    QCOMPARE(state.missing(), Missing::Preview);
    state.isDrawing = true;
    QCOMPARE(state.missing(), Missing::Drawing);
    state.rule = policy::Rule::RoleMissing;
    QCOMPARE(state.missing(), Missing::Rule);
    QVERIFY(!state.mayEdit());
    state.isReadOnly = true;
    QCOMPARE(state.missing(), Missing::ReadOnly);
    state.isKeeping = true;
    QCOMPARE(state.missing(), Missing::Work);
}

void TestEditState::sizesOnTheWay()
{
    auto state = stillState();
    state.edits = {
        quarter, {Kind::Crop, {{"box", QJsonArray{0, 0, 0.5, 0.25}}}}, {Kind::Aspect, {{"x", 9}, {"y", 1}}}};
    QCOMPARE(state.sizeBefore(0), QSize(200, 100));
    QCOMPARE(state.sizeBefore(1), QSize(100, 200));
    QCOMPARE(state.sizeBefore(2), QSize(50, 50));
    QVERIFY(!state.sizeOfResult().isValid()); // at most 8 to 1
}

void TestEditState::listOfEdits()
{
    models::EditModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setEdits({quarter, {Kind::Crop, {{"box", QJsonArray{0, 0, 0.5, 0.5}}}}}, {200, 100});
    QCOMPARE(model.rowCount(), 2);
    const QPersistentModelIndex first(model.index(0));
    QCOMPARE(model.index(1).data().toString(), QStringLiteral("Crop"));
    QCOMPARE(model.index(1).data(models::BadgeRole).toString(), QStringLiteral("2"));
    // In pixels of the picture that the crop is applied to, which the rotation has turned.
    QCOMPARE(model.index(1).data(models::SecondLineRole).toString(),
             QString::fromUtf8("to 50 × 100 px at 0, 0"));
    model.setEdits({quarter}, {200, 100});
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(first.isValid());
    QCOMPARE(models::editLines({quarter, gammaEdit(2)}, {200, 100}),
             (QStringList{QString::fromUtf8("1. Rotate by 90° to the right"), QStringLiteral("2. Gamma 2")}));
}

void TestEditState::stepsOfOneGestureAreOne()
{
    QUndoStack stack;
    std::vector<Edit> shown;
    const auto push = [&](std::vector<Edit> before, std::vector<Edit> after, int gesture) {
        stack.push(new EditCommand(QStringLiteral("step"), {std::move(before), 0}, {std::move(after), 0},
                                   gesture, [&](const auto &moment) { shown = moment.edits; }));
    };
    push({}, {gammaEdit(1)}, 0);
    push({gammaEdit(1)}, {gammaEdit(1.1)}, 7);
    push({gammaEdit(1.1)}, {gammaEdit(1.5)}, 7);
    QCOMPARE(stack.count(), 2);
    push({gammaEdit(1.5)}, {gammaEdit(2)}, 8);
    QCOMPARE(stack.count(), 3);
    stack.undo();
    QCOMPARE(shown, std::vector<Edit>{gammaEdit(1.5)});
    stack.undo();
    QCOMPARE(shown, std::vector<Edit>{gammaEdit(1)});
    stack.redo();
    QCOMPARE(shown, std::vector<Edit>{gammaEdit(1.5)});
    push({gammaEdit(1.5)}, {gammaEdit(1.6)}, 0);
    push({gammaEdit(1.6)}, {gammaEdit(1.7)}, 0);
    QCOMPARE(stack.count(), 4); // steps of their own
}

void TestEditState::backAtTheBeginningIsNoStep()
{
    QUndoStack stack;
    const auto push = [&](double from, double to) {
        stack.push(new EditCommand(QStringLiteral("step"), {{gammaEdit(from)}, 0}, {{gammaEdit(to)}, 0}, 3,
                                   [](const auto &) {}));
    };
    push(1, 2);
    push(2, 1);
    QVERIFY(!stack.canUndo());
}

QTEST_GUILESS_MAIN(TestEditState)
#include "tst_editstate.moc"
