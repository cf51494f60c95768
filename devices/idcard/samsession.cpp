// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/idcard/samsession.h"

#include "devices/idcard/cardtext.h"
#include "devices/idcard/wipe.h"

#include <QtEndian>

namespace devices {

namespace {

constexpr int Retries = 2;
constexpr qsizetype TextSize = 256;
constexpr qsizetype ExtraAddressSize = 4 * 70;

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
    m_card = {};
    return start(State::Finding);
}

SamStep SamSession::beginPresence()
{
    return start(State::Asking);
}

SamStep SamSession::start(State state)
{
    m_retries = 0;
    SamStep step = enter(state);
    step.drainFirst = std::exchange(m_unsure, false);
    return step;
}

SamStep SamSession::enter(State state)
{
    m_state = state;
    m_readUnanswered = m_readUnanswered || state == State::Reading || state == State::ReadingBase;
    switch (state) {
    case State::Finding: return {samRequest(SamCommand::Find), m_deadlines.shortMs, {}, false};
    case State::Selecting: return {samRequest(SamCommand::Select), m_deadlines.shortMs, {}, false};
    case State::Reading: return {samRequest(SamCommand::ReadWithFingerprint), m_deadlines.readMs, {}, false};
    case State::ReadingBase: return {samRequest(SamCommand::ReadBase), m_deadlines.readMs, {}, false};
    case State::ReadingAddress:
    case State::Asking: return {samRequest(SamCommand::ReadExtraAddress), m_deadlines.shortMs, {}, false};
    case State::Idle: break;
    }
    return {};
}

SamStep SamSession::finish(const CardOutcome& outcome)
{
    m_state = State::Idle;
    m_card = {};
    m_unsure = !outcome.card && outcome.fault != ReaderFault::NoCard;
    return {{}, 0, outcome, false};
}

SamStep SamSession::again(ReaderFault otherwise)
{
    m_lastFault = otherwise;
    if (m_retries++ >= Retries) {
        SamStep step = m_state == State::ReadingAddress ? finish({std::exchange(m_card, {})}) : finish({{}, otherwise});
        m_unsure = true; // even where the card itself has been read: its answer may still come
        return step;
    }
    // A module that has read a card does not find it again: what was lost on the way is asked for once more.
    const bool lostOnTheWay = otherwise == ReaderFault::NoAnswer || otherwise == ReaderFault::Garbled;
    SamStep step = enter(lostOnTheWay ? m_state : State::Finding);
    step.drainFirst = true;
    return step;
}

SamStep SamSession::answered(const SamAnswer& answer)
{
    if (answer.sw3 == sam::Checksum || answer.sw3 == sam::Length)
        return again(ReaderFault::Garbled);
    switch (m_state) {
    case State::Finding: return found(answer);
    case State::Selecting: return selected(answer);
    case State::Reading: return read(answer, true);
    case State::ReadingBase: return read(answer, false);
    case State::ReadingAddress: return addressRead(answer);
    case State::Asking: return asked(answer);
    case State::Idle: break;
    }
    return {};
}

SamStep SamSession::found(const SamAnswer& answer)
{
    switch (answer.sw3) {
    case sam::Found: return enter(State::Selecting);
    case sam::FindFailed:
        m_readingBlind = m_readUnanswered;
        if (m_readingBlind)
            return enter(m_oldModule ? State::ReadingBase : State::Reading);
        return finish({{}, m_retries > 0 ? m_lastFault : ReaderFault::NoCard});
    case sam::Ok: return again(ReaderFault::Garbled); // the answer to another request
    default: return again(ReaderFault::Module);
    }
}

SamStep SamSession::selected(const SamAnswer& answer)
{
    switch (answer.sw3) {
    case sam::Ok: return enter(m_oldModule ? State::ReadingBase : State::Reading);
    case sam::Found: return again(ReaderFault::Garbled); // the answer to another request
    case sam::SelfTest:
    case sam::Unauthorised: return again(ReaderFault::Module);
    default: return again(ReaderFault::LayFlat);
    }
}

SamStep SamSession::read(const SamAnswer& answer, bool withFingerprint)
{
    if (withFingerprint && answer.sw3 == sam::BadCommand) {
        m_oldModule = true;
        return enter(State::ReadingBase);
    }
    m_readUnanswered = m_readUnanswered && answer.sw3 != sam::ReadFailed;
    if (std::exchange(m_readingBlind, false) && answer.sw3 == sam::ReadFailed)
        return finish({{}, ReaderFault::NoCard}); // it has been lifted meanwhile
    switch (answer.sw3) {
    case sam::Ok: break;
    case sam::Found: return again(ReaderFault::Garbled); // the answer to another request
    case sam::CardType: return finish({{}, ReaderFault::UnknownCard});
    case sam::CardRejectsSam:
    case sam::SamRejectsCard:
    case sam::Verification: return again(ReaderFault::UnknownCard);
    case sam::SelfTest:
    case sam::Unauthorised:
    case sam::Communication: return again(ReaderFault::Module);
    default: return again(ReaderFault::LayFlat);
    }
    auto block = blockFrom(answer.data, withFingerprint);
    if (!block)
        return again(ReaderFault::Garbled);
    m_readUnanswered = false;
    const auto card = parseCardText(block->text);
    wipe(block->text);
    if (!card)
        return again(ReaderFault::UnknownCard);
    m_card = *card;
    m_card.photo = std::move(block->photo);
    return enter(State::ReadingAddress);
}

SamStep SamSession::asked(const SamAnswer& answer)
{
    if (answer.sw3 == sam::Found || answer.sw3 == sam::FindFailed)
        return again(ReaderFault::Garbled); // the answer to another request
    return finish({{}, ReaderFault::NoCard, answer.sw3 == sam::Ok || answer.sw3 == sam::NoContent});
}

SamStep SamSession::addressRead(const SamAnswer& answer)
{
    const bool whole = answer.data.size() == ExtraAddressSize;
    if (answer.sw3 == sam::Ok && !whole)
        return again(ReaderFault::Garbled);
    if (answer.sw3 == sam::Ok)
        m_card.extraAddress = parseExtraAddress(answer.data);
    return finish({std::exchange(m_card, {})}); // whatever the address read says, the card has been read
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
    m_readUnanswered = true; // whoever comes next does not know what the module has done
    return finish({{}, fault});
}

} // namespace devices
