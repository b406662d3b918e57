// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/templatematrix.h"

#include "engine/match/matrixbuilder.h"

#include <QBuffer>
#include <QtEndian>

#include <algorithm>
#include <cstring>

#include <sys/mman.h>

namespace likeness::match
{

using base::ErrorCode;

namespace
{

constexpr qint64 cancelPeriod = 16 << 20;

tl::unexpected<base::Error> damaged(const char *why)
{
    return base::fail(ErrorCode::FileDamaged, QStringLiteral("matrix"), QString::fromLatin1(why));
}

} // namespace

TemplateMatrix::TemplateMatrix(std::vector<model::EnrolledTemplate> rows, Cohort cohort)
{
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.portrait < b.portrait; });
    QBuffer buffer(&m_memory);
    buffer.open(QIODevice::ReadWrite);
    MatrixBuilder builder(buffer, qint64(rows.size()), {}, std::move(cohort));
    const bool built = std::all_of(rows.begin(), rows.end(),
                                   [&](const auto &row) { return builder.add(row).has_value(); }) &&
                       builder.finish();
    base::Progress progress;
    if (!built || !attach(m_memory.constData(), m_memory.size(), progress))
        qFatal("two rows with one portrait id, or a cohort of other rows");
}

base::Result<std::shared_ptr<const TemplateMatrix>> TemplateMatrix::open(std::unique_ptr<QFile> file,
                                                                         base::Progress &progress)
{
    std::shared_ptr<TemplateMatrix> matrix(new TemplateMatrix);
    const qint64 size = file->size();
    if (size < MatrixLayout::headBytes) // nothing, for one, cannot be mapped
        return damaged("shorter than its head");
    const uchar *bytes = file->map(0, size);
    if (!bytes)
        return base::fail(ErrorCode::FileUnreadable, file->fileName(), file->errorString());
    matrix->m_file = std::move(file); // unmaps when it goes
    LIKENESS_TRY(matrix->attach(reinterpret_cast<const char *>(bytes), size, progress));
    matrix->copyScannedColumns();
    return matrix;
}

void TemplateMatrix::copyScannedColumns()
{
    // A mapped file comes in pages of 4 KiB, 32 rows each; looking up where they lie costs a scan a fifth.
    constexpr size_t page = 2 << 20;
    const auto rows = size_t(m_layout.rows);
    const size_t floats = (rows * sizeof(float) + 63) / 64 * 64;
    const size_t bytes = (rows * 128 + 4 * floats + page - 1) / page * page;
    m_scanned.reset(static_cast<char *>(std::aligned_alloc(page, bytes)));
    if (!m_scanned)
        return;
    ::madvise(m_scanned.get(), bytes, MADV_HUGEPAGE); // a kernel without them gives small ones: only slower
    char *end = m_scanned.get();
    const auto copied = [&end](const void *from, size_t size, size_t room) {
        char *to = end;
        if (size > 0)
            std::memcpy(to, from, size);
        end += room;
        return to;
    };
    m_columns.codes = reinterpret_cast<const qint8 *>(copied(m_columns.codes, rows * 128, rows * 128));
    for (const float **column :
         {&m_columns.scales, &m_columns.norms, &m_columns.errors, &m_columns.cohortScales})
        *column = reinterpret_cast<const float *>(copied(*column, rows * sizeof(float), floats));
}

