// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/words/qualitytext.h"

#include "widgets/words/nametext.h"

#include <QCoreApplication>
#include <QHash>

#include <cmath>

namespace likeness::words
{

namespace
{

class QualityText
{
    Q_DECLARE_TR_FUNCTIONS(QualityText)

public:
    using Table = QHash<QString, const char *>;
    static QString fromTable(const Table &table, const QString &key)
    {
        const char *source = table.value(key);
        return source ? tr(source) : key;
    }
};

QString turned(double degrees, const QString &positive, const QString &negative)
{
    const long whole = std::lround(std::abs(degrees));
    if (whole == 0)
        return QualityText::tr("0°");
    return (degrees > 0 ? positive : negative).arg(whole);
}

} // namespace

QString qualityReason(const QString &reason)
{
    static const QualityText::Table table{
        {"eye-distance", QT_TRANSLATE_NOOP("QualityText", "The eyes are close together in pixels")},
        {"focus", QT_TRANSLATE_NOOP("QualityText", "The face is out of focus")},
        {"contrast", QT_TRANSLATE_NOOP("QualityText", "The face has little contrast")},
        {"plausibility", QT_TRANSLATE_NOOP("QualityText", "This may not be a face")},
        {"yaw", QT_TRANSLATE_NOOP("QualityText", "The face is turned to the side")},
        {"pitch", QT_TRANSLATE_NOOP("QualityText", "The head is raised or bowed")},
        {"under-exposure", QT_TRANSLATE_NOOP("QualityText", "The face is dark")},
        {"over-exposure",
         QT_TRANSLATE_NOOP("QualityText", "Parts of the face are too bright to show anything")},
        {"eyes-visible", QT_TRANSLATE_NOOP("QualityText", "An eye may be covered")},
        {"mouth-visible", QT_TRANSLATE_NOOP("QualityText", "The nose or the mouth may be covered")},
        {"compression", QT_TRANSLATE_NOOP("QualityText", "The face shows the blocks of strong compression")},
    };
    return QualityText::fromTable(table, reason);
}

QString qualityComponent(const QString &name)
{
    static const QualityText::Table table{
        {"eye-distance", QT_TRANSLATE_NOOP("QualityText", "Inter-eye distance")},
        {"yaw", QT_TRANSLATE_NOOP("QualityText", "Head pose, yaw")},
        {"pitch", QT_TRANSLATE_NOOP("QualityText", "Head pose, pitch")},
        {"roll", QT_TRANSLATE_NOOP("QualityText", "Head pose, roll")},
        {"focus", QT_TRANSLATE_NOOP("QualityText", "Sharpness")},
        {"under-exposure", QT_TRANSLATE_NOOP("QualityText", "Under-exposure, mean grey")},
        {"over-exposure", QT_TRANSLATE_NOOP("QualityText", "Over-exposure, share in white")},
        {"contrast", QT_TRANSLATE_NOOP("QualityText", "Contrast")},
        {"eyes-visible", QT_TRANSLATE_NOOP("QualityText", "Eyes visible")},
        {"mouth-visible", QT_TRANSLATE_NOOP("QualityText", "Mouth visible")},
        {"compression", QT_TRANSLATE_NOOP("QualityText", "Compression, blocks")},
        {"plausibility", QT_TRANSLATE_NOOP("QualityText", "Plausibility as a face")},
    };
    return QualityText::fromTable(table, name);
}

QString qualityValue(const model::FaceQuality::Component &component)
{
    const QString &name = component.name;
    const double value = component.value;
    if (name == QLatin1String("eye-distance"))
        return QualityText::tr("%1 px").arg(std::lround(value));
    if (name == QLatin1String("yaw"))
        return turned(value, QualityText::tr("%1° to the right"), QualityText::tr("%1° to the left"));
    if (name == QLatin1String("pitch"))
        return turned(value, QualityText::tr("%1° down"), QualityText::tr("%1° up"));
    if (name == QLatin1String("roll"))
        return turned(value, QualityText::tr("%1° clockwise"), QualityText::tr("%1° counter-clockwise"));
    if (name == QLatin1String("under-exposure"))
        return QualityText::tr("%1 of 255").arg(std::lround(value));
    if (name == QLatin1String("over-exposure"))
        return QualityText::tr("%1%").arg(100 * value, 0, 'f', 1);
    return QString::number(value, 'f',
                           name == QLatin1String("focus") || name == QLatin1String("contrast") ? 1 : 2);
}

QStringList qualityLines(const model::FaceQuality &quality)
{
    QStringList lines;
    for (const auto &component : quality.components)
        lines += QualityText::tr("%1: %2, %3")
                     .arg(qualityComponent(component.name), qualityValue(component),
                          phrase(component.grade).toLower());
    return lines;
}

QString qualityNote()
{
    return QualityText::tr(
        "The components have their names after ISO/IEC 29794-5. They are measured in other ways and "
        "do not conform to it.");
}

} // namespace likeness::words
