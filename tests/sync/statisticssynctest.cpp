// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// A hall's figures over a period, from made rows whose sums are known, and with another hall's beside them.

#include "app/core/csv.h"
#include "app/core/hallstatistics.h"
#include "app/core/sqlscript.h"
#include "tests/support/queuehall.h"

using namespace Qt::StringLiterals;
using backoffice::Answer;
using core::StatisticsGroup;

namespace {

const QDate Monday(2026, 3, 2);
const QDate Tuesday = Monday.addDays(1);
const QString Item = u"99000000002W00014"_s;

qint64 at(const QDate& day, int hour, int minute)
{
    return core::hallMidnight(day).addSecs(3600LL * hour + 60LL * minute).toMSecsSinceEpoch();
}

} // namespace

class StatisticsSyncTest : public QueueHall
{
    Q_OBJECT

private Q_SLOTS:
    void isForSupervisors();
    void badPeriods_data();
    void badPeriods();
    void anEmptyHall();
    void totals();
    void rows_data();
    void rows();
    void whoStillWaitsCounts();
    void clerksAndTheirTime();
    void whatDoesNotCount();
    void itemsAndTheirCases();
    void arrivals();
    void hallsHaveTheirOwnLimits();
    void whatWasToFollow();
    void casesFromBefore();
    void aSpreadsheet();

private:
    void makeRows() const;
    void ticket(const QString& hall, const QDate& day, const QString& ticketClass, const QString& state, const QString& clerk,
                const QList<qint64>& times) const;
    void makeCase(const QString& hall, const QString& id, const QString& item, const QString& clerk, const QString& window,
                  const QVariantList& more) const;
    [[nodiscard]] Answer asked(const QString& query) const { return ask("GET", u"/v1/halls/9901/statistics?"_s + query, m_supervisor); }
    [[nodiscard]] core::HallStatistics read(StatisticsGroup group, const QDate& from = Monday, const QDate& to = Tuesday) const
    {
        const Answer answer =
            asked(u"from=%1&to=%2&group=%3"_s.arg(from.toString(Qt::ISODate), to.toString(Qt::ISODate), core::toWire(group)));
        return core::HallStatistics::fromJson(bodyOf(answer)).value_or(core::HallStatistics());
    }
    [[nodiscard]] static core::StatisticsFigures row(const core::HallStatistics& from, const QString& key)
    {
        const auto found = std::find_if(from.rows.begin(), from.rows.end(), [&](const auto& one) { return one.key == key; });
        return found == from.rows.end() ? core::StatisticsFigures() : found->figures;
    }
    [[nodiscard]] QList<core::CaseRecord> takeDeferred(const QDate& then) const;
    [[nodiscard]] Answer act(const core::CaseRecord& record, core::CaseAct kind) const;
    [[nodiscard]] core::CaseFigures deferralsOf(const QDate& day) const { return read(StatisticsGroup::Day, day, day).totals.cases; }
};

/// `times`: taken, first called, started, ended; 0 where that never was.
void StatisticsSyncTest::ticket(const QString& hall, const QDate& day, const QString& ticketClass, const QString& state,
                                const QString& clerk, const QList<qint64>& times) const
{
    static int serial = 0;
    ++serial;
    m_database->run(u"INSERT INTO ticket (id, hall, ticket_day, ticket_class, queue_class, serial, number, state, clerk, taken_at, "
                    "first_called_at, started_at, ended_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                    {newUuid(), hall, day.toString(Qt::ISODate), ticketClass, ticketClass, serial, ticketClass + QString::number(serial),
                     state, clerk, times.value(0), times.value(1), times.value(2), times.value(3)});
}

