// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/facetracker.h"

#include "engine/face/followedface.h"

#include <QCryptographicHash>
#include <QIODevice>

#include <algorithm>
#include <cmath>

namespace likeness::face
{

namespace
{

using base::ErrorCode;

constexpr quint32 stateMark = 0x4c4b5452; // "LKTR"
constexpr qint32 stateVersion = 3;
constexpr qint64 memoryBytes = qint64(256) << 20;
constexpr double looksASecond = 3;
constexpr double waitsSeconds = 1;
constexpr double interruptedSeconds = 0.1;

constexpr int coarse = 2; ///< times the smallest face: what every second look is for
/// Boxes differ by a step of the finder's pyramid, and faces come nearer between two looks.
constexpr double sizeSlack = 1.25;

constexpr double expectedOverlap = 0.3;
constexpr double sameFace = 0.4; ///< correlation, where the face was expected
constexpr double closeOverlap = 0.5;
constexpr double sameFaceClose = 0.2; ///< half hidden or turned away: most likely the one that was there
constexpr double sameFaceElsewhere = 0.6;

constexpr auto streamVersion = QDataStream::Qt_6_2;

double plainRate(double framesPerSecond)
{
    return std::isfinite(framesPerSecond) && framesPerSecond > 0 ? std::clamp(framesPerSecond, 1.0, 240.0)
                                                                 : 25;
}

/// Distance of the middles in sides of `a`.
double sidesApart(const model::RelativeRect &a, const model::RelativeRect &b)
{
    return std::hypot((a.center().x - b.center().x) / a.width, (a.center().y - b.center().y) / a.height);
}

} // namespace

double promiseOf(const model::FaceQuality &quality)
{
    using Grade = model::FaceQuality::Grade;
    const double grade = quality.grade == Grade::Suitable ? 2 : quality.grade == Grade::Limited ? 1 : 0;
    const auto saturated = [](double value, double half) { return value > 0 ? value / (value + half) : 0; };
    return grade + saturated(quality.eyeDistancePx, 52.5) * saturated(quality.focus, 50) *
                       std::clamp(quality.plausibility, 0.0, 1.0);
}

/// What a cut has interrupted, as long as it may still turn out to be a flash.
struct Interruption {
    qint64 firstFrame = 0; ///< after the cut; the one before it is in memory
    qint64 lastLook = -1;  ///< before the cut, as the next
    qint64 lastFineLook = -1;
    std::vector<FollowedFace> faces;
};

struct FaceTracker::Private {
    std::shared_ptr<const FaceEngine> engine;
    model::ScanSettings settings;
    double framesPerSecond = 25;
    int width = 0, height = 0;

    FrameMemory memory;
    qint64 next = -1; ///< the frame to be added, in or out of the span
    qint64 lastLook = -1;
    qint64 lastFineLook = -1; ///< for faces of all sizes
    std::vector<FollowedFace> faces;
    std::vector<model::FaceTrack> ended; ///< not numbered yet
    std::optional<Interruption> interruption;
    std::vector<QByteArray> asked; ///< after resumed(): digests of the frames that fill the memory again
    qint64 askedFrom = 0;

    double shrink() const
    {
        // A face looks back to the confirmation before the last, and then waits for the next.
        const qint64 frames = 2 * (lookEvery() + waits()) + longestInterruption() + 1;
        return SmallFrame::shrinkFor(width, height, settings.smallestFacePx, frames, memoryBytes);
    }
    qint64 lookEvery() const
    {
        return std::max<qint64>(1, std::llround(plainRate(framesPerSecond) / looksASecond));
    }
    qint64 waits() const
    {
        return std::max<qint64>(lookEvery(), std::llround(plainRate(framesPerSecond) * waitsSeconds));
    }
    qint64 longestInterruption() const
    {
        return std::max<qint64>(1, std::llround(plainRate(framesPerSecond) * interruptedSeconds));
    }
    FollowingRules rules() const
    {
        FollowingRules rules;
        // What a face moves in a frame at 30 frames a second it moves several times over at five.
        rules.reach = std::clamp(rules.reach * 30 / plainRate(framesPerSecond), rules.reach, 1.2);
        rules.area = settings.area;
        return rules;
    }
    bool isInSpan(qint64 frame) const
    {
        return frame >= settings.firstFrame && (settings.lastFrame < 0 || frame <= settings.lastFrame);
    }

