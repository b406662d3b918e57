// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/thumbnailcache.h"

#include "engine/imaging/imaging.h"
#include "widgets/common/pictureconversion.h"

namespace likeness::models
{

ThumbnailCache::ThumbnailCache(QObject *parent) : QObject(parent), m_images(400)
{
    m_pool.setMaxThreadCount(1);
}

ThumbnailCache::~ThumbnailCache()
{
    clear();
    m_pool.waitForDone();
}

QImage ThumbnailCache::image(const QString &key, const Load &load)
{
    if (const auto *known = m_images.object(key))
        return *known;
    if (m_loading.contains(key) || m_errors.contains(key))
        return {};
    auto progress = std::make_shared<base::Progress>();
    m_loading.insert(key, progress);
    m_pool.start([this, key, load = Load(load), progress]() mutable {
        auto picture = progress->isCancelled()
                           ? base::Result<base::Picture>(base::fail(base::ErrorCode::Cancelled, key))
                           : load(*progress);
        load = nullptr; // lets go of the case or gallery before anybody hears of the result
        QImage image;
        if (picture)
            image = common::toImage(imaging::thumbnail(*picture, side, side));
        // The destructor waits for the pool, so `this` is alive here.
        QMetaObject::invokeMethod(
            this,
            [this, key, progress, image, picture = std::move(picture)] {
                if (progress->isCancelled())
                    return;
                m_loading.remove(key);
                if (picture)
                    m_images.insert(key, new QImage(image));
                else
                    m_errors.insert(key, picture.error());
                emit loaded(key);
            },
            Qt::QueuedConnection);
    });
    return {};
}

std::optional<base::Error> ThumbnailCache::error(const QString &key) const
{
    const auto found = m_errors.find(key);
    return found == m_errors.end() ? std::nullopt : std::optional(*found);
}

void ThumbnailCache::forget(const QString &prefix)
{
    m_loading.removeIf([&](auto entry) {
        if (!entry.key().startsWith(prefix))
            return false;
        entry.value()->cancel();
        return true;
    });
    m_errors.removeIf([&](auto entry) { return entry.key().startsWith(prefix); });
    for (const QString &key : m_images.keys())
        if (key.startsWith(prefix))
            m_images.remove(key);
}

void ThumbnailCache::clear()
{
    for (const auto &progress : std::as_const(m_loading))
        progress->cancel();
    m_loading.clear();
    m_images.clear();
    m_errors.clear();
}

} // namespace likeness::models
