// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The rules about identity, names and working days, each as a table.

#include "app/core/canonicaljson.h"
#include "app/core/caserecord.h"
#include "app/core/citizenid.h"
#include "app/core/creditcode.h"
#include "app/core/deadlines.h"
#include "app/core/halltime.h"
#include "app/core/masking.h"

#include <QJsonDocument>
#include <QTest>

#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

class DomainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void citizenIdFindsEverySlip_data();
    void citizenIdFindsEverySlip();
    void birthDates_data();
    void birthDates();
    void sexes_data();
    void sexes();
    void creditCodeFindsEverySlip_data();
    void creditCodeFindsEverySlip();
    void certificates_data();
    void certificates();
    void maskedNumbers_data();
    void maskedNumbers();
    void rareNames_data();
    void rareNames();
    void workingDay_data();
    void workingDay();
    void addsWorkingDays_data();
    void addsWorkingDays();
    void refusesToGuess_data();
    void refusesToGuess();
    void calendarYears_data();
    void calendarYears();
    void dayInTheHall_data();
    void dayInTheHall();
};

namespace {

const QDate Today(2026, 11, 23);

QString codeOf(const auto& result)
{
    return result ? QString() : result.error().code;
}

/// The text with each of its characters replaced by every other of the alphabet, and with each pair of neighbours swapped.
QStringList slipsOf(const QString& text, QStringView alphabet)
{
    QStringList slips;
    for (qsizetype i = 0; i < text.size(); ++i) {
        for (const QChar other : alphabet) {
            slips.append(text);
            slips.last()[i] = other;
        }
        slips.append(text);
        if (i > 0)
            std::swap(slips.last()[i - 1], slips.last()[i]);
    }
    slips.removeAll(text);
    return slips;
}

void addBlock(core::CalendarYear& year, const QDate& first, int days)
{
    for (int day = 0; day < days; ++day)
        year.holidays.insert(first.addDays(day));
}

/// 2026 as the State Council's notice names it.
core::CalendarYear thisYear()
{
    core::CalendarYear year;
    year.year = 2026;
    addBlock(year, QDate(2026, 1, 1), 3);
    addBlock(year, QDate(2026, 2, 15), 9); // Spring Festival
    addBlock(year, QDate(2026, 4, 4), 3);
    addBlock(year, QDate(2026, 5, 1), 5);
    addBlock(year, QDate(2026, 6, 19), 3);
    addBlock(year, QDate(2026, 9, 25), 3);
    addBlock(year, QDate(2026, 10, 1), 7); // National Day
    year.makeUpDays = {QDate(2026, 1, 4), QDate(2026, 2, 14), QDate(2026, 2, 28),
                       QDate(2026, 5, 9), QDate(2026, 9, 20), QDate(2026, 10, 10)};
    return year;
}

core::WorkCalendar oneYear()
{
    core::WorkCalendar calendar;
    calendar.setYear(thisYear());
    return calendar;
}

/// With a 2027 whose first three days are free.
core::WorkCalendar twoYears()
{
    core::WorkCalendar calendar = oneYear();
    core::CalendarYear next;
    next.year = 2027;
    addBlock(next, QDate(2027, 1, 1), 3);
    calendar.setYear(next);
    return calendar;
}

core::Result<core::Deadlines> limits(const QDate& day, core::ClockStart clockStart = core::ClockStart::Acceptance)
{
    core::ServiceItem item;
    item.statutoryDays = 20;
    item.promisedDays = 10;
    item.clockStart = clockStart;
    item.deferral = {2, 15, 2, 20, core::ExpiryRule::Return, 0};
    return core::deadlinesFor(item, day, clockStart == core::ClockStart::SupplementComplete, oneYear());
}

} // namespace

void DomainTest::citizenIdFindsEverySlip_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("example of GB 11643") << u"11010519491231002X"_s;
    QTest::newRow("ends in a digit") << u"440524188001010014"_s;
    QTest::newRow("Hong Kong") << u"810000199408230021"_s;
    QTest::newRow("foreigner 2023") << u"911124198108030024"_s;
    // Region codes are never a reason to reject: old codes live on in old cards.
    QTest::newRow("county that became a district") << u"110229197001010018"_s;
    QTest::newRow("prefecture that was dissolved") << u"513101196203040056"_s;
    QTest::newRow("region of zeros") << u"000000198506150038"_s;
    QTest::newRow("region of nines") << u"999999198506150044"_s;
}

