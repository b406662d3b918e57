// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <optional>

namespace likeness::match
{

/// How a matrix lies in bytes: a head of headBytes, then columns, each at a multiple of 64. All numbers are
/// little-endian, which is what every supported processor reads in place.
///
///   codes    qint8[rows][128]     quantisation.h
///   scales, norms, errors, cohortScales   float[rows]; the last: cohort.h
///   persons  quint32[rows]        the row's person, 0 to persons - 1 in the order they first appear
///   lastDays qint32[rows]         Julian day of the end of retention, 0 for none
///   values   float[rows][128]     the templates themselves
///   rowTexts quint64[rows]        where in the texts the row's portrait id and SHA-256 stand
///   texts    each a quint32 length and UTF-8: two for a row, two (id, reference) for a person
///   personTexts quint64[persons]
///   cohortRows  quint64[cohort]   the rows that are the cohort
struct MatrixLayout {
    static constexpr qint64 headBytes = 4096;

    qint64 rows = 0;
    qint64 persons = 0;
    qint64 textBytes = 0; ///< the last three are known when all rows are written
    qint64 cohort = 0;    ///< rows of it

    qint64 codes() const { return headBytes; }
    qint64 scales() const { return after(codes(), rows * 128); }
    qint64 norms() const { return after(scales(), rows * 4); }
    qint64 errors() const { return after(norms(), rows * 4); }
    qint64 cohortScales() const { return after(errors(), rows * 4); }
    qint64 personNumbers() const { return after(cohortScales(), rows * 4); }
    qint64 lastDays() const { return after(personNumbers(), rows * 4); }
    qint64 values() const { return after(lastDays(), rows * 4); }
    qint64 rowTexts() const { return after(values(), rows * 512); }
    qint64 texts() const { return after(rowTexts(), rows * 8); }
    qint64 personTexts() const { return after(texts(), textBytes); }
    qint64 cohortRows() const { return after(personTexts(), persons * 8); }
    qint64 end() const { return after(cohortRows(), cohort * 8); }

private:
    static qint64 after(qint64 start, qint64 bytes) { return (start + bytes + 63) / 64 * 64; }
};

/// A running check of bytes against damage: every change of a single 64-bit word changes it, any other change
/// is missed once in 2^64. It is quick, and no guard against intent.
class Checksum
{
public:
    /// Any number of bytes; only the last call may bring a number that is no multiple of 64.
    void add(const char *bytes, qint64 size);
    quint64 value() const;

private:
    quint64 m_lanes[8] = {1, 2, 3, 4, 5, 6, 7, 8};
    quint64 m_size = 0;
};

} // namespace likeness::match
