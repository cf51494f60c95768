// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The back office's handlers without a socket: rights, limits and faults.

#include "app/backoffice/administration.h"
#include "app/backoffice/catalogueimport.h"
#include "app/backoffice/guidekeeping.h"
#include "app/backoffice/service.h"
#include "app/core/caseact.h"
#include "app/core/enquiry.h"
#include "app/core/grant.h"
#include "app/core/halltime.h"
#include "app/core/uuid7.h"
#include "app/training/traininghall.h"
#include "tests/support/halldatabase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using backoffice::Answer;
using backoffice::Request;

class BackofficeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everythingNeedsAToken();
    void rightsAreChecked();
    void statuses_data();
    void statuses();
    void importKeepsTheRunningCatalogue();
    void changedItemsComeAlone();
    void tusRefusesWhatDoesNotFit();
    void anUploadBeyondItsEndBeginsAnew();
    void timeBreaksCommitments();
    void proceduresStopTheClock();
    void lateNewsOfWhatWasOnTime();
    void enquiriesCountOnce();
    void aGrantGoesWithItsVisit();
    void visitsThatBecameNoCaseAreForgotten();
    void tablesLeaveGuides();
    void oneThatFailsUndoesAll();

private:
    Answer ask(const QByteArray& method, const QString& path, const QJsonObject& body = {}, const QByteArray& token = {},
               const QHash<QByteArray, QByteArray>& headers = {}) const;
    /// A deferred case as a window sends it, put in; the supplement is due today.
    core::CaseRecord deferredCase(const QString& id, const QString& itemCode, const QString& holder = u"11010519491231002X"_s) const;
    Answer act(const core::CaseRecord& record, core::CaseAct kind, const QByteArray& token,
               const std::function<void(core::ActRecord&)>& more = {}) const;
    [[nodiscard]] core::CaseRecord stored(const QString& id) const;
    QByteArray tokenFor(const QString& clerk, const QString& window) const;

    QTemporaryDir m_folder;
    std::unique_ptr<backoffice::Service> m_service;
    QByteArray m_token;
};

void BackofficeTest::initTestCase()
{
    const QString path = halldatabase::newPlace(m_folder.path());
    QVERIFY(training::seedHall({m_folder.path(), path}));
    m_service = std::make_unique<backoffice::Service>(backoffice::Database(path), backoffice::BlobStore(m_folder.path()));
    m_token = tokenFor(u"001"_s, u"03"_s);
    QVERIFY(!m_token.isEmpty());
}

Answer BackofficeTest::ask(const QByteArray& method, const QString& path, const QJsonObject& body, const QByteArray& token,
                           const QHash<QByteArray, QByteArray>& headers) const
{
    Request request;
    request.method = method;
    request.path = path;
    request.headers = headers;
    if (!token.isEmpty())
        request.headers.insert("authorization", "Bearer " + token);
    if (!body.isEmpty())
        request.body = QJsonDocument(body).toJson();
    return m_service->handle(request);
}

QByteArray BackofficeTest::tokenFor(const QString& clerk, const QString& window) const
{
    const QJsonObject who{{u"clerk"_s, clerk}, {u"password"_s, u"training"_s}, {u"window"_s, window}, {u"takeOver"_s, true}};
    const Answer answer = ask("POST", u"/v1/sessions"_s, who);
    return QJsonDocument::fromJson(answer.body)[u"accessToken"_s].toString().toLatin1();
}

void BackofficeTest::everythingNeedsAToken()
{
    for (const QString& path : {u"/v1/catalogue"_s, u"/v1/calendar/2026"_s, u"/v1/cases"_s, u"/v1/halls/9901/board"_s, u"/v1/events"_s,
                                u"/v1/blobs/"_s + QString(64, u'a')}) {
        QCOMPARE(ask("GET", path).status, 401);
        QCOMPARE(ask("GET", path, {}, "not-a-token").status, 401);
    }
    QCOMPARE(ask("GET", u"/v1/health"_s).status, 200);
}

