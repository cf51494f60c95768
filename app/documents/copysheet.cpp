// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/copysheet.h"

#include "app/core/halltime.h"
#include "app/core/wording.h"
#include "app/documents/searchablepdf.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace documents {

namespace {

constexpr int Dpi = 300;
constexpr double PixelsPerMm = Dpi / 25.4;
constexpr double CopyMarginMm = 10;
constexpr double MarkMm = 14;

QRectF millimetres(double x, double y, double width, double height)
{
    return {x * PixelsPerMm, y * PixelsPerMm, width * PixelsPerMm, height * PixelsPerMm};
}

void drawPage(QPainter& painter, const QImage& page, const QString& mark)
{
    constexpr double Width = 210;
    constexpr double Height = 297;
    const QRectF room = millimetres(CopyMarginMm, CopyMarginMm, Width - 2 * CopyMarginMm, Height - 2 * CopyMarginMm - MarkMm);
    QSizeF size = page.size();
    size.scale(room.size(), Qt::KeepAspectRatio);
    painter.drawImage(QRectF(QPointF(room.center().x() - size.width() / 2, room.top()), size), page);
    QFont font(u"Noto Sans CJK SC"_s);
    font.setPointSize(11);
    painter.setFont(font);
    painter.drawText(millimetres(CopyMarginMm, Height - CopyMarginMm - MarkMm, Width - 2 * CopyMarginMm, MarkMm),
                     Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap, mark);
}

} // namespace

QString copyMark(const std::optional<core::Verification>& verified)
{
    if (!verified)
        return u"本件由窗口扫描件打印"_s;
    return u"此件经与原件核对无误　核对人：%1（%2）　%3　%4"_s.arg(verified->clerk.name, verified->clerk.code, verified->window.name,
                                                                   core::chineseDate(core::hallTime(verified->at).date()));
}

QByteArray copySheets(const QList<QImage>& pages, const QString& mark, const QString& title)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(Dpi);
    writer.setTitle(title);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    QPainter painter(&writer);
    for (qsizetype i = 0; i < pages.size(); ++i) {
        if (i > 0)
            writer.newPage();
        drawPage(painter, pages[i], mark);
    }
    painter.end();
    return withSearchableText(pdf);
}

} // namespace documents
