// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/hallscreen.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QDateTime callTime(const QJsonValue& json)
{
    return QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
}

QList<HallCall> callsFrom(const QJsonArray& array)
{
    QList<HallCall> calls;
    for (const QJsonValue& one : array) {
        const HallCall call{one[u"number"_s].toString(), one[u"windowName"_s].toString(), callTime(one[u"calledAt"_s]),
                            one[u"calls"_s].toInt(1)};
        if (!call.number.isEmpty() && call.at.isValid())
            calls.append(call);
    }
    std::stable_sort(calls.begin(), calls.end(), [](const HallCall& a, const HallCall& b) { return a.at > b.at; });
    return calls;
}

/// The hall's own classes in its own order, also where nobody waits; then any other that somebody waits for.
QList<ClassCount> classesFrom(const QJsonArray& known, const QJsonArray& waiting)
{
    QList<ClassCount> classes;
    for (const QJsonValue& one : known)
        classes.append({one[u"code"_s].toString(), one[u"name"_s].toString()});
    for (const QJsonValue& one : waiting) {
        const QString code = one[u"class"_s].toString();
        auto found = std::find_if(classes.begin(), classes.end(), [&](const ClassCount& count) { return count.code == code; });
        if (found == classes.end())
            found = classes.insert(classes.end(), {code, {}});
        found->waiting = one[u"waiting"_s].toInt();
    }
    return classes;
}

} // namespace

int HallScreen::waiting() const
{
    int sum = 0;
    for (const ClassCount& one : classes)
        sum += one.waiting;
    return sum;
}

Result<HallScreen> HallScreen::fromJson(const QJsonObject& json)
{
    HallScreen screen;
    screen.at = callTime(json[u"at"_s]);
    if (!screen.at.isValid())
        return fail(ErrorKind::BadAnswer, u"board.field"_s, {u"at"_s});
    for (const QString& field : {u"waiting"_s, u"windows"_s}) {
        if (!json[field].isArray())
            return fail(ErrorKind::BadAnswer, u"board.field"_s, {field});
    }
    screen.calls = callsFrom(json[u"calls"_s].toArray());
    screen.classes = classesFrom(json[u"classes"_s].toArray(), json[u"waiting"_s].toArray());
    const QJsonArray windows = json[u"windows"_s].toArray();
    for (const QJsonValue& window : windows) {
        const QString state = window[u"state"_s].toString();
        screen.openWindows += state == u"open" ? 1 : 0;
        if (state == u"paused")
            screen.pausedWindows.append(window[u"name"_s].toString());
    }
    const QJsonArray notices = json[u"notices"_s].toArray();
    for (const QJsonValue& notice : notices)
        screen.notices.append(notice.toString());
    screen.notices.removeAll(QString());
    return screen;
}

} // namespace core