/// `more`: when, papers saved, in one trip, what became of what was to follow.
void StatisticsSyncTest::makeCase(const QString& hall, const QString& id, const QString& item, const QString& clerk, const QString& window,
                                  const QVariantList& more) const
{
    m_database->run(u"INSERT INTO case_record (id, hall, number, item_code, state, received_at, received_hash, etag, body, clerk, "
                    "service_window, papers_saved, one_trip, deferral) VALUES (?, ?, ?, ?, 'accepted', ?, 'h', 'e', '{}', ?, ?, ?, ?, ?)"_s,
                    {id, hall, u"n-"_s + id, item, more.value(0), clerk, window, more.value(1), more.value(2), more.value(3)});
}

void StatisticsSyncTest::makeRows() const
{
    m_database->run(u"INSERT INTO hall (code, name) VALUES ('8801', '别处')"_s);
    m_database->run(u"UPDATE service_window SET classes = 'A' WHERE code = '05'"_s);
    ticket(u"9901"_s, Monday, u"A"_s, u"done"_s, u"001"_s, {at(Monday, 9, 0), at(Monday, 9, 10), at(Monday, 9, 11), at(Monday, 9, 21)});
    ticket(u"9901"_s, Monday, u"A"_s, u"done"_s, u"002"_s, {at(Monday, 9, 30), at(Monday, 10, 10), at(Monday, 10, 10), at(Monday, 10, 30)});
    ticket(u"9901"_s, Monday, u"B"_s, u"no-show"_s, u"001"_s, {at(Monday, 10, 0), at(Monday, 10, 5), 0, at(Monday, 10, 6)});
    ticket(u"9901"_s, Tuesday, u"B"_s, u"waiting"_s, {}, {at(Tuesday, 14, 0), 0, 0, 0});
    ticket(u"9901"_s, Tuesday, u"A"_s, u"done"_s, u"001"_s,
           {at(Tuesday, 23, 30), at(Tuesday, 23, 40), at(Tuesday, 23, 45), at(Tuesday, 24, 5)});
    for (const auto& [clerk, state, from, to] : {std::tuple(u"001"_s, u"open"_s, at(Monday, 9, 0), at(Monday, 12, 0)),
                                                 std::tuple(u"001"_s, u"paused"_s, at(Monday, 12, 0), at(Monday, 12, 25)),
                                                 std::tuple(u"001"_s, u"paused"_s, at(Monday, 15, 0), at(Monday, 15, 10)),
                                                 std::tuple(u"002"_s, u"open"_s, at(Monday, 10, 0), at(Monday, 11, 0)),
                                                 std::tuple(u"002"_s, u"paused"_s, at(Monday, 17, 0), at(Tuesday, 9, 0))}) {
        for (const QString& hall : {u"9901"_s, u"8801"_s})
            m_database->run(
                u"INSERT INTO window_time (hall, service_window, clerk, state, reason, since, until) VALUES (?, 'w', ?, ?, '', ?, ?)"_s,
                {hall, clerk, state, from, to});
    }
    makeCase(u"9901"_s, u"c1"_s, Item, u"001"_s, u"03"_s, {at(Monday, 9, 15), 2, 1, u""_s});
    makeCase(u"9901"_s, u"c2"_s, Item, u"001"_s, u"03"_s, {at(Monday, 0, 0), 1, 0, u"late"_s});
    makeCase(u"9901"_s, u"c3"_s, u"unheard-of"_s, u"002"_s, u"05"_s, {at(Tuesday, 23, 59), 0, 0, u"in-time"_s});
    makeCase(u"9901"_s, u"c4"_s, Item, u"002"_s, u"05"_s, {at(Tuesday, 24, 0), 7, 1, u"passed"_s}); // the day after
    ticket(u"8801"_s, Monday, u"A"_s, u"done"_s, u"001"_s, {at(Monday, 9, 0), at(Monday, 9, 50), at(Monday, 9, 50), at(Monday, 10, 50)});
    makeCase(u"8801"_s, u"c5"_s, Item, u"001"_s, u"03"_s, {at(Monday, 9, 0), 9, 1, u"passed"_s});
    for (const auto& [hall, kind, subject, clerk, level] :
         {std::tuple(u"9901"_s, u"case"_s, u"c1"_s, u"001"_s, 5), std::tuple(u"9901"_s, u"case"_s, u"c2"_s, u"001"_s, 3),
          std::tuple(u"9901"_s, u"ticket"_s, u"t2"_s, u"002"_s, 1), std::tuple(u"8801"_s, u"case"_s, u"c5"_s, u"001"_s, 1)})
        m_database->run(
            u"INSERT INTO evaluation (id, hall, subject_kind, subject, number, service_window, clerk, item, level, reason, channel, at) "
            "VALUES (?, ?, ?, ?, 'n', '03', ?, '', ?, '', 'page', ?)"_s,
            {newUuid(), hall, kind, subject, clerk, level, at(Monday, 9, 30)});
}

