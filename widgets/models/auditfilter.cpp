// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/auditfilter.h"

#include "engine/audit/verbs.h"
#include "widgets/words/nametext.h"

#include <QHash>
#include <QJsonArray>
#include <QStringList>

#include <algorithm>

namespace likeness::models
{

namespace
{

constexpr qint64 pageSize = 1000;
constexpr qsizetype longestInLine = 48;

QString caption(QString key)
{
    key.replace(QLatin1Char('_'), QLatin1Char(' ')).replace(QLatin1Char('-'), QLatin1Char(' '));
    return key.left(1).toUpper() + key.mid(1);
}

QString plainText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 12);
    return QStringLiteral("-");
}

void addFacts(QList<QPair<QString, QString>> &facts, const QString &way, const QJsonValue &value)
{
    if (value.isObject()) {
        const auto object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            addFacts(facts,
                     way.isEmpty() ? caption(it.key()) : way + QStringLiteral(" › ") + caption(it.key()),
                     it.value());
    } else if (value.isArray()) {
        const auto array = value.toArray();
        const bool isPlain = std::none_of(array.begin(), array.end(),
                                          [](const auto &one) { return one.isObject() || one.isArray(); });
        if (!isPlain) {
            for (qsizetype i = 0; i < array.size(); ++i)
                addFacts(facts, QStringLiteral("%1 %2").arg(way).arg(i + 1), array.at(i));
            return;
        }
        QStringList all;
        for (const auto &one : array)
            all << plainText(one);
        facts.append({way, all.join(QStringLiteral(", "))});
    } else {
        facts.append({way, plainText(value)});
    }
}

} // namespace

AuditFilter::Group groupOf(const QString &verb)
{
    using Group = AuditFilter::Group;
    namespace v = audit::verbs;
    static const QHash<QString, Group> groups{
        {v::agencyCreated, Group::Accounts},
        {v::accountAdded, Group::Accounts},
        {v::accountChanged, Group::Accounts},
        {v::passwordChanged, Group::Accounts},
        {v::profileInstalled, Group::Accounts},
        {v::signedIn, Group::Accounts},
        {v::signInFailed, Group::Accounts},
        {v::signedOut, Group::Accounts},
        {v::lockedIdle, Group::Accounts},
        {v::evidenceAdded, Group::Evidence},
        {v::evidenceRefused, Group::Evidence},
        {v::evidenceViewed, Group::Evidence},
        {v::evidenceFoundChanged, Group::Evidence},
        {v::facesFound, Group::Evidence},
        {v::recordingViewed, Group::Evidence},
        {v::scanStarted, Group::Evidence},
        {v::scanKept, Group::Evidence},
        {v::scanStopped, Group::Evidence},
        {v::scanClosed, Group::Evidence},
        {v::trackChosen, Group::Evidence},
        {v::derivationMade, Group::Evidence},
        {v::derivationViewed, Group::Evidence},
        {v::frameExported, Group::Evidence},
        {v::regionDrawn, Group::Evidence},
        {v::regionRemoved, Group::Evidence},
        {v::regionRestored, Group::Evidence},
        {v::probeMade, Group::Evidence},
        {v::searchMade, Group::Searches},
        {v::searchRefused, Group::Searches},
        {v::candidatesViewed, Group::Searches},
        {v::weakerCandidatesOpened, Group::Searches},
        {v::candidateSetAside, Group::Searches},
        {v::candidateTakenBack, Group::Searches},
        {v::gallerySearched, Group::Searches},
        {v::nullResultNoted, Group::Searches},
        {v::ruleOverridden, Group::Searches},
        {v::candidateCompared, Group::Examination},
        {v::conclusionNoted, Group::Examination},
        {v::analysisSigned, Group::Examination},
        {v::comparisonEdited, Group::Examination},
        {v::examinationSigned, Group::Examination},
        {v::verificationRequested, Group::Examination},
        {v::verificationTaken, Group::Examination},
        {v::verificationGivenBack, Group::Examination},
        {v::verificationSigned, Group::Examination},
        {v::verificationSent, Group::Examination},
        {v::adjudicationSigned, Group::Examination},
        {v::auditExported, Group::Exports},
        {v::disclosureExported, Group::Exports},
        {v::reportExported, Group::Exports},
        {v::statisticsExported, Group::Exports},
        {v::galleryCreated, Group::Galleries},
        {v::portraitEnrolled, Group::Galleries},
        {v::enrolmentFinished, Group::Galleries},
        {v::cohortDrawn, Group::Galleries},
    };
    return groups.value(verb, Group::Keeping);
}

bool AuditFilter::accepts(const model::AuditEntry &entry) const
{
    if (group != Group::All && groupOf(entry.act.verb) != group)
        return false;
    if (from && entry.time < *from)
        return false;
    if (!actor.isEmpty() && !entry.actor.contains(actor, Qt::CaseInsensitive))
        return false;
    if (text.isEmpty())
        return true;
    const auto has = [this](const QString &where) { return where.contains(text, Qt::CaseInsensitive); };
    return has(entry.act.verb) || has(words::actDone(entry.act.verb)) || has(entry.actor) ||
           has(entry.act.subject) || has(detailLine(entry.act.details));
}

base::Result<AuditFound> findEntries(const AuditReader &read, qint64 length, const AuditFilter &filter,
                                     qint64 atMost, base::Progress &progress)
{
    AuditFound found;
    for (qint64 end = length; end > 0;) {
        if (progress.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, filter.text);
        const qint64 from = std::max<qint64>(1, end - pageSize + 1);
        auto page = read(from, end - from + 1);
        if (!page)
            return tl::unexpected(page.error());
        for (auto entry = page->rbegin(); entry != page->rend(); ++entry) {
            if (!filter.accepts(*entry))
                continue;
            if (qint64(found.entries.size()) == atMost) {
                found.isCutOff = true;
                return found;
            }
            found.entries.push_back(std::move(*entry));
        }
        end = from - 1;
        progress.report(length - end, length);
    }
    return found;
}

QList<QPair<QString, QString>> detailFacts(const QJsonObject &details)
{
    QList<QPair<QString, QString>> facts;
    addFacts(facts, {}, details);
    return facts;
}

QString detailLine(const QJsonObject &details)
{
    QStringList parts;
    for (const auto &[name, value] : detailFacts(details))
        parts << QStringLiteral("%1: %2").arg(
            name, value.size() > longestInLine ? value.left(longestInLine) + QChar(0x2026) : value);
    return parts.join(QStringLiteral("; "));
}

} // namespace likeness::models
