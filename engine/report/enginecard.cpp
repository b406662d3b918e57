// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/enginecard.h"

#include <QJsonArray>

namespace likeness::report
{

const char *const engineCardHeading = QT_TRANSLATE_NOOP("report", "What the engine is bad at");
const char *const notEvaluated =
    QT_TRANSLATE_NOOP("report", "This engine has no evaluation by NIST, nor by any other independent body.");
const char *const engineCardIntroduction = QT_TRANSLATE_NOOP(
    "report", "Its weights are those of dlib's face recognition network, made by one author from public photographs and "
              "given away in 2017. Where this card quotes NIST, the figures are of other algorithms: they show what is "
              "hard for face recognition in general, and there is no reason to think that this engine is better at it.");

const std::vector<EngineLimit> &engineLimits()
{
    static const std::vector<EngineLimit> limits{
        {"misses", QT_TRANSLATE_NOOP("report", "It misses people who are in the gallery, and lists people who are not."),
         QT_TRANSLATE_NOOP("report",
                           "On public press photographs of 2,047 people, dlib's template of one view, from which this "
                           "engine makes its own, put the right person first for 89.0% (87.0% to 91.1%) of 846 probes, "
                           "and missed 58.4% (52.0% to 64.7%) of them where 1% of 2,041 probes of people who were not in "
                           "the gallery got a candidate. The engine as it ships is not stated here, because part of it "
                           "was learned on those same people, and the figure would flatter it: a self-test measures "
                           "both on others."),
         QT_TRANSLATE_NOOP("report", "likeness-cli evaluate identification --images DIR, the figures of plain dlib, "
                                     "November 2026")},
        {"children", QT_TRANSLATE_NOOP("report", "Children are told apart worse than adults."),
         QT_TRANSLATE_NOOP("report",
                           "The best-known library that uses this network says that it was trained on adults, does not "
                           "work well on children and easily mixes them up. With most of the algorithms that NIST "
                           "tested, strangers were taken for each other more often among children than among adults of "
                           "middle age. It was not measured here."),
         QT_TRANSLATE_NOOP("report", "face_recognition (A. Geitgey), section \"Caveats\"; NISTIR 8280 (Grother, Ngan "
                                     "and Hanaoka, 2019)")},
        {"populations",
         QT_TRANSLATE_NOOP("report", "Strangers look more alike to the engine in populations that its training hardly "
                                     "showed, as people from East Asia and from Africa."),
         QT_TRANSLATE_NOOP("report",
                           "The author of the network says that its pictures were mostly of American celebrities and "
                           "the set heavily biased towards US faces. Of most algorithms that NIST tested, false "
                           "positives were most frequent among people from West and East Africa and East Asia and "
                           "rarest among people from Eastern Europe; between groups they often differed by factors of "
                           "10 to beyond 100. It was not measured here: a self-test with a list of groups does it, on "
                           "pictures of the agency."),
         QT_TRANSLATE_NOOP("report", "dlib (D. King), issue 1218 of 2018, and dlib-models, issue 50 of 2023; NISTIR 8280")},
        {"women-and-elderly",
         QT_TRANSLATE_NOOP("report", "Women, and old people, may be listed wrongly more often than men of middle age."),
         QT_TRANSLATE_NOOP("report", "NIST found more false positives among women than among men, and among the elderly, "
                                     "with most of the algorithms it tested. It was not measured here."),
         QT_TRANSLATE_NOOP("report", "NISTIR 8280")},
        {"bad-light",
         QT_TRANSLATE_NOOP("report", "Badly lit pictures lose people, and of some populations more than of others."),
         QT_TRANSLATE_NOOP("report",
                           "Where photographs were taken with little control of light and pose, as at border "
                           "crossings, NIST found that people born in Africa and the Caribbean were missed more often "
                           "than others. It was not measured here."),
         QT_TRANSLATE_NOOP("report", "NISTIR 8280")},
        {"low-resolution", QT_TRANSLATE_NOOP("report", "Small, blurred and heavily compressed faces lose people."),
         QT_TRANSLATE_NOOP("report",
                           "Every face is described from 150 by 150 pixels, with 52 between the eyes. A smaller one is "
                           "enlarged, and what the camera did not record is not in it. Of press photographs that were made smaller, 5 in "
                           "100 no longer had the right person first at 14 pixels between the eyes, 30 in 100 at 9. Faces "
                           "with fewer than 24 are not enrolled."),
         QT_TRANSLATE_NOOP("report", "likeness-benchmark quality, November 2026, 160 probes")},
        {"age-gap", QT_TRANSLATE_NOOP("report", "Many years between two photographs hide a person."),
         QT_TRANSLATE_NOOP("report", "NIST found that the further two pictures of a person are apart in time, the more "
                                     "often the person is missed. It was not measured here: nearly all the pictures of "
                                     "the public collection that this engine is measured on are a few years apart at "
                                     "most."),
         QT_TRANSLATE_NOOP("report", "NISTIR 8009 (Grother and Ngan, 2014); NISTIR 8271 (Grother, Ngan and Hanaoka, "
                                     "2019)")},
        {"relatives",
         QT_TRANSLATE_NOOP("report", "Twins, brothers and sisters are not told apart reliably, and twins mostly not at "
                                     "all."),
         QT_TRANSLATE_NOOP("report", "NIST found that many algorithms take identical twins, and twins of one sex who are "
                                     "not identical, for one person. It was not measured here."),
         QT_TRANSLATE_NOOP("report", "NISTIR 8439 (2022), Distinguishing Twins")},
        {"profile", QT_TRANSLATE_NOOP("report", "Faces that are turned away, and views from the side, lose people."),
         QT_TRANSLATE_NOOP("report",
                           "Faces are aligned by five points, the corners of both eyes and the nose: where one eye is "
                           "hidden, a point is guessed. NIST found that views from the side were missed far more often "
                           "than frontal ones. Here 5 in 100 were lost at some 33 degrees to the side; views from the "
                           "side were not measured."),
         QT_TRANSLATE_NOOP("report", "dlib-models, README; NISTIR 8271; likeness-benchmark quality")},
        {"occlusion", QT_TRANSLATE_NOOP("report", "Masks, sunglasses, hands and hair before the face lose people."),
         QT_TRANSLATE_NOOP("report",
                           "NIST drew masks over faces for 89 algorithms from before the pandemic: even the best ones "
                           "then missed about 5 in 100 pictures of a person, and many of them 20 to 50. This network "
                           "is of 2017. Here a bar over the eyes as high as a sixth of their distance cost 23 in 100, and is "
                           "not noticed by the measure of what is visible."),
         QT_TRANSLATE_NOOP("report", "NISTIR 8311 (Ngan, Grother and Hanaoka, 2020); likeness-benchmark quality")},
        {"gallery-size",
         QT_TRANSLATE_NOOP("report", "The larger the gallery, the more strangers in it look like the person searched."),
         QT_TRANSLATE_NOOP("report",
                           "The more strangers there are, the nearer the nearest of them comes. The gallery of the figures "
                           "above held 1,747 persons; how much worse lists become with hundreds of thousands was not "
                           "measured."),
         QT_TRANSLATE_NOOP("report", "likeness-cli evaluate identification --images DIR")},
    };
    return limits;
}

QJsonObject engineCardObject()
{
    QJsonArray limits;
    for (const EngineLimit &limit : engineLimits())
        limits.append(QJsonObject{{"id", limit.id},
                                  {"limit", limit.limit},
                                  {"evidence", limit.evidence},
                                  {"source", limit.source}});
    return {{"not_evaluated", notEvaluated}, {"limits", limits}};
}

QString engineCardMarkdown(const ReportTexts &texts)
{
    QString markdown = QStringLiteral("**%1** %2\n").arg(texts(notEvaluated), texts(engineCardIntroduction));
    for (const EngineLimit &limit : engineLimits())
        markdown += QStringLiteral("\n**%1** %2 *%3*\n").arg(texts(limit.limit), texts(limit.evidence), texts(limit.source));
    return markdown;
}

} // namespace likeness::report
