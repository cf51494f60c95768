// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/webpage.h"

#include "app/core/texttemplate.h"

#include <QFile>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace backoffice {

QByteArray pagePart(const QString& name)
{
    QFile file(u":/pages/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Answer webPage(int status, const QString& name, const QJsonObject& data)
{
    QString whole = QString::fromUtf8(pagePart(name));
    whole.replace(u"{{> rate}}"_s, QString::fromUtf8(pagePart(u"rate.html"_s)));
    const auto text = core::fillTemplate(whole, data);
    return {
        status,
        {{"content-type", "text/html; charset=utf-8"},
         {"content-security-policy", "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
         {"referrer-policy", "no-referrer"},
         {"cache-control", "no-store"},
         {"x-robots-tag", "noindex"}},
        text.value_or(QString()).toUtf8()};
}

Answer webMessage(int status, const QString& title, const QString& words, const QString& code)
{
    return webPage(status, u"message.html"_s, {{u"title"_s, title}, {u"words"_s, words}, {u"code"_s, code}});
}

Answer unknownCode()
{
    return webMessage(404, u"没有找到"_s, u"查询码不存在或已过期。请核对凭证上的查询码，或到大厅任一综合窗口查询。"_s);
}

} // namespace backoffice
