// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/statisticsdesk.h"

namespace widgets {

/// Statistics to be handed on: whose, of when, made when and by whom.
struct StatisticsReport
{
    QString hall;
    QDateTime madeAt;
    QString madeBy;
    desk::StatisticsDesk::Shown shown;
};

/// The report on A4 sheets, as PDF with its fonts. Safe on any thread; takes a while.
QByteArray statisticsPdf(const StatisticsReport& report);

} // namespace widgets
