// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/selfcheck.h"
#include "engine/imaging/border.h"
#include "tests/benchmark/engines.h"
#include "tests/benchmark/facebenchmarks.h"
#include "tests/benchmark/pictures.h"
#include "tests/support/testdata.h"

#include <QDir>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace likeness::benchmark
{

namespace
{

struct Sum {
    int pictures = 0;
    qint64 both = 0, onlyReference = 0, onlyShipped = 0;
    double boxPx = 0, confidence = 0, templateValues = 0;

    void add(const casework::EngineComparison &comparison)
    {
        ++pictures;
        both += qint64(comparison.both.size());
        onlyReference += qint64(comparison.onlyReference.size());
        onlyShipped += qint64(comparison.onlyShipped.size());
        for (const auto &pair : comparison.both) {
            boxPx = std::max(boxPx, pair.boxPx);
            confidence = std::max(confidence, pair.confidence);
            templateValues = std::max(templateValues, pair.templateValues);
        }
    }
    QJsonObject toJson() const
    {
        return {{"pictures", pictures},        {"boxes", both},   {"only_reference", onlyReference},
                {"only_shipped", onlyShipped}, {"box_px", boxPx}, {"confidence", confidence},
                {"template", templateValues}};
    }
};

/// Every core with a reference engine of its own: one lets only one caller in at a time.
Sum compareAll(int pictures, const std::function<base::Picture(int)> &pictureOf, int smallest)
{
    Sum sum;
    std::mutex mutex;
    std::atomic<int> next = 0;
    const auto work = [&] {
        const auto oracle =
            must(face::openReferenceEngine(face::ModelFiles::inDirectory(tests::modelsDirectory())),
                 "dlib's networks");
        face::FinderSettings settings;
        settings.smallestFacePx = smallest;
        for (int i = next++; i < pictures; i = next++) {
            base::Progress progress;
            const auto comparison = must(
                casework::compareEngines(*oracle, shipped(), pictureOf(i), settings, progress), "comparing");
            const std::lock_guard lock(mutex);
            sum.add(comparison);
        }
    };
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
        threads.emplace_back(work);
    for (std::thread &thread : threads)
        thread.join();
    return sum;
}

QJsonObject tell(const QString &what, const Sum &sum, QTextStream &table)
{
    table << QStringLiteral(
                 "  %1: %2 pictures, %3 faces found by both, %4 by dlib alone, %5 by Likeness alone;\n"
                 "    largest deviations: box %6 px, confidence %7, a value of a template %8\n")
                 .arg(what)
                 .arg(sum.pictures)
                 .arg(sum.both)
                 .arg(sum.onlyReference)
                 .arg(sum.onlyShipped)
                 .arg(sum.boxPx, 0, 'f', 2)
                 .arg(sum.confidence, 0, 'f', 4)
                 .arg(sum.templateValues, 0, 'g', 2);
    table.flush();
    return sum.toJson();
}

} // namespace

QJsonObject boxesBenchmark(int atMost, QTextStream &table)
{
    table << "The same faces as dlib's own networks\n";
    const int smallest = face::FinderSettings().smallestFacePx;
    QJsonObject result;
    result["samples"] =
        tell(QStringLiteral("sample photographs"),
             compareAll(
                 samplePhotographs, [](int i) { return readPicture(samplePath(i)); }, smallest),
             table);
    const QDir faces(tests::sharedFacesDirectory());
    const QStringList names = faces.entryList({QStringLiteral("*.jpg")}, QDir::Files, QDir::Name);
    const int count = tests::sharedFacesDirectory().isEmpty() ? 0 : std::min(atMost, int(names.size()));
    if (count == 0) {
        table << "  The shared faces are not beside the project; they are left out.\n\n";
        return result;
    }
    // As enrolment looks at a crop that ends at the face.
    const auto picture = [&](int i) {
        const qsizetype step = names.size() / count;
        return imaging::Bordered(readPicture(faces.filePath(names[i * step])), 0.25).picture();
    };
    result["faces"] = tell(QStringLiteral("shared faces"), compareAll(count, picture, smallest), table);
    table << "\n";
    return result;
}

} // namespace likeness::benchmark
