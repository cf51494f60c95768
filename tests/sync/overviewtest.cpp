// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The hall as its supervisor gets it from the back office, and what they tell a window.

#include "app/core/grant.h"
#include "app/core/hallboard.h"
#include "tests/support/officehall.h"

#include <QTest>

using namespace officehall;
using core::CaseState;

class OverviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_office = std::make_unique<Office>(); }
    void isForSupervisors();
    void followsATicket();
    void countsCases();
    void tellsOfDeadlines();
    void aWindowTakesAClassOn();
    void aMessageIsReadOnce();
    void anotherHallTakesNoCodeOfThisOne();
    void yesterdaysRequestIsNobodysToAnswer();

private:
    [[nodiscard]] core::HallBoard overview() const
    {
        const Answer answer = m_office->ask("GET", u"/v1/halls/9901/overview"_s, m_office->supervisor);
        return *core::HallBoard::fromJson(Office::bodyOf(answer));
    }
    [[nodiscard]] core::WindowFigures window(const QString& code) const
    {
        const core::HallBoard board = overview();
        const auto found = std::find_if(board.windows.begin(), board.windows.end(), [&](const auto& one) { return one.code == code; });
        return found == board.windows.end() ? core::WindowFigures{} : *found;
    }
    [[nodiscard]] int put(const QString& path, const QJsonObject& body, const QByteArray& token) const
    {
        return m_office->ask("PUT", path, token, body).status;
    }
    QString ticket(const QString& ticketClass) const
    {
        return Office::bodyOf(m_office->ask("POST", u"/v1/halls/9901/tickets"_s, m_office->kiosk, {{u"class"_s, ticketClass}}))[u"id"_s]
            .toString();
    }

    std::unique_ptr<Office> m_office;
};

void OverviewTest::isForSupervisors()
{
    for (const QByteArray& token : {m_office->clerk, m_office->kiosk, m_office->department, m_office->gateway})
        QCOMPARE(m_office->ask("GET", u"/v1/halls/9901/overview"_s, token).status, 403);
    QCOMPARE(m_office->ask("GET", u"/v1/halls/8801/overview"_s, m_office->supervisor).status, 403);
    QCOMPARE(overview().waiting(), 0);
    QCOMPARE(window(u"03"_s).state, u"closed"_s);
    QCOMPARE(window(u"03"_s).clerk, QString());
}

void OverviewTest::followsATicket()
{
    const QString first = ticket(u"A"_s);
    ticket(u"A"_s);
    core::HallBoard board = overview();
    QCOMPARE(board.waiting(), 2);
    QCOMPARE(board.hours.size(), 1);
    QCOMPARE(board.hours[0].taken, 2);
    QCOMPARE(board.hours[0].waiting, 2);
    QCOMPARE(put(u"/v1/windows/03/state"_s, {{u"state"_s, u"open"_s}}, m_office->clerk), 200);
    QVERIFY(window(u"03"_s).isIdle());
    QCOMPARE(window(u"03"_s).clerk, u"001"_s);
    QCOMPARE(put(u"/v1/windows/03/calls/"_s + core::idText(core::newId()), {{u"requestedAt"_s, u"x"_s}}, m_office->clerk), 200);
    QCOMPARE(window(u"03"_s).ticketNumber, u"A001"_s);
    board = overview();
    QCOMPARE(board.waiting(), 1);
    QCOMPARE(board.hours[0].waiting, 1);
    const auto act = [&](const QString& name) {
        return put(u"/v1/tickets/%1/acts/%2"_s.arg(first, core::idText(core::newId())), {{u"act"_s, name}}, m_office->clerk);
    };
    QCOMPARE(act(u"start"_s), 200);
    QVERIFY(window(u"03"_s).ticketSince.isValid());
    QCOMPARE(act(u"finish"_s), 200);
    QVERIFY(window(u"03"_s).isIdle());
    QCOMPARE(put(u"/v1/windows/03/state"_s, {{u"state"_s, u"paused"_s}, {u"reason"_s, u"meal"_s}}, m_office->clerk), 200);
    QCOMPARE(window(u"03"_s).reason, u"meal"_s);
}

