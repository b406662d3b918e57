// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/rate.h"
#include "engine/model/casefile.h"
#include "engine/model/gallery.h"

namespace likeness::words
{

/// The reader's words for the values of engine/model. Short phrases, no full stop, unless said. Any thread.
QString phrase(model::EnrolOutcome outcome);
QString phrase(model::FaceQuality::Grade grade);
QString phrase(model::Conclusion conclusion);
QString phrase(model::Alignment alignment);
/// For a verb of engine/audit/verbs.h: what was done. An unknown verb comes back as is.
QString actDone(const QString &verb);
/// For Operation::kind: "intake", "enrolment", "search". An unknown kind comes back as is.
QString operationKind(const QString &kind);

/// How far a batch is: "412 of 3,993 · 14 a second · about 4 minutes left"; what is not known yet is left
/// out.
QString batchProgress(qint64 done, qint64 total, const base::Rate &rate);

/// Stands with every conclusion and on every page of a report, word for word.
QString leadOnly();
/// Stands everywhere until accounts exist: "TRAINING - NOT FOR CASEWORK".
QString training();

} // namespace likeness::words
