// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmark/strangersbenchmark.h"

#include "engine/base/canonicaljson.h"
#include "engine/base/parallel.h"
#include "engine/casework/enrolment.h"
#include "engine/match/bootstrap.h"
#include "engine/match/evaluation.h"
#include "engine/match/gallerysearch.h"
#include "engine/match/strangers.h"
#include "tests/benchmark/engines.h"
#include "tests/benchmark/pictures.h"
#include "tests/support/testdata.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>
#include <random>
#include <set>

namespace likeness::benchmark
{

namespace
{

using match::ProbeClass;

constexpr int draws = 8;
/// What is written of each curve.
const std::vector<double> shares{0.0005, 0.001, 0.002, 0.003, 0.005, 0.0075, 0.01, 0.015,
                                 0.02,   0.03,  0.05,  0.1,   0.2,   0.4,    0.7,  1};

base::Picture pictureOf(const cv::Mat &pixels)
{
    base::Picture picture(pixels.cols, pixels.rows, base::Picture::Format::Rgb);
    for (int y = 0; y < pixels.rows; ++y)
        std::memcpy(picture.line(y), pixels.ptr(y), size_t(pixels.cols) * 3);
    return picture;
}

/// OpenCV does not write to it, but its Mat knows no const.
cv::Mat pixelsOf(const base::Picture &picture)
{
    return {picture.height(), picture.width(), CV_8UC3, const_cast<uchar *>(picture.line(0))};
}

std::optional<casework::PortraitFace> faceIn(const face::FaceEngine &engine, const base::Picture &picture)
{
    base::Progress progress;
    auto found = casework::findPortraitFace(engine, picture, progress);
    if (!found || found->outcome != model::EnrolOutcome::Enrolled)
        return std::nullopt;
    return std::move(found->found);
}

struct Described {
    model::Template plain{};
    std::map<ProbeClass, model::Template> values;
};

std::optional<Described> described(const face::FaceEngine &engine, const QString &path)
{
    const base::Picture picture = readPicture(path);
    const auto clear = faceIn(engine, picture);
    if (!clear)
        return std::nullopt;
    // As a camera with fewer pixels sees it, and found again in that.
    const double factor = std::min(1.0, match::smallEyesPx / clear->face.quality.eyeDistancePx);
    cv::Mat small, blurred;
    cv::resize(pixelsOf(picture), small, {}, factor, factor, cv::INTER_AREA);
    const auto reduced = faceIn(engine, pictureOf(small));
    if (!reduced)
        return std::nullopt;
    model::AlignedChip chip = clear->chip;
    cv::GaussianBlur(pixelsOf(chip.picture), blurred, {}, match::blurPx);
    chip.picture = pictureOf(blurred);
    const auto values = engine.describe({clear->chip, reduced->chip, chip}, face::DescriberSettings::shipped());
    const auto plain = engine.describe({clear->chip}, {});
    if (!values || !plain)
        return std::nullopt;
    return Described{plain->front(),
                     {{ProbeClass::Clear, (*values)[0]},
                      {ProbeClass::Small, (*values)[1]},
                      {ProbeClass::Blurred, (*values)[2]}}};
}

using Places = std::vector<size_t>;

/// Persons in an order of chance.
Places shuffled(size_t persons, unsigned seed)
{
    Places places(persons);
    std::iota(places.begin(), places.end(), size_t(0));
    std::mt19937 random(seed);
    for (size_t i = persons; i > 1; --i)
        std::swap(places[i - 1], places[random() % i]);
    return places;
}

/// Persons enrolled with their clear pictures.
std::vector<model::EnrolledTemplate> enrolled(const StrangerFaces &faces, const Places &places)
{
    std::vector<model::EnrolledTemplate> rows;
    for (const size_t place : places)
        rows.push_back({model::PortraitId(faces.persons[place]), model::PersonId(faces.persons[place]),
                        faces.persons[place], faces.persons[place], faces.values.at(ProbeClass::Clear)[place], {}});
    return rows;
}

std::vector<match::Cohort::Member> members(const StrangerFaces &faces, const Places &places, ProbeClass probeClass)
{
    std::vector<match::Cohort::Member> all;
    for (const size_t place : places)
        all.push_back({faces.persons[place], faces.values.at(probeClass)[place]});
    return all;
}

match::TemplateMatrix galleryOf(const StrangerFaces &faces, const Places &places, bool isNormalised)
{
    return match::TemplateMatrix(enrolled(faces, places),
                                 isNormalised ? match::Cohort(members(faces, places, ProbeClass::Clear))
                                              : match::Cohort());
}

/// The scores of the nearest persons, on all processors.
std::vector<double> nearest(const match::TemplateMatrix &gallery, const StrangerFaces &faces, const Places &strangers,
                            ProbeClass probeClass)
{
    std::vector<double> scores(strangers.size());
    match::SearchRequest request;
    request.limit = 1;
    base::inParallel(strangers.size(), [&](size_t i) {
        base::Progress progress;
        scores[i] =
            match::nearestPersons(gallery, faces.values.at(probeClass)[strangers[i]], request, progress)->front().score();
    });
    return scores;
}

QJsonArray curveOf(std::vector<double> scores)
{
    std::sort(scores.begin(), scores.end());
    QJsonArray curve;
    for (const double share : shares) {
        const auto place = std::min(scores.size() - 1, size_t(share * double(scores.size())));
        curve.append(std::round(scores[place] * 1e6) / 1e6);
    }
    return curve;
}

QString interval(const match::Figure &figure)
{
    return QStringLiteral("%1% (%2 to %3)")
        .arg(100 * figure.value, 5, 'f', 2)
        .arg(100 * figure.low, 4, 'f', 2)
        .arg(100 * figure.high, 4, 'f', 2);
}

/// Halves of the persons, by turns.
StrangerFaces half(const StrangerFaces &faces, size_t which)
{
    StrangerFaces some;
    for (size_t i = which; i < faces.persons.size(); i += 2) {
        some.persons.push_back(faces.persons[i]);
        for (const auto &[probeClass, values] : faces.values)
            some.values[probeClass].push_back(values[i]);
    }
    return some;
}

/// One line of the agreement: scores of strangers against what the calibration says of them.
QJsonObject agreement(const QString &name, const std::vector<double> &scores,
                      const std::function<model::Frequency(double)> &frequency, QTextStream &table)
{
    qint64 above = 0;
    QJsonArray levels;
    QStringList texts;
    for (const double score : scores)
        above += frequency(score).high * 100 <= 1 ? 1 : 0;
    const match::Figure listed = match::shareOf(double(above), qint64(scores.size()));
    for (const double level : {0.1, 0.025, 0.01}) {
        // The score that is shown as this share: how many of these strangers come that close?
        double low = 0, high = 100;
        for (int i = 0; i < 60; ++i) {
            const double middle = (low + high) / 2;
            (frequency(middle).share < level ? low : high) = middle;
        }
        const auto shown = frequency(high);
        const qint64 seen = std::count_if(scores.begin(), scores.end(), [&](double score) { return score <= low; });
        const match::Figure observed = match::shareOf(double(seen), qint64(scores.size()));
        levels.append(QJsonObject{{"shown", shown.share},
                                  {"interval", QJsonArray{shown.low, shown.high}},
                                  {"observed", observed.value},
                                  {"observed_interval", QJsonArray{observed.low, observed.high}},
                                  {"agrees", observed.value >= shown.low && observed.value <= shown.high}});
        texts += QStringLiteral("%1% -> %2").arg(100 * level, 4, 'f', 1).arg(interval(observed));
    }
    table << QStringLiteral("  %1 above the line %2   shown -> observed: %3\n")
                 .arg(name, -34)
                 .arg(interval(listed), texts.join(QStringLiteral(", ")));
    table.flush();
    return {{"name", name},
            {"strangers", qint64(scores.size())},
            {"above_line", above},
            {"above_line_interval", QJsonArray{listed.low, listed.high}},
            {"levels", levels}};
}

} // namespace

StrangerFaces strangerFaces()
{
    const QDir directory(tests::sharedFacesDirectory());
    const QStringList names = directory.entryList({QStringLiteral("*_0001.jpg")}, QDir::Files, QDir::Name);
    std::vector<std::optional<Described>> all(size_t(names.size()));
    base::inParallel(all.size(),
                     [&](size_t i) { all[i] = described(shipped(), directory.filePath(names[qsizetype(i)])); });
    match::EvaluatedFaces plain;
    Places places;
    for (size_t i = 0; i < all.size(); ++i)
        if (all[i]) {
            plain.persons.push_back(names[qsizetype(i)].chopped(9)); // "_0001.jpg"
            plain.values.push_back(all[i]->plain);
            places.push_back(i);
        }
    std::set<size_t> wrong;
    for (const match::LabelError &error : match::labelErrors(plain))
        wrong.insert({error.face, error.other});
    StrangerFaces faces;
    for (size_t i = 0; i < places.size(); ++i) {
        if (wrong.contains(i))
            continue;
        faces.persons.push_back(plain.persons[i]);
        for (const auto &[probeClass, values] : all[places[i]]->values)
            faces.values[probeClass].push_back(values);
    }
    return faces;
}

QJsonObject strangersTable(const StrangerFaces &faces)
{
    QJsonArray galleries;
    for (const bool isNormalised : {false, true})
        for (const size_t persons : {10, 30, 100, 200, 300, 500, 700, 1000}) {
            if ((isNormalised && persons < match::Cohort::smallest) || persons * 3 > faces.persons.size() * 2)
                continue;
            std::map<ProbeClass, std::vector<double>> scores;
            for (unsigned draw = 0; draw < draws; ++draw) {
                const Places places = shuffled(faces.persons.size(), draw + 1);
                const Places inside(places.begin(), places.begin() + qsizetype(persons));
                const Places outside(places.begin() + qsizetype(persons), places.end());
                const auto gallery = galleryOf(faces, inside, isNormalised);
                for (const ProbeClass probeClass : match::allProbeClasses) {
                    const auto some = nearest(gallery, faces, outside, probeClass);
                    scores[probeClass].insert(scores[probeClass].end(), some.begin(), some.end());
                }
            }
            QJsonObject curves;
            for (const auto &[probeClass, all] : scores)
                curves[match::probeClassName(probeClass)] = curveOf(all);
            galleries.append(
                QJsonObject{{"persons", qint64(persons)}, {"normalised", isNormalised}, {"scores", curves}});
        }
    QJsonArray levels;
    for (const double share : shares)
        levels.append(share);
    return {{"format", "likeness-strangers-1"},
            {"engine_version_id", shipped().version(face::DescriberSettings::shipped()).id()},
            {"probes", qint64(faces.persons.size())},
            {"shares", levels},
            {"galleries", galleries}};
}

QJsonObject strangersBenchmark(const StrangerFaces &faces, const QString &file, QTextStream &table)
{
    if (!file.isEmpty()) {
        QFile out(file);
        const QByteArray bytes = base::canonicalJson(strangersTable(faces));
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("%s is not written", qPrintable(file));
    }
    QJsonArray lines;
    table << "Strangers, " << faces.persons.size() << " persons of the shared faces: share of those who get somebody above "
          << "the line at 1 in 100, and what is observed where 10%, 2.5%, 1% are shown (95% intervals)\n";

    // What would ship, made of one half of the persons; galleries and strangers are of the other half.
    for (const size_t which : {0, 1}) {
        const auto made = match::ShippedStrangers::fromJson(base::canonicalJson(strangersTable(half(faces, 1 - which))));
        if (!made)
            qFatal("the table of a half: %s", qPrintable(made.error().detail));
        const StrangerFaces others = half(faces, which);
        for (const size_t persons : {100, 500})
            for (const ProbeClass probeClass : match::allProbeClasses) {
                std::vector<double> scores;
                const Places places = shuffled(others.persons.size(), 100);
                const bool isNormalised = persons >= match::Cohort::smallest;
                const auto gallery =
                    galleryOf(others, {places.begin(), places.begin() + qsizetype(persons)}, isNormalised);
                scores = nearest(gallery, others, {places.begin() + qsizetype(persons), places.end()}, probeClass);
                lines.append(agreement(QStringLiteral("%1 persons, shipped, %2 (half %3)")
                                           .arg(persons)
                                           .arg(match::probeClassName(probeClass))
                                           .arg(which + 1),
                                       scores,
                                       [&](double score) {
                                           return made->at(score, qint64(persons), isNormalised, probeClass)
                                               .value_or(model::Frequency());
                                       },
                                       table));
            }
    }
    // The gallery's own strangers.
    for (const size_t persons : {1000, 1700})
        for (unsigned draw = 0; draw < 2; ++draw) {
            const Places places = shuffled(faces.persons.size(), 200 + draw);
            const Places inside(places.begin(), places.begin() + qsizetype(persons));
            const Places outside(places.begin() + qsizetype(persons), places.end());
            const auto gallery = galleryOf(faces, inside, true);
            base::Progress progress;
            std::vector<double> own;
            const auto strangers = match::strangersOf(gallery, gallery.cohort().members(), progress);
            for (const match::Stranger &stranger : *strangers)
                own.push_back(stranger.score);
            const match::StrangerScores calibration(own);
            for (const ProbeClass probeClass : match::allProbeClasses) {
                lines.append(agreement(QStringLiteral("%1 persons, its own, %2 (draw %3)")
                                           .arg(persons)
                                           .arg(match::probeClassName(probeClass))
                                           .arg(draw + 1),
                                       nearest(gallery, faces, outside, probeClass),
                                       [&](double score) { return calibration.at(score); }, table));
            }
        }
    table << "\n";
    return {{"persons", qint64(faces.persons.size())}, {"lines", lines}};
}

} // namespace likeness::benchmark
