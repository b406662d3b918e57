// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/media/decoderprogram.h"

#include "engine/media/packets.h"

#include <QDir>
#include <QFileInfo>

#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

namespace likeness::media
{

namespace
{

constexpr int controlDescriptor = 3; // as app/decode expects it
constexpr auto programName = "likeness-decode";

class SpawnActions
{
public:
    SpawnActions() { posix_spawn_file_actions_init(&m_actions); }
    ~SpawnActions() { posix_spawn_file_actions_destroy(&m_actions); }
    SpawnActions(const SpawnActions &) = delete;
    SpawnActions &operator=(const SpawnActions &) = delete;
    posix_spawn_file_actions_t *get() { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions;
};

class SpawnAttributes
{
public:
    SpawnAttributes() { posix_spawnattr_init(&m_attributes); }
    ~SpawnAttributes() { posix_spawnattr_destroy(&m_attributes); }
    SpawnAttributes(const SpawnAttributes &) = delete;
    SpawnAttributes &operator=(const SpawnAttributes &) = delete;
    posix_spawnattr_t *get() { return &m_attributes; }

private:
    posix_spawnattr_t m_attributes;
};

} // namespace

QString DecoderProgram::path()
{
    // Of the running program and not of a name it was called by, nor of a search path.
    const QDir folder = QFileInfo(QFileInfo(QStringLiteral("/proc/self/exe")).symLinkTarget()).dir();
    QStringList candidates{folder.filePath(QLatin1String(programName))};
    if (folder.dirName() == QLatin1String("tests"))
        candidates += QDir::cleanPath(folder.filePath(QStringLiteral("../") + QLatin1String(programName)));
    for (const QString &candidate : candidates)
        if (const QFileInfo info(candidate); info.isFile() && info.isExecutable())
            return candidate;
    return {};
}

DecoderProgram &DecoderProgram::shared()
{
    static auto *const program = new DecoderProgram(path());
    return *program;
}

DecoderProgram::~DecoderProgram()
{
    stop();
}

base::Outcome DecoderProgram::warmUp()
{
    const std::lock_guard lock(m_mutex);
    return run();
}

base::Result<pid_t> DecoderProgram::start(const wire::Start &start, int file, int memory, int conversation)
{
    const std::lock_guard lock(m_mutex);
    const QByteArrayView packet(reinterpret_cast<const char *>(&start), sizeof start);
    for (int attempt = 0; attempt < 2; ++attempt) {
        LIKENESS_TRY(run());
        if (packets::send(m_control.get(), packet, {file, memory, conversation}))
            return m_process;
        end(); // it had died; once more with a new one
    }
    return base::fail(base::ErrorCode::FileUnreadable, m_path, QStringLiteral("the decoder does not start"));
}

void DecoderProgram::stop()
{
    const std::lock_guard lock(m_mutex);
    end();
}

void DecoderProgram::stop(pid_t process)
{
    const std::lock_guard lock(m_mutex);
    if (m_process == process)
        end();
}

pid_t DecoderProgram::processId() const
{
    const std::lock_guard lock(m_mutex);
    return m_process;
}

void DecoderProgram::end()
{
    m_control = {};
    if (m_process == 0)
        return;
    kill(m_process, SIGKILL);
    while (waitpid(m_process, nullptr, 0) < 0 && errno == EINTR) {
    }
    m_process = 0;
}

base::Outcome DecoderProgram::run()
{
    if (m_process != 0) {
        // A zombie would keep its number and take no message.
        if (waitpid(m_process, nullptr, WNOHANG) == 0)
            return {};
        m_process = 0;
        end();
    }
    const auto failed = [&](int error) {
        return base::fail(base::ErrorCode::FileUnreadable, QLatin1String(programName),
                          QString::fromLocal8Bit(std::strerror(error)));
    };
    if (m_path.isEmpty())
        return failed(ENOENT);
    auto pair = packets::makePair();
    if (!pair)
        return failed(errno);
    // dup2 onto itself would keep close-on-exec.
    if (pair->theirs.get() == controlDescriptor)
        pair->theirs = Descriptor(fcntl(pair->theirs.get(), F_DUPFD_CLOEXEC, controlDescriptor + 1));

    SpawnActions actions;
    posix_spawn_file_actions_addopen(actions.get(), STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(actions.get(), STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(actions.get(), STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(actions.get(), pair->theirs.get(), controlDescriptor);
    posix_spawn_file_actions_addclosefrom_np(actions.get(), controlDescriptor + 1);
    SpawnAttributes attributes;
    sigset_t every;
    sigset_t none;
    sigfillset(&every);
    sigemptyset(&none);
    posix_spawnattr_setsigdefault(attributes.get(), &every);
    posix_spawnattr_setsigmask(attributes.get(), &none);
    // A session of its own: Ctrl+C on a terminal is for this program, which then ends the work in order.
    posix_spawnattr_setflags(attributes.get(),
                             short(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSID));

    QByteArray name = QFile::encodeName(m_path);
    char *const arguments[] = {name.data(), nullptr};
    // Nothing of this process's environment: it may name plugins to load.
    char locale[] = "LC_ALL=C.UTF-8";
    char loop[] = "QT_NO_GLIB=1";
    char *const environment[] = {locale, loop, nullptr};
    pid_t process = 0;
    const int error =
        posix_spawn(&process, name.constData(), actions.get(), attributes.get(), arguments, environment);
    if (error != 0)
        return failed(error);
    m_process = process;
    m_control = std::move(pair->ours);
    return {};
}

} // namespace likeness::media
