// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/facetracker.h"
#include "engine/face/framepatches.h"
#include "tests/engine/face/facetest.h"

#include <QPainter>
#include <QTest>

#include <map>

namespace likeness::face::tests
{

inline constexpr int faceWidth = 80; ///< of a drawn face at scale 1; the finder's box is about as large
inline constexpr double rate = 24;   ///< so that the finder looks at every eighth frame
inline constexpr int lookEvery = 8;
inline constexpr QSize small(320, 240);

/// Passes looks on, or answers from a script; what makes chips and templates fails the test.
class WatchedEngine : public FaceEngine
{
public:
    explicit WatchedEngine(const FaceEngine *engine) : m_engine(engine) {}
    std::map<int, std::vector<model::FoundFace>> script; ///< by number of the look, when there is no engine
    mutable int looks = 0;
    mutable int others = 0;

    model::EngineVersion version(const DescriberSettings &settings) const override
    {
        return m_engine ? m_engine->version(settings) : model::EngineVersion();
    }
    base::Result<std::vector<model::FoundFace>> find(const base::Picture &picture,
                                                     const FinderSettings &settings, base::Progress &progress,
                                                     const FacesSoFar &soFar) const override
    {
        const int look = looks++;
        if (m_engine)
            return m_engine->find(picture, settings, progress, soFar);
        progress.report(1, 2);
        if (progress.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, {});
        const auto faces = script.find(look);
        return faces == script.end() ? std::vector<model::FoundFace>() : faces->second;
    }
    base::Result<model::AlignedChip> align(const base::Picture &, const model::FoundFace &) const override
    {
        return counted();
    }
    base::Result<HandAligned> alignByHand(const base::Picture &, const model::RelativeRect &,
                                          const std::optional<model::EyePoints> &) const override
    {
        return counted();
    }
    base::Result<std::vector<model::Template>> describe(const std::vector<model::AlignedChip> &,
                                                        const DescriberSettings &) const override
    {
        return counted();
    }

private:
    tl::unexpected<base::Error> counted() const
    {
        ++others;
        return base::fail(base::ErrorCode::EngineFailed, {});
    }
    const FaceEngine *m_engine;
};

/// A person of the samples with some surroundings; scaled so that the drawn face is `faceWidth` wide.
inline QImage person(const QString &code)
{
    for (const DrawnFace &drawn : drawnFaces()) {
        if (drawn.person != code)
            continue;
        const QImage photo = sampleImage(drawn.photo);
        const QRectF face(drawn.box.x * photo.width(), drawn.box.y * photo.height(),
                          drawn.box.width * photo.width(), drawn.box.height * photo.height());
        const double grow = face.width() * 0.35;
        return photo.copy(face.adjusted(-grow, -grow, grow, grow).toRect())
            .scaledToWidth(int(faceWidth * 1.7), Qt::SmoothTransformation);
    }
    return {};
}

/// A street without people: soft, but nowhere flat.
inline QImage street(const QSize &size, int hue = 210)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            image.setPixelColor(
                x, y,
                QColor::fromHsv(hue, 60, int(128 + 50 * std::sin(x / 23.0 + hue) * std::cos(y / 17.0))));
    return image;
}

inline void put(QImage &frame, const QImage &who, QPointF middle, double scale = 1)
{
    QPainter painter(&frame);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QSizeF size = QSizeF(who.size()) * scale;
    painter.drawImage(
        QRectF(middle.x() - size.width() / 2, middle.y() - size.height() / 2, size.width(), size.height()),
        who);
}

