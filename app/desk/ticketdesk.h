// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/booking.h"
#include "app/desk/intakedesk.h"
#include "app/desk/misseddesk.h"
#include "app/sync/bookings.h"
#include "app/sync/ticketgiver.h"

namespace desk {

/// A ticket given by hand (取号): what is asked for, the number that comes of it, and its slip. Lives on the UI thread; setting and
/// printing happen in the pool.
class TicketDesk : public QObject
{
    Q_OBJECT

public:
    /// What a fault is about.
    enum class Place { Nothing, Class, Certificate, Whole };
    enum class Slip { None, Printing, Printed, Failed };

    TicketDesk(Services& services, WorkDay& day);

    /// The numbers that the holder missed today; one without a card is put back here as well.
    [[nodiscard]] MissedDesk& missed() { return m_missed; }

    [[nodiscard]] QList<core::TicketClass> classes() const;
    [[nodiscard]] QList<core::PriorityGroup> groups() const;
    [[nodiscard]] const syncing::TicketWish& wish() const { return m_wish; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// What is wrong there, in the clerk's words; empty: nothing.
    [[nodiscard]] QString fault(Place place) const;
    /// What the holder has booked for today, by its slots; empty until it is known.
    [[nodiscard]] const QList<core::Booking>& bookings() const { return m_bookings; }
    /// Why that is not known, in the clerk's words; empty: nothing hinders.
    [[nodiscard]] QString bookingFault() const { return m_bookingFault; }
    /// The ticket that was given last, until another is begun.
    [[nodiscard]] const std::optional<core::GivenTicket>& given() const { return m_given; }
    [[nodiscard]] Slip slip() const { return m_slip; }
    /// Why the slip did not come out.
    [[nodiscard]] QString slipFault() const { return m_slipFault; }
    [[nodiscard]] QString className(const QString& code) const;
    [[nodiscard]] QString groupName(const QString& code) const;

    /// One that is none is not taken.
    void chooseClass(const QString& code);
    /// By its letters as they are typed, of either case: the class of the last two, or else of the last.
    void chooseClassBy(QChar letter);
    /// By its place in the list; the one that is chosen is taken back.
    void chooseGroup(qsizetype index);
    void setHolder(const QString& name, const core::Certificate& certificate);
    void takeCard(const CardHolder& holder);
    /// The holder's number stands: what have they booked? The one slot that is open chooses its class where none is chosen.
    void findBookings();
    void give();
    /// The slip of the ticket that was given; marked as printed again when it came out before.
    void print();
    /// Somebody's card was read before the last number was done with: it is theirs who comes next.
    [[nodiscard]] bool hasNext() const { return m_next.has_value(); }
    /// The next person; nothing of the last one stays.
    void begin();
    /// Nobody looks any more: what was typed is forgotten, unless something is still on its way or a slip is owed.
    void leave();

Q_SIGNALS:
    void changed();
    void done(const QString& number);
    void adviceGiven(const desk::Advice& advice);

private:
    [[nodiscard]] core::QueueSettings rules() const;
    /// What is asked for, as it is sent; fails with what is missing or wrong.
    [[nodiscard]] core::Result<syncing::TicketWish> checkedWish() const;
    /// As the hall spells it; empty: there is none.
    [[nodiscard]] QString classOf(const QString& letters) const;
    void fail(Place place, const core::Error& error);
    void forgetBookings();
    void found(const syncing::HolderToday& today);
    void answered(const syncing::TicketGiver::Given& given);

    Services& m_services;
    WorkDay& m_day;
    MissedDesk m_missed;
    syncing::TicketGiver m_giver;
    syncing::TicketWish m_wish;
    QString m_letters;            ///< the last ones typed
    core::Certificate m_searched; ///< whose bookings these are
    QList<core::Booking> m_bookings;
    QString m_bookingFault;
    Place m_faulty = Place::Nothing;
    QString m_fault;
    std::optional<core::GivenTicket> m_given;
    std::optional<CardHolder> m_next;
    Slip m_slip = Slip::None;
    QString m_slipFault;
    bool m_cameOut = false; ///< its slip, once
    bool m_busy = false;
    bool m_alone = false; ///< the back office cannot be reached
};

} // namespace desk
