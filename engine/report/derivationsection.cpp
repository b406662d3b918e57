// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that edits made of the evidence: what was done, in order, and the hash of what came out.
#include "engine/report/sections.h"

namespace likeness::report
{

namespace
{

void writeDerivation(SectionWriter &to, const model::Derivation &made)
{
    to.subheading(to.derivationName(made.id) + QStringLiteral(": ") + to.evidenceName(made.evidence));
    std::vector<std::vector<Content>> rows;
    for (const model::Edit &edit : made.edits)
        rows.push_back({{text(QString::number(rows.size() + 1), small)}, {text(to.words.edit(edit), small)}});
    to.flow.table({{to.words(QT_TRANSLATE_NOOP("report", "No.")), false, true},
                   {to.words(QT_TRANSLATE_NOOP("report", "Edit and its parameters")), true}},
                  rows);
    SectionWriter::Facts facts;
    if (made.frame)
        facts.push_back({QT_TRANSLATE_NOOP("report", "Frame"), to.plain(to.words.frame(*made.frame))});
    facts.push_back({QT_TRANSLATE_NOOP("report", "Result"),
                     {text(QStringLiteral("%1 × %2").arg(made.width).arg(made.height), {9})}});
    facts.push_back({QT_TRANSLATE_NOOP("report", "SHA-256 of its pixels"), {hash(made.sha256)}});
    facts.push_back({QT_TRANSLATE_NOOP("report", "Made"),
                     {text(to.words.time(made.created), {9}), text(to.who(made.createdBy), quiet, 2)}});
    to.writeFacts(facts);
}

} // namespace

void writeDerivations(SectionWriter &to)
{
    if (to.contents.derivations.empty())
        return;
    to.heading(QT_TRANSLATE_NOOP("report", "Edited pictures"), "derivations");
    to.flow.paragraph(to.words(QT_TRANSLATE_NOOP(
                          "report", "Each was made of the evidence by the edits below, in this order, and by "
                                    "nothing else. The evidence stays as it is. The same edits give the same "
                                    "pixels on every computer; the hash is compared whenever the picture is "
                                    "opened. No edit adds what is not in the evidence.")),
                      {9, false, colours::quiet}, 8, true);
    for (const model::Derivation &made : to.contents.derivations)
        writeDerivation(to, made);
}

} // namespace likeness::report
