// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/greychip.h"

#include <opencv2/imgproc.hpp>

namespace likeness::face
{

cv::Mat greyOf(const base::Picture &picture)
{
    // OpenCV does not write to it, but its Mat knows no const.
    const cv::Mat pixels(picture.height(), picture.width(), CV_8UC(picture.channels()),
                         const_cast<uchar *>(picture.line(0)));
    if (picture.format() == base::Picture::Format::Grey)
        return pixels.clone();
    cv::Mat grey;
    cv::cvtColor(pixels, grey, cv::COLOR_RGB2GRAY);
    return grey;
}

} // namespace likeness::face
