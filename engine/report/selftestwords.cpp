// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/selftestwords.h"

#include "engine/report/words.h"

#include <cmath>

namespace likeness::report
{

using model::MeasuredFigure;
using model::SelfTest;

namespace
{

QString percent(double share)
{
    return QString::number(100 * share, 'f', 1) + u'%';
}

QString ratioWords(const MeasuredFigure &ratio, const Words &words)
{
    if (!ratio.isKnown() || !std::isfinite(ratio.value))
        return {};
    const auto number = [](double value) { return QString::number(value, 'f', 2); };
    if (!std::isfinite(ratio.low) || !std::isfinite(ratio.high))
        return number(ratio.value);
    return words(QT_TRANSLATE_NOOP("report", "%1 (%2 to %3)"),
                 {number(ratio.value), number(ratio.low), number(ratio.high)});
}

const model::MeasuredRow *rowAt(const std::vector<model::MeasuredRow> &rows, double at)
{
    for (const model::MeasuredRow &row : rows)
        if (std::abs(row.at - at) < 1e-9)
            return &row;
    return nullptr;
}

constexpr double groupRate = 0.01;

} // namespace

QString rateWords(double share)
{
    return QString::number(100 * share, 'g', 3) + u'%';
}

QString shareWords(const MeasuredFigure &figure, const ReportTexts &texts)
{
    if (!figure.isKnown())
        return QStringLiteral("-");
    return Words(texts)(QT_TRANSLATE_NOOP("report", "%1 (%2 to %3)"),
                        {percent(figure.value), percent(figure.low), percent(figure.high)});
}

std::vector<SelfTestRow> selfTestRows(const SelfTest &test, const ReportTexts &texts)
{
    const Words words(texts);
    std::vector<SelfTestRow> rows;
    const auto add = [&](const QString &what, const QString &term, const model::MeasuredRow &row,
                         const MeasuredFigure *ratio) {
        rows.push_back({what, term, shareWords(row.ours, texts), shareWords(row.plain, texts),
                        ratio ? ratioWords(*ratio, words) : QString()});
    };
    for (const model::MeasuredRow &row : test.rank) {
        const QString rank = QString::number(row.at);
        add(row.at == 1 ? words(QT_TRANSLATE_NOOP("report", "The right person stands first"))
                        : words(QT_TRANSLATE_NOOP("report", "The right person is among the first %1"), {rank}),
            words(QT_TRANSLATE_NOOP("report", "Rank %1"), {rank}), row, row.at == 1 ? &test.rank1ErrorRatio : nullptr);
    }
    for (size_t i = 0; i < test.fnir.size(); ++i) {
        const QString rate = rateWords(test.fnir[i].at);
        add(words(QT_TRANSLATE_NOOP("report", "Missed, when %1 of those who are not in the gallery get a candidate"),
                  {rate}),
            words(QT_TRANSLATE_NOOP("report", "FNIR at FPIR %1"), {rate}), test.fnir[i],
            i < test.fnirRatios.size() ? &test.fnirRatios[i] : nullptr);
    }
    for (size_t i = 0; i < test.fnmr.size(); ++i) {
        const QString rate = rateWords(test.fnmr[i].at);
        add(words(QT_TRANSLATE_NOOP("report", "Missed, when %1 of the pairs of two persons pass for one"), {rate}),
            words(QT_TRANSLATE_NOOP("report", "FNMR at FMR %1"), {rate}), test.fnmr[i],
            i < test.fnmrRatios.size() ? &test.fnmrRatios[i] : nullptr);
    }
    if (test.kind == SelfTest::Kind::Verification)
        add(words(QT_TRANSLATE_NOOP("report", "Pairs told rightly, in ten folds")),
            words(QT_TRANSLATE_NOOP("report", "Accuracy")), test.accuracy, nullptr);
    return rows;
}

std::vector<SelfTestGroupRow> selfTestGroupRows(const SelfTest &test, const ReportTexts &texts)
{
    const Words words(texts);
    std::vector<SelfTestGroupRow> rows;
    for (const model::MeasuredGroup &group : test.groups) {
        const auto figure = [&](const std::vector<model::MeasuredRow> &from, double at, bool isEnough) {
            const auto *row = rowAt(from, at);
            return !isEnough ? words(QT_TRANSLATE_NOOP("report", "Too few probes"))
                   : row     ? shareWords(row->ours, texts)
                             : QStringLiteral("-");
        };
        rows.push_back({group.name,
                        QStringLiteral("%1 / %2").arg(words.count(group.mated), words.count(group.nonMated)),
                        figure(group.rank, 1, group.hasEnoughMated()),
                        figure(group.fnir, groupRate, group.hasEnoughMated()),
                        figure(group.fpir, groupRate, group.hasEnoughNonMated())});
    }
    return rows;
}

QString kindWords(SelfTest::Kind kind, const ReportTexts &texts)
{
    return kind == SelfTest::Kind::Identification
               ? texts(QT_TRANSLATE_NOOP("report", "Finding a person in a gallery (identification)"))
               : texts(QT_TRANSLATE_NOOP("report", "Comparing two pictures (verification)"));
}

QString countWords(const SelfTest &test, const ReportTexts &texts)
{
    const Words words(texts);
    QString sentence;
    if (test.persons > 0)
        sentence = words(QT_TRANSLATE_NOOP("report", "Persons: %1; pictures: %2."),
                         {words.count(test.persons), words.count(test.pictures)});
    else
        sentence = words(QT_TRANSLATE_NOOP("report", "Pictures: %1."), {words.count(test.pictures)});
    sentence += u' ';
    sentence += test.kind == SelfTest::Kind::Identification
                    ? words(QT_TRANSLATE_NOOP("report", "Persons in the gallery: %1; probes of persons in it: %2; probes "
                                                        "of persons not in it: %3."),
                            {words.count(test.gallery), words.count(test.mated), words.count(test.nonMated)})
                    : words(QT_TRANSLATE_NOOP("report", "Pairs of one person: %1; pairs of two: %2; pairs in the ten "
                                                        "folds: %3."),
                            {words.count(test.samePairs), words.count(test.otherPairs), words.count(test.listedPairs)});
    return sentence;
}

QString leftOutWords(const SelfTest &test, const ReportTexts &texts)
{
    const Words words(texts);
    QString sentence = words(QT_TRANSLATE_NOOP("report", "Pictures without a good face: %1; unreadable files: %2."),
                             {words.count(test.withoutFace), words.count(test.unreadable)});
    sentence += u' ';
    if (test.kind == SelfTest::Kind::Identification)
        sentence += words(QT_TRANSLATE_NOOP("report", "Label errors, that is pairs of pictures under two names that show "
                                                      "one person: %1."),
                          {words.count(test.labelErrors)});
    else
        sentence += words(QT_TRANSLATE_NOOP("report", "Pairs of the list without a picture: %1."),
                          {words.count(test.missingPairs)});
    return sentence;
}

} // namespace likeness::report