void DomainTest::citizenIdFindsEverySlip()
{
    QFETCH(QString, id);
    const auto typed = core::CitizenId::parse(id.toLower(), Today);
    QCOMPARE(typed ? typed->text() : typed.error().code, id); // x is stored as X
    const QStringList slips = slipsOf(id, u"0123456789X");
    QVERIFY(slips.size() >= 180);
    for (const QString& slip : slips) {
        const QString code = codeOf(core::CitizenId::parse(slip, Today));
        QVERIFY2(!code.isEmpty(), qPrintable(slip));
        if (slip.sliced(6, 8) == id.sliced(6, 8) && !slip.first(17).contains(u'X'))
            QCOMPARE(code, u"citizen-id.check-digit"_s);
    }
}

void DomainTest::birthDates_data()
{
    QTest::addColumn<QString>("id"); // the check characters are right
    QTest::addColumn<QString>("code");
    QTest::newRow("today") << u"110105202611230015"_s << QString();
    QTest::newRow("tomorrow") << u"110105202611240010"_s << u"citizen-id.future"_s;
    QTest::newRow("end of time") << u"11010599991231001X"_s << u"citizen-id.future"_s;
    QTest::newRow("leap day") << u"110105199602290011"_s << QString();
    QTest::newRow("leap day of 2000") << u"110105200002290013"_s << QString();
    QTest::newRow("1900 was no leap year") << u"110105190002290017"_s << u"citizen-id.birth-date"_s;
    QTest::newRow("nor is 2023") << u"110105202302290014"_s << u"citizen-id.birth-date"_s;
    QTest::newRow("month 13") << u"11010519851301001X"_s << u"citizen-id.birth-date"_s;
    QTest::newRow("month 0") << u"110105198500010010"_s << u"citizen-id.birth-date"_s;
    QTest::newRow("day 0") << u"110105198506000016"_s << u"citizen-id.birth-date"_s;
    QTest::newRow("31 June") << u"110105198506310014"_s << u"citizen-id.birth-date"_s;
    QTest::newRow("year 0") << u"11010500000101001X"_s << u"citizen-id.birth-date"_s;
}

void DomainTest::birthDates()
{
    QFETCH(QString, id);
    QFETCH(QString, code);
    QCOMPARE(QString(core::citizenIdCheckCharacter(QStringView(id).first(17))), id.last(1));
    QCOMPARE(codeOf(core::CitizenId::parse(id, Today)), code);
}

void DomainTest::sexes_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<core::Sex>("sex");
    const QStringList ids{u"110105198506150006"_s, u"110105198506150014"_s, u"110105198506150022"_s, u"110105198506150030"_s,
                          u"110105198506150049"_s, u"110105198506150057"_s, u"110105198506150065"_s, u"110105198506150073"_s,
                          u"110105198506150081"_s, u"11010519850615009X"_s};
    for (int digit = 0; digit < ids.size(); ++digit)
        QTest::addRow("position 17 is %d", digit) << ids[digit] << (digit % 2 == 1 ? core::Sex::Male : core::Sex::Female);
}

void DomainTest::sexes()
{
    QFETCH(QString, id);
    QFETCH(core::Sex, sex);
    const auto parsed = core::CitizenId::parse(id, Today);
    QVERIFY(parsed);
    QCOMPARE(parsed->sex(), sex);
    QCOMPARE(parsed->birthDate(), QDate(1985, 6, 15));
}

void DomainTest::creditCodeFindsEverySlip_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("example of GB 32100") << u"91350100M000100Y43"_s;
    QTest::newRow("ends in a letter") << u"12990100MB0000001P"_s;
    QTest::newRow("sum without a remainder") << u"91990100MA00000060"_s;
    QTest::newRow("last of the check characters") << u"91990100MA0000025Y"_s;
    QTest::newRow("digits only") << u"519900005000000015"_s;
    QTest::newRow("begins with a letter") << u"G1990000MA000000XT"_s;
    QTest::newRow("organisation of a new kind") << u"N29900000Y000000W9"_s;
}

