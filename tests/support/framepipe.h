// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"

#include <QProcess>
#include <QStringList>

#include <optional>

namespace likeness::tests
{

/// Frames out of the ffmpeg program, for tests and measurements of what comes after decoding.
class FramePipe
{
public:
    /// `source` are the arguments before the output: {"-i", file}, or a generated picture. The frames must
    /// come out as `width` x `height`; ffmpeg is told to scale them, after
    /// `filters` in its own notation.
    FramePipe(const QStringList &source, int width, int height, const QString &filters = {});
    ~FramePipe();
    /// Nothing at the end.
    std::optional<base::Picture> next();

private:
    QProcess m_ffmpeg;
    int m_width;
    int m_height;
};

} // namespace likeness::tests
