// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace desk {
class BoardDesk;
class CloserDesk;
} // namespace desk

namespace widgets {

class AgeLabel;
class KeyButton;

/// Beside the board, in place of what is to be done: one thing of the hall, looked at closely, and the one act on it.
class HallPane : public QFrame
{
    Q_OBJECT

public:
    virtual void focusWork() = 0;
    /// F12.
    virtual void act() = 0;
    void showAge();

protected:
    HallPane(desk::BoardDesk& board, const QString& act, QWidget* parent);

    virtual void follow() = 0;
    [[nodiscard]] desk::CloserDesk& closer() const;
    [[nodiscard]] QVBoxLayout* column() const { return m_column; }
    void setTitle(const QString& title);
    /// What stands in the way, until something changes; `urgent`: it can be done all the same.
    void say(const QString& fault, bool urgent = false);
    /// The fault and the key of the act, at the end of what was put into the column.
    void addAct();
    [[nodiscard]] KeyButton* key() const { return m_act; }

private:
    desk::BoardDesk& m_board;
    QVBoxLayout* m_column;
    QLabel* m_title;
    AgeLabel* m_age;
    QLabel* m_toDo;
    QLabel* m_fault;
    KeyButton* m_act;
};

} // namespace widgets
