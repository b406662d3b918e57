// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/framepipe.h"

namespace likeness::tests
{

FramePipe::FramePipe(const QStringList &source, int width, int height, const QString &filters)
    : m_width(width), m_height(height)
{
    const QStringList arguments =
        QStringList{QStringLiteral("-nostdin"), QStringLiteral("-v"), QStringLiteral("error")} + source +
        QStringList{QStringLiteral("-vf"),
                    (filters.isEmpty() ? QString() : filters + ',') +
                        QStringLiteral("scale=%1:%2").arg(width).arg(height),
                    QStringLiteral("-f"),
                    QStringLiteral("rawvideo"),
                    QStringLiteral("-pix_fmt"),
                    QStringLiteral("rgb24"),
                    QStringLiteral("-")};
    m_ffmpeg.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_ffmpeg.start(QStringLiteral("ffmpeg"), arguments, QIODevice::ReadOnly);
    m_ffmpeg.waitForStarted();
}

FramePipe::~FramePipe()
{
    m_ffmpeg.kill();
    m_ffmpeg.waitForFinished();
}

std::optional<base::Picture> FramePipe::next()
{
    base::Picture picture(m_width, m_height, base::Picture::Format::Rgb);
    char *to = reinterpret_cast<char *>(picture.line(0));
    qint64 missing = picture.byteCount();
    while (missing > 0) {
        const qint64 read = m_ffmpeg.read(to, missing);
        if (read < 0)
            return std::nullopt;
        if (read == 0 && !m_ffmpeg.waitForReadyRead() && m_ffmpeg.bytesAvailable() == 0)
            return std::nullopt;
        to += read;
        missing -= read;
    }
    return picture;
}

} // namespace likeness::tests
