// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/track.h"

#include <QList>
#include <QString>

namespace likeness::tests
{

/// A small recording made by the ffmpeg program, of one of the kinds that decoders and demuxers stumble over.
struct Clip {
    QString name; ///< "h264 open GOP": the row name of a test
    QString path;
    int rotation = 0;        ///< clockwise, that makes it upright
    bool isVariable = false; ///< in its rate
    bool isCut = false;      ///< it ends in the middle of a frame or lacks a part
};

/// Makes them in `folder`, which must exist; the same bytes with the same ffmpeg. A clip whose encoder this
/// ffmpeg lacks is left out. It takes some seconds.
QList<Clip> makeClips(const QString &folder);

/// 24 frames at 12 a second, 640 x 360: a window that moves 4 px to the right each over the sample photograph
/// sample1.jpg, which is shrunk to 1280 x 853, from (560, 60) on. "pan.mp4" in `folder`; its path.
QString panClip(const QString &folder);

/// Whether the face of the red-haired woman lies in it: in that photograph around (1580, 340) of 1920 x 1280.
bool isOnRedHair(const model::TrackBox &box);

/// Runs a program to its end and gives its standard output; fails the process when it cannot be run.
QByteArray outputOf(const QString &program, const QStringList &arguments);

} // namespace likeness::tests
