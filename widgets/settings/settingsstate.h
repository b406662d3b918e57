// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/theme.h"

#include <QObject>
#include <QSettings>

namespace likeness::settings
{

/// What a person set up for this workstation, kept in the user's settings file ($LIKENESS_SETTINGS names
/// another file). Nothing in it changes a result without standing in that result's record.
class SettingsState : public QObject
{
    Q_OBJECT
public:
    explicit SettingsState(QObject *parent = nullptr);

    common::Appearance appearance() const;
    void setAppearance(common::Appearance appearance);

    /// "en", or another language that is built in ("pseudo" for reviewers); empty follows the desktop.
    QString language() const;
    void setLanguage(const QString &language);

    int smallestFacePx() const; ///< 20 and up; as of face::FinderSettings
    void setSmallestFacePx(int pixels);

    /// Where dialogs begin: the folder that a person used last for "case", "evidence", "gallery", "report".
    QString lastFolder(const QString &purpose) const;
    void setLastFolder(const QString &purpose, const QString &folder);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    QString file() const;

signals:
    void appearanceChanged();
    void languageChanged();
    void smallestFaceChanged();

private:
    QSettings m_settings;
};

} // namespace likeness::settings
