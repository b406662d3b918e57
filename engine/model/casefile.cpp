// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/casefile.h"

#include <algorithm>
#include <cmath>

namespace likeness::model
{

qint64 oneIn(double share)
{
    constexpr double largest = 1e9;
    const double many = share > 0 ? std::min(largest, 1 / share) : largest;
    if (many < 10)
        return std::max<qint64>(1, qint64(std::llround(many)));
    const double step = std::pow(10, std::floor(std::log10(many)) - 1);
    return qint64(std::llround(std::round(many / step) * step));
}

QJsonArray weightJson(const Candidate &candidate)
{
    const auto &often = candidate.frequency;
    const auto &robustness = candidate.robustness;
    return {often ? QJsonValue(QJsonArray{often->share, often->low, often->high}) : QJsonValue(),
            candidate.lookAlikes ? QJsonValue(*candidate.lookAlikes) : QJsonValue(),
            robustness ? QJsonValue(robustness->kept) : QJsonValue(),
            robustness ? QJsonValue(robustness->of) : QJsonValue()};
}

bool isBeyondLine(const Search &search, const Candidate &candidate)
{
    if (!search.calibration || search.calibration->oneIn == 0)
        return false;
    return !candidate.frequency || candidate.frequency->high * search.calibration->oneIn > 1;
}

QString calibrationSourceName(Calibration::Source source)
{
    switch (source) {
    case Calibration::Source::Shipped:
        return QStringLiteral("shipped");
    case Calibration::Source::Gallery:
        return QStringLiteral("gallery");
    case Calibration::Source::None:
        break;
    }
    return QStringLiteral("none");
}

QJsonObject toJson(const Calibration &calibration)
{
    return {{"source", calibrationSourceName(calibration.source)},
            {"probe_class", calibration.probeClass},
            {"probes", calibration.probes},
            {"one_in", calibration.oneIn}};
}

std::optional<Calibration> calibrationFromJson(const QJsonObject &object)
{
    using Source = Calibration::Source;
    for (const Source source : {Source::None, Source::Shipped, Source::Gallery}) {
        const Calibration calibration{source, object["probe_class"].toString(), object["probes"].toInteger(),
                                      object["one_in"].toInt()};
        if (toJson(calibration) == object)
            return calibration;
    }
    return std::nullopt;
}

} // namespace likeness::model
