// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/decode/avhandles.h"

namespace likeness::decode
{

/// The bytes of an open file for libav: pread on a descriptor of its own, and nothing else. It has no name,
/// so that nothing beside it can be found, and its size is fixed at opening: what is appended later is not
/// seen, and a file that has become shorter ends early.
class AvSource
{
public:
    /// `descriptor` must be of a regular file; it is duplicated and its position neither used nor moved.
    /// Errors: FileUnreadable.
    static base::Result<std::shared_ptr<AvSource>> open(int descriptor, const QString &subject);
    ~AvSource();
    AvSource(const AvSource &) = delete;
    AvSource &operator=(const AvSource &) = delete;

    qint64 size() const { return m_size; }
    /// Up to `bytes` from `position`; fewer at the end, none after an error.
    QByteArray read(qint64 position, qint64 bytes) const;
    /// A view for one AVFormatContext, from byte 0. The source must outlive it. Null when memory is short.
    AvHandle<AVIOContext> newContext();

    /// Whom to ask for cancel until the next call; may be null. Reads fail with AVERROR_EXIT after a cancel.
    void setProgress(base::Progress *progress) { m_progress = progress; }
    bool isCancelled() const { return m_progress && m_progress->isCancelled(); }
    AVIOInterruptCB interruption();

private:
    AvSource(int descriptor, qint64 size) : m_descriptor(descriptor), m_size(size) {}
    static int readPacket(void *opaque, uint8_t *buffer, int bytes);
    static int64_t seek(void *opaque, int64_t offset, int whence);

    int m_descriptor;
    qint64 m_size;
    qint64 m_position = 0; // of the one view that is in use
    base::Progress *m_progress = nullptr;
};

} // namespace likeness::decode
