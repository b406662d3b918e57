// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/quality.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace likeness::face
{

namespace
{

using Grade = model::FaceQuality::Grade;

cv::Mat greyOf(const base::Picture &chip)
{
    // OpenCV does not write to it, but its Mat knows no const.
    const cv::Mat pixels(chip.height(), chip.width(), CV_8UC(chip.channels()),
                         const_cast<uchar *>(chip.line(0)));
    if (chip.format() == base::Picture::Format::Grey)
        return pixels.clone();
    cv::Mat grey;
    cv::cvtColor(pixels, grey, cv::COLOR_RGB2GRAY);
    return grey;
}

double deviationOf(const cv::Mat &values)
{
    cv::Scalar mean, deviation;
    cv::meanStdDev(values, mean, deviation);
    return deviation[0];
}

Grade gradeOf(double value, double unsuitableBelow, double limitedBelow)
{
    return value < unsuitableBelow ? Grade::Unsuitable
           : value < limitedBelow  ? Grade::Limited
                                   : Grade::Suitable;
}

} // namespace

double focusOf(const base::Picture &chip)
{
    cv::Mat laplacian;
    cv::Laplacian(greyOf(chip), laplacian, CV_64F, 1);
    const double deviation = deviationOf(laplacian);
    return deviation * deviation;
}

double contrastOf(const base::Picture &chip)
{
    return deviationOf(greyOf(chip));
}

model::FaceQuality grade(const QualityMeasures &measures)
{
    model::FaceQuality quality;
    quality.eyeDistancePx = measures.eyeDistancePx;
    quality.focus = measures.focus;
    quality.contrast = measures.contrast;
    quality.plausibility = std::clamp((measures.finderScore + 1) / 2, 0.0, 1.0);
    quality.grade = Grade::Suitable;
    const auto count = [&](Grade single, const char *reason) {
        quality.grade = std::max(quality.grade, single);
        if (single != Grade::Suitable)
            quality.reasons += QString::fromLatin1(reason);
    };
    count(gradeOf(measures.eyeDistancePx, unsuitableEyeDistancePx, limitedEyeDistancePx), "eye-distance");
    count(gradeOf(measures.focus, unsuitableFocus, limitedFocus), "focus");
    count(gradeOf(measures.contrast, unsuitableContrast, limitedContrast), "contrast");
    const Grade plausible = gradeOf(quality.plausibility, unsuitablePlausibility, limitedPlausibility);
    count(measures.eyesByHand ? std::min(plausible, Grade::Limited) : plausible, "plausibility");
    return quality;
}

} // namespace likeness::face
