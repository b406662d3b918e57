// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/sections.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace likeness::report
{

namespace
{

void writeAudit(SectionWriter &to)
{
    const model::AuditHead &head = to.report.auditHead;
    to.subheading(to.words(QT_TRANSLATE_NOOP("report", "Audit chain")));
    SectionWriter::Facts rows{
        {QT_TRANSLATE_NOOP("report", "Entries so far"), to.plain(to.words.count(head.count))},
        {QT_TRANSLATE_NOOP("report", "SHA-256 of the last one"), {hash(head.hash)}},
        {QT_TRANSLATE_NOOP("report", "For likeness-verify"),
         {text(QStringLiteral("%1:%2").arg(head.count).arg(head.hash), {7.5})}}};

    const CaseReport::SignedHead &last = to.report.signedHead;
    if (last.signature.isSigned()) {
        rows.push_back({QT_TRANSLATE_NOOP("report", "Signed head"),
                        {text(to.words(QT_TRANSLATE_NOOP("report", "%1, by %2"),
                                       {to.words.time(last.time), to.who(last.signature.account)}),
                              {9}),
                         text(to.words(QT_TRANSLATE_NOOP("report", "Entry number %1"),
                                       {to.words.count(last.document["count"].toInteger())}),
                              quiet, 2),
                         hash(last.document["hash"].toString(), 2)}});
        rows.push_back(
            {QT_TRANSLATE_NOOP("report", "Its signature (Ed25519)"), {hash(last.signature.value)}});
        rows.push_back({QT_TRANSLATE_NOOP("report", "Key"), {hash(last.signature.key)}});
    } else {
        rows.push_back({QT_TRANSLATE_NOOP("report", "Signed head"),
                        to.plain(to.words(QT_TRANSLATE_NOOP("report", "The head was not signed.")))});
    }
    to.writeFacts(rows);
    to.flow.paragraph(
        to.words(QT_TRANSLATE_NOOP(
                     "report",
                     "Everything that is done in a case is an entry in its audit chain, and each entry holds "
                     "the hash of the one before. Entry number %1 must have the hash above; the entries "
                     "after it, that of this export among them, came later. Whoever has this page can tell "
                     "whether entries were cut off or rewritten since."),
                 {to.words.count(head.count)}),
        body);
}

void writeHowToCheck(SectionWriter &to)
{
    to.subheading(to.words(QT_TRANSLATE_NOOP("report", "How to check")));
    static const char *const steps[] = {
        QT_TRANSLATE_NOOP(
            "report",
            "1. Run the program likeness-verify with the case folder, on any computer, and give it the head "
            "below (--head) and this report's JSON file (--report). It names every evidence file "
            "that changed, every audit entry that was removed, changed or moved, and whether the "
            "report agrees with the case."),
        QT_TRANSLATE_NOOP("report",
                          "2. Compare the SHA-256 of each evidence file with the one in this report; any "
                          "program that works out SHA-256 will do."),
        QT_TRANSLATE_NOOP("report",
                          "3. Check the signatures of the records below with the keys below; the documents "
                          "stand in the report's JSON file. The forms are published, so that nobody has to "
                          "trust the program that made them."),
        QT_TRANSLATE_NOOP("report",
                          "4. Make sure that the keys are the agency's: ask for the root key on another way "
                          "than the one on which this report came."),
    };
    for (const char *const step : steps)
        to.flow.paragraph(to.words(step), body, 4);
}

void writeHashes(SectionWriter &to)
{
    to.subheading(to.words(QT_TRANSLATE_NOOP("report", "Hashes")));
    std::vector<std::vector<Content>> rows;
    const auto add = [&](const QString &what, const QString &sha256) {
        rows.push_back({{text(what, small)}, {hash(sha256)}});
    };
    for (const model::EvidenceItem &item : to.contents.evidence)
        add(to.words(QT_TRANSLATE_NOOP("report", "Evidence %1, the file"),
                     {QString::number(to.evidenceNumber(item.id))}),
            item.sha256);
    for (const model::Derivation &made : to.contents.derivations)
        add(to.words(QT_TRANSLATE_NOOP("report", "%1, its pixels"), {to.derivationName(made.id)}),
            made.sha256);
    for (const model::Probe &probe : to.contents.probes)
        add(to.words(QT_TRANSLATE_NOOP("report", "Probe %1, the face's pixels"),
                     {QString::number(to.probeNumber(probe.id))}),
            probe.chipSha256);
    QSet<model::PortraitId> told;
    const auto addPortrait = [&](const model::SearchId &search, const model::PortraitId &portrait) {
        const model::Candidate *const candidate = to.facts.candidate(search, portrait);
        if (!candidate || told.contains(portrait))
            return;
        told.insert(portrait);
        add(to.words(QT_TRANSLATE_NOOP("report", "Portrait of %1, the file"),
                     {to.words.value(candidate->personReference)}),
            candidate->portraitSha256);
    };
    for (const model::Examination &examination : to.contents.examinations)
        addPortrait(examination.search, examination.portrait);
    for (const model::VerificationRequest &request : to.contents.verificationRequests)
        if (!to.facts.isLocked(request))
            for (const model::LineupPortrait &portrait : request.lineup)
                addPortrait(request.search, portrait.portrait);
    for (const model::Search &search : to.contents.searches)
        add(to.words(QT_TRANSLATE_NOOP("report", "Search %1, the gallery snapshot"),
                     {QString::number(to.searchNumber(search.id))}),
            search.gallerySnapshot);
    if (rows.empty()) {
        to.flow.paragraph(
            to.words(QT_TRANSLATE_NOOP("report", "There is nothing to hash in this case yet.")));
        return;
    }
    to.flow.paragraph(
        to.words(QT_TRANSLATE_NOOP("report", "The portraits of all others that were listed stand with "
                                             "their hashes in the candidate lists.")),
        {9, false, colours::quiet}, 8, true);
    to.flow.table({{to.words(QT_TRANSLATE_NOOP("report", "Of what")), false, false, 150},
                   {to.words(QT_TRANSLATE_NOOP("report", "SHA-256")), true}},
                  rows);
}

void writeEngines(SectionWriter &to)
{
    to.subheading(to.words(QT_TRANSLATE_NOOP("report", "Engines and models")));
    std::vector<model::EngineVersion> engines;
    const auto add = [&](const model::EngineVersion &engine) {
        if (std::find(engines.begin(), engines.end(), engine) == engines.end())
            engines.push_back(engine);
    };
    for (const model::Probe &probe : to.contents.probes)
        add(probe.engine);
    for (const model::Search &search : to.contents.searches)
        add(search.engine);
    if (engines.empty())
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP("report", "No engine was used.")));
    for (const model::EngineVersion &engine : engines)
        to.writeFacts(
            {{QT_TRANSLATE_NOOP("report", "Name"), to.plain(engine.name)},
             {QT_TRANSLATE_NOOP("report", "Version"), to.plain(engine.id())},
             {QT_TRANSLATE_NOOP("report", "Code that ran"), to.plain(engine.path)},
             {QT_TRANSLATE_NOOP("report", "Options"),
              engine.options.isEmpty() ? to.plain(to.words(QT_TRANSLATE_NOOP("report", "None.")))
                                       : to.plain(engine.options)},
             {QT_TRANSLATE_NOOP("report", "Face finder, SHA-256"), {hash(engine.finderSha256)}},
             {QT_TRANSLATE_NOOP("report", "Face points, SHA-256"), {hash(engine.landmarksSha256)}},
             {QT_TRANSLATE_NOOP("report", "Face describer, SHA-256"), {hash(engine.describerSha256)}}});
}