void DomainTest::creditCodeFindsEverySlip()
{
    QFETCH(QString, code);
    const auto typed = core::CreditCode::parse(u' ' + code.toLower() + u' ');
    QCOMPARE(typed ? typed->text() : typed.error().code, code);
    const QStringList slips = slipsOf(code, u"0123456789ABCDEFGHJKLMNPQRTUWXY");
    QVERIFY(slips.size() >= 540);
    for (const QString& slip : slips)
        QVERIFY2(codeOf(core::CreditCode::parse(slip)) == u"credit-code.check-digit"_s, qPrintable(slip));
    for (const QChar lookAlike : u"IOSVZ"_s) { // left out of the alphabet
        for (qsizetype i = 0; i < code.size(); ++i) {
            QString slip = code;
            slip[i] = lookAlike;
            QCOMPARE(codeOf(core::CreditCode::parse(slip)), u"credit-code.characters"_s);
        }
    }
}

void DomainTest::certificates_data()
{
    using T = core::CertificateType;
    QTest::addColumn<T>("type");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("stored"); // empty: refused
    QTest::newRow("citizen, lower-case x") << T::CitizenId << u" 11010519491231002x"_s << u"11010519491231002X"_s;
    QTest::newRow("residence permit") << T::ResidencePermit << u"810000199408230021"_s << u"810000199408230021"_s;
    QTest::newRow("residence permit, wrong check") << T::ResidencePermit << u"810000199408230022"_s << QString();
    QTest::newRow("foreigner 2017") << T::PermanentResidence << u"xxa990085010101 "_s << u"XXA990085010101"_s;
    QTest::newRow("foreigner 2023") << T::PermanentResidence << u"911124198108030024"_s << u"911124198108030024"_s;
    QTest::newRow("foreigner 2023, wrong check") << T::PermanentResidence << u"911124198108030025"_s << QString();
    QTest::newRow("foreigner 2023 starts with 9") << T::PermanentResidence << u"110229197001010018"_s << QString();
    QTest::newRow("foreigner, 16 characters") << T::PermanentResidence << u"XXA9900850101011"_s << QString();
    QTest::newRow("credit code") << T::CreditCode << u"91350100m000100y43"_s << u"91350100M000100Y43"_s;
    QTest::newRow("passport, however it is typed") << T::Passport << u" e00000001 "_s << u"E00000001"_s;
    QTest::newRow("military is text") << T::Military << u"样字第0000001号"_s << u"样字第0000001号"_s;
    QTest::newRow("others are text") << T::Other << u"11010519491231002Y"_s << u"11010519491231002Y"_s;
    QTest::newRow("nothing") << T::Other << u" "_s << QString();
    QTest::newRow("forty characters") << T::Other << QString(40, u'1') << QString(40, u'1');
    QTest::newRow("too many") << T::Other << QString(41, u'1') << QString();
}

void DomainTest::certificates()
{
    QFETCH(core::CertificateType, type);
    QFETCH(QString, typed);
    QFETCH(QString, stored);
    const auto checked = core::checkedCertificate({type, typed}, Today);
    QCOMPARE(checked ? checked->number : QString(), stored);
}

void DomainTest::maskedNumbers_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("shown");
    QTest::newRow("citizen") << core::maskedNumber(u"11010519491231002X"_s) << u"110105********002X"_s;
    QTest::newRow("foreigner 2017") << core::maskedNumber(u"XXA990085010101"_s) << u"XX***********01"_s;
    QTest::newRow("passport") << core::maskedNumber(u"E00000001"_s) << u"E0*****01"_s;
    QTest::newRow("too short to show any") << core::maskedNumber(u"1234"_s) << u"****"_s;
    QTest::newRow("no number") << core::maskedNumber({}) << QString();
    QTest::newRow("rare characters") << core::maskedNumber(u"\U00020000\U00020001字1号"_s) << u"\U00020000\U00020001*1号"_s;
    QTest::newRow("credit code") << core::maskedCreditCode(u"91350100M000100Y43"_s) << u"91350100*********3"_s;
    QTest::newRow("half a credit code") << core::maskedCreditCode(u"91350100M"_s) << u"*********"_s;
    QTest::newRow("mobile") << core::maskedPhone(u"13812342046"_s) << u"138****2046"_s;
    QTest::newRow("landline") << core::maskedPhone(u"0990-1234501"_s) << u"099*****4501"_s;
    QTest::newRow("short landline") << core::maskedPhone(u"1234501"_s) << u"*******"_s;
}

