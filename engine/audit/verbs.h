// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The verbs of all audit entries. Renaming one breaks the reading of old chains.
namespace likeness::audit::verbs
{

// Case chain
inline const QString caseCreated = QStringLiteral("case-created");
inline const QString caseOpened = QStringLiteral("case-opened");
inline const QString evidenceAdded = QStringLiteral("evidence-added");
inline const QString evidenceRefused = QStringLiteral("evidence-refused");
inline const QString evidenceViewed = QStringLiteral("evidence-viewed");
inline const QString evidenceFoundChanged = QStringLiteral("evidence-found-changed");
inline const QString facesFound = QStringLiteral("faces-found");
inline const QString regionDrawn = QStringLiteral("region-drawn");
inline const QString regionRemoved = QStringLiteral("region-removed");
inline const QString regionRestored = QStringLiteral("region-restored");
inline const QString probeMade = QStringLiteral("probe-made");
inline const QString searchMade = QStringLiteral("search-made");
inline const QString candidatesViewed = QStringLiteral("candidates-viewed");
inline const QString candidateCompared = QStringLiteral("candidate-compared");
inline const QString candidateSetAside = QStringLiteral("candidate-set-aside");
inline const QString candidateTakenBack = QStringLiteral("candidate-taken-back");
inline const QString conclusionNoted = QStringLiteral("conclusion-noted");
inline const QString reportExported = QStringLiteral("report-exported");

// Gallery chain
inline const QString galleryCreated = QStringLiteral("gallery-created");
inline const QString portraitEnrolled = QStringLiteral("portrait-enrolled");
inline const QString enrolmentFinished = QStringLiteral("enrolment-finished");
inline const QString gallerySearched = QStringLiteral("gallery-searched");

// All chains
inline const QString operationStarted = QStringLiteral("operation-started");
inline const QString operationFinished = QStringLiteral("operation-finished");
inline const QString operationInterrupted = QStringLiteral("operation-interrupted");
inline const QString schemaUpgraded = QStringLiteral("schema-upgraded");

// Workstation chain
inline const QString programStarted = QStringLiteral("program-started");
inline const QString caseHeadSeen = QStringLiteral("case-head-seen");
inline const QString galleryHeadSeen = QStringLiteral("gallery-head-seen");

} // namespace likeness::audit::verbs
