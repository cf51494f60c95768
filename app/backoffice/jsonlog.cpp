// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/jsonlog.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

void write(QJsonObject line)
{
    line[u"at"_s] = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(text.constData(), 1, std::size_t(text.size()), stderr); // one call a line: threads do not mix
    std::fflush(stderr);
}

void writeMessage(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    const QString level = type == QtDebugMsg     ? u"debug"_s
                          : type == QtInfoMsg    ? u"info"_s
                          : type == QtWarningMsg ? u"warning"_s
                                                 : u"error"_s;
    write({{u"level"_s, level}, {u"text"_s, message}});
}

} // namespace

void logAsJson()
{
    qInstallMessageHandler(writeMessage);
}

void logRequest(const RequestSeen& seen)
{
    write({{u"level"_s, u"info"_s},
           {u"text"_s, u"request"_s},
           {u"method"_s, seen.resource.isEmpty() ? u"ANY"_s : QString::fromLatin1(seen.method)},
           {u"resource"_s, seen.resource},
           {u"status"_s, seen.status},
           {u"ms"_s, double(seen.took.count()) / 1000}});
}

} // namespace backoffice
