// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>

namespace likeness::models
{

/// Small pictures for lists, loaded one after another on a thread of its own so that they never wait behind
/// a long job and never hold up the window. They are looks at what is listed, not views of evidence: nothing
/// is entered in a record. Lives on the window's thread; destruction cancels and waits.
class ThumbnailCache : public QObject
{
    Q_OBJECT
public:
    using Load = std::function<base::Result<base::Picture>(base::Progress &)>;
    static constexpr int side = 256; ///< px, of the longer side

    explicit ThumbnailCache(QObject *parent = nullptr);
    ~ThumbnailCache() override;

    /// The picture, or null while it is being loaded (then loaded() follows) or when it cannot be.
    QImage image(const QString &key, const Load &load);
    /// Why a picture could not be loaded.
    std::optional<base::Error> error(const QString &key) const;
    bool isLoaded(const QString &key) const { return m_images.contains(key); }
    bool isIdle() const { return m_loading.isEmpty(); }
    /// Forgets those whose key begins so, as clear() does.
    void forget(const QString &prefix);
    /// Forgets all, also what failed; work under way is cancelled and its result dropped.
    void clear();

signals:
    void loaded(const QString &key); ///< or failed: see error()

private:
    QThreadPool m_pool;
    QCache<QString, QImage> m_images;
    QHash<QString, base::Error> m_errors;
    QHash<QString, std::shared_ptr<base::Progress>> m_loading;
};

} // namespace likeness::models
