// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/scanner/scansource.h"

namespace devices {

QSizeF millimetresOf(ScanSize size)
{
    switch (size) {
    case ScanSize::A4: return {210, 297};
    case ScanSize::A3: return {297, 420};
    case ScanSize::A5: return {148, 210};
    case ScanSize::Card: return {85.6, 54};
    case ScanSize::Largest: break;
    }
    return {};
}

bool isWholePage(const QByteArray& bytes, const QString& mediaType)
{
    if (mediaType == u"application/pdf")
        return bytes.startsWith("%PDF-") && bytes.last(std::min<qsizetype>(bytes.size(), 1024)).contains("%%EOF");
    QByteArray tail = bytes.last(std::min<qsizetype>(bytes.size(), 64));
    while (tail.endsWith('\0')) // some devices pad to a block
        tail.chop(1);
    return bytes.size() > 100 && bytes.startsWith("\xFF\xD8\xFF") && tail.endsWith("\xFF\xD9");
}

} // namespace devices
