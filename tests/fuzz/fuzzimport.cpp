// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/pageimage.h"
#include "app/documents/pdfbinder.h"

#include <QGuiApplication>

#include <cstdint>

#include <leptonica/allheaders.h>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    static int count = 3;
    static char name[] = "fuzz";
    static char platform[] = "-platform";
    static char offscreen[] = "offscreen";
    static char* arguments[] = {name, platform, offscreen, nullptr};
    static QGuiApplication application(count, arguments);
    setMsgSeverity(L_SEVERITY_NONE);
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    const auto pages = documents::importPages(bytes);
    if (!pages)
        return 0;
    if (pages->isEmpty())
        __builtin_trap();
    for (const documents::ImportedPage& page : *pages)
        documents::checkPage(page.bytes, page.mediaType, 120);
    if (pages->size() < 4)
        documents::bindPdf(*pages, documents::PdfKind::Plain);
    return 0;
}
