// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace likeness::report
{

/// Turns an English source text into the reader's language. The English texts are marked for Qt Linguist
/// with QT_TRANSLATE_NOOP("report", ...) where they are used, as whole sentences with %1, %2 ... for what is
/// put in; the window and the command line pass QCoreApplication::translate("report", ...), tests may pass
/// the identity.
class ReportTexts
{
public:
    using Translate = std::function<QString(const char *source)>;
    explicit ReportTexts(Translate translate) : m_translate(std::move(translate)) {}
    QString operator()(const char *source) const { return m_translate(source); }

private:
    Translate m_translate;
};

/// Stand on every page of every report and in every record of one.
inline constexpr const char *leadSentence = QT_TRANSLATE_NOOP(
    "report", "INVESTIGATIVE LEAD ONLY - NOT AN IDENTIFICATION, NOT PROBABLE CAUSE FOR ARREST");
inline constexpr const char *trainingSentence = QT_TRANSLATE_NOOP("report", "TRAINING - NOT FOR CASEWORK");

} // namespace likeness::report
