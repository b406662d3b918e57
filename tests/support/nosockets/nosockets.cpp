// SPDX-License-Identifier: GPL-3.0-or-later
// nosockets COMMAND [ARGUMENT...]: runs a command that cannot open an internet socket. A seccomp filter makes
// socket() with AF_INET or AF_INET6 fail with EACCES, in the command and all it starts; other sockets work. The
// exit code is the command's; 125 when the filter cannot be set, 126 when the command cannot be started.
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <iterator>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace
{

#if defined(__x86_64__)
constexpr unsigned machine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned machine = AUDIT_ARCH_AARCH64;
#else
#error "nosockets does not know this processor's system calls"
#endif
// x86-64 has a second table of calls (x32) above this bit; no program here uses it.
constexpr unsigned secondTable = 0x40000000;

constexpr unsigned allow = SECCOMP_RET_ALLOW;
constexpr unsigned deny = SECCOMP_RET_ERRNO | EACCES;

bool denyInternetSockets()
{
    // Jumps count the instructions to skip: the last two are "allow" and "deny". The family is an int, so the
    // lower half of the argument holds it.
    sock_filter program[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, machine, 0, 8), // a foreign table of calls could hide socket()
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, secondTable, 6, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_io_uring_setup, 5, 0), // its rings open sockets unseen
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args[0])),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_INET, 2, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_INET6, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, allow),
        BPF_STMT(BPF_RET | BPF_K, deny),
    };
    sock_fprog filter{static_cast<unsigned short>(std::size(program)), program};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2) {
        std::fputs("usage: nosockets COMMAND [ARGUMENT...]\n", stderr);
        return 125;
    }
    if (!denyInternetSockets()) {
        std::fprintf(stderr, "nosockets: the filter cannot be set: %s\n", std::strerror(errno));
        return 125;
    }
    execvp(argv[1], argv + 1);
    std::fprintf(stderr, "nosockets: %s cannot be started: %s\n", argv[1], std::strerror(errno));
    return 126;
}
