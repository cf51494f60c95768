// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/hallalerts.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using core::AlertAct;
using core::AlertKind;
using core::HallBoard;

namespace {

const QDateTime Now(QDate(2026, 11, 24), QTime(2, 40), Qt::UTC);

core::WindowFigures window(const QString& code, const QString& state, const QStringList& classes, const QString& ticket = {},
                           int minutes = 5)
{
    return {code,    code + u"号窗口"_s,           state,  state == u"paused" ? u"用餐"_s : QString(),        u"甲"_s,
            classes, Now.addSecs(-60LL * minutes), ticket, ticket.isEmpty() ? QDateTime() : Now.addSecs(-120)};
}

HallBoard board(const QList<core::ClassFigures>& classes, const QList<core::WindowFigures>& windows)
{
    HallBoard result;
    result.at = Now;
    result.classes = classes;
    result.windows = windows;
    return result;
}

QString words(const QList<core::HallAlert>& alerts)
{
    QStringList lines;
    for (const core::HallAlert& alert : alerts)
        lines.append(QStringList{QString::number(int(alert.kind)), alert.ticketClass, alert.window, QString::number(alert.count),
                                 QString::number(alert.minutes), QString::number(int(alert.act))}
                         .join(u' '));
    return lines.join(u'|');
}

} // namespace

/// What a supervisor is told to do, and by whom it can be done.
class AlertTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alerts_data();
    void alerts();
    void whatHelpWouldDo();
    void travels();
    void faults_data();
    void faults();
};

void AlertTest::alerts_data()
{
    QTest::addColumn<HallBoard>("hall");
    QTest::addColumn<QString>("expected");
    const core::ClassFigures calm{u"A"_s, 5, 29 * 60, 0};
    const core::ClassFigures late{u"B"_s, 23, 34 * 60, 0};
    const core::ClassFigures none{u"B"_s, 0, 0, 0};
    const auto a1 = window(u"1"_s, u"open"_s, {u"A"_s}, u"A001"_s);
    const auto b2 = window(u"2"_s, u"open"_s, {u"B"_s}, u"B001"_s);
    QTest::newRow("calm") << board({calm, none}, {a1, b2}) << QString();
    QTest::newRow("an idle window helps") << board({calm, late}, {a1, b2, window(u"3"_s, u"open"_s, {u"A"_s})}) << u"1 B 3 23 34 1"_s;
    QTest::newRow("otherwise a busy one") << board({calm, late}, {a1, b2}) << u"1 B 1 23 34 1"_s;
    QTest::newRow("the one with fewest of its own")
        << board({calm, late, {u"C"_s, 1, 60, 0}}, {a1, b2, window(u"3"_s, u"open"_s, {u"C"_s}, u"C001"_s)}) << u"1 B 3 23 34 1"_s;
    QTest::newRow("nobody can help") << board({late}, {b2, window(u"3"_s, u"closed"_s, {u"A"_s})}) << u"1 B  23 34 0"_s;
    QTest::newRow("nobody serves") << board({{u"B"_s, 1, 60, 0}}, {a1, window(u"2"_s, u"closed"_s, {u"B"_s})}) << u"0 B 1 1 1 1"_s;
    QTest::newRow("a paused one serves nobody")
        << board({{u"B"_s, 1, 60, 0}}, {a1, window(u"2"_s, u"paused"_s, {u"B"_s})}) << u"0 B 1 1 1 1"_s;
    QTest::newRow("a long pause") << board({},
                                           {window(u"2"_s, u"paused"_s, {u"B"_s}, {}, 20), window(u"3"_s, u"paused"_s, {u"B"_s}, {}, 19)})
                                  << u"3  2 0 20 2"_s;
    HallBoard silence = board({late}, {b2});
    silence.noticesDue = 3;
    QTest::newRow("silence comes last") << silence << u"1 B  23 34 0|4   3 0 0"_s;
    HallBoard asked = board({late}, {b2, window(u"3"_s, u"paused"_s, {}, {}, 20)});
    asked.pauses = {{u"p"_s, u"2"_s, u"甲"_s, u"meal"_s, Now, core::PauseRequest::State::Asked, {}, {}}};
    QTest::newRow("a window asks for a pause") << asked << u"1 B  23 34 0|2  2 0 0 3|3  3 0 20 2"_s;
    QTest::newRow("the longest first") << board({{u"A"_s, 1, 31 * 60, 0}, late}, {a1, b2}) << u"1 B 1 23 34 1|1 A 2 1 31 1"_s;
}

void AlertTest::alerts()
{
    QFETCH(HallBoard, hall);
    QTEST(words(core::alertsOf(hall, {30, 20})), "expected");
}

void AlertTest::whatHelpWouldDo()
{
    core::ClassFigures late{u"B"_s, 23, 34 * 60, 0};
    late.oneMoreSeconds = 700;
    const auto alerts = core::alertsOf(board({late}, {window(u"1"_s, u"open"_s, {u"A"_s}), window(u"2"_s, u"open"_s, {u"B"_s})}), {30, 20});
    QCOMPARE(alerts.size(), 1);
    QCOMPARE(alerts[0].minutesThen, 12);
}

void AlertTest::travels()
{
    HallBoard hall =
        board({{u"A"_s, 5, 600, 300}}, {window(u"1"_s, u"open"_s, {u"A"_s, u"B"_s}, u"A001"_s), window(u"2"_s, u"paused"_s, {})});
    hall.hours = {{9, 12, 4}, {10, 3, 7}};
    hall.evaluations = 10;
    hall.satisfied = 9;
    hall.noticesDue = 1;
    hall.firstNotice = QDate(2026, 11, 25);
    hall.papersSaved = 214;
    hall.pauses = {{u"p"_s, u"2"_s, u"甲"_s, u"meal"_s, Now, core::PauseRequest::State::Asked, {}, {}}};
    hall.classes[0].expected = core::ExpectedFigures{720, 480, 1'100};
    hall.classes[0].oneMoreSeconds = 400;
    QCOMPARE(*HallBoard::fromJson(hall.toJson()), hall);
    QCOMPARE(hall.waiting(), 5);
    QCOMPARE(hall.longestSeconds(), 600);
    QCOMPARE(hall.openWindows(), 1);
    QVERIFY(!hall.windows[0].isIdle());
}

void AlertTest::faults_data()
{
    QTest::addColumn<QString>("field");
    const QJsonObject whole = board({}, {}).toJson();
    for (const QString& field : whole.keys())
        QTest::addRow("%s", qPrintable(field)) << field;
}

void AlertTest::faults()
{
    QFETCH(QString, field);
    QJsonObject json = board({}, {}).toJson();
    json.remove(field);
    const auto read = HallBoard::fromJson(json);
    QVERIFY(!read);
    QCOMPARE(read.error().facts, QStringList{field});
}

QTEST_APPLESS_MAIN(AlertTest)
#include "alerttest.moc"
