// SPDX-License-Identifier: GPL-3.0-or-later
// likeness-decode: started by the other programs, once for each of them, with a socket as descriptor 3. It
// reads no file itself. For each file that it is handed it forks a decoder, which gets that file, a memory
// file for the pixels and a conversation (engine/media/wire.h), confines itself and knows nothing of any
// other file. So it has to stay with one thread, and to have loaded all that a decoder needs.
#include "app/decode/serving.h"
#include "engine/media/packets.h"

#include <QCoreApplication>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <map>

#include <fcntl.h>
#include <malloc.h>
#include <linux/close_range.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace likeness;
using media::Descriptor;
using media::wire::Answer;

namespace
{

enum ExitCode { Done = 0, Failed = 1, Usage = 2 };

constexpr int controlDescriptor = 3;

/// The conversation of each, to say at its other end when it has ended.
using Decoders = std::map<pid_t, Descriptor>;

bool isSocket(int descriptor)
{
    struct stat status {
    };
    return fstat(descriptor, &status) == 0 && S_ISSOCK(status.st_mode);
}

bool send(int conversation, const Answer &answer, const std::vector<int> &descriptors = {})
{
    return media::packets::send(conversation, {reinterpret_cast<const char *>(&answer), sizeof answer},
                                descriptors);
}

/// In the new process. Does not return.
[[noreturn]] void becomeDecoder(const media::wire::Start &start, pid_t starter, int file, int memory,
                                int conversation)
{
    // Ends with its starter, which ends with whoever asked.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != starter)
        _exit(Done);
    // Above the places first, so that none is overwritten before it was moved.
    constexpr int above = 64;
    const int moved[] = {fcntl(conversation, F_DUPFD, above), fcntl(file, F_DUPFD, above),
                         fcntl(memory, F_DUPFD, above)};
    const int places[] = {decoder::conversationDescriptor, decoder::fileDescriptor,
                          decoder::memoryDescriptor};
    for (int i = 0; i < 3; ++i)
        if (moved[i] < 0 || dup2(moved[i], places[i]) < 0)
            _exit(Failed);
    if (close_range(decoder::firstClosedDescriptor, ~0u, 0) != 0)
        _exit(Failed);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    decoder::serve(start);
}

void startDecoder(const media::wire::Start &start, media::packets::Packet &packet, Decoders &decoders)
{
    const int file = packet.descriptors[0].get();
    const int memory = packet.descriptors[1].get();
    Descriptor conversation = std::move(packet.descriptors[2]);
    const pid_t starter = getpid();
    const pid_t decoder = fork();
    if (decoder == 0)
        becomeDecoder(start, starter, file, memory, conversation.get());
    if (decoder < 0)
        return; // the conversation closes, which says it
    const Descriptor handle(int(syscall(SYS_pidfd_open, decoder, 0)));
    Answer started;
    started.kind = Answer::Kind::Started;
    if (!handle.isOpen() || !send(conversation.get(), started, {handle.get()}))
        kill(decoder, SIGKILL);
    decoders.emplace(decoder, std::move(conversation));
}

void collectDecoders(Decoders &decoders)
{
    int status = 0;
    for (pid_t decoder = 0; (decoder = waitpid(-1, &status, WNOHANG)) > 0;) {
        const auto found = decoders.find(decoder);
        if (found == decoders.end())
            continue;
        Answer ended;
        ended.kind = Answer::Kind::Ended;
        ended.number = status;
        send(found->second.get(), ended);
        decoders.erase(found);
    }
}

int run()
{
    sigset_t children;
    sigemptyset(&children);
    sigaddset(&children, SIGCHLD);
    sigprocmask(SIG_BLOCK, &children, nullptr);
    const Descriptor ended(signalfd(-1, &children, SFD_CLOEXEC | SFD_NONBLOCK));
    Decoders decoders;
    while (true) {
        pollfd ends[] = {{controlDescriptor, POLLIN, 0}, {ended.get(), POLLIN, 0}};
        if (poll(ends, 2, -1) < 0 && errno != EINTR)
            return Failed;
        signalfd_siginfo ignored;
        while (read(ended.get(), &ignored, sizeof ignored) > 0) {
        }
        collectDecoders(decoders);
        media::packets::Packet packet;
        const auto state = media::packets::receive(controlDescriptor, sizeof(media::wire::Start), packet);
        if (state == media::packets::State::Gone)
            return Done;
        if (state == media::packets::State::Nothing)
            continue;
        if (const auto start = media::wire::startOf(packet.bytes); start && packet.descriptors.size() == 3)
            startDecoder(*start, packet, decoders);
    }
}

/// When the machine runs out of memory, its kernel is to take a decoder and not the case that is open.
void offerToBeEnded()
{
    const Descriptor score(open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC));
    constexpr char value[] = "800";
    if (score.isOpen() && write(score.get(), value, sizeof value - 1) < 0) {
        // It is a courtesy: without it the kernel chooses.
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (!isSocket(controlDescriptor)) {
        std::fputs("likeness-decode is started by Likeness itself, for the files that it opens.\n", stderr);
        return Usage;
    }
    // A frame's buffers come from the heap and go back to it: new pages for each frame cost more than its
    // colours. 32 MiB is the largest threshold that glibc takes.
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 512 << 20);
    const QCoreApplication application(argc, argv);
    fcntl(controlDescriptor, F_SETFD, FD_CLOEXEC);
    offerToBeEnded();
    decoder::warmUp();
    return run();
}
