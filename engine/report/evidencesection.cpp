// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/sections.h"

namespace likeness::report
{

namespace
{

Content pixels(const SectionWriter &to, const model::EvidenceItem &item)
{
    Content content{text(QStringLiteral("%1 × %2").arg(item.width).arg(item.height), small)};
    if (item.isVideo())
        content.push_back(
            text(to.words(QT_TRANSLATE_NOOP("report", "Frames: %1"), {to.words.count(item.frames)}), quiet));
    return content;
}

} // namespace

void writeEvidence(SectionWriter &to)
{
    to.heading(QT_TRANSLATE_NOOP("report", "Evidence"), "evidence");
    if (to.contents.evidence.empty()) {
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP("report", "No evidence was added.")));
        return;
    }
    to.flow.paragraph(to.words(QT_TRANSLATE_NOOP(
                          "report", "Each file was copied into the case unchanged. Its SHA-256 is worked out "
                                    "again whenever it is opened; a file that changed is refused.")),
                      {9, false, colours::quiet}, 8, true);
    std::vector<std::vector<Content>> rows;
    for (const model::EvidenceItem &item : to.contents.evidence)
        rows.push_back({{text(QString::number(to.evidenceNumber(item.id)), small)},
                        {text(to.words.value(item.fileName), smallBold), text(item.mediaType, quiet),
                         hash(item.sha256, 2)},
                        {text(to.words.count(item.bytes), small)},
                        pixels(to, item),
                        {text(to.words.time(item.added), small), text(to.who(item.addedBy), quiet)}});
    to.flow.table({{to.words(QT_TRANSLATE_NOOP("report", "No.")), false, true},
                   {to.words(QT_TRANSLATE_NOOP("report", "File name, kind and SHA-256")), true},
                   {to.words(QT_TRANSLATE_NOOP("report", "Bytes")), false, true},
                   {to.words(QT_TRANSLATE_NOOP("report", "Pixels")), false, true},
                   {to.words(QT_TRANSLATE_NOOP("report", "Added when, by whom")), false}},
                  rows);
}

} // namespace likeness::report
