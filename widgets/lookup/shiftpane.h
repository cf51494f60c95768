// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/shiftdesk.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace widgets {

class KeyButton;

/// The end of a shift on one page: cases, papers, tickets, what has not been sent, and the originals that go to departments.
class ShiftPane : public QFrame
{
    Q_OBJECT

public:
    ShiftPane(desk::ShiftDesk& shift, QWidget* parent);

    void open();
    /// F12: prints the lists of all departments.
    void primaryAct();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void follow();
    void add(const QString& mark, const char* tone, const QString& text);
    void showCases();
    void showSending();
    void showTickets();
    void showOriginals();

    desk::ShiftDesk& m_shift;
    QVBoxLayout* m_lines;
    KeyButton* m_primary;
    QLabel* m_hint;
    QString m_spoken; ///< what a screen reader hears of it
};

} // namespace widgets
