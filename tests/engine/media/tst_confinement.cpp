// SPDX-License-Identifier: GPL-3.0-or-later
// What code that took a decoder over could try. Each attempt is made twice, in processes of their own: as the
// test is, where it has to succeed, and confined as likeness-decode confines itself, where it must not.
#include "app/decode/confinement.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <cerrno>
#include <csignal>
#include <functional>

#include <fcntl.h>
#include <linux/io_uring.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace likeness;

namespace
{

using Attempt = std::function<bool()>; ///< true when it got what it wanted

enum class Outcome { Succeeded, Denied, Ended };

decoder::Bounds bounds()
{
    decoder::Bounds bounds;
    bounds.memoryBytes = qint64(64) << 20;
    bounds.fileBytes = 1 << 20;
    bounds.cpuSeconds = 2;
    bounds.conversation = 3;
    bounds.memory = 5;
    bounds.descriptors = 6;
    return bounds;
}

Outcome outcomeOf(const Attempt &attempt, bool isConfined)
{
    const pid_t child = fork();
    if (child == 0) {
        // As likeness-decode does: three descriptors and no other.
        const int file = memfd_create("file", 0);
        const int memory = memfd_create("memory", 0);
        dup2(memory, 63);
        dup2(file, 62);
        dup2(62, 4);
        dup2(63, 5);
        dup2(63, 3);
        syscall(SYS_close_range, 6, ~0u, 0);
        if (isConfined && !decoder::confine(bounds()).isWhole())
            _exit(3);
        _exit(attempt() ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (!WIFEXITED(status))
        return Outcome::Ended;
    return WEXITSTATUS(status) == 0 ? Outcome::Succeeded : Outcome::Denied;
}

} // namespace

Q_DECLARE_METATYPE(Attempt)

class TestConfinement : public QObject
{
    Q_OBJECT
private slots:
    void isWhole();
    void denied_data();
    void denied();
    void whatDecodingNeeds();
    void memoryIsBounded();
    void memoryFileIsBounded();
    void timeIsBounded();

private:
    QTemporaryDir m_case;
};

void TestConfinement::isWhole()
{
    QCOMPARE(int(outcomeOf([] { return true; }, true)), int(Outcome::Succeeded));
}

void TestConfinement::denied_data()
{
    QTest::addColumn<Attempt>("attempt");
    const auto row = [](const char *name, Attempt attempt) { QTest::newRow(name) << std::move(attempt); };
    static const QByteArray record = QFile::encodeName(m_case.filePath("case.sqlite"));
    QFile file(m_case.filePath("case.sqlite"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("record");
    file.close();

    row("open a file", [] { return open("/etc/hostname", O_RDONLY) >= 0; });
    row("read the case", [] { return open(record.constData(), O_RDONLY) >= 0; });
    row("write the case", [] { return open(record.constData(), O_WRONLY | O_APPEND) >= 0; });
    row("open by the old call", [] { return syscall(SYS_open, "/etc/hostname", O_RDONLY) >= 0; });
    row("open by its own descriptor", [] { return open("/proc/self/fd/4", O_RDWR) >= 0; });
    row("make a file", [] { return open((record + ".new").constData(), O_CREAT | O_WRONLY, 0600) >= 0; });
    row("remove a file", [] { return unlink((record + ".new").constData()) == 0; });
    row("look at a path", [] {
        struct stat status {
        };
        return stat("/etc/hostname", &status) == 0;
    });
    row("a socket", [] { return socket(AF_INET, SOCK_STREAM, 0) >= 0; });
    row("a local socket", [] { return socket(AF_UNIX, SOCK_STREAM, 0) >= 0; });
    row("a pair of sockets", [] {
        int ends[2];
        return socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0;
    });
    row("a pipe", [] {
        int ends[2];
        return pipe(ends) == 0;
    });
    row("another program", [] {
        char name[] = "/bin/true";
        char *const arguments[] = {name, nullptr};
        execve(name, arguments, nullptr); // where it works, /bin/true says so
        return false;
    });
    row("a process", [] {
        const pid_t child = fork();
        if (child == 0)
            _exit(0);
        return child > 0;
    });
    row("a thread", [] {
        static char stack[64 * 1024];
        return clone([](void *) { return 0; }, stack + sizeof stack, CLONE_VM | SIGCHLD, nullptr) > 0;
    });
    row("to be traced", [] { return ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0; });
    row("to trace its parent", [] { return ptrace(PTRACE_SEIZE, getppid(), nullptr, nullptr) == 0; });
    row("to read its parent's memory", [] {
        static char byte = 0;
        iovec own{&byte, 1};
        iovec other{&byte, 1}; // forked: the same address is there as well
        return process_vm_readv(getppid(), &own, 1, &other, 1, 0) == 1;
    });
    row("to signal its parent", [] { return kill(getppid(), 0) == 0; });
    row("a handle of its parent", [] { return syscall(SYS_pidfd_open, getppid(), 0) >= 0; });
    row("executable memory", [] {
        return mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
               MAP_FAILED;
    });
    row("memory that becomes executable", [] {
        void *page = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        return page != MAP_FAILED && mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0;
    });
    row("another memory file", [] { return memfd_create("more", 0) >= 0; });
    row("a copy of a descriptor", [] { return dup(4) >= 0; });
    row("to write to the evidence", [] { return pwrite(4, "x", 1, 0) == 1 && write(4, "x", 1) == 1; });
    row("to shorten the evidence", [] { return ftruncate(4, 0) == 0; });
    row("to be privileged", [] { return prctl(PR_SET_NAME, "other") == 0; });
    row("a larger bound", [] {
        rlimit limit{};
        return getrlimit(RLIMIT_FSIZE, &limit) == 0 && setrlimit(RLIMIT_FSIZE, &limit) == 0;
    });
    row("a ring of calls", [] {
        io_uring_params parameters{};
        // Where the system has none, asking by a number that does not exist is as good as success.
        return syscall(SYS_io_uring_setup, 1, &parameters) >= 0 || errno == ENOSYS;
    });
    row("to sleep", [] {
        const timespec time{0, 1};
        return nanosleep(&time, nullptr) == 0;
    });
}

void TestConfinement::denied()
{
    QFETCH(const Attempt, attempt);
    QCOMPARE(int(outcomeOf(attempt, false)), int(Outcome::Succeeded));
    QCOMPARE(int(outcomeOf(attempt, true)), int(Outcome::Denied));
}

void TestConfinement::whatDecodingNeeds()
{
    const Attempt decoding = [] {
        struct stat status {
        };
        char bytes[16];
        std::vector<char> memory(16 << 20);
        return syscall(SYS_fstat, 4, &status) == 0 && pread(4, bytes, sizeof bytes, 0) == 0 &&
               pwrite(5, memory.data(), 1000, 100) == 1000 && write(3, bytes, 1) == 1;
    };
    QCOMPARE(int(outcomeOf(decoding, true)), int(Outcome::Succeeded));
}

void TestConfinement::memoryIsBounded()
{
    const Attempt bomb = [] {
        return mmap(nullptr, size_t(256) << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
               MAP_FAILED;
    };
    QCOMPARE(int(outcomeOf(bomb, false)), int(Outcome::Succeeded));
    QCOMPARE(int(outcomeOf(bomb, true)), int(Outcome::Denied));
}

void TestConfinement::memoryFileIsBounded()
{
    const Attempt bomb = [] { return pwrite(5, "x", 1, qint64(8) << 20) == 1; };
    QCOMPARE(int(outcomeOf(bomb, false)), int(Outcome::Succeeded));
    QCOMPARE(int(outcomeOf(bomb, true)), int(Outcome::Denied));
}

void TestConfinement::timeIsBounded()
{
    const Attempt endless = [] {
        while (getpid() != 0) {
        }
        return true;
    };
    QCOMPARE(int(outcomeOf(endless, true)), int(Outcome::Ended));
}

QTEST_APPLESS_MAIN(TestConfinement)
#include "tst_confinement.moc"
