// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/evaluating.h"

#include "engine/audit/verbs.h"
#include "engine/casework/partprogress.h"
#include "engine/casework/portraitwork.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace likeness::casework
{

using base::ErrorCode;
using model::EnrolOutcome;

namespace
{

constexpr qint64 randomPairs = 4'000'000;

struct Made {
    QString name;
    base::Result<DescribedPortrait> portrait;
    model::Template plain{};
};

/// A picture by its name's two parts.
struct Named {
    QString person;
    int number = 0;
};

Named named(const QString &file)
{
    static const QRegularExpression number(QStringLiteral("_([0-9]+)$"));
    return {personReference(file, GallerySession::PersonFrom::File),
            number.match(QFileInfo(file).completeBaseName()).captured(1).toInt()};
}

} // namespace

base::Result<DescribedFolder> describedFolder(const Workstation &workstation, const QString &folder,
                                              const face::DescriberSettings &settings, base::Progress &progress)
{
    const auto engine = workstation.engine();
    if (!engine)
        return tl::unexpected(engine.error());
    const QDir directory(folder);
    if (!directory.exists())
        return base::fail(ErrorCode::FileUnreadable, folder, QStringLiteral("no such folder"));
    const QStringList names = directory.entryList(
        {"*.jpg", "*.jpeg", "*.png", "*.bmp", "*.tif", "*.tiff", "*.webp", "*.heic", "*.avif"}, QDir::Files, QDir::Name);

    StageClock clock;
    struct Kept {
        QString name;
        model::Template ours, plain;
        model::FaceQuality quality;
    };
    std::vector<Kept> described;
    DescribedFolder result;
    qsizetype next = 0, done = 0;
    using Stages = base::OrderedStages<QString, Made>;
    const auto read = [&]() -> base::Result<std::optional<Stages::Weighed>> {
        if (progress.isCancelled())
            return base::fail(ErrorCode::Cancelled, folder);
        if (next == names.size())
            return std::nullopt;
        return Stages::Weighed{names[next++], 0};
    };
    const auto describe = [&](const QString &name) -> Made {
        PartProgress inner(progress);
        QFile file(directory.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return {name, base::fail(ErrorCode::FileUnreadable, name, file.errorString()), {}};
        Made made{name, describePortrait(workstation, **engine, settings, file, name, inner, clock), {}};
        if (!made.portrait || made.portrait->outcome != EnrolOutcome::Enrolled)
            return made;
        const auto plain = (*engine)->describe({made.portrait->found.chip}, {});
        if (plain)
            made.plain = plain->front();
        else
            made.portrait = tl::unexpected(plain.error());
        return made;
    };
    const auto keep = [&](const Made &made) -> base::Outcome {
        if (progress.isCancelled())
            return base::fail(ErrorCode::Cancelled, folder);
        progress.report(++done, names.size());
        if (!made.portrait)
            result.unreadable += made.name;
        else if (made.portrait->outcome != EnrolOutcome::Enrolled)
            result.withoutFace += made.name;
        else
            described.push_back({made.name, made.portrait->values, made.plain, made.portrait->found.face.quality});
        return {};
    };
    LIKENESS_TRY(Stages::run({portraitWorkers(), portraitsAtOnce(), 0}, read, describe, keep));

    // By person, then picture: the name of one person may begin with that of another.
    std::stable_sort(described.begin(), described.end(), [](const auto &a, const auto &b) {
        return personReference(a.name, GallerySession::PersonFrom::File) <
               personReference(b.name, GallerySession::PersonFrom::File);
    });
    for (const Kept &each : described) {
        const QString person = personReference(each.name, GallerySession::PersonFrom::File);
        result.files += each.name;
        result.qualities.push_back(each.quality);
        for (auto *faces : {&result.ours, &result.plain})
            faces->persons.push_back(person);
        result.ours.values.push_back(each.ours);
        result.plain.values.push_back(each.plain);
    }
    return result;
}

base::Result<IdentificationEvaluation> evaluateIdentification(const DescribedFolder &faces, base::Progress &progress)
{
    auto ours = match::identificationScores(faces.ours, match::Comparison::Normalised, progress);
    if (!ours)
        return tl::unexpected(ours.error());
    auto plain = match::identificationScores(faces.plain, match::Comparison::Distance, progress);
    if (!plain)
        return tl::unexpected(plain.error());
    const auto errors = match::labelErrors(faces.plain);
    match::leaveOut(*ours, errors);
    match::leaveOut(*plain, errors);
    auto figures = match::compared(faces.ours, *ours, *plain);
    return IdentificationEvaluation{std::move(*ours), std::move(*plain), std::move(figures), qint64(errors.size())};
}

namespace
{

/// Pairs of a list; pictures that are not there are counted in `missing`.
base::Result<std::vector<match::FacePair>> listedPairs(const DescribedFolder &faces, const QString &path,
                                                       qint64 &missing)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(ErrorCode::FileUnreadable, path, file.errorString());
    QHash<QString, size_t> places;
    const auto key = [](const QString &person, int number) { return person + u'\t' + QString::number(number); };
    for (qsizetype i = 0; i < faces.files.size(); ++i) {
        const Named name = named(faces.files[i]);
        places.insert(key(name.person, name.number), size_t(i));
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    const auto damaged = [&](qsizetype line) {
        return base::fail(ErrorCode::FileDamaged, path, QStringLiteral("line %1").arg(line + 1));
    };
    const QStringList head = lines.value(0).trimmed().split(u'\t');
    const int folds = head.value(0).toInt(), ofAKind = head.value(1).toInt();
    if (folds < 1 || ofAKind < 1)
        return damaged(0);
    std::vector<match::FacePair> pairs;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QStringList parts = lines[i].trimmed().split(u'\t');
        const bool isSame = parts.size() == 3;
        if (!isSame && parts.size() != 4)
            return damaged(i);
        const QString first = key(parts[0], parts[1].toInt());
        const QString second = isSame ? key(parts[0], parts[2].toInt()) : key(parts[2], parts[3].toInt());
        const auto a = places.constFind(first), b = places.constFind(second);
        if (a == places.constEnd() || b == places.constEnd()) {
            ++missing;
            continue;
        }
        // As the list is written: of each fold those of one person, then those of two.
        pairs.push_back({*a, *b, isSame, int((i - 1) / (2 * ofAKind)) % folds});
    }
    return pairs;
}

} // namespace

base::Result<VerificationEvaluation> evaluateVerification(const DescribedFolder &faces, const QString &pairsFile,
                                                          base::Progress &progress)
{
    VerificationEvaluation result;
    const auto all = match::allPairs(faces.ours, randomPairs);
    result.same = std::count_if(all.begin(), all.end(), [](const auto &pair) { return pair.isSame; });
    result.others = qint64(all.size()) - result.same;
    if (result.same == 0 || result.others == 0)
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("pictures"),
                          QStringLiteral("no person has two pictures, or there is one person alone"));
    std::vector<match::FacePair> listed;
    if (pairsFile.isEmpty()) {
        listed = match::allPairs(faces.ours, result.same);
    } else {
        auto read = listedPairs(faces, pairsFile, result.missing);
        if (!read)
            return tl::unexpected(read.error());
        listed = std::move(*read);
    }
    result.listed = qint64(listed.size());

    const auto scores = [&](bool isOurs, const std::vector<match::FacePair> &pairs) {
        return match::pairScores(isOurs ? faces.ours : faces.plain, pairs,
                                 isOurs ? match::Comparison::Normalised : match::Comparison::Distance, progress);
    };
    const auto ours = scores(true, all), plain = scores(false, all);
    const auto oursListed = scores(true, listed), plainListed = scores(false, listed);
    for (const auto *each : {&ours, &plain, &oursListed, &plainListed})
        if (!*each)
            return tl::unexpected(each->error());
    result.figures = match::compared(faces.ours, all, *ours, *plain);
    result.oursDet = match::detCurve(all, *ours);
    result.plainDet = match::detCurve(all, *plain);
    result.ours = match::foldAccuracy(listed, *oursListed);
    result.plain = match::foldAccuracy(listed, *plainListed);
    return result;
}

base::Outcome enterEvaluation(const Workstation &workstation, const QString &kind, const QJsonObject &figures)
{
    return workstation.record().commit({audit::verbs::evaluationMade, kind, figures}, workstation.actor());
}

} // namespace likeness::casework
