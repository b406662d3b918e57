// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/media/descriptor.h"

#include <QByteArray>

#include <optional>
#include <vector>

/// Packets over a local socket, with descriptors. The one use of sockets in the house: pairs that both ends
/// are given, never an address.
namespace likeness::media::packets
{

struct Pair {
    Descriptor ours;
    Descriptor theirs;
};
/// Both close on exec. Nothing when the system has no descriptors left.
std::optional<Pair> makePair();

/// False when the other end is gone or does not read. Never raises SIGPIPE.
bool send(int socket, QByteArrayView packet, const std::vector<int> &descriptors = {});

struct Packet {
    QByteArray bytes;
    std::vector<Descriptor> descriptors; ///< close on exec
};
enum class State { Here, Nothing, Gone };
/// The next packet, at most `longest` bytes and 4 descriptors; a longer one is Gone, as is the end of the
/// conversation. Does not wait.
State receive(int socket, qsizetype longest, Packet &packet);
/// Waits until there is something to receive, or the other end is gone. False when the time is over.
bool waitFor(int socket, int milliseconds);

} // namespace likeness::media::packets