/// Values nested in objects and lists become "Exif / DateTime".
void flatten(const QJsonValue &value, const QString &name, std::vector<std::pair<QString, QString>> &out)
{
    const auto under = [&name](const QString &part) {
        return name.isEmpty() ? part : name + QStringLiteral(" / ") + part;
    };
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            flatten(it.value(), under(it.key()), out);
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            flatten(array.at(i), under(QString::number(i + 1)), out);
    } else {
        out.push_back({name, value.toVariant().toString()});
    }
}

void writeMetadata(SectionWriter &to)
{
    constexpr qsizetype longest = 300;
    bool shortened = false;
    for (const model::EvidenceItem &item : to.contents.evidence) {
        std::vector<std::pair<QString, QString>> values;
        flatten(item.metadata, {}, values);
        if (values.empty())
            continue;
        to.subheading(
            to.words(QT_TRANSLATE_NOOP("report", "Metadata as found: %1"), {to.evidenceName(item.id)}));
        std::vector<std::vector<Content>> rows;
        for (auto &[name, value] : values) {
            if (value.size() > longest) {
                shortened = true;
                value = value.left(longest) + QStringLiteral(" ...");
            }
            rows.push_back({{text(to.words.value(name), small)}, {text(to.words.value(value), small)}});
        }
        to.flow.table({{to.words(QT_TRANSLATE_NOOP("report", "Field")), false, false, 200},
                       {to.words(QT_TRANSLATE_NOOP("report", "Value")), true}},
                      rows);
    }
    if (shortened)
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP(
            "report", "Long values end in three dots here; the report's JSON file holds them in full.")));
}

