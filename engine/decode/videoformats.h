// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/decode/avhandles.h"
#include "engine/decode/avsource.h"

#include <QByteArrayView>
#include <QString>

namespace likeness::decode
{

/// Whether this is the beginning of a recording of a kind that is decoded, by content alone. 64 KiB are
/// plenty; fewer than 2 KiB may be too few to know a transport stream. Playlists, stills and sound are none.
/// Thread-safe.
bool isVideo(QByteArrayView firstBytes);

/// What libavformat and libavcodec may use, by their own names, with commas. No playlist, no list of files,
/// no device, no protocol, and of the codecs only pictures.
const char *allowedContainers();
const char *allowedCodecs();
bool isAllowedContainer(const AVInputFormat *format);
bool isAllowedCodec(const AVCodec *codec);

/// "video/mp4", ... of a container that is allowed, told apart by the first bytes where one reader reads
/// several.
QString videoMediaType(const AVInputFormat *format, QByteArrayView firstBytes);

/// Whether a picture track of a QuickTime or MP4 file says that its samples are in another file.
bool hasExternalReference(const AvSource &source);

/// Once for the process: libav writes nothing to the terminal.
void silenceLibav();

} // namespace likeness::decode
