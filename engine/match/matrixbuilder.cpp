// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/matrixbuilder.h"

#include "engine/base/canonicaljson.h"
#include "engine/base/parallel.h"

#include <QJsonDocument>
#include <QtEndian>

#include <array>

namespace likeness::match
{

static_assert(Q_BYTE_ORDER == Q_LITTLE_ENDIAN, "matrices are read in place");

namespace
{

const QByteArray magic = QByteArrayLiteral("LIKENESS MATRIX\n");
constexpr int formatVersion = 2;
constexpr size_t pendingRows = 1024;
constexpr qsizetype pendingTextBytes = 1 << 20;
constexpr qint64 checkedAtOnce = 1 << 20;

/// Big-endian hexadecimal: a number that JSON's double cannot hold.
QString hexadecimal(quint64 number)
{
    return QStringLiteral("%1").arg(number, 16, 16, QLatin1Char('0'));
}

quint64 checksumOf(const QByteArray &bytes)
{
    Checksum sum;
    sum.add(bytes.constData(), bytes.size());
    return sum.value();
}

tl::unexpected<base::Error> damaged(const char *why)
{
    return base::fail(base::ErrorCode::FileDamaged, QStringLiteral("matrix"), QString::fromLatin1(why));
}

} // namespace

QByteArray MatrixHead::toBytes() const
{
    const QByteArray json = base::canonicalJson(QJsonObject{{"format", formatVersion},
                                                            {"rows", layout.rows},
                                                            {"persons", layout.persons},
                                                            {"text_bytes", layout.textBytes},
                                                            {"cohort", layout.cohort},
                                                            {"cohort_id", origin.cohort},
                                                            {"gallery", origin.gallery},
                                                            {"engine_version_id", origin.engineVersionId},
                                                            {"head_count", origin.head.count},
                                                            {"head_hash", origin.head.hash},
                                                            {"snapshot", snapshotHash},
                                                            {"checksum", hexadecimal(checksum)}});
    QByteArray bytes = magic + hexadecimal(checksumOf(json)).toLatin1() + '\n' + json;
    bytes.resize(MatrixLayout::headBytes, '\0');
    return bytes;
}

base::Result<MatrixHead> MatrixHead::fromBytes(const char *bytes, qint64 size)
{
    if (size < MatrixLayout::headBytes)
        return damaged("shorter than its head");
    const QByteArray head(bytes, MatrixLayout::headBytes);
    const QByteArray json = head.mid(magic.size() + 17).split('\0').first();
    if (!head.startsWith(magic) || head.mid(magic.size(), 17) != hexadecimal(checksumOf(json)).toLatin1() + '\n')
        return damaged("no head of a matrix");
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object["format"].toInt() != formatVersion)
        return damaged("another version of the format");
    MatrixHead read;
    read.layout = {object["rows"].toInteger(), object["persons"].toInteger(),
                   object["text_bytes"].toInteger(), object["cohort"].toInteger()};
    read.origin = {object["gallery"].toString(),
                   object["engine_version_id"].toString(),
                   {object["head_count"].toInteger(), object["head_hash"].toString()},
                   object["cohort_id"].toString()};
    read.snapshotHash = object["snapshot"].toString();
    read.checksum = object["checksum"].toString().toULongLong(nullptr, 16);
    const MatrixLayout &layout = read.layout;
    // Bounded first, so that no sum below overflows.
    const qint64 bound = size;
    if (layout.rows < 0 || layout.rows > bound || layout.persons < 0 || layout.persons > layout.rows ||
        layout.textBytes < 0 || layout.textBytes > bound || layout.cohort < 0 || layout.cohort > layout.rows ||
        layout.end() != size)
        return damaged("its counts do not fit its length");
    return read;
}

