// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/words.h"

namespace likeness::report
{

QString Words::qualityReason(const QString &reason) const
{
    static const std::pair<const char *, const char *> sentences[] = {
        {"eye-distance", QT_TRANSLATE_NOOP("report", "The face is small: few pixels lie between the eyes.")},
        {"focus", QT_TRANSLATE_NOOP("report", "The face is out of focus or blurred by movement.")},
        {"contrast", QT_TRANSLATE_NOOP("report", "The face shows little contrast between light and dark.")},
        {"plausibility", QT_TRANSLATE_NOOP("report", "The face finder is not sure that this is a face.")},
        {"yaw", QT_TRANSLATE_NOOP("report", "The face is turned to the side.")},
        {"pitch", QT_TRANSLATE_NOOP("report", "The head is raised or bowed.")},
        {"under-exposure", QT_TRANSLATE_NOOP("report", "The face is dark.")},
        {"over-exposure", QT_TRANSLATE_NOOP("report", "Parts of the face are too bright to show anything.")},
        {"eyes-visible", QT_TRANSLATE_NOOP("report", "An eye may be covered.")},
        {"mouth-visible", QT_TRANSLATE_NOOP("report", "The nose or the mouth may be covered.")},
        {"compression", QT_TRANSLATE_NOOP("report", "The face shows the blocks of strong compression.")},
    };
    for (const auto &[name, sentence] : sentences)
        if (reason == QLatin1String(name))
            return m_texts(sentence);
    return (*this)(QT_TRANSLATE_NOOP("report", "Reason given by the engine: %1."), {reason});
}

QString Words::quality(const model::FaceQuality &quality) const
{
    QStringList sentences{grade(quality.grade)};
    for (const QString &reason : quality.reasons)
        sentences += qualityReason(reason);
    return sentences.join(u' ');
}

QString Words::measures(const model::FaceQuality &quality) const
{
    struct Form {
        const char *name;
        const char *words; ///< %1 is the value
        double scale;
        int decimals;
    };
    static const Form forms[] = {
        {"eye-distance", QT_TRANSLATE_NOOP("report", "inter-eye distance %1 pixels"), 1, 1},
        {"yaw", QT_TRANSLATE_NOOP("report", "yaw %1 degrees"), 1, 0},
        {"pitch", QT_TRANSLATE_NOOP("report", "pitch %1 degrees"), 1, 0},
        {"roll", QT_TRANSLATE_NOOP("report", "roll %1 degrees"), 1, 0},
        {"focus", QT_TRANSLATE_NOOP("report", "sharpness %1"), 1, 1},
        {"under-exposure", QT_TRANSLATE_NOOP("report", "mean grey %1 of 255"), 1, 0},
        {"over-exposure", QT_TRANSLATE_NOOP("report", "share in white %1%"), 100, 1},
        {"contrast", QT_TRANSLATE_NOOP("report", "contrast %1"), 1, 1},
        {"eyes-visible", QT_TRANSLATE_NOOP("report", "eyes visible %1"), 1, 2},
        {"mouth-visible", QT_TRANSLATE_NOOP("report", "mouth visible %1"), 1, 2},
        {"compression", QT_TRANSLATE_NOOP("report", "compression blocks %1"), 1, 2},
        {"plausibility", QT_TRANSLATE_NOOP("report", "plausibility as a face %1"), 1, 2},
    };
    using Grade = model::FaceQuality::Grade;
    QStringList parts;
    for (const auto &component : quality.components) {
        QString measured = component.name + u' ' + QString::number(component.value);
        for (const Form &form : forms)
            if (component.name == QLatin1String(form.name))
                measured =
                    (*this)(form.words, {QString::number(form.scale * component.value, 'f', form.decimals)});
        parts += component.grade == Grade::Suitable ? measured
                 : component.grade == Grade::Limited
                     ? (*this)(QT_TRANSLATE_NOOP("report", "%1 (limited)"), {measured})
                     : (*this)(QT_TRANSLATE_NOOP("report", "%1 (unsuitable)"), {measured});
    }
    if (parts.isEmpty())
        return {};
    return (*this)(QT_TRANSLATE_NOOP("report",
                                     "Measured: %1. The names are those of ISO/IEC 29794-5; the measures are "
                                     "others and do not conform to it."),
                   {parts.join(QStringLiteral("; "))});
}

} // namespace likeness::report
