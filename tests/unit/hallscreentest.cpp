// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// What the hall's screen shows of a board, and what its voice says when.

#include "app/core/hallscreen.h"
#include "app/core/catalogue.h"
#include "app/core/queuesettings.h"
#include "app/core/voicequeue.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using core::HallScreen;

class HallScreenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBoardIsRead();
    void itsFaultsAreFound_data();
    void itsFaultsAreFound();
    void classes_data();
    void classes();
    void theVoice_data();
    void theVoice();
    void theVoiceKeepsUp();
    void noticesAreChecked_data();
    void noticesAreChecked();
};

namespace {

const QDateTime Morning(QDate(2026, 11, 23), QTime(9, 0), Qt::OffsetFromUTC, 8 * 3600);

QDateTime at(int seconds)
{
    return Morning.addSecs(seconds);
}

QJsonObject board()
{
    const auto call = [](const QString& number, int seconds, int calls) {
        return QJsonObject{{u"number"_s, number},
                           {u"window"_s, u"03"_s},
                           {u"windowName"_s, u"3号综合窗口"_s},
                           {u"calledAt"_s, at(seconds).toUTC().toString(Qt::ISODateWithMs)},
                           {u"calls"_s, calls}};
    };
    const auto window = [](const QString& name, const QString& state) {
        return QJsonObject{
            {u"code"_s, name}, {u"name"_s, name}, {u"state"_s, state}, {u"ticket"_s, QJsonObject{{u"holderName"_s, u"王样例"_s}}}};
    };
    return {{u"at"_s, at(60).toUTC().toString(Qt::ISODateWithMs)},
            {u"waiting"_s, QJsonArray{QJsonObject{{u"class"_s, u"A"_s}, {u"waiting"_s, 7}}}},
            {u"windows"_s, QJsonArray{window(u"1号"_s, u"open"_s), window(u"2号"_s, u"paused"_s), window(u"3号"_s, u"closed"_s)}},
            {u"calls"_s, QJsonArray{call(u"A001"_s, 10, 1), call(u"A002"_s, 30, 2)}},
            {u"classes"_s, QJsonArray{QJsonObject{{u"code"_s, u"A"_s}, {u"name"_s, u"企业经营"_s}}}},
            {u"notices"_s, QJsonArray{u"请备好身份证件"_s, u""_s}}};
}

/// "A001@5 B002@9": calls by their seconds, newest first as a board has them.
QList<core::HallCall> callsFrom(const QString& text)
{
    QList<core::HallCall> calls;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words)
        calls.prepend({word.section(u'@', 0, 0), u"3号综合窗口"_s, at(word.section(u'@', 1).toInt())});
    return calls;
}

} // namespace

void HallScreenTest::aBoardIsRead()
{
    const auto screen = HallScreen::fromJson(board());
    QVERIFY(screen);
    QCOMPARE(screen->at, at(60));
    QCOMPARE(screen->calls.size(), 2);
    QCOMPARE(screen->calls[0], (core::HallCall{u"A002"_s, u"3号综合窗口"_s, at(30), 2})); // newest first, however it came
    QCOMPARE(screen->calls[1].number, u"A001"_s);
    QCOMPARE(screen->openWindows, 1);
    QCOMPARE(screen->pausedWindows, QStringList{u"2号"_s});
    QCOMPARE(screen->notices, QStringList{u"请备好身份证件"_s});
    QCOMPARE(screen->waiting(), 7);
}

void HallScreenTest::itsFaultsAreFound_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("good");
    QTest::newRow("no time") << u"at"_s << QJsonValue() << false;
    QTest::newRow("no windows") << u"windows"_s << QJsonValue(QJsonObject{}) << false;
    QTest::newRow("nobody counted") << u"waiting"_s << QJsonValue(3) << false;
    QTest::newRow("a back office of old has no calls") << u"calls"_s << QJsonValue() << true;
    QTest::newRow("nor names of classes") << u"classes"_s << QJsonValue() << true;
    QTest::newRow("a call without a time is none") << u"calls"_s << QJsonValue(QJsonArray{QJsonObject{{u"number"_s, u"A001"_s}}}) << true;
}

void HallScreenTest::itsFaultsAreFound()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QFETCH(bool, good);
    QJsonObject json = board();
    json[field] = value;
    const auto screen = HallScreen::fromJson(json);
    QCOMPARE(screen.has_value(), good);
    if (!good)
        QCOMPARE(screen.error().facts, QStringList{field});
    else if (field == u"calls")
        QVERIFY(screen->calls.isEmpty());
}

void HallScreenTest::classes_data()
{
    QTest::addColumn<QString>("known");
    QTest::addColumn<QString>("waiting");
    QTest::addColumn<QString>("shown");
    QTest::newRow("none") << u""_s << u""_s << u""_s;
    QTest::newRow("known, nobody waits") << u"A B"_s << u""_s << u"A-a:0 B-b:0"_s;
    QTest::newRow("in the hall's order") << u"B A"_s << u"A:2 B:1"_s << u"B-b:1 A-a:2"_s;
    QTest::newRow("one that the hall has dropped") << u"A"_s << u"A:2 C:1"_s << u"A-a:2 C-:1"_s;
    QTest::newRow("no names at all") << u""_s << u"A:2"_s << u"A-:2"_s;
}

