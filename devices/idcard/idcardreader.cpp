// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/idcard/idcardreader.h"

#include "devices/idcard/wipe.h"

namespace devices {

namespace {

ReaderFault faultFor(OpenResult result)
{
    switch (result) {
    case OpenResult::NoPermission: return ReaderFault::NoPermission;
    case OpenResult::Occupied: return ReaderFault::Occupied;
    case OpenResult::NeedsVendor: return ReaderFault::NeedsVendor;
    case OpenResult::Opened:
    case OpenResult::Absent: break;
    }
    return ReaderFault::Unplugged;
}

} // namespace

IdCardReader::IdCardReader(std::unique_ptr<ByteTransport> transport, std::unique_ptr<PhotoDecoder> decoder, const ReaderPace& pace)
    : m_transport(std::move(transport)), m_decoder(std::move(decoder)), m_pace(pace), m_session(pace.deadlines), m_deadline(this),
      m_poll(this)
{
    m_transport->setParent(this);
    m_deadline.setSingleShot(true);
    m_poll.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &IdCardReader::poll);
    connect(&m_deadline, &QTimer::timeout, this, [this] { perform(m_session.timedOut()); });
    connect(m_transport.get(), &ByteTransport::received, this, &IdCardReader::received);
    connect(m_transport.get(), &ByteTransport::plugged, this, [this] {
        if (!m_open)
            poll();
    });
    connect(m_transport.get(), &ByteTransport::unplugged, this, [this] {
        m_open = false;
        m_transport->close();
        perform(m_session.stopped(ReaderFault::Unplugged));
    });
}

IdCardReader::~IdCardReader()
{
    m_transport->setParent(nullptr); // owned by the pointer
}

void IdCardReader::start()
{
    poll();
}

void IdCardReader::stop()
{
    m_poll.stop();
    m_deadline.stop();
    m_parser.clear();
    m_session.stopped(ReaderFault::Cancelled);
    m_transport->close();
    m_open = false;
    m_cardLies = false;
    m_card = {};
}

void IdCardReader::readNow()
{
    if (m_open && m_cardLies) { // a module does not find a card twice; what was read still holds
        Q_EMIT cardRead(m_card);
        return;
    }
    m_asked = true;
    poll();
}

void IdCardReader::poll()
{
    m_poll.stop();
    if (m_session.isActive())
        return;
    if (!m_open) {
        const OpenResult result = m_transport->open();
        m_open = result == OpenResult::Opened;
        if (!m_open) {
            const ReaderFault fault = faultFor(result);
            if (std::exchange(m_cardLies, false)) // nobody knows any more whose card lies there
                forget();
            setState(fault == ReaderFault::Unplugged ? ReaderState::Absent : ReaderState::Trouble, fault);
            answerAsked(fault);
            m_poll.start(m_pace.reopenMs);
            return;
        }
    }
    perform(m_cardLies ? m_session.beginPresence() : m_session.begin());
}

void IdCardReader::perform(SamStep step)
{
    if (step.outcome)
        return concluded(std::move(*step.outcome));
    if (step.send.isEmpty())
        return;
    if (step.drainFirst) {
        m_parser.clear();
        m_transport->drain();
    }
    m_deadline.start(step.deadlineMs);
    m_transport->send(step.send);
}

void IdCardReader::received(const QByteArray& bytes)
{
    auto items = m_parser.feed(bytes);
    for (auto& item : items) {
        if (!m_session.isActive())
            break;
        m_deadline.stop();
        perform(item.broken ? m_session.garbled() : m_session.answered(item.answer));
        wipe(item.answer.data);
        if (item.broken)
            break; // the request is repeated; what follows belongs to the answer that was broken
    }
}

void IdCardReader::concluded(CardOutcome outcome)
{
    m_deadline.stop();
    m_parser.clear();
    const bool lay = m_cardLies;
    // An answer that got lost does not say that the card was taken away.
    const bool unclear = outcome.fault == ReaderFault::NoAnswer || outcome.fault == ReaderFault::Garbled;
    m_cardLies = outcome.card.has_value() || (lay && (outcome.stillThere || unclear));
    if (outcome.card) {
        setState(ReaderState::CardPresent, ReaderFault::NoCard);
        take(std::move(*outcome.card));
    } else if (outcome.fault == ReaderFault::NoCard) {
        setState(m_cardLies ? ReaderState::CardPresent : ReaderState::Ready, ReaderFault::NoCard);
    } else {
        setState(m_open ? ReaderState::Trouble : ReaderState::Absent, outcome.fault);
    }
    if (lay && !m_cardLies)
        forget();
    if (!m_cardLies)
        answerAsked(outcome.fault);
    m_asked = false;
    if (outcome.fault == ReaderFault::NoAnswer) { // a module that says nothing at all is opened anew
        m_transport->close();
        m_open = false;
    }
    m_poll.start(m_open ? m_pace.pollMs : m_pace.reopenMs);
}

void IdCardReader::take(Card card)
{
    m_card = std::move(card);
    if (m_decoder)
        m_card.portrait = m_decoder->decode(m_card.photo);
    wipe(m_card.photo);
    Q_EMIT cardRead(m_card);
}

void IdCardReader::forget()
{
    m_card = {};
    Q_EMIT cardRemoved();
}

/// Somebody pressed the key and nothing was read: they are told.
void IdCardReader::answerAsked(ReaderFault fault)
{
    if (m_asked)
        Q_EMIT nothingRead(fault);
    m_asked = false;
}

void IdCardReader::setState(ReaderState state, ReaderFault fault)
{
    if (m_state == state && m_fault == fault)
        return;
    m_state = state;
    m_fault = fault;
    Q_EMIT stateChanged(state, fault);
}

} // namespace devices
