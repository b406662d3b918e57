// SPDX-License-Identifier: GPL-3.0-or-later
// What a program needs to check the report: the policy profile, keys, signed records and their hashes.
#include "engine/report/sections.h"

namespace likeness::report
{

namespace
{

void writeProfile(SectionWriter &to)
{
    const CaseReport::PolicyProfile &profile = to.report.profile;
    to.subheading(to.words(QT_TRANSLATE_NOOP("report", "Policy profile")));
    if (profile.name.isEmpty()) {
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP("report", "No policy profile was in force.")), {9});
        return;
    }
    SectionWriter::Facts facts{
        {QT_TRANSLATE_NOOP("report", "Name and version"),
         to.plain(to.words(QT_TRANSLATE_NOOP("report", "%1, version %2"), {profile.name, profile.version}))},
        {QT_TRANSLATE_NOOP("report", "In force"),
         to.plain(to.words(QT_TRANSLATE_NOOP("report", "%1 to %2"),
                           {to.words.date(profile.validFrom), to.words.date(profile.validUntil)}))},
        {QT_TRANSLATE_NOOP("report", "What it sets"),
         to.plain(to.words(QT_TRANSLATE_NOOP("report",
                                             "Longest candidate list: %1. Portraits that a verifier gets: "
                                             "%2."),
                           {QString::number(profile.listLimit), QString::number(profile.lineup)}))},
    };
    if (!profile.sha256.isEmpty())
        facts.push_back({QT_TRANSLATE_NOOP("report", "SHA-256 of the file"), {hash(profile.sha256)}});
    if (!profile.key.isEmpty())
        facts.push_back({QT_TRANSLATE_NOOP("report", "Key that signed it"), {hash(profile.key)}});
    to.writeFacts(facts);
}

void writeKeys(SectionWriter &to)
{
    to.subheading(to.words(QT_TRANSLATE_NOOP("report", "Keys")));
    std::vector<std::vector<Content>> rows;
    if (!to.report.agencyKey.isEmpty())
        rows.push_back({{text(to.words(QT_TRANSLATE_NOOP("report", "Root of the agency's accounts")), small)},
                        {hash(to.report.agencyKey)}});
    for (const model::Account &account : to.report.accounts)
        if (!account.key.isEmpty())
            rows.push_back({{text(to.who(account.name), small)}, {hash(account.key)}});
    if (rows.empty()) {
        to.flow.paragraph(
            to.words(QT_TRANSLATE_NOOP("report", "There are no accounts, and so there are no keys.")), {9});
        return;
    }
    to.flow.table({{to.words(QT_TRANSLATE_NOOP("report", "Whose")), false, false, 150},
                   {to.words(QT_TRANSLATE_NOOP("report", "Ed25519 public key")), true}},
                  rows);
}

QString nameOf(const SectionWriter &to, const CaseFacts::Record &record)
{
    using Kind = CaseFacts::Record::Kind;
    switch (record.kind) {
    case Kind::Analysis: {
        const auto &analysis = *static_cast<const model::Analysis *>(record.record);
        return to.words(QT_TRANSLATE_NOOP("report", "Analysis of probe %1"),
                        {QString::number(to.probeNumber(analysis.probe))});
    }
    case Kind::Override: {
        const auto &override = *static_cast<const model::Override *>(record.record);
        return to.words(QT_TRANSLATE_NOOP("report", "Override for probe %1"),
                        {QString::number(to.probeNumber(override.probe))});
    }
    case Kind::Examination: {
        const auto &examination = *static_cast<const model::Examination *>(record.record);
        return to.words(QT_TRANSLATE_NOOP("report", "Examination. %1"),
                        {to.candidateName(examination.search, examination.portrait)});
    }
    case Kind::VerificationRequest: {
        const auto &request = *static_cast<const model::VerificationRequest *>(record.record);
        return to.words(QT_TRANSLATE_NOOP("report", "Verification asked for. %1"),
                        {to.candidateName(request.search, request.candidate)});
    }
    case Kind::VerificationResult: {
        const auto &result = *static_cast<const model::VerificationResult *>(record.record);
        const auto *const request = to.facts.request(result.request);
        return to.words(QT_TRANSLATE_NOOP("report", "Verification. %1"),
                        {request ? to.candidateName(request->search, request->candidate)
                                 : to.words.value(result.request.value())});
    }
    case Kind::Adjudication: {
        const auto &adjudication = *static_cast<const model::Adjudication *>(record.record);
        const auto *const request = to.facts.request(adjudication.request);
        return to.words(QT_TRANSLATE_NOOP("report", "Adjudication. %1"),
                        {request ? to.candidateName(request->search, request->candidate)
                                 : to.words.value(adjudication.request.value())});
    }
    case Kind::NullResult: {
        const auto &result = *static_cast<const model::NullResult *>(record.record);
        return to.words(QT_TRANSLATE_NOOP("report", "Null result of search %1"),
                        {QString::number(to.searchNumber(result.search))});
    }
    }
    return {};
}

void writeSignedRecords(SectionWriter &to)
{
    to.subheading(to.words(QT_TRANSLATE_NOOP("report", "Records and signatures")));
    if (to.facts.records().empty()) {
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP("report", "There is no record that could be signed.")),
                          {9});
        return;
    }
    to.flow.paragraph(
        to.words(QT_TRANSLATE_NOOP(
            "report", "Each record is a JSON document that stands in full in the report's JSON file; of a "
                      "locked record only the hash is told. The first hash is the SHA-256 of the document "
                      "in canonical form (RFC 8785); the signature is Ed25519 over the same bytes.")),
        {9}, 8, true);
    std::vector<std::vector<Content>> rows;
    int number = 0;
    for (const CaseFacts::Record &record : to.facts.records()) {
        const model::Signature &signature = record.signature;
        Content content{text(nameOf(to, record), smallBold)};
        if (record.locked)
            content.push_back(text(
                to.words(QT_TRANSLATE_NOOP("report", "%1. Locked."), {to.words.time(record.time)}), quiet));
        else
            content.push_back(text(
                signature.isSigned()
                    ? to.words(QT_TRANSLATE_NOOP("report", "%1. Signed by %2."),
                               {to.words.time(record.time), to.who(signature.account)})
                    : to.words(QT_TRANSLATE_NOOP("report", "%1. Not signed."), {to.words.time(record.time)}),
                quiet));
        content.push_back(hash(record.sha256, 3));
        if (signature.isSigned() && !record.locked)
            content.push_back(hash(signature.value, 2));
        rows.push_back({{text(QString::number(++number), small)}, content});
    }
    to.flow.table({{to.words(QT_TRANSLATE_NOOP("report", "No.")), false, true},
                   {to.words(QT_TRANSLATE_NOOP("report", "Record, SHA-256 and signature")), true}},
                  rows);
}

} // namespace

void writeRecords(SectionWriter &to)
{
    writeProfile(to);
    writeKeys(to);
    writeSignedRecords(to);
}

} // namespace likeness::report
