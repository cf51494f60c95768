// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// What departments' systems get from the back office: their feed, their pages, their paper originals.

#include "app/core/sqlscript.h"
#include "app/core/transfer.h"
#include "tests/support/officehall.h"

#include <QDir>
#include <QTest>

using namespace officehall;
using core::CaseAct;
using core::CaseState;

class DepartmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_office = std::make_unique<Office>(); }
    void init() { m_office->clear(); }
    void acceptedCasesAreTold();
    void everyChangeIsTold();
    void cursorsGoForward();
    void pagesOfTheFeed();
    void aDepartmentSeesItsOwn();
    void theWholeLoop();
    void silenceIsTold();
    void lateNewsRecalls();
    void originalsTravel();
    void aCorrectionMovesTheHolder();
    void actsAloneMoveACaseOn();
    void aCaseIsFoundByWhatIsKnownOfIt();
    void aWindowsDay();
    void olderDatabases();

private:
    [[nodiscard]] QJsonObject feed(const QString& query = {}) const
    {
        return Office::bodyOf(m_office->ask("GET", u"/v1/departments/甲局/feed"_s + query, m_office->department));
    }
    /// "kind case" of every entry.
    [[nodiscard]] QStringList told(const QString& query = {}) const
    {
        QStringList list;
        const QJsonArray entries = feed(query)[u"entries"_s].toArray();
        for (const QJsonValue& entry : entries)
            list.append(entry[u"kind"_s].toString() + u' ' + entry[u"caseId"_s].toString());
        return list;
    }
    [[nodiscard]] int acknowledge(const QJsonValue& cursor, const QByteArray& token) const
    {
        return m_office->ask("PUT", u"/v1/departments/甲局/feed/cursor"_s, token, {{u"cursor"_s, cursor}}).status;
    }
    [[nodiscard]] int taken(const core::CaseRecord& record) const { return m_office->put(record).status; }

    std::unique_ptr<Office> m_office;
};

void DepartmentTest::acceptedCasesAreTold()
{
    core::CaseRecord withPages = Office::record(u"a"_s);
    withPages.materials = {{u"s"_s,
                            u"证明"_s,
                            core::MaterialForm::Original,
                            1,
                            core::MaterialStatus::Present,
                            {m_office->page("one"), m_office->page("two")}}};
    QCOMPARE(taken(withPages), 201);
    QCOMPARE(taken(withPages), 200); // sent again: told once
    QCOMPARE(taken(Office::record(u"b"_s, CaseState::Received)), 201);
    QCOMPARE(taken(Office::record(u"c"_s, CaseState::AcceptedDeferred)), 201);
    QCOMPARE(taken(Office::record(u"d"_s, CaseState::Decided)), 201); // on the spot
    core::CaseRecord others = Office::record(u"e"_s);
    others.department = u"乙局"_s;
    QCOMPARE(taken(others), 201);
    QCOMPARE(told(), QStringList({u"accepted a"_s, u"accepted-deferred c"_s, u"decided d"_s}));
    const QJsonValue first = feed()[u"entries"_s][0];
    QCOMPARE(first[u"cursor"_s].toInt(), 1);
    QCOMPARE(first[u"version"_s].toInt(), 1);
    QCOMPARE(first[u"case"_s][u"number"_s].toString(), u"N-a"_s);
    QCOMPARE(first[u"files"_s].toArray().size(), 2);
    QCOMPARE(first[u"files"_s][1][u"sha256"_s].toString(), withPages.materials[0].pages[1].sha256);
    QCOMPARE(first[u"files"_s][1][u"material"_s].toString(), u"s"_s);
    QCOMPARE(first[u"files"_s][1][u"order"_s].toInt(), 2);
}

