// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/models/workplace.h"
#include "widgets/pages/regioncommand.h"

#include <QUndoStack>

using namespace likeness;
using pages::RegionCommand;
using tests::Workplace;

namespace
{

const model::RelativeRect box{0.1, 0.1, 0.3, 0.4}, otherBox{0.5, 0.5, 0.2, 0.2};
const model::EyePoints eyes{{0.55, 0.55}, {0.65, 0.55}};

} // namespace

class TestRegionCommand : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void drawnUndoneRedone();
    void removedUndoneRedone();
    void movedEyesTakeThePlaceOfTheOldRegion();
    void everyStepStandsInTheRecord();
    void badBoxIsSaidAndNotRemembered();
    void readOnlyCaseIsLeftAsItIs();
    void closedCaseIsNotTouched();

private:
    void draw(const model::RelativeRect &at) { push({}, RegionCommand::Drawing{m_made.evidence[0], at, {}}); }
    void push(std::optional<model::Region> removed, std::optional<RegionCommand::Drawing> drawn)
    {
        m_stack->push(new RegionCommand(*m_place->workspace, QStringLiteral("step"), std::move(removed),
                                        std::move(drawn), [this](const auto &source, const auto &region) {
                                            m_shownOn = source.evidence;
                                            m_shown = region;
                                        }));
    }
    std::vector<model::Region> drawn() const
    {
        std::vector<model::Region> regions;
        for (const auto &region : m_place->workspace->contents().regions)
            if (region.drawn)
                regions.push_back(region);
        return regions;
    }

    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<QUndoStack> m_stack;
    tests::SmallCase m_made;
    model::EvidenceId m_shownOn;
    model::RegionId m_shown;
};

void TestRegionCommand::init()
{
    m_place = std::make_unique<Workplace>();
    m_stack = std::make_unique<QUndoStack>();
    m_made = m_place->makeCase(QStringLiteral("case"));
    m_shown = {};
    m_shownOn = {};
    QVERIFY(m_place->open(m_made.folder));
}

void TestRegionCommand::cleanup()
{
    m_stack.reset();
    m_place.reset();
}

void TestRegionCommand::drawnUndoneRedone()
{
    draw(box);
    QCOMPARE(drawn().size(), size_t(1));
    const auto id = drawn()[0].id;
    QCOMPARE(drawn()[0].box, box);
    QVERIFY(m_shown == id);
    QVERIFY(m_shownOn == m_made.evidence[0]);
    m_stack->undo();
    QVERIFY(drawn().empty());
    QVERIFY(m_shown.isEmpty());
    m_stack->redo();
    QCOMPARE(drawn().size(), size_t(1));
    QVERIFY(drawn()[0].id == id); // the same record, not a second one
    QVERIFY(m_shown == id);
    QVERIFY(m_place->errors.isEmpty());
}

void TestRegionCommand::removedUndoneRedone()
{
    draw(box);
    draw(otherBox);
    const auto first = drawn()[0];
    push(first, {});
    QCOMPARE(drawn().size(), size_t(1));
    QCOMPARE(drawn()[0].box, otherBox);
    QVERIFY(m_shown.isEmpty());
    m_stack->undo();
    QCOMPARE(drawn().size(), size_t(2));
    QVERIFY(drawn()[0].id == first.id); // in its old place
    QVERIFY(m_shown == first.id);
    m_stack->redo();
    QCOMPARE(drawn().size(), size_t(1));
    QVERIFY(m_shown.isEmpty());
}

void TestRegionCommand::movedEyesTakeThePlaceOfTheOldRegion()
{
    draw(otherBox);
    const auto before = drawn()[0];
    push(before, RegionCommand::Drawing{m_made.evidence[0], otherBox, eyes});
    QCOMPARE(drawn().size(), size_t(1));
    const auto after = drawn()[0];
    QVERIFY(after.id != before.id);
    QCOMPARE(after.alignment, model::Alignment::ByHand);
    QVERIFY(after.eyes == eyes);
    m_stack->undo();
    QCOMPARE(drawn().size(), size_t(1));
    QVERIFY(drawn()[0].id == before.id && m_shown == before.id);
    m_stack->undo();
    QVERIFY(drawn().empty());
    m_stack->redo();
    m_stack->redo();
    QCOMPARE(drawn().size(), size_t(1));
    QVERIFY(drawn()[0].id == after.id && m_shown == after.id);
}

void TestRegionCommand::everyStepStandsInTheRecord()
{
    const auto before = m_place->workspace->file()->auditHead().value().count;
    draw(box);
    m_stack->undo();
    m_stack->redo();
    QStringList verbs;
    for (const auto &entry : m_place->workspace->file()->auditEntries(before + 1, 100).value())
        verbs << entry.act.verb;
    QCOMPARE(verbs, (QStringList{audit::verbs::regionDrawn, audit::verbs::regionRemoved,
                                 audit::verbs::regionRestored}));
}

void TestRegionCommand::badBoxIsSaidAndNotRemembered()
{
    draw({0.9, 0.9, 0.5, 0.5});
    QCOMPARE(m_place->errors, QStringList{QStringLiteral("invalid-argument")});
    QCOMPARE(m_stack->count(), 0);
    QVERIFY(drawn().empty());
    QVERIFY(m_shownOn.isEmpty()); // nothing was shown
}

void TestRegionCommand::readOnlyCaseIsLeftAsItIs()
{
    m_place->workspace->closeCase();
    const auto elsewhere = casework::CaseSession::open(m_place->workstation, m_made.folder);
    QVERIFY(elsewhere);
    QVERIFY(m_place->open(m_made.folder));
    draw(box);
    QCOMPARE(m_place->errors, QStringList{QStringLiteral("read-only")});
    QCOMPARE(m_stack->count(), 0);
    QVERIFY(drawn().empty());
}

void TestRegionCommand::closedCaseIsNotTouched()
{
    draw(box);
    m_place->workspace->closeCase();
    m_stack->undo();
    QVERIFY(!m_stack->canUndo() && !m_stack->canRedo());
    draw(box);
    QCOMPARE(m_stack->count(), 0);
    QVERIFY(m_place->errors.isEmpty());
    QVERIFY(m_place->open(m_made.folder));
    QCOMPARE(drawn().size(), size_t(1)); // as it was left
}

QTEST_GUILESS_MAIN(TestRegionCommand)
#include "tst_regioncommand.moc"
