// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/faceengine.h"
#include "tests/support/testdata.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <cstring>
#include <memory>
#include <vector>

namespace likeness::face::tests
{

using likeness::tests::dataDirectory;
using likeness::tests::modelsDirectory;
using likeness::tests::samplesDirectory;
using likeness::tests::sharedFacesDirectory;
using likeness::tests::sharedVideoDirectory;

inline const QStringList samples{"sample1.jpg", "sample2.jpg", "sample3.jpg",
                                 "sample4.jpg", "sample5.jpg", "sample6.jpg"};

inline base::Picture toPicture(const QImage &image, base::Picture::Format format = base::Picture::Format::Rgb)
{
    if (image.isNull())
        return {};
    const QImage plain = image.convertToFormat(
        format == base::Picture::Format::Rgb ? QImage::Format_RGB888 : QImage::Format_Grayscale8);
    base::Picture picture(plain.width(), plain.height(), format);
    for (int y = 0; y < plain.height(); ++y)
        std::memcpy(picture.line(y), plain.constScanLine(y), picture.bytesPerLine());
    return picture;
}

inline QImage sampleImage(const QString &name)
{
    return QImage(samplesDirectory() + '/' + name);
}

inline base::Picture samplePicture(const QString &name)
{
    return toPicture(sampleImage(name));
}

inline std::unique_ptr<FaceEngine> openShipped()
{
    auto engine = openFaceEngine(ModelFiles::inDirectory(modelsDirectory()));
    return engine ? std::move(*engine) : nullptr;
}

inline double distance(const model::Template &a, const model::Template &b)
{
    double sum = 0;
    for (size_t i = 0; i < a.size(); ++i)
        sum += (double(a[i]) - b[i]) * (double(a[i]) - b[i]);
    return std::sqrt(sum);
}

inline QJsonArray facesOf(const QString &file)
{
    QFile json(dataDirectory() + '/' + file);
    if (!json.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(json.readAll()).object().value("faces").toArray();
}

/// A face drawn by hand: tests/data/sample_faces.json.
struct DrawnFace {
    QString photo;
    QString person;
    QString pose;
    model::RelativeRect box;
    std::optional<model::EyePoints> eyes;
};

inline std::vector<DrawnFace> drawnFaces()
{
    std::vector<DrawnFace> faces;
    QString photo;
    QSizeF size;
    for (const QJsonValue &value : facesOf("sample_faces.json")) {
        const QJsonObject object = value.toObject();
        if (photo != object["photo"].toString()) {
            photo = object["photo"].toString();
            size = sampleImage(photo).size();
        }
        const QJsonArray b = object["box"].toArray(), e = object["eyes"].toArray();
        DrawnFace face{photo,
                       object["person"].toString(),
                       object["pose"].toString(),
                       {b[0].toDouble() / size.width(), b[1].toDouble() / size.height(),
                        b[2].toDouble() / size.width(), b[3].toDouble() / size.height()},
                       {}};
        if (e.size() == 4)
            face.eyes = {{e[0].toDouble() / size.width(), e[1].toDouble() / size.height()},
                         {e[2].toDouble() / size.width(), e[3].toDouble() / size.height()}};
        faces.push_back(face);
    }
    return faces;
}

/// What dlib's own networks made of a sample photograph: tests/data/golden_faces.json, see tst_golden.
struct GoldenFace {
    QString photo;
    model::FoundFace face; ///< box, landmarks, eyes, confidence
    model::Template values;
};

inline std::vector<GoldenFace> goldenFaces()
{
    std::vector<GoldenFace> faces;
    for (const QJsonValue &value : facesOf("golden_faces.json")) {
        const QJsonObject object = value.toObject();
        GoldenFace golden;
        golden.photo = object["photo"].toString();
        golden.face.box = model::rectFromJson(object["box"]).value_or(model::RelativeRect());
        golden.face.eyes = model::eyesFromJson(object["eyes"]).value_or(model::EyePoints());
        golden.face.confidence = object["confidence"].toDouble();
        const QJsonArray points = object["landmarks"].toArray(), values = object["template"].toArray();
        for (int i = 0; i < 5; ++i)
            golden.face.landmarks[i] = {points[2 * i].toDouble(), points[2 * i + 1].toDouble()};
        for (int i = 0; i < int(golden.values.size()); ++i)
            golden.values[i] = float(values[i].toDouble());
        faces.push_back(golden);
    }
    return faces;
}

/// The golden face that a drawn box means: its centre is inside. Null when there is none.
inline const GoldenFace *goldenOf(const std::vector<GoldenFace> &all, const DrawnFace &drawn)
{
    for (const GoldenFace &golden : all) {
        const auto c = golden.face.box.center();
        if (golden.photo == drawn.photo && c.x > drawn.box.x && c.x < drawn.box.right() &&
            c.y > drawn.box.y && c.y < drawn.box.bottom())
            return &golden;
    }
    return nullptr;
}

inline double overlap(const model::RelativeRect &a, const model::RelativeRect &b)
{
    const double width = std::min(a.right(), b.right()) - std::max(a.x, b.x);
    const double height = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    if (width <= 0 || height <= 0)
        return 0;
    const double inner = width * height;
    return inner / (a.width * a.height + b.width * b.height - inner);
}

} // namespace likeness::face::tests
