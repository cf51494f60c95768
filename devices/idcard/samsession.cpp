// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/idcard/samsession.h"

#include "devices/idcard/cardtext.h"

#include <QtEndian>

namespace devices {

namespace {

constexpr int Retries = 2;
constexpr int ShortDeadlineMs = 800;
constexpr int ReadDeadlineMs = 3000;
constexpr qsizetype TextSize = 256;

struct Block
{
    QByteArray text;
    QByteArray photo;
};

/// Text and photo by the lengths in front of them: two fields of a plain read, three with fingerprints.
std::optional<Block> blockFrom(const QByteArray& data, bool withFingerprint)
{
    const qsizetype head = withFingerprint ? 6 : 4;
    if (data.size() < head)
        return std::nullopt;
    const qsizetype text = qFromBigEndian<quint16>(data.constData());
    const qsizetype photo = qFromBigEndian<quint16>(data.constData() + 2);
    if (text != TextSize || data.size() < head + text + photo)
        return std::nullopt;
    return Block{data.sliced(head, text), data.sliced(head + text, photo)};
}

} // namespace

SamStep SamSession::begin()
{
    m_retries = 0;
    m_card = {};
    return enter(State::Finding);
}

SamStep SamSession::beginPresence()
{
    m_retries = 0;
    return enter(State::Asking);
}

SamStep SamSession::enter(State state)
{
    m_state = state;
    switch (state) {
    case State::Finding: return {samRequest(SamCommand::Find), ShortDeadlineMs, {}};
    case State::Selecting: return {samRequest(SamCommand::Select), ShortDeadlineMs, {}};
    case State::Reading: return {samRequest(SamCommand::ReadWithFingerprint), ReadDeadlineMs, {}};
    case State::ReadingBase: return {samRequest(SamCommand::ReadBase), ReadDeadlineMs, {}};
    case State::ReadingAddress:
    case State::Asking: return {samRequest(SamCommand::ReadExtraAddress), ShortDeadlineMs, {}};
    case State::Idle: break;
    }
    return {};
}

SamStep SamSession::finish(const CardOutcome& outcome)
{
    m_state = State::Idle;
    m_card = {};
    return {{}, 0, outcome};
}

SamStep SamSession::again(ReaderFault otherwise)
{
    if (m_state == State::ReadingAddress) { // the card itself has been read
        const Card card = m_card;
        return finish({card});
    }
    m_lastFault = otherwise;
    if (m_retries++ >= Retries)
        return finish({{}, otherwise});
    // A module that has read a card does not find it again: what was lost on the way is asked for once more.
    const bool lostOnTheWay = otherwise == ReaderFault::NoAnswer || otherwise == ReaderFault::Garbled;
    return enter(lostOnTheWay ? m_state : State::Finding);
}

SamStep SamSession::answered(const SamAnswer& answer)
{
    if (answer.sw3 == sam::Checksum || answer.sw3 == sam::Length)
        return again(ReaderFault::Garbled);
    switch (m_state) {
    case State::Finding: return found(answer);
    case State::Selecting:
        return answer.sw3 == sam::Ok ? enter(m_oldModule ? State::ReadingBase : State::Reading) : again(ReaderFault::LayFlat);
    case State::Reading: return read(answer, true);
    case State::ReadingBase: return read(answer, false);
    case State::ReadingAddress: return addressRead(answer);
    case State::Asking: return finish({{}, ReaderFault::NoCard, answer.sw3 == sam::Ok || answer.sw3 == sam::NoContent});
    case State::Idle: break;
    }
    return {};
}

SamStep SamSession::found(const SamAnswer& answer)
{
    switch (answer.sw3) {
    case sam::Found: return enter(State::Selecting);
    case sam::FindFailed: return finish({{}, m_retries > 0 ? m_lastFault : ReaderFault::NoCard});
    default: return again(ReaderFault::Module);
    }
}

SamStep SamSession::read(const SamAnswer& answer, bool withFingerprint)
{
    if (withFingerprint && answer.sw3 == sam::BadCommand) {
        m_oldModule = true;
        return enter(State::ReadingBase);
    }
    if (answer.sw3 == sam::CardType)
        return finish({{}, ReaderFault::UnknownCard});
    if (answer.sw3 != sam::Ok)
        return again(ReaderFault::LayFlat);
    const auto block = blockFrom(answer.data, withFingerprint);
    if (!block)
        return again(ReaderFault::Garbled);
    const auto card = parseCardText(block->text);
    if (!card)
        return again(ReaderFault::UnknownCard);
    m_card = *card;
    m_card.photo = block->photo;
    return enter(State::ReadingAddress);
}

SamStep SamSession::addressRead(const SamAnswer& answer)
{
    if (answer.sw3 == sam::Ok)
        m_card.extraAddress = parseExtraAddress(answer.data);
    const Card card = m_card; // whatever the address read says, the card has been read
    return finish({card});
}

SamStep SamSession::garbled()
{
    return isActive() ? again(ReaderFault::Garbled) : SamStep{};
}

SamStep SamSession::timedOut()
{
    return isActive() ? again(ReaderFault::NoAnswer) : SamStep{};
}

SamStep SamSession::stopped(ReaderFault fault)
{
    return finish({{}, fault});
}

} // namespace devices