void DepartmentTest::everyChangeIsTold()
{
    core::CaseRecord record = Office::record(u"a"_s, CaseState::AcceptedDeferred);
    QCOMPARE(taken(record), 201);
    QCOMPARE(m_office->act(u"a"_s, CaseAct::Extend, m_office->clerk, [](core::ActRecord& act) { act.until = act.at.date().addDays(40); }),
             201);
    QCOMPARE(m_office->act(u"a"_s, CaseAct::NotifyOnce, m_office->clerk), 201);
    QCOMPARE(m_office->act(u"a"_s, CaseAct::Supplement, m_office->clerk, bringsIt), 201);
    QCOMPARE(m_office->act(u"a"_s, CaseAct::Void, m_office->supervisor), 201);
    QCOMPARE(taken(Office::record(u"b"_s)), 201);
    QCOMPARE(m_office->act(u"b"_s, CaseAct::Withdraw, m_office->clerk), 201);
    QCOMPARE(taken(Office::record(u"c"_s, CaseState::Received)), 201);
    QCOMPARE(m_office->act(u"c"_s, CaseAct::Withdraw, m_office->clerk), 201); // it never came there
    core::CaseRecord again = Office::record(u"d"_s);
    const QByteArray etag = m_office->put(again).headers.value("etag");
    again.remarks = u"更正"_s;
    again.version = 2;
    const auto resend = [&] {
        return m_office->ask("PUT", u"/v1/cases/d"_s, m_office->clerk, again.toJson(), {{"if-match", etag}}).status;
    };
    QCOMPARE(resend(), 200);
    QCOMPARE(told(), QStringList({u"accepted-deferred a"_s, u"extended a"_s, u"notified a"_s, u"supplemented a"_s, u"voided a"_s,
                                  u"accepted b"_s, u"withdrawn b"_s, u"accepted d"_s, u"corrected d"_s}));
    again.department = u"乙局"_s;
    const QByteArray now = m_office->ask("GET", u"/v1/cases/d"_s, m_office->clerk).headers.value("etag");
    QCOMPARE(m_office->ask("PUT", u"/v1/cases/d"_s, m_office->clerk, again.toJson(), {{"if-match", now}}).status, 422);
    QCOMPARE(m_office->act(u"d"_s, CaseAct::Deliver, m_office->clerk), 409); // what is refused is told to nobody
    QCOMPARE(told().size(), 9);
}

void DepartmentTest::cursorsGoForward()
{
    for (const QString& id : {u"a"_s, u"b"_s, u"c"_s})
        QCOMPARE(taken(Office::record(id)), 201);
    QCOMPARE(feed()[u"acknowledged"_s].toInt(), 0);
    QCOMPARE(acknowledge(2, m_office->department), 200);
    QCOMPARE(told(), QStringList{u"accepted c"_s});
    QCOMPARE(acknowledge(2, m_office->department), 200);
    const Answer back = m_office->ask("PUT", u"/v1/departments/甲局/feed/cursor"_s, m_office->department, {{u"cursor"_s, 1}});
    QCOMPARE(back.status, 200); // never back
    QCOMPARE(Office::bodyOf(back)[u"cursor"_s].toInt(), 2);
    QCOMPARE(acknowledge(4, m_office->department), 409);
    QCOMPARE(acknowledge(u"x"_s, m_office->department), 422);
    QCOMPARE(acknowledge(3, m_office->otherDepartment), 403);
    QCOMPARE(acknowledge(3, m_office->clerk), 403);
    QCOMPARE(feed()[u"acknowledged"_s].toInt(), 2);
    QCOMPARE(told(u"?after=0"_s).size(), 3); // what was acknowledged can be asked for again
}

void DepartmentTest::pagesOfTheFeed()
{
    for (const QString& id : {u"a"_s, u"b"_s, u"c"_s})
        QCOMPARE(taken(Office::record(id)), 201);
    const QJsonObject first = feed(u"?limit=2"_s);
    QCOMPARE(first[u"entries"_s].toArray().size(), 2);
    QCOMPARE(first[u"last"_s].toInt(), 2);
    QVERIFY(first[u"more"_s].toBool());
    const QJsonObject second = feed(u"?after=2&limit=2"_s);
    QCOMPARE(second[u"entries"_s].toArray().size(), 1);
    QVERIFY(!second[u"more"_s].toBool());
    QCOMPARE(feed(u"?after=3"_s)[u"last"_s].toInt(), 3);
    QCOMPARE(m_office->ask("GET", u"/v1/departments/甲局/feed?after=x"_s, m_office->department).status, 422);
    QCOMPARE(m_office->ask("GET", u"/v1/departments/甲局/feed?after=-1"_s, m_office->department).status, 422);
}