void OverviewTest::countsCases()
{
    core::CaseRecord spared = Office::record(u"a"_s);
    spared.materials = {{u"l"_s, u"执照"_s, core::MaterialForm::Original, 1, core::MaterialStatus::ELicence},
                        {u"r"_s, u"身份证"_s, core::MaterialForm::Original, 1, core::MaterialStatus::Reused},
                        {u"p"_s, u"申请表"_s, core::MaterialForm::Original, 1, core::MaterialStatus::Present}};
    QCOMPARE(m_office->put(spared).status, 201);
    QCOMPARE(m_office->put(Office::record(u"b"_s, CaseState::AcceptedDeferred)).status, 201);
    const core::HallBoard board = overview();
    QCOMPARE(board.takenIn, 2);
    QCOMPARE(board.oneTrip, 1);
    QCOMPARE(board.papersSaved, 2);
}

void OverviewTest::tellsOfDeadlines()
{
    const QDate today = core::hallTime(Office::now()).date();
    const auto deferredUntil = [&](const QString& id, const QDate& day) {
        core::CaseRecord record = Office::record(id, CaseState::AcceptedDeferred);
        record.deferred[0].deadline = day;
        QCOMPARE(m_office->put(record).status, 201);
    };
    deferredUntil(u"a"_s, today);
    deferredUntil(u"b"_s, today.addDays(2));
    deferredUntil(u"c"_s, today.addDays(30)); // behind any holiday
    core::CaseRecord silent = Office::record(u"d"_s, CaseState::Received);
    silent.waitsUntil = today.addDays(1);
    QCOMPARE(m_office->put(silent).status, 201);
    const core::HallBoard board = overview();
    QCOMPARE(board.supplementsToday, 1);
    QCOMPARE(board.supplementsSoon, 1);
    QCOMPARE(board.supplementsPassed, 0);
    QCOMPARE(board.noticesDue, 1);
    QCOMPARE(board.firstNotice, std::optional(today.addDays(1)));
}

void OverviewTest::aWindowTakesAClassOn()
{
    const QString path = u"/v1/windows/03/classes"_s;
    const QJsonObject both{{u"classes"_s, QJsonArray{u"A"_s, u"C"_s, u"A"_s}}};
    QCOMPARE(put(path, both, m_office->clerk), 403);
    QCOMPARE(put(u"/v1/windows/99/classes"_s, both, m_office->supervisor), 404);
    for (const QJsonArray& wrong : {QJsonArray{}, QJsonArray{u"A,B"_s}, QJsonArray{u"ABC"_s}, QJsonArray{u""_s}, QJsonArray{1}})
        QCOMPARE(put(path, {{u"classes"_s, wrong}}, m_office->supervisor), 422);
    QCOMPARE(put(path, both, m_office->supervisor), 200);
    QCOMPARE(window(u"03"_s).classes, (QStringList{u"A"_s, u"C"_s}));
    ticket(u"C"_s);
    QCOMPARE(put(u"/v1/windows/03/state"_s, {{u"state"_s, u"open"_s}}, m_office->clerk), 200);
    QCOMPARE(put(u"/v1/windows/03/calls/"_s + core::idText(core::newId()), {{u"requestedAt"_s, u"x"_s}}, m_office->clerk), 200);
    QCOMPARE(window(u"03"_s).ticketNumber, u"C001"_s); // at once
}

