// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/canonicaljson.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace core {

namespace {

void appendString(QByteArray& out, const QString& text)
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
            if (uchar(c) < 0x20)
                out += "\\u00" + QByteArray::number(uchar(c), 16).rightJustified(2, '0');
            else
                out += c;
        }
    }
    out += '"';
}

/// ECMAScript's Number::toString: the shortest digits that read back, an exponent outside 1e-7 … 1e21.
void appendNumber(QByteArray& out, double number)
{
    if (!std::isfinite(number) || number == 0.0) {
        out += std::isfinite(number) ? "0" : "null";
        return;
    }
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(number), std::chars_format::scientific);
    const QByteArray text(buffer.data(), end.ptr - buffer.data());
    const qsizetype e = text.indexOf('e');
    QByteArray digits = text.first(e);
    digits.remove(1, 1);
    const int point = text.sliced(e + 1).toInt() + 1; // the decimal point stands before digits[point]
    const int count = int(digits.size());
    if (number < 0)
        out += '-';
    if (point > 21 || point < -5) {
        out += digits.first(1) + (count > 1 ? "." + digits.sliced(1) : QByteArray());
        out += (point > 0 ? "e+" : "e") + QByteArray::number(point - 1);
    } else if (point <= 0) {
        out += "0." + QByteArray(-point, '0') + digits;
    } else if (point >= count) {
        out += digits + QByteArray(point - count, '0');
    } else {
        out += digits.first(point) + "." + digits.sliced(point);
    }
}

void append(QByteArray& out, const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool: out += value.toBool() ? "true" : "false"; break;
    case QJsonValue::Double: appendNumber(out, value.toDouble()); break;
    case QJsonValue::String: appendString(out, value.toString()); break;
    case QJsonValue::Array: {
        out += '[';
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (i > 0)
                out += ',';
            append(out, array[i]);
        }
        out += ']';
        break;
    }
    case QJsonValue::Object: {
        out += '{';
        const QJsonObject object = value.toObject();
        QList<std::pair<QString, QJsonValue>> members;
        for (auto it = object.begin(); it != object.end(); ++it)
            members.append({it.key(), it.value()});
        // QString compares UTF-16 code units, as the RFC asks.
        std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (qsizetype i = 0; i < members.size(); ++i) {
            if (i > 0)
                out += ',';
            appendString(out, members[i].first);
            out += ':';
            append(out, members[i].second);
        }
        out += '}';
        break;
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined: out += "null"; break;
    }
}

} // namespace

QByteArray canonicalJson(const QJsonValue& value)
{
    QByteArray out;
    append(out, value);
    return out;
}

QString contentHash(const QJsonValue& value)
{
    return QString::fromLatin1(QCryptographicHash::hash(canonicalJson(value), QCryptographicHash::Sha256).toHex());
}

} // namespace core
