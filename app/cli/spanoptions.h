// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/track.h"
#include "engine/model/video.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <optional>
#include <string>

namespace likeness::cli
{

/// Which part of a recording is looked at for faces, as --from, --to, --area and --smallest-face say it.
struct SpanOptions {
    std::optional<double> from; ///< seconds since the first frame; nothing for the beginning and the end
    std::optional<double> to;
    std::string area;
    int smallest = model::ScanSettings().smallestFacePx;
};

std::shared_ptr<SpanOptions> addSpanOptions(CLI::App &command);
/// Throws CLI::ValidationError for an end before the beginning and an area outside the picture.
void checkSpanOptions(const SpanOptions &options);
/// Of checked options.
model::ScanSettings scanSettings(const SpanOptions &options, const model::VideoIndex &index);

} // namespace likeness::cli
