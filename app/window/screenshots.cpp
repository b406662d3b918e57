// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/screenshots.h"

#include <QPixmap>
#include <QTextStream>

namespace likeness::app
{

Screenshots::Screenshots(window::MainWindow &window, QDir folder, QList<Sort> sorts, QString suffix)
    : m_window(window), m_folder(std::move(folder)), m_sorts(std::move(sorts)), m_suffix(std::move(suffix))
{
    m_folder.mkpath(QStringLiteral("."));
}

void Screenshots::take(const QString &name, const std::function<void()> &settle)
{
    for (const Sort &sort : m_sorts) {
        common::applyAppearance(sort.appearance);
        m_window.resize(sort.size / m_window.devicePixelRatioF());
        settle();
        QString file = m_suffix + name;
        if (m_sorts.size() > 1) {
            const bool isScaled = m_window.devicePixelRatioF() > 1;
            file = QStringLiteral("%1x%2%3-%4-%5")
                       .arg(sort.size.width())
                       .arg(sort.size.height())
                       .arg(isScaled ? QStringLiteral("@2x") : QString(),
                            sort.appearance == common::Appearance::Dark ? QStringLiteral("dark")
                                                                        : QStringLiteral("light"),
                            file);
        }
        const QString path = m_folder.absoluteFilePath(file + QStringLiteral(".png"));
        if (m_window.grab().save(path))
            QTextStream(stdout) << path << Qt::endl;
        else
            m_allWritten = false;
    }
}

} // namespace likeness::app
