// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/face.h"

#include <QByteArray>

#include <array>

namespace likeness::face
{

/// A symmetric linear map of templates under which the ways in which pictures of one person differ count less in a
/// distance: S^(-1/5), where S is the covariance of templates within persons (Hatch et al., "Within-class covariance
/// normalization", 2006, which takes S^(-1/2); the smaller power was better on persons not used to fit it), with no variance under a
/// hundredth of the largest. Its size is such that the means of persons are spread as far after it as before, so that
/// distances keep their magnitude.
///
/// The shipped one was fitted on the shared development faces by `likeness-benchmark accuracy --projection FILE`,
/// which prints what it changes on persons it was not fitted on. The file holds these numbers alone.
class Projection
{
public:
    static constexpr int dimensions = 128;
    using Matrix = std::array<std::array<float, dimensions>, dimensions>; ///< symmetric

    explicit Projection(const Matrix &matrix);
    /// FileDamaged for anything but toBytes() of one.
    static base::Result<Projection> fromBytes(const QByteArray &bytes);
    static const Projection &shipped();

    /// A line that names the format, then the lower triangle by rows, IEEE 754 little-endian single precision.
    QByteArray toBytes() const;
    QString sha256() const { return m_sha256; } ///< of toBytes()
    /// Summed in double, dimension 0 to 127 in order, without fused multiply-add.
    model::Template map(const model::Template &values) const;

private:
    Matrix m_matrix;
    QString m_sha256;
};

} // namespace likeness::face
