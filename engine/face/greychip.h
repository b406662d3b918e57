// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"

#include <opencv2/core.hpp>

namespace likeness::face
{

/// A copy in grey: 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601). CV_8U.
cv::Mat greyOf(const base::Picture &picture);

} // namespace likeness::face
