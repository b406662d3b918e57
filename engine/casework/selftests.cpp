// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/selftests.h"

#include "engine/audit/verbs.h"
#include "engine/casework/evaluating.h"
#include "engine/casework/evaluationgroups.h"
#include "engine/casework/partprogress.h"
#include "engine/casework/permission.h"
#include "engine/match/evaluationcurves.h"
#include "engine/match/groupevaluation.h"

#include <algorithm>
#include <cmath>

namespace likeness::casework
{

using base::ErrorCode;
using model::MeasuredRow;
using model::SelfTest;

namespace
{

template <class Rates, class Figures>
std::vector<MeasuredRow> rowsOf(const Rates &rates, const Figures &ours, const Figures &plain)
{
    std::vector<MeasuredRow> rows;
    for (size_t i = 0; i < rates.size(); ++i)
        rows.push_back({double(rates[i]), ours[i], plain[i]});
    return rows;
}

/// Three digits are more than a curve shows, and the entry stays short.
double rounded(double value)
{
    if (!std::isfinite(value) || value == 0)
        return value;
    const double step = std::pow(10, std::floor(std::log10(std::abs(value))) - 3);
    // Through text, so that what is entered has no tail of digits.
    return QString::number(std::round(value / step) * step, 'g', 4).toDouble();
}

model::MeasuredCurve curveOf(const std::vector<match::CurvePoint> &points)
{
    model::MeasuredCurve curve;
    for (const match::CurvePoint &point : points) {
        curve.x.push_back(rounded(point.x));
        curve.y.push_back(rounded(point.y.value));
        curve.low.push_back(rounded(point.y.low));
        curve.high.push_back(rounded(point.y.high));
    }
    if (curve.low == curve.y && curve.high == curve.y)
        curve.low.clear(), curve.high.clear();
    return curve;
}

void addGroups(SelfTest &test, const DescribedFolder &faces, const IdentificationEvaluation &made,
               const GroupList &list)
{
    using Figures = match::IdentificationFigures;
    const PersonGroups groups = groupsOf(faces, list);
    test.hasGroups = true;
    test.withoutGroup = groups.withoutGroup;
    for (const match::GroupFigures &group : match::groupFigures(faces.ours, groups.groupOf, made.ours, made.plain))
        test.groups.push_back({group.name, group.persons, group.mated, group.nonMated,
                               rowsOf(Figures::ranks, group.ours.rank, group.plain.rank),
                               rowsOf(Figures::rates, group.ours.fnir, group.plain.fnir),
                               rowsOf(Figures::rates, group.ours.fpir, group.plain.fpir)});
}

base::Outcome measureIdentification(SelfTest &test, const DescribedFolder &faces, const SelfTestPlan &plan,
                                    const GroupList &groups, base::Progress &progress)
{
    using Figures = match::IdentificationFigures;
    const auto made = evaluateIdentification(faces, progress);
    if (!made)
        return tl::unexpected(made.error());
    test.gallery = made->ours.gallery;
    test.mated = qint64(made->ours.mated.size());
    test.nonMated = qint64(made->ours.nonMated.size());
    test.labelErrors = made->labelErrors;
    test.rank = rowsOf(Figures::ranks, made->figures.ours.rank, made->figures.plain.rank);
    test.fnir = rowsOf(Figures::rates, made->figures.ours.fnir, made->figures.plain.fnir);
    test.rank1ErrorRatio = made->figures.rank1ErrorRatio;
    test.fnirRatios.assign(made->figures.fnirRatio.begin(), made->figures.fnirRatio.end());
    if (!plan.groupsFile.isEmpty())
        addGroups(test, faces, *made, groups);
    if (progress.isCancelled())
        return base::fail(ErrorCode::Cancelled, plan.images);
    test.oursDet = curveOf(match::bandedDet(faces.ours, made->ours));
    test.plainDet = curveOf(match::bandedDet(faces.plain, made->plain));
    test.oursRank = curveOf(match::bandedRanks(faces.ours, made->ours));
    test.plainRank = curveOf(match::bandedRanks(faces.plain, made->plain));
    return {};
}

base::Outcome measureVerification(SelfTest &test, const DescribedFolder &faces, const SelfTestPlan &plan,
                                  base::Progress &progress)
{
    const auto made = evaluateVerification(faces, plan.pairsFile, progress);
    if (!made)
        return tl::unexpected(made.error());
    test.samePairs = made->same;
    test.otherPairs = made->others;
    test.listedPairs = made->listed;
    test.missingPairs = made->missing;
    test.fnmr = rowsOf(match::VerificationFigures::rates, made->figures.ours.fnmr, made->figures.plain.fnmr);
    test.fnmrRatios.assign(made->figures.fnmrRatio.begin(), made->figures.fnmrRatio.end());
    test.accuracy = {0, model::foldAccuracyFigure(made->ours.mean, made->ours.standardError),
                     model::foldAccuracyFigure(made->plain.mean, made->plain.standardError)};
    test.oursStandardError = made->ours.standardError;
    test.plainStandardError = made->plain.standardError;
    test.oursDet = curveOf(made->oursDet);
    test.plainDet = curveOf(made->plainDet);
    return {};
}

QJsonObject settingsObject(const face::DescriberSettings &settings)
{
    return {{"mirror", settings.mirror}, {"sizes", settings.sizes}, {"projected", settings.projected}};
}

} // namespace

base::Result<MadeSelfTest> runSelfTest(const Workstation &workstation, const SelfTestPlan &plan,
                                       base::Progress &progress)
{
    LIKENESS_TRY(requireAllowed(workstation, policy::Deed::EvaluateEngine, plan.images));
    GroupList groups;
    if (!plan.groupsFile.isEmpty()) {
        auto read = readGroupList(plan.groupsFile);
        if (!read)
            return tl::unexpected(read.error());
        groups = std::move(*read);
    }
    const auto settings = face::DescriberSettings::shipped();
    const auto faces = describedFolder(workstation, plan.images, settings, progress);
    if (!faces)
        return tl::unexpected(faces.error());
    const auto engine = workstation.engine();
    if (!engine)
        return tl::unexpected(engine.error());

    MadeSelfTest made;
    SelfTest &test = made.test;
    test.kind = plan.kind;
    test.engine = (*engine)->version(settings);
    test.persons = qint64(faces->ours.personCount());
    test.pictures = faces->files.size();
    test.withoutFace = faces->withoutFace.size();
    test.unreadable = faces->unreadable.size();
    PartProgress inner(progress); // the files are what takes the time, and what was reported
    LIKENESS_TRY(plan.kind == SelfTest::Kind::Identification
                     ? measureIdentification(test, *faces, plan, groups, inner)
                     : measureVerification(test, *faces, plan, progress));
    if (progress.isCancelled())
        return base::fail(ErrorCode::Cancelled, plan.images);
    made.figures = model::selfTestFigures(test);
    made.figures["settings"] = settingsObject(settings);
    made.figures["plain_settings"] = settingsObject({});
    made.figures["plain_engine"] = (*engine)->version({}).id();
    LIKENESS_TRY(enterEvaluation(workstation, model::selfTestKindName(plan.kind), made.figures));
    return made;
}

base::Result<std::vector<SelfTest>> latestSelfTests(const Workstation &workstation, base::Progress &progress)
{
    const store::WorkstationStore &record = workstation.record();
    const auto head = record.verifyAudit(progress);
    if (!head)
        return tl::unexpected(head.error());
    std::vector<SelfTest> tests;
    constexpr qint64 block = 256;
    for (qint64 end = head->count; end > 0 && tests.size() < 2; end -= block) {
        const qint64 from = std::max<qint64>(1, end - block + 1);
        const auto entries = record.auditEntries(from, end - from + 1);
        if (!entries)
            return tl::unexpected(entries.error());
        for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry) {
            if (entry->act.verb != audit::verbs::evaluationMade)
                continue;
            auto test = model::selfTestOf(entry->act.subject, entry->act.details);
            const bool isKnown = test && std::any_of(tests.begin(), tests.end(), [&](const SelfTest &each) {
                                     return each.kind == test->kind;
                                 });
            if (!test || isKnown)
                continue;
            test->entry = entry->number;
            test->time = entry->time;
            test->actor = entry->actor;
            tests.push_back(std::move(*test));
        }
    }
    std::sort(tests.begin(), tests.end(), [](const SelfTest &a, const SelfTest &b) { return a.kind < b.kind; });
    return tests;
}

} // namespace likeness::casework
