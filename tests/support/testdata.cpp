// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdata.h"

#include "engine/base/datadirectory.h"

#include <QDir>

namespace likeness::tests
{

QString modelsDirectory()
{
    return base::dataDirectory() + QStringLiteral("/models");
}

QString samplesDirectory()
{
    return base::dataDirectory() + QStringLiteral("/samples");
}

QString dataDirectory()
{
    return QStringLiteral(LIKENESS_SOURCE_DIR "/tests/data");
}

QString sharedFacesDirectory()
{
    const QDir faces(QStringLiteral(LIKENESS_SOURCE_DIR "/../shared/data/faces"));
    return faces.exists() ? faces.canonicalPath() : QString();
}

QString sharedVideoDirectory()
{
    const QDir video(QStringLiteral(LIKENESS_SOURCE_DIR "/../shared/data/video"));
    return video.exists() ? video.canonicalPath() : QString();
}

} // namespace likeness::tests
