// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/words/nametext.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace likeness::words
{

namespace
{

class NameText
{
    Q_DECLARE_TR_FUNCTIONS(NameText)

public:
    using Table = QHash<QString, const char *>;
    static QString fromTable(const Table &table, const QString &key)
    {
        const char *source = table.value(key);
        return source ? tr(source) : key;
    }
};

} // namespace

QString phrase(model::EnrolOutcome outcome)
{
    using model::EnrolOutcome;
    switch (outcome) {
    case EnrolOutcome::Enrolled:
        return NameText::tr("Enrolled");
    case EnrolOutcome::NoFace:
        return NameText::tr("No face found");
    case EnrolOutcome::LowQuality:
        return NameText::tr("Quality too low");
    case EnrolOutcome::Duplicate:
        return NameText::tr("Enrolled before");
    case EnrolOutcome::Unreadable:
        break;
    }
    return NameText::tr("Could not be read");
}

QString phrase(model::FaceQuality::Grade grade)
{
    using Grade = model::FaceQuality::Grade;
    switch (grade) {
    case Grade::Suitable:
        return NameText::tr("Suitable");
    case Grade::Limited:
        return NameText::tr("Limited");
    case Grade::Unsuitable:
        break;
    }
    return NameText::tr("Unsuitable");
}

QString phrase(model::Conclusion conclusion)
{
    using model::Conclusion;
    switch (conclusion) {
    case Conclusion::SupportSameSource:
        return NameText::tr("Support for same source");
    case Conclusion::Inconclusive:
        return NameText::tr("Inconclusive");
    case Conclusion::SupportDifferentSource:
        return NameText::tr("Support for different source");
    case Conclusion::NotSuitable:
        break;
    }
    return NameText::tr("Not suitable");
}

QString phrase(model::Alignment alignment)
{
    return alignment == model::Alignment::ByHand ? NameText::tr("Aligned by hand")
                                                 : NameText::tr("Aligned automatically");
}

QString actDone(const QString &verb)
{
    static const NameText::Table table{
        {"case-created", QT_TRANSLATE_NOOP("NameText", "Case created")},
        {"case-opened", QT_TRANSLATE_NOOP("NameText", "Case opened")},
        {"evidence-added", QT_TRANSLATE_NOOP("NameText", "Evidence added")},
        {"evidence-refused", QT_TRANSLATE_NOOP("NameText", "Evidence refused")},
        {"evidence-viewed", QT_TRANSLATE_NOOP("NameText", "Evidence viewed")},
        {"evidence-found-changed", QT_TRANSLATE_NOOP("NameText", "Evidence found changed")},
        {"faces-found", QT_TRANSLATE_NOOP("NameText", "Faces looked for")},
        {"recording-viewed", QT_TRANSLATE_NOOP("NameText", "Recording viewed")},
        {"scan-started", QT_TRANSLATE_NOOP("NameText", "Scan started")},
        {"scan-kept", QT_TRANSLATE_NOOP("NameText", "Scan kept so far")},
        {"scan-stopped", QT_TRANSLATE_NOOP("NameText", "Scan stopped")},
        {"scan-closed", QT_TRANSLATE_NOOP("NameText", "Scan closed")},
        {"track-chosen", QT_TRANSLATE_NOOP("NameText", "Track chosen")},
        {"frame-exported", QT_TRANSLATE_NOOP("NameText", "Frame exported")},
        {"region-drawn", QT_TRANSLATE_NOOP("NameText", "Region drawn")},
        {"region-removed", QT_TRANSLATE_NOOP("NameText", "Region removed")},
        {"region-restored", QT_TRANSLATE_NOOP("NameText", "Region restored")},
        {"derivation-made", QT_TRANSLATE_NOOP("NameText", "Derivation made")},
        {"derivation-viewed", QT_TRANSLATE_NOOP("NameText", "Derivation viewed")},
        {"probe-made", QT_TRANSLATE_NOOP("NameText", "Probe made")},
        {"search-made", QT_TRANSLATE_NOOP("NameText", "Search made")},
        {"search-refused", QT_TRANSLATE_NOOP("NameText", "Search refused")},
        {"candidates-viewed", QT_TRANSLATE_NOOP("NameText", "Candidates viewed")},
        {"weaker-candidates-opened", QT_TRANSLATE_NOOP("NameText", "Weaker candidates opened")},
        {"candidate-compared", QT_TRANSLATE_NOOP("NameText", "Candidate compared")},
        {"candidate-set-aside", QT_TRANSLATE_NOOP("NameText", "Candidate set aside")},
        {"candidate-taken-back", QT_TRANSLATE_NOOP("NameText", "Candidate taken back")},
        {"conclusion-noted", QT_TRANSLATE_NOOP("NameText", "Conclusion noted")},
        {"analysis-signed", QT_TRANSLATE_NOOP("NameText", "Analysis signed")},
        {"rule-overridden", QT_TRANSLATE_NOOP("NameText", "Rule overridden")},
        {"comparison-edited", QT_TRANSLATE_NOOP("NameText", "Comparison edited")},
        {"examination-signed", QT_TRANSLATE_NOOP("NameText", "Examination signed")},
        {"null-result-noted", QT_TRANSLATE_NOOP("NameText", "Search noted as leading nowhere")},
        {"verification-requested", QT_TRANSLATE_NOOP("NameText", "Verification asked for")},
        {"verification-taken", QT_TRANSLATE_NOOP("NameText", "Verification taken on")},
        {"verification-given-back", QT_TRANSLATE_NOOP("NameText", "Verification given back")},
        {"verification-signed", QT_TRANSLATE_NOOP("NameText", "Verification signed")},
        {"verification-sent", QT_TRANSLATE_NOOP("NameText", "Verification sent as a packet")},
        {"adjudication-signed", QT_TRANSLATE_NOOP("NameText", "Disagreement settled")},
        {"audit-viewed", QT_TRANSLATE_NOOP("NameText", "Record viewed")},
        {"audit-exported", QT_TRANSLATE_NOOP("NameText", "Record exported")},
        {"disclosure-exported", QT_TRANSLATE_NOOP("NameText", "Disclosure packet exported")},
        {"head-signed", QT_TRANSLATE_NOOP("NameText", "Head signed")},
        {"agency-created", QT_TRANSLATE_NOOP("NameText", "Agency file made")},
        {"account-added", QT_TRANSLATE_NOOP("NameText", "Account added")},
        {"account-changed", QT_TRANSLATE_NOOP("NameText", "Account changed")},
        {"password-changed", QT_TRANSLATE_NOOP("NameText", "Password changed")},
        {"profile-installed", QT_TRANSLATE_NOOP("NameText", "Policy profile installed")},
        {"signed-in", QT_TRANSLATE_NOOP("NameText", "Signed in")},
        {"sign-in-failed", QT_TRANSLATE_NOOP("NameText", "Sign-in refused")},
        {"signed-out", QT_TRANSLATE_NOOP("NameText", "Signed out")},
        {"locked-idle", QT_TRANSLATE_NOOP("NameText", "Locked after idling")},
        {"cohort-drawn", QT_TRANSLATE_NOOP("NameText", "Persons drawn that distances are normalised against")},
        {"evaluation-made", QT_TRANSLATE_NOOP("NameText", "Engine evaluated on pictures of known people")},
        {"statistics-exported", QT_TRANSLATE_NOOP("NameText", "Statistics exported")},
        {"case-refused", QT_TRANSLATE_NOOP("NameText", "Case refused")},
        {"report-exported", QT_TRANSLATE_NOOP("NameText", "Report exported")},
        {"gallery-created", QT_TRANSLATE_NOOP("NameText", "Gallery created")},
        {"portrait-enrolled", QT_TRANSLATE_NOOP("NameText", "Portrait enrolled")},
        {"files-judged", QT_TRANSLATE_NOOP("NameText", "Files looked at")},
        {"portrait-described", QT_TRANSLATE_NOOP("NameText", "Portrait described anew")},
        {"rebuild-finished", QT_TRANSLATE_NOOP("NameText", "Rebuilding the gallery ended")},
        {"version-served", QT_TRANSLATE_NOOP("NameText", "Gallery moved to another engine version")},
        {"enrolment-finished", QT_TRANSLATE_NOOP("NameText", "Enrolment finished")},
        {"gallery-searched", QT_TRANSLATE_NOOP("NameText", "Gallery searched")},
        {"operation-started", QT_TRANSLATE_NOOP("NameText", "Work started")},
        {"operation-finished", QT_TRANSLATE_NOOP("NameText", "Work finished")},
        {"operation-interrupted", QT_TRANSLATE_NOOP("NameText", "Unfinished work found")},
        {"schema-upgraded", QT_TRANSLATE_NOOP("NameText", "Record upgraded")},
        {"program-started", QT_TRANSLATE_NOOP("NameText", "Program started")},
        {"case-head-seen", QT_TRANSLATE_NOOP("NameText", "Case seen")},
        {"gallery-head-seen", QT_TRANSLATE_NOOP("NameText", "Gallery seen")},
    };
    return NameText::fromTable(table, verb);
}

QString batchProgress(qint64 done, qint64 total, const base::Rate &rate)
{
    const QLocale locale;
    QStringList parts{NameText::tr("%1 of %2").arg(locale.toString(done), locale.toString(total))};
    if (const auto perSecond = rate.perSecond())
        parts += NameText::tr("%1 a second").arg(locale.toString(*perSecond, 'f', *perSecond < 10 ? 1 : 0));
    if (const auto seconds = rate.secondsLeft(total); seconds && done < total) {
        const int minutes = int((*seconds + 30) / 60);
        parts += *seconds < 60 ? NameText::tr("less than a minute left")
                 : minutes < 90
                     ? NameText::tr("about %n minute(s) left", nullptr, minutes)
                     : NameText::tr("about %n hour(s) left", nullptr, int((*seconds + 1800) / 3600));
    }
    return parts.join(QStringLiteral(" · "));
}

QString operationKind(const QString &kind)
{
    static const NameText::Table table{
        {"intake", QT_TRANSLATE_NOOP("NameText", "Adding evidence")},
        {"enrolment", QT_TRANSLATE_NOOP("NameText", "Enrolling portraits")},
        {"rebuild", QT_TRANSLATE_NOOP("NameText", "Rebuilding the gallery")},
        {"search", QT_TRANSLATE_NOOP("NameText", "Searching a gallery")},
        {"export", QT_TRANSLATE_NOOP("NameText", "Exporting files")},
    };
    return NameText::fromTable(table, kind);
}

QString leadOnly()
{
    return NameText::tr("INVESTIGATIVE LEAD ONLY - NOT AN IDENTIFICATION, NOT PROBABLE CAUSE FOR ARREST");
}

QString training()
{
    return NameText::tr("TRAINING - NOT FOR CASEWORK");
}

} // namespace likeness::words
