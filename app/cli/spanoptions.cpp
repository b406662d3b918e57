// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/spanoptions.h"

#include "app/cli/clitext.h"
#include "app/cli/commands.h"

#include <limits>

namespace likeness::cli
{

std::shared_ptr<SpanOptions> addSpanOptions(CLI::App &command)
{
    const auto options = std::make_shared<SpanOptions>();
    const auto notBefore = CLI::Range(0.0, std::numeric_limits<double>::max());
    command
        .add_option("--from", options->from,
                    CliText::tr("Seconds after the first frame to begin at").toStdString())
        ->check(notBefore);
    command
        .add_option("--to", options->to, CliText::tr("Seconds after the first frame to end at").toStdString())
        ->check(notBefore);
    command
        .add_option("--area", options->area,
                    CliText::tr("Only faces with their middle in this box").toStdString())
        ->type_name("x,y,w,h");
    command
        .add_option("--smallest-face", options->smallest,
                    CliText::tr("Side in pixels of the smallest face to look for").toStdString())
        ->check(CLI::Range(20, 30000))
        ->capture_default_str();
    return options;
}

void checkSpanOptions(const SpanOptions &options)
{
    if (options.from && options.to && *options.from > *options.to)
        throw CLI::ValidationError("--to", "lies before --from");
    if (!options.area.empty() && !model::rectFromText(text(options.area)))
        throw CLI::ValidationError("--area", "x,y,w,h from 0 to 1, inside the picture");
}

model::ScanSettings scanSettings(const SpanOptions &options, const model::VideoIndex &index)
{
    model::ScanSettings settings;
    settings.firstFrame = options.from ? index.frameAt(*options.from) : 0;
    settings.lastFrame = options.to ? index.frameAt(*options.to) : qint64(index.frames.size()) - 1;
    settings.smallestFacePx = options.smallest;
    if (!options.area.empty())
        settings.area = model::rectFromText(text(options.area));
    return settings;
}

} // namespace likeness::cli
