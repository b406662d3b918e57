// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/sections.h"

#include "engine/report/markedpicture.h"

namespace likeness::report
{

QImage imageOf(const base::Picture &picture)
{
    if (picture.isNull())
        return {};
    const auto format =
        picture.format() == base::Picture::Format::Grey ? QImage::Format_Grayscale8 : QImage::Format_RGB888;
    return QImage(picture.line(0), picture.width(), picture.height(), picture.bytesPerLine(), format);
}

SectionWriter::SectionWriter(const CaseReport &caseReport, const Words &reportWords, PageFlow &pageFlow)
    : report(caseReport), contents(caseReport.contents), facts(caseReport), words(reportWords), flow(pageFlow)
{
    const auto number = [](auto &numbers, const auto &records) {
        for (const auto &record : records)
            numbers.insert(record.id.value(), int(numbers.size()) + 1);
    };
    number(m_evidence, contents.evidence);
    number(m_probes, contents.probes);
    number(m_searches, contents.searches);
    number(m_derivations, contents.derivations);
    // Made once: the PDF keeps one copy of a picture that is shown several times.
    for (const auto &pictures : report.probePictures)
        m_probePictures.insert(pictures.probe.value(), {imageOf(pictures.evidence), imageOf(pictures.chip)});
    for (const auto &portrait : report.portraitPictures)
        m_portraits.insert(portrait.portrait.value(), {imageOf(portrait.picture), portrait.box});
}

QString SectionWriter::evidenceName(const model::EvidenceId &id) const
{
    for (const model::EvidenceItem &item : contents.evidence)
        if (item.id == id)
            return words(QT_TRANSLATE_NOOP("report", "Evidence %1, %2"),
                         {QString::number(evidenceNumber(id)), item.fileName});
    return words(QT_TRANSLATE_NOOP("report", "Evidence that is not in this case"));
}

QString SectionWriter::probeName(const model::ProbeId &id) const
{
    return words(QT_TRANSLATE_NOOP("report", "Probe %1"), {QString::number(probeNumber(id))});
}

QString SectionWriter::derivationName(const model::DerivationId &id) const
{
    if (!m_derivations.contains(id.value()))
        return words(QT_TRANSLATE_NOOP("report", "An edited picture that is not in this case"));
    return words(QT_TRANSLATE_NOOP("report", "Edited picture %1"),
                 {QString::number(m_derivations[id.value()])});
}

QString SectionWriter::candidateName(const model::SearchId &search, const model::PortraitId &portrait) const
{
    const model::Candidate *const candidate = facts.candidate(search, portrait);
    // The store does not let this happen; a record that is nevertheless like this is not left out.
    if (!candidate)
        return words(QT_TRANSLATE_NOOP("report", "A candidate that is in no list of this case: %1"),
                     {portrait.value()});
    return words(QT_TRANSLATE_NOOP("report", "Search %1, rank %2: %3"),
                 {QString::number(searchNumber(search)), QString::number(candidate->rank),
                  words.value(candidate->personReference)});
}

QString SectionWriter::who(const QString &account) const
{
    for (const model::Account &each : report.accounts)
        if (each.name == account && !each.fullName.trimmed().isEmpty())
            return words(QT_TRANSLATE_NOOP("report", "%1 (%2)"), {each.fullName, account});
    return words.value(account);
}

QString SectionWriter::standingSentence(const CaseReport::Standing &standing) const
{
    using State = CaseReport::Standing::State;
    const QString outcome = standing.outcome ? words.conclusion(*standing.outcome) : words.value({});
    switch (standing.state) {
    case State::NotExamined:
        break;
    case State::Examined: {
        const auto *const last = facts.lastExamination(standing.search, standing.portrait);
        return words(
            QT_TRANSLATE_NOOP("report", "Examined by one, not verified. Conclusion: %1. It is a lead only."),
            {last ? words.conclusion(last->conclusion) : words.value({})});
    }
    case State::AwaitingVerification:
        return words(QT_TRANSLATE_NOOP(
            "report", "Locked: a second examiner has not finished the blind verification. No outcome is "
                      "shown before."));
    case State::Disagreed:
        return words(QT_TRANSLATE_NOOP(
            "report", "Locked: two examiners disagree, and nobody has settled it yet. No outcome is shown "
                      "before."));
    case State::Agreed:
        return words(
            QT_TRANSLATE_NOOP("report", "Two examiners agree, the second one blind. Conclusion: %1."),
            {outcome});
    case State::Adjudicated:
        return words(QT_TRANSLATE_NOOP(
                         "report", "Two examiners disagreed; a third account settled it. Conclusion: %1."),
                     {outcome});
    }
    return {};
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
    return m_portraits.value(id.value()).first;
}

model::RelativeRect SectionWriter::portraitBox(const model::PortraitId &id) const
{
    return m_portraits.value(id.value()).second;
}

Fragment SectionWriter::portraitThumbnail(const model::PortraitId &id, const QSizeF &limit) const
{
    const QImage image = portrait(id);
    return markedPicture(image, viewOf(portraitBox(id), {}, image.size(), limit.width() / limit.height()), {},
                         limit);
}

bool SectionWriter::hasProbePicture(const model::ProbeId &id) const
{
    return !evidencePicture(id).isNull() || !chip(id).isNull();
}

Fragment SectionWriter::probeThumbnail(const model::ProbeId &id, const QSizeF &limit) const
{
    const QImage image = evidencePicture(id);
    const model::Probe *const probe = facts.probe(id);
    if (image.isNull() || !probe)
        return picture(chip(id), limit);
    return markedPicture(image, viewOf(probe->box, {}, image.size(), limit.width() / limit.height()), {},
                         limit);
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

void SectionWriter::minorHeading(const QString &title)
{
    flow.space(4);
    RowLook look;
    look.below = 4;
    look.keepWithNext = true;
    flow.row({{page::bodyWidth, {text(title, {9.5, true, colours::accent})}}}, look);
}

void SectionWriter::writeFacts(const Facts &rows)
{
    constexpr double labelWidth = 128;
    for (size_t i = 0; i < rows.size(); ++i) {
        const auto &[label, value] = rows[i];
        RowLook look;
        look.above = look.below = 3.5;
        look.rule = colours::rule;
        look.keepWithNext = i + 1 < rows.size();
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

void SectionWriter::box(const Content &content, const QColor &bar)
{
    RowLook look;
    look.above = look.below = 8;
    look.fill = colours::fill;
    look.bar = bar;
    flow.row({{page::bodyWidth - 16, content}}, look);
    flow.space(12);
}

QString SectionWriter::signatureSentence(const void *record) const
{
    const int number = facts.recordNumber(record);
    if (number == 0 || !facts.records()[size_t(number - 1)].signature.isSigned())
        return words(QT_TRANSLATE_NOOP("report", "Not signed."));
    return words(QT_TRANSLATE_NOOP("report", "Signed; the signature is number %1 in the appendix."),
                 {QString::number(number)});
}

} // namespace likeness::report
