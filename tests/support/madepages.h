// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

// Pages made for tests, and programs that look at them.

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>
#include <QProcess>

namespace madepages {

using namespace Qt::StringLiterals;

inline constexpr int Dpi = 150;

/// A page of lines of text, A4 at 150 dpi.
inline QImage writtenPage(double degrees = 0, const QString& title = u"营业执照"_s)
{
    QImage page(1240, 1754, QImage::Format_RGB32);
    page.setDotsPerMeterX(qRound(Dpi / 0.0254));
    page.setDotsPerMeterY(qRound(Dpi / 0.0254));
    page.fill(QColor(250, 249, 245));
    QPainter painter(&page);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(620, 877);
    painter.rotate(degrees);
    painter.translate(-620, -877);
    QFont font(u"Noto Sans CJK SC"_s);
    font.setPixelSize(60);
    painter.setFont(font);
    painter.drawText(QRect(200, 200, 840, 100), Qt::AlignCenter, title);
    font.setPixelSize(28);
    painter.setFont(font);
    for (int line = 0; line < 22; ++line)
        painter.drawText(200, 420 + line * 50, u"本页第%1行是为测试写的文字，没有真实的内容。"_s.arg(line + 1));
    return page;
}

inline QByteArray encoded(const QImage& image, const char* format, int quality = -1)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return bytes;
}

inline QImage rendered(const QByteArray& pdf, int page)
{
    QByteArray bytes = pdf;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    return document.render(page, (document.pagePointSize(page) * 2).toSize());
}

inline QByteArray run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return process.exitCode() == 0 ? process.readAllStandardOutput() : "failed: " + process.readAllStandardError();
}

} // namespace madepages