void DepartmentTest::aDepartmentSeesItsOwn()
{
    core::CaseRecord others = Office::record(u"b"_s);
    others.department = u"乙局"_s;
    others.materials[0].status = core::MaterialStatus::Present;
    others.materials[0].pages = {m_office->page("a page of the other department")};
    QCOMPARE(taken(Office::record(u"a"_s)), 201);
    QCOMPARE(taken(others), 201);
    const QByteArray& ours = m_office->department;
    const QByteArray& theirs = m_office->otherDepartment;
    QCOMPARE(m_office->ask("GET", u"/v1/departments/乙局/feed"_s, ours).status, 403);
    QCOMPARE(m_office->ask("GET", u"/v1/departments/甲局/feed"_s, m_office->supervisor).status, 403);
    QCOMPARE(m_office->ask("GET", u"/v1/cases/a"_s, ours).status, 200);
    QCOMPARE(m_office->ask("GET", u"/v1/cases/b"_s, ours).status, 403);
    QCOMPARE(m_office->ask("GET", u"/v1/cases/a/acts"_s, ours).status, 200);
    QCOMPARE(m_office->ask("GET", u"/v1/cases/b/acts"_s, ours).status, 403);
    QCOMPARE(Office::bodyOf(m_office->ask("GET", u"/v1/cases"_s, ours))[u"cases"_s].toArray().size(), 1);
    QCOMPARE(Office::bodyOf(m_office->ask("GET", u"/v1/cases"_s, m_office->clerk))[u"cases"_s].toArray().size(), 2);
    QCOMPARE(m_office->act(u"b"_s, CaseAct::StartReview, ours), 403);
    QCOMPARE(m_office->act(u"b"_s, CaseAct::StartReview, theirs), 201);
    const QString blob = u"/v1/blobs/"_s + others.materials[0].pages[0].sha256;
    for (const QByteArray& method : {QByteArray("GET"), QByteArray("HEAD")}) {
        QCOMPARE(m_office->ask(method, blob, theirs).status, 200);
        QCOMPARE(m_office->ask(method, blob, ours).status, method == "GET" ? 403 : 404);
    }
    QCOMPARE(m_office->ask("GET", u"/v1/events"_s, ours).status, 403); // they name every case of the hall
}

/// In at one window, decided in the department, and known at every window: one 口 in, one 口 out.
void DepartmentTest::theWholeLoop()
{
    QCOMPARE(taken(Office::record(u"a"_s)), 201);
    const QString caseId = feed()[u"entries"_s][0][u"caseId"_s].toString();
    QCOMPARE(acknowledge(feed()[u"last"_s], m_office->department), 200);
    QCOMPARE(m_office->act(caseId, CaseAct::StartReview, m_office->department), 201);
    QCOMPARE(m_office->act(caseId, CaseAct::Decide, m_office->department, [](core::ActRecord& act) { act.result = u"granted"_s; }), 201);
    QVERIFY(told().isEmpty()); // it knows what it did itself
    const QJsonObject who{{u"certificateType"_s, u"citizen-id"_s}, {u"certificateNumber"_s, u"990101195304091321"_s}};
    const QJsonValue licence = Office::bodyOf(m_office->ask("POST", u"/v1/holders/search"_s, m_office->clerk, who))[u"licences"_s][0];
    QCOMPARE(licence[u"number"_s].toString(), u"N-a"_s);
    QCOMPARE(m_office->act(caseId, CaseAct::Deliver, m_office->clerk, [](core::ActRecord& act) { act.recipient = u"本人"_s; }), 201);
    QCOMPARE(told(), QStringList{u"delivered a"_s});
}

void DepartmentTest::silenceIsTold()
{
    core::CaseRecord record = Office::record(u"a"_s, CaseState::Received);
    record.waitsUntil = record.receivedAt.date();
    QCOMPARE(taken(record), 201);
    QVERIFY(told().isEmpty());
    m_office->service.letTimePass(Office::now() + DayMs);
    QCOMPARE(told(), QStringList{u"silence-accepted a"_s});
}

/// The notice was given on time and arrives after silence was taken for acceptance.
void DepartmentTest::lateNewsRecalls()
{
    core::CaseRecord record = Office::record(u"a"_s, CaseState::Received);
    record.waitsUntil = record.receivedAt.date();
    QCOMPARE(taken(record), 201);
    m_office->service.letTimePass(Office::now() + DayMs);
    QCOMPARE(m_office->act(u"a"_s, CaseAct::NotifyOnce, m_office->clerk), 201);
    QCOMPARE(told(), QStringList({u"silence-accepted a"_s, u"recalled a"_s}));
}

