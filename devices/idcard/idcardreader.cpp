// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/idcard/idcardreader.h"

#include <chrono>

namespace devices {

namespace {
using namespace std::chrono_literals;
constexpr auto PollInterval = 250ms;
constexpr auto ReopenInterval = 1s;
} // namespace

IdCardReader::IdCardReader(std::unique_ptr<ByteTransport> transport) : m_transport(std::move(transport)), m_deadline(this), m_poll(this)
{
    m_transport->setParent(this);
    m_deadline.setSingleShot(true);
    m_poll.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &IdCardReader::poll);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_transport->drain();
        m_parser.clear();
        perform(m_session.timedOut());
    });
    connect(m_transport.get(), &ByteTransport::received, this, &IdCardReader::received);
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
    m_transport->close();
    m_open = false;
}

void IdCardReader::readNow()
{
    if (m_cardLies) { // a module does not find a card twice; what was read still holds
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
    m_open = m_open || m_transport->open();
    if (!m_open) {
        setState(ReaderState::Absent, ReaderFault::Unplugged);
        answerAsked(ReaderFault::Unplugged);
        m_poll.start(ReopenInterval);
        return;
    }
    perform(m_cardLies ? m_session.beginPresence() : m_session.begin());
}

void IdCardReader::perform(const SamStep& step)
{
    if (step.outcome)
        return concluded(*step.outcome);
    if (step.send.isEmpty())
        return;
    m_deadline.start(step.deadlineMs);
    m_transport->send(step.send);
}

void IdCardReader::received(const QByteArray& bytes)
{
    const auto items = m_parser.feed(bytes);
    for (const auto& item : items) {
        if (!m_session.isActive())
            return;
        m_deadline.stop();
        perform(item.broken ? m_session.garbled() : m_session.answered(item.answer));
    }
}

void IdCardReader::concluded(const CardOutcome& outcome)
{
    m_deadline.stop();
    m_parser.clear();
    const bool lay = m_cardLies;
    m_cardLies = outcome.card.has_value() || (lay && outcome.stillThere);
    if (outcome.card) {
        setState(ReaderState::CardPresent, ReaderFault::NoCard);
        m_card = *outcome.card;
        Q_EMIT cardRead(m_card);
    } else if (m_cardLies) {
        setState(ReaderState::CardPresent, ReaderFault::NoCard);
    } else if (outcome.fault == ReaderFault::NoCard) {
        setState(ReaderState::Ready, ReaderFault::NoCard);
    } else {
        setState(m_open ? ReaderState::Trouble : ReaderState::Absent, outcome.fault);
    }
    if (lay && !m_cardLies) {
        m_card = {};
        Q_EMIT cardRemoved();
    }
    if (!m_cardLies)
        answerAsked(outcome.fault);
    m_asked = false;
    m_poll.start(PollInterval);
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
