// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// Laws that hold for every input, tried on random ones.

#include "app/core/canonicaljson.h"
#include "app/core/citizenid.h"
#include "app/core/creditcode.h"
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

} // namespace

int main()
{
    const bool good =
        citizenIdCatchesOneWrongDigit() && creditCodeCatchesOneWrongCharacter() && workingDaysAreConsistent() && canonicalFormIsStable();
    return good ? 0 : 1;
}
