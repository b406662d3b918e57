// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/networks.h"

#include <QByteArray>

#include <memory>

namespace likeness::face
{

// The only door to dlib's neural networks: dlibnetworks.cpp takes over a minute to compile.
// All calls throw dlib::serialization_error on bytes that are not the network they should be.

/// Weights as plain arrays, out of the bytes of mmod_human_face_detector.dat.
FinderWeights readFinderWeights(const QByteArray &bytes);
/// Out of the bytes of dlib_face_recognition_resnet_model_v1.dat.
DescriberWeights readDescriberWeights(const QByteArray &bytes);

/// dlib's own networks, run by dlib. Slow; what every other path is measured against. The finder looks at
/// cancel before each enlarged level and before dlib's pyramid, which is one step of many seconds.
std::unique_ptr<Finder> makeDlibFinder(const QByteArray &bytes);
std::unique_ptr<Describer> makeDlibDescriber(const QByteArray &bytes);

} // namespace likeness::face
