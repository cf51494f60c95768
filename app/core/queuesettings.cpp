// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/queuesettings.h"

#include "app/core/catalogue.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int LongestClass = 2;
constexpr qsizetype LongestNotice = 60; // a line on the screen
constexpr int LargestNumber = 1440;     // a day's minutes

PriorityGroup groupFrom(const QJsonObject& json)
{
    return {json[u"code"_s].toString(), json[u"name"_s].toString(), json[u"headStartMinutes"_s].toInt(), json[u"fromAge"_s].toInt()};
}

TicketClass classFrom(const QJsonObject& json)
{
    return {json[u"code"_s].toString(),  json[u"name"_s].toString(),     json[u"minutesEach"_s].toInt(10), json[u"realName"_s].toBool(),
            json[u"several"_s].toBool(), json[u"slotMinutes"_s].toInt(), json[u"slotPlaces"_s].toInt()};
}

/// "09:00-12:00"; 24:00 ends a day.
std::optional<SlotHours> hoursFrom(const QString& text)
{
    static const QRegularExpression form(u"^([01][0-9]|2[0-4]):([0-5][0-9])-([01][0-9]|2[0-4]):([0-5][0-9])$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto minutes = [&match](int at) { return match.captured(at).toInt() * 60 + match.captured(at + 1).toInt(); };
    const SlotHours hours{minutes(1), minutes(3)};
    return hours.from < hours.until && hours.until <= LargestNumber ? std::optional(hours) : std::nullopt;
}

/// Each begins when the one before has ended.
void checkSlots(const QJsonObject& queue, QList<CatalogueFault>& faults)
{
    if (queue.contains(u"slotsOnRestDays"_s) && !queue[u"slotsOnRestDays"_s].isBool())
        faults.append(
            {u"/settings/queue/slotsOnRestDays"_s, u"catalogue.value"_s, queue[u"slotsOnRestDays"_s].toVariant().toString().left(20)});
    const QJsonArray entries = queue[u"slotHours"_s].toArray();
    int before = 0;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const auto hours = hoursFrom(entries[i].toString());
        if (!hours || hours->from < before)
            faults.append({u"/settings/queue/slotHours/%1"_s.arg(i), u"catalogue.value"_s, entries[i].toString().left(20)});
        before = hours ? hours->until : before;
    }
}

template<class Entry> const Entry* named(const QList<Entry>& entries, const QString& code)
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.code == code; });
    return found == entries.end() ? nullptr : &*found;
}

void checkNumbers(const QJsonObject& json, const QStringList& names, const QString& pointer, QList<CatalogueFault>& faults)
{
    for (const QString& name : names) {
        const int value = json[name].toInt(-1);
        if (json.contains(name) && (value < 0 || value > LargestNumber))
            faults.append({pointer + u'/' + name, u"catalogue.number"_s, json[name].toVariant().toString().left(20)});
    }
}

/// Codes are there, of at most `longest` characters, and no two are the same.
void checkList(const QJsonObject& queue, const QString& list, qsizetype longest, const QStringList& numbers, QList<CatalogueFault>& faults)
{
    QSet<QString> codes;
    const QJsonArray entries = queue[list].toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QString pointer = u"/settings/queue/%1/%2"_s.arg(list).arg(i);
        const QJsonObject entry = entries[i].toObject();
        const QString code = entry[u"code"_s].toString();
        if (code.isEmpty() || code.size() > longest)
            faults.append({pointer + u"/code"_s, u"catalogue.missing"_s, code});
        else if (codes.contains(code))
            faults.append({pointer + u"/code"_s, u"catalogue.duplicate"_s, code});
        if (entry[u"name"_s].toString().isEmpty())
            faults.append({pointer + u"/name"_s, u"catalogue.missing"_s, {}});
        codes.insert(code);
        checkNumbers(entry, numbers, pointer, faults);
    }
}

} // namespace

