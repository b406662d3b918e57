// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmark/accuracybenchmark.h"

#include "engine/casework/evaluating.h"
#include "tests/benchmark/engines.h"
#include "tests/benchmark/projectionfit.h"
#include "tests/support/testdata.h"

#include <QFile>
#include <QTemporaryDir>

#include <set>

namespace likeness::benchmark
{

namespace
{

using match::Comparison;

constexpr face::DescriberSettings mirror{true, false, false};
constexpr face::DescriberSettings views{true, true, false};

casework::DescribedFolder describedWith(const face::DescriberSettings &settings)
{
    const QTemporaryDir folder;
    base::Progress progress;
    auto faces = casework::describedFolder(*workstationIn(folder.filePath(QStringLiteral("workstation"))),
                                           tests::sharedFacesDirectory(), settings, progress);
    if (!faces)
        qFatal("describing the shared faces: %s", qPrintable(faces.error().detail));
    return std::move(*faces);
}

/// Every second person.
match::EvaluatedFaces half(const match::EvaluatedFaces &faces, bool second)
{
    match::EvaluatedFaces some;
    bool isSecond = true;
    for (size_t i = 0; i < faces.persons.size(); ++i) {
        if (i == 0 || faces.persons[i] != faces.persons[i - 1])
            isSecond = !isSecond;
        if (isSecond != second)
            continue;
        some.persons.push_back(faces.persons[i]);
        some.values.push_back(faces.values[i]);
    }
    return some;
}

match::EvaluatedFaces mapped(match::EvaluatedFaces faces, const face::Projection &projection)
{
    for (model::Template &values : faces.values)
        values = projection.map(values);
    return faces;
}

match::IdentificationScores scoresOf(const match::EvaluatedFaces &faces, Comparison comparison)
{
    base::Progress progress;
    auto scores = match::identificationScores(faces, comparison, progress);
    if (!scores)
        qFatal("the protocol: %s", qPrintable(scores.error().detail));
    return std::move(*scores);
}

struct Measured {
    match::EvaluatedFaces plain; ///< whose faces the scores are of
    match::IdentificationScores ours, dlib;
};

/// The probes of both halves as one set; their galleries are as large as each other.
Measured together(const std::vector<Measured> &halves)
{
    Measured all;
    for (const Measured &each : halves) {
        const size_t offset = all.plain.persons.size();
        all.plain.persons.insert(all.plain.persons.end(), each.plain.persons.begin(), each.plain.persons.end());
        for (const bool isOurs : {true, false}) {
            const auto &from = isOurs ? each.ours : each.dlib;
            auto &to = isOurs ? all.ours : all.dlib;
            to.gallery = from.gallery;
            for (auto probe : from.mated) {
                probe.face += offset;
                to.mated.push_back(probe);
            }
            for (auto probe : from.nonMated) {
                probe.face += offset;
                to.nonMated.push_back(probe);
            }
        }
    }
    return all;
}

QJsonArray figure(const match::Figure &figure)
{
    return {figure.value, figure.low, figure.high};
}

/// A rate and how many times plain dlib's it is, with the interval of that.
QString rateText(const QString &key, const match::Figure &rate, const match::Figure &ratio, int digits)
{
    return QStringLiteral("  %1: %2% (%3, %4 to %5)")
        .arg(key)
        .arg(100 * rate.value, 5, 'f', digits)
        .arg(ratio.value, 4, 'f', 2)
        .arg(ratio.low, 4, 'f', 2)
        .arg(ratio.high, 4, 'f', 2);
}

QJsonObject tell(const QString &name, const Measured &measured, QTextStream &table)
{
    const auto figures = match::compared(measured.plain, measured.ours, measured.dlib);
    QJsonObject fnir, ratio{{"rank1_error", figure(figures.rank1ErrorRatio)}};
    table << QStringLiteral("  %1 rank-1 error %2%").arg(name, -46).arg(100 * (1 - figures.ours.rank[0].value), 5, 'f', 1)
          << QStringLiteral(" (%1 times)").arg(figures.rank1ErrorRatio.value, 4, 'f', 2);
    for (size_t i = 0; i < 4; ++i) {
        const QString key = QString::number(match::IdentificationFigures::rates[i], 'g', 3);
        fnir[key] = figure(figures.ours.fnir[i]);
        ratio[key] = figure(figures.fnirRatio[i]);
        table << rateText(key, figures.ours.fnir[i], figures.fnirRatio[i], 1);
    }
    table << "\n";
    table.flush();
    return {{"name", name},
            {"gallery", measured.ours.gallery},
            {"mated", qint64(measured.ours.mated.size())},
            {"non_mated", qint64(measured.ours.nonMated.size())},
            {"rank1_error", 1 - figures.ours.rank[0].value},
            {"fnir_at_fpir", fnir},
            {"ratio", ratio}};
}

/// Without the faces of label errors.
match::EvaluatedFaces sound(const match::EvaluatedFaces &faces, const std::vector<match::LabelError> &errors)
{
    std::set<size_t> wrong;
    for (const match::LabelError &error : errors)
        wrong.insert({error.face, error.other});
    match::EvaluatedFaces left;
    for (size_t i = 0; i < faces.persons.size(); ++i)
        if (!wrong.contains(i)) {
            left.persons.push_back(faces.persons[i]);
            left.values.push_back(faces.values[i]);
        }
    return left;
}

/// Pairs of one person against random pairs of two: how often the first are missed, beside plain dlib.
QJsonObject tellPairs(const QString &name, const match::EvaluatedFaces &ours, const match::EvaluatedFaces &plain,
                      QTextStream &table)
{
    constexpr qint64 others = 1'500'000; // of some two million that half the persons have
    const auto pairs = match::allPairs(plain, others);
    base::Progress progress;
    const auto figures =
        match::compared(plain, pairs, *match::pairScores(ours, pairs, Comparison::Normalised, progress),
                        *match::pairScores(plain, pairs, Comparison::Distance, progress));
    QJsonObject fnmr, ratio;
    table << QStringLiteral("  %1 FNMR at FMR").arg(name, -46);
    for (size_t i = 0; i < 2; ++i) { // a millionth and a half of pairs would be fifteen
        const QString key = QString::number(match::VerificationFigures::rates[i], 'e', 0);
        fnmr[key] = figure(figures.ours.fnmr[i]);
        ratio[key] = figure(figures.fnmrRatio[i]);
        table << rateText(key, figures.ours.fnmr[i], figures.fnmrRatio[i], 2);
    }
    table << "\n";
    return {{"name", name}, {"fnmr_at_fmr", fnmr}, {"ratio", ratio}};
}

} // namespace

QJsonObject accuracyBenchmark(const QString &projectionFile, QTextStream &table)
{
    if (tests::sharedFacesDirectory().isEmpty()) {
        table << "Accuracy: the shared faces are not there.\n\n";
        return {};
    }
    const auto described = describedWith(views);
    const auto mirrored = describedWith(mirror).ours;
    const match::EvaluatedFaces &plain = described.plain;
    const auto errors = match::labelErrors(plain);
    table << "Accuracy on the shared faces, and how many times the rate of plain dlib (95% interval): FNIR at FPIR\n";

    auto dlib = scoresOf(plain, Comparison::Distance);
    match::leaveOut(dlib, errors);
    QJsonArray variants;
    const auto measure = [&](const QString &name, const match::EvaluatedFaces &faces, Comparison comparison) {
        auto scores = scoresOf(faces, comparison);
        match::leaveOut(scores, errors);
        variants.append(tell(name, {plain, std::move(scores), dlib}, table));
    };
    measure(QStringLiteral("plain dlib"), plain, Comparison::Distance);
    measure(QStringLiteral("plain, normalised"), plain, Comparison::Normalised);
    measure(QStringLiteral("mirror"), mirrored, Comparison::Distance);
    measure(QStringLiteral("mirror, normalised"), mirrored, Comparison::Normalised);
    measure(QStringLiteral("mirror and sizes"), described.ours, Comparison::Distance);
    measure(QStringLiteral("mirror and sizes, normalised"), described.ours, Comparison::Normalised);

    std::vector<Measured> with, without;
    QJsonArray verification;
    for (const bool second : {false, true}) {
        const auto measured = half(plain, second);
        const auto wrong = match::labelErrors(measured);
        const auto scores = [&](const match::EvaluatedFaces &faces, Comparison comparison) {
            auto made = scoresOf(faces, comparison);
            match::leaveOut(made, wrong);
            return made;
        };
        const auto ours = half(described.ours, second);
        const face::Projection fitted = fittedProjection(half(described.ours, !second));
        const auto base = scores(measured, Comparison::Distance);
        without.push_back({measured, scores(ours, Comparison::Normalised), base});
        with.push_back({measured, scores(mapped(ours, fitted), Comparison::Normalised), base});
        verification.append(tellPairs(QStringLiteral("half %1: and projection of the other half").arg(second ? 2 : 1),
                                      sound(mapped(ours, fitted), wrong), sound(measured, wrong), table));
    }
    variants.append(tell(QStringLiteral("both halves: the same"), together(without), table));
    variants.append(tell(QStringLiteral("both halves: and projection of the other half"), together(with), table));

    const face::Projection all = fittedProjection(described.ours);
    measure(QStringLiteral("(projection of the measured persons)"), mapped(described.ours, all), Comparison::Normalised);
    table << "\n";
    if (!projectionFile.isEmpty()) {
        QFile file(projectionFile);
        if (!file.open(QIODevice::WriteOnly) || file.write(all.toBytes()) < 0)
            qFatal("cannot write %s", qPrintable(projectionFile));
        table << "The projection fitted on all of them is in " << projectionFile << ", SHA-256 " << all.sha256() << "\n\n";
    }
    return {{"persons", qint64(std::set<QString>(plain.persons.begin(), plain.persons.end()).size())},
            {"label_errors", qint64(errors.size())},
            {"variants", variants},
            {"verification", verification}};
}

} // namespace likeness::benchmark