    /// After reading: the frames that are asked for are the last ones, and all that a face looks back to is
    /// among them. The hash at the end of a state is no signature.
    bool isSound() const
    {
        const qint64 askedTo = askedFrom + qint64(asked.size());
        if (asked.empty() ? !faces.empty() || next >= 0 : askedFrom < 0 || askedTo != next)
            return false;
        if (lastFineLook > lastLook || lastLook >= std::max<qint64>(askedTo, 0))
            return false;
        const auto areSound = [&](const std::vector<FollowedFace> &some, qint64 to) {
            return std::all_of(some.begin(), some.end(), [&](const FollowedFace &face) {
                return !face.boxes.empty() && face.earlierFrame >= askedFrom &&
                       face.earlierFrame <= face.confirmedFrame && face.confirmedFrame < to &&
                       face.confirmedBox.isValid() && face.earlierBox.isValid();
            });
        };
        if (interruption && (interruption->firstFrame <= askedFrom || interruption->firstFrame >= askedTo ||
                             interruption->lastLook >= interruption->firstFrame ||
                             interruption->lastFineLook > interruption->lastLook ||
                             !areSound(interruption->faces, interruption->firstFrame)))
            return false;
        return areSound(faces, askedTo) &&
               std::all_of(ended.begin(), ended.end(),
                           [](const model::FaceTrack &track) { return !track.boxes.empty(); });
    }

    void end(const FollowedFace &face)
    {
        if (auto track = face.finished())
            ended.push_back(std::move(*track));
    }

    void endAll(std::vector<FollowedFace> &some)
    {
        for (const FollowedFace &face : some)
            end(face);
        some.clear();
    }

    /// Whether `frame` is the shot again that was interrupted.
    bool isBack(qint64 frame, const SmallFrame &small) const
    {
        return interruption && frame - interruption->firstFrame <= longestInterruption() &&
               !memory.at(interruption->firstFrame - 1).isCutBefore(small);
    }

    /// The faces of the interrupted shot again, lost in the frames between.
    void goBack(qint64 frame)
    {
        endAll(faces);
        faces = std::move(interruption->faces);
        lastLook = interruption->lastLook;
        lastFineLook = interruption->lastFineLook;
        const qint64 from = interruption->firstFrame;
        interruption.reset();
        for (qint64 missed = from; missed < frame; ++missed)
            for (FollowedFace &face : faces)
                face.miss(missed);
    }

    void settleInterruption(qint64 frame)
    {
        if (!interruption || frame - interruption->firstFrame < longestInterruption())
            return;
        endAll(interruption->faces);
        interruption.reset();
    }

    void cut(qint64 frame)
    {
        if (interruption)
            endAll(faces); // of the interruption itself, which goes on
        else
            interruption = Interruption{frame, lastLook, lastFineLook, std::move(faces)};
        faces.clear();
        lastLook = lastFineLook = frame - 1;
    }

    void followAll(qint64 frame)
    {
        const FollowingRules following = rules();
        for (FollowedFace &face : faces)
            face.follow(memory, frame, following);
        for (size_t i = 0; i < faces.size(); ++i)
            for (size_t j = i + 1; j < faces.size(); ++j)
                if (!faces[i].isLost() && !faces[j].isLost() && overlapOf(faces[i].at, faces[j].at) > 0.5)
                    (faces[i].ahead.back().score < faces[j].ahead.back().score ? faces[i] : faces[j]).lose();
        for (FollowedFace &face : faces)
            face.settleSpeed();
    }

    struct Pair {
        size_t face = 0, found = 0;
        double worth = 0;
        bool weak = false;
    };