base::Outcome TemplateMatrix::attach(const char *bytes, qint64 size, base::Progress &progress)
{
    const auto head = MatrixHead::fromBytes(bytes, size);
    LIKENESS_TRY(head);
    Checksum sum;
    for (qint64 position = MatrixLayout::headBytes; position < size; position += cancelPeriod) {
        if (progress.isCancelled())
            return base::fail(ErrorCode::Cancelled, QStringLiteral("matrix"));
        progress.report(position, size);
        sum.add(bytes + position, std::min(cancelPeriod, size - position));
    }
    if (sum.value() != head->checksum)
        return damaged("its bytes do not have their checksum");

    m_bytes = bytes;
    m_layout = head->layout;
    m_origin = head->origin;
    m_snapshotHash = head->snapshotHash;
    const auto floats = [bytes](qint64 offset) { return reinterpret_cast<const float *>(bytes + offset); };
    m_columns = {m_layout.rows,
                 reinterpret_cast<const qint8 *>(bytes + m_layout.codes()),
                 floats(m_layout.scales()),
                 floats(m_layout.norms()),
                 floats(m_layout.errors()),
                 floats(m_layout.cohortScales()),
                 floats(m_layout.values())};
    m_personNumbers = reinterpret_cast<const quint32 *>(bytes + m_layout.personNumbers());
    m_lastDays = reinterpret_cast<const qint32 *>(bytes + m_layout.lastDays());
    // Numbers that lead to other places are looked at whatever the checksum says.
    if (std::any_of(m_personNumbers, m_personNumbers + m_layout.rows,
                    [this](quint32 number) { return number >= m_layout.persons; }))
        return damaged("a row of a person that is not there");
    const auto *cohortRows = reinterpret_cast<const quint64 *>(bytes + m_layout.cohortRows());
    if (std::any_of(cohortRows, cohortRows + m_layout.cohort,
                    [this](quint64 number) { return number >= quint64(m_layout.rows); }))
        return damaged("a row of the cohort that is not there");
    std::vector<Cohort::Member> members;
    for (qint64 i = 0; i < m_layout.cohort; ++i) {
        const model::EnrolledTemplate of = row(qint64(cohortRows[i]));
        members.push_back({of.person.value(), of.values});
    }
    m_cohort = Cohort(std::move(members));
    return {};
}

QString TemplateMatrix::textAt(quint64 offset, int which) const
{
    const char *texts = m_bytes + m_layout.texts();
    const auto size = quint64(m_layout.textBytes);
    for (;; --which) {
        if (offset > size || size - offset < 4)
            return {};
        const quint32 length = qFromLittleEndian<quint32>(texts + offset);
        offset += 4;
        if (length > size - offset)
            return {};
        if (which == 0)
            return QString::fromUtf8(texts + offset, qsizetype(length));
        offset += length;
    }
}

model::EnrolledTemplate TemplateMatrix::row(qint64 number) const
{
    const auto *rowTexts = reinterpret_cast<const quint64 *>(m_bytes + m_layout.rowTexts());
    const auto *personTexts = reinterpret_cast<const quint64 *>(m_bytes + m_layout.personTexts());
    const quint64 person = personTexts[m_personNumbers[number]];
    model::EnrolledTemplate row{model::PortraitId(textAt(rowTexts[number], 0)),
                                model::PersonId(textAt(person, 0)),
                                textAt(person, 1),
                                textAt(rowTexts[number], 1),
                                {},
                                m_lastDays[number] ? QDate::fromJulianDay(m_lastDays[number]) : QDate()};
    std::memcpy(row.values.data(), m_columns.values + number * 128, sizeof row.values);
    return row;
}

model::PortraitId TemplateMatrix::portraitId(qint64 row) const
{
    const auto *rowTexts = reinterpret_cast<const quint64 *>(m_bytes + m_layout.rowTexts());
    return model::PortraitId(textAt(rowTexts[row], 0));
}

std::optional<qint64> TemplateMatrix::rowOf(const model::PortraitId &portrait) const
{
    qint64 first = 0, end = portraits();
    while (first < end) {
        const qint64 middle = first + (end - first) / 2;
        if (portraitId(middle) < portrait)
            first = middle + 1;
        else
            end = middle;
    }
    return first < portraits() && portraitId(first) == portrait ? std::optional(first) : std::nullopt;
}

QString TemplateMatrix::personId(quint32 person) const
{
    return textAt(reinterpret_cast<const quint64 *>(m_bytes + m_layout.personTexts())[person], 0);
}

std::vector<bool> TemplateMatrix::personFlags(const QSet<QString> &ids) const
{
    std::vector<bool> flags(size_t(m_layout.persons));
    const auto *personTexts = reinterpret_cast<const quint64 *>(m_bytes + m_layout.personTexts());
    for (qint64 person = 0; !ids.isEmpty() && person < m_layout.persons; ++person)
        flags[size_t(person)] = ids.contains(textAt(personTexts[person], 0));
    return flags;
}

} // namespace likeness::match
