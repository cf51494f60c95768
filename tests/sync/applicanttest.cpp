// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// What an applicant's phone gets from the back office, and what becomes of an evaluation.

#include "app/core/evaluation.h"
#include "tests/support/officehall.h"

#include <QTest>

using namespace officehall;
using core::CaseAct;
using core::CaseState;

class ApplicantTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_office = std::make_unique<Office>(); }
    void init() const { m_office->clear(); }
    void howACaseStands();
    void namesNobody();
    void unknownCodes_data();
    void unknownCodes();
    void longEndedIsNotShown();
    void oneEvaluation();
    void badOnesAreFollowedUp();
    void fromTheSecondScreen();
    void reasons();

private:
    [[nodiscard]] Answer page(const QString& code) const { return m_office->ask("GET", u"/q/"_s + code, {}); }
    [[nodiscard]] static QString text(const Answer& answer) { return QString::fromUtf8(answer.body); }
    [[nodiscard]] Answer rate(const QString& code, const QByteArray& form) const
    {
        backoffice::Request request;
        request.method = "POST";
        request.path = u"/q/%1/evaluation"_s.arg(code);
        request.headers.insert("content-type", "application/x-www-form-urlencoded");
        request.body = form;
        return m_office->service.handle(request);
    }
    [[nodiscard]] QJsonArray evaluations(const QString& query = {}) const
    {
        return Office::bodyOf(m_office->ask("GET", u"/v1/evaluations"_s + query, m_office->supervisor))[u"evaluations"_s].toArray();
    }

    std::unique_ptr<Office> m_office;
};

void ApplicantTest::howACaseStands()
{
    QCOMPARE(m_office->put(Office::record(u"a"_s, CaseState::AcceptedDeferred)).status, 201);
    const Answer answer = page(u"qa"_s); // small letters will do
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.headers["content-type"].startsWith("text/html"));
    QVERIFY(answer.headers["content-security-policy"].startsWith("default-src 'none'"));
    QCOMPARE(answer.headers["cache-control"], "no-store");
    QVERIFY2(text(answer).contains(u"已容缺受理，正在办理"_s) && text(answer).contains(u"证明"_s), answer.body.constData());
    QCOMPARE(m_office->act(u"a"_s, CaseAct::Supplement, m_office->clerk, bringsIt), 201);
    QVERIFY(text(page(u"QA"_s)).contains(u"已受理，正在办理"_s));
    QVERIFY(!text(page(u"QA"_s)).contains(u"还需补交"_s));
    QCOMPARE(m_office->ask("GET", u"/q/style.css"_s, {}).headers["content-type"], "text/css; charset=utf-8");
}

void ApplicantTest::namesNobody()
{
    core::CaseRecord record = Office::record(u"a"_s);
    record.agent = core::Party{core::ApplicantKind::Person, u"李样例"_s, {}, u"19900000002"_s, {}, {}};
    record.postTo = u"样例路1号"_s;
    QCOMPARE(m_office->put(record).status, 201);
    QCOMPARE(page(u"QA"_s).status, 200);
    const QString shown = text(page(u"QA"_s));
    for (const QString& personal : {record.applicant.name, record.applicant.certificate.number, record.applicant.phone, record.agent->name,
                                    record.agent->phone, record.postTo, record.clerk.name + u"（"_s})
        QVERIFY2(!shown.contains(personal), qPrintable(personal));
}

void ApplicantTest::unknownCodes_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("nobody's") << u"ZZZZZZZZZZ"_s;
    QTest::newRow("a case number") << u"N-a"_s;
    QTest::newRow("markup") << u"<script>alert(1)<"_s;
    QTest::newRow("quotes") << u"' OR 1=1 --"_s;
}

void ApplicantTest::unknownCodes()
{
    QFETCH(QString, code);
    QCOMPARE(m_office->put(Office::record(u"a"_s)).status, 201);
    const Answer answer = page(code);
    QCOMPARE(answer.status, 404);
    QVERIFY(text(answer).contains(u"查询码不存在或已过期"_s));
    QVERIFY(!text(answer).contains(u"<script"_s));
    QCOMPARE(rate(code, "level=5").status, 404);
}

void ApplicantTest::longEndedIsNotShown()
{
    core::CaseRecord old = Office::record(u"a"_s, CaseState::Refused);
    old.refusal = core::Refusal{u"不属于本机关职权"_s, u"许可法"_s};
    QCOMPARE(m_office->put(old).status, 201);
    QCOMPARE(page(u"QA"_s).status, 200);
    QVERIFY(!text(page(u"QA"_s)).contains(u"不属于本机关职权"_s)); // the paper says it
    old.id = u"b"_s;
    old.number = u"N-b"_s;
    old.queryCode = u"QB"_s;
    old.receivedAt = old.receivedAt.addDays(-181);
    QCOMPARE(m_office->put(old).status, 201);
    QCOMPARE(page(u"QB"_s).status, 404);
}

