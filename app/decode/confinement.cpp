// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decode/confinement.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>

#include <linux/futex.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace likeness::decoder
{

namespace
{

// Of linux/landlock.h, which in Debian 12 is older than the kernels that we may run on:
// Documentation/userspace-api/ landlock.rst, by version of the interface.
struct LandlockRules {
    quint64 handledFileSystem = 0;
    quint64 handledNetwork = 0; ///< version 4: bind and connect of TCP
    quint64 scoped = 0;         ///< version 6: abstract sockets and signals of others
};
constexpr int landlockCreateRuleset = 444;
constexpr int landlockRestrictSelf = 446;
constexpr unsigned landlockTellVersion = 1;

/// Rules that grant nothing: what is handled and has no rule is denied.
bool denyFileSystem()
{
    const long version = syscall(landlockCreateRuleset, nullptr, 0, landlockTellVersion);
    if (version < 1)
        return false;
    LandlockRules rules;
    rules.handledFileSystem = (1u << 13) - 1;
    if (version >= 2)
        rules.handledFileSystem |= 1u << 13; // rename and link into other folders
    if (version >= 3)
        rules.handledFileSystem |= 1u << 14; // truncate
    if (version >= 5)
        rules.handledFileSystem |= 1u << 15; // ioctl of devices
    if (version >= 4)
        rules.handledNetwork = 3;
    if (version >= 6)
        rules.scoped = 3;
    const size_t size = version >= 6 ? sizeof rules : version >= 4 ? 2 * sizeof(quint64) : sizeof(quint64);
    const int ruleset = int(syscall(landlockCreateRuleset, &rules, size, 0));
    if (ruleset < 0)
        return false;
    const bool restricted = syscall(landlockRestrictSelf, ruleset, 0) == 0;
    close(ruleset);
    return restricted;
}

/// Address space that is in use now.
rlim_t bytesInUse()
{
    unsigned long pages = 0;
    if (FILE *sizes = std::fopen("/proc/self/statm", "re")) {
        if (std::fscanf(sizes, "%lu", &pages) != 1)
            pages = 0;
        std::fclose(sizes);
    }
    return rlim_t(pages) * rlim_t(sysconf(_SC_PAGESIZE));
}

bool bound(int resource, rlim_t most, rlim_t atLast)
{
    const rlimit limit{most, atLast};
    return setrlimit(__rlimit_resource_t(resource), &limit) == 0;
}

bool bound(int resource, rlim_t most)
{
    return bound(resource, most, most);
}

bool boundResources(const Bounds &bounds)
{
    // A write past the longest file is then an error and no signal.
    std::signal(SIGXFSZ, SIG_IGN);
    bool whole = bound(RLIMIT_AS, bytesInUse() + rlim_t(bounds.memoryBytes));
    whole &= bound(RLIMIT_CPU, rlim_t(bounds.cpuSeconds), rlim_t(bounds.cpuSeconds) + 1);
    whole &= bound(RLIMIT_FSIZE, rlim_t(bounds.fileBytes));
    whole &= bound(RLIMIT_NOFILE, rlim_t(bounds.descriptors) + 1); // the rules below are one, for a moment
    whole &= bound(RLIMIT_NPROC, 0);
    whole &= bound(RLIMIT_CORE, 0);
    whole &= bound(RLIMIT_MEMLOCK, 0);
    whole &= bound(RLIMIT_MSGQUEUE, 0);
    return whole;
}

/// The system calls of decoding. Those that could do more are held to arguments.
class Filter
{
public:
    Filter() : m_filter(seccomp_init(SCMP_ACT_ERRNO(EPERM))) {}
    ~Filter() { seccomp_release(m_filter); }
    Filter(const Filter &) = delete;
    Filter &operator=(const Filter &) = delete;

    void allow(int call)
    {
        m_isWhole &=
            m_filter && seccomp_rule_add_exact_array(m_filter, SCMP_ACT_ALLOW, call, 0, nullptr) == 0;
    }
    void allowIf(int call, scmp_arg_cmp condition)
    {
        m_isWhole &=
            m_filter && seccomp_rule_add_exact_array(m_filter, SCMP_ACT_ALLOW, call, 1, &condition) == 0;
    }
    bool load()
    {
        if (!m_isWhole)
            return false;
        // Denied calls go to the system's audit log where it is kept; a kernel without that does without.
        seccomp_attr_set(m_filter, SCMP_FLTATR_CTL_LOG, 1);
        return seccomp_load(m_filter) == 0;
    }

private:
    scmp_filter_ctx m_filter;
    bool m_isWhole = true;
};

bool filterSystemCalls(const Bounds &bounds)
{
    Filter filter;
    // The file, its position and size: by descriptor, never by path. "fstat" is the old call; the C library's
    // own goes through newfstatat, which takes paths: see withoutpaths.cpp.
    for (const int call :
         {SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(lseek), SCMP_SYS(fstat), SCMP_SYS(close)})
        filter.allow(call);
    filter.allowIf(SCMP_SYS(write), SCMP_A0(SCMP_CMP_EQ, scmp_datum_t(bounds.conversation)));
    filter.allowIf(SCMP_SYS(pwrite64), SCMP_A0(SCMP_CMP_EQ, scmp_datum_t(bounds.memory)));
    // Memory, none of it executable.
    for (const int call : {SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(brk), SCMP_SYS(madvise)})
        filter.allow(call);
    filter.allowIf(SCMP_SYS(mmap), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    filter.allowIf(SCMP_SYS(mprotect), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    // One thread waits for nobody: without FUTEX_WAIT it cannot sleep either, only use up its time.
    for (const int operation : {FUTEX_WAKE, FUTEX_WAKE_PRIVATE})
        filter.allowIf(SCMP_SYS(futex), SCMP_A1(SCMP_CMP_EQ, scmp_datum_t(operation)));
    for (const int call :
         {SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(getrandom),
          SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(sched_yield), SCMP_SYS(rt_sigreturn),
          SCMP_SYS(rt_sigprocmask), SCMP_SYS(restart_syscall), SCMP_SYS(exit), SCMP_SYS(exit_group)})
        filter.allow(call);
    // abort(), and nobody else.
    filter.allowIf(SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, scmp_datum_t(getpid())));
    return filter.load();
}

} // namespace

media::Confinement confine(const Bounds &bounds)
{
    media::Confinement reached;
    // Not to be traced, and no picture of a victim in a core file.
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    reached.noNewPrivileges = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
    reached.resourceLimits = boundResources(bounds);
    reached.fileSystemRules = denyFileSystem();
    reached.resourceLimits &= bound(RLIMIT_NOFILE, rlim_t(bounds.descriptors));
    reached.systemCallFilter = filterSystemCalls(bounds);
    return reached;
}

} // namespace likeness::decoder
