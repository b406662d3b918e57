// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/canonicaljson.h"

#include <QJsonArray>

#include <charconv>
#include <cmath>

namespace likeness::base
{

namespace
{

void appendString(QByteArray &out, const QString &text)
{
    out += '"';
    for (const char c : text.toUtf8()) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            if (static_cast<uchar>(c) < 0x20) {
                out += "\\u00";
                out += QByteArray::number(static_cast<uchar>(c), 16).rightJustified(2, '0');
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

void appendNumber(QByteArray &out, double number)
{
    // ECMAScript writes -0 as 0 and whole numbers below 1e21 without exponent; RFC 8785 follows it.
    if (number == 0) {
        out += '0';
        return;
    }
    char text[64];
    const double size = std::abs(number);
    const bool plain = size >= 1e-6 && size < 1e21;
    const auto end = plain ? std::to_chars(text, text + sizeof text, number, std::chars_format::fixed)
                           : std::to_chars(text, text + sizeof text, number, std::chars_format::scientific);
    QByteArray digits(text, end.ptr - text);
    if (!plain) {
        // to_chars pads the exponent to two digits, ECMAScript does not.
        const auto e = digits.indexOf('e');
        QByteArray exponent = digits.mid(e + 2);
        while (exponent.size() > 1 && exponent.startsWith('0'))
            exponent.remove(0, 1);
        digits = digits.left(e + 2) + exponent;
    }
    out += digits;
}

void append(QByteArray &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: out += value.toBool() ? "true" : "false"; break;
    case QJsonValue::Double: appendNumber(out, value.toDouble()); break;
    case QJsonValue::String: appendString(out, value.toString()); break;
    case QJsonValue::Array: {
        out += '[';
        bool first = true;
        for (const QJsonValue &item : value.toArray()) {
            if (!std::exchange(first, false))
                out += ',';
            append(out, item);
        }
        out += ']';
        break;
    }
    case QJsonValue::Object: {
        out += '{';
        const QJsonObject object = value.toObject();
        QStringList keys = object.keys();
        std::sort(keys.begin(), keys.end()); // QString compares by UTF-16 code unit
        bool first = true;
        for (const QString &key : keys) {
            if (!std::exchange(first, false))
                out += ',';
            appendString(out, key);
            out += ':';
            append(out, object.value(key));
        }
        out += '}';
        break;
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined: out += "null"; break;
    }
}

} // namespace

QByteArray canonicalJson(const QJsonValue &value)
{
    QByteArray out;
    append(out, value);
    return out;
}

} // namespace likeness::base
