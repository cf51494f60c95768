// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/readiness.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qint64 Megabyte = 1024LL * 1024;
constexpr qint64 LittleSpace = 2048 * Megabyte;
constexpr qint64 NoSpace = 200 * Megabyte;
constexpr qint64 LargeOffsetMs = 60'000;
constexpr qint64 OldCatalogueMs = 2LL * 24 * 3600 * 1000;

ReadinessLine ok(ReadinessSubject subject)
{
    return {subject, Health::Ok, {}, {}};
}

ReadinessLine calendarLine(const ReadinessFacts& facts)
{
    const int year = facts.today.year();
    if (!facts.calendarYears.contains(year))
        return {ReadinessSubject::Calendar, Health::Broken, u"ready.calendar-none"_s, {QString::number(year)}};
    constexpr int LastMonth = 12;
    if (facts.today.month() == LastMonth && !facts.calendarYears.contains(year + 1)) // deadlines reach into it
        return {ReadinessSubject::Calendar, Health::Degraded, u"ready.calendar-next"_s, {QString::number(year + 1)}};
    return ok(ReadinessSubject::Calendar);
}

ReadinessLine catalogueLine(const ReadinessFacts& facts)
{
    if (!facts.hasCatalogue)
        return {ReadinessSubject::Catalogue, Health::Broken, u"ready.catalogue-none"_s, {}};
    if (facts.catalogueAgeMs.value_or(0) > OldCatalogueMs) {
        const QString days = QString::number(*facts.catalogueAgeMs / (24LL * 3600 * 1000));
        return {ReadinessSubject::Catalogue, Health::Degraded, u"ready.catalogue-old"_s, {days}};
    }
    return ok(ReadinessSubject::Catalogue);
}

ReadinessLine spaceLine(qint64 freeBytes)
{
    const QStringList left{QString::number(freeBytes / Megabyte)};
    if (freeBytes < NoSpace)
        return {ReadinessSubject::Space, Health::Broken, u"ready.space"_s, left};
    if (freeBytes < LittleSpace)
        return {ReadinessSubject::Space, Health::Degraded, u"ready.space"_s, left};
    return ok(ReadinessSubject::Space);
}

} // namespace

QList<ReadinessLine> readinessOf(const ReadinessFacts& facts)
{
    using S = ReadinessSubject;
    QList<ReadinessLine> lines;
    const auto add = [&](S subject, const std::optional<bool>& good, Health otherwise, const QString& code) {
        if (good)
            lines.append(*good ? ok(subject) : ReadinessLine{subject, otherwise, code, {}});
    };
    if (facts.readerFault)
        lines.append(facts.readerFault->isEmpty() ? ok(S::Reader) : ReadinessLine{S::Reader, Health::Degraded, *facts.readerFault, {}});
    add(S::Scanner, facts.scanner, Health::Degraded, u"ready.scanner"_s);
    add(S::Printer, facts.printer, Health::Broken, u"ready.printer"_s); // an acceptance needs its notice
    add(S::Store, facts.storeSound, Health::Broken, u"ready.store"_s);
    if (facts.freeBytes)
        lines.append(spaceLine(*facts.freeBytes));
    if (facts.clockOffsetMs) {
        const bool large = std::abs(*facts.clockOffsetMs) > LargeOffsetMs;
        const QString seconds = QString::number(*facts.clockOffsetMs / 1000);
        lines.append(large ? ReadinessLine{S::Clock, Health::Degraded, u"ready.clock"_s, {seconds}} : ok(S::Clock));
    }
    if (facts.today.isValid())
        lines.append(calendarLine(facts));
    lines.append(catalogueLine(facts));
    if (facts.backOffice)
        lines.append(*facts.backOffice
                         ? ok(S::BackOffice)
                         : ReadinessLine{S::BackOffice, Health::Degraded, u"ready.back-office"_s, {QString::number(facts.toSend)}});
    add(S::Camera, facts.camera, Health::Degraded, u"ready.camera"_s);
    add(S::Display, facts.display, Health::Degraded, u"ready.display"_s);
    add(S::Voice, facts.voice, Health::Degraded, u"ready.voice"_s);
    add(S::Titles, facts.titles, Health::Ok, u"ready.titles"_s); // told, and no fault: a stack is sorted without
    if (facts.papers)                                            // without its notice nothing can be accepted
        lines.append(facts.papers->isEmpty() ? ok(S::Papers) : ReadinessLine{S::Papers, Health::Broken, u"ready.papers"_s, *facts.papers});
    return lines;
}

Health worstOf(const QList<ReadinessLine>& lines)
{
    Health worst = Health::Ok;
    for (const ReadinessLine& line : lines)
        worst = std::max(worst, line.health);
    return worst;
}

QString toWire(ReadinessSubject subject)
{
    switch (subject) {
    case ReadinessSubject::Reader: return u"reader"_s;
    case ReadinessSubject::Scanner: return u"scanner"_s;
    case ReadinessSubject::Printer: return u"printer"_s;
    case ReadinessSubject::Store: return u"store"_s;
    case ReadinessSubject::Space: return u"space"_s;
    case ReadinessSubject::Clock: return u"clock"_s;
    case ReadinessSubject::Calendar: return u"calendar"_s;
    case ReadinessSubject::Catalogue: return u"catalogue"_s;
    case ReadinessSubject::BackOffice: return u"back-office"_s;
    case ReadinessSubject::Camera: return u"camera"_s;
    case ReadinessSubject::Display: return u"display"_s;
    case ReadinessSubject::Voice: return u"voice"_s;
    case ReadinessSubject::Titles: return u"titles"_s;
    case ReadinessSubject::Papers: return u"papers"_s;
    }
    return {};
}

QString toWire(Health health)
{
    return health == Health::Ok ? u"ok"_s : health == Health::Degraded ? u"degraded"_s : u"broken"_s;
}

} // namespace core
