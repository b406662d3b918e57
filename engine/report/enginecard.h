// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/report/reporttexts.h"

#include <QJsonObject>

#include <vector>

namespace likeness::report
{

/// The engine card: what this engine is bad at, and how that is known. Here and nowhere else; the window, every report
/// and the manual show these texts, which are marked for translation.
///
/// What stands here must be true of this engine or be said of the algorithms that were tested; what was measured with
/// this program names the command that prints it, and what was not measured says so.
struct EngineLimit {
    const char *id;       ///< for programs: "children"
    const char *limit;    ///< one sentence that anybody understands
    const char *evidence; ///< on what that is based, and whether it was measured here
    const char *source;   ///< documents, or the command
};

/// In the order in which they are shown.
const std::vector<EngineLimit> &engineLimits();
/// That no independent body has evaluated the engine, and what the card is made of.
extern const char *const engineCardHeading;
extern const char *const notEvaluated;
extern const char *const engineCardIntroduction;

/// {"not_evaluated": sentence, "limits": [{"id", "limit", "evidence", "source"}]}, in English.
QJsonObject engineCardObject();
/// The card as Markdown for the manual, without a heading.
QString engineCardMarkdown(const ReportTexts &texts);

} // namespace likeness::report
