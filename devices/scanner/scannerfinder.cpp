// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/scanner/scannerfinder.h"

using namespace Qt::StringLiterals;

namespace devices {

QUrl announcedUrl(const QString& type, const QString& host, int port, const QStringList& txt)
{
    QUrl url;
    url.setScheme(type.startsWith(u"_uscans") ? u"https"_s : u"http"_s);
    url.setHost(host);
    url.setPort(port);
    url.setPath(u"/eSCL"_s);
    for (const QString& entry : txt) {
        if (entry.startsWith(u"rs="))
            url.setPath(entry.sliced(3).startsWith(u'/') ? entry.sliced(3) : u'/' + entry.sliced(3));
    }
    return url;
}

} // namespace devices
