// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/canonicaljson.h"

#include <QJsonArray>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

namespace likeness::base
{

namespace
{

void appendString(QByteArray &out, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    out += '"';
    qsizetype start = 0; // of what needs no escape, which is nearly all
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8.at(i);
        if (static_cast<uchar>(c) >= 0x20 && c != '"' && c != '\\')
            continue;
        out.append(utf8.constData() + start, i - start);
        start = i + 1;
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            out += "\\u00";
            out += QByteArray::number(static_cast<uchar>(c), 16).rightJustified(2, '0');
        }
    }
    out.append(utf8.constData() + start, utf8.size() - start);
    out += '"';
}

void appendNumber(QByteArray &out, double number)
{
    // JSON has no infinity and no NaN; QJsonDocument writes null for them too.
    if (!std::isfinite(number)) {
        out += "null";
        return;
    }
    // RFC 8785 takes the form of ECMAScript's Number::toString: -0 is 0, an exponent only from 1e21 on and
    // below 1e-6, and between them the shortest digits with zeros after them (not the exact integer).
    if (number == 0) {
        out += '0';
        return;
    }
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, std::abs(number), std::chars_format::scientific);
    const QByteArray shortest(text, end.ptr - text);
    const auto e = shortest.indexOf('e');
    const int exponent = shortest.mid(e + 1).toInt();
    const QByteArray digits = shortest.left(e).replace(".", "");
    if (number < 0)
        out += '-';
    if (exponent >= 21 || exponent < -6) {
        out += digits.left(1);
        if (digits.size() > 1)
            out += '.' + digits.mid(1);
        out += exponent < 0 ? "e-" : "e+";
        out += QByteArray::number(std::abs(exponent));
    } else if (exponent < 0) {
        out += "0." + QByteArray(-exponent - 1, '0') + digits;
    } else {
        out += digits.left(exponent + 1).leftJustified(exponent + 1, '0');
        if (digits.size() > exponent + 1)
            out += '.' + digits.mid(exponent + 1);
    }
}

void append(QByteArray &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        break;
    case QJsonValue::Double:
        appendNumber(out, value.toDouble());
        break;
    case QJsonValue::String:
        appendString(out, value.toString());
        break;
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
        std::vector<std::pair<QString, QJsonValue>> members;
        members.reserve(size_t(object.size()));
        for (auto member = object.constBegin(); member != object.constEnd(); ++member)
            members.emplace_back(member.key(), member.value());
        // QString compares by UTF-16 code unit.
        std::sort(members.begin(), members.end(),
                  [](const auto &a, const auto &b) { return a.first < b.first; });
        bool first = true;
        for (const auto &[key, member] : members) {
            if (!std::exchange(first, false))
                out += ',';
            appendString(out, key);
            out += ':';
            append(out, member);
        }
        out += '}';
        break;
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        out += "null";
        break;
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
