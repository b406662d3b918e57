// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Stands between the program (SQLite included) and the system's writing calls, so that a test can end the
// process or fill the disk at the n-th of them. For one source file of a test program whose symbols are
// exported. Everything else is passed on.

#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace likeness::tests
{

enum class Fault { None, Kill, DiskFull };

inline Fault fault = Fault::None;
inline std::atomic<int> callsUntilFault = 0; ///< 0: the next call
inline std::atomic<int> writingCalls = 0;    ///< seen so far

/// Whether this call is to fail. `takesSpace`: a full disk refuses it.
inline bool faultNow(bool takesSpace)
{
    ++writingCalls;
    if (fault == Fault::Kill && callsUntilFault-- == 0)
        ::kill(::getpid(), SIGKILL);
    if (fault != Fault::DiskFull || !takesSpace)
        return false;
    if (callsUntilFault > 0) {
        --callsUntilFault;
        return false;
    }
    errno = ENOSPC; // and stays full
    return true;
}

} // namespace likeness::tests

extern "C" {

ssize_t write(int file, const void *bytes, size_t count)
{
    // Standard output is the test's voice, not a disk.
    if (file > 2 && likeness::tests::faultNow(true))
        return -1;
    return syscall(SYS_write, file, bytes, count);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset)
{
    return likeness::tests::faultNow(true) ? -1 : syscall(SYS_pwrite64, file, bytes, count, offset);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset)
{
    return pwrite64(file, bytes, count, offset);
}

int fsync(int file)
{
    return likeness::tests::faultNow(false) ? -1 : int(syscall(SYS_fsync, file));
}

int fdatasync(int file)
{
    return likeness::tests::faultNow(false) ? -1 : int(syscall(SYS_fdatasync, file));
}

int rename(const char *from, const char *to) noexcept
{
    return likeness::tests::faultNow(false) ? -1 : int(syscall(SYS_rename, from, to));
}

int unlink(const char *path) noexcept
{
    return likeness::tests::faultNow(false) ? -1 : int(syscall(SYS_unlink, path));
}

int ftruncate64(int file, off64_t size) noexcept
{
    return likeness::tests::faultNow(false) ? -1 : int(syscall(SYS_ftruncate, file, size));
}

} // extern "C"
