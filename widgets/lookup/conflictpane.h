// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace desk {
class ConflictDesk;
}

namespace widgets {

class KeyButton;

/// Beside a list: what the back office did not take of the case in focus, field by field, and the ways out.
class ConflictPane : public QFrame
{
    Q_OBJECT

public:
    ConflictPane(desk::ConflictDesk& conflict, QWidget* parent);

    /// F12: what the back office has stands; or what it refused is put right; or what it lost is sent whole.
    void primaryAct();
    /// Alt+2: what was done here is done again.
    void keepOurs();

Q_SIGNALS:
    void mendRequested(const core::CaseRecord& record, const QString& pointer);

private:
    void follow();
    void showWhatHappened();
    void showDifferences();

    desk::ConflictDesk& m_conflict;
    QLabel* m_heading;
    QLabel* m_number;
    QLabel* m_answer;
    QVBoxLayout* m_events;
    QWidget* m_table;
    QGridLayout* m_fields;
    KeyButton* m_primary;
    KeyButton* m_ours;
};

} // namespace widgets
