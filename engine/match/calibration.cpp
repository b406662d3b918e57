// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/calibration.h"

#include "engine/match/bootstrap.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace likeness::match
{

namespace
{

using Source = model::Calibration::Source;

base::Result<ShippedStrangers> damaged(const char *what)
{
    return base::fail(base::ErrorCode::FileDamaged, QStringLiteral("strangers"), QLatin1String(what));
}

/// Finite numbers, ascending.
std::optional<std::vector<double>> ascending(const QJsonValue &value)
{
    std::vector<double> numbers;
    for (const QJsonValue &each : value.toArray()) {
        const double number = each.toDouble(std::nan(""));
        if (!std::isfinite(number) || (!numbers.empty() && number < numbers.back()))
            return std::nullopt;
        numbers.push_back(number);
    }
    return numbers;
}

model::Frequency frequencyOf(const Figure &figure)
{
    return {figure.value, figure.low, figure.high};
}

} // namespace

QString probeClassName(ProbeClass probeClass)
{
    switch (probeClass) {
    case ProbeClass::Small:
        return QStringLiteral("small");
    case ProbeClass::Blurred:
        return QStringLiteral("blurred");
    case ProbeClass::Clear:
        break;
    }
    return QStringLiteral("clear");
}

ProbeClass probeClassOf(const model::FaceQuality &quality)
{
    return quality.focus < blurredBelow           ? ProbeClass::Blurred
           : quality.eyeDistancePx < smallBelowPx ? ProbeClass::Small
                                                  : ProbeClass::Clear;
}

StrangerScores::StrangerScores(std::vector<double> scores) : m_scores(std::move(scores))
{
    std::sort(m_scores.begin(), m_scores.end());
}

model::Frequency StrangerScores::at(double score) const
{
    const auto closer = std::upper_bound(m_scores.begin(), m_scores.end(), score) - m_scores.begin();
    return frequencyOf(shareOf(double(closer), probes()));
}

const ShippedStrangers &ShippedStrangers::shipped()
{
    static const ShippedStrangers strangers = [] {
        QFile file(QStringLiteral(":/likeness/calibration/strangers.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the program lacks its own calibration");
        auto read = fromJson(file.readAll());
        if (!read)
            qFatal("the program's own calibration: %s", qPrintable(read.error().detail));
        return std::move(*read);
    }();
    return strangers;
}

base::Result<ShippedStrangers> ShippedStrangers::fromJson(const QByteArray &bytes)
{
    const QJsonObject file = QJsonDocument::fromJson(bytes).object();
    ShippedStrangers read;
    read.m_engineId = file["engine_version_id"].toString();
    read.m_probes = file["probes"].toInteger();
    const auto shares = ascending(file["shares"]);
    if (file["format"].toString() != QStringLiteral("likeness-strangers-1") || read.m_probes < 1 || !shares ||
        shares->size() < 2 || shares->front() <= 0 || shares->back() > 1)
        return damaged("its head");
    read.m_shares = *shares;
    for (const QJsonValue &each : file["galleries"].toArray()) {
        const qint64 persons = each["persons"].toInteger();
        const QJsonObject scores = each["scores"].toObject();
        for (const ProbeClass probeClass : allProbeClasses) {
            const auto curve = ascending(scores[probeClassName(probeClass)]);
            if (persons < 1 || !curve || curve->size() != read.m_shares.size())
                return damaged("a curve");
            read.m_curves[{each["normalised"].toBool(), probeClass}][persons] = *curve;
        }
    }
    for (const bool isNormalised : {false, true})
        for (const ProbeClass probeClass : allProbeClasses)
            if (!read.m_curves.contains({isNormalised, probeClass}))
                return damaged("a class without galleries");
    return read;
}

/// Below the first point: in proportion to the score it would go on downward, but nothing is known there; the first
/// point's share is the most that it can be.
double ShippedStrangers::shareIn(const Curve &curve, double score) const
{
    const auto above = std::upper_bound(curve.begin(), curve.end(), score);
    if (above == curve.begin())
        return m_shares.front();
    if (above == curve.end())
        return m_shares.back();
    const auto right = size_t(above - curve.begin()), left = right - 1;
    const double way = (score - curve[left]) / (curve[right] - curve[left]);
    return std::exp(std::log(m_shares[left]) + way * (std::log(m_shares[right]) - std::log(m_shares[left])));
}

std::optional<model::Frequency> ShippedStrangers::at(double score, qint64 persons, bool isNormalised,
                                                     ProbeClass probeClass) const
{
    const auto &bySize = m_curves.at({isNormalised, probeClass});
    const auto right = bySize.lower_bound(persons);
    if (right == bySize.end())
        return std::nullopt;
    double share = shareIn(right->second, score);
    if (right == bySize.begin()) {
        share *= double(std::max<qint64>(1, persons)) / double(right->first);
    } else if (right->first != persons) {
        const auto left = std::prev(right);
        const double way = std::log(double(persons) / double(left->first)) /
                           std::log(double(right->first) / double(left->first));
        share = std::exp((1 - way) * std::log(shareIn(left->second, score)) + way * std::log(share));
    }
    return frequencyOf(shareOf(share * double(m_probes), m_probes));
}

model::Calibration calibrate(std::vector<model::Candidate> &candidates, const GalleryKnown &gallery,
                             const std::vector<model::FaceQuality> &probes, int oneIn)
{
    ProbeClass worst = ProbeClass::Clear;
    for (const model::FaceQuality &probe : probes)
        worst = std::max(worst, probeClassOf(probe));
    const bool isOwn = gallery.own && gallery.persons >= fewestPersonsCalibrated && gallery.own->probes() > 0;
    const ShippedStrangers &shipped = ShippedStrangers::shipped();
    const bool isShipped = !isOwn && gallery.persons < fewestPersonsCalibrated && shipped.engineId() == gallery.engineId;
    const auto frames = double(probes.size());
    for (model::Candidate &candidate : candidates) {
        candidate.frequency.reset();
        if (isOwn)
            candidate.frequency = gallery.own->at(candidate.score());
        else if (isShipped)
            candidate.frequency = shipped.at(candidate.score(), gallery.persons, gallery.isNormalised, worst);
        if (candidate.frequency) {
            candidate.frequency->share = std::min(1.0, candidate.frequency->share * frames);
            candidate.frequency->high = std::min(1.0, candidate.frequency->high * frames);
        }
    }
    const Source source = isOwn ? Source::Gallery : isShipped ? Source::Shipped : Source::None;
    return {source, probeClassName(worst), isOwn ? gallery.own->probes() : isShipped ? shipped.probes() : 0, oneIn};
}

} // namespace likeness::match