void DepartmentTest::originalsTravel()
{
    const core::CaseRecord record = Office::record(u"a"_s);
    QCOMPARE(taken(record), 201);
    core::Transfer transfer{core::idText(core::newId()),
                            u"J-1"_s,
                            record.hall,
                            record.window,
                            record.clerk,
                            u"甲局"_s,
                            record.receivedAt,
                            false,
                            {{u"a"_s, record.number, record.item.name, {{u"s"_s, u"证明"_s, 1}}}}};
    const auto put = [&](const core::Transfer& sent, const QByteArray& token) {
        return m_office->ask("PUT", u"/v1/transfers/"_s + transfer.id, token, sent.toJson()).status;
    };
    core::Transfer foreign = transfer;
    foreign.department = u"乙局"_s;
    QCOMPARE(put(foreign, m_office->clerk), 422); // the case is another department's
    foreign = transfer;
    foreign.window = {u"99"_s, u"99号窗口"_s};
    QCOMPARE(put(foreign, m_office->clerk), 403); // no window of the hall
    QCOMPARE(put(transfer, m_office->department), 403);
    QCOMPARE(put(transfer, m_office->clerk), 201);
    QCOMPARE(put(transfer, m_office->clerk), 200);
    foreign = transfer;
    foreign.number = u"J-2"_s;
    QCOMPARE(put(foreign, m_office->clerk), 409);
    const auto open = [&](const QByteArray& token, const QString& query = {}) {
        return Office::bodyOf(m_office->ask("GET", u"/v1/transfers"_s + query, token))[u"transfers"_s].toArray();
    };
    QCOMPARE(open(m_office->clerk).size(), 1);
    QCOMPARE(open(m_office->department).size(), 1);
    QVERIFY(open(m_office->otherDepartment).isEmpty());
    QCOMPARE(m_office->ask("GET", u"/v1/transfers"_s, m_office->kiosk).status, 403);
    const QString receipt = u"/v1/transfers/%1/receipt"_s.arg(transfer.id);
    const QJsonObject signedFor{{u"receivedBy"_s, u"李样例"_s}, {u"remarks"_s, u"少一份"_s}};
    QCOMPARE(m_office->ask("PUT", receipt, m_office->otherDepartment, signedFor).status, 403);
    QCOMPARE(m_office->ask("PUT", receipt, m_office->clerk, signedFor).status, 403);
    QCOMPARE(m_office->ask("PUT", receipt, m_office->department, {{u"receivedBy"_s, u" "_s}}).status, 422);
    QCOMPARE(m_office->ask("PUT", u"/v1/transfers/none/receipt"_s, m_office->department, signedFor).status, 404);
    QCOMPARE(m_office->ask("PUT", receipt, m_office->department, signedFor).status, 200);
    QCOMPARE(m_office->ask("PUT", receipt, m_office->department, signedFor).status, 200);
    QCOMPARE(m_office->ask("PUT", receipt, m_office->department, {{u"receivedBy"_s, u"别人"_s}}).status, 409);
    QVERIFY(open(m_office->clerk).isEmpty());
    QCOMPARE(open(m_office->clerk, u"?open=false"_s)[0][u"remarks"_s].toString(), u"少一份"_s);
}

void DepartmentTest::aCorrectionMovesTheHolder()
{
    const core::CaseRecord record = Office::record(u"a"_s);
    QCOMPARE(taken(record), 201);
    const QString right = u"11010519491231002X"_s;
    const auto by = [&](const QByteArray& token, const std::function<void(core::Correction&)>& how) {
        return m_office->act(u"a"_s, CaseAct::Correct, token, [&](core::ActRecord& act) {
            act.correction = core::correctionOf(record);
            how(*act.correction);
        });
    };
    const auto found = [&](const QString& number) {
        return Office::bodyOf(m_office->ask("POST", u"/v1/cases/search"_s, m_office->clerk, {{u"text"_s, number}}))[u"cases"_s].toArray();
    };
    QCOMPARE(by(m_office->clerk, [](core::Correction& it) { it.applicant.certificate.number = u"11010519491231002X"_s; }), 403);
    QCOMPARE(by(m_office->department, [](core::Correction& it) { it.applicant.phone = u"19900000009"_s; }), 403);
    QCOMPARE(by(m_office->clerk, [](core::Correction& it) { it.applicant.phone = u"19900000009"_s; }), 201); // how they are reached
    QCOMPARE(found(record.applicant.certificate.number).size(), 1);
    QCOMPARE(by(m_office->supervisor, [&](core::Correction& it) { it.applicant.certificate.number = right; }), 201);
    QVERIFY(found(record.applicant.certificate.number).isEmpty());
    QCOMPARE(found(right).size(), 1);
    QCOMPARE(by(m_office->supervisor, [](core::Correction&) {}), 201); // back again: it differs from what stands
}

