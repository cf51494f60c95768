// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/hallboard.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {

using Number = std::pair<QStringView, int HallBoard::*>;

constexpr std::array Numbers{Number{u"averageWaitSeconds", &HallBoard::averageWaitSeconds},
                             Number{u"averageServiceSeconds", &HallBoard::averageServiceSeconds},
                             Number{u"evaluations", &HallBoard::evaluations},
                             Number{u"satisfied", &HallBoard::satisfied},
                             Number{u"noticesDue", &HallBoard::noticesDue},
                             Number{u"supplementsToday", &HallBoard::supplementsToday},
                             Number{u"supplementsSoon", &HallBoard::supplementsSoon},
                             Number{u"supplementsPassed", &HallBoard::supplementsPassed},
                             Number{u"takenIn", &HallBoard::takenIn},
                             Number{u"oneTrip", &HallBoard::oneTrip},
                             Number{u"papersSaved", &HallBoard::papersSaved}};

QString iso(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime timeFrom(const QJsonValue& json)
{
    return QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
}

QJsonObject classToJson(const ClassFigures& figures)
{
    QJsonObject json{{u"class"_s, figures.code},
                     {u"waiting"_s, figures.waiting},
                     {u"longestSeconds"_s, figures.longestSeconds},
                     {u"averageSeconds"_s, figures.averageSeconds}};
    if (figures.expected) {
        json[u"expectedSeconds"_s] = figures.expected->seconds;
        json[u"expectedLowSeconds"_s] = figures.expected->lowSeconds;
        json[u"expectedHighSeconds"_s] = figures.expected->highSeconds;
    }
    if (figures.oneMoreSeconds)
        json[u"oneMoreSeconds"_s] = *figures.oneMoreSeconds;
    return json;
}

ClassFigures classFrom(const QJsonValue& json)
{
    ClassFigures figures{json[u"class"_s].toString(), json[u"waiting"_s].toInt(), json[u"longestSeconds"_s].toInt(),
                         json[u"averageSeconds"_s].toInt()};
    if (json[u"expectedSeconds"_s].isDouble())
        figures.expected = ExpectedFigures{json[u"expectedSeconds"_s].toInt(), json[u"expectedLowSeconds"_s].toInt(),
                                           json[u"expectedHighSeconds"_s].toInt()};
    if (json[u"oneMoreSeconds"_s].isDouble())
        figures.oneMoreSeconds = json[u"oneMoreSeconds"_s].toInt();
    return figures;
}

} // namespace

QJsonObject WindowFigures::toJson() const
{
    QJsonObject json{{u"code"_s, code},       {u"name"_s, name},   {u"state"_s, state},
                     {u"reason"_s, reason},   {u"clerk"_s, clerk}, {u"classes"_s, QJsonArray::fromStringList(classes)},
                     {u"since"_s, iso(since)}};
    if (!ticketNumber.isEmpty()) {
        json[u"ticketNumber"_s] = ticketNumber;
        json[u"ticketSince"_s] = iso(ticketSince);
    }
    return json;
}

WindowFigures WindowFigures::fromJson(const QJsonValue& json)
{
    WindowFigures window{json[u"code"_s].toString(),   json[u"name"_s].toString(),         json[u"state"_s].toString(),
                         json[u"reason"_s].toString(), json[u"clerk"_s].toString(),        {},
                         timeFrom(json[u"since"_s]),   json[u"ticketNumber"_s].toString(), timeFrom(json[u"ticketSince"_s])};
    const QJsonArray classes = json[u"classes"_s].toArray();
    for (const QJsonValue& one : classes)
        window.classes.append(one.toString());
    return window;
}

int HallBoard::waiting() const
{
    int sum = 0;
    for (const ClassFigures& one : classes)
        sum += one.waiting;
    return sum;
}

int HallBoard::longestSeconds() const
{
    int longest = 0;
    for (const ClassFigures& one : classes)
        longest = std::max(longest, one.longestSeconds);
    return longest;
}

int HallBoard::openWindows() const
{
    return int(std::count_if(windows.begin(), windows.end(), [](const WindowFigures& one) { return one.state == u"open"; }));
}

QJsonObject HallBoard::toJson() const
{
    QJsonObject json{{u"at"_s, iso(at)}};
    for (const auto& [name, member] : Numbers)
        json[name] = this->*member;
    if (firstNotice)
        json[u"firstNotice"_s] = firstNotice->toString(Qt::ISODate);
    QJsonArray list;
    for (const ClassFigures& one : classes)
        list.append(classToJson(one));
    json[u"classes"_s] = list;
    list = {};
    for (const WindowFigures& window : windows)
        list.append(window.toJson());
    json[u"windows"_s] = list;
    list = {};
    for (const HourFigures& hour : hours)
        list.append(QJsonObject{{u"hour"_s, hour.hour}, {u"taken"_s, hour.taken}, {u"waiting"_s, hour.waiting}});
    json[u"hours"_s] = list;
    list = {};
    for (const PauseRequest& request : pauses)
        list.append(request.toJson());
    if (!pauses.isEmpty())
        json[u"pauseRequests"_s] = list;
    return json;
}

Result<HallBoard> HallBoard::fromJson(const QJsonObject& json)
{
    const auto wrong = [](const QString& field) { return fail(ErrorKind::BadAnswer, u"board.field"_s, {field}); };
    HallBoard board;
    board.at = timeFrom(json[u"at"_s]);
    if (!board.at.isValid())
        return wrong(u"at"_s);
    for (const auto& [name, member] : Numbers) {
        if (!json[name].isDouble())
            return wrong(name.toString());
        board.*member = json[name].toInt();
    }
    if (json.contains(u"firstNotice"_s))
        board.firstNotice = QDate::fromString(json[u"firstNotice"_s].toString(), Qt::ISODate);
    for (const QString& field : {u"classes"_s, u"windows"_s, u"hours"_s}) {
        if (!json[field].isArray())
            return wrong(field);
    }
    const QJsonArray classes = json[u"classes"_s].toArray();
    for (const QJsonValue& one : classes)
        board.classes.append(classFrom(one));
    const QJsonArray windows = json[u"windows"_s].toArray();
    for (const QJsonValue& one : windows)
        board.windows.append(WindowFigures::fromJson(one));
    const QJsonArray pauses = json[u"pauseRequests"_s].toArray(); // an older back office knows of none
    for (const QJsonValue& one : pauses) {
        if (const auto request = PauseRequest::fromJson(one.toObject()))
            board.pauses.append(*request);
    }
    const QJsonArray hours = json[u"hours"_s].toArray();
    for (const QJsonValue& one : hours)
        board.hours.append({one[u"hour"_s].toInt(), one[u"taken"_s].toInt(), one[u"waiting"_s].toInt()});
    return board;
}

} // namespace core