struct MatrixBuilder::Pending {
    std::vector<std::array<qint8, 128>> codes;
    std::vector<float> scales, norms, errors, cohortScales;
    std::vector<size_t> unmeasured; ///< places of rows without a scale
    std::vector<QString> personIds; ///< of each of those
    std::vector<quint32> persons;
    std::vector<qint32> lastDays;
    std::vector<model::Template> values;
    std::vector<quint64> rowTexts;
    QByteArray texts;
};

MatrixBuilder::MatrixBuilder(QIODevice &out, qint64 rows, MatrixOrigin origin, Cohort cohort)
    : m_out(out), m_cohort(std::move(cohort)), m_origin(std::move(origin)),
      m_hasher(m_origin.engineVersionId, m_cohort), m_pending(std::make_unique<Pending>())
{
    m_layout.rows = rows;
    for (const Cohort::Member &member : m_cohort.members())
        m_members.insert(member.person, size_t(m_members.size()));
    m_cohortRows.assign(m_cohort.size(), quint64(-1));
}

MatrixBuilder::~MatrixBuilder() = default;

base::Outcome MatrixBuilder::write(qint64 position, const char *bytes, qint64 size)
{
    if (size > 0 && (!m_out.seek(position) || m_out.write(bytes, size) != size))
        return base::fail(base::ErrorCode::WriteFailed, QStringLiteral("matrix"), m_out.errorString());
    return {};
}

quint64 MatrixBuilder::appendTexts(const QString &first, const QString &second)
{
    const quint64 position = quint64(m_layout.textBytes) + quint64(m_pending->texts.size());
    for (const QString &text : {first, second}) {
        const QByteArray bytes = text.toUtf8();
        char length[4];
        qToLittleEndian(quint32(bytes.size()), length);
        m_pending->texts.append(length, sizeof length).append(bytes);
    }
    return position;
}

base::Outcome MatrixBuilder::add(const model::EnrolledTemplate &row, std::optional<float> cohortScale)
{
    const qint64 number = m_written + qint64(m_pending->scales.size());
    if (number == m_layout.rows || (number > 0 && !(m_last < row.portrait)))
        return base::fail(base::ErrorCode::InvalidArgument, row.portrait.value(),
                          QStringLiteral("too many rows, or not by portrait id"));
    m_last = row.portrait;
    m_hasher.add(row);

    const QuantisedRow small = quantised(row.values);
    m_pending->codes.push_back(small.codes);
    m_pending->scales.push_back(small.scale);
    m_pending->norms.push_back(small.norm);
    m_pending->errors.push_back(small.error);
    if (!cohortScale && m_cohort.size() > 0) {
        m_pending->unmeasured.push_back(m_pending->cohortScales.size());
        m_pending->personIds.push_back(row.person.value());
    }
    m_pending->cohortScales.push_back(cohortScale.value_or(1.0F));
    if (const auto member = m_members.constFind(row.person.value());
        member != m_members.constEnd() && m_cohortRows[*member] == quint64(-1) &&
        m_cohort.members()[*member].values == row.values)
        m_cohortRows[*member] = quint64(number);
    m_pending->values.push_back(row.values);
    m_pending->lastDays.push_back(row.retainUntil.isValid() ? qint32(row.retainUntil.toJulianDay()) : 0);
    m_pending->rowTexts.push_back(appendTexts(row.portrait.value(), row.portraitSha256));
    const QByteArray person = row.person.value().toUtf8();
    const auto known = m_numbers.constFind(person);
    m_pending->persons.push_back(known != m_numbers.constEnd() ? *known : quint32(m_numbers.size()));
    if (known == m_numbers.constEnd()) {
        m_numbers.insert(person, quint32(m_numbers.size()));
        m_personTexts.push_back(appendTexts(row.person.value(), row.personReference));
    }
    return m_pending->scales.size() == pendingRows || m_pending->texts.size() > pendingTextBytes
               ? flush()
               : base::Outcome();
}

