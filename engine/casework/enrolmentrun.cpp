// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/enrolmentrun.h"

#include "engine/audit/verbs.h"
#include "engine/base/canonicaljson.h"
#include "engine/base/digest.h"
#include "engine/casework/partprogress.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace likeness::casework
{

using base::ErrorCode;
using model::EnrolItem;
using model::EnrolOutcome;

namespace
{

constexpr size_t judgedTogether = 64;

EnrolItem unreadable(const EnrolmentFile &file, ErrorCode code)
{
    return {file.name, EnrolOutcome::Unreadable, base::errorCodeName(code)};
}

/// Whether the same bytes would fare the same again.
bool isAboutTheBytes(const QString &errorName)
{
    for (const auto code : {ErrorCode::FormatUnsupported, ErrorCode::FileDamaged, ErrorCode::TooLarge})
        if (errorName == base::errorCodeName(code))
            return true;
    return false;
}

} // namespace

EnrolmentRun::EnrolmentRun(const Workstation &workstation, store::GalleryStore &store,
                           std::shared_ptr<const face::FaceEngine> engine, face::DescriberSettings settings,
                           model::OperationId run, model::OperationId enrolment)
    : m_workstation(workstation), m_store(store), m_engine(std::move(engine)), m_settings(settings),
      m_version(m_engine->version(settings)), m_run(std::move(run)), m_enrolment(std::move(enrolment))
{
}

base::Outcome EnrolmentRun::enrol(const std::vector<EnrolmentFile> &files,
                                  const std::function<void(const EnrolItem &)> &onItem,
                                  base::Progress &progress, GallerySession::EnrolmentReport &report)
{
    const qint64 total = qint64(files.size());
    progress.report(0, total);
    auto next = files.begin();
    auto outcome = Stages::run(
        {portraitWorkers(), portraitsAtOnce(), pixelsAtOnce},
        [&]() -> base::Result<std::optional<Stages::Weighed>> {
            if (next == files.end())
                return std::nullopt;
            if (progress.isCancelled())
                return base::fail(ErrorCode::Cancelled, next->name);
            return read(*next++, progress);
        },
        [&](Read file) {
            auto portrait = describe(file, progress);
            return Made{std::move(file), std::move(portrait)};
        },
        [&](Made made) -> base::Outcome {
            if (progress.isCancelled())
                return base::fail(ErrorCode::Cancelled, made.read.file->name);
            const bool isFirst = !made.read.isRepeated;
            const QString sha256 = made.read.sha256;
            auto item = store(made, progress);
            if (!item && endsTheRun(item.error().code))
                return tl::unexpected(item.error());
            if (!item) {
                item = unreadable(*made.read.file, item.error().code);
                if (!isAboutTheBytes(item->detail))
                    made.read.sha256.clear(); // to be looked at again
            }
            if (!made.read.isRecorded)
                LIKENESS_TRY(keep(made.read, *item));
            if (isFirst)
                forget(sha256);
            report.items.push_back(std::move(*item));
            progress.report(qint64(report.items.size()), total);
            if (onItem)
                onItem(report.items.back());
            return {};
        });
    // What was only looked up is recorded together, and also when the run ends early.
    if (const auto kept = commitJudged(); outcome && !kept)
        outcome = kept;
    report.times = m_clock.times();
    return outcome;
}

EnrolmentRun::Stages::Weighed EnrolmentRun::read(const EnrolmentFile &file, base::Progress &progress)
{
    const Timed timed(m_clock.read);
    Read read;
    read.file = &file;
    read.source = std::make_unique<QFile>(file.path);
    if (!QFileInfo(file.path).isFile() || !read.source->open(QIODevice::ReadOnly)) {
        read.item = unreadable(file, ErrorCode::FileUnreadable);
        return {std::move(read), 0};
    }
    PartProgress inner(progress);
    const auto sha256 = base::sha256(*read.source, inner);
    if (!sha256) {
        read.error = sha256.error();
        return {std::move(read), 0};
    }
    read.sha256 = *sha256;
    {
        // Before the gallery is asked: what has left this set stands there.
        const std::lock_guard lock(m_underWayMutex);
        read.isRepeated = !m_underWay.insert(read.sha256).second;
    }
    if (read.isRepeated)
        return {std::move(read), 0};
    if (const auto found = lookUp(read); !found)
        read.error = found.error();
    if (read.item || read.error)
        return {std::move(read), 0};
    const auto pixels = m_workstation.decoder().pixels(*read.source, file.name, inner);
    return {std::move(read), pixels.value_or(0)}; // what is wrong with it the decoder will say
}

/// What the gallery knows of these bytes: from this enrolment, or because they are enrolled.
base::Outcome EnrolmentRun::lookUp(Read &read)
{
    const auto portrait = m_store.portraitBySha256(read.sha256);
    LIKENESS_TRY(portrait);
    const auto own = m_store.judged(m_enrolment, read.sha256, read.file->path);
    LIKENESS_TRY(own);
    const auto isFresh = [&](const std::optional<model::JudgedFile> &judged) {
        const bool needsPortrait = judged && (judged->outcome == EnrolOutcome::Enrolled ||
                                              judged->outcome == EnrolOutcome::Duplicate);
        return judged && judged->engine == m_version.id() && (!needsPortrait || portrait->has_value());
    };
    if (isFresh(*own)) {
        read.item = EnrolItem{read.file->name, (*own)->outcome, (*own)->detail};
        read.isRecorded = true;
        return {};
    }
    if (*portrait) {
        read.item = EnrolItem{read.file->name, EnrolOutcome::Duplicate, read.file->person};
        return {};
    }
    const auto other = m_store.judged(m_enrolment, read.sha256, std::nullopt);
    LIKENESS_TRY(other);
    if (isFresh(*other))
        read.item =
            EnrolItem{read.file->name, (*other)->outcome,
                      (*other)->outcome == EnrolOutcome::Unreadable ? (*other)->detail : read.file->person};
    return {};
}

base::Result<DescribedPortrait> EnrolmentRun::describe(Read &read, const base::Progress &progress)
{
    if (read.item || read.error || read.isRepeated)
        return DescribedPortrait{};
    PartProgress inner(progress);
    return describePortrait(m_workstation, *m_engine, m_settings, *read.source, read.file->name, inner,
                            m_clock);
}

base::Result<EnrolItem> EnrolmentRun::store(Made &made, base::Progress &progress)
{
    if (made.read.error)
        return tl::unexpected(*made.read.error);
    if (made.read.item)
        return *made.read.item;
    return made.read.isRepeated ? storeRepeated(made, progress) : storeDescribed(made, progress);
}

/// The first of these bytes is stored by now, whatever became of it.
base::Result<EnrolItem> EnrolmentRun::storeRepeated(Made &made, base::Progress &progress)
{
    LIKENESS_TRY(lookUp(made.read));
    if (made.read.item)
        return *made.read.item;
    made.read.isRepeated = false;
    made.portrait = describe(made.read, progress);
    return storeDescribed(made, progress);
}

base::Result<EnrolItem> EnrolmentRun::storeDescribed(Made &made, base::Progress &progress)
{
    const EnrolmentFile &file = *made.read.file;
    if (!made.portrait)
        return tl::unexpected(made.portrait.error());
    if (made.portrait->outcome != EnrolOutcome::Enrolled)
        return EnrolItem{file.name, made.portrait->outcome, file.person};
    const Timed timed(m_clock.store);
    LIKENESS_TRY(commitJudged()); // items stand in the order of the plan
    PartProgress inner(progress);
    const auto stored = m_store.storePortrait(*made.read.source, inner);
    if (!stored)
        return tl::unexpected(stored.error());
    if (stored->sha256 != made.read.sha256) { // changed under our hands: not what was looked at is stored
        LIKENESS_TRY(m_store.discardPortrait(stored->sha256));
        made.read.sha256.clear();
        return unreadable(file, ErrorCode::FileDamaged);
    }
    LIKENESS_TRY(commitPortrait(made, stored->sha256));
    made.read.isRecorded = true;
    return EnrolItem{file.name, EnrolOutcome::Enrolled, file.person};
}

base::Outcome EnrolmentRun::commitPortrait(const Made &made, const QString &sha256)
{
    const EnrolmentFile &file = *made.read.file;
    const PortraitFace &found = made.portrait->found;
    model::Portrait portrait;
    portrait.id = model::PortraitId::create();
    portrait.sha256 = sha256;
    portrait.fileName = QFileInfo(file.path).fileName();
    portrait.mediaType = made.portrait->mediaType;
    portrait.provenance = file.provenance;
    portrait.box = found.face.box;
    portrait.eyes = found.face.eyes;
    portrait.quality = found.face.quality;
    portrait.enrolled = m_workstation.clock().now();
    QJsonObject details{{"operation", m_run.value()},
                        {"sha256", portrait.sha256},
                        {"file_name", portrait.fileName},
                        {"person", file.person},
                        {"box", model::toJson(portrait.box)},
                        {"eyes", model::toJson(portrait.eyes)},
                        {"border", found.border},
                        {"quality", model::toJson(portrait.quality)},
                        {"chip_sha256", found.chip.sha256}};

    // A rebuild may move the gallery to another version at any moment: the template is of the one that serves
    // when it is stored.
    model::EngineVersion version = m_version;
    model::Template values = made.portrait->values;
    std::optional<model::EngineVersion> moved;
    do {
        if (const auto next = std::exchange(moved, std::nullopt)) {
            const auto settings = settingsFor(*m_engine, *next);
            LIKENESS_TRY(settings);
            const auto templates = m_engine->describe({found.chip}, *settings);
            LIKENESS_TRY(templates);
            version = m_engine->version(*settings);
            values = templates->front();
        }
        details["engine"] = version.id();
        const auto committed = m_store.commit(
            {audit::verbs::portraitEnrolled, portrait.id.value(), details}, m_workstation.actor(),
            [&](store::GalleryWriter &writer) -> base::Outcome {
                const auto serving = m_store.serving();
                LIKENESS_TRY(serving);
                if (*serving && (*serving)->id() != version.id()) {
                    moved = **serving;
                    return base::fail(ErrorCode::InvalidArgument, portrait.id.value());
                }
                const auto person = writer.personFor(file.person);
                LIKENESS_TRY(person);
                portrait.person = *person;
                LIKENESS_TRY(writer.insert(portrait));
                LIKENESS_TRY(writer.insert(portrait.id, version, values));
                return writer.insert(model::JudgedFile{m_run, file.path, sha256, EnrolOutcome::Enrolled,
                                                       file.person, m_version.id()});
            });
        if (!committed && !moved)
            return committed;
    } while (moved);
    return {};
}

/// Face work that was done is recorded at once. A file that was only looked up waits for others: to look it
/// up again costs next to nothing.
base::Outcome EnrolmentRun::keep(const Read &read, const EnrolItem &item)
{
    m_judged.push_back({m_run, read.file->path, read.sha256, item.outcome, item.detail, m_version.id()});
    if (item.outcome != EnrolOutcome::Duplicate || m_judged.size() >= judgedTogether)
        return commitJudged();
    return {};
}

base::Outcome EnrolmentRun::commitJudged()
{
    if (m_judged.empty())
        return {};
    QJsonArray files;
    for (const model::JudgedFile &file : m_judged)
        files.append(QJsonObject{{"file_name", QFileInfo(file.file).fileName()},
                                 {"sha256", file.sha256},
                                 {"outcome", model::enrolOutcomeName(file.outcome)}});
    const auto committed = m_store.commit(
        {audit::verbs::filesJudged, m_run.value(), {{"engine", m_version.id()}, {"files", files}}},
        m_workstation.actor(), [&](store::GalleryWriter &writer) -> base::Outcome {
            for (const model::JudgedFile &file : m_judged)
                LIKENESS_TRY(writer.insert(file));
            return {};
        });
    LIKENESS_TRY(committed);
    m_judged.clear();
    return {};
}

void EnrolmentRun::forget(const QString &sha256)
{
    const std::lock_guard lock(m_underWayMutex);
    m_underWay.erase(sha256);
}

base::Result<QString> planDigest(const GallerySession::EnrolmentPlan &plan)
{
    QJsonArray paths;
    for (const QString &path : plan.paths)
        paths.append(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    QJsonObject object{
        {"paths", paths},
        {"person_from", plan.personFrom == GallerySession::PersonFrom::Folder ? "folder" : "file"}};
    if (!plan.csv.isEmpty()) {
        base::Progress silent;
        QFile csv(plan.csv);
        if (!csv.open(QIODevice::ReadOnly))
            return base::fail(ErrorCode::FileUnreadable, plan.csv, csv.errorString());
        const auto sha256 = base::sha256(csv, silent);
        if (!sha256)
            return tl::unexpected(sha256.error());
        object["csv"] = QFileInfo(plan.csv).absoluteFilePath();
        object["csv_sha256"] = *sha256;
    }
    return base::sha256(base::canonicalJson(object));
}

} // namespace likeness::casework