void DomainTest::maskedNumbers()
{
    QFETCH(QString, number);
    QFETCH(QString, shown);
    QCOMPARE(number, shown);
}

void DomainTest::rareNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("masked");
    QTest::newRow("one character") << u"\U00020000"_s << u"\U00020000"_s;
    QTest::newRow("extension B first") << u"\U00020000三"_s << u"\U00020000*"_s;
    QTest::newRow("extension B last") << u"三\U0002A6D6"_s << u"三*"_s;
    QTest::newRow("extensions E, F, I") << u"\U0002B820\U0002CEB0\U0002EBF0"_s << u"\U0002B820*\U0002EBF0"_s;
    QTest::newRow("extensions G and H") << u"样\U00030000例\U000323AF"_s << u"样**\U000323AF"_s;
    QTest::newRow("private use of an old card") << u"\uE815样例"_s << u"\uE815*例"_s;
    QTest::newRow("private use beyond the plane") << u"样例\U000F0001"_s << u"样*\U000F0001"_s;
    QTest::newRow("middle dot") << u"阿卜杜·样例"_s << u"阿****例"_s;
    QTest::newRow("chosen variant") << u"葛\U000E0100样例"_s << u"葛**例"_s;
}

void DomainTest::rareNames()
{
    QFETCH(QString, name);
    QFETCH(QString, masked);
    QCOMPARE(core::maskedName(name), masked);
    core::Party party;
    party.name = name;
    const QByteArray sent = QJsonDocument(core::partyToJson(party)).toJson();
    QVERIFY(sent.contains(name.toUtf8())); // byte for byte, neither escaped nor normalised
    QVERIFY(core::canonicalJson(core::partyToJson(party)).contains(name.toUtf8()));
    QCOMPARE(core::partyFromJson(QJsonDocument::fromJson(sent).object()), party);
}

void DomainTest::workingDay_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<bool>("worked");
    QTest::newRow("New Year") << QDate(2026, 1, 1) << false;
    QTest::newRow("Sunday after it, made up") << QDate(2026, 1, 4) << true;
    QTest::newRow("Saturday before Spring Festival, made up") << QDate(2026, 2, 14) << true;
    QTest::newRow("first day of Spring Festival") << QDate(2026, 2, 15) << false;
    QTest::newRow("a Wednesday in it") << QDate(2026, 2, 18) << false;
    QTest::newRow("its last day, a Monday") << QDate(2026, 2, 23) << false;
    QTest::newRow("the day after") << QDate(2026, 2, 24) << true;
    QTest::newRow("Saturday made up for it") << QDate(2026, 2, 28) << true;
    QTest::newRow("ordinary Saturday") << QDate(2026, 3, 7) << false;
    QTest::newRow("ordinary Sunday") << QDate(2026, 3, 8) << false;
    QTest::newRow("ordinary Monday") << QDate(2026, 3, 9) << true;
    QTest::newRow("last day of National Day") << QDate(2026, 10, 7) << false;
    QTest::newRow("the day after it") << QDate(2026, 10, 8) << true;
    QTest::newRow("the Sunday that nobody made up") << QDate(2026, 10, 11) << false;
    QTest::newRow("next New Year, a Friday") << QDate(2027, 1, 1) << false;
}

void DomainTest::workingDay()
{
    QFETCH(QDate, day);
    QFETCH(bool, worked);
    QCOMPARE(*twoYears().isWorkingDay(day), worked);
}

