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
inline const QString recordingViewed = QStringLiteral("recording-viewed");
inline const QString scanStarted = QStringLiteral("scan-started");
inline const QString scanKept = QStringLiteral("scan-kept"); ///< how far it came, in between
inline const QString scanStopped = QStringLiteral("scan-stopped");
inline const QString scanClosed = QStringLiteral("scan-closed");
inline const QString trackChosen = QStringLiteral("track-chosen");
inline const QString frameExported = QStringLiteral("frame-exported");
inline const QString regionDrawn = QStringLiteral("region-drawn");
inline const QString regionRemoved = QStringLiteral("region-removed");
inline const QString regionRestored = QStringLiteral("region-restored");
inline const QString derivationMade = QStringLiteral("derivation-made");
inline const QString derivationViewed = QStringLiteral("derivation-viewed");
inline const QString probeMade = QStringLiteral("probe-made");
inline const QString searchMade = QStringLiteral("search-made");
inline const QString searchRefused = QStringLiteral("search-refused");
inline const QString weakerCandidatesOpened = QStringLiteral("weaker-candidates-opened");
inline const QString candidatesViewed = QStringLiteral("candidates-viewed");
inline const QString candidateCompared = QStringLiteral("candidate-compared");
inline const QString candidateSetAside = QStringLiteral("candidate-set-aside");
inline const QString candidateTakenBack = QStringLiteral("candidate-taken-back");
inline const QString conclusionNoted = QStringLiteral("conclusion-noted");
inline const QString analysisSigned = QStringLiteral("analysis-signed");
inline const QString ruleOverridden = QStringLiteral("rule-overridden");
inline const QString comparisonEdited = QStringLiteral("comparison-edited");
inline const QString examinationSigned = QStringLiteral("examination-signed");
inline const QString nullResultNoted = QStringLiteral("null-result-noted");
inline const QString verificationRequested = QStringLiteral("verification-requested");
inline const QString verificationTaken = QStringLiteral("verification-taken");
inline const QString verificationGivenBack = QStringLiteral("verification-given-back");
inline const QString verificationSigned = QStringLiteral("verification-signed");
inline const QString verificationSent = QStringLiteral("verification-sent");
inline const QString adjudicationSigned = QStringLiteral("adjudication-signed");
inline const QString auditViewed = QStringLiteral("audit-viewed");
inline const QString auditExported = QStringLiteral("audit-exported");
inline const QString disclosureExported = QStringLiteral("disclosure-exported");
inline const QString reportExported = QStringLiteral("report-exported");

// Gallery chain
inline const QString galleryCreated = QStringLiteral("gallery-created");
inline const QString portraitEnrolled = QStringLiteral("portrait-enrolled");
inline const QString filesJudged = QStringLiteral("files-judged");
inline const QString portraitDescribed = QStringLiteral("portrait-described");
inline const QString rebuildFinished = QStringLiteral("rebuild-finished");
inline const QString versionServed = QStringLiteral("version-served");
inline const QString cohortDrawn = QStringLiteral("cohort-drawn");
inline const QString enrolmentFinished = QStringLiteral("enrolment-finished");
inline const QString gallerySearched = QStringLiteral("gallery-searched");

// All chains
inline const QString headSigned = QStringLiteral("head-signed");
inline const QString operationStarted = QStringLiteral("operation-started");
inline const QString operationFinished = QStringLiteral("operation-finished");
inline const QString operationInterrupted = QStringLiteral("operation-interrupted");
inline const QString schemaUpgraded = QStringLiteral("schema-upgraded");

// Workstation chain
inline const QString programStarted = QStringLiteral("program-started");
inline const QString agencyCreated = QStringLiteral("agency-created");
inline const QString accountAdded = QStringLiteral("account-added");
inline const QString accountChanged = QStringLiteral("account-changed");
inline const QString passwordChanged = QStringLiteral("password-changed");
inline const QString profileInstalled = QStringLiteral("profile-installed");
inline const QString signedIn = QStringLiteral("signed-in");
inline const QString signInFailed = QStringLiteral("sign-in-failed");
inline const QString signedOut = QStringLiteral("signed-out");
inline const QString lockedIdle = QStringLiteral("locked-idle");
inline const QString evaluationMade = QStringLiteral("evaluation-made");
inline const QString statisticsExported = QStringLiteral("statistics-exported");
inline const QString caseRefused = QStringLiteral("case-refused");
inline const QString caseHeadSeen = QStringLiteral("case-head-seen");
inline const QString galleryHeadSeen = QStringLiteral("gallery-head-seen");

/// Acts that write a signed record. Its time counts, so the store refuses them (ClockChanged) while the clock
/// stands more than clockToleranceMs before the last entry of the chain; every other act is entered with the
/// time as the clock says it.
inline bool isSigned(const QString &verb)
{
    return verb == analysisSigned || verb == examinationSigned || verb == conclusionNoted ||
           verb == nullResultNoted || verb == ruleOverridden || verb == verificationRequested ||
           verb == verificationSigned || verb == adjudicationSigned;
}
inline constexpr int clockToleranceMs = 2 * 60 * 1000;

} // namespace likeness::audit::verbs

/// Keys of details that every verifier knows.
namespace likeness::audit::details
{

/// The seals of the records that an act wrote (FORMAT.md). Entered by the store.
inline const QString records = QStringLiteral("records");

} // namespace likeness::audit::details
