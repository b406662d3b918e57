// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/media/packets.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>

namespace likeness::media::packets
{

namespace
{

constexpr size_t mostDescriptors = 4;

} // namespace

std::optional<Pair> makePair()
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return std::nullopt;
    return Pair{Descriptor(ends[0]), Descriptor(ends[1])};
}

bool send(int socket, QByteArrayView packet, const std::vector<int> &descriptors)
{
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * mostDescriptors)> control{};
    iovec part{const_cast<char *>(packet.data()), size_t(packet.size())};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (!descriptors.empty()) {
        const size_t size = sizeof(int) * descriptors.size();
        message.msg_control = control.data();
        message.msg_controllen = CMSG_SPACE(size);
        cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(size);
        std::memcpy(CMSG_DATA(header), descriptors.data(), size);
    }
    ssize_t count = 0;
    do
        count = sendmsg(socket, &message, MSG_NOSIGNAL);
    while (count < 0 && errno == EINTR);
    return count == packet.size();
}

State receive(int socket, qsizetype longest, Packet &packet)
{
    packet = {};
    QByteArray bytes(longest, Qt::Uninitialized);
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * mostDescriptors)> control{};
    iovec part{bytes.data(), size_t(longest)};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    ssize_t count = 0;
    do
        count = recvmsg(socket, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    while (count < 0 && errno == EINTR);
    if (count < 0)
        return errno == EAGAIN ? State::Nothing : State::Gone;
    for (cmsghdr *header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS)
            continue;
        const size_t size = header->cmsg_len - CMSG_LEN(0);
        for (size_t at = 0; at + sizeof(int) <= size; at += sizeof(int)) {
            int descriptor = -1;
            std::memcpy(&descriptor, CMSG_DATA(header) + at, sizeof descriptor);
            packet.descriptors.emplace_back(descriptor);
        }
    }
    // No packet of ours is empty: nothing read is the end.
    if (count == 0 || (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)))
        return State::Gone;
    bytes.truncate(count);
    packet.bytes = bytes;
    return State::Here;
}

bool waitFor(int socket, int milliseconds)
{
    pollfd end{socket, POLLIN, 0};
    return poll(&end, 1, milliseconds) > 0;
}

} // namespace likeness::media::packets
