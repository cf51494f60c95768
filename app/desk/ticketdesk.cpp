// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/ticketdesk.h"

#include "app/core/uuid7.h"
#include "app/sync/ticketjson.h"

#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

/// Which line of the form a refusal is about.
TicketDesk::Place placeOf(const core::Error& error)
{
    const QString pointer = error.facts.value(2);
    if (error.code == u"ticket.no-booking" || error.code.startsWith(u"server.appointment-") || error.code == u"server.already-waiting" ||
        error.code == u"server.real-name-needed" || pointer.startsWith(u"/certificate"))
        return TicketDesk::Place::Certificate;
    return pointer == u"/class" ? TicketDesk::Place::Class : TicketDesk::Place::Whole;
}

core::Error inWordsOfTickets(const core::Error& error)
{
    if (error.code == u"server.not-found")
        return {error.kind, u"ticket.no-booking"_s, {}};
    if (!syncing::isUnanswered(error))
        return error;
    return {error.kind, error.kind == core::ErrorKind::Offline ? u"ticket.offline"_s : u"ticket.unanswered"_s, {}};
}

} // namespace

TicketDesk::TicketDesk(Services& services, WorkDay& day) : m_services(services), m_day(day), m_missed(services, day), m_giver(services.api)
{
    connect(&services.api, &syncing::ApiClient::onlineChanged, this, [this](bool online) {
        m_alone = !online;
        Q_EMIT changed();
    });
    connect(&m_missed, &MissedDesk::changed, this, &TicketDesk::changed);
    connect(&day, &WorkDay::signedOut, this, [this] {
        m_next.reset();
        begin();
    });
}

core::QueueSettings TicketDesk::rules() const
{
    return m_day.catalogue() ? m_day.catalogue()->settings().queue : core::QueueSettings();
}

QList<core::TicketClass> TicketDesk::classes() const
{
    return rules().classes;
}

QList<core::PriorityGroup> TicketDesk::groups() const
{
    return rules().groups;
}

QString TicketDesk::className(const QString& code) const
{
    const core::QueueSettings settings = rules();
    const core::TicketClass* known = settings.ticketClass(code);
    return known ? known->name : QString();
}

QString TicketDesk::groupName(const QString& code) const
{
    const core::QueueSettings settings = rules();
    const core::PriorityGroup* known = settings.group(code);
    return known ? known->name : QString();
}

QString TicketDesk::fault(Place place) const
{
    if (place == m_faulty)
        return m_fault;
    return place == Place::Whole && m_alone ? adviceFor({core::ErrorKind::Offline, u"ticket.offline"_s, {}}).text() : QString();
}

QString TicketDesk::classOf(const QString& letters) const
{
    const core::QueueSettings settings = rules();
    for (const core::TicketClass& one : settings.classes)
        if (one.code.compare(letters, Qt::CaseInsensitive) == 0)
            return one.code;
    return settings.knowsClass(letters.toUpper()) ? letters.toUpper() : QString();
}

void TicketDesk::chooseClassBy(QChar letter)
{
    m_letters = (m_letters + letter).right(2);
    const bool pair = !classes().isEmpty() && m_letters.size() == 2 && !classOf(m_letters).isEmpty();
    chooseClass(classOf(pair ? m_letters : QString(letter)));
}

void TicketDesk::chooseClass(const QString& code)
{
    if (m_busy || code.isEmpty())
        return;
    m_wish.ticketClass = code;
    m_faulty = Place::Nothing; // whoever waits in one class may wait in another
    Q_EMIT changed();
}

void TicketDesk::chooseGroup(qsizetype index)
{
    const QList<core::PriorityGroup> known = groups();
    if (m_busy || index < 0 || index >= known.size())
        return;
    m_wish.group = m_wish.group == known[index].code ? QString() : known[index].code;
    Q_EMIT changed();
}

void TicketDesk::setHolder(const QString& name, const core::Certificate& certificate)
{
    m_wish.holderName = name;
    const bool another = m_wish.certificate != certificate;
    m_wish.certificate = certificate;
    m_wish.booking = core::idIn(certificate.number); // a booking's code was scanned there
    if (another)
        forgetBookings();
    if (m_faulty == Place::Certificate)
        m_faulty = Place::Nothing;
    Q_EMIT changed();
}

void TicketDesk::takeCard(const CardHolder& holder)
{
    if (m_busy || (m_given && m_slip == Slip::Failed)) {
        m_next = holder;
        return Q_EMIT changed();
    }
    if (m_given)
        begin(); // somebody else
    setHolder(holder.name, holder.certificate);
    findBookings();
}

void TicketDesk::forgetBookings()
{
    m_searched = {};
    m_bookings.clear();
    m_bookingFault.clear();
    m_missed.forget();
}