    /// How good it is to say that face `i` is found face `j`; nothing when it cannot be.
    std::optional<Pair> pairOf(size_t i, size_t j, qint64 frame, const model::FoundFace &found) const
    {
        const FollowedFace &face = faces[i];
        const double overlap = overlapOf(face.at, found.box);
        const double grown = 1 + 0.1 * double(face.framesLost());
        const bool isExpected = overlap >= expectedOverlap;
        const bool isNear = face.isLost() && sidesApart(face.at, found.box) <= std::min(grown, 2.5);
        if (!isExpected && !isNear)
            return std::nullopt;
        const double correlation = face.correlation(memory, frame, found.box);
        if (correlation < (overlap >= closeOverlap ? sameFaceClose
                           : isExpected            ? sameFace
                                                   : sameFaceElsewhere))
            return std::nullopt;
        return Pair{i, j, correlation + overlap / 2, correlation < sameFace};
    }

    bool isSmall(const model::RelativeRect &box) const
    {
        return box.width * width < sizeSlack * coarse * settings.smallestFacePx;
    }

    enum class Look {
        None,
        Idle, ///< due, but there is nothing new to see
        Coarse,
        Fine
    };
    /// What is due in `frame`, which is not in memory yet. Asks nothing that a cut or a return would change.
    Look dueIn(qint64 frame, const SmallFrame &small) const
    {
        if (frame - lastLook < lookEvery())
            return Look::None;
        if (faces.empty() && frame - lastFineLook < waits() &&
            !memory.at(std::max(lastLook, memory.first())).hasChangedIn(small))
            return Look::Idle;
        const bool isSmallUnderWay = std::any_of(
            faces.begin(), faces.end(), [this](const FollowedFace &face) { return isSmall(face.at); });
        const qint64 since = frame - lastFineLook;
        // Never more than a second without one, however slow the recording is.
        const bool isFineDue = since >= 2 * lookEvery() || since + lookEvery() > waits();
        return isSmallUnderWay || isFineDue ? Look::Fine : Look::Coarse;
    }

    void look(qint64 frame, const std::vector<model::FoundFace> &found, bool isFine)
    {
        std::vector<Pair> pairs;
        for (size_t i = 0; i < faces.size(); ++i)
            for (size_t j = 0; j < found.size(); ++j)
                if (const auto pair = pairOf(i, j, frame, found[j]))
                    pairs.push_back(*pair);
        std::stable_sort(pairs.begin(), pairs.end(),
                         [](const Pair &a, const Pair &b) { return a.worth > b.worth; });
        std::vector<bool> isConfirmed(faces.size()), isTaken(found.size());
        const FollowingRules following = rules();
        for (const Pair &pair : pairs) {
            if (isConfirmed[pair.face] || isTaken[pair.found])
                continue;
            isConfirmed[pair.face] = isTaken[pair.found] = true;
            faces[pair.face].confirm(memory, frame, found[pair.found], pair.weak, following);
        }
        for (size_t i = 0; i < isConfirmed.size(); ++i)
            if (!isConfirmed[i] && faces[i].deniedFrame < 0)
                faces[i].deniedFrame = frame;
        for (size_t j = 0; j < found.size(); ++j)
            if (!isTaken[j])
                faces.push_back(FollowedFace::begun(memory, frame, found[j],
                                                    (isSmall(found[j].box) ? lastFineLook : lastLook) + 1,
                                                    following));
        lastLook = frame;
        if (isFine)
            lastFineLook = frame;
    }

    void endTheLost(qint64 frame)
    {
        std::vector<FollowedFace> staying;
        for (FollowedFace &face : faces) {
            if (face.deniedFrame >= 0 && frame - face.deniedFrame > waits())
                end(face);
            else
                staying.push_back(std::move(face));
        }
        faces = std::move(staying);
    }

