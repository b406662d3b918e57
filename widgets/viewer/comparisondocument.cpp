// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/comparisondocument.h"

#include <algorithm>
#include <set>

namespace likeness::viewer
{

using model::Mark;

namespace
{

bool isNumbered(Mark::Kind kind)
{
    return kind == Mark::Kind::Point || kind == Mark::Kind::Arrow;
}

bool has(const std::vector<Mark> &marks, Mark::Kind kind, int number)
{
    return std::any_of(marks.begin(), marks.end(),
                       [&](const Mark &mark) { return mark.kind == kind && mark.number == number; });
}

} // namespace

/// One step: the whole comparison before and after, which are small.
class ComparisonChange : public QUndoCommand
{
public:
    ComparisonChange(ComparisonDocument &document, model::Comparison after, const QString &what, QString key)
        : QUndoCommand(what), m_document(document), m_before(document.comparison()),
          m_after(std::move(after)), m_key(std::move(key))
    {
    }
    int id() const override { return m_key.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *later = static_cast<const ComparisonChange *>(other);
        if (later->m_key != m_key)
            return false;
        m_after = later->m_after;
        setObsolete(m_after == m_before);
        return true;
    }
    void undo() override { m_document.show(m_before); }
    void redo() override { m_document.show(m_after); }

private:
    ComparisonDocument &m_document;
    model::Comparison m_before;
    model::Comparison m_after;
    QString m_key;
};

ComparisonDocument::ComparisonDocument(QObject *parent) : QObject(parent) {}

void ComparisonDocument::setComparison(const model::Comparison &comparison)
{
    m_undo.clear();
    m_comparison = comparison;
    emit changed();
}

void ComparisonDocument::setReadOnly(bool readOnly)
{
    if (m_readOnly == readOnly)
        return;
    m_readOnly = readOnly;
    if (readOnly)
        m_undo.clear();
    emit changed();
}

const std::vector<Mark> &ComparisonDocument::marks(Side side) const
{
    return side == Side::Probe ? m_comparison.probeMarks : m_comparison.portraitMarks;
}

std::vector<Mark> &ComparisonDocument::marksOf(model::Comparison &comparison, Side side) const
{
    return side == Side::Probe ? comparison.probeMarks : comparison.portraitMarks;
}

int ComparisonDocument::addMark(Side side, Mark mark)
{
    if (m_readOnly)
        return -1;
    mark.component = m_about;
    mark.number = 0;
    if (isNumbered(mark.kind)) {
        const auto partner = waiting(mark.kind);
        if (partner && partner->on == side) {
            mark.number = partner->number;
            const auto &others = marks(side == Side::Probe ? Side::Portrait : Side::Probe);
            const auto of = std::find_if(others.begin(), others.end(), [&](const Mark &other) {
                return other.kind == mark.kind && other.number == mark.number;
            });
            mark.component = of->component;
        } else {
            for (const auto *list : {&m_comparison.probeMarks, &m_comparison.portraitMarks})
                for (const Mark &other : *list)
                    mark.number = std::max(mark.number, other.number);
            ++mark.number;
        }
    }
    model::Comparison after = m_comparison;
    marksOf(after, side).push_back(mark);
    change(std::move(after), tr("set a mark"));
    return int(marks(side).size()) - 1;
}

void ComparisonDocument::changeMark(Side side, int index, const Mark &mark)
{
    model::Comparison after = m_comparison;
    Mark &kept = marksOf(after, side).at(size_t(index));
    const int number = kept.number;
    kept = mark;
    kept.number = number;
    change(std::move(after), tr("change a mark"), QStringLiteral("mark/%1/%2").arg(int(side)).arg(index));
}

void ComparisonDocument::removeMark(Side side, int index)
{
    model::Comparison after = m_comparison;
    auto &list = marksOf(after, side);
    list.erase(list.begin() + index);
    change(std::move(after), tr("remove a mark"));
}

void ComparisonDocument::setMarkingAbout(const std::optional<model::Component> &component)
{
    if (m_about == component)
        return;
    m_about = component;
    emit markingAboutChanged();
}

std::optional<ComparisonDocument::Waiting> ComparisonDocument::waiting(Mark::Kind kind) const
{
    std::optional<Waiting> found;
    if (!isNumbered(kind))
        return found;
    const auto look = [&](const std::vector<Mark> &here, const std::vector<Mark> &there, Side partnerOn) {
        for (const Mark &mark : here) {
            if (mark.kind == kind && mark.number > 0 && !has(there, kind, mark.number) &&
                (!found || mark.number < found->number))
                found = Waiting{mark.number, partnerOn};
        }
    };
    look(m_comparison.probeMarks, m_comparison.portraitMarks, Side::Portrait);
    look(m_comparison.portraitMarks, m_comparison.probeMarks, Side::Probe);
    return found;
}

std::vector<int> ComparisonDocument::numbers(model::Component component) const
{
    std::set<int> found;
    for (const auto *list : {&m_comparison.probeMarks, &m_comparison.portraitMarks})
        for (const Mark &mark : *list)
            if (mark.component == component && mark.number > 0)
                found.insert(mark.number);
    return {found.begin(), found.end()};
}

void ComparisonDocument::setFinding(model::Component component, std::optional<model::Finding> finding)
{
    model::Comparison after = m_comparison;
    after.setFinding(component, finding);
    change(std::move(after), tr("mark a component"));
}

void ComparisonDocument::setNote(model::Component component, const QString &note)
{
    model::Comparison after = m_comparison;
    after.setNote(component, note);
    change(std::move(after), tr("write a note"), QStringLiteral("note/") + model::componentName(component));
}

void ComparisonDocument::setConclusion(std::optional<model::Conclusion> conclusion)
{
    model::Comparison after = m_comparison;
    after.conclusion = conclusion;
    change(std::move(after), tr("choose a conclusion"));
}

void ComparisonDocument::setNote(const QString &note)
{
    model::Comparison after = m_comparison;
    after.note = note;
    change(std::move(after), tr("write a note"), QStringLiteral("note"));
}

void ComparisonDocument::change(model::Comparison after, const QString &what, const QString &key)
{
    if (!m_readOnly && after != m_comparison)
        m_undo.push(new ComparisonChange(*this, std::move(after), what, key));
}

void ComparisonDocument::show(const model::Comparison &comparison)
{
    m_comparison = comparison;
    emit changed();
    emit edited();
}

} // namespace likeness::viewer