void writeTerms(SectionWriter &to)
{
    to.subheading(to.words(QT_TRANSLATE_NOOP("report", "Words used")));
    to.writeFacts({
        {QT_TRANSLATE_NOOP("report", "Probe"),
         to.plain(to.words(
             QT_TRANSLATE_NOOP("report", "A face in the evidence that a person chose for searching.")))},
        {QT_TRANSLATE_NOOP("report", "Gallery, portrait"),
         to.plain(to.words(QT_TRANSLATE_NOOP(
             "report", "The collection of known persons that was searched, and one photograph in it.")))},
        {QT_TRANSLATE_NOOP("report", "Candidate"),
         to.plain(to.words(QT_TRANSLATE_NOOP(
             "report",
             "A person of the gallery whose portrait is near the probe: a lead, never an identification.")))},
        {QT_TRANSLATE_NOOP("report", "Template, distance"),
         to.plain(to.words(QT_TRANSLATE_NOOP("report",
                                             "The engine's description of a face as 128 numbers, and how far "
                                             "apart two of them are. A distance is not a probability.")))},
        {QT_TRANSLATE_NOOP("report", "SHA-256"),
         to.plain(to.words(QT_TRANSLATE_NOOP(
             "report", "A check number of a file: it changes as soon as a single bit of the file does.")))},
    });
}

void writeSignatures(SectionWriter &to)
{
    to.subheading(to.words(QT_TRANSLATE_NOOP("report", "Signatures")));
    const auto line = [&to](const QString &words, bool last) {
        RowLook look;
        look.above = 36;
        look.rule = colours::quiet;
        look.keepWithNext = true;
        to.flow.row({}, look);
        look = {};
        look.above = 3;
        look.keepWithNext = !last;
        to.flow.row({{page::bodyWidth, {text(words, quiet)}}}, look);
    };
    line(to.words(QT_TRANSLATE_NOOP("report", "Made by %1: place, date, signature"),
                  {to.who(to.report.madeBy)}),
         false);
    line(to.words(QT_TRANSLATE_NOOP("report", "Reviewed by: name, place, date, signature")), true);
}

} // namespace

void writeMissing(SectionWriter &to)
{
    to.heading(QT_TRANSLATE_NOOP("report", "Missing pictures"), "missing");
    if (to.report.missing.empty()) {
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP("report", "No picture is missing.")));
        return;
    }
    std::vector<std::vector<Content>> rows;
    for (const CaseReport::MissingPicture &missing : to.report.missing) {
        Content why{
            text(to.words.reason(missing.why), small),
            text(base::errorCodeName(missing.why.code) +
                     (missing.why.subject.isEmpty() ? QString() : QStringLiteral(": ") + missing.why.subject),
                 quiet)};
        if (!missing.why.detail.isEmpty())
            why.push_back(text(missing.why.detail, quiet));
        rows.push_back({{hash(missing.what)}, why});
    }
    to.flow.table({{to.words(QT_TRANSLATE_NOOP("report", "SHA-256 of the picture or its file")), true},
                   {to.words(QT_TRANSLATE_NOOP("report", "Why it is not shown")), true}},
                  rows);
}

void writeAppendix(SectionWriter &to)
{
    to.heading(QT_TRANSLATE_NOOP("report", "Appendix: how to check this report"), "appendix");
    writeHowToCheck(to);
    writeAudit(to);
    writeHashes(to);
    writeEngines(to);
    writeRecords(to);
    writeMetadata(to);
    writeTerms(to);
    writeSignatures(to);
}

} // namespace likeness::report