    void forget(qint64 frame)
    {
        // For the next cut; back to the last look for a face that the next one brings; and what the faces
        // looked like when they were confirmed.
        qint64 from = std::min({frame, lastLook, lastFineLook});
        for (const FollowedFace &face : faces)
            from = std::min(from, face.earlierFrame);
        if (interruption) {
            from = std::min(
                {from, interruption->firstFrame - 1, interruption->lastLook, interruption->lastFineLook});
            for (const FollowedFace &face : interruption->faces)
                from = std::min(from, face.earlierFrame);
        }
        memory.forgetBefore(from);
    }
};

FaceTracker::FaceTracker(std::shared_ptr<const FaceEngine> engine, const model::ScanSettings &settings,
                         double framesPerSecond, int width, int height)
    : d(std::make_unique<Private>())
{
    d->engine = std::move(engine);
    d->settings = settings;
    d->framesPerSecond = framesPerSecond;
    d->width = width;
    d->height = height;
}

FaceTracker::FaceTracker(std::unique_ptr<Private> state) : d(std::move(state)) {}
FaceTracker::~FaceTracker() = default;
FaceTracker::FaceTracker(FaceTracker &&) noexcept = default;
FaceTracker &FaceTracker::operator=(FaceTracker &&) noexcept = default;

const model::ScanSettings &FaceTracker::settings() const
{
    return d->settings;
}

qint64 FaceTracker::nextFrame() const
{
    return d->asked.empty() ? d->next : d->askedFrom;
}

base::Outcome FaceTracker::add(qint64 frame, const base::Picture &picture, base::Progress &progress)
try {
    if (progress.isCancelled())
        return base::fail(ErrorCode::Cancelled, {});
    if (!d->isInSpan(frame))
        return {};
    const auto wrong = [](const QString &detail) {
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("frame"), detail);
    };
    if (frame < 0 || (nextFrame() >= 0 && frame != nextFrame()))
        return wrong(QStringLiteral("%1 where %2 is next").arg(frame).arg(nextFrame()));
    if (picture.isNull() || picture.width() != d->width || picture.height() != d->height)
        return wrong(QStringLiteral("%1x%2").arg(picture.width()).arg(picture.height()));

    const SmallFrame small(picture, d->shrink());
    if (!d->asked.empty()) {
        if (small.digest() != d->asked.front())
            return wrong(QStringLiteral("%1 has other content").arg(frame));
        d->memory.add(frame, small);
        d->asked.erase(d->asked.begin());
        ++d->askedFrom;
        return {};
    }

    const bool isBack = d->isBack(frame, small);
    const bool isCut = !isBack && !d->memory.isEmpty() && d->memory.at(d->memory.last()).isCutBefore(small);
    using Look = Private::Look;
    // When the shot is back the finder looks at once: where the faces are now is anybody's guess.
    const Look due = isBack || isCut || d->memory.isEmpty() ? Look::Fine : d->dueIn(frame, small);
    std::vector<model::FoundFace> found;
    if (due == Look::Fine || due == Look::Coarse) {
        // The looks' own counts mean nothing to who waits for the recording.
        base::Progress *inner = nullptr;
        base::Progress looking([&](qint64, qint64) {
            if (progress.isCancelled())
                inner->cancel();
        });
        inner = &looking;
        const int smallest = d->settings.smallestFacePx * (due == Look::Coarse ? coarse : 1);
        auto faces = d->engine->find(picture, {smallest, d->settings.area}, looking);
        LIKENESS_TRY(faces);
        found = std::move(*faces);
    }

    // From here on nothing fails.
    if (isBack)
        d->goBack(frame);
    else if (isCut)
        d->cut(frame);
    d->memory.add(frame, small);
    d->next = frame + 1;
    d->followAll(frame);
    if (due == Look::Idle)
        d->lastLook = frame;
    else if (due != Look::None)
        d->look(frame, found, due == Look::Fine);
    d->endTheLost(frame);
    d->settleInterruption(frame);
    d->forget(frame);
    return {};
} catch (const std::exception &exception) {
    return base::fail(ErrorCode::EngineFailed, {}, QString::fromUtf8(exception.what()));
}

std::vector<model::FaceTrack> FaceTracker::tracks() const
{
    std::vector<model::FaceTrack> tracks = d->ended;
    std::vector<FollowedFace> underWay = d->faces;
    if (d->interruption)
        underWay.insert(underWay.end(), d->interruption->faces.begin(), d->interruption->faces.end());
    for (const FollowedFace &face : underWay)
        if (auto track = face.finished())
            tracks.push_back(std::move(*track));
    std::stable_sort(tracks.begin(), tracks.end(), [](const model::FaceTrack &a, const model::FaceTrack &b) {
        return a.firstFrame != b.firstFrame ? a.firstFrame < b.firstFrame
                                            : a.boxes.front().box.x < b.boxes.front().box.x;
    });
    int number = 0;
    for (model::FaceTrack &track : tracks)
        track.number = ++number;
    return tracks;
}