void StatisticsSyncTest::isForSupervisors()
{
    const QString query = u"/statistics?from=2026-03-02&to=2026-03-03"_s;
    for (const QByteArray& token : {m_clerk, m_kiosk, m_department, m_gateway})
        QCOMPARE(ask("GET", u"/v1/halls/9901"_s + query, token).status, 403);
    QCOMPARE(ask("GET", u"/v1/halls/8801"_s + query, m_supervisor).status, 403);
    QCOMPARE(ask("GET", u"/v1/halls/9901"_s + query, "nobody").status, 401);
    QCOMPARE(ask("GET", u"/v1/halls/9901"_s + query, m_supervisor).status, 200);
}

void StatisticsSyncTest::badPeriods_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("pointer");
    QTest::newRow("nothing") << u""_s << u"/from"_s;
    QTest::newRow("no end") << u"from=2026-03-02"_s << u"/to"_s;
    QTest::newRow("no day") << u"from=2026-02-30&to=2026-03-02"_s << u"/from"_s;
    QTest::newRow("backwards") << u"from=2026-03-02&to=2026-03-01"_s << u"/to"_s;
    QTest::newRow("93 days") << u"from=2026-01-01&to=2026-04-03"_s << u"/to"_s;
    QTest::newRow("group") << u"from=2026-03-02&to=2026-03-02&group=applicant"_s << u"/group"_s;
    QTest::newRow("format") << u"from=2026-03-02&to=2026-03-02&format=xlsx"_s << u"/format"_s;
    QTest::newRow("longest") << u"from=2026-01-01&to=2026-04-02"_s << u""_s;
}

void StatisticsSyncTest::badPeriods()
{
    QFETCH(QString, query);
    QFETCH(QString, pointer);
    const Answer answer = asked(query);
    QCOMPARE(answer.status, pointer.isEmpty() ? 200 : 422);
    if (!pointer.isEmpty())
        QCOMPARE(bodyOf(answer)[u"errors"_s][0][u"pointer"_s].toString(), pointer);
}

void StatisticsSyncTest::anEmptyHall()
{
    const core::HallStatistics none = read(StatisticsGroup::Day);
    QVERIFY(none.at.isValid());
    QCOMPARE(none.totals, core::StatisticsFigures());
    QVERIFY(none.rows.isEmpty() && none.arrivals.isEmpty());
}

void StatisticsSyncTest::totals()
{
    makeRows();
    const core::StatisticsFigures sums = read(StatisticsGroup::Day).totals;
    QCOMPARE(sums.tickets, (core::TicketFigures{5, 4, 3, 1, 1, 3900, 2400, 3, 3000}));
    QCOMPARE(sums.tickets.averageWaitSeconds(), 975);
    QCOMPARE(sums.tickets.averageServiceSeconds(), 1000);
    QCOMPARE(sums.cases, (core::CaseFigures{3, 2, 3, 1, 2, 1, 1, 0}));
    QCOMPARE(sums.evaluations.levels, (std::array<qint64, 5>{1, 0, 1, 0, 1}));
    QCOMPARE(sums.time, (core::TimeFigures{14400, 3000, 2100, 1}));
    QCOMPARE(read(StatisticsGroup::Clerk).totals, sums); // whatever they are grouped by
    QCOMPARE(read(StatisticsGroup::Item).totals, sums);
}

