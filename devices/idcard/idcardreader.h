// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/idcard/bytetransport.h"
#include "devices/idcard/photodecoder.h"
#include "devices/idcard/samsession.h"

#include <QTimer>

#include <memory>

namespace devices {

/// How often a reader is asked, and how long its answers may take.
struct ReaderPace
{
    SamDeadlines deadlines;
    int pollMs = 250;
    int reopenMs = 1000;
};

enum class ReaderState { Absent, Ready, Reading, CardPresent, Trouble };

/// Watches a reader: reads a card once when it is laid down and notices when it is taken away. Lives on a thread of its
/// own; call through queued connections.
class IdCardReader : public QObject
{
    Q_OBJECT

public:
    /// Without a decoder cards come without a portrait.
    explicit IdCardReader(std::unique_ptr<ByteTransport> transport, std::unique_ptr<PhotoDecoder> decoder = {},
                          const ReaderPace& pace = {});
    ~IdCardReader() override;

public Q_SLOTS:
    void start();
    void stop();
    /// Gives the card again that still lies there, or tries to read one; answered by `cardRead` or `nothingRead`.
    void readNow();

Q_SIGNALS:
    void cardRead(const devices::Card& card);
    void cardRemoved();
    /// The answer to `readNow` when there is no card to give.
    void nothingRead(devices::ReaderFault fault);
    void stateChanged(devices::ReaderState state, devices::ReaderFault fault);

private:
    void poll();
    void perform(SamStep step);
    void concluded(CardOutcome outcome);
    void received(const QByteArray& bytes);
    void take(Card card);
    void forget();
    void answerAsked(ReaderFault fault);
    void setState(ReaderState state, ReaderFault fault);

    std::unique_ptr<ByteTransport> m_transport;
    std::unique_ptr<PhotoDecoder> m_decoder;
    ReaderPace m_pace;
    SamSession m_session;
    SamFrameParser m_parser;
    QTimer m_deadline;
    QTimer m_poll;
    ReaderState m_state = ReaderState::Absent;
    ReaderFault m_fault = ReaderFault::NoCard;
    Card m_card; ///< the one that lies there
    bool m_open = false;
    bool m_cardLies = false;
    bool m_asked = false; ///< the attempt under way was asked for by a key
};

} // namespace devices

Q_DECLARE_METATYPE(devices::Card)
