// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/separatorsheet.h"

#include "app/documents/barcode.h"
#include "app/documents/pagework.h"
#include "app/documents/qrcode.h"
#include "app/documents/searchablepdf.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

const QString Prefix = u"YCSEP1:"_s;
constexpr int SheetDpi = 300;
constexpr double SheetPixelsPerMm = SheetDpi / 25.4;

QRectF sheetMillimetres(double x, double y, double width, double height)
{
    return {x * SheetPixelsPerMm, y * SheetPixelsPerMm, width * SheetPixelsPerMm, height * SheetPixelsPerMm};
}

void drawSheet(QPainter& painter, const core::ServiceItem& item, const core::MaterialRequirement& material, int number)
{
    constexpr double Width = 210;
    const auto text = [&](double top, double height, int points, const QString& words, bool bold) {
        QFont font(u"Noto Sans CJK SC"_s);
        font.setPointSize(points);
        font.setBold(bold);
        painter.setFont(font);
        painter.drawText(sheetMillimetres(20, top, Width - 40, height), Qt::AlignCenter | Qt::TextWordWrap, words);
    };
    text(25, 14, 14, item.name, false);
    text(42, 34, 72, QString::number(number), true);
    text(80, 40, 30, material.name, true);
    constexpr int Side = 900;
    const QImage code = qrCode(separatorText(item.code, material.code), Side);
    painter.drawImage(sheetMillimetres(Width / 2 - 40, 128, 80, 80), code);
    text(218, 20, 14, QCoreApplication::translate("documents", "Put this sheet in front of the papers for this material."), false);
}

} // namespace

QString separatorText(const QString& itemCode, const QString& materialCode)
{
    return Prefix + itemCode + u':' + materialCode;
}

QByteArray separatorSheets(const core::ServiceItem& item, const QList<core::MaterialRequirement>& materials)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(SheetDpi);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    QPainter painter(&writer);
    for (qsizetype i = 0; i < materials.size(); ++i) {
        if (i > 0)
            writer.newPage();
        drawSheet(painter, item, materials[i], int(i) + 1);
    }
    painter.end();
    return withSearchableText(pdf);
}

core::PageClue clueOf(const QImage& page, const QString& itemCode)
{
    core::PageClue clue;
    for (const QString& text : barcodesOn(page)) {
        if (!text.startsWith(Prefix))
            continue;
        clue.separator = true;
        const QString item = text.sliced(Prefix.size()).section(u':', 0, -2);
        if (item == itemCode)
            clue.separatesMaterial = text.section(u':', -1);
    }
    clue.blank = !clue.separator && isBlank(page);
    return clue;
}

} // namespace documents
