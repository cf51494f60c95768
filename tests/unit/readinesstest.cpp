// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/readiness.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

ReadinessFacts well()
{
    ReadinessFacts facts;
    facts.readerFault = QString();
    facts.scanner = facts.printer = facts.storeSound = facts.backOffice = true;
    facts.freeBytes = 50LL * 1024 * 1024 * 1024;
    facts.clockOffsetMs = 900;
    facts.today = QDate(2026, 11, 26);
    facts.calendarYears = {2026};
    facts.hasCatalogue = true;
    facts.catalogueAgeMs = 60'000;
    return facts;
}

using Change = void (*)(ReadinessFacts&);

} // namespace

Q_DECLARE_METATYPE(Change)

class ReadinessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
};

void ReadinessTest::lines_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<ReadinessSubject>("subject");
    QTest::addColumn<Health>("health");
    QTest::addColumn<QString>("code");
    using S = ReadinessSubject;
    using H = Health;
    const auto row = [](const char* name, Change change, S subject, H health, const QString& code) {
        QTest::newRow(name) << change << subject << health << code;
    };
    row("all well", [](ReadinessFacts&) {}, S::Reader, H::Ok, {});
    row(
        "reader unplugged", [](ReadinessFacts& f) { f.readerFault = u"reader.unplugged"_s; }, S::Reader, H::Degraded,
        u"reader.unplugged"_s);
    row("no scanner", [](ReadinessFacts& f) { f.scanner = false; }, S::Scanner, H::Degraded, u"ready.scanner"_s);
    row("no printer", [](ReadinessFacts& f) { f.printer = false; }, S::Printer, H::Broken, u"ready.printer"_s);
    row("no camera", [](ReadinessFacts& f) { f.camera = false; }, S::Camera, H::Degraded, u"ready.camera"_s);
    row("templates usable", [](ReadinessFacts& f) { f.papers = QStringList(); }, S::Papers, H::Ok, {});
    row(
        "a template cannot be used", [](ReadinessFacts& f) { f.papers = QStringList{u"x.html"_s}; }, S::Papers, H::Broken,
        u"ready.papers"_s);
    row("no Tesseract", [](ReadinessFacts& f) { f.titles = false; }, S::Titles, H::Ok, u"ready.titles"_s);
    row("no second screen", [](ReadinessFacts& f) { f.display = false; }, S::Display, H::Degraded, u"ready.display"_s);
    row("no voice", [](ReadinessFacts& f) { f.voice = false; }, S::Voice, H::Degraded, u"ready.voice"_s);
    row("a voice", [](ReadinessFacts& f) { f.voice = true; }, S::Voice, H::Ok, {});
    row("store damaged", [](ReadinessFacts& f) { f.storeSound = false; }, S::Store, H::Broken, u"ready.store"_s);
    row("little space", [](ReadinessFacts& f) { f.freeBytes = 1024LL * 1024 * 1024; }, S::Space, H::Degraded, u"ready.space"_s);
    row("no space", [](ReadinessFacts& f) { f.freeBytes = 1024; }, S::Space, H::Broken, u"ready.space"_s);
    row("clock slow", [](ReadinessFacts& f) { f.clockOffsetMs = 61'000; }, S::Clock, H::Degraded, u"ready.clock"_s);
    row("clock fast", [](ReadinessFacts& f) { f.clockOffsetMs = -61'000; }, S::Clock, H::Degraded, u"ready.clock"_s);
    row("no calendar", [](ReadinessFacts& f) { f.calendarYears.clear(); }, S::Calendar, H::Broken, u"ready.calendar-none"_s);
    row("next year's calendar in November", [](ReadinessFacts&) {}, S::Calendar, H::Ok, {});
    row(
        "next year's calendar in December", [](ReadinessFacts& f) { f.today = QDate(2026, 12, 1); }, S::Calendar, H::Degraded,
        u"ready.calendar-next"_s);
    row("no catalogue", [](ReadinessFacts& f) { f.hasCatalogue = false; }, S::Catalogue, H::Broken, u"ready.catalogue-none"_s);
    row(
        "old catalogue", [](ReadinessFacts& f) { f.catalogueAgeMs = 72LL * 3600 * 1000; }, S::Catalogue, H::Degraded,
        u"ready.catalogue-old"_s);
    row("offline", [](ReadinessFacts& f) { f.backOffice = false; }, S::BackOffice, H::Degraded, u"ready.back-office"_s);
}

void ReadinessTest::lines()
{
    QFETCH(Change, change);
    QFETCH(ReadinessSubject, subject);
    QFETCH(Health, health);
    QFETCH(QString, code);
    ReadinessFacts facts = well();
    change(facts);
    const auto found = readinessOf(facts);
    QCOMPARE(found.size(), subject > ReadinessSubject::BackOffice ? 10 : 9);
    QCOMPARE(worstOf(found), health);
    for (const ReadinessLine& line : found) {
        QCOMPARE(line.health, line.subject == subject ? health : Health::Ok); // one trouble makes no others
        if (line.subject == subject)
            QCOMPARE(line.code, code);
    }
    QCOMPARE(readinessOf({}).size(), 1); // what is not known is not told as a fault, but for the catalogue
}

QTEST_APPLESS_MAIN(ReadinessTest)
#include "readinesstest.moc"
