// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// Bodies and event streams from the network: cases, catalogues, calendars, problems, server-sent events.

#include "app/core/canonicaljson.h"
#include "app/core/caserecord.h"
#include "app/core/catalogue.h"
#include "app/core/intakedraft.h"
#include "app/core/workcalendar.h"
#include "app/sync/eventparser.h"

#include <QJsonDocument>

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    if (const auto record = core::CaseRecord::fromJson(json)) {
        const auto again = core::CaseRecord::fromJson(record->toJson());
        if (!again || !(*again == *record))
            __builtin_trap(); // what was understood once is understood again
    }
    (void)core::Catalogue::fromJson(json);
    (void)core::CalendarYear::fromJson(json);
    (void)core::IntakeDraft::fromJson(json);
    (void)core::contentHash(json);
    syncing::EventParser().feed(bytes);
    return 0;
}
