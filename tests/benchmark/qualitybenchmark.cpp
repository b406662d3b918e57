// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmark/qualitybenchmark.h"

#include "engine/base/parallel.h"
#include "engine/face/visibility.h"
#include "engine/match/evaluation.h"
#include "engine/match/gallerysearch.h"
#include "tests/benchmark/degradations.h"
#include "tests/benchmark/engines.h"
#include "tests/benchmark/pictures.h"
#include "tests/support/testdata.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace likeness::benchmark
{

namespace
{

constexpr double limitedLoss = 0.05, unsuitableLoss = 0.3;
constexpr double limitedAtMost = 0.03, unsuitableAtMost = 0.003; ///< shares of undegraded probes

/// What the engine makes of a face.
struct Looked {
    bool isFound = false; ///< by the finder, not by the eyes
    model::FaceQuality quality;
    model::AlignedChip chip;

    /// Of yaw, pitch and roll either side is as good. NaN when it was not measured.
    double value(const QString &component) const
    {
        for (const auto &each : quality.components)
            if (each.name == component)
                return component == QLatin1String("yaw") || component == QLatin1String("pitch") ||
                               component == QLatin1String("roll")
                           ? std::abs(each.value)
                           : each.value;
        return std::numeric_limits<double>::quiet_NaN();
    }
    bool isNamed(const QString &component) const { return quality.reasons.contains(component); }
};

Looked look(const FacePicture &face)
{
    constexpr double boxInEyes = 2.3; // the finder's box of a face
    const base::Picture picture = toPicture(face.image);
    const double width = picture.width(), height = picture.height(), distance = face.eyeDistance();
    Looked looked;
    for (const auto &found : facesOf(shipped(), picture, std::max(20, int(0.7 * boxInEyes * distance)))) {
        const double off = std::hypot((found.eyes.left.x - face.eyes.left.x) * width,
                                      (found.eyes.left.y - face.eyes.left.y) * height) +
                           std::hypot((found.eyes.right.x - face.eyes.right.x) * width,
                                      (found.eyes.right.y - face.eyes.right.y) * height);
        if (off > 0.7 * distance)
            continue;
        looked.isFound = true;
        looked.quality = found.quality;
        looked.chip = must(shipped().align(picture, found), "aligning a face");
        break;
    }
    if (!looked.isFound) {
        const double x = (face.eyes.left.x + face.eyes.right.x) / 2,
                     y = (face.eyes.left.y + face.eyes.right.y) / 2;
        const double halfWidth = boxInEyes / 2 * distance / width,
                     halfHeight = boxInEyes / 2 * distance / height;
        const double left = std::max(0.0, x - halfWidth), top = std::max(0.0, y - 0.7 * halfHeight);
        const auto aligned = must(shipped().alignByHand(picture,
                                                        {left, top, std::min(1.0, x + halfWidth) - left,
                                                         std::min(1.0, y + 1.3 * halfHeight) - top},
                                                        face.eyes),
                                  "aligning by the eyes");
        looked.quality = aligned.quality;
        looked.chip = aligned.chip;
    }
    return looked;
}

model::Template described(const model::AlignedChip &chip)
{
    return must(shipped().describe({chip}, face::DescriberSettings::shipped()), "describing").front();
}

/// Pictures by person, in which a face was found.
struct Shared {
    std::vector<QString> persons; ///< of each picture, ascending
    std::vector<std::optional<FacePicture>> faces;
    std::vector<model::FoundFace> found;
};

Shared sharedFaces()
{
    const QDir folder(tests::sharedFacesDirectory());
    const QStringList names = folder.entryList({QStringLiteral("*.jpg")}, QDir::Files, QDir::Name);
    std::vector<std::pair<QString, QString>> sorted;
    for (const QString &name : names)
        sorted.push_back({name.section(u'_', 0, -2), name});
    std::sort(sorted.begin(), sorted.end());
    Shared shared;
    shared.faces.resize(sorted.size());
    shared.found.resize(sorted.size());
    for (const auto &[person, name] : sorted)
        shared.persons.push_back(person);
    base::inParallel(sorted.size(), [&](size_t i) {
        const QImage image =
            QImage(folder.filePath(sorted[i].second)).convertToFormat(QImage::Format_Grayscale8);
        const auto found = facesOf(shipped(), toPicture(image), 110);
        if (found.empty())
            return;
        shared.faces[i] = FacePicture{image, found.front().eyes};
        shared.found[i] = found.front();
    });
    return shared;
}

/// The persons that are searched, compared by normalised distance. Which of them is nearest does not depend
/// on the scale of the probe.
class Gallery
{
public:
    Gallery(const std::vector<QString> &persons, const std::vector<model::Template> &values)
        : m_persons(persons), m_values(values)
    {
        match::EvaluatedFaces faces{persons, values};
        std::vector<size_t> all(persons.size());
        for (size_t i = 0; i < all.size(); ++i)
            all[i] = i;
        const match::Cohort cohort = faces.cohortOf(all);
        m_scales.resize(persons.size());
        base::inParallel(persons.size(), [&](size_t i) { m_scales[i] = cohort.scale(values[i], persons[i]); });
    }

    bool isFirst(const model::Template &probe, const QString &person) const
    {
        double least = std::numeric_limits<double>::infinity();
        size_t best = 0;
        for (size_t i = 0; i < m_values.size(); ++i) {
            const double distance = match::distance(probe, m_values[i]) / double(m_scales[i]);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return m_persons[best] == person;
    }
    size_t size() const { return m_persons.size(); }

private:
    std::vector<QString> m_persons;
    std::vector<model::Template> m_values;
    std::vector<float> m_scales;
};

double quantile(std::vector<double> values, double share)
{
    std::erase_if(values, [](double value) { return std::isnan(value); });
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    std::sort(values.begin(), values.end());
    const double place = share * double(values.size() - 1);
    const size_t below = size_t(place);
    const double above = values[std::min(below + 1, values.size() - 1)];
    return values[below] + (place - double(below)) * (above - values[below]);
}

std::vector<double> valuesOf(const std::vector<Looked> &looks, const QString &component)
{
    std::vector<double> values;
    for (const Looked &looked : looks)
        values.push_back(looked.value(component));
    return values;
}

/// A step's measure and what was lost.
struct Point {
    double measure = 0;
    double loss = 0;
};

/// Where a loss is first reached, between two points linearly; nothing when it never is.
std::optional<double> measureAt(const std::vector<Point> &points, double loss)
{
    for (size_t i = 1; i < points.size(); ++i)
        if (points[i].loss >= loss) {
            const double part = (loss - points[i - 1].loss) / (points[i].loss - points[i - 1].loss);
            return points[i - 1].measure +
                   std::clamp(part, 0.0, 1.0) * (points[i].measure - points[i - 1].measure);
        }
    return {};
}

/// A line of the table and its JSON.
QJsonObject tell(const QString &name, const std::vector<Looked> &looks, const std::vector<char> &isFirst,
                 double base, const QString &component, Point &point, QTextStream &table)
{
    qint64 first = 0, found = 0, named = 0;
    for (size_t i = 0; i < looks.size(); ++i) {
        first += isFirst[i];
        found += looks[i].isFound;
        named += looks[i].isNamed(component);
    }
    const double count = std::max<double>(1, double(looks.size()));
    const match::Figure rank = match::shareOf(first, qint64(looks.size()));
    point = {quantile(valuesOf(looks, component), 0.5), 1 - rank.value / base};
    table << QStringLiteral("  %1 %2  rank 1 %3% (%4 to %5)  loss %6%  found %7%  named %8%  of %9\n")
                 .arg(name, -28)
                 .arg(point.measure, 8, 'f', 3)
                 .arg(100 * rank.value, 5, 'f', 1)
                 .arg(100 * rank.low, 4, 'f', 1)
                 .arg(100 * rank.high, 4, 'f', 1)
                 .arg(100 * point.loss, 5, 'f', 1)
                 .arg(100 * double(found) / count, 3, 'f', 0)
                 .arg(100 * double(named) / count, 3, 'f', 0)
                 .arg(looks.size());
    table.flush();
    return {{"name", name},
            {"median", point.measure},
            {"rank1", QJsonArray{rank.value, rank.low, rank.high}},
            {"loss", point.loss},
            {"found", double(found) / count},
            {"named", double(named) / count},
            {"probes", qint64(looks.size())}};
}

/// By the rule of the header.
QJsonValue threshold(const std::vector<Point> &points, double loss, const std::vector<double> &undegraded,
                     double atMost, bool lowIsBad)
{
    const auto at = measureAt(points, loss);
    if (!at)
        return {};
    const double bound = quantile(undegraded, lowIsBad ? atMost : 1 - atMost);
    return lowIsBad ? std::min(*at, bound) : std::max(*at, bound);
}

QString text(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toDouble(), 'f', 3) : QStringLiteral("not reached");
}

/// The means of all who have one picture, so that no probe helped to make them.
void writePatterns(const Shared &shared, const QString &path)
{
    std::map<face::FacePart, std::vector<double>> sums;
    for (size_t i = 0; i < shared.persons.size(); ++i) {
        if (!shared.faces[i] || (i > 0 && shared.persons[i - 1] == shared.persons[i]) ||
            (i + 1 < shared.persons.size() && shared.persons[i + 1] == shared.persons[i]))
            continue;
        const base::Picture picture = toPicture(shared.faces[i]->scaledTo(baseEyeDistance).image);
        const auto found = facesOf(shipped(), picture, 90);
        if (found.empty())
            continue;
        const auto chip = must(shipped().align(picture, found.front()), "aligning a face");
        for (const auto part : {face::FacePart::Eye, face::FacePart::Mouth})
            for (const auto &pattern : face::patternsOf(chip.picture, part)) {
                sums[part].resize(pattern.size());
                for (size_t k = 0; k < pattern.size(); ++k)
                    sums[part][k] += double(pattern[k]);
            }
    }
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    QTextStream out(&file);
    out << "// SPDX-License-Identifier: GPL-3.0-or-later\n// Written by `likeness-benchmark quality "
           "--patterns FILE`.\n"
           "#include \"engine/face/visibility.h\"\n\nnamespace likeness::face\n{\n\n// clang-format off\n";
    for (const auto &[part, sum] : sums) {
        double square = 0;
        for (const double each : sum)
            square += each * each;
        out << "const std::vector<short> "
            << (part == face::FacePart::Eye ? "meanEyePattern" : "meanMouthPattern") << "{";
        for (size_t k = 0; k < sum.size(); ++k)
            out << (k ? "," : "") << (k % 24 ? " " : "\n    ")
                << std::lround(1000 * sum[k] / std::sqrt(square));
        out << "};\n";
    }
    out << "// clang-format on\n\n} // namespace likeness::face\n";
}

/// Probes as they are, sorted by how far a head is turned.
QJsonArray poses(const std::vector<Looked> &looks, const std::vector<char> &isFirst,
                 const std::vector<Looked> &measured, QTextStream &table)
{
    QJsonArray all;
    for (const auto &[component, edges] :
         {std::pair(QStringLiteral("yaw"), std::vector<double>{0, 10, 20, 25, 30, 35, 90}),
          std::pair(QStringLiteral("pitch"), std::vector<double>{0, 10, 20, 30, 90}),
          std::pair(QStringLiteral("roll"), std::vector<double>{0, 5, 10, 15, 180})}) {
        table << component << ", probes as they are\n";
        double base = 0;
        std::vector<Point> points;
        QJsonArray steps;
        for (size_t bin = 0; bin + 1 < edges.size(); ++bin) {
            std::vector<Looked> some;
            std::vector<char> first;
            for (size_t i = 0; i < looks.size(); ++i) {
                const double value = looks[i].value(component);
                if (value >= edges[bin] && value < edges[bin + 1]) {
                    some.push_back(looks[i]);
                    first.push_back(isFirst[i]);
                }
            }
            if (some.empty())
                continue;
            if (base == 0)
                base = double(std::count(first.begin(), first.end(), 1)) / double(first.size());
            points.emplace_back();
            steps.append(tell(QStringLiteral("%1 to %2 degrees").arg(edges[bin]).arg(edges[bin + 1]), some,
                              first, base, component, points.back(), table));
        }
        const auto undegraded = valuesOf(measured, component);
        const QJsonValue limited = threshold(points, limitedLoss, undegraded, limitedAtMost, false);
        const QJsonValue unsuitable = threshold(points, unsuitableLoss, undegraded, unsuitableAtMost, false);
        table << "  limited " << text(limited) << ", unsuitable " << text(unsuitable) << "\n";
        all.append(QJsonObject{
            {"component", component}, {"bins", steps}, {"limited", limited}, {"unsuitable", unsuitable}});
    }
    return all;
}

} // namespace

QJsonObject qualityBenchmark(int probes, const QString &patternsFile, QTextStream &table)
{
    if (tests::sharedFacesDirectory().isEmpty()) {
        table << "Quality: the shared faces are not there.\n\n";
        return {};
    }
    const Shared shared = sharedFaces();
    if (!patternsFile.isEmpty()) {
        writePatterns(shared, patternsFile);
        table << "The means of the parts of a face are in " << patternsFile << "\n\n";
        return {};
    }
    std::vector<size_t> firsts, others, seconds;
    for (size_t i = 0; i < shared.persons.size(); ++i) {
        const bool isFirst = i == 0 || shared.persons[i - 1] != shared.persons[i];
        if (!shared.faces[i])
            continue;
        if (!isFirst && (i < 2 || shared.persons[i - 2] != shared.persons[i]))
            seconds.push_back(others.size());
        (isFirst ? firsts : others).push_back(i);
    }
    std::vector<model::Template> values(firsts.size());
    base::inParallel(firsts.size(), [&](size_t i) {
        const size_t picture = firsts[i];
        values[i] =
            described(must(shipped().align(toPicture(shared.faces[picture]->image), shared.found[picture]),
                           "aligning a face"));
    });
    std::vector<QString> persons;
    for (const size_t i : firsts)
        persons.push_back(shared.persons[i]);
    const Gallery gallery(persons, values);

    std::vector<size_t> chosen;
    const size_t count = std::min(seconds.size(), size_t(std::max(1, probes)));
    for (size_t i = 0; i < count; ++i)
        chosen.push_back(seconds[i * seconds.size() / count]);
    std::vector<FacePicture> pictures(others.size());
    std::vector<Looked> plain(others.size()); // all are measured
    std::vector<char> plainFirst(others.size()), isSearched(others.size());
    base::inParallel(others.size(), [&](size_t i) {
        pictures[i] = shared.faces[others[i]]->scaledTo(baseEyeDistance);
        plain[i] = look(pictures[i]);
        // Few are turned far: of those all are searched.
        isSearched[i] = plain[i].value(QStringLiteral("yaw")) >= 20 || i % 3 == 0 ||
                        std::binary_search(chosen.begin(), chosen.end(), i);
        if (isSearched[i])
            plainFirst[i] = gallery.isFirst(described(plain[i].chip), shared.persons[others[i]]);
    });
    double base = 0;
    std::vector<Looked> undegraded;
    for (const size_t i : chosen) {
        base += double(plainFirst[i]) / double(count);
        undegraded.push_back(plain[i]);
    }
    table << "Quality: loss of rank 1 in a gallery of " << gallery.size() << " persons, " << count
          << " probes, undegraded rank 1 " << QString::number(100 * base, 'f', 1) << "%\n";

    QJsonArray series;
    for (const Degradation &degradation : degradations()) {
        table << degradation.name << " (" << degradation.component << ", undegraded "
              << QString::number(quantile(valuesOf(undegraded, degradation.component), 0.5), 'f', 3)
              << ", 0.3, 3, 97, 99.7 of 100 probes";
        const auto all = valuesOf(plain, degradation.component);
        for (const double share : {0.003, 0.03, 0.97, 0.997})
            table << " " << QString::number(quantile(all, share), 'f', 3);
        table << ")\n";
        std::vector<Point> points{{quantile(valuesOf(undegraded, degradation.component), 0.5), 0}};
        QJsonArray steps;
        for (const Degradation::Step &step : degradation.steps) {
            std::vector<Looked> looks(count);
            std::vector<char> isFirst(count);
            base::inParallel(count, [&](size_t i) {
                std::mt19937 random(unsigned(i + 1));
                looks[i] = look(step.apply(pictures[chosen[i]], random));
                isFirst[i] = gallery.isFirst(described(looks[i].chip), shared.persons[others[chosen[i]]]);
            });
            points.emplace_back();
            steps.append(tell(step.name, looks, isFirst, base, degradation.component, points.back(), table));
        }
        const QJsonValue limited = threshold(points, limitedLoss, all, limitedAtMost, degradation.lowIsBad);
        const QJsonValue unsuitable =
            threshold(points, unsuitableLoss, all, unsuitableAtMost, degradation.lowIsBad);
        table << "  limited " << text(limited) << ", unsuitable " << text(unsuitable) << "\n";
        series.append(QJsonObject{{"name", degradation.name},
                                  {"component", degradation.component},
                                  {"steps", steps},
                                  {"limited", limited},
                                  {"unsuitable", unsuitable}});
    }
    std::vector<Looked> searched;
    std::vector<char> searchedFirst;
    for (size_t i = 0; i < plain.size(); ++i)
        if (isSearched[i]) {
            searched.push_back(plain[i]);
            searchedFirst.push_back(plainFirst[i]);
        }
    const QJsonArray turned = poses(searched, searchedFirst, plain, table);
    table << "\n";
    return {{"gallery", qint64(gallery.size())},
            {"probes", qint64(count)},
            {"series", series},
            {"poses", turned}};
}

} // namespace likeness::benchmark
