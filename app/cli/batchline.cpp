// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/batchline.h"

#include "widgets/words/nametext.h"

#include <cstdio>
#include <unistd.h>

namespace likeness::cli
{

namespace
{

constexpr qint64 terminalMs = 250;
constexpr qint64 elsewhereMs = 30'000;

} // namespace

BatchLine::BatchLine(Context &context)
    : m_context(context), m_progress(&context.progress()), m_isTerminal(::isatty(STDERR_FILENO))
{
    m_clock.start();
}

void BatchLine::show()
{
    const qint64 now = m_clock.elapsed();
    m_rate.note(m_progress->done(), now);
    if (now - m_shownMs < (m_isTerminal ? terminalMs : elsewhereMs))
        return;
    m_shownMs = now;
    const QString text = words::batchProgress(m_progress->done(), m_progress->total(), m_rate);
    if (!m_isTerminal) {
        m_context.say(text);
        return;
    }
    wipe();
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
    std::fflush(stderr);
    m_isShown = true;
}

void BatchLine::say(const QString &line)
{
    wipe();
    m_context.say(line);
}

void BatchLine::end()
{
    wipe();
}

void BatchLine::wipe()
{
    if (std::exchange(m_isShown, false))
        std::fputs("\r\x1b[K", stderr);
}

} // namespace likeness::cli
