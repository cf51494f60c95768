// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/hallview.h"
#include "widgets/supervise/hallpane.h"

class QLineEdit;
class QTableView;

namespace widgets {

class FiguresTable;

/// Who waits in one class, by number, and a line that says where the one in hand shall wait instead.
class ClassPane : public HallPane
{
    Q_OBJECT

public:
    ClassPane(desk::BoardDesk& board, QWidget* parent);

    void focusWork() override;
    void act() override;

protected:
    /// Up and down in the line choose another one.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow() override;
    void showTickets(const core::ClassView& view);
    void showKey();
    [[nodiscard]] const core::WaitingTicket* current() const;

    desk::BoardDesk& m_hall;
    QLabel* m_facts;
    FiguresTable* m_rows;
    QTableView* m_table;
    QLabel* m_none;
    QLineEdit* m_line;
    QList<core::WaitingTicket> m_shown;
    QString m_code;      ///< the class in view
    QString m_current;   ///< id of the ticket in hand
    bool m_lost = false; ///< the one in hand has left, and nobody was chosen since
};

} // namespace widgets
