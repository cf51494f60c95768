// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/hallalerts.h"

#include <QFrame>

class QLineEdit;
class QVBoxLayout;

namespace desk {
class BoardDesk;
}

namespace widgets {

/// Beside the board: what is to be done now, each with the key that does it, and what time is about to do.
class AlertPane : public QFrame
{
    Q_OBJECT

public:
    AlertPane(desk::BoardDesk& board, QWidget* parent);

    /// F12 is the first of them, Alt and a number the others.
    void act(int number);

private:
    void follow();
    void showAlert(const core::HallAlert& alert);
    void offer(const core::HallAlert& alert, const QString& words, bool declines = false);
    void showFacts();
    void addFact(const QString& title, const QString& text);

    desk::BoardDesk& m_board;
    QVBoxLayout* m_alerts;
    QVBoxLayout* m_facts;
    QLineEdit* m_word; ///< for a window whose pause is declined
    struct Offer
    {
        core::HallAlert alert;
        bool declines = false;
    };
    QList<Offer> m_offered; ///< what a key does something about
    QList<core::HallAlert> m_shown;
};

} // namespace widgets
