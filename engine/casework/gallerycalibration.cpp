// SPDX-License-Identifier: GPL-3.0-or-later
// GallerySession: how near strangers come in the gallery, and where that is kept.
#include "engine/base/canonicaljson.h"
#include "engine/base/digest.h"
#include "engine/base/log.h"
#include "engine/casework/gallerysession.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace likeness::casework
{

using base::ErrorCode;

namespace
{

const QString ending = QStringLiteral(".strangers");
constexpr qint64 largestFile = qint64(16) << 20;

/// A line with the SHA-256 of the rest, which is numbers and ids: {"snapshot", "strangers": [[person, score, nearest]]}.
QByteArray toBytes(const QString &snapshot, const std::vector<match::Stranger> &strangers)
{
    QJsonArray list;
    for (const match::Stranger &each : strangers)
        list.append(QJsonArray{each.person, each.score, each.nearest});
    const QByteArray json = base::canonicalJson(QJsonObject{{"snapshot", snapshot}, {"strangers", list}});
    return base::sha256(json).toLatin1() + '\n' + json;
}

struct Kept {
    QString snapshot;
    std::vector<match::Stranger> strangers; ///< without their values
};

/// Nothing for anything but such a file.
Kept fromBytes(const QByteArray &bytes)
{
    const qsizetype line = bytes.indexOf('\n');
    const QByteArray json = bytes.mid(line + 1);
    if (line < 0 || base::sha256(json).toLatin1() != bytes.left(line))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Kept kept{object["snapshot"].toString(), {}};
    for (const QJsonValue &each : object["strangers"].toArray())
        kept.strangers.push_back({{}, each[0].toString(), each[1].toDouble(), each[2].toString()});
    return kept;
}

} // namespace

base::Result<match::StrangerScores> GallerySession::calibrated(const match::TemplateMatrix &matrix,
                                                               base::Progress &progress)
{
    const std::vector<match::Cohort::Member> &persons = matrix.cohort().members();
    if (matrix.persons() < match::fewestPersonsCalibrated || persons.empty())
        return match::StrangerScores();
    const QString name = matrix.origin().engineVersionId + ending;
    Kept kept;
    if (auto file = m_store->openMatrix(name))
        kept = fromBytes((*file)->read(largestFile));
    const bool isThere = kept.snapshot == matrix.snapshotHash() && kept.strangers.size() == persons.size();
    if (!isThere) {
        match::Earlier earlier;
        if (!m_grownFrom.isEmpty() && kept.snapshot == m_grownFrom && kept.strangers.size() == persons.size()) {
            for (size_t i = 0; i < persons.size(); ++i)
                kept.strangers[i].values = persons[i].values;
            earlier = {std::move(kept.strangers), m_newRows};
        }
        auto strangers = match::strangersOf(matrix, persons, progress, earlier);
        if (!strangers)
            return tl::unexpected(strangers.error());
        kept = {matrix.snapshotHash(), std::move(*strangers)};
        if (!isReadOnly()) {
            const QByteArray bytes = toBytes(kept.snapshot, kept.strangers);
            const auto written = m_store->writeMatrix(name, [&](QIODevice &out) -> base::Outcome {
                if (out.write(bytes) != bytes.size())
                    return base::fail(ErrorCode::WriteFailed, name, out.errorString());
                return {};
            });
            if (!written) // it is measured again next time
                qCWarning(base::logCasework) << "how near strangers come is not kept:" << written.error().detail;
        }
    }
    std::vector<double> scores;
    for (const match::Stranger &each : kept.strangers)
        scores.push_back(each.score);
    return match::StrangerScores(std::move(scores));
}

} // namespace likeness::casework