void BackofficeTest::rightsAreChecked()
{
    QCOMPARE(ask("GET", u"/v1/halls/8801/board"_s, {}, m_token).status, 403);
    QCOMPARE(ask("PUT", u"/v1/windows/04/state"_s, {{u"state"_s, u"open"_s}}, m_token).status, 403); // another window
    QCOMPARE(ask("PUT", u"/v1/windows/04/calls/x"_s, {{u"requestedAt"_s, u"x"_s}}, m_token).status, 403);
    const QByteArray kiosk = tokenFor(u"800"_s, u"12"_s);
    QCOMPARE(ask("POST", u"/v1/number-blocks"_s, {{u"id"_s, u"b"_s}, {u"count"_s, 5}}, kiosk).status, 403);
    QCOMPARE(ask("POST", u"/v1/halls/9901/tickets"_s, {{u"class"_s, u"A"_s}}, kiosk).status, 201);
}

void BackofficeTest::statuses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("unknown path") << QByteArray("GET") << u"/v1/nowhere"_s << QJsonObject() << 404;
    QTest::newRow("wrong method") << QByteArray("POST") << u"/v1/catalogue"_s << QJsonObject{{u"a"_s, 1}} << 405;
    QTest::newRow("unknown case") << QByteArray("GET") << u"/v1/cases/none"_s << QJsonObject() << 404;
    QTest::newRow("empty case") << QByteArray("PUT") << u"/v1/cases/c"_s << QJsonObject{{u"id"_s, u"c"_s}} << 422;
    QTest::newRow("no class") << QByteArray("POST") << u"/v1/halls/9901/tickets"_s << QJsonObject{{u"x"_s, 1}} << 422;
    QTest::newRow("pause without reason") << QByteArray("PUT") << u"/v1/windows/03/state"_s << QJsonObject{{u"state"_s, u"paused"_s}}
                                          << 422;
    QTest::newRow("too many numbers") << QByteArray("POST") << u"/v1/number-blocks"_s
                                      << QJsonObject{{u"id"_s, u"b"_s}, {u"count"_s, 100'000}} << 422;
    QTest::newRow("calendar not there") << QByteArray("GET") << u"/v1/calendar/1999"_s << QJsonObject() << 404;
    QTest::newRow("U+0000 in a text") << QByteArray("POST") << u"/v1/halls/9901/tickets"_s
                                      << QJsonObject{{u"class"_s, u"A"_s}, {u"holderName"_s, u"a\0b"_s}} << 422;
    QTest::newRow("U+0000 in the path") << QByteArray("GET") << u"/v1/cases/a\0b"_s << QJsonObject() << 404;
    QTest::newRow("closed window") << QByteArray("PUT") << u"/v1/windows/03/calls/c1"_s << QJsonObject{{u"requestedAt"_s, u"x"_s}} << 409;
}

void BackofficeTest::statuses()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QJsonObject, body);
    QFETCH(int, status);
    const Answer answer = ask(method, path, body, m_token);
    QCOMPARE(answer.status, status);
    const QJsonObject problem = QJsonDocument::fromJson(answer.body).object();
    QVERIFY(problem[u"type"_s].toString().startsWith(u"urn:yichuang:problem:"_s));
    QVERIFY(!problem[u"title"_s].toString().isEmpty());
    QCOMPARE(answer.headers.value("content-type"), QByteArray("application/problem+json"));
}

void BackofficeTest::importKeepsTheRunningCatalogue()
{
    const QByteArray before = ask("GET", u"/v1/catalogue"_s, {}, m_token).body;
    QJsonObject broken = QJsonDocument::fromJson(training::hallCatalogue()).object();
    QJsonArray items = broken[u"items"_s].toArray();
    items.append(items[0]); // twice the same code
    broken[u"items"_s] = items;
    const auto result = backoffice::importCatalogue(m_service->database(), broken);
    QVERIFY(result);
    QCOMPARE(result->faults.size(), 1);
    QCOMPARE(result->faults[0].about.code, u"catalogue.duplicate"_s);
    QVERIFY(ask("GET", u"/v1/catalogue"_s, {}, m_token).body == before);
}

