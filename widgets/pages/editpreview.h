// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/workspace.h"

#include <optional>

namespace likeness::pages
{

/// Replays edits while somebody turns them, on the whole picture, so that what is seen is what will be kept:
/// one replay runs at a time, and of those asked for meanwhile only the newest is done next. The picture
/// before the edit that is turned is remembered, so that only what comes after it is made again.
class EditPreview : public QObject
{
    Q_OBJECT
public:
    explicit EditPreview(models::Workspace &workspace, QObject *parent = nullptr);

    /// Another picture: everything before is forgotten. `source` without derivation.
    void setOriginal(const model::PictureSource &source, const base::Picture &picture);
    /// Ends in made() or failed(), unless a newer request came; when somebody stopped it, in failed() with
    /// Cancelled. `turned` is the row that will change next;
    /// the picture before it is remembered and handed out as well.
    void request(const std::vector<model::Edit> &edits, int turned);
    void drop();                                          ///< what was asked for is not wanted any more
    bool isWaiting() const { return m_next.has_value(); } ///< a newer request than the one that runs

signals:
    /// `before`: the picture that the turned edit is applied to, made by `edits`.
    void made(const likeness::base::Picture &result, const likeness::base::Picture &before,
              const std::vector<likeness::model::Edit> &edits);
    void failed(const likeness::base::Error &error);

private:
    struct Stage {
        std::vector<model::Edit> edits;
        base::Picture picture;
    };
    struct Made {
        Stage before;
        base::Picture result;
    };
    struct Request {
        std::vector<model::Edit> edits;
        int turned = 0;
    };
    static base::Result<Made> make(casework::CaseSession &file, const model::PictureSource &source,
                                   const Stage &original, const Stage &known, const Request &request,
                                   base::Progress &progress);
    void start();

    models::Workspace &m_workspace;
    model::PictureSource m_source;
    base::Picture m_original;
    Stage m_known;
    std::optional<Request> m_next;
    QPointer<jobs::Job> m_job;
    int m_generation = 0;
    int m_pictures = 0; ///< how many originals there were: a result of another one is not wanted
};

} // namespace likeness::pages