void TicketDesk::findBookings()
{
    const auto holder = core::checkedCertificate(m_wish.certificate, m_day.today());
    if (!m_wish.booking.isEmpty() || !holder || m_searched == *holder || m_alone || !m_day.isSignedIn())
        return; // what is wrong with a number is said when the ticket is asked for
    forgetBookings();
    m_searched = *holder;
    syncing::findHolderToday(m_services.api, *holder).then(this, [this, asked = *holder](const core::Result<syncing::HolderToday>& today) {
        if (m_searched != asked)
            return; // somebody else stands there
        if (today)
            return found(*today);
        m_searched = {}; // may be asked again
        m_bookingFault = adviceFor(today.error()).text();
        Q_EMIT changed();
    });
}

void TicketDesk::found(const syncing::HolderToday& today)
{
    m_bookings = today.bookings;
    m_missed.setTickets(today.missed);
    QStringList ahead;
    for (const core::Booking& booking : today.bookings)
        if (booking.standing == core::Booking::Standing::Open || booking.standing == core::Booking::Standing::Early)
            ahead.append(booking.ticketClass);
    if (m_wish.ticketClass.isEmpty() && ahead.size() == 1)
        chooseClass(ahead.constFirst());
    Q_EMIT changed();
}

void TicketDesk::fail(Place place, const core::Error& error)
{
    m_faulty = place;
    m_fault = adviceFor(error).text();
    Q_EMIT changed();
}

core::Result<syncing::TicketWish> TicketDesk::checkedWish() const
{
    syncing::TicketWish wish = m_wish;
    if (!wish.booking.isEmpty())
        return wish;
    if (wish.ticketClass.isEmpty())
        return core::fail(core::ErrorKind::InvalidInput, u"ticket.class-needed"_s);
    wish.holderName = wish.holderName.trimmed();
    wish.certificate.number = wish.certificate.number.trimmed();
    if (wish.certificate.number.isEmpty())
        return wish;
    return core::checkedCertificate(wish.certificate, m_day.today()).map([&](const core::Certificate& checked) {
        wish.certificate = checked;
        return wish;
    });
}

void TicketDesk::give()
{
    if (m_busy || m_given || !m_day.isSignedIn())
        return;
    const auto wish = checkedWish();
    if (!wish)
        return fail(wish.error().code == u"ticket.class-needed" ? Place::Class : Place::Certificate, wish.error());
    m_faulty = Place::Nothing;
    m_busy = true;
    Q_EMIT changed();
    m_giver.give(m_day.workplace().hall.code, *wish).then(this, [this](const syncing::TicketGiver::Given& given) { answered(given); });
}

void TicketDesk::answered(const syncing::TicketGiver::Given& given)
{
    m_busy = false;
    if (!m_day.isSignedIn())
        return begin();
    if (!given) {
        fail(placeOf(given.error()), inWordsOfTickets(given.error()));
        if (const auto next = std::exchange(m_next, {})) // the card that was missing, or of whoever stands there now
            takeCard(*next);
        return;
    }
    if (m_next && m_next->certificate.number == m_wish.certificate.number)
        m_next.reset(); // once more the same
    m_wish = {};
    m_letters.clear();
    forgetBookings();
    m_given = *given;
    Q_EMIT done(given->ticket.number);
    print();
}

void TicketDesk::print()
{
    if (!m_given || m_slip == Slip::Printing)
        return;
    m_slip = Slip::Printing;
    Q_EMIT changed();
    QtConcurrent::run([renderer = m_services.renderer, output = m_services.output, ticket = *m_given, hall = m_day.hall(),
                       name = className(m_given->ticket.ticketClass), again = m_cameOut] {
        return renderer->renderTicket(ticket, name, hall, again).and_then([&](const documents::Paper& paper) {
            return output->put(paper);
        });
    }).then(this, [this, id = m_given->ticket.id](const core::Result<void>& put) {
        if (!put)
            Q_EMIT adviceGiven(adviceFor(put.error()));
        if (!m_given || m_given->ticket.id != id)
            return; // the next one has begun
        m_slip = put ? Slip::Printed : Slip::Failed;
        m_cameOut = m_cameOut || put;
        m_slipFault = put ? QString() : adviceFor(put.error()).text();
        Q_EMIT changed();
    });
}

void TicketDesk::begin()
{
    if (m_busy)
        return;
    m_giver.forget();
    m_wish = {};
    m_letters.clear();
    forgetBookings();
    m_given.reset();
    m_faulty = Place::Nothing;
    m_slip = Slip::None;
    m_cameOut = false;
    Q_EMIT changed();
    if (const auto next = std::exchange(m_next, {}))
        takeCard(*next);
}

void TicketDesk::leave()
{
    m_next.reset();
    const bool owed = m_slip == Slip::Printing || m_slip == Slip::Failed;
    if (!owed)
        begin();
}

} // namespace desk
