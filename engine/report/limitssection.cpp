// SPDX-License-Identifier: GPL-3.0-or-later
// What the method cannot do, for a reader who has never used it; of the engine itself: enginecard.h.
#include "engine/report/sections.h"

namespace likeness::report
{

void writeLimits(SectionWriter &to)
{
    static const std::pair<const char *, const char *> limits[] = {
        {QT_TRANSLATE_NOOP("report", "A search always answers."),
         QT_TRANSLATE_NOOP("report",
                           "It lists the persons of a gallery whose portraits are nearest to the probe, "
                           "whether or not the person in the probe is in the gallery. With a large gallery "
                           "some strangers look very much alike.")},
        {QT_TRANSLATE_NOOP("report", "A distance is no probability."),
         QT_TRANSLATE_NOOP("report",
                           "It orders the list and says nothing about how likely it is that two pictures "
                           "show one person. It depends on light, angle, age, expression and the camera.")},
        {QT_TRANSLATE_NOOP("report", "People err, too."),
         QT_TRANSLATE_NOOP("report",
                           "Comparing unfamiliar faces is hard. Trained people are better at it than "
                           "others, and are still wrong at times, above all with small, blurred or dark "
                           "pictures and with candidates that a search chose because they look alike.")},
        {QT_TRANSLATE_NOOP("report", "A checklist orders what was seen; it does not count points."),
         QT_TRANSLATE_NOOP("report",
                           "No number of similar components makes an identification, and one real "
                           "difference can outweigh them all. Faces are not measured with a ruler here, "
                           "because such measures do not hold between pictures.")},
        {QT_TRANSLATE_NOOP("report", "What blindness guards against, and what not."),
         QT_TRANSLATE_NOOP("report",
                           "The program shows the verifier neither rank nor score, name or first "
                           "conclusion. It cannot keep two people from talking to each other, or somebody "
                           "with the disk in hand from reading the case folder.")},
        {QT_TRANSLATE_NOOP("report", "What a signature says, and what not."),
         QT_TRANSLATE_NOOP("report",
                           "It says that the record was not changed since the account's key signed it. It "
                           "does not say who sat at the keyboard, or that what was recorded is right.")},
        {QT_TRANSLATE_NOOP("report", "Pictures can mislead."),
         QT_TRANSLATE_NOOP("report",
                           "The hashes show that a file is the one that was taken in. They do not show "
                           "where it came from, when it was taken, or that nobody altered it before.")},
    };
    to.heading(QT_TRANSLATE_NOOP("report", "Limits of the method"), "limits");
    for (const auto &[title, words] : limits) {
        RowLook look;
        look.below = 7;
        to.flow.row(
            {{page::bodyWidth, {text(to.words(title), {9.5, true}), text(to.words(words), body, 1.5)}}},
            look);
    }
}

} // namespace likeness::report
