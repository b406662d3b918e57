// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/words/edittext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace likeness::words
{

namespace
{

class EditText
{
    Q_DECLARE_TR_FUNCTIONS(EditText)

public:
    static QString crop(const QJsonObject &with, const QSize &before)
    {
        const auto box = model::rectFromJson(with["box"]);
        if (!box)
            return tr("Crop");
        const auto pixels = [](double share, int side) { return QString::number(std::lround(share * side)); };
        if (before.isValid())
            return tr("Crop to %1 × %2 px at %3, %4")
                .arg(pixels(box->width, before.width()), pixels(box->height, before.height()),
                     pixels(box->x, before.width()), pixels(box->y, before.height()));
        const auto percent = [](double share) { return QLocale().toString(share * 100, 'f', 1); };
        return tr("Crop to %1 × %2 % of the picture at %3, %4 %")
            .arg(percent(box->width), percent(box->height), percent(box->x), percent(box->y));
    }
    static QString rotate(double degrees)
    {
        const QString angle = QLocale().toString(std::abs(degrees), 'g', 7);
        return degrees < 0 ? tr("Rotate by %1° to the left").arg(angle)
                           : tr("Rotate by %1° to the right").arg(angle);
    }
    static QString deinterlace(const QJsonObject &with)
    {
        const bool isTop = with["field"] == QLatin1String("top");
        if (with["method"] == QLatin1String("linear"))
            return isTop ? tr("Deinterlace: top field, lines between are means")
                         : tr("Deinterlace: bottom field, lines between are means");
        return isTop ? tr("Deinterlace: top field, each line twice")
                     : tr("Deinterlace: bottom field, each line twice");
    }
};

} // namespace

QString editTitle(model::Edit::Kind kind)
{
    using Kind = model::Edit::Kind;
    switch (kind) {
    case Kind::Crop:
        return EditText::tr("Crop");
    case Kind::Rotate:
        return EditText::tr("Rotate");
    case Kind::Mirror:
        return EditText::tr("Mirror");
    case Kind::Levels:
        return EditText::tr("Levels");
    case Kind::Gamma:
        return EditText::tr("Gamma");
    case Kind::Deinterlace:
        return EditText::tr("Deinterlace");
    case Kind::Aspect:
        return EditText::tr("Correct the aspect");
    case Kind::Denoise:
        return EditText::tr("Denoise");
    case Kind::Sharpen:
        return EditText::tr("Sharpen");
    case Kind::FrameAverage:
        break;
    }
    return EditText::tr("Average frames");
}

QString phrase(const model::Edit &edit, const QSize &before)
{
    using Kind = model::Edit::Kind;
    const QJsonObject &with = edit.parameters;
    const auto whole = [&](const char *name) {
        return QString::number(std::lround(with[QLatin1String(name)].toDouble()));
    };
    switch (edit.kind) {
    case Kind::Crop:
        return EditText::crop(with, before);
    case Kind::Rotate:
        return EditText::rotate(with["degrees"].toDouble());
    case Kind::Mirror:
        return with["axis"] == QLatin1String("vertical")
                   ? EditText::tr("Mirror: left and right change places")
                   : EditText::tr("Mirror: top and bottom change places");
    case Kind::Levels:
        return EditText::tr("Levels: %1 becomes black, %2 becomes white").arg(whole("black"), whole("white"));
    case Kind::Gamma:
        return EditText::tr("Gamma %1").arg(QLocale().toString(with["gamma"].toDouble(), 'g', 5));
    case Kind::Deinterlace:
        return EditText::deinterlace(with);
    case Kind::Aspect:
        return EditText::tr("Aspect: pixels of %1:%2 made square").arg(whole("x"), whole("y"));
    case Kind::Denoise:
        return EditText::tr("Denoise: radius %1 px, strength %2 %").arg(whole("radius"), whole("strength"));
    case Kind::Sharpen:
        return EditText::tr("Sharpen: radius %1 px, amount %2 %").arg(whole("radius"), whole("amount"));
    case Kind::FrameAverage:
        break;
    }
    return EditText::tr("Average of this frame, %1 before and %2 after it")
        .arg(whole("before"), whole("after"));
}

QString phrase(const std::vector<model::Edit> &edits)
{
    QStringList parts;
    for (size_t i = 0; i < edits.size();) {
        size_t end = i + 1;
        while (end < edits.size() && edits[end].kind == edits[i].kind)
            ++end;
        const QString title = editTitle(edits[i].kind);
        parts << (end - i > 1 ? EditText::tr("%1 (%2 times)").arg(title).arg(end - i) : title);
        i = end;
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace likeness::words
