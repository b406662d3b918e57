// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/projection.h"

#include "engine/base/digest.h"

#include <QFile>
#include <QtEndian>

#include <cmath>

namespace likeness::face
{

namespace
{

const QByteArray magic = QByteArrayLiteral("LIKENESS PROJECTION 1\n");
constexpr qsizetype numbers = Projection::dimensions * (Projection::dimensions + 1) / 2;

} // namespace

Projection::Projection(const Matrix &matrix) : m_matrix(matrix), m_sha256(base::sha256(toBytes())) {}

base::Result<Projection> Projection::fromBytes(const QByteArray &bytes)
{
    const auto damaged = [](const char *why) {
        return base::fail(base::ErrorCode::FileDamaged, QStringLiteral("projection"), QString::fromLatin1(why));
    };
    if (!bytes.startsWith(magic) || bytes.size() != magic.size() + numbers * qsizetype(sizeof(float)))
        return damaged("no projection of this format");
    Matrix matrix;
    const char *at = bytes.constData() + magic.size();
    for (size_t row = 0; row < dimensions; ++row)
        for (size_t column = 0; column <= row; ++column, at += sizeof(float)) {
            const float value = qFromLittleEndian<float>(at);
            if (!std::isfinite(value))
                return damaged("a value is not finite");
            matrix[row][column] = matrix[column][row] = value;
        }
    return Projection(matrix);
}

const Projection &Projection::shipped()
{
    static const Projection projection = [] {
        QFile file(QStringLiteral(":/likeness/projection/faces.projection"));
        const bool isOpen = file.open(QIODevice::ReadOnly);
        auto read = fromBytes(isOpen ? file.readAll() : QByteArray());
        if (!read) // it is compiled in
            qFatal("the projection: %s", qPrintable(read.error().detail));
        return std::move(*read);
    }();
    return projection;
}

QByteArray Projection::toBytes() const
{
    QByteArray bytes = magic;
    for (size_t row = 0; row < dimensions; ++row)
        for (size_t column = 0; column <= row; ++column) {
            char value[sizeof(float)];
            qToLittleEndian(m_matrix[row][column], value);
            bytes.append(value, sizeof value);
        }
    return bytes;
}

model::Template Projection::map(const model::Template &values) const
{
    model::Template result;
    for (size_t row = 0; row < dimensions; ++row) {
        double sum = 0;
        for (size_t column = 0; column < dimensions; ++column)
            sum += double(m_matrix[row][column]) * double(values[column]);
        result[row] = float(sum);
    }
    return result;
}

} // namespace likeness::face