QueueSettings QueueSettings::fromJson(const QJsonObject& settings)
{
    const QJsonObject json = settings[u"queue"_s].toObject();
    QueueSettings queue;
    queue.noShow = {settings[u"noShowMinimumSeconds"_s].toInt(30), settings[u"noShowMinimumCalls"_s].toInt(1),
                    json[u"requeueAfter"_s].toInt(), json[u"missesAllowed"_s].toInt()};
    queue.order.overtakenMinutes = json[u"overtakenMinutes"_s].toInt(queue.order.overtakenMinutes);
    queue.order.jumpsInARow = json[u"jumpsInARow"_s].toInt(queue.order.jumpsInARow);
    queue.undoSeconds = json[u"undoSeconds"_s].toInt(queue.undoSeconds);
    queue.slotEarlyMinutes = json[u"slotEarlyMinutes"_s].toInt(queue.slotEarlyMinutes);
    queue.slotLateMinutes = json[u"slotLateMinutes"_s].toInt(queue.slotLateMinutes);
    queue.slots.daysAhead = json[u"slotDaysAhead"_s].toInt();
    queue.slots.onRestDays = json[u"slotsOnRestDays"_s].toBool();
    const QJsonArray spans = json[u"slotHours"_s].toArray();
    for (const QJsonValue& span : spans) {
        if (const auto hours = hoursFrom(span.toString()))
            queue.slots.hours.append(*hours);
    }
    queue.leaseTickets = json[u"leaseTickets"_s].toInt(queue.leaseTickets);
    queue.leaseMinutes = json[u"leaseMinutes"_s].toInt(queue.leaseMinutes);
    queue.leaseGraceSeconds = json[u"leaseGraceSeconds"_s].toInt(queue.leaseGraceSeconds);
    queue.pauseApproval = json[u"pauseApproval"_s].toBool();
    const QJsonArray reasons = json[u"reasonNeeded"_s].toArray();
    for (const QJsonValue& act : reasons)
        queue.reasonNeeded.append(act.toString());
    const QJsonArray groups = json[u"groups"_s].toArray();
    for (const QJsonValue& group : groups)
        queue.groups.append(groupFrom(group.toObject()));
    const QJsonArray classes = json[u"classes"_s].toArray();
    for (const QJsonValue& entry : classes)
        queue.classes.append(classFrom(entry.toObject()));
    const QJsonArray notices = json[u"notices"_s].toArray();
    for (const QJsonValue& notice : notices)
        queue.notices.append(notice.toString());
    return queue;
}

QList<CatalogueFault> QueueSettings::check(const QJsonObject& settings)
{
    QList<CatalogueFault> faults;
    const QJsonObject queue = settings[u"queue"_s].toObject();
    checkNumbers(queue,
                 {u"overtakenMinutes"_s, u"jumpsInARow"_s, u"requeueAfter"_s, u"missesAllowed"_s, u"undoSeconds"_s, u"slotEarlyMinutes"_s,
                  u"slotLateMinutes"_s, u"slotDaysAhead"_s, u"leaseTickets"_s, u"leaseMinutes"_s, u"leaseGraceSeconds"_s},
                 u"/settings/queue"_s, faults);
    if (queue.contains(u"pauseApproval"_s) && !queue[u"pauseApproval"_s].isBool())
        faults.append(
            {u"/settings/queue/pauseApproval"_s, u"catalogue.value"_s, queue[u"pauseApproval"_s].toVariant().toString().left(20)});
    checkSlots(queue, faults);
    checkList(queue, u"groups"_s, 40, {u"headStartMinutes"_s, u"fromAge"_s}, faults);
    checkList(queue, u"classes"_s, LongestClass, {u"minutesEach"_s, u"slotMinutes"_s, u"slotPlaces"_s}, faults);
    const QJsonArray notices = queue[u"notices"_s].toArray();
    for (qsizetype i = 0; i < notices.size(); ++i) {
        const QString notice = notices[i].toString();
        if (notice.isEmpty() || notice.size() > LongestNotice)
            faults.append({u"/settings/queue/notices/%1"_s.arg(i), u"catalogue.value"_s, notice.left(20)});
    }
    const QJsonArray acts = queue[u"reasonNeeded"_s].toArray();
    for (qsizetype i = 0; i < acts.size(); ++i) {
        if (!ticketActFromWire(acts[i].toString()))
            faults.append({u"/settings/queue/reasonNeeded/%1"_s.arg(i), u"catalogue.value"_s, acts[i].toString().left(20)});
    }
    return faults;
}

const PriorityGroup* QueueSettings::group(const QString& code) const
{
    return named(groups, code);
}

const TicketClass* QueueSettings::ticketClass(const QString& code) const
{
    return named(classes, code);
}

const PriorityGroup* QueueSettings::groupOfAge(int age) const
{
    const PriorityGroup* found = nullptr;
    for (const PriorityGroup& group : groups) {
        if (group.fromAge > 0 && age >= group.fromAge && (!found || group.headStartMinutes > found->headStartMinutes))
            found = &group;
    }
    return found;
}

bool QueueSettings::knowsClass(const QString& code) const
{
    return classes.isEmpty() ? !code.isEmpty() && code.size() <= LongestClass : ticketClass(code) != nullptr;
}

int expectedMinutes(int ahead, int minutesEach, int windows)
{
    const int atOnce = std::max(1, windows);
    return (ahead * minutesEach + atOnce - 1) / atOnce;
}

} // namespace core