void DomainTest::addsWorkingDays_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<int>("days");
    QTest::addColumn<QDate>("to");
    const QDate festivalEve(2026, 2, 13);
    const QDate autumn(2026, 9, 18);
    QTest::newRow("onto the make-up Saturday") << festivalEve << 1 << QDate(2026, 2, 14);
    QTest::newRow("over Spring Festival") << festivalEve << 2 << QDate(2026, 2, 24);
    QTest::newRow("and onto the next make-up Saturday") << festivalEve << 6 << QDate(2026, 2, 28);
    QTest::newRow("and over the Sunday after it") << festivalEve << 7 << QDate(2026, 3, 2);
    QTest::newRow("day zero within the festival") << QDate(2026, 2, 17) << 1 << QDate(2026, 2, 24);
    QTest::newRow("day zero is its last day") << QDate(2026, 2, 23) << 1 << QDate(2026, 2, 24);
    QTest::newRow("day zero is a make-up day") << QDate(2026, 10, 10) << 1 << QDate(2026, 10, 12);
    QTest::newRow("make-up Sunday") << autumn << 1 << QDate(2026, 9, 20);
    QTest::newRow("up to the Mid-Autumn Festival") << autumn << 5 << QDate(2026, 9, 24);
    QTest::newRow("over it") << autumn << 6 << QDate(2026, 9, 28);
    QTest::newRow("over both festivals") << autumn << 9 << QDate(2026, 10, 8);
    QTest::newRow("five days of a one-time notice") << QDate(2026, 9, 30) << 5 << QDate(2026, 10, 13);
    QTest::newRow("last day of the year") << QDate(2026, 12, 30) << 1 << QDate(2026, 12, 31);
    QTest::newRow("across the year's end") << QDate(2026, 12, 31) << 1 << QDate(2027, 1, 4);
    QTest::newRow("five days across it") << QDate(2026, 12, 28) << 5 << QDate(2027, 1, 5);
    QTest::newRow("twenty days across it") << QDate(2026, 12, 31) << 20 << QDate(2027, 1, 29);
    QTest::newRow("all of 2026") << QDate(2025, 12, 31) << 248 << QDate(2026, 12, 31);
}

void DomainTest::addsWorkingDays()
{
    QFETCH(QDate, from);
    QFETCH(int, days);
    QFETCH(QDate, to);
    QCOMPARE(*twoYears().addWorkingDays(from, days), to);
    QCOMPARE(*twoYears().workingDaysBetween(from, to), days);
    QCOMPARE(*twoYears().workingDaysBetween(to, from), -days);
    QCOMPARE(*twoYears().workingDaysBetween(to, to), 0);
}

void DomainTest::refusesToGuess_data()
{
    using Question = std::function<core::Result<void>()>;
    QTest::addColumn<Question>("ask");
    QTest::addColumn<QString>("year"); // that is not known; empty: there is an answer
    const auto ask = [](const char* name, const QString& year, auto question) {
        QTest::newRow(name) << Question([question] { return question().map([](const auto&) {}); }) << year;
    };
    const QDate december(2026, 12, 30);
    ask("last working day", {}, [] { return oneYear().isWorkingDay(QDate(2026, 12, 31)); });
    ask("day past the end", u"2027"_s, [] { return oneYear().isWorkingDay(QDate(2027, 1, 1)); });
    ask("weekend past the end", u"2027"_s, [] { return oneYear().isWorkingDay(QDate(2027, 1, 2)); });
    ask("day before the beginning", u"2025"_s, [] { return oneYear().isWorkingDay(QDate(2025, 12, 31)); });
    ask("no calendar at all", u"2026"_s, [=] { return core::WorkCalendar().isWorkingDay(december); });
    ask("deadline on the last day", {}, [=] { return oneYear().addWorkingDays(december, 1); });
    ask("deadline past the end", u"2027"_s, [=] { return oneYear().addWorkingDays(december, 2); });
    ask("count up to the last day", {}, [=] { return oneYear().workingDaysBetween(december, QDate(2026, 12, 31)); });
    ask("count past the end", u"2027"_s, [=] { return oneYear().workingDaysBetween(december, QDate(2027, 1, 1)); });
    ask("count back from there", u"2027"_s, [=] { return oneYear().workingDaysBetween(QDate(2027, 1, 1), december); });
    ask("limits that just fit", {}, [] { return limits(QDate(2026, 12, 3)); });
    ask("statutory limit past the end, promised within", u"2027"_s, [] { return limits(QDate(2026, 12, 4)); });
    ask("supplement, the only date there is, past the end", u"2027"_s,
        [] { return limits(QDate(2026, 12, 22), core::ClockStart::SupplementComplete); });
    ask("a year between is missing", u"2027"_s, [=] {
        core::WorkCalendar holed = oneYear();
        core::CalendarYear later;
        later.year = 2028;
        holed.setYear(later);
        return holed.workingDaysBetween(december, QDate(2028, 1, 31));
    });
}

