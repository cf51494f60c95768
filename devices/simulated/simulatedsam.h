// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/idcard/card.h"
#include "devices/idcard/samframe.h"

#include <QMutex>

#include <optional>

namespace devices {

/// The 256-byte text block a card of this kind would give, for made-up people.
QByteArray buildCardText(const Card& card);
QByteArray buildExtraAddress(const QString& address);

/// A SAM module made of software: bytes of a request frame in, bytes of the answer out. Thread-safe.
class SimulatedSam
{
public:
    void layCard(const Card& card);
    void removeCard();
    /// An old module does not know how to read with fingerprints.
    void setOld(bool old);
    /// The next answers come with these faults, one each.
    enum class Fault { None, FlipByte, Silence, DropFirstByte, ReadFails };
    void queueFault(Fault fault, int count = 1);
    /// The next answers to this command have this status and nothing else.
    void setStatus(SamCommand command, quint8 sw3, int times = 1);
    /// The card is lifted after so many exchanges from now; 0 before the next.
    void liftAfter(int exchanges);
    /// Fingerprints of fewer than 1024 bytes exist.
    void setFingerprintSize(int bytes);
    [[nodiscard]] bool hasCard() const;

    /// Empty when the request is no frame or a fault swallows the answer.
    QByteArray exchange(const QByteArray& request);

private:
    enum class Step { Idle, Found, Selected, Read };

    QByteArray answer(quint16 command);
    QByteArray readAnswer(bool withFingerprint);

    mutable QMutex m_mutex;
    std::optional<Card> m_card;
    Step m_step = Step::Idle;
    bool m_old = false;
    QList<Fault> m_faults;
    SamCommand m_statusCommand = SamCommand::Reset;
    quint8 m_status = 0;
    int m_statusTimes = 0;
    int m_liftAfter = -1;
    int m_fingerprintSize = 1024;
};

} // namespace devices
