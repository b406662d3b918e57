// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/casefacts.h"

#include "engine/base/canonicaljson.h"
#include "engine/base/digest.h"

#include <algorithm>

namespace likeness::report
{

namespace
{

/// The last record that the question fits; null when there is none.
template <class List, class Fits>
auto last(const List &list, Fits fits) -> const typename List::value_type *
{
    const auto found = std::find_if(list.rbegin(), list.rend(), fits);
    return found == list.rend() ? nullptr : &*found;
}

} // namespace

CaseFacts::CaseFacts(const CaseReport &report) : m_report(report), m_contents(report.contents)
{
    const auto add = [this](Record::Kind kind, const auto &record, bool locked) {
        const QJsonObject document = model::toJson(record);
        m_records.push_back({kind, &record, record.time, document,
                             base::sha256(base::canonicalJson(document)), record.signature, locked});
    };
    for (const model::Analysis &analysis : m_contents.analyses)
        add(Record::Kind::Analysis, analysis, false);
    for (const model::Override &override : m_contents.overrides)
        add(Record::Kind::Override, override, false);
    for (const model::Examination &examination : m_contents.examinations)
        add(Record::Kind::Examination, examination, isLocked(examination));
    for (const model::VerificationRequest &request : m_contents.verificationRequests)
        add(Record::Kind::VerificationRequest, request, isLocked(request));
    for (const model::VerificationResult &result : m_contents.verificationResults)
        add(Record::Kind::VerificationResult, result, isLocked(result.request));
    for (const model::Adjudication &adjudication : m_contents.adjudications)
        add(Record::Kind::Adjudication, adjudication, isLocked(adjudication.request));
    for (const model::NullResult &result : m_contents.nullResults)
        add(Record::Kind::NullResult, result, false);
    std::stable_sort(m_records.begin(), m_records.end(),
                     [](const Record &a, const Record &b) { return a.time < b.time; });
}

const model::Search *CaseFacts::search(const model::SearchId &id) const
{
    return last(m_contents.searches, [&](const auto &each) { return each.id == id; });
}

const model::Probe *CaseFacts::probe(const model::ProbeId &id) const
{
    return last(m_contents.probes, [&](const auto &each) { return each.id == id; });
}

const model::Candidate *CaseFacts::candidate(const model::SearchId &in,
                                             const model::PortraitId &portrait) const
{
    const model::Search *const found = search(in);
    return found ? last(found->candidates, [&](const auto &each) { return each.portrait == portrait; })
                 : nullptr;
}

const model::VerificationRequest *CaseFacts::request(const model::VerificationId &id) const
{
    return last(m_contents.verificationRequests, [&](const auto &each) { return each.id == id; });
}

const model::VerificationResult *CaseFacts::result(const model::VerificationId &request) const
{
    return last(m_contents.verificationResults, [&](const auto &each) { return each.request == request; });
}

const model::Adjudication *CaseFacts::adjudication(const model::VerificationId &request) const
{
    return last(m_contents.adjudications, [&](const auto &each) { return each.request == request; });
}

const model::NullResult *CaseFacts::nullResult(const model::SearchId &search) const
{
    return last(m_contents.nullResults, [&](const auto &each) { return each.search == search; });
}

const model::Examination *CaseFacts::lastExamination(const model::SearchId &search,
                                                     const model::PortraitId &portrait) const
{
    return last(m_contents.examinations,
                [&](const auto &each) { return each.search == search && each.portrait == portrait; });
}

bool CaseFacts::isSetAside(const model::SearchId &search, const model::PortraitId &portrait) const
{
    const auto *const decision = last(m_contents.decisions, [&](const auto &each) {
        return each.search == search && each.portrait == portrait;
    });
    return decision && decision->setAside;
}

bool CaseFacts::isWithheld(const model::SearchId &search) const
{
    return std::find(m_contents.withheld.begin(), m_contents.withheld.end(), search) !=
           m_contents.withheld.end();
}

const CaseReport::Memory *CaseFacts::memory(const model::SearchId &search,
                                            const model::PersonId &person) const
{
    return last(m_report.memories, [&](const auto &each) {
        return each.search == search && each.person == person && (each.excluded || each.setAside);
    });
}

CaseReport::Standing CaseFacts::standing(const model::SearchId &search,
                                         const model::PortraitId &portrait) const
{
    CaseReport::Standing found;
    found.search = search;
    found.portrait = portrait;
    if (const auto *const given = last(m_report.standings, [&](const auto &each) {
            return each.search == search && each.portrait == portrait;
        }))
        found = *given;
    if (found.state == CaseReport::Standing::State::NotExamined && lastExamination(search, portrait))
        found.state = CaseReport::Standing::State::Examined;
    return found;
}

bool CaseFacts::isLocked(const model::Examination &examination) const
{
    return standing(examination.search, examination.portrait).isLocked();
}

bool CaseFacts::isLocked(const model::VerificationRequest &request) const
{
    return standing(request.search, request.candidate).isLocked();
}

bool CaseFacts::isLocked(const model::VerificationId &id) const
{
    const model::VerificationRequest *const asked = request(id);
    return asked && isLocked(*asked);
}

int CaseFacts::recordNumber(const void *record) const
{
    const auto found = std::find_if(m_records.begin(), m_records.end(),
                                    [&](const Record &each) { return each.record == record; });
    return found == m_records.end() ? 0 : int(found - m_records.begin()) + 1;
}

} // namespace likeness::report
