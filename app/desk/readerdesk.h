// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/intakedesk.h"
#include "devices/idcard/idcardreader.h"

namespace desk {

/// Cards from the reader as holders that an intake understands. Lives on the UI thread.
class ReaderDesk : public QObject
{
    Q_OBJECT

public:
    /// `reader` lives on a device thread.
    ReaderDesk(WorkDay& day, devices::IdCardReader& reader);

    void readNow();
    [[nodiscard]] devices::ReaderState state() const { return m_state; }
    /// Why it does not read, as the code of an advice.
    [[nodiscard]] QString faultCode() const;

Q_SIGNALS:
    void cardRead(const desk::CardHolder& holder);
    void cardRemoved();
    void stateChanged();
    void adviceGiven(const desk::Advice& advice);

private:
    void take(const devices::Card& card);
    void follow(devices::ReaderState state, devices::ReaderFault fault);

    WorkDay& m_day;
    devices::IdCardReader& m_reader;
    devices::ReaderState m_state = devices::ReaderState::Absent;
    devices::ReaderFault m_fault = devices::ReaderFault::Unplugged;
};

/// The holder a card names.
CardHolder holderFrom(const devices::Card& card, const QDate& today);

} // namespace desk
