// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/hallstatistics.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace widgets {

/// Which days: today, this week, this month, or from one to another, each by its key.
class PeriodBar : public QWidget
{
    Q_OBJECT

public:
    explicit PeriodBar(QWidget* parent);

    /// What is asked for now. While it is the same, what somebody is writing stays.
    void show(const core::Period& period);
    void focusDays();
    void choose(core::PeriodChoice choice);

Q_SIGNALS:
    void choiceMade(core::PeriodChoice choice);
    void periodChosen(const core::Period& period);

private:
    QLineEdit* addDay(QHBoxLayout* row, const QString& name);
    void take();
    void showFault(QLineEdit* line, const QString& text);

    QLineEdit* m_from;
    QLineEdit* m_to;
    QLabel* m_fault;
    std::optional<core::Period> m_shown;
    bool m_typed = false; ///< since then
};

} // namespace widgets
