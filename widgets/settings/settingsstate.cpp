// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/settingsstate.h"

#include <QStandardPaths>

#include <algorithm>

namespace likeness::settings
{

namespace
{

constexpr int smallestFaceLeast = 20;
constexpr int smallestFaceMost = 1000;
constexpr int smallestFaceDefault = 40;

QString settingsFile()
{
    const QString fromEnvironment = qEnvironmentVariable("LIKENESS_SETTINGS");
    if (!fromEnvironment.isEmpty())
        return fromEnvironment;
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/likeness/likeness.ini");
}

} // namespace

SettingsState::SettingsState(QObject *parent)
    : QObject(parent), m_settings(settingsFile(), QSettings::IniFormat)
{
}

common::Appearance SettingsState::appearance() const
{
    const QString name = m_settings.value(QStringLiteral("appearance")).toString();
    return name == QStringLiteral("light")  ? common::Appearance::Light
           : name == QStringLiteral("dark") ? common::Appearance::Dark
                                            : common::Appearance::System;
}

void SettingsState::setAppearance(common::Appearance appearance)
{
    if (appearance == this->appearance())
        return;
    m_settings.setValue(QStringLiteral("appearance"),
                        appearance == common::Appearance::Light  ? QStringLiteral("light")
                        : appearance == common::Appearance::Dark ? QStringLiteral("dark")
                                                                 : QStringLiteral("system"));
    emit appearanceChanged();
}

QString SettingsState::language() const
{
    return m_settings.value(QStringLiteral("language")).toString();
}

void SettingsState::setLanguage(const QString &language)
{
    if (language == this->language())
        return;
    m_settings.setValue(QStringLiteral("language"), language);
    emit languageChanged();
}

int SettingsState::smallestFacePx() const
{
    // The file may have been edited by hand.
    bool isNumber = false;
    const int pixels = m_settings.value(QStringLiteral("smallestFacePx")).toInt(&isNumber);
    return isNumber ? std::clamp(pixels, smallestFaceLeast, smallestFaceMost) : smallestFaceDefault;
}

void SettingsState::setSmallestFacePx(int pixels)
{
    const int allowed = std::clamp(pixels, smallestFaceLeast, smallestFaceMost);
    if (allowed == smallestFacePx())
        return;
    m_settings.setValue(QStringLiteral("smallestFacePx"), allowed);
    emit smallestFaceChanged();
}

QString SettingsState::lastFolder(const QString &purpose) const
{
    return m_settings.value(QStringLiteral("folders/") + purpose).toString();
}

void SettingsState::setLastFolder(const QString &purpose, const QString &folder)
{
    m_settings.setValue(QStringLiteral("folders/") + purpose, folder);
}

QByteArray SettingsState::windowGeometry() const
{
    return m_settings.value(QStringLiteral("windowGeometry")).toByteArray();
}

void SettingsState::setWindowGeometry(const QByteArray &geometry)
{
    m_settings.setValue(QStringLiteral("windowGeometry"), geometry);
}

QString SettingsState::file() const
{
    return m_settings.fileName();
}

} // namespace likeness::settings
