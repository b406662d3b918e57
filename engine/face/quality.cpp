// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/quality.h"

#include "engine/face/greychip.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace likeness::face
{

namespace
{

using Grade = model::FaceQuality::Grade;

cv::Mat maskOf(const FacePixels &pixels)
{
    return cv::Mat(pixels, true).reshape(1, chipSide);
}

double deviationOf(const cv::Mat &values, const FacePixels &pixels)
{
    cv::Scalar mean, deviation;
    cv::meanStdDev(values, mean, deviation, maskOf(pixels));
    return deviation[0];
}

/// Whether a chip's pixel counts, by its distance from the middle of the chip.
bool isFace(double fromX, double fromY)
{
    const double x = fromX / 50, y = (fromY - 10) / 60;
    return x * x + y * y <= 1;
}

Grade gradeOf(double value, double unsuitableBelow, double limitedBelow)
{
    return value < unsuitableBelow ? Grade::Unsuitable
           : value < limitedBelow  ? Grade::Limited
                                   : Grade::Suitable;
}

/// Of what is worse the more there is of it.
Grade gradeOfMuch(double value, double unsuitableOver, double limitedOver)
{
    return value > unsuitableOver ? Grade::Unsuitable
           : value > limitedOver  ? Grade::Limited
                                  : Grade::Suitable;
}

/// Of what was never seen to lose enough to be unsuitable.
Grade limitedOver(double value, double limited)
{
    return value > limited ? Grade::Limited : Grade::Suitable;
}

} // namespace

FacePixels facePixels()
{
    FacePixels pixels;
    for (int y = 0; y < chipSide; ++y)
        for (int x = 0; x < chipSide; ++x)
            pixels.push_back(isFace(x + 0.5 - chipSide / 2.0, y + 0.5 - chipSide / 2.0) ? 255 : 0);
    return pixels;
}

FacePixels facePixels(const Frame &frame, const base::Picture &picture)
{
    FacePixels pixels = facePixels();
    const double scale = frame.side / chipSide;
    // The step from the last pixels to the black beyond them is none of the face.
    const double margin = 2 * scale;
    for (int y = 0; y < chipSide; ++y)
        for (int x = 0; x < chipSide; ++x) {
            const double right = scale * (x + 0.5 - chipSide / 2.0),
                         down = scale * (y + 0.5 - chipSide / 2.0);
            const double column =
                frame.centerX + right * std::cos(frame.angle) - down * std::sin(frame.angle);
            const double row = frame.centerY + right * std::sin(frame.angle) + down * std::cos(frame.angle);
            if (column < margin || row < margin || column > picture.width() - 1 - margin ||
                row > picture.height() - 1 - margin)
                pixels[size_t(y * chipSide + x)] = 0;
        }
    return pixels;
}

double focusOf(const base::Picture &chip, const FacePixels &pixels)
{
    cv::Mat laplacian;
    cv::Laplacian(greyOf(chip), laplacian, CV_64F, 1);
    const double deviation = deviationOf(laplacian, pixels);
    return deviation * deviation;
}

double contrastOf(const base::Picture &chip, const FacePixels &pixels)
{
    return deviationOf(greyOf(chip), pixels);
}

Exposure exposureOf(const base::Picture &chip, const FacePixels &pixels)
{
    constexpr int bright = 247;
    const cv::Mat grey = greyOf(chip), part = maskOf(pixels);
    return {cv::mean(grey, part)[0],
            double(cv::countNonZero((grey >= bright) & part)) / std::max(1, cv::countNonZero(part))};
}

model::FaceQuality grade(const QualityMeasures &measures)
{
    model::FaceQuality quality;
    quality.eyeDistancePx = measures.eyeDistancePx;
    quality.focus = measures.focus;
    quality.contrast = measures.contrast;
    quality.plausibility = std::clamp((measures.finderScore + 1) / 2, 0.0, 1.0);
    quality.grade = Grade::Suitable;
    const auto count = [&](const char *name, double value, Grade single) {
        quality.components.push_back({QString::fromLatin1(name), value, single});
        quality.grade = std::max(quality.grade, single);
        if (single != Grade::Suitable)
            quality.reasons += QString::fromLatin1(name);
    };
    count("eye-distance", measures.eyeDistancePx,
          gradeOf(measures.eyeDistancePx, unsuitableEyeDistancePx, limitedEyeDistancePx));
    if (measures.pose) {
        count("yaw", measures.pose->yaw, limitedOver(std::abs(measures.pose->yaw), limitedYaw));
        count("pitch", measures.pose->pitch, limitedOver(std::abs(measures.pose->pitch), limitedPitch));
        count("roll", measures.pose->roll, Grade::Suitable);
    }
    count("focus", measures.focus, gradeOf(measures.focus, unsuitableFocus, limitedFocus));
    count("under-exposure", measures.exposure.luminance,
          gradeOf(measures.exposure.luminance, unsuitableLuminance, limitedLuminance));
    count("over-exposure", measures.exposure.brightShare,
          gradeOfMuch(measures.exposure.brightShare, unsuitableBrightShare, limitedBrightShare));
    count("contrast", measures.contrast, gradeOf(measures.contrast, unsuitableContrast, limitedContrast));
    // The means are of faces that look ahead: of others they cannot say that something is covered.
    const bool isAhead = measures.pose && std::abs(measures.pose->yaw) <= limitedYaw;
    const Grade worst = isAhead ? Grade::Unsuitable : Grade::Limited;
    count("eyes-visible", measures.visibility.eyes,
          std::min(worst, gradeOf(measures.visibility.eyes, unsuitableEyesVisible, limitedEyesVisible)));
    count("mouth-visible", measures.visibility.mouth,
          std::min(worst, gradeOf(measures.visibility.mouth, unsuitableMouthVisible, limitedMouthVisible)));
    count("compression", measures.blockiness,
          gradeOfMuch(measures.blockiness, unsuitableBlockiness, limitedBlockiness));
    const Grade plausible = gradeOf(quality.plausibility, unsuitablePlausibility, limitedPlausibility);
    count("plausibility", quality.plausibility,
          measures.eyesByHand ? std::min(plausible, Grade::Limited) : plausible);
    return quality;
}

} // namespace likeness::face