void BackofficeTest::changedItemsComeAlone()
{
    const QByteArray before = ask("GET", u"/v1/catalogue"_s, {}, m_token).headers.value("etag");
    QJsonObject next = QJsonDocument::fromJson(training::hallCatalogue()).object();
    QJsonArray items = next[u"items"_s].toArray();
    QJsonObject item = items[3].toObject();
    item[u"fee"_s] = u"每件 50 元"_s;
    items[3] = item;
    next[u"items"_s] = items;
    const auto imported = backoffice::importCatalogue(m_service->database(), next);
    QVERIFY(imported && imported->changed == 1);
    Request request;
    request.method = "GET";
    request.path = u"/v1/catalogue"_s;
    request.query.addQueryItem(u"since"_s, QString::fromLatin1(before.mid(1, before.size() - 2)));
    request.headers.insert("authorization", "Bearer " + m_token);
    const Answer answer = m_service->handle(request);
    QCOMPARE(answer.status, 200);
    const QJsonArray changed = QJsonDocument::fromJson(answer.body)[u"items"_s].toArray();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][u"code"_s], item[u"code"_s]);
    QCOMPARE(changed[0][u"fee"_s], item[u"fee"_s]);
    QVERIFY(answer.headers.value("etag") != before);
}

void BackofficeTest::tusRefusesWhatDoesNotFit()
{
    const QByteArray sha = QByteArray(64, 'a').toBase64();
    const QHash<QByteArray, QByteArray> create{{"tus-resumable", "1.0.0"}, {"upload-length", "4"}, {"upload-metadata", "sha256 " + sha}};
    QCOMPARE(ask("POST", u"/v1/uploads"_s, {}, m_token, {{"upload-length", "4"}}).status, 412); // no version
    QHash<QByteArray, QByteArray> huge = create;
    huge["upload-length"] = "99999999999";
    QCOMPARE(ask("POST", u"/v1/uploads"_s, {}, m_token, huge).status, 413);
    QHash<QByteArray, QByteArray> twoLines = create;
    twoLines["upload-metadata"] += ",mediaType " + QByteArray("image/png\n").toBase64(); // it would end the head of later answers
    QCOMPARE(ask("POST", u"/v1/uploads"_s, {}, m_token, twoLines).status, 422);
    const Answer created = ask("POST", u"/v1/uploads"_s, {}, m_token, create);
    QCOMPARE(created.status, 201);
    const QString path = QString::fromLatin1(created.headers.value("location"));
    Request patch;
    patch.method = "PATCH";
    patch.path = path;
    patch.headers = {{"authorization", "Bearer " + m_token}, {"content-type", "application/offset+octet-stream"}, {"upload-offset", "2"}};
    patch.body = "ab";
    QCOMPARE(m_service->handle(patch).status, 409); // a gap
    patch.headers["upload-offset"] = "0";
    patch.body = "abcde";
    QCOMPARE(m_service->handle(patch).status, 413); // longer than announced
    patch.body = "abcd";
    QCOMPARE(m_service->handle(patch).status, 460); // not what its SHA-256 said
    QCOMPARE(ask("HEAD", path, {}, m_token).status, 404);
}

/// As two instances left it that appended at the same moment.
void BackofficeTest::anUploadBeyondItsEndBeginsAnew()
{
    const QByteArray sha = QByteArray(64, 'b').toBase64();
    const Answer created = ask("POST", u"/v1/uploads"_s, {}, m_token,
                               {{"tus-resumable", "1.0.0"}, {"upload-length", "4"}, {"upload-metadata", "sha256 " + sha}});
    const QString path = QString::fromLatin1(created.headers.value("location"));
    const QString id = path.section(u'/', -1);
    const backoffice::BlobStore blobs(m_folder.path());
    QCOMPARE(blobs.append(id, 0, "ab").value_or(0), 2);
    QCOMPARE(blobs.append(id, 0, "ab").value_or(0), 2); // the same piece once more lies where it lay
    QCOMPARE(ask("HEAD", path, {}, m_token).headers.value("upload-offset"), "2");
    QCOMPARE(blobs.append(id, 2, "abcd").value_or(0), 6);
    QCOMPARE(ask("HEAD", path, {}, m_token).status, 404);
    QVERIFY(!blobs.uploads().contains(id));
    QVERIFY(blobs.append(u"seed-x"_s, 0, "ab"));
    m_service->tidyUploads(QDateTime::currentMSecsSinceEpoch());
    QVERIFY(blobs.uploads().contains(u"seed-x"_s)); // a command is writing it
}

