// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of a picture, in words.
#include "engine/report/words.h"

namespace likeness::report
{

namespace
{

/// A decimal as it was entered, without noughts that say nothing.
QString decimal(const QJsonValue &value)
{
    return QString::number(value.toDouble(), 'g', 10);
}

} // namespace

QString Words::frame(qint64 number) const
{
    return (*this)(QT_TRANSLATE_NOOP("report", "Frame number %1, the first being number 0"), {count(number)});
}

QString Words::edit(const model::Edit &edit) const
{
    const QJsonObject &with = edit.parameters;
    switch (edit.kind) {
    case model::Edit::Kind::Crop: {
        const auto box = model::rectFromJson(with["box"]);
        return (*this)(QT_TRANSLATE_NOOP("report", "Crop. %1"), {box ? place(*box) : value({})});
    }
    case model::Edit::Kind::Rotate:
        return (*this)(QT_TRANSLATE_NOOP("report", "Rotate by %1 degrees clockwise."),
                       {decimal(with["degrees"])});
    case model::Edit::Kind::Mirror:
        return with["axis"].toString() == u"vertical"
                   ? (*this)(QT_TRANSLATE_NOOP("report", "Mirror: left and right change places."))
                   : (*this)(QT_TRANSLATE_NOOP("report", "Mirror: top and bottom change places."));
    case model::Edit::Kind::Levels:
        return (*this)(
            QT_TRANSLATE_NOOP("report", "Levels: %1 becomes black, %2 becomes white (of 0 to 255)."),
            {decimal(with["black"]), decimal(with["white"])});
    case model::Edit::Kind::Gamma:
        return (*this)(QT_TRANSLATE_NOOP("report", "Gamma %1; above 1 is lighter."),
                       {decimal(with["gamma"])});
    case model::Edit::Kind::Deinterlace: {
        const bool top = with["field"].toString() == u"top";
        if (with["method"].toString() == u"linear")
            return top ? (*this)(QT_TRANSLATE_NOOP(
                             "report",
                             "Deinterlace: the top field, other lines as the mean of their neighbours."))
                       : (*this)(QT_TRANSLATE_NOOP(
                             "report",
                             "Deinterlace: the bottom field, other lines as the mean of their neighbours."));
        return top ? (*this)(QT_TRANSLATE_NOOP("report", "Deinterlace: the top field, each line twice."))
                   : (*this)(QT_TRANSLATE_NOOP("report", "Deinterlace: the bottom field, each line twice."));
    }
    case model::Edit::Kind::Aspect:
        return (*this)(QT_TRANSLATE_NOOP("report", "Aspect: pixels of width to height %1 to %2 made square."),
                       {decimal(with["x"]), decimal(with["y"])});
    case model::Edit::Kind::Denoise:
        return (*this)(
            QT_TRANSLATE_NOOP("report", "Denoise: median of radius %1 pixels, strength %2 of 100."),
            {decimal(with["radius"]), decimal(with["strength"])});
    case model::Edit::Kind::Sharpen:
        return (*this)(
            QT_TRANSLATE_NOOP("report", "Sharpen: unsharp mask of radius %1 pixels, amount %2 of 100."),
            {decimal(with["radius"]), decimal(with["amount"])});
    case model::Edit::Kind::FrameAverage:
        break;
    }
    return (*this)(QT_TRANSLATE_NOOP("report", "Average of this frame, %1 before it and %2 after it."),
                   {decimal(with["before"]), decimal(with["after"])});
}

} // namespace likeness::report
