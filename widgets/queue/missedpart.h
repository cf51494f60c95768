// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/misseddesk.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace widgets {

/// Of the pane that gives numbers: those that the holder missed, each put back by Alt and its digit, and a line for a number of somebody
/// who has no card with them.
class MissedPart : public QWidget
{
    Q_OBJECT

public:
    MissedPart(desk::MissedDesk& missed, QWidget* parent);

    [[nodiscard]] QLineEdit* line() const { return m_line; }
    /// Puts back what is typed.
    void submit();
    void follow();
    /// What is said of it.
    [[nodiscard]] QString words() const;

private:
    desk::MissedDesk& m_missed;
    QVBoxLayout* m_entries;
    QLineEdit* m_line;
    QLabel* m_done;
    QLabel* m_fault;
    QList<core::MissedTicket> m_shown;
    QString m_told; ///< the number that waits again
};

} // namespace widgets