core::CaseRecord BackofficeTest::deferredCase(const QString& id, const QString& itemCode, const QString& holder) const
{
    const QDateTime now = core::hallTime(QDateTime::currentMSecsSinceEpoch());
    core::CaseRecord record;
    record.id = id;
    record.number = u"N-"_s + id;
    record.item = {itemCode, u"样例事项"_s};
    record.scenario = {u"1"_s, u"样例"_s};
    record.state = core::CaseState::AcceptedDeferred;
    record.applicant.name = u"王样例"_s;
    record.applicant.certificate = {core::CertificateType::CitizenId, holder};
    record.materials = {{u"s"_s, u"证明"_s}};
    record.deferred = {{u"s"_s, u"证明"_s, core::MaterialForm::Original, now.date()}};
    record.papers = {{core::PaperKind::DeferredNotice, record.number, 2}};
    record.hall = {u"9901"_s, u"样例大厅"_s};
    record.window = {u"03"_s, u"3号窗口"_s};
    record.clerk = {u"001"_s, u"甲"_s};
    record.department = u"局"_s;
    record.receivedAt = record.acceptedAt = now;
    record.promisedUntil = now.date().addDays(30);
    record.queryCode = u"Q"_s + id;
    (void)ask("PUT", u"/v1/cases/"_s + id, record.toJson(), m_token);
    return record;
}

Answer BackofficeTest::act(const core::CaseRecord& record, core::CaseAct kind, const QByteArray& token,
                           const std::function<void(core::ActRecord&)>& more) const
{
    core::ActRecord act;
    act.id = core::idText(core::newId());
    act.caseId = record.id;
    act.act = kind;
    act.window = record.window;
    act.clerk = record.clerk;
    act.at = core::hallTime(QDateTime::currentMSecsSinceEpoch());
    if (more)
        more(act);
    return ask("PUT", u"/v1/cases/%1/acts/%2"_s.arg(record.id, act.id), act.toJson(), token);
}

core::CaseRecord BackofficeTest::stored(const QString& id) const
{
    return core::CaseRecord::fromJson(QJsonDocument::fromJson(ask("GET", u"/v1/cases/"_s + id, {}, m_token).body).object())
        .value_or(core::CaseRecord());
}

void BackofficeTest::timeBreaksCommitments()
{
    const auto barred = [this] {
        const QJsonObject who{{u"certificateType"_s, u"citizen-id"_s}, {u"certificateNumber"_s, u"11010519491231002X"_s}};
        return QJsonDocument::fromJson(ask("POST", u"/v1/holders/search"_s, who, m_token).body)[u"credit"_s][u"barred"_s].toBool();
    };
    const core::CaseRecord record = deferredCase(u"t1"_s, u"99000000002W00014"_s); // returns
    QCOMPARE(stored(u"t1"_s).state, core::CaseState::AcceptedDeferred);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    m_service->letTimePass(now); // the day is not over
    QCOMPARE(stored(u"t1"_s).state, core::CaseState::AcceptedDeferred);
    QVERIFY(!barred());
    m_service->letTimePass(now + 24LL * 3600 * 1000);
    QCOMPARE(stored(u"t1"_s).state, core::CaseState::Returned);
    QVERIFY(barred());
    const Answer acts = ask("GET", u"/v1/cases/t1/acts"_s, {}, m_token);
    QCOMPARE(QJsonDocument::fromJson(acts.body)[u"acts"_s].toArray().size(), 1);
    m_service->letTimePass(now + 48LL * 3600 * 1000); // once is enough
    QCOMPARE(stored(u"t1"_s).version, 2);
    const auto because = [](core::ActRecord& act) { act.reason = u"材料已补交"_s; };
    QCOMPARE(act(record, core::CaseAct::RepairCredit, m_token, because).status, 403); // a clerk does not
    QVERIFY(barred());
    QCOMPARE(act(record, core::CaseAct::RepairCredit, tokenFor(u"900"_s, u"12"_s), because).status, 201);
    QVERIFY(!barred());
}

