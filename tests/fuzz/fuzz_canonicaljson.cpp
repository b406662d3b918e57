// SPDX-License-Identifier: GPL-3.0-or-later
// A number and a text, written once, must read back as the same value and be written the same again.
#include "engine/base/canonicaljson.h"

#include <QJsonDocument>

#include <cstdlib>
#include <cstring>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    double number = 0;
    if (size < sizeof number)
        return 0;
    std::memcpy(&number, data, sizeof number);
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data) + sizeof number,
                                           qsizetype(size - sizeof number));
    const QJsonObject given{{"number", number}, {text, QJsonValue(text)}};
    const QByteArray once = likeness::base::canonicalJson(given);
    const QJsonObject again = QJsonDocument::fromJson(once).object();
    const bool sameNumber =
        !qIsFinite(number) || text == QLatin1String("number") || again.value("number").toDouble() == number;
    if (!sameNumber || again.value(text) != given.value(text) || likeness::base::canonicalJson(again) != once)
        std::abort();
    return 0;
}
