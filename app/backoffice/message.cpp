// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/message.h"

#include "app/core/uuid7.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {
/// Titles as a person would read them; the client has its own words for the types it knows.
QString titleOf(const QString& type)
{
    static const QHash<QString, QString> titles{
        {u"sign-in-needed"_s, u"请先登录"_s},
        {u"signed-in-elsewhere"_s, u"工号已在别的窗口登录，或本窗口已有人登录"_s},
        {u"taken-over"_s, u"已在别处登录，这里的登录已结束"_s},
        {u"wrong-credentials"_s, u"工号或密码不正确"_s},
        {u"account-locked"_s, u"密码连续输错，账号暂时锁定"_s},
        {u"unknown-window"_s, u"没有这个窗口"_s},
        {u"forbidden"_s, u"没有权限"_s},
        {u"not-found"_s, u"没有找到"_s},
        {u"method-not-allowed"_s, u"不支持这种操作"_s},
        {u"invalid-body"_s, u"内容不符合要求"_s},
        {u"too-large"_s, u"内容过大"_s},
        {u"queue-empty"_s, u"没有等候的号"_s},
        {u"lease-wanted"_s, u"下一位留给了别的窗口，正在要回"_s},
        {u"ticket-in-service"_s, u"本窗口还有正在办理的号"_s},
        {u"case-act-refused"_s, u"这个办件现在不能这样处理"_s},
        {u"ticket-act-refused"_s, u"这个号现在不能这样操作"_s},
        {u"window-not-open"_s, u"窗口未开放"_s},
        {u"already-waiting"_s, u"已经取过这类号，正在等候"_s},
        {u"real-name-needed"_s, u"这类号须凭证件取号"_s},
        {u"slot-closed"_s, u"这一天不能预约"_s},
        {u"slot-full"_s, u"这个时段已约满"_s},
        {u"already-booked"_s, u"当天已经预约过这类业务"_s},
        {u"appointment-early"_s, u"还没有到预约时段"_s},
        {u"appointment-late"_s, u"预约时段已过"_s},
        {u"appointment-ended"_s, u"这个预约已取号或已取消"_s},
        {u"stale-version"_s, u"办件已被别处修改"_s},
        {u"pages-missing"_s, u"有页面尚未上传"_s},
        {u"checksum-mismatch"_s, u"上传内容与校验值不符"_s},
        {u"offset-mismatch"_s, u"上传位置不符"_s},
        {u"prefiling-taken"_s, u"网上申报件已被别的窗口接办"_s},
        {u"nobody-to-ask"_s, u"没有值班主任在线"_s},
        {u"pause-answered"_s, u"这个暂停申请已经答复或撤回"_s},
        {u"grant-answered"_s, u"别的主任已经答复"_s},

        {u"behind-the-end"_s, u"确认位置超出末尾"_s},
        {u"reminder-told"_s, u"这条提醒已经处理过"_s},
        {u"id-taken"_s, u"编号已用于别的内容"_s},
        {u"busy"_s, u"系统繁忙，请稍后再试"_s},
        {u"fault"_s, u"系统故障"_s},
    };
    return titles.value(type, type);
}

QString nulIn(const QJsonValue& value, const QString& pointer);

QString escaped(QString name)
{
    return name.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

QString nulInEntries(const QJsonArray& array, const QString& pointer)
{
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString found = nulIn(array[i], pointer + u'/' + QString::number(i));
        if (!found.isEmpty())
            return found;
    }
    return {};
}

QString nulInMembers(const QJsonObject& object, const QString& pointer)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString found = it.key().contains(QChar::Null) ? pointer + u'/' : nulIn(it.value(), pointer + u'/' + escaped(it.key()));
        if (!found.isEmpty())
            return found;
    }
    return {};
}

QString nulIn(const QJsonValue& value, const QString& pointer)
{
    if (value.isArray())
        return nulInEntries(value.toArray(), pointer);
    if (value.isObject())
        return nulInMembers(value.toObject(), pointer);
    return value.toString().contains(QChar::Null) ? pointer : QString();
}

} // namespace

bool Request::namesNul() const
{
    const auto items = query.queryItems(QUrl::FullyDecoded);
    return path.contains(QChar::Null) ||
           std::any_of(items.begin(), items.end(), [](const auto& item) { return item.second.contains(QChar::Null); });
}

QString Request::nulText() const
{
    return body.contains("\\u0000") || body.contains('\0') ? nulIn(json(), {}) : QString();
}

QJsonObject Request::json() const
{
    return QJsonDocument::fromJson(body).object();
}

qint64 Request::after() const
{
    const QString text = query.queryItemValue(u"after"_s);
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return text.isEmpty() ? 0 : isNumber ? number : -1;
}

int Request::limit(int usual, int most) const
{
    const int asked = query.queryItemValue(u"limit"_s).toInt();
    return asked > 0 ? std::min(asked, most) : usual;
}

bool EventStream::hears(const QString& kind) const
{
    if (queueOnly)
        return kind == u"ticket" || kind == u"window";
    return evaluations || kind != u"evaluation";
}

Answer Answer::json(int status, const QJsonObject& body)
{
    return {status, {{"content-type", "application/json"}}, QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

Answer problem(int status, const QString& type, const QStringList& pointers, const QJsonObject& more)
{
    QJsonObject body = more;
    body[u"type"_s] = QString(u"urn:yichuang:problem:"_s + type);
    body[u"title"_s] = titleOf(type);
    body[u"status"_s] = status;
    body[u"instance"_s] = QString(u"urn:uuid:"_s + core::idText(core::newId()));
    QJsonArray errors;
    for (const QString& pointer : pointers)
        errors.append(QJsonObject{{u"pointer"_s, pointer}});
    if (!errors.isEmpty())
        body[u"errors"_s] = errors;
    Answer answer = Answer::json(status, body);
    answer.headers["content-type"] = "application/problem+json";
    return answer;
}

} // namespace backoffice
