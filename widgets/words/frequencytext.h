// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/casefile.h"

namespace likeness::words
{

/// How often an innocent would get a candidate this close, in words. Any thread.

/// "about 1 in 40"; "fewer than 1 in 260" when none was seen; "most" for more than half.
QString frequencyPhrase(const model::Frequency &frequency);
/// The two sentences that stand next to a distance.
QString frequencySentence(const model::Frequency &frequency);
/// "1 in 60 to 1 in 28".
QString intervalPhrase(const model::Frequency &frequency);
/// What the frequencies of a search rest on, in a sentence.
QString basisSentence(const model::Calibration &calibration);
/// How many are folded away, in a sentence.
QString foldedText(int folded, int oneIn);
/// "stays in 3 of 5 variations"; empty when it was not tried.
QString robustnessText(const model::Candidate &candidate);
/// "12 others are as close to this portrait"; empty when it was not counted.
QString lookAlikesText(const model::Candidate &candidate);
/// The line of a list: what lies beyond it.
QString beyondLinePhrase(int oneIn);

} // namespace likeness::words