void OverviewTest::aMessageIsReadOnce()
{
    const QString id = core::idText(core::newId());
    const QJsonObject body{{u"window"_s, u"03"_s}, {u"text"_s, u"请同时办理B类"_s}};
    QCOMPARE(put(u"/v1/messages/"_s + id, body, m_office->clerk), 403);
    QCOMPARE(put(u"/v1/messages/"_s + id, {{u"window"_s, u"99"_s}, {u"text"_s, u"x"_s}}, m_office->supervisor), 422);
    QCOMPARE(put(u"/v1/messages/"_s + id, {{u"window"_s, u"03"_s}, {u"text"_s, QString(201, u'x')}}, m_office->supervisor), 422);
    QCOMPARE(put(u"/v1/messages/"_s + id, body, m_office->supervisor), 201);
    QCOMPARE(put(u"/v1/messages/"_s + id, body, m_office->supervisor), 200);
    QCOMPARE(put(u"/v1/messages/"_s + id, {{u"window"_s, u"03"_s}, {u"text"_s, u"别的"_s}}, m_office->supervisor), 409);
    const auto unread = [&] { return Office::bodyOf(m_office->ask("GET", u"/v1/messages"_s, m_office->clerk))[u"messages"_s].toArray(); };
    QCOMPARE(unread().size(), 1);
    QCOMPARE(unread()[0][u"text"_s].toString(), u"请同时办理B类"_s);
    QCOMPARE(unread()[0][u"from"_s].toString(), u"900"_s);
    QCOMPARE(put(u"/v1/messages/none/receipt"_s, {{u"x"_s, 1}}, m_office->clerk), 404);
    QCOMPARE(put(u"/v1/messages/%1/receipt"_s.arg(id), {{u"x"_s, 1}}, m_office->clerk), 200);
    QVERIFY(unread().isEmpty());
    QCOMPARE(m_office->ask("GET", u"/v1/messages"_s, m_office->kiosk).status, 403);
}

void OverviewTest::anotherHallTakesNoCodeOfThisOne()
{
    const QTemporaryDir folder;
    const backoffice::Database& database = m_office->service.database();
    const auto seeded = [&](const QString& window, const QString& clerk) {
        const QJsonObject hall{{u"hall"_s, QJsonObject{{u"code"_s, u"8801"_s}, {u"name"_s, u"别处"_s}}},
                               {u"windows"_s, QJsonArray{QJsonObject{{u"code"_s, window}, {u"name"_s, window}, {u"classes"_s, u"A"_s}}}},
                               {u"accounts"_s, QJsonArray{account(clerk, u"clerk"_s)}}};
        return backoffice::seed(database, backoffice::BlobStore(folder.path()), hall, Office::now());
    };
    const auto halls = [&] {
        auto rows = database.run(u"SELECT count(*) FROM hall"_s);
        return rows.next() ? rows.value(0).toInt() : -1;
    };
    for (const auto& [window, clerk, code] : {std::tuple(u"03"_s, u"8001"_s, u"03"_s), std::tuple(u"8803"_s, u"001"_s, u"001"_s)}) {
        const auto refused = seeded(window, clerk);
        QVERIFY(!refused);
        QVERIFY2(refused.error().facts.join(u' ').endsWith(u"another hall has "_s + code), qPrintable(refused.error().facts.join(u' ')));
        QCOMPARE(halls(), 1); // nothing of it is left
    }
    QVERIFY(seeded(u"8803"_s, u"8001"_s));
    QVERIFY(seeded(u"8803"_s, u"8001"_s)); // once more
    QCOMPARE(halls(), 2);
}

void OverviewTest::yesterdaysRequestIsNobodysToAnswer()
{
    core::Grant grant;
    grant.id = core::idText(core::newId());
    grant.caseId = core::idText(core::newId());
    grant.kind = core::GrantKind::DespiteBar;
    grant.itemName = u"样例事项"_s;
    grant.windowName = u"3号窗口"_s;
    grant.clerkName = u"甲"_s;
    grant.reason = u"本人已到场说明"_s;
    grant.askedAt = core::hallTime(Office::now());
    QCOMPARE(put(u"/v1/grants/"_s + grant.id, grant.toJson(), m_office->clerk), 201);
    const auto open = [this] {
        return Office::bodyOf(m_office->ask("GET", u"/v1/grants?open=true"_s, m_office->supervisor))[u"grants"_s].toArray().size();
    };
    QCOMPARE(open(), 1);
    m_office->rewrite(u"UPDATE grant_request SET asked_at = asked_at - 86400000"_s);
    QCOMPARE(open(), 0);
}

QTEST_GUILESS_MAIN(OverviewTest)
#include "overviewtest.moc"
