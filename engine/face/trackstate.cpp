// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/followedface.h"

namespace likeness::face
{

namespace
{

/// Reads and writes name the same fields in the same order: one function does both.
class Writer
{
public:
    explicit Writer(QDataStream &stream) : m_stream(stream) {}
    template <class T>
    void operator()(const T &value)
    {
        m_stream << value;
    }
    template <class T, class Each>
    void list(const std::vector<T> &values, Each each)
    {
        m_stream << qint64(values.size());
        for (const T &value : values)
            each(value);
    }

private:
    QDataStream &m_stream;
};

class Reader
{
public:
    explicit Reader(QDataStream &stream) : m_stream(stream) {}
    template <class T>
    void operator()(T &value)
    {
        m_stream >> value;
    }
    template <class T, class Each>
    void list(std::vector<T> &values, Each each)
    {
        qint64 count = 0;
        m_stream >> count;
        // Not reserved: a damaged count ends at the end of the stream.
        for (qint64 i = 0; i < count && m_stream.status() == QDataStream::Ok; ++i) {
            T value;
            each(value);
            values.push_back(std::move(value));
        }
    }

private:
    QDataStream &m_stream;
};

template <class IO, class Rect>
void rectFields(IO &io, Rect &rect)
{
    io(rect.x);
    io(rect.y);
    io(rect.width);
    io(rect.height);
}

template <class IO, class Boxes>
void boxFields(IO &io, Boxes &boxes)
{
    io.list(boxes, [&io](auto &box) {
        io(box.frame);
        rectFields(io, box.box);
        io(box.found);
    });
}

template <class IO, class Point>
void pointFields(IO &io, Point &point)
{
    io(point.x);
    io(point.y);
}

void gradeField(Writer &io, const model::FaceQuality::Grade &grade)
{
    io(qint32(grade));
}

void gradeField(Reader &io, model::FaceQuality::Grade &grade)
{
    qint32 value = 0;
    io(value);
    grade = model::FaceQuality::Grade(std::clamp(value, 0, 2));
}

template <class IO, class Face>
void foundFields(IO &io, Face &face)
{
    rectFields(io, face.box);
    pointFields(io, face.eyes.left);
    pointFields(io, face.eyes.right);
    for (auto &point : face.landmarks)
        pointFields(io, point);
    io(face.confidence);
    gradeField(io, face.quality.grade);
    io(face.quality.eyeDistancePx);
    io(face.quality.focus);
    io(face.quality.contrast);
    io(face.quality.plausibility);
    io(face.quality.reasons);
    io.list(face.quality.components, [&io](auto &component) {
        io(component.name);
        io(component.value);
        gradeField(io, component.grade);
    });
}

template <class IO, class Face>
void faceFields(IO &io, Face &face)
{
    boxFields(io, face.boxes);
    io(face.confirmedFrame);
    rectFields(io, face.confirmedBox);
    io(face.earlierFrame);
    rectFields(io, face.earlierBox);
    io(face.isWeak);
    io(face.confirmations);
    io(face.confidence);
    io(face.deniedFrame);
    io.list(face.ahead, [&io](auto &step) {
        io(step.frame);
        rectFields(io, step.box);
        io(step.score);
    });
    rectFields(io, face.at);
    rectFields(io, face.expected);
    io(face.speedX);
    io(face.speedY);
    io(face.bestFrame);
    foundFields(io, face.best);
}

template <class IO, class Track>
void trackFields(IO &io, Track &track)
{
    io(track.firstFrame);
    io(track.lastFrame);
    io(track.bestFrame);
    foundFields(io, track.best);
    boxFields(io, track.boxes);
}

} // namespace

void write(QDataStream &stream, const std::optional<model::RelativeRect> &rect)
{
    Writer io(stream);
    io(rect.has_value());
    if (rect)
        rectFields(io, *rect);
}

void write(QDataStream &stream, const FollowedFace &face)
{
    Writer io(stream);
    faceFields(io, face);
}

void write(QDataStream &stream, const model::FaceTrack &track)
{
    Writer io(stream);
    trackFields(io, track);
}

void read(QDataStream &stream, std::optional<model::RelativeRect> &rect)
{
    Reader io(stream);
    bool has = false;
    io(has);
    rect.reset();
    if (has)
        rectFields(io, rect.emplace());
}

void read(QDataStream &stream, FollowedFace &face)
{
    Reader io(stream);
    faceFields(io, face);
}

void read(QDataStream &stream, model::FaceTrack &track)
{
    Reader io(stream);
    trackFields(io, track);
}

} // namespace likeness::face
