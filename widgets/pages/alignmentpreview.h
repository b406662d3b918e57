// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/workspace.h"

#include <optional>

namespace likeness::pages
{

/// Aligns while somebody drags: one alignment runs at a time, and of those asked for meanwhile only the
/// newest is done next, so that the chip follows the hand as fast as the machine can.
class AlignmentPreview : public QObject
{
    Q_OBJECT
public:
    using Aligned = face::FaceEngine::HandAligned;

    explicit AlignmentPreview(models::Workspace &workspace, QObject *parent = nullptr);

    void request(const base::Picture &picture, const model::RelativeRect &box,
                 const std::optional<model::EyePoints> &eyes);
    /// What was asked for is not wanted any more.
    void drop();

signals:
    void aligned(const likeness::face::FaceEngine::HandAligned &aligned);
    void failed(const likeness::base::Error &error);

private:
    struct Request {
        base::Picture picture;
        model::RelativeRect box;
        std::optional<model::EyePoints> eyes;
    };
    void start();

    models::Workspace &m_workspace;
    std::optional<Request> m_next;
    QPointer<jobs::Job> m_job;
    int m_generation = 0;
};

} // namespace likeness::pages