void BackofficeTest::proceduresStopTheClock()
{
    const core::CaseRecord record = deferredCase(u"t2"_s, u"99000000002W00014"_s);
    const QByteArray supervisor = tokenFor(u"900"_s, u"12"_s);
    QCOMPARE(act(record, core::CaseAct::StartReview, supervisor).status, 201);
    const auto procedure = [](const QString& name) {
        return [name](core::ActRecord& act) {
            act.procedure = name;
            act.until = core::hallTime(act.at).date().addDays(20);
        };
    };
    QCOMPARE(act(record, core::CaseAct::Suspend, m_token, procedure(u"听证"_s)).status, 403);
    QCOMPARE(act(record, core::CaseAct::Suspend, supervisor, procedure(QString())).status, 403); // that is what time does
    QCOMPARE(act(record, core::CaseAct::Suspend, supervisor, procedure(u"领导外出"_s)).status, 409);
    QCOMPARE(act(record, core::CaseAct::Suspend, supervisor, procedure(u"现场核查"_s)).status, 201); // the item says so
    QCOMPARE(stored(u"t2"_s).suspendedFor, u"现场核查"_s);
    m_service->letTimePass(QDateTime::currentMSecsSinceEpoch() + 90LL * 24 * 3600 * 1000);
    QCOMPARE(stored(u"t2"_s).state, core::CaseState::InReview); // who holds the procedure says when it ends
    QCOMPARE(act(record, core::CaseAct::Resume, supervisor).status, 201);
    QVERIFY(!stored(u"t2"_s).suspendedSince);
}

/// Taken in on the last day while the network was away: it arrives after time has returned the case.
void BackofficeTest::lateNewsOfWhatWasOnTime()
{
    const core::CaseRecord record = deferredCase(u"t3"_s, u"99000000002W00014"_s, u"990101195304091321"_s);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    m_service->letTimePass(now + 24LL * 3600 * 1000);
    const core::CaseRecord returned = stored(u"t3"_s);
    QCOMPARE(returned.state, core::CaseState::Returned);
    const auto supplement = [](const QDateTime& at) {
        return [at](core::ActRecord& act) {
            act.at = at;
            act.offline = true;
            act.materials = {{u"s"_s, u"证明"_s, core::MaterialForm::Original, 1, core::MaterialStatus::Present}};
        };
    };
    QCOMPARE(act(record, core::CaseAct::Supplement, m_token, supplement(core::hallTime(now + 48LL * 3600 * 1000))).status, 409); // late
    QCOMPARE(act(record, core::CaseAct::Supplement, m_token, supplement(core::hallTime(now))).status, 201);
    const core::CaseRecord supplied = stored(u"t3"_s);
    QCOMPARE(supplied.state, core::CaseState::Accepted);
    QCOMPARE(supplied.commitment, core::Commitment::Open);
    QVERIFY(supplied.version > returned.version);
    const QJsonObject who{{u"certificateType"_s, u"citizen-id"_s}, {u"certificateNumber"_s, u"990101195304091321"_s}};
    QVERIFY(!QJsonDocument::fromJson(ask("POST", u"/v1/holders/search"_s, who, m_token).body)[u"credit"_s][u"barred"_s].toBool());
}

