// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/casefile.h"

#include <QByteArray>

#include <array>
#include <map>
#include <vector>

namespace likeness::match
{

/// How often an innocent would get a candidate this close. Strangers, people who are not in a gallery, are searched in
/// it (strangers.h); the share of them whose nearest person is at least as close as a candidate is the candidate's
/// frequency. It depends on the gallery, and could depend on how good the probe is.
///
/// Where scores are normalised it does not, as far as some thousand strangers can tell (`likeness-benchmark strangers`):
/// the scale of a small or blurred probe is what such pictures have in common. So a gallery's own strangers are its
/// portraits as they are, and serve probes of every class. Plain distances do depend on it, so what ships has a curve
/// for each class.
enum class ProbeClass {
    Clear,   ///< in focus, and large enough that its chip is not made up
    Small,   ///< fewer than smallBelowPx between the eyes. Strangers of it are reduced to smallEyesPx
    Blurred, ///< a focus under blurredBelow, whatever its size. Strangers of it are blurred on the chip by blurPx
};
constexpr std::array<ProbeClass, 3> allProbeClasses{ProbeClass::Clear, ProbeClass::Small, ProbeClass::Blurred};
QString probeClassName(ProbeClass probeClass); ///< "clear", "small", "blurred"
ProbeClass probeClassOf(const model::FaceQuality &quality);
constexpr double smallBelowPx = 40;
constexpr double smallEyesPx = 32;
constexpr double blurredBelow = 10; ///< variance of the Laplacian of the chip: FaceQuality::focus
constexpr double blurPx = 2;        ///< deviation of a Gaussian on the chip of 150 px

/// The scores of strangers' nearest persons in one gallery.
class StrangerScores
{
public:
    StrangerScores() = default;
    explicit StrangerScores(std::vector<double> scores);
    qint64 probes() const { return qint64(m_scores.size()); }
    /// The share that is at least as close, and its interval by Wilson's method. 0 to 1 without strangers.
    model::Frequency at(double score) const;

private:
    std::vector<double> m_scores; ///< ascending
};

/// Galleries with fewer persons say too little of one in a hundred by themselves.
constexpr qint64 fewestPersonsCalibrated = 1000;

/// What ships for smaller galleries: how close strangers came in galleries of some sizes, drawn out of the persons that
/// the engine was developed on (numbers only; `likeness-benchmark strangers --calibration FILE` makes it, and tells how well
/// it agrees). Between two sizes the share goes by the logarithm of both; below the smallest it is proportional.
class ShippedStrangers
{
public:
    static const ShippedStrangers &shipped();
    /// FileDamaged (detail: what is wrong) for anything but such a file.
    static base::Result<ShippedStrangers> fromJson(const QByteArray &bytes);

    const QString &engineId() const { return m_engineId; } ///< the version whose scores these are
    qint64 probes() const { return m_probes; }             ///< persons who were strangers
    /// Nothing for a gallery of more persons than the largest there. `isNormalised`: the gallery has a cohort, of
    /// nearly all its persons.
    std::optional<model::Frequency> at(double score, qint64 persons, bool isNormalised, ProbeClass probeClass) const;

private:
    /// Scores under which the shares of m_shares of the strangers have somebody.
    using Curve = std::vector<double>;
    double shareIn(const Curve &curve, double score) const;

    QString m_engineId;
    qint64 m_probes = 0;
    std::vector<double> m_shares; ///< ascending, of all curves
    std::map<std::pair<bool, ProbeClass>, std::map<qint64, Curve>> m_curves; ///< by persons
};

/// What is known about a search in a gallery.
struct GalleryKnown {
    const StrangerScores *own = nullptr; ///< null: not measured
    QString engineId;
    qint64 persons = 0;
    bool isNormalised = false;
};
/// Gives candidates their frequencies, and says what these rest on. The best-known of the two sources serves: the
/// gallery's own strangers from fewestPersonsCalibrated on, else what ships, else none. With several frames of one face
/// any of them may bring a stranger near: the share is at most that of one times their number, and so it is given.
/// The class is that of the worst frame.
model::Calibration calibrate(std::vector<model::Candidate> &candidates, const GalleryKnown &gallery,
                             const std::vector<model::FaceQuality> &probes, int oneIn);

} // namespace likeness::match
