// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/aligner.h"

#include <dlib/image_processing/full_object_detection.h>
#include <dlib/image_processing/shape_predictor.h>
#include <dlib/image_transforms/interpolation.h>
#include <dlib/matrix.h>

#include <cmath>
#include <cstring>
#include <sstream>

namespace likeness::face
{

namespace
{

using Matrix = dlib::matrix<dlib::rgb_pixel>;
using Point = dlib::vector<double, 2>;

/// dlib reads the picture where it is.
auto view(const base::Picture &picture)
{
    static_assert(sizeof(dlib::rgb_pixel) == 3);
    return dlib::sub_image(reinterpret_cast<const dlib::rgb_pixel *>(picture.line(0)), picture.height(),
                           picture.width(), picture.width());
}

model::RelativePoint middle(const model::RelativePoint &a, const model::RelativePoint &b)
{
    return {(a.x + b.x) / 2, (a.y + b.y) / 2};
}

Point toPixel(const model::RelativePoint &point, const base::Picture &picture)
{
    return {point.x * picture.width() - 0.5, point.y * picture.height() - 0.5};
}

Frame toFrame(const dlib::chip_details &details)
{
    const auto center = dlib::center(details.rect);
    // drectangle counts its last pixel as inside, so its side is one more than right - left.
    return {center.x(), center.y(), details.rect.width(), details.angle};
}

// The corners of the eyes of dlib's mean five-point face, as in get_face_chip_details
// (dlib/image_transforms/interpolation.h), in its order; the face is 1 wide before padding.
const Point meanCorners[] = {{0.8595674595992, 0.2134981538014},
                             {0.6460604764104, 0.2289674387677},
                             {0.1205750620789, 0.2137274526848},
                             {0.3340850613712, 0.2290642403242}};

Point inChip(const Point &meanFacePoint)
{
    return (meanFacePoint + Point(chipPadding, chipPadding)) / (2 * chipPadding + 1) * chipSide;
}

} // namespace

model::EyePoints eyesOf(const Landmarks &landmarks)
{
    return {middle(landmarks[2], landmarks[3]), middle(landmarks[0], landmarks[1])};
}

Frame chipFrame(const Landmarks &landmarks, const base::Picture &picture)
{
    std::vector<dlib::point> parts;
    for (const model::RelativePoint &landmark : landmarks)
        parts.emplace_back(toPixel(landmark, picture)); // rounds, as the points were whole
    const dlib::full_object_detection face(dlib::rectangle(), parts);
    return toFrame(dlib::get_face_chip_details(face, chipSide, chipPadding));
}

Frame chipFrame(const model::EyePoints &eyes, const base::Picture &picture)
{
    // By hand: dlib's find_similarity_transform may answer two points with a mirror image.
    const Point fromLeft = inChip((meanCorners[2] + meanCorners[3]) / 2);
    const Point fromRight = inChip((meanCorners[0] + meanCorners[1]) / 2);
    const Point toLeft = toPixel(eyes.left, picture), toRight = toPixel(eyes.right, picture);
    const Point from = fromRight - fromLeft, to = toRight - toLeft;
    const double scale = dlib::length(to) / dlib::length(from);
    const double angle = std::atan2(to.y(), to.x()) - std::atan2(from.y(), from.x());
    const Point chipCenter(chipSide / 2.0, chipSide / 2.0);
    const Point center = toLeft + dlib::rotate_point(Point(), (chipCenter - fromLeft) * scale, angle);
    return {center.x(), center.y(), chipSide * scale, angle};
}

Frame follow(const Frame &frame, const Frame &from, const Frame &to)
{
    const double scale = to.side / from.side, angle = to.angle - from.angle;
    const Point offset(frame.centerX - from.centerX, frame.centerY - from.centerY);
    const Point center = Point(to.centerX, to.centerY) + dlib::rotate_point(Point(), offset * scale, angle);
    return {center.x(), center.y(), frame.side * scale, frame.angle + angle};
}

Frame squareFrame(const Detection &box)
{
    return {(box.left + box.right) / 2.0, (box.top + box.bottom) / 2.0, (box.width() + box.height()) / 2.0,
            0};
}

base::Picture cut(const base::Picture &picture, const Frame &frame, int sidePx)
{
    const dlib::chip_details details(
        dlib::centered_drect(Point(frame.centerX, frame.centerY), frame.side, frame.side),
        dlib::chip_dims(sidePx, sidePx), frame.angle);
    Matrix chip;
    dlib::extract_image_chip(view(picture), details, chip);
    base::Picture result(sidePx, sidePx, base::Picture::Format::Rgb);
    std::memcpy(result.line(0), &chip(0, 0), result.byteCount());
    return result;
}

struct LandmarkPredictor::Predictor {
    dlib::shape_predictor predict;
};

LandmarkPredictor::LandmarkPredictor(const QByteArray &bytes) : m_predictor(std::make_unique<Predictor>())
{
    std::istringstream in(bytes.toStdString(), std::ios::binary);
    dlib::deserialize(m_predictor->predict, in);
    if (m_predictor->predict.num_parts() != Landmarks().size())
        throw dlib::serialization_error("the predictor has other than five points");
}

LandmarkPredictor::~LandmarkPredictor() = default;

Landmarks LandmarkPredictor::predict(const base::Picture &picture, const Detection &box) const
{
    const auto shape =
        m_predictor->predict(view(picture), dlib::rectangle(box.left, box.top, box.right, box.bottom));
    Landmarks landmarks;
    for (size_t i = 0; i < landmarks.size(); ++i)
        landmarks[i] = toRelativePoint(double(shape.part(i).x()), double(shape.part(i).y()), picture);
    return landmarks;
}

} // namespace likeness::face
