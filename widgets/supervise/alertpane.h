// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/hallalerts.h"
#include "widgets/common/fresh.h"

#include <QFrame>

#include <array>

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

protected:
    void showEvent(QShowEvent* event) override;

private:
    static constexpr int Keys = 9; ///< F12, and Alt with 2 to 9
    struct Offer
    {
        core::HallAlert alert;
        bool declines = false;

        [[nodiscard]] bool doesTheSame(const Offer& other) const;
    };
    void follow();
    void carryOut(int number);
    [[nodiscard]] QList<core::HallAlert> arranged() const;
    void showAlerts();
    void showWord();
    void showAlert(const core::HallAlert& alert);
    void offer(const core::HallAlert& alert, const QString& words, bool declines = false);
    void showFacts();
    void addFact(const QString& title, const QString& text);

    desk::BoardDesk& m_board;
    QVBoxLayout* m_alerts;
    QVBoxLayout* m_facts;
    QLineEdit* m_word;               ///< for a window whose pause is declined
    QString m_wordFor;               ///< the request that the word is about
    QList<Offer> m_offered;          ///< what a key does something about
    std::array<Fresh, Keys> m_fresh; ///< by key: it does something else than a moment ago
    QList<core::HallAlert> m_shown;
    QStringList m_order; ///< what is on screen, from the top
    int m_more = 0;      ///< for which there is no key
};

} // namespace widgets