void StatisticsSyncTest::rows_data()
{
    QTest::addColumn<StatisticsGroup>("group");
    QTest::addColumn<QString>("expected");
    QTest::newRow("days") << StatisticsGroup::Day << u"2026-03-02 2026-03-02 3/2 2400|2026-03-03 2026-03-03 2/1 600"_s;
    QTest::newRow("hours") << StatisticsGroup::Hour
                           << u"00 00:00 0/1 0|09 09:00 2/1 2400|10 10:00 1/0 300|14 14:00 1/0 0|23 23:00 1/1 600"_s;
    QTest::newRow("classes") << StatisticsGroup::Class << u"A 企业经营 3/0 2400|B 不动产和住房 2/0 300"_s;
    QTest::newRow("clerks") << StatisticsGroup::Clerk << u"001 001 001 3/2 600|002 002 002 1/1 2400"_s;
    QTest::newRow("items") << StatisticsGroup::Item << u"%1 食品经营许可证核发 0/2 0|unheard-of unheard-of 0/1 0"_s.arg(Item);
}

void StatisticsSyncTest::rows()
{
    QFETCH(StatisticsGroup, group);
    makeRows();
    QStringList lines;
    for (const core::StatisticsRow& one : read(group).rows)
        lines.append(u"%1 %2 %3/%4 %5"_s.arg(one.key, one.name)
                         .arg(one.figures.tickets.taken)
                         .arg(one.figures.cases.takenIn)
                         .arg(one.figures.tickets.longestWaitSeconds));
    QTEST(lines.join(u'|'), "expected");
}

void StatisticsSyncTest::whoStillWaitsCounts()
{
    (void)take(u"A"_s, 40);
    (void)take(u"A"_s, 2);
    const QDate today = core::hallTime(QDateTime::currentMSecsSinceEpoch()).date();
    const core::TicketFigures tickets = read(StatisticsGroup::Day, today, today).totals.tickets;
    QCOMPARE(tickets.taken, 2);
    QCOMPARE(tickets.called, 0);
    QCOMPARE(tickets.longWaits, 1);
    QVERIFY(tickets.longestWaitSeconds >= 2400);
    QCOMPARE(tickets.averageWaitSeconds(), 0);
    const core::TimeFigures time = read(StatisticsGroup::Clerk, today, today).totals.time;
    QVERIFY(time.openSeconds >= 0 && time.openSeconds < 3600); // the two windows that are open since just now
}

void StatisticsSyncTest::clerksAndTheirTime()
{
    makeRows();
    m_database->run(u"UPDATE account SET name = '张虚拟' WHERE number IN ('001', '002')"_s); // two of one name are two
    const core::HallStatistics clerks = read(StatisticsGroup::Clerk);
    QCOMPARE(clerks.rows.size(), 2);
    QCOMPARE(clerks.rows[0].name, u"张虚拟 001"_s);
    const core::StatisticsFigures first = row(clerks, u"001"_s);
    QCOMPARE(first.time, (core::TimeFigures{10800, 1800, 2100, 1}));
    QCOMPARE(first.time.idleSeconds(), 9000);
    QCOMPARE(first.evaluations.given(), 2);
    QCOMPARE(first.evaluations.satisfied(), 2);
    QCOMPARE(first.tickets.averageServiceSeconds(), 900);
    const core::StatisticsFigures second = row(clerks, u"002"_s);
    QCOMPARE(second.time, (core::TimeFigures{3600, 1200, 0, 0})); // who went home without closing did not pause
    QCOMPARE(second.evaluations.satisfied(), 0);
}

