// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/print/paperoutput.h"

#include <QBuffer>
#include <QDir>
#include <QPainter>
#include <QPdfDocument>
#include <QPrinter>
#include <QPrinterInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace print {

namespace {

QPrinterInfo printerFor(const QString& name)
{
    return name.isEmpty() ? QPrinterInfo::defaultPrinter() : QPrinterInfo::printerInfo(name);
}

bool paintOn(QPrinter& printer, QPdfDocument& document)
{
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    for (int page = 0; page < document.pageCount(); ++page) {
        if (page > 0 && !printer.newPage())
            return false;
        constexpr qreal RenderDpi = 300; // sharper than the eye, and 35 MB instead of half a gigabyte at 1200
        const QSizeF inches = document.pagePointSize(page) / 72.0;
        const QImage image = document.render(page, (inches * RenderDpi).toSize());
        if (image.isNull())
            return false;
        painter.drawImage(QRect(QPoint(), (inches * printer.resolution()).toSize()), image);
    }
    return painter.end();
}

} // namespace

PrinterOutput::PrinterOutput(QString sheetPrinter, QString slipPrinter)
    : m_sheetPrinter(std::move(sheetPrinter)), m_slipPrinter(std::move(slipPrinter))
{
}

bool PrinterOutput::isReady() const
{
    return !printerFor(m_sheetPrinter).isNull();
}

core::Result<void> PrinterOutput::put(const documents::Paper& paper)
{
    const QPrinterInfo info = printerFor(paper.slip && !m_slipPrinter.isEmpty() ? m_slipPrinter : m_sheetPrinter);
    if (info.isNull())
        return core::fail(core::ErrorKind::Device, u"print.no-printer"_s);
    QPdfDocument document;
    QBuffer buffer;
    buffer.setData(paper.pdf);
    buffer.open(QIODevice::ReadOnly);
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready || document.pageCount() == 0)
        return core::fail(core::ErrorKind::Corrupt, u"print.failed"_s);
    QPrinter printer(info, QPrinter::HighResolution);
    printer.setDocName(paper.number);
    printer.setCopyCount(paper.copies);
    printer.setFullPage(true);
    printer.setPageSize(QPageSize(document.pagePointSize(0), QPageSize::Point));
    if (!paintOn(printer, document))
        return core::fail(core::ErrorKind::Device, u"print.failed"_s);
    return {};
}

core::Result<void> FolderOutput::put(const documents::Paper& paper)
{
    QDir().mkpath(m_folder);
    const QString mark = paper.reprint ? u"-reprint"_s : QString();
    QSaveFile file(u"%1/%2-%3%4.pdf"_s.arg(m_folder, paper.number, paper.label.isEmpty() ? core::toWire(paper.kind) : paper.label, mark));
    if (!file.open(QIODevice::WriteOnly) || file.write(paper.pdf) != paper.pdf.size() || !file.commit())
        return core::fail(core::ErrorKind::Storage, u"print.folder"_s);
    return {};
}

} // namespace print
