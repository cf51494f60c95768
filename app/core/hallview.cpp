// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/hallview.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

void putTime(QJsonObject& json, const QString& field, const QDateTime& time)
{
    if (time.isValid())
        json[field] = time.toUTC().toString(Qt::ISODateWithMs);
}

void putText(QJsonObject& json, const QString& field, const QString& text)
{
    if (!text.isEmpty())
        json[field] = text;
}

QDateTime timeIn(const QJsonValue& json, const QString& field)
{
    return QDateTime::fromString(json[field].toString(), Qt::ISODateWithMs);
}

QStringList textsIn(const QJsonValue& json)
{
    QStringList texts;
    const QJsonArray array = json.toArray();
    for (const QJsonValue& one : array)
        texts.append(one.toString());
    return texts;
}

template<class One, class Make> QJsonArray arrayOf(const QList<One>& list, const Make& make)
{
    QJsonArray array;
    for (const One& one : list)
        array.append(make(one));
    return array;
}

template<class One, class Read> void readInto(QList<One>& list, const QJsonValue& json, const Read& read)
{
    const QJsonArray array = json.toArray();
    for (const QJsonValue& one : array)
        list.append(read(one));
}

QJsonObject choiceToJson(const ClassChoice& one)
{
    return {{u"class"_s, one.code},
            {u"name"_s, one.name},
            {u"served"_s, one.served},
            {u"waiting"_s, one.waiting},
            {u"elsewhere"_s, one.elsewhere}};
}

ClassChoice choiceFrom(const QJsonValue& json)
{
    return {json[u"class"_s].toString(), json[u"name"_s].toString(), json[u"served"_s].toBool(), json[u"waiting"_s].toInt(),
            json[u"elsewhere"_s].toInt()};
}

QJsonObject serviceToJson(const WindowService& one)
{
    QJsonObject json{{u"number"_s, one.number}, {u"class"_s, one.ticketClass}};
    putTime(json, u"calledAt"_s, one.calledAt);
    putTime(json, u"startedAt"_s, one.startedAt);
    putTime(json, u"endedAt"_s, one.endedAt);
    putText(json, u"end"_s, one.end);
    return json;
}

WindowService serviceFrom(const QJsonValue& json)
{
    return {json[u"number"_s].toString(), json[u"class"_s].toString(), timeIn(json, u"calledAt"_s),
            timeIn(json, u"startedAt"_s), timeIn(json, u"endedAt"_s),  json[u"end"_s].toString()};
}

QJsonObject pauseToJson(const PauseSpan& one)
{
    QJsonObject json{{u"reason"_s, one.reason}};
    putTime(json, u"since"_s, one.since);
    putTime(json, u"until"_s, one.until);
    return json;
}

QJsonObject keptToJson(const KeptTicket& one)
{
    QJsonObject json{{u"number"_s, one.number}};
    putTime(json, u"until"_s, one.until);
    return json;
}

QJsonObject ticketToJson(const WaitingTicket& one)
{
    QJsonObject json{{u"id"_s, one.id}, {u"number"_s, one.number}, {u"state"_s, one.state}};
    putTime(json, u"takenAt"_s, one.takenAt);
    putText(json, u"group"_s, one.group);
    if (one.position > 0)
        json[u"position"_s] = one.position;
    if (one.expectedSeconds)
        json[u"expectedSeconds"_s] = *one.expectedSeconds;
    if (one.returned)
        json[u"returned"_s] = true;
    if (one.misses > 0)
        json[u"misses"_s] = one.misses;
    putText(json, u"takenAs"_s, one.takenAs);
    putText(json, u"window"_s, one.window);
    putText(json, u"keptFor"_s, one.keptFor);
    putTime(json, u"slotAt"_s, one.slotAt);
    return json;
}

WaitingTicket ticketFrom(const QJsonValue& json)
{
    WaitingTicket one;
    one.id = json[u"id"_s].toString();
    one.number = json[u"number"_s].toString();
    one.state = json[u"state"_s].toString();
    one.group = json[u"group"_s].toString();
    one.takenAt = timeIn(json, u"takenAt"_s);
    one.position = json[u"position"_s].toInt();
    if (json[u"expectedSeconds"_s].isDouble())
        one.expectedSeconds = json[u"expectedSeconds"_s].toInt();
    one.returned = json[u"returned"_s].toBool();
    one.misses = json[u"misses"_s].toInt();
    one.takenAs = json[u"takenAs"_s].toString();
    one.window = json[u"window"_s].toString();
    one.keptFor = json[u"keptFor"_s].toString();
    one.slotAt = timeIn(json, u"slotAt"_s);
    return one;
}

