// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/training/papercheck.h"

#include "app/core/halltime.h"
#include "app/documents/barcode.h"

#include <QBuffer>
#include <QDateTime>
#include <QImage>
#include <QJsonArray>
#include <QPainter>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace training {

namespace {

QString withoutSpace(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace() || c == QChar(0xFFFE); });
    return text;
}

/// Characters beyond U+FFFF are drawn, but the PDF's character map cannot name them: what stands around them is compared.
bool isPrinted(const QString& text, const QString& value)
{
    static const QRegularExpression beyond(u"[\\x{10000}-\\x{10FFFF}]"_s);
    const QStringList pieces = withoutSpace(value).split(beyond, Qt::SkipEmptyParts);
    return !pieces.isEmpty() && std::all_of(pieces.begin(), pieces.end(), [&](const QString& piece) { return text.contains(piece); });
}

struct Printed
{
    QString text; ///< without white space
    QString qr;
};

Printed readBack(const QByteArray& pdf)
{
    Printed printed;
    QBuffer buffer;
    buffer.setData(pdf);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    for (int page = 0; page < document.pageCount(); ++page) {
        printed.text += document.getAllText(page).text();
        const QSize size = (document.pagePointSize(page) * 2.5).toSize();
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter(&image).drawImage(0, 0, document.render(page, size));
        const QStringList codes = documents::barcodesOn(image);
        if (!codes.isEmpty())
            printed.qr = codes.first();
    }
    printed.text = withoutSpace(printed.text);
    return printed;
}

QString date(const QJsonValue& value)
{
    return QDate::fromString(value.toString(), Qt::ISODate).toString(u"yyyy'年'M'月'd'日'"_s);
}

QString time(const QJsonValue& value)
{
    const QDateTime moment = core::hallTime(QDateTime::fromString(value.toString(), Qt::ISODate));
    return moment.date().toString(u"yyyy'年'M'月'd'日'"_s) + moment.toString(u"HH:mm"_s);
}

/// What each paper has to say, by field.
QList<std::pair<QString, QString>> expected(const QString& kind, const QJsonObject& json)
{
    QList<std::pair<QString, QString>> fields{
        {u"number"_s, u"编号："_s + json[u"number"_s].toString()},    {u"item"_s, json[u"item"_s][u"name"_s].toString()},
        {u"applicant"_s, json[u"applicant"_s][u"name"_s].toString()}, {u"clerk"_s, json[u"clerk"_s][u"name"_s].toString()},
        {u"window"_s, json[u"window"_s][u"name"_s].toString()},       {u"queryCode"_s, json[u"queryCode"_s].toString()}};
    if (kind == u"delivery-receipt") {
        const QJsonObject delivery = json[u"delivery"_s].toObject();
        fields.append({u"recipient"_s, delivery[u"recipient"_s].toString(u"?"_s)});
        fields.append({u"deliveredAt"_s, time(delivery[u"at"_s])});
        fields.append({u"deliverer"_s, delivery[u"clerk"_s][u"name"_s].toString(u"?"_s)});
        return fields;
    }
    if (kind == u"one-time-notice")
        fields.append({u"notifiedAt"_s, time(json[u"notifiedAt"_s]).chopped(5)}); // its day
    const bool notice = kind == u"acceptance-notice" || kind == u"deferred-acceptance-notice";
    if (kind != u"commitment-letter" && kind != u"supplement-slip")
        fields.append({u"receivedAt"_s, time(json[u"receivedAt"_s])});
    if (notice) {
        fields.append({u"acceptedAt"_s, time(json[u"acceptedAt"_s])});
        if (json[u"promisedDays"_s].toInt() == 0) {
            fields.append({u"promisedDays"_s, u"当场办结"_s});
        } else {
            fields.append({u"promisedUntil"_s, date(json[u"promisedUntil"_s])});
            fields.append({u"statutoryUntil"_s, date(json[u"statutoryUntil"_s])});
            fields.append({u"promisedDays"_s, u"%1个工作日"_s.arg(json[u"promisedDays"_s].toInt())});
        }
    }
    if (kind == u"refusal-notice") {
        for (const QString& field : {u"reason"_s, u"basis"_s, u"competentOrgan"_s})
            fields.append({field, json[u"refusal"_s][field].toString(u"六十日"_s)});
        return fields;
    }
    const QJsonArray deferred = json[u"deferred"_s].toArray();
    for (const QJsonValue& material : deferred) {
        fields.append({u"deferred"_s, material[u"name"_s].toString()});
        fields.append({u"deadline"_s, date(material[u"deadline"_s])});
    }
    const QJsonArray materials = json[u"materials"_s].toArray();
    for (const QJsonValue& material : materials) {
        if (kind == u"supplement-slip") { // what arrived later, and when
            if (!material[u"arrivedAt"_s].toString().isEmpty()) {
                fields.append({u"material"_s, material[u"name"_s].toString()});
                fields.append({u"arrivedAt"_s, time(material[u"arrivedAt"_s])});
            }
            continue;
        }
        const bool missing = material[u"status"_s].toString() == u"missing";
        if ((missing == (kind == u"one-time-notice") || kind == u"deferred-receipt-slip") && (missing || kind != u"commitment-letter"))
            fields.append({u"material"_s, material[u"name"_s].toString()});
    }
    return fields;
}

} // namespace

QStringList paperMismatches(const QByteArray& pdf, const QString& paperKind, const QJsonObject& caseJson, const QString& queryUrl)
{
    const Printed printed = readBack(pdf);
    QStringList differing;
    const auto fields = expected(paperKind, caseJson);
    for (const auto& [name, value] : fields) {
        if (!isPrinted(printed.text, value))
            differing.append(name);
    }
    if (printed.qr != queryUrl + caseJson[u"queryCode"_s].toString())
        differing.append(u"qr"_s);
    return differing;
}

} // namespace training
