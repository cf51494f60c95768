// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"

#include <QDate>
#include <QList>

#include <optional>

namespace core {

enum class Health { Ok, Degraded, Broken };

/// What was found out about a window. Unset: not known yet, which is no fault.
struct ReadinessFacts
{
    std::optional<QString> readerFault; ///< empty: ready; otherwise its code
    std::optional<bool> scanner;
    std::optional<bool> printer;
    std::optional<bool> storeSound;
    std::optional<qint64> freeBytes;
    std::optional<qint64> clockOffsetMs; ///< of this machine against the back office
    QDate today;
    QList<int> calendarYears;
    std::optional<qint64> catalogueAgeMs; ///< since the back office was last asked; unset with `hasCatalogue`: not known
    bool hasCatalogue = false;
    std::optional<bool> backOffice;
    int toSend = 0;
    // What not every window has: set only where it is meant to be there.
    std::optional<bool> camera;
    std::optional<bool> display;
    std::optional<bool> voice;
    std::optional<bool> titles;        ///< titles on pages can be read
    std::optional<QStringList> papers; ///< what is wrong with a template of the hall's own, in words; empty: nothing
};

enum class ReadinessSubject {
    Reader,
    Scanner,
    Printer,
    Store,
    Space,
    Clock,
    Calendar,
    Catalogue,
    BackOffice,
    Camera,
    Display,
    Voice,
    Titles,
    Papers
};

/// One line of the check: how something is, and by `code` and `facts` why and what to do.
struct ReadinessLine
{
    ReadinessSubject subject = ReadinessSubject::Reader;
    Health health = Health::Ok;
    QString code; ///< empty: nothing to say
    QStringList facts;

    friend bool operator==(const ReadinessLine&, const ReadinessLine&) = default;
};

/// A line for everything that is known. What stops an acceptance is broken; what only makes it harder is degraded.
QList<ReadinessLine> readinessOf(const ReadinessFacts& facts);
Health worstOf(const QList<ReadinessLine>& lines);

QString toWire(ReadinessSubject subject);
QString toWire(Health health);

} // namespace core
