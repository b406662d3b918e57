// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/editfields.h"

#include <QCoreApplication>

namespace likeness::pages
{

namespace
{

class EditFields
{
    Q_DECLARE_TR_FUNCTIONS(EditFields)
};

EditField whole(const char *name, const QString &caption, int least, int most, const QString &unit = {})
{
    EditField field;
    field.name = QLatin1String(name);
    field.caption = caption;
    field.least = field.sliderLeast = least;
    field.most = field.sliderMost = most;
    field.unit = unit;
    return field;
}

EditField choice(const char *name, const QString &caption, const QList<QPair<QString, QString>> &choices)
{
    EditField field;
    field.name = QLatin1String(name);
    field.caption = caption;
    field.kind = EditField::Kind::Choice;
    field.choices = choices;
    return field;
}

} // namespace

QList<EditField> editFields(model::Edit::Kind kind)
{
    using Kind = model::Edit::Kind;
    const QString pixels = EditFields::tr(" px"), percent = EditFields::tr(" %");
    switch (kind) {
    case Kind::Crop:
        return {};
    case Kind::Rotate: {
        EditField degrees = whole("degrees", EditFields::tr("Angle"), -360, 360, EditFields::tr("°"));
        degrees.decimals = 3;
        degrees.step = 0.1;
        degrees.sliderLeast = -180;
        degrees.sliderMost = 180;
        return {degrees};
    }
    case Kind::Mirror:
        return {choice("axis", EditFields::tr("Change places"),
                       {{QStringLiteral("vertical"), EditFields::tr("left and right")},
                        {QStringLiteral("horizontal"), EditFields::tr("top and bottom")}})};
    case Kind::Levels:
        return {whole("black", EditFields::tr("Black"), 0, 254),
                whole("white", EditFields::tr("White"), 1, 255)};
    case Kind::Gamma: {
        EditField gamma = whole("gamma", EditFields::tr("Gamma"), 0, 10);
        gamma.least = gamma.sliderLeast = 0.1;
        gamma.sliderMost = 3;
        gamma.decimals = 3;
        gamma.step = 0.05;
        return {gamma};
    }
    case Kind::Deinterlace:
        return {choice("field", EditFields::tr("Field that is kept"),
                       {{QStringLiteral("top"), EditFields::tr("top: lines 0, 2, 4 …")},
                        {QStringLiteral("bottom"), EditFields::tr("bottom: lines 1, 3, 5 …")}}),
                choice("method", EditFields::tr("Lines between"),
                       {{QStringLiteral("linear"), EditFields::tr("mean of the lines around them")},
                        {QStringLiteral("doubling"), EditFields::tr("the line above again")}})};
    case Kind::Aspect: {
        EditField x = whole("x", EditFields::tr("Width of a pixel"), 1, 65535);
        EditField y = whole("y", EditFields::tr("Height of a pixel"), 1, 65535);
        x.hasSlider = y.hasSlider = false;
        return {x, y};
    }
    case Kind::Denoise:
        return {whole("radius", EditFields::tr("Radius"), 1, 5, pixels),
                whole("strength", EditFields::tr("Strength"), 1, 100, percent)};
    case Kind::Sharpen:
        return {whole("radius", EditFields::tr("Radius"), 1, 10, pixels),
                whole("amount", EditFields::tr("Amount"), 1, 300, percent)};
    case Kind::FrameAverage:
        break;
    }
    return {whole("before", EditFields::tr("Frames before"), 0, 30),
            whole("after", EditFields::tr("Frames after"), 0, 30)};
}

QList<PixelShape> pixelShapes()
{
    return {{EditFields::tr("PAL, shown at 4:3"), 16, 15},
            {EditFields::tr("PAL, shown at 16:9"), 64, 45},
            {EditFields::tr("NTSC, shown at 4:3"), 8, 9},
            {EditFields::tr("NTSC, shown at 16:9"), 32, 27},
            {EditFields::tr("HDV 1440, shown at 16:9"), 4, 3},
            {EditFields::tr("One field, every second line"), 1, 2}};
}

QString editHelp(model::Edit::Kind kind)
{
    using Kind = model::Edit::Kind;
    switch (kind) {
    case Kind::Crop:
        return EditFields::tr("Keeps a box of the picture, in whole pixels.");
    case Kind::Rotate:
        return EditFields::tr("To the right when above 0. Quarter turns move whole pixels; other angles mix "
                              "neighbouring ones, and the corners become grey.");
    case Kind::Mirror:
        return EditFields::tr(
            "A mirrored face is not how the person is seen by others: say why it is needed.");
    case Kind::Levels:
        return EditFields::tr("What is darker than black or lighter than white is cut off.");
    case Kind::Gamma:
        return EditFields::tr("Above 1 the dark parts become lighter, below 1 darker.");
    case Kind::Deinterlace:
        return EditFields::tr("For pictures of two moments in alternating lines: one of them is kept.");
    case Kind::Aspect:
        return EditFields::tr("Makes the pixels of the recorder square. The picture is only ever enlarged.");
    case Kind::Denoise:
        return EditFields::tr("Median filter. It takes away grain, and fine detail with it.");
    case Kind::Sharpen:
        return EditFields::tr(
            "Unsharp mask. It makes edges stronger and adds no detail; noise grows as well.");
    case Kind::FrameAverage:
        break;
    }
    return EditFields::tr(
        "The mean of neighbouring frames. What moves becomes blurred. All edits above this one "
        "are made to each frame.");
}

} // namespace likeness::pages