void StatisticsSyncTest::whatDoesNotCount()
{
    makeRows();
    m_database->run(u"UPDATE case_record SET state = 'voided' WHERE id = 'c3'"_s);
    m_database->run(u"UPDATE evaluation SET visit = 'v' WHERE subject IN ('c1', 't2')"_s); // of one visit
    m_database->run(u"UPDATE ticket SET held_ms = 300000 WHERE clerk = '001' AND state = 'done' AND ticket_day = '2026-03-02'"_s);
    const core::StatisticsFigures sums = read(StatisticsGroup::Day).totals;
    QCOMPARE(sums.cases.takenIn, 2);
    QCOMPARE(sums.evaluations.levels, (std::array<qint64, 5>{0, 0, 1, 0, 1}));
    QCOMPARE(sums.tickets.serviceSeconds, 2700);
    QCOMPARE(read(StatisticsGroup::Item).totals, sums);
}

void StatisticsSyncTest::itemsAndTheirCases()
{
    makeRows();
    const core::HallStatistics items = read(StatisticsGroup::Item);
    QCOMPARE(row(items, Item).cases, (core::CaseFigures{2, 2, 3, 1, 1, 0, 1, 0}));
    QCOMPARE(row(items, Item).evaluations.given(), 2);
    QCOMPARE(row(items, u"unheard-of"_s).cases, (core::CaseFigures{1, 0, 0, 0, 1, 1, 0, 0}));
}

void StatisticsSyncTest::arrivals()
{
    makeRows();
    const core::HallStatistics statistics = read(StatisticsGroup::Day);
    QCOMPARE(statistics.arrivals.size(), 2);
    QCOMPARE(statistics.arrivals[0].weekday, 1);
    QCOMPARE(statistics.arrivals[0].hours[9], 2);
    QCOMPARE(statistics.arrivals[1].hours[23], 1);
}

void StatisticsSyncTest::hallsHaveTheirOwnLimits()
{
    makeRows();
    set(u"longWaitMinutes"_s, 9);
    set(u"longPauseMinutes"_s, 5);
    const core::HallStatistics statistics = read(StatisticsGroup::Day);
    QCOMPARE(statistics.limits.waitMinutes, 9);
    QCOMPARE(statistics.totals.tickets.longWaits, 3);
    QCOMPARE(statistics.totals.time.longPauses, 2);
}

Answer StatisticsSyncTest::act(const core::CaseRecord& record, core::CaseAct kind) const
{
    core::ActRecord act;
    act.id = newUuid();
    act.caseId = record.id;
    act.act = kind;
    act.window = record.window;
    act.clerk = record.clerk;
    act.at = core::hallTime(QDateTime::currentMSecsSinceEpoch());
    officehall::bringsIt(act);
    return ask("PUT", u"/v1/cases/%1/acts/%2"_s.arg(record.id, act.id), m_clerk, act.toJson());
}

/// Three cases with something to follow: until today, and twice until yesterday.
QList<core::CaseRecord> StatisticsSyncTest::takeDeferred(const QDate& then) const
{
    const QDate today = then.addDays(40);
    QList<core::CaseRecord> records;
    for (const auto& [id, deadline] :
         {std::pair(u"soon"_s, today), std::pair(u"late"_s, today.addDays(-1)), std::pair(u"never"_s, today.addDays(-1))}) {
        core::CaseRecord record = officehall::Office::record(id, core::CaseState::AcceptedDeferred);
        record.receivedAt = record.acceptedAt = core::hallMidnight(then).addSecs(36000);
        record.deferred[0].deadline = deadline;
        record.papers = {{core::PaperKind::DeferredNotice, record.number, 2}};
        if (ask("PUT", u"/v1/cases/"_s + id, m_clerk, record.toJson()).status == 201)
            records.append(record);
    }
    return records;
}

/// From the case itself, as a window sends it and goes on with it.
void StatisticsSyncTest::whatWasToFollow()
{
    const QDate then = core::hallTime(QDateTime::currentMSecsSinceEpoch()).date().addDays(-40);
    const QList<core::CaseRecord> records = takeDeferred(then);
    QCOMPARE(records.size(), 3);
    QCOMPARE(deferralsOf(then), (core::CaseFigures{3, 3, 0, 0, 3, 0, 0, 0}));
    QCOMPARE(act(records[0], core::CaseAct::Supplement).status, 201);
    QCOMPARE(act(records[1], core::CaseAct::Supplement).status, 201);
    QCOMPARE(deferralsOf(then), (core::CaseFigures{3, 3, 0, 0, 3, 1, 1, 0}));
    m_service->letTimePass(QDateTime::currentMSecsSinceEpoch());
    QCOMPARE(deferralsOf(then), (core::CaseFigures{3, 3, 0, 0, 3, 1, 1, 1}));
    QCOMPARE(row(read(StatisticsGroup::Clerk, then, then), u"001"_s).cases.takenIn, 3); // whose cases they are
}

