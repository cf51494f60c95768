// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/booking.h"

#include <QFrame>
#include <QPointer>

#include <functional>

class QComboBox;
class QGridLayout;
class QLabel;

namespace desk {
class TicketDesk;
}

namespace widgets {

class Field;
class KeyButton;
class MissedPart;

/// Floats above whatever is worked on: a ticket given by hand. Letters choose the class, digits a priority group, Enter goes to the
/// certificate; afterwards it shows the number. It goes when the focus goes elsewhere, and comes back with what was typed.
class TicketPane : public QFrame
{
    Q_OBJECT

public:
    TicketPane(desk::TicketDesk& tickets, QWidget* parent);

    void toggle();
    /// F12: gives the ticket, or begins the next; false when nothing is open.
    bool submit();
    /// Esc; false when nothing is open.
    bool stepBack();
    /// Alt and a digit: a number that was missed waits again.
    void otherAct(int number);

Q_SIGNALS:
    /// What had the focus before is gone.
    void leftToPage();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Choice
    {
        QString words;
        QString key;
        friend bool operator==(const Choice&, const Choice&) = default;
    };

    QWidget* buildForm();
    QWidget* buildResult();
    void open();
    void push();
    void follow();
    void followChoices();
    void offer(QGridLayout& layout, int columns, const QList<Choice>& choices, const std::function<void(qsizetype)>& choose);
    void followForm();
    void followBookings();
    [[nodiscard]] static QString standingWords(const core::Booking& booking, const QString& slot, const QString& chosen);
    void followResult();
    void place();

    desk::TicketDesk& m_tickets;
    QGridLayout* m_classes = nullptr;
    QGridLayout* m_groups = nullptr;
    QLabel* m_classFault = nullptr;
    QComboBox* m_type = nullptr;
    Field* m_number = nullptr;
    Field* m_name = nullptr;
    QLabel* m_bookings = nullptr;
    MissedPart* m_missed = nullptr;
    QLabel* m_figure = nullptr;
    QLabel* m_what = nullptr;
    QLabel* m_wait = nullptr;
    QLabel* m_slip = nullptr;
    QWidget* m_form; ///< builds what stands above
    QWidget* m_result;
    QLabel* m_fault;
    QLabel* m_hint;
    KeyButton* m_primary;
    QList<Choice> m_offeredClasses;
    QList<Choice> m_offeredGroups;
    QPointer<QWidget> m_before; ///< had the focus
    bool m_following = false;
};

} // namespace widgets