void DepartmentTest::actsAloneMoveACaseOn()
{
    core::CaseRecord record = Office::record(u"a"_s, CaseState::AcceptedDeferred);
    QByteArray etag = m_office->put(record).headers.value("etag");
    const auto again = [&](const QByteArray& token, const std::function<void(core::CaseRecord&)>& how) {
        core::CaseRecord changed = record;
        changed.version = 2;
        how(changed);
        const Answer answer = m_office->ask("PUT", u"/v1/cases/a"_s, token, changed.toJson(), {{"if-match", etag}});
        if (answer.status == 200)
            etag = answer.headers.value("etag");
        return answer;
    };
    const QDate day = record.receivedAt.date();
    const std::vector<std::function<void(core::CaseRecord&)>> moves{
        [](core::CaseRecord& it) { it.state = CaseState::Voided; },
        [](core::CaseRecord& it) { it.result = u"granted"_s; },
        [](core::CaseRecord& it) { it.commitment = core::Commitment::Repaired; },
        [](core::CaseRecord& it) { it.deferred.clear(); },
        [&](core::CaseRecord& it) { it.deferred[0].deadline = day.addDays(90); },
        [&](core::CaseRecord& it) { it.statutoryUntil = day.addDays(90); },
        [&](core::CaseRecord& it) { it.suspendedSince = day; },
        [&](core::CaseRecord& it) { it.refusal = core::Refusal{u"不符合"_s, u"样例条例"_s, {}, day}; },
        [&](core::CaseRecord& it) { it.delivery = core::Delivery{u"本人"_s, false, record.receivedAt}; },
    };
    for (const auto& move : moves) {
        for (const QByteArray& token : {m_office->clerk, m_office->supervisor}) {
            const Answer refused = again(token, move);
            QCOMPARE(refused.status, 409);
            QCOMPARE(Office::bodyOf(refused)[u"reason"_s].toString(), u"case.changed-by-acts-only"_s);
        }
    }
    const auto somebodyElse = [](core::CaseRecord& it) { it.applicant.name = u"别人"_s; };
    const auto withAgent = [](core::CaseRecord& it) {
        it.agent = it.applicant;
        it.agent->name = u"代办人"_s;
    };
    QCOMPARE(again(m_office->clerk, somebodyElse).status, 403);
    QCOMPARE(again(m_office->clerk, withAgent).status, 403);
    QCOMPARE(again(m_office->clerk, [](core::CaseRecord& it) { it.applicant.phone = u"19900000009"_s; }).status, 200);
    QCOMPARE(again(m_office->supervisor, somebodyElse).status, 200);
    QCOMPARE(told(), QStringList({u"accepted-deferred a"_s, u"corrected a"_s, u"corrected a"_s}));
}

void DepartmentTest::aCaseIsFoundByWhatIsKnownOfIt()
{
    core::CaseRecord offline = Office::record(u"a"_s);
    offline.number = u"LIN-1"_s;
    offline.numberProvisional = true;
    QCOMPARE(taken(offline), 201);
    core::CaseRecord abroad = Office::record(u"b"_s);
    abroad.number = u"N-B"_s;
    abroad.applicant.certificate = {core::CertificateType::Passport, u"e7654321"_s};
    abroad.receivedAt = offline.receivedAt.addSecs(60);
    QCOMPARE(taken(abroad), 201);
    const auto found = [&](const QString& text) {
        QStringList ids;
        const Answer answer = m_office->ask("POST", u"/v1/cases/search"_s, m_office->clerk, {{u"text"_s, text}});
        const QJsonArray cases = Office::bodyOf(answer)[u"cases"_s].toArray();
        for (const QJsonValue& one : cases)
            ids.append(one[u"id"_s].toString());
        return ids.join(u' ');
    };
    const QString given = Office::bodyOf(m_office->ask("GET", u"/v1/cases/a"_s, m_office->clerk))[u"number"_s].toString();
    QCOMPARE(found(u"lin-1"_s), u"a"_s);
    QCOMPARE(found(given), u"a"_s);
    QCOMPARE(found(u"qa"_s), u"a"_s);
    QCOMPARE(found(u"n-b"_s), u"b"_s);
    QCOMPARE(found(u"E7654321"_s), u"b"_s);
    QCOMPARE(found(u"none"_s), QString());
    abroad = Office::record(u"c"_s);
    abroad.applicant.certificate = {core::CertificateType::Other, u"QB"_s};
    abroad.receivedAt = offline.receivedAt.addSecs(120);
    QCOMPARE(taken(abroad), 201);
    QCOMPARE(found(u"qb"_s), u"c b"_s); // one is named so, the other has the number; the newest first
}