/// Softened by shrinking to 1/`by` and back.
inline QImage soft(const QImage &image, double by)
{
    return image.scaled(image.size() / by, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(image.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

using Frames = std::vector<base::Picture>;

template <class Draw>
Frames frames(int count, const QSize &size, Draw draw)
{
    Frames all;
    for (int i = 0; i < count; ++i) {
        QImage frame = street(size);
        draw(frame, i);
        all.push_back(toPicture(frame));
    }
    return all;
}

inline model::ScanSettings seeing(int smallestFacePx = 60)
{
    model::ScanSettings settings;
    settings.smallestFacePx = smallestFacePx;
    return settings;
}

inline QString textOf(const std::vector<model::FaceTrack> &tracks)
{
    QString text;
    const auto number = [](double value) { return QString::number(value, 'g', 17) + ' '; };
    for (const model::FaceTrack &track : tracks) {
        text += QStringLiteral("track %1: %2 to %3, best %4, ")
                    .arg(track.number)
                    .arg(track.firstFrame)
                    .arg(track.lastFrame)
                    .arg(track.bestFrame);
        text += number(track.best.confidence) + number(track.best.box.x) + number(track.best.quality.focus) +
                '\n';
        for (const model::TrackBox &box : track.boxes)
            text += QStringLiteral("%1 %2 ").arg(box.frame).arg(box.found ? "found" : "followed") +
                    number(box.box.x) + number(box.box.y) + number(box.box.width) + number(box.box.height) +
                    '\n';
    }
    return text;
}

inline model::FoundFace faceAt(const QPointF &middle, const QSize &size, double confidence)
{
    model::FoundFace face;
    face.box = {(middle.x() - 40) / size.width(), (middle.y() - 40) / size.height(), 80.0 / size.width(),
                80.0 / size.height()};
    face.confidence = confidence;
    return face;
}

/// What the two test programs of the tracker share: its engine, and drawn recordings.
class TrackerTest : public QObject
{
protected:
    FaceTracker tracker(const model::ScanSettings &settings, const Frames &all) const
    {
        return FaceTracker(m_engine, settings, rate, all.front().width(), all.front().height());
    }
    static void addAll(FaceTracker &tracker, const Frames &all, size_t from = 0)
    {
        base::Progress progress;
        for (size_t i = from; i < all.size(); ++i)
            QVERIFY(tracker.add(qint64(i), all[i], progress).has_value());
    }
    std::vector<model::FaceTrack> tracksOf(const Frames &all,
                                           const model::ScanSettings &settings = seeing()) const
    {
        FaceTracker tracker = this->tracker(settings, all);
        addAll(tracker, all);
        if (qEnvironmentVariableIsSet("LIKENESS_SHOW_TRACKS"))
            qInfo().noquote() << textOf(tracker.tracks());
        return tracker.tracks();
    }
    model::RelativeRect foundIn(const base::Picture &picture) const
    {
        base::Progress progress;
        const auto faces = m_shipped->find(picture, {60, {}}, progress);
        return faces && faces->size() == 1 ? faces->front().box : model::RelativeRect{0, 0, 0, 0};
    }
    /// The box that the finder has for `who` standing in the middle of a frame, about that middle.
    model::RelativeRect boxOf(const QImage &who) const
    {
        QImage frame = street(small);
        put(frame, who, {160, 120});
        const model::RelativeRect box = foundIn(toPicture(frame));
        return {box.x * 320 - 160, box.y * 240 - 120, box.width * 320, box.height * 240};
    }
    static model::RelativeRect truth(const model::RelativeRect &about, QPointF middle, const QSize &size,
                                     double scale = 1)
    {
        return {(middle.x() + about.x * scale) / size.width(), (middle.y() + about.y * scale) / size.height(),
                about.width * scale / size.width(), about.height * scale / size.height()};
    }
    static QPointF panned(int i) { return {100 + 3.0 * i, 110 + 0.5 * i}; }
    Frames panning(int count) const
    {
        const QImage who = person("G");
        return frames(count, small, [&](QImage &frame, int i) { put(frame, who, panned(i)); });
    }

    bool openEngine()
    {
        m_shipped = openShipped();
        m_engine = std::make_shared<WatchedEngine>(m_shipped.get());
        return m_shipped != nullptr;
    }

    std::unique_ptr<FaceEngine> m_shipped;
    std::shared_ptr<WatchedEngine> m_engine;
};

} // namespace likeness::face::tests