void BackofficeTest::enquiriesCountOnce()
{
    core::Enquiry enquiry{u"q1"_s, {u"99000000002W00014"_s, u"食品经营许可证核发"_s}, {u"retail"_s, u"新办 · 食品销售"_s}, true};
    enquiry.at = core::hallTime(QDateTime::currentMSecsSinceEpoch());
    const auto put = [&](const core::Enquiry& one, const QByteArray& token, const QString& id = u"q1"_s) {
        return ask("PUT", u"/v1/enquiries/"_s + id, one.toJson(), token).status;
    };
    QCOMPARE(put(enquiry, tokenFor(u"800"_s, u"12"_s)), 403);
    QCOMPARE(put(enquiry, m_token, u"q2"_s), 422);
    core::Enquiry named = enquiry;
    named.remark = u"回电19900000001"_s;
    QCOMPARE(put(named, m_token), 422);
    QCOMPARE(put(enquiry, m_token), 201);
    QCOMPARE(put(enquiry, m_token), 200);
    QCOMPARE(put(enquiry, tokenFor(u"002"_s, u"05"_s)), 200); // sent again from wherever the machine is
    core::Enquiry other = enquiry;
    other.guidePrinted = false;
    QCOMPARE(put(other, m_token), 409);
    const auto counted = [this](const QByteArray& token, const QString& window) {
        const Answer answer = ask("GET", u"/v1/windows/%1/shift"_s.arg(window), {}, token);
        return QJsonDocument::fromJson(answer.body)[u"enquiries"_s].toInt(-1);
    };
    QCOMPARE(counted(m_token, u"03"_s), 1);
    QCOMPARE(counted(tokenFor(u"002"_s, u"05"_s), u"05"_s), 0);
    const auto countsFor = [&](const QString& id, const QString& clerk) {
        core::Enquiry late = enquiry;
        std::tie(late.id, late.window, late.clerk) = std::tuple(id, u"03"_s, clerk);
        (void)put(late, tokenFor(u"002"_s, u"05"_s), id);
        auto row = m_service->database().run(u"SELECT service_window || ' ' || clerk FROM enquiry WHERE id = ?"_s, {id});
        return row.next() ? row.value(0).toString() : QString();
    };
    QCOMPARE(countsFor(u"q3"_s, u"001"_s), u"03 001"_s); // answered offline, by who left meanwhile
    QCOMPARE(countsFor(u"q4"_s, u"800"_s), u"05 002"_s); // no clerk
}

void BackofficeTest::aGrantGoesWithItsVisit()
{
    const QByteArray other = tokenFor(u"002"_s, u"05"_s);
    core::Grant grant;
    grant.id = core::idText(core::newId());
    grant.caseId = core::idText(core::newId());
    grant.kind = core::GrantKind::MoreDeferred;
    grant.materials = 3;
    grant.itemName = u"样例事项"_s;
    grant.windowName = u"3号窗口"_s;
    grant.clerkName = u"甲"_s;
    grant.reason = u"路途遥远"_s;
    grant.askedAt = core::hallTime(QDateTime::currentMSecsSinceEpoch());
    const QString path = u"/v1/grants/"_s + grant.id;
    QCOMPARE(ask("PUT", path, grant.toJson(), m_token).status, 201);
    QCOMPARE(ask("GET", path, {}, other).status, 403);
    const QJsonObject handedOver{{u"window"_s, u"05"_s}, {u"at"_s, core::isoTime(grant.askedAt)}, {u"reason"_s, u"换窗口"_s}};
    QCOMPARE(ask("PUT", u"/v1/cases/%1/holder"_s.arg(grant.caseId), handedOver, m_token).status, 201);
    QCOMPARE(ask("GET", path, {}, other).status, 200);
    QCOMPARE(ask("GET", path, {}, m_token).status, 200); // who asked hears of it still
    QCOMPARE(ask("GET", path, {}, tokenFor(u"003"_s, u"06"_s)).status, 403);
}

