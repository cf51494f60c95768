// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/scanner/scansource.h"

namespace devices {

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
