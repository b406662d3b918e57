// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/recordingstate.h"

#include "widgets/viewer/frametime.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <cmath>

namespace likeness::pages
{

namespace
{

constexpr int longestBaseName = 80;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(likeness::pages::RecordingState)
};

} // namespace

bool RecordingState::mayScan() const
{
    // Going on renumbers the tracks of which probes are being made.
    return recording == Recording::Open && !isScanning && !isMakingProbes && !isClosing && !isReadOnly &&
           unmetRole.empty();
}

bool RecordingState::mayGoOn() const
{
    return mayScan() && (scan == model::Scan::State::Running || scan == model::Scan::State::Cancelled);
}

bool RecordingState::mayClose() const
{
    return mayScan() && scan && !isClosed() && !isReading;
}

RecordingState::Missing RecordingState::missing() const
{
    if (recording != Recording::Open)
        return Missing::Recording;
    if (isMakingProbes)
        return Missing::Work;
    if (isClosing)
        return Missing::Closing;
    if (isReadOnly)
        return Missing::ReadOnly;
    if (!unmetRole.empty())
        return Missing::Role;
    if (isScanning)
        return Missing::Scanning; // a track may yet grow, and its best frame change
    if (!scan)
        return Missing::Scan;
    if (isReading)
        return Missing::Reading; // a number of these rows could be another face in the record
    if (isTrackForgotten)
        return Missing::Closed;
    return isTrackChosen ? Missing::Nothing : Missing::Choice;
}

QString frameReadout(const model::VideoIndex &index, qint64 frame)
{
    if (frame < 0 || frame >= qint64(index.frames.size()))
        return {};
    const QLocale locale;
    return Text::tr("Frame %1 of %2   %3   %4")
        .arg(locale.toString(frame), locale.toString(qint64(index.frames.size())),
             viewer::frameTimeText(index.seconds(frame)),
             index.frames[size_t(frame)].timeFound ? Text::tr("time found in the file")
                                                   : Text::tr("time counted on"));
}

QStringList frameRemarks(const model::VideoIndex &index, qint64 frame)
{
    if (frame < 0 || frame >= qint64(index.frames.size()))
        return {};
    const auto &indexed = index.frames[size_t(frame)];
    QStringList remarks;
    if (indexed.damaged)
        remarks << Text::tr("This frame is damaged: the decoder found errors in it.");
    if (indexed.interlaced)
        remarks << (indexed.topFieldFirst ? Text::tr("Interlaced, top field first: two moments in one picture.")
                                          : Text::tr("Interlaced, bottom field first: two moments in one picture."));
    if (!indexed.timeFound)
        remarks << Text::tr("The file gives this frame no time; it is counted on from the one before.");
    return remarks;
}

QStringList recordingRemarks(const model::VideoInfo &info, const model::VideoIndex &index)
{
    QStringList remarks;
    if (!index.endedBy.isEmpty())
        remarks << Text::tr("The recording ends early: the file is cut off or damaged there.");
    if (index.isVariableRate())
        remarks << Text::tr("The rate varies: frames do not stand for equal times.");
    // Encoders round: what is off by less than a hundredth is meant to be square.
    if (info.pixelAspect.numerator > 0 && std::abs(info.pixelAspect.value() - 1) > 0.01)
        remarks << Text::tr("Pixels are not square (%1:%2); they are shown as they are stored.")
                       .arg(info.pixelAspect.numerator)
                       .arg(info.pixelAspect.denominator);
    return remarks;
}

QString frameFileName(const QString &recording, qint64 frame)
{
    QString name;
    for (const QChar letter : QFileInfo(recording).completeBaseName().left(longestBaseName))
        name += letter.isLetterOrNumber() || letter == u'.' || letter == u'_' || letter == u' ' ? letter : u'-';
    while (name.startsWith(u'.') || name.startsWith(u' '))
        name.remove(0, 1); // no hidden file
    if (name.isEmpty())
        name = QStringLiteral("recording");
    return QStringLiteral("%1-frame-%2.png").arg(name).arg(frame, 6, 10, QLatin1Char('0'));
}

} // namespace likeness::pages