void ApplicantTest::oneEvaluation()
{
    QCOMPARE(m_office->put(Office::record(u"a"_s)).status, 201);
    QVERIFY(text(page(u"QA"_s)).contains(u"<form"_s));
    for (const QByteArray& wrong : {QByteArray("level=6"), QByteArray("level=0"), QByteArray("reason=x"), QByteArray("")})
        QCOMPARE(rate(u"QA"_s, wrong).status, 422);
    QCOMPARE(rate(u"QA"_s, "level=5&reason=" + QUrl::toPercentEncoding(u"很快"_s) + "+%3Cb%3E").status, 200);
    QVERIFY(text(page(u"QA"_s)).contains(u"您已评价"_s));
    QCOMPARE(rate(u"QA"_s, "level=1").status, 409);
    const QJsonArray all = evaluations();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0][u"level"_s].toInt(), 5);
    QCOMPARE(all[0][u"reason"_s].toString(), u"很快 <b>"_s);
    QCOMPARE(all[0][u"number"_s].toString(), u"N-a"_s);
    QVERIFY(evaluations(u"?open=true"_s).isEmpty());
    QCOMPARE(m_office->ask("GET", u"/v1/evaluations"_s, m_office->clerk).status, 403); // not the clerk's to see
}

void ApplicantTest::badOnesAreFollowedUp()
{
    QCOMPARE(m_office->put(Office::record(u"a"_s)).status, 201);
    QCOMPARE(rate(u"QA"_s, "level=2").status, 200);
    const QJsonArray open = evaluations(u"?open=true"_s);
    QCOMPARE(open.size(), 1);
    const QDate until = QDate::fromString(open[0][u"followUpUntil"_s].toString(), Qt::ISODate);
    QVERIFY(until > core::hallTime(Office::now()).date().addDays(18)); // fifteen working days
    const QString path = u"/v1/evaluations/%1/follow-up"_s.arg(open[0][u"id"_s].toString());
    QCOMPARE(m_office->ask("PUT", path, m_office->clerk, {{u"followUp"_s, u"已致歉"_s}}).status, 403);
    QCOMPARE(m_office->ask("PUT", path, m_office->supervisor, {{u"followUp"_s, u" "_s}}).status, 422);
    QCOMPARE(m_office->ask("PUT", u"/v1/evaluations/none/follow-up"_s, m_office->supervisor, {{u"followUp"_s, u"已致歉"_s}}).status, 404);
    QCOMPARE(m_office->ask("PUT", path, m_office->supervisor, {{u"followUp"_s, u"已致歉"_s}}).status, 200);
    QCOMPARE(m_office->ask("PUT", path, m_office->supervisor, {{u"followUp"_s, u"已致歉"_s}}).status, 200);
    QCOMPARE(m_office->ask("PUT", path, m_office->supervisor, {{u"followUp"_s, u"别的"_s}}).status, 409);
    QVERIFY(evaluations(u"?open=true"_s).isEmpty());
    QCOMPARE(evaluations()[0][u"followUp"_s].toString(), u"已致歉"_s);
}

void ApplicantTest::fromTheSecondScreen()
{
    QCOMPARE(m_office->put(Office::record(u"a"_s)).status, 201);
    const auto put = [&](const QString& id, const QJsonObject& body, const QByteArray& token) {
        return m_office->ask("PUT", u"/v1/evaluations/"_s + id, token, body).status;
    };
    const QJsonObject good{{u"of"_s, u"case"_s}, {u"level"_s, 4}};
    QCOMPARE(put(u"a"_s, good, m_office->kiosk), 403);
    QCOMPARE(put(u"b"_s, good, m_office->clerk), 404);
    m_office->rewrite(u"UPDATE case_record SET service_window = '09', clerk = '009' WHERE id = 'a'"_s);
    QCOMPARE(put(u"a"_s, good, m_office->clerk), 403); // another window's
    m_office->rewrite(u"UPDATE case_record SET service_window = '03' WHERE id = 'a'"_s);
    QCOMPARE(put(u"a"_s, {{u"of"_s, u"case"_s}, {u"level"_s, 9}}, m_office->clerk), 422);
    QCOMPARE(put(u"a"_s, {{u"of"_s, u"hall"_s}, {u"level"_s, 4}}, m_office->clerk), 422);
    QCOMPARE(put(u"a"_s, good, m_office->clerk), 200);
    QCOMPARE(put(u"a"_s, {{u"of"_s, u"case"_s}, {u"level"_s, 1}}, m_office->clerk), 200); // the first one stands
    QCOMPARE(evaluations().size(), 1);
    QCOMPARE(evaluations()[0][u"level"_s].toInt(), 4);
    QCOMPARE(evaluations()[0][u"clerk"_s].toString(), u"009"_s); // whoever is signed in by now
    QCOMPARE(rate(u"QA"_s, "level=1").status, 409); // nor is it given twice
}

void ApplicantTest::reasons()
{
    QCOMPARE(core::trimmedReason(u"  好\u0007\u202e评  "_s), u"好评"_s);
    QCOMPARE(core::trimmedReason(QString(500, u'好')).size(), 200);
    QCOMPARE(core::trimmedReason(u"\U00020BB7"_s.repeated(300)).toUcs4().size(), 200);
    QCOMPARE(core::levelWords(5), u"非常满意"_s);
    QCOMPARE(core::levelWords(0), QString());
}

QTEST_GUILESS_MAIN(ApplicantTest)
#include "applicanttest.moc"