QByteArray FaceTracker::state() const
{
    QByteArray body;
    QDataStream stream(&body, QIODevice::WriteOnly);
    stream.setVersion(streamVersion);
    stream << stateMark << stateVersion << d->engine->version().finderSha256 << d->framesPerSecond << d->width
           << d->height << d->settings.firstFrame << d->settings.lastFrame << d->settings.smallestFacePx;
    write(stream, d->settings.area);
    stream << d->next << d->lastLook << d->lastFineLook;
    const auto writeFaces = [&stream](const std::vector<FollowedFace> &faces) {
        stream << qint64(faces.size());
        for (const FollowedFace &face : faces)
            write(stream, face);
    };
    writeFaces(d->faces);
    stream << d->interruption.has_value();
    if (d->interruption) {
        stream << d->interruption->firstFrame << d->interruption->lastLook << d->interruption->lastFineLook;
        writeFaces(d->interruption->faces);
    }
    stream << qint64(d->ended.size());
    for (const model::FaceTrack &track : d->ended)
        write(stream, track);
    // While frames are still asked for, the memory is that of those given again and those still missing.
    const qint64 from = d->memory.isEmpty() ? d->askedFrom : d->memory.first();
    QList<QByteArray> digests;
    if (!d->memory.isEmpty())
        for (qint64 number = d->memory.first(); number <= d->memory.last(); ++number)
            digests += d->memory.at(number).digest();
    for (const QByteArray &digest : d->asked)
        digests += digest;
    stream << from << digests;
    return body + QCryptographicHash::hash(body, QCryptographicHash::Sha256);
}

base::Result<FaceTracker> FaceTracker::resumed(std::shared_ptr<const FaceEngine> engine,
                                               const QByteArray &state)
{
    const auto wrong = [](const char *detail) {
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("state"), QString::fromLatin1(detail));
    };
    constexpr int hashBytes = 32;
    const QByteArray body = state.chopped(std::min<qsizetype>(hashBytes, state.size()));
    if (state.size() <= hashBytes ||
        QCryptographicHash::hash(body, QCryptographicHash::Sha256) != state.right(hashBytes))
        return wrong("damaged");
    QDataStream stream(body);
    stream.setVersion(streamVersion);
    quint32 mark = 0;
    qint32 version = 0;
    stream >> mark >> version;
    if (mark != stateMark || version != stateVersion)
        return wrong("of another version");
    auto d = std::make_unique<Private>();
    QString finder;
    stream >> finder >> d->framesPerSecond >> d->width >> d->height >> d->settings.firstFrame >>
        d->settings.lastFrame >> d->settings.smallestFacePx;
    if (finder != engine->version().finderSha256)
        return wrong("of other finder weights");
    read(stream, d->settings.area);
    stream >> d->next >> d->lastLook >> d->lastFineLook;
    qint64 count = 0;
    const auto readFaces = [&stream, &count](std::vector<FollowedFace> &faces) {
        stream >> count;
        for (qint64 i = 0; i < count && stream.status() == QDataStream::Ok; ++i)
            read(stream, faces.emplace_back());
    };
    readFaces(d->faces);
    bool isInterrupted = false;
    stream >> isInterrupted;
    if (isInterrupted) {
        d->interruption.emplace();
        stream >> d->interruption->firstFrame >> d->interruption->lastLook >> d->interruption->lastFineLook;
        readFaces(d->interruption->faces);
    }
    stream >> count;
    for (qint64 i = 0; i < count && stream.status() == QDataStream::Ok; ++i)
        read(stream, d->ended.emplace_back());
    QList<QByteArray> digests;
    stream >> d->askedFrom >> digests;
    if (stream.status() != QDataStream::Ok || !stream.atEnd())
        return wrong("damaged");
    d->asked.assign(digests.begin(), digests.end());
    if (!d->isSound())
        return wrong("contradicts itself");
    d->engine = std::move(engine);
    return FaceTracker(std::move(d));
}

} // namespace likeness::face