/// What the schema's script makes of cases that are there already.
void StatisticsSyncTest::casesFromBefore()
{
    const QList<core::CaseRecord> records = takeDeferred(core::hallTime(QDateTime::currentMSecsSinceEpoch()).date().addDays(-40));
    QCOMPARE(records.size(), 3);
    QCOMPARE(act(records[0], core::CaseAct::Supplement).status, 201);
    m_service->letTimePass(QDateTime::currentMSecsSinceEpoch());
    core::CaseRecord open = officehall::Office::record(u"open"_s, core::CaseState::AcceptedDeferred);
    QCOMPARE(ask("PUT", u"/v1/cases/open"_s, m_other, open.toJson()).status, 201);
    QCOMPARE(ask("PUT", u"/v1/cases/whole"_s, m_clerk, officehall::Office::record(u"whole"_s).toJson()).status, 201);
    m_database->run(u"UPDATE case_record SET clerk = '', deferral = ''"_s);
    QFile script(u":/sql/backoffice/022-statistics.sql"_s);
    QVERIFY(script.open(QIODevice::ReadOnly));
    QStringList statements = core::sqlStatements(QString::fromUtf8(script.readAll()));
    statements.removeIf([](const QString& statement) { return !statement.startsWith(u"UPDATE"_s); });
    QCOMPARE(statements.size(), 5);
    for (const QString& statement : std::as_const(statements))
        m_database->run(statement);
    QStringList told;
    backoffice::Rows rows = m_database->run(u"SELECT id, clerk, deferral FROM case_record ORDER BY id"_s);
    while (rows.next())
        told.append(rows.value(0).toString() + u' ' + rows.value(1).toString() + u' ' + rows.value(2).toString());
    QCOMPARE(told.join(u'|'), u"late 001 passed|never 001 passed|open 002 open|soon 001 in-time|whole 001 "_s);
}

void StatisticsSyncTest::aSpreadsheet()
{
    makeRows();
    const QString query = u"from=2026-03-02&to=2026-03-03&group=clerk"_s;
    backoffice::Request request;
    request.method = "GET";
    request.path = u"/v1/halls/9901/statistics"_s;
    request.query = QUrlQuery(query);
    request.headers = {{"authorization", "Bearer " + m_supervisor}, {"accept", "text/csv"}};
    const Answer byHeader = m_service->handle(request);
    const Answer byQuery = asked(query + u"&format=csv"_s);
    request.query.addQueryItem(u"format"_s, u"json"_s);
    QVERIFY(bodyOf(m_service->handle(request)).contains(u"rows"_s)); // the query has the last word
    QCOMPARE(byHeader.body, byQuery.body);
    QVERIFY(byQuery.headers.value("content-type").startsWith("text/csv"));
    QVERIFY(byQuery.body.startsWith("\xEF\xBB\xBF"));
    const auto lines = core::csvRows(byQuery.body);
    QVERIFY(lines && lines->size() == 4);
    QCOMPARE((*lines)[0].cells.first(3), (QStringList{u"窗口人员"_s, u"取号"_s, u"叫号"_s}));
    QCOMPARE((*lines)[1].cells.first(3), (QStringList{u"001 001"_s, u"3"_s, u"3"_s}));
    QCOMPARE((*lines)[3].cells.first(3), (QStringList{u"合计"_s, u"5"_s, u"4"_s}));
}

QTEST_GUILESS_MAIN(StatisticsSyncTest)
#include "statisticssynctest.moc"
