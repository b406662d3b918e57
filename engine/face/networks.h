// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/face/detection.h"
#include "engine/face/faceengine.h"

#include <array>
#include <vector>

namespace likeness::face
{

/// What the two engines have in common: a network that finds and one that describes. Pictures are RGB.
/// Both are thread-safe and may throw what their library throws.
class Finder
{
public:
    virtual ~Finder() = default;
    /// Detections scoring above `threshold`, overlaps suppressed, in the order of strongerFirst.
    /// The finder's own threshold is 0. `soFar` is told the same about the levels searched until then.
    /// Errors: Cancelled.
    using SoFar = std::function<void(const std::vector<Detection> &)>;
    virtual base::Result<std::vector<Detection>> detect(const base::Picture &picture,
                                                        const FinderSettings &settings, double threshold,
                                                        base::Progress &progress,
                                                        const SoFar &soFar = {}) const = 0;
};

class Describer
{
public:
    virtual ~Describer() = default;
    /// Each chip is 150x150. A template does not depend on the others of its batch.
    virtual std::vector<model::Template> describe(const std::vector<base::Picture> &chips) const = 0;
};

/// Weights as plain numbers, so that only one file needs dlib's network headers.
struct Convolution {
    int outputs = 0;
    int inputs = 0;
    int kernel = 0;
    int stride = 1;
    int padding = 0;
    std::vector<float> filters; ///< outputs x inputs x kernel x kernel; the following affine is folded in
    std::vector<float> bias;    ///< outputs
};

struct InputMean {
    float red = 0, green = 0, blue = 0; ///< subtracted before the division by 256
};

struct FinderWeights {
    InputMean mean;
    int window = 0;                        ///< side of the square detector window, pixels of a pyramid level
    OverlapLimit overlap;                  ///< the model's own rule for "the same face twice"
    std::vector<Convolution> convolutions; ///< from input to output, each but the last followed by ReLU
};

struct DescriberWeights {
    InputMean mean;
    /// From input to output: the stem, then two for each residual block.
    std::vector<Convolution> convolutions;
    std::vector<float> projection; ///< inputs x 128, the layer without bias at the end
};

} // namespace likeness::face
