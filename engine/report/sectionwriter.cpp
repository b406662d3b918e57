// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/sections.h"

namespace likeness::report {

QImage imageOf(const base::Picture &picture)
{
    if (picture.isNull())
        return {};
    const auto format =
        picture.format() == base::Picture::Format::Grey ? QImage::Format_Grayscale8 : QImage::Format_RGB888;
    return QImage(picture.line(0), picture.width(), picture.height(), picture.bytesPerLine(), format);
}

SectionWriter::SectionWriter(const CaseReport &caseReport, const Words &reportWords, PageFlow &pageFlow)
    : report(caseReport), contents(caseReport.contents), words(reportWords), flow(pageFlow)
{
    const auto number = [](auto &numbers, const auto &records) {
        for (const auto &record : records)
            numbers.insert(record.id.value(), int(numbers.size()) + 1);
    };
    number(m_evidence, contents.evidence);
    number(m_probes, contents.probes);
    number(m_searches, contents.searches);
    // Made once: the PDF keeps one copy of a picture that is shown several times.
    for (const auto &pictures : report.probePictures)
        m_probePictures.insert(pictures.probe.value(), {imageOf(pictures.evidence), imageOf(pictures.chip)});
    for (const auto &portrait : report.portraitPictures)
        m_portraits.insert(portrait.portrait.value(), imageOf(portrait.picture));
}

QString SectionWriter::evidenceName(const model::EvidenceId &id) const
{
    for (const model::EvidenceItem &item : contents.evidence)
        if (item.id == id)
            return words(QT_TRANSLATE_NOOP("report", "Evidence %1, %2"),
                         {QString::number(evidenceNumber(id)), item.fileName});
    return words(QT_TRANSLATE_NOOP("report", "Evidence that is not in this case"));
}

const model::Search *SectionWriter::search(const model::SearchId &id) const
{
    const int number = searchNumber(id);
    return number ? &contents.searches[size_t(number - 1)] : nullptr;
}

const model::Examination *SectionWriter::lastExamination(const model::SearchId &search,
                                                         const model::PortraitId &portrait) const
{
    const model::Examination *last = nullptr;
    for (const model::Examination &examination : contents.examinations)
        if (examination.search == search && examination.portrait == portrait)
            last = &examination;
    return last;
}

bool SectionWriter::isSetAside(const model::CandidateDecision &decision) const
{
    const model::CandidateDecision *last = nullptr;
    for (const model::CandidateDecision &other : contents.decisions)
        if (other.search == decision.search && other.portrait == decision.portrait)
            last = &other;
    return last == &decision && decision.setAside;
}

QImage SectionWriter::evidencePicture(const model::ProbeId &id) const
{
    return m_probePictures.value(id.value()).first;
}

QImage SectionWriter::chip(const model::ProbeId &id) const
{
    return m_probePictures.value(id.value()).second;
}

QImage SectionWriter::portrait(const model::PortraitId &id) const
{
    return m_portraits.value(id.value());
}

QString SectionWriter::whyMissing(const QStringList &hashes) const
{
    for (const QString &sha256 : hashes)
        for (const auto &missing : report.missing)
            if (missing.what == sha256)
                return words.reason(missing.why);
    return words(QT_TRANSLATE_NOOP("report", "This picture was not put into the report."));
}

void SectionWriter::heading(const char *title, const char *mark)
{
    flow.space(20);
    RowLook look;
    look.below = 4;
    look.rule = colours::accent;
    look.keepWithNext = true;
    look.mark = QString::fromLatin1(mark);
    flow.row({{page::bodyWidth, {text(words(title), {14, true, colours::accent})}}}, look);
    look = {};
    look.above = 8;
    look.keepWithNext = true;
    flow.row({}, look);
}

void SectionWriter::subheading(const QString &title)
{
    flow.space(8);
    RowLook look;
    look.below = 6;
    look.keepWithNext = true;
    flow.row({{page::bodyWidth, {text(title, {11, true})}}}, look);
}

void SectionWriter::facts(const Facts &facts)
{
    constexpr double labelWidth = 128;
    for (size_t i = 0; i < facts.size(); ++i) {
        const auto &[label, value] = facts[i];
        RowLook look;
        look.above = look.below = 3.5;
        look.rule = colours::rule;
        look.keepWithNext = i + 1 < facts.size();
        flow.row({{labelWidth, {text(words(label), {9, false, colours::quiet})}},
                  {page::bodyWidth - labelWidth - 8, value}},
                 look);
    }
    flow.space(12);
}

Content SectionWriter::plain(const QString &value) const
{
    return {text(words.value(value), {9})};
}

void SectionWriter::box(const QString &bold, const QString &sentence, bool dark)
{
    RowLook look;
    look.above = look.below = 8;
    look.fill = dark ? colours::ink : colours::fill;
    look.bar = dark ? colours::ink : colours::accent;
    const QColor colour = dark ? QColor(Qt::white) : colours::ink;
    const Content content{text(bold, {dark ? 13.0 : 9.0, true, colour}),
                          text(sentence, {9, false, colour}, 3)};
    flow.row({{page::bodyWidth - 16, content}}, look);
    flow.space(12);
}

} // namespace likeness::report