void HallScreenTest::classes()
{
    QFETCH(QString, known);
    QFETCH(QString, waiting);
    QFETCH(QString, shown);
    QJsonArray names;
    for (const QString& code : known.split(u' ', Qt::SkipEmptyParts))
        names.append(QJsonObject{{u"code"_s, code}, {u"name"_s, code.toLower()}});
    QJsonArray counts;
    for (const QString& one : waiting.split(u' ', Qt::SkipEmptyParts))
        counts.append(QJsonObject{{u"class"_s, one.section(u':', 0, 0)}, {u"waiting"_s, one.section(u':', 1).toInt()}});
    QJsonObject json = board();
    json[u"classes"_s] = names;
    json[u"waiting"_s] = counts;
    QStringList words;
    const auto screen = HallScreen::fromJson(json);
    QVERIFY(screen);
    for (const core::ClassCount& one : screen->classes)
        words.append(u"%1-%2:%3"_s.arg(one.code, one.name).arg(one.waiting));
    QCOMPARE(words.join(u' '), shown);
}

/// Boards and askings one after another: "hear A001@5", "next 10" with what is said then, "-" for nothing.
void HallScreenTest::theVoice_data()
{
    QTest::addColumn<QStringList>("steps");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing before the first board") << QStringList{u"next 0"_s} << u"-"_s;
    QTest::newRow("what happened before is not said") << QStringList{u"hear A001@5"_s, u"next 6"_s} << u"-"_s;
    QTest::newRow("a call is said once") << QStringList{u"hear"_s, u"hear A001@5"_s, u"hear A001@5"_s, u"next 6"_s, u"next 6"_s}
                                         << u"A001 -"_s;
    QTest::newRow("and not again after it was said")
        << QStringList{u"hear"_s, u"hear A001@5"_s, u"next 6"_s, u"hear A001@5"_s, u"next 7"_s} << u"A001 -"_s;
    QTest::newRow("a recall is said again") << QStringList{u"hear"_s, u"hear A001@5"_s, u"next 6"_s, u"hear A001@20"_s, u"next 21"_s}
                                            << u"A001 A001"_s;
    QTest::newRow("a recall of one from before") << QStringList{u"hear A001@5"_s, u"hear A001@20"_s, u"next 21"_s} << u"A001"_s;
    QTest::newRow("in the order of the calls") << QStringList{u"hear"_s, u"hear A001@1 B001@2 A002@3"_s, u"next 4"_s, u"next 4"_s,
                                                              u"next 4"_s}
                                               << u"A001 B001 A002"_s;
    QTest::newRow("one number waits once, in its place")
        << QStringList{u"hear"_s, u"hear A001@1 B001@2"_s, u"hear B001@2 A001@9"_s, u"next 10"_s, u"next 10"_s, u"next 10"_s}
        << u"A001 B001 -"_s;
    QTest::newRow("one that was taken back is not said")
        << QStringList{u"hear"_s, u"hear A001@1 B001@2"_s, u"hear B001@2"_s, u"next 3"_s, u"next 3"_s} << u"B001 -"_s;
    QTest::newRow("a stale one is passed over")
        << QStringList{u"hear"_s, u"hear A001@1 B001@2"_s, u"next 62"_s, u"next 62"_s} << u"B001 -"_s;
    QTest::newRow("after a silence only the fresh ones")
        << QStringList{u"hear"_s, u"hear A001@100 A002@550"_s, u"next 600"_s, u"next 600"_s} << u"A002 -"_s;
    QTest::newRow("an old one that comes up again") << QStringList{u"hear A002@10"_s, u"hear A001@8 A002@10"_s, u"next 11"_s} << u"-"_s;
}

void HallScreenTest::theVoice()
{
    QFETCH(QStringList, steps);
    QFETCH(QString, said);
    core::VoiceQueue voice;
    QStringList words;
    for (const QString& step : steps) {
        if (step.startsWith(u"hear"))
            voice.hear(callsFrom(step.mid(4)));
        else if (const auto call = voice.next(at(step.mid(5).toInt())))
            words.append(call->number);
        else
            words.append(u"-"_s);
    }
    QCOMPARE(words.join(u' '), said);
}

/// More calls than can be said: the newest are.
void HallScreenTest::theVoiceKeepsUp()
{
    core::VoiceQueue voice;
    voice.hear({});
    QStringList called;
    for (int i = 1; i <= 12; ++i)
        called.append(u"A%1@%2"_s.arg(i).arg(i));
    voice.hear(callsFrom(called.join(u' ')));
    QStringList said;
    while (const auto call = voice.next(at(13)))
        said.append(call->number);
    QCOMPARE(said.size(), core::VoiceQueue::Longest);
    QCOMPARE(said.constFirst(), u"A3"_s);
    QCOMPARE(said.constLast(), u"A12"_s);
}

void HallScreenTest::noticesAreChecked_data()
{
    QTest::addColumn<QJsonValue>("notice");
    QTest::addColumn<int>("faults");
    QTest::newRow("a line") << QJsonValue(u"请备好身份证件"_s) << 0;
    QTest::newRow("nothing") << QJsonValue(u""_s) << 1;
    QTest::newRow("no text") << QJsonValue(3) << 1;
    QTest::newRow("more than a line holds") << QJsonValue(QString(61, u'长')) << 1;
}

void HallScreenTest::noticesAreChecked()
{
    QFETCH(QJsonValue, notice);
    QFETCH(int, faults);
    const QJsonObject settings{{u"queue"_s, QJsonObject{{u"notices"_s, QJsonArray{notice}}}}};
    QCOMPARE(core::QueueSettings::check(settings).size(), faults);
    if (faults == 0)
        QCOMPARE(core::QueueSettings::fromJson(settings).notices, QStringList{notice.toString()});
}

QTEST_GUILESS_MAIN(HallScreenTest)
#include "hallscreentest.moc"
