// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/modelfiles.h"

#include "engine/base/digest.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace likeness::face
{

namespace
{
// The largest of the three has 22.5 MB. A file that is anything else must not fill the memory first.
constexpr qint64 largestModelBytes = qint64(64) << 20;
} // namespace

ModelFiles ModelFiles::inDirectory(const QString &directory)
{
    const QDir models(directory);
    return {{models.filePath("mmod_human_face_detector.dat"),
             "be467b1a76f482693de3b0f6a1ff91d092319be71523d4d4b0628f6a53fcb87a"},
            {models.filePath("shape_predictor_5_face_landmarks.dat"),
             "c4b1e9804792707d3a405c2c16a80a20269e6675021f64a41d30fffafbc41888"},
            {models.filePath("dlib_face_recognition_resnet_model_v1.dat"),
             "55533b28a95800a551ba546ba62fe69625c7e95a7061c338adffead08719da30"}};
}

base::Result<QByteArray> readModel(const ModelFiles::File &file)
{
    const QString name = QFileInfo(file.path).fileName();
    QFile source(file.path);
    if (!QFileInfo(file.path).isFile() || !source.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorCode::ModelMissing, name, file.path);
    const QByteArray bytes = source.read(largestModelBytes + 1);
    if (source.error() != QFileDevice::NoError)
        return base::fail(base::ErrorCode::ModelMissing, name, source.errorString());
    if (bytes.size() > largestModelBytes)
        return base::fail(base::ErrorCode::ModelWrong, name, QStringLiteral("larger than any known model"));
    const QString found = base::sha256(bytes);
    if (found != file.sha256)
        return base::fail(base::ErrorCode::ModelWrong, name, QStringLiteral("SHA-256 ") + found);
    return bytes;
}

} // namespace likeness::face
