// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/examination.h"

#include <QObject>
#include <QUndoStack>

#include <optional>
#include <vector>

namespace likeness::viewer
{

enum class Side { Probe, Portrait };

/// A comparison under way and every step back: marks, findings, notes, conclusion. All who show or change it
/// share one document. Points and arrows are numbered in pairs: one set on a picture takes the number of the
/// one of its kind that waits for its partner on the other, else the next free number.
class ComparisonDocument : public QObject
{
    Q_OBJECT
public:
    explicit ComparisonDocument(QObject *parent = nullptr);

    const model::Comparison &comparison() const { return m_comparison; }
    /// Another comparison: there is no step back to the one before. Emits changed, not edited.
    void setComparison(const model::Comparison &comparison);
    bool isReadOnly() const { return m_readOnly; }
    void setReadOnly(bool readOnly); ///< nothing can be changed, nor undone

    const std::vector<model::Mark> &marks(Side side) const;
    /// The number is given here, and the component of the partner or of markingAbout(). Returns the index;
    /// -1 when read-only.
    int addMark(Side side, model::Mark mark);
    void changeMark(Side side, int index, const model::Mark &mark); ///< the number stays
    void removeMark(Side side, int index);
    /// What new marks are about; nothing: about the whole face.
    const std::optional<model::Component> &markingAbout() const { return m_about; }
    void setMarkingAbout(const std::optional<model::Component> &component);

    /// The lowest number whose partner is missing.
    struct Waiting {
        int number = 0;
        Side on = Side::Probe; ///< where the partner belongs
        friend bool operator==(const Waiting &, const Waiting &) = default;
    };
    std::optional<Waiting> waiting(model::Mark::Kind kind) const;
    /// The numbers of the marks about a component, each once, rising.
    std::vector<int> numbers(model::Component component) const;

    void setFinding(model::Component component, std::optional<model::Finding> finding);
    void setNote(model::Component component, const QString &note);
    void setConclusion(std::optional<model::Conclusion> conclusion);
    void setNote(const QString &note);

    QUndoStack *undoStack() { return &m_undo; }

signals:
    void changed(); ///< it, or whether it may be changed
    void edited();  ///< by a person, undoing included: worth saving
    void markingAboutChanged();

private:
    friend class ComparisonChange;
    /// `key` names what is changed: steps with the same key, one after the other, are one step back.
    void change(model::Comparison after, const QString &what, const QString &key = {});
    void show(const model::Comparison &comparison);
    std::vector<model::Mark> &marksOf(model::Comparison &comparison, Side side) const;

    model::Comparison m_comparison;
    std::optional<model::Component> m_about;
    QUndoStack m_undo;
    bool m_readOnly = false;
};

} // namespace likeness::viewer