void BackofficeTest::visitsThatBecameNoCaseAreForgotten()
{
    const backoffice::Database& database = m_service->database();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const QString sha(64, u'e');
    database.run(u"INSERT INTO blob (sha256, bytes, media_type) VALUES (?, 1, 'image/jpeg')"_s, {sha});
    database.run(u"INSERT INTO prefiling (id, hall, holder, submitted_at, body) VALUES ('online', '9901', '', ?, '{}')"_s, {now});
    const auto handOver = [&](const QString& id, int daysAgo) {
        const QJsonObject draft{{u"caseId"_s, id}, {u"itemCode"_s, u"99000000002W00014"_s}};
        const QJsonObject body{{u"window"_s, u"05"_s}, {u"at"_s, id}, {u"reason"_s, u"换窗口"_s}, {u"draft"_s, draft}};
        QCOMPARE(ask("PUT", u"/v1/cases/%1/holder"_s.arg(id), body, m_token).status, 201);
        database.run(u"UPDATE visit_holder SET since = ? WHERE case_id = ?"_s, {now - 24LL * 3'600'000 * daysAgo, id});
        database.run(u"INSERT INTO loose_page (subject, hall, sha256) VALUES (?, '9901', ?)"_s, {id, sha});
    };
    for (const auto& [id, daysAgo] : {std::pair(u"old"_s, 31), std::pair(u"young"_s, 29), std::pair(u"online"_s, 31)})
        handOver(id, daysAgo);
    m_service->letTimePass(now);
    const auto left = [&](const QString& sql) {
        QStringList ids;
        auto rows = database.run(sql + u" IN (?, ?, ?) ORDER BY 1"_s, {u"old"_s, u"young"_s, u"online"_s});
        while (rows.next())
            ids.append(rows.value(0).toString());
        return ids.join(u' ');
    };
    QCOMPARE(left(u"SELECT case_id FROM visit_holder WHERE case_id"_s), u"young"_s);
    QCOMPARE(left(u"SELECT subject FROM loose_page WHERE subject"_s), u"online young"_s);
    QCOMPARE(ask("GET", u"/v1/cases/old/holder"_s, {}, m_token).status, 404);
}

void BackofficeTest::tablesLeaveGuides()
{
    const QJsonArray running = QJsonDocument::fromJson(training::hallCatalogue())[u"items"_s].toArray();
    QJsonArray table;
    for (const QJsonValue& value : running) {
        QJsonObject item = value.toObject();
        for (const QString& field : {u"conditions"_s, u"legalBasis"_s, u"flow"_s, u"faq"_s, u"questions"_s})
            item.remove(field);
        table.append(item);
    }
    QVERIFY(table != running);
    QVERIFY(backoffice::withGuides(table, running) == running);
    QJsonObject fewer = table[1].toObject();
    QVERIFY(running[1][u"questions"_s].isArray());
    fewer[u"scenarios"_s] = QJsonArray{fewer[u"scenarios"_s][0]};
    const QJsonArray kept = backoffice::withGuides({fewer}, running);
    QVERIFY(kept[0][u"questions"_s].isUndefined());
    QVERIFY(kept[0][u"conditions"_s].isArray());
}

/// A statement that goes along with others fails them all, wherever among them it stands.
void BackofficeTest::oneThatFailsUndoesAll()
{
    const backoffice::Database& database = m_service->database();
    const auto count = [&] {
        auto rows = database.run(u"SELECT count(*) FROM own_key WHERE name LIKE 'undone-%'"_s);
        return rows.next() ? rows.value(0).toInt() : -1;
    };
    const QString insert = u"INSERT INTO own_key (name, value) VALUES (?, ?)"_s;
    const auto work = [&](const QStringList& names) {
        database.inTransaction(u"9901"_s, [&] {
            for (const QString& name : names)
                database.later(insert, {name, u"it's; all?"_s});
        });
    };
    work({u"undone-1"_s});
    QCOMPARE(count(), 1);
    for (const QStringList& names :
         {QStringList{u"undone-1"_s, u"undone-2"_s}, {u"undone-2"_s, u"undone-1"_s}, {u"undone-2"_s, u"undone-1"_s, u"undone-3"_s}}) {
        QVERIFY_THROWS_EXCEPTION(backoffice::DatabaseFault, work(names));
        QCOMPARE(count(), 1);
    }
    auto rows = database.run(u"SELECT value FROM own_key WHERE name = ?"_s, {u"undone-1"_s});
    QVERIFY(rows.next());
    QCOMPARE(rows.value(0).toString(), u"it's; all?"_s);
    rows.finish();
    database.run(u"DELETE FROM own_key WHERE name LIKE 'undone-%'"_s);
}

QTEST_GUILESS_MAIN(BackofficeTest)
#include "backofficetest.moc"
