// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/casefile.h"
#include "engine/report/reporttexts.h"

namespace likeness::report
{

/// The values of a report as words in the reader's language. Numbers have a decimal point and groups of
/// three apart by a space (ISO 80000-1), in every language.
class Words
{
public:
    explicit Words(const ReportTexts &texts) : m_texts(texts) {}

    QString operator()(const char *source) const { return m_texts(source); }
    /// The sentence with %1, %2 ... replaced in one pass: what is put in is never searched for %1 again. Line
    /// breaks in it are shown as codes, so that a file name cannot pose as a second line.
    QString operator()(const char *source, const QStringList &values) const;
    /// A value that stands alone; "Not recorded." when empty.
    QString value(const QString &words) const;

    QString time(const QDateTime &time) const; ///< "2026-11-22, 23:54:55 UTC"
    QString count(qint64 number) const;
    QString distance(double distance) const; ///< three decimals
    QString place(const model::RelativeRect &box) const;
    QString eyes(const model::EyePoints &eyes) const;

    QString conclusion(model::Conclusion conclusion) const;
    QString grade(model::FaceQuality::Grade grade) const;
    QString quality(const model::FaceQuality &quality) const; ///< grade and reasons, whole sentences
    /// Each component with its value and grade, in one sentence; empty for records from before there were components.
    QString measures(const model::FaceQuality &quality) const;
    QString alignment(model::Alignment alignment) const;
    QString reason(const base::Error &error) const;

    // Of recordings and edits: editwords.cpp
    QString frame(qint64 number) const;
    QString edit(const model::Edit &edit) const; ///< with its parameters

    // Of the examination: examinationwords.cpp
    QString meaning(model::Conclusion conclusion) const; ///< what it says and what it does not
    QString component(model::Component component) const;
    QString visibility(model::Visibility visibility) const;
    QString finding(std::optional<model::Finding> finding) const; ///< "Not filled in" for a blank
    QString probeKind(model::ProbeKind kind) const;
    QString markKind(model::Mark::Kind kind) const;
    QString roles(model::Roles roles) const; ///< "Examiner, supervisor"
    QString rule(const QString &name) const; ///< that was overridden
    QString date(const QDate &date) const;
    /// What changed and from what to what, as model::differences names it.
    QString differenceOf(const QString &what) const;
    QString differenceValue(const QString &what, const QString &value) const;

private:
    QString qualityReason(const QString &reason) const;

    const ReportTexts &m_texts;
};

} // namespace likeness::report
