// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/statistics.h"

#include "engine/audit/verbs.h"
#include "engine/base/canonicaljson.h"
#include "engine/base/digest.h"
#include "engine/casework/fileexport.h"
#include "engine/casework/partprogress.h"
#include "engine/casework/permission.h"
#include "engine/policy/examinationrules.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace likeness::casework
{

namespace verbs = audit::verbs;
using base::ErrorCode;
using store::WorkstationStore;

namespace
{

constexpr qint64 entriesAtOnce = 1000;

/// Every entry of the year, whatever keeps the chain.
template <class Store, class Visit>
base::Outcome entriesOf(const Store &store, int year, Visit visit)
{
    const auto head = store.auditHead();
    if (!head)
        return tl::unexpected(head.error());
    for (qint64 from = 1; from <= head->count; from += entriesAtOnce) {
        const auto entries = store.auditEntries(from, entriesAtOnce);
        if (!entries)
            return tl::unexpected(entries.error());
        for (const model::AuditEntry &entry : *entries)
            if (entry.time.toUTC().date().year() == year)
                visit(entry);
    }
    return {};
}

/// What the records say about the verifications and adjudications that were signed in the year.
void addOutcomes(YearStatistics &figures, const model::CaseContents &contents, const QSet<QString> &verified,
                 const QSet<QString> &adjudicated)
{
    for (const model::VerificationRequest &request : contents.verificationRequests) {
        const policy::Standing now = policy::standing(contents, request.search, request.candidate);
        if (verified.contains(request.id.value()) && now.verification) {
            const bool agreed = now.state == policy::Standing::State::Agreed;
            ++(agreed ? figures.agreements : figures.disagreements);
        }
        const bool decidedNow = now.adjudication ? adjudicated.contains(request.id.value())
                                                 : verified.contains(request.id.value());
        figures.leads += decidedNow && now.isLead();
    }
}

base::Result<YearStatistics> figuresOf(const store::CaseStore &file, const model::CaseContents &contents,
                                       int year)
{
    YearStatistics figures;
    const std::map<QString, qint64 *> counted{{verbs::evidenceAdded, &figures.evidenceItems},
                                              {verbs::searchMade, &figures.searches},
                                              {verbs::searchRefused, &figures.refusedSearches},
                                              {verbs::nullResultNoted, &figures.nullResults},
                                              {verbs::examinationSigned, &figures.examinations},
                                              {verbs::conclusionNoted, &figures.examinations},
                                              {verbs::verificationSigned, &figures.verifications},
                                              {verbs::adjudicationSigned, &figures.adjudications},
                                              {verbs::ruleOverridden, &figures.overrides},
                                              {verbs::reportExported, &figures.reports},
                                              {verbs::disclosureExported, &figures.disclosures}};
    QSet<QString> verified, adjudicated;
    LIKENESS_TRY(entriesOf(file, year, [&](const model::AuditEntry &entry) {
        figures.cases = 1;
        const QString &verb = entry.act.verb;
        if (const auto known = counted.find(verb); known != counted.end())
            ++*known->second;
        if (verb == verbs::examinationSigned || verb == verbs::conclusionNoted)
            ++figures.conclusions[entry.act.details["conclusion"].toString()];
        if (verb == verbs::verificationSigned)
            verified.insert(entry.act.subject);
        if (verb == verbs::adjudicationSigned)
            adjudicated.insert(entry.act.details["verification"].toString());
    }));
    addOutcomes(figures, contents, verified, adjudicated);
    return figures;
}

/// The figures of one remembered case; an error for one that cannot be counted.
base::Result<YearStatistics> figuresOf(const Workstation &workstation,
                                       const WorkstationStore::Remembered &remembered, int year,
                                       base::Progress &progress)
{
    const auto file = store::CaseStore::open(remembered.folder, workstation.actor(), workstation.clock(),
                                             store::AccessWanted::Read);
    if (!file)
        return tl::unexpected(file.error());
    const auto contents = (*file)->contents();
    if (!contents)
        return tl::unexpected(contents.error());
    if (!remembered.id.isEmpty() && contents->file.id.value() != remembered.id)
        return base::fail(ErrorCode::NotFound, remembered.folder, QStringLiteral("another case"));
    PartProgress inner(progress);
    const auto verified = (*file)->verifyAudit(inner);
    if (!verified)
        return tl::unexpected(verified.error());
    LIKENESS_TRY((*file)->holdsAgainst(remembered.heads));
    if (contents->file.training != workstation.isTraining())
        return YearStatistics();
    return figuresOf(**file, *contents, year);
}

/// Every figure but the year, in the order of the header.
std::vector<std::pair<QString, qint64>> figuresByName(const YearStatistics &s)
{
    std::vector<std::pair<QString, qint64>> list{{"cases", s.cases},
                                                 {"evidence_items", s.evidenceItems},
                                                 {"searches", s.searches},
                                                 {"refused_searches", s.refusedSearches},
                                                 {"null_results", s.nullResults},
                                                 {"examinations", s.examinations}};
    for (const auto &[name, count] : s.conclusions)
        list.push_back({QStringLiteral("conclusion_") + QString(name).replace(u'-', u'_'), count});
    const std::vector<std::pair<QString, qint64>> rest{{"verifications", s.verifications},
                                                       {"agreements", s.agreements},
                                                       {"disagreements", s.disagreements},
                                                       {"adjudications", s.adjudications},
                                                       {"leads", s.leads},
                                                       {"overrides", s.overrides},
                                                       {"reports", s.reports},
                                                       {"disclosures", s.disclosures},
                                                       {"failed_sign_ins", s.failedSignIns},
                                                       {"cases_unreadable", s.casesUnreadable}};
    list.insert(list.end(), rest.begin(), rest.end());
    return list;
}

void add(YearStatistics &sum, const YearStatistics &one)
{
    for (const auto figure :
         {&YearStatistics::cases, &YearStatistics::evidenceItems, &YearStatistics::searches,
          &YearStatistics::nullResults, &YearStatistics::examinations, &YearStatistics::verifications,
          &YearStatistics::agreements, &YearStatistics::disagreements, &YearStatistics::adjudications,
          &YearStatistics::leads, &YearStatistics::overrides, &YearStatistics::refusedSearches,
          &YearStatistics::reports, &YearStatistics::disclosures})
        sum.*figure += one.*figure;
    for (const auto &[name, count] : one.conclusions)
        sum.conclusions[name] += count;
}

} // namespace

QJsonObject toJson(const YearStatistics &statistics)
{
    QJsonObject figures;
    for (const auto &[name, number] : figuresByName(statistics))
        figures[name] = number;
    return {{"format", "likeness-statistics-1"}, {"year", statistics.year}, {"figures", figures}};
}

QByteArray toCsv(const YearStatistics &statistics)
{
    QByteArray csv = "figure,number\r\nyear," + QByteArray::number(statistics.year) + "\r\n";
    for (const auto &[name, number] : figuresByName(statistics))
        csv += name.toLatin1() + ',' + QByteArray::number(number) + "\r\n";
    return csv;
}

base::Result<YearStatistics> statisticsOf(const Workstation &workstation, int year, base::Progress &progress)
{
    const QString subject = QString::number(year);
    LIKENESS_TRY(requireAllowed(workstation, policy::Deed::SeeStatistics, subject));
    const auto cases = workstation.record().remembered(WorkstationStore::Kind::Case);
    if (!cases)
        return tl::unexpected(cases.error());
    YearStatistics sum;
    sum.year = year;
    for (const auto conclusion : {model::Conclusion::SupportSameSource, model::Conclusion::Inconclusive,
                                  model::Conclusion::SupportDifferentSource, model::Conclusion::NotSuitable})
        sum.conclusions[model::conclusionName(conclusion)] = 0;
    qint64 done = 0;
    for (const WorkstationStore::Remembered &each : *cases) {
        progress.report(done++, qint64(cases->size()));
        if (progress.isCancelled())
            return base::fail(ErrorCode::Cancelled, subject);
        const auto figures = figuresOf(workstation, each, year, progress);
        if (figures)
            add(sum, *figures);
        else if (figures.error().code == ErrorCode::Cancelled)
            return tl::unexpected(figures.error());
        else
            ++sum.casesUnreadable;
    }
    LIKENESS_TRY(entriesOf(workstation.record(), year, [&](const model::AuditEntry &entry) {
        sum.failedSignIns += entry.act.verb == verbs::signInFailed;
    }));
    progress.report(done, done);
    return sum;
}

base::Outcome exportStatistics(const Workstation &workstation, const YearStatistics &statistics,
                               const QString &path)
{
    LIKENESS_TRY(requireAllowed(workstation, policy::Deed::SeeStatistics, path));
    const bool csv = QFileInfo(path).suffix().compare(QLatin1String("csv"), Qt::CaseInsensitive) == 0;
    const QByteArray bytes = csv ? toCsv(statistics) : base::canonicalJson(toJson(statistics));
    const auto minisig =
        workstation.signFile(bytes, QStringLiteral("likeness statistics of %1").arg(statistics.year));
    if (!minisig)
        return tl::unexpected(minisig.error());
    return writeEntered(workstation, {{path, bytes}, {path + QStringLiteral(".minisig"), *minisig}},
                        {verbs::statisticsExported,
                         QFileInfo(path).fileName(),
                         {{"year", statistics.year}, {"sha256", base::sha256(bytes)}}});
}

} // namespace likeness::casework