void DepartmentTest::aWindowsDay()
{
    QCOMPARE(taken(Office::record(u"a"_s)), 201);
    const QJsonObject day = Office::bodyOf(m_office->ask("GET", u"/v1/windows/03/shift"_s, m_office->clerk));
    QCOMPARE(day[u"cases"_s].toInt(), 1);
    QVERIFY(day[u"tickets"_s].toObject().isEmpty());
    QCOMPARE(m_office->ask("GET", u"/v1/windows/04/shift"_s, m_office->clerk).status, 403);
    QCOMPARE(m_office->ask("GET", u"/v1/windows/03/shift"_s, m_office->department).status, 403);
}

/// Who is signed in stays so, and departments get what was accepted before there was a feed.
void DepartmentTest::olderDatabases()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"old.sqlite"_s);
    const auto statements = [](const backoffice::Database& database, const QString& name) {
        QFile script(QStringLiteral(SQL "/") + name);
        QVERIFY(script.open(QIODevice::ReadOnly));
        QStringList parts = core::sqlStatements(QString::fromUtf8(script.readAll()));
        for (const QString& statement : std::as_const(parts))
            database.run(statement);
    };
    const QStringList scripts = QDir(QStringLiteral(SQL)).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    const auto next = scripts.indexOf(u"011-feed-and-reminders.sql"_s);
    QVERIFY(next > 0);
    const backoffice::Database database(path);
    for (const QString& name : scripts.first(next))
        statements(database, name);
    database.run(u"PRAGMA user_version = %1"_s.arg(next));
    database.run(u"INSERT INTO hall (code, name) VALUES ('9901', 'x')"_s);
    database.run(u"INSERT INTO account (number, name, role, hall, password_hash) VALUES ('001', 'x', 'clerk', '9901', 'x')"_s);
    database.run(u"INSERT INTO session (access_hash, refresh_hash, account, service_window, access_until, refresh_until) "
                 "VALUES ('a', 'r', '001', '03', 9, 9)"_s);
    const auto insert = [&](const core::CaseRecord& record) {
        database.run(u"INSERT INTO case_record (id, hall, number, item_code, state, received_at, received_hash, etag, body) "
                     "VALUES (?, '9901', ?, 'i', ?, ?, 'h', 'e', ?)"_s,
                     {record.id, record.number, core::toWire(record.state), record.receivedAt.toMSecsSinceEpoch(),
                      QString::fromUtf8(QJsonDocument(record.toJson()).toJson())});
    };
    insert(Office::record(u"a"_s));
    insert(Office::record(u"b"_s, CaseState::Received));
    insert(Office::record(u"c"_s, CaseState::AcceptedDeferred));
    const auto migrated = database.prepare();
    QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().facts.join(u' ')));
    const auto count = [&](const QString& sql) {
        auto row = database.run(sql);
        return row.next() ? row.value(0).toInt() : -1;
    };
    QCOMPARE(count(u"SELECT count(*) FROM session s JOIN account a ON a.number = s.account WHERE a.department = ''"_s), 1);
    QCOMPARE(count(u"SELECT count(*) FROM feed_entry WHERE department = '甲局'"_s), 2);
    QCOMPARE(count(u"SELECT max(seq) FROM feed_entry"_s), 2);
    QCOMPARE(count(u"SELECT count(*) FROM reminder"_s), 0);
    QCOMPARE(count(u"SELECT count(*) FROM pragma_foreign_key_check"_s), 0);
}

QTEST_GUILESS_MAIN(DepartmentTest)
#include "departmenttest.moc"
