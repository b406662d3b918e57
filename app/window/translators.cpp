// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/translators.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace likeness::app
{

namespace
{

QString fileOf(const QString &language)
{
    return QStringLiteral(":/likeness/translations/likeness_%1.qm").arg(language);
}

} // namespace

void installLanguage(const QString &language)
{
    static QTranslator ours, qts;
    QCoreApplication::removeTranslator(&ours);
    QCoreApplication::removeTranslator(&qts);
    QString wanted = language.isEmpty() ? QLocale::system().name().section(u'_', 0, 0) : language;
    if (!QFile::exists(fileOf(wanted)))
        wanted = QStringLiteral("en"); // its plural forms need a file, too
    if (ours.load(fileOf(wanted)))
        QCoreApplication::installTranslator(&ours);
    if (qts.load(QStringLiteral("qtbase_%1").arg(wanted), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qts);
}

} // namespace likeness::app
