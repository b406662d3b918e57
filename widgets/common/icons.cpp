// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/icons.h"

#include "engine/base/log.h"
#include "widgets/common/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

namespace likeness::common
{

namespace
{

/// Draws an SVG whose strokes are "currentColor" (which QtSvg would draw black) in the theme's text colour.
class IconEngine : public QIconEngine
{
public:
    explicit IconEngine(QByteArray svg) : m_svg(std::move(svg)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const Colors &theme = colors();
        const QColor color = mode == QIcon::Disabled ? theme.disabled : theme.text;
        QByteArray svg = m_svg;
        svg.replace("currentColor", color.name().toLatin1());
        QSvgRenderer renderer(svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio); // a wider size leaves room at the sides
        renderer.render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    /// `size` is in device pixels.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        const QString key = QStringLiteral("likeness-icon-%1-%2x%3-%4-%5")
                                .arg(qHash(m_svg))
                                .arg(size.width())
                                .arg(size.height())
                                .arg(int(mode))
                                .arg(colors().dark);
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = QPixmap(size);
            pixmap.fill(Qt::transparent);
            QPainter painter(&pixmap);
            painter.setRenderHint(QPainter::Antialiasing);
            paint(&painter, QRect(QPoint(), size), mode, state);
            painter.end();
            QPixmapCache::insert(key, pixmap);
        }
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    QIconEngine *clone() const override { return new IconEngine(m_svg); }

private:
    QByteArray m_svg;
};

} // namespace

QIcon icon(const QString &name)
{
    QFile file(QStringLiteral(":/likeness/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(base::logWindow) << "no icon called" << name;
        return {};
    }
    return QIcon(new IconEngine(file.readAll()));
}

} // namespace likeness::common