/// The first of these that is no list.
std::optional<QString> missing(const QJsonObject& json, const QStringList& lists)
{
    const auto found = std::find_if(lists.begin(), lists.end(), [&](const QString& list) { return !json[list].isArray(); });
    return found == lists.end() ? std::nullopt : std::optional(*found);
}

tl::unexpected<Error> wrong(const QString& field)
{
    return fail(ErrorKind::BadAnswer, u"board.field"_s, {field});
}

} // namespace

QStringList WindowView::servedClasses() const
{
    QStringList codes;
    for (const ClassChoice& one : classes) {
        if (one.served)
            codes.append(one.code);
    }
    return codes;
}

QJsonObject WindowView::toJson() const
{
    QJsonObject json{{u"window"_s, window.toJson()},
                     {u"classes"_s, arrayOf(classes, choiceToJson)},
                     {u"services"_s, arrayOf(services, serviceToJson)},
                     {u"served"_s, served},
                     {u"averageServiceSeconds"_s, averageServiceSeconds},
                     {u"pauses"_s, arrayOf(pauses, pauseToJson)},
                     {u"kept"_s, arrayOf(kept, keptToJson)}};
    putTime(json, u"at"_s, at);
    putText(json, u"ticketId"_s, ticketId);
    putText(json, u"ticketClass"_s, ticketClass);
    putText(json, u"ticketState"_s, ticketState);
    return json;
}

Result<WindowView> WindowView::fromJson(const QJsonObject& json)
{
    WindowView view;
    view.at = timeIn(json, u"at"_s);
    if (!view.at.isValid())
        return wrong(u"at"_s);
    if (!json[u"window"_s].isObject())
        return wrong(u"window"_s);
    if (const auto list = missing(json, {u"classes"_s, u"services"_s, u"pauses"_s, u"kept"_s}))
        return wrong(*list);
    view.window = WindowFigures::fromJson(json[u"window"_s]);
    view.ticketId = json[u"ticketId"_s].toString();
    view.ticketClass = json[u"ticketClass"_s].toString();
    view.ticketState = json[u"ticketState"_s].toString();
    view.served = json[u"served"_s].toInt();
    view.averageServiceSeconds = json[u"averageServiceSeconds"_s].toInt();
    readInto(view.classes, json[u"classes"_s], choiceFrom);
    readInto(view.services, json[u"services"_s], serviceFrom);
    readInto(view.pauses, json[u"pauses"_s], [](const QJsonValue& one) {
        return PauseSpan{one[u"reason"_s].toString(), timeIn(one, u"since"_s), timeIn(one, u"until"_s)};
    });
    readInto(view.kept, json[u"kept"_s],
             [](const QJsonValue& one) { return KeptTicket{one[u"number"_s].toString(), timeIn(one, u"until"_s)}; });
    return view;
}

QStringList abandonedClasses(const WindowView& view, const QStringList& wanted)
{
    QStringList codes;
    for (const ClassChoice& one : view.classes) {
        if (one.served && !wanted.contains(one.code) && one.waiting > 0 && one.elsewhere == 0)
            codes.append(one.code);
    }
    return codes;
}

int ClassView::waiting() const
{
    return int(std::count_if(tickets.begin(), tickets.end(), [](const WaitingTicket& one) { return one.state != u"held"; }));
}

QJsonObject ClassView::toJson() const
{
    QJsonObject json{{u"class"_s, code},
                     {u"name"_s, name},
                     {u"windows"_s, QJsonArray::fromStringList(windows)},
                     {u"tickets"_s, arrayOf(tickets, ticketToJson)}};
    putTime(json, u"at"_s, at);
    return json;
}

Result<ClassView> ClassView::fromJson(const QJsonObject& json)
{
    ClassView view;
    view.at = timeIn(json, u"at"_s);
    if (!view.at.isValid())
        return wrong(u"at"_s);
    if (const auto list = missing(json, {u"windows"_s, u"tickets"_s}))
        return wrong(*list);
    view.code = json[u"class"_s].toString();
    view.name = json[u"name"_s].toString();
    view.windows = textsIn(json[u"windows"_s]);
    readInto(view.tickets, json[u"tickets"_s], ticketFrom);
    return view;
}

} // namespace core
