// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/casesession.h"
#include "engine/casework/gallerysession.h"
#include "engine/imaging/bmp.h"
#include "engine/imaging/imaging.h"
#include "tests/support/rememberingengine.h"
#include "tests/support/testdata.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace likeness::tests
{

inline const model::CaseDetails goodDetails{"2026-0142", "Lost property", "Find the owner of an umbrella",
                                            "J. Roe"};

inline std::shared_ptr<casework::Workstation>
makeWorkstation(const QString &folder, const QString &models, std::shared_ptr<const base::Clock> clock = {},
                std::shared_ptr<const media::MediaDecoder> decoder = {})
{
    casework::Workstation::Means means;
    means.clock = clock ? clock : std::make_shared<base::SystemClock>();
    means.decoder = decoder ? decoder : media::makeProcessDecoder().value();
    means.models = face::ModelFiles::inDirectory(models);
    means.actor = {"examiner", "desk", true};
    if (models == modelsDirectory())
        means.engine = RememberingEngine::shared();
    means.record = store::WorkstationStore::open(folder, means.actor, *means.clock).value();
    return std::make_shared<casework::Workstation>(std::move(means));
}

/// A workstation of its own, in a folder that goes away.
class Desk
{
public:
    explicit Desk(const QString &models = modelsDirectory())
        : workstation(makeWorkstation(m_folder.filePath("workstation"), models))
    {
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    std::shared_ptr<casework::CaseSession> newCase(const QString &name = "case") const
    {
        return casework::CaseSession::create(workstation, path(name), goodDetails).value();
    }
    std::shared_ptr<casework::GallerySession> newGallery(const QString &name = "gallery") const
    {
        return casework::GallerySession::create(workstation, path(name), "Gallery " + name).value();
    }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }
    QString writePicture(const QString &name, const base::Picture &picture) const
    {
        return write(name, imaging::toBmp(picture));
    }

private:
    QTemporaryDir m_folder;

public:
    std::shared_ptr<casework::Workstation> workstation;
};

/// Part of a sample photograph, in its pixels.
inline base::Picture samplePart(const char *photo, const QRect &part)
{
    base::Progress progress;
    const auto still = media::makeProcessDecoder().value()->decodeFile(samplesDirectory() + '/' + photo, progress);
    if (!still)
        qFatal("the sample photographs are not there; run the installer");
    const double w = still->picture.width(), h = still->picture.height();
    return imaging::crop(still->picture, {part.x() / w, part.y() / h, part.width() / w, part.height() / h})
        .value();
}

/// The woman with red hair, who stands in two photographs.
inline base::Picture redHairInSample1()
{
    return samplePart("sample1.jpg", QRect(1370, 130, 420, 420));
}
inline base::Picture redHairInSample3()
{
    return samplePart("sample3.jpg", QRect(963, 120, 435, 500));
}
inline base::Picture otherWoman()
{
    return samplePart("sample3.jpg", QRect(475, 195, 445, 505));
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

inline QStringList verbsOf(const std::vector<model::AuditEntry> &entries)
{
    QStringList verbs;
    for (const auto &entry : entries)
        verbs += entry.act.verb;
    return verbs;
}

/// The whole chain of a session, verified on the way.
template <class Session>
std::vector<model::AuditEntry> chainOf(Session &&session)
{
    base::Progress progress;
    const auto verified = session.verifyAudit(progress);
    if (!verified)
        qFatal("the chain does not hold: %s", qPrintable(verified.error().detail));
    return session.auditEntries(1, 100000).value();
}

} // namespace likeness::tests

#define VERIFY_ERROR(result, expected)                                                                       \
    do {                                                                                                     \
        const auto &result_ = (result);                                                                      \
        QVERIFY2(!result_, "an error was expected");                                                         \
        QCOMPARE(likeness::base::errorCodeName(result_.error().code),                                        \
                 likeness::base::errorCodeName(likeness::base::ErrorCode::expected));                        \
    } while (false)
#define VERIFY_OK(result)                                                                                    \
    do {                                                                                                     \
        const auto &result_ = (result);                                                                      \
        QVERIFY2(result_, result_ ? ""                                                                       \
                                  : qPrintable(likeness::base::errorCodeName(result_.error().code) + ": " +  \
                                               result_.error().subject + ": " + result_.error().detail));    \
    } while (false)