void MatrixBuilder::measureScales()
{
    base::inParallel(m_pending->unmeasured.size(), [this](size_t i) {
        const size_t place = m_pending->unmeasured[i];
        m_pending->cohortScales[place] = m_cohort.scale(m_pending->values[place], m_pending->personIds[i]);
    });
}

base::Outcome MatrixBuilder::flush()
{
    measureScales();
    const auto column = [this](qint64 start, const auto &values) {
        constexpr qint64 width = sizeof(values[0]);
        return write(start + m_written * width, reinterpret_cast<const char *>(values.data()),
                     qint64(values.size()) * width);
    };
    LIKENESS_TRY(column(m_layout.codes(), m_pending->codes));
    LIKENESS_TRY(column(m_layout.scales(), m_pending->scales));
    LIKENESS_TRY(column(m_layout.norms(), m_pending->norms));
    LIKENESS_TRY(column(m_layout.errors(), m_pending->errors));
    LIKENESS_TRY(column(m_layout.cohortScales(), m_pending->cohortScales));
    LIKENESS_TRY(column(m_layout.personNumbers(), m_pending->persons));
    LIKENESS_TRY(column(m_layout.lastDays(), m_pending->lastDays));
    LIKENESS_TRY(column(m_layout.values(), m_pending->values));
    LIKENESS_TRY(column(m_layout.rowTexts(), m_pending->rowTexts));
    LIKENESS_TRY(
        write(m_layout.texts() + m_layout.textBytes, m_pending->texts.constData(), m_pending->texts.size()));
    m_written += qint64(m_pending->scales.size());
    m_layout.textBytes += m_pending->texts.size();
    *m_pending = {};
    return {};
}

base::Result<quint64> MatrixBuilder::checksum()
{
    Checksum sum;
    for (qint64 position = MatrixLayout::headBytes; position < m_layout.end();) {
        const qint64 size = std::min(checkedAtOnce, m_layout.end() - position);
        if (!m_out.seek(position))
            return base::fail(base::ErrorCode::WriteFailed, QStringLiteral("matrix"), m_out.errorString());
        const QByteArray bytes = m_out.read(size);
        if (bytes.size() != size)
            return base::fail(base::ErrorCode::WriteFailed, QStringLiteral("matrix"), m_out.errorString());
        sum.add(bytes.constData(), size);
        position += size;
    }
    return sum.value();
}

base::Outcome MatrixBuilder::finish()
{
    LIKENESS_TRY(flush());
    if (m_written != m_layout.rows)
        return base::fail(base::ErrorCode::InvalidArgument, QString::number(m_written),
                          QStringLiteral("fewer rows than were announced"));
    m_layout.persons = qint64(m_personTexts.size());
    LIKENESS_TRY(write(m_layout.personTexts(), reinterpret_cast<const char *>(m_personTexts.data()),
                       m_layout.persons * 8));
    if (std::find(m_cohortRows.begin(), m_cohortRows.end(), quint64(-1)) != m_cohortRows.end())
        return base::fail(base::ErrorCode::InvalidArgument, m_origin.gallery,
                          QStringLiteral("somebody of the cohort is not among the rows"));
    m_layout.cohort = qint64(m_cohortRows.size());
    LIKENESS_TRY(write(m_layout.cohortRows(), reinterpret_cast<const char *>(m_cohortRows.data()),
                       m_layout.cohort * 8));
    // The gaps between columns are zeros already; the last one has to be reached.
    const qint64 last = m_layout.cohort > 0 ? m_layout.cohortRows() + m_layout.cohort * 8
                                            : m_layout.personTexts() + m_layout.persons * 8;
    LIKENESS_TRY(write(last, QByteArray(m_layout.end() - last, '\0').constData(), m_layout.end() - last));
    const auto sum = checksum();
    LIKENESS_TRY(sum);
    const QByteArray head = MatrixHead{m_layout, m_origin, m_hasher.result(), *sum}.toBytes();
    return write(0, head.constData(), head.size());
}

} // namespace likeness::match