void DomainTest::refusesToGuess()
{
    QFETCH(std::function<core::Result<void>()>, ask);
    QFETCH(QString, year);
    const core::Result<void> answer = ask();
    QCOMPARE(answer.has_value(), year.isEmpty());
    if (!answer)
        QCOMPARE(answer.error(), (core::Error{core::ErrorKind::NotCovered, u"calendar.not-covered"_s, {year}}));
}

void DomainTest::calendarYears_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    QTest::newRow("sound") << QByteArray(R"({"year":2026,"holidays":["2026-10-01"],"makeUpDays":["2026-10-10"]})") << QString();
    QTest::newRow("no exceptions") << QByteArray(R"({"year":2026,"holidays":[],"makeUpDays":[]})") << QString();
    QTest::newRow("no year") << QByteArray(R"({"holidays":[],"makeUpDays":[]})") << u"calendar.year"_s;
    QTest::newRow("year as text") << QByteArray(R"({"year":"2026","holidays":[],"makeUpDays":[]})") << u"calendar.year"_s;
    QTest::newRow("no make-up days named") << QByteArray(R"({"year":2026,"holidays":[]})") << u"calendar.year"_s;
    QTest::newRow("no holidays named") << QByteArray(R"({"year":2026,"makeUpDays":[]})") << u"calendar.year"_s;
    QTest::newRow("of another year") << QByteArray(R"({"year":2026,"holidays":["2027-01-01"],"makeUpDays":[]})") << u"calendar.date"_s;
    QTest::newRow("no such day") << QByteArray(R"({"year":2026,"holidays":[],"makeUpDays":["2026-02-29"]})") << u"calendar.date"_s;
}

void DomainTest::calendarYears()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, code);
    QCOMPARE(codeOf(core::CalendarYear::fromJson(QJsonDocument::fromJson(json).object())), code);
}

void DomainTest::dayInTheHall_data()
{
    QTest::addColumn<QDateTime>("time");
    QTest::addColumn<QDate>("day");
    const auto at = [](int hour, int minute, int offsetHours) {
        return QDateTime(QDate(2026, 12, 31), QTime(hour, minute), Qt::OffsetFromUTC, offsetHours * 3600);
    };
    QTest::newRow("server says it in UTC") << at(15, 59, 0) << QDate(2026, 12, 31);
    QTest::newRow("midnight in the hall") << at(16, 0, 0) << QDate(2027, 1, 1);
    QTest::newRow("hall's own offset") << at(23, 59, 8) << QDate(2026, 12, 31);
    QTest::newRow("machine set to another zone") << at(12, 0, -5) << QDate(2027, 1, 1);
    QTest::newRow("machine ahead of the hall") << at(0, 30, 9) << QDate(2026, 12, 30);
}

void DomainTest::dayInTheHall()
{
    QFETCH(QDateTime, time);
    QFETCH(QDate, day);
    QCOMPARE(core::hallTime(time).date(), day);
    QCOMPARE(core::hallTime(time.toMSecsSinceEpoch()), time);
    QVERIFY(core::hallMidnight(day) <= time && time < core::hallMidnight(day.addDays(1)));
    QCOMPARE(core::hallTime(core::hallMidnight(day)).time(), QTime(0, 0));
}

QTEST_GUILESS_MAIN(DomainTest)
#include "domaintest.moc"
