// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/service.h"
#include "app/core/hallstatistics.h"

#include <QMap>

namespace backoffice {

/// Reads what the caller's hall did in a period: sums by what they are grouped by. Throws DatabaseFault.
class HallFigures
{
public:
    HallFigures(const Context& context, const core::Period& period) : m_context(context), m_period(period) {}

    [[nodiscard]] core::HallStatistics read(core::StatisticsGroup group) const;

private:
    using Group = core::StatisticsGroup;
    using ByKey = QMap<QString, core::StatisticsFigures>;

    [[nodiscard]] ByKey figures(Group group, const core::AlertLimits& limits) const;
    void addTickets(Group group, const core::AlertLimits& limits, ByKey& figures) const;
    void addCases(Group group, ByKey& figures) const;
    void addEvaluations(Group group, ByKey& figures) const;
    void addTime(Group group, const core::AlertLimits& limits, ByKey& figures) const;
    [[nodiscard]] QList<core::WindowSpan> spans() const;
    [[nodiscard]] QList<core::WeekdayArrivals> arrivals() const;
    [[nodiscard]] core::AlertLimits limits() const;
    [[nodiscard]] QString nameOf(Group group, const QString& key) const;
    [[nodiscard]] qint64 beginMs() const;
    [[nodiscard]] qint64 endMs() const;

    const Context& m_context;
    core::Period m_period;
};

} // namespace backoffice
