// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/networks.h"

#include <memory>

namespace likeness::face
{

/// dlib's face recognition ResNet run through our own convolutions, 16 chips at a time. Each chip is worked
/// through the same sums in the same order, whatever else is in its batch.
std::unique_ptr<Describer> makeDirectDescriber(const DescriberWeights &weights);

} // namespace likeness::face
