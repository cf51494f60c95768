// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// Laws that hold for every input, tried on random ones.

#include "app/core/canonicaljson.h"
#include "app/core/citizenid.h"
#include "app/core/creditcode.h"
#include "app/core/queueorder.h"
#include "app/core/workcalendar.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;

namespace {

core::WorkCalendar plainCalendar()
{
    core::WorkCalendar calendar;
    for (int year = 2024; year <= 2030; ++year) {
        core::CalendarYear entry;
        entry.year = year;
        for (int day = 1; day <= 7; ++day)
            entry.holidays.insert(QDate(year, 10, day));
        calendar.setYear(entry);
    }
    return calendar;
}

QString digits(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QChar(u'0' + *rc::gen::inRange(0, 10));
    return text;
}

bool citizenIdCatchesOneWrongDigit()
{
    return rc::check("one changed digit of a citizen number is always caught", [] {
        const QString head = digits(6) + u"1985"_s + u"0615"_s + digits(3);
        const QString id = head + core::citizenIdCheckCharacter(head);
        RC_ASSERT(core::CitizenId::parse(id, QDate(2026, 1, 1)).has_value());
        QString wrong = id;
        const int at = *rc::gen::element(0, 1, 2, 3, 4, 5, 14, 15, 16);
        wrong[at] = QChar(u'0' + (wrong[at].unicode() - u'0' + *rc::gen::inRange(1, 10)) % 10);
        RC_ASSERT(!core::CitizenId::parse(wrong, QDate(2026, 1, 1)).has_value());
    });
}

bool creditCodeCatchesOneWrongCharacter()
{
    return rc::check("one changed character of a credit code is always caught", [] {
        const QString head = u"91"_s + digits(15);
        QString code = head + core::creditCodeCheckCharacter(head);
        RC_ASSERT(core::CreditCode::parse(code).has_value());
        const int at = *rc::gen::inRange(0, 17);
        code[at] = QChar(u'0' + (code[at].unicode() - u'0' + *rc::gen::inRange(1, 10)) % 10);
        RC_ASSERT(!core::CreditCode::parse(code).has_value());
    });
}

bool workingDaysAreConsistent()
{
    return rc::check("adding working days lands on a working day, the right number of them later", [] {
        const core::WorkCalendar calendar = plainCalendar();
        const QDate from = QDate(2025, 1, 1).addDays(*rc::gen::inRange(0, 1200));
        const int days = *rc::gen::inRange(1, 120);
        const QDate to = *calendar.addWorkingDays(from, days);
        RC_ASSERT(*calendar.isWorkingDay(to));
        RC_ASSERT(*calendar.workingDaysBetween(from, to) == days);
        RC_ASSERT(*calendar.addWorkingDays(from, days + 1) > to);
    });
}

bool canonicalFormIsStable()
{
    return rc::check("the canonical form of the canonical form is itself", [] {
        QJsonObject object;
        const auto entries = *rc::gen::container<std::vector<std::pair<std::string, double>>>(
            rc::gen::pair(rc::gen::string<std::string>(), rc::gen::arbitrary<double>()));
        for (const auto& [key, value] : entries)
            object[QString::fromLatin1(key.data(), qsizetype(key.size()))] = value;
        const QByteArray once = core::canonicalJson(object);
        RC_ASSERT(core::canonicalJson(QJsonDocument::fromJson(once).object()) == once);
    });
}

core::QueueEntry somebody(int number, const QDateTime& now)
{
    core::QueueEntry entry{QString::number(number), now, *rc::gen::element(0, 0, 10, 30, 120)};
    entry.way = *rc::gen::element(core::QueueEntry::Way::Taken, core::QueueEntry::Way::Taken, core::QueueEntry::Way::Transferred,
                                  core::QueueEntry::Way::Returned);
    if (*rc::gen::inRange(0, 4) == 0) {
        entry.slotBegin = now.addSecs(60LL * *rc::gen::inRange(-30, 60));
        entry.slotEnd = entry.slotBegin.addSecs(1800);
    }
    return entry;
}

/// A day of arrivals and calls in any mix.
bool nobodyIsOvertakenForLong()
{
    return rc::check("nobody waits behind later ones longer than the bound, and some ordinary one is called now and then", [] {
        const core::OrderRule rule{*rc::gen::inRange(1, 60), *rc::gen::inRange(0, 5)};
        QDateTime now(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
        QList<core::QueueEntry> entries;
        int jumps = 0;
        const int steps = *rc::gen::inRange(1, 200);
        for (int step = 0; step < steps; ++step) {
            now = now.addSecs(*rc::gen::inRange(0, 600));
            if (*rc::gen::inRange(0, 5) < 3) {
                entries.append(somebody(step, now));
                continue;
            }
            const auto next = core::nextCall(entries, rule, now, jumps);
            RC_ASSERT(next.has_value() == !entries.isEmpty());
            if (!next)
                continue;
            const core::QueueEntry called = entries.takeAt(next->index);
            for (const core::QueueEntry& other : entries) {
                if (other.since < called.since)
                    RC_ASSERT(other.since.secsTo(now) < 60LL * rule.overtakenMinutes);
            }
            const bool ordinaryWaits = std::any_of(entries.begin(), entries.end(), [&](const core::QueueEntry& other) {
                return other.way == core::QueueEntry::Way::Taken && other.headStartMinutes == 0 && !other.isInSlot(now);
            });
            if (rule.jumpsInARow > 0 && ordinaryWaits)
                RC_ASSERT(!core::isJump(next->reason) || jumps < rule.jumpsInARow);
            jumps = core::isJump(next->reason) ? jumps + 1 : 0;
        }
    });
}

} // namespace

int main()
{
    const bool good = citizenIdCatchesOneWrongDigit() && creditCodeCatchesOneWrongCharacter() && workingDaysAreConsistent() &&
                      canonicalFormIsStable() && nobodyIsOvertakenForLong();
    return good ? 0 : 1;
}
