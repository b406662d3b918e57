// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/words/frequencytext.h"

#include <QCoreApplication>
#include <QLocale>

namespace likeness::words
{

namespace
{

struct FrequencyText {
    Q_DECLARE_TR_FUNCTIONS(FrequencyText)
};

QString number(qint64 value)
{
    return QLocale().toString(value);
}

} // namespace

QString frequencyPhrase(const model::Frequency &frequency)
{
    if (frequency.share <= 0)
        return FrequencyText::tr("fewer than 1 in %1").arg(number(model::oneIn(frequency.high)));
    if (frequency.share > 0.5)
        return FrequencyText::tr("most");
    return FrequencyText::tr("about 1 in %1").arg(number(model::oneIn(frequency.share)));
}

QString frequencySentence(const model::Frequency &frequency)
{
    const QString often =
        frequency.share <= 0 ? FrequencyText::tr("Fewer than 1 in %1 people who are not in this gallery would get a "
                                                 "candidate this close.")
                                   .arg(number(model::oneIn(frequency.high)))
        : frequency.share > 0.5
            ? FrequencyText::tr("Most people who are not in this gallery would get a candidate this close.")
            : FrequencyText::tr("About 1 in %1 people who are not in this gallery would get a candidate this close.")
                  .arg(number(model::oneIn(frequency.share)));
    return often + u' ' + FrequencyText::tr("This is not the chance that the candidate is the wrong person.");
}

QString intervalPhrase(const model::Frequency &frequency)
{
    if (frequency.low <= 0)
        return FrequencyText::tr("at most 1 in %1").arg(number(model::oneIn(frequency.high)));
    return FrequencyText::tr("1 in %1 to 1 in %2")
        .arg(number(model::oneIn(frequency.low)), number(model::oneIn(frequency.high)));
}

QString basisSentence(const model::Calibration &calibration)
{
    using Source = model::Calibration::Source;
    switch (calibration.source) {
    case Source::Gallery:
        return FrequencyText::tr("Measured with %n person(s) of this gallery, each searched as if they were not in it.",
                                 nullptr, int(calibration.probes));
    case Source::Shipped:
        return FrequencyText::tr("This gallery has too few persons to measure with. The frequencies come from %n "
                                 "person(s) of the engine's development, in galleries of this size.",
                                 nullptr, int(calibration.probes));
    case Source::None:
        break;
    }
    return FrequencyText::tr("How often a stranger would get a candidate this close is not known for this gallery.");
}

QString foldedText(int folded, int oneIn)
{
    return FrequencyText::tr("%n candidate(s) folded away: weaker than 1 in %1, or not shown to be rarer.", nullptr, folded)
        .arg(number(oneIn));
}

QString robustnessText(const model::Candidate &candidate)
{
    if (!candidate.robustness)
        return {};
    const auto &[kept, of] = *candidate.robustness;
    const QString stays = FrequencyText::tr("stays in %1 of %n variation(s)", nullptr, of).arg(kept);
    return candidate.isFragile() ? FrequencyText::tr("Fragile: %1").arg(stays) : stays;
}

QString lookAlikesText(const model::Candidate &candidate)
{
    return candidate.lookAlikes ? FrequencyText::tr("%n other person(s) as close to this portrait", nullptr,
                                                    int(*candidate.lookAlikes))
                                : QString();
}

QString beyondLinePhrase(int oneIn)
{
    return FrequencyText::tr("weaker than 1 in %1").arg(number(oneIn));
}

} // namespace likeness::words
