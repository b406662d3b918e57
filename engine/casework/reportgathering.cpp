// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/reportgathering.h"

#include "engine/audit/signedhead.h"
#include "engine/audit/verbs.h"
#include "engine/casework/selftests.h"
#include "engine/base/digest.h"
#include "engine/crypto/minisign.h"
#include "engine/policy/examinationrules.h"

#include <QFile>
#include <QSet>

#include <algorithm>

namespace likeness::casework
{

namespace
{

using Standing = report::CaseReport::Standing;

Standing::State stateOf(policy::Standing::State state)
{
    switch (state) {
    case policy::Standing::State::NotExamined:
        return Standing::State::NotExamined;
    case policy::Standing::State::Examined:
        return Standing::State::Examined;
    case policy::Standing::State::AwaitingVerification:
        return Standing::State::AwaitingVerification;
    case policy::Standing::State::Agreed:
        return Standing::State::Agreed;
    case policy::Standing::State::Disagreed:
        return Standing::State::Disagreed;
    case policy::Standing::State::Adjudicated:
        break;
    }
    return Standing::State::Adjudicated;
}

void addStandings(report::CaseReport &report)
{
    const model::CaseContents &contents = report.contents;
    for (const model::Search &search : contents.searches)
        for (const model::Candidate &candidate : search.candidates) {
            const policy::Standing standing = policy::standing(contents, search.id, candidate.portrait);
            if (standing.state != policy::Standing::State::NotExamined)
                report.standings.push_back({search.id, candidate.portrait, stateOf(standing.state),
                                            standing.outcome, standing.isLead(), standing.isExcluded()});
            policy::Memory memory = policy::memoryOf(contents, candidate.person, search.id);
            if (memory.excluded || memory.setAside)
                report.memories.push_back({search.id, candidate.person, memory.excluded, memory.setAside,
                                           std::move(memory.reasons), memory.since});
        }
}

/// Everybody who did something that the report shows.
QSet<QString> namedIn(const report::CaseReport &report)
{
    const model::CaseContents &contents = report.contents;
    QSet<QString> names{contents.file.createdBy, report.madeBy};
    const auto addActors = [&names](const auto &records) {
        for (const auto &record : records)
            names.insert(record.actor);
    };
    for (const model::EvidenceItem &item : contents.evidence)
        names.insert(item.addedBy);
    for (const model::Derivation &made : contents.derivations)
        names.insert(made.createdBy);
    addActors(contents.searches);
    addActors(contents.decisions);
    addActors(contents.examinations);
    addActors(contents.analyses);
    addActors(contents.verificationRequests);
    addActors(contents.verificationResults);
    addActors(contents.adjudications);
    addActors(contents.nullResults);
    addActors(contents.overrides);
    addActors(contents.listViews);
    addActors(report.selfTests);
    return names;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void addProfile(report::CaseReport &report, const Workstation &workstation)
{
    const auto profile = workstation.profile();
    if (!profile)
        return;
    const auto agency = workstation.agency();
    const bool own = agency && agency->hasOwnProfile();
    const QString path = own ? agency->folder() + QStringLiteral("/profile.json")
                             : QStringLiteral(":/likeness/policy/likeness-default.json");
    QStringList keys{shippedProfileKey()};
    if (own) {
        keys = {agency->rootKey()};
        for (const model::Account &account : agency->accounts())
            keys += account.key;
    }
    const QByteArray bytes = bytesOf(path);
    const auto signature =
        crypto::Minisign::verify(bytes, bytesOf(path + QStringLiteral(".minisig")), keys, path);
    report.profile = {profile->name,
                      profile->version,
                      profile->validFrom,
                      profile->validUntil,
                      base::sha256(bytes),
                      signature ? signature->publicKey : QString(),
                      profile->lineupPortraits,
                      profile->maximumLimit};
}

/// Looks back from the end, block by block: a head is signed every few entries.
base::Outcome addSignedHead(report::CaseReport &report, const store::CaseStore &store)
{
    constexpr qint64 block = 128;
    for (qint64 end = report.auditHead.count; end > 0; end -= block) {
        const qint64 from = std::max<qint64>(1, end - block + 1);
        const auto entries = store.auditEntries(from, end - from + 1);
        if (!entries)
            return tl::unexpected(entries.error());
        const auto found = std::find_if(entries->rbegin(), entries->rend(), [](const auto &entry) {
            return entry.act.verb == audit::verbs::headSigned;
        });
        if (found == entries->rend())
            continue;
        const QJsonObject &details = found->act.details;
        report.signedHead = {audit::headObject({details["count"].toInteger(), details["hash"].toString()}),
                             {found->actor, details["key"].toString(), details["signature"].toString()},
                             found->time};
        break;
    }
    return {};
}

/// A report without them is better than none, and says why.
void addSelfTests(report::CaseReport &report, const Workstation &workstation)
{
    base::Progress unheard;
    auto tests = latestSelfTests(workstation, unheard);
    if (tests)
        report.selfTests = std::move(*tests);
    else
        report.selfTestsUnread = tests.error();
}

} // namespace

base::Outcome addFacts(report::CaseReport &report, const Workstation &workstation,
                       const store::CaseStore &store)
{
    addStandings(report);
    addProfile(report, workstation);
    addSelfTests(report, workstation);
    if (const auto agency = workstation.agency(); agency && !report.training) {
        report.agency = agency->name();
        report.agencyKey = agency->rootKey();
        const QSet<QString> names = namedIn(report);
        for (const model::Account &account : agency->accounts())
            if (names.contains(account.name))
                report.accounts.push_back(account);
    }
    return addSignedHead(report, store);
}

model::RelativeRect headAround(const model::RelativeRect &face)
{
    constexpr double side = 0.25, above = 0.4, below = 0.25;
    const double left = std::max(0.0, face.x - side * face.width);
    const double top = std::max(0.0, face.y - above * face.height);
    return {left, top, std::min(1.0, face.right() + side * face.width) - left,
            std::min(1.0, face.bottom() + below * face.height) - top};
}

} // namespace likeness::casework
