// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/chipviews.h"

#include <algorithm>
#include <cmath>

namespace likeness::face
{

namespace
{

base::Picture mirrored(const base::Picture &chip)
{
    base::Picture mirror(chip.width(), chip.height(), base::Picture::Format::Rgb);
    for (int row = 0; row < chip.height(); ++row)
        for (int column = 0; column < chip.width(); ++column)
            std::copy_n(chip.line(row) + 3 * (chip.width() - 1 - column), 3, mirror.line(row) + 3 * column);
    return mirror;
}

/// Where a row or column of the view lies in the chip: between `first` and the next one.
struct Sample {
    int first;
    double part;
};

std::vector<Sample> samples(int size, double step)
{
    const double middle = (size - 1) / 2.0;
    std::vector<Sample> result;
    for (int i = 0; i < size; ++i) {
        const double at = std::clamp(middle + (i - middle) * step, 0.0, double(size - 1));
        const int first = std::min(int(at), size - 2);
        result.push_back({first, at - first});
    }
    return result;
}

/// A pixel of the view covers `step` pixels of the chip to each side.
base::Picture scaled(const base::Picture &chip, double step)
{
    const auto columns = samples(chip.width(), step);
    const auto rows = samples(chip.height(), step);
    base::Picture view(chip.width(), chip.height(), base::Picture::Format::Rgb);
    for (int y = 0; y < chip.height(); ++y) {
        const auto [firstRow, down] = rows[size_t(y)];
        const uchar *upper = chip.line(firstRow);
        const uchar *lower = chip.line(firstRow + 1);
        uchar *out = view.line(y);
        for (const auto [firstColumn, right] : columns)
            for (int channel = 0; channel < 3; ++channel) {
                const int at = 3 * firstColumn + channel;
                const double above = (1 - right) * upper[at] + right * upper[at + 3];
                const double below = (1 - right) * lower[at] + right * lower[at + 3];
                *out++ = uchar(std::lround((1 - down) * above + down * below));
            }
    }
    return view;
}

} // namespace

std::vector<base::Picture> viewsOf(const base::Picture &chip, const DescriberSettings &settings)
{
    std::vector<base::Picture> views{chip};
    if (settings.sizes)
        views.insert(views.end(), {scaled(chip, largerFace), scaled(chip, smallerFace)});
    if (settings.mirror)
        for (size_t i = 0; i < views.size(); i += 2)
            views.insert(views.begin() + qsizetype(i) + 1, mirrored(views[i]));
    return views;
}

} // namespace likeness::face
